/* render_test.c - the small parts below pdf_test: strings, pictures, rectangles,
 * clusters, the order of the tree. */
#include "base/jpeg.h"
#include "expect.h"
#include "render/item.h"
#include "render/pdf_font.h"
#include "render/pdf_icc.h"
#include "render/pdf_image.h"
#include "render/pdf_value.h"
#include "render/tree.h"

#include <math.h>

static Arena *arena;

/* A text with its length, for there are zero bytes in UTF-16. */
#define TEXT(literal)                                                                  \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }
#define UTF_16 "(\xFE\xFF"

static void test_values(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        void (*put)(Buffer *out, Str s);
        const char *input;
        Str want;
    } rows[] = {
        {"ascii",        pdf_value_put_text,  "a(b)\\",       TEXT("(a\\(b\\)\\\\)")        },
        { "latin",       pdf_value_put_text,  "\u00E6\u00FF", TEXT("(\xE6\xFF)")            },
        { "hard space",  pdf_value_put_text,  "1\u00A02",
         TEXT(UTF_16 "\0"
                      "1\0\xA0\0"
                      "2)")                                                                 },
        { "soft hyphen", pdf_value_put_text,  "\u00AD",       TEXT(UTF_16 "\0\xAD)")        },
        { "line feed",   pdf_value_put_text,  "a\n",
         TEXT(UTF_16 "\0"
                      "a\0\n)")                                                             },
        { "emoji",       pdf_value_put_text,  "\U0001F44D",   TEXT(UTF_16 "\xD8=\xDCM)")    },
        { "bytes",       pdf_value_put_bytes, "nb\n",         TEXT("(nb\\012)")             },
        { "plain name",  pdf_value_put_name,  "Font-1",       TEXT("/Font-1")               },
        { "odd name",    pdf_value_put_name,  "A b#/\u00E6",  TEXT("/A#20b#23#2F#C3#A6")    },
        { "brackets",    pdf_value_put_text,  "\u2028)\r",    TEXT(UTF_16 " \\(\0\\)\0\\r)")},
        { "empty",       pdf_value_put_text,  "",             TEXT("()")                    },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Buffer out = buffer_in(arena);
        rows[i].put(&out, str_from_c(rows[i].input));
        if (!str_equal(buffer_text(&out), rows[i].want))
            fail_msg("%s: got \"%.*s\"", rows[i].name, STR_ARG(buffer_text(&out)));
    }
}

static void test_decimals(void **state)
{
    (void)state;
    static const struct {
        long units;
        int places;
        const char *want;
    } rows[] = {
        {5,      1, ".5"    },
        { -50,   2, "-.5"   },
        { 0,     2, "0"     },
        { 1200,  2, "12"    },
        { -7,    3, "-.007" },
        { 12345, 3, "12.345"},
        { 100,   0, "100"   },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Buffer out = buffer_in(arena);
        pdf_value_put_decimal(&out, rows[i].units, rows[i].places);
        expect_str(rows[i].want, buffer_text(&out), rows[i].want);
    }
}

static void test_box(void **state)
{
    (void)state;
    Buffer out = buffer_in(arena);
    pdf_value_put_box(&out, (Rect){ 10, 20.126, 30, 40 }, 100);
    expect_str("box", buffer_text(&out), "[10 39.87 40 79.87]");
}

static void test_jpeg(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int marker, precision, components, want; /* components; 0: refused */
    } rows[] = {
        {"grey",          0xC0, 8,  1, 1},
        { "colour",       0xC0, 8,  3, 3},
        { "progressive",  0xC2, 8,  3, 3},
        { "four colours", 0xC0, 8,  4, 0},
        { "twelve bits",  0xC1, 12, 3, 0},
        { "lossless",     0xC3, 8,  3, 0},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        char file[] = "\xFF\xD8\xFF\xE0\0\4ab" /* APP0 */
                      "\xFF?\0\x11?\0\x08\0\x10?\1\x11\0\2\x11\0\3\x11\0"
                      "\xFF\xDA\0\2 pixels \xFF\xD9";
        file[9] = (char)rows[i].marker;
        file[12] = (char)rows[i].precision;
        file[17] = (char)rows[i].components;
        JpegHeader header;
        bool is_good = !jpeg_read_header((Str){ file, sizeof file - 1 }, &header);
        expect_int(rows[i].name, is_good ? header.component_count : 0, rows[i].want);
        if (is_good)
            expect_int(rows[i].name, header.width * 100 + header.height, 1608);
    }
}

