/* inspect.h - what an export holds, before there is a description of it. */
#ifndef COMMAND_INSPECT_H
#define COMMAND_INSPECT_H
#include "command/options.h"
#include "survey/profile.h"

/* The file that the command line names, and the code book beside it. */
SourceOptions inspect_source(const Options *options);
SourceOptions inspect_codes(const Options *options);

/* A table for people, or JSON; with --personal the places that may name somebody. False
 * with errors in diags. */
bool inspect_print(Arena *arena, const Options *options, Str *out, Diags *diags);

#endif
