/* inlines.h - stretches of text being put together. */
#ifndef LAYOUT_INLINES_H
#define LAYOUT_INLINES_H
#include "layout/scope.h"

typedef struct InlineBuilder {
    Arena *arena;
    VEC(Inline) list;
    Inline style;          /* given to what is added: emphasis and links */
    bool is_joined;        /* the next author's text goes on in the last stretch */
    bool is_after_nothing; /* an expression has just printed nothing */
} InlineBuilder;

InlineBuilder inlines_in(Arena *arena);
/* The author's own text; joins on to the stretch before it. */
void inlines_text(InlineBuilder *builder, Str text, Place place);
/* What an expression printed. A blank beside an expression that printed nothing goes
 * with it. */
void inlines_printed(InlineBuilder *builder, Inlines printed, Place place);
void inlines_break(InlineBuilder *builder);
/* What was added since the last call, without blanks at its ends. */
Inlines inlines_take(InlineBuilder *builder);

#endif
