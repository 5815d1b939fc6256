#include "compose/finding.h"

#include "base/buffer.h"

#include <math.h>

static Figure figure(SlideContext *context, Statistic statistic, int statement,
                     int group, RoundName round, PopulationName population)
{
    return figure_find(context->slice, (Query){ .statistic = statistic,
                                                .statement = statement,
                                                .group = group,
                                                .round = round,
                                                .population = population,
                                                .question = -1 });
}

static Str share_text(SlideContext *context, double share)
{
    return format_share(context->canvas.deck->arena, context->words, share);
}

static Str mean_text(SlideContext *context, Figure mean)
{
    return format_mean(context->canvas.deck->arena, context->words, mean.value);
}

enum { SAID_MAX = 2 * GROUP_MAX };

/* A sentence that could be said, and how remarkable it is: a difference in the least
 * ones that are marked. 0: there is nothing to say. */
typedef struct Candidate {
    double strength;
    Str sentence;
    Figure said[SAID_MAX]; /* the figures in it */
    int said_count;
} Candidate;

static void say(Candidate *candidate, Figure figure)
{
    candidate->said[candidate->said_count++] = figure;
}

/* Groups differ in most statements; a change and the distance to the region are news.
 * A difference between groups must be so many times larger to be said first. */
static const double GROUPS_EXPECTED = 4;

/* The share that agrees in one group, with its interval. */
typedef struct Agreement {
    int group;
    Figure figure;
    double share;
    Interval interval;
} Agreement;

/* Whether the higher share is higher beyond doubt: the interval of the difference
 * (Newcombe 1998, method 10, from the two intervals) excludes zero, and the difference
 * is large enough to be marked. */
static bool is_clearly_higher(const Agreement *high, const Agreement *low, double least)
{
    double difference = high->share - low->share;
    if (difference < least - 1e-9 || !interval_is_known(high->interval) ||
        !interval_is_known(low->interval))
        return false;
    return difference >
           hypot(high->share - high->interval.low, low->interval.high - low->share);
}

static int shown_agreements(SlideContext *context, int statement, Agreement *out)
{
    int count = 0;
    for (int group = 0; group < context->slice->round.description->group_count;
         group++) {
        Query query = { .statistic = STATISTIC_AGREE,
                        .statement = statement,
                        .group = group,
                        .question = -1 };
        Figure agree = figure_find(context->slice, query);
        if (figure_is_shown(agree))
            out[count++] = (Agreement){ group, agree, agree.value,
                                        figure_interval(context->slice, query) };
    }
    return count;
}

/* The pair of groups furthest apart of those that differ clearly; -1: there is none. */
static void find_gap(const Agreement *groups, int count, double least, int *low,
                     int *high)
{
    double widest = 0;
    *low = *high = -1;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            double gap = groups[i].share - groups[j].share;
            if (gap <= widest || !is_clearly_higher(&groups[i], &groups[j], least))
                continue;
            widest = gap;
            *high = i;
            *low = j;
        }
}

static bool prints_alike(double a, double b)
{
    return lround(a * 100) == lround(b * 100);
}

/* «blant gründerne og i næringslivet»: the group, and those whose share is printed as
 * its is and which differ as clearly from the other one; `said` notes the figures. */
static Str among_like(SlideContext *context, const Agreement *groups, int count,
                      int like, int other, double least, Candidate *said)
{
    const Description *description = context->slice->round.description;
    Str names[GROUP_MAX];
    int name_count = 0;
    bool is_high = groups[like].share > groups[other].share;
    for (int i = 0; i < count; i++) {
        bool is_clear = is_high ? is_clearly_higher(&groups[i], &groups[other], least)
                                : is_clearly_higher(&groups[other], &groups[i], least);
        if (!is_clear || !prints_alike(groups[i].share, groups[like].share))
            continue;
        names[name_count++] = wording_text(description->groups[groups[i].group].among,
                                           context->scope.language);
        say(said, groups[i].figure);
    }
    return format_list(context->canvas.deck->arena, context->words, names, name_count);
}

/* Deck after deck the same statement has the same phrase, its neighbours the other. */
static WordId phrase(int statement, WordId even, WordId odd)
{
    return statement % 2 ? odd : even;
}

