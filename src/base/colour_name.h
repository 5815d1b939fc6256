/* colour_name.h - the colours that SVG and CSS know by name. */
#ifndef BASE_COLOUR_NAME_H
#define BASE_COLOUR_NAME_H
#include "base/colour.h"

/* "rebeccapurple" is not among them: it came after SVG 1.1. Lower case. */
bool colour_find_name(Str name, Colour *out);

#endif
