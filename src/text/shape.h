/* shape.h - words as glyphs: fallback faces, HarfBuzz, and a cache of all that was
 * shaped. Lengths are thousandths of the type size, so that a word serves every size.
 */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H
#include "text/typesetter.h"

typedef struct ShapeStyle {
    FontRole role;
    bool is_tabular;  /* figures of equal width */
    bool is_spaced;   /* letters set apart: no ligatures */
    bool is_leftward; /* reads from right to left */
} ShapeStyle;

/* Glyphs of one face in reading order; their clusters are byte offsets in the word's
 * source. */
typedef struct Piece {
    const Face *face;
    const Glyph *glyphs;
    int glyph_count;
    size_t from, to; /* bytes of the source that it stands for */
} Piece;

/* A character or a picture of several that no face has, and what is printed for it:
 * another character, the beginning of the picture, or nothing. */
typedef struct Missing {
    Str text, shown;
    bool is_begun; /* shown is its beginning */
} Missing;

typedef struct Word {
    Str source; /* what it reads as: control characters left out, missing ones replaced
                 */
    const Piece *pieces;
    int piece_count;
    double advance;  /* all glyphs */
    double ink;      /* without the blanks at the end */
    int glyph_count; /* in all pieces */
    int ink_count;   /* of them, without the blanks at the end */
    const Missing *missing;
    int missing_count;
} Word;

/* What stands for a character that no face has: U+FFFD, '?', or 0 when the faces have
 * neither and the character is left out. */
typedef struct Shaper Shaper;

/* All words live in `arena`. `scratch` is left as it was by every call. */
Shaper *shaper_new(Arena *arena, Arena *scratch, const Fonts *fonts, Str language);
void shaper_close(Shaper *shaper);

/* White space becomes blanks; control characters, variation selectors and soft hyphens
 * have no glyph, but a soft hyphen at the very end is shown: there the line breaks.
 * Emoji that are joined (UTS 51) are one picture or, where no face has it, the longest
 * beginning that is one; it reads as all of them. */
const Word *shaper_word(Shaper *shaper, Str text, ShapeStyle style);

#endif
