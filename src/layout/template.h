/* template.h - an author's text cut into what is printed as it stands and `${…}`.
 * `$${` stands for `${`. */
#ifndef LAYOUT_TEMPLATE_H
#define LAYOUT_TEMPLATE_H
#include "layout/expression.h"

typedef struct Piece {
    Str text;      /* printed as it stands; empty for an expression */
    size_t offset; /* of its first byte in the scalar's text */
    Expression *expression;
} Piece;

typedef struct Template {
    const Node *scalar;
    const Piece *pieces;
    int count;
} Template;

/* False after an error: a `${` that is not closed, an expression that does not parse.
 */
bool template_read(Arena *arena, const Node *scalar, Template *out, Diags *diags);

#endif
