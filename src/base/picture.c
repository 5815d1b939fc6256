#include "base/picture.h"

#include "base/file.h"
#include "base/icc.h"
#include "base/jpeg.h"
#include "base/messages.h"
#include "base/png_profile.h"

#include <math.h>
#include <png.h>

/* Points a pixel at 96 to the inch, and twice that. */
static const double PIXEL_MAX = 2 * 0.75;

/* A PNG file's signature and first chunk. */
enum { PNG_HEADER = 33 };

static bool refuse(Str path, Place place, const char *fault, const char *hint,
                   Diags *diags)
{
    diag_error(diags, place, "cannot use the picture \"%.*s\": %s", STR_ARG(path),
               message_text(fault));
    diag_hint(diags, "%s", message_text(hint));
    return false;
}

static bool is_too_large(int64_t width, int64_t height)
{
    return width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX ||
           width * height > PICTURE_PIXELS_MAX;
}

static bool refuse_large(Str path, Place place, int64_t width, int64_t height,
                         Diags *diags)
{
    diag_error(diags, place, "the picture \"%.*s\" is too large: %lld by %lld pixels",
               STR_ARG(path), (long long)width, (long long)height);
    diag_hint(diags, "make it smaller: at most %d pixels a side, %d million in all",
              PICTURE_SIDE_MAX, PICTURE_PIXELS_MAX / 1000000);
    return false;
}

/* The simplified interface turns every form (palette, grey, 16 bits, interlaced) into
 * RGBA and catches libpng's errors itself. */
static bool decode_png(Arena *arena, png_image *image, PictureFile *out)
{
    /* Without this, 16-bit files that do not say are taken as linear. */
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    image->format = PNG_FORMAT_RGBA;
    uint8_t *pixels = arena_array(arena, (size_t)image->width * image->height, 4);
    out->width = (int)image->width;
    out->height = (int)image->height;
    out->rgba = pixels;
    out->orientation = 1;
    return png_image_finish_read(image, NULL, pixels, 0, NULL);
}

/* Colours that are not those of sRGB go into the PDF with their profile, unchanged. */
static const char *take_profile(Str profile, int component_count, PictureFile *out)
{
    if (!profile.len || icc_is_srgb(profile))
        return NULL;
    out->profile = profile;
    return icc_fault(profile, component_count);
}

static const char *read_png_profile(Arena *arena, Str *png, PictureFile *out)
{
    enum { COLOUR_TYPE = 25, COLOUR = 2 }; /* of the first chunk, IHDR */
    Str profile;
    if (!png_profile(arena, *png, &profile))
        return MESSAGE("its colour profile is damaged");
    if (profile.len)
        *png = png_without_colours(arena, *png);
    return take_profile(profile, png->at[COLOUR_TYPE] & COLOUR ? 3 : 1, out);
}

static bool read_png(Arena *arena, Str path, Place place, Str bytes, PictureFile *out,
                     Diags *diags)
{
    static const char HINT[] = MESSAGE("export it again as PNG, in sRGB");
    const char *fault =
        bytes.len > PNG_HEADER ? read_png_profile(arena, &bytes, out) : NULL;
    if (fault)
        return refuse(path, place, fault, HINT, diags);
    png_image image = { .version = PNG_IMAGE_VERSION };
    bool is_good = png_image_begin_read_from_memory(&image, bytes.at, bytes.len);
    if (is_good && is_too_large(image.width, image.height)) {
        refuse_large(path, place, image.width, image.height, diags);
        png_image_free(&image);
        return false;
    }
    is_good = is_good && decode_png(arena, &image, out);
    if (!is_good)
        refuse(path, place, MESSAGE("it is damaged"), HINT, diags);
    png_image_free(&image);
    return is_good;
}

static bool read_jpeg(Arena *arena, Str path, Place place, Str bytes, PictureFile *out,
                      Diags *diags)
{
    JpegHeader header;
    const char *fault = jpeg_read_header(bytes, &header);
    if (!fault && is_too_large(header.width, header.height))
        return refuse_large(path, place, header.width, header.height, diags);
    bool is_turned = header.orientation >= 5;
    *out = (PictureFile){ .width = is_turned ? header.height : header.width,
                          .height = is_turned ? header.width : header.height,
                          .jpeg = bytes,
                          .orientation = header.orientation };
    if (!fault)
        fault = jpeg_pixel_fault(bytes, &header);
    if (!fault)
        fault = take_profile(jpeg_profile(arena, bytes), header.component_count, out);
    return !fault ||
           refuse(path, place, fault, MESSAGE("export it again as JPEG in RGB"), diags);
}

static bool read_svg(Arena *arena, Str path, Place place, Str bytes, PictureFile *out,
                     Diags *diags)
{
    Str fault;
    if (svg_read(arena, bytes, &out->drawing, &fault))
        return true;
    return refuse(path, place, str_c(arena, fault),
                  MESSAGE("export it as SVG with plain paths only, or as PNG"), diags);
}

static bool read_picture(Arena *arena, Str path, Place place, PictureFile *out,
                         Diags *diags)
{
    Str bytes;
    if (!file_read(arena, path, place, &bytes, diags))
        return false;
    if (str_starts(bytes, S("\x89PNG")))
        return read_png(arena, path, place, bytes, out, diags);
    if (str_starts(bytes, S("\xFF\xD8")))
        return read_jpeg(arena, path, place, bytes, out, diags);
    if (str_starts(str_trim(bytes), S("<")))
        return read_svg(arena, path, place, bytes, out, diags);
    return refuse(path, place, MESSAGE("it is neither PNG, JPEG nor SVG"),
                  MESSAGE("export it as one of them"), diags);
}

PictureSize picture_fit(const PictureFile *picture, double width, double height)
{
    const SvgDrawing *drawing = &picture->drawing;
    bool is_drawing = drawing->path_count > 0;
    double own_width = is_drawing ? drawing->width : picture->width;
    double own_height = is_drawing ? drawing->height : picture->height;
    double scale = fmin(width / own_width, height / own_height);
    if (!is_drawing)
        scale = fmin(scale, PIXEL_MAX);
    return (PictureSize){ own_width * scale, own_height * scale };
}

const PictureFile *pictures_find(Pictures *pictures, Str path, Place place,
                                 Diags *diags)
{
    for (int i = 0; i < pictures->list.count; i++)
        if (str_equal(pictures->list.at[i].path, path) && pictures->list.at[i].file)
            return pictures->list.at[i].file;
    PictureFile *file = arena_alloc(pictures->arena, sizeof *file);
    if (!read_picture(pictures->arena, path, place, file, diags))
        return NULL;
    vec_push(pictures->arena, &pictures->list,
             (struct KnownPicture){ .path = path, .file = file });
    return file;
}
