/* F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983: each pattern that
 * occurs in the word, with a full stop at either end, gives figures to the places
 * between its letters; the highest figure of a place holds, and an odd one allows a
 * hyphen. A word asks for a few hundred of the 27 000 patterns, so they are searched in
 * the file as it stands: making a tree of them first takes as long as a deck. */
#include "text/hyphenation.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/unicode.h"

enum { WORD_MAX = 120 }; /* bytes */

static const struct {
    const char *language, *file;
} files[] = {
    {"nb",  "no.txt"}, /* one set serves both written forms */
    { "nn", "no.txt"},
    { "no", "no.txt"},
    { "en", "en.txt"},
};

/* The file begins with a notice in comments. */
static Str without_notice(Str file)
{
    while (file.len && file.at[0] == '%') {
        long end = str_find(file, S("\n"));
        file = str_slice(file, end < 0 ? file.len : (size_t)end + 1, file.len);
    }
    return file;
}

static void read_patterns(Hyphenation *hyphenation)
{
    hyphenation->is_read = true;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!str_starts(hyphenation->language, str_from_c(files[i].language)))
            continue;
        Arena *arena = hyphenation->arena;
        Str name = str_format(arena, "layouts/hyphenation/%s", files[i].file);
        Str path = data_find(arena, name), file;
        Diags unheard = diags_in(arena); /* without patterns no word is divided */
        if (path.len && file_read(arena, path, (Place){ 0 }, &file, &unheard))
            hyphenation->patterns = without_notice(file);
        return;
    }
}

static bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

/* The pattern on the line at an offset beside a key, by letters: less than 0 when it
 * comes before, 0 when it is the key, 1 when it goes on after it, 2 when it comes
 * behind. */
static int compare(Str patterns, size_t at, Str key)
{
    size_t done = 0;
    for (; at < patterns.len && patterns.at[at] != '\n'; at++) {
        if (is_figure(patterns.at[at]))
            continue;
        if (done == key.len)
            return 1;
        int difference = (unsigned char)patterns.at[at] - (unsigned char)key.at[done++];
        if (difference)
            return difference < 0 ? -1 : 2;
    }
    return done < key.len ? -1 : 0;
}

static size_t next_line(Str patterns, size_t at)
{
    while (at < patterns.len && patterns.at[at] != '\n')
        at++;
    return at < patterns.len ? at + 1 : at;
}

/* The line of the first pattern that does not come before the key; it is at or behind
 * `low`, which begins a line. */
static size_t find_line(Str patterns, size_t low, Str key)
{
    size_t high = patterns.len;
    while (low < high) {
        size_t line = low + (high - low) / 2;
        while (line > low && patterns.at[line - 1] != '\n')
            line--;
        if (compare(patterns, line, key) < 0)
            low = next_line(patterns, line);
        else
            high = line;
    }
    return low;
}

/* Raises the figures of the places from `figures` on, one a byte. */
static void apply_pattern(Str patterns, size_t line, char *figures)
{
    for (; line < patterns.len && patterns.at[line] != '\n'; line++) {
        if (!is_figure(patterns.at[line]))
            figures++;
        else if (patterns.at[line] > *figures)
            *figures = patterns.at[line];
    }
}

/* The figure before each byte of the key, which is the word between full stops. */
static void rate(Str patterns, Str key, char *figures)
{
    for (size_t from = 0; from < key.len; from++) {
        size_t line = 0, to = from;
        int found = 1;
        while (to < key.len && found <= 1) {
            utf8_next(key, &to);
            Str part = str_slice(key, from, to);
            line = find_line(patterns, line, part);
            found = line < patterns.len ? compare(patterns, line, part) : 2;
            if (found == 0)
                apply_pattern(patterns, line, figures + from);
        }
        while (from + 1 < key.len && ((unsigned char)key.at[from + 1] & 0xC0) == 0x80)
            from++;
    }
}

static bool is_divisible(Str word)
{
    if (word.len > WORD_MAX ||
        utf8_count(word) < HYPHENATION_BEFORE + HYPHENATION_BEHIND)
        return false;
    for (size_t at = 0; at < word.len;) {
        bool is_first = at == 0;
        uint32_t code = utf8_next(word, &at);
        if (!unicode_is_letter(code) || (!is_first && unicode_is_upper(code)))
            return false;
    }
    return true;
}

Str hyphenation_apply(Hyphenation *hyphenation, Arena *arena, Str word)
{
    if (!is_divisible(word))
        return word;
    if (!hyphenation->is_read)
        read_patterns(hyphenation);
    if (!hyphenation->patterns.len)
        return word;
    Str lower = unicode_lower_first(arena, word, hyphenation->language);
    Str key = str_format(arena, ".%.*s.", STR_ARG(lower));
    if (lower.len != word.len)
        return word;
    char figures[WORD_MAX + 3] = { 0 };
    rate(hyphenation->patterns, key, figures);

    Buffer out = buffer_in(arena);
    int before = 0, count = utf8_count(word);
    for (size_t at = 0; at < word.len; before++) {
        bool is_odd = figures[at + 1] & 1;
        if (is_odd && before >= HYPHENATION_BEFORE &&
            count - before >= HYPHENATION_BEHIND)
            buffer_c(&out, "\u00AD");
        size_t from = at;
        utf8_next(word, &at);
        buffer_str(&out, str_slice(word, from, at));
    }
    return buffer_text(&out);
}
