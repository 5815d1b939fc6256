/* suppress.h - complementary suppression: hides further cells until none of those that
 * must be hidden can be worked out from all that is printed, in all decks together.
 *
 * The answers to one statement are a table: a row a unit and one for the region, a
 * column a group and one for all groups. Every row and every column adds up, for each
 * step of the scale. Give the margins a minus sign, and all sums are zero: the table is
 * a network, its rows and columns the nodes, its cells the edges. What the shown cells
 * leave open are the flows round the cycles of hidden edges. A hidden cell is therefore
 * known exactly when it lies on no such cycle (Cox 1995, JASA 90:1453; Kelly, Golden
 * and Assad 1992, Networks 22:397). Changes add no unknowns: each round is safe alone.
 *
 * That no count is below zero says more: where all in two cells gave the same answer,
 * their sum gives both away. So each hidden cell needs a witness: a cycle round which
 * one answer can be exchanged for another in cell after cell, with somebody there to
 * give it. The table that results has the same sums, and other answers in the cell.
 *
 * A sum of hidden cells that can be worked out is a figure too, and must rest on as
 * many answers as any other. So each cell with too few must, for all that is shown, be
 * able to hold enough: the answers that can flow into it round cycles are counted (the
 * largest flow is the smallest such sum: Ford and Fulkerson 1956, Canad. J. Math.
 * 8:399).
 *
 * Which cell gives way: the cheapest path that closes a cycle. A group of the region
 * before one of the own unit, that before a group of another unit, and `all` last; the
 * one with the fewest respondents first. Where no exchange is possible (everybody gave
 * the same answer) the whole statement is hidden.
 *
 * A region that is a mean of units is made of what these show: the answers of all
 * people together are printed nowhere. Its row may be anything, at no cost, and no cell
 * of it needs a witness; so each unit stands alone, and one with nothing to hide loses
 * nothing.
 *
 * Cost: a search goes over C columns, the cheapest rows between them being kept, and
 * takes about C² steps however many rows there are; for H hidden cells and k steps at
 * most k²·H searches a statement, mostly H or fewer, since a cycle is a witness for all
 * its cells. So the whole grows with the units, not with their square. */
#ifndef SURVEY_SUPPRESS_H
#define SURVEY_SUPPRESS_H
#include "survey/slice.h"

/* What it costs to hide a cell: the classes above, within one the respondents. is_own:
 * in the row for whose sake it is hidden. */
double suppress_cost(bool is_region, bool is_own, bool is_all, int people);

/* populations: of the round's units, the region last, with the cells flagged that must
 * be hidden. Flags others HIDING_OTHER. */
void suppress_cells(Arena *arena, const Description *description,
                    Population *populations, int unit_count, int min_answers);

/* The same of a table of mere counts, one a cell, as of a statement with one step: only
 * so that no sum of hidden ones is too small. populations: their `n`, and one statement
 * of group_count + 1 cells. */
void suppress_sums(Arena *arena, Population *populations, int unit_count,
                   int group_count, int min_answers);

#endif
