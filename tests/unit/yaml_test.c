#include "base/file.h"
#include "expect.h"
#include "yaml/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Arena *arena;
static char path[] = "/tmp/lysark-yaml-XXXXXX";

static const Node *read_text(Str text, Diags *diags)
{
    *diags = diags_in(arena);
    assert_true(file_write(str_from_c(path), text, diags));
    return yaml_read(arena, str_from_c(path), (Place){ 0 }, diags);
}

/* {key: [item, 'quoted'], …}, each with its place. */
static void print_node(Buffer *buffer, const Node *node)
{
    buffer_format(buffer, "%d:%d", node->place.line, node->place.column);
    if (node->kind == NODE_SCALAR) {
        const char *quote = node->is_plain ? "" : "'";
        buffer_format(buffer, " %s%.*s%s", quote, STR_ARG(node->text), quote);
        return;
    }
    bool is_list = node->kind == NODE_SEQUENCE;
    buffer_c(buffer, is_list ? " [" : " {");
    for (int i = 0; i < node->count; i++) {
        if (i)
            buffer_c(buffer, ", ");
        if (!is_list) {
            print_node(buffer, node->pairs[i].key);
            buffer_c(buffer, ": ");
        }
        print_node(buffer, is_list ? node->items[i] : node->pairs[i].value);
    }
    buffer_char(buffer, is_list ? ']' : '}');
}

typedef struct Row {
    const char *name, *input, *want;
} Row;

static void test_trees(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"mapping",                  "a: 1\nb: x y\n",                 "1:1 {1:1 a: 1:4 1, 2:1 b: 2:4 x y}"           },
        { "sequence",                "- a\n- b\n",                     "1:1 [1:3 a, 2:3 b]"                           },
        { "nested",                  "a:\n  - b: 1\n    c: 2\n",
         "1:1 {1:1 a: 2:3 [2:5 {2:5 b: 2:8 1, 3:5 c: 3:8 2}]}"                                                        },
        { "flow",                    "a: [x, {b: 1}]",                 "1:1 {1:1 a: 1:4 [1:5 x, 1:8 {1:9 b: 1:12 1}]}"},
        { "quoted",                  "a: 'x'\nb: \"y\"",               "1:1 {1:1 a: 1:4 'x', 2:1 b: 2:4 'y'}"         },
        { "no value",                "a:\nb: ~\n",                     "1:1 {1:1 a: 1:3 , 2:1 b: 2:4 ~}"              },
        { "columns are code points", "æøå: {å: ø, b: 1}",
         "1:1 {1:1 æøå: 1:6 {1:7 å: 1:10 ø, 1:13 b: 1:16 1}}"                                                    },
        { "carriage returns",        "a: 1\r\nb: |\r\n  x\r\n  y\r\n",
         "1:1 {1:1 a: 1:4 1, 2:1 b: 2:4 'x\ny\n'}"                                                                    },
        { "byte order mark",
         "\xEF\xBB\xBF"
          "a: 1\n",                                                    "1:1 {1:1 a: 1:4 1}"                           },
        { "composed",                "a: bla\xCC\x8A",                 "1:1 {1:1 a: 1:4 blå}"                        },
        { "comments",                "# x\na: 1 # y\n",                "2:1 {2:1 a: 2:4 1}"                           },
        { "one document with marks", "---\na: 1\n...\n",               "2:1 {2:1 a: 2:4 1}"                           },
        { "scalar alone",            "hei",                            "1:1 hei"                                      },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Diags diags;
        const Node *root = read_text(str_from_c(rows[i].input), &diags);
        if (!root)
            fail_msg("%s: %.*s", rows[i].name, STR_ARG(messages_text(arena, &diags)));
        Buffer buffer = buffer_in(arena);
        print_node(&buffer, root);
        expect_str(rows[i].name, buffer_text(&buffer), rows[i].want);
    }
}

