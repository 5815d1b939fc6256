/* What stands above a column, as it is compared and printed. */
#include "survey/heading.h"

#include "expect.h"

static const struct {
    const char *text, *want;
} rows[] = {
    {"Hva er viktigst?",                                "Hva er viktigst?"          },
    { "  Hva \n er\u00A0viktigst? ",                    "Hva er viktigst?"          },
    { "<p>Hva <b>er</b> viktigst?</p>",                 "Hva er viktigst?"          },
    { "<span style=\"font-size:18px;\">Hva</span>",     "Hva"                       },
    { "Hva<br>er<br/>viktigst",                         "Hva er viktigst"           },
    { "a < b og c > d",                                 "a < b og c > d"            },
    { "<3 hjerte",                                      "<3 hjerte"                 },
    { "aldri lukket <b",                                "aldri lukket <b"           },
    { "Drift &amp; vedlikehold",                        "Drift & vedlikehold"       },
    { "&laquo;Kj&oslash;p&raquo;&nbsp;&#8211; n&#xE5;", "«Kjøp» – nå"         },
    { "AT&T; R&D &ukjent; & alene",                     "AT&T; R&D &ukjent; & alene"},
    { "&#0;&#xD800;&#x110000;",                         "&#0;&#xD800;&#x110000;"    },
    { "snudd \u202Etekst\u202C",                        "snudd tekst"               },
    { "&lt;b&gt;",                                      "<b>"                       },
};

static void goes_without_html(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(rows[i].text, heading_plain(arena, str_from_c(rows[i].text)),
                   rows[i].want);
    arena_free(arena);
}

static void tells_numbers_from_brackets(void **state)
{
    (void)state;
    static const struct {
        const char *text, *stem;
        int number;
    } numbers[] = {
        {"Kommentar (2)",   "Kommentar", 2 },
        { "Kommentar (12)", "Kommentar", 12},
        { "Kommentar(2)",   "",          0 },
        { "Kommentar (0)",  "",          0 },
        { "Kommentar ()",   "",          0 },
        { "(2)",            "",          0 },
        { "Alder (år)",    "",          0 },
    };
    for (size_t i = 0; i < ROW_COUNT(numbers); i++) {
        Str stem = { 0 };
        int number = heading_number(str_from_c(numbers[i].text), &stem);
        expect_int(numbers[i].text, number, numbers[i].number);
        expect_str(numbers[i].text, stem, numbers[i].stem);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_without_html),
        cmocka_unit_test(tells_numbers_from_brackets),
    };
    return cmocka_run_group_tests_name("heading", tests, NULL, NULL);
}
