#include "base/colour.h"
#include "base/date.h"
#include "expect.h"

#include <limits.h>
#include <math.h>
#include <string.h>

static Arena *arena;

typedef struct TextRow {
    const char *name;
    Str input;
    const char *want;
} TextRow;

static void test_trim(void **state)
{
    (void)state;
    static const TextRow rows[] = {
        {"nothing",       { "", 0 },                   ""   },
        { "only blanks",  { " \t\r\n\v\f ", 7 },       ""   },
        { "both ends",    { "  a b ", 6 },             "a b"},
        { "hard space",   { "\xC2\xA0 a\xC2\xA0", 6 }, "a"  },
        { "byte order",
         { "\xEF\xBB\xBF"
            "a",
            4 },
         "a"                                                },
        { "letter after", { "\xC3\xA0", 2 },           "à" },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(rows[i].name, str_trim(rows[i].input), rows[i].want);
}

static void test_fold_space(void **state)
{
    (void)state;
    static const TextRow rows[] = {
        {"nothing",      { "", 0 },                ""   },
        { "line breaks", { " a \r\n\r\n b ", 10 }, "a b"},
        { "hard space",
         { "10\xC2\xA0"
            "000",
            7 },
         "10 000"                                       },
        { "wide space",
         { "\xE2\x80\x83"
            "a\xE2\x80\x89"
            "b\xE2\x80\x83",
            11 },
         "a b"                                          },
        { "kept",        { "a b", 3 },             "a b"},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(rows[i].name, str_fold_space(arena, rows[i].input), rows[i].want);
}

static void test_replace(void **state)
{
    (void)state;
    static const struct {
        const char *name, *s, *needle, *with, *want;
    } rows[] = {
        {"none",          "abc",    "x",   "y",  "abc"      },
        { "one",          "a{n}b",  "{n}", "14", "a14b"     },
        { "all",          "aXbXXc", "X",   "--", "a--b----c"},
        { "away",         "aXbX",   "X",   "",   "ab"       },
        { "empty needle", "abc",    "",    "y",  "abc"      },
        { "whole",        "aa",     "aa",  "",   ""         },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str got = str_replace(arena, str_from_c(rows[i].s), str_from_c(rows[i].needle),
                              str_from_c(rows[i].with));
        expect_str(rows[i].name, got, rows[i].want);
    }
}

static void test_slices(void **state)
{
    (void)state;
    expect_str("inside", str_slice(S("abcd"), 1, 3), "bc");
    expect_str("beyond the end", str_slice(S("abcd"), 2, 99), "cd");
    expect_str("turned around", str_slice(S("abcd"), 3, 1), "");
    expect_int("found", str_find(S("abcabc"), S("ca")), 2);
    expect_int("not found", str_find(S("abc"), S("x")), -1);
    expect_int("in nothing", str_find((Str){ 0 }, S("x")), -1);
    expect_int("empty needle", str_find(S("abc"), S("")), 0);
    expect_int("starts", str_starts(S("abc"), S("ab")), true);
    expect_int("too short to start", str_starts(S("a"), S("ab")), false);
    expect_int("ends", str_ends(S("abc"), S("bc")), true);
    expect_int("prefix sorts first", str_compare(S("a"), S("ab")) < 0, true);
    expect_int("sorts by bytes", str_compare(S("å"), S("z")) > 0, true);
    expect_int("empty texts are equal", str_equal((Str){ 0 }, S("")), true);
    expect_str("joined", str_concat(arena, S("a"), S("b")), "ab");
    expect_str("formatted", str_format(arena, "%d%s", 4, "x"), "4x");
    expect_str("from NULL", str_from_c(NULL), "");
}

static void test_nearest(void **state)
{
    (void)state;
    static const Str words[] = {
        {"title",     5},
        { "subtitle", 8},
        { "body",     4},
        { "kicker",   6},
        { "id",       2},
        { "når",     4}
    };
    static const struct {
        const char *name, *input, *want;
    } rows[] = {
        {"swap",            "titel",     "title"   },
        { "missing letter", "titl",      "title"   },
        { "extra letter",   "bodyy",     "body"    },
        { "case",           "Title",     "title"   },
        { "composed apart", "na\u030Ar", "når"    },
        { "the nearest",    "subtitel",  "subtitle"},
        { "too far",        "tilt",      ""        },
        { "too short",      "x",         ""        },
        { "nothing",        "",          ""        },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str got =
            str_nearest(arena, str_from_c(rows[i].input), words, ROW_COUNT(words));
        expect_str(rows[i].name, got, rows[i].want);
    }
}

static void test_shown(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        Str input;
        int max;
        const char *want;
    } rows[] = {
        {"as it is",           { "hei", 3 },               3, "hei"              },
        { "cut",               { "heisann", 7 },           3, "hei…"           },
        { "control",           { "a\n\t\r\x01", 5 },       9, "a\\n\\t\\r\\u0001"},
        { "zero byte",         { "a\0b", 3 },              9, "a\\u0000b"        },
        { "turned direction",  { "\xE2\x80\xAE", 3 },      9, "\\u202E"          },
        { "outside the BMP",   { "\xF3\xA0\x80\x81", 4 },  9, "\\U000E0001"      },
        { "joiner kept",       { "a\xE2\x80\x8D", 4 },     9, "a\u200D"          },
        { "grapheme kept",     { "ae\xCC\x81x", 5 },       2, "a…"             },
        { "one long grapheme", { "e\xCC\x81\xCC\x81", 5 }, 2, "e\u0301…"       },
        { "nothing",           { "", 0 },                  9, ""                 },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(rows[i].name, str_shown(arena, rows[i].input, rows[i].max),
                   rows[i].want);
}

static void test_utf8_check(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        Str input;
        size_t want;
    } rows[] = {
        {"nothing",            { "", 0 },                        0 },
        { "all lengths",       { "aå–\xF0\x9F\x98\x80", 10 }, 10},
        { "Latin-1",           { "bl\xE5", 3 },                  2 },
        { "cut off",           { "a\xE2\x80", 3 },               1 },
        { "overlong slash",    { "\xC0\xAF", 2 },                0 },
        { "overlong of three", { "\xE0\x80\xAF", 3 },            0 },
        { "overlong of four",  { "\xF0\x80\x80\x80", 4 },        0 },
        { "surrogate",         { "\xED\xA0\x80", 3 },            0 },
        { "last before them",  { "\xED\x9F\xBF", 3 },            3 },
        { "beyond U+10FFFF",   { "\xF4\x90\x80\x80", 4 },        0 },
        { "U+10FFFF",          { "\xF4\x8F\xBF\xBF", 4 },        4 },
        { "lone continuation", { "a\x80", 2 },                   1 },
        { "F5",                { "\xF5\x80\x80\x80", 4 },        0 },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_int(rows[i].name, (long)utf8_check(rows[i].input), (long)rows[i].want);
}

static void test_utf8_round_trip(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[4];
        Str s = { bytes, (size_t)utf8_encode(c, bytes) };
        size_t offset = 0;
        if (utf8_next(s, &offset) != c || offset != s.len || utf8_count(s) != 1)
            fail_msg("U+%04X does not come back", (unsigned)c);
    }
    size_t offset = 0;
    expect_int("malformed", utf8_next((Str){ "\xE5x", 2 }, &offset), 0xFFFD);
    expect_int("one byte on", (long)offset, 1);
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input;
        double want; /* NAN: no number */
    } rows[] = {
        {"whole",            "14",                         14               },
        { "negative",        "-3.5",                       -3.5             },
        { "exact",           "0.1",                        0.1              },
        { "zeros",           "007.250",                    7.25             },
        { "many decimals",   "0.333333333333333333333333", 0.333333333333333},
        { "nothing",         "",                           (double)NAN      },
        { "sign alone",      "-",                          (double)NAN      },
        { "comma",           "3,5",                        (double)NAN      },
        { "exponent",        "1e3",                        (double)NAN      },
        { "no digit before", ".5",                         (double)NAN      },
        { "no digit after",  "5.",                         (double)NAN      },
        { "blank",           " 5",                         (double)NAN      },
        { "plus",            "+5",                         (double)NAN      },
        { "word",            "nan",                        (double)NAN      },
        { "hexadecimal",     "0x10",                       (double)NAN      },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        double got = (double)NAN;
        bool is_number = str_to_number(str_from_c(rows[i].input), &got);
        if (is_number == isnan(rows[i].want) || (is_number && got != rows[i].want))
            fail_msg("%s: got %.17g, want %.17g", rows[i].name, got, rows[i].want);
    }
    char digits[400];
    memset(digits, '9', sizeof digits);
    double got;
    expect_int("too large", str_to_number((Str){ digits, sizeof digits }, &got), false);
}