/* What is said of groups between which there is no clear gap. */
static Str level_sentence(SlideContext *context, const Agreement *groups, int count)
{
    Arena *arena = context->canvas.deck->arena;
    double least = groups[0].share, most = groups[0].share;
    for (int i = 1; i < count; i++) {
        least = fmin(least, groups[i].share);
        most = fmax(most, groups[i].share);
    }
    if (count == 1) {
        const Description *description = context->slice->round.description;
        Str among = wording_text(description->groups[groups[0].group].among,
                                 context->scope.language);
        bool is_only = description->group_count == 1;
        return words_fill(arena, context->words,
                          is_only ? WORD_FINDING_ONLY : WORD_FINDING_ONE, "among",
                          among, "share", share_text(context, least), NULL);
    }
    if (prints_alike(least, most))
        return words_fill(arena, context->words, WORD_FINDING_EQUAL, "share",
                          share_text(context, least), NULL);
    return words_fill(arena, context->words, WORD_FINDING_LEVEL, "low-share",
                      str_format(arena, "%ld", lround(least * 100)), "high-share",
                      share_text(context, most), NULL);
}

/* Between groups: «Klart flere er enige blant de ansatte (59 %) enn i næringslivet
 * (30 %).»; `level` is what to say when there is no gap. */
static Candidate gap_candidate(SlideContext *context, int statement, Candidate *level)
{
    Agreement groups[GROUP_MAX];
    double least = context->slice->round.description->least_share_difference;
    int count = shown_agreements(context, statement, groups), low, high;
    *level = (Candidate){ 0 };
    if (count == 0)
        return (Candidate){ 0 };
    find_gap(groups, count, least, &low, &high);
    if (low < 0) {
        level->sentence = level_sentence(context, groups, count);
        for (int i = 0; i < count; i++)
            say(level, groups[i].figure);
        return (Candidate){ 0 };
    }
    double gap = groups[high].share - groups[low].share;
    Candidate out = { .strength = gap / fmax(least, 0.01) / GROUPS_EXPECTED };
    Str higher = among_like(context, groups, count, high, low, least, &out);
    Str lower = among_like(context, groups, count, low, high, least, &out);
    out.sentence =
        words_fill(context->canvas.deck->arena, context->words,
                   phrase(statement, WORD_FINDING_GAP, WORD_FINDING_GAP_OTHER), "high",
                   higher, "high-share", share_text(context, groups[high].share), "low",
                   lower, "low-share", share_text(context, groups[low].share), NULL);
    return out;
}

static Query difference_query(Statistic statistic, int statement, int group)
{
    return (Query){
        .statistic = statistic, .statement = statement, .group = group, .question = -1
    };
}

/* The least difference of its means that is marked. */
static double least_of(SlideContext *context, int statement)
{
    const Description *description = context->slice->round.description;
    return description_scale(description, statement)->least_difference;
}

static double marked_strength(SlideContext *context, Figure difference)
{
    double least = least_of(context, difference.query.statement);
    return fabs(difference.value) / fmax(least, 0.01);
}

/* Groups whose mean changed clearly that way. */
static Str changed_groups(SlideContext *context, int statement, Mark mark,
                          double *greatest)
{
    const Description *description = context->slice->round.description;
    Str names[GROUP_MAX];
    int count = 0;
    *greatest = 0;
    for (int group = 0; group < description->group_count; group++) {
        Query query = difference_query(STATISTIC_CHANGE, statement, group);
        if (figure_mark(context->slice, query) != mark)
            continue;
        names[count++] =
            wording_text(description->groups[group].among, context->scope.language);
        *greatest = fmax(*greatest, fabs(figure_find(context->slice, query).value));
    }
    return format_list(context->canvas.deck->arena, context->words, names, count);
}

