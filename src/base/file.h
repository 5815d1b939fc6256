/* file.h - whole files in and out, and where built-in data lives. */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include "base/diag.h"

/* Reads a whole file. On false the reason is in diags, at `from` (the value that names
 * the file) when that has a file, else at the path itself. A folder, an unreadable and
 * an absent file each have their message. */
bool file_read(Arena *arena, Str path, Place from, Str *out, Diags *diags);

/* Writes a whole file or none: a temporary file beside the target, flushed, synced and
 * renamed. "-" is standard output. On false the old file is as it was. */
bool file_write(Str path, Str bytes, Diags *diags);

bool file_exists(Str path);

/* `path` as seen from the folder of the file that names it. */
Str path_relative_to(Arena *arena, Str file, Str path);

/* The folder of built-in data that holds `name` ("layouts/words/nb.yaml",
 * "fonts/x.ttf"): $LYSARK_DATA, else beside the executable (the source tree, or
 * ../share/lysark), else the compiled-in prefix. Gives the path, or the empty Str when
 * it is in none. */
Str data_find(Arena *arena, Str name);

#endif
