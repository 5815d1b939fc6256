/* slice_file.h - a slice as bytes, for another process of the same program on the same
 * machine. The description is not in it: it holds no answers, and is read again. */
#ifndef SURVEY_SLICE_FILE_H
#define SURVEY_SLICE_FILE_H
#include "base/buffer.h"
#include "survey/slice.h"

/* The same slice gives the same bytes. */
void slice_write(Buffer *out, const Slice *slice);

/* The descriptions are those that the slice was cut by (previous may be NULL). Copies
 * all texts. False when the bytes are cut short, longer, of another version, or do not
 * go with the descriptions. */
bool slice_read(Arena *arena, Str bytes, const Description *description,
                const Description *previous, Slice *out);

#endif
