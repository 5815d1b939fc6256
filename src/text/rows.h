/* rows.h - text in units, and what rows of them measure. */
#ifndef TEXT_ROWS_H
#define TEXT_ROWS_H
#include "text/bidi.h"
#include "text/line_break.h"
#include "text/shape.h"

/* A word with the blanks behind it, in one span; or a part of one. Where some of the
 * text reads to the left, of one embedding level, and blanks are units of their own. */
typedef struct Unit {
    size_t from, to; /* bytes of the text, its line feed included */
    int span;
    uint8_t level;  /* embedding level; odd: reads from right to left */
    bool is_forced; /* the line ends behind it */
    const Word *word;
    double advance, ink; /* points; ink: without the blanks at its end */
} Unit;

/* A text being set; all of it is in the scratch arena. */
typedef struct Setting {
    Arena *scratch;
    Shaper *shaper;
    const TextSpan *spans;
    int span_count;
    Str text;              /* of all spans */
    const uint8_t *levels; /* by byte, see bidi_levels */
    bool is_line;
    VEC(Unit) units;
    LineBreaks breaks; /* once text does not fit one line */
    Str name;          /* that titles keep on one line, see typesetter_keep */
    double width;      /* of the box */
} Setting;

/* Before a byte of the text: the first of a unit, or one in it. */
typedef struct Cut {
    int unit;
    size_t at;
} Cut;

/* A line to be. */
typedef struct Row {
    Cut from, to;
    double width; /* without blanks at its end */
    bool ends_paragraph;
} Row;

typedef VEC(Row) Rows;

/* Sums of the same widths in another order differ by less than this, in points. */
#define ROWS_SLACK 1e-6

/* Shapes the text. In a line (is_line) a line feed is a blank. */
Setting rows_start(Arena *scratch, Shaper *shaper, const TextSpan *spans, int count,
                   bool is_line);
Row rows_whole(const Setting *setting);
/* The row between two cuts; its last units may be parts. */
Row rows_measure(const Setting *setting, Cut from, Cut to);
/* What a row between two bytes has of a unit. */
Unit rows_part(const Setting *setting, int unit, size_t from, size_t to);

/* The units of a row: from row->from.unit to the limit, which is not included. The
 * first and the last may be parts. */
int row_limit(const Setting *setting, const Row *row);
Unit row_unit(const Setting *setting, const Row *row, int unit);

/* Of text by itself, in points, with the blanks at its end. */
double rows_advance(Shaper *shaper, Str text, const TextStyle *style);

#endif
