/* count.h - the survey's figures, counted once more from the answers as they were read.
 * Nothing of stats/ is used but the words for what a figure is: what a deck prints is
 * held against this, so that a fault in one of the two is seen. What is hidden is the
 * plan's to say; that nothing rests on fewer answers than the limit is seen to here,
 * whatever the plan says. Formulas: see survey/cell.h and stats/interval.h. */
#ifndef VERIFY_COUNT_H
#define VERIFY_COUNT_H
#include "verify/sums.h"

typedef struct Counts Counts;

/* Borrows everything. previous: NULL when there is no earlier round. */
Counts *counts_make(Arena *arena, const Plan *plan, const Survey *survey,
                    const Survey *previous);

/* The survey as one unit's deck may show it. */
typedef struct View {
    const Counts *counts;
    int unit, before; /* index in the register of each round; before: -1 for none */
} View;

View view_of(const Counts *counts, int unit);
const Survey *view_survey(const View *view);   /* of this round */
const Survey *view_previous(const View *view); /* or NULL */

/* A figure as that unit's deck is to print it, or why it is not to. */
Figure count_find(const View *view, Query query);

/* The answers to a statement that a figure rests on. */
typedef struct CountedSums {
    Sums sums;
    const Scale *scale;
    int invited; /* of those people; -1: not known */
} CountedSums;
/* False where they are not shown, or there are none. */
bool count_sums(const View *view, Query query, CountedSums *out);

/* The two figures whose difference a change, or the distance to the region, is; false
 * of another statistic. */
bool count_pair(Query query, Query *first, Query *second);

/* 95 % of a mean, a net score, or the share of a unit that agrees, disagrees, or does
 * not know; false
 * when none is known, or a mean or a score is a point. */
bool count_interval(const View *view, Query query, double *low, double *high);

/* Whole per cents of the steps, adding to 100; all 0 without a base. */
void count_percents(const View *view, Query query, int *percents);
/* The same of those who disagree, do neither, and agree. */
void count_class_percents(const View *view, Query query, int *percents);

/* How many people gave a step, or were unsure (step 0). */
int count_people(const View *view, Query query);

/* How many units the register has, and how many of them took part in this round. */
int count_register(const View *view);
int count_units(const View *view);

/* Cells hidden of a group (GROUP_ALL for all of them) in this round, for one reason. */
int count_hidden(const View *view, PopulationName population, int group, Hiding hiding);

/* How many of those are questions from 0 to 10. */
int count_hidden_questions(const View *view, PopulationName population, int group,
                           Hiding hiding);

/* Whether n is hidden for that reason. */
bool count_hides_people(const View *view, PopulationName population, int group,
                        Hiding hiding);

/* The units in a ranking, from the highest mean; the own one alone where others are
 * kept hidden. */
typedef struct Ranked {
    int unit; /* index in the register */
    int rank; /* ties share */
    Figure mean;
    double low, high; /* equal: no interval */
    bool is_clear;    /* it differs clearly from the own one */
} Ranked;
int count_ranking(Arena *arena, const View *view, int statement, Ranked **out);

/* Answers to a question (-1: to any) that raise a theme. */
int count_coded(const View *view, int question);

/* Different answers to a question that may be shown. */
int count_quotable(const View *view, int question);

/* Whether the open answers of a group may be shown, in this round. */
bool count_shows_answers(const View *view, int group);

#endif
