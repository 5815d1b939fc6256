/* logo.h - the unit's logo where the register has one, else the sender's: on a plate on
 * the first and the last slide, and small in the upper right corner of the others. */
#ifndef COMPOSE_LOGO_H
#define COMPOSE_LOGO_H
#include "compose/slide.h"

typedef struct Logo {
    const PictureFile *picture; /* NULL: the deck has none */
    Str alt;                    /* empty: decoration */
} Logo;

/* False with an error when the file cannot be used. */
bool logo_find(SlideContext *context, Logo *out);

/* The plate in the lower right corner of a cover. */
Rect logo_plate(const SlideContext *context, const Logo *logo);
void logo_paint_plate(SlideContext *context, const Logo *logo);

/* In the corner of a page, as decoration: the cover has said what it is. */
void logo_paint_corner(SlideContext *context, const Logo *logo);

#endif
