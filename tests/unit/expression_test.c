#include "layout/names.h"
#include "layout_sample.h"

static Sample sample;

typedef struct Row {
    const char *name, *input, *want;
} Row;

static const char slides[] = "- slide: statement\n"
                             "  each: [planverk, kapasitet, koordinering, lukket]\n"
                             "- slide: text\n"
                             "  id: oppsummering\n"
                             "- {slide: text, id: aldri, when: n < 1}\n";

/* The slides of the deck, numbered from 5. */
static Scope deck_scope(void)
{
    Scope scope = sample_scope(&sample);
    const Entry *entries;
    assert_true(scope_entries(&scope, &entries, &scope.entry_count));
    Entry *numbered =
        arena_array(sample.arena, (size_t)scope.entry_count, sizeof *numbered);
    for (int i = 0; i < scope.entry_count; i++) {
        numbered[i] = entries[i];
        numbered[i].first_page = 5 + i;
        numbered[i].page_count = 1;
    }
    scope.entries = numbered;
    return scope;
}

static int setup(void **state)
{
    (void)state;
    sample = sample_new();
    sample_fill(&sample);
    assert_true(sample_layout(&sample, slides));
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(sample.arena);
    return 0;
}

static void print_rows(const Row *rows, size_t count, Scope *scope)
{
    for (size_t i = 0; i < count; i++) {
        sample.diags = diags_in(sample.arena);
        Str yaml = str_format(sample.arena, "x: |\n  %s\n", rows[i].input);
        const Node *root = sample_yaml(&sample, str_c(sample.arena, yaml));
        Inlines inlines;
        Buffer buffer = buffer_in(sample.arena);
        if (scope_text(scope, node_find(root, "x"), &inlines))
            sample_print(&buffer, inlines);
        Str messages = messages_text(sample.arena, &sample.diags);
        buffer_str(&buffer, messages);
        expect_str(rows[i].name, sample_visible(&sample, buffer_text(&buffer)),
                   rows[i].want);
    }
}

