/* saying.h - what a sentence says besides its figures: that they are the highest, that
 * one is above the other, which groups differ. Counted here from the answers, by a row
 * for each phrase. */
#ifndef VERIFY_SAYING_H
#define VERIFY_SAYING_H
#include "verify/checker.h"

typedef struct SayingRule SayingRule;

/* NULL: the phrase says no more than its figures do. */
const SayingRule *saying_rule(WordId word);

/* Whether what the sentence claims is so; of a pattern without a rule it is. */
bool saying_holds(Checker *checker, const Match *match);

/* The groups that a part of a sentence names (PART_GROUPS; -1: all that are shown).
 * Where it says only how many, those of which it can be said. Returns how many. */
int saying_groups(Checker *checker, const Match *match, int part, int *out);

/* Of «fra 43 til 91 %»: the least and the greatest that should stand there; false where
 * nothing is shown. */
bool saying_range(Checker *checker, const Match *match, const Part *part, double *low,
                  double *high);

#endif
