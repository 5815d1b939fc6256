#include "survey/heading.h"

#include "base/buffer.h"
#include "base/unicode.h"

#include <stdlib.h>

enum { REFERENCE_MAX = 10, TAG_MAX = 400 };

static const struct {
    const char *name;
    uint32_t code_point;
} REFERENCES[] = {
    {"amp",     '&'   },
    { "lt",     '<'   },
    { "gt",     '>'   },
    { "quot",   '"'   },
    { "apos",   '\''  },
    { "nbsp",   0x00A0},
    { "laquo",  0x00AB},
    { "raquo",  0x00BB},
    { "Aring",  0x00C5},
    { "AElig",  0x00C6},
    { "Oslash", 0x00D8},
    { "aring",  0x00E5},
    { "aelig",  0x00E6},
    { "eacute", 0x00E9},
    { "oslash", 0x00F8},
    { "ndash",  0x2013},
    { "mdash",  0x2014},
    { "rsquo",  0x2019},
    { "hellip", 0x2026},
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Bytes of the tag at the start of `text`; 0: there is none. */
static size_t tag_len(Str text)
{
    if (text.len < 3 || text.at[0] != '<' ||
        !(is_letter(text.at[1]) || (text.at[1] == '/' && is_letter(text.at[2]))))
        return 0;
    for (size_t i = 1; i < text.len && i < TAG_MAX; i++) {
        if (text.at[i] == '>')
            return i + 1;
        if (text.at[i] == '<')
            return 0;
    }
    return 0;
}

/* Words on both sides of <b> belong together, those of <br> and <p> do not. */
static bool is_inline(Str tag)
{
    static const char *const names[] = { "b",    "i",     "u",      "em",   "strong",
                                         "span", "font",  "strike", "a",    "sub",
                                         "sup",  "small", "big",    "code", NULL };
    size_t from = tag.at[1] == '/' ? 2 : 1, to = from;
    while (to < tag.len && is_letter(tag.at[to]))
        to++;
    for (int i = 0; names[i]; i++)
        if (str_equal_c(str_slice(tag, from, to), names[i]))
            return true;
    return false;
}

/* &#248; &#xF8; */
static uint32_t numbered(Str name)
{
    char digits[REFERENCE_MAX + 1] = "";
    bool is_hex = name.len > 1 && (name.at[1] == 'x' || name.at[1] == 'X');
    size_t from = is_hex ? 2 : 1;
    for (size_t i = from; i < name.len && i - from < REFERENCE_MAX; i++)
        digits[i - from] = name.at[i];
    char *end;
    unsigned long code = strtoul(digits, &end, is_hex ? 16 : 10);
    bool is_good = end != digits && !*end && code >= ' ' && code <= 0x10FFFF &&
                   (code < 0xD800 || code > 0xDFFF);
    return is_good ? (uint32_t)code : 0;
}

/* What the reference at the start of `text` stands for, 0: it is none. */
static uint32_t reference(Str text, size_t *len)
{
    size_t end = 1;
    while (end < text.len && end <= REFERENCE_MAX && text.at[end] != ';')
        end++;
    if (end >= text.len || text.at[end] != ';' || end < 3)
        return 0;
    *len = end + 1;
    Str name = str_slice(text, 1, end);
    if (name.at[0] == '#')
        return numbered(name);
    for (size_t i = 0; i < sizeof REFERENCES / sizeof *REFERENCES; i++)
        if (str_equal_c(name, REFERENCES[i].name))
            return REFERENCES[i].code_point;
    return 0;
}

static Str without_html(Arena *arena, Str text)
{
    Buffer out = buffer_in(arena);
    for (size_t at = 0; at < text.len;) {
        Str rest = str_slice(text, at, text.len);
        size_t len = text.at[at] == '<' ? tag_len(rest) : 0;
        if (len) {
            if (!is_inline(str_slice(rest, 0, len)))
                buffer_char(&out, ' ');
            at += len;
            continue;
        }
        uint32_t code = text.at[at] == '&' ? reference(rest, &len) : 0;
        if (code) {
            char bytes[4];
            buffer_put(&out, bytes, (size_t)utf8_encode(code, bytes));
            at += len;
            continue;
        }
        buffer_char(&out, text.at[at++]);
    }
    return buffer_text(&out);
}

Str heading_plain(Arena *arena, Str text)
{
    bool has_html = str_find(text, S("<")) >= 0 || str_find(text, S("&")) >= 0;
    Str plain = has_html ? without_html(arena, text) : text;
    return str_fold_space(arena, unicode_printable(arena, plain));
}

int heading_number(Str text, Str *stem)
{
    if (!str_ends(text, S(")")))
        return 0;
    size_t from = text.len - 1;
    while (from > 0 && text.at[from - 1] >= '0' && text.at[from - 1] <= '9')
        from--;
    long number;
    if (from < 3 || text.at[from - 1] != '(' || text.at[from - 2] != ' ' ||
        !str_to_integer(str_slice(text, from, text.len - 1), &number) || number < 1 ||
        number > INT32_MAX)
        return 0;
    *stem = str_slice(text, 0, from - 2);
    return (int)number;
}
