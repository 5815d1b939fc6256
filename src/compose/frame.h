/* frame.h - what the pages of a deck have in common: the bar at the left, the line
 * above the title, the title, the foot with source and page number. */
#ifndef COMPOSE_FRAME_H
#define COMPOSE_FRAME_H
#include "compose/slide.h"

typedef struct FrameText {
    Str kicker; /* above the title; empty: none */
    Str title;
    Str source; /* in the foot; empty: survey, unit and n */
} FrameText;

/* The texts of a slide: its own title and section, else these. */
bool frame_text(SlideContext *context, Str kicker, Str title, FrameText *out);

/* Begins a page: paints the frame and gives the room for content. The first page of a
 * slide has its title as H1; on the next ones it is repeated as decoration. False when
 * the title cannot fit, with an error. */
bool frame_begin(SlideContext *context, const FrameText *text, bool is_first,
                 Rect *room);

/* The same room without beginning a page. */
bool frame_room(SlideContext *context, const FrameText *text, Rect *room);

/* The top of a chart: the same below titles of one and of two lines, so that charts do
 * not jump from page to page. */
double frame_zone(const Medium *medium, Rect room);

/* Paints the number of every framed page, «7 / 35», into its foot: the deck is
 * complete. False when one finds no room, with an error a slide. */
bool frame_number(Canvas *canvas);

/* A page without a frame, its ground filled with the brand colour. */
void frame_begin_plain(SlideContext *context);

/* «Næringsundersøkelsen 2024 · Østre Toten, 214 svar» */
Str frame_source(SlideContext *context);

/* A kicker that names a statement; where it is too long for its line, the name of the
 * statement's section, if it has one: the title says what the slide is about. */
Str frame_kicker(SlideContext *context, Str kicker, int statement);

#endif
