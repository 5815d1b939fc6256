/* tally.h - the answers counted, for every unit and the region, nothing hidden. */
#ifndef SURVEY_TALLY_H
#define SURVEY_TALLY_H
#include "survey/slice.h"

Population tally_population(Arena *arena, const Description *description,
                            const Unit *unit); /* nobody yet; NULL: the region */
Cell **tally_cells(Arena *arena, const Description *description); /* empty ones */

/* One population for each unit of the register, the region last. Units in which nobody
 * answered have no cells. Of a survey that came counted, those that it came with. */
Population *tally_make(Arena *arena, const Survey *survey);

#endif
