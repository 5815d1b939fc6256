/* The distribution of each row as a bar of segments about a middle: those who disagree
 * to its left, those who agree to its right. The neutral steps lie half on each side,
 * or stand in a column of their own. All rows have one measure, in which the longest
 * reach to the two sides fills the width, so that lengths compare within the chart. */
#include "compose/shares.h"

#include <math.h>

static const double ASIDE_GAP = 18;  /* between the bars and the neutral column */
static const double LINE_END = 4;    /* of the middle's line above and below the bars */
static const double ABSENCE_AIR = 8; /* between that line and a reason */

/* The reach of rows to the two sides, and of the neutral column; shares. */
typedef struct Reach {
    double left, right, neutral;
} Reach;

static double share_of(const ChartRow *row, int first, int last)
{
    double share = 0;
    for (int step = first; step <= last; step++)
        share += row->values[step - 1].value;
    return share;
}

static Reach row_reach(const ChartRow *row, const ChartData *data)
{
    double neutral = share_of(row, data->disagree_to + 1, data->agree_from - 1);
    double half = data->is_neutral_aside ? 0 : neutral / 2;
    return (Reach){
        .left = share_of(row, 1, data->disagree_to) + half,
        .right = share_of(row, data->agree_from, data->column_count) + half,
        .neutral = data->is_neutral_aside ? neutral : 0,
    };
}

static Reach widest_reach(const ChartData *data)
{
    Reach widest = { 0 };
    for (int i = 0; i < data->row_count; i++) {
        if (!figure_is_shown(data->rows[i].values[0]))
            continue;
        Reach reach = row_reach(&data->rows[i], data);
        widest.left = fmax(widest.left, reach.left);
        widest.right = fmax(widest.right, reach.right);
        widest.neutral = fmax(widest.neutral, reach.neutral);
    }
    return widest;
}

/* Where the middle is, where the neutral column begins, and how wide 100 % is. */
typedef struct Measure {
    double middle, aside, whole;
} Measure;

static Measure measure(Canvas *canvas, ShareColumns columns, const ChartData *data)
{
    Reach widest = widest_reach(data);
    double gap = widest.neutral > 0 ? canvas_scaled(canvas, ASIDE_GAP) : 0;
    double total = widest.left + widest.right + widest.neutral;
    double whole = total > 0 ? (columns.bar_width - gap) / total : 0;
    double middle = columns.bar_left + widest.left * whole;
    return (Measure){ middle, middle + widest.right * whole + gap, whole };
}

/* Steps first to last, from x on to the right. */
static void paint_run(Canvas *canvas, TagId tag, Rect bar, double whole, int first,
                      int last, const ChartRow *row, const ChartData *data)
{
    double x = bar.x;
    for (int step = first; step <= last; step++) {
        double width = whole * row->values[step - 1].value;
        shares_segment(canvas, tag, (Rect){ x, bar.y, width, bar.height },
                       step < data->column_count, step, row, data);
        x += width;
    }
}

static void paint_bar(Canvas *canvas, TagId tag, Rect bar, const Measure *at,
                      const ChartRow *row, const ChartData *data)
{
    Reach reach = row_reach(row, data);
    Rect place = { at->middle - reach.left * at->whole, bar.y, 0, bar.height };
    if (!data->is_neutral_aside) {
        paint_run(canvas, tag, place, at->whole, 1, data->column_count, row, data);
        return;
    }
    paint_run(canvas, tag, place, at->whole, 1, data->disagree_to, row, data);
    place.x = at->middle;
    paint_run(canvas, tag, place, at->whole, data->agree_from, data->column_count, row,
              data);
    place.x = at->aside;
    paint_run(canvas, tag, place, at->whole, data->disagree_to + 1,
              data->agree_from - 1, row, data);
}

/* The reason why a row has no bar stands where bars begin, or right of the middle where
 * the line would cross it. */
static double absence_left(Canvas *canvas, Rect bar, const Measure *at,
                           const ChartRow *row, const ChartData *data)
{
    double air = canvas_scaled(canvas, ABSENCE_AIR);
    double right = bar.x + shares_absence_width(canvas, bar, row, data) + air;
    return at->whole > 0 && right > at->middle ? at->middle + air : bar.x;
}

/* A thin line where the sides meet: from bar to bar, so that it crosses no number. */
static void paint_middle(Canvas *canvas, double x, double top, double bottom)
{
    canvas_line(canvas, TAG_ARTIFACT, x, top, x, bottom, 1,
                canvas->medium->palette.muted);
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    (void)scope;
    TagId figure = chart_figure(canvas, parent, box,
                                shares_describe(canvas, WORD_ALT_DIVERGING, data));
    ShareColumns columns = shares_columns(canvas, box, data);
    double head = shares_head(canvas, figure, columns, box.y, data);
    ShareRows rows = shares_rows(canvas, box, head, columns, data);
    Measure at = measure(canvas, columns, data);
    double end = canvas_scaled(canvas, LINE_END), line_top = 0;
    for (int i = 0; i < data->row_count; i++) {
        Rect bar = shares_bar(&rows, columns, i);
        const ChartRow *row = &data->rows[i];
        if (!figure_is_shown(row->values[0]))
            bar.x = absence_left(canvas, bar, &at, row, data);
        if (!shares_name(canvas, figure, columns, &rows, bar, row, data))
            continue;
        paint_middle(canvas, at.middle, line_top > 0 ? line_top : bar.y - end, bar.y);
        paint_bar(canvas, figure, bar, &at, row, data);
        shares_figures(canvas, figure, columns, bar, row, data);
        line_top = bar.y + bar.height;
    }
    if (line_top > 0)
        paint_middle(canvas, at.middle, line_top, line_top + end);
    return true;
}

const ChartKind chart_diverging = {
    .name = "diverging",
    .help = "the distribution of each group about a middle, disagreement to its left",
    .uses = CHART_SHARES,
    .prints = CHART_PRINTS_VALUES | CHART_PRINTS_MEAN | CHART_PRINTS_CHANGE |
              CHART_PRINTS_NOTE,
    .fit = shares_fit,
    .height = shares_height,
    .paint = paint,
};
