/* Units are shaped whole and come from the shaper's cache. Rows are filled unit by
 * unit, first fit; only where a unit does not fit is it shaped anew in parts, up to a
 * soft hyphen, a hyphen or a slash in it. So kerning and ligatures never depend on
 * where a line could break, and text that fits one line asks for no line breaking at
 * all. */
#include "text/rows.h"

#include <math.h>
#include <string.h>

/* Sums of the same widths in another order differ by less than this, in points. */
static const double slack = 1e-6;

/* A last line shorter than this share of the box gets a word from the line above, if
 * that has more words than these. */
static const double orphan_share = 0.12;
enum { ORPHAN_WORDS = 3 };

/* Lines are balanced to within half a point. */
static const double balance_step = 0.5;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A mark on a blank belongs to it. */
static bool is_mark_at(Str text, size_t at)
{
    return (unsigned char)text.at[at] >= 0x80 && unicode_is_mark(utf8_next(text, &at));
}

static size_t unit_end(Str text, size_t at, size_t end)
{
    do {
        while (at < end && !is_space(text.at[at]))
            at++;
        while (at < end && is_space(text.at[at]))
            if (text.at[at++] == '\n')
                return at;
    } while (at < end && is_mark_at(text, at));
    return at;
}

static Str without_line_feed(Str s)
{
    if (s.len && s.at[s.len - 1] == '\n')
        s.len--;
    if (s.len && s.at[s.len - 1] == '\r')
        s.len--;
    return s;
}

static const Word *shape_in(Shaper *shaper, Str text, const TextStyle *style)
{
    ShapeStyle shape_style = { .role = style->role,
                               .is_tabular = style->is_tabular,
                               .is_spaced = style->tracking != 0 };
    return shaper_word(shaper, text, shape_style);
}

static double points(double advance, int glyph_count, const TextStyle *style)
{
    return (advance + style->tracking * glyph_count) * style->size / 1000;
}

/* The bytes from..to, which lie in one span, shaped. */
static Unit make_unit(const Setting *setting, int span, size_t from, size_t to)
{
    const TextStyle *style = &setting->spans[span].style;
    Str text = str_slice(setting->text, from, to);
    bool is_forced = !setting->is_line && text.at[text.len - 1] == '\n';
    if (is_forced)
        text = without_line_feed(text);
    const Word *word = shape_in(setting->shaper, text, style);
    return (Unit){ .from = from,
                   .to = to,
                   .span = span,
                   .is_forced = is_forced,
                   .word = word,
                   .advance = points(word->advance, word->glyph_count, style),
                   .ink = points(word->ink, word->ink_count, style) };
}

static Str join(Arena *arena, const TextSpan *spans, int count)
{
    if (count == 1)
        return spans[0].text;
    size_t len = 0;
    for (int i = 0; i < count; i++)
        len += spans[i].text.len;
    char *at = arena_alloc(arena, len);
    len = 0;
    for (int i = 0; i < count; i++) {
        if (spans[i].text.len)
            memcpy(at + len, spans[i].text.at, spans[i].text.len);
        len += spans[i].text.len;
    }
    return (Str){ at, len };
}

static Cut end_of(const Setting *setting)
{
    return (Cut){ setting->units.count, setting->text.len };
}

static Cut behind(const Setting *setting, int unit)
{
    return (Cut){ unit + 1, setting->units.at[unit].to };
}

/* What a row from..to has of a unit. */
static Unit part_of(const Setting *setting, int unit, size_t from, size_t to)
{
    const Unit *whole = &setting->units.at[unit];
    if (from <= whole->from && to >= whole->to)
        return *whole;
    return make_unit(setting, whole->span, from > whole->from ? from : whole->from,
                     to < whole->to ? to : whole->to);
}

/* One past the last unit that the row has something of. */
static int unit_limit(const Setting *setting, Cut to)
{
    bool is_inside =
        to.unit < setting->units.count && to.at > setting->units.at[to.unit].from;
    return to.unit + is_inside;
}

static Row measure_row(const Setting *setting, Cut from, Cut to)
{
    Row row = { .from = from, .to = to };
    double x = 0;
    for (int i = from.unit; i < unit_limit(setting, to); i++) {
        Unit part = part_of(setting, i, from.at, to.at);
        if (part.ink > 0)
            row.width = x + part.ink;
        x += part.advance;
        row.ends_paragraph = part.is_forced;
    }
    if (to.unit == setting->units.count)
        row.ends_paragraph = true;
    return row;
}

/* The longest part of a unit, from `from` to a break in it, that fits; false when none
 * does. */
static bool cut_inside(const Setting *setting, int unit, size_t from, double room,
                       Cut *cut)
{
    for (size_t at = setting->units.at[unit].to - 1; at > from; at--)
        if (line_may_break(&setting->breaks, at) &&
            part_of(setting, unit, from, at).ink <= room + slack) {
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
           part_of(setting, unit, from, ends[too_many - 1]).ink <= room + slack) {
        fits = too_many;
        too_many *= 2;
    }
    if (too_many > count)
        too_many = count + 1;
    while (fits + 1 < too_many) {
        int middle = (fits + too_many) / 2;
        if (part_of(setting, unit, from, ends[middle - 1]).ink <= room + slack)
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
            x -= part_of(setting, i, begin, setting->units.at[i].to).advance;
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
        Unit part = part_of(setting, i, from.at, setting->text.len);
        if (part.ink > 0 && x + part.ink > setting->width + slack)
            return measure_row(setting, from, find_cut(setting, from, i, x));
        if (part.is_forced)
            return measure_row(setting, from, behind(setting, i));
        x += part.advance;
    }
    return measure_row(setting, from, end_of(setting));
}

