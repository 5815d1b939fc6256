#include "base/png_profile.h"

#include "base/buffer.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

/* A chunk is its length, its name, that many bytes and a checksum. */
enum { SIGNATURE_SIZE = 8, CHUNK_FRAME = 12 };

/* The next chunk, or nothing. */
static Str chunk_at(Str png, size_t at)
{
    size_t len = 0;
    if (at + CHUNK_FRAME > png.len)
        return (Str){ 0 };
    for (size_t i = at; i < at + 4; i++)
        len = len << 8 | (unsigned char)png.at[i];
    return len <= png.len - at - CHUNK_FRAME
               ? str_slice(png, at, at + CHUNK_FRAME + len)
               : (Str){ 0 };
}

static bool is_named(Str chunk, const char *name)
{
    return str_equal_c(str_slice(chunk, 4, 8), name);
}

static bool has_profile(Str png)
{
    for (size_t at = SIGNATURE_SIZE;;) {
        Str chunk = chunk_at(png, at);
        if (!chunk.len || is_named(chunk, "IDAT"))
            return false;
        if (is_named(chunk, "iCCP"))
            return true;
        at += chunk.len;
    }
}

static void read_bytes(png_structp png, png_bytep out, size_t count)
{
    Str *rest = png_get_io_ptr(png);
    if (count > rest->len)
        png_error(png, "the end");
    memcpy(out, rest->at, count);
    *rest = str_slice(*rest, count, rest->len);
}

static void stay_silent(png_structp png, png_const_charp text)
{
    (void)png, (void)text;
}

/* libpng leaves by a jump, and what it found is copied before that can happen. */
static bool copy_profile(png_structp png, png_infop info, Arena *arena, Str *out)
{
    png_charp name;
    png_bytep bytes;
    png_uint_32 len;
    int method;
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_read_info(png, info);
    if (!png_get_iCCP(png, info, &name, &method, &bytes, &len))
        return false;
    *out = str_copy(arena, (Str){ (const char *)bytes, len });
    return true;
}

bool png_profile(Arena *arena, Str png, Str *out)
{
    *out = (Str){ 0 };
    if (!has_profile(png))
        return true;
    png_structp reader =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, stay_silent);
    png_infop info = reader ? png_create_info_struct(reader) : NULL;
    bool is_good = false;
    if (info) {
        png_set_read_fn(reader, &png, read_bytes);
        is_good = copy_profile(reader, info, arena, out);
    }
    png_destroy_read_struct(&reader, &info, NULL);
    return is_good;
}

Str png_without_colours(Arena *arena, Str png)
{
    static const char *const names[] = { "iCCP", "sRGB", "gAMA", "cHRM", "cICP" };
    Buffer out = buffer_in(arena);
    size_t at = SIGNATURE_SIZE;
    buffer_str(&out, str_slice(png, 0, at));
    for (Str chunk; (chunk = chunk_at(png, at)).len; at += chunk.len) {
        bool is_kept = true;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            is_kept &= !is_named(chunk, names[i]);
        if (is_kept)
            buffer_str(&out, chunk);
    }
    return buffer_text(&out);
}
