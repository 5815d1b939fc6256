/* tally.h - the answers counted, for every unit and the region, nothing hidden. */
#ifndef SURVEY_TALLY_H
#define SURVEY_TALLY_H
#include "survey/slice.h"

/* One population for each unit of the register, the region last. Units in which nobody
 * answered have no cells. */
Population *tally_make(Arena *arena, const Survey *survey);

#endif
