#include "compose/net_finding.h"

#include "base/buffer.h"

#include <math.h>

/* A sentence, and how remarkable it is: in the least differences that are marked. */
typedef struct Candidate {
    double strength; /* 0: it says that nothing differs */
    Str sentence;
    Figure said[2];
} Candidate;

/* As in claim_groups.c: groups mostly differ, a change is news. */
static const double GROUPS_EXPECTED = 4;

static double least_of(SlideContext *context, int statement)
{
    double least =
        figure_least(context->slice->round.description, STATISTIC_NET, statement);
    return fmax(least, 1);
}

static Str net_text(SlideContext *context, Figure net)
{
    return format_net(context->canvas.deck->arena, context->words, net.value);
}

/* «Nettoscoren er klart høyere enn i 2024 (−30 mot −43).» The phrases: higher, lower,
 * about the same; each takes what it is held against by `placeholder`. */
static Candidate held_against(SlideContext *context, Query difference, Query other,
                              const WordId phrases[3], const char *placeholder,
                              Str name)
{
    Mark mark = figure_mark(context->slice, difference);
    if (mark == MARK_NONE)
        return (Candidate){ 0 };
    Query own = figure_query(STATISTIC_NET, difference.statement, difference.group);
    Candidate out = {
        .said = {figure_find(context->slice, own), figure_find(context->slice, other)}
    };
    WordId phrase = phrases[mark == MARK_HIGHER ? 0 : mark == MARK_LOWER ? 1 : 2];
    out.sentence = words_fill(context->canvas.deck->arena, context->words, phrase,
                              placeholder, name, "net", net_text(context, out.said[0]),
                              "other", net_text(context, out.said[1]), NULL);
    if (mark != MARK_SAME)
        out.strength = fabs(figure_find(context->slice, difference).value) /
                       least_of(context, difference.statement);
    return out;
}

static Candidate change_candidate(SlideContext *context, int statement)
{
    static const WordId phrases[] = { WORD_NET_ROSE, WORD_NET_FELL, WORD_NET_STEADY };
    Query before = figure_query(STATISTIC_NET, statement, GROUP_ALL);
    before.round = ROUND_PREVIOUS;
    return held_against(
        context, figure_query(STATISTIC_NET_CHANGE, statement, GROUP_ALL), before,
        phrases, "round", context->slice->previous.description->round);
}

static Candidate region_candidate(SlideContext *context, int statement)
{
    static const WordId phrases[] = { WORD_NET_ABOVE_REGION, WORD_NET_BELOW_REGION,
                                      WORD_NET_LIKE_REGION };
    Query region = figure_query(STATISTIC_NET, statement, GROUP_ALL);
    region.population = POPULATION_REGION;
    return held_against(context,
                        figure_query(STATISTIC_NET_DIFFERENCE, statement, GROUP_ALL),
                        region, phrases, "region",
                        wording_text(context->slice->round.description->region,
                                     context->scope.language));
}

/* Two groups are independent: the half-widths of their intervals add as squares. */
static bool is_clearly_higher(Interval high, Interval low, double gap, double least)
{
    return interval_is_known(high) && interval_is_known(low) && gap >= least - 1e-9 &&
           gap > hypot((high.high - high.low) / 2, (low.high - low.low) / 2);
}

/* «Nettoscoren er klart høyere blant de ansatte (−13) enn blant gründerne (−70).» */
static Candidate gap_candidate(SlideContext *context, int statement)
{
    const Slice *slice = context->slice;
    const Description *description = slice->round.description;
    Str language = context->scope.language;
    double least = least_of(context, statement);
    Candidate out = { 0 };
    for (int i = 0; i < description->group_count; i++)
        for (int j = 0; j < description->group_count; j++) {
            Query high = figure_query(STATISTIC_NET, statement, i),
                  low = figure_query(STATISTIC_NET, statement, j);
            Figure a = figure_find(slice, high), b = figure_find(slice, low);
            double gap = a.value - b.value;
            if (!figure_is_shown(a) || !figure_is_shown(b) ||
                gap / least / GROUPS_EXPECTED <= out.strength ||
                !is_clearly_higher(figure_interval(slice, high),
                                   figure_interval(slice, low), gap, least))
                continue;
            out.strength = gap / least / GROUPS_EXPECTED;
            out.said[0] = a;
            out.said[1] = b;
            out.sentence =
                words_fill(context->canvas.deck->arena, context->words, WORD_NET_GAP,
                           "high", wording_text(description->groups[i].among, language),
                           "high-net", net_text(context, a), "low",
                           wording_text(description->groups[j].among, language),
                           "low-net", net_text(context, b), NULL);
        }
    return out;
}

