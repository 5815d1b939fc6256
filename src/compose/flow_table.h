/* flow_table.h - a Markdown table, measured and painted row by row. */
#ifndef COMPOSE_FLOW_TABLE_H
#define COMPOSE_FLOW_TABLE_H
#include "compose/slide.h"

typedef struct FlowTable {
    const Block *block;
    int row_count;         /* the first is the head */
    const double *widths;  /* of the columns */
    const double *heights; /* of the rows */
    Colour ink;
} FlowTable;

/* Columns as wide as their text wants, in proportion when that is too much. */
FlowTable flow_table_measure(SlideContext *context, const Block *block, double width,
                             Colour ink);

/* Paints one row, its top at y. tag: the table's, or TAG_ARTIFACT for a repeated head.
 */
void flow_table_paint(SlideContext *context, const FlowTable *table, TagId tag, int row,
                      double x, double y);

#endif
