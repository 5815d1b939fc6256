#include "base/unicode.h"
#include "expect.h"

static Arena *arena;

static void test_texts(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input, *nfc, *folded, *upper;
    } rows[] = {
        {"nothing",     "",                "",               "",               ""              },
        { "ASCII",      "Hei 1",           "Hei 1",          "hei 1",          "HEI 1"         },
        { "Norwegian",  "Ærlig Å",       "Ærlig Å",      "ærlig å",      "ÆRLIG Å"     },
        { "decomposed", "A\u030A e\u0301", "Å é",          "å é",          "Å É"         },
        { "sharp s",    "Straße",         "Straße",        "strasse",        "STRASSE"       },
        { "ligature",   "\uFB01n",         "\uFB01n",        "fin",            "FIN"           },
        { "sigma",      "Σίσυφος",  "Σίσυφος", "σίσυφοσ", "ΣΊΣΥΦΟΣ"},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str input = str_from_c(rows[i].input);
        expect_str(rows[i].name, unicode_nfc(arena, input), rows[i].nfc);
        expect_str(rows[i].name, unicode_fold(arena, input), rows[i].folded);
        expect_str(rows[i].name, unicode_upper(arena, input, S("nb")), rows[i].upper);
    }
    expect_str("Turkish", unicode_upper(arena, S("i"), S("tr")), "İ");
    expect_str("with a region", unicode_upper(arena, S("i"), S("tr-TR")), "İ");
}

/* A letter beyond Latin-1 sends a text to libunistring: both ways give the same. */
static void test_folding_in_place(void **state)
{
    (void)state;
    for (uint32_t code_point = 1; code_point < 0x2100; code_point++) {
        char bytes[4];
        Str one = { bytes, (size_t)utf8_encode(code_point, bytes) };
        Str with_other = str_concat(arena, S("aā "), one);
        Str other = unicode_fold(arena, with_other);
        Str folded = unicode_fold(arena, one);
        expect_str("folded", str_concat(arena, S("aā "), folded), str_c(arena, other));
    }
}

/* The text with "|" where a line may and "!" where it must break. */
static Str with_breaks(Str s)
{
    const LineBreak *breaks = unicode_line_breaks(arena, s);
    Buffer buffer = buffer_in(arena);
    for (size_t i = 0; i < s.len; i++) {
        if (breaks[i] != BREAK_NONE)
            buffer_char(&buffer, breaks[i] == BREAK_ALLOWED ? '|' : '!');
        buffer_char(&buffer, s.at[i]);
    }
    return buffer_text(&buffer);
}

static void test_line_breaks(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input, *want;
    } rows[] = {
        {"nothing",           "",               ""               },
        { "words",            "ja og nei",      "ja |og |nei"    },
        { "hyphen",           "e-post",         "e-|post"        },
        { "hard space",       "10\u00A0000 kr", "10\u00A0000 |kr"},
        { "quotation marks",  "sa «ja» nå",  "sa |«ja» |nå"},
        { "line feed",        "a\nb",           "a\n!b"          },
        { "carriage return",  "a\r\nb",         "a\r\n!b"        },
        { "empty line",       "a\n\nb",         "a\n!\n!b"       },
        { "feed at the end",  "a\n",            "a\n"            },
        { "before letters",   "a\nå",          "a\n!å"         },
        { "line separator",   "a\u2028b",       "a\u2028!b"      },
        { "zero width space", "a\u200Bb",       "a\u200B|b"      },
        { "soft hyphen",      "a\u00ADb",       "a\u00AD|b"      },
        { "emoji sequence",   "👩‍🌾 x",  "👩‍🌾 |x" },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(rows[i].name, with_breaks(str_from_c(rows[i].input)), rows[i].want);
}

static void test_graphemes(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input;
        int want;
    } rows[] = {
        {"nothing",  "",                    0},
        { "letters", "blå",                3},
        { "marks",   "e\u0301a\u030A",      2},
        { "CRLF",    "a\r\nb",              3},
        { "family",  "👩‍👩‍👧x", 2},
        { "flags",   "🇳🇴🇸🇪",    2},
        { "Hangul",  "각",                 1},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str s = str_from_c(rows[i].input);
        const bool *begins = unicode_graphemes(arena, s);
        int count = 0;
        for (size_t j = 0; j < s.len; j++)
            count += begins[j];
        expect_int(rows[i].name, count, rows[i].want);
    }
}

static void test_categories(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t code_point;
        bool is_mark, is_letter, is_digit, is_control;
    } rows[] = {
        {"letter",        U'å',  false, true,  false, false},
        { "digit",        U'7',   false, false, true,  false},
        { "Arabic digit", 0x0663, false, false, true,  false},
        { "mark",         0x0301, true,  false, false, false},
        { "enclosing",    0x20E3, true,  false, false, false},
        { "line feed",    '\n',   false, false, false, true },
        { "direction",    0x202E, false, false, false, true },
        { "joiner",       0x200D, false, false, false, false},
        { "non-joiner",   0x200C, false, false, false, false},
        { "soft hyphen",  0x00AD, false, false, false, false},
        { "surrogate",    0xD800, false, false, false, true },
        { "no character", 0xFFFE, false, false, false, true },
        { "private use",  0xE000, false, false, false, false},
        { "hard space",   0x00A0, false, false, false, false},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        uint32_t c = rows[i].code_point;
        expect_int(rows[i].name, unicode_is_mark(c), rows[i].is_mark);
        expect_int(rows[i].name, unicode_is_letter(c), rows[i].is_letter);
        expect_int(rows[i].name, unicode_is_digit(c), rows[i].is_digit);
        expect_int(rows[i].name, unicode_is_control(c), rows[i].is_control);
    }
}

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),       cmocka_unit_test(test_folding_in_place),
        cmocka_unit_test(test_line_breaks), cmocka_unit_test(test_graphemes),
        cmocka_unit_test(test_categories),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
