#include "expect.h"
#include "text/bidi.h"

/* Levels, a figure a character, of text in reading order; "-" when all is 0. `order` is
 * what stands on the line from left to right, by place in the text. Worked out by the
 * rules of UAX 9 by hand. */
typedef struct BidiRow {
    const char *name, *text, *levels, *order;
} BidiRow;

static const BidiRow rows[] = {
    {"Latin",                          "ja – 5 %",               "-",             "01234567"    },
    { "a word in a line",              "a אב c",                 "001100",        "013245"      },
    { "blanks between belong to them", "ab cd א ב",              "000000111",     "012345876"   },
    { "a number within",               "abc א 12 ב",             "0000112211",    "0123986754"  },
    { "brackets within",               "abc (א) d",               "000001000",     "012345678"   },
    { "a Latin word turns its line",   "אבג a.",                "111000",        "210345"      },
    { "a line of its own",             "אב 1.",                  "11121",         "43210"       },
    { "a figure behind it",            "a אב – 5",             "00111112",      "01765432"    },
    { "behind its quotation",          "a «אב» – 5",         "0001100000",    "0124356789"  },
    { "quotations in a row",           "a «א», „ב” b",     "000100001000",  "0123456789:;"},
    { "first letter of a quotation",   "a «אb.»",               "0001210",       "0125436"     },
    { "set apart",                     "\u2068אב\u2069 (5)",     "01100000",      "02134567"    },
    { "set apart, with its own",       "a \u2068א (b)\u2069 (5)", "0001112100000",
     "0127654389:;<"                                                                              },
    { "lines apart",                   "אב\na אב",             "1110011",       "2103465"     },
};

static void test_rows(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str text = str_from_c(rows[i].text);
        const uint8_t *found = bidi_levels(arena, text);
        uint8_t levels[32];
        int order[32], count = 0;
        Buffer shown = buffer_in(arena), placed = buffer_in(arena);
        for (size_t at = 0; at < text.len; utf8_next(text, &at)) {
            levels[count] = found ? found[at] : 0;
            buffer_char(&shown, (char)('0' + levels[count++]));
        }
        bidi_order(levels, count, order);
        for (int c = 0; c < count; c++)
            buffer_char(&placed, (char)('0' + order[c]));
        expect_str(rows[i].name, found ? buffer_text(&shown) : S("-"), rows[i].levels);
        expect_str(rows[i].name, buffer_text(&placed), rows[i].order);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
