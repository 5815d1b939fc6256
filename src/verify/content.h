/* content.h - the content of a PDF page (ISO 32000-1, 8 and 14.6): what is written in
 * each of its marked sequences, and outside of them. One pass over the page serves all.
 */
#ifndef VERIFY_CONTENT_H
#define VERIFY_CONTENT_H
#include "verify/code_map.h"

/* A font of the page by its name there; map NULL: its codes cannot be read. */
typedef struct ContentFont {
    Str name;
    const CodeMap *map;
} ContentFont;

typedef VEC(ContentFont) ContentFonts;

typedef struct ContentTexts {
    VEC(Buffer) numbered; /* by MCID */
    VEC(Buffer)
    loose;          /* of each stretch that has no number: artifacts, and what no
                       sequence holds; words that are placed apart stand apart */
    Buffer covered; /* glyphs that another text stands for */
} ContentTexts;

/* Where a sequence says what its glyphs mean (ActualText) that is its text; without a
 * number it is both. */
ContentTexts content_read(Arena *arena, Str text, const ContentFonts *fonts);

#endif
