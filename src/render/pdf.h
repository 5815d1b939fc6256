/* pdf.h - a composed deck as a PDF/A-2a and PDF/UA-1 file (ISO 19005-2, ISO 14289-1).
 */
#ifndef RENDER_PDF_H
#define RENDER_PDF_H
#include "compose/page.h"

/* The bytes of the whole file, in `arena`. The same deck gives the same bytes. False
 * with errors in diags, at the place of the item at fault. */
bool pdf_write(Arena *arena, const Deck *deck, Str *out, Diags *diags);

#endif
