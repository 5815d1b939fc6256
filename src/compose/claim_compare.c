/* What may be said of a statement beside the round before, the region, and the other
 * statements. */
#include "compose/claim.h"

#include <math.h>

/* What a clear change of all together counts, that of single groups, and a clear
 * distance to the region: these are the news. */
static const double CHANGE = 2;
static const double CHANGE_OF_GROUPS = 1.4;
static const double DISTANCE = 1.5;

/* The highest or lowest mean of all statements is as remarkable as a difference of one
 * and a half times the least; that of the units of the region a little more than the
 * distance to the region. */
static const double EXTREME = 1.5;
static const double AMONG_THREE = 1.0;
static const double PLACE = 1.2;

/* That a mean is as it was, or as in the region, is worth a word now and then. */
static const double LEVEL = 0.7;

/* The share of «don't know» from which it is worth a word, and what 10 points count. */
static const double DOUBT_LEAST = 0.1;
static const double DOUBT_RISE = 10;

/* Of few, one is nearly always the highest, and more than half are among three. */
enum { COMPARED_MIN = 8, UNITS_MIN = 4 };

static Arena *arena_of(SlideContext *context)
{
    return context->canvas.deck->arena;
}

typedef struct Kinds {
    ClaimKind higher, lower,
        same; /* of groups: the last says that some went each way */
} Kinds;

/* What is compared, and how that is called. */
typedef struct Measure {
    Statistic statistic, change, difference;
    const char *name; /* its placeholder */
    Kinds of_change, of_groups, of_region;
} Measure;

static const Measure MEAN = {
    .statistic = STATISTIC_MEAN,
    .change = STATISTIC_CHANGE,
    .difference = STATISTIC_DIFFERENCE,
    .name = "mean",
    .of_change = {CLAIM_ROSE,         CLAIM_FELL,        CLAIM_STEADY   },
    .of_groups = { CLAIM_GROUPS_ROSE, CLAIM_GROUPS_FELL, CLAIM_BOTH_WAYS},
    .of_region = { CLAIM_ABOVE,       CLAIM_BELOW,       CLAIM_ALIKE    },
};

static const Measure NET = {
    .statistic = STATISTIC_NET,
    .change = STATISTIC_NET_CHANGE,
    .difference = STATISTIC_NET_DIFFERENCE,
    .name = "net",
    .of_change = {CLAIM_NET_ROSE,         CLAIM_NET_FELL,        CLAIM_NET_STEADY   },
    .of_groups = { CLAIM_NET_GROUPS_ROSE, CLAIM_NET_GROUPS_FELL, CLAIM_NET_BOTH_WAYS},
    .of_region = { CLAIM_NET_ABOVE,       CLAIM_NET_BELOW,       CLAIM_NET_ALIKE    },
};

static ClaimKind kind_of(Kinds kinds, Mark mark)
{
    return mark == MARK_HIGHER  ? kinds.higher
           : mark == MARK_LOWER ? kinds.lower
                                : kinds.same;
}

/* How many of the least ones that are marked the difference is. */
static double strength_of(SlideContext *context, const Measure *measure,
                          Figure difference)
{
    double least = figure_least(context->slice->round.description, measure->statistic,
                                difference.query.statement);
    return fabs(difference.value) / fmax(least, 0.01);
}

/* Groups whose figure changed clearly that way. */
static Str changed_groups(SlideContext *context, const Measure *measure, int statement,
                          Mark mark, double *strongest)
{
    const Description *description = context->slice->round.description;
    int ids[GROUP_MAX], count = 0;
    *strongest = 0;
    for (int group = 0; group < description->group_count; group++) {
        Query query = figure_query(measure->change, statement, group);
        if (figure_mark(context->slice, query) != mark)
            continue;
        ids[count++] = group;
        Figure change = figure_find(context->slice, query);
        *strongest = fmax(*strongest, strength_of(context, measure, change));
    }
    return count ? claim_among(context, ids, count) : (Str){ 0 };
}

static void add_round(SlideContext *context, Claim *claim)
{
    claim_word(claim, "round", context->slice->previous.description->round);
}

/* Of single groups, where the whole has not changed clearly; false: none has. */
static bool claim_changed_groups(SlideContext *context, const Measure *measure,
                                 int statement, Claims *claims)
{
    double rise, fall;
    Str rising = changed_groups(context, measure, statement, MARK_HIGHER, &rise);
    Str falling = changed_groups(context, measure, statement, MARK_LOWER, &fall);
    if (!rising.len && !falling.len)
        return false;
    Claim claim = { .strength = CHANGE_OF_GROUPS * fmax(rise, fall),
                    .kind = kind_of(measure->of_groups, !falling.len  ? MARK_HIGHER
                                                        : !rising.len ? MARK_LOWER
                                                                      : MARK_SAME) };
    add_round(context, &claim);
    if (rising.len)
        claim_word(&claim, "up", rising);
    if (falling.len)
        claim_word(&claim, "down", falling);
    vec_push(arena_of(context), claims, claim);
    return true;
}

