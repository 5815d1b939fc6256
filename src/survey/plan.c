#include "survey/plan.h"

#include "survey/distinct.h"
#include "survey/suppress.h"
#include "survey/suppress_people.h"
#include "survey/tally.h"
#include "survey/themes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The stricter of the two rounds' limits holds for both. */
typedef struct Limits {
    int answers, respondents;
} Limits;

static Limits limits_of(const Survey *survey, const Survey *previous)
{
    Limits limits = { survey->description->min_answers,
                      survey->description->min_respondents };
    if (previous && previous->description->min_answers > limits.answers)
        limits.answers = previous->description->min_answers;
    if (previous && previous->description->min_respondents > limits.respondents)
        limits.respondents = previous->description->min_respondents;
    return limits;
}

/* Whether all who answered gave the same answer: however many they are, the figure
 * would tell what each of them answered. So would a sum of several groups of whom it is
 * true. Who may show what one person answered may show that too. */
static bool is_unanimous(const Cell *cell, int step_count, int min_answers)
{
    for (int i = 0; i < step_count && min_answers > 1; i++)
        if (cell->counts[i] == cell->answered)
            return true;
    return false;
}

/* A cell to which nobody said anything has nothing to hide: its figures are missing. */
static void hide_cells(Population *population, const Description *description,
                       int min_answers)
{
    for (int s = 0; s < description->statement_count && population->cells; s++)
        for (int g = 0; g <= description->group_count; g++) {
            Cell *cell = &population->cells[s][g];
            if (cell->answered + cell->unsure == 0)
                continue;
            if (cell->answered < min_answers)
                cell->hiding = HIDING_FEW;
            else if (is_unanimous(cell, description_scale(description, s)->step_count,
                                  min_answers))
                cell->hiding = HIDING_OTHER;
        }
}

static bool *hide_quotes(Arena *arena, const Population *population, int group_count,
                         Limits limits)
{
    bool *hides = arena_array(arena, (size_t)group_count, sizeof *hides);
    for (int g = 0; g < group_count; g++)
        hides[g] = population->n[g] < limits.respondents;
    return hides;
}

static bool is_quoted(const RoundPlan *plan, const Survey *survey, int respondent)
{
    return !plan->hides_quotes[survey->units[respondent]][survey->groups[respondent]];
}

/* [unit][group]: the most answers of a group to one question that may be quoted, which
 * n cannot be less than; nor than the limit for quoting. */
static int **count_quoted(Arena *arena, const RoundPlan *plan, const Survey *survey,
                          Limits limits)
{
    size_t units = (size_t)survey->reg->unit_count;
    size_t groups = (size_t)survey->description->group_count;
    int **quoted = arena_array(arena, units, sizeof *quoted);
    for (size_t i = 0; i < units; i++)
        quoted[i] = arena_array(arena, groups, sizeof(int));
    ArenaMark mark = arena_mark(arena);
    int *counts = arena_array(arena, units * groups, sizeof *counts);
    for (int q = 0; q < survey->description->question_count; q++) {
        memset(counts, 0, units * groups * sizeof *counts);
        for (int i = 0; i < survey->open_counts[q]; i++) {
            int respondent = survey->open[q][i].respondent;
            int unit = survey->units[respondent], group = survey->groups[respondent];
            if (!is_quoted(plan, survey, respondent))
                continue;
            int count = ++counts[(size_t)unit * groups + (size_t)group];
            count = count > limits.respondents ? count : limits.respondents;
            if (count > quoted[unit][group])
                quoted[unit][group] = count;
        }
    }
    arena_rewind(arena, mark);
    return quoted;
}

/* Highest mean first; units that share one as the register has them. */
static int compare_standings(const void *a, const void *b)
{
    const Standing *first = a, *second = b;
    if (first->mean.value != second->mean.value)
        return first->mean.value < second->mean.value ? 1 : -1;
    return (first->unit > second->unit) - (first->unit < second->unit);
}

/* A rank is 1 + the number of units with a higher mean; only units whose figure is
 * shown have one. */
static void rank_units(Arena *arena, RoundPlan *plan, const Survey *survey,
                       int statement)
{
    const Description *description = survey->description;
    const Scale *scale = description_scale(description, statement);
    int all = description->group_count;
    int unit_count = survey->reg->unit_count, count = 0;
    Standing *standings = arena_array(arena, (size_t)unit_count, sizeof *standings);
    for (int i = 0; i < unit_count; i++) {
        const Population *own = &plan->populations[i];
        if (!own->cells || cell_is_hidden(&own->cells[statement][all]))
            continue;
        const Cell *cell = &own->cells[statement][all];
        UnitMean mean = {
            .answered = cell->answered,
            .value = cell_mean(cell, scale),
            .variance = cell_variance(cell, scale->step_count, own->invited[all]),
        };
        if (!isnan(mean.value))
            standings[count++] = (Standing){ i, mean };
    }
    qsort(standings, (size_t)count, sizeof *standings, compare_standings);
    for (int i = 0, rank = 1; i < count; i++) {
        if (i > 0 && standings[i].mean.value < standings[i - 1].mean.value)
            rank = i + 1;
        standings[i].mean.rank = rank;
        plan->ranks[standings[i].unit][statement] = rank;
    }
    plan->standings[statement] = standings;
    plan->standing_counts[statement] = count;
}

