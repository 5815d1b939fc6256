#include "verify/phrase.h"

#include "layout/namespace.h"

#include <math.h>

typedef enum HoleKind {
    HOLE_FIGURE,      /* of the entry's statement or question, or of all who answered */
    HOLE_NUMERAL,     /* the same, spelt out */
    HOLE_GROUPS,      /* groups, in a sentence */
    HOLE_GROUP_SHARE, /* the statistic in the groups at placeholder .of */
    HOLE_LEAST_SHARE, /* the lowest and the highest share that agrees, of a group */
    HOLE_MOST_SHARE,
    HOLE_GROUP_COUNT,
    HOLE_RANKED, /* units in the ranking; of them above, below, and as the own one */
    HOLE_ABOVE,
    HOLE_BELOW,
    HOLE_ALIKE,
    HOLE_MIN_ANSWERS, /* limits and the scale */
    HOLE_MIN_RESPONDENTS,
    HOLE_LEAST_DIFFERENCE,
    HOLE_LEAST_PERCENT,
    HOLE_LEAST_NET,
    HOLE_HIDDEN_FEW, /* groups of which cells are hidden, with how many */
    HOLE_HIDDEN_OTHER,
    HOLE_REDACTED,
    HOLE_OMITTED,
    HOLE_TEXT, /* words that are told apart from figures elsewhere */
} HoleKind;

typedef struct Hole {
    WordId word;
    const char *name;
    HoleKind kind;
    Statistic statistic;
    RoundName round;
    PopulationName population;
    const char *of;
} Hole;

#define FIGURE(word, name, statistic, ...)                                             \
    {                                                                                  \
        WORD_##word, (name), HOLE_FIGURE, STATISTIC_##statistic, __VA_ARGS__           \
    }
#define HOLE(word, name, kind)                                                         \
    {                                                                                  \
        WORD_##word, (name), HOLE_##kind, STATISTIC_N, ROUND_THIS, POPULATION_UNIT,    \
            NULL                                                                       \
    }
#define SHARE(word, name, of)                                                          \
    {                                                                                  \
        WORD_##word, (name), HOLE_GROUP_SHARE, STATISTIC_AGREE, ROUND_THIS,            \
            POPULATION_UNIT, (of)                                                      \
    }
#define GROUP_NET(word, name, of)                                                      \
    {                                                                                  \
        WORD_##word, (name), HOLE_GROUP_SHARE, STATISTIC_NET, ROUND_THIS,              \
            POPULATION_UNIT, (of)                                                      \
    }
#define UNIT ROUND_THIS, POPULATION_UNIT, NULL
#define BEFORE ROUND_PREVIOUS, POPULATION_UNIT, NULL
#define REGION ROUND_THIS, POPULATION_REGION, NULL

