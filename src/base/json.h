/* json.h - JSON being written, indented by two blanks: keys in the order given. */
#ifndef BASE_JSON_H
#define BASE_JSON_H
#include "base/buffer.h"

typedef struct Json {
    Buffer text;
    int depth;
    bool has_items; /* of the object or array that is open */
} Json;

Json json_in(Arena *arena);

/* A key is NULL inside an array, and for the outermost object. */
void json_object(Json *json, const char *key);
void json_array(Json *json, const char *key);
/* Closes the object or array that was opened last. */
void json_end_object(Json *json);
void json_end_array(Json *json);
void json_string(Json *json, const char *key, Str value);
void json_string_c(Json *json, const char *key, const char *value);
void json_number(Json *json, const char *key, double value); /* see buffer_number */
void json_bool(Json *json, const char *key, bool value);
void json_null(Json *json, const char *key);

#endif
