#include "layout_sample.h"

static Sample sample;

typedef struct Row {
    const char *name, *input, *want;
} Row;

static int setup(void **state)
{
    (void)state;
    sample = sample_new();
    sample_fill(&sample);
    assert_true(sample_layout(&sample,
                              "- {slide: statement, each: [planverk, kapasitet]}\n"
                              "- {slide: text, id: oppsummering}\n"
                              "- {slide: text, id: aldri, when: n < 1}\n"));
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(sample.arena);
    return 0;
}

static void print_table(Buffer *buffer, const Block *block)
{
    for (int i = 0; i < block->row_count * block->column_count; i++) {
        const BlockCell *cell = &block->cells[i];
        const char *align = cell->align < 0 ? "<" : cell->align > 0 ? ">" : "^";
        buffer_format(buffer, "%s", align);
        sample_print(buffer, cell->inlines);
        buffer_c(buffer, (i + 1) % block->column_count ? " | " : " ;\n");
    }
}

/* A line for each block: "p: text", "1- item", "2- item", "1. item", "1+ further
 * paragraph of the item". */
static void print_blocks(Buffer *buffer, Blocks blocks)
{
    for (int i = 0; i < blocks.count; i++) {
        const Block *block = &blocks.at[i];
        if (block->kind == BLOCK_TABLE) {
            print_table(buffer, block);
            continue;
        }
        if (block->kind == BLOCK_PARAGRAPH)
            buffer_c(buffer, "p: ");
        else if (block->continues_item)
            buffer_format(buffer, "%d+ ", block->level);
        else if (block->is_ordered)
            buffer_format(buffer, "%d#%d ", block->level, block->number);
        else
            buffer_format(buffer, "%d- ", block->level);
        sample_print(buffer, block->inlines);
        buffer_char(buffer, '\n');
    }
}

/* The input as a literal block whose first line is line 2, from column 3 on. */
static const Node *body_node(const char *input)
{
    Str lines = str_replace(sample.arena, str_from_c(input), S("\n"), S("\n  "));
    Str yaml = str_format(sample.arena, "body: |\n  %.*s\n", STR_ARG(lines));
    return node_find(sample_yaml(&sample, str_c(sample.arena, yaml)), "body");
}

static void check_rows(const Row *rows, size_t count)
{
    Scope scope = sample_scope(&sample);
    const Entry *entries;
    assert_true(scope_entries(&scope, &entries, &scope.entry_count));
    scope.entries = entries;
    for (size_t i = 0; i < count; i++) {
        sample.diags = diags_in(sample.arena);
        Blocks blocks;
        Buffer buffer = buffer_in(sample.arena);
        if (scope_body(&scope, body_node(rows[i].input), &blocks))
            print_blocks(&buffer, blocks);
        buffer_str(&buffer, messages_text(sample.arena, &sample.diags));
        expect_str(rows[i].name, sample_visible(&sample, buffer_text(&buffer)),
                   rows[i].want);
    }
}

static void test_blocks(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "empty", "", "" },
        { "paragraphs", "En\n\nto", "p: En\np: to\n" },
        { "soft break", "en\nto", "p: en to\n" },
        { "hard break", "en  \nto\\\ntre", "p: en/to/tre\n" },
        { "list", "- en\n- to\n  - tre\n- fire", "1- en\n1- to\n2- tre\n1- fire\n" },
        { "loose list", "- en\n\n  mer\n\n- to", "1- en\n1+ mer\n1- to\n" },
        { "after a sub-list", "- en\n  - to\n\n  tre", "1- en\n2- to\n1+ tre\n" },
        { "numbers", "3. en\n4. to\n   1. tre", "1#3 en\n1#4 to\n2#1 tre\n" },
        { "list after text", "Her:\n- en\n\nSlutt", "p: Her:\n1- en\np: Slutt\n" },
        { "table", "| a | b | c |\n|:--|:-:|--:|\n| 1 | **2** |  |",
          "<a | ^b | >c ;\n<1 | ^**2** | > ;\n" },
        { "short row", "| a | b |\n|---|---|\n| 1 |", "<a | <b ;\n<1 | < ;\n" },
        { "bar in a cell", "| a |\n|---|\n| 1 \\| 2 |", "<a ;\n<1 | 2 ;\n" },
        { "table between", "p\n\n| a |\n|---|\n\nq", "p: p\n<a ;\np: q\n" },
    };
    /* clang-format on */
    check_rows(rows, ROW_COUNT(rows));
}

