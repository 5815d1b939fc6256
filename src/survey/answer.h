/* answer.h - what the text of a cell answers to a statement. */
#ifndef SURVEY_ANSWER_H
#define SURVEY_ANSWER_H
#include "survey/description.h"

/* Answers below step 1. */
enum { ANSWER_BLANK = 0, ANSWER_UNSURE = -1, ANSWER_LEAST = ANSWER_UNSURE };

/* The answers of a scale that are no steps, as they are compared. */
typedef struct OtherAnswers {
    Str *unsure, *missing;
} OtherAnswers;

typedef struct AnswerReader {
    Arena *scratch;
    const Description *description;
    OtherAnswers *others; /* by scale */
} AnswerReader;

/* `description` must outlive the reader. What is kept lives in `arena`; `scratch` may
 * be emptied between two answers. */
AnswerReader answer_reader(Arena *arena, Arena *scratch,
                           const Description *description);

/* `key` is the text as table_key gives it. An answer is told by the scale's own words,
 * by others that mean the same, or by the same number. Gives a step before any
 * reversal, or a value from above; false when it is none. */
bool answer_read(const AnswerReader *reader, int statement, Str key, int *out);

/* The error for a text that is no answer: the nearest one, or the whole scale. */
void answer_refuse(const AnswerReader *reader, int statement, Str key, Place place,
                   Diags *diags);

#endif