static void expect_messages(const char *row, Str input, const char *want)
{
    Diags diags;
    if (read_text(input, &diags))
        fail_msg("%s: was read", row);
    expect_str(row, messages_text(arena, &diags), want);
}

static void test_syntax_messages(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"second colon",         "title: Er det: bra",
         "1:14: a second \":\" in a line: \"title: Er det: bra\"\n"
          "  put a text that holds \": \" in quotes\n"                           },
        { "tab",                 "a:\n\tb: 1",
         "2:1: a tab is used as indentation: \"b: 1\"\n  use spaces to indent\n" },
        { "tab in a block",      "a: |\n  x\n\ty",
         "3:1: a tab is used as indentation: \"y\"\n  use spaces to indent\n"    },
        { "open double quote",   "a: 1\nb: \"hei\nc: 2",
         "2:4: the quotation mark that begins here is never closed: \"b: \"hei\"\n"
          "  close the text with the same mark\n"                                },
        { "open single quote",   "a: 'hei\n",
         "1:4: the quotation mark that begins here is never closed: \"a: 'hei\"\n"
          "  close the text with the same mark\n"                                },
        { "text after a quote",  "a: \"Hei\" du",
         "1:10: text after the closing quotation mark: \"a: \"Hei\" du\"\n"
          "  put all of the text in 'single quotes', or use « »\n"             },
        { "text after a brace",  "a: {x} y",
         "1:8: text after the closing bracket: \"a: {x} y\"\n"
          "  put a text that begins with { or [ in quotes\n"                     },
        { "open bracket",        "a: [1, 2\nb: 3",
         "1:4: the \"[\" that begins here is not closed, or a comma is missing: "
          "\"a: [1, 2\"\n"
          "  write [a, b]; put a text that begins with [ in quotes\n"            },
        { "open brace",          "a: {b: 1",
         "1:4: the \"{\" that begins here is not closed, or a comma is missing: "
          "\"a: {b: 1\"\n"
          "  write {a: 1, b: 2}; put a text that begins with { in quotes\n"      },
        { "indented too far",    "a: 1\n  b: 2",
         "2:4: the line does not fit the indentation above it: \"b: 2\"\n"
          "  what belongs together begins in the same column\n"                  },
        { "indented too little", "  a: 1\nb: 2",
         "2:1: the line does not fit the indentation above it: \"b: 2\"\n"
          "  what belongs together begins in the same column\n"                  },
        { "item among keys",     "a: 1\n- b",
         "2:1: the line does not fit the indentation above it: \"- b\"\n"
          "  what belongs together begins in the same column\n"                  },
        { "key among items",     "- a\nb: 1",
         "2:1: the line does not fit the indentation above it: \"b: 1\"\n"
          "  what belongs together begins in the same column\n"                  },
        { "no colon",            "a: 1\nhei\nb: 2",
         "2:1: there is no \":\" after the key: \"hei\"\n"
          "  write \"key: value\"; a text of several lines stands after |, "
          "indented\n"                                                           },
        { "list beside its key", "a: - b",
         "1:4: a list cannot begin on the line of its key: \"a: - b\"\n"
          "  begin each \"- \" on a line of its own, or put the text in quotes\n"},
        { "Markdown as a value", "a: **Hei**",
         "1:4: a text that begins with * needs quotation marks: \"a: **Hei**\"\n"
          "  put the text in quotes, or write it after | on lines of its own\n"  },
        { "at sign",             "a: @x",
         "1:4: a text cannot begin with this character: \"a: @x\"\n"
          "  put the text in quotes\n"                                           },
        { "per cent",            "a: 1\n%x",
         "2:1: a line that begins with % needs quotation marks: \"%x\"\n"
          "  put the text in quotes\n"                                           },
        { "text beside a bar",   "a: | hei\n  x",
         "1:6: text on the same line as | or >: \"a: | hei\"\n"
          "  begin the text on the next line, indented\n"                        },
        { "unknown escape",      "a: \"C:\\quatsch\"",
         "1:7: no such escape after \\: \"a: \"C:\\quatsch\"\"\n"
          "  write \\\\ for a backslash, or use single quotes\n"                 },
        { "half an escape",      "a: \"\\xg\"",
         "1:7: an escape lacks its hexadecimal digits: \"a: \"\\xg\"\"\n"
          "  write it as in \\u00E5\n"                                           },
        { "question mark",       "a: ? b",
         "1:4: a text that begins with ? needs quotation marks: \"a: ? b\"\n"
          "  put the text in quotes\n"                                           },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_messages(rows[i].name, str_from_c(rows[i].input), rows[i].want);
}

