/* cut_names.h - long names where many of them must stand close together. */
#ifndef COMPOSE_CUT_NAMES_H
#define COMPOSE_CUT_NAMES_H
#include "base/str.h"

/* The names of columns, where they are so long that a legend of them would take the
 * chart's room (400 characters together): each that has more than its part is cut at a
 * word, «Et svært langt navn…»; in the middle instead where some would then be the
 * same. `names` itself where there is room. Alternative texts and tags have the whole
 * ones. */
const Str *cut_names(Arena *arena, const Str *names, int count);

#endif
