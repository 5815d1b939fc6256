#include "verify/saying.h"

#include "verify/distance.h"

#include <math.h>

typedef enum SayingTruth {
    TRUTH_SIGN,       /* the statistic of all together is above 0, or below */
    TRUTH_MAJORITY,   /* clearly more than half of all together */
    TRUTH_MAJORITIES, /* of every group, all of which are shown */
    TRUTH_OPPOSED,    /* of some groups on one side, of others on the other */
    TRUTH_GAP,        /* each group at «high» is above each one at «low» */
    TRUTH_ENDS,       /* and every other is clearly between them */
    TRUTH_APART,   /* the group is above, or below, every other, by clear intervals */
    TRUTH_CHANGED, /* the groups at «up» rose clearly, those at «down» fell */
    TRUTH_MARKED,  /* a change or a difference of all together is clear */
    TRUTH_SAME,    /* it is so small that «om lag som» may be said (MARK_SAME) */
    TRUTH_UNSURE,  /* it is neither */
    TRUTH_FIRST,   /* every other statement's figure is clearly lower, or higher */
    TRUTH_AMONG_THREE, /* all but two are */
    TRUTH_PLACE,       /* every other unit's mean is clearly lower, or higher */
    TRUTH_EQUAL,       /* all groups that are shown are alike as printed */
    TRUTH_LEVEL,       /* no two groups differ clearly; every group is shown, or (-1)
                        * not every one */
    TRUTH_ONE_SHOWN,
} SayingTruth;

struct SayingRule {
    WordId word;
    SayingTruth truth;
    Statistic statistic;
    int sign; /* 1: above; -1: below */
};

#define RULE(word, truth, statistic, sign)                                             \
    {                                                                                  \
        WORD_##word, TRUTH_##truth, STATISTIC_##statistic, (sign)                      \
    }