enum { CANDIDATE_COUNT = 3, SENTENCES = 2 };

static void add(SlideContext *context, Buffer *text, Candidate *candidate)
{
    if (!candidate->sentence.len)
        return;
    buffer_c(text, text->len ? " " : "");
    buffer_str(text, candidate->sentence);
    slide_figure(context, candidate->said[0]);
    slide_figure(context, candidate->said[1]);
    candidate->strength = 0;
}

Str net_finding_sentence(SlideContext *context, int statement, FindingCompare compare)
{
    Candidate candidates[CANDIDATE_COUNT] = { { 0 } };
    if (compare.with_previous && context->slice->has_previous)
        candidates[0] = change_candidate(context, statement);
    if (compare.with_region)
        candidates[1] = region_candidate(context, statement);
    if (!compare.without_groups)
        candidates[2] = gap_candidate(context, statement);
    Buffer text = buffer_in(context->canvas.deck->arena);
    for (int said = 0; said < SENTENCES; said++) {
        int best = 0;
        for (int i = 1; i < CANDIDATE_COUNT; i++)
            if (candidates[i].strength > candidates[best].strength)
                best = i;
        if (candidates[best].strength > 0)
            add(context, &text, &candidates[best]);
    }
    /* That nothing differs is worth a sentence when nothing else is to be said. */
    for (int i = 0; i < CANDIDATE_COUNT && text.len == 0; i++)
        add(context, &text, &candidates[i]);
    return buffer_text(&text);
}

static Str all_text(SlideContext *context, int statement)
{
    Figure figures[3];
    static const Statistic statistics[] = { STATISTIC_NET, STATISTIC_MEAN,
                                            STATISTIC_ANSWERED };
    for (int i = 0; i < 3; i++)
        figures[i] = figure_find(context->slice,
                                 figure_query(statistics[i], statement, GROUP_ALL));
    if (!figure_is_shown(figures[0]))
        return words_fill(context->canvas.deck->arena, context->words,
                          WORD_FINDING_ALL_ABSENT, "state",
                          slide_figure(context, figures[0]), NULL);
    return words_fill(context->canvas.deck->arena, context->words, WORD_NET_ALL, "net",
                      slide_figure(context, figures[0]), "mean",
                      slide_figure(context, figures[1]), "answered",
                      slide_figure(context, figures[2]), NULL);
}

Str net_finding_detail(SlideContext *context, int statement, FindingCompare compare)
{
    const Slice *slice = context->slice;
    Arena *arena = context->canvas.deck->arena;
    Buffer text = buffer_in(arena);
    buffer_str(&text, all_text(context, statement));
    Query net = figure_query(STATISTIC_NET, statement, GROUP_ALL);
    net.round = ROUND_PREVIOUS;
    if (compare.with_previous && slice->has_previous)
        buffer_format(
            &text, " %.*s",
            STR_ARG(words_fill(arena, context->words, WORD_FINDING_PREVIOUS, "round",
                               slice->previous.description->round, "mean",
                               slide_figure(context, figure_find(slice, net)), NULL)));
    net.round = ROUND_THIS;
    net.population = POPULATION_REGION;
    Figure region = figure_find(slice, net);
    if (compare.with_region && figure_is_shown(region))
        buffer_format(&text, " %.*s",
                      STR_ARG(words_fill(arena, context->words, WORD_FINDING_REGION,
                                         "mean", slide_figure(context, region), NULL)));
    return buffer_text(&text);
}
