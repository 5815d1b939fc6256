/* scope.h - expressions evaluated: what `${…}`, `when:` and Markdown bodies see.
 * The names and functions are one table in names.c. */
#ifndef LAYOUT_SCOPE_H
#define LAYOUT_SCOPE_H
#include "layout/format.h"
#include "layout/layout.h"
#include "stats/figure_log.h"

/* A slide that is in this deck: one of a LayoutSlide's items. */
typedef struct Entry {
    const LayoutSlide *slide;
    About about;
    /* As composed last, or until then as guessed. */
    int first_page; /* from 1 */
    int page_count;
    Str heading; /* on its first page; guessed as empty */
    /* Where it begins among the pages that are composed: links lead there. Numbers in
     * texts are those of the deck's slides, also in a handout. */
    int at_page; /* index */
    double at_y; /* points from the top; 0: where the page begins */
    int level;   /* of its heading: 0, or 1 below a section's */
    int shown;   /* of what a slide selects from: how many the deck shows */
} Entry;

/* What a pass was told of an entry: it holds when the entry turns out so. */
typedef struct Told {
    int first_page, page_count; /* 0: nobody asked */
    int at_page;                /* from 1, as told; 0: nobody asked */
    double at_y;
    Str heading;
    bool has_heading; /* somebody asked */
    bool has_changed; /* not everybody was told the same */
} Told;

typedef struct Scope {
    Arena *arena;
    Diags *diags;
    const Slice *slice;
    const Layout *layout;
    const Words *words;
    Str language;
    bool is_handout;      /* the slides are for paper, see Only */
    const Entry *entries; /* for slide references; none while entries are made */
    int entry_count;
    Told *told;         /* by entry; NULL: not kept */
    FigureLog *figures; /* that texts print; NULL: not kept */
    About
        about; /* the item that `statement`, `question`, `group`, `section` stand for */
} Scope;

/* A stretch of expanded text. */
typedef struct Inline {
    Str text;
    bool is_strong, is_emphasis;
    bool is_break; /* a forced line break after it */
    Str uri;       /* external link; empty: none */
    int target;    /* link to an entry: its index; -1: none */
    Place place;
} Inline;

typedef struct Inlines {
    const Inline *at;
    int count;
} Inlines;

typedef enum BlockKind { BLOCK_PARAGRAPH, BLOCK_LIST_ITEM, BLOCK_TABLE } BlockKind;

typedef struct BlockCell {
    Inlines inlines;
    int align; /* -1 left, 0 centre, 1 right */
} BlockCell;

typedef struct Block {
    BlockKind kind;
    int level;                   /* list item: 1 or 2; else 0 */
    bool is_ordered;             /* list item with a number */
    int number;                  /* of an ordered item */
    bool continues_item;         /* a further paragraph of the item above */
    Inlines inlines;             /* paragraph, item */
    int row_count, column_count; /* table; the first row is its head */
    const BlockCell *cells;      /* row by row */
    Place place;
} Block;

typedef struct Blocks {
    const Block *at;
    int count;
} Blocks;

/* The slides of this deck: every item of every slide whose `only` and `when` allow it,
 * in order; each is guessed to have one page. */
bool scope_entries(Scope *scope, const Entry **out, int *count);

/* A plain text with its expressions replaced. */
bool scope_text(Scope *scope, const Node *text, Inlines *out);
/* The same as one string, without links. */
bool scope_string(Scope *scope, const Node *text, Str *out);
/* A Markdown body (CommonMark: paragraphs, lists to two levels, strong, emphasis,
 * links, tables). Anything else is an error at its line. */
bool scope_body(Scope *scope, const Node *text, Blocks *out);
/* Whether a condition holds; a figure that is not shown compares false. */
bool scope_holds(Scope *scope, const Node *condition, bool *out);
/* The figures that it goes by, as evaluate_figures says them; empty after errors. */
Str scope_figures(Scope *scope, const Node *condition);

/* What an entry is known to be, noted in scope->told. */
int scope_first_page(const Scope *scope, int entry);
int scope_page_count(const Scope *scope, int entry);
int scope_place(const Scope *scope, int entry, double *y); /* index of its page */
Str scope_heading(const Scope *scope, int entry);

/* Whether the slide's `only` keeps it out of this deck or handout. */
bool scope_is_left_out(const Scope *scope, const LayoutSlide *slide);

/* Index of the first entry made from the thing, or -1. */
int scope_find_entry(const Scope *scope, About about);

/* A statement or question as it was asked, a group or section by name; its label. */
Str scope_about_text(const Scope *scope, About about);
Str scope_about_label(const Scope *scope, About about);

/* Parses every expression of the layout against the description (names, argument kinds,
 * types, bound items) without figures: what `check` reports even for slides whose
 * `when` does not hold. */
bool scope_check(Arena *arena, const Layout *layout, const Description *description,
                 Diags *diags);

#endif
