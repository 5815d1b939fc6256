#include "base/json.h"

Json json_in(Arena *arena)
{
    return (Json){ .text = buffer_in(arena) };
}

static void new_line(Json *json)
{
    if (json->text.len == 0)
        return;
    buffer_char(&json->text, '\n');
    for (int i = 0; i < json->depth; i++)
        buffer_c(&json->text, "  ");
}

static void quote(Buffer *text, Str value)
{
    buffer_char(text, '"');
    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.at[i];
        if (c < 0x20) {
            buffer_format(text, "\\u%04x", c);
            continue;
        }
        if (c == '"' || c == '\\')
            buffer_char(text, '\\');
        buffer_char(text, (char)c);
    }
    buffer_char(text, '"');
}

static void begin_item(Json *json, const char *key)
{
    if (json->has_items)
        buffer_char(&json->text, ',');
    new_line(json);
    json->has_items = true;
    if (!key)
        return;
    quote(&json->text, str_from_c(key));
    buffer_c(&json->text, ": ");
}

static void open(Json *json, const char *key, char bracket)
{
    begin_item(json, key);
    buffer_char(&json->text, bracket);
    json->depth++;
    json->has_items = false;
}

static void close(Json *json, char bracket)
{
    json->depth--;
    if (json->has_items)
        new_line(json);
    buffer_char(&json->text, bracket);
    json->has_items = true;
    if (json->depth == 0)
        buffer_char(&json->text, '\n');
}

void json_object(Json *json, const char *key)
{
    open(json, key, '{');
}

void json_array(Json *json, const char *key)
{
    open(json, key, '[');
}

void json_end_object(Json *json)
{
    close(json, '}');
}

void json_end_array(Json *json)
{
    close(json, ']');
}

void json_string(Json *json, const char *key, Str value)
{
    begin_item(json, key);
    quote(&json->text, value);
}

void json_string_c(Json *json, const char *key, const char *value)
{
    json_string(json, key, str_from_c(value));
}

void json_number(Json *json, const char *key, double value)
{
    begin_item(json, key);
    buffer_number(&json->text, value);
}

void json_bool(Json *json, const char *key, bool value)
{
    begin_item(json, key);
    buffer_c(&json->text, value ? "true" : "false");
}

void json_null(Json *json, const char *key)
{
    begin_item(json, key);
    buffer_c(&json->text, "null");
}
