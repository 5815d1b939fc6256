/* What may be said of a statement beside the round before, the region, and the other
 * statements. */
#include "compose/claim_side.h"

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
    ClaimKind higher, lower;
    ClaimKind same; /* of groups: some went each way */
    ClaimKind unsure;
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
    .of_change = {CLAIM_ROSE,         CLAIM_FELL,        CLAIM_STEADY,    CLAIM_UNSURE_CHANGE},
    .of_groups = { CLAIM_GROUPS_ROSE, CLAIM_GROUPS_FELL, CLAIM_BOTH_WAYS, CLAIM_COUNT        },
    .of_region = { CLAIM_ABOVE,       CLAIM_BELOW,       CLAIM_ALIKE,     CLAIM_UNSURE_REGION},
};

static const Measure NET = {
    .statistic = STATISTIC_NET,
    .change = STATISTIC_NET_CHANGE,
    .difference = STATISTIC_NET_DIFFERENCE,
    .name = "net",
    .of_change = {CLAIM_NET_ROSE,         CLAIM_NET_FELL,        CLAIM_NET_STEADY,
                  CLAIM_NET_UNSURE_CHANGE},
    .of_groups = { CLAIM_NET_GROUPS_ROSE, CLAIM_NET_GROUPS_FELL, CLAIM_NET_BOTH_WAYS,
                  CLAIM_COUNT            },
    .of_region = { CLAIM_NET_ABOVE,       CLAIM_NET_BELOW,       CLAIM_NET_ALIKE,
                  CLAIM_NET_UNSURE_REGION},
};

static ClaimKind kind_of(Kinds kinds, Mark mark)
{
    return mark == MARK_HIGHER   ? kinds.higher
           : mark == MARK_LOWER  ? kinds.lower
           : mark == MARK_UNSURE ? kinds.unsure
                                 : kinds.same;
}

static double least_of(SlideContext *context, Statistic statistic, int statement)
{
    return figure_least(context->slice->round.description, statistic, statement);
}

/* How many of the least ones that are marked the difference is. */
static double strength_of(SlideContext *context, const Measure *measure,
                          Figure difference)
{
    double least = least_of(context, measure->statistic, difference.query.statement);
    return fabs(difference.value) / fmax(least, 0.01);
}

/* Whether what is printed of the two differs by less than is marked: 3.14 and 3.33
 * print as 3.1 and 3.3, which nobody would call about the same. */
