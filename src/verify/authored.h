/* authored.h - what the layout's author wrote, as patterns: the words as they stand,
 * and for each ${…} the figure that it asks for, counted anew. */
#ifndef VERIFY_AUTHORED_H
#define VERIFY_AUTHORED_H
#include "verify/checker.h"

typedef struct Authored {
    Arena *arena;
    VEC(TextPattern) patterns;
    VEC(Str) words; /* the author's own, as they stand: where a place may be named */
} Authored;

/* All texts of the entry that the checker looks at, and those of the deck. */
Authored authored_texts(Checker *checker);

#endif
