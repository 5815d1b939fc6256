/* figure_log.h - the figures that a deck prints, as they are printed: what it takes to
 * check a deck against the answers. Each figure carries the query that found it. */
#ifndef STATS_FIGURE_LOG_H
#define STATS_FIGURE_LOG_H
#include "base/arena.h"
#include "base/str.h"
#include "stats/figure.h"

typedef struct PrintedFigure {
    Figure figure;
    Str text;
    const char *name;  /* what it is, where no statistic says; else NULL */
    Str row;           /* of a chart, by name; else empty */
    bool is_other;     /* of another unit than the deck's: the row names it … */
    bool is_unnamed;   /* … or does not: its base would tell which it is */
    Interval interval; /* where it is printed beside the figure: low < high */
    int page;          /* from 1; of a text over several pages the first */
    const char *kind;  /* of the slide */
    Str slide;         /* its id, or empty */
    Str title;         /* its heading */
} PrintedFigure;

/* `struct` where a deck points to it. */
typedef struct FigureLog {
    Arena *arena;
    /* Where what is added now is printed. */
    int page;
    const char *kind;
    Str slide;
    VEC(PrintedFigure) figures;
} FigureLog;

/* Adds a figure once for each text that it is printed as on the page. One that no
 * query found is passed over, and all are where there is no log. */
void figure_log_add(FigureLog *log, PrintedFigure printed);

/* The same around a text on its way to the page; gives the text back. */
Str figure_logged(FigureLog *log, Figure figure, Str text);

#endif
