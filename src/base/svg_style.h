/* svg_style.h - how the shapes of an SVG drawing are painted: properties (SVG 1.1, 6
 * and 11) as they are inherited, from attributes, classes and "style". */
#ifndef BASE_SVG_STYLE_H
#define BASE_SVG_STYLE_H
#include "base/outline.h"
#include "base/xml.h"

typedef struct SvgPaint {
    bool is_none, is_current; /* current: the colour of `color` */
    Colour colour;
} SvgPaint;

typedef struct SvgStyle {
    SvgPaint fill, stroke;
    Colour colour;
    double stroke_width, mitre_limit;
    double fill_opacity, stroke_opacity;
    double opacity;               /* not inherited */
    int fill_rule, cap, join;     /* 1: even-odd; LineCap; LineJoin */
    int visibility, display_none; /* 0: seen */
} SvgStyle;

/* ".name { fill: #fff }" */
typedef struct SvgRule {
    Str class_name, declarations;
} SvgRule;
typedef VEC(SvgRule) SvgRules;

/* Adds the rules of a <style> element; false where it selects by more than a class, or
 * has very many. */
bool svg_rules_read(Arena *arena, Str sheet, SvgRules *out);

/* That of the root's parent. */
SvgStyle svg_style_initial(void);

/* Changes the parent's style into the element's. False where the element asks for what
 * we do not draw: *culprit is then the property and its value, "fill: url(#a)". */
bool svg_style_apply(Arena *arena, const SvgRules *rules, const XmlElement *element,
                     SvgStyle *style, Str *culprit);

/* A length in user units: a number, perhaps with px, pt, pc, mm, cm or in. */
bool svg_length(Str text, double *out);

#endif
