/* One statement: its distribution by group, who answered, the mean, and what it shows
 * in a sentence. */
#include "base/unicode.h"
#include "compose/chart_pages.h"
#include "compose/cut_names.h"
#include "compose/finding.h"
#include "compose/frame.h"
#include "compose/panel.h"

/* What the rows are sorted by; the highest first. */
typedef enum Sort {
    SORT_ASKED,
    SORT_MEAN,
    SORT_AGREE,
    SORT_DISAGREE,
    SORT_CHANGE,
    SORT_ANSWERED
} Sort;
static const char *const SORTS[] = { "asked",  "mean",     "agree", "disagree",
                                     "change", "answered", NULL };
static const Statistic SORT_FIGURES[] = {
    [SORT_ASKED] = STATISTIC_N,       [SORT_MEAN] = STATISTIC_MEAN,
    [SORT_AGREE] = STATISTIC_AGREE,   [SORT_DISAGREE] = STATISTIC_DISAGREE,
    [SORT_CHANGE] = STATISTIC_CHANGE, [SORT_ANSWERED] = STATISTIC_ANSWERED,
};

enum { SERIES_MAX = 3 };

typedef enum Neutral { NEUTRAL_CENTRED, NEUTRAL_ASIDE } Neutral;
static const char *const NEUTRALS[] = { "centred", "aside", NULL };

typedef struct Options {
    int chart, sort, neutral;
    bool has_table;
    StrList compare;
    Wording finding;
} Options;

static bool shows_shares(int chart)
{
    return chart_kinds[chart]->uses & CHART_SHARES;
}

static const Field FIELDS[] = {
    {.key = "chart",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options,                                                        chart),
     .choices = chart_names,
     .is_offered = shows_shares,
     .fallback = "stacked",
     .help = "how the groups' answers are drawn" },
    { .key = "sort",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options,                     sort),
     .choices = SORTS,
     .fallback = "asked",
     .help = "the order of the groups: as in the description, or the highest first" },
    { .key = "neutral",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options, neutral),
     .choices = NEUTRALS,
     .fallback = "centred",
     .help = "where a diverging chart has the steps in the middle" },
    { .key = "table",
     .type = FIELD_BOOL,
     .offset = offsetof(Options,                     has_table),
     .fallback = "no",
     .help = "a further page with the figures behind the chart"                                   },
    { .key = "compare",
     .type = FIELD_STRINGS,
     .offset = offsetof(Options,                        compare),
     .choices = finding_comparisons,
     .help = "what the mean is set beside: previous, region"                                },
    { .key = "finding",
     .type = FIELD_WORDING,
     .offset = offsetof(Options,                           finding),
     .fallback = "auto",
     .help = "the sentence below the chart: auto, none, or a text of one's own"                                },
};

