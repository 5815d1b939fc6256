#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHOWN_MAX = 200, PARENTS_MAX = 4, READ_MAX = 1 << 30 };

static Str shown(Diags *diags, Str path)
{
    return str_shown(diags->arena, path, SHOWN_MAX);
}

/* Where a message about the file goes, see file_read. */
static Place place_of(Str path, Place from)
{
    return from.file.len ? from : (Place){ .file = path };
}

static bool fail_to_read(Str path, Place from, int error, Diags *diags)
{
    Place place = place_of(path, from);
    Str quoted = shown(diags, path);
    if (error == ENOENT || error == ENOTDIR) {
        diag_error(diags, place, "there is no file \"%.*s\"", STR_ARG(quoted));
        if (from.file.len)
            diag_hint(diags, "a path is relative to the file that names it");
        else
            diag_hint(diags, "check the spelling and the folder");
    } else if (error == EISDIR) {
        diag_error(diags, place, "\"%.*s\" is a folder, not a file", STR_ARG(quoted));
        diag_hint(diags, "name a file in it");
    } else if (error == EFBIG) {
        diag_error(diags, place, "\"%.*s\" is larger than 1 GiB", STR_ARG(quoted));
        diag_hint(diags, "check that it is the right file");
    } else {
        diag_error(diags, place, "cannot read \"%.*s\": %s", STR_ARG(quoted),
                   strerror(error));
        diag_hint(diags, "check that you may read it");
    }
    return false;
}

/* Gives 0 or errno. */
static int read_all(Arena *arena, int file, size_t expected, Str *out)
{
    /* One byte more than expected, so that the end is seen without growing. */
    size_t capacity = expected + 1, len = 0;
    char *at = arena_alloc(arena, capacity);
    for (;;) {
        if (len == capacity) {
            char *larger = arena_alloc(arena, capacity * 2 + 4096);
            memcpy(larger, at, len);
            at = larger;
            capacity = capacity * 2 + 4096;
        }
        ssize_t count = read(file, at + len, capacity - len);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        len += (size_t)count;
        if (len > READ_MAX)
            return EFBIG;
        if (count == 0)
            break;
    }
    *out = (Str){ at, len };
    return 0;
}

static int read_file(Arena *arena, const char *path, Str *out)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    struct stat status;
    int error = 0;
    if (fstat(file, &status) < 0)
        error = errno;
    else if (S_ISDIR(status.st_mode))
        error = EISDIR;
    else if (status.st_size > READ_MAX)
        error = EFBIG;
    else
        error = read_all(arena, file, (size_t)status.st_size, out);
    close(file);
    return error;
}

/* A file that is not there counts too: it may come. */
static void remember(Str path, Diags *diags)
{
    vec_push(diags->arena, &diags->files, str_copy(diags->arena, path));
}

bool file_read(Arena *arena, Str path, Place from, Str *out, Diags *diags)
{
    *out = (Str){ 0 };
    remember(path, diags);
    /* A NUL would end the path early and open another file. */
    int error = memchr(path.at ? path.at : "", '\0', path.len)
                    ? ENOENT
                    : read_file(arena, str_c(arena, path), out);
    return error == 0 || fail_to_read(path, from, error, diags);
}

bool file_open(Arena *arena, Str path, Place from, FileStream *out, Diags *diags)
{
    *out = (FileStream){ .path = path, .from = from, .file = -1 };
    remember(path, diags);
    if (memchr(path.at ? path.at : "", '\0', path.len))
        return fail_to_read(path, from, ENOENT, diags);
    out->file = open(str_c(arena, path), O_RDONLY | O_CLOEXEC);
    if (out->file < 0)
        return fail_to_read(path, from, errno, diags);
    struct stat status;
    int error = 0;
    if (fstat(out->file, &status) < 0)
        error = errno;
    else if (S_ISDIR(status.st_mode))
        error = EISDIR;
    else if (S_ISREG(status.st_mode))
        out->block = arena_alloc(arena, FILE_KEEP_MAX + FILE_BLOCK);
    else
        error = read_all(arena, out->file, 0, &out->whole);
    out->size = out->block ? (size_t)status.st_size : out->whole.len;
    if (error || !out->block)
        file_close(out);
    return error == 0 || fail_to_read(path, from, error, diags);
}

void file_close(FileStream *stream)
{
    if (stream->file >= 0)
        close(stream->file);
    stream->file = -1;
}

bool file_rewind(FileStream *stream, Diags *diags)
{
    stream->done = 0;
    stream->len = 0;
    return stream->file < 0 || lseek(stream->file, 0, SEEK_SET) == 0 ||
           fail_to_read(stream->path, stream->from, errno, diags);
}

