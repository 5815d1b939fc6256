/* The attack on what decks print (attack.h) is to find none of what is hidden: in the
 * sample survey, and in surveys made at random, as answers and counted already. */
#include "attack.h"
#include "survey/held_back.h"
#include "survey/tally.h"

static Arena *arena;

/* All units' decks, as far as somebody answered. previous: as figures print it. */
static Batch cut_batch(const Survey *survey, const Survey *previous)
{
    Batch batch = { .unit_count = survey->reg->unit_count,
                    .group_count = survey->description->group_count,
                    .survey = survey };
    const Plan *plan = plan_make(arena, survey, previous);
    batch.decks = arena_array(arena, (size_t)batch.unit_count, sizeof *batch.decks);
    batch.slices = arena_array(arena, (size_t)batch.unit_count, sizeof *batch.slices);
    for (int u = 0; u < batch.unit_count; u++) {
        Slice *slice = arena_alloc(arena, sizeof *slice);
        slice_cut(arena, plan, survey, previous, u, true, slice);
        batch.slices[u] = slice;
        if (slice->round.has_unit)
            batch.decks[u] = &slice->round;
    }
    return batch;
}

typedef struct Sample {
    Description description;
    Register reg;
    Survey survey;
} Sample;

static Sample *read_sample(const char *path)
{
    Sample *out = arena_alloc(arena, sizeof *out);
    Diags diags = diags_in(arena);
    if (!description_read(arena, str_from_c(path), (Place){ 0 }, &out->description,
                          &diags) ||
        !register_read(arena, &out->description, &out->reg, &diags) ||
        !survey_read(arena, &out->description, &out->reg, &out->survey, &diags))
        fail_msg("%s: %.*s", path, STR_ARG(messages_text(arena, &diags)));
    return out;
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

/* Whether the rules hide a cell of the unit for its own sake. */
static bool has_secret(const Batch *batch, const Population *truth, int unit,
                       int statement)
{
    const Description *description = batch->survey->description;
    const RoundSlice *deck = batch->decks[unit];
    for (int g = 0; g <= batch->group_count; g++) {
        const Cell *cell = &truth[unit].cells[statement][g];
        bool is_alike = false;
        for (int i = 0; i < description_scale(description, statement)->step_count; i++)
            is_alike |= cell->answered > 0 && cell->counts[i] == cell->answered;
        if (is_alike || deck->unit.hides_n[g] ||
            deck->unit.cells[statement][g].hiding == HIDING_FEW)
            return true;
    }
    return false;
}

static int count_hidden(const Batch *batch, int unit, int statement)
{
    int count = 0;
    for (int g = 0; g <= batch->group_count; g++)
        count += cell_is_hidden(&batch->decks[unit]->unit.cells[statement][g]);
    return count;
}

/* A region of units is made of what these show, and of nothing else. */
static void expect_of_shown(const char *row, const Batch *batch, int unit,
                            int statement, int group)
{
    const Cell *region = &batch->decks[unit]->region.cells[statement][group];
    int answered = 0;
    for (int u = 0; u < batch->unit_count; u++) {
        bool is_out = u == unit && batch->survey->description->region_is_others;
        const Cell *cell =
            batch->decks[u] ? &batch->decks[u]->unit.cells[statement][group] : NULL;
        if (cell && !is_out && !cell_is_hidden(cell))
            answered += cell->answered;
    }
    expect_int(row, region->answered, answered);
}

/* How many cells of all units are hidden. Where the region is a mean of units, a unit
 * with nothing to hide loses none. */
static int hidden_of_units(const char *row, const Batch *batch)
{
    const Description *description = batch->survey->description;
    const Population *truth = tally_make(arena, batch->survey);
    int hidden = 0;
    for (int u = 0; u < batch->unit_count; u++)
        for (int s = 0; s < description->statement_count && batch->decks[u]; s++) {
            int count = count_hidden(batch, u, s);
            hidden += count;
            if (!description->region_is_of_units)
                continue;
            if (count && !has_secret(batch, truth, u, s))
                fail_msg("%s: unit %d has nothing to hide, and loses %d", row, u,
                         count);
            for (int g = 0; g <= batch->group_count; g++)
                expect_of_shown(row, batch, u, s, g);
        }
    return hidden;
}

/* Both rounds, with the region with and without the unit, and as a mean of units. */
static void sample_is_safe(void **state)
{
    (void)state;
    static const char *const paths[] = { "data/undersokelse-2024.yaml",
                                         "data/undersokelse-2026.yaml",
                                         "data/variants/aggregert-2024.yaml" };
    int of_people[3] = { 0 };
    for (int i = 0; i < 9; i++) {
        Sample *sample = read_sample(paths[i % 3]);
        sample->description.region_is_others = i / 3 == 1;
        sample->description.region_is_of_units = i / 3 == 2;
        Batch batch = cut_batch(&sample->survey, NULL);
        int hidden = 0, hidden_n = 0, all = hidden_of_units(paths[i % 3], &batch);
        if (attack_batch(arena, &batch, true, &hidden, &hidden_n))
            fail_msg("%s: the attack finds something", paths[i % 3]);
        if (i < 3)
            of_people[i] = all;
        expect_int(paths[i % 3], all, of_people[i % 3]);
        assert_true(hidden >= sample->description.statement_count);
        assert_int_equal(hidden_n, sample->survey.counted ? 0 : 1);
    }
}

/* The attack is worth its name: it finds what only the primary rule hides. */
static void attack_finds_what_is_open(void **state)
{
    (void)state;
    Sample *sample = read_sample("data/undersokelse-2024.yaml");
    int limit = sample->description.min_answers, hidden = 0, hidden_n = 0;
    sample->description.min_answers = 0;
    sample->description.min_respondents = 0;
    Batch batch = cut_batch(&sample->survey, NULL);
    int unit = register_find(&sample->reg, S("Vågå"));
    int group = description_find_group(&sample->description, S("gruendere"));
    const Population *population = &batch.decks[unit]->unit;
    for (int s = 0; s < sample->description.statement_count; s++)
        population->cells[s][group].hiding = HIDING_FEW;
    population->hides_n[group] = HIDING_FEW;
    population->n[group] = population->invited[group] = -1;
    sample->description.min_answers = limit;
    int found = attack_batch(arena, &batch, false, &hidden, &hidden_n);
    assert_true(limit == 5 && hidden_n == 1);
    assert_true(found > sample->description.statement_count);
}

/* xorshift64: the same surveys every time. */
static int random_below(uint64_t *seed, int count)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (int)((*seed >> 16) % (uint64_t)count);
}

