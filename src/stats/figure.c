#include "stats/figure.h"

#include <math.h>

static Figure state_of(FigureState state)
{
    return (Figure){ .state = state, .value = (double)NAN };
}

static Figure hidden(Hiding hiding)
{
    return state_of(hiding == HIDING_FEW ? FIGURE_HIDDEN : FIGURE_WITHHELD);
}

/* A value that is NAN for want of a base is missing. */
static Figure shown(double value, int base)
{
    if (isnan(value))
        return state_of(FIGURE_MISSING);
    return (Figure){ .state = FIGURE_SHOWN, .value = value, .base = base };
}

static Figure absent(FigureState state, const RoundSlice *round)
{
    Figure figure = state_of(state);
    figure.round = round->description->round;
    return figure;
}

/* What a query is about, found in the slice; `fault` when it is not there. */
typedef struct Subject {
    const RoundSlice *round;
    const Population *population;
    bool is_unit;
    int group, statement; /* indices in the round's own description; all: behind */
    Figure fault;         /* FIGURE_SHOWN: none */
} Subject;

static Subject find_subject(const Slice *slice, Query query)
{
    Subject subject = { .is_unit = query.population == POPULATION_UNIT,
                        .group = query.group,
                        .statement = query.statement,
                        .round = &slice->round,
                        .population = &slice->round.unit };
    if (query.round == ROUND_PREVIOUS) {
        if (!slice->has_previous) {
            subject.fault = state_of(FIGURE_NO_ROUND);
            return subject;
        }
        subject.round = &slice->previous;
        if (subject.is_unit && !slice->previous.has_unit) {
            subject.fault = absent(FIGURE_NO_PART, subject.round);
            return subject;
        }
        if (query.statement >= 0 &&
            query.statement < slice->round.description->statement_count)
            subject.statement = slice->previous_statement[query.statement];
        if (query.group != GROUP_ALL)
            subject.group = slice->previous_group[query.group];
        if (query.group != GROUP_ALL && subject.group < 0) {
            subject.fault = absent(FIGURE_NOT_ASKED, subject.round);
            return subject;
        }
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

static double unsure_of(const Cell *cell, const Scale *scale)
{
    double total = weight_between(cell, 1, scale->step_count) + cell->unsure_weight;
    return total > 0 ? cell->unsure_weight / total : (double)NAN;
}

/* Of AGREE, DISAGREE, NEUTRAL, UNSURE or SHARE. */
static double share_of(const Cell *cell, const Scale *scale, Query query)
{
    if (query.statistic == STATISTIC_UNSURE)
        return unsure_of(cell, scale);
    if (query.statistic == STATISTIC_AGREE)
        return share_between(cell, scale, scale->agree_from, scale->step_count);
    if (query.statistic == STATISTIC_DISAGREE)
        return share_between(cell, scale, 1, scale->disagree_to);
    if (query.statistic == STATISTIC_NEUTRAL)
        return share_between(cell, scale, scale->disagree_to + 1,
                             scale->agree_from - 1);
    if (query.step < 1 || query.step > scale->step_count)
        return (double)NAN;
    return share_between(cell, scale, query.step, query.step);
}

/* Value of the first step at or below which half of the weight lies: of an even number
 * of answers the lower of the two in the middle. */
static double median_of(const Cell *cell, const Scale *scale)
{
    double total = weight_between(cell, 1, scale->step_count), below = 0;
    for (int step = 1; step <= scale->step_count && total > 0; step++) {
        below += cell->weights[step - 1];
        if (below * 2 >= total)
            return scale->first + step - 1;
    }
    return (double)NAN;
}

/* The mean of 100 for who agrees, -100 for who disagrees, and 0, with its variance:
 * that of a mean of such scores, as of any other (cell_variance). A mean over units
 * keeps no variance of it. */
static Estimate net_of(const Cell *cell, const Scale *scale, int invited)
{
    double agree = share_between(cell, scale, scale->agree_from, scale->step_count);
    double disagree = share_between(cell, scale, 1, scale->disagree_to);
    double net = agree - disagree, people = cell->answered;
    double variance = (agree + disagree - net * net) * people / (people - 1);
    if (cell->unit_count || cell->answered < 2)
        variance = (double)NAN;
    return (Estimate){ .value = 100 * net,
                       .variance = 100 * 100 * variance /
                                   cell_people(cell, scale->step_count, invited) };
}

static const Cell *cell_of(const Subject *subject)
{
    return &subject->population->cells[subject->statement][subject->group];
}

static const Scale *scale_of(const Subject *subject)
{
    return description_scale(subject->round->description, subject->statement);
}

/* A figure of one statement. */
static Figure cell_figure(const Subject *subject, Query query)
{
    if (subject->statement < 0)
        return absent(FIGURE_NOT_ASKED, subject->round);
    const Cell *cell = cell_of(subject);
    const Scale *scale = scale_of(subject);
    if (cell_is_hidden(cell))
        return hidden(cell->hiding);
    switch (query.statistic) {
    case STATISTIC_ANSWERED: return shown(cell->answered, cell->answered);
    case STATISTIC_MEAN: return shown(cell_mean(cell, scale), cell->answered);
    case STATISTIC_MEDIAN: return shown(median_of(cell, scale), cell->answered);
    case STATISTIC_SD:
        return shown(cell_deviation(cell, scale->step_count), cell->answered);
    case STATISTIC_AGREE:
    case STATISTIC_DISAGREE:
    case STATISTIC_NEUTRAL:
    case STATISTIC_SHARE: return shown(share_of(cell, scale, query), cell->answered);
    case STATISTIC_NET: return shown(net_of(cell, scale, -1).value, cell->answered);
    case STATISTIC_UNSURE:
        return shown(share_of(cell, scale, query), cell->answered + cell->unsure);
    case STATISTIC_RANK:
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_RESPONSE_RATE:
    case STATISTIC_CHANGE:
    case STATISTIC_DIFFERENCE:
    case STATISTIC_AGREE_CHANGE:
    case STATISTIC_AGREE_DIFFERENCE:
    case STATISTIC_NET_CHANGE:
    case STATISTIC_NET_DIFFERENCE:
    case STATISTIC_ANSWERS:
    case STATISTIC_UNIQUE:
    case STATISTIC_THEME:
    case STATISTIC_THEME_SHARE:
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
    Hiding hiding = subject->population->hides_n[subject->group];
    if (hiding)
        return hidden(hiding);
    int n = subject->population->n[subject->group];
    int invited = subject->population->invited[subject->group];
    if (statistic == STATISTIC_N)
        return n < 0 ? state_of(FIGURE_MISSING) : shown(n, n);
    if (statistic == STATISTIC_INVITED)
        return invited < 0 ? state_of(FIGURE_MISSING) : shown(invited, invited);
    return invited <= 0 || n < 0 ? state_of(FIGURE_MISSING)
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

/* Whether the export holds the answers to a question; to any of them: -1. */
static bool has_open_answers(const Description *description, int question)
{
    for (int i = 0; i < description->question_count; i++)
        if ((question < 0 || i == question) && description->questions[i].column.len)
            return true;
    return question < 0 && description->question_count == 0;
}

static Figure question_figure(const Slice *slice, const Subject *subject, Query query)
{
    int question = query.question, count = 0;
    if (question >= 0) {
        Str id = slice->round.description->questions[question].id;
        question = description_find_question(subject->round->description, id);
        if (question < 0)
            return absent(FIGURE_NOT_ASKED, subject->round);
    }
    if (!has_open_answers(subject->round->description, question))
        return state_of(FIGURE_MISSING);
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

/* Of the unit's answers in this round; of all questions together where none is named.
 */
static Figure theme_figure(const RoundSlice *round, Query query)
{
    int question =
        query.question < 0 ? round->description->question_count : query.question;
    ThemeCount theme = round->themes[question][query.theme];
    int coded = round->coded_counts[question];
    if (theme.is_hidden)
        return state_of(FIGURE_HIDDEN);
    if (query.statistic == STATISTIC_THEME)
        return shown(theme.count, coded);
    return shown(coded > 0 ? (double)theme.count / coded : (double)NAN, coded);
}

/* Two figures of which one is taken from the other. */
typedef struct Pair {
    Query first, second;
} Pair;

/* False when the statistic is no change and no difference. */
static bool find_pair(Query query, Pair *out)
{
    static const struct {
        Statistic pair, of;
        bool is_change;
    } pairs[] = {
        {STATISTIC_CHANGE,            STATISTIC_MEAN,  true },
        { STATISTIC_DIFFERENCE,       STATISTIC_MEAN,  false},
        { STATISTIC_AGREE_CHANGE,     STATISTIC_AGREE, true },
        { STATISTIC_AGREE_DIFFERENCE, STATISTIC_AGREE, false},
        { STATISTIC_NET_CHANGE,       STATISTIC_NET,   true },
        { STATISTIC_NET_DIFFERENCE,   STATISTIC_NET,   false},
    };
    enum { PAIR_COUNT = sizeof pairs / sizeof *pairs };
    int found = 0;
    while (found < PAIR_COUNT && pairs[found].pair != query.statistic)
        found++;
    if (found == PAIR_COUNT)
        return false;
    bool is_change = pairs[found].is_change;
    query.statistic = pairs[found].of;
    if (is_change)
        query.round = ROUND_THIS;
    else
        query.population = POPULATION_UNIT;
    *out = (Pair){ query, query };
    if (is_change)
        out->second.round = ROUND_PREVIOUS;
    else
        out->second.population = POPULATION_REGION;
    return true;
}

/* Across rounds: the same statement on a like scale; of a share, cut at the same
 * steps. */
static bool is_comparable(const Slice *slice, Pair pair)
{
    const Description *description = slice->round.description;
    int statement = pair.first.statement;
    if (pair.first.round == pair.second.round)
        return true;
    if (!description->statements[statement].is_comparable)
        return false;
    const Scale *now = description_scale(description, statement);
    const Scale *before = description_scale(slice->previous.description,
                                            slice->previous_statement[statement]);
    bool is_cut_alike = now->agree_from == before->agree_from &&
                        now->disagree_to == before->disagree_to;
    return scale_is_like(now, before) &&
           (pair.first.statistic == STATISTIC_MEAN || is_cut_alike);
}

static Figure pair_figure(const Slice *slice, Pair pair)
{
    Figure first = figure_find(slice, pair.first);
    if (!figure_is_shown(first))
        return first;
    Figure second = figure_find(slice, pair.second);
    if (!figure_is_shown(second))
        return second;
    if (!is_comparable(slice, pair))
        return state_of(FIGURE_NOT_COMPARABLE);
    Figure figure = shown(first.value - second.value, first.base);
    figure.other_base = second.base;
    return figure;
}

static Figure find_figure(const Slice *slice, Query query)
{
    Pair pair;
    if (find_pair(query, &pair))
        return pair_figure(slice, pair);
    Subject subject = find_subject(slice, query);
    if (subject.fault.state != FIGURE_SHOWN)
        return subject.fault;
    switch (query.statistic) {
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_RESPONSE_RATE: return people_figure(&subject, query.statistic);
    case STATISTIC_ANSWERS:
    case STATISTIC_UNIQUE: return question_figure(slice, &subject, query);
    case STATISTIC_THEME:
    case STATISTIC_THEME_SHARE: return theme_figure(&slice->round, query);
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
    case STATISTIC_CHANGE:
    case STATISTIC_DIFFERENCE:
    case STATISTIC_AGREE_CHANGE:
    case STATISTIC_AGREE_DIFFERENCE:
    case STATISTIC_NEUTRAL:
    case STATISTIC_NET:
    case STATISTIC_NET_CHANGE:
    case STATISTIC_NET_DIFFERENCE: break;
    }
    return cell_figure(&subject, query);
}

Figure figure_find(const Slice *slice, Query query)
{
    Figure figure = find_figure(slice, query);
    figure.has_query = true;
    figure.query = query;
    return figure;
}

/* How many people a share rests on, as cell_people has it. Of UNSURE these are all who
 * answered anything; their weights are taken to vary as those of the others do. */
static double people_of(const Cell *cell, int invited, const Scale *scale, Query query)
{
    int base = cell->answered + cell->unsure;
    if (cell->unit_count)
        return (double)NAN;
    if (query.statistic != STATISTIC_UNSURE)
        return cell_people(cell, scale->step_count, invited);
    double people = cell_people(cell, scale->step_count, -1) / cell->answered * base;
    if (invited < base || invited < 2)
        return people;
    return people * (invited - 1) / (invited - base);
}

/* Of the people in a cell; invited: see cell_people. */
static Estimate estimate_cell(const Cell *cell, int invited, const Scale *scale,
                              Query query)
{
    int steps = scale->step_count;
    if (query.statistic == STATISTIC_MEAN)
        return (Estimate){ .value = cell_mean(cell, scale),
                           .variance = cell_variance(cell, steps, invited) };
    if (query.statistic == STATISTIC_NET)
        return net_of(cell, scale, invited);
    return (Estimate){ .value = share_of(cell, scale, query),
                       .is_share = true,
                       .people = people_of(cell, invited, scale, query) };
}

static Estimate estimate_subject(const Subject *subject, Query query)
{
    return estimate_cell(cell_of(subject), subject->population->invited[subject->group],
                         scale_of(subject), query);
}

/* The region without the unit. factor: how much of unit minus rest is left in unit
 * minus region, of which the unit is a part. */
static Estimate estimate_rest(const Subject *unit, const Subject *region, Query query,
                              double *factor)
{
    const Scale *scale = scale_of(region);
    const Cell *own = cell_of(unit), *whole = cell_of(region);
    int invited = region->population->invited[region->group];
    int own_invited = unit->population->invited[unit->group];
    if (whole->unit_count > 0) {
        double units = whole->unit_count, others = units - 1;
        Estimate estimate = estimate_cell(whole, -1, scale, query);
        Estimate part = estimate_cell(own, own_invited, scale, query);
        *factor = others / units;
        estimate.value = (units * estimate.value - part.value) / others;
        estimate.variance =
            (units * units * estimate.variance - part.variance) / (others * others);
        return estimate;
    }
    Cell rest = *whole;
    cell_subtract(&rest, own);
    int steps = scale->step_count;
    *factor = weight_between(&rest, 1, steps) / weight_between(whole, 1, steps);
    int others = invited < 0 || own_invited < 0 ? -1 : invited - own_invited;
    return estimate_cell(&rest, others, scale, query);
}

static Interval pair_interval(const Slice *slice, Pair pair)
{
    Subject first = find_subject(slice, pair.first);
    Subject second = find_subject(slice, pair.second);
    double factor = 1;
    bool is_part =
        first.round == second.round && !first.round->description->region_is_others;
    Estimate other = is_part ? estimate_rest(&first, &second, pair.second, &factor)
                             : estimate_subject(&second, pair.second);
    Interval interval =
        interval_of_difference(estimate_subject(&first, pair.first), other);
    return interval_scaled(interval, factor);
}

Interval figure_interval(const Slice *slice, Query query)
{
    Pair pair;
    if (!figure_is_shown(figure_find(slice, query)))
        return interval_unknown;
    if (find_pair(query, &pair))
        return pair_interval(slice, pair);
    bool is_estimate =
        query.statistic == STATISTIC_MEAN || query.statistic == STATISTIC_SHARE ||
        query.statistic == STATISTIC_AGREE || query.statistic == STATISTIC_DISAGREE ||
        query.statistic == STATISTIC_NEUTRAL || query.statistic == STATISTIC_UNSURE ||
        query.statistic == STATISTIC_NET;
    if (!is_estimate)
        return interval_unknown;
    Subject subject = find_subject(slice, query);
    Interval interval = interval_of(estimate_subject(&subject, query));
    if (query.statistic == STATISTIC_NET && interval_is_known(interval))
        return (Interval){ fmax(interval.low, -100), fmin(interval.high, 100) };
    return interval;
}

double figure_least(const Description *description, Statistic statistic, int statement)
{
    if (statistic == STATISTIC_MEAN)
        return description_scale(description, statement)->least_difference;
    /* A net score has two shares in it. */
    return description->least_share_difference *
           (statistic == STATISTIC_NET ? 2 * 100 : 1);
}

Mark figure_mark(const Slice *slice, Query query)
{
    Pair pair;
    Interval interval = figure_interval(slice, query);
    if (!interval_is_known(interval) || !find_pair(query, &pair))
        return MARK_NONE;
    const Description *description = slice->round.description;
    double value = figure_find(slice, query).value;
    double least = figure_least(description, pair.first.statistic, query.statement);
    /* The noise of binary fractions decides nothing: 3.4 - 3.2 is 0.2. */
    bool is_large = fabs(value) >= least - 1e-9;
    if (is_large && (interval.low > 0 || interval.high < 0))
        return value > 0 ? MARK_HIGHER : MARK_LOWER;
    bool is_near = interval.low > -2 * least && interval.high < 2 * least;
    return !is_large && is_near ? MARK_SAME : MARK_UNSURE;
}

int figure_standings(Arena *arena, const Slice *slice, Query query, Standing **out)
{
    Subject subject = find_subject(slice, query);
    *out = NULL;
    if (subject.fault.state != FIGURE_SHOWN || subject.statement < 0)
        return 0;
    const UnitMeans *means = &subject.round->unit_means[subject.statement];
    *out = arena_array(arena, (size_t)means->count, sizeof **out);
    for (int i = 0; i < means->count; i++) {
        const UnitMean *mean = &means->at[i];
        (*out)[i] = (Standing){
            .name = mean->name,
            .is_own = mean->is_own,
            .rank = mean->rank,
            .mean = shown(mean->value, mean->answered),
            .interval = interval_of(
                (Estimate){ .value = mean->value, .variance = mean->variance }),
        };
    }
    for (int i = 0; i < means->count; i++) {
        (*out)[i].mean.has_query = true;
        (*out)[i].mean.query = query;
    }
    return means->count;
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
