#include "yaml/value.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/messages.h"

#include <limits.h>
#include <math.h>

enum { SHOWN_MAX = 60 };

/* What a type is called in "must be …". */
static const char *const type_names[] = {
    [FIELD_STRING] = MESSAGE("a text"),
    [FIELD_WORDING] = MESSAGE("a text, or one for each language"),
    [FIELD_ID] = MESSAGE("an id"),
    [FIELD_PATH] = MESSAGE("the path of a file"),
    [FIELD_INTEGER] = MESSAGE("a whole number"),
    [FIELD_NUMBER] = MESSAGE("a number"),
    [FIELD_BOOL] = MESSAGE("yes or no"),
    [FIELD_DATE] = MESSAGE("a day"),
    [FIELD_COLOUR] = MESSAGE("a colour"),
    [FIELD_CHOICE] = MESSAGE("a word"),
    [FIELD_STRINGS] = MESSAGE("a list of texts"),
    [FIELD_NODE] = MESSAGE("a value"),
    [FIELD_OBJECT] = MESSAGE("a mapping"),
    [FIELD_OBJECTS] = MESSAGE("a list of mappings"),
    [FIELD_OBJECT_MAP] = MESSAGE("a mapping of ids"),
};

/* The remedy. */
static const char *const type_hints[] = {
    [FIELD_STRING] = MESSAGE("put a text that begins with { or [ in quotes"),
    [FIELD_WORDING] = MESSAGE("write a text, or {nb: …, nn: …}"),
    [FIELD_ID] =
        MESSAGE("write small letters a to z, digits and hyphens, a letter first"),
    [FIELD_PATH] = MESSAGE("write it relative to this file"),
    [FIELD_INTEGER] = MESSAGE("write it in digits, as in 10"),
    [FIELD_NUMBER] = MESSAGE("write it with a decimal point, as in 3.5"),
    [FIELD_BOOL] = MESSAGE("write yes or no"),
    [FIELD_DATE] = MESSAGE("write year, month and day, as in 2024-11-28"),
    [FIELD_COLOUR] = MESSAGE("write it in quotes, as in \"#1B2A34\""),
    [FIELD_CHOICE] = MESSAGE("write one of the words that are known"),
    [FIELD_STRINGS] = MESSAGE("write [a, b], or \"- a\" line by line"),
    [FIELD_NODE] = MESSAGE("write one"),
    [FIELD_OBJECT] = MESSAGE("write lines of the form \"key: value\" under it"),
    [FIELD_OBJECTS] = MESSAGE("begin each with \"- \", as in \"- key: value\""),
    [FIELD_OBJECT_MAP] =
        MESSAGE("write lines of the form \"id: {key: value}\" under it"),
};

/* What was found: quoted, or its kind. */
static Str shown(Arena *arena, const Node *node)
{
    switch (node->kind) {
    case NODE_SEQUENCE: return str_from_c(message_text("a list"));
    case NODE_MAPPING: return str_from_c(message_text("a mapping"));
    case NODE_SCALAR: break;
    }
    Str text = str_shown(arena, node->text, SHOWN_MAX);
    return str_format(arena, "\"%.*s\"", STR_ARG(text));
}

void value_report_type(const Field *field, const Node *value, Diags *diags)
{
    Str found = shown(diags->arena, value);
    diag_error(diags, value->place, "\"%s\" must be %s, not %.*s", field->key,
               message_text(type_names[field->type]), STR_ARG(found));
    diag_hint(diags, "%s", message_text(type_hints[field->type]));
}

void value_report_null(const Field *field, const Node *value, Diags *diags)
{
    diag_error(diags, value->place, "\"%s\" has no value", field->key);
    if (field->type == FIELD_COLOUR)
        diag_hint(diags, "put the colour in quotes: an unquoted # begins a comment");
    else
        diag_hint(diags, "write one after the \":\", or remove the key");
}

static bool is_id(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool is_letter = s.at[i] >= 'a' && s.at[i] <= 'z';
        bool is_other = (s.at[i] >= '0' && s.at[i] <= '9') || s.at[i] == '-';
        if (!is_letter && (i == 0 || !is_other))
            return false;
    }
    return s.len > 0;
}

void value_check_id(const char *what, const Node *id, Diags *diags)
{
    if (id->kind == NODE_SCALAR && is_id(id->text))
        return;
    Str found = shown(diags->arena, id);
    diag_error(diags, id->place, "%s must be an id, not %.*s", what, STR_ARG(found));
    diag_hint(diags, "%s", message_text(type_hints[FIELD_ID]));
}

static void read_id(const Field *field, const Node *value, Str *out, Diags *diags)
{
    value_check_id(str_c(diags->arena, str_format(diags->arena, "\"%s\"", field->key)),
                   value, diags);
    *out = value->text;
}

static void read_path(Arena *arena, const Field *field, const Node *value, Str *out,
                      Diags *diags)
{
    if (value->text.len == 0)
        value_report_null(field, value, diags);
    *out = path_relative_to(arena, value->place.file, value->text);
}

static Str number_text(Arena *arena, double number)
{
    Buffer buffer = buffer_in(arena);
    buffer_number(&buffer, number);
    return buffer_text(&buffer);
}