static void test_spans(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "strong", "a **b** c", "p: a **b** c\n" },
        { "emphasis", "a *b* _c_", "p: a *b* *c*\n" },
        { "escapes", "\\*a\\* 1\\. \\$ \\<b>", "p: *a* 1. $ <b>\n" },
        { "entities", "a&nbsp;b &amp; &#8211; &#x2013;", "p: a~b & – –\n" },
        { "ampersand", "M&M og R&D; &", "p: M&M og R&D; &\n" },
        { "link", "se [her](https://x.no/å b)", "p: se [her](https://x.no/å b)\n" },
        { "link to be encoded", "[her](<https://x.no/å b>)",
          "p: [her](https://x.no/%C3%A5%20b)\n" },
        { "mail", "<post@x.no>", "p: [post@x.no](mailto:post@x.no)\n" },
        { "no autolink", "www.x.no https://x.no", "p: www.x.no https://x.no\n" },
        { "entry", "[se](#kapasitet) [her](#oppsummering)", "p: [se](#1) [her](#2)\n" },
        { "strong link", "**[a](https://x.no)**", "p: **[a](https://x.no)**\n" },
        { "tilde", "~~a~~", "p: ~~a~~\n" },
    };
    /* clang-format on */
    check_rows(rows, ROW_COUNT(rows));
}

static void test_expressions(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "alone", "${n}", "p: 194\n" },
        { "strong", "**${n}** svar", "p: **194** svar\n" },
        { "inside a word", "a**${n}**b", "p: a**194**b\n" },
        { "emphasis", "_${n}_", "p: *194*\n" },
        { "no number of a list", "${n}. svar", "p: 194. svar\n" },
        { "no Markdown", "${\"- **a** <b> [c](d) `e`\"}",
          "p: - **a** <b> [c](d) `e`\n" },
        { "no heading", "${\"# a\"}", "p: # a\n" },
        { "bars in a table", "| ${\"a | b\"} |\n|---|\n| ${n} |",
          "<a | b ;\n<194 ;\n" },
        { "sign", "$${n} og $${", "p: ${n} og ${\n" },
        { "references", "- se ${slides(planverk, oppsummering)}",
          "1- se [bilde~1](#0) og [3](#2)\n" },
        { "no link in a link", "[se ${slide(planverk)}](https://x.no)",
          "p: [se ](https://x.no)[bilde~1](https://x.no)\n" },
        { "nothing", "- mål ${holds(n > 1)}\n- ${holds(n > 1)}\n- til",
          "1- mål\n1- til\n" },
        { "nothing inside", "a ${holds(n > 1)} b${holds(n > 1)}, c", "p: a b, c\n" },
        { "private characters", "\xEE\x80\x80 ${n} \xEE\x80\x81",
          "p: \xEE\x80\x80 194 \xEE\x80\x81\n" },
        { "over two lines", "- ${holds(n >\n  1)}a", "1- a\n" },
    };
    /* clang-format on */
    check_rows(rows, ROW_COUNT(rows));
}

