#include "compose/finding.h"

#include "base/buffer.h"
#include "compose/claim.h"

#include <math.h>

/* What the slides before said of a topic makes it less remarkable: by that for the
 * slide just before, and the root of it for the one before that; so does the claim
 * itself, once more. */
static const double SAID_BEFORE = 0.5;

/* A second sentence is worth that much, as the slides before leave it. */
static const double SECOND = 0.6;

/* In code points: two lines of a slide, which both sentences share (a longer one stands
 * alone), and one line. */
enum { SENTENCES = 2, LENGTH_MAX = 200, BRIEF_MAX = 100 };

/* said_at: the finding that it was said in, from 1; 0: in none. */
static double novelty_since(const FindingMemory *memory, int said_at)
{
    int ago = said_at ? memory->count + 1 - said_at : INT32_MAX;
    return ago == 1 ? SAID_BEFORE : ago == 2 ? sqrt(SAID_BEFORE) : 1;
}

static double novelty_of(const FindingMemory *memory, const Claim *claim)
{
    return novelty_since(memory, memory->said_at[claim_topic(claim->kind)]) *
           novelty_since(memory, memory->made_at[claim->kind]);
}

/* The most remarkable of those left; NULL when none is worth so much. */
static const Claim *find_strongest(const Claims *claims, const FindingMemory *memory,
                                   const bool *is_said, bool may_be_level, double least)
{
    const Claim *best = NULL;
    double most = least;
    for (int i = 0; i < claims->count; i++) {
        const Claim *claim = &claims->at[i];
        double worth = claim->strength * novelty_of(memory, claim);
        if (is_said[claim_topic(claim->kind)] || worth <= most ||
            (claim->is_level && !may_be_level))
            continue;
        most = worth;
        best = claim;
    }
    return best;
}

/* Where nothing is clear: that nothing differs is worth a sentence; of the groups
 * before the region, of that before the round before. */
static const Claim *find_level(const Claims *claims)
{
    return claims->count ? &claims->at[claims->count - 1] : NULL;
}

static bool starts_alike(Str a, Str b)
{
    long end = str_find(a, S(" "));
    return end > 0 && str_starts(b, str_slice(a, 0, (size_t)end + 1));
}

/* In the phrase whose turn it is; in the next one where the slide before begins with
 * that one, or where two sentences would begin with the same word. False when there is
 * no room for so long a sentence. */
static bool add_claim(SlideContext *context, FindingMemory *memory, const Claim *claim,
                      int length_max, Buffer *text)
{
    int phrase = memory->uses[claim->kind];
    bool is_first = text->len == 0;
    if (is_first && memory->count > 0 &&
        claim_phrase(claim->kind, phrase) == memory->opening)
        phrase++;
    Str sentence = claim_text(context, claim, phrase);
    if (!is_first && starts_alike(buffer_text(text), sentence))
        sentence = claim_text(context, claim, ++phrase);
    if (utf8_count(buffer_text(text)) + utf8_count(sentence) >= length_max)
        return false;
    if (is_first)
        memory->opening = claim_phrase(claim->kind, phrase);
    memory->uses[claim->kind] = phrase + 1;
    memory->made_at[claim->kind] = memory->count + 1;
    memory->said_at[claim_topic(claim->kind)] = memory->count + 1;
    buffer_sentence(text, sentence);
    for (int i = 0; i < claim->said_count; i++)
        slide_figure(context, claim->said[i]);
    return true;
}

static void add_claims(SlideContext *context, const Claims *claims, bool is_brief,
                       Buffer *text)
{
    FindingMemory none = { .count = 0 };
    FindingMemory *memory = context->findings ? context->findings : &none;
    bool is_said[TOPIC_COUNT] = { false }, is_level = false;
    int sentences = 0, wanted = is_brief ? 1 : SENTENCES;
    while (sentences < wanted && !is_level) {
        bool is_first = sentences == 0;
        const Claim *claim =
            find_strongest(claims, memory, is_said, !is_first, is_first ? 0 : SECOND);
        if (!claim && is_first)
            claim = find_level(claims);
        if (!claim || is_said[claim_topic(claim->kind)])
            break;
        int length_max = is_brief ? BRIEF_MAX : is_first ? INT32_MAX : LENGTH_MAX;
        is_said[claim_topic(claim->kind)] = true;
        if (!add_claim(context, memory, claim, length_max, text))
            continue;
        sentences++;
        is_level = is_first && claim->is_level;
    }
    memory->count++;
}

