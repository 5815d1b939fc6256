/* xml.h - a small XML file as a tree of elements. Namespaces are resolved, comments and
 * processing instructions left out; nothing outside the file is ever read. */
#ifndef BASE_XML_H
#define BASE_XML_H
#include "base/str.h"

typedef struct XmlName {
    Str space, local; /* space: the namespace's URI; empty: none */
} XmlName;

typedef struct XmlAttribute {
    XmlName name;
    Str value;
} XmlAttribute;

typedef struct XmlElement XmlElement;
struct XmlElement {
    XmlName name;
    const XmlAttribute *attributes;
    int attribute_count;
    int line;                 /* of its start tag, from 1 */
    Str text;                 /* its own character data, without that of its children */
    XmlElement *first, *next; /* child and sibling; NULL: none */
};

typedef struct XmlFault {
    const char *what; /* for message_text: "it …" */
    int line;
} XmlFault;

/* NULL after a fault: not well-formed, too deep, too many elements, or with
 * declarations of its own (a document type that only points elsewhere is passed over),
 * since entities can grow without bound. */
const XmlElement *xml_read(Arena *arena, Str bytes, XmlFault *fault);

/* The value of an attribute in no namespace, or the empty text. */
Str xml_attribute(const XmlElement *element, const char *name);

#endif
