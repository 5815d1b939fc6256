/* folder.h - all decks and handouts of a batch, as its manifest lists them, several at
 * once. The answers are read and counted in one process; each of the others reads its
 * share of the files, so that one that makes poppler crash is one failure. */
#ifndef VERIFY_FOLDER_H
#define VERIFY_FOLDER_H
#include "command/manifest.h"
#include "command/options.h"

typedef struct FolderResult {
    Str number, name, file;
    int faults;
    long figures, answers;
    Str report; /* messages, as they are to be printed */
} FolderResult;

typedef struct FolderResults {
    const FolderResult *at;
    int count;
    const ManifestUnit *const *lacking; /* units without a deck of the batch */
    int lacking_count;
    Texts strangers; /* files that are of no unit */
} FolderResults;

/* The decks that options->units names, or all. What is lacking or strange is reported
 * in diags. False with errors: there is no manifest, or what the batch was made of
 * cannot be read. */
bool folder_verify(Arena *arena, const Options *options, FolderResults *out,
                   Diags *diags);

#endif