/* The figure now, and what it is held against. */
static void say_both(SlideContext *context, const Measure *measure, Figure own,
                     const char *name, Figure other, Claim *claim)
{
    claim_say(claim, own);
    claim_say(claim, other);
    claim_word(claim, measure->name, claim_figure(context, own));
    claim_word(claim, name, claim_figure(context, other));
}

static void add_change(SlideContext *context, const Measure *measure, int statement,
                       Claims *claims)
{
    Query query = figure_query(measure->change, statement, GROUP_ALL);
    Mark mark = figure_mark(context->slice, query);
    bool is_marked = mark == MARK_HIGHER || mark == MARK_LOWER;
    if ((!is_marked && claim_changed_groups(context, measure, statement, claims)) ||
        mark == MARK_NONE)
        return;
    Query then = figure_query(measure->statistic, statement, GROUP_ALL);
    Figure now = figure_find(context->slice, then);
    then.round = ROUND_PREVIOUS;
    Figure change = figure_find(context->slice, query);
    Claim claim = { .strength = is_marked
                                    ? CHANGE * strength_of(context, measure, change)
                                    : LEVEL,
                    .is_level = !is_marked,
                    .kind = kind_of(measure->of_change, mark) };
    add_round(context, &claim);
    say_both(context, measure, now, "before", figure_find(context->slice, then),
             &claim);
    vec_push(arena_of(context), claims, claim);
}

void claim_change(SlideContext *context, int statement, Claims *claims)
{
    add_change(context, &MEAN, statement, claims);
}

void claim_net_change(SlideContext *context, int statement, Claims *claims)
{
    add_change(context, &NET, statement, claims);
}

/* Whether the unit alone has the highest or the lowest mean of all units: only where
 * each of them is shown. */
static bool is_outermost(SlideContext *context, int statement, bool is_first)
{
    Standing *standings;
    int count = figure_standings(arena_of(context), context->slice,
                                 figure_query(STATISTIC_MEAN, statement, GROUP_ALL),
                                 &standings);
    if (count < UNITS_MIN || count != context->slice->round.unit_count)
        return false;
    const Standing *own = &standings[is_first ? 0 : count - 1];
    const Standing *next = &standings[is_first ? 1 : count - 2];
    return own->is_own && own->rank != next->rank;
}

static Str region_name(SlideContext *context)
{
    return wording_text(context->slice->round.description->region,
                        context->scope.language);
}

/* The unit's place, where its distance to the region is clear. */
static void claim_place(SlideContext *context, int statement, Claim distance,
                        Claims *claims)
{
    bool is_first = distance.kind == CLAIM_ABOVE;
    if (!is_outermost(context, statement, is_first))
        return;
    Claim claim = { .strength = distance.strength * PLACE,
                    .kind = is_first ? CLAIM_FIRST : CLAIM_LAST };
    claim_say(&claim, distance.said[0]);
    claim_word(&claim, "units",
               format_count(arena_of(context), context->words,
                            context->slice->round.unit_count));
    claim_word(&claim, "region", region_name(context));
    claim_word(&claim, "mean", claim_figure(context, distance.said[0]));
    vec_push(arena_of(context), claims, claim);
}

/* False where the distance to the region is not clear. */
static bool add_region(SlideContext *context, const Measure *measure, int statement,
                       Claims *claims)
{
    Query query = figure_query(measure->difference, statement, GROUP_ALL);
    Mark mark = figure_mark(context->slice, query);
    if (mark == MARK_NONE)
        return false;
    Query of = figure_query(measure->statistic, statement, GROUP_ALL);
    Figure here = figure_find(context->slice, of);
    of.population = POPULATION_REGION;
    Claim claim = { .strength = LEVEL,
                    .is_level = mark == MARK_SAME,
                    .kind = kind_of(measure->of_region, mark) };
    if (mark != MARK_SAME)
        claim.strength = DISTANCE * strength_of(context, measure,
                                                figure_find(context->slice, query));
    claim_word(&claim, "region", region_name(context));
    say_both(context, measure, here, "other", figure_find(context->slice, of), &claim);
    vec_push(arena_of(context), claims, claim);
    return mark != MARK_SAME;
}

void claim_region(SlideContext *context, int statement, Claims *claims)
{
    if (add_region(context, &MEAN, statement, claims))
        claim_place(context, statement, claims->at[claims->count - 1], claims);
}

