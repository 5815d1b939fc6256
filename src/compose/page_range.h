/* page_range.h - a part of a composed deck: some of its pages, as they stand in the
 * whole. */
#ifndef COMPOSE_PAGE_RANGE_H
#define COMPOSE_PAGE_RANGE_H
#include "compose/page.h"

/* Page numbers from 1, both ends included. */
typedef struct PageRange {
    int first, last;
} PageRange;

typedef VEC(PageRange) PageRanges;

/* «4-8,12». False when it is none. */
bool page_ranges_read(Arena *arena, Str text, PageRanges *out);

/* Takes all other pages out, with their bookmarks and figures. Numbers that are printed
 * and page labels stay those of the whole deck. A link to a page that is gone is plain
 * text: its tag becomes a span. False, with an error at `from`, when the deck has no
 * such pages. */
bool deck_keep_pages(Deck *deck, const PageRanges *ranges, Place from, Diags *diags);

#endif
