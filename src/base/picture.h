/* picture.h - PNG, JPEG and SVG files, ready to be placed on a page. Colours are those
 * of sRGB unless the file has a profile of others. The one place for libpng. */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H
#include "base/diag.h"
#include "base/svg.h"

/* More pixels than this are refused: a page shows no more, and a small file may claim
 * to be huge. */
enum { PICTURE_SIDE_MAX = 10000, PICTURE_PIXELS_MAX = 25000000 };

typedef struct PictureFile {
    int width, height;   /* pixels, upright; of a drawing 0 */
    const uint8_t *rgba; /* PNG: eight bits a component, rows top down; else NULL */
    Str jpeg;            /* the file, to be passed through */
    Str profile;         /* of its colours (ICC); empty: they are those of sRGB */
    int orientation;     /* of a JPEG's pixels, 1-8; see jpeg.h */
    SvgDrawing drawing;  /* SVG: its paths; else none */
} PictureFile;

/* Points. */
typedef struct PictureSize {
    double width, height;
} PictureSize;

/* As large as fits, uncut. Pixels are enlarged only until they show; a drawing has
 * none. */
PictureSize picture_fit(const PictureFile *picture, double width, double height);

/* The pictures of a run, each read once. */
typedef struct Pictures {
    Arena *arena;
    VEC(struct KnownPicture {
        Str path;
        const PictureFile *file; /* NULL: it cannot be used */
    })
    list;
} Pictures;

/* `place`: the value that names the file. NULL after an error there: no such file,
 * damaged, too large, of another kind, CMYK, a useless colour profile, or SVG with more
 * than svg.h reads. */
const PictureFile *pictures_find(Pictures *pictures, Str path, Place place,
                                 Diags *diags);

#endif
