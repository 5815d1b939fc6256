/* sums.h - the answers of some people to one statement, summed once more, and what is
 * computed of them. Written apart from survey/cell.h and stats/, against which it is
 * held; the formulas are those that cell.h and stats/interval.h cite. */
#ifndef VERIFY_SUMS_H
#define VERIFY_SUMS_H
#include "stats/figure.h"

typedef struct Sums {
    double weights[STEP_MAX]; /* by step */
    int people[STEP_MAX];
    double squares; /* of the weights of all who gave a step */
    double unsure_weight;
    int answered, unsure;
} Sums;

/* An answer as a survey has it: a step, ANSWER_UNSURE or none. */
void sums_add(Sums *sums, int answer, double weight);
void sums_subtract(Sums *whole, const Sums *part);

/* Of those who gave a step from first to last, counted from 1. */
double sums_weight(const Sums *sums, int first, int last);

/* Of the steps' values: NAN when nobody answered, or, of the deviation, fewer than two.
 */
double sums_mean(const Sums *sums, const Scale *scale);
double sums_deviation(const Sums *sums, const Scale *scale);
/* Of 100 for who agrees and -100 for who disagrees. */
double sums_net_deviation(const Sums *sums, const Scale *scale);

/* A statistic of one statement: shares from 0 to 1, a net score from -100 to 100. NAN
 * without a base. */
double sums_value(const Sums *sums, const Scale *scale, Query query);

/* Half of the 95 % interval of a mean of values with that deviation: normal, with the
 * finite population correction; 0 when all who were invited (negative: not known)
 * answered. */
double sums_half_width(const Sums *sums, const Scale *scale, double deviation,
                       int invited);

/* The 95 % interval of a share from 0 to 1: Wilson (1927), JASA 22:209, on as many
 * people as the weights are worth, the more of them the larger a part of the invited
 * answered. False when nobody did. */
bool sums_share_interval(const Sums *sums, const Scale *scale, double value,
                         int invited, double *low, double *high);

/* Whole per cents of the weights, at most STEP_MAX, adding to 100; all 0 without a
 * base. */
void sums_percents(const double *weights, int count, int *percents);

#endif
