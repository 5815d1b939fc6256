/* pdf_content.h - painted items as the operators of a page's content stream
 * (ISO 32000-1, 8.5, 9.4 and 14.6). */
#ifndef RENDER_PDF_CONTENT_H
#define RENDER_PDF_CONTENT_H
#include "compose/page.h"
#include "render/pdf_font.h"
#include "render/pdf_image.h"
#include "render/pdf_tag.h"

/* In which colours are named: those of the deck by their number, or by their parts. */
typedef enum PdfSpace { SPACE_NONE, SPACE_DECK, SPACE_RGB } PdfSpace;

/* What the operators so far have set; it is written only when it changes. */
typedef struct PdfState {
    Colour fill, stroke;
    PdfSpace fill_space, stroke_space;
    double line_width, mitre_limit, dash, size;
    LineCap cap;
    LineJoin join;
    int opacity; /* thousandths */
    PdfId font;  /* 0: none yet */
} PdfState;

typedef struct PdfContent {
    PdfFile *file;
    const PdfFonts *fonts;
    PdfTags *tags;
    double page_height;
    PdfImages images;
    VEC(int) opacities;  /* thousandths, of all pages */
    VEC(Colour) colours; /* of all pages, as many as an indexed space can have */
    int page;            /* index of the page being written */
    int open;            /* the marked content that is open, see pdf_content.c */
    bool is_in_text;     /* within a text object, which neighbours share */
    long line_x, line_y; /* where its last line began, hundredths of a point */
    PdfState state;
    Buffer out; /* in file->scratch */
} PdfContent;

PdfContent pdf_content_new(PdfFile *file, const PdfFonts *fonts, PdfTags *tags,
                           double page_height);

/* The operators of a page. Borrowed: valid until file->scratch is rewound. */
Str pdf_content_write(PdfContent *content, const Page *page, int index);

/* The body of the resources that all pages share, when the last is written. */
Str pdf_content_resources(const PdfContent *content);

#endif