/* Exif 2.32, 4.6.4: in either byte order; what is no orientation counts for nothing. */
static void test_turned_jpeg(void **state)
{
    (void)state;
#define TURNED(tiff)                                                                   \
    {                                                                                  \
        "\xFF\xD8\xFF\xE1\0\x20"                                                       \
        "Exif\0\0" tiff "\xFF\xC0\0\x0B\x08\0\x08\0\x10\1\1\x11\0"                     \
        "\xFF\xDA\0\2 pixels \xFF\xD9",                                                \
            63                                                                         \
    }
    static const struct {
        const char *name;
        Str file;
        int want;
    } rows[] = {
        {"little end first",
         TURNED("II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0"),   6},
        { "big end first",
         TURNED("MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\x08\0\0\0\0"), 8},
        { "no orientation",
         TURNED("II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\x09\0\0\0\0\0"), 1},
        { "directory past the end",
         TURNED("II*\0\xFF\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0"),   1},
    };
#undef TURNED
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        JpegHeader header;
        const char *fault = jpeg_read_header(rows[i].file, &header);
        expect_int(rows[i].name, fault == NULL, true);
        expect_int(rows[i].name, header.orientation, rows[i].want);
    }
}

static void test_damaged_jpeg(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        Str file;
    } rows[] = {
        {"empty",                     { "", 0 }                                   },
        { "another file",             { "%PDF-1.7 and so on", 18 }                },
        { "cut off",                  { "\xFF\xD8\xFF\xC0\0\x11\x08", 7 }         },
        { "segment past the end",     { "\xFF\xD8\xFF\xE0\xFF\xFF 123456789", 16 }},
        { "segment of no length",     { "\xFF\xD8\xFF\xE0\0\0 123456789", 16 }    },
        { "no frame before the scan", { "\xFF\xD8\xFF\xDA\0\4 123456789", 16 }    },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        JpegHeader header;
        expect_int(rows[i].name, jpeg_read_header(rows[i].file, &header) == NULL,
                   false);
    }
}

static void test_rectangle(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double x[4], y[4];
        int count;
        bool is_stroked, want;
    } rows[] = {
        {"across first",      { 1, 5, 5, 1 }, { 2, 2, 9, 9 }, 5, true,  true },
        { "down first",       { 1, 1, 5, 5 }, { 2, 9, 9, 2 }, 5, false, true },
        { "leftwards",        { 5, 1, 1, 5 }, { 9, 9, 2, 2 }, 5, false, true },
        { "open and filled",  { 1, 5, 5, 1 }, { 2, 2, 9, 9 }, 4, false, true },
        { "open and stroked", { 1, 5, 5, 1 }, { 2, 2, 9, 9 }, 4, true,  false},
        { "slanted",          { 1, 5, 6, 2 }, { 2, 2, 9, 9 }, 5, false, false},
        { "triangle",         { 1, 5, 5, 1 }, { 2, 2, 9, 9 }, 3, false, false},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        PathStep steps[5] = { [4] = { .verb = PATH_CLOSE } };
        for (int k = 0; k < 4; k++)
            steps[k] = (PathStep){ .verb = k ? PATH_LINE : PATH_MOVE,
                                   .x = { rows[i].x[k] },
                                   .y = { rows[i].y[k] } };
        Path path = { .steps = steps,
                      .step_count = rows[i].count,
                      .is_filled = true,
                      .is_stroked = rows[i].is_stroked };
        Rect box = { 0 };
        expect_int(rows[i].name, item_is_rectangle(&path, &box), rows[i].want);
        if (rows[i].want)
            expect_int(rows[i].name,
                       lround(box.x * 1000 + box.y * 100 + box.width * 10 + box.height),
                       1247);
    }
}

