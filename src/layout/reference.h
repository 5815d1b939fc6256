/* reference.h - from things to the slides made from them: «bilde 5–8 og 20–22». */
#ifndef LAYOUT_REFERENCE_H
#define LAYOUT_REFERENCE_H
#include "layout/namespace.h"
#include "layout/scope.h"

typedef struct Things {
    const Thing *at;
    int count;
} Things;

/* Index of the first entry made from the thing, or -1. */
int reference_find(const Scope *scope, Thing thing);

/* Numbers of the first page made from each, as links; a range is one link to its first.
 * What has no slide in this deck is left out, with a warning; pages not known yet are
 * printed as 00. */
Inlines reference_print(Scope *scope, Things things, Place place);

/* Warns that the thing's slide is not in this deck. */
void reference_report_dropped(Scope *scope, Thing thing, Place place);

#endif
