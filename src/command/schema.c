#include "command/schema.h"

#include "compose/compose.h"
#include "layout/theme.h"
#include "yaml/json_schema.h"

static void open_file(Json *json, const char *title)
{
    json_object(json, NULL);
    json_string_c(json, "$schema", "http://json-schema.org/draft-07/schema#");
    json_string_c(json, "title", title);
}

/* The kind decides which keys there are: a slide is of a kind, and if of this one, then
 * it is such a mapping. */
static void write_slide(Json *json, LayoutKinds kinds)
{
    json_string_c(json, "type", "object");
    json_object(json, "properties");
    json_object(json, "slide");
    json_string_c(json, "description", "its kind");
    json_array(json, "enum");
    for (int i = 0; i < kinds.count; i++)
        json_string_c(json, NULL, kinds.at[i]->name);
    json_end_array(json);
    json_array(json, "enumDescriptions"); /* shown by editors */
    for (int i = 0; i < kinds.count; i++)
        json_string_c(json, NULL, kinds.at[i]->help);
    json_end_array(json);
    json_end_object(json);
    json_end_object(json);
    json_array(json, "required");
    json_string_c(json, NULL, "slide");
    json_end_array(json);
    json_array(json, "allOf");
    for (int i = 0; i < kinds.count; i++) {
        json_object(json, NULL);
        json_object(json, "if");
        json_object(json, "properties");
        json_object(json, "slide");
        json_string_c(json, "const", kinds.at[i]->name);
        json_end_object(json);
        json_end_object(json);
        json_array(json, "required");
        json_string_c(json, NULL, "slide");
        json_end_array(json);
        json_end_object(json);
        json_object(json, "then");
        json_string(
            json, "$ref",
            str_format(json->text.arena, "#/definitions/slide-%s", kinds.at[i]->name));
        json_end_object(json);
        json_end_object(json);
    }
    json_end_array(json);
}

/* What a kind asks for beside the keys of every slide. */
static void write_needs(Json *json, const LayoutKind *kind)
{
    bool needs_each = kind->needs_statement || kind->needs_question ||
                      kind->needs_section || kind->needs_recommend;
    if (kind->is_title_optional && !needs_each)
        return;
    json_array(json, "allOf");
    json_object(json, NULL);
    json_array(json, "required");
    if (!kind->is_title_optional)
        json_string_c(json, NULL, "title");
    if (needs_each)
        json_string_c(json, NULL, "each");
    json_end_array(json);
    json_end_object(json);
    json_end_array(json);
}

static void write_kind(Json *json, const LayoutKind *kind)
{
    const Schema *schemas[] = { &layout_slide_schema, kind->options };
    json_object(json, str_c(json->text.arena,
                            str_format(json->text.arena, "slide-%s", kind->name)));
    json_string_c(json, "title", kind->help);
    json_schema_mapping(json, schemas, kind->options ? 2 : 1);
    write_needs(json, kind);
    json_end_object(json);
}

static void write_slides(Json *json)
{
    json_object(json, "slides");
    json_string_c(json, "type", "array");
    json_number(json, "minItems", 1);
    json_object(json, "items");
    json_string_c(json, "$ref", "#/definitions/slide");
    json_end_object(json);
    json_end_object(json);
}

/* each: statements(service), or [planverk, byggesak] */
static void write_each(Json *json)
{
    json_object(json, "each");
    json_array(json, "anyOf");
    json_object(json, NULL);
    json_string_c(json, "type", "string");
    json_end_object(json);
    json_object(json, NULL);
    json_string_c(json, "type", "array");
    json_number(json, "minItems", 1);
    json_bool(json, "uniqueItems", true);
    json_object(json, "items");
    json_string_c(json, "$ref", "#/definitions/id");
    json_end_object(json);
    json_end_object(json);
    json_end_array(json);
    json_end_object(json);
}

static void write_layout(Json *json)
{
    const Schema *file = &layout_schema, *deck = &layout_deck_schema;
    LayoutKinds kinds = compose_kinds();
    open_file(json, "a layout of lysark");
    json_schema_mapping(json, &file, 1);
    json_object(json, "definitions");
    json_schema_definitions(json);
    json_object(json, "deck");
    json_schema_mapping(json, &deck, 1);
    json_end_object(json);
    write_slides(json);
    json_object(json, "when"); /* a condition; `true` is none */
    json_string_c(json, "type", "string");
    json_end_object(json);
    write_each(json);
    json_object(json, "slide");
    write_slide(json, kinds);
    json_end_object(json);
    for (int i = 0; i < kinds.count; i++)
        write_kind(json, kinds.at[i]);
    json_end_object(json);
    json_end_object(json);
}

static void write_file(Json *json, const char *title, const Schema *schema)
{
    open_file(json, title);
    json_schema_mapping(json, &schema, 1);
    json_object(json, "definitions");
    json_schema_definitions(json);
    json_end_object(json);
    json_end_object(json);
}

bool schema_print(Arena *arena, Str kind, Str *out, Diags *diags)
{
    Json json = json_in(arena);
    if (str_equal(kind, S("layout"))) {
        write_layout(&json);
    } else if (str_equal(kind, S("description"))) {
        write_file(&json, "a description of a survey for lysark", &description_schema);
    } else if (str_equal(kind, S("theme"))) {
        write_file(&json, "a theme of lysark", &theme_schema);
    } else {
        diag_error(diags, (Place){ .file = S("schema") },
                   "there is no kind of file \"%.*s\"", STR_ARG(kind));
        diag_hint(diags, "the kinds are layout, description and theme");
        return false;
    }
    *out = buffer_text(&json.text);
    return true;
}
