/* The mean of each row as a dot, with its interval as a line. */
#include "compose/interval_rows.h"

const ChartKind chart_dots = {
    .name = "dots",
    .help = "the mean of each group as a dot, with its interval",
    .uses = CHART_SHARES,
    .prints = CHART_PRINTS_DOT | CHART_PRINTS_NOTE,
    .fit = interval_rows_fit,
    .height = interval_rows_height,
    .paint = interval_rows_paint,
};
