#include "expect.h"
#include "text/bidi.h"

/* Levels, a figure a character, of text in reading order; "-" when all is 0. `order` is
 * what stands on the line from left to right, by place in the text. Worked out by the
 * rules of UAX 9 by hand. */
typedef struct BidiRow {
    const char *name, *text, *levels, *order;
} BidiRow;

static const BidiRow rows[] = {
    {"Latin",                          "ja – 5 %",   "-",          "01234567"  },
    { "a word in a line",              "a אב c",     "001100",     "013245"    },
    { "blanks between belong to them", "ab cd א ב",  "000000111",  "012345876" },
    { "a number within",               "abc א 12 ב", "0000112211", "0123986754"},
    { "brackets within",               "abc (א) d",   "000001000",  "012345678" },
    { "a sentence of its own",         "אבג a.",    "111121",     "543210"    },
};

static void test_rows(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str text = str_from_c(rows[i].text);
        Bidi bidi = bidi_levels(arena, text);
        uint8_t levels[32];
        int order[32], count = 0;
        Buffer shown = buffer_in(arena), placed = buffer_in(arena);
        for (size_t at = 0; at < text.len; utf8_next(text, &at)) {
            levels[count] = bidi.levels ? bidi.levels[at] : 0;
            buffer_char(&shown, (char)('0' + levels[count++]));
        }
        bidi_order(levels, count, order);
        for (int c = 0; c < count; c++)
            buffer_char(&placed, (char)('0' + order[c]));
        expect_str(rows[i].name, bidi.levels ? buffer_text(&shown) : S("-"),
                   rows[i].levels);
        expect_str(rows[i].name, buffer_text(&placed), rows[i].order);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
