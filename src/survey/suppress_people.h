/* suppress_people.h - hides how many responded: n of a unit's group below the limit is
 * a figure from too few, and so are its share and response rate.
 *
 * n is a table like that of a statement (suppress.h), and adds up in the same way; the
 * same rule says which further count gives way. That a group has nobody is no secret:
 * 0 is printed, and a hidden n is at least 1.
 *
 * A reader knows more of n than its sums: a group has at least as many as answered any
 * statement. So a hidden n needs a witness that holds for all statements together: one
 * person who could as well be of another group. Four cells of n are other by one then,
 * two of a row and two of another, and all their figures of every statement must be
 * hidden as well, whether few or many answered it. Where the other row is the region's,
 * its counts move along, and the person may have answered anything. Where it is a
 * unit's, somebody goes the other way there, and for each statement the two must be
 * able to have given the same answer. No n that results may make untrue what decks say
 * of it: that it is below the limit, or not; that a group is large enough to be quoted,
 * and so often was; that no more answered than were invited. Where only the register
 * leaves no choice (all who were invited answered) that is not heeded: it is not
 * printed for groups whose n is hidden. And a sum of hidden counts that can be worked
 * out must not be too small either (suppress_sums).
 *
 * What gives way, then: the cells in the order of suppress.h, but before any count of
 * all groups whether the unit's hidden groups are below the limit. They read «hidden»
 * without a reason then: with 1, 5 or more, and 6 together, the reason would tell all.
 *
 * What a statement's hidden cells still tell is how many did not answer it: that is
 * nobody's answer, and no disclosure. Of an n, all but one number left is. Where the
 * words leave one number only («n < 2») they are all there is to hide.
 *
 * Cost: for each hidden n the units' rows are passed through once or twice, mostly not
 * to the end. */
#ifndef SURVEY_SUPPRESS_PEOPLE_H
#define SURVEY_SUPPRESS_PEOPLE_H
#include "survey/slice.h"

/* Sets hides_n of all populations, the region last, and hides the cells of those groups
 * (HIDING_OTHER) where they were not. quoted: [unit][group], the most answers of the
 * group to one open question that decks quote. Does nothing where n is not known. */
void suppress_people(Arena *arena, const Description *description,
                     Population *populations, int unit_count, int min_answers,
                     int *const *quoted);

/* After suppress_cells: where n is hidden, all statements give its reason, those that
 * nobody answered too, since another would tell of n. */
void suppress_reasons(const Description *description, Population *populations,
                      int unit_count);

#endif
