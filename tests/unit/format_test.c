#include "layout_sample.h"

#include <math.h>
#include <stdlib.h>

static Sample sample;

static int setup(void **state)
{
    (void)state;
    sample = sample_new();
    sample_fill(&sample);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(sample.arena);
    return 0;
}

static void expect_text(const char *row, Str got, const char *want)
{
    expect_str(row, sample_visible(&sample, got), want);
}

static void test_figures(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *name;
        Statistic statistic;
        Figure figure;
        const char *want;
    } rows[] = {
        { "count", STATISTIC_N, { .state = FIGURE_SHOWN, .value = 999, .base = 1 }, "999" },
        { "thousands", STATISTIC_INVITED, { .state = FIGURE_SHOWN, .value = 1678, .base = 1 }, "1~678" },
        { "millions", STATISTIC_N, { .state = FIGURE_SHOWN, .value = 1234567, .base = 1 }, "1~234~567" },
        { "six digits", STATISTIC_N, { .state = FIGURE_SHOWN, .value = 100000, .base = 1 }, "100~000" },
        { "none", STATISTIC_ANSWERS, { .state = FIGURE_SHOWN, .value = 0, .base = 0 }, "0" },
        { "mean", STATISTIC_MEAN, { .state = FIGURE_SHOWN, .value = 3.4, .base = 1 }, "3,4" },
        { "half up", STATISTIC_MEAN, { .state = FIGURE_SHOWN, .value = 3.25, .base = 1 }, "3,3" },
        { "half, binary below", STATISTIC_MEAN, { .state = FIGURE_SHOWN, .value = 2.35, .base = 1 }, "2,4" },
        { "half, 1.05", STATISTIC_MEAN, { .state = FIGURE_SHOWN, .value = 1.05, .base = 1 }, "1,1" },
        { "just below a half", STATISTIC_MEAN, { .state = FIGURE_SHOWN, .value = 3.2499, .base = 1 }, "3,2" },
        { "whole mean", STATISTIC_MEDIAN, { .state = FIGURE_SHOWN, .value = 3, .base = 1 }, "3,0" },
        { "share", STATISTIC_AGREE, { .state = FIGURE_SHOWN, .value = 0.145, .base = 1 }, "15~%" },
        { "noise of 0.29", STATISTIC_SHARE, { .state = FIGURE_SHOWN, .value = 0.29, .base = 1 }, "29~%" },
        { "all", STATISTIC_RESPONSE_RATE, { .state = FIGURE_SHOWN, .value = 1, .base = 1 }, "100~%" },
        { "more", STATISTIC_CHANGE, { .state = FIGURE_SHOWN, .value = 0.25, .base = 1 }, "+0,3" },
        { "less", STATISTIC_CHANGE, { .state = FIGURE_SHOWN, .value = -0.25, .base = 1 }, "−0,3" },
        { "a whole step less", STATISTIC_CHANGE, { .state = FIGURE_SHOWN, .value = -1.04, .base = 1 }, "−1,0" },
        { "rounds to nothing", STATISTIC_CHANGE, { .state = FIGURE_SHOWN, .value = -0.049, .base = 1 }, "±0,0" },
        { "nothing", STATISTIC_CHANGE, { .state = FIGURE_SHOWN, .value = 0, .base = 1 }, "±0,0" },
        { "rank", STATISTIC_RANK, { .state = FIGURE_SHOWN, .value = 8, .base = 1 }, "nr.~8" },
        { "not a number", STATISTIC_MEAN, { .state = FIGURE_SHOWN, .value = (double)NAN, .base = 1 }, "–" },
        { "missing", STATISTIC_MEAN, { .state = FIGURE_MISSING, .value = 0, .base = 0 }, "–" },
        { "hidden", STATISTIC_MEAN, { .state = FIGURE_HIDDEN, .value = 0, .base = 0 }, "skjermet (n~<~5)" },
        { "not asked", STATISTIC_MEAN,
          { .state = FIGURE_NOT_ASKED, .round = { "2024", 4 } }, "ikke stilt i 2024" },
        { "no part", STATISTIC_MEAN,
          { .state = FIGURE_NO_PART, .round = { "2024", 4 } }, "deltok ikke i 2024" },
        { "withheld", STATISTIC_MEAN, { .state = FIGURE_WITHHELD }, "skjermet" },
        { "points", STATISTIC_AGREE_CHANGE, { .value = 0.041 }, "+4~prosentpoeng" },
        { "points less", STATISTIC_AGREE_CHANGE, { .value = -0.12 },
          "−12~prosentpoeng" },
        { "not comparable", STATISTIC_CHANGE, { .state = FIGURE_NOT_COMPARABLE, .value = 0, .base = 0 },
          "ikke sammenlignbar" },
        { "no round", STATISTIC_CHANGE, { .state = FIGURE_NO_ROUND, .value = 0, .base = 0 },
          "ingen tidligere runde" },
    };
    /* clang-format on */
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_text(rows[i].name,
                    format_figure(sample.arena, &sample.words, rows[i].statistic,
                                  rows[i].figure, 5),
                    rows[i].want);
}

