#include "verify/count.h"

#include "base/unicode.h"

#include <math.h>
#include <stdlib.h>

/* Answers of some people to one statement. */
typedef struct Tally {
    double weights[STEP_MAX]; /* by step */
    int people[STEP_MAX];
    double squares; /* of the weights of all who gave a step */
    double unsure_weight;
    int answered, unsure;
} Tally;

typedef struct RoundCounts {
    const Survey *survey;
    const Plan *plan;
    bool is_previous;
    Tally *tallies; /* [unit][statement][group]: the region behind the units, all
                       behind the groups */
    int *people;    /* respondents, [unit][group], the same; -1: not known */
} RoundCounts;

struct Counts {
    RoundCounts rounds[2]; /* by RoundName */
    bool has_previous;
    int min_answers; /* the stricter of the rounds' */
};

static int group_count(const RoundCounts *round)
{
    return round->survey->description->group_count;
}

static int unit_count(const RoundCounts *round)
{
    return round->survey->reg->unit_count;
}

static const Scale *scale_at(const RoundCounts *round, int statement)
{
    return description_scale(round->survey->description, statement);
}

static Tally *tally_at(const RoundCounts *round, int unit, int statement, int group)
{
    int groups = group_count(round) + 1;
    int statements = round->survey->description->statement_count;
    return &round->tallies[((size_t)unit * (size_t)statements + (size_t)statement) *
                               (size_t)groups +
                           (size_t)group];
}

static int *people_at(const RoundCounts *round, int unit, int group)
{
    return &round->people[unit * (group_count(round) + 1) + group];
}

static void add_answer(Tally *tally, int answer, double weight)
{
    if (answer == ANSWER_UNSURE) {
        tally->unsure++;
        tally->unsure_weight += weight;
    } else if (answer >= 1) {
        tally->answered++;
        tally->people[answer - 1]++;
        tally->weights[answer - 1] += weight;
        tally->squares += weight * weight;
    }
}

/* Each answer counts for its group and all, of its unit and of the region. */
static void count_row(const RoundCounts *round, int row)
{
    const Survey *survey = round->survey;
    int units[] = { survey->units[row], unit_count(round) };
    int groups[] = { survey->groups[row], group_count(round) };
    double weight = survey->weights ? survey->weights[row] : 1;
    for (int i = 0; i < 4; i++) {
        int unit = units[i / 2], group = groups[i % 2];
        ++*people_at(round, unit, group);
        for (int s = 0; s < survey->description->statement_count; s++)
            add_answer(tally_at(round, unit, s, group), survey->answers[s][row],
                       weight);
    }
}

/* An export that is counted already says all there is. */
static void take_counted(const RoundCounts *round, int unit, const Population *counted)
{
    const Description *description = round->survey->description;
    for (int g = 0; g <= description->group_count; g++) {
        *people_at(round, unit, g) = counted->n[g];
        for (int s = 0; s < description->statement_count && counted->cells; s++) {
            const Cell *cell = &counted->cells[s][g];
            Tally *tally = tally_at(round, unit, s, g);
            *tally = (Tally){ .squares = cell->squares,
                              .unsure_weight = cell->unsure_weight,
                              .answered = cell->answered,
                              .unsure = cell->unsure };
            for (int i = 0; i < STEP_MAX; i++) {
                tally->weights[i] = cell->weights[i];
                tally->people[i] = cell->counts[i];
            }
        }
    }
}

static RoundCounts count_round(Arena *arena, const Survey *survey, const Plan *plan,
                               bool is_previous)
{
    RoundCounts round = { .survey = survey, .plan = plan, .is_previous = is_previous };
    size_t populations = (size_t)survey->reg->unit_count + 1;
    size_t groups = (size_t)survey->description->group_count + 1;
    size_t statements = (size_t)survey->description->statement_count;
    round.tallies =
        arena_array(arena, populations * statements * groups, sizeof *round.tallies);
    round.people = arena_array(arena, populations * groups, sizeof *round.people);
    for (size_t i = 0; survey->counted && i < populations; i++)
        take_counted(&round, (int)i, &survey->counted[i]);
    for (int i = 0; !survey->counted && i < survey->respondent_count; i++)
        count_row(&round, i);
    return round;
}

