#include "base/file.h"
#include "base/vision.h"
#include "expect.h"
#include "layout/theme.h"

#include <stdlib.h>

static Arena *arena;
static const char path[] = "build/theme-test.yaml";

static int setup(void **state)
{
    (void)state;
    arena = arena_new();
    setenv("LYSARK_DATA", ".", 1);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void test_built_in(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    Theme theme;
    theme_read(arena, S("landsbyen"), (Place){ 0 }, &theme, &diags);
    expect_str("messages", messages_text(arena, &diags), "");
    for (int i = 0; i < 4; i++)
        assert_true(file_exists(theme.fonts[i]));
    assert_true(str_ends(theme.fonts[1], S("fonts/SourceSans3-It.ttf")));
    for (int i = 0; i < theme.fallbacks.count; i++)
        assert_true(file_exists(theme.fallbacks.at[i]));
    expect_int("width", (long)theme.screen.width, 960);
    expect_int("title", (long)theme.screen.sizes.title, 28);
    expect_int("right margin of the screen", (long)theme.screen.margin_right, 48);
    assert_false(theme.screen.flows);
    expect_int("width of paper", (long)theme.paper.width, 595);
    assert_true(theme.paper.flows);
    Colour ink = { 0x1B, 0x2A, 0x34 };
    assert_true(colour_equal(theme.screen.palette.ink, ink));
    assert_true(colour_equal(theme.palette.scale[4], (Colour){ 0x14, 0x56, 0x6A }));
}

/* What is printed must be readable: WCAG 2.1, 1.4.3. */
static void test_contrast(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    Theme theme;
    assert_true(theme_read(arena, S("landsbyen"), (Place){ 0 }, &theme, &diags));
    const Palette *palette = &theme.palette;
    assert_true(colour_contrast(palette->ink, palette->paper) >= 4.5);
    assert_true(colour_contrast(palette->muted, palette->tint) >= 4.5);
    assert_true(colour_contrast(palette->brand_light, palette->paper) >= 4.5);
    assert_true(colour_contrast(palette->on_brand_muted, palette->brand) >= 4.5);
    assert_true(colour_contrast(palette->accent, palette->paper) >= 4.5);
    for (int count = 2; count <= STEP_MAX; count++)
        for (int step = 1; step <= count; step++) {
            Colour ground = palette_step(palette, step, count);
            Colour label = colour_label(ground, palette->ink, palette->paper);
            assert_true(colour_contrast(label, ground) >= 4.5);
        }
    for (int hundredths = 100; hundredths <= 500; hundredths++) {
        Colour ground = palette_mean(palette, hundredths / 100.0, 5);
        Colour label = colour_label(ground, palette->ink, palette->paper);
        assert_true(colour_contrast(label, ground) >= 4.5);
    }
}

static void test_messages(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *name, *from, *to, *want;
    } rows[] = {
        { "below the floor", "footer: 11", "footer: 10",
          "\"footer\" of 10 points is below the floor of 11\n"
          "  nothing on a page may be smaller than the floor\n" },
        { "lower floor", "floor: 11", "floor: 9",
          "the floor of this medium is 11 points\n"
          "  a theme may raise it, not lower it\n" },
        { "lower floor on paper", "floor: 8.5", "floor: 8",
          "the floor of this medium is 8.5 points\n"
          "  a theme may raise it, not lower it\n" },
        { "no colour", "\"#1B2A34\"", "\"#1B2A3\"",
          "\"ink\" must be a colour, not \"#1B2A3\"\n"
          "  write it in quotes, as in \"#1B2A34\"\n" },
        { "no colour in the scale", "\"#7FB4C1\"", "blue",
          "\"blue\" is no colour\n  write it in quotes, as in \"#1B2A34\"\n" },
        { "four colours", "\"#7FB4C1\", ", "",
          "the scale has 4 colours\n"
          "  write five, from disagree to agree; other scales lie between them\n" },
        { "no font", "SourceSans3-It.ttf", "SourceSans3-Italic.ttf",
          "no font \"SourceSans3-Italic.ttf\"\n"
          "  name a file of the built-in folder fonts, or write a path with a "
          "\"/\"\n" },
        { "no font beside it", "SourceSans3-It.ttf", "./mangler.ttf",
          "no font \"./mangler.ttf\"\n"
          "  name a file of the built-in folder fonts, or write a path with a "
          "\"/\"\n" },
        { "no room", "margin: 48", "margin: 300",
          "the margins take half of the page or more\n"
          "  lower \"margin\", \"top\" or \"bottom\"\n" },
        { "unknown key", "  ink: \"#1B2A34\"", "  inc: 1\n  ink: \"#1B2A34\"",
          "unknown key \"inc\" in list of colours\n  did you mean \"ink\"?\n" },
        { "steps too like", "\"#DE9668\", \"#D9DEE1\"", "\"#DE9668\", \"#DFA57E\"",
          "\"#DE9668\" and \"#DFA57E\" are 7.5 apart in protanopia; colours with "
          "different meanings must be 15 apart\n  make one of them darker or lighter\n" },
        { "groups alike to some", "\"#607850\", \"#47380D\"", "\"#B8471A\", \"#7A6117\"",
          "\"#B8471A\" and \"#7A6117\" are 5.1 apart in protanopia; colours with "
          "different meanings must be 15 apart\n  make one of them darker or lighter\n" },
        { "pale group", "\"#47380D\"", "\"#E9A15B\"",
          "\"#E9A15B\" on \"paper\" has a contrast of 2.1:1; text needs 4.5:1\n"
          "  make one of them darker or lighter\n" },
        { "no groups", "[\"#14566A\", \"#7F5EA7\", \"#607850\", \"#47380D\"]", "[]",
          "there are 0 colours of groups\n  write 3 to 8; they come again where "
          "there are more groups\n" },
        { "accent like the bars", "accent: \"#B8471A\"", "accent: \"#2A7570\"",
          "\"brand-light\" and \"accent\" are 1.8 apart in deuteranopia; colours with "
          "different meanings must be 15 apart\n  make one of them darker or lighter\n" },
        { "no grey", "\"#595959\"\n  rule", "\"#59595A\"\n  rule",
          "\"#59595A\" is no grey\n  write the same for red, green and blue, as in "
          "\"#5A5A5A\"\n" },
        { "no grey in the scale", "\"#999999\"", "\"#99999F\"",
          "\"#99999F\" is no grey\n  write the same for red, green and blue, as in "
          "\"#5A5A5A\"\n" },
        { "greys too like", "\"#E6E6E6\", \"#999999\"", "\"#E6E6E6\", \"#D9D9D9\"",
          "\"#E6E6E6\" and \"#D9D9D9\" are 4.6 apart in normal vision; colours with "
          "different meanings must be 15 apart\n  make one of them darker or lighter\n" },
        { "pattern taken off", "[hatch, dots, plain", "[plain, dots, plain",
          "" },
        { "both patterns taken off", "[hatch, dots, plain", "[plain, plain, plain",
          "\"#B3B3B3\" and \"#999999\" are 9.7 apart in normal vision; colours with "
          "different meanings must be 15 apart\n  make one of them darker or lighter\n" },
        { "no pattern", "[hatch, dots", "[hatch, prikker",
          "\"prikker\" is no pattern\n  choose one of: plain, hatch, back-hatch, dots\n" },
        { "four patterns", "plain, plain, plain]", "plain, plain]",
          "\"scale-patterns\" has 4 values, not 5\n"
          "  write one for each colour of the list that it goes with\n" },
        { "three dashes", "[0, 8, 3, 14]", "[0, 8, 3]",
          "\"group-dashes\" has 3 values, not 4\n"
          "  write one for each colour of the list that it goes with\n" },
        { "no dash", "[0, 8, 3, 14]", "[0, 8, 3, lang]",
          "\"lang\" is no length of dashes\n  write 0 to 50, in points\n" },
        { "four colours of heat", "\"#F7F7F7\", ", "",
          "\"heat\" has 4 values, not 5\n"
          "  write one for each colour of the list that it goes with\n" },
        { "pale group in grey", "\"#757575\"", "\"#7F7F7F\"",
          "\"#7F7F7F\" on \"paper\" has a contrast of 4.0:1; text needs 4.5:1\n"
          "  make one of them darker or lighter\n" },
        { "nothing wrong", "margin: 48", "margin: 50", "" },
    };
    /* clang-format on */
    Diags diags = diags_in(arena);
    Str text;
    assert_true(file_read(arena, S("layouts/themes/landsbyen.yaml"), (Place){ 0 },
                          &text, &diags));
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        diags = diags_in(arena);
        Str changed =
            str_replace(arena, text, str_from_c(rows[i].from), str_from_c(rows[i].to));
        assert_true(file_write(str_from_c(path), changed, &diags));
        Theme theme;
        bool is_good =
            theme_read(arena, str_from_c(path), (Place){ 0 }, &theme, &diags);
        Str messages = messages_text(arena, &diags);
        long colon = str_find(messages, S(": ")); /* lines may move */
        if (messages.len > 0) {
            assert_true(diags.list.at[0].place.line > 0);
            messages = str_slice(messages, (size_t)colon + 2, messages.len);
        }
        expect_str(rows[i].name, messages, rows[i].want);
        expect_int(rows[i].name, is_good, rows[i].want[0] == '\0');
    }
}

