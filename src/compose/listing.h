/* listing.h - slides listed by number and name, each row a link to its slide. */
#ifndef COMPOSE_LISTING_H
#define COMPOSE_LISTING_H
#include "compose/slide.h"

typedef struct ListedSlide {
    Str name;
    int entry; /* index in the scope's entries */
} ListedSlide;

/* How rows are set: in columns that are filled one after the other. */
typedef struct ListingStyle {
    double size, air; /* of the type; between two rows */
    int column_count;
    Colour ink, number, rule;
    bool has_rules; /* a line under each row */
} ListingStyle;

/* How many of the slides fit in the box. */
int listing_fit(SlideContext *context, Rect box, const ListedSlide *slides, int count,
                const ListingStyle *style);

/* The least height of a box as wide as that in which all of them fit. */
double listing_height(SlideContext *context, Rect box, const ListedSlide *slides,
                      int count, const ListingStyle *style);

/* Paints as many as fit, in columns of about one height; how many there were. The rows
 * are items of `list`. */
int listing_paint(SlideContext *context, Rect box, TagId list,
                  const ListedSlide *slides, int count, const ListingStyle *style);

#endif
