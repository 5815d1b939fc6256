/* An attack on everything that all decks of a batch print together, which is to find
 * none of the hidden cells: in the sample survey, and in surveys made at random, as
 * answers and counted already. It knows nothing of how the plan was made. The attacker
 * adds and subtracts what is shown (means with n, shares and changes are counts by
 * step), knows that no count is below zero or above the n of the group, and why a cell
 * is hidden, and narrows each count down until nothing more follows. */
#include "stats/figure.h"
#include "survey/held_back.h"
#include "survey/tally.h"

#include "expect.h"

#include <math.h>
#include <string.h>

enum { UNIT_MAX = 16, CELL_MAX = UNIT_MAX * GROUP_MAX, STEPS = STEP_MAX + 1 };
static const double NOISE = 1e-7;

static Arena *arena;

/* Sums of unknown cells: a row is what is known of one sum. Unknown: unit * groups +
 * group. */
typedef struct Attack {
    int unknown_count, step_count; /* steps and, behind them, «don't know» */
    int group_count, unit_count;
    double (*sums)[CELL_MAX + STEPS]; /* coefficients, then counts by step */
    int sum_count, sum_max;
    double low[CELL_MAX][STEPS], high[CELL_MAX][STEPS];
    double people[CELL_MAX];                /* at most: the respondents of the group */
    double least[CELL_MAX], most[CELL_MAX]; /* answers, by the reason for hiding */
} Attack;

static int count_of(const Cell *cell, int step, int step_count)
{
    return step == step_count - 1 ? cell->unsure : cell->counts[step];
}

/* Which unknowns a cell is the sum of. group: group_count is all; unit: -1 is the
 * region, `without` the unit that it leaves out or -1. */
static void spread(const Attack *attack, int unit, int group, int without, double *row)
{
    memset(row, 0, (CELL_MAX + STEPS) * sizeof *row);
    for (int u = 0; u < attack->unit_count; u++)
        for (int g = 0; g < attack->group_count; g++)
            if ((unit < 0 ? u != without : u == unit) &&
                (group == attack->group_count || g == group))
                row[u * attack->group_count + g] = 1;
}

static void learn(Attack *attack, const Cell *cell, int unit, int group, int without)
{
    if (cell_is_hidden(cell) || attack->sum_count == attack->sum_max)
        return;
    double *row = attack->sums[attack->sum_count++];
    spread(attack, unit, group, without, row);
    for (int step = 0; step < attack->step_count; step++)
        row[CELL_MAX + step] = count_of(cell, step, attack->step_count);
}

static void subtract(double *row, const double *from, double factor)
{
    for (int i = 0; i < CELL_MAX + STEPS; i++)
        row[i] -= factor * from[i];
}

/* Gauss and Jordan; returns the rank. pivots: column of each row. */
static int eliminate(Attack *attack, int *pivots)
{
    int rank = 0;
    for (int column = 0; column < attack->unknown_count; column++) {
        int best = -1;
        for (int i = rank; i < attack->sum_count && best < 0; i++)
            if (fabs(attack->sums[i][column]) > NOISE)
                best = i;
        if (best < 0)
            continue;
        double swapped[CELL_MAX + STEPS];
        memcpy(swapped, attack->sums[best], sizeof swapped);
        memcpy(attack->sums[best], attack->sums[rank], sizeof swapped);
        memcpy(attack->sums[rank], swapped, sizeof swapped);
        double *row = attack->sums[rank], lead = row[column];
        for (int i = 0; i < CELL_MAX + STEPS; i++)
            row[i] /= lead;
        for (int i = 0; i < attack->sum_count; i++)
            if (i != rank && fabs(attack->sums[i][column]) > NOISE)
                subtract(attack->sums[i], row, attack->sums[i][column]);
        pivots[rank++] = column;
    }
    return rank;
}

static bool is_somebody(const Attack *attack, const double *counts)
{
    for (int step = 0; step < attack->step_count; step++)
        if (fabs(counts[step]) > NOISE)
            return true;
    return false;
}

/* Whether adding and subtracting gives the cell, and somebody is in it. */
static bool is_derived(const Attack *attack, int rank, const int *pivots, double *cell)
{
    for (int i = 0; i < rank; i++)
        if (fabs(cell[pivots[i]]) > NOISE)
            subtract(cell, attack->sums[i], cell[pivots[i]]);
    for (int i = 0; i < attack->unknown_count; i++)
        if (fabs(cell[i]) > NOISE)
            return false;
    return is_somebody(attack, cell + CELL_MAX);
}

