/* What stands in `${…}`. */
#include "layout/expression.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Node scalar;
    if (!fuzz_scalar(bytes, len, &scalar))
        return 0;
    Arena *arena = arena_new();
    Diags diags = diags_in(arena);
    fuzz_judge(expression_read(arena, &scalar, 0, len, &diags) != NULL, &diags);
    arena_free(arena);
    return 0;
}
