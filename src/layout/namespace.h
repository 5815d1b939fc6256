/* namespace.h - the things that have an id: sections, statements, questions, groups
 * and themes of the description, slides of the layout. They share one namespace with
 * the names of names.c. */
#ifndef LAYOUT_NAMESPACE_H
#define LAYOUT_NAMESPACE_H
#include "layout/layout.h"

typedef struct Thing {
    About about; /* ABOUT_NOTHING for a slide */
    int slide;   /* index in the layout, or -1 */
} Thing;

/* layout may be NULL. False when nothing has that id. */
bool thing_find(const Description *description, const Layout *layout, Str id,
                Thing *out);
/* "statement", "slide" … */
const char *thing_noun(Thing thing);
const char *item_noun(ItemType type);
/* The id of a thing; empty for a slide without one. */
Str thing_id(const Description *description, const Layout *layout, Thing thing);

/* How many items of a type the description has. */
int items_count(const Description *description, ItemType type);
/* What a list stands for. */
typedef struct ItemChoice {
    ItemType type;
    int section;       /* of statements: only those of that section; -1: all */
    bool is_recommend; /* the questions from 0 to 10 instead of the statements */
} ItemChoice;

/* Those items in the description's order. */
int items_of(Arena *arena, const Description *description, ItemChoice choice,
             const About **out);

/* Whether a slide of the layout is, or may be made from, the thing: `when` aside. */
bool layout_can_make(const Layout *layout, Thing thing);

/* The id that `id` was most likely meant to be, among all ids and, when asked for, the
 * names; or the empty Str. */
Str namespace_nearest(Arena *arena, const Description *description,
                      const Layout *layout, Str id, bool with_names);

/* Reports every id that stands twice or hides a name, at the second place. */
bool namespace_check(Arena *arena, const Description *description, const Layout *layout,
                     Diags *diags);

#endif
