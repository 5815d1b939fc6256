#include "verify/printed.h"

#include "base/buffer.h"
#include "verify/tagged.h"

#include <poppler.h>
#include <stdlib.h>

typedef struct Reader {
    Arena *arena;
    PopplerDocument *document;
} Reader;

/* What tells a reader of characters how to join or break them, and has no shape; and
 * hyphens: the one in a word and the one at a line's end are one glyph, of which
 * poppler reads back one meaning. */
static bool is_unseen(uint32_t code_point)
{
    return code_point == '-' || code_point == 0xAD || code_point == 0x2010 ||
           code_point == 0x2011 || (code_point >= 0x200B && code_point <= 0x200F) ||
           code_point == 0xFE0E || code_point == 0xFE0F || code_point == 0xFEFF;
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

bool printed_read(Arena *arena, Str bytes, Printed *out, Str *fault)
{
    GError *error = NULL;
    PrintedNode root;
    Str plain = tagged_read(arena, bytes, &root);
    GBytes *copy = g_bytes_new_static(plain.at, plain.len);
    Reader reader = { .arena = arena };
    reader.document = poppler_document_new_from_bytes(copy, NULL, &error);
    *out = (Printed){ .page_count = 0 };
    if (reader.document) {
        read_document(&reader, out);
        out->root = root;
        g_object_unref(reader.document);
    } else {
        *fault = str_copy(arena, str_from_c(error ? error->message : NULL));
        g_clear_error(&error);
    }
    g_bytes_unref(copy);
    return reader.document != NULL;
}