static const SayingRule RULES[] = {
    RULE(FINDING_GAP, GAP, AGREE, 1),
    RULE(FINDING_GAP_OTHER, GAP, AGREE, 1),
    RULE(FINDING_GAP_VIEWS, GAP, AGREE, 1),
    RULE(FINDING_GAP_ENDS, ENDS, AGREE, 1),
    RULE(FINDING_APART_LOW, APART, AGREE, -1),
    RULE(FINDING_APART_LOW_OTHER, APART, AGREE, -1),
    RULE(FINDING_APART_HIGH, APART, AGREE, 1),
    RULE(FINDING_APART_HIGH_OTHER, APART, AGREE, 1),
    RULE(FINDING_OPPOSED, OPPOSED, AGREE, 1),
    RULE(FINDING_LEVEL, LEVEL, AGREE, 1),
    RULE(FINDING_LEVEL_SHOWN, LEVEL, AGREE, -1),
    RULE(FINDING_FOR, MAJORITY, AGREE, 1),
    RULE(FINDING_FOR_OTHER, MAJORITY, AGREE, 1),
    RULE(FINDING_ALL_FOR, MAJORITIES, AGREE, 1),
    RULE(FINDING_AGAINST, MAJORITY, DISAGREE, 1),
    RULE(FINDING_AGAINST_OTHER, MAJORITY, DISAGREE, 1),
    RULE(FINDING_ALL_AGAINST, MAJORITIES, DISAGREE, 1),
    RULE(FINDING_MORE_FOR, SIGN, NET, 1),
    RULE(FINDING_MORE_FOR_OTHER, SIGN, NET, 1),
    RULE(FINDING_MORE_AGAINST, SIGN, NET, -1),
    RULE(FINDING_MORE_AGAINST_OTHER, SIGN, NET, -1),
    RULE(FINDING_HIGHEST, FIRST, MEAN, 1),
    RULE(FINDING_HIGHEST_OTHER, FIRST, MEAN, 1),
    RULE(FINDING_LOWEST, FIRST, MEAN, -1),
    RULE(FINDING_LOWEST_OTHER, FIRST, MEAN, -1),
    RULE(FINDING_TOP, AMONG_THREE, MEAN, 1),
    RULE(FINDING_BOTTOM, AMONG_THREE, MEAN, -1),
    RULE(FINDING_DOUBT, FIRST, UNSURE, 1),
    RULE(FINDING_DOUBT_OTHER, FIRST, UNSURE, 1),
    RULE(FINDING_ROSE, MARKED, CHANGE, 1),
    RULE(FINDING_ROSE_OTHER, MARKED, CHANGE, 1),
    RULE(FINDING_FELL, MARKED, CHANGE, -1),
    RULE(FINDING_FELL_OTHER, MARKED, CHANGE, -1),
    RULE(FINDING_STEADY, SAME, CHANGE, 1),
    RULE(FINDING_STEADY_OTHER, SAME, CHANGE, 1),
    RULE(FINDING_UNSURE, UNSURE, CHANGE, 1),
    RULE(FINDING_UNSURE_OTHER, UNSURE, CHANGE, 1),
    RULE(FINDING_GROUPS_ROSE, CHANGED, CHANGE, 1),
    RULE(FINDING_GROUPS_ROSE_OTHER, CHANGED, CHANGE, 1),
    RULE(FINDING_GROUPS_FELL, CHANGED, CHANGE, 1),
    RULE(FINDING_GROUPS_FELL_OTHER, CHANGED, CHANGE, 1),
    RULE(FINDING_BOTH_WAYS, CHANGED, CHANGE, 1),
    RULE(FINDING_BOTH_WAYS_OTHER, CHANGED, CHANGE, 1),
    RULE(FINDING_ABOVE_REGION, MARKED, DIFFERENCE, 1),
    RULE(FINDING_ABOVE_REGION_OTHER, MARKED, DIFFERENCE, 1),
    RULE(FINDING_BELOW_REGION, MARKED, DIFFERENCE, -1),
    RULE(FINDING_BELOW_REGION_OTHER, MARKED, DIFFERENCE, -1),
    RULE(FINDING_LIKE_REGION, SAME, DIFFERENCE, 1),
    RULE(FINDING_LIKE_REGION_OTHER, SAME, DIFFERENCE, 1),
    RULE(FINDING_UNSURE_REGION, UNSURE, DIFFERENCE, 1),
    RULE(FINDING_UNSURE_REGION_OTHER, UNSURE, DIFFERENCE, 1),
    RULE(FINDING_FIRST, PLACE, MEAN, 1),
    RULE(FINDING_FIRST_OTHER, PLACE, MEAN, 1),
    RULE(FINDING_LAST, PLACE, MEAN, -1),
    RULE(FINDING_LAST_OTHER, PLACE, MEAN, -1),
    RULE(FINDING_EQUAL, EQUAL, AGREE, 1),
    RULE(FINDING_ONE, ONE_SHOWN, AGREE, 1),
    RULE(FINDING_ONLY, ONE_SHOWN, AGREE, 1),
    RULE(NET_ROSE, MARKED, NET_CHANGE, 1),
    RULE(NET_ROSE_OTHER, MARKED, NET_CHANGE, 1),
    RULE(NET_FELL, MARKED, NET_CHANGE, -1),
    RULE(NET_FELL_OTHER, MARKED, NET_CHANGE, -1),
    RULE(NET_STEADY, SAME, NET_CHANGE, 1),
    RULE(NET_STEADY_OTHER, SAME, NET_CHANGE, 1),
    RULE(NET_UNSURE, UNSURE, NET_CHANGE, 1),
    RULE(NET_UNSURE_OTHER, UNSURE, NET_CHANGE, 1),
    RULE(NET_GROUPS_ROSE, CHANGED, NET_CHANGE, 1),
    RULE(NET_GROUPS_ROSE_OTHER, CHANGED, NET_CHANGE, 1),
    RULE(NET_GROUPS_FELL, CHANGED, NET_CHANGE, 1),
    RULE(NET_GROUPS_FELL_OTHER, CHANGED, NET_CHANGE, 1),
    RULE(NET_BOTH_WAYS, CHANGED, NET_CHANGE, 1),
    RULE(NET_BOTH_WAYS_OTHER, CHANGED, NET_CHANGE, 1),
    RULE(NET_ABOVE_REGION, MARKED, NET_DIFFERENCE, 1),
    RULE(NET_ABOVE_REGION_OTHER, MARKED, NET_DIFFERENCE, 1),
    RULE(NET_BELOW_REGION, MARKED, NET_DIFFERENCE, -1),
    RULE(NET_BELOW_REGION_OTHER, MARKED, NET_DIFFERENCE, -1),
    RULE(NET_LIKE_REGION, SAME, NET_DIFFERENCE, 1),
    RULE(NET_LIKE_REGION_OTHER, SAME, NET_DIFFERENCE, 1),
    RULE(NET_UNSURE_REGION, UNSURE, NET_DIFFERENCE, 1),
    RULE(NET_UNSURE_REGION_OTHER, UNSURE, NET_DIFFERENCE, 1),
    RULE(NET_MORE_FOR, SIGN, NET, 1),
    RULE(NET_MORE_FOR_OTHER, SIGN, NET, 1),
    RULE(NET_MORE_AGAINST, SIGN, NET, -1),
    RULE(NET_MORE_AGAINST_OTHER, SIGN, NET, -1),
    RULE(NET_GAP, GAP, NET, 1),
    RULE(NET_GAP_VIEWS, GAP, NET, 1),
    RULE(NET_LEVEL, LEVEL, NET, 1),
    RULE(NET_LEVEL_SHOWN, LEVEL, NET, -1),
};

