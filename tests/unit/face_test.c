#include "base/file.h"
#include "expect.h"
#include "sample_fonts.h"
#include "text/typesetter.h"

#include <hb-subset.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Fixture {
    Arena *arena;
    Diags diags;
    char path[32]; /* of a font made for a row */
} Fixture;

static int setup(void **state)
{
    Arena *arena = arena_new();
    Fixture *fixture = arena_alloc(arena, sizeof *fixture);
    fixture->arena = arena;
    fixture->diags = diags_in(arena);
    strcpy(fixture->path, "/tmp/lysark-face-XXXXXX");
    int file = mkstemp(fixture->path);
    assert_true(file >= 0);
    close(file);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    Fixture *fixture = *state;
    unlink(fixture->path);
    arena_free(fixture->arena);
    return 0;
}

/* ---- fonts that are refused ---- */

static size_t number_at(const char *font, size_t at, int len)
{
    size_t value = 0;
    for (int i = 0; i < len; i++)
        value = value << 8 | (unsigned char)font[at + (size_t)i];
    return value;
}

/* Offset of a table's entry in the directory: tag, checksum, offset, length. */
static size_t entry_of(const char *font, const char *tag)
{
    size_t count = number_at(font, 4, 2);
    for (size_t i = 0; i < count; i++)
        if (memcmp(font + 12 + 16 * i, tag, 4) == 0)
            return 12 + 16 * i;
    fail_msg("the font has no table \"%s\"", tag);
    return 0;
}

static size_t table_of(const char *font, const char *tag)
{
    return number_at(font, entry_of(font, tag) + 8, 4);
}

static void as_web_font(char *font)
{
    memcpy(font, "wOF2", 4);
}

static void as_collection(char *font)
{
    memcpy(font, "ttcf", 4);
}

static void as_text(char *font)
{
    memcpy(font, "# Hello", 7);
}

static void with_cff(char *font)
{
    memcpy(font + entry_of(font, "BASE"), "CFF ", 4);
}

static void without_outlines(char *font)
{
    memcpy(font + entry_of(font, "glyf"), "glyg", 4);
}

static void without_glyphs(char *font)
{
    memset(font + table_of(font, "maxp") + 4, 0, 2);
}

static void with_axes(char *font)
{
    static const char fvar[] = "\0\1\0\0\0\x10\0\2\0\1\0\x14\0\0\0\x08";
    size_t entry = entry_of(font, "fpgm");
    memcpy(font + entry, "fvar", 4);
    memcpy(font + table_of(font, "fvar"), fvar, sizeof fvar);
}

static void restricted(char *font)
{
    font[table_of(font, "OS/2") + 9] = 2;
}

static void whole_only(char *font)
{
    font[table_of(font, "OS/2") + 8] = 1;
}

static void bitmaps_only(char *font)
{
    font[table_of(font, "OS/2") + 8] = 2;
}

static void preview_and_print(char *font)
{
    font[table_of(font, "OS/2") + 9] = 4;
}

typedef struct RefusedRow {
    const char *name;
    void (*edit)(char *font);
    const char *why, *hint; /* NULL: not refused */
} RefusedRow;

static const char *const truetype = "use the TrueType (.ttf) version";
static const char *const another = "use another copy of the font";
static const char *const licence = "use a font whose licence allows embedding";

static Str sample_bytes(Fixture *fixture, const char *path)
{
    Str bytes;
    assert_true(file_read(fixture->arena, str_from_c(path), (Place){ .line = 0 },
                          &bytes, &fixture->diags));
    return bytes;
}

