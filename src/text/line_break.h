/* line_break.h - where a line may break: UAX 14, tailored to Norwegian print. */
#ifndef TEXT_LINE_BREAK_H
#define TEXT_LINE_BREAK_H
#include "base/unicode.h"

/* One entry a byte of the text: whether a line may, or must, break before it. Must only
 * after a line feed; never inside a grapheme cluster. A break after U+00AD shows a
 * hyphen. */
LineBreak *line_breaks(Arena *arena, Str text);

#endif
