/* paper.h - the frame of a medium that flows: slides are blocks that follow each other
 * down the pages, each under a heading with its number in the deck. frame.h decides
 * between this and a page for each slide; slide kinds call frame.h. */
#ifndef COMPOSE_PAPER_H
#define COMPOSE_PAPER_H
#include "compose/frame.h"
#include "compose/paper_plan.h"

/* Where a pass has come to; carried from slide to slide. */
typedef struct Paper {
    Entry *known; /* by entry: where its block begins is noted there */
    PaperPlan *plan;
    int part_count; /* begun so far */
    double part_y;  /* where the content of the last begins on its page */
    double turned;  /* what it took of pages before */
    double held;    /* of its page: left free as planned */
    double y;       /* below what stands on the last page */
    bool is_fresh;  /* nothing does */
    Str kicker;     /* last printed */
    FrameText text; /* of the block that is open */
    bool has_block; /* of the slide being composed */
    bool has_cover, has_section;
    int figures_from; /* in the deck's log: those of the slide */
    /* A heading that stays with the block below it: its entry, -1 for none, and from
     * where on the last page belongs to it. */
    int kept_entry, kept_items, kept_links;
    double kept_top;
    Str source; /* in the running head */
} Paper;

/* The first pass with a plan fills it in, see paper_replan. */
Paper paper_new(Entry *known, PaperPlan *plan);

/* After the first pass: chooses the pages. Whether the next one comes out otherwise. */
bool paper_replan(const Medium *medium, PaperPlan *plan);

/* A slide begins: not yet its block. */
void paper_open(SlideContext *context);

/* As frame_begin and frame_more. */
void paper_begin(SlideContext *context, const FrameText *text, bool is_first,
                 Rect *room);
void paper_more(SlideContext *context, const FrameText *text, Rect *room);

/* The room that paper_begin would give. */
Rect paper_room(SlideContext *context, const FrameText *text, bool is_first);

/* Room of that height for a block without a heading, as wide as the page. */
Rect paper_take(SlideContext *context, double height);

/* A slide is composed: lines for notes below it. */
void paper_close(SlideContext *context);

/* What lies between the rules of its head and foot, from margin to margin. */
Rect paper_between(const Medium *medium);
/* Running heads and feet, when all pages are there. False when a foot has no room. */
bool paper_finish(Canvas *canvas, const Paper *paper);

#endif