/* Each count of a sum from the others, which are at least and at most so large. */
static bool narrow(Attack *attack, const double *row, int step)
{
    double least = row[CELL_MAX + step], most = least;
    bool is_news = false;
    for (int i = 0; i < attack->unknown_count; i++) {
        double a = row[i] * attack->low[i][step], b = row[i] * attack->high[i][step];
        least -= fmax(a, b);
        most -= fmin(a, b);
    }
    for (int i = 0; i < attack->unknown_count; i++) {
        if (fabs(row[i]) <= NOISE)
            continue;
        double *low = &attack->low[i][step], *high = &attack->high[i][step];
        double a = row[i] * *low, b = row[i] * *high;
        double first = (least + fmax(a, b)) / row[i];
        double last = (most + fmin(a, b)) / row[i];
        double new_low = fmax(*low, ceil(fmin(first, last) - NOISE));
        double new_high = fmin(*high, floor(fmax(first, last) + NOISE));
        is_news |= new_low > *low + NOISE || new_high < *high - NOISE;
        least += fmax(a, b) - fmax(row[i] * new_low, row[i] * new_high);
        most += fmin(a, b) - fmin(row[i] * new_low, row[i] * new_high);
        *low = new_low;
        *high = new_high;
    }
    return is_news;
}

/* From how many there are of a cell together, and of the other answers. */
static bool narrow_cell(Attack *attack, int unknown)
{
    double *low = attack->low[unknown], *high = attack->high[unknown];
    double low_sum = 0, high_sum = 0;
    int unsure = attack->step_count - 1;
    bool is_news = false;
    for (int step = 0; step < unsure; step++) {
        low_sum += low[step];
        high_sum += high[step];
    }
    for (int step = 0; step < attack->step_count; step++) {
        bool is_answer = step < unsure;
        double others = low_sum - (is_answer ? low[step] : 0);
        double most = attack->people[unknown] - others - (is_answer ? low[unsure] : 0);
        if (is_answer)
            most = fmin(most, attack->most[unknown] - others);
        double least = is_answer ? attack->least[unknown] - (high_sum - high[step]) : 0;
        is_news |= most < high[step] - NOISE || least > low[step] + NOISE;
        high[step] = fmin(high[step], most);
        low[step] = fmax(low[step], least);
    }
    return is_news;
}

static void narrow_all(Attack *attack)
{
    for (bool is_news = true; is_news;) {
        is_news = false;
        for (int i = 0; i < attack->unknown_count; i++)
            is_news |= narrow_cell(attack, i);
        for (int i = 0; i < attack->sum_count; i++)
            for (int step = 0; step < attack->step_count; step++)
                is_news |= narrow(attack, attack->sums[i], step);
    }
}

static bool is_pinned(const Attack *attack, int unknown)
{
    for (int step = 0; step < attack->step_count; step++)
        if (attack->high[unknown][step] - attack->low[unknown][step] > NOISE)
            return false;
    return is_somebody(attack, attack->low[unknown]);
}

/* Whether a derived sum of several cells rests on too few. */
static bool is_few(const Attack *attack, const double *row, int limit)
{
    double people = 0;
    for (int i = 0; i < attack->unknown_count; i++)
        if (row[i] < -NOISE)
            return false;
    for (int step = 0; step < attack->step_count; step++)
        people += row[CELL_MAX + step];
    double answered = people - row[CELL_MAX + attack->step_count - 1];
    return people > NOISE && answered < limit - NOISE;
}

/* All decks of a round. */
typedef struct Batch {
    const RoundSlice **decks; /* by unit; NULL: no deck */
    int unit_count;
    const Survey *survey;
} Batch;

/* What a deck tells of a cell without its counts. */
static void learn_bounds(Attack *attack, const RoundSlice *deck, int statement,
                         int unknown)
{
    int group = unknown % attack->group_count, limit = deck->description->min_answers;
    const Cell *cell = &deck->unit.cells[statement][group];
    bool is_known = deck->unit.n[group] >= 0;
    attack->people[unknown] = is_known ? deck->unit.n[group] : 1e6;
    attack->least[unknown] = cell->hiding == HIDING_OTHER ? limit : 0;
    attack->most[unknown] = cell->hiding == HIDING_FEW ? limit - 1 : 1e6;
    for (int step = 0; step < attack->step_count; step++)
        attack->high[unknown][step] = attack->people[unknown];
}

