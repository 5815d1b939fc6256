#include "verify/exhibit.h"

#include "base/buffer.h"
#include "verify/phrase.h"

/* What a column, or a row, is about. */
typedef struct Axis {
    bool is_known;
    bool has_statistic, has_group, has_statement, is_interval;
    Statistic statistic;
    RoundName round;
    int group, statement, step;
} Axis;

static bool is_word(const Checker *checker, Str text, WordId word)
{
    return str_equal(text,
                     printed_fold(checker->arena, checker->spelling.words->at[word]));
}

/* «Et svært langt navn…», «Et svært … på slutten»: a long name that was cut. */
static bool is_cut(Str text, Str name)
{
    Str mark = S("…");
    long at = str_find(text, mark);
    if (at <= 0)
        return false;
    Str head = str_trim(str_slice(text, 0, (size_t)at));
    Str tail = str_trim(str_slice(text, (size_t)at + mark.len, text.len));
    return head.len + tail.len < name.len && str_starts(name, head) &&
           str_ends(name, tail);
}

static bool is_wording(const Checker *checker, Str text, Wording wording)
{
    Str words =
        printed_fold(checker->arena, wording_text(wording, checker->scope.language));
    return words.len && (str_equal(text, words) || is_cut(text, words));
}

static Axis of_statistic(Statistic statistic)
{
    return (Axis){ .is_known = true, .has_statistic = true, .statistic = statistic };
}

static Axis of_group(int group)
{
    return (Axis){ .is_known = true, .has_group = true, .group = group };
}

/* The step that is called so on the scale that the table is about; 0: none. */
static int step_of(const Checker *checker, Str text)
{
    int statement = checker->row_statement >= 0 ? checker->row_statement
                                                : checker_statement(checker);
    const Scale *scale =
        description_scale(checker_description(checker), statement >= 0 ? statement : 0);
    for (int step = 1; step <= scale->step_count; step++) {
        Str value = format_count(checker->arena, checker->spelling.words,
                                 scale->first + step - 1);
        if (is_wording(checker, text, scale->short_labels[step - 1]) ||
            (checker_is_recommend(checker) && str_equal(text, value)))
            return step;
    }
    return 0;
}

/* «mot 2024», or why there are no changes since then. */
static bool is_change_heading(const Checker *checker, Str text)
{
    static const WordId words[] = { WORD_CHANGE_HEADING, WORD_NOT_ASKED, WORD_NO_PART,
                                    WORD_NOT_COMPARABLE };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        Str heading = words_fill(checker->arena, checker->spelling.words, words[i],
                                 "round", checker->spelling.previous_round, NULL);
        if (str_equal(text, printed_fold(checker->arena, heading)))
            return true;
    }
    return false;
}

/* A column by its heading. */
static Axis read_heading(const Checker *checker, Str text)
{
    static const struct {
        WordId word;
        Statistic statistic;
    } words[] = {
        {WORD_MEAN_HEADING,    STATISTIC_MEAN    },
        { WORD_TABLE_ANSWERED, STATISTIC_ANSWERED},
        { WORD_TABLE_UNSURE,   STATISTIC_UNSURE  },
        { WORD_TABLE_SD,       STATISTIC_SD      },
        { WORD_NET_HEADING,    STATISTIC_NET     },
    };
    const Description *description = checker_description(checker);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(checker, text, words[i].word))
            return of_statistic(words[i].statistic);
    int step = step_of(checker, text);
    if (step > 0) {
        Axis axis = of_statistic(STATISTIC_SHARE);
        axis.step = step;
        return axis;
    }
    for (int i = 0; i < description->group_count; i++)
        if (is_wording(checker, text, description->groups[i].name))
            return of_group(i);
    if (is_word(checker, text, WORD_ALL_GROUPS))
        return of_group(GROUP_ALL);
    Str round = checker->spelling.previous_round;
    if (is_change_heading(checker, text))
        return of_statistic(checker_is_recommend(checker) ? STATISTIC_NET_CHANGE
                                                          : STATISTIC_CHANGE);
    Axis mean = of_statistic(STATISTIC_MEAN);
    mean.round = round.len && str_equal(text, round) ? ROUND_PREVIOUS : ROUND_THIS;
    if (mean.round == ROUND_PREVIOUS || str_equal(text, description->round))
        return mean;
    mean.is_interval = true;
    return is_word(checker, text, WORD_INTERVAL_HEADING) ? mean : (Axis){ 0 };
}

