#include "stats/figure.h"

#include <math.h>

static Figure state_of(FigureState state)
{
    return (Figure){ .state = state, .value = (double)NAN };
}

/* A value that is NAN for want of a base is missing. */
static Figure shown(double value, int base)
{
    if (isnan(value))
        return state_of(FIGURE_MISSING);
    return (Figure){ .state = FIGURE_SHOWN, .value = value, .base = base };
}

/* What a query is about, found in the slice; `fault` when it is not there. */
typedef struct Subject {
    const RoundSlice *round;
    const Population *population;
    bool is_unit;
    int group, statement; /* indices in the round's own description; all: behind */
    FigureState fault;    /* FIGURE_SHOWN: none */
} Subject;

static Subject find_subject(const Slice *slice, Query query)
{
    Subject subject = { .is_unit = query.population == POPULATION_UNIT,
                        .group = query.group,
                        .statement = query.statement,
                        .round = &slice->round };
    if (query.round == ROUND_PREVIOUS) {
        bool has_round =
            slice->has_previous && (!subject.is_unit || slice->previous.has_unit);
        if (!has_round)
            return (Subject){ .fault = FIGURE_NO_ROUND };
        subject.round = &slice->previous;
        if (query.statement >= 0 &&
            query.statement < slice->round.description->statement_count)
            subject.statement = slice->previous_statement[query.statement];
        if (query.group != GROUP_ALL)
            subject.group = slice->previous_group[query.group];
        if (query.group != GROUP_ALL && subject.group < 0)
            return (Subject){ .fault = FIGURE_NOT_ASKED };
    }
    if (query.group == GROUP_ALL)
        subject.group = subject.round->description->group_count;
    subject.population =
        subject.is_unit ? &subject.round->unit : &subject.round->region;
    return subject;
}

static double weight_between(const Cell *cell, int first, int last)
{
    double sum = 0;
    for (int step = first; step <= last; step++)
        sum += cell->weights[step - 1];
    return sum;
}

static double share_between(const Cell *cell, const Scale *scale, int first, int last)
{
    double total = weight_between(cell, 1, scale->step_count);
    return total > 0 ? weight_between(cell, first, last) / total : (double)NAN;
}

/* The first step at or below which half of the weight lies: of an even number of
 * answers the lower of the two in the middle. */
static double median_of(const Cell *cell, const Scale *scale)
{
    double total = weight_between(cell, 1, scale->step_count), below = 0;
    for (int step = 1; step <= scale->step_count && total > 0; step++) {
        below += cell->weights[step - 1];
        if (below * 2 >= total)
            return step;
    }
    return (double)NAN;
}

/* Weighted variance with Bessel's correction for the number of people. */
static double deviation_of(const Cell *cell, const Scale *scale)
{
    if (cell->answered < 2)
        return (double)NAN;
    double mean = cell_mean(cell, scale->step_count), squares = 0;
    double total = weight_between(cell, 1, scale->step_count);
    for (int step = 1; step <= scale->step_count; step++)
        squares += cell->weights[step - 1] * (step - mean) * (step - mean);
    return sqrt(squares / total * cell->answered / (cell->answered - 1));
}

static double unsure_of(const Cell *cell, const Scale *scale)
{
    double total = weight_between(cell, 1, scale->step_count) + cell->unsure_weight;
    return total > 0 ? cell->unsure_weight / total : (double)NAN;
}

/* A figure of one statement. */
static Figure cell_figure(const Subject *subject, Query query)
{
    if (subject->statement < 0)
        return state_of(FIGURE_NOT_ASKED);
    const Cell *cell = &subject->population->cells[subject->statement][subject->group];
    const Scale *scale = &subject->round->description->scale;
    if (cell->is_hidden)
        return state_of(FIGURE_HIDDEN);
    switch (query.statistic) {
    case STATISTIC_ANSWERED: return shown(cell->answered, cell->answered);
    case STATISTIC_MEAN:
        return shown(cell_mean(cell, scale->step_count), cell->answered);
    case STATISTIC_MEDIAN: return shown(median_of(cell, scale), cell->answered);
    case STATISTIC_SD: return shown(deviation_of(cell, scale), cell->answered);
    case STATISTIC_AGREE:
        return shown(share_between(cell, scale, scale->agree_from, scale->step_count),
                     cell->answered);
    case STATISTIC_DISAGREE:
        return shown(share_between(cell, scale, 1, scale->disagree_to), cell->answered);
    case STATISTIC_SHARE:
        return shown(share_between(cell, scale, query.step, query.step),
                     cell->answered);
    case STATISTIC_UNSURE:
        return shown(unsure_of(cell, scale), cell->answered + cell->unsure);
    case STATISTIC_RANK:
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_RESPONSE_RATE:
    case STATISTIC_CHANGE:
    case STATISTIC_ANSWERS:
    case STATISTIC_UNIQUE:
    case STATISTIC_UNITS: break;
    }
    return state_of(FIGURE_MISSING);
}

