#include "render/pdf_icc.h"
#include "base/buffer.h"

#include <math.h>

/* Layout by ICC.1:2004-10 (profile version 4.2): a header, a table of tags, their data.
 * The three curves share theirs. */
enum { HEADER_SIZE = 128, TAG_COUNT = 10, TABLE_SIZE = 4 + 12 * TAG_COUNT };

typedef struct IccTag {
    char name[5];
    uint32_t offset, size;
} IccTag;

static const char copyright[] = "No copyright, use freely";
static const char description[] = "sRGB";

/* D50 is the white of every profile; the primaries are adapted to it (Bradford). */
static const double white[3] = { 0.9642, 1, 0.8249 };
static const double primaries[3][3] = {
    {0.43607,  0.22249, 0.01392},
    { 0.38515, 0.71687, 0.09708},
    { 0.14307, 0.06061, 0.71410}
};
static const double adaptation[9] = { 1.04788,  0.02292,  -0.05022, 0.02959, 0.99048,
                                      -0.01707, -0.00925, 0.01508,  0.75168 };
/* Y = (aX + b)^g from d on, cX below. */
static const double curve[5] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };

static void put_word(Buffer *out, unsigned value)
{
    buffer_char(out, (char)(value >> 8));
    buffer_char(out, (char)value);
}

static void put_long(Buffer *out, uint32_t value)
{
    put_word(out, value >> 16);
    put_word(out, value & 0xFFFF);
}

static void put_fixed(Buffer *out, const double *values, int count)
{
    for (int i = 0; i < count; i++)
        put_long(out, (uint32_t)(int32_t)lround(values[i] * 65536));
}

static void put_type(Buffer *out, const char *type)
{
    buffer_c(out, type);
    put_long(out, 0);
}

/* One record, in American English. */
static void put_text(Buffer *out, const char *text)
{
    Str s = str_from_c(text);
    put_type(out, "mluc");
    put_long(out, 1);
    put_long(out, 12);
    buffer_c(out, "enUS");
    put_long(out, 2 * (uint32_t)s.len);
    put_long(out, 28);
    for (size_t i = 0; i < s.len; i++)
        put_word(out, (unsigned char)s.at[i]);
}

static void put_xyz(Buffer *out, const double *xyz)
{
    put_type(out, "XYZ ");
    put_fixed(out, xyz, 3);
}

static void pad(Buffer *out)
{
    while (out->len % 4)
        buffer_char(out, 0);
}

static void put_data(Buffer *out, int tag)
{
    switch (tag) {
    case 0: put_text(out, description); return;
    case 1: put_text(out, copyright); return;
    case 2: put_xyz(out, white); return;
    case 3:
        put_type(out, "sf32");
        put_fixed(out, adaptation, 9);
        return;
    case 4:
    case 5:
    case 6: put_xyz(out, primaries[tag - 4]); return;
    default:
        put_type(out, "para");
        put_word(out, 3);
        put_word(out, 0);
        put_fixed(out, curve, 5);
    }
}

static void put_header(Buffer *out, uint32_t size)
{
    put_long(out, size);
    put_long(out, 0);
    put_long(out, 0x04200000);
    buffer_c(out, "mntrRGB XYZ ");
    put_long(out, 0x07E80001); /* 1 January 2024, 00:00 */
    put_long(out, 0x00010000);
    put_long(out, 0);
    buffer_c(out, "acsp");
    for (int i = 0; i < 7; i++)
        put_long(out, 0);
    put_fixed(out, white, 3);
    while (out->len < HEADER_SIZE)
        buffer_char(out, 0);
}

Str pdf_icc_srgb(Arena *arena)
{
    IccTag tags[TAG_COUNT] = { { .name = "desc" }, { .name = "cprt" },
                               { .name = "wtpt" }, { .name = "chad" },
                               { .name = "rXYZ" }, { .name = "gXYZ" },
                               { .name = "bXYZ" }, { .name = "rTRC" },
                               { .name = "gTRC" }, { .name = "bTRC" } };
    Buffer data = buffer_in(arena);
    for (int i = 0; i < TAG_COUNT; i++) {
        if (i > 7) {
            tags[i].offset = tags[7].offset;
            tags[i].size = tags[7].size;
            continue;
        }
        tags[i].offset = HEADER_SIZE + TABLE_SIZE + (uint32_t)data.len;
        put_data(&data, i);
        tags[i].size = HEADER_SIZE + TABLE_SIZE + (uint32_t)data.len - tags[i].offset;
        pad(&data);
    }
    Buffer out = buffer_in(arena);
    put_header(&out, HEADER_SIZE + TABLE_SIZE + (uint32_t)data.len);
    put_long(&out, TAG_COUNT);
    for (int i = 0; i < TAG_COUNT; i++) {
        buffer_c(&out, tags[i].name);
        put_long(&out, tags[i].offset);
        put_long(&out, tags[i].size);
    }
    buffer_str(&out, buffer_text(&data));
    return buffer_text(&out);
}
