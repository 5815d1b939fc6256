/* excerpt.h - a line of a file with a caret under a place in it, for a message:
 *
 *     14 |     titel: Om undersøkelsen
 *        |     ^
 */
#ifndef COMMAND_EXCERPT_H
#define COMMAND_EXCERPT_H
#include "base/diag.h"

/* The two lines for a place in a YAML file of this text; empty when the text has no
 * such line or is not UTF-8 there. At most EXCERPT_WIDTH cells of the line are shown,
 * those around the place; tabs are widened, what a terminal would obey is replaced. */
enum { EXCERPT_WIDTH = 76 };
Str excerpt_text(Arena *arena, Str text, Place place);

#endif