static void write_font(const Fixture *fixture, const char *bytes, size_t len)
{
    FILE *file = fopen(fixture->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void test_refused(void **state)
{
    const RefusedRow rows[] = {
        {"web font",           as_web_font,       "is a web font",                          truetype             },
        { "collection",        as_collection,     "is a collection of fonts",
         "use a file with one font (.ttf)"                                                                       },
        { "text",              as_text,           "is not a font",                          truetype             },
        { "PostScript",        with_cff,          "has PostScript outlines",                truetype             },
        { "no outlines",       without_outlines,  "is damaged or has no TrueType outlines",
         another                                                                                                 },
        { "no glyphs",         without_glyphs,    "is damaged: it has no glyphs",           another              },
        { "variable",          with_axes,         "is a variable font",                     "use its static cuts"},
        { "restricted",        restricted,        "must not be embedded in a document",     licence              },
        { "no subsets",        whole_only,
         "must be embedded whole, but a deck holds only the glyphs it uses",                licence              },
        { "bitmaps",           bitmaps_only,      "may be embedded as bitmaps only",        licence              },
        { "preview and print", preview_and_print, NULL,                                     NULL                 },
    };
    Fixture *fixture = *state;
    Str bytes = sample_bytes(fixture, "fonts/SourceSans3-Regular.ttf");
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        char *font = arena_alloc(fixture->arena, bytes.len);
        memcpy(font, bytes.at, bytes.len);
        rows[i].edit(font);
        write_font(fixture, font, bytes.len);
        Diags diags = diags_in(fixture->arena);
        Face *face = face_open(fixture->arena, str_from_c(fixture->path),
                               (Place){ .line = 0 }, &diags);
        expect_int(rows[i].name, face == NULL, rows[i].why != NULL);
        Str want = S("");
        if (rows[i].why)
            want = str_format(fixture->arena, "the font \"%s\" %s\n  %s\n",
                              fixture->path, rows[i].why, rows[i].hint);
        expect_str(rows[i].name, messages_text(fixture->arena, &diags),
                   str_c(fixture->arena, want));
        face_close(face);
    }
}

static void test_unreadable(void **state)
{
    Fixture *fixture = *state;
    Place from = { .file = S("theme.yaml"), .line = 7, .column = 3 };
    assert_null(face_open(fixture->arena, S("fonts/no.ttf"), from, &fixture->diags));
    assert_null(face_open(fixture->arena, S("fonts"), from, &fixture->diags));
    expect_str("unreadable", messages_text(fixture->arena, &fixture->diags),
               "7:3: there is no file \"fonts/no.ttf\"\n"
               "  a path is relative to the file that names it\n"
               "7:3: \"fonts\" is a folder, not a file\n"
               "  name a file in it\n");
    fixture->diags = diags_in(fixture->arena);
    assert_null(face_open(fixture->arena, str_from_c(fixture->path), from,
                          &fixture->diags)); /* made, but empty */
    assert_int_equal(fixture->diags.list.count, 1);
}

/* ---- fonts that are used ---- */

static void test_metrics(void **state)
{
    Fixture *fixture = *state;
    Face *face = sample_face(fixture->arena, "SourceSans3-It", &fixture->diags);
    assert_non_null(face);
    expect_str("name", face->postscript_name, "SourceSans3-It");
    expect_str("path", face->path, "fonts/SourceSans3-It.ttf");
    expect_int("font units", face->font_units, 1000);
    expect_int("ascent above capitals", face->ascent > face->cap_height, true);
    expect_int("capitals", lround(face->cap_height), 660);
    expect_int("small letters", lround(face->x_height), 486);
    expect_int("below the line", face->descent < -200, true);
    expect_int("slant", lround(face->italic_angle), -11);
    expect_int("stem of a regular weight", face->stem_v, 88);
    expect_int("bounding box", face->bbox[0] < 0 && face->bbox[3] > 700, true);
    face_close(face);
    face_close(NULL);

    face = sample_face(fixture->arena, "NotoEmoji-Common", &fixture->diags);
    expect_int("other font units", face->font_units, 2048);
    expect_int("in thousandths", face->ascent < 1500 && face->bbox[3] < 1500, true);
    face_close(face);
}

/* A name goes into the PDF as it is: what would end it there is left out. */
static void test_name(void **state)
{
    Fixture *fixture = *state;
    Str bytes = sample_bytes(fixture, "fonts/SourceSans3-Bold.ttf");
    char *font = arena_alloc(fixture->arena, bytes.len);
    memcpy(font, bytes.at, bytes.len);
    static const char name[] = "\0S\0o\0u\0r\0c\0e\0S\0a\0n\0s\0003";
    char *at;
    while ((at = memmem(font, bytes.len, name, sizeof name - 1)))
        memcpy(at, "\0(\0/\0 ", 6);
    write_font(fixture, font, bytes.len);
    Face *face = face_open(fixture->arena, str_from_c(fixture->path),
                           (Place){ .line = 0 }, &fixture->diags);
    assert_non_null(face);
    expect_str("name", face->postscript_name, "rceSans3-Bold");
    face_close(face);
}

/* ---- damaged fonts ---- */

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Half of the damage goes to the first tables and their directory. */
static void damage(char *font, size_t len, unsigned *seed)
{
    for (unsigned count = 1 + next_random(seed) % 16; count > 0; count--) {
        size_t within = next_random(seed) % 2 ? len : 2000;
        font[next_random(seed) % within] = (char)next_random(seed);
    }
}

/* What the renderer does with a face. */
static void subset(const Face *face)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    assert_non_null(input);
    for (hb_codepoint_t glyph = 0; glyph < 40; glyph++)
        hb_set_add(hb_subset_input_glyph_set(input), glyph * 7);
    hb_face_t *made = hb_subset_or_fail(face->hb_face, input);
    hb_subset_input_destroy(input);
    if (made) {
        hb_blob_destroy(hb_face_reference_blob(made));
        hb_face_destroy(made);
    }
}