static const Hole HOLES[] = {
    FIGURE(RESPONDENTS_TITLE, "n", N, UNIT),
    HOLE(RESPONDENTS_TITLE, "groups", GROUP_COUNT),
    FIGURE(OPEN_KICKER, "n", UNIQUE, UNIT),
    HOLE(OPEN_NONE_SHOWN, "n", MIN_RESPONDENTS),
    FIGURE(COMPARISON_TITLE, "rank", RANK, UNIT),
    HOLE(COMPARISON_TITLE, "units", RANKED),
    FIGURE(COMPARISON_TIED, "rank", RANK, UNIT),
    HOLE(COMPARISON_TIED, "units", RANKED),
    HOLE(COMPARISON_WORTH, "above", ABOVE),
    HOLE(COMPARISON_WORTH, "below", BELOW),
    HOLE(COMPARISON_WORTH, "same", ALIKE),
    HOLE(COMPARISON_ALL_DIFFER, "above", ABOVE),
    HOLE(COMPARISON_ALL_DIFFER, "below", BELOW),
    FIGURE(COMPARISON_ABSENT, "state", MEAN, UNIT),
    FIGURE(COMPARISON_REGION, "mean", MEAN, REGION),
    HOLE(FINDING_GAP, "high", GROUPS),
    SHARE(FINDING_GAP, "high-share", "high"),
    HOLE(FINDING_GAP, "low", GROUPS),
    SHARE(FINDING_GAP, "low-share", "low"),
    HOLE(FINDING_GAP_OTHER, "high", GROUPS),
    SHARE(FINDING_GAP_OTHER, "high-share", "high"),
    HOLE(FINDING_GAP_OTHER, "low", GROUPS),
    SHARE(FINDING_GAP_OTHER, "low-share", "low"),
    HOLE(FINDING_LEVEL, "low-share", LEAST_SHARE),
    HOLE(FINDING_LEVEL, "high-share", MOST_SHARE),
    FIGURE(FINDING_ROSE, "mean", MEAN, UNIT),
    FIGURE(FINDING_ROSE, "before", MEAN, BEFORE),
    FIGURE(FINDING_FELL, "mean", MEAN, UNIT),
    FIGURE(FINDING_FELL, "before", MEAN, BEFORE),
    FIGURE(FINDING_STEADY, "mean", MEAN, UNIT),
    FIGURE(FINDING_STEADY, "before", MEAN, BEFORE),
    HOLE(FINDING_GROUPS_ROSE, "up", GROUPS),
    HOLE(FINDING_GROUPS_FELL, "down", GROUPS),
    HOLE(FINDING_BOTH_WAYS, "up", GROUPS),
    HOLE(FINDING_BOTH_WAYS, "down", GROUPS),
    FIGURE(FINDING_ABOVE_REGION, "mean", MEAN, UNIT),
    FIGURE(FINDING_ABOVE_REGION, "other", MEAN, REGION),
    FIGURE(FINDING_BELOW_REGION, "mean", MEAN, UNIT),
    FIGURE(FINDING_BELOW_REGION, "other", MEAN, REGION),
    FIGURE(FINDING_LIKE_REGION, "mean", MEAN, UNIT),
    FIGURE(FINDING_LIKE_REGION, "other", MEAN, REGION),
    HOLE(FINDING_ONLY, "among", GROUPS),
    SHARE(FINDING_ONLY, "share", "among"),
    HOLE(FINDING_ONE, "among", GROUPS),
    SHARE(FINDING_ONE, "share", "among"),
    HOLE(FINDING_EQUAL, "share", MOST_SHARE),
    FIGURE(NET_ROSE, "net", NET, UNIT),
    FIGURE(NET_ROSE, "other", NET, BEFORE),
    FIGURE(NET_FELL, "net", NET, UNIT),
    FIGURE(NET_FELL, "other", NET, BEFORE),
    FIGURE(NET_STEADY, "net", NET, UNIT),
    FIGURE(NET_STEADY, "other", NET, BEFORE),
    FIGURE(NET_ABOVE_REGION, "net", NET, UNIT),
    FIGURE(NET_ABOVE_REGION, "other", NET, REGION),
    FIGURE(NET_BELOW_REGION, "net", NET, UNIT),
    FIGURE(NET_BELOW_REGION, "other", NET, REGION),
    FIGURE(NET_LIKE_REGION, "net", NET, UNIT),
    FIGURE(NET_LIKE_REGION, "other", NET, REGION),
    HOLE(NET_GAP, "high", GROUPS),
    GROUP_NET(NET_GAP, "high-net", "high"),
    HOLE(NET_GAP, "low", GROUPS),
    GROUP_NET(NET_GAP, "low-net", "low"),
    FIGURE(NET_ALL, "net", NET, UNIT),
    FIGURE(NET_ALL, "mean", MEAN, UNIT),
    FIGURE(NET_ALL, "answered", ANSWERED, UNIT),
    FIGURE(NET_BASE, "n", ANSWERED, UNIT),
    HOLE(METHOD_NET, "statements", TEXT),
    HOLE(METHOD_NET, "points", LEAST_NET),
    FIGURE(FINDING_ALL, "mean", MEAN, UNIT),
    FIGURE(FINDING_ALL, "agree", AGREE, UNIT),
    FIGURE(FINDING_ALL, "disagree", DISAGREE, UNIT),
    FIGURE(FINDING_ALL, "answered", ANSWERED, UNIT),
    FIGURE(FINDING_ALL_ABSENT, "state", MEAN, UNIT),
    FIGURE(FINDING_PREVIOUS, "mean", MEAN, BEFORE),
    FIGURE(FINDING_REGION, "mean", MEAN, REGION),
    HOLE(SUMMARY_TOPIC, "bottom", TEXT),
    HOLE(SUMMARY_TOPIC, "low", TEXT),
    HOLE(SUMMARY_TOPIC, "top", TEXT),
    HOLE(SUMMARY_TOPIC, "high", TEXT),
    HOLE(SUMMARY_NUMBERS, "bottom", TEXT),
    HOLE(SUMMARY_NUMBERS, "top", TEXT),
    FIGURE(METHOD_INVITED, "n", N, UNIT),
    FIGURE(METHOD_INVITED, "invited", INVITED, UNIT),
    FIGURE(METHOD_INVITED, "rate", RESPONSE_RATE, UNIT),
    FIGURE(METHOD_ANSWERED, "n", N, UNIT),
    FIGURE(METHOD_REGION, "n", N, REGION),
    FIGURE(METHOD_REGION, "units", UNITS, REGION),
    HOLE(METHOD_SCALE, "steps", TEXT),
    HOLE(METHOD_SCALE, "agree", TEXT),
    HOLE(METHOD_SCALE, "disagree", TEXT),
    HOLE(METHOD_OTHER_SCALE, "statements", TEXT),
    HOLE(METHOD_OTHER_SCALE, "steps", TEXT),
    HOLE(METHOD_OTHER_SCALE, "agree", TEXT),
    HOLE(METHOD_OTHER_SCALE, "disagree", TEXT),
    HOLE(METHOD_PRIVACY, "answers", MIN_ANSWERS),
    HOLE(METHOD_PRIVACY, "respondents", MIN_RESPONDENTS),
    HOLE(METHOD_OVERRIDE, "reason", TEXT),
    HOLE(METHOD_HIDDEN, "groups", HIDDEN_FEW),
    HOLE(METHOD_WITHHELD, "groups", HIDDEN_OTHER),
    HOLE(METHOD_MARKS, "difference", LEAST_DIFFERENCE),
    HOLE(METHOD_MARKS, "share", LEAST_PERCENT),
    HOLE(METHOD_NEW, "statements", TEXT),
    HOLE(METHOD_REWORDED, "statements", TEXT),
    HOLE(METHOD_UNLIKE, "statements", TEXT),
    HOLE(METHOD_GONE, "statements", TEXT),
    HOLE(METHOD_QUOTES, "length", TEXT),
    HOLE(METHOD_QUOTES, "redacted", REDACTED),
    HOLE(METHOD_OMITTED, "n", OMITTED),
};