static bool print_alike(SlideContext *context, const Measure *measure, int statement,
                        Figure a, Figure b)
{
    double unit = measure->statistic == STATISTIC_MEAN ? 0.1 : 1;
    double apart = fabs(round(a.value / unit) - round(b.value / unit)) * unit;
    return apart < least_of(context, measure->statistic, statement) - 1e-9;
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

/* Of what is not clear: that one cannot tell is said only for want of anything else. */
static double level_of(Mark mark)
{
    return mark == MARK_SAME ? LEVEL : 0;
}

static void add_change(SlideContext *context, const Measure *measure, int statement,
                       Claims *claims)
{
    Query query = figure_query(measure->change, statement, GROUP_ALL);
    Mark mark = figure_mark(context->slice, query);
    if ((!mark_is_clear(mark) &&
         claim_changed_groups(context, measure, statement, claims)) ||
        mark == MARK_NONE)
        return;
    Query then = figure_query(measure->statistic, statement, GROUP_ALL);
    Figure now = figure_find(context->slice, then);
    then.round = ROUND_PREVIOUS;
    Figure before = figure_find(context->slice, then);
    if (mark == MARK_SAME && !print_alike(context, measure, statement, now, before))
        return;
    Claim claim = { .strength = level_of(mark),
                    .is_level = !mark_is_clear(mark),
                    .kind = kind_of(measure->of_change, mark) };
    if (mark_is_clear(mark))
        claim.strength =
            CHANGE * strength_of(context, measure, figure_find(context->slice, query));
    add_round(context, &claim);
    say_both(context, measure, now, "before", before, &claim);
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

/* How many of the others it is not clearly above, or (sign -1) below. */
static int count_rivals(const Side *own, const Side *others, int count, int sign,
                        double least)
{
    int rivals = 0;
    for (int i = 0; i < count; i++)
        rivals += !(sign > 0 ? side_is_higher(own, &others[i], least)
                             : side_is_higher(&others[i], own, least));
    return rivals;
}

/* Whether the unit's mean is clearly the highest or the lowest of all units: only where
 * each of them is shown. */
static bool is_outermost(SlideContext *context, int statement, bool is_first)
{
    Standing *standings;
    int count = figure_standings(arena_of(context), context->slice,
                                 figure_query(STATISTIC_MEAN, statement, GROUP_ALL),
                                 &standings);
    if (count < UNITS_MIN || count != context->slice->round.unit_count)
        return false;
    Side *others = arena_array(arena_of(context), (size_t)count, sizeof *others);
    Side own = { .group = -1 };
    int other_count = 0;
    for (int i = 0; i < count; i++) {
        if (standings[i].is_own)
            own = side_of_unit(&standings[i]);
        else
            others[other_count++] = side_of_unit(&standings[i]);
    }
    double least = least_of(context, STATISTIC_MEAN, statement);
    return other_count == count - 1 &&
           count_rivals(&own, others, other_count, is_first ? 1 : -1, least) == 0;
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
    Figure there = figure_find(context->slice, of);
    if (mark == MARK_SAME && !print_alike(context, measure, statement, here, there))
        return false;
    Claim claim = { .strength = level_of(mark),
                    .is_level = !mark_is_clear(mark),
                    .kind = kind_of(measure->of_region, mark) };
    if (mark_is_clear(mark))
        claim.strength = DISTANCE * strength_of(context, measure,
                                                figure_find(context->slice, query));
    claim_word(&claim, "region", region_name(context));
    say_both(context, measure, here, "other", there, &claim);
    vec_push(arena_of(context), claims, claim);
    return mark_is_clear(mark);
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

/* A figure of the other statements that have a scale like this one's. */
typedef struct Others {
    Side *at;
    int count;
    bool are_all; /* none has another scale */
} Others;

/* False where they cannot be compared: one is not shown, or they are few. */
static bool list_others(SlideContext *context, Statistic statistic, int statement,
                        Others *out)
{
    const Description *description = context->slice->round.description;
    const Scale *scale = description_scale(description, statement);
    *out = (Others){ .are_all = true };
    out->at = arena_array(arena_of(context), (size_t)description->statement_count,
                          sizeof *out->at);
    for (int i = 0; i < description->statement_count; i++) {
        if (i == statement || description->statements[i].is_recommend)
            continue;
        if (!scale_is_like(description_scale(description, i), scale)) {
            out->are_all = false;
            continue;
        }
        Side side = side_of(context, statistic, i, GROUP_ALL);
        if (!figure_is_shown(side.figure))
            return false;
        out->at[out->count++] = side;
    }
    return out->count + 1 >= COMPARED_MIN;
}

static void add_statements(SlideContext *context, ClaimKind kind, double strength,
                           Figure figure, const Others *others, Claims *claims)
{
    Arena *arena = arena_of(context);
    Claim claim = { .kind = kind, .strength = strength };
    claim_say(&claim, figure);
    claim_word(&claim, "statements",
               words_fill(arena, context->words,
                          others->are_all ? WORD_FINDING_STATEMENTS
                                          : WORD_FINDING_STATEMENTS_LIKE,
                          "n", format_count(arena, context->words, others->count + 1),
                          NULL));
    if (kind == CLAIM_DOUBT)
        claim_word(&claim, "share", claim_share(context, figure.value));
    else
        claim_word(&claim, "mean", claim_figure(context, figure));
    vec_push(arena, claims, claim);
}

/* The same people answered them, mostly alike: the interval of a difference of two
 * independent means, which side_is_higher takes, is rather too wide than too narrow. */
static void claim_extreme(SlideContext *context, const Side *own, const Others *others,
                          int sign, Claims *claims)
{
    enum { BEFORE_THIRD = 2 };
    double least = least_of(context, STATISTIC_MEAN, own->figure.query.statement);
    int rivals = count_rivals(own, others->at, others->count, sign, least);
    if (rivals == 0)
        add_statements(context, sign > 0 ? CLAIM_HIGHEST : CLAIM_LOWEST, EXTREME,
                       own->figure, others, claims);
    else if (rivals <= BEFORE_THIRD)
        add_statements(context, sign > 0 ? CLAIM_TOP : CLAIM_BOTTOM, AMONG_THREE,
                       own->figure, others, claims);
}

void claim_statements(SlideContext *context, int statement, Claims *claims)
{
    Others others;
    Side mean = side_of(context, STATISTIC_MEAN, statement, GROUP_ALL);
    if (figure_is_shown(mean.figure) &&
        list_others(context, STATISTIC_MEAN, statement, &others)) {
        claim_extreme(context, &mean, &others, 1, claims);
        claim_extreme(context, &mean, &others, -1, claims);
    }
    Side doubt = side_of(context, STATISTIC_UNSURE, statement, GROUP_ALL);
    double least = context->slice->round.description->least_share_difference;
    if (figure_is_shown(doubt.figure) && doubt.value >= DOUBT_LEAST &&
        list_others(context, STATISTIC_UNSURE, statement, &others) &&
        count_rivals(&doubt, others.at, others.count, 1, least) == 0)
        add_statements(context, CLAIM_DOUBT, doubt.value * DOUBT_RISE, doubt.figure,
                       &others, claims);
}