static void set_text(Arena *arena, const Face *face)
{
    Diags diags = diags_in(arena);
    Fonts fonts = {
        .roles = {face, face, face, face}
    };
    Typesetter *typesetter = typesetter_new(arena, &fonts, S("nb"), &diags);
    TextSpan span = {
        .text = S("Å være 5–8 ≠ ➢ 👍🏽 👩\u200D🎓 1\uFE0F⃣ ffi"),
        .style = { .size = 12 }
    };
    Paragraph paragraph =
        typesetter_break(typesetter, &span, 1, (ParagraphOptions){ .width = 60 });
    for (int i = 0; i < paragraph.line_count; i++)
        for (int f = 0; f < paragraph.lines[i].fragment_count; f++) {
            const GlyphRun *run = &paragraph.lines[i].fragments[f].run;
            for (int g = 0; g < run->glyph_count; g++)
                assert_in_range(run->glyphs[g].id, 1, face->glyph_count - 1);
        }
    typesetter_free(typesetter);
}

static void test_damaged(void **state)
{
    static const char *const names[] = { "fonts/NotoEmoji-Common.ttf",
                                         "fonts/DejaVuSans-Symbols.ttf" };
    Fixture *fixture = *state;
    unsigned seed = 2026;
    int opened = 0;
    for (int i = 0; i < 500; i++) {
        ArenaMark mark = arena_mark(fixture->arena);
        Diags diags = diags_in(fixture->arena);
        Str bytes = sample_bytes(fixture, names[i % 2]);
        char *font = arena_alloc(fixture->arena, bytes.len);
        memcpy(font, bytes.at, bytes.len);
        damage(font, bytes.len, &seed);
        write_font(fixture, font, bytes.len);
        Face *face = face_open(fixture->arena, str_from_c(fixture->path),
                               (Place){ .line = 0 }, &diags);
        assert_int_equal(face == NULL, diag_has_errors(&diags));
        if (face) {
            set_text(fixture->arena, face);
            subset(face);
            opened++;
        }
        face_close(face);
        arena_rewind(fixture->arena, mark);
    }
    assert_in_range(opened, 50, 499); /* else the damage is too great or too little */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(test_unreadable, setup, teardown),
        cmocka_unit_test_setup_teardown(test_metrics, setup, teardown),
        cmocka_unit_test_setup_teardown(test_name, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
