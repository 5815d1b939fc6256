/* tagged.h - the tags of a PDF as a tree, with the text of each (ISO 32000-1, 14.7).
 * With beside.c the place for qpdf, which takes the file apart; what its codes say is
 * read here, by the maps to Unicode that a reader of the file goes by. poppler could
 * tell too, but runs through the whole page for each stretch of text. */
#ifndef VERIFY_TAGGED_H
#define VERIFY_TAGGED_H
#include "verify/printed.h"

/* The root: without children when the file is not tagged, or damaged; and all that is
 * in no tag. Gives a copy of
 * the file without its colour profile: poppler makes a colour transform of that for
 * every page that it is asked for, which takes most of its time. What qpdf cannot read
 * stays as it is, for poppler to judge. */
Str tagged_read(Arena *arena, Str bytes, PrintedNode *root, PrintedExtra *extra);

#endif