bool file_next(FileStream *stream, size_t keep, Str *out, Diags *diags)
{
    if (stream->file < 0) {
        size_t from = stream->done - keep;
        *out = str_slice(stream->whole, from, from + keep + FILE_BLOCK);
        stream->done = from + out->len;
        return true;
    }
    if (keep)
        memmove(stream->block, stream->block + stream->len - keep, keep);
    ssize_t count;
    do
        count = read(stream->file, stream->block + keep, FILE_BLOCK);
    while (count < 0 && errno == EINTR);
    if (count < 0)
        return fail_to_read(stream->path, stream->from, errno, diags);
    stream->len = keep + (size_t)count;
    *out = (Str){ stream->block, stream->len };
    return true;
}

static bool fail_to_write(Str path, int error, Diags *diags)
{
    diag_error(diags, (Place){ .file = path }, "cannot write \"%.*s\": %s",
               STR_ARG(shown(diags, path)), strerror(error));
    if (error == EISDIR)
        diag_hint(diags, "name a file in it");
    else if (error == ENOENT || error == ENOTDIR)
        diag_hint(diags, "make the folder first, or name another");
    else if (error == ENOSPC || error == EDQUOT)
        diag_hint(diags, "make room on the disk, or write to another");
    else if (error == EPIPE)
        diag_hint(diags, "the program that reads the output has ended");
    else
        diag_hint(diags, "write to a file and folder that you may change");
    return false;
}

/* Gives 0 or errno. */
static int write_all(int file, Str bytes)
{
    while (bytes.len) {
        ssize_t count = write(file, bytes.at, bytes.len);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        bytes = str_slice(bytes, (size_t)count, bytes.len);
    }
    return 0;
}

/* A device or a pipe cannot be renamed over: it is written to as it stands. */
static int write_in_place(const char *path, Str bytes)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    int error = write_all(file, bytes);
    if (close(file) < 0 && !error)
        error = errno;
    return error;
}

/* The rename has happened, so a folder that cannot be synced is not an error: some
 * file systems do not offer it. */
static void sync_folder(const char *folder)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    fsync(file);
    close(file);
}

static Str folder_of(Str path)
{
    size_t len = path.len;
    while (len > 0 && path.at[len - 1] != '/')
        len--;
    return str_slice(path, 0, len); /* with its slash; empty: the current one */
}

/* A file without a name in the folder: nothing is left of it when the process ends
 * before it has one. -1 where the file system has no such files. */
static int open_nameless(const char *folder)
{
    return open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
}

/* Gives it the name `temporary`, which ends in room for six characters. */
static bool link_nameless(int file, char *temporary)
{
    char *number = temporary + strlen(temporary) - 6;
    char link[32];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    for (unsigned i = 0; i < 1000; i++) {
        snprintf(number, 7, "%06x", ((unsigned)getpid() + i * 4096) & 0xffffff);
        if (linkat(AT_FDCWD, link, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0)
            return true;
        if (errno != EEXIST)
            return false;
    }
    return false;
}

static int open_named(char *temporary)
{
    int file = mkstemp(temporary);
    if (file < 0)
        return -1;
    /* mkstemp gives 0600; the mask can only be asked for by setting it. */
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(file, 0666 & ~mask) == 0)
        return file;
    int error = errno;
    close(file);
    unlink(temporary);
    errno = error;
    return -1;
}

/* A file that is written and waits to take its place; a device is written to then. */
typedef struct Staged {
    const char *path;
    char *temporary; /* NULL: none */
    Str folder;
} Staged;

static int stage(Arena *scratch, Staged *staged, Str bytes)
{
    Str pattern = str_concat(scratch, staged->folder, S(".lysark-XXXXXX"));
    char *temporary = arena_alloc(scratch, pattern.len + 1);
    memcpy(temporary, pattern.at, pattern.len);
    int file = open_nameless(str_c(scratch, staged->folder));
    bool is_named = file < 0;
    if (is_named)
        file = open_named(temporary);
    if (file < 0)
        return errno;
    int error = write_all(file, bytes);
    if (!error && fsync(file) < 0)
        error = errno;
    if (!error && !is_named) {
        is_named = link_nameless(file, temporary);
        error = is_named ? 0 : errno;
    }
    if (close(file) < 0 && !error)
        error = errno;
    if (is_named)
        staged->temporary = temporary;
    return error;
}

/* A symbolic link stays one: what it points at is replaced. */
static const char *resolve(Arena *scratch, const char *path)
{
    char *real = realpath(path, NULL);
    if (!real)
        return path;
    const char *copy = str_c(scratch, str_from_c(real));
    free(real);
    return copy;
}

/* Finds out what is at the path, and writes what can be before anything is replaced. */
static int begin_file(Arena *scratch, FileContent content, Staged *staged)
{
    const char *path = str_c(scratch, content.path);
    struct stat status;
    bool exists = stat(path, &status) == 0;
    *staged = (Staged){ .path = path };
    if (!exists && errno != ENOENT)
        return errno;
    if (exists && S_ISDIR(status.st_mode))
        return EISDIR;
    if (exists &&
        access(path, W_OK) < 0) /* a write-protected file is not renamed away */
        return errno;
    if (exists && !S_ISREG(status.st_mode))
        return 0;
    staged->path = exists ? resolve(scratch, path) : path;
    staged->folder = folder_of(str_from_c(staged->path));
    if (staged->folder.len == 0)
        staged->folder = S("./");
    return stage(scratch, staged, content.bytes);
}

