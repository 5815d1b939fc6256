#include "layout_sample.h"

static Sample sample;

typedef struct BodyOptions {
    Wording body, caption;
} BodyOptions;

static const Field body_fields[] = {
    {.key = "body",     .type = FIELD_WORDING, .offset = offsetof(BodyOptions, body)   },
    { .key = "caption",
     .type = FIELD_WORDING,
     .offset = offsetof(BodyOptions,                                           caption)},
};
static const Schema body_schema = { .name = "text slide",
                                    .size = sizeof(BodyOptions),
                                    .fields = body_fields,
                                    .field_count = 2 };
static const LayoutKind kind_text = { .name = "text",
                                      .options = &body_schema,
                                      .is_title_optional = true };
static const LayoutKind *const kind_list[] = { &kind_text, &sample_statement,
                                               &sample_titled };
static const LayoutKinds kinds = { kind_list, 3 };

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

/* Reads, resolves and checks as far as it goes. */
static bool read_layout(const char *text)
{
    sample.diags = diags_in(sample.arena);
    Str path = str_from_c(sample_path);
    assert_true(file_write(path, str_from_c(text), &sample.diags));
    return layout_read(sample.arena, path, kinds, NULL, 0, &sample.layout,
                       &sample.diags) &&
           layout_resolve(sample.arena, &sample.layout, kinds, &sample.description,
                          &sample.diags) &&
           scope_check(sample.arena, &sample.layout, &sample.description,
                       &sample.diags);
}

#define HEAD "deck: {title: T}\nsurvey: s.yaml\nslides:\n"

static void test_read(void **state)
{
    (void)state;
    bool is_good =
        read_layout("deck:\n"
                    "  title: {nb: 'Er ${unit} god?', nn: 'Er ${unit} god?'}\n"
                    "  unit: Østre Toten\n"
                    "survey: ../data/s.yaml\n"
                    "slides:\n"
                    "  - slide: statement\n"
                    "    each: [kapasitet, planverk]\n"
                    "    when: answered(statement) > 10\n"
                    "  - slide: text\n"
                    "    id: slutt\n"
                    "    title: Slutt\n"
                    "    body: |\n"
                    "      - se ${slides(kapasitet, slutt)}\n");
    expect_str("messages", messages_text(sample.arena, &sample.diags), "");
    assert_true(is_good);
    const Layout *layout = &sample.layout;
    expect_str("theme", layout->theme, "landsbyen");
    expect_str("unit", layout->unit, "Østre Toten");
    expect_str("survey", layout->survey_path, "build/../data/s.yaml");
    expect_int("slides", layout->slide_count, 2);
    expect_int("kind", layout->slides[0].kind, 1);
    expect_int("items", layout->slides[0].item_count, 2);
    expect_int("first", layout->slides[0].items[0].index, 1);
    expect_int("nothing", layout->slides[1].items[0].type, ABOUT_NOTHING);
    expect_str("id", layout->slides[1].id, "slutt");
    const BodyOptions *options = layout->slides[1].options;
    assert_true(wording_is_set(options->body));
}

typedef struct Row {
    const char *name, *input, *want;
} Row;

