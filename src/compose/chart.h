/* chart.h - every chart. To add one: write chart_NAME.c, add a row.
 * A chart paints a table of figures into a box of the medium and chooses its labels
 * from that box. It never sees the survey. */
#ifndef COMPOSE_CHART_H
#define COMPOSE_CHART_H
#include "compose/canvas.h"

/* One line of the chart: a group, a statement. */
typedef struct ChartRow {
    Str name;
    Str note; /* beside or below the name: «n = 51», «46 %» */
    bool is_total;
    int entry;            /* slide that the name links to, or -1 */
    const Figure *values; /* by column */
    Figure mean, change;
    const int
        *percents; /* by column, adding to 100; NULL where the values are no shares */
} ChartRow;

typedef struct ChartData {
    const ChartRow *rows;
    int row_count;
    const Str *columns; /* names of the values: steps, groups */
    int column_count;
    int step_count;      /* of the scale */
    Statistic statistic; /* of the values: a share, a mean or a count */
    bool has_means;
    Str change_heading; /* empty: no changes */
    int last_total;     /* columns from here on are totals, set apart; 0: none */
    double largest;     /* counts: a bar of full width; 0: the largest of the rows */
    int hidden_limit;   /* printed where a figure is hidden */
    Str topic;          /* what it is about, for the alternative text */
    Str row_heading;    /* over the names of a table */
} ChartData;

/* What a kind can show. */
typedef enum ChartUse {
    CHART_SHARES = 1, /* a distribution in each row */
    CHART_COUNTS = 2, /* one count in each row */
    CHART_MEANS = 4,  /* means in rows and columns */
} ChartUse;

typedef struct ChartKind {
    const char *name; /* as a layout spells it: `chart: stacked` */
    const char *help;
    int uses; /* ChartUse, or-ed */
    /* How many of the first rows fit in the box, set as densely as the kind allows. */
    int (*fit)(Canvas *canvas, Rect box, const ChartData *data);
    /* Tags go under `parent`; what does not fit is for the caller: the box is never
     * left. False with errors when the box is too small. */
    bool (*paint)(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope);
} ChartKind;

#define CHART_KINDS(ROW)                                                               \
    ROW(stacked)                                                                       \
    ROW(bar)                                                                           \
    ROW(heat)
#define DECLARE(kind) extern const ChartKind chart_##kind;
CHART_KINDS(DECLARE)
#undef DECLARE

/* In the order of their rows; the names, closed by NULL, are choices for a Field. */
extern const ChartKind *const chart_kinds[];
extern const char *const chart_names[];

/* A figure tag with its box and its alternative text. */
TagId chart_figure(Canvas *canvas, TagId parent, Rect box, Str alt);

/* Width that the widest name or note takes, at most max. */
double chart_name_width(Canvas *canvas, const ChartData *data, double max);

/* The name and note of a row, right-aligned at x and in the middle of `height` from y
 * on. A long name is broken, and set smaller when it needs more than the height; an
 * error when it does not fit even so. The note is left out when there is no room for
 * it. */
void chart_row_name(Canvas *canvas, TagId tag, const ChartRow *row, double x, double y,
                    double height, double width);

#endif