/* So that a slice looks at its own answers only. */
static void order_answers(Arena *arena, RoundPlan *plan, const Survey *survey,
                          int question)
{
    int unit_count = survey->reg->unit_count, count = survey->open_counts[question];
    const OpenAnswer *answers = survey->open[question];
    int *order = arena_array(arena, (size_t)count, sizeof *order);
    int *starts = arena_array(arena, (size_t)unit_count + 1, sizeof *starts);
    for (int i = 0; i < count; i++)
        starts[survey->units[answers[i].respondent] + 1]++;
    for (int i = 0; i < unit_count; i++)
        starts[i + 1] += starts[i];
    ArenaMark mark = arena_mark(arena);
    int *next = arena_array(arena, (size_t)unit_count, sizeof *next);
    memcpy(next, starts, (size_t)unit_count * sizeof *next);
    for (int i = 0; i < count; i++)
        order[next[survey->units[answers[i].respondent]]++] = i;
    arena_rewind(arena, mark);
    plan->open_order[question] = order;
    plan->open_starts[question] = starts;
}

static void count_region_texts(Arena *arena, RoundPlan *plan, const Survey *survey)
{
    int question_count = survey->description->question_count, total = 0;
    plan->texts = distinct_number(arena, survey);
    plan->region_answer_counts =
        arena_array(arena, (size_t)question_count, sizeof(int));
    plan->region_unique_counts =
        arena_array(arena, (size_t)question_count, sizeof(int));
    for (int i = 0; i < question_count; i++)
        total += survey->open_counts[i];
    int *all = arena_array(arena, (size_t)total, sizeof *all), taken = 0;
    for (int i = 0; i < question_count; i++) {
        int count = 0;
        for (int j = 0; j < survey->open_counts[i]; j++)
            if (is_quoted(plan, survey, survey->open[i][j].respondent))
                all[taken + count++] = plan->texts[i][j];
        plan->region_answer_counts[i] = count;
        plan->region_unique_counts[i] = distinct_count(all + taken, count);
        taken += count;
    }
    plan->text_count = total;
    plan->region_unique_count = distinct_count(all, taken);
}

static void hide_populations(Arena *arena, RoundPlan *plan, const Survey *survey,
                             Limits limits)
{
    const Description *description = survey->description;
    int unit_count = survey->reg->unit_count;
    for (int i = 0; i <= unit_count; i++)
        hide_cells(&plan->populations[i], description, limits.answers);
    suppress_people(arena, description, plan->populations, unit_count, limits.answers,
                    count_quoted(arena, plan, survey, limits));
    suppress_cells(arena, description, plan->populations, unit_count, limits.answers);
    suppress_reasons(description, plan->populations, unit_count);
}

static RoundPlan plan_round(Arena *arena, const Survey *survey, Limits limits)
{
    const Description *description = survey->description;
    int unit_count = survey->reg->unit_count, groups = description->group_count;
    int statement_count = description->statement_count;
    int question_count = description->question_count;
    RoundPlan plan = {
        .populations = tally_make(arena, survey),
        .hides_quotes = arena_array(arena, (size_t)unit_count, sizeof(bool *)),
        .ranks = arena_array(arena, (size_t)unit_count, sizeof(int *)),
        .standings = arena_array(arena, (size_t)statement_count, sizeof(Standing *)),
        .standing_counts = arena_array(arena, (size_t)statement_count, sizeof(int)),
        .open_order = arena_array(arena, (size_t)question_count, sizeof(int *)),
        .open_starts = arena_array(arena, (size_t)question_count, sizeof(int *)),
    };
    for (int i = 0; i < unit_count; i++)
        plan.hides_quotes[i] = hide_quotes(arena, &plan.populations[i], groups, limits);
    hide_populations(arena, &plan, survey, limits);
    for (int i = 0; i < unit_count; i++) {
        plan.unit_count += plan.populations[i].cells != NULL;
        plan.ranks[i] = arena_array(arena, (size_t)statement_count, sizeof(int));
    }
    for (int i = 0; i < statement_count; i++)
        rank_units(arena, &plan, survey, i);
    for (int i = 0; i < question_count; i++)
        order_answers(arena, &plan, survey, i);
    plan.themes = themes_tally(arena, survey, plan.hides_quotes, limits.answers);
    count_region_texts(arena, &plan, survey);
    return plan;
}

Plan *plan_make(Arena *arena, const Survey *survey, const Survey *previous)
{
    Limits limits = limits_of(survey, previous);
    Plan *plan = arena_alloc(arena, sizeof *plan);
    plan->round = plan_round(arena, survey, limits);
    if (previous)
        plan->previous = plan_round(arena, previous, limits);
    return plan;
}

Hiding plan_hiding(const Plan *plan, bool is_previous, int unit, int statement,
                   int group)
{
    const RoundPlan *round = is_previous ? &plan->previous : &plan->round;
    const Population *population = &round->populations[unit];
    return population->cells ? population->cells[statement][group].hiding : HIDING_NONE;
}

Hiding plan_hiding_n(const Plan *plan, bool is_previous, int unit, int group)
{
    const RoundPlan *round = is_previous ? &plan->previous : &plan->round;
    return round->populations[unit].hides_n[group];
}

bool plan_hides_answers(const Plan *plan, bool is_previous, int unit, int group)
{
    const RoundPlan *round = is_previous ? &plan->previous : &plan->round;
    return round->hides_quotes[unit][group];
}

bool plan_hides_theme(const Plan *plan, int unit, int question, int theme)
{
    return plan->round.themes[unit].counts[question][theme].is_hidden;
}
