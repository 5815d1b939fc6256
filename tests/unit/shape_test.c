#include "expect.h"
#include "sample_fonts.h"
#include "text/shape.h"

#include <math.h>
#include <string.h>

typedef struct Fixture {
    Arena *arena, *scratch;
    Diags diags;
    Fonts fonts;
    Shaper *shaper;
} Fixture;

static int setup(void **state)
{
    Arena *arena = arena_new();
    Fixture *fixture = arena_alloc(arena, sizeof *fixture);
    fixture->arena = arena;
    fixture->scratch = arena_new();
    fixture->diags = diags_in(arena);
    fixture->fonts = sample_fonts(arena, &fixture->diags);
    assert_int_equal(fixture->diags.list.count, 0);
    fixture->shaper = shaper_new(arena, fixture->scratch, &fixture->fonts, S("nb"));
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    Fixture *fixture = *state;
    shaper_close(fixture->shaper);
    sample_fonts_close(&fixture->fonts);
    arena_free(fixture->scratch);
    arena_free(fixture->arena);
    return 0;
}

/* The pieces as FACE(source), then the clusters of the glyphs, then what is missing. */
typedef struct ShapeRow {
    const char *name, *text, *want;
} ShapeRow;

static const ShapeRow rows[] = {
    {"empty",                             "",                                    ""                                                                     },
    { "word",                             "én ",                                "S(én ) 0 2 3"                                                        },
    { "decomposed",                       "e\u0301n",                            "S(e\u0301n) 0 3"                                                      },
    { "mark without a letter of its own", "q\u0301n",                            "S(q\u0301n) 0 0 3"                                                    },
    { "emoji that do not join",           "👍\u200D🔥",                      "N(👍\u200D🔥) 0 for 👍"                                         },
    { "the first of them missing",        "🦖\u200D🔥",                      "D(\uFFFD) 0 U+1F996"                                                  },
    { "family",                           "👨\u200D👩\u200D👧\u200D👦!", "N(👨\u200D👩\u200D👧\u200D👦)S(!) 0 25"                       },
    { "flag of two",                      "🏳\uFE0F\u200D🌈",                "N(🏳\uFE0F\u200D🌈) 0"                                            },
    { "flag by tags",
     "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",         "N(🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F) 0"},
    { "flag by tags that no face has",    "🏴\U000E0067\U000E0062\U000E007F",
     "N(🏴\U000E0067\U000E0062\U000E007F) 0 for 🏴"                                                                                                 },
    { "work with a tone",                 "🧑🏽\u200D💻",                  "N(🧑🏽\u200D💻) 0"                                              },
    { "tone without a hand",              "🏠🏽",                            "N(🏠🏽) 0 for 🏠"                                               },
    { "white space of all kinds",         "a\tb\nc\r\nd\u2028",                  "S(a b c d ) 0 1 2 3 4 5 6 7"                                          },
    { "control characters",
     "a\x01\u200B\u200E\uFEFF"
      "b",                                                                       "S(ab) 0 1"                                                            },
    { "hard and thin space",              "1\u00A0%\u202F",                      "S(1\u00A0%\u202F) 0 1 3 4"                                            },
    { "a space that no face has",         "a\u3000b",                            "S(a b) 0 1 2"                                                         },
    { "soft hyphen inside",               "sam\u00ADfunn",                       "S(samfunn) 0 1 2 3 4 5 6"                                             },
    { "soft hyphen at the end",           "sam\u00AD",                           "S(sam\u00AD) 0 1 2 3"                                                 },
    { "symbol",                           "➢ ja",                              "D(➢)S( ja) 0 3 4 5"                                                 },
    { "emoji",                            "Bra👍",                             "S(Bra)N(👍) 0 1 2 3"                                                },
    { "skin tone",                        "👍🏽!",                           "N(👍🏽)S(!) 0 8"                                                  },
    { "joined emoji",                     "👩\u200D🎓",                      "N(👩\u200D🎓) 0"                                                  },
    { "joiner between letters",           "a\u200Db",                            "S(ab) 0 1"                                                            },
    { "emoji selector",                   "❤\uFE0F",                           "S(❤\uFE0F) 0"                                                       },
    { "text selector",                    "✂\uFE0E",                           "D(✂\uFE0E) 0"                                                       },
    { "keycap",                           "1\uFE0F⃣",                          "N(1\uFE0F⃣) 0"                                                      },
    { "missing",                          "a漢b",                               "S(a)D(\uFFFD)S(b) 0 1 4 U+6F22"                                       },
    { "missing twice",                    "漢漢",                              "D(\uFFFD\uFFFD) 0 3 U+6F22 U+6F22"                                    },
    { "private use",                      "\U000F0000",                          "D(\uFFFD) 0 U+F0000"                                                  },
    { "no character",                     "\uFFFE",                              "D(\uFFFD) 0 U+FFFE"                                                   },
    { "missing with a mark",              "漢\u0301",                           "D(\uFFFD)S(\u0301) 0 3 U+6F22"                                        },
    { "Sami names",                       "Kárášjohka",                       "S(Kárášjohka) 0 1 3 4 6 8 9 10 11 12"                              },
};