enum { QUESTIONS = 2, THEMES = 4 };

/* About half answer each question, in few different ways; most answers are coded, some
 * with two themes. */
static void answer_questions(uint64_t *seed, Description *description, Survey *survey)
{
    size_t room = (size_t)survey->respondent_count;
    RaisedTheme *raised =
        arena_array(arena, (size_t)2 * QUESTIONS * room, sizeof *raised);
    Question *questions = arena_array(arena, QUESTIONS, sizeof *questions);
    int likely = 1 + random_below(seed, 4);
    description->question_count = QUESTIONS;
    description->theme_count = THEMES;
    description->questions = questions;
    survey->open = arena_array(arena, QUESTIONS, sizeof *survey->open);
    survey->open_counts = arena_array(arena, QUESTIONS, sizeof(int));
    survey->raised = raised;
    for (int q = 0; q < QUESTIONS; q++) {
        questions[q].column = questions[q].id = q ? S("b") : S("a");
        OpenAnswer *answers = arena_array(arena, room, sizeof *answers);
        survey->open[q] = answers;
        for (int i = 0; i < survey->respondent_count; i++) {
            if (random_below(seed, 2))
                continue;
            Str text = str_format(arena, "svar %d", random_below(seed, 20));
            answers[survey->open_counts[q]++] = (OpenAnswer){ text, i, false };
            int theme = random_below(seed, THEMES + 1);
            if (theme < THEMES)
                raised[survey->raised_count++] = (RaisedTheme){ i, q, theme };
            if (theme > 0 && theme < THEMES && random_below(seed, likely) == 0)
                raised[survey->raised_count++] = (RaisedTheme){ i, q, 0 };
        }
    }
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
            int more = random_below(seed, 6) - 1;
            reg->units[u].invited[g] = more < 0 ? -1 : n + more;
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
    answer_questions(seed, description, survey);
}

