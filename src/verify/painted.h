/* painted.h - what a chart paints against what its alternative text says. */
#ifndef VERIFY_PAINTED_H
#define VERIFY_PAINTED_H
#include "verify/checker.h"

/* Every number that is painted in a figure's place must be one of its alternative text,
 * which is checked elsewhere, and as often; or an axis' or a heading's: the values of
 * the scale, each once, where the chart has an axis, the ends of the classes of a
 * question from 0 to 10, and the round before. */
void painted_check(Checker *checker, const PrintedNode *figure);

#endif
