/* cover.h - the look of the first and the last slide, and of dividers: large type on a
 * brand ground; the first and last have bars of the survey's own answers as an
 * ornament. */
#ifndef COMPOSE_COVER_H
#define COMPOSE_COVER_H
#include "compose/frame.h"

/* Texts from top to bottom; each may be empty. */
typedef struct CoverText {
    Str kicker, title, subtitle;
    Str author, note; /* at the foot */
    Blocks body;      /* below the subtitle */
} CoverText;

/* Begins and paints the whole page. False when a text does not fit, with an error. */
bool cover_paint(SlideContext *context, const CoverText *text);

/* The same without the ornament, and the title higher up; a body is not painted. `room`
 * is what is left below the texts. */
bool cover_divider(SlideContext *context, const CoverText *text, Rect *room);

#endif
