/* watch.h - waiting for files to change (inotify). Folders are watched, not files: an
 * editor that writes another file and renames it, or a file that is not there yet, is
 * seen as well. */
#ifndef COMMAND_WATCH_H
#define COMMAND_WATCH_H
#include "base/diag.h"

typedef struct Watch Watch;

/* From here on an interrupt (Ctrl-C) or a request to end waits for watch_wait. NULL
 * with an error when the system has no more room for it. */
Watch *watch_open(Arena *arena, Diags *diags);

/* Adds a file; one that is watched already is not added again. */
void watch_file(Watch *watch, Str path);

/* Waits until one of the files has changed and then nothing for a moment, so that what
 * an editor writes in several steps counts once. False after an interrupt. */
bool watch_wait(Watch *watch);

void watch_close(Watch *watch);

#endif
