#include "verify/tagged.h"

#include "verify/beside.h"
#include "verify/content.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

enum { DEPTH_MAX = 100 };

typedef struct Page {
    int object;
    bool is_read;
    ContentTexts texts;
    bool *is_tagged; /* of the numbered texts, whether an element holds it */
} Page;

/* A font that was read, by its object: pages share them. */
typedef struct SharedFont {
    int object;
    const CodeMap *map;
} SharedFont;

typedef struct Reader {
    Arena *arena;
    qpdf_data file;
    qpdf_oh roles; /* what names of its own the file has for kinds */
    Page *pages;
    int page_count;
    VEC(SharedFont) fonts;
    PrintedExtra *extra;
} Reader;

static qpdf_oh value(const Reader *reader, qpdf_oh dictionary, const char *key)
{
    return qpdf_oh_get_key(reader->file, dictionary, key);
}

/* With its slash; empty: there is none. */
static Str name_at(const Reader *reader, qpdf_oh dictionary, const char *key)
{
    qpdf_oh name = value(reader, dictionary, key);
    return qpdf_oh_is_name(reader->file, name)
               ? str_copy(reader->arena,
                          str_from_c(qpdf_oh_get_name(reader->file, name)))
               : (Str){ 0 };
}

/* Decoded. What cannot be is empty, and its text will be missed. */
static Str stream(const Reader *reader, qpdf_oh object)
{
    unsigned char *bytes = NULL;
    size_t len = 0;
    QPDF_BOOL is_filtered = QPDF_FALSE;
    if (!qpdf_oh_is_stream(reader->file, object))
        return (Str){ 0 };
    qpdf_oh_get_stream_data(reader->file, object, qpdf_dl_all, &is_filtered, &bytes,
                            &len);
    Str copy = str_copy(reader->arena, (Str){ (const char *)bytes, len });
    free(bytes);
    return copy;
}

/* Codes of a composite font have two bytes, unless its own map says otherwise. */
static const CodeMap *read_font(Reader *reader, qpdf_oh font)
{
    int object = qpdf_oh_get_object_id(reader->file, font);
    for (int i = 0; i < reader->fonts.count && object; i++)
        if (reader->fonts.at[i].object == object)
            return reader->fonts.at[i].map;
    int length = str_equal_c(name_at(reader, font, "/Subtype"), "/Type0") ? 2 : 1;
    Str spaces = stream(reader, value(reader, font, "/Encoding"));
    Str readings = stream(reader, value(reader, font, "/ToUnicode"));
    const CodeMap *map = code_map_read(reader->arena, spaces, length, readings);
    vec_push(reader->arena, &reader->fonts, (SharedFont){ object, map });
    return map;
}

static ContentFonts fonts_of(Reader *reader, qpdf_oh page)
{
    ContentFonts fonts = { 0 };
    VEC(Str) names = { 0 };
    qpdf_oh all = value(reader, value(reader, page, "/Resources"), "/Font");
    if (!qpdf_oh_is_dictionary(reader->file, all))
        return fonts;
    qpdf_oh_begin_dict_key_iter(reader->file, all);
    while (qpdf_oh_dict_more_keys(reader->file))
        vec_push(
            reader->arena, &names,
            str_copy(reader->arena, str_from_c(qpdf_oh_dict_next_key(reader->file))));
    for (int i = 0; i < names.count; i++) {
        qpdf_oh font = value(reader, all, str_c(reader->arena, names.at[i]));
        Str name = str_slice(names.at[i], 1, names.at[i].len);
        vec_push(reader->arena, &fonts, (ContentFont){ name, read_font(reader, font) });
    }
    return fonts;
}

/* Its index, or -1. */
static int find_page(const Reader *reader, qpdf_oh page)
{
    int object = qpdf_oh_get_object_id(reader->file, page);
    for (int i = 0; i < reader->page_count; i++)
        if (object && reader->pages[i].object == object)
            return i;
    return -1;
}

