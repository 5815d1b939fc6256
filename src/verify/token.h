/* token.h - the words of PDF (ISO 32000-1, 7.2 and 7.3), as page contents and character
 * maps have them. */
#ifndef VERIFY_TOKEN_H
#define VERIFY_TOKEN_H
#include "base/str.h"

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_WORD,   /* an operator, or a bracket of an array or dictionary */
    TOKEN_NUMBER, /* as it is written */
    TOKEN_NAME,   /* without its slash */
    TOKEN_STRING, /* its bytes */
} TokenKind;

typedef struct Token {
    TokenKind kind;
    Str text; /* of a string in the arena, else borrowed from what is read */
} Token;

/* The next one from *at on, which moves. */
Token token_next(Arena *arena, Str text, size_t *at);

#endif
