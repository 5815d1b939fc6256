/* The differences of docs/colours.md, worked out with the Python package colorspacious
 * 1.1.2 ("sRGB1+CVD" at severity 100, then "CIELab"). */
#include "base/vision.h"
#include "expect.h"

#include <math.h>

static Colour colour(const char *text)
{
    Colour read;
    assert_true(colour_read(str_from_c(text), &read));
    return read;
}

static void test_differences(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *a, *b;
        double want[VISION_COUNT];
    } rows[] = {
        { "#14566A", "#7F5EA7", { 46.3, 24.6, 20.0, 33.6 } },
        { "#14566A", "#B8471A", { 86.7, 55.8, 71.8, 92.7 } },
        { "#14566A", "#47380D", { 48.3, 45.7, 47.6, 38.8 } },
        { "#7F5EA7", "#B8471A", { 83.5, 78.4, 84.1, 64.4 } },
        { "#7F5EA7", "#47380D", { 71.4, 70.1, 64.9, 26.7 } },
        { "#B8471A", "#47380D", { 51.2, 19.5, 33.1, 58.8 } },
        { "#14566A", "#607850", { 39.3, 38.6, 40.4, 20.3 } },
        { "#7F5EA7", "#607850", { 70.2, 59.0, 51.8, 19.8 } },
        { "#607850", "#47380D", { 30.8, 26.0, 24.2, 31.8 } },
        { "#607850", "#B8471A", { 66.8, 21.3, 32.4, 76.4 } },
        { "#9A3B0F", "#DE9668", { 35.3, 33.3, 30.6, 34.9 } },
        { "#DE9668", "#D9DEE1", { 48.2, 41.0, 43.3, 49.8 } },
        { "#D9DEE1", "#7FB4C1", { 24.4, 18.2, 22.4, 29.6 } },
        { "#7FB4C1", "#14566A", { 36.9, 36.6, 37.1, 35.5 } },
        { "#9A3B0F", "#14566A", { 79.4, 53.5, 66.0, 83.5 } },
        { "#DE9668", "#7FB4C1", { 59.6, 42.0, 51.4, 69.0 } },
    };
    /* clang-format on */
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        for (Vision vision = VISION_NORMAL; vision < VISION_COUNT; vision++) {
            double got =
                vision_difference(colour(rows[i].a), colour(rows[i].b), vision);
            if (fabs(got - rows[i].want[vision]) > 0.2)
                fail_msg("%s and %s in %s: %f, want %f", rows[i].a, rows[i].b,
                         vision_names[vision], got, rows[i].want[vision]);
        }
}

static void test_least(void **state)
{
    (void)state;
    Vision worst = VISION_NORMAL;
    double least =
        vision_least_difference(colour("#B8471A"), colour("#47380D"), &worst);
    assert_true(fabs(least - 19.5) < 0.2);
    expect_int("worst", (long)worst, VISION_PROTANOPIA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_differences),
        cmocka_unit_test(test_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
