/* batch.h - a deck for every unit. One process reads the answers and decides what is
 * hidden; workers compose, each given the slice of its own unit (see maker.h). */
#ifndef COMMAND_BATCH_H
#define COMMAND_BATCH_H
#include "command/options.h"

typedef enum BatchResult {
    BATCH_GOOD,
    BATCH_FAILED, /* the input has errors, or a deck was not made */
    BATCH_BROKEN, /* interrupted, or the system failed; the next run goes on */
} BatchResult;

/* Makes what is missing, failed or changed by the manifest in the folder of --output
 * (else one named after the layout). *out: with --dry-run, what would be made. */
BatchResult batch_run(Arena *arena, const Options *options, Str *out, Diags *diags);

#endif
