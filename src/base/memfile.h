/* memfile.h - files without a name, in memory: no other process can open one, unless it
 * was given the descriptor. */
#ifndef BASE_MEMFILE_H
#define BASE_MEMFILE_H
#include "base/arena.h"
#include "base/str.h"

/* An empty one, or -1 with errno. `name` shows in /proc only. */
int memfile_open(const char *name);
/* Adds all of it at the end of what was written. False with errno. */
bool memfile_write(int file, Str bytes);
/* The whole, or the empty Str. */
Str memfile_read(Arena *arena, int file);

#endif
