/* aggregate.h - an export that is counted already: a row for each statement, unit and
 * group, with the number of answers and a column for each answer of the scale, as per
 * cent of that number or as counts. Who answered what is not in it, nor what was said
 * in free text, nor how many respondents there were. */
#ifndef SURVEY_AGGREGATE_H
#define SURVEY_AGGREGATE_H
#include "survey/slice.h"

/* One population for each unit of the register, the region last, as tally_make gives
 * them, with n = -1: not known. From shares the whole number of people behind each is
 * found: exactly, where a share's last decimal is finer than one of n (one decimal: up
 * to n = 1000); beyond that it may be off by one, so that a mean may differ in its
 * third decimal. A row whose number is "<5" is held back: its cell is hidden, and
 * holds what the totals leave for it (held_back.h). Totals are read, not added up.
 * Errors: shares that do not add to 100, a row twice, an unknown statement, unit or
 * group. */
bool aggregate_read(Arena *arena, const Description *description, const Register *reg,
                    Population **out, Diags *diags);

#endif