const SayingRule *saying_rule(WordId word)
{
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (RULES[i].word == word)
            return &RULES[i];
    return NULL;
}

static Query query_of(const Checker *checker, Statistic statistic, int group)
{
    return (Query){ .statistic = statistic,
                    .statement = checker_statement(checker),
                    .group = group,
                    .question = -1 };
}

static Figure find(const Checker *checker, Statistic statistic, int group)
{
    return count_find(&checker->view, query_of(checker, statistic, group));
}

static int shown_groups(const Checker *checker, Statistic statistic, int *out)
{
    int count = 0;
    for (int i = 0; i < checker_description(checker)->group_count; i++)
        if (figure_is_shown(find(checker, statistic, i)))
            out[count++] = i;
    return count;
}

/* Beyond doubt: more than half, with 95 %. */
static bool is_majority(const Checker *checker, Statistic statistic, int group)
{
    double low, high;
    return figure_is_shown(find(checker, statistic, group)) &&
           count_interval(&checker->view, query_of(checker, statistic, group), &low,
                          &high) &&
           low > 0.5;
}

static bool has_changed(const Checker *checker, Statistic statistic, int group,
                        int sign)
{
    return distance_mark(&checker->view, query_of(checker, statistic, group)) ==
           (sign > 0 ? MARK_HIGHER : MARK_LOWER);
}

static int part_named(const Match *match, const char *name)
{
    for (int i = 0; i < match->pattern->parts.count; i++)
        if (str_equal_c(match->pattern->parts.at[i].name, name))
            return i;
    return -1;
}

/* The part that prints a figure of those groups; NULL: none does. */
static const Part *figure_part(const Match *match, int groups, Str *printed)
{
    for (int i = 0; i < match->pattern->parts.count; i++) {
        const Part *part = &match->pattern->parts.at[i];
        *printed = match->texts[i];
        if (part->kind != PART_GROUPS && part->groups == groups)
            return part;
    }
    return NULL;
}

/* Whether a sentence that counts its groups can mean this one. */
static bool may_mean(Checker *checker, const Match *match, int part, int group)
{
    Str printed, expected;
    const Part *figure = figure_part(match, part, &printed);
    if (!figure) {
        bool is_up = str_equal_c(match->pattern->parts.at[part].name, "up");
        return has_changed(checker, match->pattern->rule->statistic, group,
                           is_up ? 1 : -1);
    }
    if (figure->kind == PART_SHARES)
        return is_majority(checker, figure->of_groups, group);
    return pattern_figure_holds(&checker->spelling, figure->format,
                                find(checker, figure->of_groups, group), printed,
                                &expected);
}