static void test_periods(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *name;
        Date from, to;
        const char *want;
    } rows[] = {
        { "two months", { 2024, 10, 21 }, { 2024, 11, 15 },
          "21.~oktober–15.~november 2024" },
        { "one month", { 2024, 11, 3 }, { 2024, 11, 15 }, "3.–15.~november 2024" },
        { "two years", { 2024, 11, 28 }, { 2025, 1, 3 },
          "28.~november 2024–3.~januar 2025" },
        { "same month of two years", { 2024, 1, 1 }, { 2025, 1, 1 },
          "1.~januar 2024–1.~januar 2025" },
        { "one day", { 2024, 5, 17 }, { 2024, 5, 17 }, "17.~mai 2024" },
        { "no end", { 2024, 12, 1 }, { 0, 0, 0 }, "1.~desember 2024" },
        { "none", { 0, 0, 0 }, { 0, 0, 0 }, "–" },
    };
    /* clang-format on */
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_text(
            rows[i].name,
            format_period(sample.arena, &sample.words, rows[i].from, rows[i].to),
            rows[i].want);
}

static void test_dates(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *pattern, *want;
    } rows[] = {
        { "day month year", "1.~februar 2026" },
        { "month year", "februar 2026" },
        { "year", "2026" },
    };
    /* clang-format on */
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str pattern = str_from_c(rows[i].pattern);
        assert_true(format_is_pattern(pattern));
        expect_text(
            rows[i].pattern,
            format_date(sample.arena, &sample.words, (Date){ 2026, 2, 1 }, pattern),
            rows[i].want);
    }
    assert_false(format_is_pattern(S("month")));
}

static void test_ranges(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *name;
        int numbers[8], count;
        const char *want;
    } rows[] = {
        { "none", { 0 }, 0, "" },
        { "one", { 7 }, 1, "7" },
        { "two", { 8, 7 }, 2, "7 og 8" },
        { "three in a row", { 7, 8, 9 }, 3, "7–9" },
        { "as in the deck", { 16, 10, 11, 15 }, 4, "10, 11, 15 og 16" },
        { "two ranges", { 20, 21, 22, 5, 6, 7, 8 }, 7, "5–8 og 20–22" },
        { "doubles", { 5, 5, 6, 7, 7, 9 }, 6, "5–7 og 9" },
        { "pair and range", { 1, 2, 4, 5, 6 }, 5, "1, 2 og 4–6" },
    };
    /* clang-format on */
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_text(
            rows[i].name,
            format_ranges(sample.arena, &sample.words, rows[i].numbers, rows[i].count),
            rows[i].want);
}

static void test_lists(void **state)
{
    (void)state;
    static const Str items[] = {
        {"a",  1},
        { "b", 1},
        { "c", 1}
    };
    static const char *const wants[] = { "", "a", "a og b", "a, b og c" };
    for (int i = 0; i <= 3; i++)
        expect_text(wants[i], format_list(sample.arena, &sample.words, items, i),
                    wants[i]);
}

