/* method.h - the sentences of the slide about the method that say what is hidden, what
 * is compared, and what has changed since the previous round. Empty: nothing to say. */
#ifndef COMPOSE_METHOD_H
#define COMPOSE_METHOD_H
#include "compose/slide.h"

/* The limits, and what they hide: for want of answers, or so that others cannot be
 * worked out. */
Str method_privacy(SlideContext *context);

/* What the region is, and from where on a difference is called clear. */
Str method_comparison(SlideContext *context);

/* Statements that are new, gone, reworded or not to be compared. */
Str method_rounds(SlideContext *context);

#endif
