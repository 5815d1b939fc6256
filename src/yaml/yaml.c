#include "yaml/yaml.h"

#include "base/messages.h"
#include "base/unicode.h"
#include "yaml/script.h"
#include "yaml/syntax.h"

#include <stdlib.h>
#include <yaml.h>

enum { SHOWN_MAX = 60 };

/* A collection that is being read. */
typedef struct Level {
    Node *node;
    Node *key; /* of a mapping: waits for its value */
    VEC(Node *) items;
    VEC(NodePair) pairs;
} Level;

typedef struct Builder {
    Arena *arena;
    const Script *script;
    Diags *diags;
    Node *root;
    int document_count;
    size_t index, offset; /* a character of the script and its first byte */
    int depth;
    Level levels[YAML_MAX_DEPTH];
} Builder;

static Place place_of(const Builder *builder, yaml_mark_t mark)
{
    return (Place){ .file = builder->script->path,
                    .line = (int)mark.line + 1,
                    .column = (int)mark.column + 1 };
}

static Node *new_node(Builder *builder, NodeKind kind, const yaml_event_t *event)
{
    Node *node = arena_alloc(builder->arena, sizeof *node);
    node->kind = kind;
    node->place = place_of(builder, event->start_mark);
    return node;
}

/* Puts a node where it belongs in the collection that is open. */
static bool add(Builder *builder, Node *node)
{
    if (builder->depth == 0) {
        builder->root = node;
        return true;
    }
    Level *level = &builder->levels[builder->depth - 1];
    if (level->node->kind == NODE_SEQUENCE) {
        vec_push(builder->arena, &level->items, node);
    } else if (level->key) {
        vec_push(builder->arena, &level->pairs, (NodePair){ level->key, node });
        level->key = NULL;
    } else if (node->kind == NODE_SCALAR) {
        level->key = node;
    } else {
        diag_error(builder->diags, node->place, "a key must be a text, not %s",
                   message_text(node->kind == NODE_SEQUENCE ? MESSAGE("a list")
                                                            : MESSAGE("a mapping")));
        diag_hint(builder->diags, "put a text that begins with { or [ in quotes");
        return false;
    }
    return true;
}

/* Goes there from the last place asked for, which is near: marks come in file order. */
static size_t offset_of(Builder *builder, yaml_mark_t mark)
{
    Str text = builder->script->text;
    while (builder->index < mark.index && builder->offset < text.len) {
        utf8_next(text, &builder->offset);
        builder->index++;
    }
    while (builder->index > mark.index) {
        do
            builder->offset--;
        while (((unsigned char)text.at[builder->offset] & 0xC0) == 0x80);
        builder->index--;
    }
    return builder->offset;
}

static int leading_blanks(Str line)
{
    int count = 0;
    while ((size_t)count < line.len && line.at[count] == ' ')
        count++;
    return count;
}

/* The first line of a text that is not blank, and its index; -1 when all are. */
static int first_line(Str text, Str *out)
{
    for (int index = 0; text.len; index++) {
        long end = str_find(text, S("\n"));
        *out = end < 0 ? text : str_slice(text, 0, (size_t)end);
        if ((size_t)leading_blanks(*out) < out->len)
            return index;
        text = end < 0 ? (Str){ 0 } : str_slice(text, (size_t)end + 1, text.len);
    }
    return -1;
}

/* Whatever is indented in the file but not in the value is the block's indentation,
 * also where an indicator ("|2") sets it. */
static void place_block(const Builder *builder, Node *node)
{
    Str line;
    int index = first_line(node->text, &line);
    node->block_line = node->place.line + 1;
    node->block_column = 1;
    if (index < 0)
        return;
    Str in_file = script_line(builder->script, node->block_line + index);
    node->block_column += leading_blanks(in_file) - leading_blanks(line);
}

/* "\0" and its like come in through the escapes of double quotes. */
static void check_escapes(const Builder *builder, const Node *node)
{
    for (size_t offset = 0; offset < node->text.len;) {
        size_t start = offset;
        uint32_t c = utf8_next(node->text, &offset);
        if (c >= ' ' || c == '\n' || c == '\t')
            continue;
        diag_error(builder->diags, node_place(node, start),
                   "the escape gives the control character U+%04X", (unsigned)c);
        diag_hint(builder->diags, "remove it");
        return;
    }
}