void claim_net_region(SlideContext *context, int statement, Claims *claims)
{
    add_region(context, &NET, statement, claims);
}

enum { ENDS = 4 };

/* A figure of all statements: the highest and the lowest of them, in order. */
typedef struct Extremes {
    int count;    /* 0: they cannot be compared */
    bool are_all; /* none has another scale */
    double high[ENDS], low[ENDS];
} Extremes;

/* Into its place among the largest. */
static void insert(double *largest, double value)
{
    for (int i = 0; i < ENDS; i++)
        if (value > largest[i]) {
            double next = largest[i];
            largest[i] = value;
            value = next;
        }
}

/* Those of the round that have a scale like the statement's, all of them shown. */
static Extremes find_extremes(SlideContext *context, Statistic statistic, int statement)
{
    const Description *description = context->slice->round.description;
    const Scale *scale = description_scale(description, statement);
    Extremes extremes = { .are_all = true };
    for (int i = 0; i < ENDS; i++)
        extremes.high[i] = extremes.low[i] = -(double)INFINITY;
    for (int i = 0; i < description->statement_count; i++) {
        if (description->statements[i].is_recommend)
            continue;
        if (!scale_is_like(description_scale(description, i), scale)) {
            extremes.are_all = false;
            continue;
        }
        Figure figure =
            figure_find(context->slice, figure_query(statistic, i, GROUP_ALL));
        if (!figure_is_shown(figure))
            return (Extremes){ 0 };
        extremes.count++;
        insert(extremes.high, figure.value);
        insert(extremes.low, -figure.value);
    }
    for (int i = 0; i < ENDS; i++)
        extremes.low[i] = -extremes.low[i];
    return extremes;
}

static bool prints_higher(double high, double low, double unit)
{
    return lround(high / unit) > lround(low / unit);
}

static void add_statements(SlideContext *context, ClaimKind kind, double strength,
                           Figure figure, const Extremes *among, Claims *claims)
{
    Arena *arena = arena_of(context);
    Claim claim = { .kind = kind, .strength = strength };
    claim_say(&claim, figure);
    claim_word(&claim, "statements",
               words_fill(arena, context->words,
                          among->are_all ? WORD_FINDING_STATEMENTS
                                         : WORD_FINDING_STATEMENTS_LIKE,
                          "n", format_count(arena, context->words, among->count),
                          NULL));
    if (kind == CLAIM_DOUBT)
        claim_word(&claim, "share", claim_share(context, figure.value));
    else
        claim_word(&claim, "mean", claim_figure(context, figure));
    vec_push(arena, claims, claim);
}

/* The first of all, or among the first three, beyond rounding. */
static void claim_extreme(SlideContext *context, Figure mean, const Extremes *means,
                          bool is_high, Claims *claims)
{
    enum { THREE = 3 };
    const double *ends = is_high ? means->high : means->low;
    for (int i = 0; i < THREE; i += THREE - 1) {
        bool is_within = is_high ? mean.value >= ends[i] : mean.value <= ends[i];
        double next = ends[i + 1];
        bool is_clear = is_high ? prints_higher(ends[i], next, 0.1)
                                : prints_higher(next, ends[i], 0.1);
        if (!is_within || !is_clear)
            continue;
        ClaimKind first = is_high ? CLAIM_HIGHEST : CLAIM_LOWEST;
        ClaimKind among = is_high ? CLAIM_TOP : CLAIM_BOTTOM;
        add_statements(context, i == 0 ? first : among, i == 0 ? EXTREME : AMONG_THREE,
                       mean, means, claims);
        return;
    }
}

void claim_statements(SlideContext *context, int statement, Claims *claims)
{
    Extremes means = find_extremes(context, STATISTIC_MEAN, statement);
    Figure mean =
        figure_find(context->slice, figure_query(STATISTIC_MEAN, statement, GROUP_ALL));
    if (means.count >= COMPARED_MIN) {
        claim_extreme(context, mean, &means, true, claims);
        claim_extreme(context, mean, &means, false, claims);
    }
    Extremes doubts = find_extremes(context, STATISTIC_UNSURE, statement);
    Figure doubt = figure_find(context->slice,
                               figure_query(STATISTIC_UNSURE, statement, GROUP_ALL));
    if (doubts.count >= COMPARED_MIN && doubt.value >= doubts.high[0] &&
        doubt.value >= DOUBT_LEAST &&
        prints_higher(doubts.high[0], doubts.high[1], 0.01))
        add_statements(context, CLAIM_DOUBT, doubt.value * DOUBT_RISE, doubt, &doubts,
                       claims);
}
