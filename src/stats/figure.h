/* figure.h - a number with its base and its state, found by a query.
 * Statistics stay unrounded; they are rounded when printed. */
#ifndef STATS_FIGURE_H
#define STATS_FIGURE_H
#include "stats/interval.h"
#include "survey/slice.h"

typedef enum FigureState {
    FIGURE_SHOWN,
    FIGURE_MISSING,        /* no base: nobody answered, or nothing is known */
    FIGURE_HIDDEN,         /* by the plan: too few answers */
    FIGURE_WITHHELD,       /* by the plan: shown, it would give others away */
    FIGURE_NOT_ASKED,      /* in that round */
    FIGURE_NOT_COMPARABLE, /* wording or scale changed */
    FIGURE_NO_ROUND,       /* no previous round */
    FIGURE_NO_PART,        /* the unit took no part in the previous round */
} FigureState;

typedef enum Statistic {
    STATISTIC_N, /* respondents */
    STATISTIC_INVITED,
    STATISTIC_RESPONSE_RATE, /* n / invited */
    STATISTIC_ANSWERED,      /* valid answers on the scale */
    STATISTIC_MEAN,
    STATISTIC_MEDIAN, /* lower middle step's value */
    STATISTIC_SD,     /* n - 1; missing for one */
    STATISTIC_AGREE,
    STATISTIC_DISAGREE,
    STATISTIC_NEUTRAL,          /* the share that does neither */
    STATISTIC_UNSURE,           /* unsure / (answered + unsure) */
    STATISTIC_SHARE,            /* of one step */
    STATISTIC_CHANGE,           /* mean minus the previous round's */
    STATISTIC_DIFFERENCE,       /* the unit's mean minus the region's */
    STATISTIC_AGREE_CHANGE,     /* the same two of the share that agrees */
    STATISTIC_AGREE_DIFFERENCE, /* its base and round are the unit's */
    STATISTIC_NET,              /* agree less disagree, -100 to 100 */
    STATISTIC_NET_CHANGE,       /* the same two of it */
    STATISTIC_NET_DIFFERENCE,
    STATISTIC_RANK,
    STATISTIC_ANSWERS, /* open answers to a question that may be shown, duplicates too
                        */
    STATISTIC_UNIQUE,  /* different open answers: to a question, or over all (-1) */
    STATISTIC_THEME,   /* open answers that raise a theme */
    STATISTIC_THEME_SHARE, /* of the answers that raise any */
    STATISTIC_UNITS,       /* units that took part */
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
    int theme;     /* index, for STATISTIC_THEME and STATISTIC_THEME_SHARE */
} Query;

/* Of the unit in this round, and of no question. */
static inline Query figure_query(Statistic statistic, int statement, int group)
{
    return (Query){
        .statistic = statistic, .statement = statement, .group = group, .question = -1
    };
}

typedef struct Figure {
    FigureState state;
    double value; /* share 0-1, mean of steps' values, a count …; NAN unless shown */
    int base;     /* people it rests on */
    /* Of a change or difference: the people it is measured against, in the previous
     * round or in the region. */
    int other_base;
    Str round;      /* not asked, no part: in which round */
    bool has_query; /* found by that query */
    Query query;
} Figure;

Figure figure_find(const Slice *slice, Query query);

/* 95 % interval of a mean, a share (SHARE, AGREE, DISAGREE, NEUTRAL, UNSURE), a net
 * score, a change or a difference, in the figure's own unit. Both NAN when the figure
 * is not shown or has no interval: one answer only, or a share of a region that is a
 * mean of units. See interval.h. */
Interval figure_interval(const Slice *slice, Query query);

/* The least difference of a statistic (a mean, a share, a net score) that is marked, in
 * its own unit. */
double figure_least(const Description *description, Statistic statistic, int statement);

/* What may be said of a change or a difference. */
typedef enum Mark {
    MARK_NONE,   /* nothing: not shown, no interval, or no such statistic */
    MARK_SAME,   /* «om lag som»: smaller than the description's `marks`, and the
                  * interval ends nearer to zero than twice that */
    MARK_UNSURE, /* neither: it may be nothing, and may be much */
    MARK_HIGHER, /* at least as large as the description's `marks`, and the interval */
    MARK_LOWER,  /* excludes zero */
} Mark;
Mark figure_mark(const Slice *slice, Query query);

static inline bool mark_is_clear(Mark mark)
{
    return mark == MARK_HIGHER || mark == MARK_LOWER;
}

/* A unit's place by its mean over all groups. */
typedef struct Standing {
    Str name; /* empty: anonymous */
    bool is_own;
    int rank; /* 1: highest; ties share */
    Figure mean;
    Interval interval;
} Standing;

/* The units whose figure for a statement in a round is shown, by rank; how many. Only
 * the own one where the description keeps others hidden. */
int figure_standings(Arena *arena, const Slice *slice, Query query, Standing **out);

static inline bool figure_is_shown(Figure figure)
{
    return figure.state == FIGURE_SHOWN;
}

/* Whole per cents that add to 100: largest remainder, ties to the earlier step. All 0
 * when there is no base. */
void figure_percents(const double *weights, int count, int *out);

#endif
