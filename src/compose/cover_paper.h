/* cover_paper.h - what covers and dividers are where slides flow: ink on paper, among
 * the other blocks. */
#ifndef COMPOSE_COVER_PAPER_H
#define COMPOSE_COVER_PAPER_H
#include "compose/cover.h"

/* A cover that the document begins with is a large title; any other is a short block.
 */
bool cover_paper_paint(SlideContext *context, const CoverText *text);

/* The heading of a section; `room` has no height. */
bool cover_paper_divider(SlideContext *context, const CoverText *text, Rect *room);

#endif
