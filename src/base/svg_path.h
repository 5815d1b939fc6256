/* svg_path.h - outlines as SVG spells them: path data (SVG 1.1, 8.3), and the numbers
 * in it. Curves of all sorts become cubic ones. */
#ifndef BASE_SVG_PATH_H
#define BASE_SVG_PATH_H
#include "base/outline.h"

typedef struct SvgScanner {
    Str text;
    size_t at;
} SvgScanner;

/* Blanks passed over; whether there is nothing more. */
bool svg_scan_end(SvgScanner *scanner);
/* The next number, after blanks and at most one comma. False when there is none, or it
 * is larger than anything on a page. */
bool svg_scan_number(SvgScanner *scanner, double *out);

/* Appends the steps of the data. False where they are damaged. */
bool svg_path_read(Arena *arena, Str data, PathSteps *out);

/* An arc of an ellipse from one point to another (SVG 1.1, F.6). */
typedef struct SvgArc {
    double from_x, from_y, to_x, to_y;
    double radius_x, radius_y;
    double rotation; /* degrees */
    bool is_large, is_sweep;
} SvgArc;
/* Appends it as cubic curves, of a quarter each at most. */
void svg_path_arc(Arena *arena, SvgArc arc, PathSteps *out);

#endif
