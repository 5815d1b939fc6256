/* answers.h - the open answers that a deck quotes: each was given by its own unit, by
 * the groups that stand under it, to the question that the slide is about, and may be
 * shown. */
#ifndef VERIFY_ANSWERS_H
#define VERIFY_ANSWERS_H
#include "verify/checker.h"

/* An open answer by its characters alone. */
typedef struct AnswerKey {
    Str text;
    int question, answer; /* in the survey */
    int next;             /* with the same hash; -1: none */
} AnswerKey;

/* All of a survey. */
typedef struct AnswerKeys {
    AnswerKey *at;
    int count;
    int *heads; /* by hash: the first, or -1 */
    unsigned head_count;
} AnswerKeys;
AnswerKeys answers_keys(Arena *arena, const Survey *survey);

/* All quotes in the entry's part of the tree, those that go on in a next one put
 * together again. */
void answers_check(Checker *checker, const AnswerKeys *keys,
                   const PrintedNode *section);

#endif
