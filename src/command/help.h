/* help.h - what --help prints. */
#ifndef COMMAND_HELP_H
#define COMMAND_HELP_H
#include "command/options.h"

/* Of one command, or of all when `action` is ACTION_COUNT; on standard output. */
void help_print(Arena *arena, Action action);

#endif
