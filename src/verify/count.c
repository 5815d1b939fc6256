#include "verify/count.h"

#include "verify/listed.h"
#include "verify/subject.h"

#include <math.h>
#include <stdlib.h>

/* What does not depend on whose deck it is, of a round. */
struct Shared {
    Ranked **rankings; /* by statement, from the highest mean */
    int *ranked_counts;
    int *region_open; /* [question, behind the last all][is_unique], see count_open */
};

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
    Sums sums = subject_sums(view, subject, &hiding);
    bool is_few =
        sums.answered + sums.unsure > 0 && sums.answered < view->counts->min_answers;
    if (is_few || hiding != HIDING_NONE)
        return absent(hiding == HIDING_OTHER ? FIGURE_WITHHELD : FIGURE_HIDDEN,
                      subject);
    if (sums_are_alike(view, &sums))
        return absent(FIGURE_WITHHELD, subject);
    return shown(
        sums_value(&sums, round_scale(subject->round, subject->statement), query),
        sums.answered);
}

/* Whether n is hidden: of too few, or by the plan; in a region without the unit also
 * where either is. */
static Hiding people_hiding(const View *view, const Subject *subject, int left_out)
{
    const Round *round = subject->round;
    int unit = subject->is_region ? round_units(round) : subject->unit;
    int n = *round_people(round, unit, subject->group);
    Hiding hiding =
        plan_hiding_n(round->plan, round->is_previous, unit, subject->group);
    if (subject->is_region && left_out >= 0 &&
        plan_hiding_n(round->plan, round->is_previous, left_out, subject->group))
        return HIDING_OTHER;
    bool is_few = n > 0 && n < view->counts->min_answers;
    return is_few && hiding == HIDING_NONE ? HIDING_FEW : hiding;
}

static Figure find_people(const View *view, const Subject *subject, Statistic statistic)
{
    const Round *round = subject->round;
    int left_out = round->survey->description->region_is_others ? subject->unit : -1;
    Hiding hiding = people_hiding(view, subject, left_out);
    int n = *round_people(
        round, subject->is_region ? round_units(round) : subject->unit, subject->group);
    int invited = subject_invited(subject, left_out);
    if (hiding != HIDING_NONE)
        return absent(hiding == HIDING_FEW ? FIGURE_HIDDEN : FIGURE_WITHHELD, subject);
    if (subject->is_region && left_out >= 0 && n >= 0)
        n -= *round_people(round, left_out, subject->group);
    if (statistic == STATISTIC_N)
        return n < 0 ? absent(FIGURE_MISSING, subject) : shown(n, n);
    if (invited < 0 ||
        (statistic == STATISTIC_RESPONSE_RATE && (invited == 0 || n < 0)))
        return absent(FIGURE_MISSING, subject);
    return statistic == STATISTIC_INVITED ? shown(invited, invited)
                                          : shown((double)n / invited, invited);
}

bool count_shows_answers(const View *view, int group)
{
    return listed_shows(&view->counts->rounds[ROUND_THIS], view->unit, group);
}

/* Answers to a question (-1: to any) that may be shown, or how many different ones. */
static int count_open(const View *view, const Subject *subject, int question,
                      bool is_unique)
{
    int place =
        question < 0 ? subject->round->survey->description->question_count : question;
    if (subject->is_region)
        return view->counts->shared[subject->round->is_previous]
            .region_open[2 * place + is_unique];
    return listed_count(subject->round, subject->unit, question, is_unique);
}

int count_quotable(const View *view, int question)
{
    return listed_count(&view->counts->rounds[ROUND_THIS], view->unit, question, true);
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
    int count = count_open(view, subject, question, is_unique);
    return shown(count, count);
}

static Figure find_rank(const View *view, const Subject *subject, Query query)
{
    const Round *round = subject->round;
    query.statistic = STATISTIC_MEAN;
    Figure mean = find_answers(view, subject, query);
    int rank = 1;
    if (!figure_is_shown(mean))
        return mean;
    if (subject->is_region || query.group != GROUP_ALL)
        return absent(FIGURE_MISSING, subject);
    const Shared *shared = &view->counts->shared[round->is_previous];
    const Ranked *ranking = shared->rankings[subject->statement];
    while (rank <= shared->ranked_counts[subject->statement] &&
           ranking[rank - 1].mean.value > mean.value)
        rank++;
    return shown(rank, mean.base);
}

/* A change since the round before, or the distance to the region. */
bool count_pair(Query query, Query *first, Query *second)
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
    const Scale *b = round_scale(before.round, before.statement);
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
            count_shows_answers(view, survey->groups[raised->respondent]) &&
            (question < 0 || raised->question == question))
            count += theme < 0 ? is_first : raised->theme == theme;
    }
    return count;
}