/* Of all groups together: «Snittet er klart høyere enn i 2024 (3,2 mot 2,9).» */
static Candidate whole_change(SlideContext *context, int statement)
{
    Query query = difference_query(STATISTIC_CHANGE, statement, GROUP_ALL);
    Mark mark = figure_mark(context->slice, query);
    if (mark == MARK_NONE)
        return (Candidate){ 0 };
    Figure now = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_THIS,
                        POPULATION_UNIT);
    Figure before = figure(context, STATISTIC_MEAN, statement, GROUP_ALL,
                           ROUND_PREVIOUS, POPULATION_UNIT);
    WordId sentence = mark == MARK_HIGHER  ? WORD_FINDING_ROSE
                      : mark == MARK_LOWER ? WORD_FINDING_FELL
                                           : WORD_FINDING_STEADY;
    double strength =
        mark == MARK_SAME
            ? 0
            : marked_strength(context, figure_find(context->slice, query));
    Str text =
        words_fill(context->canvas.deck->arena, context->words, sentence, "round",
                   context->slice->previous.description->round, "mean",
                   mean_text(context, now), "before", mean_text(context, before), NULL);
    return (Candidate){
        .strength = strength, .sentence = text, .said = {now, before},
                .said_count = 2
    };
}

/* Of single groups, where the whole has not changed clearly. */
static Candidate group_change(SlideContext *context, int statement)
{
    double rise, fall;
    Str rising = changed_groups(context, statement, MARK_HIGHER, &rise);
    Str falling = changed_groups(context, statement, MARK_LOWER, &fall);
    if (!rising.len && !falling.len)
        return (Candidate){ 0 };
    WordId sentence = rising.len && falling.len ? WORD_FINDING_BOTH_WAYS
                      : rising.len              ? WORD_FINDING_GROUPS_ROSE
                                                : WORD_FINDING_GROUPS_FELL;
    double least = least_of(context, statement);
    return (Candidate){ .strength = fmax(rise, fall) / fmax(least, 0.01),
                        .sentence = words_fill(
                            context->canvas.deck->arena, context->words, sentence,
                            "round", context->slice->previous.description->round, "up",
                            rising, "down", falling, NULL) };
}

/* Since the round before; `level` is what to say when nothing changed clearly. */
static Candidate change_candidate(SlideContext *context, int statement,
                                  Candidate *level)
{
    Candidate whole = whole_change(context, statement);
    *level = (Candidate){ 0 };
    if (whole.strength > 0)
        return whole;
    Candidate groups = group_change(context, statement);
    if (groups.strength == 0)
        *level = whole;
    return groups;
}

/* «Snittet er klart lavere enn i regionen (3,2 mot 3,6).» */
static Candidate region_candidate(SlideContext *context, int statement,
                                  Candidate *level)
{
    Query query = difference_query(STATISTIC_DIFFERENCE, statement, GROUP_ALL);
    Mark mark = figure_mark(context->slice, query);
    *level = (Candidate){ 0 };
    if (mark == MARK_NONE)
        return (Candidate){ 0 };
    Figure here = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_THIS,
                         POPULATION_UNIT);
    Figure region = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_THIS,
                           POPULATION_REGION);
    WordId sentence = mark == MARK_HIGHER  ? WORD_FINDING_ABOVE_REGION
                      : mark == MARK_LOWER ? WORD_FINDING_BELOW_REGION
                                           : WORD_FINDING_LIKE_REGION;
    Str text = words_fill(
        context->canvas.deck->arena, context->words, sentence, "region",
        wording_text(context->slice->round.description->region,
                     context->scope.language),
        "mean", mean_text(context, here), "other", mean_text(context, region), NULL);
    Candidate out = {
        .sentence = text, .said = {here, region},
             .said_count = 2
    };
    if (mark == MARK_SAME) {
        *level = out;
        return (Candidate){ 0 };
    }
    out.strength = marked_strength(context, figure_find(context->slice, query));
    return out;
}

enum { CANDIDATE_COUNT = 3, SENTENCES = 2 };

/* Index of the strongest; -1 when nothing is left. */
static int strongest(const Candidate *candidates)
{
    int best = -1;
    for (int i = 0; i < CANDIDATE_COUNT; i++)
        if (candidates[i].strength > 0 &&
            (best < 0 || candidates[i].strength > candidates[best].strength))
            best = i;
    return best;
}

static void add_sentence(Buffer *text, Str sentence)
{
    if (!sentence.len)
        return;
    if (text->len)
        buffer_char(text, ' ');
    buffer_str(text, sentence);
}

static void add_candidate(SlideContext *context, Buffer *text,
                          const Candidate *candidate)
{
    add_sentence(text, candidate->sentence);
    for (int i = 0; i < candidate->said_count; i++)
        slide_figure(context, candidate->said[i]);
}