/* «Ansatte», or «Ansatte n = 51», whose figure is checked too. */
static bool is_group_row(Checker *checker, Str text, int group, int page)
{
    Str name = group == GROUP_ALL
                   ? checker->spelling.words->at[WORD_ALL_GROUPS]
                   : wording_text(checker_description(checker)->groups[group].name,
                                  checker->scope.language);
    if (str_equal(text, printed_fold(checker->arena, name)))
        return true;
    Str phrase = checker->spelling.words->at[WORD_N_IS];
    long hole = str_find(phrase, S("{n}"));
    Query answered =
        figure_query(STATISTIC_ANSWERED, checker_statement(checker), group);
    if (hole < 0 || answered.statement < 0)
        return false;
    for (int with_blank = 0; with_blank < 2; with_blank++) {
        TextPattern pattern = { .arena = checker->arena };
        Match match;
        pattern_text(&pattern, name);
        pattern_text(&pattern, with_blank ? S(" ") : (Str){ 0 });
        pattern_text(&pattern, str_slice(phrase, 0, (size_t)hole));
        pattern_figure(&pattern, FORMAT_COUNT, count_find(&checker->view, answered));
        pattern_text(&pattern, str_slice(phrase, (size_t)hole + 3, phrase.len));
        if (!pattern_fits(&checker->spelling, &pattern, text, &match))
            continue;
        checker_match(checker, &match, page, text);
        return true;
    }
    return false;
}

/* The statement that a row's head names, or -1. */
static int statement_of(const Checker *checker, Str text)
{
    for (int i = 0; i < checker_description(checker)->statement_count; i++) {
        About about = { ABOUT_STATEMENT, i };
        Str label = scope_about_label(&checker->scope, about);
        Str whole = scope_about_text(&checker->scope, about);
        if (str_equal(text, printed_fold(checker->arena, label)) ||
            str_equal(text, printed_fold(checker->arena, whole)))
            return i;
    }
    return -1;
}

/* A row by its head. */
static Axis read_row(Checker *checker, const PrintedNode *head)
{
    int statement = statement_of(checker, head->unlinked);
    if (statement >= 0)
        return (
            Axis){ .is_known = true, .has_statement = true, .statement = statement };
    for (int i = GROUP_ALL; i < checker_description(checker)->group_count; i++)
        if (is_group_row(checker, head->unlinked, i, head->page))
            return of_group(i);
    return (Axis){ 0 };
}

/* The first statement that a row of the table is about, or -1. */
static int first_statement(const Checker *checker, const PrintedNode *node)
{
    int found = -1;
    if (node->kind == PRINTED_ROW && node->child_count > 0)
        return statement_of(checker, node->children[0].unlinked);
    for (int i = 0; i < node->child_count && found < 0; i++)
        found = first_statement(checker, &node->children[i]);
    return found;
}

/* A unit's row in a ranking: its place and its name, or that it is not told. */
static Axis read_unit(Checker *checker, const PrintedNode *head, const Ranked *ranked)
{
    const Description *description = checker_description(checker);
    const Survey *survey = view_survey(&checker->view);
    bool is_named =
        ranked->unit == checker->view.unit || description->other_units == OTHERS_NAMED;
    Str name = is_named ? survey->reg->units[ranked->unit].name
                        : checker->spelling.words->at[WORD_OTHER_UNIT];
    Str phrase = checker->spelling.words->at[WORD_PLACE];
    long hole = str_find(phrase, S("{n}"));
    Figure rank = { .state = FIGURE_SHOWN, .value = ranked->rank };
    for (int with_blank = 0; with_blank < 2 && hole >= 0; with_blank++) {
        TextPattern pattern = { .arena = checker->arena };
        Match match;
        pattern_text(&pattern, str_slice(phrase, 0, (size_t)hole));
        pattern_figure(&pattern, FORMAT_COUNT, rank);
        pattern_text(&pattern, str_slice(phrase, (size_t)hole + 3, phrase.len));
        pattern_text(&pattern, with_blank ? S(" ") : (Str){ 0 });
        pattern_text(&pattern, name);
        if (!pattern_fits(&checker->spelling, &pattern, head->unlinked, &match))
            continue;
        checker_match(checker, &match, head->page, head->unlinked);
        return (Axis){ .is_known = true };
    }
    checker_fail(checker, head->page, (Str){ 0 },
                 "\"%.*s\" stands in the ranking where \"%.*s\" belongs",
                 STR_ARG(head->unlinked), STR_ARG(name));
    return (Axis){ .is_known = true };
}

