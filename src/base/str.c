#include "base/str.h"

#include "base/buffer.h"
#include "base/unicode.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

Str str_from_c(const char *text)
{
    return text ? (Str){ text, strlen(text) } : (Str){ 0 };
}

static void copy_bytes(char *to, Str s)
{
    if (s.len)
        memcpy(to, s.at, s.len);
}

const char *str_c(Arena *arena, Str s)
{
    char *copy = arena_alloc(arena, s.len + 1);
    copy_bytes(copy, s);
    return copy;
}

Str str_copy(Arena *arena, Str s)
{
    return (Str){ str_c(arena, s), s.len };
}

/* By way of a buffer, which writes the common formats itself: printf, asked twice, took
 * 2 % of a deck. */
Str str_format_list(Arena *arena, const char *format, va_list args)
{
    Buffer text = buffer_in(arena);
    buffer_format_list(&text, format, args);
    if (text.len == 0)
        return (Str){ 0 };
    buffer_char(&text, '\0');
    arena_shrink(arena, text.at, text.capacity, text.len);
    return (Str){ text.at, text.len - 1 };
}

Str str_format(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str s = str_format_list(arena, format, args);
    va_end(args);
    return s;
}

Str str_concat(Arena *arena, Str a, Str b)
{
    char *at = arena_alloc(arena, a.len + b.len + 1);
    copy_bytes(at, a);
    copy_bytes(at + a.len, b);
    return (Str){ at, a.len + b.len };
}