/* The texts at a placeholder that are the same wherever it stands. */
static bool known_text(const Checker *checker, WordId word, Str name, Str *out)
{
    const Slice *slice = checker->slice;
    const Description *description = checker_description(checker);
    int statement = checker_statement(checker);
    if (str_equal_c(name, "unit"))
        *out = slice->unit.name;
    else if (str_equal_c(name, "region"))
        *out = wording_text(description->region, checker->scope.language);
    else if (str_equal_c(name, "round"))
        *out = word == WORD_METHOD_NEW || !slice->has_previous
                   ? description->round
                   : slice->previous.description->round;
    else if (str_equal_c(name, "survey"))
        *out = wording_text(description->name, checker->scope.language);
    else if (str_equal_c(name, "label") && statement >= 0)
        *out =
            scope_about_label(&checker->scope, (About){ ABOUT_STATEMENT, statement });
    else
        return false;
    return true;
}

static const Hole *find_hole(WordId word, Str name)
{
    for (size_t i = 0; i < sizeof HOLES / sizeof *HOLES; i++)
        if (HOLES[i].word == word && str_equal_c(name, HOLES[i].name))
            return &HOLES[i];
    return NULL;
}

static Figure counted(double value)
{
    return (Figure){ .state = FIGURE_SHOWN, .value = value };
}

