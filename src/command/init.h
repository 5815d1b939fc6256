/* init.h - a description and a layout to begin with, from an export alone. */
#ifndef COMMAND_INIT_H
#define COMMAND_INIT_H
#include "command/options.h"

/* Writes NAME.yaml and NAME-bilder.yaml, named after the export, into the folder of
 * --output (else the current one). Neither is written when one of them is there
 * already. *out: what was written, for people. False with errors in diags. */
bool init_write(Arena *arena, const Options *options, Str *out, Diags *diags);

#endif
