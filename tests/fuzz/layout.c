/* A layout as it is read, before it meets a description. */
#include "compose/compose.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    Diags diags = diags_in(arena);
    int file;
    Str path = fuzz_file(arena, bytes, len, &file);
    Layout layout;
    fuzz_judge(layout_read(arena, path, compose_kinds(), NULL, 0, &layout, &diags),
               &diags);
    close(file);
    arena_free(arena);
    return 0;
}
