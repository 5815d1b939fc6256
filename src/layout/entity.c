#include "layout/entity.h"

typedef struct Entity {
    const char *name, *text;
} Entity;

static const Entity entities[] = {
    {"&amp;",     "&"     },
    { "&lt;",     "<"     },
    { "&gt;",     ">"     },
    { "&quot;",   "\""    },
    { "&apos;",   "'"     },
    { "&nbsp;",   "\u00A0"},
    { "&shy;",    "\u00AD"},
    { "&ndash;",  "–"   },
    { "&mdash;",  "—"   },
    { "&hellip;", "…"   },
    { "&laquo;",  "«"    },
    { "&raquo;",  "»"    },
    { "&minus;",  "\u2212"},
    { "&times;",  "×"    },
    { "&thinsp;", "\u2009"},
};

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
}

/* The number of "&#160;" or "&#xA0;"; 0 for what is none. */
static uint32_t code_of(Str entity)
{
    bool is_hexadecimal = entity.len > 3 && (entity.at[2] | 0x20) == 'x';
    int base = is_hexadecimal ? 16 : 10;
    uint32_t code = 0;
    for (size_t i = is_hexadecimal ? 3 : 2; i + 1 < entity.len; i++) {
        int digit = digit_of(entity.at[i]);
        if (digit >= base || code > 0x10FFFF)
            return 0;
        code = code * (uint32_t)base + (uint32_t)digit;
    }
    return code;
}

bool entity_decode(Arena *arena, Str entity, Str *out)
{
    if (str_starts(entity, S("&#"))) {
        uint32_t code = code_of(entity);
        bool is_surrogate = code >= 0xD800 && code < 0xE000;
        if (code < 0x20 || code > 0x10FFFF || is_surrogate)
            return false;
        char bytes[4];
        *out = str_copy(arena, (Str){ bytes, (size_t)utf8_encode(code, bytes) });
        return true;
    }
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (str_equal_c(entity, entities[i].name)) {
            *out = str_from_c(entities[i].text);
            return true;
        }
    return false;
}
