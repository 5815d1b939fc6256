/* The distribution of each row as one bar of segments, 100 % wide.
 * A segment's number is left out when it would not fit inside; the alternative text has
 * all of them. */
#include "compose/shares.h"

static void paint_segments(Canvas *canvas, TagId tag, Rect bar, const ChartRow *row,
                           const ChartData *data)
{
    double x = bar.x;
    for (int step = 1; step <= data->column_count; step++) {
        double width = bar.width * row->values[step - 1].value;
        shares_segment(canvas, tag, (Rect){ x, bar.y, width, bar.height },
                       step < data->column_count, step, row, data);
        x += width;
    }
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    (void)scope;
    TagId figure = chart_figure(canvas, parent, box,
                                shares_describe(canvas, WORD_ALT_STACKED, data));
    ShareColumns columns = shares_columns(canvas, box, data);
    double head = shares_head(canvas, figure, columns, box.y, data);
    ShareRows rows = shares_rows(canvas, box, head, columns, data);
    for (int i = 0; i < data->row_count; i++) {
        Rect bar = shares_bar(&rows, columns, i);
        const ChartRow *row = &data->rows[i];
        if (!shares_name(canvas, figure, columns, &rows, bar, row, data))
            continue;
        paint_segments(canvas, figure, bar, row, data);
        shares_figures(canvas, figure, columns, bar, row, data);
    }
    return true;
}

const ChartKind chart_stacked = {
    .name = "stacked",
    .help = "the distribution of each group as one bar of segments",
    .uses = CHART_SHARES,
    .prints = CHART_PRINTS_VALUES | CHART_PRINTS_MEAN | CHART_PRINTS_CHANGE |
              CHART_PRINTS_NOTE,
    .fit = shares_fit,
    .height = shares_height,
    .paint = paint,
};
