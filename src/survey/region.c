#include "survey/region.h"

#include <assert.h>

/* Adds a unit's shares, so that it weighs as much as any other, and the variance of its
 * mean. */
static void add_shares(Cell *sum, const Cell *cell, int step_count, int invited)
{
    double weight = 0, unsure = cell->unsure_weight;
    for (int i = 0; i < step_count; i++)
        weight += cell->weights[i];
    for (int i = 0; i < step_count; i++) {
        sum->counts[i] += cell->counts[i];
        sum->weights[i] += cell->weights[i] / weight;
    }
    sum->answered += cell->answered;
    sum->unsure += cell->unsure;
    sum->blank += cell->blank;
    sum->unsure_weight += unsure / (weight + unsure);
    sum->variance += cell_variance(cell, step_count, invited);
    sum->unit_count++;
}

/* From sums to means. The weight of those who are unsure is chosen such that its share
 * of all is the mean of the units' shares. */
static void divide_shares(Cell *sum, int step_count)
{
    double units = sum->unit_count, unsure = sum->unsure_weight / units;
    for (int i = 0; i < step_count; i++)
        sum->weights[i] /= units;
    sum->unsure_weight = unsure / (1 - unsure);
    sum->variance /= units * units;
}

static Cell cell_of_units(const RoundPlan *plan, const Survey *survey, int unit,
                          int statement, int group)
{
    const Description *description = survey->description;
    int steps = description_scale(description, statement)->step_count;
    bool is_any_hidden = false;
    Cell sum = { .answered = 0 };
    for (int i = 0; i < survey->reg->unit_count; i++) {
        const Population *population = &plan->populations[i];
        if (!population->cells || (i == unit && description->region_is_others))
            continue;
        const Cell *cell = &population->cells[statement][group];
        is_any_hidden |= cell_is_hidden(cell);
        if (!cell_is_hidden(cell) && cell->answered > 0)
            add_shares(&sum, cell, steps, population->invited[group]);
    }
    if (sum.unit_count > 0)
        divide_shares(&sum, steps);
    else if (is_any_hidden)
        sum.hiding = HIDING_OTHER;
    return sum;
}

/* The region without the unit would give away what is hidden of the unit. */
static Cell cell_of_others(const Cell *region, const Cell *own)
{
    Cell rest = *region;
    bool is_empty = region->answered + region->unsure == 0; /* it came without a row */
    if (cell_is_hidden(region) || !own || is_empty)
        return rest;
    if (cell_is_hidden(own))
        return (Cell){ .hiding = HIDING_OTHER };
    cell_subtract(&rest, own);
    return rest;
}

/* Negative: not known. */
static int difference_of(int whole, int part)
{
    return whole < 0 || part < 0 ? -1 : whole - part;
}

/* How many responded and were invited in the region, without `others` where that is not
 * NULL: where n of either is hidden, neither. */
static void count_people(const Population *whole, const Population *others, int group,
                         Population *out)
{
    Hiding hiding = whole->hides_n[group];
    if (others && others->hides_n[group])
        hiding = HIDING_OTHER;
    out->hides_n[group] = hiding;
    out->n[group] = out->invited[group] = -1;
    if (hiding)
        return;
    out->n[group] = difference_of(whole->n[group], others ? others->n[group] : 0);
    out->invited[group] =
        difference_of(whole->invited[group], others ? others->invited[group] : 0);
}

Population region_cut(Arena *arena, const RoundPlan *plan, const Survey *survey,
                      int unit)
{
    const Description *description = survey->description;
    const Population *whole = &plan->populations[survey->reg->unit_count];
    const Population *own = unit >= 0 ? &plan->populations[unit] : NULL;
    assert(whole);
    int entries = description->group_count + 1;
    size_t statements = (size_t)description->statement_count;
    bool is_others = own && own->cells && description->region_is_others;
    Population region = { .n = arena_array(arena, (size_t)entries, sizeof(int)),
                          .invited = arena_array(arena, (size_t)entries, sizeof(int)),
                          .hides_n =
                              arena_array(arena, (size_t)entries, sizeof(Hiding)),
                          .cells = arena_array(arena, statements, sizeof(Cell *)) };
    for (int g = 0; g < entries; g++)
        count_people(whole, is_others ? own : NULL, g, &region);
    for (int s = 0; s < description->statement_count; s++) {
        region.cells[s] = arena_array(arena, (size_t)entries, sizeof(Cell));
        for (int g = 0; g < entries; g++) {
            Cell *cell = &region.cells[s][g];
            *cell = whole->cells[s][g];
            if (description->region_is_of_units)
                *cell = cell_of_units(plan, survey, unit, s, g);
            else if (is_others)
                *cell = cell_of_others(cell, &own->cells[s][g]);
            if (cell_is_hidden(cell))
                *cell = (Cell){ .hiding = cell->hiding };
        }
    }
    return region;
}
