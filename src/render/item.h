/* item.h - what both renderers need to know of tags and painted items. */
#ifndef RENDER_ITEM_H
#define RENDER_ITEM_H
#include "compose/page.h"

/* The standard structure type (ISO 32000-1, 14.8.4): "H1", "LBody". */
const char *item_tag_name(TagKind kind);

/* Whether a path is one rectangle parallel to the page, and which. */
bool item_is_rectangle(const Path *path, Rect *out);

/* The box around all its points, those that pull at its curves among them. */
Rect item_bounds(const Path *path);

#endif
