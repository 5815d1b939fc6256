/* pdf_meta.h - what the file says of itself: XMP and Info with the same values, the
 * claims to PDF/A-2a and PDF/UA-1, the colours that its RGB means. */
#ifndef RENDER_PDF_META_H
#define RENDER_PDF_META_H
#include "compose/page.h"
#include "render/pdf_object.h"

/* Adds to the catalog and the information dictionary. */
void pdf_meta_write(PdfFile *file, const Deck *deck);

#endif
