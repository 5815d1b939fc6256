/* Alternative texts of charts: a phrase, what it is about, and a row for each group. */
#include "verify/exhibit.h"
#include "verify/phrase.h"

typedef struct Rows {
    Arena *arena;
    VEC(TextPattern) patterns;
} Rows;

static Query query_of(const Checker *checker, Statistic statistic, int group)
{
    return figure_query(statistic, checker_statement(checker), group);
}

static Str group_name(const Checker *checker, int group)
{
    if (group == GROUP_ALL)
        return checker->spelling.words->at[WORD_ALL_GROUPS];
    return wording_text(checker_description(checker)->groups[group].name,
                        checker->scope.language);
}

static TextPattern begin(const Checker *checker, Str name)
{
    TextPattern row = { .arena = checker->arena };
    pattern_text(&row, name);
    return row;
}

static void add_figure(const Checker *checker, TextPattern *row, Query query)
{
    pattern_figure(row, format_of(query.statistic), count_find(&checker->view, query));
}

/* A phrase with one placeholder, for the figure. */
static void add_phrase(const Checker *checker, TextPattern *row, WordId word,
                       const char *placeholder, Query query)
{
    Str phrase = checker->spelling.words->at[word];
    Str hole = str_format(checker->arena, "{%s}", placeholder);
    long at = str_find(phrase, hole);
    if (at < 0)
        return;
    pattern_text(row, str_slice(phrase, 0, (size_t)at));
    add_figure(checker, row, query);
    pattern_text(row, str_slice(phrase, (size_t)at + hole.len, phrase.len));
}

/* Rows end in one of these, as the chart has it. */
static void finish(Rows *rows, const TextPattern *row, const char *ends)
{
    for (; *ends; ends++) {
        TextPattern ended = { .arena = rows->arena };
        for (int i = 0; i < row->parts.count; i++)
            pattern_part(&ended, row->parts.at[i]);
        pattern_text(&ended, (Str){ ends, 1 });
        vec_push(rows->arena, &rows->patterns, ended);
    }
}

/* Whether the word for why there is no such figure names the round: «ikke stilt i
 * 2024», which stands without another «i 2024». */
static bool names_round(const Checker *checker, Query query)
{
    return count_find(&checker->view, query).round.len > 0;
}

static Str change_heading(const Checker *checker)
{
    return words_fill(checker->arena, checker->spelling.words, WORD_CHANGE_HEADING,
                      "round", checker->spelling.previous_round, NULL);
}

/* «Helt uenig 2 %, Delvis uenig 5 % …»: the steps; gap: between name and share. */
static void add_steps(const Checker *checker, TextPattern *row, int group, Str gap,
                      bool by_value)
{
    const Scale *scale =
        description_scale(checker_description(checker), checker_statement(checker));
    Query query = query_of(checker, STATISTIC_SHARE, group);
    int percents[STEP_MAX];
    count_percents(&checker->view, query, percents);
    for (int i = 0; i < scale->step_count; i++) {
        query.step = i + 1;
        Figure share = count_find(&checker->view, query);
        if (figure_is_shown(share))
            share.value = percents[i] / 100.0;
        Str label = wording_text(scale->short_labels[i], checker->scope.language);
        if (by_value)
            label =
                format_count(checker->arena, checker->spelling.words, scale->first + i);
        pattern_text(row, i ? S(", ") : (Str){ 0 });
        pattern_text(row, label);
        pattern_text(row, gap);
        pattern_figure(row, FORMAT_SHARE, share);
    }
}

/* «Kritikere 45 %, Passive 30 %, Ambassadører 25 %», adding to 100 or each by itself.
 */
static void add_classes(const Checker *checker, TextPattern *row, int group,
                        bool is_sum)
{
    static const struct {
        WordId name;
        Statistic statistic;
    } classes[] = {
        {WORD_NET_DETRACTORS, STATISTIC_DISAGREE},
        { WORD_NET_PASSIVES,  STATISTIC_NEUTRAL },
        { WORD_NET_PROMOTERS, STATISTIC_AGREE   },
    };
    int percents[3];
    count_class_percents(&checker->view, query_of(checker, STATISTIC_AGREE, group),
                         percents);
    for (int i = 0; i < 3; i++) {
        Figure share =
            count_find(&checker->view, query_of(checker, classes[i].statistic, group));
        if (figure_is_shown(share) && is_sum)
            share.value = percents[i] / 100.0;
        pattern_text(row, i ? S(", ") : (Str){ 0 });
        pattern_text(row, checker->spelling.words->at[classes[i].name]);
        pattern_text(row, S(" "));
        pattern_figure(row, FORMAT_SHARE, share);
    }
}

/* «Ansatte (n = 57): Helt uenig 2 %, …; snitt 3,4, +0,2 mot 2024.»; by_value: «1: 2 %,
 * …», where the names of the steps are too long. */
