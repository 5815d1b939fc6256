/* answers.h - the open answers that a deck quotes: each was given by its own unit, by
 * the groups that stand under it, to the question that the slide is about, and may be
 * shown. */
#ifndef VERIFY_ANSWERS_H
#define VERIFY_ANSWERS_H
#include "verify/checker.h"

/* Every open answer of a survey by its characters alone, [question][answer]. */
typedef struct AnswerKeys {
    Str **at;
} AnswerKeys;
AnswerKeys answers_keys(Arena *arena, const Survey *survey);

/* All quotes in the entry's part of the tree, those that go on in a next one put
 * together again. */
void answers_check(Checker *checker, const AnswerKeys *keys,
                   const PrintedNode *section);

#endif
