#include "command/excerpt.h"

#include "base/buffer.h"
#include "base/unicode.h"

enum { TAB_WIDTH = 4, NUMBER_WIDTH = 5, BEFORE_MAX = EXCERPT_WIDTH * 2 / 3 };

/* Bytes of the line break that the text begins with, by YAML 1.1; 0 when it is none. */
static size_t break_length(Str text)
{
    static const char *const BREAKS[] = { "\r\n",     "\n",     "\r",
                                          "\xC2\x85", "\u2028", "\u2029" };
    for (size_t i = 0; i < sizeof BREAKS / sizeof *BREAKS; i++)
        if (str_starts(text, str_from_c(BREAKS[i])))
            return str_from_c(BREAKS[i]).len;
    return 0;
}

/* The line of that number, from 1, without its break; false when there are fewer. */
static bool find_line(Str text, int number, Str *out)
{
    if (str_starts(text, S("\uFEFF")))
        text = str_slice(text, sizeof "\uFEFF" - 1, text.len);
    size_t from = 0, at = 0;
    for (int line = 1; at <= text.len; at++) {
        size_t length = break_length(str_slice(text, at, text.len));
        if (!length && at < text.len)
            continue;
        if (line++ == number) {
            *out = str_slice(text, from, at);
            return true;
        }
        if (length)
            at += length - 1;
        from = at + 1;
    }
    return false;
}

/* One character as it is shown, and how many cells of a terminal it takes. */
typedef struct Cell {
    Str text;
    int width;
} Cell;

static Cell cell_of(Str line, size_t from, size_t to, uint32_t code_point)
{
    if (code_point == '\t')
        return (Cell){ S("    "), TAB_WIDTH };
    if (unicode_is_control(code_point))
        return (Cell){ S("\uFFFD"), 1 };
    return (Cell){ str_slice(line, from, to), unicode_width(code_point) };
}

static int read_cells(Arena *arena, Str line, Cell **out)
{
    Cell *cells = arena_array(arena, line.len, sizeof *cells);
    int count = 0;
    for (size_t at = 0; at < line.len;) {
        size_t from = at;
        uint32_t code_point = utf8_next(line, &at);
        cells[count++] = cell_of(line, from, at, code_point);
    }
    *out = cells;
    return count;
}

static int width_of(const Cell *cells, int from, int to)
{
    int width = 0;
    for (int i = from; i < to; i++)
        width += cells[i].width;
    return width;
}

Str excerpt_text(Arena *arena, Str text, Place place)
{
    Str line;
    if (place.line < 1 || place.column < 1 || !find_line(text, place.line, &line) ||
        utf8_check(line) < line.len)
        return (Str){ 0 };
    Cell *cells;
    int count = read_cells(arena, line, &cells), from = 0;
    int caret = place.column - 1 < count ? place.column - 1 : count;
    while (width_of(cells, from, caret) > BEFORE_MAX)
        from++;
    int to = from, width = 0;
    while (to < count && width + cells[to].width <= EXCERPT_WIDTH)
        width += cells[to++].width;
    Buffer out = buffer_in(arena);
    buffer_format(&out, "%*d | %s", NUMBER_WIDTH, place.line, from ? "…" : "");
    for (int i = from; i < to; i++)
        buffer_str(&out, cells[i].text);
    buffer_format(&out, "%s\n%*s | %*s^\n", to < count ? "…" : "", NUMBER_WIDTH, "",
                  width_of(cells, from, caret) + (from > 0), "");
    return buffer_text(&out);
}
