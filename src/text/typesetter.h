/* typesetter.h - from text to lines of placed glyphs: fallback faces, shaping with
 * kerning and ligatures (HarfBuzz), line breaking (UAX 14, tailored to Norwegian
 * print). Lengths are points; glyph metrics are thousandths of the type size, so that a
 * shaped word is kept for every size. */
#ifndef TEXT_TYPESETTER_H
#define TEXT_TYPESETTER_H
#include "base/colour.h"
#include "text/face.h"

typedef struct TextStyle {
    FontRole role;
    double size;
    Colour colour;
    double tracking;    /* added to each advance, thousandths of the size */
    bool is_tabular;    /* figures of equal width (OpenType tnum) */
    bool is_underlined; /* painted by the canvas, kept here for the lines */
} TextStyle;

typedef struct Glyph {
    uint16_t id;      /* in the face's file */
    uint32_t cluster; /* byte offset in the run's source: its first character */
    float advance, x_offset, y_offset; /* thousandths; y up */
} Glyph;

/* Glyphs of one face at one size, left to right, and the text they stand for. */
typedef struct GlyphRun {
    const Face *face;
    double size;
    const Glyph *glyphs;
    int glyph_count;
    Str source;
    double width; /* points, with a blank at the end if there is one */
} GlyphRun;

/* A stretch of text in one style. `link` and `place` travel on to the fragments. */
typedef struct TextSpan {
    Str text;
    TextStyle style;
    int link; /* the caller's, -1 for none */
    Place place;
} TextSpan;

typedef struct Fragment {
    GlyphRun run;
    double x; /* from the left end of the line */
    TextStyle style;
    int span; /* index of the span it comes from */
} Fragment;

typedef struct TextLine {
    const Fragment *fragments;
    int fragment_count;
    double width;        /* without the blank at its end */
    bool ends_paragraph; /* broken by a line feed or the end of the text */
} TextLine;

typedef struct Paragraph {
    const TextLine *lines;
    int line_count;
    double width; /* of the widest line */
} Paragraph;

typedef struct ParagraphOptions {
    double width;     /* of the box; no line is wider. A word too wide is broken
                       * between graphemes. */
    bool is_balanced; /* lines of even length: titles */
} ParagraphOptions;

typedef struct Typesetter Typesetter;

/* `arena` is where lines go and must outlive them. Characters that no face has become
 * U+FFFD, with one warning each, at the span's place. */
Typesetter *typesetter_new(Arena *arena, const Fonts *fonts, Str language,
                           Diags *diags);
/* Lines made from now on go to `arena`, warnings to `diags`; the shaped words are kept.
 */
void typesetter_use(Typesetter *typesetter, Arena *arena, Diags *diags);
void typesetter_free(Typesetter *typesetter);

Paragraph typesetter_break(Typesetter *typesetter, const TextSpan *spans, int count,
                           ParagraphOptions options);
/* One line, never broken; line feeds become blanks. */
TextLine typesetter_line(Typesetter *typesetter, const TextSpan *spans, int count);
double typesetter_width(Typesetter *typesetter, Str text, TextStyle style);

#endif
