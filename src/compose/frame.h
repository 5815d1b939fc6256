/* frame.h - what the pages of a deck have in common: the bar at the left, the line
 * above the title, the title, the foot with source and page number. On a medium that
 * flows a slide is a block among others on a page, see paper.h: it says what height it
 * wants, and is given that. */
#ifndef COMPOSE_FRAME_H
#define COMPOSE_FRAME_H
#include "compose/slide.h"

typedef struct FrameText {
    Str kicker; /* above the title; empty: none */
    Str title;
    Str source; /* in the foot: survey, unit and n */
    Str note;   /* what the slide adds to it */
    bool is_section;
    /* Where slides flow: the height of the content in one piece, and of its beginning
     * where it may go on on a next page. whole 0: not known; least 0: it stays in one
     * piece. */
    double whole, least;
} FrameText;

/* The texts of a slide: its own title and section, else these. */
bool frame_text(SlideContext *context, Str kicker, Str title, FrameText *out);

/* Adds to the note. */
void frame_add_note(SlideContext *context, FrameText *text, Str note);

/* Begins a page: paints the frame and gives the room for content. The first page of a
 * slide has its title as a heading; on the next ones it is repeated as decoration.
 * Where slides flow, the room is as high as `whole` if the content stays in one piece,
 * else all that is left on the page. False when the title cannot fit, with an error. */
bool frame_begin(SlideContext *context, const FrameText *text, bool is_first,
                 Rect *room);

/* The same with one sentence as content: that there is nothing to show. */
bool frame_begin_empty(SlideContext *context, const FrameText *text, Str sentence);

/* For a further part of a slide: a next page; where slides flow, below the first part
 * if it has room there. */
bool frame_more(SlideContext *context, const FrameText *text, Rect *room);

/* The room of a first page or of a next one, without beginning it. */
bool frame_room(SlideContext *context, const FrameText *text, bool is_first,
                Rect *room);

/* Width of the room, on every page. */
double frame_width(const SlideContext *context);

/* Air above content that is not a chart's head; none where slides flow. */
double frame_air(const SlideContext *context, double points);

/* The content takes no more than that height of the room: where slides flow, the room
 * ends there and the next slide begins below. On other media the room stays. */
void frame_take(SlideContext *context, Rect *room, double height);

/* When a slide is composed. */
void frame_end(SlideContext *context);

/* The top of a chart: the same below titles of one and of two lines, so that charts do
 * not jump from page to page. */
double frame_zone(const Medium *medium, Rect room);

/* Paints the number of every framed page, «7 / 35», into its foot: the deck is
 * complete. False when one finds no room, with an error a slide. paper: NULL unless
 * slides flow. */
bool frame_number(Canvas *canvas, const struct Paper *paper);

/* A page without a frame, its ground filled with the brand colour. */
void frame_begin_plain(SlideContext *context);

/* «Næringsundersøkelsen 2024 · Østre Toten, 214 svar» */
Str frame_source(SlideContext *context);

/* A kicker that names a statement; where it is too long for its line, the name of the
 * statement's section, if it has one: the title says what the slide is about. */
Str frame_kicker(SlideContext *context, Str kicker, int statement);

#endif