static void refuse_anchor(const Builder *builder, const yaml_event_t *event,
                          const yaml_char_t *anchor)
{
    if (!anchor)
        return;
    Str name = str_shown(builder->arena, str_from_c((const char *)anchor), SHOWN_MAX);
    diag_error(builder->diags, place_of(builder, event->start_mark),
               "the anchor \"&%.*s\" is not supported", STR_ARG(name));
    diag_hint(builder->diags, "put a text that begins with & in quotes");
}

static void refuse_tag(Builder *builder, const yaml_event_t *event,
                       const yaml_char_t *tag)
{
    if (!tag)
        return;
    size_t start = offset_of(builder, event->start_mark);
    Str rest = str_slice(builder->script->text, start, builder->script->text.len);
    size_t len = 0;
    while (len < rest.len && (unsigned char)rest.at[len] > ' ')
        len++;
    Str shown = str_shown(builder->arena, str_slice(rest, 0, len), SHOWN_MAX);
    diag_error(builder->diags, place_of(builder, event->start_mark),
               "the tag \"%.*s\" is not supported", STR_ARG(shown));
    diag_hint(builder->diags, "put a text that begins with ! in quotes");
}

static bool take_scalar(Builder *builder, const yaml_event_t *event)
{
    refuse_anchor(builder, event, event->data.scalar.anchor);
    refuse_tag(builder, event, event->data.scalar.tag);
    Node *node = new_node(builder, NODE_SCALAR, event);
    yaml_scalar_style_t style = event->data.scalar.style;
    Str value = { (const char *)event->data.scalar.value, event->data.scalar.length };
    node->text = unicode_nfc(builder->arena, value);
    if (node->text.at == value.at) /* not a copy: it goes with the event */
        node->text = str_copy(builder->arena, value);
    size_t start = offset_of(builder, event->start_mark);
    size_t stop = offset_of(builder, event->end_mark);
    node->source = str_slice(builder->script->text, start, stop);
    node->is_plain = style == YAML_PLAIN_SCALAR_STYLE;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        place_block(builder, node);
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        check_escapes(builder, node);
    return add(builder, node);
}

static bool take_alias(Builder *builder, const yaml_event_t *event)
{
    Str name = str_from_c((const char *)event->data.alias.anchor);
    diag_error(builder->diags, place_of(builder, event->start_mark),
               "the alias \"*%.*s\" is not supported",
               STR_ARG(str_shown(builder->arena, name, SHOWN_MAX)));
    diag_hint(builder->diags,
              "write the value out, or put a text that begins with * in quotes");
    return add(builder, new_node(builder, NODE_SCALAR, event));
}

static bool begin(Builder *builder, NodeKind kind, const yaml_event_t *event)
{
    Node *node = new_node(builder, kind, event);
    if (builder->depth == YAML_MAX_DEPTH) {
        diag_error(builder->diags, node->place,
                   "lists and mappings are nested more than %d deep", YAML_MAX_DEPTH);
        diag_hint(builder->diags, "check the brackets and the indentation there");
        return false;
    }
    if (!add(builder, node))
        return false;
    builder->levels[builder->depth++] = (Level){ .node = node };
    return true;
}

typedef struct KeyIndex {
    Str key;
    int index;
} KeyIndex;

static int compare_keys(const void *a, const void *b)
{
    const KeyIndex *first = a, *second = b;
    int order = str_compare(first->key, second->key);
    return order ? order : first->index - second->index;
}

/* Sorted, equal keys are neighbours; they are reported in file order. */
static void check_duplicates(const Builder *builder, const Node *mapping)
{
    ArenaMark mark = arena_mark(builder->arena);
    size_t count = (size_t)mapping->count;
    KeyIndex *sorted = arena_array(builder->arena, count, sizeof *sorted);
    const Node **firsts = arena_array(builder->arena, count, sizeof *firsts);
    for (int i = 0; i < mapping->count; i++)
        sorted[i] = (KeyIndex){ mapping->pairs[i].key->text, i };
    qsort(sorted, count, sizeof *sorted, compare_keys);
    for (int i = 1, first = 0; i < mapping->count; i++) {
        if (!str_equal(sorted[i].key, sorted[first].key))
            first = i;
        else
            firsts[sorted[i].index] = mapping->pairs[sorted[first].index].key;
    }
    VEC(int) repeated = { 0 };
    for (int i = 0; i < mapping->count; i++)
        if (firsts[i])
            vec_push(builder->arena, &repeated, i);
    for (int i = 0; i < repeated.count; i++) {
        const Node *key = mapping->pairs[repeated.at[i]].key;
        diag_error(builder->diags, key->place, "duplicate key \"%.*s\"",
                   STR_ARG(str_shown(builder->diags->arena, key->text, SHOWN_MAX)));
        diag_hint(builder->diags, "the first one is in line %d",
                  firsts[repeated.at[i]]->place.line);
    }
    if (repeated.count == 0) /* else the messages may lie behind the mark */
        arena_rewind(builder->arena, mark);
}