/* A theme made before there were handouts. */
static void test_without_paper(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    Str text;
    assert_true(file_read(arena, S("layouts/themes/landsbyen.yaml"), (Place){ 0 },
                          &text, &diags));
    long paper = str_find(text, S("\npaper:"));
    text = str_replace(arena, str_slice(text, 0, (size_t)paper + 1), S("#1B2A34"),
                       S("#101820"));
    assert_true(file_write(str_from_c(path), text, &diags));
    Theme theme;
    assert_true(theme_read(arena, str_from_c(path), (Place){ 0 }, &theme, &diags));
    expect_int("width", (long)theme.paper.width, 595);
    expect_int("its own ink", theme.paper.palette.ink.red, 0x10);
    theme_use_grey(&theme);
    expect_int("ink of the built-in greys", theme.paper.palette.ink.red, 0x1A);
}

static void test_no_theme(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    Theme theme;
    Place from = { .file = S("layouts/a.yaml"), .line = 3, .column = 10 };
    assert_false(theme_read(arena, S("landsby"), from, &theme, &diags));
    expect_str(
        "unknown", messages_text(arena, &diags),
        "3:10: no theme \"landsby\"\n  the built-in theme is landsbyen; a theme of "
        "your own is a path with a \"/\", as in ./landsby.yaml\n");
    diags = diags_in(arena);
    assert_false(theme_read(arena, S("./mangler.yaml"), from, &theme, &diags));
    expect_int("its file", diags.counts[DIAG_ERROR], 1);
}

