/* png_profile.h - the colour profile in a PNG file (PNG 1.2, 4.2.2), and the file
 * without what it says of its colours: libpng would else convert them as well. */
#ifndef BASE_PNG_PROFILE_H
#define BASE_PNG_PROFILE_H
#include "base/arena.h"
#include "base/str.h"

/* Nothing when there is none. False when there is one that cannot be read. */
bool png_profile(Arena *arena, Str png, Str *out);

Str png_without_colours(Arena *arena, Str png);

#endif
