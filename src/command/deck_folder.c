#include "command/deck_folder.h"

#include "base/messages.h"
#include "command/file_name.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

bool deck_folder_check(Str path, Diags *diags)
{
    Arena *scratch = arena_new();
    struct stat about;
    bool is_good = stat(str_c(scratch, path), &about) != 0 || S_ISDIR(about.st_mode);
    if (!is_good) {
        diag_error(diags, (Place){ .file = path },
                   "this is no folder to write the decks into");
        diag_hint(diags, "give another name with --output");
    }
    arena_free(scratch);
    return is_good;
}

static bool make_folder(Str path, Diags *diags)
{
    Arena *scratch = arena_new();
    bool is_good = mkdir(str_c(scratch, path), 0777) == 0 || errno == EEXIST;
    if (!is_good) {
        diag_error(diags, (Place){ .file = path }, "cannot make the folder: %s",
                   strerror(errno));
        diag_hint(diags, "give another one with --output");
    }
    arena_free(scratch);
    return is_good;
}

/* A share locks a byte of its own, all decks lock every byte: shares of one folder go
 * together, but not with a batch of all. These locks belong to the open file, so that
 * no process that the batch starts has them. */
static struct flock range_of(Share share)
{
    const off_t most = 1L << 20; /* shares of one batch, see options.c */
    return (struct flock){
        .l_type = F_WRLCK,
        .l_whence = SEEK_SET,
        .l_start = share.of ? share.of * most + share.number : 0,
        .l_len = share.of ? 1 : 0,
    };
}

static bool is_still_there(const FolderLock *lock)
{
    struct stat opened, named;
    return fstat(lock->file, &opened) == 0 && stat(lock->path.at, &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/* Gives errno or 0; EAGAIN when another batch has the lock. The file may be removed by
 * the batch before between its being opened and locked: then it is not the one that the
 * next batch opens. */
static int take(FolderLock *lock, Share share)
{
    for (;;) {
        lock->file = open(lock->path.at, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (lock->file < 0)
            return errno == EAGAIN ? EIO : errno;
        struct flock range = range_of(share);
        int error = fcntl(lock->file, F_OFD_SETLK, &range) == 0 ? 0 : errno;
        if (error == 0 && is_still_there(lock))
            return 0;
        close(lock->file);
        lock->file = -1;
        if (error)
            return error == EACCES ? EAGAIN : error;
    }
}

bool deck_folder_lock(Arena *arena, Str path, Share share, FolderLock *out,
                      Diags *diags)
{
    Str file = str_concat(arena, path, S("/.lysark.lock"));
    Place place = { .file = path };
    *out = (FolderLock){ .file = -1, .path = str_from_c(str_c(arena, file)) };
    if (!make_folder(path, diags))
        return false;
    int error = take(out, share);
    if (error == EAGAIN) {
        diag_error(diags, place, "another batch is at work in this folder");
        diag_hint(diags,
                  "wait until it has ended, or give another folder with --output");
    } else if (error) {
        diag_note(diags, place, "another batch in this folder would not be noticed: %s",
                  strerror(error));
        diag_hint(diags, "start no other one in it meanwhile");
    }
    return error != EAGAIN;
}

/* The last one takes the file away: others may hold bytes of it. */
void deck_folder_unlock(FolderLock *lock)
{
    if (lock->file < 0)
        return;
    struct flock all = range_of((Share){ 0, 0 });
    if (fcntl(lock->file, F_OFD_SETLK, &all) == 0)
        unlink(lock->path.at);
    close(lock->file);
    lock->file = -1;
}

static int is_pdf(const struct dirent *entry)
{
    Str name = str_from_c(entry->d_name);
    Str ending = name.len > 4 ? str_slice(name, name.len - 4, name.len) : (Str){ 0 };
    return entry->d_type != DT_DIR && ending.len && strcasecmp(ending.at, ".pdf") == 0;
}

static int compare_texts(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

/* What may lie in the folder, in order. Of what another share makes only the names are
 * known. */
static Texts list_names(Arena *arena, const Manifest *manifest)
{
    Texts names = { 0 };
    for (int i = 0; i < manifest->units.count; i++) {
        const ManifestUnit *unit = &manifest->units.at[i];
        bool is_elsewhere = unit->result == UNIT_ELSEWHERE;
        if (!is_elsewhere && !manifest_has_deck(unit))
            continue;
        vec_push(arena, &names, unit->file);
        vec_push(arena, &names,
                 is_elsewhere ? file_handout_name(arena, unit->file)
                              : unit->handout.file);
    }
    if (names.count > 0)
        qsort(names.at, (size_t)names.count, sizeof *names.at, compare_texts);
    return names;
}

Texts deck_folder_strangers(Arena *arena, Str path, const Manifest *manifest)
{
    Arena *scratch = arena_new();
    Texts strangers = { 0 }, names = list_names(scratch, manifest);
    struct dirent **entries = NULL;
    int count = scandir(str_c(scratch, path), &entries, is_pdf, alphasort);
    for (int i = 0; i < count; i++) {
        Str name = str_from_c(entries[i]->d_name);
        bool is_known = names.count > 0 && bsearch(&name, names.at, (size_t)names.count,
                                                   sizeof name, compare_texts);
        if (!is_known)
            vec_push(arena, &strangers, str_copy(arena, name));
        free(entries[i]);
    }
    free(entries);
    arena_free(scratch);
    return strangers;
}

void deck_folder_report(const Texts *strangers, bool is_error, Diags *diags)
{
    static const char text[] = MESSAGE("this file is not of the batch");
    for (int i = 0; i < strangers->count; i++) {
        Place place = { .file = strangers->at[i] };
        if (is_error)
            diag_error(diags, place, text);
        else
            diag_warning(diags, place, text);
        diag_hint(diags, "remove it, or make it again");
    }
}
