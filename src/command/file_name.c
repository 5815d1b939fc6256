#include "command/file_name.h"

#include "base/buffer.h"
#include "base/messages.h"
#include "base/unicode.h"

#include <stdlib.h>

/* Letters that Unicode does not take apart. */
static const struct {
    uint32_t letter;
    const char *ascii;
} LETTERS[] = {
    {0xe6,   "ae"},
    { 0xf8,  "o" },
    { 0xf0,  "d" },
    { 0xfe,  "th"},
    { 0x111, "d" },
    { 0x14b, "ng"},
    { 0x167, "t" },
    { 0x142, "l" },
    { 0x153, "oe"},
    { 0x131, "i" },
};

static const char *find_letter(uint32_t letter)
{
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++)
        if (LETTERS[i].letter == letter)
            return LETTERS[i].ascii;
    return NULL;
}

static bool is_kept(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

Str file_slug(Arena *arena, Str text)
{
    Str apart = unicode_nfkd(arena, unicode_fold(arena, text));
    Buffer slug = buffer_in(arena);
    bool is_apart = false; /* a hyphen is due before the next letter */
    for (size_t offset = 0; offset < apart.len && slug.len < FILE_SLUG_MAX - 3;) {
        uint32_t c = utf8_next(apart, &offset);
        if (unicode_is_mark(c))
            continue;
        char single[2] = { (char)c, 0 };
        const char *ascii = is_kept(c) ? single : find_letter(c);
        if (ascii && is_apart && slug.len > 0)
            buffer_char(&slug, '-');
        is_apart = !ascii;
        buffer_c(&slug, ascii ? ascii : "");
    }
    return buffer_text(&slug);
}

/* The slug of what is named; false when nothing has that name. */
static bool find_value(Arena *arena, Str name, const Unit *unit, Str round, Str *out)
{
    const struct {
        Str name, text;
    } values[] = {
        {S("unit.number"), unit->number},
        { S("unit.slug"),  unit->name  },
        { S("round"),      round       },
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (str_equal(str_trim(name), values[i].name)) {
            *out = file_slug(arena, values[i].text);
            return true;
        }
    return false;
}

/* Refused by Windows, a step into another folder, or spelt in two ways: file systems
 * differ in how they take an å. */
static bool is_refused(char c)
{
    return c < ' ' || c > '~' || str_find(S("/\\:*?\"<>|"), (Str){ &c, 1 }) >= 0;
}

/* Names that Windows has for devices, whatever comes after the first dot. */
static bool is_device(Arena *arena, Str name)
{
    static const char *const devices[] = { "con", "prn", "aux", "nul" };
    long dot = str_find(name, S("."));
    Str stem = unicode_fold(arena, str_trim(str_slice(name, 0, (size_t)dot)));
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (str_equal_c(stem, devices[i]))
            return true;
    bool is_port = str_starts(stem, S("com")) || str_starts(stem, S("lpt"));
    return is_port && stem.len == 4 && stem.at[3] >= '0' && stem.at[3] <= '9';
}

static Str refuse(const Layout *layout, const char *hint, Diags *diags)
{
    diag_error(diags, layout->file_place, "\"%.*s\" does not do as a file name",
               STR_ARG(layout->file));
    diag_hint(diags, "%s", message_text(hint));
    return (Str){ 0 };
}

Str file_name(Arena *arena, const Layout *layout, const Unit *unit, Str round,
              Diags *diags)
{
    Str pattern = layout->file;
    Buffer name = buffer_in(arena);
    for (size_t at = 0; at < pattern.len;) {
        Str rest = str_slice(pattern, at, pattern.len);
        long end = str_starts(rest, S("${")) ? str_find(rest, S("}")) : -1;
        if (end < 0) {
            if (is_refused(pattern.at[at]))
                return refuse(layout,
                              MESSAGE("write it with letters from a to z, digits, "
                                      "blanks and - _ ."),
                              diags);
            buffer_char(&name, pattern.at[at++]);
            continue;
        }
        Str value;
        if (!find_value(arena, str_slice(rest, 2, (size_t)end), unit, round, &value))
            return refuse(
                layout,
                MESSAGE("it may name ${unit.number}, ${unit.slug} and ${round}"),
                diags);
        buffer_str(&name, value);
        at += (size_t)end + 1;
        bool is_hyphen = at < pattern.len && pattern.at[at] == '-';
        at += value.len == 0 && is_hyphen;
    }
    Str text = buffer_text(&name);
    if (!str_ends(text, S(".pdf")) || str_find(S(".- "), str_slice(text, 0, 1)) >= 0)
        return refuse(layout, MESSAGE("let it end in .pdf, with a name before that"),
                      diags);
    if (is_device(arena, text))
        return refuse(
            layout, MESSAGE("Windows keeps \"con\", \"aux\" and the like for devices"),
            diags);
    if (text.len > FILE_NAME_MAX)
        return refuse(layout, MESSAGE("make it shorter"), diags);
    return text;
}

Str file_handout_name(Arena *arena, Str file)
{
    Str ending = S(".pdf");
    size_t end = str_ends(file, ending) ? file.len - ending.len : file.len;
    return str_concat(arena, str_slice(file, 0, end), S("-handout.pdf"));
}

typedef struct NamedFile {
    Str name; /* in small letters: some file systems know no others */
    int unit;
} NamedFile;

static int compare_names(const void *a, const void *b)
{
    const NamedFile *first = a, *second = b;
    int order = str_compare(first->name, second->name);
    return order ? order : (first->unit > second->unit) - (first->unit < second->unit);
}

bool file_names_check(const Unit *units, const Str *files, int unit_count,
                      bool has_handouts, Place place, Diags *diags)
{
    Arena *scratch = arena_new();
    int count = 0;
    bool is_good = true;
    NamedFile *names = arena_array(scratch, 2 * (size_t)unit_count, sizeof *names);
    for (int i = 0; i < unit_count; i++) {
        names[count++] = (NamedFile){ unicode_fold(scratch, files[i]), i };
        if (has_handouts) {
            Str handout = file_handout_name(scratch, files[i]);
            names[count++] = (NamedFile){ unicode_fold(scratch, handout), i };
        }
    }
    qsort(names, (size_t)count, sizeof *names, compare_names);
    for (int i = 1; i < count && is_good; i++) {
        int unit = names[i].unit, before = names[i - 1].unit;
        is_good = !str_equal(names[i].name, names[i - 1].name);
        if (is_good)
            continue;
        diag_error(diags, place, "\"%.*s\" is the file of both %.*s and %.*s",
                   STR_ARG(names[i].name), STR_ARG(units[before].name),
                   STR_ARG(units[unit].name));
        diag_hint(diags, "let the file's name hold ${unit.number}");
    }
    arena_free(scratch);
    return is_good;
}
