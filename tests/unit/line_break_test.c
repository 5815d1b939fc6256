#include "expect.h"
#include "text/line_break.h"

/* "|" stands where a line may break. */
typedef struct LineBreakRow {
    const char *name, *marked;
} LineBreakRow;

static const LineBreakRow rows[] = {
    {"empty",                                ""                                           },
    { "words",                               "Kommunen |har |god |service."               },
    { "two blanks",                          "kommunen  |god"                             },
    { "range",                               "se |bilde 5–8 |og |20–22"               },
    { "years",                               "i |2024–2026 |og |2026-2028"              },
    { "range to a signed number",            "fra |−2–+2 |til |1–−1"              },
    { "range with blanks",                   "fra |kl. 12 – 14 |i |dag"                 },
    { "range of days",                       "fra |21. oktober–8. november |2024"       },
    { "dash between words",                  "Oslo–|Bergen"                             },
    { "signed numbers",                      "fra |−0,2 |til |+0,3 |og |±0,0 |og |-0,2"},
    { "dash for a minus",                    "er |–0,2 |og |(–0,3)"                   },
    { "per cent",                            "30 % |av |dem, |14,5 ‰ |og |30 %-|poeng"  },
    { "kroner",                              "5 kr, |10 000 kr |og |2,5 mill. |kroner"    },
    { "units",                               "12 km |og |90 Min |av |30 |måneder"        },
    { "no unit without a number",            "fem |kr |og |%"                             },
    { "figure in groups",                    "1 678 |svar |av |1 234 567 |mulige"         },
    { "a figure of four",                    "nr. 5 |2024 |svar"                          },
    { "hard spaces",                         "10\u00A0000 |svar, |30\u00A0% |av"          },
    { "clock",                               "kl. 12 |og |Kl. 13.30"                      },
    { "number",                              "er |nr. 8 |av |13"                          },
    { "slide",                               "bilde 12 |og |Bilde 10, |11 |og |15"        },
    { "page",                                "S. 4 |og |side 5"                           },
    { "no label in a longer word",           "måls. |4 |og |havbilde |5"                 },
    { "paragraph sign",                      "etter |§ 12 |i |loven"                     },
    { "day and month",                       "den |28. november |2024"                    },
    { "ordinal",                             "den |28. |kommunen"                         },
    { "relation",                            "svar |(n = 30) |og |p < 0,05"               },
    { "abbreviation",                        "som |f.eks. |dette |og |o.l."               },
    { "abbreviation set with blanks",        "som |f. eks. |dette, |bl. a. |det"          },
    { "initial",                             "ved |O. Nordmann"                           },
    { "one letter before a hyphen",          "e-post |og |X-faktor |og |i-land"           },
    { "compound",                            "nærings- |og |samfunns-|utvikling"         },
    { "hyphen in front",                     "by- |og |-utvikling"                        },
    { "slash",                               "og/|eller |avdelinger/|etater"              },
    { "slash and one letter",                "5 km/t |og |m/utstyr"                       },
    { "slash and numbers",                   "1/2 |og |24/7"                              },
    { "dash between blanks",                 "Kommunen – |som |andre"                   },
    { "dash at the end",                     "Kommunen –"                               },
    { "dash in front",                       "– Vi |kan – |kanskje"                   },
    { "dash in front of a second paragraph", "Ja\n|– Vi |kan"                           },
    { "ellipsis",                            "Ja … |kanskje |det…"                    },
    { "quotes",                              "sa |«vi |kan», |og |«ja»"               },
    { "brackets",                            "svar |(fra |alle) |her"                     },
    { "punctuation with a blank",            "Hva ? |Ja !"                                },
    { "line feed",                           "en\n|to \n|\n|tre"                          },
    { "carriage return",                     "en\r\n|to"                                  },
    { "line feed at the end",                "en\n"                                       },
    { "other separators",                    "en\u2028|to\v|tre"                          },
    { "soft hyphen",                         "sam\u00AD|funn"                             },
    { "zero width space",                    "en\u200B|to"                                },
    { "word joiner",                         "en-\u2060to"                                },
    { "combining mark",                      "cafe\u0301s |blå"                          },
    { "mark on a blank",                     "a \u0301b"                                  },
    { "emoji",                               "Bra |👍🏽 |og |👩🏽‍💻"         },
    { "keycap",                              "1️⃣2️⃣"                             },
    { "flags",                               "🇳🇴|🇸🇪"                          },
    { "address",                             "skriv |til |post@kommune.no |nå"           },
};

static Str mark(Arena *arena, Str text)
{
    LineBreaks breaks = line_breaks(arena, text);
    Buffer marked = buffer_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        if (line_may_break(&breaks, i))
            buffer_char(&marked, '|');
        buffer_char(&marked, text.at[i]);
    }
    return buffer_text(&marked);
}

static void test_rows(void **state)
{
    Arena *arena = *state;
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Str text = str_replace(arena, str_from_c(rows[i].marked), S("|"), S(""));
        expect_str(rows[i].name, mark(arena, text), rows[i].marked);
    }
}

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
