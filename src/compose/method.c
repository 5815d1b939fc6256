#include "compose/method.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "layout/format.h"

static Arena *arena_of(SlideContext *context)
{
    return context->canvas.deck->arena;
}

static Str count_text(SlideContext *context, int count)
{
    return format_count(arena_of(context), context->words, count);
}

/* The author's reason, which further sentences follow. */
static Str reason_text(SlideContext *context)
{
    const Description *description = context->slice->round.description;
    Str reason = str_trim(wording_text(description->override, context->scope.language));
    bool is_closed = str_ends(reason, S(".")) || str_ends(reason, S("!")) ||
                     str_ends(reason, S("?"));
    return is_closed ? reason : str_concat(arena_of(context), reason, S("."));
}

/* has_questions: of those some are questions from 0 to 10. */
static int hidden_cells(const RoundSlice *round, const Population *population,
                        int group, Hiding hiding, bool *has_questions)
{
    int count = 0;
    *has_questions = false;
    for (int i = 0; i < round->description->statement_count; i++) {
        bool is_hidden = population->cells[i][group].hiding == hiding;
        count += is_hidden;
        *has_questions |= is_hidden && round->description->statements[i].is_recommend;
    }
    return count;
}

typedef VEC(Str) Names;

/* What is hidden of a group for that reason: «hvor mange som svarte og 20 utsagn»;
 * empty: nothing. */
static Str hidden_items(SlideContext *context, const Population *population, int group,
                        Hiding hiding)
{
    bool has_questions;
    Str items[2];
    int count = 0, hidden = hidden_cells(&context->slice->round, population, group,
                                         hiding, &has_questions);
    if (population->hides_n[group] == hiding)
        items[count++] = context->words->at[WORD_METHOD_PEOPLE];
    WordId word = has_questions
                      ? hidden == 1 ? WORD_METHOD_QUESTION : WORD_METHOD_QUESTIONS
                  : hidden == 1 ? WORD_METHOD_STATEMENT
                                : WORD_METHOD_STATEMENTS;
    if (hidden)
        items[count++] = words_fill(arena_of(context), context->words, word, "n",
                                    count_text(context, hidden), NULL);
    return format_list(arena_of(context), context->words, items, count);
}

/* Adds each group of which figures are hidden for that reason. */
static void add_hidden(SlideContext *context, const Population *population,
                       Hiding hiding, WordId phrase, Names *names)
{
    const Description *description = context->slice->round.description;
    for (int group = 0; group <= description->group_count; group++) {
        Str items = hidden_items(context, population, group, hiding);
        if (!items.len)
            continue;
        Str name = group == description->group_count
                       ? context->words->at[WORD_ALL_GROUPS]
                       : wording_text(description->groups[group].name,
                                      context->scope.language);
        Str text = words_fill(arena_of(context), context->words, phrase, "group", name,
                              "items", items, NULL);
        vec_push(arena_of(context), names, text);
    }
}

/* Empty when there are no names. */
static Str list_text(SlideContext *context, WordId phrase, const char *placeholder,
                     const Names *names)
{
    if (!names->count)
        return (Str){ 0 };
    Str list = format_list(arena_of(context), context->words, names->at, names->count);
    return words_fill(arena_of(context), context->words, phrase, placeholder, list,
                      NULL);
}

Str method_privacy(SlideContext *context)
{
    const RoundSlice *round = &context->slice->round;
    const Description *description = round->description;
    Arena *arena = arena_of(context);
    const Words *words = context->words;
    Names few = { 0 }, others = { 0 };
    add_hidden(context, &round->unit, HIDING_FEW, WORD_METHOD_HIDDEN_GROUP, &few);
    add_hidden(context, &round->unit, HIDING_OTHER, WORD_METHOD_HIDDEN_GROUP, &others);
    if (round->unit_count > 1) {
        add_hidden(context, &round->region, HIDING_FEW, WORD_METHOD_HIDDEN_REGION,
                   &few);
        add_hidden(context, &round->region, HIDING_OTHER, WORD_METHOD_HIDDEN_REGION,
                   &others);
    }
    Buffer text = buffer_in(arena);
    buffer_sentence(
        &text, words_fill(arena, words, WORD_METHOD_PRIVACY, "answers",
                          count_text(context, description->min_answers), "respondents",
                          count_text(context, description->min_respondents), NULL));
    if (description->min_answers > 1)
        buffer_sentence(&text, words->at[WORD_METHOD_ALIKE]);
    if (wording_is_set(description->override))
        buffer_sentence(&text, words_fill(arena, words, WORD_METHOD_OVERRIDE, "reason",
                                          reason_text(context), NULL));
    if (!few.count && !others.count)
        buffer_sentence(&text, words->at[WORD_METHOD_NONE_HIDDEN]);
    buffer_sentence(&text, list_text(context, WORD_METHOD_HIDDEN, "groups", &few));
    buffer_sentence(&text, list_text(context, WORD_METHOD_WITHHELD, "groups", &others));
    return buffer_text(&text);
}

