#include "survey/tally.h"

#include <string.h>

static void add_answer(Cell *cell, int answer, double weight)
{
    if (answer == ANSWER_BLANK) {
        cell->blank++;
    } else if (answer == ANSWER_UNSURE) {
        cell->unsure++;
        cell->unsure_weight += weight;
    } else {
        cell->counts[answer - 1]++;
        cell->weights[answer - 1] += weight;
        cell->squares += weight * weight;
        cell->answered++;
    }
}

Cell **tally_cells(Arena *arena, const Description *description)
{
    size_t statements = (size_t)description->statement_count;
    size_t groups = (size_t)description->group_count + 1;
    Cell **cells = arena_array(arena, statements, sizeof *cells);
    Cell *all = arena_array(arena, statements * groups, sizeof *all);
    for (size_t i = 0; i < statements; i++)
        cells[i] = all + i * groups;
    return cells;
}

/* Numbers invited, by group; the sum only when every group's is known. */
static void sum_invited(Population *population, int group_count)
{
    int sum = 0;
    for (int i = 0; i < group_count && sum >= 0; i++)
        sum = population->invited[i] < 0 ? -1 : sum + population->invited[i];
    population->invited[group_count] = sum;
}

Population tally_population(Arena *arena, const Description *description,
                            const Unit *unit)
{
    size_t entries = (size_t)description->group_count + 1;
    Population population = { .n = arena_array(arena, entries, sizeof(int)),
                              .invited = arena_array(arena, entries, sizeof(int)),
                              .hides_n = arena_array(arena, entries, sizeof(Hiding)) };
    for (int i = 0; unit && i < description->group_count; i++)
        population.invited[i] = unit->invited[i];
    sum_invited(&population, description->group_count);
    return population;
}

static void count_respondents(const Survey *survey, Population *populations)
{
    int all = survey->description->group_count;
    for (int i = 0; i < survey->respondent_count; i++) {
        Population *unit = &populations[survey->units[i]];
        unit->n[survey->groups[i]]++;
        unit->n[all]++;
    }
}

static void count_weighted(const Survey *survey, Population *populations)
{
    for (int s = 0; s < survey->description->statement_count; s++)
        for (int i = 0; i < survey->respondent_count; i++)
            add_answer(&populations[survey->units[i]].cells[s][survey->groups[i]],
                       survey->answers[s][i], survey->weights[i]);
}

/* How many gave each answer, from ANSWER_LEAST on. */
typedef struct Answers {
    int counts[STEP_MAX - ANSWER_LEAST + 1];
} Answers;

static void add_answers(Cell *cell, const Answers *answers)
{
    const int *counts = answers->counts - ANSWER_LEAST;
    cell->blank += counts[ANSWER_BLANK];
    cell->unsure += counts[ANSWER_UNSURE];
    cell->unsure_weight += counts[ANSWER_UNSURE];
    for (int step = 1; step <= STEP_MAX; step++) {
        cell->counts[step - 1] += counts[step];
        cell->weights[step - 1] += counts[step];
        cell->squares += counts[step];
        cell->answered += counts[step];
    }
}

/* Everyone weighs 1: whole numbers are counted, and become cells at the end. */
static void count_unweighted(Arena *arena, const Survey *survey,
                             Population *populations)
{
    int groups = survey->description->group_count, count = survey->respondent_count;
    size_t row_count = (size_t)survey->reg->unit_count * (size_t)groups;
    ArenaMark mark = arena_mark(arena);
    Answers *rows = arena_array(arena, row_count, sizeof *rows);
    for (int s = 0; s < survey->description->statement_count; s++) {
        const int8_t *answers = survey->answers[s];
        memset(rows, 0, row_count * sizeof *rows);
        for (int i = 0; i < count; i++)
            rows[survey->units[i] * groups + survey->groups[i]]
                .counts[answers[i] - ANSWER_LEAST]++;
        for (size_t i = 0; i < row_count; i++) {
            Cell **cells = populations[i / (size_t)groups].cells;
            if (cells)
                add_answers(&cells[s][i % (size_t)groups], &rows[i]);
        }
    }
    arena_rewind(arena, mark);
}

static void count_answers(Arena *arena, const Survey *survey, Population *populations)
{
    if (survey->weights)
        count_weighted(survey, populations);
    else
        count_unweighted(arena, survey, populations);
}

/* A unit that answers without its number invited being known makes the region's unknown
 * too; one that does not take part counts for nothing. */
static void add_invited(Population *region, const Population *unit, int group_count)
{
    for (int g = 0; g < group_count; g++) {
        if (unit->n[group_count] > 0 && unit->invited[g] < 0)
            region->invited[g] = -1;
        else if (region->invited[g] >= 0 && unit->invited[g] > 0)
            region->invited[g] += unit->invited[g];
    }
}

static void add_unit(Population *region, Population *unit,
                     const Description *description)
{
    int all = description->group_count;
    for (int g = 0; g <= all; g++)
        region->n[g] += unit->n[g];
    for (int s = 0; s < description->statement_count && unit->cells; s++)
        for (int g = 0; g < all; g++) {
            cell_add(&unit->cells[s][all], &unit->cells[s][g]);
            cell_add(&region->cells[s][g], &unit->cells[s][g]);
            cell_add(&region->cells[s][all], &unit->cells[s][g]);
        }
}

Population *tally_make(Arena *arena, const Survey *survey)
{
    if (survey->counted)
        return survey->counted;
    const Description *description = survey->description;
    int unit_count = survey->reg->unit_count;
    Population *populations =
        arena_array(arena, (size_t)unit_count + 1, sizeof *populations);
    Population *region = &populations[unit_count];
    for (int i = 0; i < unit_count; i++)
        populations[i] = tally_population(arena, description, &survey->reg->units[i]);
    *region = tally_population(arena, description, NULL);
    region->cells = tally_cells(arena, description);
    count_respondents(survey, populations);
    for (int i = 0; i < unit_count; i++)
        if (populations[i].n[description->group_count] > 0)
            populations[i].cells = tally_cells(arena, description);
    count_answers(arena, survey, populations);
    for (int i = 0; i < unit_count; i++) {
        add_unit(region, &populations[i], description);
        add_invited(region, &populations[i], description->group_count);
    }
    sum_invited(region, description->group_count);
    return populations;
}
