/* source.h - the target of both kinds of sources: each cell must be what source.h of
 * survey/ promises, and what the file holds is found without a description. */
#ifndef FUZZ_SOURCE_H
#define FUZZ_SOURCE_H
#include "fuzz.h"
#include "survey/profile.h"

#include <string.h>

static inline bool fuzz_row(void *context, int row, const Str *cells, int count)
{
    int *last = context;
    if (row <= *last || count < 1)
        abort();
    *last = row;
    for (int i = 0; i < count; i++)
        if (utf8_check(cells[i]) != cells[i].len ||
            (cells[i].len && memchr(cells[i].at, 0, cells[i].len)))
            abort();
    return true;
}

static inline void fuzz_source(const uint8_t *bytes, size_t len, SourceKind kind,
                               SourceEncoding encoding)
{
    Arena *arena = arena_new(), *scratch = arena_new();
    Diags diags = diags_in(arena);
    int file, last = 0;
    SourceOptions options = { .path = fuzz_file(arena, bytes, len, &file),
                              .kind = kind,
                              .encoding = encoding };
    SourceFormat format;
    fuzz_judge(source_read(scratch, &options, fuzz_row, &last, &format, &diags),
               &diags);
    diags = diags_in(arena);
    Profile profile;
    fuzz_judge(profile_read(arena, &options, &(SourceOptions){ 0 }, &profile, &diags),
               &diags);
    close(file);
    arena_free(scratch);
    arena_free(arena);
}

#endif