/* The unit's place by all its respondents together. */
static Figure rank_figure(const Subject *subject, Query query)
{
    query.statistic = STATISTIC_MEAN;
    Figure mean = cell_figure(subject, query);
    if (!figure_is_shown(mean))
        return mean;
    int rank = subject->is_unit && query.group == GROUP_ALL
                   ? subject->round->ranks[subject->statement]
                   : 0;
    return rank ? shown(rank, mean.base) : state_of(FIGURE_MISSING);
}

static Figure people_figure(const Subject *subject, Statistic statistic)
{
    int n = subject->population->n[subject->group];
    int invited = subject->population->invited[subject->group];
    if (statistic == STATISTIC_N)
        return shown(n, n);
    if (statistic == STATISTIC_INVITED)
        return invited < 0 ? state_of(FIGURE_MISSING) : shown(invited, invited);
    return invited <= 0 ? state_of(FIGURE_MISSING)
                        : shown((double)n / invited, invited);
}

static int shown_quotes(const RoundSlice *round, int question)
{
    int count = 0;
    for (int i = 0; i < round->quote_counts[question]; i++)
        count += !round->quotes[question][i].is_hidden;
    return count;
}

static int count_answers(const Subject *subject, int question)
{
    return subject->is_unit ? shown_quotes(subject->round, question)
                            : subject->round->region_answer_counts[question];
}

static int count_unique(const Subject *subject, int question)
{
    const RoundSlice *round = subject->round;
    if (question < 0)
        return subject->is_unit ? round->unique_count : round->region_unique_count;
    return subject->is_unit ? round->unique_counts[question]
                            : round->region_unique_counts[question];
}

static Figure question_figure(const Slice *slice, const Subject *subject, Query query)
{
    int question = query.question, count = 0;
    if (question >= 0) {
        Str id = slice->round.description->questions[question].id;
        question = description_find_question(subject->round->description, id);
        if (question < 0)
            return state_of(FIGURE_NOT_ASKED);
    }
    if (query.statistic == STATISTIC_UNIQUE) {
        count = count_unique(subject, question);
    } else if (question >= 0) {
        count = count_answers(subject, question);
    } else {
        for (int i = 0; i < subject->round->description->question_count; i++)
            count += count_answers(subject, i);
    }
    return shown(count, count);
}

static Figure change_figure(const Slice *slice, Query query)
{
    query.statistic = STATISTIC_MEAN;
    query.round = ROUND_THIS;
    Figure now = figure_find(slice, query);
    if (!figure_is_shown(now))
        return now;
    query.round = ROUND_PREVIOUS;
    Figure before = figure_find(slice, query);
    if (!figure_is_shown(before))
        return before;
    const Description *description = slice->round.description;
    if (!description->statements[query.statement].is_comparable ||
        description->scale.step_count != slice->previous.description->scale.step_count)
        return state_of(FIGURE_NOT_COMPARABLE);
    return shown(now.value - before.value, now.base);
}

Figure figure_find(const Slice *slice, Query query)
{
    if (query.statistic == STATISTIC_CHANGE)
        return change_figure(slice, query);
    Subject subject = find_subject(slice, query);
    if (subject.fault != FIGURE_SHOWN)
        return state_of(subject.fault);
    switch (query.statistic) {
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_RESPONSE_RATE: return people_figure(&subject, query.statistic);
    case STATISTIC_ANSWERS:
    case STATISTIC_UNIQUE: return question_figure(slice, &subject, query);
    case STATISTIC_UNITS:
        return shown(subject.round->unit_count, subject.round->unit_count);
    case STATISTIC_RANK: return rank_figure(&subject, query);
    case STATISTIC_ANSWERED:
    case STATISTIC_MEAN:
    case STATISTIC_MEDIAN:
    case STATISTIC_SD:
    case STATISTIC_AGREE:
    case STATISTIC_DISAGREE:
    case STATISTIC_UNSURE:
    case STATISTIC_SHARE:
    case STATISTIC_CHANGE: break;
    }
    return cell_figure(&subject, query);
}

void figure_percents(const double *weights, int count, int *out)
{
    double total = 0;
    int left = 100;
    for (int i = 0; i < count; i++)
        total += weights[i];
    for (int i = 0; i < count; i++) {
        out[i] = total > 0 ? (int)floor(100 * weights[i] / total) : 0;
        left -= out[i];
    }
    for (; total > 0 && left > 0; left--) {
        int largest = 0;
        double most = -1;
        for (int i = 0; i < count; i++) {
            double remainder = 100 * weights[i] / total - out[i];
            /* Equal remainders may differ in their last bits: 100/6 and 400/6. */
            if (remainder > most + 1e-9) {
                most = remainder;
                largest = i;
            }
        }
        out[largest]++;
    }
}
