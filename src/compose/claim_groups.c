/* What may be said of the groups' agreement, and of that of all of them together. */
#include "compose/claim_side.h"

#include <math.h>

/* Groups differ in most statements; a change and the distance to the region are news. A
 * gap between two groups must be so many times larger to be as remarkable, one between
 * a group and all others half as many times. */
static const double GAP_EXPECTED = 4;
static const double APART_EXPECTED = 2;

/* A clear majority is as remarkable as a marked difference, the more so the larger it
 * is: half as much again for each 10 points above the half. */
static const double MAJORITY = 0.75;
static const double MAJORITY_RISE = 5;
static const double MAJORITY_OF_ALL = 0.5; /* more where it is one in every group */

/* That clearly more agree than disagree: half of the difference between the two. */
static const double BALANCE_EXPECTED = 2;

/* Clear majorities on both sides are as remarkable as that many least differences. */
static const double OPPOSED = 2.2;

/* Answers are split where that many agree, that many disagree, and as many of each but
 * for so much. */
static const double SPLIT_SIDE = 0.35;
static const double SPLIT_LEAST = 0.05;
static const double SPLIT = 1.25;

static bool prints_alike(double a, double b)
{
    return lround(a * 100) == lround(b * 100);
}

/* «blant gründerne og i næringslivet»: the group, and those whose share is printed as
 * its is and which differ as clearly from the other one; notes the figures. */
static Str among_like(SlideContext *context, const Side *groups, int count, int like,
                      int other, double least, Claim *claim)
{
    int alike[GROUP_MAX], alike_count = 0;
    bool is_high = groups[like].value > groups[other].value;
    for (int i = 0; i < count; i++) {
        bool is_clear = is_high ? side_is_higher(&groups[i], &groups[other], least)
                                : side_is_higher(&groups[other], &groups[i], least);
        if (!is_clear || !prints_alike(groups[i].value, groups[like].value))
            continue;
        alike[alike_count++] = groups[i].group;
        claim_say(claim, groups[i].figure);
    }
    return claim_among(context, alike, alike_count);
}

/* «fra 58 til 81 %» of all groups but one (-1: of all); one share where they are alike.
 * Notes the figures. */
static Str range_text(SlideContext *context, const Side *groups, int count, int without,
                      Claim *claim)
{
    double low = (double)INFINITY, high = -low;
    for (int i = 0; i < count; i++)
        if (i != without) {
            low = fmin(low, groups[i].value);
            high = fmax(high, groups[i].value);
            claim_say(claim, groups[i].figure);
        }
    if (prints_alike(low, high))
        return claim_share(context, low);
    Arena *arena = context->canvas.deck->arena;
    return words_fill(arena, context->words, WORD_FINDING_RANGE, "low",
                      str_format(arena, "%ld", lround(low * 100)), "high",
                      claim_share(context, high), NULL);
}

/* What is said of groups between which there is no clear gap. */
static void claim_level(SlideContext *context, const Side *groups, int count,
                        Claims *claims)
{
    Arena *arena = context->canvas.deck->arena;
    Claim claim = { .is_level = true };
    double least = groups[0].value, most = groups[0].value;
    for (int i = 0; i < count; i++) {
        least = fmin(least, groups[i].value);
        most = fmax(most, groups[i].value);
        claim_say(&claim, groups[i].figure);
    }
    if (count == 1) {
        bool is_only = context->slice->round.description->group_count == 1;
        claim.kind = is_only ? CLAIM_ONLY : CLAIM_ONE;
        claim_word(&claim, "share", claim_share(context, least));
        if (!is_only) {
            int others = context->slice->round.description->group_count - 1;
            claim_word(&claim, "among", claim_among(context, &groups[0].group, 1));
            claim_word(&claim, "others", format_count(arena, context->words, others));
        }
    } else if (prints_alike(least, most)) {
        claim.kind = CLAIM_EQUAL;
        claim_word(&claim, "share", claim_share(context, least));
    } else {
        bool are_all = count == context->slice->round.description->group_count;
        claim.kind = are_all ? CLAIM_LEVEL : CLAIM_LEVEL_SHOWN;
        claim_word(&claim, "low-share", str_format(arena, "%ld", lround(least * 100)));
        claim_word(&claim, "high-share", claim_share(context, most));
    }
    vec_push(arena, claims, claim);
}

