/* schema.h - one table per file type: each key's type, default, limits and one line of
 * help. Reading, checking and suggestions are driven by it, and it holds what a JSON
 * Schema and a reference page need. */
#ifndef YAML_SCHEMA_H
#define YAML_SCHEMA_H
#include "base/colour.h"
#include "base/date.h"
#include "yaml/yaml.h"

/* A text that stands once, or once per language: `Hei` or `{nb: Hei, nn: Hei, en: Hi}`.
 */
typedef struct WordingVariant {
    Str language; /* "nb", "nn", "en"; empty when it stands once */
    const Node *node;
} WordingVariant;

typedef struct Wording {
    int count; /* 0: not given */
    const WordingVariant *variants;
} Wording;

/* The languages that a wording may have variants in, closed by NULL. */
extern const char *const wording_languages[];

bool wording_is_set(Wording wording);
/* The scalar for a language: that variant, or the one that stands once; NULL when the
 * wording is not set or lacks the language. */
const Node *wording_in(Wording wording, Str language);
/* As wording_in, but falls back (the first variant) and never gives NULL for a set
 * wording: for labels that messages and generated texts must have. Empty when not set.
 */
Str wording_text(Wording wording, Str language);

/* As wording_in, and else in the language `fallback` (empty: none). NULL with an error
 * at the wording, which must be set. */
const Node *wording_find(Wording wording, Str language, Str fallback, Diags *diags);
/* Makes sure that wording_in finds it, in the way of wording_find. */
bool wording_settle(Arena *arena, Wording *wording, Str language, Str fallback,
                    Diags *diags);

typedef struct StrList {
    int count;
    const Str *at;
    const Place *places; /* one each */
} StrList;

/* What a key holds, and into which C type it is read. */
typedef enum FieldType {
    FIELD_STRING,     /* Str */
    FIELD_WORDING,    /* Wording */
    FIELD_ID,         /* Str: [a-z][a-z0-9-]* */
    FIELD_PATH,       /* Str: made relative to the file that names it; not empty */
    FIELD_INTEGER,    /* int; min and max hold */
    FIELD_NUMBER,     /* double; min and max hold */
    FIELD_BOOL,       /* bool: yes/no/true/false */
    FIELD_DATE,       /* Date */
    FIELD_COLOUR,     /* Colour */
    FIELD_CHOICE,     /* int: index in choices */
    FIELD_STRINGS,    /* StrList: a sequence of scalars, or one scalar */
    FIELD_NODE,       /* const Node *: read later by whoever knows */
    FIELD_OBJECT,     /* the struct of .schema, in place */
    FIELD_OBJECTS,    /* ObjectList of .schema: a sequence of mappings */
    FIELD_OBJECT_MAP, /* ObjectList of .schema: a mapping whose keys are ids */
} FieldType;

/* A colour, as a regular expression. */
#define COLOUR_PATTERN "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"

typedef struct Schema Schema;

typedef struct Field {
    const char *key;
    FieldType type;
    size_t offset; /* of the member, in the struct that the schema fills */
    bool is_required;
    const char *fallback;       /* as a scalar would be written; NULL: left as it is */
    double min, max;            /* numbers: limits, both 0: none; max < min: no max */
    const char *const *choices; /* FIELD_CHOICE: NULL-terminated */
    /* What the JSON Schema says beyond that; whoever takes the value checks it.
     * FIELD_CHOICE: those that serve here; NULL: all. FIELD_STRINGS: the choices of
     * each text, or its pattern, a regular expression. */
    bool (*is_offered)(int choice);
    const char *pattern;
    const Schema *schema; /* FIELD_OBJECT, FIELD_OBJECTS, FIELD_OBJECT_MAP */
    size_t place_offset;  /* where the value's Place goes; 0: nowhere */
    const char *help;     /* one line */
} Field;

struct Schema {
    const char *name; /* of the thing described, for messages: "slide", "statement" */
    size_t size;      /* of the C struct */
    const Field *fields;
    int field_count;
    const char *help;
};

/* The structs of FIELD_OBJECTS and FIELD_OBJECT_MAP, in file order. */
typedef struct ObjectList {
    int count;
    void *at;            /* count structs of the schema's size */
    const Str *keys;     /* FIELD_OBJECT_MAP: the ids */
    const Place *places; /* of the key, or of the item */
} ObjectList;

/* Fills the struct at `out`, which the caller has zeroed, from a mapping. Keys that are
 * not given get their fallbacks, also those of a FIELD_OBJECT that is not given; a
 * place is then the mapping's. Unknown keys (with a suggestion), wrong types, values
 * out of limits and missing keys are all reported; false when there was any. */
bool schema_read(Arena *arena, const Schema *schema, const Node *mapping, void *out,
                 Diags *diags);

/* The same where further tables may supply keys too (a slide: the keys of all slides
 * and those of its kind). outs[i] is filled by schemas[i]; messages take the name of
 * the first. */
bool schema_read_several(Arena *arena, const Schema *const *schemas, void *const *outs,
                         int count, const Node *mapping, Diags *diags);

#define FIELD_COUNT(fields) ((int)(sizeof(fields) / sizeof *(fields)))

#endif
