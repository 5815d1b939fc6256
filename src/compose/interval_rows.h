/* interval_rows.h - a row for each mean: its name, a dot with its interval on a common
 * axis, and the figures. A real table, with header cells, whose dots are decoration:
 * all that they say stands in the cells. */
#ifndef COMPOSE_INTERVAL_ROWS_H
#define COMPOSE_INTERVAL_ROWS_H
#include "compose/chart.h"

/* How many of the first rows fit, set as densely as can be read. */
double interval_rows_height(Canvas *canvas, double width, const ChartData *data);
int interval_rows_fit(Canvas *canvas, Rect box, const ChartData *data);

/* Places stand before the names where the rows have any; this unit's row is marked with
 * the accent; the reference is a dashed line with its label below. */
bool interval_rows_paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                         const Scope *scope);

#endif
