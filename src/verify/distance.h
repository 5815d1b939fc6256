/* distance.h - what a change since the round before, or a difference to the region, is
 * worth: counted once more, apart from figure_mark, with the rule that figure.h states.
 */
#ifndef VERIFY_DISTANCE_H
#define VERIFY_DISTANCE_H
#include "verify/count.h"

/* Of CHANGE, DIFFERENCE, NET_CHANGE or NET_DIFFERENCE. MARK_NONE where there is none,
 * or how sure it is cannot be told. */
Mark distance_mark(const View *view, Query query);

/* Half of the 95 % interval of a mean or a net score; false for fewer than two answers.
 */
bool distance_half(const View *view, Query query, double *half);

#endif
