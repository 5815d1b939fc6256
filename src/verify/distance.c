#include "verify/distance.h"

#include "verify/round.h"

#include <math.h>

static bool half_of(const Sums *sums, const Scale *scale, int invited, bool is_net,
                    double *half)
{
    double deviation =
        is_net ? sums_net_deviation(sums, scale) : sums_deviation(sums, scale);
    *half = sums_half_width(sums, scale, deviation, invited);
    return sums->answered > 1;
}

bool distance_half(const View *view, Query query, double *half)
{
    CountedSums counted;
    return count_sums(view, query, &counted) &&
           half_of(&counted.sums, counted.scale, counted.invited,
                   query.statistic == STATISTIC_NET, half);
}

/* The region without the unit, as a mean of units: each that is shown has the same
 * weight. share: how much of the distance to it is left to the region with the unit. */
static bool half_of_units(const View *view, Query query, double *half, double *share)
{
    double squares = 0;
    int others = 0;
    if (query.statistic == STATISTIC_NET)
        return false;
    query.population = POPULATION_UNIT;
    for (int i = 0; i < count_register(view); i++) {
        View other = { .counts = view->counts, .unit = i, .before = -1 };
        double own;
        if (i == view->unit || !distance_half(&other, query, &own))
            continue;
        squares += own * own;
        others++;
    }
    *half = sqrt(squares) / others;
    *share = others / (others + 1.0);
    return others > 0;
}

/* The same as a mean of people. */
static bool half_of_people(const View *view, Query query, const CountedSums *own,
                           double *half, double *share)
{
    CountedSums region;
    if (!count_sums(view, query, &region))
        return false;
    int steps = region.scale->step_count;
    double whole = sums_weight(&region.sums, 1, steps);
    bool is_known = region.invited >= 0 && own->invited >= 0;
    sums_subtract(&region.sums, &own->sums);
    *share = sums_weight(&region.sums, 1, steps) / whole;
    return half_of(&region.sums, region.scale,
                   is_known ? region.invited - own->invited : -1,
                   query.statistic == STATISTIC_NET, half);
}

/* Half of the interval of the difference; of independent ones the squares add up, and
 * the region is not independent of a unit that is part of it, but the others are. */
static bool find_half(const View *view, Query first, Query second, double *half)
{
    const Description *description = view_survey(view)->description;
    CountedSums own;
    double here, there = 0, share = 1;
    if (!count_sums(view, first, &own) || !distance_half(view, first, &here))
        return false;
    bool is_found = first.round != second.round || description->region_is_others
                        ? distance_half(view, second, &there)
                    : description->region_is_of_units
                        ? half_of_units(view, second, &there, &share)
                        : half_of_people(view, second, &own, &there, &share);
    *half = hypot(here, there) * share;
    return is_found;
}

Mark distance_mark(const View *view, Query query)
{
    Query first, second;
    double half;
    Figure distance = count_find(view, query);
    if (!figure_is_shown(distance) || !count_pair(query, &first, &second) ||
        !find_half(view, first, second, &half))
        return MARK_NONE;
    const Description *description = view_survey(view)->description;
    double least =
        first.statistic == STATISTIC_NET
            ? 200 * description->least_share_difference
            : description_scale(description, query.statement)->least_difference;
    double apart = fabs(distance.value);
    if (apart >= least - 1e-9 && apart > half)
        return distance.value > 0 ? MARK_HIGHER : MARK_LOWER;
    return apart < least - 1e-9 && apart + half < 2 * least ? MARK_SAME : MARK_UNSURE;
}