int saying_groups(Checker *checker, const Match *match, int part, int *out)
{
    int named, of, count = 0;
    if (part < 0)
        return shown_groups(checker, STATISTIC_AGREE, out);
    if (!pattern_many(&checker->spelling, match->texts[part], &named, &of))
        return pattern_groups(&checker->spelling, match->texts[part], out);
    for (int i = 0; i < checker_description(checker)->group_count; i++)
        if (may_mean(checker, match, part, i))
            out[count++] = i;
    return count;
}

static bool contains(const int *groups, int count, int group)
{
    for (int i = 0; i < count; i++)
        if (groups[i] == group)
            return true;
    return false;
}

bool saying_range(Checker *checker, const Match *match, const Part *part, double *low,
                  double *high)
{
    int groups[GROUP_MAX], all[GROUP_MAX], count = 0;
    if (part->groups >= 0)
        count = saying_groups(checker, match, part->groups, groups);
    int all_count = shown_groups(checker, part->of_groups, all);
    *low = (double)INFINITY;
    *high = -*low;
    for (int i = 0; i < all_count; i++) {
        double value = find(checker, part->of_groups, all[i]).value;
        if (contains(groups, count, all[i]) == part->is_of_others)
            continue;
        *low = fmin(*low, value);
        *high = fmax(*high, value);
    }
    return *low <= *high;
}

/* The least and the greatest of the groups; false: one is not shown, or there is none.
 */
static bool extremes_of(const Checker *checker, Statistic statistic, const int *groups,
                        int count, double *low, double *high)
{
    *low = (double)INFINITY;
    *high = -*low;
    for (int i = 0; i < count; i++) {
        Figure figure = find(checker, statistic, groups[i]);
        if (!figure_is_shown(figure))
            return false;
        *low = fmin(*low, figure.value);
        *high = fmax(*high, figure.value);
    }
    return count > 0;
}

/* The 95 % interval of a figure; a mean whose answers are all alike, or everyone's,
 * is a point. */
static bool find_interval(const Checker *checker, Query query, double *low,
                          double *high)
{
    double half, value = count_find(&checker->view, query).value;
    if (query.statistic != STATISTIC_MEAN && query.statistic != STATISTIC_NET)
        return count_interval(&checker->view, query, low, high);
    if (!distance_half(&checker->view, query, &half))
        return false;
    *low = value - half;
    *high = value + half;
    return true;
}

/* The interval of the difference (Newcombe 1998, method 10, from the two intervals; of
 * means that is the normal one) excludes zero, and it is large enough to be marked. */
static bool is_clearly_above(const Checker *checker, Query above, Query below)
{
    double a_low, a_high, b_low, b_high;
    const Description *description = checker_description(checker);
    double a = count_find(&checker->view, above).value;
    double b = count_find(&checker->view, below).value;
    double least =
        above.statistic == STATISTIC_MEAN
            ? description_scale(description, above.statement)->least_difference
            : description->least_share_difference;
    return find_interval(checker, above, &a_low, &a_high) &&
           find_interval(checker, below, &b_low, &b_high) && a - b >= least - 1e-9 &&
           a - b > hypot(a - a_low, b_high - b);
}

static bool is_group_above(const Checker *checker, Statistic statistic, int above,
                           int below)
{
    return is_clearly_above(checker, query_of(checker, statistic, above),
                            query_of(checker, statistic, below));
}

/* Whether one of those at «high» differs clearly from one at «low». */
static bool is_gap_clear(const Checker *checker, const int *highs, int high_count,
                         const int *lows, int low_count)
{
    for (int i = 0; i < high_count; i++)
        for (int j = 0; j < low_count; j++)
            if (is_group_above(checker, STATISTIC_AGREE, highs[i], lows[j]))
                return true;
    return false;
}

/* Whether no group but those, and those that are printed like them, is so high (sign
 * -1: low) but for a clear difference. */
