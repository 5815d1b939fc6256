#include "compose/claim_side.h"

#include <math.h>

Side side_of(SlideContext *context, Statistic statistic, int statement, int group)
{
    Query query = figure_query(statistic, statement, group);
    Figure figure = figure_find(context->slice, query);
    return (Side){ group, figure, figure.value,
                   figure_interval(context->slice, query) };
}

Side side_of_unit(const Standing *standing)
{
    return (Side){ GROUP_ALL, standing->mean, standing->mean.value,
                   standing->interval };
}

int side_list(SlideContext *context, Statistic statistic, int statement, Side *out)
{
    int count = 0;
    for (int group = 0; group < context->slice->round.description->group_count;
         group++) {
        Side side = side_of(context, statistic, statement, group);
        if (figure_is_shown(side.figure))
            out[count++] = side;
    }
    return count;
}

bool side_is_higher(const Side *high, const Side *low, double least)
{
    double difference = high->value - low->value;
    if (difference < least - 1e-9 || !interval_is_known(high->interval) ||
        !interval_is_known(low->interval))
        return false;
    return difference >
           hypot(high->value - high->interval.low, low->interval.high - low->value);
}

void side_find_gap(const Side *groups, int count, double least, int *low, int *high)
{
    double widest = 0;
    *low = *high = -1;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            double gap = groups[i].value - groups[j].value;
            if (gap <= widest || !side_is_higher(&groups[i], &groups[j], least))
                continue;
            widest = gap;
            *high = i;
            *low = j;
        }
}

int side_balance(SlideContext *context, const Side *agree, const Side *disagree)
{
    double difference = agree->value - disagree->value;
    double least = context->slice->round.description->least_share_difference;
    Query net = agree->figure.query;
    net.statistic = STATISTIC_NET;
    Interval interval = figure_interval(context->slice, net);
    if (!figure_is_shown(agree->figure) || !interval_is_known(interval) ||
        fabs(difference) < least - 1e-9)
        return 0;
    return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0;
}