static Rows fill(const Setting *setting)
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

static int count_words(const Setting *setting, const Row *row)
{
    int count = 0;
    for (int i = row->from.unit; i < unit_limit(setting, row->to); i++)
        count += setting->units.at[i].ink > 0;
    return count;
}

static int count_divided(const Setting *setting, const Rows *rows)
{
    int count = 0;
    for (int i = 0; i < rows->count; i++)
        count += unit_limit(setting, rows->at[i].to) > rows->at[i].to.unit;
    return count;
}

/* Moves the last word of a row down to the next, where that is possible and
 * `is_better`. */
static void move_down(const Setting *setting, Row *row, Row *next,
                      bool (*is_better)(const Row *, const Row *, const Row *,
                                        const Row *))
{
    for (int i = unit_limit(setting, row->to) - 1; i > row->from.unit; i--) {
        Cut cut = { i, setting->units.at[i].from };
        if (!line_may_break(&setting->breaks, cut.at))
            continue;
        Row shorter = measure_row(setting, row->from, cut);
        Row longer = measure_row(setting, cut, next->to);
        if (longer.width <= setting->width + slack &&
            is_better(row, next, &shorter, &longer)) {
            *row = shorter;
            *next = longer;
        }
        return;
    }
}

static bool always(const Row *row, const Row *next, const Row *shorter,
                   const Row *longer)
{
    (void)row, (void)next, (void)shorter, (void)longer;
    return true;
}

static bool is_more_even(const Row *row, const Row *next, const Row *shorter,
                         const Row *longer)
{
    return fabs(shorter->width - longer->width) < fabs(row->width - next->width);
}

/* Running text: no line with one short word at the end of a paragraph. */
static void relieve(const Setting *setting, Rows *rows)
{
    for (int i = 1; i < rows->count; i++) {
        Row *row = &rows->at[i - 1], *last = &rows->at[i];
        if (last->ends_paragraph && !row->ends_paragraph &&
            last->width < orphan_share * setting->width &&
            count_words(setting, row) > ORPHAN_WORDS)
            move_down(setting, row, last, always);
    }
}

/* Titles: the narrowest box that takes no more lines and divides no more words. */
static Rows balance(const Setting *setting, Rows rows)
{
    Setting narrow = *setting;
    int divided = count_divided(setting, &rows);
    double low = 0, high = setting->width;
    while (high - low > balance_step) {
        narrow.width = (low + high) / 2;
        Rows candidate = fill(&narrow);
        bool is_as_good = candidate.count <= rows.count &&
                          count_divided(setting, &candidate) <= divided;
        for (int i = 0; i < candidate.count; i++)
            is_as_good = is_as_good && candidate.at[i].width <= setting->width + slack;
        if (is_as_good) {
            high = narrow.width;
            rows = candidate;
        } else {
            low = narrow.width;
        }
    }
    for (int i = 1; i < rows.count; i++)
        if (rows.at[i].ends_paragraph && !rows.at[i - 1].ends_paragraph)
            move_down(setting, &rows.at[i - 1], &rows.at[i], is_more_even);
    return rows;
}

Setting rows_start(Arena *scratch, Shaper *shaper, const TextSpan *spans, int count,
                   bool is_line)
{
    Setting setting = { .scratch = scratch,
                        .shaper = shaper,
                        .spans = spans,
                        .text = join(scratch, spans, count),
                        .is_line = is_line };
    size_t end = 0;
    for (int span = 0; span < count; span++) {
        size_t from = end;
        end += spans[span].text.len;
        while (from < end) {
            size_t to = unit_end(setting.text, from, end);
            vec_push(scratch, &setting.units, make_unit(&setting, span, from, to));
            from = to;
        }
    }
    return setting;
}

Row rows_whole(const Setting *setting)
{
    return measure_row(setting, (Cut){ 0, 0 }, end_of(setting));
}

Rows rows_break(Setting *setting, ParagraphOptions options)
{
    setting->width = options.width;
    Rows rows = { 0 };
    bool is_forced = false;
    for (int i = 0; i + 1 < setting->units.count; i++)
        is_forced = is_forced || setting->units.at[i].is_forced;
    Row whole = rows_whole(setting);
    if (!is_forced && whole.width <= setting->width + slack) {
        vec_push(setting->scratch, &rows, whole);
        return rows;
    }
    setting->breaks = line_breaks(setting->scratch, setting->text);
    rows = fill(setting);
    if (options.is_balanced)
        return balance(setting, rows);
    relieve(setting, &rows);
    return rows;
}

int row_limit(const Setting *setting, const Row *row)
{
    return unit_limit(setting, row->to);
}

Unit row_unit(const Setting *setting, const Row *row, int unit)
{
    return part_of(setting, unit, row->from.at, row->to.at);
}

double rows_advance(Shaper *shaper, Str text, const TextStyle *style)
{
    double advance = 0;
    for (size_t from = 0; from < text.len;) {
        size_t to = unit_end(text, from, text.len);
        const Word *word = shape_in(shaper, str_slice(text, from, to), style);
        advance += points(word->advance, word->glyph_count, style);
        from = to;
    }
    return advance;
}
