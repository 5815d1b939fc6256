/* markdown.h - a body as blocks: CommonMark with tables. The one place for md4c.
 * Expressions are cut out before md4c sees the text, each leaving one character that
 * the author did not use, and what they print is put in afterwards: it is never read as
 * Markdown. */
#ifndef LAYOUT_MARKDOWN_H
#define LAYOUT_MARKDOWN_H
#include "layout/scope.h"
#include "layout/template.h"

/* What expressions and references come to is the caller's business. */
typedef struct MarkdownCalls {
    void *context;
    Inlines (*print)(void *context, const Expression *expression);
    /* The entry that `#id` leads to, or -1 when it is not in this deck; false with an
     * error in the diags. */
    bool (*find_target)(void *context, Str id, Place place, int *entry);
} MarkdownCalls;

/* False with errors in diags: what a body cannot have, at its line. */
bool markdown_read(Arena *arena, const Template *body, const MarkdownCalls *calls,
                   Blocks *out, Diags *diags);

#endif
