#include "compose/claim.h"

static const struct {
    ClaimTopic topic;
    WordId phrases[CLAIM_WORDS_MAX];
    int count;
} KINDS[] = {
#define COUNT_OF(...) (int)(sizeof((WordId[]){ __VA_ARGS__ }) / sizeof(WordId))
#define KIND(name, topic, ...)                                                         \
    { TOPIC_##topic, { __VA_ARGS__ }, COUNT_OF(__VA_ARGS__) },
    CLAIMS(KIND)
#undef KIND
#undef COUNT_OF
};

ClaimTopic claim_topic(ClaimKind kind)
{
    return KINDS[kind].topic;
}

WordId claim_phrase(ClaimKind kind, int phrase)
{
    return KINDS[kind].phrases[phrase % KINDS[kind].count];
}

Str claim_text(SlideContext *context, const Claim *claim, int phrase)
{
    const char *const *names = claim->names;
    const Str *values = claim->values;
    return words_fill(context->canvas.deck->arena, context->words,
                      claim_phrase(claim->kind, phrase), names[0], values[0], names[1],
                      values[1], names[2], values[2], names[3], values[3], NULL);
}

void claim_word(Claim *claim, const char *name, Str value)
{
    claim->names[claim->word_count] = name;
    claim->values[claim->word_count++] = value;
}

void claim_say(Claim *claim, Figure figure)
{
    claim->said[claim->said_count++] = figure;
}

Str claim_among(SlideContext *context, const int *groups, int count)
{
    enum { LISTED = 4 };
    const Description *description = context->slice->round.description;
    const Words *words = context->words;
    Arena *arena = context->canvas.deck->arena;
    Str names[LISTED];
    if (count > LISTED)
        return words_fill(arena, words, WORD_FINDING_MANY, "n",
                          format_count(arena, words, count), "groups",
                          format_count(arena, words, description->group_count), NULL);
    for (int i = 0; i < count; i++)
        names[i] = format_among(arena, words, &description->groups[groups[i]],
                                context->scope.language);
    return format_list(arena, words, names, count);
}

Str claim_share(SlideContext *context, double share)
{
    return format_share(context->canvas.deck->arena, context->words, share);
}

Str claim_figure(SlideContext *context, Figure figure)
{
    return format_figure(context->canvas.deck->arena, context->words,
                         figure.query.statistic, figure,
                         context->slice->round.description->min_answers);
}
