/* Units are shaped whole and come from the shaper's cache; only where a row ends inside
 * a unit, at a soft hyphen, a hyphen or a slash, is it shaped anew in parts. So kerning
 * and ligatures never depend on where a line could break, and text that fits one line
 * asks for no line breaking at all. */
#include "text/rows.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A mark on a blank belongs to it. */
static bool is_mark_at(Str text, size_t at)
{
    return (unsigned char)text.at[at] >= 0x80 && unicode_is_mark(utf8_next(text, &at));
}

static size_t unit_end(Str text, size_t at, size_t end)
{
    do {
        while (at < end && !is_space(text.at[at]))
            at++;
        while (at < end && is_space(text.at[at]))
            if (text.at[at++] == '\n')
                return at;
    } while (at < end && is_mark_at(text, at));
    return at;
}

/* The part of a unit that is of one level, and all blanks or none. */
static size_t turn_end(const Setting *setting, size_t at, size_t end)
{
    const uint8_t *levels = setting->levels;
    const char *text = setting->text.at;
    size_t from = at;
    while (at < end && levels[at] == levels[from] &&
           is_space(text[at]) == is_space(text[from]))
        at++;
    return at;
}

static Str without_line_feed(Str s)
{
    if (s.len && s.at[s.len - 1] == '\n')
        s.len--;
    if (s.len && s.at[s.len - 1] == '\r')
        s.len--;
    return s;
}

static const Word *shape_in(Shaper *shaper, Str text, const TextStyle *style,
                            bool is_leftward)
{
    ShapeStyle shape_style = { .role = style->role,
                               .is_tabular = style->is_tabular,
                               .is_spaced = style->tracking != 0,
                               .is_leftward = is_leftward };
    return shaper_word(shaper, text, shape_style);
}

static double points(double advance, int glyph_count, const TextStyle *style)
{
    return (advance + style->tracking * glyph_count) * style->size / 1000;
}

/* The bytes from..to, which lie in one span, shaped. */
static Unit make_unit(const Setting *setting, int span, size_t from, size_t to)
{
    const TextStyle *style = &setting->spans[span].style;
    Str text = str_slice(setting->text, from, to);
    bool is_forced = !setting->is_line && text.at[text.len - 1] == '\n';
    if (is_forced)
        text = without_line_feed(text);
    uint8_t level = setting->levels ? setting->levels[from] : 0;
    const Word *word = shape_in(setting->shaper, text, style, level & 1);
    return (Unit){ .from = from,
                   .to = to,
                   .span = span,
                   .level = level,
                   .is_forced = is_forced,
                   .word = word,
                   .advance = points(word->advance, word->glyph_count, style),
                   .ink = points(word->ink, word->ink_count, style) };
}

static Str join(Arena *arena, const TextSpan *spans, int count)
{
    if (count == 1)
        return spans[0].text;
    size_t len = 0;
    for (int i = 0; i < count; i++)
        len += spans[i].text.len;
    char *at = arena_alloc(arena, len);
    len = 0;
    for (int i = 0; i < count; i++) {
        if (spans[i].text.len)
            memcpy(at + len, spans[i].text.at, spans[i].text.len);
        len += spans[i].text.len;
    }
    return (Str){ at, len };
}

static Cut end_of(const Setting *setting)
{
    return (Cut){ setting->units.count, setting->text.len };
}

/* One past the last unit that the row has something of. */
static int unit_limit(const Setting *setting, Cut to)
{
    bool is_inside =
        to.unit < setting->units.count && to.at > setting->units.at[to.unit].from;
    return to.unit + is_inside;
}

Unit rows_part(const Setting *setting, int unit, size_t from, size_t to)
{
    const Unit *whole = &setting->units.at[unit];
    if (from <= whole->from && to >= whole->to)
        return *whole;
    return make_unit(setting, whole->span, from > whole->from ? from : whole->from,
                     to < whole->to ? to : whole->to);
}

Row rows_measure(const Setting *setting, Cut from, Cut to)
{
    Row row = { .from = from, .to = to };
    double x = 0;
    for (int i = from.unit; i < unit_limit(setting, to); i++) {
        Unit part = rows_part(setting, i, from.at, to.at);
        if (part.ink > 0)
            row.width = x + part.ink;
        x += part.advance;
        row.ends_paragraph = part.is_forced;
    }
    if (to.unit == setting->units.count)
        row.ends_paragraph = true;
    return row;
}

/* The spans without marks that would flood a line. */
static const TextSpan *limited(Arena *scratch, const TextSpan *spans, int count)
{
    TextSpan *made = NULL;
    for (int i = 0; i < count; i++) {
        Str text = unicode_limit_marks(scratch, spans[i].text);
        if (text.at == spans[i].text.at)
            continue;
        if (!made) {
            made = arena_array(scratch, (size_t)count, sizeof *made);
            memcpy(made, spans, (size_t)count * sizeof *made);
        }
        made[i].text = text;
    }
    return made ? made : spans;
}

Setting rows_start(Arena *scratch, Shaper *shaper, const TextSpan *spans, int count,
                   bool is_line)
{
    spans = limited(scratch, spans, count);
    Setting setting = { .scratch = scratch,
                        .shaper = shaper,
                        .spans = spans,
                        .span_count = count,
                        .text = join(scratch, spans, count),
                        .is_line = is_line };
    setting.levels = bidi_levels(scratch, setting.text);
    size_t end = 0;
    for (int span = 0; span < count; span++) {
        size_t from = end;
        end += spans[span].text.len;
        while (from < end) {
            size_t to = unit_end(setting.text, from, end);
            if (setting.levels)
                to = turn_end(&setting, from, to);
            vec_push(scratch, &setting.units, make_unit(&setting, span, from, to));
            from = to;
        }
    }
    return setting;
}

Row rows_whole(const Setting *setting)
{
    return rows_measure(setting, (Cut){ 0, 0 }, end_of(setting));
}

int row_limit(const Setting *setting, const Row *row)
{
    return unit_limit(setting, row->to);
}

Unit row_unit(const Setting *setting, const Row *row, int unit)
{
    return rows_part(setting, unit, row->from.at, row->to.at);
}

double rows_advance(Shaper *shaper, Str text, const TextStyle *style)
{
    double advance = 0;
    for (size_t from = 0; from < text.len;) {
        size_t to = unit_end(text, from, text.len);
        const Word *word = shape_in(shaper, str_slice(text, from, to), style, false);
        advance += points(word->advance, word->glyph_count, style);
        from = to;
    }
    return advance;
}
