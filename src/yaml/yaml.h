/* yaml.h - a YAML 1.1 file as a tree in which everything knows its place.
 * The one place for libyaml. No anchors' bombs: aliases are refused, and nesting is
 * limited, with a message. */
#ifndef YAML_YAML_H
#define YAML_YAML_H
#include "base/diag.h"

enum { YAML_MAX_DEPTH = 64 };

typedef enum NodeKind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING } NodeKind;

typedef struct Node Node;

typedef struct NodePair {
    Node *key; /* always a scalar */
    Node *value;
} NodePair;

struct Node {
    NodeKind kind;
    Place place;   /* of its first character */
    Str text;      /* scalar: its value, normalised to NFC */
    bool is_plain; /* scalar without quotes and not a block */
    int count;     /* of items or pairs */
    Node **items;
    NodePair *pairs;
    /* Block scalar (| or >): the line of its first text line and the column of its
     * text, for places inside it; 0 otherwise. */
    int block_line, block_column;
    Str source; /* scalar: as it stands in the file, with its quotes or its | */
};

/* Reads and checks one document. NULL on an error: a file that is empty, binary, a
 * folder, unreadable or absent, tabs as indentation, a duplicate key, a key that is no
 * scalar, nesting beyond YAML_MAX_DEPTH, an alias, a second document, not UTF-8. `from`
 * is the value that names the file (see file_read). CRLF and a byte order mark are
 * fine. */
const Node *yaml_read(Arena *arena, Str path, Place from, Diags *diags);

/* The value of a key of a mapping, or NULL. */
const Node *node_find(const Node *mapping, const char *key);

/* The place of a byte of a scalar's text: exact in every style, escapes and folded
 * lines included. In a text that NFC made shorter it may be a column too far left. */
Place node_place(const Node *scalar, size_t offset);

/* A plain scalar that is empty, ~ or null. */
bool node_is_null(const Node *node);

#endif
