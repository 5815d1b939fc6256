#include "base/file.h"
#include "expect.h"
#include "yaml/schema.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Arena *arena;
static char path[] = "/tmp/lysark-schema-XXXXXX";

/* One field of every type, and what they need. */
typedef struct Privacy {
    int answers;
    bool is_named;
} Privacy;

typedef struct Part {
    Str id;
    Wording name;
    int size;
} Part;

typedef struct Thing {
    Str text;
    Place text_place;
    Wording title;
    Str id, file;
    int show;
    Place show_place;
    double width;
    bool is_open;
    Date day;
    Colour ink;
    int chart;
    Place chart_place;
    StrList each;
    const Node *when;
    Privacy privacy;
    ObjectList parts, sections;
} Thing;

typedef struct Extra {
    int limit;
} Extra;

static const char *const charts[] = { "stacked", "bar", "heat", NULL };

static const Field privacy_fields[] = {
    {.key = "answers",
     .type = FIELD_INTEGER,
     .offset = offsetof(Privacy,  answers),
     .fallback = "5",
     .min = 1,
     .max = 0 },
    { .key = "named",
     .type = FIELD_BOOL,
     .offset = offsetof(Privacy, is_named),
     .fallback = "yes"},
};
static const Schema privacy_schema = {
    .name = "privacy",
    .size = sizeof(Privacy),
    .fields = privacy_fields,
    .field_count = FIELD_COUNT(privacy_fields),
};

static const Field part_fields[] = {
    {.key = "id",           .type = FIELD_ID, .offset = offsetof(Part, id)  },
    { .key = "name",
     .type = FIELD_WORDING,
     .offset = offsetof(Part,                                   name),
     .is_required = true,
     .help = "what it is called" },
    {                                               .key = "size",
     .type = FIELD_INTEGER,
     .offset = offsetof(Part,                                          size),
     .fallback = "7" },
};
static const Schema part_schema = {
    .name = "part",
    .size = sizeof(Part),
    .fields = part_fields,
    .field_count = FIELD_COUNT(part_fields),
};

static const Field thing_fields[] = {
    {.key = "text",
     .type = FIELD_STRING,
     .offset = offsetof(Thing,                                                      text),
     .place_offset = offsetof(Thing,                                                                                                                                                                                                                                                                                     text_place) },
    { .key = "title",                        .type = FIELD_WORDING,                                  .offset = offsetof(Thing,              title)                     },
    { .key = "id",              .type = FIELD_ID,         .offset = offsetof(Thing, id)                                                              },
    { .key = "file",       .type = FIELD_PATH, .offset = offsetof(Thing,                    file)                                                                },
    { .key = "show",
     .type = FIELD_INTEGER,
     .offset = offsetof(Thing,                                                show),
     .place_offset = offsetof(Thing,                                                                                                                                                                   show_place),
     .fallback = "10",
     .min = 1,
     .max = 100 },
    { .key = "width",
     .type = FIELD_NUMBER,
     .offset = offsetof(Thing,                                                 width),
     .min = 0,
     .max = 0.5 },
    { .key = "open",                  .type = FIELD_BOOL,                                          .offset = offsetof(Thing,                                                                 is_open)                                                                                                                    },
    { .key = "day",                 .type = FIELD_DATE,                                        .offset = offsetof(Thing,day)},
    { .key = "ink",
     .type = FIELD_COLOUR,
     .offset = offsetof(Thing,                                                          ink),
     .fallback = "#102030"                                                                                                                                                    },
    { .key = "chart",
     .type = FIELD_CHOICE,
     .offset = offsetof(Thing,                                                          chart),
     .place_offset = offsetof(Thing,                                                                                                                                                                                                                                                                                                   chart_place),
     .fallback = "bar",
     .choices = charts },
    { .key = "each",             .type = FIELD_STRINGS,                                   .offset = offsetof(Thing,                                                             each)                                                                                                                            },
    { .key = "when", .type = FIELD_NODE,.offset = offsetof(Thing,when)},
    { .key = "privacy",
     .type = FIELD_OBJECT,
     .offset = offsetof(Thing,                                                                                                       privacy),
     .schema = &privacy_schema                                                                                                                                                                                                                                                                                          },
    { .key = "parts",
     .type = FIELD_OBJECTS,
     .offset = offsetof(Thing,                                  parts),
     .schema = &part_schema                                                                                                                                                                                                                                                 },
    { .key = "sections",
     .type = FIELD_OBJECT_MAP,
     .offset = offsetof(Thing,                                  sections),
     .schema = &part_schema},
};
static const Schema thing_schema = {
    .name = "thing",
    .size = sizeof(Thing),
    .fields = thing_fields,
    .field_count = FIELD_COUNT(thing_fields),
};

