/* schema.h - what an editor needs to know about our YAML files. */
#ifndef COMMAND_SCHEMA_H
#define COMMAND_SCHEMA_H
#include "base/diag.h"

/* The JSON Schema of a kind of file: "layout", "description" or "theme". False with an
 * error when there is no such kind. */
bool schema_print(Arena *arena, Str kind, Str *out, Diags *diags);

#endif
