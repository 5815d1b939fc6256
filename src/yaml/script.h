/* script.h - the text of a YAML file by lines, so that a mark of libyaml can be turned
 * into the bytes that stand there. Lines and columns count from 1, columns in code
 * points. */
#ifndef YAML_SCRIPT_H
#define YAML_SCRIPT_H
#include "base/diag.h"

typedef struct Script {
    Str path;
    Str text; /* valid UTF-8 without a byte order mark and control characters */
    const size_t *lines; /* offset of the first byte of each */
    int line_count;
} Script;

/* Reads and checks the file; false with an error when it is not readable or no text. */
bool script_read(Arena *arena, Str path, Place from, Script *out, Diags *diags);

/* A line without its break; empty beyond the last. */
Str script_line(const Script *script, int line);
/* Offset of the byte at a place, at most that of the end of its line. */
size_t script_offset(const Script *script, int line, int column);

#endif
