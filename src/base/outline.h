/* outline.h - outlines of lines and curves, and how one is painted. Points, y down; the
 * caller says what the origin is. */
#ifndef BASE_OUTLINE_H
#define BASE_OUTLINE_H
#include "base/colour.h"

typedef enum PathVerb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE } PathVerb;

typedef struct PathStep {
    PathVerb verb;
    double x[3],
        y[3]; /* curve: two control points, then the end; else the first only */
} PathStep;

typedef VEC(PathStep) PathSteps;

/* In the order of ISO 32000-1, 8.4.3.3 and 8.4.3.4. */
typedef enum LineCap { CAP_BUTT, CAP_ROUND, CAP_SQUARE } LineCap;
typedef enum LineJoin { JOIN_MITRE, JOIN_ROUND, JOIN_BEVEL } LineJoin;

/* What lies on a fill, for prints without colours. Lines rise or fall at 45 degrees. */
typedef enum Pattern {
    PATTERN_PLAIN,
    PATTERN_HATCH,      /* rising lines */
    PATTERN_BACK_HATCH, /* falling lines */
    PATTERN_DOTS,
} Pattern;

typedef struct Path {
    const PathStep *steps;
    int step_count;
    bool is_filled, is_stroked;
    bool is_even_odd; /* what is inside is found so, else by winding */
    Colour fill, stroke;
    double line_width;
    LineCap cap;
    LineJoin join;
    double mitre_limit; /* 0: that of PDF, 10 */
    double dash;        /* length of dash and gap; 0: solid */
    double opacity;     /* 0-1; 1 is opaque. Fill and stroke, as one */
    Pattern pattern;    /* of an opaque fill, under the stroke */
    Colour pattern_colour;
    double pattern_pitch; /* from line to line, dot to dot */
} Path;

/* How many points a step has: 0, 1 or 3. */
static inline int path_step_points(PathVerb verb)
{
    return verb == PATH_CLOSE ? 0 : verb == PATH_CURVE ? 3 : 1;
}

#endif