/* A maximum below the minimum is none. */
static void check_limits(const Field *field, const Node *value, double number,
                         Diags *diags)
{
    bool is_unlimited = field->min == 0 && field->max == 0;
    bool has_max = field->max >= field->min;
    if (is_unlimited || (number >= field->min && (!has_max || number <= field->max)))
        return;
    Str min = number_text(diags->arena, field->min);
    Str max = number_text(diags->arena, field->max);
    Str found = str_shown(diags->arena, value->text, SHOWN_MAX);
    if (has_max)
        diag_error(diags, value->place,
                   "\"%s\" must be between %.*s and %.*s, not %.*s", field->key,
                   STR_ARG(min), STR_ARG(max), STR_ARG(found));
    else
        diag_error(diags, value->place, "\"%s\" must be at least %.*s, not %.*s",
                   field->key, STR_ARG(min), STR_ARG(found));
    diag_hint(diags, "write a number within the limits");
}

static void read_integer(const Field *field, const Node *value, int *out, Diags *diags)
{
    long number;
    if (!str_to_integer(value->text, &number) || number < INT_MIN || number > INT_MAX) {
        value_report_type(field, value, diags);
        return;
    }
    check_limits(field, value, (double)number, diags);
    *out = (int)number;
}

static void read_number(const Field *field, const Node *value, double *out,
                        Diags *diags)
{
    if (str_to_number(value->text, out))
        check_limits(field, value, *out, diags);
    else
        value_report_type(field, value, diags);
}

static void read_bool(const Field *field, const Node *value, bool *out, Diags *diags)
{
    if (str_equal(value->text, S("yes")) || str_equal(value->text, S("true")))
        *out = true;
    else if (str_equal(value->text, S("no")) || str_equal(value->text, S("false")))
        *out = false;
    else
        value_report_type(field, value, diags);
}

static bool has_date_form(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool is_dash = i == 4 || i == 7;
        if (is_dash ? s.at[i] != '-' : s.at[i] < '0' || s.at[i] > '9')
            return false;
    }
    return s.len == 10;
}

static void read_date(const Field *field, const Node *value, Date *out, Diags *diags)
{
    if (date_read(value->text, out))
        return;
    if (!has_date_form(value->text)) {
        value_report_type(field, value, diags);
        return;
    }
    diag_error(diags, value->place, "the day \"%.*s\" of \"%s\" does not exist",
               STR_ARG(value->text), field->key);
    diag_hint(diags, "%s", message_text(type_hints[FIELD_DATE]));
}

static void read_choice(Arena *arena, const Field *field, const Node *value, int *out,
                        Diags *diags)
{
    VEC(Str) words = { 0 };
    Buffer list = buffer_in(diags->arena);
    for (int i = 0; field->choices[i]; i++) {
        if (str_equal_c(value->text, field->choices[i])) {
            *out = i;
            return;
        }
        vec_push(arena, &words, str_from_c(field->choices[i]));
        buffer_format(&list, "%s%s", i ? ", " : "", field->choices[i]);
    }
    Str found = shown(diags->arena, value);
    diag_error(diags, value->place, "\"%s\" cannot be %.*s", field->key,
               STR_ARG(found));
    Str nearest = str_nearest(arena, value->text, words.at, words.count);
    if (nearest.len)
        diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(diags, "choose one of: %.*s", STR_ARG(buffer_text(&list)));
}

static void read_strings(Arena *arena, const Field *field, const Node *value,
                         StrList *out, Diags *diags)
{
    bool is_list = value->kind == NODE_SEQUENCE;
    int count = is_list ? value->count : 1;
    Str *texts = arena_array(arena, (size_t)count, sizeof *texts);
    Place *places = arena_array(arena, (size_t)count, sizeof *places);
    for (int i = 0; i < count; i++) {
        const Node *item = is_list ? value->items[i] : value;
        texts[i] = item->text;
        places[i] = item->place;
        if (item->kind == NODE_SCALAR && !node_is_null(item))
            continue;
        Str found = node_is_null(item) ? str_from_c(message_text("empty"))
                                       : shown(diags->arena, item);
        diag_error(diags, item->place, "an entry of \"%s\" must be a text, not %.*s",
                   field->key, STR_ARG(found));
        diag_hint(diags, "write a text, or remove the entry");
    }
    *out = (StrList){ .count = count, .at = texts, .places = places };
}

static void read_scalar(Arena *arena, const Field *field, const Node *value,
                        void *member, Diags *diags)
{
    switch (field->type) {
    case FIELD_STRING: *(Str *)member = value->text; break;
    case FIELD_ID: read_id(field, value, member, diags); break;
    case FIELD_PATH: read_path(arena, field, value, member, diags); break;
    case FIELD_INTEGER: read_integer(field, value, member, diags); break;
    case FIELD_NUMBER: read_number(field, value, member, diags); break;
    case FIELD_BOOL: read_bool(field, value, member, diags); break;
    case FIELD_DATE: read_date(field, value, member, diags); break;
    case FIELD_COLOUR:
        if (!colour_read(value->text, member))
            value_report_type(field, value, diags);
        break;
    case FIELD_CHOICE: read_choice(arena, field, value, member, diags); break;
    case FIELD_WORDING:
    case FIELD_STRINGS:
    case FIELD_NODE:
    case FIELD_OBJECT:
    case FIELD_OBJECTS:
    case FIELD_OBJECT_MAP: break;
    }
}

void value_read(Arena *arena, const Field *field, const Node *value, void *member,
                Diags *diags)
{
    if (field->type == FIELD_NODE)
        *(const Node **)member = value;
    else if (field->type == FIELD_WORDING)
        wording_read(arena, field, value, member, diags);
    else if (field->type == FIELD_STRINGS && value->kind != NODE_MAPPING)
        read_strings(arena, field, value, member, diags);
    else if (value->kind == NODE_SCALAR)
        read_scalar(arena, field, value, member, diags);
    else
        value_report_type(field, value, diags);
}