static void test_refusals(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"empty",                             "",
         "the file is empty\n"
          "  write lines of the form \"key: value\" in it\n"                   },
        { "only a byte order mark",           "\xEF\xBB\xBF",
         "the file is empty\n"
          "  write lines of the form \"key: value\" in it\n"                   },
        { "blank lines",                      "\n  \n",
         "the file is empty\n"
          "  write lines of the form \"key: value\" in it\n"                   },
        { "comments only",                    "# a\n",
         "the file holds no values\n"
          "  write lines of the form \"key: value\" in it\n"                   },
        { "marks only",                       "---\n",
         "the file holds no values\n"
          "  write lines of the form \"key: value\" in it\n"                   },
        { "second document",                  "a: 1\n---\nb: 2\n",
         "2:1: a second document begins here\n"
          "  remove the line \"---\", or put the rest in its own file\n"       },
        { "anchors and aliases, all of them", "a: &x 1\nb: *x\nc: *y\n",
         "1:4: the anchor \"&x\" is not supported\n"
          "  put a text that begins with & in quotes\n"
          "2:4: the alias \"*x\" is not supported\n"
          "  write the value out, or put a text that begins with * in quotes\n"
          "3:4: the alias \"*y\" is not supported\n"
          "  write the value out, or put a text that begins with * in quotes\n"},
        { "tags",                             "a: !!binary x\nb: !y [1]\nc: ! z",
         "1:4: the tag \"!!binary\" is not supported\n"
          "  put a text that begins with ! in quotes\n"
          "2:4: the tag \"!y\" is not supported\n"
          "  put a text that begins with ! in quotes\n"
          "3:4: the tag \"!\" is not supported\n"
          "  put a text that begins with ! in quotes\n"                        },
        { "duplicate keys",                   "b: 1\na: 2\nb: 3\nc: {d: 1, d: 2}\nb: 5\n",
         "4:11: duplicate key \"d\"\n  the first one is in line 4\n"
          "3:1: duplicate key \"b\"\n  the first one is in line 1\n"
          "5:1: duplicate key \"b\"\n  the first one is in line 1\n"           },
        { "duplicate when composed",          "\xC3\xA5: 1\na\xCC\x8A: 2\n",
         "2:1: duplicate key \"å\"\n  the first one is in line 1\n"           },
        { "list as a key",                    "[a]: b",
         "1:1: a key must be a text, not a list\n"
          "  put a text that begins with { or [ in quotes\n"                   },
        { "mapping as a key",                 "a:\n  {{x}}: 1",
         "2:3: a key must be a text, not a mapping\n"
          "  put a text that begins with { or [ in quotes\n"                   },
        { "Latin-1",                          "a: 1\nb: bl\xE5 og gr\xF8nn",
         "2:6: the file is not UTF-8: byte E5 is no character\n"
          "  save it as UTF-8\n"                                               },
        { "column of a bad byte",             "æ: \xE5",
         "1:4: the file is not UTF-8: byte E5 is no character\n"
          "  save it as UTF-8\n"                                               },
        { "control character",                "a: \x01",
         "1:4: control character U+0001 in text\n  remove it\n"                },
        { "control character by escape",      "a: \"x\\u0000\"",
         "1:6: the escape gives the control character U+0000\n  remove it\n"   },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_messages(rows[i].name, str_from_c(rows[i].input), rows[i].want);
    expect_messages("zero byte", S("a: 1\nb: \0"),
                    "2:4: the file is no text: it holds a zero byte\n"
                    "  name a YAML file, saved as UTF-8\n");
    expect_messages("UTF-16",
                    S("\xFF\xFE"
                      "a\0:\0"),
                    "the file is UTF-16, not UTF-8\n  save it as UTF-8\n");
}

