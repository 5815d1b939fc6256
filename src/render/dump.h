/* dump.h - a composed deck as text, for tests and curious eyes. */
#ifndef RENDER_DUMP_H
#define RENDER_DUMP_H
#include "base/buffer.h"
#include "compose/page.h"

/* A block per page: the tag tree indented in reading order, under each tag its items
 * with rounded points; artifacts last, then links. */
void dump_write(const Deck *deck, Buffer *out);

#endif
