/* flow.h - a Markdown body set from top to bottom, over as many pages as it needs. */
#ifndef COMPOSE_FLOW_H
#define COMPOSE_FLOW_H
#include "compose/frame.h"

/* Begins the slide's pages itself. A heading item stays with its first sub-item, and no
 * single line of a longer paragraph is left alone. False with errors. */
bool flow_pages(SlideContext *context, const FrameText *frame, Blocks blocks);

/* Sets the blocks into one box of a page that is already begun, in a colour. False with
 * an error when the box is too small; flow_height tells what it takes. */
double flow_height(SlideContext *context, double width, Blocks blocks);
bool flow_box(SlideContext *context, Rect box, Blocks blocks, Colour colour);

#endif
