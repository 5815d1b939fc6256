#include "verify/printed.h"

#include "base/buffer.h"

#include <poppler.h>
#include <qpdf/qpdf-c.h>
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

bool printed_is_reordered(Arena *arena, Str printed, Str text)
{
    bool has_right = false;
    for (size_t at = 0; at < printed.len;)
        has_right |= is_from_right(utf8_next(printed, &at));
    return has_right && str_equal(unordered(arena, printed), unordered(arena, text));
}

/* poppler's text, which is ours to free; what is not UTF-8 in it counts as nothing. */
static Str take(Arena *arena, char *text)
{
    Str copy = text ? str_copy(arena, str_from_c(text)) : (Str){ 0 };
    g_free(text);
    return str_slice(copy, 0, utf8_check(copy));
}

/* PDFDocEncoding (ISO 32000-1, D.2) where it is not Latin-1; 0: undefined. */
static const uint16_t LOW[] = {
    0x2D8, 0x2C7, 0x2C6, 0x2D9, 0x2DD, 0x2DB, 0x2DA, 0x2DC
};
static const uint16_t HIGH[] = { 0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192,
                                 0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C,
                                 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02,
                                 0x141,  0x152,  0x160,  0x178,  0x17D,  0x131,  0x142,
                                 0x153,  0x161,  0x17E,  0,      0x20AC };

enum { BYTE_NONE = -1, BYTE_LOST = -2, UNDEFINED = 0xFFFD };

/* The byte that poppler took for the character. */
static int byte_of(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof LOW / sizeof *LOW; i++)
        if (LOW[i] == code_point)
            return 0x18 + (int)i;
    for (size_t i = 0; i < sizeof HIGH / sizeof *HIGH; i++)
        if (HIGH[i] == code_point)
            return 0x80 + (int)i;
    if (code_point == UNDEFINED)
        return BYTE_LOST;
    return code_point < 0x80 || (code_point > 0xA0 && code_point <= 0xFF)
               ? (int)code_point
               : BYTE_NONE;
}

static int sequence_length(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Puts back the bytes of one character. An undefined one was 9F or AD: in the second
 * place of four 9F, as emoji have it; elsewhere it cannot be told. */
static bool repair_character(Str text, size_t *at, Buffer *out)
{
    char bytes[4];
    bool is_lost = false;
    int length = 1;
    for (int i = 0; i < length; i++) {
        int byte = *at < text.len ? byte_of(utf8_next(text, at)) : BYTE_NONE;
        if (byte == BYTE_LOST && i == 1 && length == 4)
            byte = 0x9F;
        if (byte == BYTE_NONE || (byte == BYTE_LOST && i == 0))
            return false;
        is_lost |= byte == BYTE_LOST;
        bytes[i] = (char)byte;
        if (i == 0)
            length = sequence_length((unsigned char)byte);
    }
    if (is_lost && (unsigned char)bytes[0] == 0xC2)
        return true; /* a hyphen that a line break put in: U+00AD */
    buffer_str(out, is_lost ? S(PRINTED_LOST) : (Str){ bytes, (size_t)length });
    return true;
}

/* poppler-glib 22.12 takes the UTF-8 of tagged text for PDFDocEncoding and converts it
 * once more: «ø» comes as «Ã¸». The bytes are put back. A poppler without that fault
 * gives what cannot be put back, which stays as it is. */
static Str repair(Arena *arena, Str text)
{
    Buffer bytes = buffer_in(arena);
    for (size_t at = 0; at < text.len;)
        if (!repair_character(text, &at, &bytes))
            return text;
    Str repaired = buffer_text(&bytes);
    return utf8_check(repaired) == repaired.len ? repaired : text;
}

/* A stretch of tagged text, font by font: so what is lost is as little as can be. */
static Str content_text(const Reader *reader, PopplerStructureElement *element)
{
    guint count = 0;
    PopplerTextSpan **spans = poppler_structure_element_get_text_spans(element, &count);
    Buffer text = buffer_in(reader->arena);
    for (guint i = 0; i < count; i++) {
        Str span =
            str_copy(reader->arena, str_from_c(poppler_text_span_get_text(spans[i])));
        buffer_str(&text, repair(reader->arena, span));
        poppler_text_span_free(spans[i]);
    }
    g_free(spans);
    return buffer_text(&text);
}

static PrintedKind kind_of(PopplerStructureElementKind kind)
{
    static const struct {
        PopplerStructureElementKind theirs;
        PrintedKind ours;
    } kinds[] = {
        {POPPLER_STRUCTURE_ELEMENT_CONTENT,        PRINTED_CONTENT    },
        { POPPLER_STRUCTURE_ELEMENT_SECTION,       PRINTED_SECTION    },
        { POPPLER_STRUCTURE_ELEMENT_HEADING,       PRINTED_HEADING    },
        { POPPLER_STRUCTURE_ELEMENT_HEADING_1,     PRINTED_HEADING    },
        { POPPLER_STRUCTURE_ELEMENT_HEADING_2,     PRINTED_HEADING    },
        { POPPLER_STRUCTURE_ELEMENT_HEADING_3,     PRINTED_HEADING    },
        { POPPLER_STRUCTURE_ELEMENT_HEADING_4,     PRINTED_HEADING    },
        { POPPLER_STRUCTURE_ELEMENT_PARAGRAPH,     PRINTED_PARAGRAPH  },
        { POPPLER_STRUCTURE_ELEMENT_LIST_BODY,     PRINTED_PARAGRAPH  },
        { POPPLER_STRUCTURE_ELEMENT_CAPTION,       PRINTED_PARAGRAPH  },
        { POPPLER_STRUCTURE_ELEMENT_NOTE,          PRINTED_PARAGRAPH  },
        { POPPLER_STRUCTURE_ELEMENT_FIGURE,        PRINTED_FIGURE     },
        { POPPLER_STRUCTURE_ELEMENT_BLOCKQUOTE,    PRINTED_QUOTE      },
        { POPPLER_STRUCTURE_ELEMENT_TABLE,         PRINTED_TABLE      },
        { POPPLER_STRUCTURE_ELEMENT_TABLE_ROW,     PRINTED_ROW        },
        { POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING, PRINTED_HEADER_CELL},
        { POPPLER_STRUCTURE_ELEMENT_TABLE_DATA,    PRINTED_CELL       },
        { POPPLER_STRUCTURE_ELEMENT_LIST_LABEL,    PRINTED_LABEL      },
        { POPPLER_STRUCTURE_ELEMENT_LINK,          PRINTED_LINK       },
        { POPPLER_STRUCTURE_ELEMENT_SPAN,          PRINTED_SPAN       },
        { POPPLER_STRUCTURE_ELEMENT_QUOTE,         PRINTED_SPAN       },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].theirs == kind)
            return kinds[i].ours;
    return PRINTED_OTHER;
}