/* Who makes claims of each topic, of a mean and of a net score: in the order in which
 * a topic without anything clear is left for the next (see find_level). */
static const struct {
    ClaimTopic topic;
    ClaimMaker *of_mean, *of_net;
} MAKERS[] = {
    {TOPIC_CHANGE,      claim_change,     claim_net_change},
    { TOPIC_REGION,     claim_region,     claim_net_region},
    { TOPIC_STATEMENTS, claim_statements, NULL            },
    { TOPIC_WHOLE,      claim_whole,      claim_net_whole },
    { TOPIC_GROUPS,     claim_groups,     claim_net_groups},
};

static bool is_wanted(const SlideContext *context, FindingCompare compare,
                      ClaimTopic topic)
{
    return topic == TOPIC_CHANGE ? compare.with_previous && context->slice->has_previous
           : topic == TOPIC_REGION ? compare.with_region
                                   : !compare.without_groups;
}

Str finding_sentence(SlideContext *context, int statement, FindingCompare compare)
{
    Claims claims = { 0 };
    for (size_t i = 0; i < sizeof MAKERS / sizeof *MAKERS; i++) {
        ClaimMaker *make = compare.is_net ? MAKERS[i].of_net : MAKERS[i].of_mean;
        if (make && is_wanted(context, compare, MAKERS[i].topic))
            make(context, statement, &claims);
    }
    Buffer text = buffer_in(context->canvas.deck->arena);
    add_claims(context, &claims, compare.is_brief, &text);
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

static Str figure_text(SlideContext *context, Query query)
{
    return slide_figure(context, figure_find(context->slice, query));
}

static Str of_all(SlideContext *context, Statistic statistic, int statement)
{
    return figure_text(context, figure_query(statistic, statement, GROUP_ALL));
}

static Str all_groups(SlideContext *context, int statement, bool is_net)
{
    Arena *arena = context->canvas.deck->arena;
    if (is_net)
        return words_fill(arena, context->words, WORD_NET_ALL, "net",
                          of_all(context, STATISTIC_NET, statement), "mean",
                          of_all(context, STATISTIC_MEAN, statement), "answered",
                          of_all(context, STATISTIC_ANSWERED, statement), NULL);
    return words_fill(arena, context->words, WORD_FINDING_ALL, "mean",
                      of_all(context, STATISTIC_MEAN, statement), "agree",
                      of_all(context, STATISTIC_AGREE, statement), "disagree",
                      of_all(context, STATISTIC_DISAGREE, statement), "answered",
                      of_all(context, STATISTIC_ANSWERED, statement), NULL);
}

static Str previous_text(SlideContext *context, Query before)
{
    Arena *arena = context->canvas.deck->arena;
    Figure figure = figure_find(context->slice, before);
    Str text = slide_figure(context, figure);
    if (figure.round.len) /* the word for its state names the round */
        return words_fill(arena, context->words, WORD_FINDING_PREVIOUS_ABSENT, "state",
                          text, NULL);
    return words_fill(arena, context->words, WORD_FINDING_PREVIOUS, "round",
                      context->slice->previous.description->round, "mean", text, NULL);
}

Str finding_detail(SlideContext *context, int statement, FindingCompare compare)
{
    const Slice *slice = context->slice;
    Arena *arena = context->canvas.deck->arena;
    Query query = figure_query(compare.is_net ? STATISTIC_NET : STATISTIC_MEAN,
                               statement, GROUP_ALL);
    Query before = query, region = query;
    before.round = ROUND_PREVIOUS;
    region.population = POPULATION_REGION;
    Buffer text = buffer_in(arena);
    if (figure_is_shown(figure_find(slice, query)))
        buffer_sentence(&text, all_groups(context, statement, compare.is_net));
    else
        buffer_sentence(&text,
                        words_fill(arena, context->words, WORD_FINDING_ALL_ABSENT,
                                   "state", figure_text(context, query), NULL));
    if (compare.with_previous && slice->has_previous)
        buffer_sentence(&text, previous_text(context, before));
    if (compare.with_region && figure_is_shown(figure_find(slice, region)))
        buffer_sentence(&text, words_fill(arena, context->words, WORD_FINDING_REGION,
                                          "mean", figure_text(context, region), NULL));
    return buffer_text(&text);
}

const char *const finding_comparisons[] = { "previous", "region", NULL };

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
