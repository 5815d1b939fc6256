/* str.h - a piece of text: borrowed, valid UTF-8, not NUL-terminated.
 * Bytes are checked once, where they enter (survey/, yaml/). */
#ifndef BASE_STR_H
#define BASE_STR_H
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Str {
    const char *at;
    size_t len; /* bytes */
} Str;

#define S(literal) ((Str){ (literal), sizeof(literal) - 1 })
#define STR_ARG(s) (int)(s).len, (s).at /* for "%.*s" */
/* gcc and clang check the arguments of our printf-like functions. */
#if defined(__GNUC__)
#define PRINTF_LIKE(text, first)                                                       \
    __attribute__((format(printf, text, first), nonnull(text)))
#else
#define PRINTF_LIKE(text, first)
#endif

Str str_from_c(const char *text);       /* borrows; NULL gives the empty text */
const char *str_c(Arena *arena, Str s); /* a NUL-terminated copy */
Str str_copy(Arena *arena, Str s);
Str str_format(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
Str str_format_list(Arena *arena, const char *format, va_list args) PRINTF_LIKE(2, 0);
Str str_concat(Arena *arena, Str a, Str b);

bool str_equal(Str a, Str b);
bool str_equal_c(Str a, const char *b);
int str_compare(Str a, Str b); /* by bytes, for sorting */
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
Str str_slice(Str s, size_t from, size_t to); /* bytes from..to, to not included */
long str_find(Str s, Str needle);             /* byte offset of the first, or -1 */
Str str_trim(Str s); /* without ASCII white space, U+00A0 and U+FEFF at the ends */
Str str_replace(Arena *arena, Str s, Str needle, Str with);

/* White space trimmed and every run of it (line breaks, hard spaces) made one blank. */
Str str_fold_space(Arena *arena, Str s);

/* The candidate that `s` was most likely meant to be, or the empty Str when none is
 * near: Damerau-Levenshtein distance over case-folded code points, at most a third of
 * the longer one. */
Str str_nearest(Arena *scratch, Str s, const Str *candidates, int count);

/* `s` quoted for a message: control characters made visible, cut after max code points
 * with "…". */
Str str_shown(Arena *arena, Str s, int max);

/* Offset of the first byte that is not valid UTF-8 (RFC 3629), or s.len. */
size_t utf8_check(Str s);
/* Offset of the first byte from `offset` on that is not ASCII, or s.len. */
size_t utf8_skip_ascii(Str s, size_t offset);
/* Decodes the code point at *offset (which must be < s.len) and moves the offset on. */
uint32_t utf8_next(Str s, size_t *offset);
/* Writes 1 to 4 bytes, returns how many. */
int utf8_encode(uint32_t code_point, char out[4]);
int utf8_count(Str s); /* code points */

/* The whole text as a number: decimal point, no blanks, no exponent, no locale. */
bool str_to_number(Str s, double *out);
bool str_to_integer(Str s, long *out);

#endif
