/* paper_plan.h - where the pages of a document begin, chosen for all of them at once,
 * as the lines of a paragraph are. A pass over the slides notes what height every part
 * takes; the plan says which of them begin a page, and the next pass follows it.
 * Points.
 */
#ifndef COMPOSE_PAPER_PLAN_H
#define COMPOSE_PAPER_PLAN_H
#include "base/arena.h"

#include <stdbool.h>

/* A block, or a further part of one. No page begins within it, but where it may go on
 * on a next page by its own rules. */
typedef struct PaperPart {
    double gap;      /* to the part above */
    double heading;  /* its own height */
    double again;    /* of the heading of a next page */
    double whole;    /* content in one piece */
    double least;    /* of its beginning, where it may go on on a next page; else 0 */
    double notes;    /* lines for notes below it, on the page where it ends */
    double flowed;   /* what it took when it did last, with what stayed free; else 0 */
    bool is_further; /* belongs to the block of the part above */
    bool keeps_next; /* a section's heading: no page begins below it */
    /* The plan; until there is one, how it came about. */
    bool begins_page;
    double less;  /* of the gap */
    double hold;  /* of its room: left free, so that more goes on on the next page */
    double above; /* what is filled of the page above, where it begins one */
} PaperPart;

typedef struct PaperPlan {
    Arena *arena;
    VEC(PaperPart) parts; /* in order */
    int rounds;           /* how often it was made */
} PaperPlan;

/* Chooses the pages, of that height for content: as few as can be, without large holes
 * at their feet, the last one not nearly empty, a block in one piece where that costs
 * little. Gaps give way by up to a third where a page then holds one part more. Whether
 * the plan is another than before. */
bool paper_plan_make(PaperPlan *plan, double page);

#endif