static void test_integers(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input;
        bool is_integer;
        long want;
    } rows[] = {
        {"zero",       "0",                    true,  0       },
        { "negative",  "-12",                  true,  -12     },
        { "largest",   "9223372036854775807",  true,  LONG_MAX},
        { "smallest",  "-9223372036854775808", true,  LONG_MIN},
        { "too large", "9223372036854775808",  false, 0       },
        { "too small", "-9223372036854775809", false, 0       },
        { "longer",    "99999999999999999999", false, 0       },
        { "decimals",  "1.0",                  false, 0       },
        { "nothing",   "",                     false, 0       },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        long got = 0;
        expect_int(rows[i].name, str_to_integer(str_from_c(rows[i].input), &got),
                   rows[i].is_integer);
        expect_int(rows[i].name, got, rows[i].want);
    }
}

static void test_buffer_number(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double value;
        const char *want;
    } rows[] = {
        {"zero",            0,           "0"            },
        { "minus zero",     -0.0,        "0"            },
        { "rounds to zero", -0.0004,     "0"            },
        { "three decimals", 12.3456,     "12.346"       },
        { "no zeros",       -0.05,       "-0.05"        },
        { "carries",        0.9999,      "1"            },
        { "not a number",   (double)NAN, "0"            },
        { "huge",           1e300,       "1000000000000"},
        { "whole",          -540,        "-540"         },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Buffer buffer = buffer_in(arena);
        buffer_number(&buffer, rows[i].value);
        expect_str(rows[i].name, buffer_text(&buffer), rows[i].want);
    }
}

