#include "verify/printed.h"

#include "base/buffer.h"
#include "verify/tagged.h"

#include <math.h>
#include <poppler.h>
#include <stdlib.h>

/* The characters of a page, each with its place: from the top left, in points. */
typedef struct Glyphs {
    int page; /* from 1; 0: none yet */
    Str text;
    const PopplerRectangle *places; /* of each character of the text */
    int count;
    double height; /* of the page */
} Glyphs;

typedef struct Reader {
    Arena *arena;
    PopplerDocument *document;
    Glyphs glyphs; /* of the last page that a figure was on */
} Reader;

/* What tells a reader of characters how to join or break them, and has no shape; and
 * hyphens: the one in a word and the one at a line's end are one glyph, of which
 * poppler reads back one meaning. */
static bool is_unseen(uint32_t code_point)
{
    return code_point == '-' || code_point == 0xAD || code_point == 0x2010 ||
           code_point == 0x2011 || (code_point >= 0x200B && code_point <= 0x200F) ||
           (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0xFE0E ||
           code_point == 0xFE0F || code_point == 0xFEFF;
}

static bool is_blank(uint32_t code_point)
{
    return code_point <= 0x20 || code_point == 0xA0 || code_point == 0x2009 ||
           code_point == 0x202F || code_point == 0x2028 || code_point == 0x2029;
}

Str printed_fold(Arena *arena, Str text)
{
    Buffer folded = buffer_in(arena);
    bool is_pending = false;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t code_point = utf8_next(text, &at);
        if (is_unseen(code_point))
            continue;
        if (is_blank(code_point)) {
            is_pending = folded.len > 0;
            continue;
        }
        if (is_pending)
            buffer_char(&folded, ' ');
        is_pending = false;
        buffer_str(&folded, str_slice(text, from, at));
    }
    return buffer_text(&folded);
}

static bool is_from_right(uint32_t code_point)
{
    return code_point >= 0x590 && code_point <= 0x8FF;
}

static int compare_bytes(const void *a, const void *b)
{
    return *(const unsigned char *)a - *(const unsigned char *)b;
}

/* The characters that are the same in whichever order they stand, in order: no
 * brackets, which are mirrored, and no letters, which take other shapes. */
static Str unordered(Arena *arena, Str text)
{
    Buffer kept = buffer_in(arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_next(text, &at);
        bool is_kept = (code_point >= '0' && code_point <= '9') ||
                       (code_point >= 'A' && code_point <= 'Z') ||
                       (code_point >= 'a' && code_point <= 'z');
        if (is_kept)
            buffer_char(&kept, (char)code_point);
    }
    qsort(kept.at, kept.len, 1, compare_bytes);
    return buffer_text(&kept);
}

bool printed_has_right(Str printed)
{
    for (size_t at = 0; at < printed.len;)
        if (is_from_right(utf8_next(printed, &at)))
            return true;
    return false;
}

bool printed_is_reordered(Arena *arena, Str printed, Str text)
{
    return printed_has_right(printed) &&
           str_equal(unordered(arena, printed), unordered(arena, text));
}

/* poppler's text, which is ours to free; what is not UTF-8 in it counts as nothing. */
static Str take(Arena *arena, char *text)
{
    Str copy = text ? str_copy(arena, str_from_c(text)) : (Str){ 0 };
    g_free(text);
    return str_slice(copy, 0, utf8_check(copy));
}

static Str page_text(const Reader *reader, int index)
{
    PopplerPage *page = poppler_document_get_page(reader->document, index);
    if (!page)
        return (Str){ 0 };
    Str text =
        printed_fold(reader->arena, take(reader->arena, poppler_page_get_text(page)));
    g_object_unref(page);
    return text;
}

static void read_document(Reader *reader, Printed *out)
{
    *out = (Printed){ .page_count = poppler_document_get_n_pages(reader->document) };
    out->title =
        printed_fold(reader->arena,
                     take(reader->arena, poppler_document_get_title(reader->document)));
    Str *pages = arena_array(reader->arena, (size_t)out->page_count, sizeof *pages);
    for (int i = 0; i < out->page_count; i++)
        pages[i] = page_text(reader, i);
    out->pages = pages;
}

