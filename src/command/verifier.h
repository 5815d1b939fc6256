/* verifier.h - starts lysark-verify, which reads finished files back: a program beside
 * this one, so that what it needs (poppler) burdens no other command. */
#ifndef COMMAND_VERIFIER_H
#define COMMAND_VERIFIER_H
#include "command/manifest.h"
#include "command/options.h"

/* Becomes that program, with the same command line; comes back with an error when that
 * cannot be. */
void verifier_become(Arena *arena, char **words, Diags *diags);

typedef enum VerifierResult {
    VERIFIER_GOOD,
    VERIFIER_NOTHING,     /* that has not been read back: it was not run */
    VERIFIER_WRONG,       /* messages are printed */
    VERIFIER_INTERRUPTED, /* somebody wants the batch to end */
    VERIFIER_BROKEN, /* it could not be run, or could not read the batch: an error */
} VerifierResult;

/* Reads the decks in the folder back that are made and have not been, and notes in the
 * manifest what came of each. */
VerifierResult verifier_run(Arena *arena, const Options *options, Str folder,
                            Manifest *manifest, Diags *diags);

#endif
