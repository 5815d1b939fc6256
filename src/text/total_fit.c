/* Each place where a row may end is reached from an earlier one by the way of fewest
 * rows, and among these of least cost: D. E. Knuth and M. F. Plass, "Breaking
 * Paragraphs into Lines", Software: Practice and Experience 11 (1981), 1119-1184, with
 * the active breakpoints found by looking back over one row. Their demerits measure how
 * far the glue of a justified line is stretched. Ragged lines have none to stretch, so
 * a row costs the square of the share of the box that it leaves, and penalties are in
 * the same unit: 0.25 is as bad as a row that is half empty. */
#include "text/total_fit.h"

#include <limits.h>
#include <math.h>

/* A word divided, and one more when the row before ends so too. */
static const double divided_cost = 0.12, ladder_cost = 0.15;
/* Words of titles are only divided to save a row, and so is the name that they keep. */
static const double divided_title_cost = 2;
/* One word alone on the last row, the shorter the worse; in a title, whose last row
 * counts as the others do; and a last row shorter than a share of the box. */
static const double orphan_cost = 0.25, orphan_title_cost = 0.05;
static const double short_cost = 4, short_share = 0.25;

/* Where a row may end, and the best way there. Distances are from the beginning of the
 * text, were it one row. */
typedef struct Stop {
    Cut cut;
    double ends;   /* the ink of a row that ends here */
    double begins; /* the row that begins here */
    int words;     /* before it, without the one that it divides */
    bool is_inside, is_in_name;
    int from; /* index of the stop where the row begins */
    int rows; /* INT_MAX: there is no way here */
    double cost;
} Stop;

typedef struct Fit {
    const Setting *setting;
    TextKind kind;
    VEC(Stop) stops; /* of one paragraph */
} Fit;

static void add_stop(Fit *fit, Stop stop)
{
    stop.rows = INT_MAX;
    vec_push(fit->setting->scratch, &fit->stops, stop);
}

/* The breaks in a unit that begins at x. */
static void add_inside(Fit *fit, int unit, double x, int words)
{
    const Setting *setting = fit->setting;
    const Unit *whole = &setting->units.at[unit];
    for (size_t at = whole->from + 1; at < whole->to; at++) {
        if (!line_may_break(&setting->breaks, at))
            continue;
        Unit part = rows_part(setting, unit, whole->from, at);
        Unit rest = rows_part(setting, unit, at, whole->to);
        add_stop(fit, (Stop){
                          .cut = {unit, at},
                          .ends = x + part.ink,
                          .begins = x + whole->advance - rest.advance,
                          .words = words,
                          .is_inside = true
        });
    }
}

/* Whether the name that titles keep stands around that byte of the text. */
static bool is_in_name(const Setting *setting, size_t at)
{
    Str name = setting->name, text = setting->text;
    for (size_t before = 1; before < name.len && before <= at; before++)
        if (str_starts(str_slice(text, at - before, text.len), name))
            return true;
    return false;
}

/* The stops of the paragraph that begins with a unit; gives the unit behind it. */
static int add_paragraph(Fit *fit, int unit)
{
    const Setting *setting = fit->setting;
    double x = 0, ink = 0;
    int words = 0;
    fit->stops.count = 0;
    add_stop(fit, (Stop){
                      .cut = {unit, setting->units.at[unit].from}
    });
    for (bool is_last = false; !is_last; unit++) {
        const Unit *part = &setting->units.at[unit];
        add_inside(fit, unit, x, words);
        if (part->ink > 0) {
            ink = x + part->ink;
            words++;
        }
        x += part->advance;
        is_last = part->is_forced || unit + 1 == setting->units.count;
        if (is_last || line_may_break(&setting->breaks, part->to))
            add_stop(fit, (Stop){
                              .cut = {unit + 1, part->to},
                              .ends = ink,
                              .begins = x,
                              .words = words,
                              .is_in_name = is_in_name(setting, part->to)
            });
    }
    return unit;
}

static double row_width(const Fit *fit, const Stop *from, const Stop *to)
{
    if (from->is_inside && to->is_inside && from->cut.unit == to->cut.unit)
        return rows_part(fit->setting, from->cut.unit, from->cut.at, to->cut.at).ink;
    return fmax(0, to->ends - from->begins);
}

static double last_row_cost(const Fit *fit, const Stop *from, const Stop *to,
                            double share)
{
    bool is_title = fit->kind == TEXT_TITLE, is_only = from == fit->stops.at;
    double cost = is_title ? (1 - share) * (1 - share) : 0;
    if (is_only)
        return cost;
    if (to->words - from->words <= 1)
        return cost + (is_title ? orphan_title_cost : orphan_cost * (1 - share));
    return cost + short_cost * pow(fmax(0, short_share - share), 2);
}

static double row_cost(const Fit *fit, const Stop *from, const Stop *to, double width)
{
    double share = fit->setting->width > 0 ? width / fit->setting->width : 1;
    if (to == &fit->stops.at[fit->stops.count - 1])
        return last_row_cost(fit, from, to, share);
    double cost = (1 - share) * (1 - share);
    if (to->is_in_name && fit->kind == TEXT_TITLE)
        cost += divided_title_cost;
    if (to->is_inside)
        cost += fit->kind == TEXT_TITLE ? divided_title_cost : divided_cost;
    if (to->is_inside && from->is_inside)
        cost += ladder_cost;
    return cost;
}

/* Looks back from a stop as far as one row reaches. */
static void reach(Fit *fit, int index)
{
    Stop *to = &fit->stops.at[index];
    for (int i = index - 1; i >= 0; i--) {
        const Stop *from = &fit->stops.at[i];
        double width = row_width(fit, from, to);
        if (width > fit->setting->width + ROWS_SLACK)
            return;
        if (from->rows == INT_MAX || from->rows + 1 > to->rows)
            continue;
        double cost = from->cost + row_cost(fit, from, to, width);
        if (from->rows + 1 < to->rows || cost < to->cost) {
            to->from = i;
            to->rows = from->rows + 1;
            to->cost = cost;
        }
    }
}

static bool fit_paragraph(Fit *fit, Rows *out)
{
    Arena *scratch = fit->setting->scratch;
    fit->stops.at[0].rows = 0;
    for (int i = 1; i < fit->stops.count; i++)
        reach(fit, i);
    const Stop *last = &fit->stops.at[fit->stops.count - 1];
    if (last->rows == INT_MAX)
        return false;
    int first = out->count;
    for (int i = 0; i < last->rows; i++)
        vec_push(scratch, out, (Row){ 0 });
    for (int i = out->count - 1; i >= first; i--) {
        const Stop *from = &fit->stops.at[last->from];
        out->at[i] = rows_measure(fit->setting, from->cut, last->cut);
        last = from;
    }
    return true;
}

bool total_fit(const Setting *setting, TextKind kind, Rows *out)
{
    Fit fit = { .setting = setting, .kind = kind };
    Rows rows = { 0 };
    for (int unit = 0; unit < setting->units.count;) {
        unit = add_paragraph(&fit, unit);
        if (!fit_paragraph(&fit, &rows))
            return false;
    }
    *out = rows;
    return true;
}
