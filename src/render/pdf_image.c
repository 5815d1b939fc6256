#include "render/pdf_image.h"

#include "base/icc.h"
#include "base/jpeg.h"

#include <string.h>

static Str image_body(PdfFile *file, int width, int height, Str space, PdfId mask)
{
    Buffer body = buffer_in(file->arena);
    buffer_format(&body, "/Type/XObject/Subtype/Image/Width %d/Height %d", width,
                  height);
    buffer_format(&body, "/BitsPerComponent 8/ColorSpace%.*s", STR_ARG(space));
    if (mask)
        buffer_format(&body, "/SMask %d 0 R", mask);
    return buffer_text(&body);
}

/* Device colours are those of the output intent, sRGB. */
static Str colour_space(PdfFile *file, Str profile, int component_count)
{
    if (!profile.len)
        return component_count == 1 ? S("/DeviceGray") : S("/DeviceRGB");
    Str body = str_format(file->arena, "/N %d", component_count);
    return str_format(file->arena, "[/ICCBased %d 0 R]",
                      pdf_object_add_stream(file, body, profile, PDF_DEFLATE));
}

static PdfId add_jpeg(PdfFile *file, const Picture *picture)
{
    JpegHeader header;
    jpeg_read_header(picture->jpeg, &header); /* pdf_check.c saw that it can be used */
    Str space = colour_space(file, picture->profile, header.component_count);
    Str body = image_body(file, header.width, header.height, space, 0);
    body = str_concat(file->arena, body, S("/Filter/DCTDecode"));
    return pdf_object_add_stream(file, body, picture->jpeg, PDF_AS_IS);
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
    Str body = image_body(file, picture->width, picture->height, S("/DeviceGray"), 0);
    return pdf_object_add_stream(file, body, (Str){ (char *)alpha, count },
                                 PDF_DEFLATE);
}

static PdfId add_pixels(PdfFile *file, const Picture *picture)
{
    ArenaMark mark = arena_mark(file->scratch);
    PdfId mask = add_mask(file, picture);
    arena_rewind(file->scratch, mark);
    size_t count = (size_t)picture->width * (size_t)picture->height;
    /* Of a grey profile the components are alike. */
    size_t components =
        picture->profile.len ? (size_t)icc_component_count(picture->profile) : 3;
    char *colours = arena_array(file->scratch, count, components);
    for (size_t i = 0; i < count; i++)
        memcpy(colours + components * i, picture->rgba + 4 * i, components);
    Str space = colour_space(file, picture->profile, (int)components);
    Str body = image_body(file, picture->width, picture->height, space, mask);
    PdfId id = pdf_object_add_stream(file, body, (Str){ colours, components * count },
                                     PDF_DEFLATE);
    arena_rewind(file->scratch, mark);
    return id;
}

PdfId pdf_images_add(PdfImages *images, PdfFile *file, const Picture *picture)
{
    const void *data = picture->rgba ? (const void *)picture->rgba : picture->jpeg.at;
    for (int i = 0; i < images->list.count; i++)
        if (images->list.at[i].data == data)
            return images->list.at[i].id;
    PdfId id = picture->rgba ? add_pixels(file, picture) : add_jpeg(file, picture);
    vec_push(file->arena, &images->list, (struct PdfImage){ .data = data, .id = id });
    return id;
}

void pdf_images_put_resources(const PdfImages *images, Buffer *out)
{
    for (int i = 0; i < images->list.count; i++)
        buffer_format(out, "/X%d %d 0 R", images->list.at[i].id, images->list.at[i].id);
}
