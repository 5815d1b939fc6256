#include "compose/quotes.h"

#include "base/buffer.h"
#include "base/unicode.h"

typedef struct Folded {
    Str text;
    int index; /* among the quotes kept, or -1 for an empty slot */
} Folded;

static uint64_t hash(Str s)
{
    uint64_t value = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < s.len; i++)
        value = (value ^ (unsigned char)s.at[i]) * 1099511628211u;
    return value;
}

/* The slot of a text in an open-addressed table of `size` (a power of two) slots. */
static Folded *find_slot(Folded *table, size_t size, Str text)
{
    size_t at = hash(text) & (size - 1);
    while (table[at].index >= 0 && !str_equal(table[at].text, text))
        at = (at + 1) & (size - 1);
    return &table[at];
}

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
    size_t size = 16;
    while (size < 2 * (size_t)count)
        size *= 2;
    Folded *table = arena_array(arena, size, sizeof *table);
    for (size_t i = 0; i < size; i++)
        table[i].index = -1;
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
            Str folded = unicode_fold(arena, str_fold_space(arena, quote->text));
            Folded *slot = find_slot(table, size, folded);
            if (slot->index < 0) {
                *slot = (Folded){ folded, out.count };
                Str text = tidy_lines(arena, quote->text);
                quotes[out.count++] =
                    (QuoteText){ .text = text, .length = utf8_count(text) };
            }
            add_group(&quotes[slot->index], group);
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

static int most_telling(Quotes all, const bool *is_taken, int group)
{
    int best = -1;
    for (int i = 0; i < all.count; i++)
        if (!is_taken[i] && all.at[i].groups[0] == group &&
            (best < 0 || is_more_telling(&all.at[i], &all.at[best])))
            best = i;
    return best;
}

Quotes quotes_by_turn(SlideContext *context, Quotes all)
{
    Arena *arena = context->canvas.deck->arena;
    int groups = context->slice->round.description->group_count;
    bool *is_taken = arena_array(arena, (size_t)all.count, sizeof *is_taken);
    QuoteText *ordered = arena_array(arena, (size_t)all.count, sizeof *ordered);
    int count = 0;
    while (count < all.count)
        for (int group = 0; group < groups; group++) {
            int best = most_telling(all, is_taken, group);
            if (best < 0)
                continue;
            is_taken[best] = true;
            ordered[count++] = all.at[best];
        }
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
