/* unicode.h - what the Unicode standard knows: the one place for libunistring. */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H
#include "base/str.h"

Str unicode_nfc(Arena *arena, Str s);
/* Accents apart from their letters, as far as Unicode takes them apart (NFKD). */
Str unicode_nfkd(Arena *arena, Str s);
/* Full case folding after NFC (Unicode 3.13, toCasefold), for comparing. */
Str unicode_fold(Arena *arena, Str s);
/* Capitals by the rules of a language (BCP 47 code). */
Str unicode_upper(Arena *arena, Str s, Str language);
/* The first character in lower case, for a label inside a sentence. */
Str unicode_lower_first(Arena *arena, Str s, Str language);

/* So many marks stand on a character at most; no script needs more, and a flood of them
 * would leave its line. */
enum { MARKS_MAX = 8 };
/* Without marks beyond those; `s` itself when there are none. */
Str unicode_limit_marks(Arena *arena, Str s);
/* Besides, without control characters; line breaks and tabs become blanks. */
Str unicode_printable(Arena *arena, Str s);

/* Whether some of it may read from right to left, told by a look at the bytes: true
 * also for a few texts that do not. */
bool unicode_may_turn(Str s);
/* Between U+2068 and U+2069, so that what stands around it and it do not turn each
 * other (UAX 9), when letters that read from right to left stand in it by themselves;
 * else `s`. For whatever is put into a sentence. The marks have no glyph. */
Str unicode_isolate(Arena *arena, Str s);

typedef enum LineBreak { BREAK_NONE, BREAK_ALLOWED, BREAK_MANDATORY } LineBreak;
/* UAX 14 as it stands, without our tailoring: one entry a byte, says whether a line may
 * break before that byte. s.len entries. */
LineBreak *unicode_line_breaks(Arena *arena, Str s);
/* UAX 29: one entry a byte, true where an extended grapheme cluster begins. */
bool *unicode_graphemes(Arena *arena, Str s);

/* Cells that a character takes in a terminal: 0 for marks, 2 for wide ones, else 1. */
int unicode_width(uint32_t code_point);

bool unicode_is_mark(uint32_t code_point);   /* Mn, Mc, Me */
bool unicode_is_letter(uint32_t code_point); /* L* */
bool unicode_is_upper(uint32_t code_point);  /* Lu, Lt */
bool unicode_is_digit(uint32_t code_point);  /* Nd */
bool unicode_is_control(
    uint32_t code_point); /* Cc, Cf but joiners and soft hyphen, Cs, Cn */

#endif