bool str_equal(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

/* Most texts differ in their first byte: that is looked at before `b` is measured. */
bool str_equal_c(Str a, const char *b)
{
    if (a.len && b && a.at[0] != *b)
        return false;
    return str_equal(a, str_from_c(b));
}

int str_compare(Str a, Str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.at, b.at, common) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(Str s, Str prefix)
{
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(Str s, Str suffix)
{
    return s.len >= suffix.len &&
           str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

Str str_slice(Str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from >= to)
        return (Str){ 0 };
    return (Str){ s.at + from, to - from };
}

long str_find(Str s, Str needle)
{
    if (needle.len == 0)
        return 0;
    if (s.len < needle.len)
        return -1;
    const char *found = memmem(s.at, s.len, needle.at, needle.len);
    return found ? found - s.at : -1;
}

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of the blank that s begins with, or 0. */
static size_t blank_at_start(Str s)
{
    if (s.len && is_ascii_space(s.at[0]))
        return 1;
    if (str_starts(s, S("\u00A0")))
        return 2;
    return str_starts(s, S("\uFEFF")) ? 3 : 0;
}

static size_t blank_at_end(Str s)
{
    if (s.len && is_ascii_space(s.at[s.len - 1]))
        return 1;
    if (str_ends(s, S("\u00A0")))
        return 2;
    return str_ends(s, S("\uFEFF")) ? 3 : 0;
}

Str str_trim(Str s)
{
    for (size_t blank; (blank = blank_at_start(s)) > 0;)
        s = str_slice(s, blank, s.len);
    for (size_t blank; (blank = blank_at_end(s)) > 0;)
        s = str_slice(s, 0, s.len - blank);
    return s;
}

static int count_of(Str s, Str needle)
{
    int count = 0;
    for (long at; (at = str_find(s, needle)) >= 0; count++)
        s = str_slice(s, (size_t)at + needle.len, s.len);
    return count;
}

Str str_replace(Arena *arena, Str s, Str needle, Str with)
{
    int count = needle.len ? count_of(s, needle) : 0;
    if (count == 0)
        return s;
    size_t len = s.len - (size_t)count * needle.len + (size_t)count * with.len;
    char *at = arena_alloc(arena, len + 1), *end = at;
    for (long next; count > 0; count--) {
        next = str_find(s, needle);
        copy_bytes(end, str_slice(s, 0, (size_t)next));
        copy_bytes(end + next, with);
        end += (size_t)next + with.len;
        s = str_slice(s, (size_t)next + needle.len, s.len);
    }
    copy_bytes(end, s);
    return (Str){ at, len };
}

/* Unicode's White_Space. */
static bool is_space(uint32_t code_point)
{
    return (code_point >= '\t' && code_point <= '\r') || code_point == ' ' ||
           code_point == 0x85 || code_point == 0xA0 || code_point == 0x1680 ||
           (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F ||
           code_point == 0x3000;
}

Str str_fold_space(Arena *arena, Str s)
{
    s = str_trim(s);
    char *at = arena_alloc(arena, s.len + 1);
    size_t len = 0;
    bool is_blank_due = false;
    for (size_t offset = 0; offset < s.len;) {
        size_t start = offset;
        if (is_space(utf8_next(s, &offset))) {
            is_blank_due = len > 0;
            continue;
        }
        if (is_blank_due)
            at[len++] = ' ';
        is_blank_due = false;
        while (start < offset)
            at[len++] = s.at[start++];
    }
    return (Str){ at, len };
}

typedef struct CodePoints {
    uint32_t *at;
    int count;
} CodePoints;

static CodePoints decode_folded(Arena *arena, Str s)
{
    s = unicode_fold(arena, s);
    CodePoints decoded = { arena_array(arena, s.len, sizeof *decoded.at), 0 };
    for (size_t offset = 0; offset < s.len;)
        decoded.at[decoded.count++] = utf8_next(s, &offset);
    return decoded;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Damerau-Levenshtein distance in its restricted form: insertions, deletions,
 * replacements, and swaps of neighbours. Three rows of the table are enough. */
static int distance(Arena *scratch, CodePoints a, CodePoints b)
{
    size_t width = (size_t)b.count + 1;
    int *before = arena_array(scratch, width, sizeof *before);
    int *above = arena_array(scratch, width, sizeof *above);
    int *row = arena_array(scratch, width, sizeof *row);
    for (int j = 0; j <= b.count; j++)
        row[j] = j;
    for (int i = 1; i <= a.count; i++) {
        int *free_row = before;
        before = above;
        above = row;
        row = free_row;
        row[0] = i;
        for (int j = 1; j <= b.count; j++) {
            int replaced = above[j - 1] + (a.at[i - 1] != b.at[j - 1]);
            row[j] = least(replaced, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
                a.at[i - 2] == b.at[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return row[b.count];
}

Str str_nearest(Arena *scratch, Str s, const Str *candidates, int count)
{
    ArenaMark mark = arena_mark(scratch);
    Str nearest = { 0 };
    int nearest_distance = INT_MAX;
    CodePoints meant = decode_folded(scratch, s);
    for (int i = 0; i < count; i++) {
        ArenaMark round = arena_mark(scratch);
        CodePoints other = decode_folded(scratch, candidates[i]);
        int longer = meant.count > other.count ? meant.count : other.count;
        int shorter = least(meant.count, other.count);
        if ((longer - shorter) * 3 <= longer) {
            int steps = distance(scratch, meant, other);
            if (steps * 3 <= longer && steps < nearest_distance) {
                nearest = candidates[i];
                nearest_distance = steps;
            }
        }
        arena_rewind(scratch, round);
    }
    arena_rewind(scratch, mark);
    return nearest;
}

/* Bytes of the first `max` code points, less when that would cut through a grapheme. */
static size_t cut_at(Arena *arena, Str s, int max)
{
    size_t end = 0;
    for (int i = 0; i < max && end < s.len; i++)
        utf8_next(s, &end);
    if (end == s.len)
        return end;
    size_t after = end;
    utf8_next(s, &after);
    const bool *begins = unicode_graphemes(arena, str_slice(s, 0, after));
    size_t cut = end;
    while (cut > 0 && !begins[cut])
        cut--;
    return cut ? cut : end;
}

/* A control character as YAML's double quotes would spell it; returns the length. */
static int spell_control(uint32_t code_point, char out[16])
{
    if (code_point == '\n' || code_point == '\t' || code_point == '\r') {
        const char letter = code_point == '\n' ? 'n' : code_point == '\t' ? 't' : 'r';
        return snprintf(out, 16, "\\%c", letter);
    }
    return snprintf(out, 16, code_point > 0xFFFF ? "\\U%08X" : "\\u%04X",
                    (unsigned)code_point);
}

Str str_shown(Arena *arena, Str s, int max)
{
    size_t cut = cut_at(arena, s, max);
    bool is_cut = cut < s.len;
    s = str_slice(s, 0, cut);
    char *at = arena_alloc(arena, s.len * 10 + sizeof "…");
    size_t len = 0;
    for (size_t offset = 0; offset < s.len;) {
        char spelt[16];
        uint32_t code_point = utf8_next(s, &offset);
        int count = unicode_is_control(code_point) ? spell_control(code_point, spelt)
                                                   : utf8_encode(code_point, spelt);
        memcpy(at + len, spelt, (size_t)count);
        len += (size_t)count;
    }
    if (is_cut) {
        copy_bytes(at + len, S("…"));
        len += strlen("…");
    }
    return (Str){ at, len };
}

/* Bytes of the sequence that s begins with (RFC 3629, 4), or 0 when it is malformed:
 * too long a form, a surrogate, beyond U+10FFFF, or cut off. */
static int decode(const unsigned char *at, size_t len, uint32_t *code_point)
{
    unsigned char lead = at[0];
    if (lead < 0x80) {
        *code_point = lead;
        return 1;
    }
    int count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || len < (size_t)count)
        return 0;
    uint32_t value = lead & (0x7Fu >> count);
    for (int i = 1; i < count; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (at[i] & 0x3Fu);
    }
    static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
    if (value < smallest[count] || value > 0x10FFFF ||
        (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *code_point = value;
    return count;
}

size_t utf8_skip_ascii(Str s, size_t offset)
{
    const uint64_t high = 0x8080808080808080u;
    uint64_t word, words[4];
    for (; offset + sizeof words <= s.len; offset += sizeof words) {
        memcpy(words, s.at + offset, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & high)
            break;
    }
    for (; offset + sizeof word <= s.len; offset += sizeof word) {
        memcpy(&word, s.at + offset, sizeof word);
        if (word & high)
            break;
    }
    while (offset < s.len && (unsigned char)s.at[offset] < 0x80)
        offset++;
    return offset;
}

size_t utf8_check(Str s)
{
    size_t offset = 0;
    while ((offset = utf8_skip_ascii(s, offset)) < s.len) {
        uint32_t code_point;
        int count =
            decode((const unsigned char *)s.at + offset, s.len - offset, &code_point);
        if (count == 0)
            return offset;
        offset += (size_t)count;
    }
    return s.len;
}

uint32_t utf8_next(Str s, size_t *offset)
{
    unsigned char byte = (unsigned char)s.at[*offset];
    if (byte < 0x80) {
        ++*offset;
        return byte;
    }
    uint32_t code_point = REPLACEMENT;
    int count =
        decode((const unsigned char *)s.at + *offset, s.len - *offset, &code_point);
    *offset += count ? (size_t)count : 1;
    return code_point;
}

int utf8_encode(uint32_t code_point, char out[4])
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    int count = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (int i = count - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    static const unsigned lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    out[0] = (char)(lead[count] | code_point);
    return count;
}

int utf8_count(Str s)
{
    int count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return count;
}

static bool is_digit(Str s, size_t i)
{
    return i < s.len && s.at[i] >= '0' && s.at[i] <= '9';
}

bool str_to_number(Str s, double *out)
{
    bool is_negative = str_starts(s, S("-"));
    size_t i = is_negative;
    if (!is_digit(s, i))
        return false;
    double digits = 0, scale = 1;
    for (; is_digit(s, i); i++)
        digits = digits * 10 + (s.at[i] - '0');
    if (i < s.len && s.at[i] == '.' && is_digit(s, i + 1)) {
        for (i++; is_digit(s, i); i++) {
            if (scale >= 1e15) /* beyond what a double tells apart */
                continue;
            digits = digits * 10 + (s.at[i] - '0');
            scale *= 10;
        }
    }
    if (i < s.len || !isfinite(digits))
        return false;
    /* One division of two exact numbers is correctly rounded. */
    *out = (is_negative ? -digits : digits) / scale;
    return true;
}

bool str_to_integer(Str s, long *out)
{
    bool is_negative = str_starts(s, S("-"));
    size_t i = is_negative;
    if (!is_digit(s, i))
        return false;
    long value = 0; /* kept negative: LONG_MIN has no positive */
    for (; is_digit(s, i); i++) {
        int digit = s.at[i] - '0';
        if (value < (LONG_MIN + digit) / 10)
            return false;
        value = value * 10 - digit;
    }
    if (i < s.len || (!is_negative && value == LONG_MIN))
        return false;
    *out = is_negative ? value : -value;
    return true;
}