static void add_share_row(const Checker *checker, Rows *rows, int group, bool has_mean,
                          bool has_change, bool by_value)
{
    bool is_net = checker_is_recommend(checker);
    TextPattern row = begin(checker, group_name(checker, group));
    pattern_text(&row, S(" ("));
    add_phrase(checker, &row, WORD_N_IS, "n",
               query_of(checker, STATISTIC_ANSWERED, group));
    pattern_text(&row, S("): "));
    if (is_net)
        add_classes(checker, &row, group, true);
    else
        add_steps(checker, &row, group, by_value ? S(": ") : S(" "), by_value);
    if (has_mean)
        add_phrase(checker, &row, is_net ? WORD_ALT_NET : WORD_ALT_MEAN,
                   is_net ? "net" : "mean",
                   query_of(checker, is_net ? STATISTIC_NET : STATISTIC_MEAN, group));
    if (has_change) {
        Query query =
            query_of(checker, is_net ? STATISTIC_NET_CHANGE : STATISTIC_CHANGE, group);
        pattern_text(&row, S(", "));
        add_figure(checker, &row, query);
        if (!names_round(checker, query)) {
            pattern_text(&row, S(" "));
            pattern_text(&row, change_heading(checker));
        }
    }
    finish(rows, &row, ".");
}

/* «0: 3 %, 1: 2 % … Kritikere 45 %, …» of all together. */
static void add_step_chart(const Checker *checker, Rows *rows)
{
    TextPattern row = { .arena = checker->arena };
    add_steps(checker, &row, GROUP_ALL, S(": "), true);
    pattern_text(&row, S(". "));
    add_classes(checker, &row, GROUP_ALL, false);
    finish(rows, &row, ".");
}

/* «Gründere: skjermet (n < 5).» */
static void add_state_row(const Checker *checker, Rows *rows, int group)
{
    TextPattern row = begin(checker, group_name(checker, group));
    pattern_text(&row, S(": "));
    add_figure(checker, &row, query_of(checker, STATISTIC_AGREE, group));
    finish(rows, &row, ".");
}

/* «Ansatte: 4,1 (n = 52)», or of several means «Østre Toten 2026 4,0, 2024 4,0». */
static void add_mean_row(const Checker *checker, Rows *rows, int group, bool has_series,
                         bool has_previous, bool has_region)
{
    const Slice *slice = checker->slice;
    TextPattern row = begin(checker, group_name(checker, group));
    Query mean = query_of(checker, STATISTIC_MEAN, group);
    pattern_text(&row, S(": "));
    if (has_series)
        pattern_text(&row,
                     str_format(checker->arena, "%.*s %.*s ", STR_ARG(slice->unit.name),
                                STR_ARG(slice->round.description->round)));
    add_figure(checker, &row, mean);
    if (has_previous) {
        mean.round = ROUND_PREVIOUS;
        pattern_text(&row, S(", "));
        if (!names_round(checker, mean))
            pattern_text(&row, str_format(checker->arena, "%.*s ",
                                          STR_ARG(checker->spelling.previous_round)));
        add_figure(checker, &row, mean);
    }
    mean.round = ROUND_THIS;
    mean.population = POPULATION_REGION;
    if (has_region) {
        Str region =
            wording_text(slice->round.description->region, checker->scope.language);
        pattern_text(&row, str_format(checker->arena, ", %.*s ", STR_ARG(region)));
        add_figure(checker, &row, mean);
    }
    finish(rows, &row, ";.");
    pattern_text(&row, S(" ("));
    add_phrase(checker, &row, WORD_N_IS, "n",
               query_of(checker, STATISTIC_ANSWERED, group));
    pattern_text(&row, S(")"));
    finish(rows, &row, ";.");
}

/* «Ansatte: 55 (28 % av svarene · svarprosent 70 %)», the rate where it is known. */
static void add_people_row(const Checker *checker, Rows *rows, int group)
{
    const Words *words = checker->spelling.words;
    Figure n = count_find(&checker->view, query_of(checker, STATISTIC_N, group));
    Figure all = count_find(&checker->view, query_of(checker, STATISTIC_N, GROUP_ALL));
    Figure share = { .state = FIGURE_SHOWN,
                     .value = all.value > 0 ? n.value / all.value : 0 };
    Str note = words->at[WORD_GROUP_NOTE];
    long from = str_find(note, S("{share}")), to = str_find(note, S("{rate}"));
    TextPattern row = begin(checker, group_name(checker, group));
    pattern_text(&row, S(": "));
    pattern_figure(&row, FORMAT_COUNT, n);
    finish(rows, &row, ";.");
    pattern_text(&row, S(" ("));
    TextPattern brief = begin(checker, (Str){ 0 });
    for (int i = 0; i < row.parts.count; i++)
        pattern_part(&brief, row.parts.at[i]);
    pattern_figure(&brief, FORMAT_SHARE, share);
    pattern_text(&brief, S(")"));
    finish(rows, &brief, ";.");
    if (from < 0 || to < from)
        return;
    pattern_text(&row, str_slice(note, 0, (size_t)from));
    pattern_figure(&row, FORMAT_SHARE, share);
    pattern_text(&row,
                 str_slice(note, (size_t)from + sizeof "{share}" - 1, (size_t)to));
    add_figure(checker, &row, query_of(checker, STATISTIC_RESPONSE_RATE, group));
    pattern_text(&row, str_slice(note, (size_t)to + sizeof "{rate}" - 1, note.len));
    pattern_text(&row, S(")"));
    finish(rows, &row, ";.");
}

