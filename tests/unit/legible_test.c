/* Pages with one fault each, and the message about it. */
#include "compose/canvas.h"
#include "compose/legible.h"
#include "expect.h"
#include "sample_fonts.h"

#include <stdlib.h>

static Arena *arena;
static Fonts fonts;
static Theme theme;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    setenv("LYSARK_DATA", ".", 1);
    Diags diags = diags_in(arena);
    fonts = sample_fonts(arena, &diags);
    assert_true(theme_read(arena, S("landsbyen"), (Place){ 0 }, &theme, &diags));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sample_fonts_close(&fonts);
    arena_free(arena);
    return 0;
}

/* A shape on the page and a text; its baseline starts at 100, 100. */
typedef struct PageCase {
    const char *name;
    const char *fill;
    double x, width; /* of the shape; no width: none */
    double opacity;
    bool is_above; /* painted after the text */
    const char *ink;
    FontRole role;
    double size;
    const char *other; /* a text beside it, or NULL */
    double other_x;
    const char *want;
} PageCase;

/* clang-format off */
static const PageCase PAGES[] = {
    { "on paper", NULL, 0, 0, 0, false, "#5A6B77", FONT_REGULAR, 13, NULL, 0, "" },
    { "pale", NULL, 0, 0, 0, false, "#9AA5AD", FONT_REGULAR, 13, NULL, 0,
      "7:3: \"Ansatte\" in #9AA5AD on #FFFFFF has a contrast of 2.5:1; text of 13 points "
      "needs 4.5:1\n  change one of the two colours in the theme\n" },
    { "on a segment", "#7FB4C1", 90, 100, 1, false, "#FFFFFF", FONT_SEMIBOLD, 15, NULL,
      0,
      "7:3: \"Ansatte\" in #FFFFFF on #7FB4C1 has a contrast of 2.2:1; text of 15 points "
      "needs 4.5:1\n  change one of the two colours in the theme\n" },
    { "dark on a segment", "#7FB4C1", 90, 100, 1, false, "#1B2A34", FONT_SEMIBOLD, 15,
      NULL, 0, "" },
    { "half out of its segment", "#14566A", 90, 30, 1, false, "#FFFFFF", FONT_BOLD, 15,
      NULL, 0,
      "7:3: \"Ansatte\" in #FFFFFF on #FFFFFF has a contrast of 1.0:1; text of 15 points "
      "needs 3.0:1\n  change one of the two colours in the theme\n" },
    { "beside a shape", "#14566A", 300, 90, 1, false, "#1B2A34", FONT_REGULAR, 15, NULL,
      0, "" },
    { "faint shape", "#000000", 90, 100, 0.1, false, "#1B2A34", FONT_REGULAR, 15, NULL,
      0, "" },
    { "large text", NULL, 0, 0, 0, false, "#8A8F93", FONT_REGULAR, 18, NULL, 0, "" },
    { "bold text", NULL, 0, 0, 0, false, "#8A8F93", FONT_BOLD, 14, NULL, 0, "" },
    { "semibold is not bold", NULL, 0, 0, 0, false, "#8A8F93", FONT_SEMIBOLD, 14, NULL,
      0,
      "7:3: \"Ansatte\" in #8A8F93 on #FFFFFF has a contrast of 3.2:1; text of 14 points "
      "needs 4.5:1\n  change one of the two colours in the theme\n" },
    { "below the floor", NULL, 0, 0, 0, false, "#1B2A34", FONT_REGULAR, 10, NULL, 0,
      "7:3: \"Ansatte\" is set in 10 points; nothing may be smaller than 11\n"
      "  shorten what stands beside it\n" },
    { "painted over", "#FFFFFF", 90, 100, 1, true, "#1B2A34", FONT_REGULAR, 15, NULL, 0,
      "7:3: \"Ansatte\" is painted over\n  give the text a place of its own\n" },
    { "another text on it", NULL, 0, 0, 0, false, "#1B2A34", FONT_REGULAR, 15, "Alle",
      120,
      "7:3: \"Alle\" stands on \"Ansatte\"\n"
      "  shorten the texts, or show fewer of them\n" },
    { "another text beside it", NULL, 0, 0, 0, false, "#1B2A34", FONT_REGULAR, 15,
      "Alle", 180, "" },
};
/* clang-format on */

