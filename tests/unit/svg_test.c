/* Path data against end points worked out by hand, arcs against their circles, and
 * drawings against what they must give. */
#include "base/svg.h"
#include "base/svg_path.h"
#include "expect.h"

#include <math.h>

static void test_paths(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *data;
        bool is_good;
        int steps;
        double x, y; /* the end of the last step that has one */
    } rows[] = {
        { "M1 2L3 4", true, 2, 3, 4 },
        { "m1,2 3,4 5,6", true, 3, 9, 12 },
        { "M-.5.5.25-1e1", true, 2, 0.25, -10 },
        { "M1 1h2v3H0V0", true, 5, 0, 0 },
        { "M0 0C1 1 2 2 3 3s1 1 4-2", true, 3, 7, 1 },
        { "M0 0Q5 5 10 0t10 0 10 0", true, 4, 30, 0 },
        { "M10 10h5v5zl1 1", true, 6, 11, 11 },
        { "M0 0a5 5 0 0110 0", true, 3, 10, 0 },
        { "M0 0A1 1 0 1 0 4 0", true, 3, 4, 0 },
        { "M0 0A0 1 0 1 0 4 0", true, 2, 4, 0 },
        { "M0 0a9 9 30 001 1 9 9 0 0 1 1 1", true, 3, 2, 2 },
        { "", true, 0, 0, 0 },
        { "L1 1", false, 0, 0, 0 },
        { "M1", false, 0, 0, 0 },
        { "M0 0A1 1 0 2 0 4 0", false, 0, 0, 0 },
        { "M0 0z5", false, 0, 0, 0 },
        { "M0 0l1e9 0", false, 0, 0, 0 },
        { "M0 0x", false, 0, 0, 0 },
    };
    /* clang-format on */
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        PathSteps steps = { 0 };
        bool is_good = svg_path_read(arena, str_from_c(rows[i].data), &steps);
        if (is_good != rows[i].is_good)
            fail_msg("\"%s\": %d", rows[i].data, is_good);
        if (!is_good || rows[i].steps == 0)
            continue;
        const PathStep *last = &steps.at[steps.count - 1];
        int end = path_step_points(last->verb) - 1;
        if (steps.count != rows[i].steps || fabs(last->x[end] - rows[i].x) > 1e-9 ||
            fabs(last->y[end] - rows[i].y) > 1e-9)
            fail_msg("\"%s\": %d steps to %g,%g", rows[i].data, steps.count,
                     last->x[end], last->y[end]);
    }
    arena_free(arena);
}

/* The point halfway on a cubic curve that begins at a point. */
static double halfway(double from, const double *to)
{
    return (from + 3 * to[0] + 3 * to[1] + to[2]) / 8;
}

/* Arcs stay on their circle, and go the way that the flags say. */
static void test_arcs(void **state)
{
    (void)state;
    static const struct {
        bool is_large, is_sweep;
        double centre_x, centre_y;
    } rows[] = {
        {false,  false, 5, 0},
        { false, true,  0, 5},
        { true,  false, 0, 5},
        { true,  true,  5, 0},
    };
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        PathSteps steps = { 0 };
        SvgArc arc = { 0, 0, 5, 5, 5, 5, 0, rows[i].is_large, rows[i].is_sweep };
        svg_path_arc(arena, arc, &steps);
        assert_int_equal(steps.count, rows[i].is_large ? 3 : 1);
        double x = 0, y = 0;
        for (int k = 0; k < steps.count; k++) {
            double mid_x = halfway(x, steps.at[k].x), mid_y = halfway(y, steps.at[k].y);
            double radius = hypot(mid_x - rows[i].centre_x, mid_y - rows[i].centre_y);
            if (fabs(radius - 5) > 0.003)
                fail_msg("arc %zu, part %d: radius %f", i, k, radius);
            x = steps.at[k].x[2];
            y = steps.at[k].y[2];
        }
    }
    arena_free(arena);
}

/* What is inside <svg viewBox="0 0 100 100">, and the first path that comes of it. */
static void test_drawings(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *inside;
        Colour fill;
        double x, y, opacity; /* x, y: where it begins */
    } rows[] = {
        { "<path d='M1 2h3v3z'/>", { 0, 0, 0 }, 1, 2, 1 },
        { "<g transform='translate(10 20)scale(2)'><path d='M1 2h3v3z' fill='#f00'/></g>",
          { 255, 0, 0 }, 12, 24, 1 },
        { "<path transform='rotate(90 50 50)' d='M50 40h3v3z' fill='Teal'/>",
          { 0, 128, 128 }, 60, 50, 1 },
        { "<g fill='red'><path style='fill: rgb(100%,0,50)' d='M1 2h3v3z'/></g>",
          { 255, 0, 50 }, 1, 2, 1 },
        { "<style>.a,.b{fill:#010203;opacity:50%}</style>"
          "<path class='c b' fill='red' d='M1 2h3v3z'/>", { 1, 2, 3 }, 1, 2, 0.5 },
        { "<defs><path id='p' d='M1 2h3v3z'/></defs><use href='#p' x='5' fill='lime'/>",
          { 0, 255, 0 }, 6, 2, 1 },
        { "<g color='navy' fill='currentColor' fill-opacity='.25'>"
          "<polygon points='1,2 3,4 5,0'/></g>", { 0, 0, 128 }, 1, 2, 0.25 },
        { "<path d='M9 9h9v9z' visibility='hidden'/><rect x='3' y='4' width='5' "
          "height='6'/>", { 0, 0, 0 }, 3, 4, 1 },
        { "<rect x='3' y='4' width='5' height='6' rx='1'/>", { 0, 0, 0 }, 4, 4, 1 },
        { "<circle cx='20' cy='20' r='5'/>", { 0, 0, 0 }, 25, 20, 1 },
    };
    /* clang-format on */
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        SvgDrawing drawing;
        Str fault = { 0 };
        Str file = str_format(arena,
                              "<svg xmlns='http://www.w3.org/2000/svg' "
                              "viewBox='0 0 100 100'>%s</svg>",
                              rows[i].inside);
        if (!svg_read(arena, file, &drawing, &fault))
            fail_msg("%s: %.*s", rows[i].inside, STR_ARG(fault));
        const Path *path = &drawing.paths[0];
        if (drawing.path_count != 1 || !colour_equal(path->fill, rows[i].fill) ||
            fabs(path->steps[0].x[0] - rows[i].x) > 1e-9 ||
            fabs(path->steps[0].y[0] - rows[i].y) > 1e-9 ||
            fabs(path->opacity - rows[i].opacity) > 1e-9)
            fail_msg("%s: #%02x%02x%02x from %g,%g, opacity %g", rows[i].inside,
                     path->fill.red, path->fill.green, path->fill.blue,
                     path->steps[0].x[0], path->steps[0].y[0], path->opacity);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_arcs),
        cmocka_unit_test(test_drawings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
