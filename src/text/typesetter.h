/* typesetter.h - from text to lines of placed glyphs: fallback faces, shaping with
 * kerning and ligatures (HarfBuzz), text from right to left (UAX 9), line breaking (UAX
 * 14, tailored to Norwegian print). Lengths are points; glyph metrics are thousandths
 * of the type size, so that a shaped word is kept for every size. */
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

/* Glyphs of one face at one size in reading order, and the text they stand for. Where
 * that reads to the left, x_offset moves each glyph to its place. */
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
    const Fragment *fragments; /* in reading order */
    int fragment_count;
    double width;        /* without the blank at its end */
    bool ends_paragraph; /* broken by a line feed or the end of the text */
} TextLine;

typedef struct Paragraph {
    const TextLine *lines;
    int line_count;
    double width; /* of the widest line */
} Paragraph;

typedef enum TextKind {
    TEXT_LABEL, /* names, headings of tables */
    TEXT_TITLE, /* lines of even length */
    TEXT_PROSE, /* words may be hyphenated */
} TextKind;

typedef struct ParagraphOptions {
    double width; /* of the box; no line is wider. A word too wide is hyphenated, else
                   * broken between graphemes. */
    TextKind kind;
} ParagraphOptions;

typedef struct Typesetter Typesetter;

/* `arena` is where lines go and must outlive them. Characters that no face has become
 * U+FFFD, with one warning for each place. Control characters are left out.
 */
Typesetter *typesetter_new(Arena *arena, const Fonts *fonts, Str language,
                           Diags *diags);
/* Lines made from now on go to `arena`, warnings to `diags`; the shaped words are kept,
 * what was warned of is not: each composing of a deck warns anew. */
void typesetter_use(Typesetter *typesetter, Arena *arena, Diags *diags);
/* A name of several words that titles made from now on break only to save a line;
 * borrowed, and none when it is empty. */
void typesetter_keep(Typesetter *typesetter, Str name);
void typesetter_free(Typesetter *typesetter);

/* A line feed forces a break; one at the very end adds no line, and empty text is one
 * line. A soft hyphen (U+00AD) is a possible break: its hyphen shows only there, and
 * reads as U+00AD. */
Paragraph typesetter_break(Typesetter *typesetter, const TextSpan *spans, int count,
                           ParagraphOptions options);
/* One line, never broken; line feeds become blanks. */
TextLine typesetter_line(Typesetter *typesetter, const TextSpan *spans, int count);
/* In points, blanks at the end included; line feeds count as blanks. */
double typesetter_width(Typesetter *typesetter, Str text, TextStyle style);

#endif