/* Whether every group that is not printed as the lowest or the highest is clearly
 * between them. */
static bool are_ends(const Side *groups, int count, int low, int high, double least)
{
    for (int i = 0; i < count; i++) {
        const Side *side = &groups[i];
        if (!prints_alike(side->value, groups[low].value) &&
            !side_is_higher(side, &groups[low], least))
            return false;
        if (!prints_alike(side->value, groups[high].value) &&
            !side_is_higher(&groups[high], side, least))
            return false;
    }
    return true;
}

static void claim_gap(SlideContext *context, const Side *groups, int count,
                      double least, Claims *claims)
{
    int low, high;
    side_find_gap(groups, count, least, &low, &high);
    if (low < 0) {
        claim_level(context, groups, count, claims);
        return;
    }
    double gap = groups[high].value - groups[low].value;
    bool are_all = count == context->slice->round.description->group_count;
    Claim claim = { .strength = gap / fmax(least, 0.01) / GAP_EXPECTED,
                    .kind = are_all && count > 2 &&
                                    are_ends(groups, count, low, high, least)
                                ? CLAIM_ENDS
                                : CLAIM_GAP };
    claim_word(&claim, "high",
               among_like(context, groups, count, high, low, least, &claim));
    claim_word(&claim, "high-share", claim_share(context, groups[high].value));
    claim_word(&claim, "low",
               among_like(context, groups, count, low, high, least, &claim));
    claim_word(&claim, "low-share", claim_share(context, groups[low].value));
    vec_push(context->canvas.deck->arena, claims, claim);
}

/* How far a group is from the nearest of the others, all of which are clearly on the
 * same side; 0: it is not apart. */
static double distance_of(const Side *groups, int count, int group, double least,
                          bool *is_high)
{
    double distance = (double)INFINITY;
    int above = 0, below = 0;
    for (int i = 0; i < count; i++) {
        if (i == group)
            continue;
        above += side_is_higher(&groups[group], &groups[i], least);
        below += side_is_higher(&groups[i], &groups[group], least);
        distance = fmin(distance, fabs(groups[i].value - groups[group].value));
    }
    *is_high = above == count - 1;
    return above == count - 1 || below == count - 1 ? distance : 0;
}

/* A group that all others differ from. */
static void claim_apart(SlideContext *context, const Side *groups, int count,
                        double least, Claims *claims)
{
    if (count < 3 || count < context->slice->round.description->group_count)
        return;
    for (int i = 0; i < count; i++) {
        bool is_high;
        double distance = distance_of(groups, count, i, least, &is_high);
        if (distance == 0)
            continue;
        Claim claim = { .strength = distance / fmax(least, 0.01) / APART_EXPECTED,
                        .kind = is_high ? CLAIM_APART_HIGH : CLAIM_APART_LOW };
        claim_say(&claim, groups[i].figure);
        claim_word(&claim, "group", claim_among(context, &groups[i].group, 1));
        claim_word(&claim, "share", claim_share(context, groups[i].value));
        claim_word(&claim, "range", range_text(context, groups, count, i, &claim));
        vec_push(context->canvas.deck->arena, claims, claim);
    }
}

static bool is_majority(const Side *side)
{
    return interval_is_known(side->interval) && side->interval.low > 0.5;
}

/* The groups of which a clear majority is on that side, and their shares. */
static Str majority_groups(SlideContext *context, Statistic statistic, int statement,
                           Claim *claim, Str *shares)
{
    Side groups[GROUP_MAX], majorities[GROUP_MAX];
    int ids[GROUP_MAX];
    int count = side_list(context, statistic, statement, groups), found = 0;
    for (int i = 0; i < count; i++)
        if (is_majority(&groups[i])) {
            ids[found] = groups[i].group;
            majorities[found++] = groups[i];
        }
    if (!found)
        return (Str){ 0 };
    *shares = range_text(context, majorities, found, -1, claim);
    return claim_among(context, ids, found);
}