/* The texts of a run's clusters, each followed by its number of glyphs. */
static void test_clusters(void **state)
{
    (void)state;
    static const struct {
        const char *name, *source;
        uint32_t clusters[4];
        int count;
        const char *want;
    } rows[] = {
        {"one each",      "abc",      { 0, 1, 2 }, 3, "a1 b1 c1 "  },
        { "ligature",     "ffi",      { 0 },       1, "ffi1 "      },
        { "two glyphs",   "\u00E5b",  { 0, 0, 2 }, 3, "\u00E52 b1 "},
        { "hard space",   "1\u00A02", { 0, 1, 3 }, 3, "11  1 21 "  },
        { "narrow space", "\u202F",   { 0 },       1, " 1 "        },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Glyph glyphs[4] = { 0 };
        for (int k = 0; k < rows[i].count; k++)
            glyphs[k].cluster = rows[i].clusters[k];
        GlyphRun run = { .glyphs = glyphs,
                         .glyph_count = rows[i].count,
                         .source = str_from_c(rows[i].source) };
        Buffer out = buffer_in(arena);
        for (int at = 0; at < run.glyph_count;) {
            Cluster cluster = pdf_font_cluster(&run, at);
            buffer_format(&out, "%.*s%d ", STR_ARG(cluster.text), cluster.count);
            at += cluster.count;
        }
        expect_str(rows[i].name, buffer_text(&out), rows[i].want);
    }
}

static void put_branch(Buffer *out, const Deck *deck, const Branch *branches, TagId id)
{
    for (int i = 0; i < branches[id].child_count; i++) {
        const Child *child = &branches[id].children[i];
        if (child->tag < 0) {
            buffer_format(out, "%s%d ", child->leaf.is_link ? "link" : "",
                          child->leaf.index);
            continue;
        }
        buffer_format(out, "%s( ", item_tag_name(deck->tags.at[child->tag].kind));
        put_branch(out, deck, branches, child->tag);
        buffer_c(out, ") ");
    }
}

static void test_tree(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        TagKind kinds[4]; /* of tags 1 to 4; 0: no more */
        TagId parents[4];
        TagId items[5]; /* tags in painting order; 0: no more */
        TagId link;     /* 0: none */
        const char *want;
    } rows[] = {
        {"nothing painted",      { TAG_SECT, TAG_P }, { 0, 1 }, { 0 }, 0, ""                             },
        { "words around a link",
         { TAG_P, TAG_LINK },
         { 0, 1 },
         { 1, 2, 1 },
         2,                                                               "P( 0 Link( 1 link0 ) 2 ) "    },
        { "painted backwards",
         { TAG_H1, TAG_P },
         { 0, 0 },
         { 2, 1 },
         0,                                                               "H1( 1 ) P( 0 ) "              },
        { "one empty",
         { TAG_P, TAG_P, TAG_P },
         { 0, 0, 0 },
         { 1, 3 },
         0,                                                               "P( 0 ) P( 1 ) "               },
        { "empty cell",
         { TAG_TABLE, TAG_ROW, TAG_CELL, TAG_CELL },
         { 0, 1, 2, 2 },
         { 4 },
         0,                                                               "Table( TR( TD( ) TD( 0 ) ) ) "},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Deck deck = deck_in(arena);
        deck_add_page(&deck, 1);
        for (int k = 0; k < 4 && rows[i].kinds[k]; k++)
            deck_add_tag(&deck, rows[i].kinds[k], rows[i].parents[k], (Place){ 0 });
        for (int k = 0; k < 5 && rows[i].items[k]; k++)
            vec_push(arena, &deck.pages.at[0].items, (Item){ .tag = rows[i].items[k] });
        if (rows[i].link)
            vec_push(arena, &deck.pages.at[0].links, (Link){ .tag = rows[i].link });
        Leaves leaves = tree_leaves(arena, &deck);
        Buffer out = buffer_in(arena);
        put_branch(&out, &deck, tree_grow(arena, &deck, &leaves), TAG_ROOT);
        expect_str(rows[i].name, buffer_text(&out), rows[i].want);
    }
}

static void test_profile(void **state)
{
    (void)state;
    Str profile = pdf_icc_srgb(arena);
    expect_int("length", (long)profile.len, 520);
    expect_int("length in the header",
               (unsigned char)profile.at[2] << 8 | profile.at[3], 520);
    assert_memory_equal(profile.at + 36, "acsp", 4);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),    cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_box),       cmocka_unit_test(test_turned_jpeg),
        cmocka_unit_test(test_jpeg),      cmocka_unit_test(test_damaged_jpeg),
        cmocka_unit_test(test_rectangle), cmocka_unit_test(test_clusters),
        cmocka_unit_test(test_tree),      cmocka_unit_test(test_profile),
    };
    return cmocka_run_group_tests_name("render", tests, set_up, tear_down);
}
