/* jpeg.h - what a JPEG file says of itself (ITU-T T.81). It is passed through as it is;
 * its pixels are decoded only to see that they are whole. The one place for
 * libjpeg-turbo. */
#ifndef BASE_JPEG_H
#define BASE_JPEG_H
#include "base/arena.h"
#include "base/str.h"

typedef struct JpegHeader {
    int width, height; /* as stored, before the orientation */
    int component_count;
    int orientation; /* Exif 2.32, 4.6.4: 1-8; 1 is upright */
} JpegHeader;

/* NULL when the file can be shown as it is; else why not, in a few words: damage, or
 * what a PDF/A file with an RGB output intent cannot hold: other than 8 bits, other
 * than 1 or 3 components. */
const char *jpeg_read_header(Str jpeg, JpegHeader *out);

/* Of a file with a good header: NULL when all its pixels can be decoded, else why not.
 */
const char *jpeg_pixel_fault(Str jpeg, const JpegHeader *header);

/* Its colour profile (ICC.1:2004-10, annex B.4), or nothing. */
Str jpeg_profile(Arena *arena, Str jpeg);

#endif
