/* pdf_link.h - ways through the deck: links, outline and page labels. */
#ifndef RENDER_PDF_LINK_H
#define RENDER_PDF_LINK_H
#include "compose/page.h"
#include "render/pdf_object.h"
#include "render/pdf_tag.h"

/* Adds the annotations of a page; gives the entry for its dictionary, which is empty
 * when there are none. */
Str pdf_links_add(PdfFile *file, const Deck *deck, int page, const PdfId *pages,
                  PdfTags *tags);

/* Adds the bookmarks, and page labels, to the catalog. */
void pdf_links_add_outline(PdfFile *file, const Deck *deck, const PdfId *pages);

#endif
