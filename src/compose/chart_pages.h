/* chart_pages.h - a chart of more rows than a page holds goes on on a next one. */
#ifndef COMPOSE_CHART_PAGES_H
#define COMPOSE_CHART_PAGES_H
#include "compose/chart.h"
#include "compose/frame.h"

/* Paints the rows that fit into `box`, on the page that is begun, or fewer, where the
 * pages then have about as many; `data` has the rest of them afterwards. False with an
 * error when not one row fits. */
bool chart_paint_first(SlideContext *context, const ChartKind *kind,
                       const FrameText *frame, ChartData *data, Rect box);

/* Paints the rest, if any, on further pages, which have the frame's title and nothing
 * but the chart; as densely as the first part, which has `box`, if they then hold it.
 */
bool chart_paint_rest(SlideContext *context, const ChartKind *kind,
                      const FrameText *frame, ChartData data, Rect box);

/* Both, where nothing else stands on the first page. */
bool chart_paint_pages(SlideContext *context, const ChartKind *kind,
                       const FrameText *frame, ChartData data, Rect box);

#endif