static int end_file(Arena *scratch, Staged *staged, FileContent content)
{
    if (!staged->temporary)
        return write_in_place(staged->path, content.bytes);
    if (rename(staged->temporary, staged->path) < 0)
        return errno;
    staged->temporary = NULL;
    if (!content.is_one_of_many)
        sync_folder(str_c(scratch, staged->folder));
    return 0;
}

/* However it is written: of a file that is not there its folder is resolved. */
static Str one_name(Arena *scratch, Str path)
{
    if (file_exists(path))
        return str_from_c(resolve(scratch, str_c(scratch, path)));
    Str folder = folder_of(path);
    Str name = str_slice(path, folder.len, path.len);
    const char *real = resolve(scratch, str_c(scratch, folder.len ? folder : S(".")));
    return str_format(scratch, "%s/%.*s", real, STR_ARG(name));
}

static bool is_standard_output(Str path)
{
    return str_equal(path, S("-"));
}

/* Each is unlike the ones before it. */
static bool are_apart(Arena *scratch, const FileContent *files, int count, Diags *diags)
{
    for (int i = 0; i < count; i++)
        for (int k = 0; k < i; k++)
            if (str_equal(one_name(scratch, files[i].path),
                          one_name(scratch, files[k].path))) {
                diag_error(diags, (Place){ .file = files[i].path },
                           "two files would be written here");
                diag_hint(diags, "give each a path of its own");
                return false;
            }
    return true;
}

static bool write_files(Arena *scratch, const FileContent *files, int count,
                        Staged *staged, Diags *diags)
{
    for (int i = 0; i < count; i++) {
        int error = is_standard_output(files[i].path)
                        ? 0
                        : begin_file(scratch, files[i], &staged[i]);
        if (error)
            return fail_to_write(files[i].path, error, diags);
    }
    for (int i = 0; i < count; i++) {
        bool is_output = is_standard_output(files[i].path);
        int error = is_output ? write_all(STDOUT_FILENO, files[i].bytes)
                              : end_file(scratch, &staged[i], files[i]);
        if (error)
            return fail_to_write(is_output ? S("standard output") : files[i].path,
                                 error, diags);
    }
    return true;
}

bool file_write_all(const FileContent *files, int count, Diags *diags)
{
    Arena *scratch = arena_new();
    Staged *staged = arena_array(scratch, (size_t)count, sizeof *staged);
    bool is_good = are_apart(scratch, files, count, diags) &&
                   write_files(scratch, files, count, staged, diags);
    for (int i = 0; i < count; i++)
        if (staged[i].temporary)
            unlink(staged[i].temporary);
    arena_free(scratch);
    return is_good;
}

bool file_write(Str path, Str bytes, Diags *diags)
{
    return file_write_all(&(FileContent){ path, bytes, false }, 1, diags);
}

bool file_write_of_many(Str path, Str bytes, Diags *diags)
{
    return file_write_all(&(FileContent){ path, bytes, true }, 1, diags);
}

bool file_exists(Str path)
{
    Arena *scratch = arena_new();
    bool exists = access(str_c(scratch, path), F_OK) == 0;
    arena_free(scratch);
    return exists;
}

Str path_relative_to(Arena *arena, Str file, Str path)
{
    if (path.len == 0 || path.at[0] == '/')
        return path;
    while (str_starts(path, S("./")) && path.len > 2)
        path = str_slice(path, 2, path.len);
    return str_concat(arena, folder_of(file), path);
}

/* The path of `name` in the folder when it is there, else the empty Str. */
static Str find_in(Arena *arena, Str folder, Str name)
{
    Str path = str_format(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
    return file_exists(path) ? path : (Str){ 0 };
}

/* From the executable's folder upwards: build/debug/tests/unit lies four below the
 * source tree. */
static Str find_beside_executable(Arena *arena, Str name)
{
    char executable[4096];
    ssize_t len = readlink("/proc/self/exe", executable, sizeof executable);
    if (len <= 0 || (size_t)len == sizeof executable)
        return (Str){ 0 };
    Str folder = folder_of((Str){ executable, (size_t)len });
    for (int i = 0; i <= PARENTS_MAX && folder.len > 1; i++) {
        folder.len--; /* the slash at its end */
        Str path = find_in(arena, folder, name);
        if (path.len == 0 && i == 0)
            path =
                find_in(arena, str_concat(arena, folder, S("/../share/lysark")), name);
        if (path.len)
            return path;
        folder = folder_of(folder);
    }
    return (Str){ 0 };
}

Str data_find(Arena *arena, Str name)
{
    const char *chosen = getenv("LYSARK_DATA");
    Str path = { 0 };
    if (chosen && *chosen)
        path = find_in(arena, str_from_c(chosen), name);
    if (path.len == 0)
        path = find_beside_executable(arena, name);
    if (path.len == 0)
        path = find_in(arena, S(LYSARK_PREFIX "/share/lysark"), name);
    return path;
}
