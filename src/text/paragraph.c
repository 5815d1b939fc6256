#include "text/paragraph.h"
#include "base/buffer.h"
#include "text/first_fit.h"
#include "text/total_fit.h"

/* A row that leaves more of the box than this share is much too short. */
static const double loose_share = 0.35;

/* Each round divides words that the one before moved to the beginning of a row. */
enum { ROUNDS_MAX = 4 };

static bool fits_one_line(const Setting *setting, const Row *whole)
{
    for (int i = 0; i + 1 < setting->units.count; i++)
        if (setting->units.at[i].is_forced)
            return false;
    return whole->width <= setting->width + ROWS_SLACK;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether the unit is a word, and not the part of one that lies in its span. */
static bool is_word(const Setting *setting, const Unit *unit)
{
    Str text = setting->text;
    return (unit->from == 0 || is_blank(text.at[unit->from - 1])) &&
           (unit->to == text.len || is_blank(text.at[unit->to - 1]) ||
            is_blank(text.at[unit->to]));
}

static bool is_sign_of_address(uint32_t code)
{
    return code == '@' || code == '#' || code == '/' || code == '_';
}

/* The word with soft hyphens, and all that stands around it; the unit as it is when it
 * takes none. */
static Str divided(const Setting *setting, Hyphenation *hyphenation, const Unit *unit)
{
    Arena *scratch = setting->scratch;
    Str text = str_slice(setting->text, unit->from, unit->to);
    if (!is_word(setting, unit))
        return text;
    size_t from = text.len, to = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t code = utf8_next(text, &at);
        if (unicode_is_digit(code) || is_sign_of_address(code))
            return text;
        if (!unicode_is_letter(code))
            continue;
        from = start < from ? start : from;
        to = at;
    }
    if (from >= to)
        return text;
    Str word = hyphenation_apply(hyphenation, scratch, str_slice(text, from, to));
    return word.len == to - from
               ? text
               : str_format(scratch, "%.*s%.*s%.*s", STR_ARG(str_slice(text, 0, from)),
                            STR_ARG(word), STR_ARG(str_slice(text, to, text.len)));
}

static bool begins_with_capital(const Setting *setting, const Unit *unit)
{
    for (size_t at = unit->from; at < unit->to;) {
        uint32_t code = utf8_next(setting->text, &at);
        if (unicode_is_letter(code))
            return unicode_is_upper(code);
    }
    return false;
}

/* Units that no row takes. */
static bool *too_wide(const Setting *setting)
{
    int count = setting->units.count;
    bool *chosen = arena_array(setting->scratch, (size_t)count, sizeof *chosen);
    for (int i = 0; i < count; i++)
        chosen[i] = setting->units.at[i].ink > setting->width + ROWS_SLACK;
    return chosen;
}

/* Words behind a row that is much too short without them. The last row of a paragraph
 * may keep its first word: it is short anyhow. */
static bool *behind_loose(const Setting *setting, const Rows *rows)
{
    bool *chosen =
        arena_array(setting->scratch, (size_t)setting->units.count, sizeof *chosen);
    for (int i = 0; i + 1 < rows->count; i++) {
        const Row *row = &rows->at[i];
        int unit = row->to.unit;
        if (!row->ends_paragraph && !row[1].ends_paragraph &&
            row->width < (1 - loose_share) * setting->width)
            chosen[unit] = !begins_with_capital(setting, &setting->units.at[unit]);
    }
    return chosen;
}

/* Makes the setting anew with the chosen units divided. False when none can be. */
static bool divide(Setting *setting, Hyphenation *hyphenation, const bool *chosen)
{
    Arena *scratch = setting->scratch;
    int span_count = setting->span_count;
    Buffer *texts = arena_array(scratch, (size_t)span_count, sizeof *texts);
    for (int i = 0; i < span_count; i++)
        texts[i] = buffer_in(scratch);
    bool is_divided = false;
    for (int i = 0; i < setting->units.count; i++) {
        const Unit *unit = &setting->units.at[i];
        Str text = chosen[i] ? divided(setting, hyphenation, unit)
                             : str_slice(setting->text, unit->from, unit->to);
        is_divided = is_divided || text.len > unit->to - unit->from;
        buffer_str(&texts[unit->span], text);
    }
    if (!is_divided)
        return false;
    TextSpan *spans = arena_array(scratch, (size_t)span_count, sizeof *spans);
    for (int i = 0; i < span_count; i++) {
        spans[i] = setting->spans[i];
        spans[i].text = buffer_text(&texts[i]);
    }
    double width = setting->width;
    Str name = setting->name;
    *setting = rows_start(scratch, setting->shaper, spans, span_count, false);
    setting->width = width;
    setting->name = name;
    setting->breaks = line_breaks(scratch, setting->text);
    return true;
}

Rows paragraph_rows(Setting *setting, ParagraphOptions options,
                    Hyphenation *hyphenation)
{
    setting->width = options.width;
    Rows rows = { 0 };
    Row whole = rows_whole(setting);
    if (fits_one_line(setting, &whole)) {
        vec_push(setting->scratch, &rows, whole);
        return rows;
    }
    setting->breaks = line_breaks(setting->scratch, setting->text);
    bool fits = total_fit(setting, options.kind, &rows);
    if (!fits && divide(setting, hyphenation, too_wide(setting)))
        fits = total_fit(setting, options.kind, &rows);
    if (!fits)
        return first_fit(setting);
    for (int round = 0; options.kind == TEXT_PROSE && round < ROUNDS_MAX; round++) {
        if (!divide(setting, hyphenation, behind_loose(setting, &rows)))
            break;
        total_fit(setting, options.kind, &rows);
    }
    return rows;
}
