#include "survey/cell.h"

#include <math.h>

void cell_add(Cell *sum, const Cell *cell)
{
    for (int i = 0; i < STEP_MAX; i++) {
        sum->counts[i] += cell->counts[i];
        sum->weights[i] += cell->weights[i];
    }
    sum->squares += cell->squares;
    sum->answered += cell->answered;
    sum->unsure += cell->unsure;
    sum->unsure_weight += cell->unsure_weight;
    sum->blank += cell->blank;
}

void cell_subtract(Cell *sum, const Cell *part)
{
    for (int i = 0; i < STEP_MAX; i++) {
        sum->counts[i] -= part->counts[i];
        /* Binary fractions may leave a trace where there is nobody. */
        sum->weights[i] = sum->counts[i] ? sum->weights[i] - part->weights[i] : 0;
    }
    sum->squares -= part->squares;
    sum->answered -= part->answered;
    sum->unsure -= part->unsure;
    sum->unsure_weight = sum->unsure ? sum->unsure_weight - part->unsure_weight : 0;
    sum->blank -= part->blank;
}

static double weight_of(const Cell *cell, int step_count)
{
    double weight = 0;
    for (int i = 0; i < step_count; i++)
        weight += cell->weights[i];
    return weight;
}

/* Steps counted from 1: the shift to their values changes no deviation. */
static double mean_step(const Cell *cell, int step_count)
{
    double sum = 0, weight = weight_of(cell, step_count);
    for (int i = 0; i < step_count; i++)
        sum += cell->weights[i] * (i + 1);
    return weight > 0 ? sum / weight : (double)NAN;
}

double cell_mean(const Cell *cell, const Scale *scale)
{
    return mean_step(cell, scale->step_count) + (scale->first - 1);
}

double cell_deviation(const Cell *cell, int step_count)
{
    if (cell->answered < 2)
        return (double)NAN;
    double mean = mean_step(cell, step_count), squares = 0;
    for (int i = 0; i < step_count; i++)
        squares += cell->weights[i] * (i + 1 - mean) * (i + 1 - mean);
    return sqrt(squares / weight_of(cell, step_count) * cell->answered /
                (cell->answered - 1));
}

double cell_people(const Cell *cell, int step_count, int invited)
{
    double weight = weight_of(cell, step_count);
    double people = cell->squares > 0 ? weight * weight / cell->squares : 0;
    if (invited < cell->answered || invited < 2)
        return people;
    return people * (invited - 1) / (invited - cell->answered);
}

double cell_variance(const Cell *cell, int step_count, int invited)
{
    if (cell->unit_count)
        return cell->variance;
    double deviation = cell_deviation(cell, step_count);
    return deviation * deviation / cell_people(cell, step_count, invited);
}