static const Schema SCHEMA = { .name = "statement slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static Figure query(SlideContext *context, Statistic statistic, int group, int step)
{
    return figure_find(context->slice, (Query){ .statistic = statistic,
                                                .group = group,
                                                .statement = context->scope.about.index,
                                                .question = -1,
                                                .step = step });
}

static Query change_query(SlideContext *context, int group)
{
    return figure_query(STATISTIC_CHANGE, context->scope.about.index, group);
}

static ChartRow group_row(SlideContext *context, Sort sort, int group)
{
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    int steps = description_scale(description, context->scope.about.index)->step_count;
    Figure *values = arena_array(arena, (size_t)steps, sizeof *values);
    for (int step = 1; step <= steps; step++)
        values[step - 1] = query(context, STATISTIC_SHARE, group, step);
    int *percents = arena_array(arena, (size_t)steps, sizeof *percents);
    bool is_all = group == GROUP_ALL;
    const Cell *cell =
        &context->slice->round.unit.cells[context->scope.about.index]
                                         [is_all ? description->group_count : group];
    figure_percents(cell->weights, steps, percents);
    Str answered = format_count(arena, context->words, cell->answered);
    Str note = words_fill(arena, context->words, WORD_N_IS, "n", answered, NULL);
    Query mean = change_query(context, group);
    mean.statistic = STATISTIC_MEAN;
    Interval interval = figure_interval(context->slice, mean);
    Mark mark = figure_mark(context->slice, change_query(context, group));
    return (ChartRow){
        .low = interval.low,
        .high = interval.high,
        .is_clear = mark_is_clear(mark),
        .name = is_all ? context->words->at[WORD_ALL_GROUPS]
                       : wording_text(description->groups[group].name,
                                      context->scope.language),
        .is_total = is_all,
        .colour = is_all ? 0 : group,
        .sort_key = query(context, SORT_FIGURES[sort], group, 0),
        .note = figure_is_shown(values[0]) ? note : (Str){ 0 },
        .entry = -1,
        .values = values,
        .percents = percents,
        .mean = query(context, STATISTIC_MEAN, group, 0),
        .change = query(context, STATISTIC_CHANGE, group, 0),
    };
}

/* «mot 2024»; empty when the slide compares with no earlier round. */
static Str change_heading(SlideContext *context, FindingCompare compare)
{
    if (!compare.with_previous || !context->slice->has_previous)
        return (Str){ 0 };
    return words_fill(context->canvas.deck->arena, context->words, WORD_CHANGE_HEADING,
                      "round", context->slice->previous.description->round, NULL);
}

/* Whether the round before has a mean of all who answered, or of a group. Where it has
 * none the line below the chart says why, once, and the chart has no room for it. */
static bool has_before(SlideContext *context)
{
    int group_count = context->slice->round.description->group_count;
    Query mean = figure_query(STATISTIC_MEAN, context->scope.about.index, GROUP_ALL);
    mean.round = ROUND_PREVIOUS;
    bool is_shown = figure_is_shown(figure_find(context->slice, mean));
    for (mean.group = 0; mean.group < group_count && !is_shown; mean.group++)
        is_shown = figure_is_shown(figure_find(context->slice, mean));
    return is_shown;
}

/* The means that a grouped bar chart sets side by side: now, before, the region's. */
static const Figure *series_figures(SlideContext *context, FindingCompare compare,
                                    int group)
{
    Query mean = figure_query(STATISTIC_MEAN, context->scope.about.index, group);
    Figure *figures =
        arena_array(context->canvas.deck->arena, SERIES_MAX, sizeof *figures);
    int count = 0;
    figures[count++] = figure_find(context->slice, mean);
    if (compare.with_previous && context->slice->has_previous) {
        mean.round = ROUND_PREVIOUS;
        figures[count++] = figure_find(context->slice, mean);
    }
    mean.round = ROUND_THIS;
    mean.population = POPULATION_REGION;
    if (compare.with_region)
        figures[count++] = figure_find(context->slice, mean);
    return figures;
}

/* «Østre Toten 2026», «2024», «regionen» */
static int series_names(SlideContext *context, FindingCompare compare, const Str **out)
{
    const Slice *slice = context->slice;
    Arena *arena = context->canvas.deck->arena;
    Str *names = arena_array(arena, SERIES_MAX, sizeof *names);
    int count = 0;
    names[count++] = str_format(arena, "%.*s %.*s",
                                STR_ARG(unicode_isolate(arena, slice->unit.name)),
                                STR_ARG(slice->round.description->round));
    if (compare.with_previous && slice->has_previous)
        names[count++] = slice->previous.description->round;
    if (compare.with_region)
        names[count++] =
            wording_text(slice->round.description->region, context->scope.language);
    *out = names;
    return count;
}

/* The groups; where none of them is shown, and all who answered are, these as well: the
 * chart would be empty. */
static ChartRow *chart_rows(SlideContext *context, const Options *options,
                            FindingCompare compare, int *count)
{
    int group_count = context->slice->round.description->group_count;
    ChartRow *rows =
        arena_array(context->canvas.deck->arena, (size_t)group_count + 1, sizeof *rows);
    bool is_empty = figure_is_shown(query(context, STATISTIC_SHARE, GROUP_ALL, 1));
    for (int i = 0; i < group_count; i++) {
        rows[i] = group_row(context, options->sort, i);
        rows[i].series = series_figures(context, compare, i);
        is_empty &= !figure_is_shown(rows[i].values[0]);
    }
    *count = group_count;
    if (is_empty) {
        rows[*count] = group_row(context, options->sort, GROUP_ALL);
        rows[(*count)++].series = series_figures(context, compare, GROUP_ALL);
    }
    if (options->sort != SORT_ASKED)
        chart_sort(rows, *count);
    return rows;
}

static ChartData chart_data(SlideContext *context, const Options *options,
                            FindingCompare compare)
{
    const Description *description = context->slice->round.description;
    const Scale *scale = description_scale(description, context->scope.about.index);
    Arena *arena = context->canvas.deck->arena;
    Str *steps = arena_array(arena, (size_t)scale->step_count, sizeof *steps);
    for (int i = 0; i < scale->step_count; i++)
        steps[i] = wording_text(scale->short_labels[i], context->scope.language);
    int row_count;
    ChartRow *rows = chart_rows(context, options, compare, &row_count);
    const Str *series;
    int series_count = series_names(context, compare, &series);
    return (ChartData){
        .rows = rows,
        .row_count = row_count,
        .columns = steps,
        .legend = cut_names(arena, steps, scale->step_count),
        .column_count = scale->step_count,
        .step_count = scale->step_count,
        .first_step = scale->first,
        .statistic = STATISTIC_SHARE,
        .has_means = true,
        .disagree_to = scale->disagree_to,
        .agree_from = scale->agree_from,
        .is_neutral_aside = options->neutral == NEUTRAL_ASIDE,
        .series = series,
        .series_count = series_count,
        .change_heading = change_heading(context, compare),
        .hidden_limit = description->min_answers,
    };
}

static ChartData group_data(SlideContext *context, const Options *options,
                            FindingCompare compare, Str topic)
{
    ChartData data = chart_data(context, options, compare);
    data.topic = topic;
    data.row_heading = chart_kinds[options->chart] == &chart_heat
                           ? context->words->at[WORD_STATEMENT_TOPIC]
                           : context->words->at[WORD_GROUP_HEADING];
    return data;
}

/* What a panel leaves for the chart. */
static Rect chart_box(SlideContext *context, const ChartKind *kind,
                      const ChartData *data, Rect room, double panel)
{
    room.height -= panel + panel_gap(context);
    return chart_zone(kind, &context->canvas, room, data);
}

/* Whether the chart leaves no room for a finding of two lines. */
static bool is_crowded(SlideContext *context, const Options *options,
                       const ChartData *data, Rect room, Str detail)
{
    Str none = { 0 };
    double one = panel_height(context, room.width, S("M"), detail);
    double two = 2 * one - panel_height(context, room.width, none, detail);
    const ChartKind *kind = chart_kinds[options->chart];
    Rect box = chart_box(context, kind, data, room, two);
    return kind->fit(&context->canvas, box, data) < data->row_count;
}

/* The figures behind the chart: a further part. */
static bool paint_table(SlideContext *context, ChartData data, FrameText frame)
{
    Rect room;
    data.row_heading = context->words->at[WORD_STATEMENT_TOPIC];
    frame.whole =
        chart_height(&chart_heat, &context->canvas, frame_width(context), &data);
    if (!frame_more(context, &frame, &room))
        return false;
    return chart_paint_pages(context, &chart_heat, &frame, data, room);
}

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    const Description *description = context->slice->round.description;
    const Statement *statement = &description->statements[context->scope.about.index];
    Str language = context->scope.language, kicker = { 0 }, sentence;
    if (statement->section >= 0)
        kicker = wording_text(description->sections[statement->section].name, language);
    Str title = wording_text(statement->text, language);
    FrameText frame;
    FindingCompare compare;
    Rect room;
    if (!finding_read_compare(context, &options->compare, &compare) ||
        !frame_text(context, kicker, title, &frame) ||
        !frame_room(context, &frame, true, &room) ||
        !chart_check_use(&context->canvas, chart_kinds[options->chart], CHART_SHARES))
        return false;
    Str detail = finding_detail(context, context->scope.about.index, compare);
    FindingCompare drawn = compare;
    drawn.with_previous &= context->slice->has_previous && has_before(context);
    ChartData data = group_data(context, options, drawn, frame.title);
    Canvas *canvas = &context->canvas;
    double width = frame_width(context);
    double chart = chart_height(chart_kinds[options->chart], canvas, width, &data);
    compare.is_brief = chart <= 0 && is_crowded(context, options, &data, room, detail);
    if (!finding_text(context, options->finding, compare, &sentence))
        return false;
    double panel = panel_height(context, width, sentence, detail);
    frame.whole = chart + panel_gap(context) + panel;
    if (!frame_begin(context, &frame, true, &room))
        return false;
    const ChartKind *kind = chart_kinds[options->chart];
    Rect box = chart_box(context, kind, &data, room, panel);
    ChartData rest = data;
    if (!chart_paint_first(context, kind, &frame, &rest, box))
        return false;
    room.y += room.height - panel;
    room.height = panel;
    panel_paint(context, room, sentence, detail);
    return chart_paint_rest(context, kind, &frame, rest, box) &&
           (!options->has_table || paint_table(context, data, frame));
}

const SlideKind slide_statement = {
    .layout = {.name = "statement",
               .help = "one statement: distribution by group, mean, and what it shows",
               .options = &SCHEMA,
               .needs_statement = true,
               .is_title_optional = true},
    .compose = compose,
};
