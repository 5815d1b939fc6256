#include "yaml/json_schema.h"

#include "yaml/value.h"

static void write_text(Json *json, const char *pattern)
{
    json_string_c(json, "type", "string");
    json_string_c(json, "pattern", pattern);
}

static void write_reference(Json *json, const char *to)
{
    json_string(json, "$ref", str_format(json->text.arena, "#/definitions/%s", to));
}

static void write_wording(Json *json)
{
    json_array(json, "anyOf");
    json_object(json, NULL);
    write_reference(json, "text");
    json_end_object(json);
    json_object(json, NULL);
    json_string_c(json, "type", "object");
    json_object(json, "properties");
    for (int i = 0; wording_languages[i]; i++) {
        json_object(json, wording_languages[i]);
        write_reference(json, "text");
        json_end_object(json);
    }
    json_end_object(json);
    json_bool(json, "additionalProperties", false);
    json_number(json, "minProperties", 1);
    json_end_object(json);
    json_end_array(json);
}

static void write_choice(Json *json, const Field *field)
{
    json_array(json, "enum");
    for (int i = 0; field->choices[i]; i++)
        if (!field->is_offered || field->is_offered(i))
            json_string_c(json, NULL, field->choices[i]);
    json_end_array(json);
}

static void write_item(Json *json, const Field *field)
{
    if (field->choices)
        write_choice(json, field);
    else if (field->pattern)
        write_text(json, field->pattern);
    else
        write_reference(json, "text");
}

/* One text, or a list of them. */
static void write_strings(Json *json, const Field *field)
{
    json_array(json, "anyOf");
    json_object(json, NULL);
    write_item(json, field);
    json_end_object(json);
    json_object(json, NULL);
    json_string_c(json, "type", "array");
    json_object(json, "items");
    write_item(json, field);
    json_end_object(json);
    json_end_object(json);
    json_end_array(json);
}

static void write_number(Json *json, const Field *field, const char *type)
{
    json_string_c(json, "type", type);
    if (field->min == 0 && field->max == 0)
        return;
    json_number(json, "minimum", field->min);
    if (field->max >= field->min)
        json_number(json, "maximum", field->max);
}

/* `yes` and `no` are texts to newer readers of YAML, truth values to older ones. */
static void write_bool(Json *json)
{
    json_array(json, "enum");
    json_bool(json, NULL, true);
    json_bool(json, NULL, false);
    json_string_c(json, NULL, "yes");
    json_string_c(json, NULL, "no");
    json_end_array(json);
}

/* The mappings of a list, or of a mapping by ids: one definition of their table. */
static void write_objects(Json *json, const Field *field)
{
    bool is_map = field->type == FIELD_OBJECT_MAP;
    json_string_c(json, "type", is_map ? "object" : "array");
    if (is_map) {
        json_object(json, "propertyNames");
        write_reference(json, "id");
        json_end_object(json);
    }
    json_object(json, is_map ? "additionalProperties" : "items");
    json_schema_mapping(json, &field->schema, 1);
    json_end_object(json);
}

static void write_type(Json *json, const Field *field)
{
    switch (field->type) {
    case FIELD_STRING: write_reference(json, "text"); break;
    case FIELD_WORDING: write_reference(json, "wording"); break;
    case FIELD_ID: write_reference(json, "id"); break;
    case FIELD_PATH: write_text(json, "."); break;
    case FIELD_INTEGER: write_number(json, field, "integer"); break;
    case FIELD_NUMBER: write_number(json, field, "number"); break;
    case FIELD_BOOL: write_bool(json); break;
    case FIELD_DATE: write_text(json, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"); break;
    case FIELD_COLOUR: write_text(json, COLOUR_PATTERN); break;
    case FIELD_CHOICE: write_choice(json, field); break;
    case FIELD_STRINGS: write_strings(json, field); break;
    case FIELD_NODE: write_reference(json, field->key); break;
    case FIELD_OBJECT: json_schema_mapping(json, &field->schema, 1); break;
    case FIELD_OBJECTS:
    case FIELD_OBJECT_MAP: write_objects(json, field); break;
    }
}

/* In JSON's types, so that an editor can fill it in. */
static void write_default(Json *json, const Field *field)
{
    Str fallback = str_from_c(field->fallback);
    double number;
    bool is_number = field->type == FIELD_INTEGER || field->type == FIELD_NUMBER;
    if (!field->fallback)
        return;
    if (is_number && str_to_number(fallback, &number))
        json_number(json, "default", number);
    else if (field->type == FIELD_BOOL)
        json_bool(json, "default",
                  str_equal(fallback, S("yes")) || str_equal(fallback, S("true")));
    else
        json_string(json, "default", fallback);
}

/* In draft 7 nothing counts beside a "$ref": it stands in an "allOf", so that the help
 * of this very key is shown. */
static void write_property(Json *json, const Field *field)
{
    bool is_reference = field->type == FIELD_STRING || field->type == FIELD_WORDING ||
                        field->type == FIELD_ID || field->type == FIELD_NODE;
    json_object(json, field->key);
    if (field->help && field->type != FIELD_OBJECT)
        json_string_c(json, "description", field->help);
    if (is_reference) {
        json_array(json, "allOf");
        json_object(json, NULL);
    }
    write_type(json, field);
    if (is_reference) {
        json_end_object(json);
        json_end_array(json);
    }
    write_default(json, field);
    json_end_object(json);
}

static bool has_required(const Schema *const *schemas, int count)
{
    for (int i = 0; i < count; i++)
        for (int j = 0; j < schemas[i]->field_count; j++)
            if (schemas[i]->fields[j].is_required)
                return true;
    return false;
}

static void write_required(Json *json, const Schema *const *schemas, int count)
{
    if (!has_required(schemas, count))
        return;
    json_array(json, "required");
    for (int i = 0; i < count; i++)
        for (int j = 0; j < schemas[i]->field_count; j++)
            if (schemas[i]->fields[j].is_required)
                json_string_c(json, NULL, schemas[i]->fields[j].key);
    json_end_array(json);
}

void json_schema_mapping(Json *json, const Schema *const *schemas, int count)
{
    json_string_c(json, "type", "object");
    if (schemas[0]->help)
        json_string_c(json, "description", schemas[0]->help);
    json_object(json, "properties");
    for (int i = 0; i < count; i++)
        for (int j = 0; j < schemas[i]->field_count; j++)
            write_property(json, &schemas[i]->fields[j]);
    json_end_object(json);
    write_required(json, schemas, count);
    json_bool(json, "additionalProperties", false);
}

/* YAML reads `2024` as a number and `true` as a truth value; where a text is wanted the
 * program takes them as they are written. */
void json_schema_definitions(Json *json)
{
    json_object(json, "text");
    json_array(json, "type");
    json_string_c(json, NULL, "string");
    json_string_c(json, NULL, "number");
    json_string_c(json, NULL, "boolean");
    json_end_array(json);
    json_end_object(json);
    json_object(json, "wording");
    write_wording(json);
    json_end_object(json);
    json_object(json, "id");
    write_text(json, "^[a-z][a-z0-9-]*$");
    json_end_object(json);
}