/* The lowest, or highest, share that agrees in a group that is shown. */
static Figure extreme_share(const Checker *checker, int sign)
{
    double extreme = (double)NAN;
    for (int i = 0; i < checker_description(checker)->group_count; i++) {
        Figure share =
            count_find(&checker->view,
                       figure_query(STATISTIC_AGREE, checker_statement(checker), i));
        if (figure_is_shown(share) &&
            (isnan(extreme) || sign * share.value > sign * extreme))
            extreme = share.value;
    }
    return isnan(extreme) ? (Figure){ .state = FIGURE_MISSING } : counted(extreme);
}

/* How many units of the ranking are so; all of them: 0 and `is_any`. */
static Figure ranked_units(const Checker *checker, HoleKind kind)
{
    Ranked *ranked;
    int count = count_ranking(checker->arena, &checker->view,
                              checker_statement(checker), &ranked);
    double own = (double)NAN;
    int above = 0, below = 0;
    for (int i = 0; i < count; i++)
        if (ranked[i].unit == checker->view.unit)
            own = ranked[i].mean.value;
    for (int i = 0; i < count; i++) {
        above += ranked[i].is_clear && ranked[i].mean.value > own;
        below += ranked[i].is_clear && ranked[i].mean.value < own;
    }
    return counted(kind == HOLE_RANKED  ? count
                   : kind == HOLE_ABOVE ? above
                   : kind == HOLE_BELOW ? below
                                        : count - 1 - above - below);
}

typedef VEC(Str) Names;

static void add_hidden_groups(Checker *checker, PopulationName population,
                              Hiding hiding, WordId word, Names *names)
{
    const Description *description = checker_description(checker);
    const Words *words = checker->spelling.words;
    for (int i = 0; i <= description->group_count; i++) {
        bool is_all = i == description->group_count;
        int count =
            count_hidden(&checker->view, population, is_all ? GROUP_ALL : i, hiding);
        Str name =
            is_all ? words->at[WORD_ALL_GROUPS]
                   : wording_text(description->groups[i].name, checker->scope.language);
        WordId items = WORD_METHOD_STATEMENTS;
        if (count_hidden_questions(&checker->view, population, is_all ? GROUP_ALL : i,
                                   hiding) > 0)
            items = WORD_METHOD_QUESTIONS;
        if (count > 0)
            vec_push(checker->arena, names,
                     words_fill(checker->arena, words, word, "group", name, "n",
                                format_count(checker->arena, words, count), "items",
                                words->at[items], NULL));
    }
}

/* «Gründere (20 utsagn) og Alle i regionen (1 utsagn)» */
static Str hidden_groups(Checker *checker, Hiding hiding)
{
    Names names = { 0 };
    add_hidden_groups(checker, POPULATION_UNIT, hiding, WORD_METHOD_HIDDEN_GROUP,
                      &names);
    if (count_units(&checker->view) > 1)
        add_hidden_groups(checker, POPULATION_REGION, hiding, WORD_METHOD_HIDDEN_REGION,
                          &names);
    return format_list(checker->arena, checker->spelling.words, names.at, names.count);
}

/* Answers of this unit that are shown with something taken out. */
static int count_redacted(const Checker *checker)
{
    const Survey *survey = view_survey(&checker->view);
    int count = 0;
    for (int q = 0; q < survey->description->question_count; q++)
        for (int i = 0; i < survey->open_counts[q]; i++) {
            const OpenAnswer *answer = &survey->open[q][i];
            count +=
                answer->is_redacted &&
                survey->units[answer->respondent] == checker->view.unit &&
                count_shows_answers(&checker->view, survey->groups[answer->respondent]);
        }
    return count;
}

