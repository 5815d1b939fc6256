/* panel.h - the tinted panel at the foot of a slide: what its chart shows, in words. */
#ifndef COMPOSE_PANEL_H
#define COMPOSE_PANEL_H
#include "compose/slide.h"

/* Least air between a chart and the panel. */
#define PANEL_GAP 20.0

/* As high as the two texts need, each of which may be empty. */
double panel_height(SlideContext *context, double width, Str sentence, Str detail);

/* The sentence in semibold, and below it the detail in muted. */
void panel_paint(SlideContext *context, Rect panel, Str sentence, Str detail);

/* A panel beside a chart, in smaller type: the detail above, the sentence below it. Its
 * height is what the texts need. */
void panel_paint_aside(SlideContext *context, double x, double y, double width,
                       Str detail, Str sentence);

#endif