static void take_all(Attack *attack, const Batch *batch, int statement)
{
    const Description *description = batch->survey->description;
    for (int u = 0; u < batch->unit_count; u++) {
        const RoundSlice *deck = batch->decks[u];
        for (int g = 0; deck && g <= attack->group_count; g++) {
            learn(attack, &deck->unit.cells[statement][g], u, g, -1);
            /* Counts made from shares of more than 1000 may be one off, and a total
             * may have come without a row. */
            int answered = deck->region.cells[statement][g].answered;
            bool is_exact = !batch->survey->counted || (answered > 0 && answered < 900);
            if (!description->region_is_of_units && is_exact)
                learn(attack, &deck->region.cells[statement][g], -1, g,
                      description->region_is_others ? u : -1);
        }
        for (int g = 0; deck && g < attack->group_count; g++)
            learn_bounds(attack, deck, statement, u * attack->group_count + g);
    }
}

/* What the attack finds of one statement: how many hidden cells it knows. Hidden ones
 * in which nobody answered at all do not exist: see hide_cells. */
static int attack_statement(const Batch *batch, int statement, int *hidden)
{
    const Description *description = batch->survey->description;
    ArenaMark mark = arena_mark(arena);
    Attack *attack = arena_alloc(arena, sizeof *attack);
    attack->group_count = description->group_count;
    attack->unit_count = batch->unit_count;
    attack->unknown_count = batch->unit_count * description->group_count;
    attack->step_count = description_scale(description, statement)->step_count + 1;
    attack->sum_max = 2 * batch->unit_count * (description->group_count + 1);
    attack->sums = arena_array(arena, (size_t)attack->sum_max, sizeof *attack->sums);
    take_all(attack, batch, statement);
    narrow_all(attack);
    int pivots[CELL_MAX], found = 0;
    int rank = eliminate(attack, pivots);
    attack->sum_count = rank;
    narrow_all(attack);
    for (int i = 0; i < rank; i++)
        found += is_few(attack, attack->sums[i], description->min_answers);
    for (int u = 0; u < batch->unit_count; u++) {
        const RoundSlice *deck = batch->decks[u];
        for (int g = 0; deck && g <= attack->group_count; g++) {
            double cell[CELL_MAX + STEPS];
            bool is_all = g == attack->group_count;
            /* Without a hidden unit the region may well be a sum of what is shown. */
            if (cell_is_hidden(&deck->region.cells[statement][g]) &&
                !(description->region_is_others &&
                  cell_is_hidden(&deck->unit.cells[statement][g])) &&
                !description->region_is_of_units) {
                spread(attack, -1, g, -1, cell);
                found += is_derived(attack, rank, pivots, cell);
            }
            if (!cell_is_hidden(&deck->unit.cells[statement][g]))
                continue;
            ++*hidden;
            spread(attack, u, g, -1, cell);
            found += is_derived(attack, rank, pivots, cell) ||
                     (!is_all && is_pinned(attack, u * attack->group_count + g));
        }
    }
    arena_rewind(arena, mark);
    return found;
}

/* All units' decks, as far as somebody answered. previous: as figures print it. */
static Batch cut_batch(const Survey *survey, const Survey *previous)
{
    Batch batch = { .unit_count = survey->reg->unit_count, .survey = survey };
    const Plan *plan = plan_make(arena, survey, previous);
    batch.decks = arena_array(arena, (size_t)batch.unit_count, sizeof *batch.decks);
    for (int u = 0; u < batch.unit_count; u++) {
        Slice *slice = arena_alloc(arena, sizeof *slice);
        slice_cut(arena, plan, survey, previous, u, true, slice);
        if (slice->round.has_unit)
            batch.decks[u] = &slice->round;
    }
    return batch;
}

