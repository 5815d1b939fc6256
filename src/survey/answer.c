#include "survey/answer.h"

#include "base/buffer.h"
#include "survey/answer_word.h"
#include "survey/table.h"

#include <string.h>

/* Texts as table cells are compared with them. */
static Str *keys_of(Arena *arena, const StrList *texts)
{
    Str *keys = arena_array(arena, (size_t)texts->count, sizeof *keys);
    for (int i = 0; i < texts->count; i++)
        keys[i] = table_key(arena, texts->at[i]);
    return keys;
}

AnswerReader answer_reader(Arena *arena, Arena *scratch, const Description *description)
{
    AnswerReader reader = { scratch, description, NULL };
    reader.others =
        arena_array(arena, (size_t)description->scale_count, sizeof *reader.others);
    for (int i = 0; i < description->scale_count; i++) {
        const Scale *scale = &description->scales[i];
        reader.others[i] = (OtherAnswers){ keys_of(arena, &scale->unsure),
                                           keys_of(arena, &scale->missing) };
    }
    return reader;
}

static const OtherAnswers *others_of(const AnswerReader *reader, int statement)
{
    return &reader->others[reader->description->statements[statement].scale];
}

static bool find_label(const AnswerReader *reader, int statement, Str text, int *out)
{
    const Scale *scale = description_scale(reader->description, statement);
    const OtherAnswers *others = others_of(reader, statement);
    for (int i = 0; i < scale->step_count; i++)
        if (str_equal(text, scale->answers[i])) {
            *out = i + 1;
            return true;
        }
    for (int i = 0; i < scale->unsure.count; i++)
        if (str_equal(text, others->unsure[i])) {
            *out = ANSWER_UNSURE;
            return true;
        }
    for (int i = 0; i < scale->missing.count; i++)
        if (str_equal(text, others->missing[i])) {
            *out = ANSWER_BLANK;
            return true;
        }
    return false;
}

/* The same answer in other words, or in another language. */
static bool find_synonym(const AnswerReader *reader, int statement, Str text, int *out)
{
    const Scale *scale = description_scale(reader->description, statement);
    const OtherAnswers *others = others_of(reader, statement);
    const AnswerWord *word = answer_word_find(reader->scratch, text);
    if (!word)
        return false;
    for (int i = 0; i < scale->step_count; i++)
        if (answer_word_find(reader->scratch, scale->answers[i]) == word) {
            *out = i + 1;
            return true;
        }
    for (int i = 0; i < scale->unsure.count; i++)
        if (answer_word_find(reader->scratch, others->unsure[i]) == word) {
            *out = ANSWER_UNSURE;
            return true;
        }
    return false;
}

/* The same number, written in another way: 4.0 is 4. */
static bool find_number(const AnswerReader *reader, int statement, Str text, int *out)
{
    const Scale *scale = description_scale(reader->description, statement);
    double number, value;
    if (!str_to_number(str_replace(reader->scratch, text, S(","), S(".")), &number))
        return false;
    for (int i = 0; i < scale->step_count; i++)
        if (str_to_number(scale->answers[i], &value) && value == number) {
            *out = i + 1;
            return true;
        }
    return false;
}

/* A column may have codes of its own for «no answer». */
static bool is_missing(const AnswerReader *reader, int statement, Str key)
{
    const StrList *missing = &reader->description->statements[statement].missing;
    for (int i = 0; i < missing->count; i++)
        if (str_equal(table_key(reader->scratch, missing->at[i]), key))
            return true;
    return false;
}

bool answer_read(const AnswerReader *reader, int statement, Str key, int *out)
{
    if (is_missing(reader, statement, key)) {
        *out = ANSWER_BLANK;
        return true;
    }
    return find_label(reader, statement, key, out) ||
           find_synonym(reader, statement, key, out) ||
           find_number(reader, statement, key, out);
}

void answer_refuse(const AnswerReader *reader, int statement, Str key, Place place,
                   Diags *diags)
{
    const Scale *scale = description_scale(reader->description, statement);
    int count = scale->step_count + scale->unsure.count;
    Str *known = arena_array(reader->scratch, (size_t)count, sizeof *known);
    memcpy(known, scale->answers, (size_t)scale->step_count * sizeof *known);
    if (scale->unsure.count)
        memcpy(known + scale->step_count, others_of(reader, statement)->unsure,
               (size_t)scale->unsure.count * sizeof *known);
    Str shown = str_shown(diags->arena, key, 60);
    Str nearest = str_nearest(reader->scratch, key, known, count);
    diag_error(diags, place, "\"%.*s\" is not an answer on the scale", STR_ARG(shown));
    if (nearest.len) {
        diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
        return;
    }
    const AnswerWord *word = answer_word_find(reader->scratch, key);
    if (word && (word->family == FAMILY_UNSURE || word->family == FAMILY_MISSING)) {
        diag_hint(diags, "if it is none, list it under \"%s\" of the scale",
                  word->family == FAMILY_UNSURE ? "unsure" : "missing");
        return;
    }
    Buffer list = buffer_in(reader->scratch);
    for (int i = 0; i < count; i++)
        buffer_format(&list, "%s\"%.*s\"", i ? ", " : "", STR_ARG(known[i]));
    diag_hint(diags, "the scale is %.*s", STR_ARG(buffer_text(&list)));
}