Str method_comparison(SlideContext *context)
{
    const Slice *slice = context->slice;
    const Description *description = slice->round.description;
    Arena *arena = arena_of(context);
    const Words *words = context->words;
    Buffer text = buffer_in(arena);
    if (slice->round.unit_count > 1) {
        WordId phrase = description->region_is_of_units ? WORD_METHOD_REGION_UNITS
                                                        : WORD_METHOD_REGION_PEOPLE;
        buffer_sentence(&text, words->at[phrase]);
        phrase = description->region_is_others ? WORD_METHOD_REGION_OUT
                                               : WORD_METHOD_REGION_IN;
        buffer_sentence(
            &text, words_fill(arena, words, phrase, "unit", slice->unit.name, NULL));
    }
    if (slice->round.unit_count > 1 || slice->has_previous)
        buffer_sentence(
            &text,
            words_fill(
                arena, words, WORD_METHOD_MARKS, "difference",
                format_mean(arena, words, description->least_difference), "share",
                count_text(context,
                           (int)(description->least_share_difference * 100 + 0.5)),
                NULL));
    return buffer_text(&text);
}

static Str quoted(SlideContext *context, const Statement *statement)
{
    return words_fill(arena_of(context), context->words, WORD_QUOTE, "text",
                      wording_text(statement->label, context->scope.language), NULL);
}

/* «label» (reason) */
static Str with_reason(SlideContext *context, const Statement *statement)
{
    Str label = quoted(context, statement);
    Str reason = wording_text(statement->reason, context->scope.language);
    if (!reason.len)
        return label;
    return str_format(arena_of(context), "%.*s (%.*s)", STR_ARG(label),
                      STR_ARG(unicode_isolate(arena_of(context), reason)));
}

/* The statements of the previous round that none of this one continues. */
static Names find_gone(SlideContext *context)
{
    const Slice *slice = context->slice;
    const Description *before = slice->previous.description;
    Names names = { 0 };
    for (int i = 0; i < before->statement_count; i++) {
        bool is_continued = false;
        for (int k = 0; k < slice->round.description->statement_count; k++)
            is_continued |= slice->previous_statement[k] == i;
        if (!is_continued)
            vec_push(arena_of(context), &names,
                     quoted(context, &before->statements[i]));
    }
    return names;
}

/* A sentence about statements of one kind; the round is the phrase's other word. */
static Str round_text(SlideContext *context, WordId phrase, Str round,
                      const Names *names)
{
    if (!names->count)
        return (Str){ 0 };
    Str list = format_list(arena_of(context), context->words, names->at, names->count);
    return words_fill(arena_of(context), context->words, phrase, "round", round,
                      "statements", list, NULL);
}

Str method_rounds(SlideContext *context)
{
    const Slice *slice = context->slice;
    if (!slice->has_previous)
        return (Str){ 0 };
    const Description *now = slice->round.description;
    const Description *before = slice->previous.description;
    Arena *arena = arena_of(context);
    Str language = context->scope.language;
    Names fresh = { 0 }, reworded = { 0 }, unlike = { 0 }, gone = find_gone(context);
    for (int i = 0; i < now->statement_count; i++) {
        const Statement *statement = &now->statements[i];
        int match = slice->previous_statement[i];
        if (match < 0)
            vec_push(arena, &fresh, quoted(context, statement));
        else if (!statement->is_comparable)
            vec_push(arena, &unlike, with_reason(context, statement));
        else if (!str_equal(wording_text(statement->text, language),
                            wording_text(before->statements[match].text, language)))
            vec_push(arena, &reworded, quoted(context, statement));
    }
    Buffer text = buffer_in(arena);
    buffer_sentence(&text, round_text(context, WORD_METHOD_NEW, now->round, &fresh));
    buffer_sentence(
        &text, round_text(context, WORD_METHOD_REWORDED, before->round, &reworded));
    buffer_sentence(&text,
                    round_text(context, WORD_METHOD_UNLIKE, before->round, &unlike));
    buffer_sentence(&text, round_text(context, WORD_METHOD_GONE, before->round, &gone));
    return buffer_text(&text);
}