static Str repeat(const char *text, int count)
{
    Buffer buffer = buffer_in(arena);
    for (int i = 0; i < count; i++)
        buffer_c(&buffer, text);
    return buffer_text(&buffer);
}

/* Also: at once, and without running out of stack. */
static void test_depth(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"brackets", "[",    "1:65" },
        { "items",   "- ",   "1:129"},
        { "braces",  "{a: ", "1:257"},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        const char *want = str_c(
            arena, str_format(arena,
                              "%s: lists and mappings are nested more than 64 deep\n"
                              "  check the brackets and the indentation there\n",
                              rows[i].want));
        expect_messages(rows[i].name, repeat(rows[i].input, 100000), want);
    }
    Diags diags;
    Str deepest =
        str_concat(arena, repeat("[", YAML_MAX_DEPTH), repeat("]", YAML_MAX_DEPTH));
    assert_non_null(read_text(deepest, &diags));
}

/* One long line, many keys: time must grow with the length only. */
static void test_large(void **state)
{
    (void)state;
    Diags diags;
    Str flow = str_format(arena, "[%.*s]", STR_ARG(repeat("å, ", 100000)));
    const Node *list = read_text(flow, &diags);
    assert_non_null(list);
    expect_int("items", list->count, 100000);
    expect_int("column", list->items[99999]->place.column, 2 + 3 * 99999);
    expect_str("source", list->items[99999]->source, "å");

    Buffer keys = buffer_in(arena);
    for (int i = 0; i < 100000; i++)
        buffer_format(&keys, "k%d: 1\n", i);
    const Node *mapping = read_text(buffer_text(&keys), &diags);
    assert_non_null(mapping);
    expect_int("pairs", mapping->count, 100000);
}

static void test_find(void **state)
{
    (void)state;
    Diags diags;
    const Node *root = read_text(S("a: 1\nb: ''\nc: null\nd:\n"), &diags);
    assert_non_null(root);
    expect_str("found", node_find(root, "a")->text, "1");
    assert_null(node_find(root, "x"));
    assert_null(node_find(node_find(root, "a"), "x"));
    assert_null(node_find(NULL, "x"));
    assert_false(node_is_null(node_find(root, "a")));
    assert_false(node_is_null(node_find(root, "b")));
    assert_true(node_is_null(node_find(root, "c")));
    assert_true(node_is_null(node_find(root, "d")));
    assert_false(node_is_null(root));
}

