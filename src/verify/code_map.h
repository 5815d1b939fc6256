/* code_map.h - what the codes of a PDF's font mean (ISO 32000-1, 9.10.3). */
#ifndef VERIFY_CODE_MAP_H
#define VERIFY_CODE_MAP_H
#include "base/buffer.h"

/* Codes have one or two bytes, as their first byte says. */
typedef struct CodeMap {
    unsigned char lengths[256]; /* by first byte */
    Str *texts[257];            /* [256][code], and [first byte][second]; or NULL */
} CodeMap;

/* spaces: the map from codes to glyphs, of which only is read how long codes are;
 * empty: each has `length` bytes. readings: the one to Unicode. */
CodeMap *code_map_read(Arena *arena, Str spaces, int length, Str readings);

/* What the codes of a string say. A code without a reading says U+FFFD. */
void code_map_decode(const CodeMap *map, Str codes, Buffer *out);

/* UTF-16, the high byte first, without a mark. */
void code_map_put_utf16(Str text, Buffer *out);

#endif
