#include "base/jpeg.h"

/* Markers of T.81, table B.1. */
enum {
    MARKER_START = 0xD8,
    MARKER_END = 0xD9,
    MARKER_BASELINE = 0xC0,
    MARKER_PROGRESSIVE = 0xC2,
    MARKER_SOF_LAST = 0xCF,
    MARKER_HUFFMAN = 0xC4,
    MARKER_EXTENSION = 0xC8,
    MARKER_ARITHMETIC = 0xCC,
    MARKER_SCAN = 0xDA,
    MARKER_EXIF = 0xE1,
};

enum { TIFF_ORIENTATION = 0x0112, TIFF_ENTRY = 12 };

static unsigned byte_at(Str s, size_t at)
{
    return at < s.len ? (unsigned char)s.at[at] : 0;
}

static unsigned word_at(Str s, size_t at)
{
    return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

/* A number of `count` bytes in the byte order of a TIFF file. */
static size_t tiff_number(Str tiff, size_t at, int count)
{
    bool is_little = byte_at(tiff, 0) == 'I';
    size_t number = 0;
    for (int i = 0; i < count; i++)
        number =
            number << 8 | byte_at(tiff, at + (size_t)(is_little ? count - 1 - i : i));
    return number;
}

/* The orientation in the first directory of an Exif segment; 0: it says none. */
static int exif_orientation(Str segment)
{
    const Str mark = { "Exif\0", 6 };
    if (!str_starts(segment, mark))
        return 0;
    Str tiff = str_slice(segment, mark.len, segment.len);
    size_t directory = tiff_number(tiff, 4, 4), count;
    if (directory >= tiff.len)
        return 0;
    count = tiff_number(tiff, directory, 2);
    for (size_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * TIFF_ENTRY;
        if (entry + TIFF_ENTRY > tiff.len)
            return 0;
        size_t value = tiff_number(tiff, entry + 8, 2);
        if (tiff_number(tiff, entry, 2) == TIFF_ORIENTATION)
            return value >= 1 && value <= 8 ? (int)value : 0;
    }
    return 0;
}

static bool begins_frame(unsigned marker)
{
    return marker >= MARKER_BASELINE && marker <= MARKER_SOF_LAST &&
           marker != MARKER_HUFFMAN && marker != MARKER_EXTENSION &&
           marker != MARKER_ARITHMETIC;
}

static const char *read_frame(Str segment, unsigned marker, JpegHeader *out)
{
    if (marker > MARKER_PROGRESSIVE)
        return "it is neither a baseline nor a progressive JPEG";
    out->height = (int)word_at(segment, 1);
    out->width = (int)word_at(segment, 3);
    out->component_count = (int)byte_at(segment, 5);
    if (byte_at(segment, 0) != 8)
        return "it has not 8 bits a colour";
    if (out->width == 0 || out->height == 0)
        return "it has no size";
    if (out->component_count == 4)
        return "its colours are for printing (CMYK)";
    return out->component_count == 1 || out->component_count == 3
               ? NULL
               : "it has neither 1 nor 3 colours";
}

/* A file that was cut off has no end: some programs write more behind it. */
static bool has_end(Str jpeg, size_t from)
{
    for (size_t at = jpeg.len; at >= from + 2; at--)
        if (byte_at(jpeg, at - 2) == 0xFF && byte_at(jpeg, at - 1) == MARKER_END)
            return true;
    return false;
}

const char *jpeg_read_header(Str jpeg, JpegHeader *out)
{
    *out = (JpegHeader){ .orientation = 1 };
    if (word_at(jpeg, 0) != (0xFF00 | MARKER_START))
        return "it does not begin as a JPEG";
    for (size_t at = 2; at + 4 <= jpeg.len && byte_at(jpeg, at) == 0xFF;) {
        unsigned marker = byte_at(jpeg, at + 1);
        if (marker == 0xFF) { /* fill bytes may stand before a marker */
            at++;
            continue;
        }
        size_t len = word_at(jpeg, at + 2);
        if (len < 2 || at + 2 + len > jpeg.len)
            break;
        Str segment = str_slice(jpeg, at + 4, at + 2 + len);
        if (begins_frame(marker)) {
            const char *fault = read_frame(segment, marker, out);
            if (fault)
                return fault;
        } else if (marker == MARKER_EXIF) {
            int orientation = exif_orientation(segment);
            out->orientation = orientation ? orientation : out->orientation;
        } else if (marker == MARKER_SCAN) {
            if (out->width == 0)
                break;
            return has_end(jpeg, at) ? NULL : "it breaks off";
        }
        at += 2 + len;
    }
    return "it is damaged";
}
