#include "yaml/yaml.h"

const Node *node_find(const Node *mapping, const char *key)
{
    if (!mapping || mapping->kind != NODE_MAPPING)
        return NULL;
    for (int i = 0; i < mapping->count; i++)
        if (str_equal_c(mapping->pairs[i].key->text, key))
            return mapping->pairs[i].value;
    return NULL;
}

bool node_is_null(const Node *node)
{
    if (node->kind != NODE_SCALAR || !node->is_plain)
        return false;
    return node->text.len == 0 || str_equal(node->text, S("~")) ||
           str_equal(node->text, S("null"));
}

/* A point that moves through a scalar as it stands in the file, while `read` moves
 * through its value. */
typedef struct Cursor {
    Str source;
    size_t at;
    int line, column;
    Str text;
    size_t read;
} Cursor;

static char here(const Cursor *cursor)
{
    return cursor->at < cursor->source.len ? cursor->source.at[cursor->at] : '\0';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

static void step(Cursor *cursor)
{
    if (cursor->at >= cursor->source.len)
        return;
    bool is_crlf = str_starts(str_slice(cursor->source, cursor->at, cursor->source.len),
                              S("\r\n"));
    if (is_break(here(cursor))) {
        cursor->at += is_crlf ? 2 : 1;
        cursor->line++;
        cursor->column = 1;
    } else {
        utf8_next(cursor->source, &cursor->at);
        cursor->column++;
    }
}

static void step_text(Cursor *cursor)
{
    if (cursor->read < cursor->text.len)
        utf8_next(cursor->text, &cursor->read);
}

/* What became of `count` line breaks in the value: one is a blank, more are one fewer
 * line feeds; where lines are kept, or after an indented one, all are line feeds. */
static void step_folded(Cursor *cursor)
{
    if (str_starts(str_slice(cursor->text, cursor->read, cursor->text.len), S(" "))) {
        step_text(cursor);
        return;
    }
    while (cursor->read < cursor->text.len && cursor->text.at[cursor->read] == '\n')
        step_text(cursor);
}

static bool is_before_break(const Cursor *cursor)
{
    size_t i = cursor->at;
    while (i < cursor->source.len && is_blank(cursor->source.at[i]))
        i++;
    return i < cursor->source.len && is_break(cursor->source.at[i]);
}

static void step_over_space(Cursor *cursor)
{
    while (is_blank(here(cursor)) || is_break(here(cursor)))
        step(cursor);
}

/* An escape stands for one code point, but for an escaped line break, which stands for
 * nothing (YAML 1.1, 5.6). */
static void step_over_escape(Cursor *cursor)
{
    step(cursor); /* the backslash */
    if (is_break(here(cursor))) {
        step_over_space(cursor);
        return;
    }
    int digits = here(cursor) == 'x'   ? 2
                 : here(cursor) == 'u' ? 4
                 : here(cursor) == 'U' ? 8
                                       : 0;
    for (int i = 0; i <= digits; i++)
        step(cursor);
    step_text(cursor);
}

/* It belongs to no character of the value, so that the next one stands behind it. */
static bool is_at_escaped_break(const Cursor *cursor, char quote)
{
    size_t next = cursor->at + 1;
    return quote == '"' && here(cursor) == '\\' && next < cursor->source.len &&
           is_break(cursor->source.at[next]);
}

static void find_in_flow(Cursor *cursor, size_t offset, char quote)
{
    if (quote)
        step(cursor);
    while (cursor->at < cursor->source.len &&
           (cursor->read < offset || is_at_escaped_break(cursor, quote))) {
        if (is_before_break(cursor)) {
            step_over_space(cursor);
            step_folded(cursor);
        } else if (quote == '"' && here(cursor) == '\\') {
            step_over_escape(cursor);
        } else {
            if (quote == '\'' && here(cursor) == '\'')
                step(cursor);
            step(cursor);
            step_text(cursor);
        }
    }
}

static void step_over_indentation(Cursor *cursor, int column)
{
    while (cursor->column < column && here(cursor) == ' ')
        step(cursor);
}

static void find_in_folded(Cursor *cursor, size_t offset, int column)
{
    while (!is_break(here(cursor)) && here(cursor))
        step(cursor);
    step(cursor); /* the line of the ">" */
    step_over_indentation(cursor, column);
    while (cursor->read < offset && cursor->at < cursor->source.len) {
        if (!is_break(here(cursor))) {
            step(cursor);
            step_text(cursor);
            continue;
        }
        while (is_break(here(cursor))) {
            step(cursor);
            step_over_indentation(cursor, column);
        }
        step_folded(cursor);
    }
}

/* The lines of a literal scalar are those of the file, without their indentation. */
static Place place_in_literal(const Node *scalar, size_t offset)
{
    Place place = scalar->place;
    size_t line_start = 0;
    place.line = scalar->block_line;
    for (size_t i = 0; i < offset && i < scalar->text.len; i++) {
        if (scalar->text.at[i] == '\n') {
            place.line++;
            line_start = i + 1;
        }
    }
    place.column =
        scalar->block_column + utf8_count(str_slice(scalar->text, line_start, offset));
    return place;
}

Place node_place(const Node *scalar, size_t offset)
{
    Place place = scalar->place;
    if (scalar->kind != NODE_SCALAR)
        return place;
    if (str_starts(scalar->source, S("|")))
        return place_in_literal(scalar, offset);
    Cursor cursor = { .source = scalar->source,
                      .line = place.line,
                      .column = place.column,
                      .text = scalar->text };
    if (scalar->block_line)
        find_in_folded(&cursor, offset, scalar->block_column);
    else
        find_in_flow(&cursor, offset, scalar->is_plain ? '\0' : here(&cursor));
    place.line = cursor.line;
    place.column = cursor.column;
    return place;
}
