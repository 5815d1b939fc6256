#include "survey/plan.h"

#include "survey/distinct.h"
#include "survey/suppress.h"
#include "survey/tally.h"
#include "survey/themes.h"

#include <math.h>
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

/* Whether all gave the same answer, in a group so small that its open answers are not
 * shown either: the figure would tell what each of them answered. */
static bool is_unanimous(const Cell *cell, int step_count, Limits limits)
{
    for (int i = 0; i < step_count; i++)
        if (cell->counts[i] == cell->answered)
            return cell->answered < limits.respondents;
    return false;
}

/* A cell to which nobody said anything has nothing to hide: its figures are missing. */
static void hide_cells(Population *population, const Description *description,
                       Limits limits)
{
    for (int s = 0; s < description->statement_count && population->cells; s++)
        for (int g = 0; g <= description->group_count; g++) {
            Cell *cell = &population->cells[s][g];
            if (cell->answered + cell->unsure == 0)
                continue;
            if (cell->answered < limits.answers)
                cell->hiding = HIDING_FEW;
            else if (is_unanimous(cell, description->scale.step_count, limits))
                cell->hiding = HIDING_OTHER;
        }
}

/* A region that is a mean over units is made of what they show: the answers of all
 * people together are printed nowhere. */
static void withdraw(Population *region, const Description *description)
{
    for (int s = 0; s < description->statement_count; s++)
        for (int g = 0; g <= description->group_count; g++)
            region->cells[s][g].hiding = HIDING_OTHER;
}

static bool *hide_quotes(Arena *arena, const Population *population, int group_count,
                         Limits limits)
{
    bool *hides = arena_array(arena, (size_t)group_count, sizeof *hides);
    for (int g = 0; g < group_count; g++)
        hides[g] = population->n[g] < limits.respondents;
    return hides;
}

/* 1 + the number of units with a higher mean; only units whose figure is shown. */
static int rank_of(const RoundPlan *plan, int unit_count, int unit, int statement,
                   const Description *description)
{
    int all = description->group_count, steps = description->scale.step_count, rank = 1;
    const Population *own = &plan->populations[unit];
    if (!own->cells || cell_is_hidden(&own->cells[statement][all]))
        return 0;
    double mean = cell_mean(&own->cells[statement][all], steps);
    if (isnan(mean))
        return 0;
    for (int i = 0; i < unit_count; i++) {
        const Population *other = &plan->populations[i];
        if (other->cells && !cell_is_hidden(&other->cells[statement][all]) &&
            cell_mean(&other->cells[statement][all], steps) > mean)
            rank++;
    }
    return rank;
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
        int count = survey->open_counts[i];
        for (int j = 0; j < count; j++) {
            int respondent = survey->open[i][j].respondent;
            all[taken + j] = plan->texts[i][j];
            plan->region_answer_counts[i] +=
                !plan->hides_quotes[survey->units[respondent]]
                                   [survey->groups[respondent]];
        }
        plan->region_unique_counts[i] = distinct_count(all + taken, count);
        taken += count;
    }
    plan->text_count = total;
    plan->region_unique_count = distinct_count(all, total);
}

static RoundPlan plan_round(Arena *arena, const Survey *survey, Limits limits)
{
    const Description *description = survey->description;
    int unit_count = survey->reg->unit_count, groups = description->group_count;
    RoundPlan plan = {
        .populations = tally_make(arena, survey),
        .hides_quotes = arena_array(arena, (size_t)unit_count, sizeof(bool *)),
        .ranks = arena_array(arena, (size_t)unit_count, sizeof(int *)),
    };
    for (int i = 0; i <= unit_count; i++)
        hide_cells(&plan.populations[i], description, limits);
    if (description->region_is_of_units)
        withdraw(&plan.populations[unit_count], description);
    suppress_cells(arena, description, plan.populations, unit_count, limits.answers);
    for (int i = 0; i < unit_count; i++) {
        plan.hides_quotes[i] = hide_quotes(arena, &plan.populations[i], groups, limits);
        plan.unit_count += plan.populations[i].cells != NULL;
        plan.ranks[i] =
            arena_array(arena, (size_t)description->statement_count, sizeof(int));
        for (int s = 0; s < description->statement_count; s++)
            plan.ranks[i][s] = rank_of(&plan, unit_count, i, s, description);
    }
    plan.themes = themes_tally(arena, survey, limits.answers);
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
