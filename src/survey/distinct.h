/* distinct.h - which open answers are the same: trimmed, white space and case folded.
 */
#ifndef SURVEY_DISTINCT_H
#define SURVEY_DISTINCT_H
#include "survey/survey.h"

/* A number for each open answer, [question][answer]: the same for equal answers, also
 * those to different questions; less than the number of answers. */
int **distinct_number(Arena *arena, const Survey *survey);

/* How many different numbers there are; their order is lost. */
int distinct_count(int *numbers, int count);

#endif
