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
    double low, high;     /* interval of the mean; equal: none is known */
    bool is_clear;        /* the change is larger than its uncertainty */
    bool is_own;          /* this unit, among others */
    bool is_unnamed;      /* another unit, whose name is not told */
    int colour;           /* of the group, for palette_group */
    Str place;            /* in a ranking: «8.» */
    const Figure *series; /* means by ChartData.series */
    Figure sort_key;      /* see chart_sort */
    const int
        *percents; /* by column, adding to 100; NULL where the values are no shares */
} ChartRow;

typedef struct ChartData {
    const ChartRow *rows;
    int row_count;
    /* All rows, when the chart is one of several pages: axes and columns are theirs. */
    const ChartRow *all_rows;
    int all_row_count;
    int page_rows; /* on the fullest of these pages, which are set alike; 0: each by its
                    * own */
    const Str *columns; /* names of the values: steps, groups */
    const Str *legend;  /* shorter ones, for a legend; NULL: the names */
    int column_count;
    int step_count;      /* of the scale */
    int first_step;      /* value of its first step */
    Statistic statistic; /* of the values: a share, a mean or a count */
    bool has_means;
    bool has_nets;      /* those means are net scores, and changes those of them */
    Str change_heading; /* empty: no changes */
    int last_total;     /* columns from here on are totals, set apart; 0: none */
    double largest;     /* counts: a bar of full width; 0: the largest of the rows */
    int hidden_limit;   /* printed where a figure is hidden */
    Str topic;          /* what it is about, for the alternative text */
    Str row_heading;    /* over the names of a table */
    /* Diverging: the steps on the two sides; those between are neutral. */
    int disagree_to, agree_from;
    bool is_neutral_aside; /* in a column of its own, not over the middle */
    const Str *series;     /* what the means of a grouped bar chart are of */
    int series_count;      /* below 2: one bar for each row */
    Figure reference;      /* a mean that all rows are held against */
    Str reference_label;
} ChartData;

/* What a kind can show. */
typedef enum ChartUse {
    CHART_SHARES = 1,   /* a distribution in each row */
    CHART_COUNTS = 2,   /* one count in each row */
    CHART_MEANS = 4,    /* means in rows and columns */
    CHART_ROUNDS = 8,   /* means, a column for each round */
    CHART_RANKS = 16,   /* the mean of each row, in a ranking */
    CHART_CLASSES = 32, /* one distribution, and its classes as series */
} ChartUse;

/* Which figures of a row a kind prints. */
typedef enum ChartPrints {
    CHART_PRINTS_VALUES = 1,
    CHART_PRINTS_MEAN = 2,    /* where the data has means */
    CHART_PRINTS_CHANGE = 4,  /* where the data has changes */
    CHART_PRINTS_NOTE = 8,    /* of a distribution: how many answered */
    CHART_PRINTS_SERIES = 16, /* the means of the series, or the one count */
    CHART_PRINTS_DOT = 32,    /* the mean that the row is about */
} ChartPrints;

typedef struct ChartKind {
    const char *name; /* as a layout spells it: `chart: stacked` */
    const char *help;
    int uses;   /* ChartUse, or-ed */
    int prints; /* ChartPrints, or-ed */
    /* How many of the first rows fit in the box, set as densely as the kind allows. */
    int (*fit)(Canvas *canvas, Rect box, const ChartData *data);
    /* The height that suits all rows, where the chart is one of several things on a
     * page. */
    double (*height)(Canvas *canvas, double width, const ChartData *data);
    /* Tags go under `parent`; what does not fit is for the caller: the box is never
     * left. False with errors when the box is too small. */
    bool (*paint)(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope);
} ChartKind;

#define CHART_KINDS(ROW)                                                               \
    ROW(stacked)                                                                       \
    ROW(diverging)                                                                     \
    ROW(bar)                                                                           \
    ROW(dots)                                                                          \
    ROW(heat)                                                                          \
    ROW(trend)                                                                         \
    ROW(ranking)                                                                       \
    ROW(steps)
#define DECLARE(kind) extern const ChartKind chart_##kind;
CHART_KINDS(DECLARE)
#undef DECLARE

/* In the order of their rows; the names, closed by NULL, are choices for a Field. */
extern const ChartKind *const chart_kinds[];
extern const char *const chart_names[];

/* What it wants of a medium that flows; 0 on any other. */
double chart_height(const ChartKind *kind, Canvas *canvas, double width,
                    const ChartData *data);

