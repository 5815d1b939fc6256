/* face.h - font files, opened once per process and shared by decks. HarfBuzz reads
 * them. */
#ifndef TEXT_FACE_H
#define TEXT_FACE_H
#include "base/diag.h"

typedef struct hb_font_t hb_font_t;
typedef struct hb_face_t hb_face_t;

/* Vertical metrics in thousandths of the type size, y up (descent is negative). */
typedef struct Face {
    Str path;
    Str postscript_name;
    hb_face_t *hb_face;
    hb_font_t *hb_font; /* scaled to font_units */
    int font_units;     /* per em */
    int glyph_count;
    double ascent, descent, cap_height, x_height;
    int bbox[4];         /* thousandths: left, bottom, right, top */
    double italic_angle; /* degrees */
    int stem_v;          /* thousandths, estimated from the weight */
} Face;

typedef enum FontRole { FONT_REGULAR, FONT_ITALIC, FONT_SEMIBOLD, FONT_BOLD } FontRole;
enum { FONT_ROLE_COUNT = 4, FONT_FALLBACK_MAX = 8 };

/* The faces of a deck. A character that the role's face lacks is looked for in the
 * fallbacks, in order. */
typedef struct Fonts {
    const Face *roles[FONT_ROLE_COUNT];
    const Face *fallbacks[FONT_FALLBACK_MAX];
    int fallback_count;
} Fonts;

/* Opens a TrueType font file. NULL with an error for a file that is missing, damaged,
 * no font, or must not be embedded (OS/2 fsType). Closed by face_close. */
Face *face_open(Arena *arena, Str path, Place from, Diags *diags);
void face_close(Face *face);

#endif
