/* printed.h - a finished PDF, read back: its pages as text, which poppler says, and its
 * tags as a tree (tagged.h). The one place for poppler. Texts are folded: every run of
 * white space is one blank, and hyphens are gone. */
#ifndef VERIFY_PRINTED_H
#define VERIFY_PRINTED_H
#include "base/arena.h"
#include "base/str.h"

typedef enum PrintedKind {
    PRINTED_OTHER, /* the document, lists, bodies of tables: what only holds others */
    PRINTED_SPAN,
    PRINTED_SECTION,
    PRINTED_HEADING,
    PRINTED_PARAGRAPH, /* also a list item's body, or a caption */
    PRINTED_FIGURE,
    PRINTED_QUOTE,
    PRINTED_TABLE,
    PRINTED_ROW,
    PRINTED_HEADER_CELL,
    PRINTED_CELL,
    PRINTED_LABEL, /* the bullet or number of a list item */
    PRINTED_LINK,
    PRINTED_CONTENT, /* a stretch of text */
} PrintedKind;

/* In points from the bottom left, as PDF has it. */
typedef struct PrintedBox {
    double left, bottom, right, top;
} PrintedBox;

typedef struct PrintedNode PrintedNode;
struct PrintedNode {
    PrintedKind kind;
    int page;              /* from 1, of the first content in it; 0: it has none */
    Str text;              /* all that is in it, in reading order */
    Str line;              /* the same without what is in blocks of its own */
    Str unlinked;          /* `line` without links */
    Str alt;               /* of a figure */
    PrintedBox place;      /* of a figure, where its attributes tell it … */
    Str painted;           /* … and what is painted there */
    PrintedNode *children; /* content aside */
    int child_count;
};

/* Where a text stands that no tag holds. */
typedef enum PrintedPlace {
    PRINTED_LOOSE,   /* painted on a page: an artifact, or nothing at all */
    PRINTED_COVERED, /* glyphs for which another text is read */
    PRINTED_BESIDE,  /* outline, links, properties, what else an element says */
} PrintedPlace;

typedef struct PrintedText {
    PrintedPlace place;
    int page; /* 0: of the whole document */
    Str text;
} PrintedText;

/* All that a file holds besides its tagged text. */
typedef struct PrintedExtra {
    VEC(PrintedText) texts;
    bool has_file; /* another one within it */
    bool has_form; /* content apart from that of its pages */
    bool is_encrypted;
} PrintedExtra;

typedef struct Printed {
    Str title;        /* of the document */
    const Str *pages; /* text of each, in painting order, artifacts too */
    int page_count;
    PrintedNode root; /* without children when the file is not tagged */
    PrintedExtra extra;
} Printed;

/* False, with why in *fault, when the file cannot be read as a PDF. */
bool printed_read(Arena *arena, Str bytes, Printed *out, Str *fault);

/* Whether what was printed has words that are read from right to left, and could be the
 * text: those are read back as they stand on the page, from left to right. */
bool printed_is_reordered(Arena *arena, Str printed, Str text);
bool printed_has_right(Str printed); /* whether it has such words */

/* The text as all texts here are: folded. */
Str printed_fold(Arena *arena, Str text);

#endif