/* Of the groups that may be quoted; question: of all behind the last. */
static int count_theme(const Survey *survey, int unit, int question, int theme)
{
    int count = 0;
    for (int i = 0; i < survey->raised_count; i++) {
        const RaisedTheme *raised = &survey->raised[i];
        int group = survey->groups[raised->respondent], people = 0;
        for (int k = 0; k < survey->respondent_count; k++)
            people += survey->units[k] == unit && survey->groups[k] == group;
        count += survey->units[raised->respondent] == unit && raised->theme == theme &&
                 (question == QUESTIONS || raised->question == question) &&
                 people >= survey->description->min_respondents;
    }
    return count;
}

/* What a reader knows of the counts of themes, who takes each hidden one for small. */
typedef struct ThemeAttack {
    const RoundSlice *deck;
    int low[QUESTIONS + 1][THEMES], high[QUESTIONS + 1][THEMES];
} ThemeAttack;

static bool keep_theme(ThemeAttack *attack, int question, int theme, int low, int high)
{
    int *known_low = &attack->low[question][theme];
    int *known_high = &attack->high[question][theme];
    bool is_news = low > *known_low || high < *known_high;
    *known_low = low > *known_low ? low : *known_low;
    *known_high = high < *known_high ? high : *known_high;
    return is_news && *known_low <= *known_high;
}

/* From those of the other questions and from their sum; and each coded answer has a
 * theme. */
static bool narrow_theme(ThemeAttack *attack, int question, int theme)
{
    int least = 0, most = 0, rest = attack->deck->coded_counts[question];
    for (int q = 0; q < QUESTIONS; q++) {
        bool is_sum = question == QUESTIONS;
        least += q == question ? 0
                 : is_sum      ? attack->low[q][theme]
                               : -attack->high[q][theme];
        most += q == question ? 0
                : is_sum      ? attack->high[q][theme]
                              : -attack->low[q][theme];
    }
    if (question < QUESTIONS) {
        least += attack->low[QUESTIONS][theme];
        most += attack->high[QUESTIONS][theme];
    }
    for (int i = 0; i < THEMES; i++)
        rest -= i == theme ? 0 : attack->high[question][i];
    bool is_news = keep_theme(attack, question, theme, least, most);
    return keep_theme(attack, question, theme, rest,
                      attack->deck->coded_counts[question]) ||
           is_news;
}

/* How many hidden counts are known, or sums of them that are of a few. A reader who is
 * wrong in taking them for small finds that nothing fits. */
static int attack_themes(const Survey *survey, const RoundSlice *deck, int unit,
                         int *hidden)
{
    ThemeAttack attack = { .deck = deck };
    int limit = deck->description->min_answers, found = 0;
    bool is_news = true, is_wrong = false;
    for (int q = 0; q <= QUESTIONS; q++)
        for (int t = 0; t < THEMES; t++) {
            ThemeCount count = deck->themes[q][t];
            attack.low[q][t] = count.is_hidden ? 0 : count.count;
            attack.high[q][t] = count.is_hidden ? limit - 1 : count.count;
        }
    while (is_news) {
        is_news = false;
        for (int q = 0; q <= QUESTIONS; q++)
            for (int t = 0; t < THEMES; t++)
                is_news |= narrow_theme(&attack, q, t);
    }
    for (int q = 0; q <= QUESTIONS; q++)
        for (int t = 0; t < THEMES; t++)
            is_wrong |= attack.low[q][t] > attack.high[q][t];
    for (int t = 0; t < THEMES; t++) {
        int sum = deck->themes[QUESTIONS][t].count, count = 0;
        for (int q = 0; q <= QUESTIONS; q++) {
            int truth = count_theme(survey, unit, q, t);
            bool is_hidden = deck->themes[q][t].is_hidden;
            *hidden += is_hidden;
            count += is_hidden && q < QUESTIONS;
            sum -= q < QUESTIONS ? deck->themes[q][t].count : 0;
            expect_int("theme", deck->themes[q][t].count, is_hidden ? 0 : truth);
            found += is_hidden && !is_wrong && truth > 0 && attack.low[q][t] == truth &&
                     attack.high[q][t] == truth;
        }
        found +=
            count && !deck->themes[QUESTIONS][t].is_hidden && sum > 0 && sum < limit;
    }
    return found;
}