Counts *counts_make(Arena *arena, const Plan *plan, const Survey *survey,
                    const Survey *previous)
{
    Counts *counts = arena_alloc(arena, sizeof *counts);
    counts->rounds[ROUND_THIS] = count_round(arena, survey, plan, false);
    counts->min_answers = survey->description->min_answers;
    counts->has_previous = previous != NULL;
    if (!previous)
        return counts;
    counts->rounds[ROUND_PREVIOUS] = count_round(arena, previous, plan, true);
    if (previous->description->min_answers > counts->min_answers)
        counts->min_answers = previous->description->min_answers;
    return counts;
}

View view_of(const Counts *counts, int unit)
{
    View view = { .counts = counts, .unit = unit, .before = -1 };
    if (!counts->has_previous)
        return view;
    Str number = counts->rounds[ROUND_THIS].survey->reg->units[unit].number;
    Str name = counts->rounds[ROUND_THIS].survey->reg->units[unit].name;
    view.before = register_find(counts->rounds[ROUND_PREVIOUS].survey->reg,
                                number.len ? number : name);
    return view;
}

const Survey *view_survey(const View *view)
{
    return view->counts->rounds[ROUND_THIS].survey;
}

const Survey *view_previous(const View *view)
{
    return view->counts->has_previous ? view->counts->rounds[ROUND_PREVIOUS].survey
                                      : NULL;
}

/* Whom a query asks about: indices in its round; a fault where that cannot be. */
typedef struct Subject {
    const RoundCounts *round;
    int unit; /* in that round; -1: not in its register */
    bool is_region;
    int group, statement;
    FigureState fault; /* FIGURE_SHOWN: none */
} Subject;

static bool took_part(const RoundCounts *round, int unit)
{
    if (unit < 0)
        return false;
    return round->survey->counted ? round->survey->counted[unit].cells != NULL
                                  : *people_at(round, unit, group_count(round)) > 0;
}

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
    if (!subject->is_region && !took_part(subject->round, subject->unit))
        subject->fault = FIGURE_NO_PART;
    else if (query.group != GROUP_ALL && subject->group < 0)
        subject->fault = FIGURE_NOT_ASKED;
}

static Subject subject_of(const View *view, Query query)
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
        subject.group = group_count(subject.round);
    return subject;
}

static double weight_of(const Tally *tally, int first, int last)
{
    double sum = 0;
    for (int step = first; step <= last; step++)
        sum += tally->weights[step - 1];
    return sum;
}

static void subtract(Tally *whole, const Tally *part)
{
    for (int i = 0; i < STEP_MAX; i++) {
        whole->weights[i] -= part->weights[i];
        whole->people[i] -= part->people[i];
    }
    whole->squares -= part->squares;
    whole->unsure_weight -= part->unsure_weight;
    whole->answered -= part->answered;
    whole->unsure -= part->unsure;
}

static Hiding hiding_of(const RoundCounts *round, int unit, int statement, int group)
{
    return plan_hiding(round->plan, round->is_previous, unit, statement, group);
}

static bool is_hidden_here(const View *view, const RoundCounts *round, int unit,
                           int statement, int group)
{
    const Tally *tally = tally_at(round, unit, statement, group);
    bool is_few = tally->answered + tally->unsure > 0 &&
                  tally->answered < view->counts->min_answers;
    return is_few || hiding_of(round, unit, statement, group) != HIDING_NONE;
}