static bool are_outermost(const Checker *checker, const int *ends, int end_count,
                          int sign)
{
    int all[GROUP_MAX], count = shown_groups(checker, STATISTIC_AGREE, all);
    for (int i = 0; i < count; i++) {
        bool is_within = false;
        double value = find(checker, STATISTIC_AGREE, all[i]).value;
        for (int k = 0; k < end_count; k++) {
            double end = find(checker, STATISTIC_AGREE, ends[k]).value;
            int above = sign > 0 ? ends[k] : all[i],
                below = sign > 0 ? all[i] : ends[k];
            is_within |= lround(end * 100) == lround(value * 100) ||
                         is_group_above(checker, STATISTIC_AGREE, above, below);
        }
        if (!is_within)
            return false;
    }
    return count == checker_description(checker)->group_count;
}

static bool holds_gap(Checker *checker, const SayingRule *rule, const Match *match)
{
    int highs[GROUP_MAX], lows[GROUP_MAX];
    int high_count = saying_groups(checker, match, part_named(match, "high"), highs);
    int low_count = saying_groups(checker, match, part_named(match, "low"), lows);
    double least, most, bottom, top;
    if (!extremes_of(checker, rule->statistic, highs, high_count, &least, &most) ||
        !extremes_of(checker, rule->statistic, lows, low_count, &bottom, &top) ||
        least <= top)
        return false;
    /* How clear a gap of net scores must be is another rule. */
    if (rule->statistic == STATISTIC_AGREE &&
        !is_gap_clear(checker, highs, high_count, lows, low_count))
        return false;
    return rule->truth == TRUTH_GAP || (are_outermost(checker, highs, high_count, 1) &&
                                        are_outermost(checker, lows, low_count, -1));
}

/* Of net scores how clear a difference must be is another rule. */
static bool holds_level(const Checker *checker, const SayingRule *rule)
{
    int all[GROUP_MAX], count = shown_groups(checker, rule->statistic, all);
    bool are_all = count == checker_description(checker)->group_count;
    return are_all == (rule->sign > 0) &&
           (rule->statistic != STATISTIC_AGREE ||
            !is_gap_clear(checker, all, count, all, count));
}

static bool holds_apart(Checker *checker, const SayingRule *rule, const Match *match)
{
    int named[GROUP_MAX], all[GROUP_MAX];
    int count = shown_groups(checker, rule->statistic, all);
    if (saying_groups(checker, match, part_named(match, "group"), named) != 1 ||
        count != checker_description(checker)->group_count)
        return false;
    for (int i = 0; i < count; i++) {
        int above = rule->sign > 0 ? named[0] : all[i];
        int below = rule->sign > 0 ? all[i] : named[0];
        if (all[i] != named[0] &&
            !is_group_above(checker, rule->statistic, above, below))
            return false;
    }
    return true;
}

/* All the groups at a placeholder, and only they. */
static bool are_majorities(Checker *checker, const Match *match, const char *name,
                           Statistic statistic)
{
    int groups[GROUP_MAX];
    int count = saying_groups(checker, match, part_named(match, name), groups);
    for (int i = 0; i < checker_description(checker)->group_count; i++)
        if (is_majority(checker, statistic, i) != contains(groups, count, i))
            return false;
    return count > 0;
}

static bool have_changed(Checker *checker, const SayingRule *rule, const Match *match,
                         const char *name, int sign)
{
    int groups[GROUP_MAX], part = part_named(match, name);
    int count = part < 0 ? 0 : saying_groups(checker, match, part, groups);
    for (int i = 0; i < checker_description(checker)->group_count; i++)
        if (part >= 0 && has_changed(checker, rule->statistic, i, sign) !=
                             contains(groups, count, i))
            return false;
    return part < 0 || count > 0;
}

/* How many statements on a like scale do not have a clearly lower figure, or (sign -1)
 * a clearly higher one. */
