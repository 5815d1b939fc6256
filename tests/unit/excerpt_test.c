#include "command/excerpt.h"
#include "expect.h"

static Arena *arena;

static void test_lines(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        int line, column;
        const char *want;
    } rows[] = {
        {"first",                  "a: 1\nb: 2\n",           1, 4, "    1 | a: 1\n      |    ^\n"      },
        { "after the last break",  "a: 1\n",                 2, 1, "    2 | \n      | ^\n"             },
        { "no such line",          "a: 1",                   2, 1, ""                                  },
        { "the file as a whole",   "a: 1",                   0, 0, ""                                  },
        { "CRLF and mark",         "\uFEFFa: 1\r\nb: 2\r\n", 2, 1,
         "    2 | b: 2\n      | ^\n"                                                                   },
        { "line separator",        "# a\u2028b: 2",          2, 4, "    2 | b: 2\n      |    ^\n"      },
        { "tab",                   "\ta: 1",                 1, 2, "    1 |     a: 1\n      |     ^\n" },
        { "wide",                  "漢字: 1",              1, 3, "    1 | 漢字: 1\n      |     ^\n"},
        { "combining",             "a\u030A: 1",             1, 3, "    1 | a\u030A: 1\n      |  ^\n"  },
        { "what a terminal obeys", "a: \x1B[2J",             1, 4,
         "    1 | a: \uFFFD[2J\n      |    ^\n"                                                        },
        { "beyond the end",        "a",                      1, 9, "    1 | a\n      |  ^\n"           },
        { "not UTF-8",             "a: \xFF",                1, 4, ""                                  },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(
            rows[i].name,
            excerpt_text(arena, str_from_c(rows[i].text),
                         (Place){ .line = rows[i].line, .column = rows[i].column }),
            rows[i].want);
}

/* A line of 300 digits: its start, its middle and its end are shown around the caret.
 */
static void test_long_line(void **state)
{
    (void)state;
    static const int columns[] = { 1, 150, 300 };
    char digits[300];
    for (int i = 0; i < 300; i++)
        digits[i] = (char)('0' + (i + 1) % 10);
    for (size_t i = 0; i < ROW_COUNT(columns); i++) {
        Place place = { .line = 1, .column = columns[i] };
        Str got = excerpt_text(arena, (Str){ digits, sizeof digits }, place);
        size_t end = (size_t)str_find(got, S("\n"));
        Str line = str_slice(got, 0, end), below = str_slice(got, end + 1, got.len - 1);
        assert_true(utf8_count(line) <= EXCERPT_WIDTH + 10);
        /* The caret is the last character of its line: what stands above it is the
         * digit of the column. */
        size_t at = 0;
        uint32_t above = 0;
        for (int j = utf8_count(below); j > 0; j--)
            above = utf8_next(line, &at);
        expect_int("digit above the caret", (long)above - '0', columns[i] % 10);
    }
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_lines),
                                        cmocka_unit_test(test_long_line) };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
