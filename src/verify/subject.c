#include "verify/subject.h"

/* The same statement or group in the round before: by id, or by what it names. */
static void go_back(const View *view, Query query, Subject *subject)
{
    const Description *now = view_survey(view)->description;
    const Description *before = subject->round->survey->description;
    if (query.statement >= 0 && query.statement < now->statement_count) {
        const Statement *statement = &now->statements[query.statement];
        subject->statement = description_find_statement(
            before, statement->previous.len ? statement->previous : statement->id);
    }
    if (query.group != GROUP_ALL)
        subject->group = description_find_group(before, now->groups[query.group].id);
    if (!subject->is_region && !round_took_part(subject->round, subject->unit))
        subject->fault = FIGURE_NO_PART;
    else if (query.group != GROUP_ALL && subject->group < 0)
        subject->fault = FIGURE_NOT_ASKED;
}

Subject subject_of(const View *view, Query query)
{
    bool is_before = query.round == ROUND_PREVIOUS;
    Subject subject = { .round = &view->counts->rounds[query.round],
                        .unit = is_before ? view->before : view->unit,
                        .is_region = query.population == POPULATION_REGION,
                        .group = query.group,
                        .statement = query.statement };
    if (is_before && !view->counts->has_previous) {
        subject.fault = FIGURE_NO_ROUND;
        return subject;
    }
    if (is_before)
        go_back(view, query, &subject);
    if (subject.fault == FIGURE_SHOWN && query.group == GROUP_ALL)
        subject.group = round_groups(subject.round);
    return subject;
}

static Hiding hiding_of(const Round *round, int unit, int statement, int group)
{
    return plan_hiding(round->plan, round->is_previous, unit, statement, group);
}

bool sums_are_alike(const View *view, const Sums *sums)
{
    bool are_alike = false;
    for (int step = 0; step < STEP_MAX && view->counts->min_answers > 1; step++)
        are_alike |= sums->answered > 0 && sums->people[step] == sums->answered;
    return are_alike;
}

static bool is_hidden_here(const View *view, const Round *round, int unit,
                           int statement, int group)
{
    const Sums *sums = round_sums(round, unit, statement, group);
    bool is_few =
        sums->answered + sums->unsure > 0 && sums->answered < view->counts->min_answers;
    return is_few || sums_are_alike(view, sums) ||
           hiding_of(round, unit, statement, group) != HIDING_NONE;
}

/* A region that is a mean over its units: each that is shown has the same weight. */
static Sums sums_of_units(const View *view, const Subject *subject, Hiding *hiding)
{
    const Round *round = subject->round;
    Sums sum = { .answered = 0 };
    double units = 0, unsure = 0;
    bool is_any_hidden = false;
    int steps = round_scale(round, subject->statement)->step_count;
    for (int i = 0; i < round_units(round); i++) {
        bool is_left_out =
            i == subject->unit && round->survey->description->region_is_others;
        if (!round_took_part(round, i) || is_left_out)
            continue;
        const Sums *sums = round_sums(round, i, subject->statement, subject->group);
        double weight = sums_weight(sums, 1, steps);
        if (is_hidden_here(view, round, i, subject->statement, subject->group)) {
            is_any_hidden = true;
            continue;
        }
        if (weight <= 0)
            continue;
        for (int step = 0; step < steps; step++)
            sum.weights[step] += sums->weights[step] / weight;
        unsure += sums->unsure_weight / (sums->unsure_weight + weight);
        sum.answered += sums->answered;
        units++;
    }
    for (int step = 0; step < STEP_MAX && units > 0; step++)
        sum.weights[step] /= units;
    if (units > 0)
        sum.unsure_weight = unsure / units / (1 - unsure / units);
    *hiding = units == 0 && is_any_hidden ? HIDING_OTHER : HIDING_NONE;
    return sum;
}

/* The answers that a query is about, and whether they are hidden. */
Sums subject_sums(const View *view, const Subject *subject, Hiding *hiding)
{
    const Round *round = subject->round;
    const Description *description = round->survey->description;
    int unit = subject->is_region ? round_units(round) : subject->unit;
    if (subject->is_region && description->region_is_of_units)
        return sums_of_units(view, subject, hiding);
    Sums sums = *round_sums(round, unit, subject->statement, subject->group);
    *hiding = hiding_of(round, unit, subject->statement, subject->group);
    if (!subject->is_region || !description->region_is_others ||
        !round_took_part(round, subject->unit) || *hiding != HIDING_NONE)
        return sums;
    sums_subtract(&sums,
                  round_sums(round, subject->unit, subject->statement, subject->group));
    if (hiding_of(round, subject->unit, subject->statement, subject->group))
        *hiding = HIDING_OTHER;
    return sums;
}

static int invited_in_region(const Round *round, int group, int left_out)
{
    int sum = 0;
    for (int i = 0; i < round_units(round); i++) {
        if (!round_took_part(round, i) || i == left_out)
            continue;
        int invited = round_invited(round, i, group);
        if (invited < 0)
            return -1;
        sum += invited;
    }
    return sum;
}

int subject_invited(const Subject *subject, int left_out)
{
    return subject->is_region
               ? invited_in_region(subject->round, subject->group, left_out)
               : round_invited(subject->round, subject->unit, subject->group);
}
