#include "render/pdf_image.h"

#include "base/jpeg.h"

#include <string.h>

static Str image_body(PdfFile *file, int width, int height, const char *space,
                      PdfId mask)
{
    Buffer body = buffer_in(file->arena);
    buffer_format(&body, "/Type/XObject/Subtype/Image/Width %d/Height %d", width,
                  height);
    buffer_format(&body, "/BitsPerComponent 8/ColorSpace/%s", space);
    if (mask)
        buffer_format(&body, "/SMask %d 0 R", mask);
    return buffer_text(&body);
}

static PdfId add_jpeg(PdfFile *file, Str jpeg)
{
    JpegHeader header;
    jpeg_read_header(jpeg, &header); /* pdf_check.c saw that it can be used */
    Str body = image_body(file, header.width, header.height,
                          header.component_count == 1 ? "DeviceGray" : "DeviceRGB", 0);
    body = str_concat(file->arena, body, S("/Filter/DCTDecode"));
    return pdf_object_add_stream(file, body, jpeg, PDF_AS_IS);
}

/* Opacity is an image of its own, which opaque pictures do without. */
static PdfId add_mask(PdfFile *file, const Picture *picture)
{
    size_t count = (size_t)picture->width * (size_t)picture->height;
    unsigned char *alpha = arena_alloc(file->scratch, count);
    bool is_opaque = true;
    for (size_t i = 0; i < count; i++) {
        alpha[i] = picture->rgba[4 * i + 3];
        is_opaque &= alpha[i] == 255;
    }
    if (is_opaque)
        return 0;
    Str body = image_body(file, picture->width, picture->height, "DeviceGray", 0);
    return pdf_object_add_stream(file, body, (Str){ (char *)alpha, count },
                                 PDF_DEFLATE);
}

static PdfId add_pixels(PdfFile *file, const Picture *picture)
{
    ArenaMark mark = arena_mark(file->scratch);
    PdfId mask = add_mask(file, picture);
    arena_rewind(file->scratch, mark);
    size_t count = (size_t)picture->width * (size_t)picture->height;
    char *rgb = arena_array(file->scratch, count, 3);
    for (size_t i = 0; i < count; i++)
        memcpy(rgb + 3 * i, picture->rgba + 4 * i, 3);
    Str body = image_body(file, picture->width, picture->height, "DeviceRGB", mask);
    PdfId id = pdf_object_add_stream(file, body, (Str){ rgb, 3 * count }, PDF_DEFLATE);
    arena_rewind(file->scratch, mark);
    return id;
}

PdfId pdf_images_add(PdfImages *images, PdfFile *file, const Picture *picture)
{
    const void *data = picture->rgba ? (const void *)picture->rgba : picture->jpeg.at;
    for (int i = 0; i < images->list.count; i++)
        if (images->list.at[i].data == data)
            return images->list.at[i].id;
    PdfId id =
        picture->rgba ? add_pixels(file, picture) : add_jpeg(file, picture->jpeg);
    vec_push(file->arena, &images->list, (struct PdfImage){ .data = data, .id = id });
    return id;
}

void pdf_images_put_resources(const PdfImages *images, Buffer *out)
{
    for (int i = 0; i < images->list.count; i++)
        buffer_format(out, "/X%d %d 0 R", images->list.at[i].id, images->list.at[i].id);
}
