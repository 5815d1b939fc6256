#include "text/bidi.h"
#include "base/unicode.h"

#include <fribidi/fribidi.h>

enum { FIRST_STRONG_ISOLATE = 0x2068, POP_ISOLATE = 0x2069 };

/* A line feed ends a line, and nothing beyond it turns what is before. */
typedef struct Line {
    const FriBidiChar *codes;
    int count;
    const bool *opens, *closes; /* by code: a quotation to be set apart */
} Line;

/* A line with the marks that set its quotations apart. */
typedef struct Marked {
    FriBidiChar *codes;
    int count;
    int *places; /* by code of the line: where it stands among those */
} Marked;

static bool closes_quote(FriBidiChar opening, FriBidiChar code)
{
    switch (opening) {
    case 0x00AB: return code == 0x00BB;                   /* « » */
    case 0x2039: return code == 0x203A;                   /* ‹ › */
    case 0x201C: return code == 0x201D;                   /* “ ” */
    case 0x201E: return code == 0x201C || code == 0x201D; /* „ “ */
    default: return false;
    }
}

static bool opens_quote(FriBidiChar code)
{
    return code == 0x00AB || code == 0x2039 || code == 0x201C || code == 0x201E;
}

static bool is_leftward(FriBidiChar code)
{
    FriBidiCharType type = fribidi_get_bidi_type(code);
    return FRIBIDI_IS_RTL(type) && FRIBIDI_IS_LETTER(type);
}

/* Quotations with letters that read to the left. They are for UAX 9 (HL3) what isolates
 * are: two of them in a row keep their order, and a figure behind one stays there. */
static Line find_quotations(Arena *arena, const FriBidiChar *codes, int count)
{
    size_t room = (size_t)count;
    bool *opens = arena_array(arena, room, sizeof *opens);
    bool *closes = arena_array(arena, room, sizeof *closes);
    int *open = arena_array(arena, room, sizeof *open);
    int depth = 0, last_leftward = -1;
    for (int i = 0; i < count; i++) {
        if (depth > 0 && closes_quote(codes[open[depth - 1]], codes[i])) {
            int opening = open[--depth];
            opens[opening] = closes[i] = last_leftward > opening;
        } else if (opens_quote(codes[i])) {
            open[depth++] = i;
        } else if (is_leftward(codes[i])) {
            last_leftward = i;
        }
    }
    return (Line){ codes, count, opens, closes };
}

static Marked mark_quotations(Arena *arena, const Line *line)
{
    size_t room = (size_t)line->count;
    Marked marked = { .codes = arena_array(arena, 2 * room, sizeof *marked.codes),
                      .places = arena_array(arena, room, sizeof *marked.places) };
    for (int i = 0; i < line->count; i++) {
        if (line->closes[i])
            marked.codes[marked.count++] = POP_ISOLATE;
        marked.places[i] = marked.count;
        marked.codes[marked.count++] = line->codes[i];
        if (line->opens[i])
            marked.codes[marked.count++] = FIRST_STRONG_ISOLATE;
    }
    return marked;
}

static FriBidiParType direction_of(const FriBidiCharType *types, int count)
{
    bool has_leftward = false;
    int depth = 0;
    for (int i = 0; i < count; i++) {
        if (FRIBIDI_IS_ISOLATE(types[i]))
            depth += types[i] == FRIBIDI_TYPE_PDI ? -(depth > 0) : 1;
        else if (depth == 0 && types[i] == FRIBIDI_TYPE_LTR)
            return FRIBIDI_PAR_LTR;
        else if (depth == 0 && FRIBIDI_IS_RTL(types[i]) && FRIBIDI_IS_LETTER(types[i]))
            has_leftward = true;
    }
    return has_leftward ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

/* Levels of the codes of a line; zero when FriBidi has no memory. */
static void find_levels(Arena *arena, const Line *line, FriBidiLevel *levels)
{
    Marked marked = mark_quotations(arena, line);
    size_t room = (size_t)marked.count;
    FriBidiCharType *types = arena_array(arena, room, sizeof *types);
    FriBidiBracketType *brackets = arena_array(arena, room, sizeof *brackets);
    FriBidiLevel *found = arena_array(arena, room, sizeof *found);
    fribidi_get_bidi_types(marked.codes, marked.count, types);
    fribidi_get_bracket_types(marked.codes, marked.count, types, brackets);
    FriBidiParType direction = direction_of(types, marked.count);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, marked.count, &direction,
                                             found))
        return;
    for (int i = 0; i < line->count; i++)
        levels[i] = found[marked.places[i]];
}

const uint8_t *bidi_levels(Arena *arena, Str text)
{
    if (!unicode_may_turn(text))
        return NULL;
    FriBidiChar *codes = arena_array(arena, text.len, sizeof *codes);
    FriBidiLevel *found = arena_array(arena, text.len, sizeof *found);
    int count = 0;
    for (size_t at = 0; at < text.len;)
        codes[count++] = utf8_next(text, &at);
    for (int from = 0, to; from < count; from = to) {
        to = from;
        while (to < count && codes[to++] != '\n')
            ;
        Line line = find_quotations(arena, codes + from, to - from);
        find_levels(arena, &line, found + from);
    }

    uint8_t *levels = arena_array(arena, text.len, sizeof *levels);
    for (size_t at = 0, i = 0; at < text.len; i++) {
        size_t from = at;
        utf8_next(text, &at);
        while (from < at)
            levels[from++] = (uint8_t)found[i];
    }
    return levels;
}

static void reverse(int *order, int from, int to)
{
    for (to--; from < to; from++, to--) {
        int kept = order[from];
        order[from] = order[to];
        order[to] = kept;
    }
}

void bidi_order(const uint8_t *levels, int count, int *order)
{
    uint8_t highest = 0;
    for (int i = 0; i < count; i++) {
        order[i] = i;
        highest = levels[i] > highest ? levels[i] : highest;
    }
    for (; highest > 0; highest--)
        for (int from = 0, to; from < count; from = to + 1) {
            for (to = from; to < count && levels[to] >= highest; to++)
                ;
            reverse(order, from, to);
        }
}
