#include "verify/painted.h"

#include <string.h>

typedef VEC(Str) Numbers;

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Where a sign that is put before numbers ends; `at` where there is none. */
static size_t sign_end(Str text, size_t at)
{
    static const char *const signs[] = { "+", "−", "±" };
    Str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(rest, str_from_c(signs[i])))
            return at + strlen(signs[i]);
    return at;
}

/* Digits, with a decimal mark among them; `at` where there are none. */
static size_t digits_end(const Checker *checker, Str text, size_t at)
{
    Str mark = checker->spelling.words->at[WORD_DECIMAL];
    while (at < text.len && is_digit(text.at[at])) {
        at++;
        size_t behind = at + mark.len;
        if (str_starts(str_slice(text, at, text.len), mark) && behind < text.len &&
            is_digit(text.at[behind]))
            at = behind;
    }
    return at;
}

/* In «1 678» there are two, wherever it stands. */
static void add_numbers(const Checker *checker, Str text, Numbers *out)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = digits_end(checker, text, sign_end(text, at));
        if (end > at && is_digit(text.at[end - 1]))
            vec_push(checker->arena, out, str_slice(text, at, end));
        at = end > at ? end : at + 1;
    }
}

static bool begins_with(const Checker *checker, Str alternative, WordId word)
{
    Str phrase = checker->spelling.words->at[word];
    long hole = str_find(phrase, S("{"));
    return hole > 0 && str_starts(alternative, str_slice(phrase, 0, (size_t)hole));
}

/* The values at an axis. */
static void add_ticks(const Checker *checker, const Scale *scale, Numbers *out)
{
    for (int i = 0; i < scale->step_count; i++)
        add_numbers(
            checker,
            format_count(checker->arena, checker->spelling.words, scale->first + i),
            out);
}

/* The steps of a legend, where they are called by numbers: it stands also where no row
 * has an answer, and the alternative text then has none to name. */
static void add_steps(const Checker *checker, const Scale *scale, Numbers *out)
{
    for (int i = 0; i < scale->step_count; i++)
        add_numbers(checker,
                    wording_text(scale->short_labels[i], checker->scope.language), out);
}

/* «0–6», «7–8» and «9–10» */
static void add_classes(const Checker *checker, const Scale *scale, Numbers *out)
{
    const int ends[] = { 1,
                         scale->disagree_to,
                         scale->disagree_to + 1,
                         scale->agree_from - 1,
                         scale->agree_from,
                         scale->step_count };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        add_numbers(checker,
                    format_count(checker->arena, checker->spelling.words,
                                 scale->first + ends[i] - 1),
                    out);
}

static Numbers known_numbers(const Checker *checker, Str alternative)
{
    Numbers known = { 0 };
    int statement = checker_statement(checker);
    add_numbers(checker, alternative, &known);
    add_numbers(checker, checker->spelling.previous_round, &known);
    if (statement < 0)
        return known;
    const Scale *scale = description_scale(checker_description(checker), statement);
    if (begins_with(checker, alternative, WORD_ALT_TREND) ||
        begins_with(checker, alternative, WORD_ALT_BAR))
        add_ticks(checker, scale, &known);
    if (begins_with(checker, alternative, WORD_ALT_STACKED) ||
        begins_with(checker, alternative, WORD_ALT_DIVERGING))
        add_steps(checker, scale, &known);
    if (checker_is_recommend(checker))
        add_classes(checker, scale, &known);
    return known;
}

/* Takes the number off those that are left. */
static bool take(Numbers *left, Str number)
{
    for (int i = 0; i < left->count; i++)
        if (str_equal(left->at[i], number)) {
            left->at[i] = left->at[--left->count];
            return true;
        }
    return false;
}

static bool is_chart(const Checker *checker, Str alternative)
{
    static const WordId phrases[] = { WORD_ALT_STACKED, WORD_ALT_DIVERGING,
                                      WORD_ALT_BAR, WORD_ALT_TREND, WORD_ALT_STEPS };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (begins_with(checker, alternative, phrases[i]))
            return true;
    return false;
}

void painted_check(Checker *checker, const PrintedNode *figure)
{
    if (is_chart(checker, figure->alt) && figure->painted.len == 0)
        checker_fail(checker, figure->page, figure->alt,
                     "nothing can be read where a chart belongs");
    Numbers known = known_numbers(checker, figure->alt), painted = { 0 };
    add_numbers(checker, figure->painted, &painted);
    for (int i = 0; i < painted.count; i++) {
        checker->figure_count++;
        if (!take(&known, painted.at[i]))
            checker_fail(checker, figure->page, figure->alt,
                         "\"%.*s\" is painted in a chart, whose alternative text does "
                         "not say it, or not so often",
                         STR_ARG(painted.at[i]));
    }
}