static void test_printed(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "unit", "Er ${unit} god?", "Er Østre Toten god?" },
        { "number", "${unit.number}", "3442" },
        { "region", "${region}", "Innlandet" },
        { "round", "${round}", "2024" },
        { "name", "${survey.name}", "Undersøkelsen" },
        { "period", "${survey.period}", "21.~oktober–15.~november 2024" },
        { "presented", "${survey.presented}", "28.~november 2024" },
        { "pattern", "${date(survey.presented, \"month year\")}", "november 2024" },
        { "year", "${date(survey.presented, \"year\")}", "2024" },
        { "no round", "${previous.round}", "ingen tidligere runde" },
        { "n", "${n} ${n(gruendere)} ${n()}", "194 60 194" },
        { "of the region", "${region.n}, ${region.n(ansatte)}", "1~678, 1~000" },
        { "of the round before", "${previous.n}", "ingen tidligere runde" },
        { "invited", "${invited} ${invited(gruendere)}", "776 –" },
        { "response rate", "${response-rate}", "25~%" },
        { "units", "${units}", "13" },
        { "answered", "${answered(kapasitet)}", "100" },
        { "mean", "${mean(kapasitet)}", "3,1" },
        { "mean of a group", "${mean(kapasitet, gruendere)}", "3,1" },
        { "median", "${median(kapasitet)}", "3,0" },
        { "sd", "${sd(koordinering)}", "1,1" },
        { "shares", "${agree(kapasitet)} ${disagree(kapasitet)} ${unsure(kapasitet)}",
          "40~% 30~% 0~%" },
        { "region's mean", "${region.mean(kapasitet)}", "3,1" },
        { "previous mean", "${previous.mean(kapasitet, ansatte)}",
          "ingen tidligere runde" },
        { "change", "${change(kapasitet)}", "ingen tidligere runde" },
        { "rank", "${rank(kapasitet)} ${rank(planverk)}", "nr.~8 –" },
        { "hidden", "${mean(lukket)}", "skjermet (n~<~5)" },
        { "net", "${net(kapasitet)}, ${net(koordinering)}", "+10, −25" },
        { "neutral", "${neutral(kapasitet)}", "30~%" },
        { "share", "${share(kapasitet, 2)}", "20~%" },
        { "share of a group", "${share(lukket, 1, ansatte)}", "skjermet (n~<~5)" },
        { "answers", "${answers(tiltak)}", "12" },
        { "unique", "${unique()} ${unique} ${unique(tiltak)}", "311 311 11" },
        { "counts", "${count(groups)} ${count(sections)} ${count(questions)}",
          "2 2 1" },
        { "in words",
          "${in-words(count(groups))} av ${in-words(units)} ${in-words(invited(gruendere))}",
          "to av 13 –" },
        { "statements of a section",
          "${count(statements)} ${count(statements(service))}", "4 3" },
        { "names", "${names(statements(service))}",
          "Kapasitet, Koordinering og Lukket" },
        { "lowest", "${names(lowest(2))}", "Koordinering og Kapasitet" },
        { "highest", "${names(highest(9))}", "Planverk, Kapasitet og Koordinering" },
        { "string", "${\"a}b\"}", "a}b" },
        { "signs", "$${n} $5 {} $", "${n} $5 {} $" },
        { "holds", "mål ${holds(mean(kapasitet) < 3.5)} her", "mål her" },
        { "holds at the end", "Mål ${holds(n > 1)}.", "Mål." },
        { "slide", "se ${slide(oppsummering)}", "se [bilde~9](#4)" },
        { "range", "${slides(statements, oppsummering)}", "[bilde~5–9](#0)" },
        { "two", "${slides(planverk, kapasitet)}", "[bilde~5](#0) og [6](#1)" },
        { "range and one", "${slides(oppsummering, lowest(2), planverk)}",
          "[bilde~5–7](#0) og [9](#4)" },
        { "doubles", "${slides(kapasitet, kapasitet)}", "[bilde~6](#1)" },
        { "dropped", "${slides(aldri, kapasitet)}",
          "[bilde~6](#1)2:5: the slide of \"aldri\" is not in this deck: the "
          "reference leaves it out\n"
          "  its \"when\" does not hold for Østre Toten\n" },
        { "does not hold", "x ${holds(mean(kapasitet) >= 3.5)}",
          "x2:13: \"mean(kapasitet) >= 3.5\" does not hold for Østre Toten\n"
          "  mean(kapasitet) is 3,1; change the sentence\n" },
    };
    /* clang-format on */
    Scope scope = deck_scope();
    print_rows(rows, ROW_COUNT(rows), &scope);
}

static void test_each(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "text", "${statement}", "Kommunen er god" },
        { "label", "${statement.short}", "Kapasitet" },
        { "argument", "${mean(statement, gruendere)}", "3,1" },
        { "own slide", "${slide(statement)}", "[bilde~6](#1)" },
        { "another", "${group}",
          "2:5: \"group\" stands for no group here\n"
          "  only a slide with \"each: groups\" has one; elsewhere name it by its "
          "id\n" },
    };
    /* clang-format on */
    Scope scope = deck_scope();
    scope.about = (About){ ABOUT_STATEMENT, 1 };
    print_rows(rows, ROW_COUNT(rows), &scope);
}

static void test_guessed_pages(void **state)
{
    (void)state;
    Scope scope = sample_scope(&sample);
    assert_true(scope_entries(&scope, &scope.entries, &scope.entry_count));
    /* clang-format off */
    static const Row rows[] = {
        { "pages guessed", "${slides(planverk, kapasitet)}",
          "[bilde~1](#0) og [2](#1)" },
        { "doubles", "${slides(kapasitet, kapasitet)}", "[bilde~2](#1)" },
    };
    /* clang-format on */
    print_rows(rows, ROW_COUNT(rows), &scope);
}

