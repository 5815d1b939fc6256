/* figure.h - a number with its base and its state, found by a query.
 * Statistics stay unrounded; they are rounded when printed. */
#ifndef STATS_FIGURE_H
#define STATS_FIGURE_H
#include "survey/slice.h"

typedef enum FigureState {
    FIGURE_SHOWN,
    FIGURE_MISSING,        /* no base: nobody answered, or nothing is known */
    FIGURE_HIDDEN,         /* by the plan */
    FIGURE_NOT_ASKED,      /* in that round */
    FIGURE_NOT_COMPARABLE, /* wording or scale changed */
    FIGURE_NO_ROUND,       /* no previous round, or the unit took no part in it */
} FigureState;

typedef struct Figure {
    FigureState state;
    double value; /* share 0-1, mean 1…k, a count …; NAN unless shown */
    int base;     /* people it rests on */
} Figure;

typedef enum Statistic {
    STATISTIC_N, /* respondents */
    STATISTIC_INVITED,
    STATISTIC_RESPONSE_RATE, /* n / invited */
    STATISTIC_ANSWERED,      /* valid answers on the scale */
    STATISTIC_MEAN,
    STATISTIC_MEDIAN, /* lower middle step */
    STATISTIC_SD,     /* n - 1; missing for one */
    STATISTIC_AGREE,
    STATISTIC_DISAGREE,
    STATISTIC_UNSURE, /* unsure / (answered + unsure) */
    STATISTIC_SHARE,  /* of one step */
    STATISTIC_CHANGE, /* mean minus the previous round's */
    STATISTIC_RANK,
    STATISTIC_ANSWERS, /* open answers to a question that may be shown, duplicates too
                        */
    STATISTIC_UNIQUE,  /* different open answers: to a question, or over all (-1) */
    STATISTIC_UNITS,   /* units that took part */
} Statistic;

typedef enum RoundName { ROUND_THIS, ROUND_PREVIOUS } RoundName;
typedef enum PopulationName { POPULATION_UNIT, POPULATION_REGION } PopulationName;

typedef struct Query {
    Statistic statistic;
    RoundName round;
    PopulationName population;
    int group;     /* index, or GROUP_ALL */
    int statement; /* index in this round's description */
    int question;  /* index, or -1: all */
    int step;      /* 1…k, for STATISTIC_SHARE */
} Query;

Figure figure_find(const Slice *slice, Query query);

static inline bool figure_is_shown(Figure figure)
{
    return figure.state == FIGURE_SHOWN;
}

/* Whole per cents that add to 100: largest remainder, ties to the earlier step. All 0
 * when there is no base. */
void figure_percents(const double *weights, int count, int *out);

#endif
