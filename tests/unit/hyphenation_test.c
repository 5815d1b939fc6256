#include "expect.h"
#include "text/hyphenation.h"

/* "-" stands where a word may be divided. What is wanted was worked out from TeX's
 * files with a plain implementation of Liang's rule, that looks up every part of the
 * word. */
typedef struct HyphenationRow {
    const char *language, *marked;
} HyphenationRow;

static const HyphenationRow rows[] = {
    {"nb",  "nærings-livs-un-der-sø-kelse"},
    { "nn", "nærings-venn-leg"             },
    { "nb", "kom-mune-styre"                },
    { "nb", "for-mann-ska-pets"             },
    { "nb", "Ant-wer-pen"                   },
    { "nb", "KOMMUNE"                       },
    { "nb", "eBokutlån"                    },
    { "nb", "kommune2"                      },
    { "nb", "ja"                            },
    { "nb", ""                              },
    { "en", "hyphen-a-tion"                 },
    { "en", "uni-ver-sity"                  }, /* an exception */
    { "de", "undersøkelse"                 }, /* a language without patterns */
};

static void test_rows(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Hyphenation hyphenation = { .arena = arena,
                                    .language = str_from_c(rows[i].language) };
        Str word = str_replace(arena, str_from_c(rows[i].marked), S("-"), S(""));
        Str got = hyphenation_apply(&hyphenation, arena, word);
        expect_str(rows[i].marked, str_replace(arena, got, S("\u00AD"), S("-")),
                   rows[i].marked);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