static Figure figure_of(Checker *checker, const Hole *hole)
{
    const Description *description = checker_description(checker);
    const Survey *survey = view_survey(&checker->view);
    Query query = { .statistic = hole->statistic,
                    .round = hole->round,
                    .population = hole->population,
                    .statement = checker_statement(checker),
                    .group = GROUP_ALL,
                    .question = -1 };
    switch (hole->kind) {
    case HOLE_FIGURE:
    case HOLE_NUMERAL: return count_find(&checker->view, query);
    case HOLE_LEAST_SHARE: return extreme_share(checker, -1);
    case HOLE_MOST_SHARE: return extreme_share(checker, 1);
    case HOLE_GROUP_COUNT: return counted(description->group_count);
    case HOLE_RANKED:
    case HOLE_ABOVE:
    case HOLE_BELOW:
    case HOLE_ALIKE: return ranked_units(checker, hole->kind);
    case HOLE_MIN_ANSWERS: return counted(description->min_answers);
    case HOLE_MIN_RESPONDENTS: return counted(description->min_respondents);
    case HOLE_LEAST_DIFFERENCE: return counted(description->least_difference);
    case HOLE_LEAST_PERCENT: return counted(description->least_share_difference * 100);
    case HOLE_LEAST_NET: return counted(description->least_share_difference * 200);
    case HOLE_REDACTED: return counted(count_redacted(checker));
    case HOLE_OMITTED: return counted(survey->omitted_counts[checker->view.unit]);
    case HOLE_GROUPS:
    case HOLE_GROUP_SHARE:
    case HOLE_HIDDEN_FEW:
    case HOLE_HIDDEN_OTHER:
    case HOLE_TEXT: break;
    }
    return (Figure){ .state = FIGURE_MISSING };
}

static PartKind part_kind(HoleKind kind)
{
    switch (kind) {
    case HOLE_GROUP_COUNT:
    case HOLE_ABOVE:
    case HOLE_BELOW:
    case HOLE_ALIKE:
    case HOLE_REDACTED:
    case HOLE_NUMERAL: return PART_NUMERAL;
    case HOLE_LEAST_SHARE: return PART_DIGITS;
    case HOLE_GROUPS: return PART_GROUPS;
    case HOLE_TEXT: return PART_ANY;
    case HOLE_HIDDEN_FEW:
    case HOLE_HIDDEN_OTHER: return PART_TEXT;
    case HOLE_FIGURE:
    case HOLE_GROUP_SHARE:
    case HOLE_MOST_SHARE:
    case HOLE_RANKED:
    case HOLE_MIN_ANSWERS:
    case HOLE_MIN_RESPONDENTS:
    case HOLE_LEAST_DIFFERENCE:
    case HOLE_LEAST_PERCENT:
    case HOLE_LEAST_NET:
    case HOLE_OMITTED: return PART_FIGURE;
    }
    return PART_ANY;
}

static FigureFormat hole_format(const Hole *hole)
{
    if (hole->kind == HOLE_LEAST_DIFFERENCE)
        return FORMAT_MEAN;
    if (hole->kind == HOLE_MOST_SHARE)
        return FORMAT_SHARE;
    if (hole->kind == HOLE_GROUP_SHARE)
        return format_of(hole->statistic);
    if (hole->kind != HOLE_FIGURE || hole->statistic == STATISTIC_RANK)
        return FORMAT_COUNT; /* a rank stands without its «nr.» in sentences */
    return format_of(hole->statistic);
}

/* Of each part by its index: the placeholder that it stands at, and that of the groups
 * which its figure is about. */
typedef struct Placeholders {
    Str names[PART_MAX];
    const char *of[PART_MAX];
} Placeholders;