static void read_survey(const char *path, Description *description, Register *reg,
                        Survey *survey)
{
    Diags diags = diags_in(arena);
    if (!description_read(arena, str_from_c(path), (Place){ 0 }, description, &diags) ||
        !register_read(arena, description, reg, &diags) ||
        !survey_read(arena, description, reg, survey, &diags))
        fail_msg("%s: %.*s", path, STR_ARG(messages_text(arena, &diags)));
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

/* Both rounds, with the region with and without the unit, and as a mean of units. */
static void sample_is_safe(void **state)
{
    (void)state;
    static const char *const paths[] = { "data/undersokelse-2024.yaml",
                                         "data/undersokelse-2026.yaml",
                                         "data/variants/aggregert-2024.yaml" };
    for (int i = 0; i < 9; i++) {
        Description description;
        Register reg;
        Survey survey;
        read_survey(paths[i % 3], &description, &reg, &survey);
        description.region_is_others = i / 3 == 1;
        description.region_is_of_units = i / 3 == 2;
        Batch batch = cut_batch(&survey, NULL);
        int hidden = 0;
        for (int s = 0; s < description.statement_count; s++)
            if (attack_statement(&batch, s, &hidden))
                fail_msg("%s, statement %d: the attack finds something", paths[i % 3],
                         s);
        assert_true(hidden >= description.statement_count);
    }
}

/* The attack is worth its name: it finds what only the primary rule hides. */
static void attack_finds_what_is_open(void **state)
{
    (void)state;
    Description description;
    Register reg;
    Survey survey;
    read_survey("data/undersokelse-2024.yaml", &description, &reg, &survey);
    int limit = description.min_answers, hidden = 0, found = 0;
    description.min_answers = 0;
    description.min_respondents = 0;
    Batch batch = cut_batch(&survey, NULL);
    int unit = register_find(&reg, S("Vågå"));
    int group = description_find_group(&description, S("gruendere"));
    for (int s = 0; s < description.statement_count; s++) {
        batch.decks[unit]->unit.cells[s][group].hiding = HIDING_FEW;
        found += attack_statement(&batch, s, &hidden) > 0;
    }
    assert_true(limit == 5);
    assert_int_equal(found, description.statement_count);
}

/* xorshift64: the same surveys every time. */
static int random_below(uint64_t *seed, int count)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (int)((*seed >> 16) % (uint64_t)count);
}

/* Small groups, some of one mind, some where nobody or nearly nobody answered. */
static void make_survey(uint64_t *seed, Description *description, Register *reg,
                        Survey *survey)
{
    Scale *scale = arena_alloc(arena, sizeof *scale);
    *scale = (Scale){ .step_count = 2 + random_below(seed, 6), .first = 1 };
    scale->agree_from = scale->step_count;
    scale->disagree_to = 1;
    *description = (Description){
        .round = S("1"),
        .scales = scale,
        .scale_count = 1,
        .group_count = 1 + random_below(seed, 5),
        .statement_count = 2,
        .min_answers = 5,
        .min_respondents = 10,
        .region_is_others = random_below(seed, 3) == 0,
        .region_is_of_units = random_below(seed, 4) == 0,
    };
    description->groups = arena_array(arena, GROUP_MAX, sizeof(Group));
    description->statements = arena_array(arena, 2, sizeof(Statement));
    *reg = (Register){ .unit_count = 1 + random_below(seed, 8) };
    reg->units = arena_array(arena, (size_t)reg->unit_count, sizeof *reg->units);
    int most = 1 + random_below(seed, 24), mood = random_below(seed, 4), count = 0;
    int room = reg->unit_count * description->group_count * most;
    *survey = (Survey){ .description = description, .reg = reg };
    survey->units = arena_array(arena, (size_t)room, sizeof *survey->units);
    survey->groups = arena_array(arena, (size_t)room, sizeof *survey->groups);
    survey->rows = arena_array(arena, (size_t)room, sizeof *survey->rows);
    survey->answers = arena_array(arena, 2, sizeof *survey->answers);
    survey->omitted_counts = arena_array(arena, (size_t)reg->unit_count, sizeof(int));
    for (int s = 0; s < 2; s++)
        survey->answers[s] = arena_array(arena, (size_t)room, 1);
    for (int u = 0; u < reg->unit_count; u++)
        for (int g = 0; g < description->group_count; g++) {
            int n = random_below(seed, most + 1);
            int step = 1 + random_below(seed, scale->step_count);
            bool is_of_one_mind = mood == 0 || random_below(seed, 3) == 0;
            for (int i = 0; i < n; i++, count++) {
                survey->units[count] = (int16_t)u;
                survey->groups[count] = (uint8_t)g;
                for (int s = 0; s < 2; s++) {
                    int answer = random_below(seed, scale->step_count + 2) - 1;
                    survey->answers[s][count] =
                        (int8_t)(is_of_one_mind ? step : answer);
                }
            }
        }
    survey->respondent_count = count;
}

