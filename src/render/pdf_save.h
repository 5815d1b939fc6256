/* pdf_save.h - the objects as bytes: object streams and a cross-reference stream
 * (ISO 32000-1, 7.5.7 and 7.5.8), which libharu cannot write. A page with 41 tags takes
 * 2.2 KB so, and 5.9 KB with a classic table. */
#ifndef RENDER_PDF_SAVE_H
#define RENDER_PDF_SAVE_H
#include "render/pdf_object.h"

/* The whole file, appended to `out`. False when libharu reports an error or the file
 * would pass 2 GB. To be called once. */
bool pdf_save(PdfFile *file, Buffer *out);

#endif
