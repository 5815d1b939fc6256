/* Intervals against data/intervals.json, which SciPy and statsmodels worked out. */
#include "stats/interval.h"

#include "base/file.h"
#include "expect.h"
#include "survey/cell.h"

#include <cjson/cJSON.h>
#include <math.h>

/* Fills the cell; gives the number of steps. */
static int read_cell(const cJSON *sample, Cell *out)
{
    const cJSON *count;
    int step = 0;
    *out = (Cell){ .answered = 0 };
    cJSON_ArrayForEach(count, cJSON_GetObjectItem(sample, "counts"))
    {
        out->counts[step] = count->valueint;
        out->weights[step++] = count->valueint;
        out->squares += count->valueint;
        out->answered += count->valueint;
    }
    return step;
}

static void expect_near(const char *row, double got, double want)
{
    if (!(fabs(got - want) < 1e-9))
        fail_msg("%s: got %.12f, want %.12f", row, got, want);
}

static void expect_interval(const char *row, Interval got, const cJSON *want)
{
    expect_near(row, got.low, cJSON_GetArrayItem(want, 0)->valuedouble);
    expect_near(row, got.high, cJSON_GetArrayItem(want, 1)->valuedouble);
}

static Estimate read_estimate(const cJSON *sample, bool is_share)
{
    Cell cell;
    int steps = read_cell(sample, &cell);
    int invited = cJSON_GetObjectItem(sample, "invited")->valueint;
    if (!is_share)
        return (Estimate){ .value = cell_mean(
                               &cell, &(Scale){ .step_count = steps, .first = 1 }),
                           .variance = cell_variance(&cell, steps, invited) };
    return (Estimate){ .value = (double)cell.counts[steps - 1] / cell.answered,
                       .is_share = true,
                       .people = cell_people(&cell, steps, invited) };
}

static void expect_sample(const cJSON *sample)
{
    Estimate mean = read_estimate(sample, false), share = read_estimate(sample, true);
    expect_near("mean", mean.value, cJSON_GetObjectItem(sample, "mean")->valuedouble);
    expect_near("share", share.value,
                cJSON_GetObjectItem(sample, "share")->valuedouble);
    expect_interval("mean", interval_of(mean),
                    cJSON_GetObjectItem(sample, "mean_interval"));
    expect_interval("share", interval_of(share),
                    cJSON_GetObjectItem(sample, "share_interval"));
}

static void intervals_are_those_of_others(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Diags diags = diags_in(arena);
    Str text;
    assert_true(file_read(arena, S("tests/unit/data/intervals.json"), (Place){ 0 },
                          &text, &diags));
    cJSON *rows = cJSON_ParseWithLength(text.at, text.len);
    assert_int_equal(cJSON_GetArraySize(rows), 60);
    const cJSON *row;
    cJSON_ArrayForEach(row, rows)
    {
        const cJSON *first = cJSON_GetObjectItem(row, "first");
        const cJSON *second = cJSON_GetObjectItem(row, "second");
        expect_sample(first);
        expect_sample(second);
        expect_interval("difference of means",
                        interval_of_difference(read_estimate(first, false),
                                               read_estimate(second, false)),
                        cJSON_GetObjectItem(row, "mean_difference"));
        expect_interval("difference of shares",
                        interval_of_difference(read_estimate(first, true),
                                               read_estimate(second, true)),
                        cJSON_GetObjectItem(row, "share_difference"));
    }
    cJSON_Delete(rows);
    arena_free(arena);
}

/* Everybody who was invited answered: there is nothing left to be unsure of. */
static void all_answered_is_sure(void **state)
{
    (void)state;
    Cell cell = {
        .counts = {3,  0, 5},
          .weights = { 3, 0, 5},
          .squares = 8, .answered = 8
    };
    Interval mean = interval_of(
        (Estimate){ .value = cell_mean(&cell, &(Scale){ .step_count = 3, .first = 1 }),
                    .variance = cell_variance(&cell, 3, 8) });
    expect_near("mean", mean.high - mean.low, 0);
    Interval share = interval_of((Estimate){
        .value = 0.625, .is_share = true, .people = cell_people(&cell, 3, 8) });
    expect_near("share", share.low, 0.625);
    expect_near("share", share.high, 0.625);
}

/* One answer says nothing of how answers differ. */
static void one_answer_has_no_interval(void **state)
{
    (void)state;
    Cell cell = { .counts = { 1 }, .weights = { 1 }, .squares = 1, .answered = 1 };
    assert_false(interval_is_known(interval_of(
        (Estimate){ .value = 1, .variance = cell_variance(&cell, 5, -1) })));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_are_those_of_others),
        cmocka_unit_test(all_answered_is_sure),
        cmocka_unit_test(one_answer_has_no_interval),
    };
    return cmocka_run_group_tests_name("interval", tests, NULL, NULL);
}
