/* pdf_icc.h - the colour profile of the output intent. */
#ifndef RENDER_PDF_ICC_H
#define RENDER_PDF_ICC_H
#include "base/str.h"

/* sRGB (IEC 61966-2-1) as an ICC 4.2 display profile of 520 bytes, made here: nobody
 * else's rights in it, and no file to look for. */
Str pdf_icc_srgb(Arena *arena);

#endif
