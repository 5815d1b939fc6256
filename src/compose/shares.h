/* shares.h - what charts of distributions have in common: the columns, the legend, the
 * segments, the mean and change behind each row, the words that say it all. */
#ifndef COMPOSE_SHARES_H
#define COMPOSE_SHARES_H
#include "compose/chart.h"

/* Where everything stands, from left to right. */
typedef struct ShareColumns {
    double name_right, name_width;
    double bar_left, bar_width;
    double mean_right; /* numbers are right-aligned here */
    double change_left;
} ShareColumns;

ShareColumns shares_columns(Canvas *canvas, Rect box, const ChartData *data);

/* Paints the names of the steps over the bars, in segment order, and the headings of
 * mean and change beside them; gives the height that they take. */
double shares_head(Canvas *canvas, TagId tag, ShareColumns columns, double y,
                   const ChartData *data);

/* One step's segment: `box` with the gap at its right end, where `has_gap`. Its number
 * is left out when it does not fit inside. */
void shares_segment(Canvas *canvas, TagId tag, Rect box, bool has_gap, int step,
                    const ChartRow *row, const ChartData *data);

/* Rows of one pitch: the bars are a part of it, and no higher than suits them where
 * names need more. */
typedef struct ShareRows {
    double top, pitch; /* of the first row; from row to row */
    double bar_height;
} ShareRows;

/* In what a head of that height leaves of the box. */
ShareRows shares_rows(Canvas *canvas, Rect box, double head, ShareColumns columns,
                      const ChartData *data);
Rect shares_bar(const ShareRows *rows, ShareColumns columns, int index);

/* The row's name at the left; where the row has no distribution, the reason for it
 * where the bar would begin, and false. */
bool shares_name(Canvas *canvas, TagId tag, ShareColumns columns, const ShareRows *rows,
                 Rect bar, const ChartRow *row, const ChartData *data);

/* Of that reason. */
double shares_absence_width(Canvas *canvas, Rect bar, const ChartRow *row,
                            const ChartData *data);

/* Its mean and change at the right; a clear change stands out. */
void shares_figures(Canvas *canvas, TagId tag, ShareColumns columns, Rect bar,
                    const ChartRow *row, const ChartData *data);

/* «Ansatte (n = 57): Helt uenig 2 %, …; snitt 3,4.» for every row. */
Str shares_describe(Canvas *canvas, WordId phrase, const ChartData *data);

/* What a row and the head need at least; what suits them. */
int shares_fit(Canvas *canvas, Rect box, const ChartData *data);
double shares_height(Canvas *canvas, double width, const ChartData *data);

#endif
