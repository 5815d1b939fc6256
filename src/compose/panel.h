/* panel.h - the tinted panel at the foot of a slide: what its chart shows, in words.
 * Where slides flow, these are lines of text on the paper. */
#ifndef COMPOSE_PANEL_H
#define COMPOSE_PANEL_H
#include "compose/slide.h"

/* Least air between a chart and the panel. */
double panel_gap(const SlideContext *context);

/* As high as the two texts need, each of which may be empty. */
double panel_height(SlideContext *context, double width, Str sentence, Str detail);

/* The sentence in semibold, and below it the detail in muted. */
void panel_paint(SlideContext *context, Rect panel, Str sentence, Str detail);

/* A panel in smaller type, as high as its texts need: the detail above, the sentence
 * below it. It stands beside a chart, which gets `box`, or below one where slides flow;
 * then it takes `panel_below` of the height. */
typedef struct PanelAside {
    Str detail, sentence;
} PanelAside;
double panel_below(SlideContext *context, double width, const PanelAside *aside);
Rect panel_split(SlideContext *context, Rect room, const PanelAside *aside);
void panel_paint_aside(SlideContext *context, Rect room, const PanelAside *aside);
/* Where there is no chart. */
void panel_paint_lone(SlideContext *context, Rect room, const PanelAside *aside);

#endif