static void test_messages(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "unknown key of a slide", HEAD
          "- slide: text\n  boddy: x\n",
          "5:3: unknown key \"boddy\" in slide\n  did you mean \"body\"?\n" },
        { "key of another kind", HEAD
          "- {slide: statement, each: statements, body: x}\n",
          "4:40: unknown key \"body\" in slide\n"
          "  known keys: slide, id, title, kicker, section, note, only, note-lines, when, each\n" },
        { "unknown kind", HEAD
          "- slide: statment\n",
          "4:10: unknown kind of slide \"statment\"\n"
          "  did you mean \"statement\"? The kinds are: text, statement, image\n" },
        { "far kind", HEAD
          "- slide: kakediagram\n",
          "4:10: unknown kind of slide \"kakediagram\"\n"
          "  the kinds are: text, statement, image\n" },
        { "no kind", HEAD
          "- title: x\n",
          "4:3: a slide does not say its kind\n"
          "  begin it with \"- slide: \" and one of: text, statement, image\n" },
        { "no mapping", HEAD
          "- text\n",
          "4:3: a slide must be a mapping\n"
          "  begin it with \"- slide: \" and its kind\n" },
        { "no slides", "deck: {title: T}\nsurvey: s.yaml\nslides: []\n",
          "3:9: \"slides\" must be a list of slides\n"
          "  begin each with \"- slide: \" and its kind\n" },
        { "no title", HEAD
          "- slide: image\n",
          "4:3: the image slide has no title\n"
          "  add \"title: \" with its message\n" },
        { "no title of the deck",
          "deck: {unit: x}\nsurvey: s.yaml\nslides: [{slide: text}]\n",
          "1:7: the deck has no \"title\"\n  add \"title\": of the whole deck\n" },
        { "condition as a list", HEAD
          "- {slide: text, when: [a]}\n",
          "4:23: \"when\" must be a condition\n"
          "  write one as a text, as in: answers(question) >= 10\n" },
        { "each of nothing", HEAD
          "- slide: statement\n  each: []\n",
          "5:9: \"each\" must say what there is a slide of\n"
          "  write statements, statements(SECTION), recommend, questions, groups, sections, "
          "or a list of ids: [a, b]\n" },
        { "each of an unknown id", HEAD
          "- slide: statement\n  each:\n  - kapasitett\n",
          "6:5: nothing has the id \"kapasitett\"\n"
          "  did you mean \"kapasitet\"?\n" },
        { "each of an unknown section", HEAD
          "- slide: statement\n  each: statements(servise)\n",
          "5:20: no name or id \"servise\"\n  did you mean \"service\"?\n" },
        { "each of a figure", HEAD
          "- slide: statement\n  each: n\n", "5:9: \"n\" is a count, not a list\n" },
        { "each of lowest", HEAD
          "- slide: statement\n  each: lowest(3)\n",
          "5:9: \"each\" must say what there is a slide of\n"
          "  write statements, statements(SECTION), recommend, questions, groups, sections, "
          "or a list of ids: [a, b]\n" },
        { "each of two types", HEAD
          "- slide: text\n  each: [kapasitet, service]\n",
          "5:21: \"service\" is a section, but the first of the list is a statement\n"
          "  make two slides, each with a list of one type\n" },
        { "each twice", HEAD
          "- slide: text\n  each: [kapasitet, kapasitet]\n",
          "5:21: \"kapasitet\" stands twice in the list\n  remove one of them\n" },
        { "each of a slide", HEAD
          "- slide: text\n  id: a\n  each: [a]\n",
          "6:10: \"a\" is a slide\n"
          "  \"each\" names statements, questions, groups or sections\n" },
        { "statement without each", HEAD
          "- slide: statement\n",
          "4:3: a slide of the kind \"statement\" is about a statement\n"
          "  write \"each: statements\", or a list of their ids\n" },
        { "statement of groups", HEAD
          "- {slide: statement, each: groups}\n",
          "4:28: a slide of the kind \"statement\" is about a statement\n"
          "  write \"each: statements\", or a list of their ids\n" },
        { "id of a statement", HEAD
          "- {slide: text, id: kapasitet}\n",
          "4:21: the id \"kapasitet\" is taken\n"
          "  the statement at undersokelse.yaml:31:3 has it; give this slide "
          "another\n" },
        { "two slides", HEAD
          "- {slide: text, id: a}\n- {slide: text, id: a}\n",
          "5:21: the id \"a\" is taken\n"
          "  the slide at build/layout-test.yaml:4:21 has it; give this "
          "slide another\n" },
        { "name as an id", HEAD
          "- {slide: text, id: mean}\n",
          "4:21: the id \"mean\" is a name of its own\n"
          "  give the slide another id\n" },
        { "first part of a name", HEAD
          "- {slide: text, id: survey}\n",
          "4:21: the id \"survey\" is a name of its own\n"
          "  give the slide another id\n" },
        { "title of the deck",
          "deck: {title: 'T ${uni}'}\nsurvey: s.yaml\nslides: [{slide: text}]\n",
          "1:20: no name or id \"uni\"\n  did you mean \"unit\"?\n" },
        { "every language", HEAD
          "- {slide: text, title: {nb: a, nn: '${uni}', en: '${'}}\n",
          "4:39: no name or id \"uni\"\n"
          "  did you mean \"unit\"?\n"
          "4:51: \"${\" is not closed\n"
          "  write a \"}\" after the expression, or \"$${\" for the signs "
          "themselves\n" },
        { "a dropped slide too", HEAD
          "- {slide: text, when: n < 1, kicker: '${uni}'}\n",
          "4:41: no name or id \"uni\"\n  did you mean \"unit\"?\n" },
        { "body", HEAD
          "- slide: text\n  body: |\n    a\n\n    # b\n",
          "8:7: a heading cannot stand in a body\n"
          "  the heading of a slide is its title; begin a new slide, or write the "
          "line **strong**\n" },
        { "no Markdown outside bodies", HEAD
          "- {slide: text, caption: '# b `c`'}\n", "" },
        { "expression of an option", HEAD
          "- {slide: text, caption: '${mean()}'}\n",
          "4:29: \"mean\" has the wrong number of arguments, 0\n  write mean(statement[, group])\n" },
        { "bound name of another type", HEAD
          "- {slide: text, each: groups, note: '${statement}'}\n",
          "4:40: \"statement\" stands for no statement here\n"
          "  only a slide with \"each: statements\" has one; elsewhere name it by "
          "its id\n" },
        { "reference in a list item", HEAD
          "- slide: text\n"
          "  id: a\n"
          "  body: |\n"
          "    - a\n"
          "      - b ${slide(planverk)}\n",
          "8:19: no slide of this layout is made from the statement \"planverk\"\n"
          "  add a slide with \"each: [planverk]\", or leave it out\n" },
    };
    /* clang-format on */
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        bool is_good = read_layout(rows[i].input);
        expect_str(rows[i].name, messages_text(sample.arena, &sample.diags),
                   rows[i].want);
        expect_int(rows[i].name, is_good, rows[i].want[0] == '\0');
    }
}

