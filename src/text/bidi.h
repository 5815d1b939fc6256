/* bidi.h - text that reads from right to left (UAX 9): the one place for FriBidi. */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H
#include "base/str.h"

/* Embedding levels, one a byte: even ones read to the right, odd ones to the left.
 * NULL: all of the text reads to the right. So does a line as a whole, for decks are in
 * languages that do, unless all letters in it read to the left; of those between U+2068
 * and U+2069 and between quotation marks, the first one decides how they go. */
const uint8_t *bidi_levels(Arena *arena, Str text);

/* Rule L2: which of the parts of a line, given in reading order, stands first from the
 * left, second, and so on. `order` has room for count indexes. */
void bidi_order(const uint8_t *levels, int count, int *order);

#endif