static int count_rivals(const Checker *checker, const SayingRule *rule)
{
    const Description *description = checker_description(checker);
    Query own = query_of(checker, rule->statistic, GROUP_ALL), other = own;
    const Scale *scale = description_scale(description, own.statement);
    int count = 0;
    for (int i = 0; i < description->statement_count; i++) {
        other.statement = i;
        if (i == own.statement || description->statements[i].is_recommend ||
            !scale_is_like(description_scale(description, i), scale))
            continue;
        count += !(rule->sign > 0 ? is_clearly_above(checker, own, other)
                                  : is_clearly_above(checker, other, own));
    }
    return count;
}

static bool is_outermost(const Checker *checker, int sign)
{
    Ranked *ranked;
    int count = count_ranking(checker->arena, &checker->view,
                              checker_statement(checker), &ranked);
    double own = (double)NAN;
    for (int i = 0; i < count; i++)
        if (ranked[i].unit == checker->view.unit)
            own = ranked[i].mean.value;
    for (int i = 0; i < count; i++)
        if (ranked[i].unit != checker->view.unit &&
            !(ranked[i].is_clear && sign * (own - ranked[i].mean.value) > 0))
            return false;
    return count == count_units(&checker->view);
}

static bool are_alike(const Checker *checker, Statistic statistic)
{
    int all[GROUP_MAX], count = shown_groups(checker, statistic, all);
    double low, high;
    return extremes_of(checker, statistic, all, count, &low, &high) &&
           lround(low * 100) == lround(high * 100);
}

/* Where groups are counted: as many, and of as many as there are. */
static bool are_counted(Checker *checker, const Match *match)
{
    for (int i = 0; i < match->pattern->parts.count; i++) {
        int named, of, groups[GROUP_MAX];
        if (match->pattern->parts.at[i].kind == PART_GROUPS &&
            pattern_many(&checker->spelling, match->texts[i], &named, &of) &&
            (of != checker_description(checker)->group_count ||
             named != saying_groups(checker, match, i, groups)))
            return false;
    }
    return true;
}

static bool is_true(Checker *checker, const SayingRule *rule, const Match *match)
{
    int all[GROUP_MAX], groups = checker_description(checker)->group_count;
    int shown = shown_groups(checker, STATISTIC_AGREE, all);
    Mark distance =
        distance_mark(&checker->view, query_of(checker, rule->statistic, GROUP_ALL));
    switch (rule->truth) {
    case TRUTH_SIGN:
        return rule->sign * find(checker, rule->statistic, GROUP_ALL).value > 0;
    case TRUTH_MAJORITY: return is_majority(checker, rule->statistic, GROUP_ALL);
    case TRUTH_MAJORITIES:
        for (int i = 0; i < groups; i++)
            if (!is_majority(checker, rule->statistic, i))
                return false;
        return true;
    case TRUTH_OPPOSED:
        return are_majorities(checker, match, "high", STATISTIC_AGREE) &&
               are_majorities(checker, match, "low", STATISTIC_DISAGREE);
    case TRUTH_GAP:
    case TRUTH_ENDS: return holds_gap(checker, rule, match);
    case TRUTH_APART: return holds_apart(checker, rule, match);
    case TRUTH_CHANGED:
        return have_changed(checker, rule, match, "up", 1) &&
               have_changed(checker, rule, match, "down", -1);
    case TRUTH_MARKED:
        return has_changed(checker, rule->statistic, GROUP_ALL, rule->sign);
    case TRUTH_SAME: return distance == MARK_SAME;
    case TRUTH_UNSURE: return distance == MARK_UNSURE;
    case TRUTH_FIRST: return count_rivals(checker, rule) == 0;
    case TRUTH_AMONG_THREE: return count_rivals(checker, rule) < 3;
    case TRUTH_PLACE: return is_outermost(checker, rule->sign);
    case TRUTH_EQUAL: return are_alike(checker, rule->statistic);
    case TRUTH_LEVEL: return holds_level(checker, rule);
    case TRUTH_ONE_SHOWN: return shown == 1;
    }
    return false;
}

bool saying_holds(Checker *checker, const Match *match)
{
    const SayingRule *rule = match->pattern->rule;
    return !rule || (is_true(checker, rule, match) && are_counted(checker, match));
}