/* A region that is a mean over its units: each that is shown has the same weight. */
static Tally tally_of_units(const View *view, const Subject *subject, Hiding *hiding)
{
    const RoundCounts *round = subject->round;
    Tally sum = { .answered = 0 };
    double units = 0, unsure = 0;
    bool is_any_hidden = false;
    int steps = scale_at(round, subject->statement)->step_count;
    for (int i = 0; i < unit_count(round); i++) {
        bool is_left_out =
            i == subject->unit && round->survey->description->region_is_others;
        if (!took_part(round, i) || is_left_out)
            continue;
        const Tally *tally = tally_at(round, i, subject->statement, subject->group);
        double weight = weight_of(tally, 1, steps);
        if (is_hidden_here(view, round, i, subject->statement, subject->group)) {
            is_any_hidden = true;
            continue;
        }
        if (weight <= 0)
            continue;
        for (int step = 0; step < steps; step++)
            sum.weights[step] += tally->weights[step] / weight;
        unsure += tally->unsure_weight / (tally->unsure_weight + weight);
        sum.answered += tally->answered;
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
static Tally tally_of(const View *view, const Subject *subject, Hiding *hiding)
{
    const RoundCounts *round = subject->round;
    const Description *description = round->survey->description;
    int unit = subject->is_region ? unit_count(round) : subject->unit;
    if (subject->is_region && description->region_is_of_units)
        return tally_of_units(view, subject, hiding);
    Tally tally = *tally_at(round, unit, subject->statement, subject->group);
    *hiding = hiding_of(round, unit, subject->statement, subject->group);
    if (!subject->is_region || !description->region_is_others ||
        !took_part(round, subject->unit) || *hiding != HIDING_NONE)
        return tally;
    subtract(&tally,
             tally_at(round, subject->unit, subject->statement, subject->group));
    if (hiding_of(round, subject->unit, subject->statement, subject->group))
        *hiding = HIDING_OTHER;
    return tally;
}

/* Of the steps' values. */
static double mean_of(const Tally *tally, const Scale *scale)
{
    double sum = 0, weight = weight_of(tally, 1, scale->step_count);
    for (int i = 0; i < scale->step_count; i++)
        sum += (scale->first + i) * tally->weights[i];
    return weight > 0 ? sum / weight : (double)NAN;
}

static double deviation_of(const Tally *tally, const Scale *scale)
{
    if (tally->answered < 2)
        return (double)NAN;
    double mean = mean_of(tally, scale), sum = 0;
    for (int i = 0; i < scale->step_count; i++)
        sum += tally->weights[i] * pow(scale->first + i - mean, 2);
    double variance = sum / weight_of(tally, 1, scale->step_count);
    return sqrt(variance * tally->answered / (tally->answered - 1.0));
}

static double median_of(const Tally *tally, const Scale *scale)
{
    double half = weight_of(tally, 1, scale->step_count) / 2;
    for (int step = 1; step <= scale->step_count && half > 0; step++)
        if (weight_of(tally, 1, step) >= half)
            return scale->first + step - 1;
    return (double)NAN;
}

static double share_of(const Tally *tally, int first, int last, int steps)
{
    double weight = weight_of(tally, 1, steps);
    return weight > 0 ? weight_of(tally, first, last) / weight : (double)NAN;
}

static double value_of(const Tally *tally, const Scale *scale, Query query)
{
    int steps = scale->step_count;
    double unsure = tally->unsure_weight, all = weight_of(tally, 1, steps) + unsure;
    switch ((int)query.statistic) {
    case STATISTIC_ANSWERED: return tally->answered;
    case STATISTIC_MEAN: return mean_of(tally, scale);
    case STATISTIC_MEDIAN: return median_of(tally, scale);
    case STATISTIC_SD: return deviation_of(tally, scale);
    case STATISTIC_AGREE: return share_of(tally, scale->agree_from, steps, steps);
    case STATISTIC_DISAGREE: return share_of(tally, 1, scale->disagree_to, steps);
    case STATISTIC_SHARE: return share_of(tally, query.step, query.step, steps);
    case STATISTIC_NEUTRAL:
        return share_of(tally, scale->disagree_to + 1, scale->agree_from - 1, steps);
    case STATISTIC_NET:
        return 100 * (share_of(tally, scale->agree_from, steps, steps) -
                      share_of(tally, 1, scale->disagree_to, steps));
    case STATISTIC_UNSURE: return all > 0 ? unsure / all : (double)NAN;
    default: return (double)NAN;
    }
}

static Figure absent(FigureState state, const Subject *subject)
{
    Figure figure = { .state = state, .value = (double)NAN };
    if (state == FIGURE_NOT_ASKED || state == FIGURE_NO_PART)
        figure.round = subject->round->survey->description->round;
    return figure;
}

static Figure shown(double value, int base)
{
    if (isnan(value))
        return (Figure){ .state = FIGURE_MISSING, .value = value };
    return (Figure){ .state = FIGURE_SHOWN, .value = value, .base = base };
}

static Figure find_answers(const View *view, const Subject *subject, Query query)
{
    if (subject->statement < 0)
        return absent(FIGURE_NOT_ASKED, subject);
    Hiding hiding;
    Tally tally = tally_of(view, subject, &hiding);
    bool is_few =
        tally.answered + tally.unsure > 0 && tally.answered < view->counts->min_answers;
    if (is_few || hiding != HIDING_NONE)
        return absent(hiding == HIDING_OTHER ? FIGURE_WITHHELD : FIGURE_HIDDEN,
                      subject);
    return shown(value_of(&tally, scale_at(subject->round, subject->statement), query),
                 tally.answered);
}

/* How many were invited to a group; -1: not known. */
static int invited_to(const RoundCounts *round, int unit, int group)
{
    const int *invited = round->survey->reg->units[unit].invited;
    int sum = 0, groups = group_count(round);
    if (group < groups)
        return invited[group];
    for (int i = 0; i < groups; i++) {
        if (invited[i] < 0)
            return -1;
        sum += invited[i];
    }
    return sum;
}

static int invited_in_region(const RoundCounts *round, int group, int left_out)
{
    int sum = 0;
    for (int i = 0; i < unit_count(round); i++) {
        if (!took_part(round, i) || i == left_out)
            continue;
        int invited = invited_to(round, i, group);
        if (invited < 0)
            return -1;
        sum += invited;
    }
    return sum;
}

static Figure find_people(const Subject *subject, Statistic statistic)
{
    const RoundCounts *round = subject->round;
    int left_out = round->survey->description->region_is_others ? subject->unit : -1;
    int n = *people_at(round, subject->is_region ? unit_count(round) : subject->unit,
                       subject->group);
    int invited = subject->is_region
                      ? invited_in_region(round, subject->group, left_out)
                      : invited_to(round, subject->unit, subject->group);
    if (subject->is_region && left_out >= 0 && n >= 0)
        n -= *people_at(round, left_out, subject->group);
    if (statistic == STATISTIC_N)
        return n < 0 ? absent(FIGURE_MISSING, subject) : shown(n, n);
    if (invited < 0 ||
        (statistic == STATISTIC_RESPONSE_RATE && (invited == 0 || n < 0)))
        return absent(FIGURE_MISSING, subject);
    return statistic == STATISTIC_INVITED ? shown(invited, invited)
                                          : shown((double)n / invited, invited);
}

static bool shows_answers(const RoundCounts *round, int unit, int group)
{
    return !plan_hides_answers(round->plan, round->is_previous, unit, group) &&
           *people_at(round, unit, group) >=
               round->survey->description->min_respondents;
}

bool count_shows_answers(const View *view, int group)
{
    return shows_answers(&view->counts->rounds[ROUND_THIS], view->unit, group);
}

static int compare_texts(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

static int count_distinct(Str *texts, int count)
{
    int distinct = 0;
    qsort(texts, (size_t)count, sizeof *texts, compare_texts);
    for (int i = 0; i < count; i++)
        distinct += i == 0 || !str_equal(texts[i - 1], texts[i]);
    return distinct;
}

typedef VEC(Str) Texts;

/* Answers to a question (-1: to any), so that equal ones read the same. */
static void list_open(Arena *arena, const Subject *subject, int question,
                      bool only_shown, Texts *out)
{
    const RoundCounts *round = subject->round;
    const Survey *survey = round->survey;
    for (int q = 0; q < survey->description->question_count; q++)
        for (int i = 0; i < survey->open_counts[q] && (question < 0 || q == question);
             i++) {
            const OpenAnswer *answer = &survey->open[q][i];
            int unit = survey->units[answer->respondent];
            bool is_asked_for = subject->is_region || unit == subject->unit;
            if (is_asked_for &&
                (!only_shown ||
                 shows_answers(round, unit, survey->groups[answer->respondent])))
                vec_push(arena, out,
                         unicode_fold(arena, str_fold_space(arena, answer->text)));
        }
}

static int count_open(const Subject *subject, int question, bool only_shown,
                      bool is_unique)
{
    Arena *scratch = arena_new();
    Texts texts = { 0 };
    list_open(scratch, subject, question, only_shown, &texts);
    int count = is_unique ? count_distinct(texts.at, texts.count) : texts.count;
    arena_free(scratch);
    return count;
}

int count_quotable(const View *view, int question)
{
    Subject subject = { .round = &view->counts->rounds[ROUND_THIS],
                        .unit = view->unit };
    return count_open(&subject, question, true, true);
}

static Figure find_open(const View *view, const Subject *subject, Query query)
{
    const Description *description = subject->round->survey->description;
    int question = query.question;
    bool is_held = question < 0 && description->question_count == 0;
    if (question >= 0) {
        question = description_find_question(
            description, view_survey(view)->description->questions[question].id);
        if (question < 0)
            return absent(FIGURE_NOT_ASKED, subject);
    }
    for (int i = 0; i < description->question_count; i++)
        is_held |=
            (question < 0 || i == question) && description->questions[i].column.len;
    if (!is_held)
        return absent(FIGURE_MISSING, subject);
    bool is_unique = query.statistic == STATISTIC_UNIQUE;
    int count = count_open(subject, question, !is_unique, is_unique);
    return shown(count, count);
}

static Figure find_rank(const View *view, const Subject *subject, Query query)
{
    const RoundCounts *round = subject->round;
    query.statistic = STATISTIC_MEAN;
    Figure mean = find_answers(view, subject, query);
    int rank = 1, all = group_count(round);
    if (!figure_is_shown(mean))
        return mean;
    if (subject->is_region || query.group != GROUP_ALL)
        return absent(FIGURE_MISSING, subject);
    for (int i = 0; i < unit_count(round); i++)
        rank += took_part(round, i) &&
                !is_hidden_here(view, round, i, subject->statement, all) &&
                mean_of(tally_at(round, i, subject->statement, all),
                        scale_at(round, subject->statement)) > mean.value;
    return shown(rank, mean.base);
}

/* A change since the round before, or the distance to the region. */
static bool is_difference(Query query, Query *first, Query *second)
{
    static const struct {
        Statistic statistic, of;
        bool is_change;
    } kinds[] = {
        {STATISTIC_CHANGE,            STATISTIC_MEAN,  true },
        { STATISTIC_DIFFERENCE,       STATISTIC_MEAN,  false},
        { STATISTIC_AGREE_CHANGE,     STATISTIC_AGREE, true },
        { STATISTIC_AGREE_DIFFERENCE, STATISTIC_AGREE, false},
        { STATISTIC_NET_CHANGE,       STATISTIC_NET,   true },
        { STATISTIC_NET_DIFFERENCE,   STATISTIC_NET,   false},
    };
    size_t kind = 0, count = sizeof kinds / sizeof *kinds;
    while (kind < count && kinds[kind].statistic != query.statistic)
        kind++;
    if (kind == count)
        return false;
    bool is_change = kinds[kind].is_change;
    query.statistic = kinds[kind].of;
    *first = *second = query;
    if (is_change) {
        first->round = ROUND_THIS;
        second->round = ROUND_PREVIOUS;
    } else {
        first->population = POPULATION_UNIT;
        second->population = POPULATION_REGION;
    }
    return true;
}

/* In two rounds: the same statement on a like scale, cut at the same steps where that
 * matters. */
static bool is_comparable(const View *view, Query first, Query second)
{
    if (first.round == second.round)
        return true;
    const Description *now = view_survey(view)->description;
    Subject before = subject_of(view, second);
    const Scale *a = description_scale(now, first.statement);
    const Scale *b = scale_at(before.round, before.statement);
    bool is_cut_alike =
        a->agree_from == b->agree_from && a->disagree_to == b->disagree_to;
    return now->statements[first.statement].is_comparable && scale_is_like(a, b) &&
           (first.statistic == STATISTIC_MEAN || is_cut_alike);
}

static Figure find_difference(const View *view, Query first, Query second)
{
    Figure a = count_find(view, first), b = count_find(view, second);
    if (!figure_is_shown(a) || !figure_is_shown(b))
        return figure_is_shown(a) ? b : a;
    if (!is_comparable(view, first, second))
        return (Figure){ .state = FIGURE_NOT_COMPARABLE, .value = (double)NAN };
    return shown(a.value - b.value, a.base);
}

/* How many of the unit's answers raise the theme (-1: any). */
static int count_raised(const View *view, int question, int theme)
{
    const Survey *survey = view_survey(view);
    int count = 0;
    for (int i = 0; i < survey->raised_count; i++) {
        const RaisedTheme *raised = &survey->raised[i];
        bool is_first = i == 0 || raised[-1].respondent != raised->respondent ||
                        raised[-1].question != raised->question;
        if (survey->units[raised->respondent] == view->unit &&
            (question < 0 || raised->question == question))
            count += theme < 0 ? is_first : raised->theme == theme;
    }
    return count;
}

static Figure find_theme(const View *view, Query query)
{
    const RoundCounts *round = &view->counts->rounds[ROUND_THIS];
    int question = query.question < 0 ? round->survey->description->question_count
                                      : query.question;
    int count = count_raised(view, query.question, query.theme);
    int coded = count_raised(view, query.question, -1);
    bool is_few = count > 0 && count < view->counts->min_answers;
    if (is_few || plan_hides_theme(round->plan, view->unit, question, query.theme))
        return (Figure){ .state = FIGURE_HIDDEN, .value = (double)NAN };
    if (query.statistic == STATISTIC_THEME)
        return shown(count, coded);
    return shown(coded > 0 ? (double)count / coded : (double)NAN, coded);
}

Figure count_find(const View *view, Query query)
{
    Query first, second;
    if (is_difference(query, &first, &second))
        return find_difference(view, first, second);
    Subject subject = subject_of(view, query);
    if (subject.fault != FIGURE_SHOWN)
        return absent(subject.fault, &subject);
    switch ((int)query.statistic) {
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_RESPONSE_RATE: return find_people(&subject, query.statistic);
    case STATISTIC_UNITS: return shown(count_units(view), 0);
    case STATISTIC_THEME:
    case STATISTIC_THEME_SHARE: return find_theme(view, query);
    case STATISTIC_ANSWERS:
    case STATISTIC_UNIQUE: return find_open(view, &subject, query);
    case STATISTIC_RANK:
        return subject.statement < 0 ? absent(FIGURE_NOT_ASKED, &subject)
                                     : find_rank(view, &subject, query);
    default: return find_answers(view, &subject, query);
    }
}

int count_units(const View *view)
{
    const RoundCounts *round = &view->counts->rounds[ROUND_THIS];
    int count = 0;
    for (int i = 0; i < unit_count(round); i++)
        count += took_part(round, i);
    return count;
}

/* Of a mean of values with that deviation: normal, with the finite population
 * correction; 0 when all who were asked answered. */
static double half_width(const Tally *tally, const Scale *scale, double deviation,
                         int invited)
{
    const double z = 1.96; /* as stats/interval.c rounds it: differences hang on it */
    double weight = weight_of(tally, 1, scale->step_count);
    double variance = deviation * deviation * tally->squares / (weight * weight);
    if (invited >= tally->answered && invited >= 2)
        variance *= (double)(invited - tally->answered) / (invited - 1);
    return isnan(variance) ? 0 : z * sqrt(variance);
}

/* Of 100 for who agrees and -100 for who disagrees. */
static double net_deviation(const Tally *tally, const Scale *scale)
{
    int steps = scale->step_count;
    double agree = share_of(tally, scale->agree_from, steps, steps);
    double disagree = share_of(tally, 1, scale->disagree_to, steps);
    double variance = agree + disagree - pow(agree - disagree, 2);
    if (tally->answered < 2)
        return (double)NAN;
    return 100 * sqrt(variance * tally->answered / (tally->answered - 1.0));
}

bool count_interval(const View *view, Query query, double *low, double *high)
{
    Subject subject = subject_of(view, query);
    if (subject.fault != FIGURE_SHOWN || subject.statement < 0)
        return false;
    Hiding hiding;
    Tally tally = tally_of(view, &subject, &hiding);
    const Scale *scale = scale_at(subject.round, subject.statement);
    bool is_net = query.statistic == STATISTIC_NET;
    double value = value_of(&tally, scale, query);
    int invited =
        subject.is_region ? -1 : invited_to(subject.round, subject.unit, subject.group);
    double half = half_width(
        &tally, scale,
        is_net ? net_deviation(&tally, scale) : deviation_of(&tally, scale), invited);
    *low = is_net ? fmax(value - half, -100) : value - half;
    *high = is_net ? fmin(value + half, 100) : value + half;
    return half > 0;
}

int count_ranking(Arena *arena, const View *view, int statement, Ranked **out)
{
    const RoundCounts *round = &view->counts->rounds[ROUND_THIS];
    const Description *description = round->survey->description;
    const Scale *scale = scale_at(round, statement);
    int all = group_count(round), count = 0;
    Ranked *ranked = arena_array(arena, (size_t)unit_count(round), sizeof *ranked);
    Query query = { .statistic = STATISTIC_RANK,
                    .statement = statement,
                    .group = GROUP_ALL,
                    .question = -1 };
    for (int i = 0; i < unit_count(round); i++) {
        View other = { .counts = view->counts, .unit = i, .before = -1 };
        const Tally *tally = tally_at(round, i, statement, all);
        if (!took_part(round, i) ||
            (i != view->unit && description->other_units == OTHERS_HIDDEN))
            continue;
        Figure rank = count_find(&other, query);
        if (!figure_is_shown(rank))
            continue;
        double mean = mean_of(tally, scale);
        double half = half_width(tally, scale, deviation_of(tally, scale),
                                 invited_to(round, i, all));
        Ranked next = { i,           (int)rank.value, shown(mean, tally->answered),
                        mean - half, mean + half,     false };
        int at = count++;
        for (; at > 0 && ranked[at - 1].rank > next.rank; at--)
            ranked[at] = ranked[at - 1];
        ranked[at] = next;
    }
    *out = ranked;
    for (int own = 0; own < count; own++)
        for (int i = 0; i < count && ranked[own].unit == view->unit; i++) {
            double apart = fabs(ranked[i].mean.value - ranked[own].mean.value);
            double a = ranked[i].high - ranked[i].low;
            double b = ranked[own].high - ranked[own].low;
            ranked[i].is_clear = i != own && apart >= scale->least_difference - 1e-9 &&
                                 apart > hypot(a, b) / 2;
        }
    return count;
}

/* Largest remainder, ties to the earlier one. */
static void round_shares(const double *weights, int count, int *percents)
{
    double total = 0, rest[STEP_MAX];
    int left = 100;
    for (int i = 0; i < count; i++)
        total += weights[i];
    for (int i = 0; i < count; i++) {
        double share = total > 0 ? 100 * weights[i] / total : 0;
        percents[i] = (int)floor(share + 1e-9);
        rest[i] = share - percents[i];
        left -= percents[i];
    }
    for (; total > 0 && left > 0; left--) {
        int most = 0;
        for (int i = 1; i < count; i++)
            if (rest[i] > rest[most] + 1e-9)
                most = i;
        percents[most]++;
        rest[most] = -1;
    }
}

void count_percents(const View *view, Query query, int *percents)
{
    Subject subject = subject_of(view, query);
    Hiding hiding;
    Tally tally = tally_of(view, &subject, &hiding);
    round_shares(tally.weights, scale_at(subject.round, subject.statement)->step_count,
                 percents);
}

void count_class_percents(const View *view, Query query, int *percents)
{
    Subject subject = subject_of(view, query);
    Hiding hiding;
    Tally tally = tally_of(view, &subject, &hiding);
    const Scale *scale = scale_at(subject.round, subject.statement);
    const double weights[] = {
        weight_of(&tally, 1, scale->disagree_to),
        weight_of(&tally, scale->disagree_to + 1, scale->agree_from - 1),
        weight_of(&tally, scale->agree_from, scale->step_count),
    };
    round_shares(weights, 3, percents);
}

int count_people(const View *view, Query query)
{
    Subject subject = subject_of(view, query);
    Hiding hiding;
    Tally tally = tally_of(view, &subject, &hiding);
    return query.step ? tally.people[query.step - 1] : tally.unsure;
}

static bool is_hidden_for(const View *view, PopulationName population, int statement,
                          int group, Hiding hiding)
{
    Figure answered = count_find(view, (Query){ .statistic = STATISTIC_ANSWERED,
                                                .population = population,
                                                .statement = statement,
                                                .group = group,
                                                .question = -1 });
    return answered.state == (hiding == HIDING_FEW ? FIGURE_HIDDEN : FIGURE_WITHHELD);
}

int count_hidden(const View *view, PopulationName population, int group, Hiding hiding)
{
    int count = 0;
    for (int i = 0; i < view_survey(view)->description->statement_count; i++)
        count += is_hidden_for(view, population, i, group, hiding);
    return count;
}

int count_hidden_questions(const View *view, PopulationName population, int group,
                           Hiding hiding)
{
    const Description *description = view_survey(view)->description;
    int count = 0;
    for (int i = 0; i < description->statement_count; i++)
        count += description->statements[i].is_recommend &&
                 is_hidden_for(view, population, i, group, hiding);
    return count;
}

int count_coded(const View *view, int question)
{
    return count_raised(view, question, -1);
}