static void test_buffer_grows(void **state)
{
    (void)state;
    Buffer buffer = buffer_in(arena);
    for (int i = 0; i < 1000; i++) {
        buffer_integer(&buffer, i - 500);
        buffer_char(&buffer, ' ');
        buffer_format(&buffer, "%s", "x");
        buffer_c(&buffer, "y");
        buffer_str(&buffer, S("z\n"));
    }
    Str text = buffer_text(&buffer);
    expect_int("begins", str_starts(text, S("-500 xyz\n-499 xyz\n")), true);
    expect_int("ends", str_ends(text, S("\n499 xyz\n")), true);
    buffer = buffer_in(arena);
    buffer_integer(&buffer, LONG_MIN);
    expect_str("smallest", buffer_text(&buffer), "-9223372036854775808");
}

static void test_colours(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input;
        bool is_colour;
        Colour want;
    } rows[] = {
        {"six digits", "#1B2a34", true,  { 0x1B, 0x2A, 0x34 }},
        { "three",     "#fA0",    true,  { 0xFF, 0xAA, 0x00 }},
        { "no hash",   "1B2A34",  false, { 0 }               },
        { "four",      "#1234",   false, { 0 }               },
        { "no digit",  "#12345g", false, { 0 }               },
        { "nothing",   "",        false, { 0 }               },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Colour got = { 0 };
        expect_int(rows[i].name, colour_read(str_from_c(rows[i].input), &got),
                   rows[i].is_colour);
        expect_int(rows[i].name, colour_equal(got, rows[i].want), true);
    }
    const Colour black = { 0, 0, 0 }, white = { 255, 255, 255 };
    const Colour petrol = { 0x14, 0x56, 0x6A }, grey = { 0x77, 0x77, 0x77 };
    assert_true(fabs(colour_contrast(black, white) - 21) < 1e-9);
    assert_true(fabs(colour_contrast(grey, white) - 4.48) < 0.005);
    assert_true(colour_equal(colour_label(petrol, black, white), white));
    assert_true(colour_equal(colour_label(white, black, white), black));
    assert_true(colour_equal(colour_mix(black, white, 0.5), (Colour){ 128, 128, 128 }));
    assert_true(colour_equal(colour_mix(black, white, 7), white));
}

