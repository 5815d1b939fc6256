/* held_back.h - cells that a counted export holds back, filled in so that the plan can
 * keep them from being worked out.
 *
 * What a reader of the decks can work out depends on what they show, not on what is
 * true of the rest: he knows of the cells that are not shown that they are some table
 * with these totals. So any such table will do for the plan to find out which further
 * cells must be hidden (suppress.h), and one is found here. Where the totals leave one
 * only, it is the true one. None of it is ever printed.
 *
 * For each answer of the scale the cells held back are the edges of a network, its
 * nodes the rows and columns of a statement's table, and what the totals leave for them
 * is what must flow (the signs are those of suppress.h); the flow is found path by path
 * (Ford and Fulkerson 1956, Canad. J. Math. 8:399). Totals made from rounded shares may
 * be one off and leave no such table: then each row has what is left for it. */
#ifndef SURVEY_HELD_BACK_H
#define SURVEY_HELD_BACK_H
#include "survey/slice.h"

/* What an export says of a cell; above 0: held back, with fewer answers than that. */
enum { ROW_NONE, ROW_READ = -1 };

/* populations: of each unit, the region last. rows: [population][statement * (GROUP_MAX
 * + 1) + group]. A total without a row is not known either, but has no cell to fill. */
void held_back_fill(Arena *arena, const Description *description,
                    Population *populations, int unit_count, int *const *rows);

#endif
