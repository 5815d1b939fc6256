#include "expect.h"
#include "verify/content.h"

static Arena *arena;

/* One byte: a, b, æ, an emoji, «fi»; two bytes from 80 on: 8001 to 8003 are A to C. */
static const char SPACES[] =
    "1 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange";
static const char READINGS[] =
    "% a comment <01>\n4 beginbfchar <01> <0061> <02> <0062> <03> <00E6>\n"
    "<04> <D83DDE00> endbfchar 2 beginbfrange <8001> <8003> <0041>\n"
    "<05> <06> [<00660069> <0020>] endbfrange endcmap";

static ContentFonts fonts(void)
{
    ContentFonts fonts = { 0 };
    CodeMap *mixed = code_map_read(arena, S(SPACES), 1, S(READINGS));
    CodeMap *wide = code_map_read(arena, (Str){ 0 }, 2,
                                  S("1 beginbfrange <0001> <0002> <0078> endbfrange"));
    vec_push(arena, &fonts, ((ContentFont){ S("F1"), mixed }));
    vec_push(arena, &fonts, ((ContentFont){ S("F2"), wide }));
    return fonts;
}

/* What each numbered sequence says, with its number before it; in brackets what stands
 * in none, and behind a stroke what another text stands for. */
static Str read(const char *content)
{
    ContentFonts known = fonts();
    ContentTexts texts = content_read(arena, str_from_c(content), &known);
    Buffer all = buffer_in(arena);
    for (int i = 0; i < texts.numbered.count; i++)
        if (texts.numbered.at[i].len)
            buffer_format(&all, "%d%.*s ", i,
                          STR_ARG(buffer_text(&texts.numbered.at[i])));
    for (int i = 0; i < texts.loose.count; i++)
        if (texts.loose.at[i].len)
            buffer_format(&all, "[%.*s]", STR_ARG(buffer_text(&texts.loose.at[i])));
    if (texts.covered.len)
        buffer_format(&all, "/%.*s", STR_ARG(buffer_text(&texts.covered)));
    return buffer_text(&all);
}

#define ONE "/F1 9 Tf /P<</MCID 1>>BDC "

static void test_content(void **state)
{
    (void)state;
    static const struct {
        const char *name, *content, *want;
    } rows[] = {
        {"hex",                  ONE "<010203>Tj EMC",                                "1abæ "                    },
        { "half a byte",         ONE "<01 0>Tj <8>Tj EMC",                            "1a\uFFFD\uFFFD "           },
        { "beyond the BMP",      ONE "<04>Tj EMC",                                    "1😀 "                    },
        { "list of a range",     ONE "<050601>Tj EMC",                                "1fi a "                    },
        { "two bytes",           ONE "<8001018003>Tj EMC",                            "1AaC "                     },
        { "code without",        ONE "<0701>Tj EMC",                                  "1\uFFFDa "                 },
        { "array with kerning",  ONE "[<01>-100<02>20(\\001)]TJ EMC",                 "1aba "                     },
        { "escapes",             ONE "(\\1\\02\\\n\\003)Tj EMC",                      "1abæ "                    },
        { "brackets",            ONE "((\\))\\()Tj EMC",                              "1\uFFFD\uFFFD\uFFFD\uFFFD "},
        { "next line",           ONE "<01>' 1 2 <02>\" EMC",                          "1ab "                      },
        { "two of them",         ONE "<01>Tj EMC /P<</MCID 0>>BDC <02>Tj EMC",        "0b 1a "                    },
        { "in two pieces",       ONE "<01>Tj EMC <02>Tj /P<</MCID 1>>BDC <02>Tj EMC",
         "1ab [b]"                                                                                                },
        { "artifact",            "/F1 9 Tf /Artifact<</Type/Layout>>BDC <01>Tj EMC",  "[a]"                       },
        { "without a tag",       "/F1 9 Tf BT 1 2 Td <01>Tj <02>Tj 1 2 Td <02>Tj ET",
         "[ab b]"                                                                                                 },
        { "two artifacts",       "/F1 9 Tf /A BMC <01>Tj EMC /A BMC <02>Tj EMC",      "[a][b]"                    },
        { "artifact, otherwise", "/F1 9 Tf /A<</ActualText(hi)>>BDC <01>Tj EMC",
         "[hia]"                                                                                                  },
        { "nested",              ONE "/Em BMC <01>Tj EMC <02>Tj EMC",                 "1ab "                      },
        { "nested number",       ONE "/P<</MCID 2>>BDC <01>Tj EMC <02>Tj EMC",        "1b 2a "                    },
        { "said otherwise",
         ONE "/Span<</ActualText<FEFF00E5>>>BDC <01>Tj EMC <02>Tj EMC",               "1åb /a"                   },
        { "numbered, otherwise",
         "/F1 9 Tf /Span<</MCID 3/ActualText(hi)>>BDC <01>Tj EMC",                    "3hi /a"                    },
        { "another font",        ONE "/F2 9 Tf <00010002>Tj EMC",                     "1xy "                      },
        { "no such font",        ONE "/F3 9 Tf <01>Tj EMC",                           "1\uFFFD "                  },
        { "font given back",     ONE "q /F2 9 Tf <0001>Tj Q <01>Tj EMC",              "1xa "                      },
        { "too many ends",       "EMC Q " ONE "<01>Tj EMC",                           "1a "                       },
        { "picture",             ONE "BI /W 1 ID (<\\ EI <01>Tj EMC",                 "1a "                       },
        { "comment",             ONE "% (<01>Tj\n<02>Tj EMC",                         "1b "                       },
        { "not closed",          ONE "<01>Tj (\\",                                    "1a "                       },
        { "not closed hex",      ONE "<01>Tj <01",                                    "1a "                       },
        { "number too large",    "/F1 9 Tf /P<</MCID 99999999>>BDC <01>Tj EMC",       "[a]"                       },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(rows[i].name, read(rows[i].content), rows[i].want);
}

int main(void)
{
    arena = arena_new();
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_content) };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