static const Page *open_page(Reader *reader, int index)
{
    Page *page = &reader->pages[index];
    if (page->is_read)
        return page;
    page->is_read = true;
    qpdf_oh object = qpdf_get_page_n(reader->file, (size_t)index);
    unsigned char *bytes = NULL;
    size_t len = 0;
    qpdf_oh_get_page_content_data(reader->file, object, &bytes, &len);
    ContentFonts fonts = fonts_of(reader, object);
    Str content = str_copy(reader->arena, (Str){ (const char *)bytes, len });
    free(bytes);
    page->texts = content_read(reader->arena, content, &fonts);
    page->is_tagged = arena_array(reader->arena, (size_t)page->texts.numbered.count,
                                  sizeof *page->is_tagged);
    return page;
}

static PrintedKind kind_of(Str name)
{
    static const struct {
        const char *name;
        PrintedKind kind;
    } kinds[] = {
        {"/Sect",        PRINTED_SECTION    },
        { "/H",          PRINTED_HEADING    },
        { "/H1",         PRINTED_HEADING    },
        { "/H2",         PRINTED_HEADING    },
        { "/H3",         PRINTED_HEADING    },
        { "/H4",         PRINTED_HEADING    },
        { "/P",          PRINTED_PARAGRAPH  },
        { "/LBody",      PRINTED_PARAGRAPH  },
        { "/Caption",    PRINTED_PARAGRAPH  },
        { "/Note",       PRINTED_PARAGRAPH  },
        { "/Figure",     PRINTED_FIGURE     },
        { "/BlockQuote", PRINTED_QUOTE      },
        { "/Table",      PRINTED_TABLE      },
        { "/TR",         PRINTED_ROW        },
        { "/TH",         PRINTED_HEADER_CELL},
        { "/TD",         PRINTED_CELL       },
        { "/Lbl",        PRINTED_LABEL      },
        { "/Link",       PRINTED_LINK       },
        { "/Span",       PRINTED_SPAN       },
        { "/Quote",      PRINTED_SPAN       },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_equal_c(name, kinds[i].name))
            return kinds[i].kind;
    return PRINTED_OTHER;
}

static PrintedKind kind_of_element(const Reader *reader, qpdf_oh element)
{
    Str name = name_at(reader, element, "/S");
    Str role = name.len && qpdf_oh_is_dictionary(reader->file, reader->roles)
                   ? name_at(reader, reader->roles, str_c(reader->arena, name))
                   : (Str){ 0 };
    return kind_of(role.len ? role : name);
}

static bool is_inline(PrintedKind kind)
{
    return kind == PRINTED_CONTENT || kind == PRINTED_LINK || kind == PRINTED_SPAN;
}

/* Of an element, besides its alternative text; none of ours has them. */
static const char *const BESIDE[] = { "/ActualText", "/E", "/T" };

static Str text_at(const Reader *reader, qpdf_oh element, const char *key)
{
    qpdf_oh text = value(reader, element, key);
    return qpdf_oh_is_string(reader->file, text)
               ? printed_fold(reader->arena,
                              str_copy(reader->arena, str_from_c(qpdf_oh_get_utf8_value(
                                                          reader->file, text))))
               : (Str){ 0 };
}

static void add_extra(const Reader *reader, PrintedPlace place, int page, Str text)
{
    text = printed_fold(reader->arena, text);
    if (text.len > 0)
        vec_push(reader->arena, &reader->extra->texts,
                 (PrintedText){ place, page, text });
}

/* What no element holds of a page. */
static void add_loose(Reader *reader, int index)
{
    const Page *page = open_page(reader, index);
    const ContentTexts *texts = &page->texts;
    for (int i = 0; i < texts->loose.count; i++)
        add_extra(reader, PRINTED_LOOSE, index + 1, buffer_text(&texts->loose.at[i]));
    for (int i = 0; i < texts->numbered.count; i++)
        if (!page->is_tagged[i])
            add_extra(reader, PRINTED_LOOSE, index + 1,
                      buffer_text(&texts->numbered.at[i]));
    add_extra(reader, PRINTED_COVERED, index + 1, buffer_text(&texts->covered));
}

