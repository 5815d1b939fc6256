/* phrase.h - what the program itself writes in decks, as patterns: the phrases of
 * layout/words.h, and which figure stands at each of their placeholders. */
#ifndef VERIFY_PHRASE_H
#define VERIFY_PHRASE_H
#include "verify/checker.h"

typedef struct Phrases {
    Arena *arena;
    VEC(TextPattern) patterns;
} Phrases;

/* Every phrase whose placeholders are known for the entry that the checker looks at,
 * and the texts of the description. */
Phrases phrases_of(Checker *checker);

#endif