static void themes_are_safe(void **state)
{
    (void)state;
    uint64_t seed = 20241129;
    int hidden = 0;
    for (int i = 0; i < 400; i++) {
        ArenaMark mark = arena_mark(arena);
        Description description;
        Register reg;
        Survey survey;
        make_survey(&seed, &description, &reg, &survey);
        Batch batch = cut_batch(&survey, NULL);
        const char *row = str_c(arena, str_format(arena, "survey %d", i));
        for (int u = 0; u < reg.unit_count; u++)
            if (batch.decks[u])
                expect_int(row, attack_themes(&survey, batch.decks[u], u, &hidden), 0);
        arena_rewind(arena, mark);
    }
    assert_true(hidden > 1000);
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
                if (figure_is_shown(share) && share.value > 1 - 1e-9)
                    fail_msg("%s: all gave one answer, which is shown", row);
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

/* With the region as a mean of units no more is hidden than as a mean of people. */
static void units_lose_no_more(void **state)
{
    (void)state;
    uint64_t seed = 20261125;
    int all = 0;
    for (int i = 0; i < 400; i++) {
        ArenaMark mark = arena_mark(arena);
        Description description;
        Register reg;
        Survey survey;
        int hidden[2];
        make_survey(&seed, &description, &reg, &survey);
        const char *row = str_c(arena, str_format(arena, "survey %d", i));
        for (int is_of_units = 0; is_of_units < 2; is_of_units++) {
            description.region_is_of_units = is_of_units;
            Batch batch = cut_batch(&survey, NULL);
            hidden[is_of_units] = hidden_of_units(row, &batch);
        }
        if (hidden[1] > hidden[0])
            fail_msg("%s: %d hidden, %d of people", row, hidden[1], hidden[0]);
        all += hidden[1];
        arena_rewind(arena, mark);
    }
    assert_true(all > 1000);
}

static void attack_random(bool is_counted)
{
    uint64_t seed = 20241128;
    int hidden = 0, hidden_n = 0, open = 0;
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
        hidden_of_units(row, &batch);
        expect_int(row, attack_batch(arena, &batch, false, &hidden, &hidden_n), 0);
        open += attack_batch(arena, &batch, true, &hidden, &hidden_n) > 0;
        arena_rewind(arena, mark);
    }
    assert_true(hidden > 1000);
    assert_true(is_counted || hidden_n > 500);
    /* Only where all who were invited to a group answered, and no other can give way.
     */
    assert_int_equal(open, is_counted ? 0 : 2);
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

/* Three units of three groups, of so many people. */
static Batch cut_groups(const int people[3][3], bool is_alike)
{
    uint64_t seed = 1;
    Description *description = arena_alloc(arena, sizeof *description);
    Register *reg = arena_alloc(arena, sizeof *reg);
    Survey *survey = arena_alloc(arena, sizeof *survey);
    do
        make_survey(&seed, description, reg, survey);
    while (reg->unit_count < 3 || description->group_count < 3 ||
           survey->respondent_count < 127 || description->region_is_of_units);
    description->region_is_others = false;
    description->group_count = reg->unit_count = 3;
    for (int i = 0; i < 3; i++)
        for (int g = 0; g < GROUP_MAX; g++)
            reg->units[i].invited[g] = -1;
    survey->respondent_count = survey->raised_count = 0;
    survey->open_counts[0] = survey->open_counts[1] = 0;
    for (int u = 0; u < 3; u++)
        for (int g = 0; g < 3; g++)
            for (int i = 0; i < people[u][g]; i++) {
                int who = survey->respondent_count++;
                survey->units[who] = (int16_t)u;
                survey->groups[who] = (uint8_t)g;
                for (int s = 0; s < description->statement_count; s++)
                    survey->answers[s][who] =
                        (int8_t)(1 + (is_alike || u == 2 ? i % 2 : u));
            }
    return cut_batch(survey, NULL);
}

/* However many gave the same answer, it is shown neither of them nor of a sum that is
 * theirs alone; but where a single answer may be shown. */
static void one_mind_is_hidden(void **state)
{
    (void)state;
    static const int people[3][3] = {
        {60,  20, 0 },
        { 20, 20, 20},
        { 20, 20, 20}
    };
    Batch batch = cut_groups(people, false);
    int hidden = 0, hidden_n = 0;
    expect_int("found", attack_batch(arena, &batch, true, &hidden, &hidden_n), 0);
    for (int u = 0; u < 3; u++)
        for (int g = 0; g < 4; g++) {
            bool is_nobody = u == 0 && g == 2;
            expect_int("unit", cell_is_hidden(&batch.decks[u]->unit.cells[0][g]),
                       u < 2 && !is_nobody);
            expect_int("n", batch.decks[u]->unit.hides_n[g], HIDING_NONE);
        }
    expect_int("region", batch.decks[2]->region.cells[0][3].hiding, HIDING_NONE);
    Survey survey = *batch.survey;
    Description description = *survey.description;
    description.min_answers = description.min_respondents = 1;
    survey.description = &description;
    batch = cut_batch(&survey, NULL);
    expect_int("unit", batch.decks[0]->unit.cells[0][0].hiding, HIDING_NONE);
}

/* The n of small groups of two units hide each other where somebody of the one could
 * have answered as somebody of the other; else the region's give way. */
static void who_answers_alike_hides_n(void **state)
{
    (void)state;
    for (int is_alike = 0; is_alike < 2; is_alike++) {
        static const int people[3][3] = {
            {3,   4,  20},
            { 4,  3,  20},
            { 20, 20, 20}
        };
        Batch batch = cut_groups(people, is_alike);
        const RoundSlice *deck = batch.decks[2];
        int hidden = 0, hidden_n = 0;
        expect_int("found", attack_batch(arena, &batch, true, &hidden, &hidden_n), 0);
        expect_int("hidden", hidden_n, 4);
        expect_int("unit", deck->unit.hides_n[0], HIDING_NONE);
        expect_int("region", deck->region.hides_n[0],
                   is_alike ? HIDING_NONE : HIDING_OTHER);
        expect_int("region", deck->region.hides_n[2], HIDING_NONE);
    }
}

/* Of 1, 1, 5 and 7 together all would be known if the groups said which are below the
 * limit; they do not, and the sums stay. */
static void sums_outlive_reasons(void **state)
{
    (void)state;
    static const int people[3][3] = {
        {1,   1,  5 },
        { 20, 20, 20},
        { 20, 20, 20}
    };
    Batch batch = cut_groups(people, true);
    int hidden = 0, hidden_n = 0;
    expect_int("found", attack_batch(arena, &batch, true, &hidden, &hidden_n), 0);
    expect_int("hidden", hidden_n, 2);
    for (int g = 0; g < 3; g++)
        expect_int("unit", batch.decks[0]->unit.hides_n[g], HIDING_OTHER);
    expect_int("unit", batch.decks[0]->unit.n[3], 7);
    expect_int("region", batch.decks[0]->region.n[3], 127);
}

/* The survey without the open answers of groups that are too small to be quoted. */
static Survey without_small(const Survey *survey)
{
    Survey copy = *survey;
    int questions = survey->description->question_count;
    int least = survey->description->min_respondents;
    Population *counted = tally_make(arena, survey);
    RaisedTheme *raised =
        arena_array(arena, (size_t)survey->raised_count, sizeof *raised);
    copy.open = arena_array(arena, (size_t)questions, sizeof *copy.open);
    copy.open_counts = arena_array(arena, (size_t)questions, sizeof(int));
    copy.raised = raised;
    copy.raised_count = 0;
    for (int q = 0; q < questions; q++) {
        copy.open[q] =
            arena_array(arena, (size_t)survey->open_counts[q], sizeof *copy.open[q]);
        for (int i = 0; i < survey->open_counts[q]; i++) {
            int who = survey->open[q][i].respondent;
            if (counted[survey->units[who]].n[survey->groups[who]] >= least)
                copy.open[q][copy.open_counts[q]++] = survey->open[q][i];
        }
    }
    for (int i = 0; i < survey->raised_count; i++) {
        int who = survey->raised[i].respondent;
        if (counted[survey->units[who]].n[survey->groups[who]] >= least)
            raised[copy.raised_count++] = survey->raised[i];
    }
    return copy;
}

static void expect_same(const char *row, const Slice *slice, const Slice *other,
                        Query query)
{
    Figure figure = figure_find(slice, query), same = figure_find(other, query);
    expect_int(row, (long)figure.state, (long)same.state);
    if (figure_is_shown(figure) &&
        (figure.value != same.value || figure.base != same.base))
        fail_msg("%s: question %d: %f of %d, %f of %d", row, query.question,
                 figure.value, figure.base, same.value, same.base);
}

/* Whatever a small group wrote, and how much, is seen in no figure. */
static void small_groups_write_in_vain(void **state)
{
    (void)state;
    static const Statistic statistics[] = { STATISTIC_ANSWERS, STATISTIC_UNIQUE,
                                            STATISTIC_THEME, STATISTIC_THEME_SHARE };
    Sample *sample = read_sample("data/undersokelse-2024.yaml");
    Survey silent = without_small(&sample->survey);
    assert_true(silent.open_counts[0] < sample->survey.open_counts[0]);
    assert_true(silent.raised_count < sample->survey.raised_count);
    Batch batch = cut_batch(&sample->survey, NULL), other = cut_batch(&silent, NULL);
    for (int u = 0; u < sample->reg.unit_count; u++)
        for (int q = -1; q < sample->description.question_count; q++)
            for (int t = 0; t < sample->description.theme_count; t++)
                for (int i = 0; i < 2 * (int)ROW_COUNT(statistics); i++) {
                    Query query = figure_query(statistics[i / 2], 0, GROUP_ALL);
                    query.question = q;
                    query.theme = t;
                    query.population = i % 2 ? POPULATION_REGION : POPULATION_UNIT;
                    if (batch.decks[u])
                        expect_same(str_c(arena, sample->reg.units[u].name),
                                    batch.slices[u], other.slices[u], query);
                }
}

/* A place among the units is worked out from the means that are shown: it tells nothing
 * that these do not. */
static void ranks_are_of_what_is_shown(void **state)
{
    (void)state;
    Sample *sample = read_sample("data/undersokelse-2024.yaml");
    sample->description.min_answers = 60; /* so that units are hidden */
    Batch batch = cut_batch(&sample->survey, NULL);
    int shown = 0, hidden = 0;
    for (int s = 0; s < sample->description.statement_count; s++)
        for (int u = 0; u < sample->reg.unit_count; u++) {
            Query query = figure_query(STATISTIC_MEAN, s, GROUP_ALL);
            int rank = 1;
            if (!batch.decks[u])
                continue;
            Figure mean = figure_find(batch.slices[u], query);
            for (int i = 0; i < sample->reg.unit_count; i++) {
                Figure other = figure_find(batch.slices[i], query);
                rank += figure_is_shown(other) && other.value > mean.value;
            }
            query.statistic = STATISTIC_RANK;
            Figure figure = figure_find(batch.slices[u], query);
            expect_int("state", figure_is_shown(figure), figure_is_shown(mean));
            if (figure_is_shown(figure))
                expect_int("rank", (long)figure.value, rank);
            shown += figure_is_shown(figure);
            hidden += !figure_is_shown(figure);
        }
    assert_true(shown > 0 && hidden > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sample_is_safe),
        cmocka_unit_test(attack_finds_what_is_open),
        cmocka_unit_test(random_surveys_are_safe),
        cmocka_unit_test(random_counted_surveys_are_safe),
        cmocka_unit_test(units_lose_no_more),
        cmocka_unit_test(one_mind_is_hidden),
        cmocka_unit_test(who_answers_alike_hides_n),
        cmocka_unit_test(sums_outlive_reasons),
        cmocka_unit_test(themes_are_safe),
        cmocka_unit_test(small_groups_write_in_vain),
        cmocka_unit_test(ranks_are_of_what_is_shown),
    };
    return cmocka_run_group_tests_name("privacy", tests, set_up, tear_down);
}