static void end(Builder *builder)
{
    Level *level = &builder->levels[--builder->depth];
    Node *node = level->node;
    node->items = level->items.at;
    node->pairs = level->pairs.at;
    node->count = node->kind == NODE_SEQUENCE ? level->items.count : level->pairs.count;
    if (node->kind == NODE_MAPPING)
        check_duplicates(builder, node);
}

static bool begin_document(Builder *builder, const yaml_event_t *event)
{
    if (builder->document_count++ == 0)
        return true;
    diag_error(builder->diags, place_of(builder, event->start_mark),
               "a second document begins here");
    diag_hint(builder->diags,
              "remove the line \"---\", or put the rest in its own file");
    return false;
}

static bool end_stream(const Builder *builder)
{
    const Node *root = builder->root;
    if (root && !(node_is_null(root) && root->text.len == 0))
        return true;
    bool is_blank = str_trim(builder->script->text).len == 0;
    diag_error(builder->diags, (Place){ .file = builder->script->path },
               is_blank ? "the file is empty" : MESSAGE("the file holds no values"));
    diag_hint(builder->diags, "write lines of the form \"key: value\" in it");
    return false;
}

static bool take(Builder *builder, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT: return true;
    case YAML_STREAM_END_EVENT: return end_stream(builder);
    case YAML_DOCUMENT_START_EVENT: return begin_document(builder, event);
    case YAML_ALIAS_EVENT: return take_alias(builder, event);
    case YAML_SCALAR_EVENT: return take_scalar(builder, event);
    case YAML_SEQUENCE_START_EVENT:
        refuse_anchor(builder, event, event->data.sequence_start.anchor);
        refuse_tag(builder, event, event->data.sequence_start.tag);
        return begin(builder, NODE_SEQUENCE, event);
    case YAML_MAPPING_START_EVENT:
        refuse_anchor(builder, event, event->data.mapping_start.anchor);
        refuse_tag(builder, event, event->data.mapping_start.tag);
        return begin(builder, NODE_MAPPING, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: end(builder); return true;
    }
    return true;
}

static void report_syntax(const Builder *builder, const yaml_parser_t *parser)
{
    SyntaxError error = {
        .context = str_from_c(parser->context),
        .problem = str_from_c(parser->problem),
        .context_place = place_of(builder, parser->context_mark),
        .problem_place = place_of(builder, parser->problem_mark),
    };
    syntax_report(builder->script, &error, builder->diags);
}

static bool build(Builder *builder, yaml_parser_t *parser)
{
    for (bool is_last = false; !is_last;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            report_syntax(builder, parser);
            return false;
        }
        is_last = event.type == YAML_STREAM_END_EVENT;
        bool is_good = take(builder, &event);
        yaml_event_delete(&event);
        if (!is_good)
            return false;
    }
    return true;
}

const Node *yaml_read(Arena *arena, Str path, Place from, Diags *diags)
{
    Script script;
    int errors_before = diags->counts[DIAG_ERROR];
    if (!script_read(arena, path, from, &script, diags))
        return NULL;
    Builder *builder = arena_alloc(arena, sizeof *builder);
    builder->arena = arena;
    builder->script = &script;
    builder->diags = diags;
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        diag_error(diags, (Place){ .file = script.path }, "out of memory");
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)script.text.at,
                                 script.text.len);
    bool is_good = build(builder, &parser);
    yaml_parser_delete(&parser);
    return is_good && diags->counts[DIAG_ERROR] == errors_before ? builder->root : NULL;
}
