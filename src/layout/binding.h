/* binding.h - what the names of an expression stand for, and whether its types fit:
 * all that can be said of it without figures. */
#ifndef LAYOUT_BINDING_H
#define LAYOUT_BINDING_H
#include "layout/expression.h"

typedef struct Binding {
    Arena *arena;
    Diags *diags;
    const Description *description;
    const Layout *layout; /* NULL while its `each` is read: no slides are known */
    ItemType each;        /* what the slide's `each` runs over */
    bool is_when;         /* decides which slides there are: must not depend on them */
} Binding;

/* These fill in type, use and thing throughout the expression. False after errors. */
bool binding_condition(const Binding *binding, Expression *expression);
bool binding_printed(const Binding *binding, Expression *expression);
bool binding_list(const Binding *binding, Expression *expression);

/* What `#id` leads to: something that a slide of the layout may be made from. */
bool binding_target(const Binding *binding, Str id, Place place, Thing *out);

#endif