static void test_conditions(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *condition;
        bool want;
    } rows[] = {
        { "n > 100", true },
        { "n <= 194 and n >= 194", true },
        { "n != 194", false },
        { "agree(kapasitet) = 40", true },
        { "agree(kapasitet) < 50", true },
        { "agree(kapasitet) < 0.5", false },
        { "mean(kapasitet) = 3.1", true },
        { "mean(lukket) < 5", false },
        { "not mean(lukket) < 5", true },
        { "mean(lukket) != 1", false },
        { "mean(planverk) > mean(kapasitet)", true },
        { "rank(kapasitet) <= units", true },
        { "has(mean(lukket))", false },
        { "has(mean(kapasitet))", true },
        { "has(previous.round)", false },
        { "has(invited(gruendere))", false },
        { "has(survey.presented)", true },
        { "unit = \"Østre Toten\"", true },
        { "unit != \"Gjøvik\"", true },
        { "previous.round = \"2022\"", false },
        { "previous.round != \"2022\"", false },
        { "survey.presented = \"2024-11-28\"", true },
        { "survey.presented != \"2024-11-29\"", true },
        { "statement = kapasitet", true },
        { "statement != kapasitet", false },
        { "n < 1 and n < 1 or n > 1", true },
        { "n > 1 or n < 1 and n < 1", true },
        { "(n > 1 or n < 1) and n < 1", false },
        { "not (n > 1) or not n > 1", false },
        { "answers(tiltak) >= 10", true },
    };
    /* clang-format on */
    Scope scope = deck_scope();
    scope.about = (About){ ABOUT_STATEMENT, 1 };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        sample.diags = diags_in(sample.arena);
        Str yaml = str_format(sample.arena, "when: '%s'\n", rows[i].condition);
        const Node *root = sample_yaml(&sample, str_c(sample.arena, yaml));
        bool holds;
        bool is_good = scope_holds(&scope, node_find(root, "when"), &holds);
        Str messages = messages_text(sample.arena, &sample.diags);
        expect_str(rows[i].condition, messages, "");
        expect_int(rows[i].condition, is_good, true);
        expect_int(rows[i].condition, holds, rows[i].want);
    }
}

