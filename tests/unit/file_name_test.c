/* What units are called in the file system. */
#include "command/file_name.h"

#include "expect.h"

static void makes_slugs(void **state)
{
    (void)state;
    static const struct {
        const char *name, *want;
    } rows[] = {
        {"Østre Toten",                "ostre-toten"         },
        { "Vågå",                     "vaga"                },
        { "Nord-Fron",                  "nord-fron"           },
        { "Kárášjohka – Karasjok", "karasjohka-karasjok" },
        { "Snåase/Snåsa",             "snaase-snasa"        },
        { "Guovdageaidnu Ŧ Đ Ŋ",     "guovdageaidnu-t-d-ng"},
        { "../../etc/passwd",           "etc-passwd"          },
        { "  Ærø: 100 %?  ",          "aero-100"            },
        { "東京",                     ""                    },
        { "",                           ""                    },
        { "Straße A\u030Angstrøm",    "strasse-angstrom"    },
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str slug = file_slug(arena, str_from_c(rows[i].name));
        if (!str_equal_c(slug, rows[i].want))
            fail_msg("%s: got \"%.*s\", want \"%s\"", rows[i].name, STR_ARG(slug),
                     rows[i].want);
    }
    arena_free(arena);
}

#define SLUGS "-${unit.slug}-${unit.slug}-${unit.slug}-${unit.slug}"

static void fills_in_patterns(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *number, *want; /* want NULL: refused */
    } rows[] = {
        {"${unit.number}-${unit.slug}-${round}.pdf",           "3442",
         "3442-ostre-toten-2024.pdf"                                                         },
        { "${unit.number}-${unit.slug}.pdf",                   "",     "ostre-toten.pdf"     },
        { "Svar ${ unit.slug }.pdf",                           "1",    "Svar ostre-toten.pdf"},
        { "${unit.slug}",                                      "1",    NULL                  },
        { "${unit.name}.pdf",                                  "1",    NULL                  },
        { "../${unit.slug}.pdf",                               "1",    NULL                  },
        { "a:${unit.slug}.pdf",                                "1",    NULL                  },
        { "${unit.number}.pdf",                                "",     NULL                  },
        { "Kommune å ${unit.slug}.pdf",                       "1",    NULL                  },
        { "nul.pdf",                                           "1",    NULL                  },
        { "Con.${unit.slug}.pdf",                              "1",    NULL                  },
        { "COM${unit.number}.pdf",                             "7",    NULL                  },
        { "com${unit.number}.pdf",                             "3442", "com3442.pdf"         },
        { "console.pdf",                                       "1",    "console.pdf"         },
        { " ${unit.slug}.pdf",                                 "1",    NULL                  },
        { "-${unit.slug}.pdf",                                 "1",    NULL                  },
        { "a\n${unit.slug}.pdf",                               "1",    NULL                  },
        { "${unit.slug}" SLUGS SLUGS SLUGS SLUGS SLUGS ".pdf", "1",    NULL                  },
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Diags diags = diags_in(arena);
        Layout layout = { .file = str_from_c(rows[i].pattern) };
        Unit unit = { .number = str_from_c(rows[i].number), .name = S("Østre Toten") };
        Str name = file_name(arena, &layout, &unit, S("2024"), &diags);
        if (!str_equal_c(name, rows[i].want ? rows[i].want : ""))
            fail_msg("%s: got \"%.*s\"", rows[i].pattern, STR_ARG(name));
        assert_int_equal(diags.counts[DIAG_ERROR], rows[i].want ? 0 : 1);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_slugs),
        cmocka_unit_test(fills_in_patterns),
    };
    return cmocka_run_group_tests_name("file_name", tests, NULL, NULL);
}
