#include "base/buffer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

Buffer buffer_in(Arena *arena)
{
    return (Buffer){ .arena = arena };
}

static void grow(Buffer *buffer, size_t len)
{
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity - buffer->len < len)
        capacity *= 2;
    buffer->at = arena_grow(buffer->arena, buffer->at, buffer->capacity, capacity);
    buffer->capacity = capacity;
}

static inline char *room_for(Buffer *buffer, size_t len)
{
    if (buffer->capacity - buffer->len < len)
        grow(buffer, len);
    return buffer->at + buffer->len;
}

/* A deck has a hundred thousand pieces, most of them shorter than a call of memcpy is
 * worth: they are copied as two parts of known size, which may overlap. */
static inline void copy(char *to, const char *from, size_t len)
{
    if (len > 16) {
        memcpy(to, from, len);
    } else if (len >= 8) {
        uint64_t first, last;
        memcpy(&first, from, sizeof first);
        memcpy(&last, from + len - sizeof last, sizeof last);
        memcpy(to, &first, sizeof first);
        memcpy(to + len - sizeof last, &last, sizeof last);
    } else {
        for (size_t i = 0; i < len; i++)
            to[i] = from[i];
    }
}

void buffer_put(Buffer *buffer, const void *bytes, size_t len)
{
    if (len == 0)
        return;
    copy(room_for(buffer, len), bytes, len);
    buffer->len += len;
}

void buffer_str(Buffer *buffer, Str s)
{
    buffer_put(buffer, s.at, s.len);
}

void buffer_c(Buffer *buffer, const char *text)
{
    buffer_put(buffer, text, strlen(text));
}

void buffer_char(Buffer *buffer, char c)
{
    *room_for(buffer, 1) = c;
    buffer->len++;
}

/* Writes the digits of value so that they end before `end`; returns their start. */
static char *digits_before(char *end, unsigned long long value, int min_count)
{
    for (; value > 0 || min_count > 0; value /= 10, min_count--)
        *--end = (char)('0' + value % 10);
    return end;
}

void buffer_sentence(Buffer *buffer, Str sentence)
{
    if (sentence.len && buffer->len)
        buffer_char(buffer, ' ');
    buffer_str(buffer, sentence);
}

void buffer_integer(Buffer *buffer, long value)
{
    char text[24], *end = text + sizeof text;
    unsigned long long size =
        value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value;
    char *start = digits_before(end, size, 1);
    if (value < 0)
        *--start = '-';
    buffer_put(buffer, start, (size_t)(end - start));
}

/* The conversions that a deck is full of: %d %ld %zu %s %.*s and %%. False at any
 * other, with nothing written. printf knows the rest, at several times the cost. */
static bool put_format(Buffer *buffer, const char *format, va_list args)
{
    size_t start = buffer->len;
    for (;;) {
        const char *next = strchrnul(format, '%');
        buffer_put(buffer, format, (size_t)(next - format));
        if (!*next)
            return true;
        format = next + 2;
        if (next[1] == 'd') {
            buffer_integer(buffer, va_arg(args, int));
        } else if (next[1] == 's') {
            buffer_c(buffer, va_arg(args, const char *));
        } else if (strncmp(next, "%.*s", 4) == 0) {
            int len = va_arg(args, int);
            buffer_put(buffer, va_arg(args, const char *), (size_t)len);
            format = next + 4;
        } else if (strncmp(next, "%ld", 3) == 0) {
            buffer_integer(buffer, va_arg(args, long));
            format = next + 3;
        } else if (strncmp(next, "%zu", 3) == 0) {
            buffer_integer(buffer, (long)va_arg(args, size_t));
            format = next + 3;
        } else if (next[1] == '%') {
            buffer_char(buffer, '%');
        } else {
            buffer->len = start;
            return false;
        }
    }
}

void buffer_format_list(Buffer *buffer, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    bool is_put = put_format(buffer, format, again);
    va_end(again);
    if (is_put)
        return;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len <= 0)
        return;
    /* vsnprintf closes with a NUL, which the next write covers. */
    vsnprintf(room_for(buffer, (size_t)len + 1), (size_t)len + 1, format, args);
    buffer->len += (size_t)len;
}

void buffer_format(Buffer *buffer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buffer_format_list(buffer, format, args);
    va_end(args);
}

/* Whole thousandths are rounded once and written as an integer: no locale, no noise of
 * binary fractions, no exponent. */
void buffer_number(Buffer *buffer, double value)
{
    if (isnan(value))
        value = 0;
    long long thousandths = llround(fmin(fmax(value, -1e12), 1e12) * 1000);
    unsigned long long size =
        (unsigned long long)(thousandths < 0 ? -thousandths : thousandths);
    char text[32], *end = text + sizeof text, *start = end;
    unsigned long long fraction = size % 1000;
    if (fraction) {
        int places = 3;
        for (; fraction % 10 == 0; fraction /= 10)
            places--;
        start = digits_before(start, fraction, places);
        *--start = '.';
    }
    start = digits_before(start, size / 1000, 1);
    if (thousandths < 0)
        *--start = '-';
    buffer_put(buffer, start, (size_t)(end - start));
}

Str buffer_text(const Buffer *buffer)
{
    return (Str){ buffer->at, buffer->len };
}
