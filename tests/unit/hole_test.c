/* Every placeholder of the words that decks print is known to verify: what figure
 * stands there has a row in HOLES, or the word is read otherwise. */
#include "verify/hole.h"

#include "expect.h"

/* Words that are no sentences of their own, and who reads them. */
static const WordId ELSEWHERE[] = {
    /* layout/format.c: parts of figures, dates, references */
    WORD_PERCENT,
    WORD_DATE_LONG,
    WORD_DATE_MONTH,
    WORD_PERIOD_MONTH,
    WORD_PERIOD_YEAR,
    WORD_PERIOD,
    WORD_FROM_TO,
    WORD_QUOTE,
    WORD_SLIDE,
    WORD_SLIDES,
    WORD_RANK,
    WORD_HIDDEN,
    WORD_POINTS,
    WORD_LINK_TO_SLIDE,
    /* verify/pattern.c: parts of sentences */
    WORD_FINDING_RANGE,
    WORD_FINDING_MANY,
    WORD_FINDING_GROUP,
    /* verify/verify.c: feet */
    WORD_SOURCE,
    WORD_SOURCE_ONE,
    WORD_SOURCE_NOTE,
    WORD_OPEN_RANGE,
    WORD_OPEN_SOME,
    WORD_OPEN_HIDDEN,
    WORD_THEMES_BASE,
    /* numbers of slides and pages, which are no figures */
    WORD_SECTION_KICKER,
    WORD_SECTION_SLIDE,
    WORD_SECTION_SLIDES,
    WORD_SHEET_FOOT,
    WORD_SHEET_NUMBER,
    WORD_ON_PAGE,
    WORD_CONTINUED,
    /* verify/answers.c: below quotations */
    WORD_QUOTE_TIMES,
    /* verify/alternative.c and exhibit.c: charts and tables */
    WORD_N_IS,
    WORD_ALT_STACKED,
    WORD_ALT_BAR,
    WORD_ALT_MEAN,
    WORD_ALT_DIVERGING,
    WORD_ALT_TREND,
    WORD_ALT_TREND_ROUND,
    WORD_ALT_STEPS,
    WORD_ALT_NET,
    WORD_PLACE,
    WORD_TREND_TOPIC,
    WORD_GROUP_NOTE,
    /* verify/phrase.c: without a figure, or built from several */
    WORD_NET_INTERVAL,
    WORD_THEMES_HIDDEN,
    WORD_THEMES_ABSENT,
    WORD_METHOD_HIDDEN_GROUP,
    WORD_METHOD_HIDDEN_REGION,
    WORD_METHOD_STATEMENTS,
    WORD_METHOD_STATEMENT,
    WORD_METHOD_QUESTIONS,
    WORD_METHOD_QUESTION,
};

/* What verify/phrase.c fills in wherever it stands. */
static const char *const KNOWN[] = { "unit", "region", "round", "survey", "label" };

static bool is_known(WordId word, Str name)
{
    for (size_t i = 0; i < sizeof ELSEWHERE / sizeof *ELSEWHERE; i++)
        if (ELSEWHERE[i] == word)
            return true;
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++)
        if (str_equal_c(name, KNOWN[i]))
            return true;
    return hole_find(word, name) != NULL;
}

static void check_phrase(const char *language, WordId word, Str phrase)
{
    for (size_t at = 0; at < phrase.len;) {
        Str rest = str_slice(phrase, at, phrase.len);
        long open = str_find(rest, S("{")), close = str_find(rest, S("}"));
        if (open < 0 || close < open)
            return;
        Str name = str_slice(rest, (size_t)open + 1, (size_t)close);
        long forms = str_find(name, S(":")); /* {groups:one group|# groups} */
        name = forms < 0 ? name : str_slice(name, 0, (size_t)forms);
        if (!is_known(word, name))
            fail_msg("%s: {%.*s} of \"%.*s\" has no row in HOLES", language,
                     STR_ARG(name), STR_ARG(phrase));
        at += (size_t)close + 1;
    }
}

static void test_every_placeholder(void **state)
{
    static const char *const languages[] = { "nb", "nn", "en" };
    Arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        Words words;
        Diags diags = diags_in(arena);
        assert_true(
            words_read(arena, str_from_c(languages[i]), (Place){ 0 }, &words, &diags));
        for (int word = 0; word < WORD_COUNT; word++)
            check_phrase(languages[i], (WordId)word, words.at[word]);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_placeholder) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