/* A clash within the description is reported at the later line, whatever the types. */
static void test_description_clash(void **state)
{
    (void)state;
    Sample other = sample_new();
    sample_fill(&other);
    Section section = other.description.sections[0];
    section.id = S("tiltak");
    section.place = sample_place(50);
    other.description.sections = &section;
    other.description.section_count = 1;
    assert_false(sample_layout(&other, "- slide: text\n"));
    expect_str(
        "clash", messages_text(other.arena, &other.diags),
        "50:3: the id \"tiltak\" is taken\n  the question at undersokelse.yaml:40:3 "
        "has it; give this section another\n");
    arena_free(other.arena);
}

static bool read_with(const LayoutSetting *settings, int count)
{
    sample.diags = diags_in(sample.arena);
    Str path = str_from_c(sample_path);
    assert_true(file_write(path, S(HEAD "- slide: text\n"), &sample.diags));
    return layout_read(sample.arena, path, kinds, settings, count, &sample.layout,
                       &sample.diags);
}

static void test_settings(void **state)
{
    (void)state;
    const LayoutSetting good[] = {
        {S("deck.title"), S("Ny ${unit}") },
        { S("unit"),      S("Gjøvik")    },
        { S("theme"),     S("./eget.yaml")},
    };
    assert_true(read_with(good, 3));
    expect_str("title", wording_text(sample.layout.title, S("nb")), "Ny ${unit}");
    expect_str("unit", sample.layout.unit, "Gjøvik");
    expect_str("place", place_text(sample.arena, sample.layout.theme_place), "--set");
    assert_true(layout_resolve(sample.arena, &sample.layout, kinds, &sample.description,
                               &sample.diags));
    Scope scope = sample_scope(&sample);
    Str title;
    assert_true(scope_string(&scope, wording_in(sample.layout.title, S("nb")), &title));
    expect_str("expanded", title, "Ny Østre Toten");

    const LayoutSetting unknown[] = {
        {S("titel"), S("x")}
    };
    assert_false(read_with(unknown, 1));
    expect_str("unknown", messages_text(sample.arena, &sample.diags),
               "unknown key \"titel\" in deck\n  did you mean \"title\"?\n");
    expect_str("its place", place_text(sample.arena, sample.diags.list.at[0].place),
               "--set");

    const LayoutSetting broken[] = {
        {S("title"), S("\xff")}
    };
    assert_false(read_with(broken, 1));

    const LayoutSetting wrong[] = {
        {S("title"), S("${uni}")}
    };
    assert_true(read_with(wrong, 1));
    assert_true(layout_resolve(sample.arena, &sample.layout, kinds, &sample.description,
                               &sample.diags));
    assert_false(
        scope_check(sample.arena, &sample.layout, &sample.description, &sample.diags));
}

static void test_entries(void **state)
{
    (void)state;
    assert_true(read_layout(HEAD "- {slide: statement, each: statements, when: "
                                 "'has(mean(statement))'}\n"
                                 "- {slide: text, when: n < 1}\n"
                                 "- {slide: text, each: sections, title: '${section}: "
                                 "${count(statements(section))}'}\n"));
    Scope scope = sample_scope(&sample);
    const Entry *entries;
    int count;
    assert_true(scope_entries(&scope, &entries, &count));
    expect_int("lukket is hidden, one slide is dropped", count, 5);
    expect_int("third statement", entries[2].about.index, 2);
    expect_int("section", entries[3].about.type, ABOUT_SECTION);
    scope.entries = entries;
    scope.entry_count = count;
    expect_int("found", scope_find_entry(&scope, (About){ ABOUT_SECTION, 1 }), 4);
    expect_int("not found", scope_find_entry(&scope, (About){ ABOUT_STATEMENT, 3 }),
               -1);
    expect_int("nothing", scope_find_entry(&scope, (About){ ABOUT_NOTHING, -1 }), -1);
    scope.about = entries[3].about;
    Str title;
    assert_true(
        scope_string(&scope, wording_in(entries[3].slide->title, S("nb")), &title));
    expect_str("title", title, "Service: 3");
}

static void test_lines(void **state)
{
    (void)state;
    /* clang-format off */
    static const Row rows[] = {
        { "folded", "x: >\n  a\n  b\n", "a b" },
        { "literal", "x: |\n  a\n  b ${n}\n", "a/b 194" },
        { "quoted", "x: \" a  b \"\n", "a  b" },
        { "one", "x: a\n", "a" },
    };
    /* clang-format on */
    assert_true(read_layout(HEAD "- slide: text\n"));
    Scope scope = sample_scope(&sample);
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Inlines inlines;
        const Node *node = node_find(sample_yaml(&sample, rows[i].input), "x");
        assert_true(scope_text(&scope, node, &inlines));
        Buffer buffer = buffer_in(sample.arena);
        sample_print(&buffer, inlines);
        expect_str(rows[i].name, buffer_text(&buffer), rows[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_description_clash),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_entries),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
