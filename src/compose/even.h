/* even.h - content that takes more than one page takes about as much of each. */
#ifndef COMPOSE_EVEN_H
#define COMPOSE_EVEN_H

/* Pages that some content takes in rooms of that height. */
typedef int (*EvenPages)(const void *content, double room);

/* The least height, from `least` to `room`, in which the content takes as few pages as
 * in the room: its pages are filled evenly then. */
double even_room(EvenPages pages, const void *content, double least, double room);

#endif
