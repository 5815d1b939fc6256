/* progress.h - how far a batch is, on standard error: on a terminal one line that
 * changes, with the time left; elsewhere a line for each deck. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H
#include "command/manifest.h"

typedef struct Progress {
    double start; /* clock_seconds */
    int total, done, failed;
    bool is_quiet, is_terminal;
    const char *doing; /* before the count on a terminal; may be empty */
    double said;       /* by progress_count, last: clock_seconds */
} Progress;

Progress progress_begin(int total, bool is_quiet);
/* A deck is begun … */
void progress_start(const Progress *progress, Str name);
/* … and is made, or is not. */
void progress_step(Progress *progress, const ManifestUnit *unit);
/* For work that takes less for each: elsewhere than on a terminal a line now and then,
 * and none where all is done soon. `name`: of what was done. */
void progress_count(Progress *progress, Str name, bool is_failed);
/* Takes the terminal's line back. */
void progress_clear(const Progress *progress);
/* The sum in a line, where the decks lie. `current`: those that were made before. */
void progress_end(const Progress *progress, int current, int skipped, Str folder);

#endif