static PrintedNode read_node(const Reader *reader, PopplerStructureElementIter *iter);

static bool is_inline(PrintedKind kind)
{
    return kind == PRINTED_CONTENT || kind == PRINTED_LINK || kind == PRINTED_SPAN;
}

/* Texts within a line adjoin; blocks do not. */
static void add_block(Buffer *text, Str block)
{
    buffer_char(text, ' ');
    buffer_str(text, block);
    buffer_char(text, ' ');
}

/* The elements from `iter` on; what they hold goes into `out`. */
static void read_children(const Reader *reader, PopplerStructureElementIter *iter,
                          PrintedNode *out)
{
    VEC(PrintedNode) children = { 0 };
    Buffer text = buffer_in(reader->arena), line = buffer_in(reader->arena),
           unlinked = buffer_in(reader->arena);
    do {
        PrintedNode child = read_node(reader, iter);
        if (is_inline(child.kind)) {
            buffer_str(&text, child.text);
            buffer_str(&line, child.line);
            buffer_str(&unlinked, child.unlinked);
        } else {
            add_block(&text, child.text);
        }
        if (!out->page)
            out->page = child.page;
        if (child.kind != PRINTED_CONTENT)
            vec_push(reader->arena, &children, child);
    } while (poppler_structure_element_iter_next(iter));
    bool is_folded = !is_inline(out->kind);
    out->text = buffer_text(&text);
    out->line = buffer_text(&line);
    out->unlinked = buffer_text(&unlinked);
    if (is_folded) {
        out->text = printed_fold(reader->arena, out->text);
        out->line = printed_fold(reader->arena, out->line);
        out->unlinked = printed_fold(reader->arena, out->unlinked);
    }
    if (out->kind == PRINTED_LINK)
        out->unlinked = (Str){ 0 };
    out->children = children.at;
    out->child_count = children.count;
}

static PrintedNode read_node(const Reader *reader, PopplerStructureElementIter *iter)
{
    Arena *arena = reader->arena;
    PopplerStructureElement *element = poppler_structure_element_iter_get_element(iter);
    PrintedNode node = { .kind = kind_of(poppler_structure_element_get_kind(element)) };
    int page = poppler_structure_element_get_page(element);
    node.page = page < 0 ? 0 : page + 1;
    if (node.kind == PRINTED_CONTENT) {
        node.text = node.line = node.unlinked = content_text(reader, element);
    } else {
        node.alt = printed_fold(
            arena, take(arena, poppler_structure_element_get_alt_text(element)));
        PopplerStructureElementIter *child =
            poppler_structure_element_iter_get_child(iter);
        if (child) {
            read_children(reader, child, &node);
            poppler_structure_element_iter_free(child);
        }
    }
    g_object_unref(element);
    return node;
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
    PopplerStructureElementIter *iter =
        poppler_structure_element_iter_new(reader->document);
    if (!iter)
        return;
    read_children(reader, iter, &out->root);
    poppler_structure_element_iter_free(iter);
}

/* A copy without its colour profile: poppler makes a colour transform of that for every
 * stretch of text that it is asked for, which takes four fifths of its time. What qpdf
 * does not read without a warning stays as it is, for poppler to judge. */
static Str without_profile(Arena *arena, Str bytes)
{
    qpdf_data file = qpdf_init();
    Str out = bytes;
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    if (qpdf_read_memory(file, "", bytes.at, bytes.len, NULL) == QPDF_SUCCESS) {
        qpdf_oh_remove_key(file, qpdf_get_root(file), "/OutputIntents");
        qpdf_init_write_memory(file);
        qpdf_set_stream_data_mode(file, qpdf_s_preserve);
        qpdf_set_object_stream_mode(file, qpdf_o_generate);
        if (qpdf_write(file) == QPDF_SUCCESS)
            out = str_copy(arena, (Str){ (const char *)qpdf_get_buffer(file),
                                         qpdf_get_buffer_length(file) });
    }
    qpdf_cleanup(&file);
    return out;
}

bool printed_read(Arena *arena, Str bytes, Printed *out, Str *fault)
{
    GError *error = NULL;
    Str plain = without_profile(arena, bytes);
    GBytes *copy = g_bytes_new_static(plain.at, plain.len);
    Reader reader = { .arena = arena };
    reader.document = poppler_document_new_from_bytes(copy, NULL, &error);
    *out = (Printed){ .page_count = 0 };
    if (reader.document) {
        read_document(&reader, out);
        g_object_unref(reader.document);
    } else {
        *fault = str_copy(arena, str_from_c(error ? error->message : NULL));
        g_clear_error(&error);
    }
    g_bytes_unref(copy);
    return reader.document != NULL;
}