/* «3,5–3,7» */
static void check_interval(Checker *checker, const PrintedNode *cell, double low,
                           double high, Str context)
{
    TextPattern pattern = { .arena = checker->arena };
    Match match;
    bool is_known = low < high;
    if (!is_known && is_word(checker, cell->text, WORD_MISSING))
        return;
    pattern_figure(&pattern, FORMAT_MEAN, (Figure){ .value = low });
    pattern_text(&pattern, S("–"));
    pattern_figure(&pattern, FORMAT_MEAN, (Figure){ .value = high });
    if (is_known && pattern_fits(&checker->spelling, &pattern, cell->text, &match))
        checker_match(checker, &match, cell->page, context);
    else
        checker_fail(checker, cell->page, context,
                     "\"%.*s\" is printed where an interval belongs",
                     STR_ARG(cell->text));
}

static void check_figure(Checker *checker, const PrintedNode *cell, FigureFormat format,
                         Figure figure, Str context)
{
    TextPattern pattern = { .arena = checker->arena };
    Match match;
    pattern_figure(&pattern, format, figure);
    if (pattern_fits(&checker->spelling, &pattern, cell->text, &match))
        checker_match(checker, &match, cell->page, context);
    else
        checker_fail(checker, cell->page, context,
                     "\"%.*s\" is printed where a figure belongs", STR_ARG(cell->text));
}

static Query query_of(const Checker *checker, const Axis *row, const Axis *column)
{
    Query query = figure_query(STATISTIC_MEAN, checker_statement(checker), GROUP_ALL);
    if (checker->row_statement >= 0)
        query.statement = checker->row_statement;
    const Axis *axes[] = { row, column };
    for (int i = 0; i < 2; i++) {
        if (axes[i]->has_statement)
            query.statement = axes[i]->statement;
        if (axes[i]->has_group)
            query.group = axes[i]->group;
        if (axes[i]->has_statistic) {
            query.statistic = axes[i]->statistic;
            query.round = axes[i]->round;
            query.step = axes[i]->step;
        }
    }
    return query;
}

static bool is_percent(const Checker *checker, Str text)
{
    Str phrase = checker->spelling.words->at[WORD_PERCENT];
    Str sign = str_trim(str_replace(checker->arena, phrase, S("{n}"), S("")));
    return str_find(text, sign) >= 0;
}

/* A share of a step, adding to 100 with the others, or how many people gave it. */
static void check_step(Checker *checker, const PrintedNode *cell, Query query,
                       Str context)
{
    int percents[STEP_MAX];
    Figure share = count_find(&checker->view, query);
    bool is_step = query.statistic == STATISTIC_SHARE;
    if (figure_is_shown(share) && !is_percent(checker, cell->text)) {
        query.step = is_step ? query.step : 0;
        share.value = count_people(&checker->view, query);
        check_figure(checker, cell, FORMAT_COUNT, share, context);
        return;
    }
    count_percents(&checker->view, query, percents);
    if (figure_is_shown(share) && is_step)
        share.value = percents[query.step - 1] / 100.0;
    check_figure(checker, cell, FORMAT_SHARE, share, context);
}

