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

/* The groups that share the least or the most agreement, as it is printed: whole per
 * cents. */
typedef struct Extreme {
    long percent;
    double share;
    int groups[GROUP_MAX];
    int count;
} Extreme;

static void consider(Extreme *extreme, double share, int group, int sign)
{
    long percent = lround(share * 100), ahead = sign * (percent - extreme->percent);
    if (extreme->count && ahead < 0)
        return;
    if (!extreme->count || ahead > 0) {
        extreme->percent = percent;
        extreme->share = share;
        extreme->count = 0;
    }
    extreme->groups[extreme->count++] = group;
}

/* «blant gründerne og i næringslivet» */
static Str among(SlideContext *context, const Extreme *extreme)
{
    const Description *description = context->slice->round.description;
    Str names[GROUP_MAX];
    for (int i = 0; i < extreme->count; i++)
        names[i] = wording_text(description->groups[extreme->groups[i]].among,
                                context->scope.language);
    return format_list(context->canvas.deck->arena, context->words, names,
                       extreme->count);
}

static Str share_text(SlideContext *context, double share)
{
    return format_share(context->canvas.deck->arena, context->words, share);
}

Str finding_sentence(SlideContext *context, int statement)
{
    const Description *description = context->slice->round.description;
    Extreme low = { 0 }, high = { 0 };
    int shown = 0;
    for (int group = 0; group < description->group_count; group++) {
        Figure agree = figure(context, STATISTIC_AGREE, statement, group, ROUND_THIS,
                              POPULATION_UNIT);
        if (!figure_is_shown(agree))
            continue;
        shown++;
        consider(&low, agree.value, group, -1);
        consider(&high, agree.value, group, 1);
    }
    if (!shown)
        return (Str){ 0 };
    Arena *arena = context->canvas.deck->arena;
    Str least = share_text(context, low.share), most = share_text(context, high.share);
    if (shown == 1)
        return words_fill(arena, context->words, WORD_FINDING_ONE, "among",
                          among(context, &low), "share", least, NULL);
    if (low.percent == high.percent)
        return words_fill(arena, context->words, WORD_FINDING_EQUAL, "share", least,
                          NULL);
    bool is_complete = shown == description->group_count;
    WordId sentence = is_complete ? WORD_FINDING_GAP : WORD_FINDING_GAP_SHOWN;
    return words_fill(arena, context->words, sentence, "low", among(context, &low),
                      "low-share", least, "high", among(context, &high), "high-share",
                      most, NULL);
}

bool finding_text(SlideContext *context, Wording finding, Str *out)
{
    if (!slide_wording(context, finding, S("auto"), out))
        return false;
    if (str_equal_c(*out, "auto"))
        *out = finding_sentence(context, context->scope.about.index);
    else if (str_equal_c(*out, "none"))
        *out = (Str){ 0 };
    return true;
}

static void add_sentence(Buffer *text, Str sentence)
{
    if (text->len)
        buffer_char(text, ' ');
    buffer_str(text, sentence);
}

static Str all_groups(SlideContext *context, int statement, Figure mean)
{
    Arena *arena = context->canvas.deck->arena;
    Figure agree = figure(context, STATISTIC_AGREE, statement, GROUP_ALL, ROUND_THIS,
                          POPULATION_UNIT);
    Figure disagree = figure(context, STATISTIC_DISAGREE, statement, GROUP_ALL,
                             ROUND_THIS, POPULATION_UNIT);
    return words_fill(arena, context->words, WORD_FINDING_ALL, "mean",
                      format_mean(arena, context->words, mean.value), "agree",
                      share_text(context, agree.value), "disagree",
                      share_text(context, disagree.value), "answered",
                      format_count(arena, context->words, mean.base), NULL);
}

static Str previous_mean(SlideContext *context, int statement)
{
    Arena *arena = context->canvas.deck->arena;
    Figure mean = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_PREVIOUS,
                         POPULATION_UNIT);
    int limit = context->slice->round.description->min_answers;
    return words_fill(arena, context->words, WORD_FINDING_PREVIOUS, "round",
                      context->slice->previous.description->round, "mean",
                      format_figure(arena, context->words, STATISTIC_MEAN, mean, limit),
                      NULL);
}

Str finding_detail(SlideContext *context, int statement, FindingCompare compare)
{
    Arena *arena = context->canvas.deck->arena;
    Figure mean = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_THIS,
                         POPULATION_UNIT);
    int limit = context->slice->round.description->min_answers;
    Buffer text = buffer_in(arena);
    if (figure_is_shown(mean))
        add_sentence(&text, all_groups(context, statement, mean));
    else
        add_sentence(&text,
                     words_fill(arena, context->words, WORD_FINDING_ALL_ABSENT, "state",
                                format_figure(arena, context->words, STATISTIC_MEAN,
                                              mean, limit),
                                NULL));
    Figure region = figure(context, STATISTIC_MEAN, statement, GROUP_ALL, ROUND_THIS,
                           POPULATION_REGION);
    if (compare.with_previous && context->slice->has_previous)
        add_sentence(&text, previous_mean(context, statement));
    if (compare.with_region && figure_is_shown(region))
        add_sentence(
            &text, words_fill(arena, context->words, WORD_FINDING_REGION, "mean",
                              format_mean(arena, context->words, region.value), NULL));
    return buffer_text(&text);
}
