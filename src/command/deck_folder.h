/* deck_folder.h - the folder that a batch writes into: made where it is not there, one
 * batch at a time, and what lies in it. */
#ifndef COMMAND_DECK_FOLDER_H
#define COMMAND_DECK_FOLDER_H
#include "command/manifest.h"

/* False with an error when something else has that name; it need not be there yet. */
bool deck_folder_check(Str path, Diags *diags);

/* One of `of` shares of the decks; 0 of 0: all of them. */
typedef struct Share {
    int number, of;
} Share;

/* Held by one batch for all decks, or by one for each share: by a lock on .lysark.lock
 * in the folder, which the system gives back when the process ends, however. */
typedef struct FolderLock {
    int file; /* -1: not held */
    Str path;
} FolderLock;

/* Makes the folder where it is not there. False with an error, also when another batch
 * holds the lock; a file system without locks is only noted. */
bool deck_folder_lock(Arena *arena, Str path, Share share, FolderLock *out,
                      Diags *diags);
void deck_folder_unlock(FolderLock *lock);

/* The PDFs in the folder that are none of the manifest's decks and handouts, nor those
 * of another share, by name. */
Texts deck_folder_strangers(Arena *arena, Str path, const Manifest *manifest);
void deck_folder_report(const Texts *strangers, bool is_error, Diags *diags);

#endif