/* What the children hold is gathered; they are counted at the end. */
typedef struct Gathering {
    VEC(PrintedNode) children;
    Buffer text, line, unlinked;
} Gathering;

/* Texts within a line adjoin; blocks do not. */
static void add_block(Buffer *text, Str block)
{
    buffer_char(text, ' ');
    buffer_str(text, block);
    buffer_char(text, ' ');
}

static void add(const Reader *reader, Gathering *all, PrintedNode child,
                PrintedNode *out)
{
    if (is_inline(child.kind)) {
        buffer_str(&all->text, child.text);
        buffer_str(&all->line, child.line);
        buffer_str(&all->unlinked, child.unlinked);
    } else {
        add_block(&all->text, child.text);
    }
    if (!out->page)
        out->page = child.page;
    if (child.kind != PRINTED_CONTENT)
        vec_push(reader->arena, &all->children, child);
}

static PrintedNode read_content(Reader *reader, int page, int mcid)
{
    PrintedNode node = { .kind = PRINTED_CONTENT, .page = page + 1 };
    if (page < 0)
        return node;
    const Page *opened = open_page(reader, page);
    if (mcid >= 0 && mcid < opened->texts.numbered.count) {
        node.text = node.line = node.unlinked =
            buffer_text(&opened->texts.numbered.at[mcid]);
        opened->is_tagged[mcid] = true;
    }
    return node;
}

static void read_children(Reader *reader, qpdf_oh element, int page, int depth,
                          PrintedNode *out);

static bool read_box(const Reader *reader, qpdf_oh attributes, PrintedBox *out)
{
    qpdf_data file = reader->file;
    double edges[4];
    if (!qpdf_oh_is_dictionary(file, attributes))
        return false;
    qpdf_oh box = value(reader, attributes, "/BBox");
    if (!qpdf_oh_is_array(file, box) || qpdf_oh_get_array_n_items(file, box) != 4)
        return false;
    for (int i = 0; i < 4; i++)
        edges[i] =
            qpdf_oh_get_numeric_value(file, qpdf_oh_get_array_item(file, box, i));
    *out = (PrintedBox){ edges[0], edges[1], edges[2], edges[3] };
    return true;
}

/* By its layout attributes (ISO 32000-1, 14.8.5.4.3); without, one that holds nothing.
 */
static PrintedBox place_of(const Reader *reader, qpdf_oh figure)
{
    PrintedBox box = { .left = 0 };
    qpdf_oh attributes = value(reader, figure, "/A");
    if (read_box(reader, attributes, &box) ||
        !qpdf_oh_is_array(reader->file, attributes))
        return box;
    for (int i = 0; i < qpdf_oh_get_array_n_items(reader->file, attributes); i++)
        if (read_box(reader, qpdf_oh_get_array_item(reader->file, attributes, i), &box))
            break;
    return box;
}

/* An element, or a stretch of content by its number; page: that of what it is in. */
static PrintedNode read_node(Reader *reader, qpdf_oh kid, int page, int depth)
{
    qpdf_data file = reader->file;
    if (qpdf_oh_is_integer(file, kid))
        return read_content(reader, page, qpdf_oh_get_int_value_as_int(file, kid));
    if (!qpdf_oh_is_dictionary(file, kid))
        return (PrintedNode){ .kind = PRINTED_OTHER };
    qpdf_oh own = value(reader, kid, "/Pg");
    if (qpdf_oh_is_dictionary(file, own))
        page = find_page(reader, own);
    if (qpdf_oh_is_dictionary_of_type(file, kid, "/MCR", ""))
        return read_content(
            reader, page,
            qpdf_oh_get_int_value_as_int(file, value(reader, kid, "/MCID")));
    PrintedNode node = { .kind = kind_of_element(reader, kid), .page = page + 1 };
    node.alt = text_at(reader, kid, "/Alt");
    for (size_t i = 0; i < sizeof BESIDE / sizeof *BESIDE; i++)
        add_extra(reader, PRINTED_BESIDE, node.page, text_at(reader, kid, BESIDE[i]));
    if (node.kind == PRINTED_FIGURE)
        node.place = place_of(reader, kid);
    if (depth < DEPTH_MAX)
        read_children(reader, kid, page, depth + 1, &node);
    return node;
}

