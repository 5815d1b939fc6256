#include "compose/quotes.h"

#include "base/buffer.h"

#include <stdlib.h>

static void add_group(QuoteText *quote, int group)
{
    quote->times++;
    for (int i = 0; i < quote->group_count; i++)
        if (quote->groups[i] == group)
            return;
    quote->groups[quote->group_count++] = group;
}

/* The answer as it is printed: its own lines kept, blank ones and blanks at their ends
 * not. */
static Str tidy_lines(Arena *arena, Str text)
{
    Buffer lines = buffer_in(arena);
    while (text.len) {
        long feed = str_find(text, S("\n"));
        size_t end = feed < 0 ? text.len : (size_t)feed;
        Str line = str_fold_space(arena, str_slice(text, 0, end));
        if (line.len && lines.len)
            buffer_char(&lines, '\n');
        buffer_str(&lines, line);
        text = str_slice(text, feed < 0 ? end : end + 1, text.len);
    }
    return buffer_text(&lines);
}

Quotes quotes_all(SlideContext *context, int question)
{
    const RoundSlice *round = &context->slice->round;
    Arena *arena = context->canvas.deck->arena;
    int count = round->quote_counts[question];
    /* By number: 1 + the index of the text among those kept. */
    int *kept = arena_array(arena, (size_t)round->text_count, sizeof *kept);
    QuoteText *quotes = arena_array(arena, (size_t)count, sizeof *quotes);
    Quotes out = { .at = quotes };
    for (int group = 0; group < round->description->group_count; group++)
        for (int i = 0; i < count; i++) {
            const Quote *quote = &round->quotes[question][i];
            if (quote->group != group)
                continue;
            if (quote->is_hidden) {
                out.hidden_count++;
                continue;
            }
            int *index = &kept[quote->number];
            if (!*index) {
                Str text = tidy_lines(arena, quote->text);
                quotes[out.count] =
                    (QuoteText){ .text = text, .length = utf8_count(text) };
                *index = ++out.count;
            }
            add_group(&quotes[*index - 1], group);
        }
    return out;
}

/* Whether a selection takes `a` before `b`. */
static bool is_more_telling(const QuoteText *a, const QuoteText *b)
{
    bool a_fits = a->length <= QUOTE_LENGTH, b_fits = b->length <= QUOTE_LENGTH;
    if (a_fits != b_fits)
        return a_fits;
    return a_fits ? a->length > b->length : a->length < b->length;
}

typedef struct Candidate {
    const QuoteText *quote;
    int index; /* as the answers came */
} Candidate;

static int compare_candidates(const void *left, const void *right)
{
    const Candidate *a = left, *b = right;
    int group = a->quote->groups[0] - b->quote->groups[0];
    if (group)
        return group;
    if (is_more_telling(a->quote, b->quote))
        return -1;
    return is_more_telling(b->quote, a->quote) ? 1 : a->index - b->index;
}

Quotes quotes_by_turn(SlideContext *context, Quotes all)
{
    Arena *arena = context->canvas.deck->arena;
    Candidate *candidates = arena_array(arena, (size_t)all.count, sizeof *candidates);
    QuoteText *ordered = arena_array(arena, (size_t)all.count, sizeof *ordered);
    int next[GROUP_MAX] = { 0 }, end[GROUP_MAX] = { 0 }, count = 0;
    for (int i = 0; i < all.count; i++)
        candidates[i] = (Candidate){ &all.at[i], i };
    if (all.count)
        qsort(candidates, (size_t)all.count, sizeof *candidates, compare_candidates);
    for (int i = 0; i < all.count; i++) {
        int group = candidates[i].quote->groups[0];
        if (end[group] == 0)
            next[group] = i;
        end[group] = i + 1;
    }
    while (count < all.count)
        for (int group = 0; group < GROUP_MAX; group++)
            if (next[group] < end[group])
                ordered[count++] = *candidates[next[group]++].quote;
    return (Quotes){ ordered, count, all.hidden_count };
}

Str quote_source(SlideContext *context, const QuoteText *quote)
{
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    Str names[GROUP_MAX];
    for (int i = 0; i < quote->group_count; i++)
        names[i] = wording_text(description->groups[quote->groups[i]].name,
                                context->scope.language);
    Str source = format_list(arena, context->words, names, quote->group_count);
    if (quote->times == 1)
        return source;
    return words_fill(arena, context->words, WORD_QUOTE_TIMES, "groups", source, "n",
                      format_count(arena, context->words, quote->times), NULL);
}
