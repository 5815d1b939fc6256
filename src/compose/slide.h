/* slide.h - every slide kind. To add one: write slide_NAME.c, add a row. */
#ifndef COMPOSE_SLIDE_H
#define COMPOSE_SLIDE_H
#include "compose/canvas.h"

/* What a slide is composed from. */
typedef struct SlideContext {
    Canvas canvas;
    Scope scope; /* its `about` is what the slide is about */
    const Slice *slice;
    const Words *words;
    const LayoutSlide *slide;
    Pictures *pictures;
    struct FindingMemory *findings; /* of the slides before, see finding.h; or NULL */
    struct Paper *paper; /* where slides flow, see compose/paper.h; else NULL */
    Entry *own;          /* what is known of the slide */
    int entry;           /* index in scope.entries */
    TagId sect;          /* the slide's place in the tag tree */
} SlideContext;

/* What a slide is to the deck as a whole: a table of contents goes by it. */
typedef enum SlidePart {
    SLIDE_CONTENT,
    SLIDE_COVER,    /* the first slide, the last one */
    SLIDE_DIVIDER,  /* begins a section */
    SLIDE_CONTENTS, /* the table itself */
} SlidePart;

typedef struct SlideKind {
    LayoutKind layout; /* name, help, keys: what reading needs */
    SlidePart part;
    /* Appends one page or more to the deck. False with errors in the diags. */
    bool (*compose)(SlideContext *context);
} SlideKind;

#define SLIDE_KINDS(ROW)                                                               \
    ROW(title)                                                                         \
    ROW(section)                                                                       \
    ROW(contents)                                                                      \
    ROW(text)                                                                          \
    ROW(respondents)                                                                   \
    ROW(statement)                                                                     \
    ROW(recommend)                                                                     \
    ROW(comparison)                                                                    \
    ROW(trend)                                                                         \
    ROW(summary)                                                                       \
    ROW(open_answers)                                                                  \
    ROW(themes)                                                                        \
    ROW(table)                                                                         \
    ROW(image)                                                                         \
    ROW(method)                                                                        \
    ROW(closing)
#define DECLARE(kind) extern const SlideKind slide_##kind;
SLIDE_KINDS(DECLARE)
#undef DECLARE

/* In the order of their rows: by LayoutSlide.kind. */
extern const SlideKind *const slide_kinds[];

/* A wording of the slide expanded in the deck's language; the fallback when it is not
 * set. False with errors. */
bool slide_wording(SlideContext *context, Wording wording, Str fallback, Str *out);

/* The same for a Markdown body; no blocks when it is not set. */
bool slide_body(SlideContext *context, Wording wording, Blocks *out);

/* Marks the statements that a list names, of as many as there are. False with an error
 * for each id that is none. */
bool slide_choose(SlideContext *context, const StrList *ids, bool *is_chosen);

/* Of what the slide selects from, how many it shows: a handout shows as many. */
void slide_show(SlideContext *context, int count);

/* A figure as it is printed, by its statistic or with the word for its state; logged.
 */
Str slide_figure(SlideContext *context, Figure figure);
/* The same where the interval is printed beside it. */
Str slide_figure_within(SlideContext *context, Figure figure, Interval interval);

#endif
