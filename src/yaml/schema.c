#include "yaml/schema.h"

#include "base/buffer.h"
#include "base/messages.h"
#include "yaml/value.h"

#include <assert.h>

enum { SHOWN_MAX = 60 };

/* The tables that together say which keys a mapping may have. */
typedef struct Tables {
    const Schema *const *at;
    int count;
} Tables;

static bool is_known(Tables tables, Str key)
{
    for (int i = 0; i < tables.count; i++)
        for (int j = 0; j < tables.at[i]->field_count; j++)
            if (str_equal_c(key, tables.at[i]->fields[j].key))
                return true;
    return false;
}

static void report_unknown(Arena *arena, Tables tables, const Node *key, Diags *diags)
{
    VEC(Str) known = { 0 };
    Buffer list = buffer_in(diags->arena);
    for (int i = 0; i < tables.count; i++) {
        for (int j = 0; j < tables.at[i]->field_count; j++) {
            const char *name = tables.at[i]->fields[j].key;
            buffer_format(&list, "%s%s", known.count ? ", " : "", name);
            vec_push(arena, &known, str_from_c(name));
        }
    }
    Str shown = str_shown(diags->arena, key->text, SHOWN_MAX);
    diag_error(diags, key->place, "unknown key \"%.*s\" in %s", STR_ARG(shown),
               tables.at[0]->name);
    Str nearest = str_nearest(arena, key->text, known.at, known.count);
    if (nearest.len)
        diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(diags, "known keys: %.*s", STR_ARG(buffer_text(&list)));
}

static void *member_of(void *object, size_t offset)
{
    return (char *)object + offset;
}

/* Fills in what stands for keys that are not given, also inside objects that are not.
 */
static void fill_fallback(Arena *arena, const Field *field, Place place, void *object,
                          Diags *diags)
{
    void *member = member_of(object, field->offset);
    if (field->type == FIELD_OBJECT && !field->fallback) {
        for (int i = 0; i < field->schema->field_count; i++)
            fill_fallback(arena, &field->schema->fields[i], place, member, diags);
        return;
    }
    if (!field->fallback)
        return;
    Node *value = arena_alloc(arena, sizeof *value);
    *value = (Node){ .kind = NODE_SCALAR,
                     .place = place,
                     .text = str_from_c(field->fallback),
                     .is_plain = true };
    if (field->place_offset)
        *(Place *)member_of(object, field->place_offset) = place;
    int errors_before = diags->counts[DIAG_ERROR];
    value_read(arena, field, value, member, diags);
    assert(diags->counts[DIAG_ERROR] == errors_before);
    (void)errors_before;
}

static void report_missing(Tables tables, const Field *field, Place place, Diags *diags)
{
    diag_error(diags, place, "the %s has no \"%s\"", tables.at[0]->name, field->key);
    if (field->help)
        diag_hint(diags, "add \"%s\": %s", field->key, message_text(field->help));
    else
        diag_hint(diags, "add \"%s\"", field->key);
}

/* The objects are read by the functions that read their parts: this one stands before
 * them. */
static void read_mapping(Arena *arena, Tables tables, void *const *outs,
                         const Node *mapping, Diags *diags);

static void read_object(Arena *arena, const Schema *schema, const Node *value,
                        void *object, Diags *diags)
{
    read_mapping(arena, (Tables){ &schema, 1 }, &object, value, diags);
}

/* The structs of a sequence's mappings, or of a mapping's values. */
static void read_objects(Arena *arena, const Field *field, const Node *value,
                         ObjectList *out, Diags *diags)
{
    bool is_map = field->type == FIELD_OBJECT_MAP;
    if (value->kind != (is_map ? NODE_MAPPING : NODE_SEQUENCE)) {
        value_report_type(field, value, diags);
        return;
    }
    size_t count = (size_t)value->count, size = field->schema->size;
    char *objects = arena_array(arena, count, size);
    Str *keys = is_map ? arena_array(arena, count, sizeof *keys) : NULL;
    Place *places = arena_array(arena, count, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        const Node *key = is_map ? value->pairs[i].key : NULL;
        const Node *item = is_map ? value->pairs[i].value : value->items[i];
        places[i] = is_map ? key->place : item->place;
        if (is_map) {
            value_check_id("a key", key, diags);
            keys[i] = key->text;
        }
        read_object(arena, field->schema, item, objects + i * size, diags);
    }
    *out = (ObjectList){ value->count, objects, keys, places };
}

static void read_field(Arena *arena, const Field *field, const Node *value,
                       void *object, Diags *diags)
{
    void *member = member_of(object, field->offset);
    if (field->place_offset)
        *(Place *)member_of(object, field->place_offset) = value->place;
    if (node_is_null(value))
        value_report_null(field, value, diags);
    else if (field->type == FIELD_OBJECT && value->kind != NODE_MAPPING)
        value_report_type(field, value, diags);
    else if (field->type == FIELD_OBJECT)
        read_object(arena, field->schema, value, member, diags);
    else if (field->type == FIELD_OBJECTS || field->type == FIELD_OBJECT_MAP)
        read_objects(arena, field, value, member, diags);
    else
        value_read(arena, field, value, member, diags);
}

static void read_mapping(Arena *arena, Tables tables, void *const *outs,
                         const Node *mapping, Diags *diags)
{
    if (mapping->kind != NODE_MAPPING) {
        const char *found = mapping->kind == NODE_SEQUENCE ? MESSAGE("a list")
                            : node_is_null(mapping)        ? MESSAGE("empty")
                                                           : MESSAGE("a text");
        diag_error(diags, mapping->place, "the %s must be a mapping, not %s",
                   tables.at[0]->name, message_text(found));
        diag_hint(diags, "write lines of the form \"key: value\"");
        return;
    }
    for (int i = 0; i < mapping->count; i++)
        if (!is_known(tables, mapping->pairs[i].key->text))
            report_unknown(arena, tables, mapping->pairs[i].key, diags);
    for (int i = 0; i < tables.count; i++) {
        const Schema *schema = tables.at[i];
        for (int j = 0; j < schema->field_count; j++) {
            const Field *field = &schema->fields[j];
            const Node *value = node_find(mapping, field->key);
            if (value)
                read_field(arena, field, value, outs[i], diags);
            else if (field->is_required)
                report_missing(tables, field, mapping->place, diags);
            else
                fill_fallback(arena, field, mapping->place, outs[i], diags);
        }
    }
}

bool schema_read_several(Arena *arena, const Schema *const *schemas, void *const *outs,
                         int count, const Node *mapping, Diags *diags)
{
    int errors_before = diags->counts[DIAG_ERROR];
    read_mapping(arena, (Tables){ schemas, count }, outs, mapping, diags);
    return diags->counts[DIAG_ERROR] == errors_before;
}

bool schema_read(Arena *arena, const Schema *schema, const Node *mapping, void *out,
                 Diags *diags)
{
    return schema_read_several(arena, &schema, &out, 1, mapping, diags);
}
