#include "verify/beside.h"

#include <stdlib.h>

enum { DEPTH_MAX = 2000 };

typedef struct Walk {
    Arena *arena;
    qpdf_data file;
    PrintedExtra *out;
    bool *is_seen; /* by number of object */
    int object_count;
    int page; /* from 1; 0: of the whole document */
} Walk;

/* Keys that lead back, to the pages, to the tags, or to what only tells how glyphs and
 * pictures look. */
static bool is_passed_over(Str key)
{
    static const char *const keys[] = {
        "/Parent",     "/P",
        "/Pg",         "/Prev",
        "/Last",       "/StructTreeRoot",
        "/Pages",      "/Font",
        "/ColorSpace", "/ExtGState",
        "/Pattern",    "/DestOutputProfile",
        "/ID",         "/StructParents",
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_equal_c(key, keys[i]))
            return true;
    return false;
}

static void add(Walk *walk, Str text)
{
    text = printed_fold(walk->arena, str_slice(text, 0, utf8_check(text)));
    if (text.len > 0)
        vec_push(walk->arena, &walk->out->texts,
                 (PrintedText){ PRINTED_BESIDE, walk->page, text });
}

static bool is_seen(const Walk *walk, qpdf_oh object)
{
    int number = qpdf_oh_get_object_id(walk->file, object);
    bool seen = number > 0 && number < walk->object_count && walk->is_seen[number];
    if (number > 0 && number < walk->object_count)
        walk->is_seen[number] = true;
    return seen;
}

static void look(Walk *walk, qpdf_oh object, int depth);

static void look_into(Walk *walk, qpdf_oh dictionary, int depth)
{
    VEC(Str) keys = { 0 };
    qpdf_oh_begin_dict_key_iter(walk->file, dictionary);
    while (qpdf_oh_dict_more_keys(walk->file))
        vec_push(walk->arena, &keys,
                 str_copy(walk->arena, str_from_c(qpdf_oh_dict_next_key(walk->file))));
    for (int i = 0; i < keys.count; i++) {
        walk->out->has_file |= str_equal_c(keys.at[i], "/EF");
        if (!is_passed_over(keys.at[i]))
            look(
                walk,
                qpdf_oh_get_key(walk->file, dictionary, str_c(walk->arena, keys.at[i])),
                depth + 1);
    }
}

/* What stands between tags, but for the names of the standards that the file follows.
 */
static void add_metadata(Walk *walk, Str xml)
{
    while (xml.len > 0) {
        long open = str_find(xml, S("<")), close = str_find(xml, S(">"));
        if (open < 0 || close < open)
            return;
        Str tag = str_slice(xml, (size_t)open, (size_t)close);
        xml = str_slice(xml, (size_t)close + 1, xml.len);
        long end = str_find(xml, S("<"));
        if (end > 0 && !str_starts(tag, S("<pdfaid:")) &&
            !str_starts(tag, S("<pdfuaid:")))
            add(walk, str_slice(xml, 0, (size_t)end));
    }
}

/* A form (8.10) paints content of its own; metadata are text. */
static void look_at_stream(Walk *walk, qpdf_oh stream, int depth)
{
    qpdf_oh dictionary = qpdf_oh_get_dict(walk->file, stream);
    qpdf_oh subtype = qpdf_oh_get_key(walk->file, dictionary, "/Subtype");
    Str name = qpdf_oh_is_name(walk->file, subtype)
                   ? str_from_c(qpdf_oh_get_name(walk->file, subtype))
                   : (Str){ 0 };
    walk->out->has_form |= str_equal_c(name, "/Form");
    if (str_equal_c(name, "/XML")) {
        unsigned char *bytes = NULL;
        size_t len = 0;
        QPDF_BOOL is_filtered = QPDF_FALSE;
        qpdf_oh_get_stream_data(walk->file, stream, qpdf_dl_all, &is_filtered, &bytes,
                                &len);
        add_metadata(walk, (Str){ (const char *)bytes, len });
        free(bytes);
    }
    look_into(walk, dictionary, depth);
}

static void look(Walk *walk, qpdf_oh object, int depth)
{
    qpdf_data file = walk->file;
    if (qpdf_oh_is_string(file, object)) {
        add(walk, str_from_c(qpdf_oh_get_utf8_value(file, object)));
        return;
    }
    bool is_array = qpdf_oh_is_array(file, object);
    bool is_stream = qpdf_oh_is_stream(file, object);
    if (depth > DEPTH_MAX ||
        (!is_array && !is_stream && !qpdf_oh_is_dictionary(file, object)) ||
        is_seen(walk, object))
        return;
    if (is_stream) {
        look_at_stream(walk, object, depth);
    } else if (is_array) {
        int count = qpdf_oh_get_array_n_items(file, object);
        for (int i = 0; i < count; i++)
            look(walk, qpdf_oh_get_array_item(file, object, i), depth + 1);
    } else {
        look_into(walk, object, depth);
    }
}

void beside_read(Arena *arena, qpdf_data file, PrintedExtra *out)
{
    qpdf_oh trailer = qpdf_get_trailer(file);
    Walk walk = { .arena = arena, .file = file, .out = out };
    int pages = qpdf_get_num_pages(file);
    walk.object_count =
        qpdf_oh_get_int_value_as_int(file, qpdf_oh_get_key(file, trailer, "/Size"));
    if (walk.object_count < 0)
        walk.object_count = 0;
    walk.is_seen = arena_array(arena, (size_t)walk.object_count, sizeof *walk.is_seen);
    out->is_encrypted = qpdf_is_encrypted(file);
    for (int i = 0; i < pages; i++) {
        walk.page = i + 1;
        look(&walk, qpdf_get_page_n(file, (size_t)i), 0);
    }
    walk.page = 0;
    look(&walk, qpdf_get_root(file), 0);
    look(&walk, qpdf_oh_get_key(file, trailer, "/Info"), 0);
}
