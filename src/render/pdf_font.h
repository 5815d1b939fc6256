/* pdf_font.h - the faces of a deck as embedded subsets, addressed by glyph.
 * The deck is complete before anything is written, so the subsets are planned over all
 * its pages first, and the content has the final glyph codes at once. */
#ifndef RENDER_PDF_FONT_H
#define RENDER_PDF_FONT_H
#include "compose/page.h"
#include "render/pdf_object.h"

typedef struct PdfFont PdfFont;   /* one face */
typedef struct PdfFonts PdfFonts; /* all that the deck uses */

/* Adds the font objects. NULL with an error in diags when a face has no TrueType
 * outlines or HarfBuzz cannot subset it. Glyph ids must be within their faces. */
PdfFonts *pdf_fonts_add(PdfFile *file, const Deck *deck, Diags *diags);

/* "/F7 7 0 R/F9 9 0 R", for the resources. */
void pdf_fonts_put_resources(const PdfFonts *fonts, Buffer *out);

const PdfFont *pdf_fonts_find(const PdfFonts *fonts, const Face *face);
PdfId pdf_font_id(const PdfFont *font);                 /* its resource is "F<id>" */
unsigned pdf_font_code(const PdfFont *font, int glyph); /* in the content */
bool pdf_font_is_short(const PdfFont *font);            /* of one byte, else of two */
int pdf_font_advance(const PdfFont *font, int glyph);   /* as in /W, thousandths */

/* Neighbouring glyphs of a run that stand for one stretch of its source. */
typedef struct Cluster {
    int first, count;
    Str text; /* any blank reads as U+0020: a hard one matters to lines only */
} Cluster;

/* The cluster that begins with the glyph `first`. */
Cluster pdf_font_cluster(const GlyphRun *run, int first);

/* Whether the glyph at `at` is a cluster of its own, and ToUnicode gives back the only
 * text that it stands for anywhere: so it is with nearly all, and there is no more to
 * ask. */
bool pdf_font_is_plain(const PdfFont *font, const GlyphRun *run, int at);

/* Whether ToUnicode gives back the cluster's text; else it needs an ActualText. */
bool pdf_font_reads_back(const PdfFont *font, Cluster cluster, const GlyphRun *run);

#endif
