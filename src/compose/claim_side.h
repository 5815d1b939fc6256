/* claim_side.h - how many of a group are on one side: a share, or a net score, with how
 * sure it is. What groups differ in is found from these. */
#ifndef COMPOSE_CLAIM_SIDE_H
#define COMPOSE_CLAIM_SIDE_H
#include "compose/claim.h"

typedef struct Side {
    int group; /* or GROUP_ALL */
    Figure figure;
    double value; /* of the figure */
    Interval interval;
} Side;

Side side_of(SlideContext *context, Statistic statistic, int statement, int group);

Side side_of_unit(const Standing *standing);

/* Of the groups that are shown, at most GROUP_MAX; how many. */
int side_list(SlideContext *context, Statistic statistic, int statement, Side *out);

/* Whether the higher one is higher beyond doubt: the interval of the difference
 * (Newcombe 1998, method 10, from the two intervals; of scores that is the normal one)
 * excludes zero, and the difference is at least so large. */
bool side_is_higher(const Side *high, const Side *low, double least);

/* The pair furthest apart of those that differ clearly; -1: there is none. */
void side_find_gap(const Side *groups, int count, double least, int *low, int *high);

/* Whether clearly more agree than disagree (1), or fewer (-1): by at least the least
 * difference of shares that is marked, and beyond doubt. 0 where neither is shown. */
int side_balance(SlideContext *context, const Side *agree, const Side *disagree);

#endif
