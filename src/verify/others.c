#include "verify/others.h"

#include "base/unicode.h"
#include "command/file_name.h"

#include <string.h>

struct Others {
    Arena *arena;
    Str own[2];     /* as it is, and in capitals */
    VEC(Str) plain; /* each as it is written */
    VEC(Str) names; /* each, followed by itself in capitals */
    VEC(Str) sites; /* «ostre-toten.kommune.no» of each */
};

static void add(Checker *checker, Others *others, Str name)
{
    Arena *arena = checker->arena;
    Str plain = name;
    name = printed_fold(arena, name);
    bool is_known = name.len == 0 || str_equal(name, others->own[0]);
    for (int i = 0; i < others->names.count; i++)
        is_known |= str_equal(others->names.at[i], name);
    if (is_known)
        return;
    vec_push(arena, &others->plain, plain);
    vec_push(arena, &others->names, name);
    vec_push(arena, &others->names,
             unicode_upper(arena, name, checker->scope.language));
    vec_push(arena, &others->sites,
             printed_fold(
                 arena, str_concat(arena, file_slug(arena, plain), S(".kommune.no"))));
}

Others *others_of(Checker *checker)
{
    Others *others = arena_alloc(checker->arena, sizeof *others);
    const Survey *previous = view_previous(&checker->view);
    const Register *reg = view_survey(&checker->view)->reg;
    *others = (Others){ .arena = checker->arena };
    others->own[0] = printed_fold(checker->arena, checker->slice->unit.name);
    others->own[1] =
        unicode_upper(checker->arena, others->own[0], checker->scope.language);
    for (int i = 0; i < reg->unit_count; i++)
        add(checker, others, reg->units[i].name);
    for (int i = 0; previous && i < previous->reg->unit_count; i++)
        add(checker, others, previous->reg->units[i].name);
    return others;
}

static bool is_letter_at(Str text, size_t at)
{
    if (at >= text.len)
        return false;
    uint32_t code_point = utf8_next(text, &at);
    return unicode_is_letter(code_point) || unicode_is_digit(code_point);
}

static bool is_letter_before(Str text, size_t at)
{
    while (at > 0 && ((unsigned char)text.at[--at] & 0xC0) == 0x80)
        ;
    return is_letter_at(text, at);
}

/* Whether a name may end at `at`: there ends the word, or its genitive begins (after s,
 * x and z that is an apostrophe alone). A compound is another place's name, or no name:
 * «Gjøvikregionen», «Nesten». */
static bool is_name_end(Str text, size_t at)
{
    static const char hissing[] = "sxzSXZ";
    if (!is_letter_at(text, at))
        return true;
    bool is_genitive = (text.at[at] == 's' || text.at[at] == 'S') &&
                       !memchr(hissing, text.at[at - 1], sizeof hissing - 1);
    return is_genitive && !is_letter_at(text, at + 1);
}

/* Offset of the next place where the word stands as a name, or -1. */
static long find_word(Str text, size_t from, Str word)
{
    while (from < text.len) {
        long found = str_find(str_slice(text, from, text.len), word);
        if (found < 0)
            return -1;
        size_t at = from + (size_t)found;
        if (!(at > 0 && is_letter_before(text, at)) && is_name_end(text, at + word.len))
            return (long)at;
        from = at + 1;
    }
    return -1;
}

/* The own name may hold another's. */
static Str without_own(const Others *others, Str text)
{
    text = str_replace(others->arena, text, others->own[0], S("\u2022"));
    return str_replace(others->arena, text, others->own[1], S("\u2022"));
}

int *others_tallies(Checker *checker, const Others *others)
{
    return arena_array(checker->arena, (size_t)others->names.count, sizeof(int));
}

void others_count(const Others *others, Str text, int sign, int *tallies)
{
    Str rest = without_own(others, text);
    for (int i = 0; i < others->names.count; i++)
        for (long at = 0; (at = find_word(rest, (size_t)at, others->names.at[i])) >= 0;
             at++)
            tallies[i] += sign;
}

/* A fault, or a note where the author's own words have the word that names it. */
static void report(Checker *checker, Str plain, Str word, int page, Str context,
                   const Str *authored, int authored_count)
{
    bool is_authored = false;
    for (int i = 0; i < authored_count; i++)
        is_authored |=
            find_word(printed_fold(checker->arena, authored[i]), 0, word) >= 0;
    if (is_authored)
        diag_note(checker->diags, (Place){ .file = checker->file },
                  "page %d: the layout names %.*s by hand", page, STR_ARG(plain));
    else
        checker_fail(checker, page, context, "another unit is named: %.*s",
                     STR_ARG(plain));
}

/* name: an index. */
static void report_name(Checker *checker, const Others *others, int name, int page,
                        Str context, const Str *authored, int authored_count)
{
    report(checker, others->plain.at[name / 2], others->names.at[name - name % 2], page,
           context, authored, authored_count);
}

void others_left(Checker *checker, const Others *others, const int *tallies, int page,
                 const Str *authored, int authored_count)
{
    for (int i = 0; i < others->names.count; i++)
        if (tallies[i] > 0)
            report_name(checker, others, i, page, (Str){ 0 }, authored, authored_count);
}

void others_text(Checker *checker, const Others *others, Str text, int page,
                 const Str *authored, int authored_count)
{
    Str rest = without_own(others, text);
    for (int i = 0; i < others->names.count; i++)
        if (find_word(rest, 0, others->names.at[i]) >= 0)
            report_name(checker, others, i, page, text, authored, authored_count);
}

void others_site(Checker *checker, const Others *others, Str text, int page,
                 const Str *authored, int authored_count)
{
    if (str_find(text, S(".kommune.no")) < 0)
        return;
    for (int i = 0; i < others->sites.count; i++)
        if (find_word(text, 0, others->sites.at[i]) >= 0)
            report(checker, others->plain.at[i], others->sites.at[i], page, text,
                   authored, authored_count);
}
