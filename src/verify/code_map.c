#include "verify/code_map.h"

#include "verify/token.h"

/* Where codes of one byte are, and how long others may be, which say nothing here when
 * they have more than two. */
enum { LONE = 256, LONGEST = 4 };

static unsigned unit_at(Str text, size_t at)
{
    return (unsigned)(unsigned char)text.at[at] << 8 | (unsigned char)text.at[at + 1];
}

void code_map_put_utf16(Str text, Buffer *out)
{
    for (size_t at = 0; at + 1 < text.len; at += 2) {
        uint32_t code_point = unit_at(text, at);
        if (code_point >= 0xD800 && code_point < 0xDC00 && at + 3 < text.len) {
            at += 2;
            code_point =
                0x10000 + ((code_point - 0xD800) << 10) + (unit_at(text, at) & 0x3FF);
        }
        char bytes[4];
        buffer_put(out, bytes, (size_t)utf8_encode(code_point, bytes));
    }
}

static Str *place_of(Arena *arena, CodeMap *map, unsigned code, size_t length)
{
    unsigned table = length == 1 ? LONE : code >> 8 & 0xFF;
    if (!map->texts[table])
        map->texts[table] = arena_array(arena, 256, sizeof *map->texts[table]);
    return &map->texts[table][code & 0xFF];
}

static unsigned code_of(Str bytes)
{
    unsigned code = 0;
    for (size_t i = 0; i < bytes.len && i < 2; i++)
        code = code << 8 | (unsigned char)bytes.at[i];
    return code;
}

/* The last unit counts up along a range. */
static Str reading(Arena *arena, Str first, unsigned offset)
{
    Buffer text = buffer_in(arena);
    Str moved = str_copy(arena, first);
    if (offset && first.len >= 2) {
        unsigned unit = unit_at(first, first.len - 2) + offset;
        Buffer bytes = buffer_in(arena);
        buffer_str(&bytes, str_slice(first, 0, first.len - 2));
        buffer_char(&bytes, (char)(unit >> 8));
        buffer_char(&bytes, (char)unit);
        moved = buffer_text(&bytes);
    }
    code_map_put_utf16(moved, &text);
    return buffer_text(&text);
}

static void read_range(Arena *arena, CodeMap *map, Str text, size_t *at, Str first,
                       Str last)
{
    Token to = token_next(arena, text, at);
    bool is_list = to.kind == TOKEN_WORD;
    for (unsigned code = code_of(first), i = 0; code + i <= code_of(last); i++) {
        if (is_list)
            to = token_next(arena, text, at);
        if (to.kind != TOKEN_STRING)
            return;
        *place_of(arena, map, code + i, first.len) =
            reading(arena, to.text, is_list ? 0 : i);
    }
    if (is_list)
        token_next(arena, text, at);
}

static void read_readings(Arena *arena, CodeMap *map, Str text)
{
    bool is_single = false, is_range = false;
    for (size_t at = 0;;) {
        Token token = token_next(arena, text, &at);
        if (token.kind == TOKEN_END)
            return;
        if (token.kind == TOKEN_WORD) {
            is_single = str_equal_c(token.text, "beginbfchar");
            is_range = str_equal_c(token.text, "beginbfrange");
        } else if (token.kind == TOKEN_STRING && (is_single || is_range)) {
            Str last = is_range ? token_next(arena, text, &at).text : token.text;
            read_range(arena, map, text, &at, token.text, last);
        }
    }
}

static void read_spaces(Arena *arena, CodeMap *map, Str text)
{
    bool is_space = false;
    for (size_t at = 0;;) {
        Token token = token_next(arena, text, &at);
        if (token.kind == TOKEN_END)
            return;
        if (token.kind == TOKEN_WORD)
            is_space = str_equal_c(token.text, "begincodespacerange");
        if (token.kind != TOKEN_STRING || !is_space || token.text.len == 0)
            continue;
        Str last = token_next(arena, text, &at).text;
        for (int byte = (unsigned char)token.text.at[0];
             last.len && byte <= (unsigned char)last.at[0]; byte++)
            map->lengths[byte] =
                (unsigned char)(token.text.len < LONGEST ? token.text.len : LONGEST);
    }
}

CodeMap *code_map_read(Arena *arena, Str spaces, int length, Str readings)
{
    CodeMap *map = arena_alloc(arena, sizeof *map);
    for (int i = 0; i < 256; i++)
        map->lengths[i] = (unsigned char)length;
    read_spaces(arena, map, spaces);
    read_readings(arena, map, readings);
    return map;
}

void code_map_decode(const CodeMap *map, Str codes, Buffer *out)
{
    for (size_t at = 0; at < codes.len;) {
        unsigned char first = (unsigned char)codes.at[at];
        size_t length = map->lengths[first];
        Str code =
            str_slice(codes, at, at + length < codes.len ? at + length : codes.len);
        const Str *texts = length > 2 ? NULL : map->texts[length == 1 ? LONE : first];
        Str text =
            texts && code.len == length ? texts[code_of(code) & 0xFF] : (Str){ 0 };
        buffer_str(out, text.at ? text : S("\uFFFD"));
        at += length;
    }
}
