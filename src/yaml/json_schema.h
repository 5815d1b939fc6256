/* json_schema.h - the tables of fields as JSON Schema (draft 7, which the YAML language
 * server knows best). What the program takes, the schema takes; it refuses what is
 * wrong by its form. A value that only its reader knows (FIELD_NODE) is a reference to
 * a definition named after its key, which the caller adds. */
#ifndef YAML_JSON_SCHEMA_H
#define YAML_JSON_SCHEMA_H
#include "base/json.h"
#include "yaml/schema.h"

/* In the object that is open: type, description, properties, required keys and no
 * others, from one table or several that together say which keys there may be. */
void json_schema_mapping(Json *json, const Schema *const *schemas, int count);

/* The definitions that the properties refer to; `definitions` must be open. */
void json_schema_definitions(Json *json);

#endif
