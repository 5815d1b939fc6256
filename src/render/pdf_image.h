/* pdf_image.h - pictures as image XObjects (ISO 32000-1, 8.9.5). */
#ifndef RENDER_PDF_IMAGE_H
#define RENDER_PDF_IMAGE_H
#include "compose/page.h"
#include "render/pdf_object.h"

/* A picture's pixels are written once, however often it is painted. */
typedef struct PdfImages {
    VEC(struct PdfImage {
        const void *data; /* the pixels or the JPEG file, as an identity only */
        PdfId id;
    })
    list;
} PdfImages;

/* The XObject of the picture; its resource is "X<id>". */
PdfId pdf_images_add(PdfImages *images, PdfFile *file, const Picture *picture);

void pdf_images_put_resources(const PdfImages *images, Buffer *out);

#endif