static void read_children(Reader *reader, qpdf_oh element, int page, int depth,
                          PrintedNode *out)
{
    Arena *arena = reader->arena;
    Gathering all = { .text = buffer_in(arena),
                      .line = buffer_in(arena),
                      .unlinked = buffer_in(arena) };
    qpdf_oh kids = value(reader, element, "/K");
    if (qpdf_oh_is_array(reader->file, kids)) {
        int count = qpdf_oh_get_array_n_items(reader->file, kids);
        for (int i = 0; i < count; i++)
            add(reader, &all,
                read_node(reader, qpdf_oh_get_array_item(reader->file, kids, i), page,
                          depth),
                out);
    } else if (!qpdf_oh_is_null(reader->file, kids)) {
        add(reader, &all, read_node(reader, kids, page, depth), out);
    }
    out->text = buffer_text(&all.text);
    out->line = buffer_text(&all.line);
    out->unlinked = buffer_text(&all.unlinked);
    if (!is_inline(out->kind)) {
        out->text = printed_fold(arena, out->text);
        out->line = printed_fold(arena, out->line);
        out->unlinked = printed_fold(arena, out->unlinked);
    }
    if (out->kind == PRINTED_LINK)
        out->unlinked = (Str){ 0 };
    out->children = all.children.at;
    out->child_count = all.children.count;
}

static void read_root(Reader *reader, PrintedNode *root)
{
    qpdf_oh tags = value(reader, qpdf_get_root(reader->file), "/StructTreeRoot");
    int count = qpdf_get_num_pages(reader->file);
    if (!qpdf_oh_is_dictionary(reader->file, tags) || count < 0)
        return;
    reader->page_count = count;
    reader->pages = arena_array(reader->arena, (size_t)count, sizeof *reader->pages);
    for (int i = 0; i < count; i++)
        reader->pages[i].object = qpdf_oh_get_object_id(
            reader->file, qpdf_get_page_n(reader->file, (size_t)i));
    reader->roles = value(reader, tags, "/RoleMap");
    read_children(reader, tags, -1, 0, root);
    for (int i = 0; i < count; i++)
        add_loose(reader, i);
}

static Str without_profile(const Reader *reader, Str bytes)
{
    qpdf_data file = reader->file;
    qpdf_oh_remove_key(file, qpdf_get_root(file), "/OutputIntents");
    qpdf_init_write_memory(file);
    qpdf_set_stream_data_mode(file, qpdf_s_preserve);
    qpdf_set_object_stream_mode(file, qpdf_o_generate);
    if ((qpdf_write(file) & QPDF_ERRORS) != 0)
        return bytes;
    return str_copy(reader->arena, (Str){ (const char *)qpdf_get_buffer(file),
                                          qpdf_get_buffer_length(file) });
}

Str tagged_read(Arena *arena, Str bytes, PrintedNode *root, PrintedExtra *extra)
{
    Reader reader = { .arena = arena, .file = qpdf_init(), .extra = extra };
    *root = (PrintedNode){ 0 };
    *extra = (PrintedExtra){ 0 };
    qpdf_silence_errors(reader.file);
    qpdf_set_suppress_warnings(reader.file, QPDF_TRUE);
    if (qpdf_read_memory(reader.file, "", bytes.at, bytes.len, NULL) == QPDF_SUCCESS) {
        read_root(&reader, root);
        beside_read(arena, reader.file, extra);
        bytes = without_profile(&reader, bytes);
    }
    qpdf_cleanup(&reader.file);
    return bytes;
}