static const Field extra_fields[] = {
    {.key = "limit",
     .type = FIELD_INTEGER,
     .offset = offsetof(Extra, limit),
     .is_required = true},
};
static const Schema extra_schema = {
    .name = "extra",
    .size = sizeof(Extra),
    .fields = extra_fields,
    .field_count = FIELD_COUNT(extra_fields),
};

static const Node *parse(const char *text, Diags *diags)
{
    *diags = diags_in(arena);
    assert_true(file_write(str_from_c(path), str_from_c(text), diags));
    const Node *root = yaml_read(arena, str_from_c(path), (Place){ 0 }, diags);
    if (!root)
        fail_msg("%s: %.*s", text, STR_ARG(messages_text(arena, diags)));
    return root;
}

static bool read_thing(const char *text, Thing *out, Diags *diags)
{
    *out = (Thing){ 0 };
    return schema_read(arena, &thing_schema, parse(text, diags), out, diags);
}

static Thing read_good(const char *text)
{
    Thing thing;
    Diags diags;
    if (!read_thing(text, &thing, &diags))
        fail_msg("%s: %.*s", text, STR_ARG(messages_text(arena, &diags)));
    return thing;
}

static void test_scalars(void **state)
{
    (void)state;
    Thing thing = read_good("text: 2024\nid: a-1\nfile: ../b.csv\nshow: 100\n"
                            "width: 0.25\nopen: yes\nday: 2024-02-29\nink: '#1b2A34'\n"
                            "chart: heat\nwhen: [1]\n");
    expect_str("text", thing.text, "2024");
    expect_int("line of text", thing.text_place.line, 1);
    expect_int("column of text", thing.text_place.column, 7);
    expect_str("id", thing.id, "a-1");
    expect_str("path", thing.file, "/tmp/../b.csv");
    expect_int("integer", thing.show, 100);
    expect_int("line of integer", thing.show_place.line, 4);
    assert_true(thing.width == 0.25);
    assert_true(thing.is_open);
    assert_true(date_compare(thing.day, (Date){ 2024, 2, 29 }) == 0);
    assert_true(colour_equal(thing.ink, (Colour){ 0x1B, 0x2A, 0x34 }));
    expect_int("choice", thing.chart, 2);
    expect_int("node", thing.when->kind, NODE_SEQUENCE);
}

static void test_fallbacks(void **state)
{
    (void)state;
    Thing thing = read_good("text: ''\n");
    expect_str("empty text", thing.text, "");
    expect_int("integer", thing.show, 10);
    expect_int("place is the mapping's", thing.show_place.line, 1);
    expect_int("choice", thing.chart, 1);
    assert_true(colour_equal(thing.ink, (Colour){ 0x10, 0x20, 0x30 }));
    expect_int("inside an object", thing.privacy.answers, 5);
    assert_true(thing.privacy.is_named);
    assert_false(date_is_set(thing.day));
    assert_null(thing.when);
    expect_int("list", thing.each.count, 0);
    thing = read_good("privacy: {named: no}\n");
    expect_int("beside a given key", thing.privacy.answers, 5);
    assert_false(thing.privacy.is_named);
    thing = read_good("privacy: {answers: 2000000}\n");
    expect_int("no maximum", thing.privacy.answers, 2000000);
}

static void test_wordings(void **state)
{
    (void)state;
    Wording once = read_good("title: Hei\n").title;
    assert_true(wording_is_set(once));
    expect_str("any language", wording_in(once, S("nn"))->text, "Hei");
    expect_str("as text", wording_text(once, S("en")), "Hei");
    Wording twice = read_good("title: {nn: Ho, nb: Hå}\n").title;
    expect_str("its language", wording_in(twice, S("nb"))->text, "Hå");
    assert_null(wording_in(twice, S("en")));
    expect_str("falls back", wording_text(twice, S("en")), "Ho");
    assert_false(wording_is_set((Wording){ 0 }));
    assert_null(wording_in((Wording){ 0 }, S("nb")));
    expect_str("not set", wording_text((Wording){ 0 }, S("nb")), "");
}

static void test_lists(void **state)
{
    (void)state;
    StrList each = read_good("each: [a, 'b c']\n").each;
    expect_int("count", each.count, 2);
    expect_str("second", each.at[1], "b c");
    expect_int("its column", each.places[1].column, 11);
    each = read_good("each: a\n").each;
    expect_int("one", each.count, 1);
    expect_str("itself", each.at[0], "a");
    expect_int("none", read_good("each: []\n").each.count, 0);
}

