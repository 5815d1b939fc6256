/* cell.h - the answers of one group of one population to one statement, counted. */
#ifndef SURVEY_CELL_H
#define SURVEY_CELL_H
#include "survey/description.h"

/* Why a cell is not shown. */
typedef enum Hiding {
    HIDING_NONE,
    HIDING_FEW,   /* it rests on too few answers */
    HIDING_OTHER, /* shown, it would give away what others answered */
} Hiding;

typedef struct Cell {
    int counts[STEP_MAX];     /* people, by step */
    double weights[STEP_MAX]; /* sums of weights, by step */
    double squares;           /* sum of the squared weights of all who answered */
    double unsure_weight;
    int answered;      /* sum of counts: the base */
    int unsure, blank; /* people */
    Hiding hiding;     /* by the survey's plan */
    /* Of a mean over units instead of people: how many units, and the variance of that
     * mean. 0: over people. */
    int unit_count;
    double variance;
} Cell;

static inline bool cell_is_hidden(const Cell *cell)
{
    return cell->hiding != HIDING_NONE;
}

void cell_add(Cell *sum, const Cell *cell);
/* What is left of `sum` without `part`, which is one of its parts. */
void cell_subtract(Cell *sum, const Cell *part);

/* The mean of the steps' values; NAN when nobody answered. */
double cell_mean(const Cell *cell, const Scale *scale);

/* Standard deviation of the steps: weighted, with Bessel's correction for the number of
 * people. NAN for fewer than two. */
double cell_deviation(const Cell *cell, int step_count);

/* How many people drawn from an endless population would tell as much as these, of
 * `invited` (negative: unknown). The variance of a mean is deviation² divided by it.
 * Weights: (Σw)²/Σw² (Kish 1965, Survey Sampling, 11.7). Finite population: the
 * variance is multiplied by (N − n)/(N − 1) (Cochran 1977, Sampling Techniques, 2.6).
 * INFINITY when all who were invited answered; more than that is taken as unknown. */
double cell_people(const Cell *cell, int step_count, int invited);

/* Variance of the mean; NAN for fewer than two answers. */
double cell_variance(const Cell *cell, int step_count, int invited);

#endif
