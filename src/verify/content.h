/* content.h - the content of a PDF page (ISO 32000-1, 8 and 14.6): what is written in
 * each of its marked sequences. One pass over the page serves all of them. */
#ifndef VERIFY_CONTENT_H
#define VERIFY_CONTENT_H
#include "verify/code_map.h"

/* A font of the page by its name there; map NULL: its codes cannot be read. */
typedef struct ContentFont {
    Str name;
    const CodeMap *map;
} ContentFont;

typedef VEC(ContentFont) ContentFonts;
typedef VEC(Buffer) ContentTexts; /* by MCID */

/* Where a sequence says what its glyphs mean (ActualText) that is its text. Glyphs
 * outside of numbered sequences are passed over. */
ContentTexts content_read(Arena *arena, Str text, const ContentFonts *fonts);

#endif
