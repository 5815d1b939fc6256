#include "base/jpeg.h"

#include "base/buffer.h"
#include "base/library.h"
#include "base/messages.h"

#include <turbojpeg.h>

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
    MARKER_PROFILE = 0xE2,
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
        return MESSAGE("it is neither a baseline nor a progressive JPEG");
    out->height = (int)word_at(segment, 1);
    out->width = (int)word_at(segment, 3);
    out->component_count = (int)byte_at(segment, 5);
    if (byte_at(segment, 0) != 8)
        return MESSAGE("it has not 8 bits a colour");
    if (out->width == 0 || out->height == 0)
        return MESSAGE("it has no size");
    if (out->component_count == 4)
        return MESSAGE("its colours are for printing (CMYK)");
    return out->component_count == 1 || out->component_count == 3
               ? NULL
               : MESSAGE("it has neither 1 nor 3 colours");
}

/* A file that was cut off has no end: some programs write more behind it. */
static bool has_end(Str jpeg, size_t from)
{
    for (size_t at = jpeg.len; at >= from + 2; at--)
        if (byte_at(jpeg, at - 2) == 0xFF && byte_at(jpeg, at - 1) == MARKER_END)
            return true;
    return false;
}

/* The next segment before the pixels, which are its last; false at the end, or where
 * the file is damaged. */
typedef struct Segment {
    unsigned marker;
    Str bytes;
    size_t at; /* of its marker; 2 before the first */
    size_t next;
} Segment;

static bool next_segment(Str jpeg, Segment *segment)
{
    size_t at = segment->next;
    while (byte_at(jpeg, at) == 0xFF && byte_at(jpeg, at + 1) == 0xFF)
        at++; /* fill bytes may stand before a marker */
    size_t len = word_at(jpeg, at + 2);
    if (byte_at(jpeg, at) != 0xFF || len < 2 || at + 2 + len > jpeg.len)
        return false;
    *segment = (Segment){ byte_at(jpeg, at + 1), str_slice(jpeg, at + 4, at + 2 + len),
                          at, at + 2 + len };
    return true;
}

const char *jpeg_read_header(Str jpeg, JpegHeader *out)
{
    *out = (JpegHeader){ .orientation = 1 };
    if (word_at(jpeg, 0) != (0xFF00 | MARKER_START))
        return MESSAGE("it does not begin as a JPEG");
    for (Segment segment = { .next = 2 }; next_segment(jpeg, &segment);) {
        if (begins_frame(segment.marker)) {
            const char *fault = read_frame(segment.bytes, segment.marker, out);
            if (fault)
                return fault;
        } else if (segment.marker == MARKER_EXIF) {
            int orientation = exif_orientation(segment.bytes);
            out->orientation = orientation ? orientation : out->orientation;
        } else if (segment.marker == MARKER_SCAN) {
            if (out->width == 0)
                break;
            return has_end(jpeg, segment.at) ? NULL : MESSAGE("it breaks off");
        }
    }
    return MESSAGE("it is damaged");
}

/* It comes in numbered parts, in order. */
Str jpeg_profile(Arena *arena, Str jpeg)
{
    const Str mark = { "ICC_PROFILE\0", 12 };
    Buffer profile = buffer_in(arena);
    Segment segment = { .next = 2 };
    while (next_segment(jpeg, &segment) && segment.marker != MARKER_SCAN)
        if (segment.marker == MARKER_PROFILE && str_starts(segment.bytes, mark))
            buffer_str(&profile,
                       str_slice(segment.bytes, mark.len + 2, segment.bytes.len));
    return buffer_text(&profile);
}

#define JPEG_FUNCTIONS(ROW)                                                            \
    ROW(tjInitDecompress)                                                              \
    ROW(tjDecompress2)                                                                 \
    ROW(tjDestroy)

typedef struct JpegLibrary {
    JPEG_FUNCTIONS(LIBRARY_MEMBER)
} JpegLibrary;

static bool open_library(JpegLibrary *lib)
{
#define FUNCTION(name) LIBRARY_FUNCTION(lib, name)
    const LibraryFunction functions[] = {
        JPEG_FUNCTIONS(FUNCTION){NULL, NULL}
    };
#undef FUNCTION
    return library_open(LYSARK_TURBOJPEG, functions);
}

const char *jpeg_pixel_fault(Str jpeg, const JpegHeader *header)
{
    enum { SHRUNK = 8 }; /* an eighth: all is read, little is worked out */
    JpegLibrary lib;
    if (!open_library(&lib))
        return MESSAGE(
            "the library libturbojpeg, which checks JPEG files, is not installed");
    int width = (header->width + SHRUNK - 1) / SHRUNK,
        height = (header->height + SHRUNK - 1) / SHRUNK;
    Arena *scratch = arena_new();
    unsigned char *pixels = arena_array(scratch, (size_t)width, (size_t)height);
    tjhandle reader = lib.tjInitDecompress();
    /* What libjpeg only warns of is damage, too: it goes on with grey or noise. */
    bool is_whole =
        reader && lib.tjDecompress2(reader, (const unsigned char *)jpeg.at, jpeg.len,
                                    pixels, width, 0, height, TJPF_GRAY, 0) == 0;
    if (reader)
        lib.tjDestroy(reader);
    arena_free(scratch);
    return is_whole ? NULL : MESSAGE("it is damaged");
}
