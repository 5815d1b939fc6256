/* dump.h - a composed deck as text, for tests and curious eyes. */
#ifndef RENDER_DUMP_H
#define RENDER_DUMP_H
#include "base/buffer.h"
#include "compose/page.h"

/* The deck's title, language and bookmarks, then a block per page: its tags indented in
 * reading order, under each tag its items with points to one decimal; artifacts last.
 *
 *     page 4 (slide 4) 960x540
 *       Sect
 *         H1
 *           text 48,78 28pt bold #1B2A34 "Kommunen har god service"
 *         P
 *           Link -> page 12 "bilde 12"
 *             text 48,120 18pt regular #14566A "bilde 12"
 *             area 48,104 58.2x20
 *       artifact
 *         rect 0,0 960x540 fill #FFFFFF
 */
void dump_write(const Deck *deck, Buffer *out);

#endif
