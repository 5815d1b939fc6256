/* colour.h - sRGB colours and their contrast (WCAG 2.1, 1.4.3). */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H
#include "base/str.h"

typedef struct Colour {
    uint8_t red, green, blue;
} Colour;

/* "#RRGGBB" or "#RGB", either case. */
bool colour_read(Str s, Colour *out);
bool colour_equal(Colour a, Colour b);
/* From a (share 0) to b (share 1), straight in sRGB. */
Colour colour_mix(Colour a, Colour b, double share);
/* Relative luminance, 0-1 (WCAG 2.1). */
double colour_luminance(Colour colour);
/* Contrast ratio, 1-21. */
double colour_contrast(Colour a, Colour b);
/* What text needs on its ground (WCAG 2.1, 1.4.3). */
#define COLOUR_TEXT_CONTRAST 4.5
/* The same for large text: from 18 points, or 14 in bold. */
#define COLOUR_LARGE_TEXT_CONTRAST 3.0

/* Of two label colours the one that stands out more on the ground; black or white where
 * neither has a contrast of 4.5, which one of these always has. */
Colour colour_label(Colour ground, Colour dark, Colour light);

#endif
