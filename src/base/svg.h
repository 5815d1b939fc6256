/* svg.h - a static SVG drawing as painted paths: the part of SVG 1.1 that logos are
 * made of. Shapes, groups, transforms, <use>, solid fills and strokes, by attributes,
 * by "style" or by style sheets of simple classes. What else would change the picture
 * (text, gradients, clip paths, filters, pictures, references to other files …) is
 * refused rather than left out. */
#ifndef BASE_SVG_H
#define BASE_SVG_H
#include "base/outline.h"

/* More is no logo, and is painted on each page anew. */
enum { SVG_BYTES_MAX = 1 << 20, SVG_STEPS_MAX = 20000 };

typedef struct SvgDrawing {
    double width, height; /* of the view box; the paths lie in it, from its corner */
    const Path *paths;    /* in painting order */
    int path_count;
} SvgDrawing;

/* False with a fault, "it … on line 12", as message_text gave it. */
bool svg_read(Arena *arena, Str bytes, SvgDrawing *out, Str *fault);

#endif
