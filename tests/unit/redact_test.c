#include "survey/redact.h"

#include "expect.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"nothing",                        "Raskere saksbehandling.",              NULL                   },
    { "empty",                         "",                                     NULL                   },
    { "e-mail",                        "Kontakt: kari.testdatter@eksempel.no", "Kontakt: [fjernet]"   },
    { "e-mail, full stop",             "Skriv til a_b+c@x-y.eksempel.no.",     "Skriv til [fjernet]." },
    { "e-mail in brackets",            "(ola@eksempel.no)",                    "([fjernet])"          },
    { "e-mail, Norwegian letters",     "pål@blåbær.no ja",                  "[fjernet] ja"         },
    { "e-mail, written out",           "ola (at) eksempel.no",                 "[fjernet]"            },
    { "e-mail behind a case number",   "23/1 og a@b.no",                       "23/1 og [fjernet]"    },
    { "at sign alone",                 "Vi er @næringshagen på nett",        NULL                   },
    { "telephone, 3-2-3",              "tlf. 999 99 999.",                     "tlf. [fjernet]."      },
    { "telephone, 2-2-2-2",            "Ring 22 33 44 55 nå",                 "Ring [fjernet] nå"   },
    { "telephone, together",           "tlf:99999999",                         "tlf:[fjernet]"        },
    { "telephone behind letters",      "tlf99999999",                          "tlf[fjernet]"         },
    { "telephone, 4-4",                "Ring 4123 4567",                       "Ring [fjernet]"       },
    { "telephone, full stops",         "99.99.99.99",                          "[fjernet]"            },
    { "telephone, hard spaces",        "999\u00A099\u00A0999",                 "[fjernet]"            },
    { "telephone, +47",                "+47 999 99 999",                       "[fjernet]"            },
    { "telephone, +47 together",       "+4799999999!",                         "[fjernet]!"           },
    { "telephone, (+47)",              "Ring (+47) 99 99 99 99.",              "Ring [fjernet]."      },
    { "telephone, 0047",               "0047 99999999",                        "[fjernet]"            },
    { "telephone, 47",                 "47 99 99 99 99",                       "[fjernet]"            },
    { "telephone, Swedish",            "+46 70 123 45 67",                     "[fjernet]"            },
    { "telephone and a year",          "I 2024 ring 99999999",                 "I 2024 ring [fjernet]"},
    { "two telephones",                "99999999/88888888",                    "[fjernet]/[fjernet]"  },
    { "telephone and a name",          "99999999 Kristian",                    "[fjernet] Kristian"   },
    { "identity number",               "nr. (99999999999) er",                 "nr. ([fjernet]) er"   },
    { "identity number, 6-5",          "010199 12345",                         "[fjernet]"            },
    { "identity number, hyphen",       "010199-12345",                         "[fjernet]"            },
    { "account number",                "1234.56.78901",                        "[fjernet]"            },
    { "organisation number",           "org.nr. 999 999 999",                  "org.nr. [fjernet]"    },
    { "organisation number, together", "NO999999999MVA",                       "NO[fjernet]MVA"       },
    { "case number",                   "Vi har saken 2023/99999 liggende.",    NULL                   },
    { "case number, long",             "2023/12345678",                        NULL                   },
    { "case number, short year",       "sak 23/99999999",                      NULL                   },
    { "year",                          "øverst på lista i 2025.",            NULL                   },
    { "two years",                     "i 2024 2025",                          NULL                   },
    { "range of years",                "2024-2026 og 2024–2026",             NULL                   },
    { "date",                          "28.11.2024 kl. 10.00-12.00",           NULL                   },
    { "date and time",                 "28.11.24 12:30",                       NULL                   },
    { "date, ISO",                     "2024-11-28",                           NULL                   },
    { "price",                         "Jeg fikk 25 000 kr fra fondet",        NULL                   },
    { "price in millions",             "25 000 000 til vei",                   NULL                   },
    { "price, hundreds of millions",   "250 000 000 til vei",                  NULL                   },
    { "price with currency",           "kr 250 500 200 og 99 500 200 kroner",  NULL                   },
    { "price with a dash",             "99999999,- for mye",                   NULL                   },
    { "decimals",                      "fra 2,6 til 3,2",                      NULL                   },
    { "billions",                      "1 200 000 000 i omsetning",            NULL                   },
    { "postal code",                   "2850 Lena",                            NULL                   },
    { "plan number",                   "planid 3442",                          NULL                   },
    { "twelve digits",                 "123456789012",                         NULL                   },
};

static void removes_what_identifies(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        int count;
        Str got = redact_text(arena, str_from_c(rows[i].text), &count);
        expect_str(rows[i].name, got, rows[i].want ? rows[i].want : rows[i].text);
        if ((count > 0) != (rows[i].want != NULL))
            fail_msg("%s: counted %d", rows[i].name, count);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(removes_what_identifies),
    };
    return cmocka_run_group_tests_name("redact", tests, NULL, NULL);
}
