/* file.h - whole files in and out, and where built-in data lives. */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include "base/diag.h"

/* Reads a whole file. On false the reason is in diags, at `from` (the value that names
 * the file) when that has a file, else at the path itself. A folder, an unreadable and
 * an absent file each have their message. The path is added to diags->files. */
bool file_read(Arena *arena, Str path, Place from, Str *out, Diags *diags);

/* A file read in blocks, as often as wanted: memory does not grow with it. What cannot
 * be read twice, such as a pipe, is kept whole. */
typedef struct FileStream {
    Str path;
    Place from;
    int file;    /* -1: it is in `whole` */
    size_t size; /* bytes, as far as it is known */
    Str whole;   /* of a pipe */
    size_t done; /* bytes of `whole` handed out */
    char *block;
    size_t len; /* of the block handed out last */
} FileStream;

/* Messages are those of file_read. A stream that was opened is to be closed. */
bool file_open(Arena *arena, Str path, Place from, FileStream *out, Diags *diags);
void file_close(FileStream *stream);
bool file_rewind(FileStream *stream, Diags *diags);

/* The next block, borrowed until the next call; the last `keep` bytes (at most
 * FILE_KEEP_MAX) of the one before stand in front of it again, and nothing else when
 * the file is at its end. */
enum { FILE_BLOCK = 1 << 16, FILE_KEEP_MAX = 64 };
bool file_next(FileStream *stream, size_t keep, Str *out, Diags *diags);

/* Writes a whole file or none: a temporary file beside the target, flushed, synced and
 * renamed. "-" is standard output. On false the old file is as it was. */
bool file_write(Str path, Str bytes, Diags *diags);
/* The same, but that it has its name is safe from a power cut only when file_write has
 * written another one into the folder: a list of many is written last. */
bool file_write_of_many(Str path, Str bytes, Diags *diags);

/* The same for several: all are written before the first takes its place. Two that are
 * one file are refused. */
typedef struct FileContent {
    Str path, bytes;
    bool is_one_of_many; /* see file_write_of_many */
} FileContent;

bool file_write_all(const FileContent *files, int count, Diags *diags);

bool file_exists(Str path);

/* `path` as seen from the folder of the file that names it. */
Str path_relative_to(Arena *arena, Str file, Str path);

/* The folder of built-in data that holds `name` ("layouts/words/nb.yaml",
 * "fonts/x.ttf"): $LYSARK_DATA, else beside the executable (the source tree, or
 * ../share/lysark), else the compiled-in prefix. Gives the path, or the empty Str when
 * it is in none. */
Str data_find(Arena *arena, Str name);

#endif