static void test_dates(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input;
        bool is_day;
    } rows[] = {
        {"a day",            "2024-11-28",  true },
        { "leap day",        "2024-02-29",  true },
        { "of a century",    "2000-02-29",  true },
        { "no leap year",    "2023-02-29",  false},
        { "no leap century", "1900-02-29",  false},
        { "31 in April",     "2024-04-31",  false},
        { "month 13",        "2024-13-01",  false},
        { "day 0",           "2024-01-00",  false},
        { "year 0",          "0000-01-01",  false},
        { "one digit",       "2024-1-01",   false},
        { "Norwegian",       "28.11.2024",  false},
        { "letters",         "2024-1l-28",  false},
        { "time after it",   "2024-11-28T", false},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Date got = { 0 };
        expect_int(rows[i].name, date_read(str_from_c(rows[i].input), &got),
                   rows[i].is_day);
        expect_int(rows[i].name, date_is_set(got), rows[i].is_day);
    }
    const Date day = { 2024, 11, 28 };
    assert_true(date_compare(day, (Date){ 2024, 11, 28 }) == 0);
    assert_true(date_compare(day, (Date){ 2024, 12, 1 }) < 0);
    assert_true(date_compare(day, (Date){ 2023, 12, 31 }) > 0);
}

static void test_diags(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    DiagMark mark = diag_mark(&diags);
    diag_hint(&diags, "to nothing");
    for (int i = 0; i < DIAG_MAX + 3; i++)
        diag_error(&diags, (Place){ .line = i + 1, .column = 2 }, "no %d", i);
    diag_hint(&diags, "of a message that was dropped");
    expect_int("kept", diags.list.count, DIAG_MAX);
    expect_int("counted", diags.counts[DIAG_ERROR], DIAG_MAX + 3);
    expect_str("no hint on another", diags.list.at[DIAG_MAX - 1].hint, "");
    diag_warning(&diags, (Place){ 0 }, "other severities are kept");
    diag_hint(&diags, "with a hint");
    expect_str("hint", diags.list.at[DIAG_MAX].hint, "with a hint");
    diag_rewind(&diags, mark);
    assert_false(diag_has_errors(&diags));

    Place row = { .file = S("a.csv"), .row = 14, .heading = S("Kommune\n") };
    expect_str("cell", place_text(arena, row), "a.csv: row 14, column \"Kommune\\n\"");
    Place line = { .file = S("a.yaml"), .line = 3, .column = 9 };
    expect_str("line", place_text(arena, line), "a.yaml:3:9");
    expect_str("file", place_text(arena, (Place){ .file = S("a.yaml") }), "a.yaml");
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
        cmocka_unit_test(test_trim),          cmocka_unit_test(test_fold_space),
        cmocka_unit_test(test_replace),       cmocka_unit_test(test_slices),
        cmocka_unit_test(test_nearest),       cmocka_unit_test(test_shown),
        cmocka_unit_test(test_utf8_check),    cmocka_unit_test(test_utf8_round_trip),
        cmocka_unit_test(test_numbers),       cmocka_unit_test(test_integers),
        cmocka_unit_test(test_buffer_number), cmocka_unit_test(test_buffer_grows),
        cmocka_unit_test(test_colours),       cmocka_unit_test(test_dates),
        cmocka_unit_test(test_diags),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
