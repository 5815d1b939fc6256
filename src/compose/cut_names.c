#include "compose/cut_names.h"

#include <string.h>

enum { LEGEND_LETTERS = 400 };

/* About the first `most` characters: to a blank, if it is not far before, and without
 * a mark that asks for a next word. */
static Str head_of(Str name, int most)
{
    size_t end = 0, blank = 0;
    for (int i = 0; i < most && end < name.len; i++) {
        size_t from = end;
        if (utf8_next(name, &end) == ' ')
            blank = from;
    }
    Str kept = str_trim(str_slice(name, 0, blank > end / 2 ? blank : end));
    if (kept.len && strchr(",;:(", kept.at[kept.len - 1]))
        kept.len--;
    return kept;
}

/* About the last `most` characters, from a blank on, if it is not far behind. */
static Str tail_of(Str name, int most)
{
    int skipped = utf8_count(name) - most;
    size_t start = 0;
    for (int i = 0; i < skipped; i++)
        utf8_next(name, &start);
    Str kept = str_slice(name, start, name.len);
    long blank = str_find(kept, S(" "));
    if (blank >= 0 && (size_t)blank < kept.len / 2)
        kept = str_slice(kept, (size_t)blank, kept.len);
    return str_trim(kept);
}

static Str cut_name(Arena *arena, Str name, int most, bool in_middle)
{
    if (utf8_count(name) <= most)
        return name;
    if (!in_middle)
        return str_concat(arena, head_of(name, most), S("…"));
    Str head = head_of(name, most / 2), tail = tail_of(name, most / 2);
    return str_format(arena, "%.*s … %.*s", STR_ARG(head), STR_ARG(tail));
}

static bool are_all_unlike(const Str *names, int count)
{
    for (int i = 1; i < count; i++)
        for (int j = 0; j < i; j++)
            if (str_equal(names[i], names[j]))
                return false;
    return true;
}

const Str *cut_names(Arena *arena, const Str *names, int count)
{
    int total = 0;
    for (int i = 0; i < count; i++)
        total += utf8_count(names[i]);
    if (total <= LEGEND_LETTERS)
        return names;
    Str *cut = arena_array(arena, (size_t)count, sizeof *cut);
    for (int in_middle = 0; in_middle < 2; in_middle++) {
        for (int i = 0; i < count; i++)
            cut[i] = cut_name(arena, names[i], LEGEND_LETTERS / count, in_middle);
        if (are_all_unlike(cut, count))
            break;
    }
    return cut;
}
