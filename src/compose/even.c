#include "compose/even.h"

/* Halves the range until no line of text fits in what is left of it. */
static const double NEARLY = 0.5;

double even_room(EvenPages pages, const void *content, double least, double room)
{
    int most = pages(content, room);
    while (most > 1 && room - least > NEARLY) {
        double middle = (least + room) / 2;
        if (pages(content, middle) > most)
            least = middle;
        else
            room = middle;
    }
    return room;
}
