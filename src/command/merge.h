/* merge.h - the manifests of shares (--shard), from one folder or from several
 * machines, joined into one that tells of the whole region. */
#ifndef COMMAND_MERGE_H
#define COMMAND_MERGE_H
#include "command/batch.h"

/* Reads the manifests in the folders of options->folders and writes manifest.json into
 * that of --output (else the first of them), with the decks' paths as seen from there.
 * Refuses manifests of different batches: another version, round, option or input.
 * BATCH_FAILED with an error for each deck that is not there, differs from its
 * manifest, was not made, or was made twice and differently; the manifest is written
 * all the same. */
BatchResult merge_run(Arena *arena, const Options *options, Diags *diags);

#endif
