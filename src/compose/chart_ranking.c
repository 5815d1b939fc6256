/* Units in the order of their means, each with its interval; this unit is marked, the
 * region's mean a dashed line. */
#include "compose/interval_rows.h"

const ChartKind chart_ranking = {
    .name = "ranking",
    .help = "units in the order of their means, with intervals; this unit is marked",
    .uses = CHART_RANKS,
    .prints = CHART_PRINTS_DOT,
    .fit = interval_rows_fit,
    .height = interval_rows_height,
    .paint = interval_rows_paint,
};