static void expect_sane(const char *row, const Slice *slice, PopulationName population)
{
    const Description *description = slice->round.description;
    int steps = description->scales[0].step_count;
    for (int s = 0; s < description->statement_count; s++)
        for (int g = GROUP_ALL; g < description->group_count; g++) {
            Query query = { .statistic = STATISTIC_MEAN,
                            .population = population,
                            .statement = s,
                            .group = g };
            Figure mean = figure_find(slice, query);
            double weights[STEP_MAX];
            int percents[STEP_MAX], sum = 0;
            query.statistic = STATISTIC_SHARE;
            for (query.step = 1; query.step <= steps; query.step++) {
                Figure share = figure_find(slice, query);
                weights[query.step - 1] = share.value;
                if (figure_is_shown(share) != figure_is_shown(mean) ||
                    share.base != mean.base)
                    fail_msg("%s: a share is in another state than the mean", row);
            }
            if (!figure_is_shown(mean)) {
                if (!isnan(mean.value) || mean.base != 0)
                    fail_msg("%s: a figure that is not shown has a value", row);
                continue;
            }
            figure_percents(weights, steps, percents);
            for (int step = 0; step < steps; step++)
                sum += percents[step];
            if (sum != 100 || mean.value < 1 - 1e-9 || mean.value > steps + 1e-9 ||
                mean.base < description->min_answers)
                fail_msg("%s: shares sum to %d, the mean is %f of %d", row, sum,
                         mean.value, mean.base);
            query.statistic = STATISTIC_AGREE;
            Interval interval = figure_interval(slice, query);
            double agree = figure_find(slice, query).value;
            if (interval_is_known(interval) &&
                (interval.low > agree + 1e-9 || interval.high < agree - 1e-9))
                fail_msg("%s: the interval is not around the share", row);
        }
}

/* The survey as an export that is counted already: rows of fewer than five are held
 * back, of units, groups and totals alike; now and then a total has no row. */
static void count_survey(uint64_t *seed, Survey *survey)
{
    const Description *description = survey->description;
    int units = survey->reg->unit_count, groups = description->group_count;
    Population *populations = tally_make(arena, survey);
    int **rows = arena_array(arena, (size_t)units + 1, sizeof *rows);
    bool is_without_region = random_below(seed, 6) == 0;
    for (int u = 0; u <= units; u++) {
        rows[u] = arena_array(arena, (size_t)2 * (GROUP_MAX + 1), sizeof(int));
        for (int i = 0; i < 2 * (groups + 1) && populations[u].cells; i++) {
            int s = i % 2, g = i / 2, *row = &rows[u][s * (GROUP_MAX + 1) + g];
            Cell *cell = &populations[u].cells[s][g];
            bool is_few = cell->answered + cell->unsure < 5;
            bool has_row = u < units || !is_without_region;
            *row = !has_row ? ROW_NONE : is_few ? 5 : ROW_READ;
            if (is_few || !has_row)
                *cell = (Cell){ .hiding = has_row ? HIDING_FEW : HIDING_NONE };
        }
        for (int g = 0; g <= groups; g++)
            populations[u].n[g] = -1;
    }
    held_back_fill(arena, description, populations, units, rows);
    survey->counted = populations;
}

static void attack_random(bool is_counted)
{
    uint64_t seed = 20241128;
    int hidden = 0;
    for (int i = 0; i < 400; i++) {
        ArenaMark mark = arena_mark(arena);
        Description description;
        Register reg;
        Survey survey;
        make_survey(&seed, &description, &reg, &survey);
        if (is_counted)
            count_survey(&seed, &survey);
        const char *row = str_c(arena, str_format(arena, "survey %d", i));
        const Plan *plan = plan_make(arena, &survey, NULL);
        for (int u = 0; u < reg.unit_count; u++) {
            Slice slice;
            slice_cut(arena, plan, &survey, NULL, u, true, &slice);
            expect_sane(row, &slice, POPULATION_UNIT);
            expect_sane(row, &slice, POPULATION_REGION);
        }
        Batch batch = cut_batch(&survey, NULL);
        for (int s = 0; s < description.statement_count; s++)
            expect_int(row, attack_statement(&batch, s, &hidden), 0);
        arena_rewind(arena, mark);
    }
    assert_true(hidden > 1000);
}

static void random_surveys_are_safe(void **state)
{
    (void)state;
    attack_random(false);
}

static void random_counted_surveys_are_safe(void **state)
{
    (void)state;
    attack_random(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sample_is_safe),
        cmocka_unit_test(attack_finds_what_is_open),
        cmocka_unit_test(random_surveys_are_safe),
        cmocka_unit_test(random_counted_surveys_are_safe),
    };
    return cmocka_run_group_tests_name("privacy", tests, set_up, tear_down);
}