/* Most agree in some groups, and most disagree in others. */
static void claim_opposed(SlideContext *context, int statement, Claims *claims)
{
    Claim claim = { .kind = CLAIM_OPPOSED, .strength = OPPOSED };
    Str agree, disagree;
    Str high = majority_groups(context, STATISTIC_AGREE, statement, &claim, &agree);
    Str low =
        majority_groups(context, STATISTIC_DISAGREE, statement, &claim, &disagree);
    if (!high.len || !low.len)
        return;
    claim_word(&claim, "high", high);
    claim_word(&claim, "high-share", agree);
    claim_word(&claim, "low", low);
    claim_word(&claim, "low-share", disagree);
    vec_push(context->canvas.deck->arena, claims, claim);
}

void claim_groups(SlideContext *context, int statement, Claims *claims)
{
    Side groups[GROUP_MAX];
    double least = context->slice->round.description->least_share_difference;
    int count = side_list(context, STATISTIC_AGREE, statement, groups);
    if (count == 0)
        return;
    claim_opposed(context, statement, claims);
    claim_apart(context, groups, count, least, claims);
    claim_gap(context, groups, count, least, claims);
}

/* Clearly more than half, of all together or even in every group. */
static void claim_majority(SlideContext *context, int statement, Statistic statistic,
                           Claims *claims)
{
    bool is_for = statistic == STATISTIC_AGREE;
    Side all = side_of(context, statistic, statement, GROUP_ALL), groups[GROUP_MAX];
    if (!figure_is_shown(all.figure) || !is_majority(&all))
        return;
    Claim claim = { .strength = MAJORITY + (all.value - 0.5) * MAJORITY_RISE };
    int count = side_list(context, statistic, statement, groups);
    bool are_all = count > 1 && count == context->slice->round.description->group_count;
    for (int i = 0; i < count; i++)
        are_all &= is_majority(&groups[i]);
    if (are_all) {
        claim.kind = is_for ? CLAIM_ALL_FOR : CLAIM_ALL_AGAINST;
        claim.strength += MAJORITY_OF_ALL;
        claim_word(&claim, "range", range_text(context, groups, count, -1, &claim));
    } else {
        claim.kind = is_for ? CLAIM_FOR : CLAIM_AGAINST;
        claim_say(&claim, all.figure);
        claim_word(&claim, "share", claim_share(context, all.value));
    }
    vec_push(context->canvas.deck->arena, claims, claim);
}

static void add_balance(SlideContext *context, ClaimKind kind, double strength,
                        const Side *agree, const Side *disagree, Claims *claims)
{
    Claim claim = { .kind = kind, .strength = strength };
    claim_say(&claim, agree->figure);
    claim_say(&claim, disagree->figure);
    claim_word(&claim, "agree", claim_share(context, agree->value));
    claim_word(&claim, "disagree", claim_share(context, disagree->value));
    vec_push(context->canvas.deck->arena, claims, claim);
}

/* Whether more agree or more disagree, where there is no majority. */
static void claim_balance(SlideContext *context, int statement, Claims *claims)
{
    Side agree = side_of(context, STATISTIC_AGREE, statement, GROUP_ALL);
    Side disagree = side_of(context, STATISTIC_DISAGREE, statement, GROUP_ALL);
    if (!figure_is_shown(agree.figure) || is_majority(&agree) || is_majority(&disagree))
        return;
    double difference = fabs(agree.value - disagree.value);
    double least = context->slice->round.description->least_share_difference;
    int balance = side_balance(context, &agree, &disagree);
    if (balance)
        add_balance(context, balance > 0 ? CLAIM_MORE_FOR : CLAIM_MORE_AGAINST,
                    difference / fmax(least, 0.01) / BALANCE_EXPECTED, &agree,
                    &disagree, claims);
    else if (fmin(agree.value, disagree.value) >= SPLIT_SIDE &&
             difference <= SPLIT_LEAST)
        add_balance(context, CLAIM_SPLIT, SPLIT, &agree, &disagree, claims);
}

void claim_whole(SlideContext *context, int statement, Claims *claims)
{
    claim_majority(context, statement, STATISTIC_AGREE, claims);
    claim_majority(context, statement, STATISTIC_DISAGREE, claims);
    claim_balance(context, statement, claims);
}