static void paint_shape(Canvas *canvas, const PageCase *page)
{
    Colour fill;
    if (page->width == 0)
        return;
    assert_true(colour_read(str_from_c(page->fill), &fill));
    canvas_faint_rect(canvas, TAG_ARTIFACT, (Rect){ page->x, 80, page->width, 30 },
                      fill, page->opacity);
}

static void paint_text(Canvas *canvas, const PageCase *page)
{
    TextStyle style = { .role = page->role, .size = page->size };
    assert_true(colour_read(str_from_c(page->ink), &style.colour));
    canvas_text(canvas, TAG_ARTIFACT, 100, 100, ALIGN_LEFT, style, S("Ansatte"));
    if (page->other)
        canvas_text(canvas, TAG_ARTIFACT, page->other_x, 100, ALIGN_LEFT, style,
                    str_from_c(page->other));
}

static void test_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(PAGES); i++) {
        const PageCase *page = &PAGES[i];
        Diags diags = diags_in(arena);
        Arena *deck_arena = arena_new();
        Deck deck = deck_in(deck_arena);
        Canvas canvas = {
            .deck = &deck,
            .page = deck_add_page(&deck, 1),
            .medium = &theme.screen,
            .typesetter = typesetter_new(deck_arena, &fonts, S("nb"), &diags),
            .diags = &diags,
            .place = {.line = 7, .column = 3}
        };
        if (!page->is_above)
            paint_shape(&canvas, page);
        paint_text(&canvas, page);
        if (page->is_above)
            paint_shape(&canvas, page);
        bool is_good = legible_check(&deck, &theme.screen, &diags);
        expect_str(page->name, messages_text(arena, &diags), page->want);
        expect_int(page->name, is_good, page->want[0] == '\0');
        typesetter_free(canvas.typesetter);
        arena_free(deck_arena);
    }
}

/* Text stands on the lines of a pattern, too. */
static void test_patterns(void **state)
{
    (void)state;
    static const struct {
        const char *name, *mark, *want;
    } rows[] = {
        {"light lines", "#F4F4F4", ""                                         },
        { "dark lines", "#595959",
         "7:3: \"Ansatte\" in #1B2A34 on #595959 has a contrast of 2.1:1; text of 15 "
          "points needs 4.5:1\n  change one of the two colours in the theme\n"},
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Diags diags = diags_in(arena);
        Deck deck = deck_in(arena);
        Canvas canvas = {
            .deck = &deck,
            .page = deck_add_page(&deck, 1),
            .medium = &theme.screen,
            .typesetter = typesetter_new(arena, &fonts, S("nb"), &diags),
            .diags = &diags,
            .place = {.line = 7, .column = 3}
        };
        Shade shade = {
            .ground = {0xB3, 0xB3, 0xB3},
              .pattern = PATTERN_HATCH
        };
        assert_true(colour_read(str_from_c(rows[i].mark), &shade.mark));
        canvas_shaded_rect(&canvas, TAG_ARTIFACT, (Rect){ 90, 80, 100, 30 }, shade);
        TextStyle style = {
            .role = FONT_SEMIBOLD, .size = 15, .colour = {0x1B, 0x2A, 0x34}
        };
        canvas_text(&canvas, TAG_ARTIFACT, 100, 100, ALIGN_LEFT, style, S("Ansatte"));
        legible_check(&deck, &theme.screen, &diags);
        expect_str(rows[i].name, messages_text(arena, &diags), rows[i].want);
        typesetter_free(canvas.typesetter);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_pages),
                                        cmocka_unit_test(test_patterns) };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
