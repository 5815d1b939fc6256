#include "base/xml.h"

#include "base/buffer.h"
#include "base/messages.h"

#include <expat.h>
#include <string.h>

enum { DEPTH_MAX = 64, ELEMENT_MAX = 20000 };

/* Between namespace and name; it occurs in neither. */
static const char SEPARATOR = ' ';

typedef struct Open {
    XmlElement *element, *last; /* last: its newest child */
    Buffer text;
} Open;

typedef struct Reader {
    Arena *arena;
    XML_Parser parser;
    XmlElement *root;
    Open open[DEPTH_MAX];
    int depth, count;
    XmlFault *fault;
} Reader;

static void stop(Reader *reader, const char *what)
{
    if (!reader->fault->what)
        *reader->fault =
            (XmlFault){ .what = what,
                        .line = (int)XML_GetCurrentLineNumber(reader->parser) };
    XML_StopParser(reader->parser, XML_FALSE);
}

static XmlName read_name(Arena *arena, const char *name)
{
    const char *separator = strchr(name, SEPARATOR);
    Str whole = str_copy(arena, str_from_c(name));
    if (!separator)
        return (XmlName){ .local = whole };
    size_t at = (size_t)(separator - name);
    return (XmlName){ str_slice(whole, 0, at), str_slice(whole, at + 1, whole.len) };
}

static void read_attributes(Arena *arena, const char **from, XmlElement *out)
{
    int count = 0;
    while (from[2 * (size_t)count])
        count++;
    XmlAttribute *attributes = arena_array(arena, (size_t)count, sizeof *attributes);
    for (int i = 0; i < count; i++, from += 2)
        attributes[i] = (XmlAttribute){ read_name(arena, from[0]),
                                        str_copy(arena, str_from_c(from[1])) };
    out->attributes = attributes;
    out->attribute_count = count;
}

static void on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    Reader *reader = context;
    if (reader->fault->what)
        return;
    if (reader->depth == DEPTH_MAX || ++reader->count > ELEMENT_MAX) {
        stop(reader, MESSAGE("it has too many elements, or too many in each other"));
        return;
    }
    XmlElement *element = arena_alloc(reader->arena, sizeof *element);
    element->name = read_name(reader->arena, name);
    element->line = (int)XML_GetCurrentLineNumber(reader->parser);
    read_attributes(reader->arena, attributes, element);
    if (reader->depth == 0) {
        reader->root = element;
    } else {
        Open *parent = &reader->open[reader->depth - 1];
        *(parent->last ? &parent->last->next : &parent->element->first) = element;
        parent->last = element;
    }
    reader->open[reader->depth++] =
        (Open){ .element = element, .text = buffer_in(reader->arena) };
}

static void on_end(void *context, const XML_Char *name)
{
    (void)name;
    Reader *reader = context;
    if (reader->fault->what)
        return;
    const Open *open = &reader->open[--reader->depth];
    open->element->text = buffer_text(&open->text);
}

static void on_text(void *context, const XML_Char *at, int len)
{
    Reader *reader = context;
    if (!reader->fault->what && reader->depth > 0)
        buffer_put(&reader->open[reader->depth - 1].text, at, (size_t)len);
}

static void on_doctype(void *context, const XML_Char *name, const XML_Char *system_id,
                       const XML_Char *public_id, int has_internal_subset)
{
    (void)name;
    (void)system_id;
    (void)public_id;
    if (has_internal_subset)
        stop(context, MESSAGE("it declares entities of its own"));
}

static void on_skipped_entity(void *context, const XML_Char *name, int is_parameter)
{
    (void)name;
    (void)is_parameter;
    stop(context, MESSAGE("it uses an entity that it does not declare"));
}

const XmlElement *xml_read(Arena *arena, Str bytes, XmlFault *fault)
{
    Reader *reader = arena_alloc(arena, sizeof *reader);
    *fault = (XmlFault){ 0 };
    *reader = (Reader){ .arena = arena,
                        .parser = XML_ParserCreateNS(NULL, SEPARATOR),
                        .fault = fault };
    if (!reader->parser || bytes.len > INT32_MAX) {
        fault->what = MESSAGE("it is too large");
        XML_ParserFree(reader->parser);
        return NULL;
    }
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, on_start, on_end);
    XML_SetCharacterDataHandler(reader->parser, on_text);
    XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
    XML_SetSkippedEntityHandler(reader->parser, on_skipped_entity);
    if (XML_Parse(reader->parser, bytes.at, (int)bytes.len, 1) != XML_STATUS_OK)
        stop(reader, MESSAGE("it is not well-formed"));
    XML_ParserFree(reader->parser);
    return fault->what ? NULL : reader->root;
}

Str xml_attribute(const XmlElement *element, const char *name)
{
    for (int i = 0; i < element->attribute_count; i++) {
        const XmlAttribute *attribute = &element->attributes[i];
        if (attribute->name.space.len == 0 && str_equal_c(attribute->name.local, name))
            return attribute->value;
    }
    return (Str){ 0 };
}
