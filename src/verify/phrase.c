#include "verify/phrase.h"

#include "layout/namespace.h"
#include "verify/hole.h"
#include "verify/saying.h"

#include <math.h>

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

static Figure counted(double value)
{
    return (Figure){ .state = FIGURE_SHOWN, .value = value };
}

/* The lowest, or highest, figure of a group that is shown. */
static Figure extreme_of(const Checker *checker, Statistic statistic, int sign)
{
    double extreme = (double)NAN;
    for (int i = 0; i < checker_description(checker)->group_count; i++) {
        Figure figure = count_find(
            &checker->view, figure_query(statistic, checker_statement(checker), i));
        if (figure_is_shown(figure) &&
            (isnan(extreme) || sign * figure.value > sign * extreme))
            extreme = figure.value;
    }
    return isnan(extreme) ? (Figure){ .state = FIGURE_MISSING } : counted(extreme);
}

/* How many statements it is compared with, itself too: those on a like scale. */
static int compared_statements(const Checker *checker, bool *are_all)
{
    const Description *description = checker_description(checker);
    const Scale *scale = description_scale(description, checker_statement(checker));
    int count = 0;
    *are_all = true;
    for (int i = 0; i < description->statement_count; i++) {
        bool is_like = scale_is_like(description_scale(description, i), scale);
        bool is_statement = !description->statements[i].is_recommend;
        count += is_statement && is_like;
        *are_all &= !is_statement || is_like;
    }
    return count;
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

/* «hvor mange som svarte og 20 utsagn»; empty: nothing. */
static Str hidden_items(Checker *checker, PopulationName population, int group,
                        Hiding hiding)
{
    const Words *words = checker->spelling.words;
    const View *view = &checker->view;
    int hidden = count_hidden(view, population, group, hiding), count = 0;
    bool has_questions = count_hidden_questions(view, population, group, hiding) > 0;
    Str items[2];
    if (count_hides_people(view, population, group, hiding))
        items[count++] = words->at[WORD_METHOD_PEOPLE];
    WordId word = hidden == 1 ? WORD_METHOD_STATEMENT : WORD_METHOD_STATEMENTS;
    if (has_questions)
        word = hidden == 1 ? WORD_METHOD_QUESTION : WORD_METHOD_QUESTIONS;
    if (hidden > 0)
        items[count++] = words_fill(checker->arena, words, word, "n",
                                    format_count(checker->arena, words, hidden), NULL);
    return format_list(checker->arena, words, items, count);
}

static void add_hidden_groups(Checker *checker, PopulationName population,
                              Hiding hiding, WordId word, Names *names)
{
    const Description *description = checker_description(checker);
    const Words *words = checker->spelling.words;
    for (int i = 0; i <= description->group_count; i++) {
        bool is_all = i == description->group_count;
        Str items = hidden_items(checker, population, is_all ? GROUP_ALL : i, hiding);
        Str name =
            is_all ? words->at[WORD_ALL_GROUPS]
                   : wording_text(description->groups[i].name, checker->scope.language);
        if (items.len)
            vec_push(checker->arena, names,
                     words_fill(checker->arena, words, word, "group", name, "items",
                                items, NULL));
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
    bool are_all;
    switch (hole->kind) {
    case HOLE_FIGURE:
    case HOLE_NUMERAL: return count_find(&checker->view, query);
    case HOLE_LEAST_SHARE: return extreme_of(checker, STATISTIC_AGREE, -1);
    case HOLE_MOST_SHARE: return extreme_of(checker, STATISTIC_AGREE, 1);
    case HOLE_LEAST_SCORE: return extreme_of(checker, STATISTIC_NET, -1);
    case HOLE_MOST_SCORE: return extreme_of(checker, STATISTIC_NET, 1);
    case HOLE_COMPARED: return counted(compared_statements(checker, &are_all));
    case HOLE_GROUP_COUNT: return counted(description->group_count);
    case HOLE_OTHER_GROUPS: return counted(description->group_count - 1);
    case HOLE_RANKED:
    case HOLE_ABOVE:
    case HOLE_BELOW:
    case HOLE_ALIKE: return ranked_units(checker, hole->kind);
    case HOLE_MIN_ANSWERS: return counted(description->min_answers);
    case HOLE_MIN_RESPONDENTS: return counted(description->min_respondents);
    case HOLE_LEAST_OF_SCALE:
        return counted(
            description_scale(description, query.statement)->least_difference);
    case HOLE_LEAST_DIFFERENCE: return counted(description->least_difference);
    case HOLE_LEAST_PERCENT: return counted(description->least_share_difference * 100);
    case HOLE_LEAST_NET: return counted(description->least_share_difference * 200);
    case HOLE_REDACTED: return counted(count_redacted(checker));
    case HOLE_OMITTED: return counted(survey->omitted_counts[checker->view.unit]);
    case HOLE_GROUPS:
    case HOLE_GROUP_SHARE:
    case HOLE_SHARES:
    case HOLE_SHARES_OF_OTHERS:
    case HOLE_STATEMENTS:
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
    case HOLE_OTHER_GROUPS:
    case HOLE_ABOVE:
    case HOLE_BELOW:
    case HOLE_ALIKE:
    case HOLE_REDACTED:
    case HOLE_NUMERAL: return PART_NUMERAL;
    case HOLE_LEAST_SHARE: return PART_DIGITS;
    case HOLE_GROUPS: return PART_GROUPS;
    case HOLE_SHARES:
    case HOLE_SHARES_OF_OTHERS: return PART_SHARES;
    case HOLE_TEXT: return PART_ANY;
    case HOLE_STATEMENTS:
    case HOLE_HIDDEN_FEW:
    case HOLE_HIDDEN_OTHER: return PART_TEXT;
    case HOLE_FIGURE:
    case HOLE_GROUP_SHARE:
    case HOLE_MOST_SHARE:
    case HOLE_LEAST_SCORE:
    case HOLE_MOST_SCORE:
    case HOLE_COMPARED:
    case HOLE_RANKED:
    case HOLE_MIN_ANSWERS:
    case HOLE_MIN_RESPONDENTS:
    case HOLE_LEAST_OF_SCALE:
    case HOLE_LEAST_DIFFERENCE:
    case HOLE_LEAST_PERCENT:
    case HOLE_LEAST_NET:
    case HOLE_OMITTED: return PART_FIGURE;
    }
    return PART_ANY;
}

static FigureFormat hole_format(const Hole *hole)
{
    if (hole->kind == HOLE_LEAST_DIFFERENCE || hole->kind == HOLE_LEAST_OF_SCALE)
        return FORMAT_MEAN;
    if (hole->kind == HOLE_MOST_SHARE)
        return FORMAT_SHARE;
    if (hole->kind == HOLE_LEAST_SCORE || hole->kind == HOLE_MOST_SCORE)
        return FORMAT_NET;
    if (hole->kind == HOLE_GROUP_SHARE)
        return format_of(hole->statistic);
    if (hole->kind != HOLE_FIGURE || hole->statistic == STATISTIC_RANK)
        return FORMAT_COUNT; /* a rank stands without its «nr.» in sentences */
    return format_of(hole->statistic);
}

/* Of each part by its index: the placeholder of the groups which its figure is about.
 */
typedef struct Placeholders {
    const char *of[PART_MAX];
} Placeholders;

/* Parts learn where their groups stand, before them or behind. */
static void join_groups(TextPattern *pattern, const Placeholders *placeholders)
{
    for (int i = 0; i < pattern->parts.count; i++)
        for (int k = 0; placeholders->of[i] && k < pattern->parts.count; k++)
            if (str_equal_c(pattern->parts.at[k].name, placeholders->of[i]))
                pattern->parts.at[i].groups = k;
}

/* What the phrase calls a mean is a net score where that is what the slide is about. */
static Hole settled(const Checker *checker, const Hole *hole)
{
    Hole out = *hole;
    bool is_either = hole->word == WORD_FINDING_PREVIOUS ||
                     hole->word == WORD_FINDING_REGION ||
                     hole->word == WORD_FINDING_PREVIOUS_ABSENT ||
                     hole->word == WORD_FINDING_ALL_ABSENT;
    if (is_either && checker_is_recommend(checker))
        out.statistic = STATISTIC_NET;
    return out;
}

static TextPattern pattern_of(Checker *checker, WordId word);

/* False when the placeholder is not known. */
static bool add_hole(Checker *checker, WordId word, Str name, TextPattern *pattern,
                     Placeholders *placeholders)
{
    Str text;
    const Hole *row = hole_find(word, name), *hole = row;
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
    if (hole->kind == HOLE_STATEMENTS) {
        bool are_all;
        if (checker_statement(checker) < 0)
            return false;
        compared_statements(checker, &are_all);
        TextPattern statements = pattern_of(
            checker, are_all ? WORD_FINDING_STATEMENTS : WORD_FINDING_STATEMENTS_LIKE);
        pattern_append(pattern, &statements);
        return true;
    }
    bool needs_statement =
        hole->kind == HOLE_FIGURE
            ? hole->statistic >= STATISTIC_ANSWERED && hole->statistic <= STATISTIC_RANK
            : hole->kind >= HOLE_GROUPS && hole->kind <= HOLE_ALIKE &&
                  hole->kind != HOLE_GROUP_COUNT;
    if (needs_statement && checker_statement(checker) < 0)
        return false;
    placeholders->of[pattern->parts.count] = hole->of;
    pattern_part(pattern, (Part){ .kind = part_kind(hole->kind),
                                  .format = hole_format(hole),
                                  .figure = figure_of(checker, hole),
                                  .of_groups = hole->statistic,
                                  .is_of_others = hole->kind == HOLE_SHARES_OF_OTHERS,
                                  .name = name,
                                  .groups = -1 });
    return true;
}

/* Whether the number that chooses between «én gruppe» and «fire grupper» is one. */
static bool is_one(Checker *checker, WordId word, Str name)
{
    const Hole *row = hole_find(word, name);
    if (!row)
        return false;
    Hole hole = settled(checker, row);
    return figure_of(checker, &hole).value == 1;
}

/* The phrase with its choices by a number made. */
static Str settled_phrase(Checker *checker, WordId word)
{
    Str phrase = checker->spelling.words->at[word];
    for (size_t i = 0; i < phrase.len; i++) {
        Str rest = str_slice(phrase, i + 1, phrase.len);
        long close = str_find(rest, S("}"));
        if (phrase.at[i] != '{' || close < 0)
            continue;
        long colon = str_find(str_slice(rest, 0, (size_t)close), S(":"));
        if (colon < 0)
            continue;
        Str name = str_slice(rest, 0, (size_t)colon);
        phrase =
            words_settle(checker->arena, phrase, name, is_one(checker, word, name));
    }
    return phrase;
}

/* One phrase; an empty pattern where a placeholder of it is not known. */
static TextPattern pattern_of(Checker *checker, WordId word)
{
    TextPattern pattern = { .arena = checker->arena, .rule = saying_rule(word) };
    Placeholders placeholders = { .of = { NULL } };
    Str rest = settled_phrase(checker, word);
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
