/* expect.h - checks whose failure line names the row of the table. Include it instead
 * of cmocka.h. */
#ifndef UNIT_EXPECT_H
#define UNIT_EXPECT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/diag.h"

#define ROW_COUNT(rows) (sizeof(rows) / sizeof *(rows))

static inline void expect_str(const char *row, Str got, const char *want)
{
    if (!str_equal_c(got, want))
        fail_msg("%s: got \"%.*s\", want \"%s\"", row, STR_ARG(got), want);
}

static inline void expect_int(const char *row, long got, long want)
{
    if (got != want)
        fail_msg("%s: got %ld, want %ld", row, got, want);
}

/* Messages as lines "PLACE: MESSAGE" and "  HINT", without the file of the place. */
static inline Str messages_text(Arena *arena, const Diags *diags)
{
    Buffer buffer = buffer_in(arena);
    for (int i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        if (diag->place.line)
            buffer_format(&buffer, "%d:%d: ", diag->place.line, diag->place.column);
        buffer_str(&buffer, diag->message);
        if (diag->hint.len)
            buffer_format(&buffer, "\n  %.*s", STR_ARG(diag->hint));
        buffer_char(&buffer, '\n');
    }
    return buffer_text(&buffer);
}

#endif
