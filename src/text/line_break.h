/* line_break.h - where a line may break: UAX 14, tailored to Norwegian print. */
#ifndef TEXT_LINE_BREAK_H
#define TEXT_LINE_BREAK_H
#include "base/unicode.h"

/* What is known of a text at once; our own rules are asked place by place. */
typedef struct LineBreaks {
    Str text;
    const LineBreak *standard; /* by UAX 14, one entry a byte */
    const bool *clusters;      /* where grapheme clusters begin; NULL: everywhere */
} LineBreaks;

LineBreaks line_breaks(Arena *arena, Str text);

/* Whether a line may break before a byte: never inside a grapheme cluster, always after
 * a line feed. A break after U+00AD shows a hyphen. */
bool line_may_break(const LineBreaks *breaks, size_t at);

#endif
