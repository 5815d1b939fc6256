#include "stats/interval.h"

#include <math.h>

static const double Z = 1.96; /* of 95 % */

const Interval interval_unknown = { (double)NAN, (double)NAN };

bool interval_is_known(Interval interval)
{
    return !isnan(interval.low) && !isnan(interval.high);
}

static Interval around(double value, double variance)
{
    double half = Z * sqrt(variance);
    return isnan(half) ? interval_unknown : (Interval){ value - half, value + half };
}

static Interval wilson(double share, double people)
{
    if (isnan(share) || isnan(people) || people <= 0)
        return interval_unknown;
    double z = Z * Z / people;
    double middle = (share + z / 2) / (1 + z);
    double half = sqrt(z * share * (1 - share) + z * z / 4) / (1 + z);
    return (Interval){ fmax(middle - half, 0), fmin(middle + half, 1) };
}

Interval interval_of(Estimate estimate)
{
    return estimate.is_share ? wilson(estimate.value, estimate.people)
                             : around(estimate.value, estimate.variance);
}

Interval interval_of_difference(Estimate first, Estimate second)
{
    double difference = first.value - second.value;
    if (!first.is_share)
        return around(difference, first.variance + second.variance);
    Interval a = interval_of(first), b = interval_of(second);
    if (!interval_is_known(a) || !interval_is_known(b))
        return interval_unknown;
    return (Interval){
        difference - hypot(first.value - a.low, b.high - second.value),
        difference + hypot(a.high - first.value, second.value - b.low),
    };
}

Interval interval_scaled(Interval interval, double factor)
{
    return (Interval){ interval.low * factor, interval.high * factor };
}