/* Parts learn where their groups stand, before them or behind. */
static void join_groups(TextPattern *pattern, const Placeholders *placeholders)
{
    for (int i = 0; i < pattern->parts.count; i++)
        for (int k = 0; placeholders->of[i] && k < pattern->parts.count; k++)
            if (str_equal_c(placeholders->names[k], placeholders->of[i]))
                pattern->parts.at[i].groups = k;
}

/* What the phrase calls a mean is a net score where that is what the slide is about. */
static Hole settled(const Checker *checker, const Hole *hole)
{
    Hole out = *hole;
    bool is_either = hole->word == WORD_FINDING_PREVIOUS ||
                     hole->word == WORD_FINDING_REGION ||
                     hole->word == WORD_FINDING_ALL_ABSENT;
    if (is_either && checker_is_recommend(checker))
        out.statistic = STATISTIC_NET;
    return out;
}

/* False when the placeholder is not known. */
static bool add_hole(Checker *checker, WordId word, Str name, TextPattern *pattern,
                     Placeholders *placeholders)
{
    Str text;
    const Hole *row = find_hole(word, name), *hole = row;
    Hole copy;
    if (row) {
        copy = settled(checker, row);
        hole = &copy;
    }
    if (!hole && !known_text(checker, word, name, &text))
        return false;
    if (!hole) {
        pattern_text(pattern, text);
        return true;
    }
    if (hole->kind == HOLE_HIDDEN_FEW || hole->kind == HOLE_HIDDEN_OTHER) {
        Hiding hiding = hole->kind == HOLE_HIDDEN_FEW ? HIDING_FEW : HIDING_OTHER;
        pattern_text(pattern, hidden_groups(checker, hiding));
        return true;
    }
    bool needs_statement =
        hole->kind == HOLE_FIGURE
            ? hole->statistic >= STATISTIC_ANSWERED && hole->statistic <= STATISTIC_RANK
            : hole->kind >= HOLE_GROUPS && hole->kind <= HOLE_ALIKE &&
                  hole->kind != HOLE_GROUP_COUNT;
    if (needs_statement && checker_statement(checker) < 0)
        return false;
    placeholders->names[pattern->parts.count] = name;
    placeholders->of[pattern->parts.count] = hole->of;
    pattern_part(pattern, (Part){ .kind = part_kind(hole->kind),
                                  .format = hole_format(hole),
                                  .figure = figure_of(checker, hole),
                                  .of_groups = hole->statistic,
                                  .groups = -1 });
    return true;
}

/* One phrase; an empty pattern where a placeholder of it is not known. */
static TextPattern pattern_of(Checker *checker, WordId word)
{
    TextPattern pattern = { .arena = checker->arena };
    Placeholders placeholders = { .of = { NULL } };
    Str rest = checker->spelling.words->at[word];
    while (rest.len) {
        long open = str_find(rest, S("{"));
        long close = str_find(rest, S("}"));
        if (open < 0 || close < open) {
            pattern_text(&pattern, rest);
            break;
        }
        pattern_text(&pattern, str_slice(rest, 0, (size_t)open));
        Str name = str_slice(rest, (size_t)open + 1, (size_t)close);
        if (!add_hole(checker, word, name, &pattern, &placeholders))
            return (TextPattern){ .arena = checker->arena };
        rest = str_slice(rest, (size_t)close + 1, rest.len);
    }
    join_groups(&pattern, &placeholders);
    return pattern;
}

static void add_text(Phrases *phrases, Str text)
{
    TextPattern pattern = { .arena = phrases->arena };
    if (text.len == 0)
        return;
    pattern_text(&pattern, text);
    vec_push(phrases->arena, &phrases->patterns, pattern);
}

