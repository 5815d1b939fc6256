#include "text/first_fit.h"

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static Cut behind(const Setting *setting, int unit)
{
    return (Cut){ unit + 1, setting->units.at[unit].to };
}

/* The longest part of a unit, from `from` to a break in it, that fits; false when none
 * does. */
static bool cut_inside(const Setting *setting, int unit, size_t from, double room,
                       Cut *cut)
{
    for (size_t at = setting->units.at[unit].to - 1; at > from; at--)
        if (line_may_break(&setting->breaks, at) &&
            rows_part(setting, unit, from, at).ink <= room + ROWS_SLACK) {
            *cut = (Cut){ unit, at };
            return true;
        }
    return false;
}

/* Of a unit that is wider than the box and has no break in it: as many grapheme
 * clusters as fit, but one at least. */
static Cut cut_anywhere(const Setting *setting, int unit, size_t from, double room)
{
    const Unit *whole = &setting->units.at[unit];
    Arena *scratch = setting->scratch;
    Str text = str_slice(setting->text, from, whole->to);
    while (text.len && is_space(text.at[text.len - 1]))
        text.len--;
    ArenaMark mark = arena_mark(scratch);
    const bool *begins = unicode_graphemes(scratch, text);
    size_t *ends = arena_array(scratch, text.len, sizeof *ends);
    int count = 0;
    for (size_t i = 1; i <= text.len; i++)
        if (i == text.len || begins[i])
            ends[count++] = from + i;
    /* Doubling first: the effort goes with what fits, not with what there is. */
    int fits = 1, too_many = 2;
    while (too_many <= count &&
           rows_part(setting, unit, from, ends[too_many - 1]).ink <=
               room + ROWS_SLACK) {
        fits = too_many;
        too_many *= 2;
    }
    if (too_many > count)
        too_many = count + 1;
    while (fits + 1 < too_many) {
        int middle = (fits + too_many) / 2;
        if (rows_part(setting, unit, from, ends[middle - 1]).ink <= room + ROWS_SLACK)
            fits = middle;
        else
            too_many = middle;
    }
    Cut cut =
        count && fits < count ? (Cut){ unit, ends[fits - 1] } : behind(setting, unit);
    arena_rewind(scratch, mark);
    return cut;
}

/* Where to end a row that `unit`, at x, makes too wide: the last break before that. */
static Cut find_cut(const Setting *setting, Cut from, int unit, double x)
{
    Cut cut;
    for (int i = unit;; i--) {
        bool is_first = i == from.unit;
        size_t begin = is_first ? from.at : setting->units.at[i].from;
        if (i < unit)
            x -= rows_part(setting, i, begin, setting->units.at[i].to).advance;
        if (cut_inside(setting, i, begin, setting->width - x, &cut))
            return cut;
        if (is_first)
            break;
        if (line_may_break(&setting->breaks, begin))
            return (Cut){ i, begin };
    }
    if (unit > from.unit) /* words that belong together, wider than the box */
        return (Cut){ unit, setting->units.at[unit].from };
    return cut_anywhere(setting, unit, from.at, setting->width);
}

static Row fill_row(const Setting *setting, Cut from)
{
    double x = 0;
    for (int i = from.unit; i < setting->units.count; i++) {
        Unit part = rows_part(setting, i, from.at, setting->text.len);
        if (part.ink > 0 && x + part.ink > setting->width + ROWS_SLACK)
            return rows_measure(setting, from, find_cut(setting, from, i, x));
        if (part.is_forced)
            return rows_measure(setting, from, behind(setting, i));
        x += part.advance;
    }
    return rows_measure(setting, from,
                        (Cut){ setting->units.count, setting->text.len });
}

Rows first_fit(const Setting *setting)
{
    Rows rows = { 0 };
    Cut from = { 0, 0 };
    do {
        Row row = fill_row(setting, from);
        vec_push(setting->scratch, &rows, row);
        from = row.to;
    } while (from.unit < setting->units.count);
    return rows;
}
