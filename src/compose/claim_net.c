/* What may be said of the net scores of a question from 0 to 10. What has changed, and
 * the distance to the region, stand in claim_compare.c. */
#include "compose/claim_side.h"

#include <math.h>

/* A gap between groups must be so many times the least that is marked to be as
 * remarkable as a change, as in claim_groups.c; and so must the score itself, which
 * stands large beside the sentence. */
static const double GAP_EXPECTED = 4;
static const double BALANCE_EXPECTED = 3;

static double least_of(SlideContext *context, int statement)
{
    double least =
        figure_least(context->slice->round.description, STATISTIC_NET, statement);
    return fmax(least, 1);
}

static void add_side(SlideContext *context, const Side *side, const char *group,
                     const char *net, Claim *claim)
{
    claim_say(claim, side->figure);
    if (group)
        claim_word(claim, group, claim_among(context, &side->group, 1));
    claim_word(claim, net, claim_figure(context, side->figure));
}

/* No gap is clear: between which scores they are. */
static void add_level(SlideContext *context, const Side *groups, int count,
                      Claims *claims)
{
    bool are_all = count == context->slice->round.description->group_count;
    Claim claim = { .kind = are_all ? CLAIM_NET_LEVEL : CLAIM_NET_LEVEL_SHOWN,
                    .is_level = true };
    int low = 0, high = 0;
    for (int i = 1; i < count; i++) {
        low = groups[i].value < groups[low].value ? i : low;
        high = groups[i].value > groups[high].value ? i : high;
    }
    if (lround(groups[low].value) == lround(groups[high].value))
        return;
    add_side(context, &groups[low], NULL, "low-net", &claim);
    add_side(context, &groups[high], NULL, "high-net", &claim);
    vec_push(context->canvas.deck->arena, claims, claim);
}

void claim_net_groups(SlideContext *context, int statement, Claims *claims)
{
    Side groups[GROUP_MAX];
    double least = least_of(context, statement);
    int count = side_list(context, STATISTIC_NET, statement, groups), low, high;
    if (count < 2)
        return;
    side_find_gap(groups, count, least, &low, &high);
    if (low < 0) {
        add_level(context, groups, count, claims);
        return;
    }
    Claim claim = { .kind = CLAIM_NET_GAP,
                    .strength = (groups[high].value - groups[low].value) / least /
                                GAP_EXPECTED };
    add_side(context, &groups[high], "high", "high-net", &claim);
    add_side(context, &groups[low], "low", "low-net", &claim);
    vec_push(context->canvas.deck->arena, claims, claim);
}

/* Whether there are clearly more of those who would recommend, or of the others. */
void claim_net_whole(SlideContext *context, int statement, Claims *claims)
{
    Side agree = side_of(context, STATISTIC_AGREE, statement, GROUP_ALL);
    Side disagree = side_of(context, STATISTIC_DISAGREE, statement, GROUP_ALL);
    int balance = side_balance(context, &agree, &disagree);
    if (!balance)
        return;
    double net = 100 * fabs(agree.value - disagree.value);
    Claim claim = { .kind = balance > 0 ? CLAIM_NET_MORE_FOR : CLAIM_NET_MORE_AGAINST,
                    .strength = net / least_of(context, statement) / BALANCE_EXPECTED };
    add_side(context, &agree, NULL, "agree", &claim);
    add_side(context, &disagree, NULL, "disagree", &claim);
    vec_push(context->canvas.deck->arena, claims, claim);
}