/* Every language is complete; what is lacking in one is told. */
static void test_words(void **state)
{
    (void)state;
    static const char *const languages[] = { "nb", "nn", "en" };
    for (size_t i = 0; i < ROW_COUNT(languages); i++) {
        Diags diags = diags_in(sample.arena);
        Words words;
        Str path = str_format(sample.arena, "layouts/words/%s.yaml", languages[i]);
        words_read_file(sample.arena, path, str_from_c(languages[i]), (Place){ 0 },
                        &words, &diags);
        expect_str(languages[i], messages_text(sample.arena, &diags), "");
        for (int id = 0; id < WORD_COUNT; id++)
            assert_true(words.at[id].len > 0);
    }
}

/* The words file of bokmål with one line changed. */
static void test_wrong_words(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *name, *from, *to, *want;
    } rows[] = {
        { "placeholder lacks", "\nrank: \"nr.\\_{n}\"", "\nrank: nr.",
          "\"rank\" lacks its placeholder \"{n}\"\n  a place; {n}\n" },
        { "unknown placeholder", "\nrank: \"nr.\\_{n}\"", "\nrank: nr. {n} {x}",
          "\"rank\" has no placeholder \"{x}\"\n  a place; {n}\n" },
        { "eleven months", " mai", "",
          "\"months\" has 11 names\n  write twelve names with one blank between\n" },
        { "key lacks", "\nrank: \"nr.\\_{n}\"", "",
          "the words file has no \"rank\"\n  add \"rank\": a place; {n}\n" },
        { "unknown key", "\nrank:", "\nrang: x\nrank:",
          "unknown key \"rang\" in words file\n  did you mean \"rank\"?\n" },
    };
    /* clang-format on */
    Str text;
    assert_true(file_read(sample.arena, S("layouts/words/nb.yaml"), (Place){ 0 }, &text,
                          &sample.diags));
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Diags diags = diags_in(sample.arena);
        Str changed = str_replace(sample.arena, text, str_from_c(rows[i].from),
                                  str_from_c(rows[i].to));
        Str path = str_from_c(sample_path);
        assert_true(file_write(path, changed, &diags));
        Words words;
        assert_false(
            words_read_file(sample.arena, path, S("nb"), (Place){ 0 }, &words, &diags));
        Str messages = messages_text(sample.arena, &diags);
        long colon = str_find(messages, S(": ")); /* lines move as words are added */
        expect_str(rows[i].name, str_slice(messages, (size_t)colon + 2, messages.len),
                   rows[i].want);
    }
}

static void test_no_language(void **state)
{
    (void)state;
    Diags diags = diags_in(sample.arena);
    Words words;
    setenv("LYSARK_DATA", ".", 1);
    assert_false(words_read(sample.arena, S("se"), (Place){ .line = 1, .column = 2 },
                            &words, &diags));
    expect_str(
        "se", messages_text(sample.arena, &diags),
        "1:2: no words for the language \"se\"\n  there are words for: nb, nn, en\n");
    assert_true(words_read(sample.arena, S("nn"), (Place){ 0 }, &words, &diags));
}

static void test_fill(void **state)
{
    (void)state;
    Words words = sample.words;
    words.at[WORD_QUOTE] = S("{a} og {b}: {a}{c} {");
    expect_str(
        "values are not read again",
        words_fill(sample.arena, &words, WORD_QUOTE, "a", S("{b}"), "b", S("B"), NULL),
        "{b} og B: {b} {");
    expect_str("words from the right are set apart",
               words_fill(sample.arena, &words, WORD_QUOTE, "a", S("אב"), "b",
                          S("\u2068אב\u2069 5"), "c", S("c"), NULL),
               "\u2068אב\u2069 og \u2068אב\u2069 5: \u2068אב\u2069c {");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),     cmocka_unit_test(test_periods),
        cmocka_unit_test(test_dates),       cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_lists),       cmocka_unit_test(test_words),
        cmocka_unit_test(test_wrong_words), cmocka_unit_test(test_no_language),
        cmocka_unit_test(test_fill),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
