#include "verify/token.h"

#include "base/buffer.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static bool is_delimiter(char c)
{
    return c != '\0' && strchr("()<>[]{}/%", c);
}

static void skip_blanks(Str text, size_t *at)
{
    while (*at < text.len && (is_blank(text.at[*at]) || text.at[*at] == '%')) {
        bool is_comment = text.at[*at] == '%';
        while (is_comment && *at < text.len && text.at[*at] != '\n' &&
               text.at[*at] != '\r')
            ++*at;
        *at += *at < text.len;
    }
}

static int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

static Token hex_string(Arena *arena, Str text, size_t *at)
{
    Buffer bytes = buffer_in(arena);
    int high = -1;
    for (++*at; *at < text.len && text.at[*at] != '>'; ++*at) {
        int value = hex_value(text.at[*at]);
        if (value < 0)
            continue;
        if (high >= 0)
            buffer_char(&bytes, (char)(high << 4 | value));
        high = high >= 0 ? -1 : value;
    }
    if (high >= 0)
        buffer_char(&bytes, (char)(high << 4));
    *at += *at < text.len;
    return (Token){ TOKEN_STRING, buffer_text(&bytes) };
}

/* What stands behind a backslash (7.3.4.2); *at moves behind it. */
static void put_escaped(Buffer *bytes, Str text, size_t *at)
{
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    char c = text.at[(*at)++];
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter) {
        buffer_char(bytes, meant[letter - letters]);
    } else if (c >= '0' && c <= '7') {
        int value = c - '0';
        for (int i = 0;
             i < 2 && *at < text.len && text.at[*at] >= '0' && text.at[*at] <= '7'; i++)
            value = value * 8 + text.at[(*at)++] - '0';
        buffer_char(bytes, (char)value);
    } else if (c == '\r' || c == '\n') {
        *at += c == '\r' && *at < text.len && text.at[*at] == '\n';
    } else {
        buffer_char(bytes, c);
    }
}

static Token literal_string(Arena *arena, Str text, size_t *at)
{
    Buffer bytes = buffer_in(arena);
    int depth = 1;
    for (++*at; *at < text.len;) {
        char c = text.at[(*at)++];
        if (c == '\\' && *at < text.len) {
            put_escaped(&bytes, text, at);
            continue;
        }
        depth += (c == '(') - (c == ')');
        if (depth == 0)
            break;
        buffer_char(&bytes, c);
    }
    return (Token){ TOKEN_STRING, buffer_text(&bytes) };
}

Token token_next(Arena *arena, Str text, size_t *at)
{
    skip_blanks(text, at);
    if (*at >= text.len)
        return (Token){ TOKEN_END, { 0 } };
    char c = text.at[*at];
    bool is_double = *at + 1 < text.len && text.at[*at + 1] == c;
    if (c == '(')
        return literal_string(arena, text, at);
    if (c == '<' && !is_double)
        return hex_string(arena, text, at);
    size_t from = *at + (c == '/');
    ++*at;
    if (is_delimiter(c) && c != '/') {
        *at += is_double && (c == '<' || c == '>');
        return (Token){ TOKEN_WORD, str_slice(text, from, *at) };
    }
    while (*at < text.len && !is_blank(text.at[*at]) && !is_delimiter(text.at[*at]))
        ++*at;
    bool is_number = (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
    return (Token){ c == '/'    ? TOKEN_NAME
                    : is_number ? TOKEN_NUMBER
                                : TOKEN_WORD,
                    str_slice(text, from, *at) };
}