static Figure find_theme(const View *view, Query query)
{
    const Round *round = &view->counts->rounds[ROUND_THIS];
    int question = query.question < 0 ? round->survey->description->question_count
                                      : query.question;
    int count = count_raised(view, query.question, query.theme);
    int coded = count_raised(view, query.question, -1);
    int limit = view->counts->min_answers;
    bool is_few = coded > 0 && limit > 1 && count < limit;
    if (is_few || plan_hides_theme(round->plan, view->unit, question, query.theme))
        return (Figure){ .state = FIGURE_HIDDEN, .value = (double)NAN };
    if (query.statistic == STATISTIC_THEME)
        return shown(count, coded);
    return shown(coded > 0 ? (double)count / coded : (double)NAN, coded);
}

Figure count_find(const View *view, Query query)
{
    Query first, second;
    if (count_pair(query, &first, &second))
        return find_difference(view, first, second);
    Subject subject = subject_of(view, query);
    if (subject.fault != FIGURE_SHOWN)
        return absent(subject.fault, &subject);
    switch ((int)query.statistic) {
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_RESPONSE_RATE: return find_people(view, &subject, query.statistic);
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

int count_register(const View *view)
{
    return round_units(&view->counts->rounds[ROUND_THIS]);
}

int count_units(const View *view)
{
    const Round *round = &view->counts->rounds[ROUND_THIS];
    int count = 0;
    for (int i = 0; i < round_units(round); i++)
        count += round_took_part(round, i);
    return count;
}

bool count_sums(const View *view, Query query, CountedSums *out)
{
    Subject subject = subject_of(view, query);
    query.statistic = STATISTIC_MEAN;
    if (!figure_is_shown(count_find(view, query)))
        return false;
    Hiding hiding;
    const Round *round = subject.round;
    int left_out = round->survey->description->region_is_others ? subject.unit : -1;
    *out = (CountedSums){ .sums = subject_sums(view, &subject, &hiding),
                          .scale = round_scale(round, subject.statement),
                          .invited = subject_invited(&subject, left_out) };
    return true;
}

bool count_interval(const View *view, Query query, double *low, double *high)
{
    Subject subject = subject_of(view, query);
    if (subject.fault != FIGURE_SHOWN || subject.statement < 0)
        return false;
    Hiding hiding;
    Sums sums = subject_sums(view, &subject, &hiding);
    const Scale *scale = round_scale(subject.round, subject.statement);
    bool is_net = query.statistic == STATISTIC_NET;
    double value = sums_value(&sums, scale, query);
    int invited = subject.is_region
                      ? -1
                      : round_invited(subject.round, subject.unit, subject.group);
    if (query.statistic == STATISTIC_UNSURE) { /* of all who answered anything */
        int base = sums.answered + sums.unsure;
        sums.squares *= (double)sums.answered / base;
        sums.answered = base;
    }
    if (query.statistic == STATISTIC_AGREE || query.statistic == STATISTIC_DISAGREE ||
        query.statistic == STATISTIC_UNSURE)
        return sums_share_interval(&sums, scale, value, invited, low, high);
    double half = sums_half_width(&sums, scale,
                                  is_net ? sums_net_deviation(&sums, scale)
                                         : sums_deviation(&sums, scale),
                                  invited);
    *low = is_net ? fmax(value - half, -100) : value - half;
    *high = is_net ? fmin(value + half, 100) : value + half;
    return half > 0;
}

int count_ranking(Arena *arena, const View *view, int statement, Ranked **out)
{
    const Round *round = &view->counts->rounds[ROUND_THIS];
    const Shared *shared = &view->counts->shared[ROUND_THIS];
    const Scale *scale = round_scale(round, statement);
    bool is_alone = round->survey->description->other_units == OTHERS_HIDDEN;
    int all = shared->ranked_counts[statement], count = 0;
    Ranked *ranked = arena_array(arena, (size_t)all, sizeof *ranked);
    const Ranked *own = NULL;
    for (int i = 0; i < all; i++) {
        const Ranked *next = &shared->rankings[statement][i];
        if (next->unit == view->unit)
            own = next;
        if (next->unit == view->unit || !is_alone)
            ranked[count++] = *next;
    }
    *out = ranked;
    for (int i = 0; own && i < count; i++) {
        double apart = fabs(ranked[i].mean.value - own->mean.value);
        double a = ranked[i].high - ranked[i].low, b = own->high - own->low;
        ranked[i].is_clear = ranked[i].unit != view->unit &&
                             apart >= scale->least_difference - 1e-9 &&
                             apart > hypot(a, b) / 2;
    }
    return count;
}

void count_percents(const View *view, Query query, int *percents)
{
    Subject subject = subject_of(view, query);
    Hiding hiding;
    Sums sums = subject_sums(view, &subject, &hiding);
    sums_percents(sums.weights,
                  round_scale(subject.round, subject.statement)->step_count, percents);
}

void count_class_percents(const View *view, Query query, int *percents)
{
    Subject subject = subject_of(view, query);
    Hiding hiding;
    Sums sums = subject_sums(view, &subject, &hiding);
    const Scale *scale = round_scale(subject.round, subject.statement);
    const double weights[] = {
        sums_weight(&sums, 1, scale->disagree_to),
        sums_weight(&sums, scale->disagree_to + 1, scale->agree_from - 1),
        sums_weight(&sums, scale->agree_from, scale->step_count),
    };
    sums_percents(weights, 3, percents);
}

int count_people(const View *view, Query query)
{
    Subject subject = subject_of(view, query);
    Hiding hiding;
    Sums sums = subject_sums(view, &subject, &hiding);
    return query.step ? sums.people[query.step - 1] : sums.unsure;
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

bool count_hides_people(const View *view, PopulationName population, int group,
                        Hiding hiding)
{
    Figure n = count_find(view, (Query){ .statistic = STATISTIC_N,
                                         .population = population,
                                         .group = group,
                                         .question = -1 });
    return n.state == (hiding == HIDING_FEW ? FIGURE_HIDDEN : FIGURE_WITHHELD);
}

int count_coded(const View *view, int question)
{
    return count_raised(view, question, -1);
}

static int compare_ranked(const void *a, const void *b)
{
    const Ranked *first = a, *second = b;
    double higher = second->mean.value - first->mean.value;
    return higher > 0 ? 1 : higher < 0 ? -1 : first->unit - second->unit;
}

/* Units that share a mean share a rank. */
static Ranked *rank(Arena *arena, const Counts *counts, const Round *round,
                    int statement, int *count)
{
    const Scale *scale = round_scale(round, statement);
    int all = round_groups(round), units = round_units(round);
    Ranked *ranked = arena_array(arena, (size_t)units, sizeof *ranked);
    Query query = figure_query(STATISTIC_MEAN, statement, GROUP_ALL);
    *count = 0;
    for (int i = 0; i < units; i++) {
        View view = { .counts = counts, .unit = i, .before = -1 };
        Subject subject = {
            .round = round, .unit = i, .group = all, .statement = statement
        };
        if (!round_took_part(round, i))
            continue;
        Figure mean = find_answers(&view, &subject, query);
        if (!figure_is_shown(mean))
            continue;
        const Sums *sums = round_sums(round, i, statement, all);
        double half = sums_half_width(sums, scale, sums_deviation(sums, scale),
                                      round_invited(round, i, all));
        ranked[(*count)++] = (Ranked){ .unit = i,
                                       .mean = shown(mean.value, sums->answered),
                                       .low = mean.value - half,
                                       .high = mean.value + half };
    }
    qsort(ranked, (size_t)*count, sizeof *ranked, compare_ranked);
    for (int i = 0; i < *count; i++)
        ranked[i].rank = i && ranked[i].mean.value >= ranked[i - 1].mean.value
                             ? ranked[i - 1].rank
                             : i + 1;
    return ranked;
}

static Shared share(Arena *arena, const Counts *counts, const Round *round)
{
    const Description *description = round->survey->description;
    int statements = description->statement_count;
    int questions = description->question_count;
    Shared shared = {
        .rankings = arena_array(arena, (size_t)statements, sizeof *shared.rankings),
        .ranked_counts = arena_array(arena, (size_t)statements, sizeof(int)),
        .region_open = arena_array(arena, 2 * ((size_t)questions + 1), sizeof(int)),
    };
    for (int i = 0; i < statements; i++)
        shared.rankings[i] = rank(arena, counts, round, i, &shared.ranked_counts[i]);
    for (int i = 0; i <= questions; i++)
        for (int is_unique = 0; is_unique < 2; is_unique++)
            shared.region_open[2 * i + is_unique] =
                listed_count(round, LISTED_REGION, i < questions ? i : -1, is_unique);
    return shared;
}

Counts *counts_make(Arena *arena, const Plan *plan, const Survey *survey,
                    const Survey *previous)
{
    Counts *counts = arena_alloc(arena, sizeof *counts);
    counts->rounds[ROUND_THIS] = round_make(arena, survey, plan, false);
    counts->min_answers = survey->description->min_answers;
    counts->has_previous = previous != NULL;
    if (previous) {
        counts->rounds[ROUND_PREVIOUS] = round_make(arena, previous, plan, true);
        if (previous->description->min_answers > counts->min_answers)
            counts->min_answers = previous->description->min_answers;
    }
    counts->shared = arena_array(arena, 2, sizeof *counts->shared);
    for (int i = 0; i < 1 + counts->has_previous; i++)
        counts->shared[i] = share(arena, counts, &counts->rounds[i]);
    return counts;
}
