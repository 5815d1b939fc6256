#include "yaml/script.h"

#include "base/file.h"

#include <string.h>

typedef VEC(size_t) Offsets;

/* Bytes of the line break at an offset, or 0. The breaks are libyaml's (YAML 1.1, 4.2),
 * so that its line numbers and ours are the same. By the byte, for each byte of each
 * file is asked several times: comparing texts took 3 % of a deck. */
static size_t break_at(Str text, size_t offset)
{
    const unsigned char *at = (const unsigned char *)text.at + offset;
    size_t left = text.len - offset;
    switch (at[0]) {
    case '\n': return 1;
    case '\r': return left > 1 && at[1] == '\n' ? 2 : 1;
    case 0xC2: /* next line, U+0085 */ return left > 1 && at[1] == 0x85 ? 2 : 0;
    case 0xE2: /* U+2028 and U+2029 */
        return left > 2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9) ? 3 : 0;
    default: return 0;
    }
}

static void find_lines(Arena *arena, Script *script)
{
    Offsets lines = { 0 };
    vec_push(arena, &lines, 0);
    for (size_t offset = 0; offset < script->text.len;) {
        size_t len = break_at(script->text, offset);
        offset += len ? len : 1;
        if (len)
            vec_push(arena, &lines, offset);
    }
    script->lines = lines.at;
    script->line_count = lines.count;
}

static Place place_at(const Script *script, size_t offset)
{
    int line = script->line_count;
    while (line > 1 && script->lines[line - 1] > offset)
        line--;
    Str before = str_slice(script->text, script->lines[line - 1], offset);
    return (
        Place){ .file = script->path, .line = line, .column = utf8_count(before) + 1 };
}

/* What YAML 1.1 calls printable (5.1), and libyaml insists on. */
static bool is_printable(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0x7E) ||
           c == 0x85 || (c >= 0xA0 && c <= 0xFFFD) || c >= 0x10000;
}

static size_t find_unprintable(Str text, uint32_t *found)
{
    for (size_t offset = 0; offset < text.len;) {
        size_t start = offset;
        *found = utf8_next(text, &offset);
        if (!is_printable(*found))
            return start;
    }
    return text.len;
}

/* Zero bytes come first: they tell binary files and UTF-16 from a wrong letter. */
static bool check(const Script *script, Diags *diags)
{
    Str text = script->text;
    if (str_starts(text, S("\xFF\xFE")) || str_starts(text, S("\xFE\xFF"))) {
        diag_error(diags, (Place){ .file = script->path },
                   "the file is UTF-16, not UTF-8");
        diag_hint(diags, "save it as UTF-8");
        return false;
    }
    const char *zero = text.len ? memchr(text.at, '\0', text.len) : NULL;
    if (zero) {
        diag_error(diags, place_at(script, (size_t)(zero - text.at)),
                   "the file is no text: it holds a zero byte");
        diag_hint(diags, "name a YAML file, saved as UTF-8");
        return false;
    }
    size_t offset = utf8_check(text);
    if (offset < text.len) {
        diag_error(diags, place_at(script, offset),
                   "the file is not UTF-8: byte %02X is no character",
                   (unsigned)(unsigned char)text.at[offset]);
        diag_hint(diags, "save it as UTF-8");
        return false;
    }
    uint32_t found;
    offset = find_unprintable(text, &found);
    if (offset < text.len) {
        diag_error(diags, place_at(script, offset), "control character U+%04X in text",
                   (unsigned)found);
        diag_hint(diags, "remove it");
        return false;
    }
    return true;
}

bool script_read(Arena *arena, Str path, Place from, Script *out, Diags *diags)
{
    *out = (Script){ .path = str_copy(arena, path) };
    if (!file_read(arena, path, from, &out->text, diags))
        return false;
    Str mark = S("\uFEFF");
    if (str_starts(out->text,
                   mark)) /* not str_slice: libyaml asks for bytes, even none */
        out->text = (Str){ out->text.at + mark.len, out->text.len - mark.len };
    find_lines(arena, out);
    return check(out, diags);
}

Str script_line(const Script *script, int line)
{
    if (line < 1 || line > script->line_count)
        return (Str){ 0 };
    size_t start = script->lines[line - 1];
    size_t end = line < script->line_count ? script->lines[line] : script->text.len;
    Str text = str_slice(script->text, start, end);
    for (size_t i = 0; i < text.len; i++)
        if (break_at(text, i))
            return str_slice(text, 0, i);
    return text;
}

size_t script_offset(const Script *script, int line, int column)
{
    if (line > script->line_count)
        return script->text.len;
    Str text = script_line(script, line);
    size_t offset = 0;
    for (int i = 1; i < column && offset < text.len; i++)
        utf8_next(text, &offset);
    return script->lines[line - 1] + offset;
}