/* Where a chart stands in a room below a title: it begins where it would below one of
 * two lines, so that charts do not jump from page to page, or higher where it needs the
 * room for the height that suits it. */
Rect chart_zone(const ChartKind *kind, Canvas *canvas, Rect room,
                const ChartData *data);

/* Paints it, and logs the figures that it prints. */
bool chart_paint(const ChartKind *kind, Canvas *canvas, TagId parent, Rect box,
                 const ChartData *data, const Scope *scope);

/* What the chart is about, ended as a sentence: for its alternative text. */
Str chart_topic(Canvas *canvas, const ChartData *data);

/* A figure tag with its box and its alternative text. */
TagId chart_figure(Canvas *canvas, TagId parent, Rect box, Str alt);

/* False, with an error that names the charts that can, when the kind does not show
 * this. */
bool chart_check_use(Canvas *canvas, const ChartKind *kind, ChartUse use);

/* The highest key first; rows whose key is not shown next, totals last. Equal rows keep
 * their order. */
void chart_sort(ChartRow *rows, int count);

/* Width that the widest name or note takes, at most max. */
double chart_name_width(Canvas *canvas, const ChartData *data, double max);

/* Width of the column of names beside bars, of a chart that wide: as the widest needs,
 * at most a quarter, or a third where a name would need more than two lines. */
double chart_name_column(Canvas *canvas, const ChartData *data, double width);

/* From row to row where nothing else decides it: as names of that width and their notes
 * need beside bars. */
double chart_row_pitch(Canvas *canvas, const ChartData *data, double name_width);

/* The least from row to row in which every name has room, set as small as can be,
 * beside bars; of all rows, where the chart is one of several pages. */
double chart_least_pitch(Canvas *canvas, const ChartData *data, double name_width);

/* The names of the columns as they stand in a legend or over cells. */
static inline const Str *chart_column_names(const ChartData *data)
{
    return data->legend ? data->legend : data->columns;
}

/* Where a row's name stands: right-aligned, about a middle; `pitch` is from row to row.
 */
typedef struct NameBox {
    double right, width;
    double middle, pitch;
} NameBox;

/* The name and note of a row. A long name is broken, and set smaller when it needs more
 * than the row; an error when it does not fit even so. The note is left out when there
 * is no room for it. */
void chart_row_name(Canvas *canvas, TagId tag, const ChartRow *row, NameBox box);

/* The mark of a series or group: circle, square, diamond, triangle, and again. */
void chart_mark(Canvas *canvas, TagId tag, int shape, double x, double y, double radius,
                Colour fill);

/* «3,1–3,7», or empty. */
Str chart_interval_text(Canvas *canvas, const ChartRow *row);

/* With the rows of all pages, by which axes and columns are placed. */
ChartData chart_whole(const ChartData *data);

/* What the mean of a row is, and its heading. */
static inline Statistic chart_mean_statistic(const ChartData *data)
{
    return data->has_nets ? STATISTIC_NET : STATISTIC_MEAN;
}
static inline WordId chart_mean_heading(const ChartData *data)
{
    return data->has_nets ? WORD_NET_HEADING : WORD_MEAN_HEADING;
}
/* Why the change of a row that shows something is not there: «ikke stilt i 2024»,
 * «skjermet». Empty where it is there, or nothing can be said. */
Str chart_change_reason(Canvas *canvas, const ChartRow *row, const ChartData *data);
/* «mot 2024», or the reason, where no row has a change, and for the same one. */
Str chart_change_heading(Canvas *canvas, const ChartData *data);
/* «+0,3»; of net scores «+4»; else the reason, or a dash where the heading says it or
 * there is none. */
Str chart_change_text(Canvas *canvas, const ChartRow *row, const ChartData *data);
/* A clear change stands out from the rest; reasons are no larger than notes. */
TextStyle chart_change_style(Canvas *canvas, const ChartRow *row, double size);
/* Of the heading and the reasons; 0 where there are no changes. */
double chart_change_width(Canvas *canvas, const ChartData *data);

/* Whether it exists and is not shown, for the sake of those who answered. */
bool chart_is_hidden(Figure figure);

/* What is said once of figures that are all hidden: the reason that they share, or that
 * they are hidden. Empty when there is one, or when one of them is not hidden. */
Str chart_hidden_text(Canvas *canvas, const Figure *figures, int count,
                      Statistic statistic, int hidden_limit);

/* Value of the scale's last step. */
static inline int chart_last_step(const ChartData *data)
{
    return data->first_step + data->step_count - 1;
}

#endif
