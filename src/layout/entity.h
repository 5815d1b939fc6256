/* entity.h - the character that `&nbsp;` or `&#160;` stands for in Markdown. */
#ifndef LAYOUT_ENTITY_H
#define LAYOUT_ENTITY_H
#include "base/str.h"

/* Named ones only as far as they are hard to type; false for the others. */
bool entity_decode(Arena *arena, Str entity, Str *out);

#endif