/* «Ros: 12 (30 %)» */
static void add_theme_row(const Checker *checker, Rows *rows, int theme)
{
    int question = checker_question(checker);
    Query query = { .statistic = STATISTIC_THEME,
                    .question = question,
                    .theme = theme };
    Figure count = count_find(&checker->view, query);
    query.statistic = STATISTIC_THEME_SHARE;
    Figure share = count_find(&checker->view, query);
    TextPattern row =
        begin(checker, wording_text(checker_description(checker)->themes[theme].name,
                                    checker->scope.language));
    pattern_text(&row, S(": "));
    pattern_figure(&row, FORMAT_COUNT, count);
    pattern_text(&row, S(" ("));
    pattern_figure(&row, FORMAT_SHARE, share);
    pattern_text(&row, S(")"));
    finish(rows, &row, ";.");
}

/* «Ansatte: 3,4 i 2024, 3,7 i 2026.» */
static void add_trend_row(const Checker *checker, Rows *rows, int group,
                          bool has_previous)
{
    TextPattern row = begin(checker, group_name(checker, group));
    pattern_text(&row, S(": "));
    for (int now = !has_previous; now < 2; now++) {
        Query mean = query_of(checker, STATISTIC_MEAN, group);
        mean.round = now ? ROUND_THIS : ROUND_PREVIOUS;
        Str round = now ? checker_description(checker)->round
                        : checker->spelling.previous_round;
        Str phrase = str_replace(checker->arena,
                                 checker->spelling.words->at[WORD_ALT_TREND_ROUND],
                                 S("{round}"), round);
        long at = str_find(phrase, S("{mean}"));
        if (at < 0)
            return;
        pattern_text(&row, now && has_previous ? S(", ") : (Str){ 0 });
        if (names_round(checker, mean)) {
            add_figure(checker, &row, mean);
            continue;
        }
        pattern_text(&row, str_slice(phrase, 0, (size_t)at));
        add_figure(checker, &row, mean);
        pattern_text(&row,
                     str_slice(phrase, (size_t)at + sizeof "{mean}" - 1, phrase.len));
    }
    finish(rows, &row, ".");
}

static void add_group_rows(const Checker *checker, Rows *rows, int group)
{
    bool has_previous = checker->slice->has_previous;
    if (checker_statement(checker) < 0) {
        if (group != GROUP_ALL)
            add_people_row(checker, rows, group);
        return;
    }
    for (int with_previous = 0; with_previous <= has_previous; with_previous++) {
        add_share_row(checker, rows, group, true, with_previous, false);
        add_share_row(checker, rows, group, true, with_previous, true);
        add_trend_row(checker, rows, group, with_previous);
        for (int with_region = 0; with_region < 2; with_region++)
            add_mean_row(checker, rows, group, with_previous || with_region,
                         with_previous, with_region);
    }
    add_share_row(checker, rows, group, false, false, false);
    add_state_row(checker, rows, group);
}

static Rows rows_of(const Checker *checker)
{
    Rows rows = { .arena = checker->arena };
    const Description *description = checker_description(checker);
    for (int group = GROUP_ALL; group < description->group_count; group++)
        add_group_rows(checker, &rows, group);
    if (checker_is_recommend(checker))
        add_step_chart(checker, &rows);
    for (int i = 0; i < description->theme_count && checker_is_kind(checker, "themes");
         i++)
        add_theme_row(checker, &rows, i);
    return rows;
}

/* The rows behind the topic, wherever that ends: where all of them fit. */
static bool check_rows(Checker *checker, const Rows *rows, Str text, int page)
{
    for (size_t at = 0; at + 1 < text.len; at++)
        if (text.at[at] == ' ' &&
            checker_rows(checker, rows->patterns.at, rows->patterns.count,
                         str_slice(text, at + 1, text.len), page))
            return true;
    return false;
}

void exhibit_alternative(Checker *checker, const PrintedNode *figure)
{
    static const WordId phrases[] = { WORD_ALT_STACKED, WORD_ALT_DIVERGING,
                                      WORD_ALT_BAR, WORD_ALT_TREND, WORD_ALT_STEPS };
    Rows rows = rows_of(checker);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        Str phrase = checker->spelling.words->at[phrases[i]];
        long topic = str_find(phrase, S("{topic}"));
        if (topic < 0 || !str_starts(figure->alt, str_slice(phrase, 0, (size_t)topic)))
            continue;
        if (check_rows(checker, &rows,
                       str_slice(figure->alt, (size_t)topic, figure->alt.len),
                       figure->page))
            return;
    }
    checker_text(checker, figure->alt, figure->page);
}
