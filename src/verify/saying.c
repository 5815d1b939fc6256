#include "verify/saying.h"

#include <math.h>

typedef enum SayingTruth {
    TRUTH_SIGN,       /* the statistic of all together is above 0, or below */
    TRUTH_MAJORITY,   /* clearly more than half of all together */
    TRUTH_MAJORITIES, /* of every group, all of which are shown */
    TRUTH_OPPOSED,    /* of some groups on one side, of others on the other */
    TRUTH_GAP,        /* each group at «high» is above each one at «low» */
    TRUTH_ENDS,       /* and no other is above or below them */
    TRUTH_APART,   /* the group is above, or below, every other, by clear intervals */
    TRUTH_CHANGED, /* the groups at «up» rose clearly, those at «down» fell */
    TRUTH_FIRST,   /* no statement's figure is higher, or lower */
    TRUTH_AMONG_THREE, /* at most two are */
    TRUTH_PLACE,       /* every other unit's mean is lower, or higher */
    TRUTH_EQUAL,       /* all groups that are shown are alike as printed */
    TRUTH_ALL_SHOWN,   /* every group is, or (-1) not every one */
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
    RULE(FINDING_LEVEL, ALL_SHOWN, AGREE, 1),
    RULE(FINDING_LEVEL_SHOWN, ALL_SHOWN, AGREE, -1),
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
    RULE(FINDING_ROSE, SIGN, CHANGE, 1),
    RULE(FINDING_ROSE_OTHER, SIGN, CHANGE, 1),
    RULE(FINDING_FELL, SIGN, CHANGE, -1),
    RULE(FINDING_FELL_OTHER, SIGN, CHANGE, -1),
    RULE(FINDING_GROUPS_ROSE, CHANGED, CHANGE, 1),
    RULE(FINDING_GROUPS_ROSE_OTHER, CHANGED, CHANGE, 1),
    RULE(FINDING_GROUPS_FELL, CHANGED, CHANGE, 1),
    RULE(FINDING_GROUPS_FELL_OTHER, CHANGED, CHANGE, 1),
    RULE(FINDING_BOTH_WAYS, CHANGED, CHANGE, 1),
    RULE(FINDING_BOTH_WAYS_OTHER, CHANGED, CHANGE, 1),
    RULE(FINDING_ABOVE_REGION, SIGN, DIFFERENCE, 1),
    RULE(FINDING_ABOVE_REGION_OTHER, SIGN, DIFFERENCE, 1),
    RULE(FINDING_BELOW_REGION, SIGN, DIFFERENCE, -1),
    RULE(FINDING_BELOW_REGION_OTHER, SIGN, DIFFERENCE, -1),
    RULE(FINDING_FIRST, PLACE, MEAN, 1),
    RULE(FINDING_FIRST_OTHER, PLACE, MEAN, 1),
    RULE(FINDING_LAST, PLACE, MEAN, -1),
    RULE(FINDING_LAST_OTHER, PLACE, MEAN, -1),
    RULE(FINDING_EQUAL, EQUAL, AGREE, 1),
    RULE(FINDING_ONE, ONE_SHOWN, AGREE, 1),
    RULE(FINDING_ONLY, ONE_SHOWN, AGREE, 1),
    RULE(NET_ROSE, SIGN, NET_CHANGE, 1),
    RULE(NET_ROSE_OTHER, SIGN, NET_CHANGE, 1),
    RULE(NET_FELL, SIGN, NET_CHANGE, -1),
    RULE(NET_FELL_OTHER, SIGN, NET_CHANGE, -1),
    RULE(NET_GROUPS_ROSE, CHANGED, NET_CHANGE, 1),
    RULE(NET_GROUPS_ROSE_OTHER, CHANGED, NET_CHANGE, 1),
    RULE(NET_GROUPS_FELL, CHANGED, NET_CHANGE, 1),
    RULE(NET_GROUPS_FELL_OTHER, CHANGED, NET_CHANGE, 1),
    RULE(NET_BOTH_WAYS, CHANGED, NET_CHANGE, 1),
    RULE(NET_BOTH_WAYS_OTHER, CHANGED, NET_CHANGE, 1),
    RULE(NET_ABOVE_REGION, SIGN, NET_DIFFERENCE, 1),
    RULE(NET_ABOVE_REGION_OTHER, SIGN, NET_DIFFERENCE, 1),
    RULE(NET_BELOW_REGION, SIGN, NET_DIFFERENCE, -1),
    RULE(NET_BELOW_REGION_OTHER, SIGN, NET_DIFFERENCE, -1),
    RULE(NET_MORE_FOR, SIGN, NET, 1),
    RULE(NET_MORE_FOR_OTHER, SIGN, NET, 1),
    RULE(NET_MORE_AGAINST, SIGN, NET, -1),
    RULE(NET_MORE_AGAINST_OTHER, SIGN, NET, -1),
    RULE(NET_GAP, GAP, NET, 1),
    RULE(NET_GAP_VIEWS, GAP, NET, 1),
    RULE(NET_LEVEL, ALL_SHOWN, NET, 1),
    RULE(NET_LEVEL_SHOWN, ALL_SHOWN, NET, -1),
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

/* A mean's change, or a net score's: as much as is marked, and more than the two
 * intervals together. */
static bool has_changed(const Checker *checker, Statistic statistic, int group,
                        int sign)
{
    bool is_net = statistic == STATISTIC_NET_CHANGE;
    const Description *description = checker_description(checker);
    Figure change = find(checker, statistic, group);
    Query query = query_of(checker, is_net ? STATISTIC_NET : STATISTIC_MEAN, group);
    double least =
        is_net ? 200 * description->least_share_difference
               : description_scale(description, query.statement)->least_difference;
    double low, high, width;
    if (!figure_is_shown(change) || sign * change.value < least - 1e-9)
        return false;
    width = count_interval(&checker->view, query, &low, &high) ? high - low : 0;
    query.round = ROUND_PREVIOUS;
    if (count_interval(&checker->view, query, &low, &high))
        width = hypot(width, high - low);
    return fabs(change.value) > width / 2;
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

/* Of shares: the interval of the difference (Newcombe 1998, method 10, from the two
 * intervals) excludes zero, and it is large enough to be marked. */
static bool is_clearly_above(const Checker *checker, Statistic statistic, int above,
                             int below)
{
    double a_low, a_high, b_low, b_high;
    double a = find(checker, statistic, above).value;
    double b = find(checker, statistic, below).value;
    double least = checker_description(checker)->least_share_difference;
    return count_interval(&checker->view, query_of(checker, statistic, above), &a_low,
                          &a_high) &&
           count_interval(&checker->view, query_of(checker, statistic, below), &b_low,
                          &b_high) &&
           a - b >= least - 1e-9 && a - b > hypot(a - a_low, b_high - b);
}

/* Whether one of those at «high» differs clearly from one at «low». */
static bool is_gap_clear(const Checker *checker, const int *highs, int high_count,
                         const int *lows, int low_count)
{
    for (int i = 0; i < high_count; i++)
        for (int j = 0; j < low_count; j++)
            if (is_clearly_above(checker, STATISTIC_AGREE, highs[i], lows[j]))
                return true;
    return false;
}

static bool holds_gap(Checker *checker, const SayingRule *rule, const Match *match)
{
    int highs[GROUP_MAX], lows[GROUP_MAX], all[GROUP_MAX];
    int high_count = saying_groups(checker, match, part_named(match, "high"), highs);
    int low_count = saying_groups(checker, match, part_named(match, "low"), lows);
    int count = shown_groups(checker, rule->statistic, all);
    double least, most, bottom, top, first, last;
    if (!extremes_of(checker, rule->statistic, highs, high_count, &least, &most) ||
        !extremes_of(checker, rule->statistic, lows, low_count, &bottom, &top) ||
        least <= top)
        return false;
    /* How clear a gap of net scores must be is another rule. */
    if (rule->statistic == STATISTIC_AGREE &&
        !is_gap_clear(checker, highs, high_count, lows, low_count))
        return false;
    extremes_of(checker, rule->statistic, all, count, &first, &last);
    return rule->truth == TRUTH_GAP ||
           (most >= last && bottom <= first &&
            count == checker_description(checker)->group_count);
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
            !is_clearly_above(checker, rule->statistic, above, below))
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

/* How many statements on a like scale have a higher figure, or a lower one. */
static int count_beyond(const Checker *checker, const SayingRule *rule)
{
    const Description *description = checker_description(checker);
    Query query = query_of(checker, rule->statistic, GROUP_ALL);
    const Scale *scale = description_scale(description, query.statement);
    double own = count_find(&checker->view, query).value;
    int count = 0;
    for (int i = 0; i < description->statement_count; i++) {
        query.statement = i;
        if (description->statements[i].is_recommend ||
            !scale_is_like(description_scale(description, i), scale))
            continue;
        Figure other = count_find(&checker->view, query);
        count += !figure_is_shown(other) || rule->sign * (other.value - own) > 1e-9;
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
            !(sign * (own - ranked[i].mean.value) > 0))
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
    case TRUTH_FIRST: return count_beyond(checker, rule) == 0;
    case TRUTH_AMONG_THREE: return count_beyond(checker, rule) < 3;
    case TRUTH_PLACE: return is_outermost(checker, rule->sign);
    case TRUTH_EQUAL: return are_alike(checker, rule->statistic);
    case TRUTH_ALL_SHOWN: return (shown == groups) == (rule->sign > 0);
    case TRUTH_ONE_SHOWN: return shown == 1;
    }
    return false;
}

bool saying_holds(Checker *checker, const Match *match)
{
    const SayingRule *rule = match->pattern->rule;
    return !rule || (is_true(checker, rule, match) && are_counted(checker, match));
}