/* Texts of the questionnaire may hold digits of their own. */
static void add_description(Checker *checker, Phrases *out)
{
    const Description *description = checker_description(checker);
    const Scope *scope = &checker->scope;
    const ItemType types[] = { ABOUT_STATEMENT, ABOUT_QUESTION, ABOUT_GROUP,
                               ABOUT_SECTION, ABOUT_THEME };
    for (size_t t = 0; t < sizeof types / sizeof *types; t++)
        for (int i = 0; i < items_count(description, types[t]); i++) {
            add_text(out, scope_about_text(scope, (About){ types[t], i }));
            add_text(out, scope_about_label(scope, (About){ types[t], i }));
        }
    add_text(out, wording_text(description->name, scope->language));
    add_text(out, wording_text(description->note, scope->language));
    if (date_is_set(description->from))
        add_text(out, format_period(checker->arena, scope->words, description->from,
                                    description->to));
}

/* A number with what it is of beside it: «214 svar i alt». */
static void add_key_figures(Checker *checker, Phrases *out)
{
    static const struct {
        WordId label;
        Statistic statistic;
        PopulationName population;
    } keys[] = {
        {WORD_KEY_ANSWERS,         STATISTIC_N,             POPULATION_UNIT  },
        { WORD_KEY_RATE,           STATISTIC_RESPONSE_RATE, POPULATION_UNIT  },
        { WORD_KEY_UNITS,          STATISTIC_UNITS,         POPULATION_REGION},
        { WORD_KEY_REGION_ANSWERS, STATISTIC_N,             POPULATION_REGION},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        TextPattern pattern = { .arena = checker->arena };
        Query query = { .statistic = keys[i].statistic,
                        .population = keys[i].population,
                        .group = GROUP_ALL,
                        .question = -1 };
        pattern_figure(&pattern, format_of(query.statistic),
                       count_find(&checker->view, query));
        pattern_text(&pattern, S(" "));
        pattern_text(&pattern, checker->spelling.words->at[keys[i].label]);
        vec_push(out->arena, &out->patterns, pattern);
    }
}

static Figure point(double value)
{
    return (Figure){ .state = FIGURE_SHOWN, .value = value };
}

/* «−21 i nettoscore 187 svar · 95 %-intervall −33 til −9», the interval where it is
 * known. */
static void add_score(Checker *checker, Phrases *out)
{
    const Words *words = checker->spelling.words;
    Query net = figure_query(STATISTIC_NET, checker_statement(checker), GROUP_ALL);
    double low, high;
    TextPattern pattern = { .arena = checker->arena };
    pattern_figure(&pattern, FORMAT_NET, count_find(&checker->view, net));
    pattern_text(&pattern, str_format(checker->arena, " %.*s",
                                      STR_ARG(words->at[WORD_NET_SCORE])));
    vec_push(out->arena, &out->patterns, pattern_copy(&pattern));
    pattern_text(&pattern, S(" "));
    TextPattern base = pattern_of(checker, WORD_NET_BASE);
    pattern_append(&pattern, &base);
    vec_push(out->arena, &out->patterns, pattern_copy(&pattern));
    if (!count_interval(&checker->view, net, &low, &high))
        return;
    Str rest = words->at[WORD_NET_INTERVAL];
    long first = str_find(rest, S("{low}")), second = str_find(rest, S("{high}"));
    if (first < 0 || second < first)
        return;
    pattern_text(&pattern, S(" · "));
    pattern_text(&pattern, str_slice(rest, 0, (size_t)first));
    pattern_figure(&pattern, FORMAT_NET, point(low));
    pattern_text(&pattern, str_slice(rest, (size_t)first + 5, (size_t)second));
    pattern_figure(&pattern, FORMAT_NET, point(high));
    pattern_text(&pattern, str_slice(rest, (size_t)second + 6, rest.len));
    vec_push(out->arena, &out->patterns, pattern);
}

Phrases phrases_of(Checker *checker)
{
    Phrases out = { .arena = checker->arena };
    for (int i = 0; i < WORD_COUNT; i++) {
        TextPattern pattern = pattern_of(checker, (WordId)i);
        if (pattern.parts.count > 0)
            vec_push(out.arena, &out.patterns, pattern);
    }
    add_key_figures(checker, &out);
    if (checker_is_recommend(checker))
        add_score(checker, &out);
    add_description(checker, &out);
    return out;
}
