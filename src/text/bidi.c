#include "text/bidi.h"

#include <fribidi/fribidi.h>

/* Whether a character may read to the left, or change how others read: from Hebrew to
 * N'Ko, their supplements and forms, what stands beyond the basic plane, and marks of
 * direction. Most texts have none, and need no more than this look at their bytes. */
static bool may_turn(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        unsigned char next = i + 1 < text.len ? (unsigned char)text.at[i + 1] : 0;
        if ((c >= 0xD6 && c <= 0xDF) || (c == 0xE0 && next >= 0xA0 && next < 0xA4) ||
            (c == 0xEF && next >= 0xAC && next <= 0xBB) ||
            (c == 0xF0 && next == 0x90) || (c == 0xF0 && next == 0x9E))
            return true;
    }
    return false;
}

/* A few foreign words turn nothing around, wherever they stand. */
static FriBidiParType direction_of(const FriBidiCharType *types, int count)
{
    int leftward = 0, rightward = 0;
    for (int i = 0; i < count; i++) {
        leftward += FRIBIDI_IS_RTL(types[i]) && FRIBIDI_IS_LETTER(types[i]);
        rightward += types[i] == FRIBIDI_TYPE_LTR;
    }
    return leftward > rightward ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

Bidi bidi_levels(Arena *arena, Str text)
{
    if (!may_turn(text))
        return (Bidi){ 0 };
    FriBidiChar *codes = arena_array(arena, text.len, sizeof *codes);
    int count = 0;
    for (size_t at = 0; at < text.len;)
        codes[count++] = utf8_next(text, &at);
    size_t room = (size_t)count;
    FriBidiCharType *types = arena_array(arena, room, sizeof *types);
    FriBidiBracketType *brackets = arena_array(arena, room, sizeof *brackets);
    FriBidiLevel *found = arena_array(arena, room, sizeof *found);
    fribidi_get_bidi_types(codes, count, types);
    fribidi_get_bracket_types(codes, count, types, brackets);
    FriBidiParType direction = direction_of(types, count);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, found))
        return (Bidi){ 0 };

    uint8_t *levels = arena_array(arena, text.len, sizeof *levels);
    for (size_t at = 0, i = 0; at < text.len; i++) {
        size_t from = at;
        utf8_next(text, &at);
        while (from < at)
            levels[from++] = (uint8_t)found[i];
    }
    return (Bidi){ .levels = levels, .base = direction == FRIBIDI_PAR_RTL };
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
