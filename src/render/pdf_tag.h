/* pdf_tag.h - the structure tree (ISO 32000-1, 14.7) and which marked content and
 * annotations belong to it. */
#ifndef RENDER_PDF_TAG_H
#define RENDER_PDF_TAG_H
#include "compose/page.h"
#include "render/pdf_object.h"

typedef struct PdfTags PdfTags;

/* `pages`: the objects of the deck's pages. */
PdfTags *pdf_tags_new(PdfFile *file, const Deck *deck, const PdfId *pages);

/* A new marked-content identifier on a page, for content of the tag. Pages come in
 * order. */
int pdf_tags_mark(PdfTags *tags, int page, TagId tag);

/* The structure type of a tag, for its marked content. */
const char *pdf_tags_name(const PdfTags *tags, TagId tag);

/* Whether the page that was marked last is this one: it has tagged content. */
bool pdf_tags_has_page(const PdfTags *tags, int page);

/* Hangs an annotation on a Link; gives its key for /StructParent. */
int pdf_tags_link(PdfTags *tags, int page, TagId tag, PdfId annotation);

/* Adds the tree to the catalog. A page's /StructParents is its index. */
void pdf_tags_write(PdfTags *tags);

#endif
