/* progress.h - how far a batch is, on standard error: on a terminal one line that
 * changes, with the time left; elsewhere a line for each deck. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H
#include "command/manifest.h"

typedef struct Progress {
    double start; /* clock_seconds */
    int total, done, failed;
    bool is_quiet, is_terminal;
} Progress;

Progress progress_begin(int total, bool is_quiet);
/* A deck is begun … */
void progress_start(const Progress *progress, Str name);
/* … and is made, or is not. */
void progress_step(Progress *progress, const ManifestUnit *unit);
/* The sum in a line, where the decks lie. `current`: those that were made before. */
void progress_end(const Progress *progress, int current, int skipped, Str folder);

#endif