/* Each input stands as the second line of a block, from column 3 on. */
static void test_messages(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "not closed", "a ${n",
          "3:5: \"${\" is not closed\n"
          "  write a \"}\" after the expression, or \"$${\" for the signs "
          "themselves\n" },
        { "another inside", "${n ${n}",
          "3:3: \"${\" is not closed\n"
          "  write a \"}\" after the expression, or \"$${\" for the signs "
          "themselves\n" },
        { "nothing", "${}",
          "3:5: expected a name, a number or a text, but the expression ends\n" },
        { "not closed call", "${mean(kapasitet}",
          "3:19: expected \",\" or \")\", but the expression ends\n" },
        { "two words", "${n n}",
          "3:7: expected the end of the expression, found \"n\"\n" },
        { "capitals", "å ${Mean(kapasitet)}",
          "3:7: expected a name, a number or a text, found \"Mean\"\n"
          "  names are written with a-z, 0-9, hyphens and dots\n" },
        { "sign", "${n > -1}",
          "3:9: expected a name, a number or a text, found \"-1\"\n"
          "  there is no arithmetic, and numbers have no sign\n" },
        { "text without end", "${unit = \"a}",
          "3:12: expected a name, a number or a text, found \"\"a\"\n"
          "  a text ends with another \"\n" },
        { "keyword", "${and}",
          "3:5: expected a name, a number or a text, found \"and\"\n" },
        { "unknown name", "${meen(kapasitet)}",
          "3:5: no name or id \"meen\"\n  did you mean \"mean\"?\n" },
        { "unknown id", "${mean(kapasitett)}",
          "3:10: no name or id \"kapasitett\"\n  did you mean \"kapasitet\"?\n" },
        { "part of a name", "${previous}",
          "3:5: no name or id \"previous\"\n  did you mean \"previous.round\"?\n" },
        { "no such source", "${region.rank(kapasitet)}",
          "3:5: no name or id \"region.rank\"\n  did you mean \"region.n\"?\n" },
        { "too few", "${mean}",
          "3:5: \"mean\" has the wrong number of arguments, 0\n  write mean(statement[, group])\n" },
        { "too many", "${mean(kapasitet, ansatte, ansatte)}",
          "3:5: \"mean\" has the wrong number of arguments, 3\n  write mean(statement[, group])\n" },
        { "none", "${unit(1)}",
          "3:5: \"unit\" takes no arguments\n  leave out the parentheses\n" },
        { "wrong kind", "${mean(gruendere)}",
          "3:10: \"mean\" takes a statement, but \"gruendere\" is a group\n"
          "  write mean(statement[, group])\n" },
        { "mean in words", "${in-words(mean(kapasitet))}",
          "3:14: \"in-words\" takes a count, but \"mean(kapasitet)\" is a score\n"
          "  write in-words(count)\n" },
        { "id as function", "${kapasitet(1)}",
          "3:5: \"kapasitet\" is a statement, not a function\n"
          "  leave out the parentheses\n" },
        { "id alone", "${kapasitet}",
          "3:5: \"kapasitet\" is a statement and cannot be printed\n"
          "  ask for a figure, as in mean(…), or write slide(…)\n" },
        { "list alone", "${groups}",
          "3:5: \"groups\" is a list and cannot be printed\n"
          "  write names(…), slides(…) or count(…)\n" },
        { "condition alone", "${n > 1}",
          "3:5: \"n > 1\" is a condition and cannot be printed\n"
          "  a condition stands in \"when\", or in holds(…)\n" },
        { "outside each", "${statement}",
          "3:5: \"statement\" stands for no statement here\n"
          "  only a slide with \"each: statements\" has one; elsewhere name it by "
          "its id\n" },
        { "pattern", "${date(survey.presented, \"mm\")}",
          "3:28: \"date\" takes a pattern, but \"\"mm\"\" is a text\n"
          "  write \"day month year\", \"month year\" or \"year\"\n" },
        { "text with number", "${holds(unit > 3)}",
          "3:11: \"unit > 3\" compares a text with a number\n"
          "  compare like with like: a figure with a number, a text with a text in "
          "quotes, a date with \"2024-11-28\"\n" },
        { "mean with share", "${holds(mean(kapasitet) < agree(kapasitet))}",
          "3:11: \"mean(kapasitet) < agree(kapasitet)\" compares a score with a "
          "share\n"
          "  compare like with like: a figure with a number, a text with a text in "
          "quotes, a date with \"2024-11-28\"\n" },
        { "order of texts", "${holds(unit > \"a\")}",
          "3:11: \"unit > \"a\"\": only figures have an order\n"
          "  texts, dates and ids compare with = and !=\n" },
        { "no condition", "${holds(n)}",
          "3:11: \"holds\" takes a condition, but \"n\" is a count\n"
          "  write holds(condition)\n" },
        { "not makable", "${slide(tiltak)}",
          "3:11: no slide of this layout is made from the question \"tiltak\"\n"
          "  add a slide with \"each: [tiltak]\", or leave it out\n" },
        { "list not makable", "${slides(groups)}",
          "3:12: no slide of this layout is made from a group\n"
          "  add one with \"each: groups\"\n" },
        { "value off the scale", "${share(kapasitet, 6)}",
          "3:22: \"6\" is no value on the scale of \"kapasitet\"\n"
          "  its steps go from 1 to 5\n" },
        { "number of lowest", "${names(lowest(0))}",
          "3:18: \"lowest\" takes a whole number from 1, but \"0\" is a number\n"
          "  write lowest(whole number from 1[, group or section][, group])\n" },
        { "two mistakes", "${a} ${b}",
          "3:5: no name or id \"a\"\n"
          "  ids stand in the survey's description and, of slides, in the layout\n"
          "3:10: no name or id \"b\"\n"
          "  ids stand in the survey's description and, of slides, in the layout\n" },
    };
    /* clang-format on */
    Scope scope = deck_scope();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        sample.diags = diags_in(sample.arena);
        Str yaml = str_format(sample.arena, "x: |\n  a\n  %s\n", rows[i].input);
        const Node *root = sample_yaml(&sample, str_c(sample.arena, yaml));
        Inlines inlines;
        assert_false(scope_text(&scope, node_find(root, "x"), &inlines));
        Str messages = messages_text(sample.arena, &sample.diags);
        expect_str(rows[i].name, messages, rows[i].want);
    }
}