Str finding_sentence(SlideContext *context, int statement, FindingCompare compare)
{
    Candidate candidates[CANDIDATE_COUNT] = { { 0 } };
    Candidate levels[CANDIDATE_COUNT] = { { 0 } };
    bool has_rounds = compare.with_previous && context->slice->has_previous;
    if (has_rounds)
        candidates[0] = change_candidate(context, statement, &levels[0]);
    if (compare.with_region)
        candidates[1] = region_candidate(context, statement, &levels[1]);
    if (!compare.without_groups)
        candidates[2] = gap_candidate(context, statement, &levels[2]);
    Buffer text = buffer_in(context->canvas.deck->arena);
    for (int i = 0; i < SENTENCES; i++) {
        int best = strongest(candidates);
        if (best < 0)
            break;
        add_candidate(context, &text, &candidates[best]);
        candidates[best].strength = 0;
    }
    /* That nothing differs is worth a sentence when nothing else is to be said. */
    for (int i = CANDIDATE_COUNT - 1; i >= 0 && text.len == 0; i--)
        add_candidate(context, &text, &levels[i]);
    return buffer_text(&text);
}

bool finding_text(SlideContext *context, Wording finding, FindingCompare compare,
                  Str *out)
{
    if (!slide_wording(context, finding, S("auto"), out))
        return false;
    if (str_equal_c(*out, "auto"))
        *out = finding_sentence(context, context->scope.about.index, compare);
    else if (str_equal_c(*out, "none"))
        *out = (Str){ 0 };
    return true;
}

static Str all_groups(SlideContext *context, int statement, Figure mean)
{
    Arena *arena = context->canvas.deck->arena;
    Figure agree = figure(context, STATISTIC_AGREE, statement, GROUP_ALL, ROUND_THIS,
                          POPULATION_UNIT);
    Figure disagree = figure(context, STATISTIC_DISAGREE, statement, GROUP_ALL,
                             ROUND_THIS, POPULATION_UNIT);
    Figure answered = figure(context, STATISTIC_ANSWERED, statement, GROUP_ALL,
                             ROUND_THIS, POPULATION_UNIT);
    return words_fill(arena, context->words, WORD_FINDING_ALL, "mean",
                      slide_figure(context, mean), "agree",
                      slide_figure(context, agree), "disagree",
                      slide_figure(context, disagree), "answered",
                      slide_figure(context, answered), NULL);
}

static Str previous_mean(SlideContext *context, int statement)
{
    Arena *arena = context->canvas.deck->arena;
    Figure mean = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_PREVIOUS,
                         POPULATION_UNIT);
    return words_fill(arena, context->words, WORD_FINDING_PREVIOUS, "round",
                      context->slice->previous.description->round, "mean",
                      slide_figure(context, mean), NULL);
}

Str finding_detail(SlideContext *context, int statement, FindingCompare compare)
{
    Arena *arena = context->canvas.deck->arena;
    Figure mean = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_THIS,
                         POPULATION_UNIT);
    Buffer text = buffer_in(arena);
    if (figure_is_shown(mean))
        add_sentence(&text, all_groups(context, statement, mean));
    else
        add_sentence(&text, words_fill(arena, context->words, WORD_FINDING_ALL_ABSENT,
                                       "state", slide_figure(context, mean), NULL));
    Figure region = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_THIS,
                           POPULATION_REGION);
    if (compare.with_previous && context->slice->has_previous)
        add_sentence(&text, previous_mean(context, statement));
    if (compare.with_region && figure_is_shown(region))
        add_sentence(&text, words_fill(arena, context->words, WORD_FINDING_REGION,
                                       "mean", slide_figure(context, region), NULL));
    return buffer_text(&text);
}

bool finding_read_compare(SlideContext *context, const StrList *list,
                          FindingCompare *out)
{
    *out = (FindingCompare){ 0 };
    bool is_good = true;
    for (int i = 0; i < list->count; i++) {
        if (str_equal_c(list->at[i], "previous")) {
            out->with_previous = true;
        } else if (str_equal_c(list->at[i], "region")) {
            out->with_region = true;
        } else {
            diag_error(context->canvas.diags, list->places[i],
                       "\"%.*s\" is nothing to compare with", STR_ARG(list->at[i]));
            diag_hint(context->canvas.diags, "write previous, region, or both");
            is_good = false;
        }
    }
    return is_good;
}