static void test_refused(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "heading", "a\n\n## b",
          "4:6: a heading cannot stand in a body\n"
          "  the heading of a slide is its title; begin a new slide, or write the "
          "line **strong**\n" },
        { "underlined heading", "a\n===",
          "2:3: a heading cannot stand in a body\n"
          "  the heading of a slide is its title; begin a new slide, or write the "
          "line **strong**\n" },
        { "empty heading", "a\n\n#",
          "4:3: a heading cannot stand in a body\n"
          "  the heading of a slide is its title; begin a new slide, or write the "
          "line **strong**\n" },
        { "quote", "a\n\n> b\n> c",
          "4:5: a block quote cannot stand in a body\n"
          "  write a paragraph, or a slide of open answers\n" },
        { "rule", "a\n\n***\n\nb\n\n* * *",
          "4:3: a line across cannot stand in a body\n"
          "  leave it out, or begin a new slide\n"
          "8:3: a line across cannot stand in a body\n"
          "  leave it out, or begin a new slide\n" },
        { "code", "a `b` c",
          "2:6: code cannot stand in a body\n"
          "  leave out the backquotes; a line that is indented by four blanks or "
          "more is code too\n" },
        { "indented code", "a\n\n      b",
          "4:9: code cannot stand in a body\n"
          "  leave out the backquotes; a line that is indented by four blanks or "
          "more is code too\n" },
        { "fence", "```\na\n```",
          "3:3: code cannot stand in a body\n"
          "  leave out the backquotes; a line that is indented by four blanks or "
          "more is code too\n" },
        { "HTML", "a <b>c</b>",
          "2:5: HTML cannot stand in a body\n"
          "  write text; \"\\<\" prints the sign itself\n"
          "2:9: HTML cannot stand in a body\n"
          "  write text; \"\\<\" prints the sign itself\n" },
        { "block of HTML", "<div>\na\n</div>",
          "2:3: HTML cannot stand in a body\n"
          "  write text; \"\\<\" prints the sign itself\n" },
        { "comment", "a\n\n<!-- b -->",
          "4:3: HTML cannot stand in a body\n"
          "  write text; \"\\<\" prints the sign itself\n" },
        { "image", "a ![b](c.png) ![](d.png)",
          "2:10: an image cannot stand in a body\n"
          "  give it a slide of its own\n"
          "2:21: an image cannot stand in a body\n"
          "  give it a slide of its own\n" },
        { "third level", "- a\n  - b\n    - c\n      - d\n- e",
          "4:9: a list of a third level cannot stand in a body\n"
          "  two levels are read best; end the item with a sentence, or begin a "
          "new slide\n" },
        { "table in a list", "- a\n\n  | b |\n  |---|\n  | c |",
          "4:7: a table inside a list cannot stand in a body\n"
          "  let it stand between paragraphs\n" },
        { "long row", "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
          "4:3: the row has 3 cells, but the head of the table has 2\n"
          "  make them as many; \"\\|\" prints the sign itself\n" },
        { "scheme", "a [b](http://x.no)",
          "2:9: no link can go to \"http://x.no\"\n"
          "  a link begins with https:, mailto: or # and an id\n" },
        { "script", "[b](javascript:x)",
          "2:7: no link can go to \"javascript:x\"\n"
          "  a link begins with https:, mailto: or # and an id\n" },
        { "no address", "[b]()",
          "2:3: no link can go to \"\"\n"
          "  a link begins with https:, mailto: or # and an id\n" },
        { "title of a link", "[b](https://x.no \"c\")",
          "2:7: a title on a link cannot stand in a body\n"
          "  leave out what stands in quotes after the address\n" },
        { "expression in an address", "[b](https://x.no/${unit.number})",
          "2:7: an expression in an address cannot stand in a body\n"
          "  write the whole address, or one link for each case\n" },
        { "unknown id", "[b](#kapasitett)",
          "2:7: nothing has the id \"kapasitett\"\n"
          "  did you mean \"#kapasitet\"?\n" },
        { "id without a slide", "[b](#tiltak)",
          "2:7: no slide of this layout is made from the question \"tiltak\"\n"
          "  add a slide with \"each: [tiltak]\", or leave it out\n" },
        { "dropped", "[b](#aldri)",
          "p: b\n"
          "2:7: the slide of \"aldri\" is not in this deck: the reference leaves "
          "it out\n"
          "  its \"when\" does not hold for Østre Toten\n" },
        { "unknown character", "a &eacute;",
          "2:5: unknown character \"&eacute;\"\n"
          "  write the character itself, or \"\\&\" for the sign &\n" },
        { "behind expressions", "${n} og $${ `b`",
          "2:16: code cannot stand in a body\n"
          "  leave out the backquotes; a line that is indented by four blanks or "
          "more is code too\n" },
    };
    /* clang-format on */
    check_rows(rows, ROW_COUNT(rows));
}

/* Every stretch knows where the author wrote it. */
static void test_places(void **state)
{
    (void)state;
    sample.diags = diags_in(sample.arena);
    Scope scope = sample_scope(&sample);
    Blocks blocks;
    const Node *body = body_node("Åh $${ ${n} svar\n\n- **to** ${unit}");
    assert_true(scope_body(&scope, body, &blocks));
    /* clang-format off */
    static const struct {
        int block, index, line, column;
    } rows[] = {
        { 0, 0, 2, 3 },
        { 0, 1, 2, 10 },
        { 0, 2, 2, 14 },
        { 1, 0, 4, 7 },
        { 1, 2, 4, 12 },
    };
    /* clang-format on */
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Place place = blocks.at[rows[i].block].inlines.at[rows[i].index].place;
        expect_int("line", place.line, rows[i].line);
        expect_int("column", place.column, rows[i].column);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),      cmocka_unit_test(test_spans),
        cmocka_unit_test(test_expressions), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