static void test_when_messages(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "figure", "n",
          "1:7: \"n\" is a count, not a condition\n"
          "  compare it, as in n >= 10, or write has(n)\n" },
        { "id", "kapasitet",
          "1:7: \"kapasitet\" is a statement, not a condition\n"
          "  a condition compares, or begins with has\n" },
        { "slides", "count(lowest(2)) = 2",
          "1:13: \"lowest\" cannot stand in \"when\"\n"
          "  it goes by which slides there are, and \"when\" decides that\n" },
        { "half", "n > 1 and units",
          "1:17: \"units\" is a count, not a condition\n"
          "  compare it, as in units >= 10, or write has(units)\n" },
        { "double equal", "n == 1",
          "1:10: expected a name, a number or a text, found \"=\"\n" },
    };
    /* clang-format on */
    Scope scope = deck_scope();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        sample.diags = diags_in(sample.arena);
        Str yaml = str_format(sample.arena, "when: %s\n", rows[i].input);
        const Node *root = sample_yaml(&sample, str_c(sample.arena, yaml));
        bool holds;
        assert_false(scope_holds(&scope, node_find(root, "when"), &holds));
        Str messages = messages_text(sample.arena, &sample.diags);
        expect_str(rows[i].name, messages, rows[i].want);
    }
}

static void test_depth(void **state)
{
    (void)state;
    sample.diags = diags_in(sample.arena);
    Buffer buffer = buffer_in(sample.arena);
    buffer_c(&buffer, "when: ");
    for (int i = 0; i < 10000; i++)
        buffer_char(&buffer, '(');
    buffer_char(&buffer, '\n');
    const Node *root = sample_yaml(&sample, str_c(sample.arena, buffer_text(&buffer)));
    Scope scope = deck_scope();
    bool holds;
    assert_false(scope_holds(&scope, node_find(root, "when"), &holds));
    expect_int("errors", sample.diags.counts[DIAG_ERROR], 1);
}

/* The reference page and the suggestions rest on every row being complete. */
static void test_names(void **state)
{
    (void)state;
    int count;
    const Name *names = names_all(&count);
    for (int i = 0; i < count; i++) {
        NameUse use;
        assert_true(name_find(str_from_c(names[i].name), &use));
        assert_ptr_equal(use.name, &names[i]);
        assert_non_null(names[i].help);
        assert_non_null(names[i].prints);
        assert_true(names[i].required_count <= names[i].argument_count);
    }
    const Str *spelt;
    int spelt_count = names_spelt(sample.arena, &spelt);
    for (int i = 0; i < spelt_count; i++) {
        NameUse use;
        assert_true(name_find(spelt[i], &use));
    }
    assert_true(name_is_reserved(S("mean")));
    assert_true(name_is_reserved(S("previous")));
    assert_true(name_is_reserved(S("and")));
    assert_false(name_is_reserved(S("kapasitet")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printed),       cmocka_unit_test(test_each),
        cmocka_unit_test(test_guessed_pages), cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_messages),      cmocka_unit_test(test_when_messages),
        cmocka_unit_test(test_depth),         cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
