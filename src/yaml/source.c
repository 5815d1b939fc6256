#include "yaml/source.h"

#include "base/file.h"

#include <string.h>

typedef VEC(size_t) Offsets;

/* Bytes of the line break at an offset, or 0. The breaks are libyaml's (YAML 1.1, 4.2),
 * so that its line numbers and ours are the same. */
static size_t break_at(Str text, size_t offset)
{
    Str rest = str_slice(text, offset, text.len);
    if (str_starts(rest, S("\r\n")))
        return 2;
    if (str_starts(rest, S("\n")) || str_starts(rest, S("\r")))
        return 1;
    if (str_starts(rest, S("\xC2\x85"))) /* next line */
        return 2;
    return str_starts(rest, S("\u2028")) || str_starts(rest, S("\u2029")) ? 3 : 0;
}

static void find_lines(Arena *arena, Source *source)
{
    Offsets lines = { 0 };
    vec_push(arena, &lines, 0);
    for (size_t offset = 0; offset < source->text.len;) {
        size_t len = break_at(source->text, offset);
        offset += len ? len : 1;
        if (len)
            vec_push(arena, &lines, offset);
    }
    source->lines = lines.at;
    source->line_count = lines.count;
}

static Place place_at(const Source *source, size_t offset)
{
    int line = source->line_count;
    while (line > 1 && source->lines[line - 1] > offset)
        line--;
    Str before = str_slice(source->text, source->lines[line - 1], offset);
    return (
        Place){ .file = source->path, .line = line, .column = utf8_count(before) + 1 };
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
static bool check(const Source *source, Diags *diags)
{
    Str text = source->text;
    if (str_starts(text, S("\xFF\xFE")) || str_starts(text, S("\xFE\xFF"))) {
        diag_error(diags, (Place){ .file = source->path },
                   "the file is UTF-16, not UTF-8");
        diag_hint(diags, "save it as UTF-8");
        return false;
    }
    const char *zero = text.len ? memchr(text.at, '\0', text.len) : NULL;
    if (zero) {
        diag_error(diags, place_at(source, (size_t)(zero - text.at)),
                   "the file is no text: it holds a zero byte");
        diag_hint(diags, "name a YAML file, saved as UTF-8");
        return false;
    }
    size_t offset = utf8_check(text);
    if (offset < text.len) {
        diag_error(diags, place_at(source, offset),
                   "the file is not UTF-8: byte %02X is no character",
                   (unsigned)(unsigned char)text.at[offset]);
        diag_hint(diags, "save it as UTF-8");
        return false;
    }
    uint32_t found;
    offset = find_unprintable(text, &found);
    if (offset < text.len) {
        diag_error(diags, place_at(source, offset), "control character U+%04X in text",
                   (unsigned)found);
        diag_hint(diags, "remove it");
        return false;
    }
    return true;
}

bool source_read(Arena *arena, Str path, Place from, Source *out, Diags *diags)
{
    *out = (Source){ .path = str_copy(arena, path) };
    if (!file_read(arena, path, from, &out->text, diags))
        return false;
    Str mark = S("\uFEFF");
    if (str_starts(out->text, mark))
        out->text = str_slice(out->text, mark.len, out->text.len);
    find_lines(arena, out);
    return check(out, diags);
}

Str source_line(const Source *source, int line)
{
    if (line < 1 || line > source->line_count)
        return (Str){ 0 };
    size_t start = source->lines[line - 1];
    size_t end = line < source->line_count ? source->lines[line] : source->text.len;
    Str text = str_slice(source->text, start, end);
    for (size_t i = 0; i < text.len; i++)
        if (break_at(text, i))
            return str_slice(text, 0, i);
    return text;
}

size_t source_offset(const Source *source, int line, int column)
{
    if (line > source->line_count)
        return source->text.len;
    Str text = source_line(source, line);
    size_t offset = 0;
    for (int i = 1; i < column && offset < text.len; i++)
        utf8_next(text, &offset);
    return source->lines[line - 1] + offset;
}
