/* A body: expressions are cut out and print something, references lead nowhere. */
#include "layout/markdown.h"
#include "fuzz.h"

static Inlines print(void *context, const Expression *expression)
{
    static Inline inlines[1];
    (void)context;
    inlines[0] = (Inline){ .text = expression->source };
    return (Inlines){ inlines, 1 };
}

static bool find_target(void *context, Str id, Place place, int *entry)
{
    (void)context;
    (void)place;
    *entry = id.len % 2 ? -1 : 0;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Node scalar;
    if (!fuzz_scalar(bytes, len, &scalar))
        return 0;
    Arena *arena = arena_new();
    Diags diags = diags_in(arena);
    Template body;
    if (template_read(arena, &scalar, &body, &diags)) {
        MarkdownCalls calls = { .print = print, .find_target = find_target };
        Blocks blocks;
        fuzz_judge(markdown_read(arena, &body, &calls, &blocks, &diags), &diags);
    } else if (!diag_has_errors(&diags)) {
        abort();
    }
    arena_free(arena);
    return 0;
}