/* poppler puts marks of direction (U+202A to U+202E) around words that are read to the
 * left; they have no place. */
static Str without_directions(Arena *arena, Str text)
{
    Buffer out = buffer_in(arena);
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t code_point = utf8_next(text, &at);
        if (code_point < 0x202A || code_point > 0x202E)
            buffer_str(&out, str_slice(text, from, at));
    }
    return buffer_text(&out);
}

/* Where poppler does not tell every character's place: none. */
static Glyphs read_glyphs(const Reader *reader, int number)
{
    Glyphs glyphs = { .page = number };
    PopplerPage *page = poppler_document_get_page(reader->document, number - 1);
    PopplerRectangle *places = NULL;
    guint count = 0;
    if (!page)
        return glyphs;
    poppler_page_get_size(page, NULL, &glyphs.height);
    glyphs.text = without_directions(reader->arena,
                                     take(reader->arena, poppler_page_get_text(page)));
    if (poppler_page_get_text_layout(page, &places, &count) &&
        (int)count == utf8_count(glyphs.text)) {
        PopplerRectangle *copy = arena_array(reader->arena, count, sizeof *copy);
        for (guint i = 0; i < count; i++)
            copy[i] = places[i];
        glyphs.places = copy;
        glyphs.count = (int)count;
    }
    g_free(places);
    g_object_unref(page);
    return glyphs;
}

/* Whether two characters of the text stand beside each other, as those of a word do. */
static bool are_joined(const PopplerRectangle *a, const PopplerRectangle *b)
{
    double height = fmin(a->y2 - a->y1, b->y2 - b->y1);
    return fabs(b->x1 - a->x2) < height / 5 && fabs(b->y2 - a->y2) < height / 2;
}

static bool is_within(const Glyphs *glyphs, int index, PrintedBox box)
{
    const PopplerRectangle *place = &glyphs->places[index];
    double x = (place->x1 + place->x2) / 2;
    double y = glyphs->height - (place->y1 + place->y2) / 2;
    return x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;
}

/* What stands in a figure's place; words that poppler runs together are parted. */
static Str painted_text(Reader *reader, const PrintedNode *figure)
{
    Glyphs *glyphs = &reader->glyphs;
    if (glyphs->page != figure->page)
        *glyphs = read_glyphs(reader, figure->page);
    Buffer text = buffer_in(reader->arena);
    size_t at = 0;
    for (int i = 0; i < glyphs->count; i++) {
        size_t from = at;
        utf8_next(glyphs->text, &at);
        if (!is_within(glyphs, i, figure->place))
            continue;
        if (i > 0 && !are_joined(&glyphs->places[i - 1], &glyphs->places[i]))
            buffer_char(&text, ' ');
        buffer_str(&text, str_slice(glyphs->text, from, at));
    }
    return printed_fold(reader->arena, buffer_text(&text));
}

static void read_figures(Reader *reader, PrintedNode *node)
{
    if (node->kind == PRINTED_FIGURE && node->page > 0)
        node->painted = painted_text(reader, node);
    for (int i = 0; i < node->child_count; i++)
        read_figures(reader, &node->children[i]);
}

bool printed_read(Arena *arena, Str bytes, Printed *out, Str *fault)
{
    GError *error = NULL;
    PrintedNode root;
    PrintedExtra extra;
    Str plain = tagged_read(arena, bytes, &root, &extra);
    GBytes *copy = g_bytes_new_static(plain.at, plain.len);
    Reader reader = { .arena = arena };
    reader.document = poppler_document_new_from_bytes(copy, NULL, &error);
    *out = (Printed){ .page_count = 0 };
    if (reader.document) {
        read_document(&reader, out);
        out->root = root;
        read_figures(&reader, &out->root);
        out->extra = extra;
        g_object_unref(reader.document);
    } else {
        *fault = str_copy(arena, str_from_c(error ? error->message : NULL));
        g_clear_error(&error);
    }
    g_bytes_unref(copy);
    return reader.document != NULL;
}
