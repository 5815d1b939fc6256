#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <uniwidth.h>

static const uint8_t *bytes(Str s)
{
    return (const uint8_t *)s.at;
}

/* Moves what libunistring allocated into the arena. It gives NULL only when memory is
 * out or the text is malformed; then the text stays as it is. */
static Str adopt(Arena *arena, uint8_t *made, size_t len, Str original)
{
    if (!made)
        return original;
    Str s = str_copy(arena, (Str){ (const char *)made, len });
    free(made);
    return s;
}

/* Dashes, quotation marks and the like, U+2010 to U+203F: alike in every form. */
static bool is_punctuation_at(Str s, size_t i)
{
    return str_starts(str_slice(s, i, s.len), S("\xE2\x80")) && i + 2 < s.len &&
           (unsigned char)s.at[i + 2] >= 0x90;
}

/* No character below U+0300 composes with the one before it, and all of them are
 * composed already; U+0300 and up have lead bytes from 0xCC on. */
static bool is_composed(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] >= 0xCC && !is_punctuation_at(s, i))
            return false;
    return true;
}

Str unicode_nfc(Arena *arena, Str s)
{
    if (is_composed(s))
        return s;
    size_t len = 0;
    uint8_t *composed = u8_normalize(UNINORM_NFC, bytes(s), s.len, NULL, &len);
    return adopt(arena, composed, len, s);
}

Str unicode_nfkd(Arena *arena, Str s)
{
    size_t len = 0;
    uint8_t *apart = u8_normalize(UNINORM_NFKD, bytes(s), s.len, NULL, &len);
    return adopt(arena, apart, len, s);
}

/* What most texts have: punctuation, ASCII and Latin-1, of which only the micro sign
 * and the sharp s fold to something else than the letter 32 above the capital. */
static bool folds_in_place(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.at[i];
        if (byte < 0x80)
            continue;
        unsigned char next = i + 1 < s.len ? (unsigned char)s.at[i + 1] : 0;
        if ((byte == 0xC2 && next != 0xB5) || (byte == 0xC3 && next != 0x9F))
            i++;
        else if (is_punctuation_at(s, i))
            i += 2;
        else
            return false;
    }
    return true;
}

static Str fold_in_place(Arena *arena, Str s)
{
    char *at = arena_alloc(arena, s.len);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.at[i];
        bool is_behind_c3 = i > 0 && (unsigned char)s.at[i - 1] == 0xC3;
        bool is_capital = (byte >= 'A' && byte <= 'Z') ||
                          (is_behind_c3 && byte <= 0x9E && byte != 0x97); /* × */
        at[i] = (char)(is_capital ? byte + 32 : byte);
    }
    return (Str){ at, s.len };
}

Str unicode_fold(Arena *arena, Str s)
{
    if (folds_in_place(s))
        return fold_in_place(arena, s);
    Str composed = unicode_nfc(arena, s);
    size_t len = 0;
    uint8_t *folded =
        u8_casefold(bytes(composed), composed.len, NULL, UNINORM_NFC, NULL, &len);
    return adopt(arena, folded, len, composed);
}

/* Only the language itself matters, not the region: "nb" of "nb-NO". */
static const char *language_code(Arena *arena, Str language)
{
    long dash = str_find(language, S("-"));
    return str_c(arena, dash < 0 ? language : str_slice(language, 0, (size_t)dash));
}

Str unicode_upper(Arena *arena, Str s, Str language)
{
    if (s.len == 0)
        return s;
    size_t len = 0;
    uint8_t *upper = u8_toupper(bytes(s), s.len, language_code(arena, language),
                                UNINORM_NFC, NULL, &len);
    return adopt(arena, upper, len, s);
}

Str unicode_lower_first(Arena *arena, Str s, Str language)
{
    size_t end = 0, len = 0;
    if (s.len == 0)
        return s;
    utf8_next(s, &end);
    Str first = str_slice(s, 0, end);
    uint8_t *lower = u8_tolower(bytes(first), first.len, language_code(arena, language),
                                UNINORM_NFC, NULL, &len);
    return str_concat(arena, adopt(arena, lower, len, first), str_slice(s, end, s.len));
}

/* From Hebrew to N'Ko, their supplements and forms, what stands beyond the basic plane,
 * and marks of direction. */
bool unicode_may_turn(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.at[i];
        unsigned char next = i + 1 < s.len ? (unsigned char)s.at[i + 1] : 0;
        if ((byte >= 0xD6 && byte <= 0xDF) ||
            (byte == 0xE0 && next >= 0xA0 && next < 0xA4) ||
            (byte == 0xEF && next >= 0xAC && next <= 0xBB) ||
            (byte == 0xF0 && next == 0x90) || (byte == 0xF0 && next == 0x9E))
            return true;
    }
    return false;
}

