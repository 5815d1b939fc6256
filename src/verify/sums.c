#include "verify/sums.h"

#include <math.h>

void sums_add(Sums *sums, int answer, double weight)
{
    if (answer == ANSWER_UNSURE) {
        sums->unsure++;
        sums->unsure_weight += weight;
    } else if (answer >= 1) {
        sums->answered++;
        sums->people[answer - 1]++;
        sums->weights[answer - 1] += weight;
        sums->squares += weight * weight;
    }
}

double sums_weight(const Sums *sums, int first, int last)
{
    double sum = 0;
    for (int step = first; step <= last; step++)
        sum += sums->weights[step - 1];
    return sum;
}

void sums_subtract(Sums *whole, const Sums *part)
{
    for (int i = 0; i < STEP_MAX; i++) {
        whole->weights[i] -= part->weights[i];
        whole->people[i] -= part->people[i];
    }
    whole->squares -= part->squares;
    whole->unsure_weight -= part->unsure_weight;
    whole->answered -= part->answered;
    whole->unsure -= part->unsure;
}

double sums_mean(const Sums *sums, const Scale *scale)
{
    double sum = 0, weight = sums_weight(sums, 1, scale->step_count);
    for (int i = 0; i < scale->step_count; i++)
        sum += (scale->first + i) * sums->weights[i];
    return weight > 0 ? sum / weight : (double)NAN;
}

double sums_deviation(const Sums *sums, const Scale *scale)
{
    if (sums->answered < 2)
        return (double)NAN;
    double mean = sums_mean(sums, scale), sum = 0;
    for (int i = 0; i < scale->step_count; i++)
        sum += sums->weights[i] * pow(scale->first + i - mean, 2);
    double variance = sum / sums_weight(sums, 1, scale->step_count);
    return sqrt(variance * sums->answered / (sums->answered - 1.0));
}

static double median(const Sums *sums, const Scale *scale)
{
    double half = sums_weight(sums, 1, scale->step_count) / 2;
    for (int step = 1; step <= scale->step_count && half > 0; step++)
        if (sums_weight(sums, 1, step) >= half)
            return scale->first + step - 1;
    return (double)NAN;
}

static double share(const Sums *sums, int first, int last, int steps)
{
    double weight = sums_weight(sums, 1, steps);
    return weight > 0 ? sums_weight(sums, first, last) / weight : (double)NAN;
}

double sums_value(const Sums *sums, const Scale *scale, Query query)
{
    int steps = scale->step_count;
    double unsure = sums->unsure_weight, all = sums_weight(sums, 1, steps) + unsure;
    switch ((int)query.statistic) {
    case STATISTIC_ANSWERED: return sums->answered;
    case STATISTIC_MEAN: return sums_mean(sums, scale);
    case STATISTIC_MEDIAN: return median(sums, scale);
    case STATISTIC_SD: return sums_deviation(sums, scale);
    case STATISTIC_AGREE: return share(sums, scale->agree_from, steps, steps);
    case STATISTIC_DISAGREE: return share(sums, 1, scale->disagree_to, steps);
    case STATISTIC_SHARE: return share(sums, query.step, query.step, steps);
    case STATISTIC_NEUTRAL:
        return share(sums, scale->disagree_to + 1, scale->agree_from - 1, steps);
    case STATISTIC_NET:
        return 100 * (share(sums, scale->agree_from, steps, steps) -
                      share(sums, 1, scale->disagree_to, steps));
    case STATISTIC_UNSURE: return all > 0 ? unsure / all : (double)NAN;
    default: return (double)NAN;
    }
}

double sums_half_width(const Sums *sums, const Scale *scale, double deviation,
                       int invited)
{
    const double z = 1.96; /* as stats/interval.c rounds it: differences hang on it */
    double weight = sums_weight(sums, 1, scale->step_count);
    double variance = deviation * deviation * sums->squares / (weight * weight);
    if (invited >= sums->answered && invited >= 2)
        variance *= (double)(invited - sums->answered) / (invited - 1);
    return isnan(variance) ? 0 : z * sqrt(variance);
}

double sums_net_deviation(const Sums *sums, const Scale *scale)
{
    int steps = scale->step_count;
    double agree = share(sums, scale->agree_from, steps, steps);
    double disagree = share(sums, 1, scale->disagree_to, steps);
    double variance = agree + disagree - pow(agree - disagree, 2);
    if (sums->answered < 2)
        return (double)NAN;
    return 100 * sqrt(variance * sums->answered / (sums->answered - 1.0));
}

bool sums_share_interval(const Sums *sums, const Scale *scale, double value,
                         int invited, double *low, double *high)
{
    const double z = 1.96;
    double weight = sums_weight(sums, 1, scale->step_count);
    double people = sums->squares > 0 ? weight * weight / sums->squares : 0;
    if (invited >= sums->answered && invited >= 2)
        people *= (double)(invited - 1) / (invited - sums->answered);
    if (people <= 0 || isnan(value))
        return false;
    double part = z * z / people;
    double half = sqrt(part * value * (1 - value) + part * part / 4);
    *low = fmax((value + part / 2 - half) / (1 + part), 0);
    *high = fmin((value + part / 2 + half) / (1 + part), 1);
    return true;
}

/* Largest remainder, ties to the earlier one. */
void sums_percents(const double *weights, int count, int *percents)
{
    double total = 0, rest[STEP_MAX];
    int left = 100;
    for (int i = 0; i < count; i++)
        total += weights[i];
    for (int i = 0; i < count; i++) {
        double exact = total > 0 ? 100 * weights[i] / total : 0;
        percents[i] = (int)floor(exact + 1e-9);
        rest[i] = exact - percents[i];
        left -= percents[i];
    }
    for (; total > 0 && left > 0; left--) {
        int most = 0;
        for (int i = 1; i < count; i++)
            if (rest[i] > rest[most] + 1e-9)
                most = i;
        percents[most]++;
        rest[most] = -1;
    }
}