/* ranked: the unit whose row it is in a ranking, else NULL. */
static void check_cell(Checker *checker, const PrintedNode *cell, const Axis *row,
                       const Axis *column, const Ranked *ranked, Str context)
{
    Query query = query_of(checker, row, column);
    double low = 0, high = 0;
    if (ranked && column->is_interval)
        check_interval(checker, cell, ranked->low, ranked->high, context);
    else if (ranked)
        check_figure(checker, cell, FORMAT_MEAN, ranked->mean, context);
    else if (query.statement < 0)
        checker_text(checker, cell->text, cell->page);
    else if (column->is_interval &&
             figure_is_shown(count_find(&checker->view, query)) &&
             count_interval(&checker->view, query, &low, &high))
        check_interval(checker, cell, low, high, context);
    else if (column->is_interval)
        check_interval(checker, cell, 0, 0, context);
    else if (query.statistic == STATISTIC_SHARE || query.statistic == STATISTIC_UNSURE)
        check_step(checker, cell, query, context);
    else
        check_figure(checker, cell, format_of(query.statistic),
                     count_find(&checker->view, query), context);
}

enum { COLUMN_MAX = 64 };

typedef struct Grid {
    Axis columns[COLUMN_MAX];
    int column_count;
    bool is_of_figures; /* at least one column is known */
    Ranked *ranked;
    int ranked_count; /* 0: no ranking */
} Grid;

static void read_columns(Checker *checker, const PrintedNode *row, Grid *grid)
{
    grid->column_count = row->child_count < COLUMN_MAX ? row->child_count : COLUMN_MAX;
    for (int i = 1; i < grid->column_count; i++) {
        grid->columns[i] = read_heading(checker, row->children[i].text);
        grid->is_of_figures |= grid->columns[i].is_known;
    }
}

static void check_row(Checker *checker, const PrintedNode *row, const Grid *grid)
{
    const PrintedNode *head = &row->children[0];
    const Ranked *ranked = NULL;
    Axis axis;
    if (grid->ranked_count > 0) {
        if (checker->ranked_count >= grid->ranked_count) {
            checker_fail(checker, row->page, row->text,
                         "the ranking has more units than took part");
            return;
        }
        ranked = &grid->ranked[checker->ranked_count++];
        axis = read_unit(checker, head, ranked);
    } else {
        axis = read_row(checker, head);
    }
    if (axis.has_statement)
        checker->row_statement = axis.statement;
    for (int i = 1, column = 1; i < row->child_count; i++) {
        const PrintedNode *cell = &row->children[i];
        /* What stands over several columns is said of each. Poppler does not tell over
         * how many: in a row that lacks cells it is the first one. */
        int lacking = grid->column_count - row->child_count;
        int columns = i == 1 && lacking > 0 ? 1 + lacking : 1;
        for (int end = column + columns; column < end; column++) {
            bool is_known =
                column < grid->column_count && grid->columns[column].is_known;
            if (is_known && axis.is_known)
                check_cell(checker, cell, &axis, &grid->columns[column], ranked,
                           row->text);
            else
                checker_text(checker, cell->text, cell->page);
        }
    }
    if (!axis.is_known)
        checker_text(checker, head->unlinked, head->page);
}

/* All rows of a table, however deep. */
static void walk(Checker *checker, const PrintedNode *node, Grid *grid, bool *is_first)
{
    for (int i = 0; i < node->child_count; i++) {
        const PrintedNode *child = &node->children[i];
        if (child->kind != PRINTED_ROW) {
            walk(checker, child, grid, is_first);
            continue;
        }
        bool is_head = *is_first && child->child_count > 1 &&
                       child->children[1].kind == PRINTED_HEADER_CELL;
        *is_first = false;
        if (is_head)
            read_columns(checker, child, grid);
        if (child->child_count > 0 && !is_head && grid->is_of_figures)
            check_row(checker, child, grid);
        for (int k = 0; k < child->child_count && (is_head || !grid->is_of_figures);
             k++)
            if (!is_head || k >= grid->column_count || !grid->columns[k].is_known)
                checker_text(checker, child->children[k].text, child->page);
    }
}

void exhibit_table(Checker *checker, const PrintedNode *table)
{
    Grid grid = { .column_count = 0 };
    bool is_first = true;
    checker->row_statement = first_statement(checker, table);
    if (checker_is_kind(checker, "comparison") && checker_statement(checker) >= 0)
        grid.ranked_count = count_ranking(checker->arena, &checker->view,
                                          checker_statement(checker), &grid.ranked);
    walk(checker, table, &grid, &is_first);
}