/* Where the X of the first value stands. */
static void test_places(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"plain",                       "a: æ X",                      "1:6" },
        { "plain, at once",             "a: X",                         "1:4" },
        { "plain, second line",         "a: b\n  c X",                  "2:5" },
        { "plain, after an empty line", "a: b\n\n  X",                  "3:3" },
        { "single quotes",              "a: 'æ X'",                    "1:7" },
        { "single quotes, at once",     "a: 'X'",                       "1:5" },
        { "doubled quote",              "a: 'b'' X'",                   "1:9" },
        { "double quotes",              "a: \"æ X\"",                  "1:7" },
        { "escapes",                    "a: \"\\u00e5\\n\\x41\\\" X\"", "1:20"},
        { "quoted, second line",        "a: \"b\n   c X\"",             "2:6" },
        { "escaped line break",         "a: \"b\\\n   X\"",             "2:4" },
        { "literal",                    "a: |\n  b\n  æ X\n",          "3:5" },
        { "literal, first line",        "a: |\n    X\n",                "2:5" },
        { "literal, indented more",     "a: |\n  b\n    X\n",           "3:5" },
        { "literal, after empty lines", "a: |\n\n\n   b\n\n   X\n",     "6:4" },
        { "literal, in a list",         "- b: |-\n    c\n    X\n",      "3:5" },
        { "literal, with an indicator", "a: |2\n    b\n  X\n",          "3:3" },
        { "literal, nested indicator",  "a:\n  b: |1-\n     X\n",       "3:6" },
        { "literal, with a comment",    "a: | # x\n  b\n  X\n",         "3:3" },
        { "literal, carriage returns",  "a: |\r\n  b\r\n  X\r\n",       "3:3" },
        { "folded",                     "a: >\n  b\n  c X\n",           "3:5" },
        { "folded, paragraphs",         "a: >-\n  b\n\n  c\n  X\n",     "5:3" },
        { "folded, indented more",      "a: >\n  b\n    c X\n  d\n",    "3:7" },
        { "folded, carriage returns",   "a: >\r\n  b\r\n  X\r\n",       "3:3" },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Diags diags;
        const Node *node = read_text(str_from_c(rows[i].input), &diags);
        if (!node)
            fail_msg("%s: %.*s", rows[i].name, STR_ARG(messages_text(arena, &diags)));
        while (node->kind != NODE_SCALAR)
            node = node->kind == NODE_MAPPING ? node->pairs[0].value : node->items[0];
        Place place = node_place(node, (size_t)str_find(node->text, S("X")));
        Str got = str_format(arena, "%d:%d", place.line, place.column);
        expect_str(rows[i].name, got, rows[i].want);
    }
}

static void test_place_of_line_in_block(void **state)
{
    (void)state;
    Diags diags;
    const Node *root = read_text(S("a: |\n  x\n\n  z\n"), &diags);
    assert_non_null(root);
    const Node *block = node_find(root, "a");
    expect_int("first line", block->block_line, 2);
    expect_int("column", block->block_column, 3);
    expect_int("empty line", node_place(block, 2).line, 3);
    expect_int("beyond the end", node_place(block, 99).line, 5);
}

/* Whatever is damaged, there is a tree or a message; never both, never neither. */
static void test_damaged_files(void **state)
{
    (void)state;
    static const char layout[] =
        "deck:\n  title: Er ${unit} en «næringsvennlig» kommune?\n"
        "slides:\n  - slide: text\n    title: {nb: 'Å', nn: \"Ø\\n\"}\n"
        "    body: |\n      - **${n}** svar\n\n        - mer\n"
        "    note: >-\n      a\n      b\n"
        "  - each: [planverk, byggesak]   # to\n    when: answers(q) >= 10\n";
    static const char alphabet[] = "\"'[]{}:,-|>&*!%#@?~ \n\t\\\xC3\xA5";
    uint32_t random = 1;
    for (int round = 0; round < 1000; round++) {
        ArenaMark mark = arena_mark(arena);
        char damaged[sizeof layout];
        memcpy(damaged, layout, sizeof layout);
        for (int i = 0; i <= round % 4; i++) {
            random = random * 1664525u + 1013904223u;
            size_t at = (random >> 8) % (sizeof layout - 1);
            random = random * 1664525u + 1013904223u;
            damaged[at] = alphabet[(random >> 8) % (sizeof alphabet - 1)];
        }
        Diags diags;
        Str text = { damaged, sizeof layout - 1 };
        const Node *root = read_text(text, &diags);
        if ((root != NULL) == diag_has_errors(&diags))
            fail_msg("round %d: %.*s", round, STR_ARG(text));
        arena_rewind(arena, mark);
    }
}

static int open_file(void **state)
{
    (void)state;
    arena = arena_new();
    int file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int close_file(void **state)
{
    (void)state;
    unlink(path);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trees),
        cmocka_unit_test(test_syntax_messages),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_large),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_place_of_line_in_block),
        cmocka_unit_test(test_damaged_files),
    };
    return cmocka_run_group_tests(tests, open_file, close_file);
}