static void expect_colour(const char *row, Colour got, const char *want)
{
    Str text = str_format(arena, "#%02X%02X%02X", got.red, got.green, got.blue);
    expect_str(row, text, want);
}

static void test_palette(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    Theme theme;
    assert_true(theme_read(arena, S("landsbyen"), (Place){ 0 }, &theme, &diags));
    const Palette *palette = &theme.palette;
    expect_colour("1 of 5", palette_step(palette, 1, 5), "#9A3B0F");
    expect_colour("2 of 5", palette_step(palette, 2, 5), "#DE9668");
    expect_colour("5 of 5", palette_step(palette, 5, 5), "#14566A");
    expect_colour("1 of 2", palette_step(palette, 1, 2), "#9A3B0F");
    expect_colour("2 of 2", palette_step(palette, 2, 2), "#14566A");
    expect_colour("2 of 3", palette_step(palette, 2, 3), "#D9DEE1");
    expect_colour("6 of 11", palette_step(palette, 6, 11), "#D9DEE1");
    expect_colour("11 of 11", palette_step(palette, 11, 11), "#14566A");
    expect_colour("mean 1", palette_mean(palette, 1, 5), "#9A3B0F");
    expect_colour("mean 3", palette_mean(palette, 3, 5), "#D9DEE1");
    expect_colour("mean 3.5", palette_mean(palette, 3.5, 5), "#ACC9D1");
    expect_colour("mean 5", palette_mean(palette, 5, 5), "#14566A");
}

/* The label of a step can be read on its ground and on what lies on it. */
static void test_shades(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    Theme theme;
    assert_true(theme_read(arena, S("landsbyen"), (Place){ 0 }, &theme, &diags));
    theme_use_grey(&theme);
    const Palette *palette = &theme.screen.palette;
    for (int count = 2; count <= STEP_MAX; count++)
        for (int step = 1; step <= count; step++) {
            Shade shade = palette_shade(palette, step, count);
            assert_true(colour_contrast(shade.label, shade.ground) >= 4.5);
            assert_true(colour_contrast(shade.label, shade.mark) >= 4.5);
            bool is_low = 2 * step < count + 1;
            expect_int("pattern", shade.pattern != PATTERN_PLAIN, is_low);
            if (is_low) /* and the pattern can be seen */
                assert_true(
                    vision_difference(shade.ground, shade.mark, VISION_NORMAL) >= 10);
        }
    Shade last = palette_shade(palette, 11, 11), second = palette_shade(palette, 2, 11);
    expect_colour("last of 11", last.ground, "#262626");
    expect_int("second of 11", second.pattern, PATTERN_HATCH);
    expect_int("fifth of 11", palette_shade(palette, 5, 11).pattern, PATTERN_DOTS);
    expect_colour("mean 1", palette_mean(palette, 1, 5), "#F7F7F7");
    expect_colour("mean 5", palette_mean(palette, 5, 5), "#404040");
    expect_int("mark of the first group", palette_group_mark(palette, 0), 1);
    expect_int("dash of the second", (long)palette_group_dash(palette, 1), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shades),        cmocka_unit_test(test_built_in),
        cmocka_unit_test(test_contrast),      cmocka_unit_test(test_messages),
        cmocka_unit_test(test_no_theme),      cmocka_unit_test(test_palette),
        cmocka_unit_test(test_without_paper),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