static Str describe(Arena *arena, const Word *word)
{
    Buffer text = buffer_in(arena);
    for (int i = 0; i < word->piece_count; i++) {
        const Piece *piece = &word->pieces[i];
        Str source = str_slice(word->source, piece->from, piece->to);
        buffer_format(&text, "%c(%.*s)", piece->face->postscript_name.at[0],
                      STR_ARG(source));
    }
    for (int i = 0; i < word->piece_count; i++)
        for (int g = 0; g < word->pieces[i].glyph_count; g++)
            buffer_format(&text, " %u", (unsigned)word->pieces[i].glyphs[g].cluster);
    for (int i = 0; i < word->missing_count; i++) {
        size_t at = 0;
        if (word->missing[i].is_begun)
            buffer_format(&text, " for %.*s", STR_ARG(word->missing[i].shown));
        else
            buffer_format(&text, " U+%04X",
                          (unsigned)utf8_next(word->missing[i].text, &at));
    }
    return buffer_text(&text);
}

static void test_rows(void **state)
{
    Fixture *fixture = *state;
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        const Word *word = shaper_word(fixture->shaper, str_from_c(rows[i].text),
                                       (ShapeStyle){ .role = FONT_REGULAR });
        expect_str(rows[i].name, describe(fixture->arena, word), rows[i].want);
    }
}

static const Word *word_in(Fixture *fixture, const char *text, ShapeStyle style)
{
    return shaper_word(fixture->shaper, str_from_c(text), style);
}

static void test_features(void **state)
{
    ShapeStyle plain = { .role = FONT_REGULAR };
    ShapeStyle tabular = { .role = FONT_REGULAR, .is_tabular = true };
    ShapeStyle spaced = { .role = FONT_REGULAR, .is_spaced = true };
    /* kerning */
    double apart =
        word_in(*state, "A", plain)->advance + word_in(*state, "V", plain)->advance;
    assert_true(word_in(*state, "AV", plain)->advance < apart - 10);
    /* figures for columns have one width, also around the decimal comma */
    double width = word_in(*state, "0,0", tabular)->advance;
    assert_true(word_in(*state, "1,1", plain)->advance < width - 10);
    for (int i = 0; i < 100; i++) {
        const char figure[] = { (char)('0' + i / 10), ',', (char)('0' + i % 10), 0 };
        assert_true(fabs(word_in(*state, figure, tabular)->advance - width) < 0.01);
    }
    /* ligatures, which letters set apart go without */
    assert_int_equal(word_in(*state, "ffi", plain)->glyph_count, 2);
    assert_int_equal(word_in(*state, "ffi", spaced)->glyph_count, 3);
    /* each role its face */
    ShapeStyle bold = { .role = FONT_BOLD };
    assert_true(word_in(*state, "hus", bold)->advance >
                word_in(*state, "hus", plain)->advance);
}

static void test_ink(void **state)
{
    ShapeStyle plain = { .role = FONT_REGULAR };
    const Word *bare = word_in(*state, "hus", plain);
    const Word *blank = word_in(*state, "hus  ", plain);
    assert_true(fabs(blank->ink - bare->advance) < 0.01);
    assert_int_equal(blank->ink_count, 3);
    assert_int_equal(blank->glyph_count, 5);
    assert_true(blank->advance > blank->ink + 300);
    assert_true(word_in(*state, "  ", plain)->ink == 0.0);
    /* a hard space holds its place */
    assert_int_equal(word_in(*state, "5\u00A0", plain)->ink_count, 2);
}

/* The same word is the same pointer, also after the table has grown many times. */
static void test_cache(void **state)
{
    Fixture *fixture = *state;
    ShapeStyle styles[] = {
        {.role = FONT_REGULAR },
        { .role = FONT_REGULAR, .is_tabular = true },
        { .role = FONT_ITALIC                   }
    };
    enum { WORDS = 3000 };
    const Word **first = arena_array(fixture->arena, (size_t)WORDS * 3, sizeof *first);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < WORDS; i++)
            for (int s = 0; s < 3; s++) {
                Str text = str_format(fixture->arena, "%d", i);
                const Word *word = shaper_word(fixture->shaper, text, styles[s]);
                assert_true(str_equal(word->source, text));
                if (pass == 0)
                    first[i * 3 + s] = word;
                else
                    assert_ptr_equal(word, first[i * 3 + s]);
            }
}

static void test_replacement(void **state)
{
    Fixture *fixture = *state;
    Fonts fonts = fixture->fonts;
    fonts.fallback_count = 0; /* Source Sans has no U+FFFD */
    Shaper *poor = shaper_new(fixture->arena, fixture->scratch, &fonts, S("nb"));
    const Word *word = shaper_word(poor, S("漢"), (ShapeStyle){ .role = FONT_BOLD });
    assert_true(str_equal(word->source, S("?")));
    shaper_close(poor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
        cmocka_unit_test_setup_teardown(test_features, setup, teardown),
        cmocka_unit_test_setup_teardown(test_ink, setup, teardown),
        cmocka_unit_test_setup_teardown(test_cache, setup, teardown),
        cmocka_unit_test_setup_teardown(test_replacement, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
