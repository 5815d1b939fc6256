/* A description of an export. */
#include "survey/description.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    Diags diags = diags_in(arena);
    int file;
    Str path = fuzz_file(arena, bytes, len, &file);
    Description description;
    fuzz_judge(description_read(arena, path, (Place){ 0 }, &description, &diags),
               &diags);
    close(file);
    arena_free(arena);
    return 0;
}
