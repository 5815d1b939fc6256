#include "base/json.h"
#include "expect.h"

static void write_all_kinds(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Json json = json_in(arena);
    json_object(&json, NULL);
    json_string_c(&json, "quoted", "«a \"b\" \\ c»\n\x01");
    json_array(&json, "list");
    json_number(&json, NULL, 2.5);
    json_number(&json, NULL, -3);
    json_bool(&json, NULL, true);
    json_end_array(&json);
    json_object(&json, "empty");
    json_end_object(&json);
    json_end_object(&json);
    static const char WANT[] = "{\n"
                               "  \"quoted\": \"«a \\\"b\\\" \\\\ c»\\u000a\\u0001\",\n"
                               "  \"list\": [\n"
                               "    2.5,\n"
                               "    -3,\n"
                               "    true\n"
                               "  ],\n"
                               "  \"empty\": {}\n"
                               "}\n";
    assert_string_equal(str_c(arena, buffer_text(&json.text)), WANT);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(write_all_kinds) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
