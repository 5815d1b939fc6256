/* beside.h - what a PDF says beside its pages' content and its tags: outline, notes and
 * targets of links, properties, metadata; and what no deck has: files within the file,
 * content that is kept apart from the pages, a password. With tagged.h the place for
 * qpdf. */
#ifndef VERIFY_BESIDE_H
#define VERIFY_BESIDE_H
#include "verify/printed.h"

#include <qpdf/qpdf-c.h>

/* Adds to out->texts, and sets what else is found. */
void beside_read(Arena *arena, qpdf_data file, PrintedExtra *out);

#endif
