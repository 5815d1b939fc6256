/* interval.h - how sure one can be: 95 % confidence intervals.
 * Means: normal, value ± z·√variance, variance of cell_variance (survey/cell.h).
 * Differences of means: the variances are added.
 * Shares: Wilson (1927), JASA 22:209, on the effective number of people.
 * Differences of shares: Newcombe (1998), Statistics in Medicine 17:873, method 10,
 * from the two Wilson intervals. */
#ifndef STATS_INTERVAL_H
#define STATS_INTERVAL_H
#include <stdbool.h>

typedef struct Interval {
    double low, high; /* both NAN: not known */
} Interval;

/* A mean or a share drawn from a population. */
typedef struct Estimate {
    double value;
    bool is_share;
    double variance; /* of a mean */
    double people;   /* of a share: effective number; INFINITY: all of the population */
} Estimate;

extern const Interval interval_unknown;

bool interval_is_known(Interval interval);
Interval interval_of(Estimate estimate);
/* Of first - second, two independent estimates of one kind. */
Interval interval_of_difference(Estimate first, Estimate second);
Interval interval_scaled(Interval interval, double factor); /* factor >= 0 */

#endif
