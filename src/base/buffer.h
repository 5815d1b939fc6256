/* buffer.h - bytes being written, in an arena; numbers without locale. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H
#include "base/str.h"

typedef struct Buffer {
    Arena *arena;
    char *at;
    size_t len, capacity;
} Buffer;

Buffer buffer_in(Arena *arena);
void buffer_put(Buffer *buffer, const void *bytes, size_t len);
void buffer_str(Buffer *buffer, Str s);
void buffer_c(Buffer *buffer, const char *text);
void buffer_char(Buffer *buffer, char c);
void buffer_format(Buffer *buffer, const char *format, ...) PRINTF_LIKE(2, 3);
void buffer_format_list(Buffer *buffer, const char *format, va_list args)
    PRINTF_LIKE(2, 0);
/* With a blank before it where something stands already; nothing of an empty one. */
void buffer_sentence(Buffer *buffer, Str sentence);
void buffer_integer(Buffer *buffer, long value);
/* At most three decimals, no exponent, no locale, never "-0"; NaN is written as 0. */
void buffer_number(Buffer *buffer, double value);
Str buffer_text(const Buffer *buffer); /* borrowed until the next write */

#endif
