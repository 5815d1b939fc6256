#include "verify/round.h"

int round_groups(const Round *round)
{
    return round->survey->description->group_count;
}

int round_units(const Round *round)
{
    return round->survey->reg->unit_count;
}

const Scale *round_scale(const Round *round, int statement)
{
    return description_scale(round->survey->description, statement);
}

Sums *round_sums(const Round *round, int unit, int statement, int group)
{
    int groups = round_groups(round) + 1;
    int statements = round->survey->description->statement_count;
    return &round->sums[((size_t)unit * (size_t)statements + (size_t)statement) *
                            (size_t)groups +
                        (size_t)group];
}

int *round_people(const Round *round, int unit, int group)
{
    return &round->people[unit * (round_groups(round) + 1) + group];
}

/* Each answer counts for its group and all, of its unit and of the region. */
static void count_row(const Round *round, int row)
{
    const Survey *survey = round->survey;
    int units[] = { survey->units[row], round_units(round) };
    int groups[] = { survey->groups[row], round_groups(round) };
    double weight = survey->weights ? survey->weights[row] : 1;
    for (int i = 0; i < 4; i++) {
        int unit = units[i / 2], group = groups[i % 2];
        ++*round_people(round, unit, group);
        for (int s = 0; s < survey->description->statement_count; s++)
            sums_add(round_sums(round, unit, s, group), survey->answers[s][row],
                     weight);
    }
}

/* An export that is counted already says all there is. */
static void take_counted(const Round *round, int unit, const Population *counted)
{
    const Description *description = round->survey->description;
    for (int g = 0; g <= description->group_count; g++) {
        *round_people(round, unit, g) = counted->n[g];
        for (int s = 0; s < description->statement_count && counted->cells; s++) {
            const Cell *cell = &counted->cells[s][g];
            Sums *sums = round_sums(round, unit, s, g);
            *sums = (Sums){ .squares = cell->squares,
                            .unsure_weight = cell->unsure_weight,
                            .answered = cell->answered,
                            .unsure = cell->unsure };
            for (int i = 0; i < STEP_MAX; i++) {
                sums->weights[i] = cell->weights[i];
                sums->people[i] = cell->counts[i];
            }
        }
    }
}

Round round_make(Arena *arena, const Survey *survey, const Plan *plan, bool is_previous)
{
    Round round = { .survey = survey, .plan = plan, .is_previous = is_previous };
    size_t populations = (size_t)survey->reg->unit_count + 1;
    size_t groups = (size_t)survey->description->group_count + 1;
    size_t statements = (size_t)survey->description->statement_count;
    round.sums =
        arena_array(arena, populations * statements * groups, sizeof *round.sums);
    round.people = arena_array(arena, populations * groups, sizeof *round.people);
    for (size_t i = 0; survey->counted && i < populations; i++)
        take_counted(&round, (int)i, &survey->counted[i]);
    for (int i = 0; !survey->counted && i < survey->respondent_count; i++)
        count_row(&round, i);
    return round;
}

bool round_took_part(const Round *round, int unit)
{
    if (unit < 0)
        return false;
    return round->survey->counted ? round->survey->counted[unit].cells != NULL
                                  : *round_people(round, unit, round_groups(round)) > 0;
}

int round_invited(const Round *round, int unit, int group)
{
    const int *invited = round->survey->reg->units[unit].invited;
    int sum = 0, groups = round_groups(round);
    if (group < groups)
        return invited[group];
    for (int i = 0; i < groups; i++) {
        if (invited[i] < 0)
            return -1;
        sum += invited[i];
    }
    return sum;
}