static bool is_leftward(uint32_t code_point)
{
    int category = uc_bidi_category(code_point);
    return category == UC_BIDI_R || category == UC_BIDI_AL;
}

Str unicode_isolate(Arena *arena, Str s)
{
    if (!unicode_may_turn(s))
        return s;
    int depth = 0; /* of the marks that stand in it already */
    for (size_t at = 0; at < s.len;) {
        uint32_t code_point = utf8_next(s, &at);
        if (code_point >= 0x2066 && code_point <= 0x2068)
            depth++;
        else if (code_point == 0x2069 && depth > 0)
            depth--;
        else if (depth == 0 && is_leftward(code_point))
            return str_format(arena, "\u2068%.*s\u2069", STR_ARG(s));
    }
    return s;
}

LineBreak *unicode_line_breaks(Arena *arena, Str s)
{
    LineBreak *breaks = arena_array(arena, s.len, sizeof *breaks);
    ArenaMark mark = arena_mark(arena);
    char *found = arena_alloc(arena, s.len);
    if (s.len)
        u8_possible_linebreaks(bytes(s), s.len, "UTF-8", found);
    /* libunistring marks the line feed itself as the mandatory break; the line breaks
     * before what follows. */
    bool is_after_feed = false;
    for (size_t i = 0; i < s.len; i++) {
        bool is_lead = ((unsigned char)s.at[i] & 0xC0) != 0x80;
        if (is_after_feed && is_lead) {
            breaks[i] = BREAK_MANDATORY;
            is_after_feed = false;
        } else if (found[i] == UC_BREAK_POSSIBLE && i > 0) {
            breaks[i] = BREAK_ALLOWED;
        }
        if (found[i] == UC_BREAK_MANDATORY)
            is_after_feed = true;
    }
    arena_rewind(arena, mark);
    return breaks;
}

bool *unicode_graphemes(Arena *arena, Str s)
{
    bool *begins = arena_array(arena, s.len, sizeof *begins);
    ArenaMark mark = arena_mark(arena);
    char *found = arena_alloc(arena, s.len);
    if (s.len)
        u8_grapheme_breaks(bytes(s), s.len, found);
    for (size_t i = 0; i < s.len; i++)
        begins[i] = found[i] != 0;
    arena_rewind(arena, mark);
    return begins;
}

static bool is_in(uint32_t code_point, uint32_t categories)
{
    return uc_is_general_category_withtable(code_point, categories);
}

int unicode_width(uint32_t code_point)
{
    int width = uc_width(code_point, "UTF-8");
    return width < 0 ? 1
                     : width; /* a control character: whoever shows it replaces it */
}

bool unicode_is_mark(uint32_t code_point)
{
    return is_in(code_point, UC_CATEGORY_MASK_M);
}

bool unicode_is_letter(uint32_t code_point)
{
    return is_in(code_point, UC_CATEGORY_MASK_L);
}

bool unicode_is_upper(uint32_t code_point)
{
    return is_in(code_point, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
}

bool unicode_is_digit(uint32_t code_point)
{
    return is_in(code_point, UC_CATEGORY_MASK_Nd);
}

bool unicode_is_control(uint32_t code_point)
{
    enum { SOFT_HYPHEN = 0xAD, NON_JOINER = 0x200C, JOINER = 0x200D };
    if (code_point == SOFT_HYPHEN || code_point == NON_JOINER || code_point == JOINER)
        return false;
    return is_in(code_point, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf |
                                 UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Cn);
}

/* The text without marks that are too many, or `s` itself. */
static Str rebuild(Arena *arena, Str s, bool keeps_controls)
{
    char *out = NULL; /* as long as nothing differs */
    size_t len = 0;
    int marks = 0;
    for (size_t at = keeps_controls ? utf8_skip_ascii(s, 0) : 0; at < s.len;) {
        size_t start = at;
        uint32_t c = utf8_next(s, &at);
        marks = c >= 0x0300 && unicode_is_mark(c) ? marks + 1 : 0;
        bool is_space = c == '\n' || c == '\r' || c == '\t';
        bool is_good = marks <= MARKS_MAX &&
                       (keeps_controls || is_space || !unicode_is_control(c));
        if (!out && (!is_good || (is_space && !keeps_controls))) {
            out = arena_alloc(arena, s.len);
            memcpy(out, s.at, start);
            len = start;
        }
        if (out && is_good) {
            memcpy(out + len, s.at + start, at - start);
            if (is_space && !keeps_controls)
                out[len] = ' ';
            len += at - start;
        }
    }
    return out ? (Str){ out, len } : s;
}

Str unicode_limit_marks(Arena *arena, Str s)
{
    return rebuild(arena, s, true);
}

Str unicode_printable(Arena *arena, Str s)
{
    return rebuild(arena, s, false);
}
