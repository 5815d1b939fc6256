/* hyphenation.h - where words may be divided, by the patterns of a language. The
 * patterns are in layouts/hyphenation/, and read when a word first asks for them. */
#ifndef TEXT_HYPHENATION_H
#define TEXT_HYPHENATION_H
#include "base/str.h"

typedef struct Hyphenation {
    Arena *arena; /* where the patterns live */
    Str language; /* BCP 47; one without patterns divides no word */
    Str patterns; /* of the file, once is_read: a line each, sorted by their letters */
    bool is_read;
} Hyphenation;

/* Letters that stay together at the ends of a word. */
enum { HYPHENATION_BEFORE = 3, HYPHENATION_BEHIND = 3 };

/* The word with a soft hyphen at each place where it may be divided, in the arena; the
 * word itself when it may not. It has to be letters in lower case, but the first may be
 * a capital: what has others (names, abbreviations, addresses, figures) stays whole. */
Str hyphenation_apply(Hyphenation *hyphenation, Arena *arena, Str word);

#endif