static void test_objects(void **state)
{
    (void)state;
    ObjectList parts = read_good("parts:\n  - name: A\n  - {name: B, size: 3}\n").parts;
    const Part *part = parts.at;
    expect_int("count", parts.count, 2);
    expect_str("first", wording_text(part[0].name, S("nb")), "A");
    expect_int("fallback", part[0].size, 7);
    expect_int("second", part[1].size, 3);
    expect_int("line", parts.places[1].line, 3);
    assert_null(parts.keys);

    ObjectList sections =
        read_good("sections:\n  b-1: {name: B}\n  a: {name: A, size: 1}\n").sections;
    const Part *section = sections.at;
    expect_int("count of map", sections.count, 2);
    expect_str("file order", sections.keys[0], "b-1");
    expect_str("second key", sections.keys[1], "a");
    expect_int("its value", section[1].size, 1);
    expect_int("line of key", sections.places[1].line, 3);
    expect_int("column of key", sections.places[1].column, 3);
}

static void test_messages(void **state)
{
    (void)state;
    static const struct {
        const char *name, *input, *want;
    } rows[] = {
        {"unknown, near",                  "titel: x",
         "1:1: unknown key \"titel\" in thing\n  did you mean \"title\"?\n"       },
        { "unknown, far",                  "privacy: {elephant: x}",
         "1:11: unknown key \"elephant\" in privacy\n"
          "  known keys: answers, named\n"                                        },
        { "no integer",                    "show: ti",
         "1:7: \"show\" must be a whole number, not \"ti\"\n"
          "  write it in digits, as in 10\n"                                      },
        { "decimals",                      "show: 1.5",
         "1:7: \"show\" must be a whole number, not \"1.5\"\n"
          "  write it in digits, as in 10\n"                                      },
        { "integer too large",             "show: 99999999999",
         "1:7: \"show\" must be a whole number, not \"99999999999\"\n"
          "  write it in digits, as in 10\n"                                      },
        { "above the limit",               "show: 101",
         "1:7: \"show\" must be between 1 and 100, not 101\n"
          "  write a number within the limits\n"                                  },
        { "below the limit",               "show: 0",
         "1:7: \"show\" must be between 1 and 100, not 0\n"
          "  write a number within the limits\n"                                  },
        { "below the only limit",          "privacy: {answers: 0}",
         "1:20: \"answers\" must be at least 1, not 0\n"
          "  write a number within the limits\n"                                  },
        { "decimal comma",                 "width: 0,5",
         "1:8: \"width\" must be a number, not \"0,5\"\n"
          "  write it with a decimal point, as in 3.5\n"                          },
        { "number above the limit",        "width: 0.75",
         "1:8: \"width\" must be between 0 and 0.5, not 0.75\n"
          "  write a number within the limits\n"                                  },
        { "no boolean",                    "open: ja",
         "1:7: \"open\" must be yes or no, not \"ja\"\n  write yes or no\n"       },
        { "no day",                        "day: 28.11.2024",
         "1:6: \"day\" must be a day, not \"28.11.2024\"\n"
          "  write year, month and day, as in 2024-11-28\n"                       },
        { "no such day",                   "day: 2023-02-29",
         "1:6: the day \"2023-02-29\" of \"day\" does not exist\n"
          "  write year, month and day, as in 2024-11-28\n"                       },
        { "no colour",                     "ink: petrol",
         "1:6: \"ink\" must be a colour, not \"petrol\"\n"
          "  write it in quotes, as in \"#1B2A34\"\n"                             },
        { "colour without quotes",         "ink: #1B2A34",
         "1:5: \"ink\" has no value\n"
          "  put the colour in quotes: an unquoted # begins a comment\n"          },
        { "choice, near",                  "chart: staked",
         "1:8: \"chart\" cannot be \"staked\"\n  did you mean \"stacked\"?\n"     },
        { "choice, far",                   "chart: pie",
         "1:8: \"chart\" cannot be \"pie\"\n  choose one of: stacked, bar, heat\n"},
        { "no id",                         "id: Ærlig",
         "1:5: \"id\" must be an id, not \"Ærlig\"\n"
          "  write small letters a to z, digits and hyphens, a letter first\n"    },
        { "digit first",                   "id: 1a",
         "1:5: \"id\" must be an id, not \"1a\"\n"
          "  write small letters a to z, digits and hyphens, a letter first\n"    },
        { "no value",                      "title:\nshow: ~\n",
         "1:7: \"title\" has no value\n"
          "  write one after the \":\", or remove the key\n"
          "2:7: \"show\" has no value\n"
          "  write one after the \":\", or remove the key\n"                      },
        { "empty path",                    "file: ''",
         "1:7: \"file\" has no value\n"
          "  write one after the \":\", or remove the key\n"                      },
        { "list for a text",               "text: [a]",
         "1:7: \"text\" must be a text, not a list\n"
          "  put a text that begins with { or [ in quotes\n"                      },
        { "list for a wording",            "title: [a]",
         "1:8: \"title\" must be a text, or one for each language, not a list\n"
          "  write a text, or {nb: …, nn: …}\n"                               },
        { "empty wording",                 "title: {}",
         "1:8: \"title\" must be a text, or one for each language, not a mapping\n"
          "  write a text, or {nb: …, nn: …}\n"                               },
        { "languages",                     "title: {sv: Hej, nb: , en: [x]}",
         "1:9: unknown language \"sv\" in \"title\"\n"
          "  known languages: nb, nn, en; put a text that begins with { in quotes\n"
          "1:22: \"title\" has no text for \"nb\"\n"
          "  write a text after the \":\", or remove the language\n"
          "1:28: \"title\" has no text for \"en\"\n"
          "  write a text after the \":\", or remove the language\n"              },
        { "entries of a list",             "each: [a, [b], ~]",
         "1:11: an entry of \"each\" must be a text, not a list\n"
          "  write a text, or remove the entry\n"
          "1:16: an entry of \"each\" must be a text, not empty\n"
          "  write a text, or remove the entry\n"                                 },
        { "mapping for a list",            "each: {a: b}",
         "1:7: \"each\" must be a list of texts, not a mapping\n"
          "  write [a, b], or \"- a\" line by line\n"                             },
        { "text for an object",            "privacy: no",
         "1:10: \"privacy\" must be a mapping, not \"no\"\n"
          "  write lines of the form \"key: value\" under it\n"                   },
        { "mapping for a list of objects", "parts: {name: A}",
         "1:8: \"parts\" must be a list of mappings, not a mapping\n"
          "  begin each with \"- \", as in \"- key: value\"\n"                    },
        { "list for a map of objects",     "sections: [a]",
         "1:11: \"sections\" must be a mapping of ids, not a list\n"
          "  write lines of the form \"id: {key: value}\" under it\n"             },
        { "text among objects",            "parts: [{name: A}, b, ~]",
         "1:20: the part must be a mapping, not a text\n"
          "  write lines of the form \"key: value\"\n"
          "1:23: the part must be a mapping, not empty\n"
          "  write lines of the form \"key: value\"\n"                            },
        { "missing key",                   "parts:\n  - size: 1\n",
         "2:5: the part has no \"name\"\n  add \"name\": what it is called\n"     },
        { "key that is no id",             "sections: {Å: {name: A}}",
         "1:12: a key must be an id, not \"Å\"\n"
          "  write small letters a to z, digits and hyphens, a letter first\n"    },
        { "list for the whole",            "- a",
         "1:1: the thing must be a mapping, not a list\n"
          "  write lines of the form \"key: value\"\n"                            },
        { "all that is wrong",             "texk: x\nshow: 0\nparts: [{nam: x}]\n",
         "1:1: unknown key \"texk\" in thing\n  did you mean \"text\"?\n"
          "2:7: \"show\" must be between 1 and 100, not 0\n"
          "  write a number within the limits\n"
          "3:10: unknown key \"nam\" in part\n  did you mean \"name\"?\n"
          "3:9: the part has no \"name\"\n  add \"name\": what it is called\n"    },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Thing thing;
        Diags diags;
        if (read_thing(rows[i].input, &thing, &diags))
            fail_msg("%s: was read", rows[i].name);
        expect_str(rows[i].name, messages_text(arena, &diags), rows[i].want);
    }
}

static void test_several_tables(void **state)
{
    (void)state;
    const Schema *const schemas[] = { &thing_schema, &extra_schema };
    Thing thing = { 0 };
    Extra extra = { 0 };
    void *const outs[] = { &thing, &extra };
    Diags diags;
    const Node *root = parse("limit: 4\nshow: 3\n", &diags);
    assert_true(schema_read_several(arena, schemas, outs, 2, root, &diags));
    expect_int("first table", thing.show, 3);
    expect_int("second table", extra.limit, 4);

    root = parse("limt: 4\n", &diags);
    assert_false(schema_read_several(arena, schemas, outs, 2, root, &diags));
    expect_str("unknown in both", messages_text(arena, &diags),
               "1:1: unknown key \"limt\" in thing\n  did you mean \"limit\"?\n"
               "1:1: the thing has no \"limit\"\n  add \"limit\"\n");
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
        cmocka_unit_test(test_scalars),        cmocka_unit_test(test_fallbacks),
        cmocka_unit_test(test_wordings),       cmocka_unit_test(test_lists),
        cmocka_unit_test(test_objects),        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_several_tables),
    };
    return cmocka_run_group_tests(tests, open_file, close_file);
}
