/* vision.h - how different two colours look, also to those who see fewer of them. */
#ifndef BASE_VISION_H
#define BASE_VISION_H
#include "base/colour.h"

typedef enum Vision {
    VISION_NORMAL,
    VISION_PROTANOPIA,   /* no long-wave cones */
    VISION_DEUTERANOPIA, /* no middle-wave cones */
    VISION_TRITANOPIA,   /* no short-wave cones */
    VISION_COUNT
} Vision;

/* For messages: "normal vision", "protanopia" … */
extern const char *const vision_names[VISION_COUNT];

/* CIE 1976 colour difference in L*a*b* (ISO/CIE 11664-4, D65), after simulating the
 * deficiency at its full strength (Machado, Oliveira and Fernandes 2009, table 1, in
 * linear sRGB). 2 is just seen, black and white are 100 apart. */
double vision_difference(Colour a, Colour b, Vision vision);

/* The same seen by the vision that tells them apart least. */
double vision_least_difference(Colour a, Colour b, Vision *worst);

/* What colours that stand for different things must be apart, in every vision. */
#define VISION_LEAST_DIFFERENCE 15.0

#endif
