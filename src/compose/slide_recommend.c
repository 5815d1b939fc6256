/* How likely one is to recommend, from 0 to 10: the net score, large, above the
 * distribution of all; beside it the classes and the net score of each group; below
 * them what they show in a sentence. */
#include "compose/chart_pages.h"
#include "compose/finding.h"
#include "compose/frame.h"
#include "compose/panel.h"

#include <math.h>

enum { CLASS_COUNT = 3 };

typedef enum Sort { SORT_ASKED, SORT_NET, SORT_ANSWERED } Sort;
static const char *const SORTS[] = { "asked", "net", "answered", NULL };

typedef struct Options {
    int sort;
    bool has_table;
    StrList compare;
    Wording finding;
} Options;

static const Field FIELDS[] = {
    {.key = "sort",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options, sort),
     .choices = SORTS,
     .fallback = "asked",
     .help = "the order of the groups: as in the description, or the highest first" },
    { .key = "table",
     .type = FIELD_BOOL,
     .offset = offsetof(Options,         has_table),
     .fallback = "no",
     .help = "a further page with the share of each answer, in each group"              },
    { .key = "compare",
     .type = FIELD_STRINGS,
     .offset = offsetof(Options,      compare),
     .choices = finding_comparisons,
     .help = "what the net score is set beside: previous, region"},
    { .key = "finding",
     .type = FIELD_WORDING,
     .offset = offsetof(Options,      finding),
     .fallback = "auto",
     .help = "the sentence below the chart: auto, none, or a text of one's own"            },
};

static const Schema SCHEMA = { .name = "recommend slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static const double LEFT_SHARE = 0.45; /* of the width, for all together */
static const double BETWEEN = 40;      /* beside each other */
static const double NARROW = 600;      /* width in which they stand below each other */
static const double BELOW = 20;
static const double SCORE_GAP = 14; /* between the score and the words beside it */
static const double SCORE_AIR = 16; /* below the score */

static const Statistic CLASSES[CLASS_COUNT] = { STATISTIC_DISAGREE, STATISTIC_NEUTRAL,
                                                STATISTIC_AGREE };

static Query query_of(SlideContext *context, Statistic statistic, int group)
{
    return figure_query(statistic, context->scope.about.index, group);
}

static Figure query(SlideContext *context, Statistic statistic, int group)
{
    return figure_find(context->slice, query_of(context, statistic, group));
}

static const Scale *scale_of(SlideContext *context)
{
    return description_scale(context->slice->round.description,
                             context->scope.about.index);
}

static const Cell *cell_of(SlideContext *context, int group)
{
    const RoundSlice *round = &context->slice->round;
    int index = group == GROUP_ALL ? round->description->group_count : group;
    return &round->unit.cells[context->scope.about.index][index];
}

static const Str *class_names(SlideContext *context)
{
    Str *names = arena_array(context->canvas.deck->arena, CLASS_COUNT, sizeof *names);
    names[0] = context->words->at[WORD_NET_DETRACTORS];
    names[1] = context->words->at[WORD_NET_PASSIVES];
    names[2] = context->words->at[WORD_NET_PROMOTERS];
    return names;
}

/* «0–6»: the answers of each class. */
static const Str *class_ranges(SlideContext *context)
{
    Arena *arena = context->canvas.deck->arena;
    const Scale *scale = scale_of(context);
    const int ends[] = { 0, scale->disagree_to, scale->agree_from - 1,
                         scale->step_count };
    Str *ranges = arena_array(arena, CLASS_COUNT, sizeof *ranges);
    for (int i = 0; i < CLASS_COUNT; i++)
        ranges[i] = str_format(arena, "%d–%d", scale->first + ends[i],
                               scale->first + ends[i + 1] - 1);
    return ranges;
}

static const Figure *class_figures(SlideContext *context, int group)
{
    Figure *figures =
        arena_array(context->canvas.deck->arena, CLASS_COUNT, sizeof *figures);
    for (int i = 0; i < CLASS_COUNT; i++)
        figures[i] = query(context, CLASSES[i], group);
    return figures;
}

/* Of the steps, or of their classes: whole per cents that add to 100. */
static const int *percents_of(SlideContext *context, int group, bool are_classes)
{
    const Scale *scale = scale_of(context);
    const Cell *cell = cell_of(context, group);
    int *percents =
        arena_array(context->canvas.deck->arena, STEP_MAX, sizeof *percents);
    double weights[CLASS_COUNT] = { 0 };
    if (!are_classes) {
        figure_percents(cell->weights, scale->step_count, percents);
        return percents;
    }
    for (int i = 0; i < scale->step_count; i++)
        weights[i < scale->disagree_to      ? 0
                : i + 1 < scale->agree_from ? 1
                                            : 2] += cell->weights[i];
    figure_percents(weights, CLASS_COUNT, percents);
    return percents;
}

static const Figure *step_figures(SlideContext *context, int group)
{
    int count = scale_of(context)->step_count;
    Figure *figures =
        arena_array(context->canvas.deck->arena, (size_t)count, sizeof *figures);
    for (int step = 1; step <= count; step++) {
        Query share = query_of(context, STATISTIC_SHARE, group);
        share.step = step;
        figures[step - 1] = figure_find(context->slice, share);
    }
    return figures;
}

static const Str *step_names(SlideContext *context)
{
    const Scale *scale = scale_of(context);
    Arena *arena = context->canvas.deck->arena;
    Str *names = arena_array(arena, (size_t)scale->step_count, sizeof *names);
    for (int i = 0; i < scale->step_count; i++)
        names[i] = format_count(arena, context->words, scale->first + i);
    return names;
}

/* A group, or all of them, by step or by class. */
static ChartRow row_of(SlideContext *context, const Options *options, int group,
                       bool are_classes)
{
    static const Statistic keys[] = { STATISTIC_N, STATISTIC_NET, STATISTIC_ANSWERED };
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    bool is_all = group == GROUP_ALL;
    Mark mark =
        figure_mark(context->slice, query_of(context, STATISTIC_NET_CHANGE, group));
    ChartRow row = {
        .name = is_all ? context->words->at[WORD_ALL_GROUPS]
                       : wording_text(description->groups[group].name,
                                      context->scope.language),
        .is_total = is_all,
        .entry = -1,
        .values =
            are_classes ? class_figures(context, group) : step_figures(context, group),
        .percents = percents_of(context, group, are_classes),
        .series = class_figures(context, group),
        .mean = query(context, STATISTIC_NET, group),
        .change = query(context, STATISTIC_NET_CHANGE, group),
        .is_clear = mark_is_clear(mark),
        .sort_key = query(context, keys[options->sort], group),
    };
    if (figure_is_shown(row.values[0]))
        row.note = words_fill(
            arena, context->words, WORD_N_IS, "n",
            format_count(arena, context->words, cell_of(context, group)->answered),
            NULL);
    return row;
}

/* The distribution of all. */
static ChartData all_data(SlideContext *context, const Options *options, Str topic)
{
    const Scale *scale = scale_of(context);
    ChartRow *row = arena_alloc(context->canvas.deck->arena, sizeof *row);
    *row = row_of(context, options, GROUP_ALL, false);
    return (ChartData){
        .rows = row,
        .row_count = 1,
        .columns = step_names(context),
        .column_count = scale->step_count,
        .step_count = scale->step_count,
        .first_step = scale->first,
        .statistic = STATISTIC_SHARE,
        .series = class_names(context),
        .series_count = CLASS_COUNT,
        .disagree_to = scale->disagree_to,
        .agree_from = scale->agree_from,
        .hidden_limit = context->slice->round.description->min_answers,
        .topic = topic,
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

/* The groups, by step or by class; all of them last where a table is made of it. */
static ChartData group_data(SlideContext *context, const Options *options,
                            FindingCompare compare, Str topic, bool is_table)
{
    const Description *description = context->slice->round.description;
    const Scale *scale = scale_of(context);
    int count = description->group_count;
    ChartRow *rows =
        arena_array(context->canvas.deck->arena, (size_t)count + 1, sizeof *rows);
    for (int i = 0; i < count; i++)
        rows[i] = row_of(context, options, i, !is_table);
    if (options->sort != SORT_ASKED)
        chart_sort(rows, count);
    rows[count] = row_of(context, options, GROUP_ALL, !is_table);
    return (ChartData){
        .rows = rows,
        .row_count = is_table ? count + 1 : count,
        .columns = is_table ? step_names(context) : class_names(context),
        .legend = is_table ? NULL : class_ranges(context),
        .column_count = is_table ? scale->step_count : CLASS_COUNT,
        .step_count = scale->step_count,
        .first_step = scale->first,
        .statistic = STATISTIC_SHARE,
        .has_means = true,
        .has_nets = true,
        .change_heading = change_heading(context, compare),
        .hidden_limit = description->min_answers,
        .topic = topic,
        .row_heading = context->words->at[WORD_STATEMENT_TOPIC],
    };
}

static TextStyle score_style(const Canvas *canvas)
{
    const Medium *medium = canvas->medium;
    return canvas_style(canvas, FONT_BOLD, medium->sizes.display,
                        medium->palette.brand);
}

/* Of a digit. */
static double score_height(const Canvas *canvas)
{
    return score_style(canvas).size * 0.72;
}

/* The score, large, with what it is and how sure beside it. */
static void paint_score(SlideContext *context, double x, double y)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    Arena *arena = canvas->deck->arena;
    const Words *words = context->words;
    Figure net = query(context, STATISTIC_NET, GROUP_ALL);
    TextStyle large = score_style(canvas);
    TextStyle name = canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.label + 1,
                                  medium->palette.ink);
    TextStyle note =
        canvas_style(canvas, FONT_REGULAR, medium->sizes.note, medium->palette.muted);
    TagId tag = canvas_tag(canvas, TAG_P, context->sect);
    double baseline = y + score_height(canvas);
    if (!figure_is_shown(net))
        large.size = medium->sizes.label;
    Interval interval =
        figure_interval(context->slice, query_of(context, STATISTIC_NET, GROUP_ALL));
    Str score = slide_figure_within(context, net, interval);
    canvas_text(canvas, tag, x, baseline, ALIGN_LEFT, large,
                str_concat(arena, score, S(" ")));
    x += typesetter_width(canvas->typesetter, score, large) +
         canvas_scaled(canvas, SCORE_GAP);
    Str base = words_fill(
        arena, words, WORD_NET_BASE, "n",
        slide_figure(context, query(context, STATISTIC_ANSWERED, GROUP_ALL)), NULL);
    if (figure_is_shown(net) && interval_is_known(interval))
        base = str_format(
            arena, "%.*s · %.*s", STR_ARG(base),
            STR_ARG(words_fill(arena, words, WORD_NET_INTERVAL, "low",
                               format_net(arena, words, interval.low), "high",
                               format_net(arena, words, interval.high), NULL)));
    canvas_text(canvas, tag, x, baseline - note.size * 1.5, ALIGN_LEFT, name,
                str_concat(arena, words->at[WORD_NET_SCORE], S(" ")));
    if (figure_is_shown(net))
        canvas_text(canvas, tag, x, baseline, ALIGN_LEFT, note, base);
}

static bool paint_fitting(SlideContext *context, const ChartKind *kind, Rect box,
                          const ChartData *data)
{
    Canvas *canvas = &context->canvas;
    if (kind->fit(canvas, box, data) >= data->row_count)
        return chart_paint(kind, canvas, context->sect, box, data, &context->scope);
    diag_error(canvas->diags, canvas->place,
               "the distribution and %d groups do not fit on this slide",
               context->slice->round.description->group_count);
    diag_hint(canvas->diags,
              "shorten the title or the finding, or use `finding: none`");
    return false;
}

/* What the slide shows, and where: all together at the left and the groups at the
 * right; where there is little width, below. */
typedef struct Charts {
    ChartData all, groups;
    bool has_groups, is_narrow;
    double score; /* height of the score with the air below it */
    double all_height, groups_height;
} Charts;

/* One group is all who answered: their distribution takes the whole width. */
static Charts charts_of(SlideContext *context, const Options *options,
                        FindingCompare compare, Str topic)
{
    Canvas *canvas = &context->canvas;
    double width = frame_width(context);
    Charts charts = {
        .all = all_data(context, options, topic),
        .groups = group_data(context, options, compare, topic, false),
        .has_groups = context->slice->round.description->group_column.len > 0,
        .is_narrow = width < NARROW,
        .score = score_height(canvas) + canvas_scaled(canvas, SCORE_AIR),
    };
    charts.all_height =
        charts.score + chart_height(&chart_steps, canvas, width, &charts.all);
    if (charts.has_groups)
        charts.groups_height =
            chart_height(&chart_stacked, canvas, width, &charts.groups);
    return charts;
}

static double charts_height(SlideContext *context, const Charts *charts)
{
    if (!charts->is_narrow)
        return fmax(charts->all_height, charts->groups_height);
    return charts->all_height + charts->groups_height +
           (charts->has_groups ? canvas_scaled(&context->canvas, BELOW) : 0);
}

/* Groups that do not fit are left in `charts->groups`, with the box of the first. */
static bool paint_charts(SlideContext *context, const FrameText *frame, Charts *charts,
                         Rect box, Rect *groups_box)
{
    double between = canvas_scaled(&context->canvas, BETWEEN);
    Rect all = box, groups = box;
    if (charts->has_groups && charts->is_narrow) {
        double above = charts->all_height + canvas_scaled(&context->canvas, BELOW);
        double below = fmin(charts->groups_height, box.height - above);
        groups.y += box.height - below;
        groups.height = below;
        all.height -= below + canvas_scaled(&context->canvas, BELOW);
    } else if (charts->has_groups) {
        all.width = box.width * LEFT_SHARE;
        groups.x += all.width + between;
        groups.width -= all.width + between;
    }
    paint_score(context, all.x, all.y);
    all.y += charts->score;
    all.height -= charts->score;
    *groups_box = groups;
    return paint_fitting(context, &chart_steps, all, &charts->all) &&
           (!charts->has_groups ||
            chart_paint_first(context, &chart_stacked, frame, &charts->groups, groups));
}

static bool paint_table(SlideContext *context, FrameText frame, const ChartData *data)
{
    Rect room;
    frame.whole =
        chart_height(&chart_heat, &context->canvas, frame_width(context), data);
    return frame_more(context, &frame, &room) &&
           chart_paint_pages(context, &chart_heat, &frame, *data, room);
}

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    const Description *description = context->slice->round.description;
    const Statement *question = &description->statements[context->scope.about.index];
    Str language = context->scope.language, kicker = { 0 }, sentence;
    if (question->section >= 0)
        kicker = wording_text(description->sections[question->section].name, language);
    FrameText frame;
    FindingCompare compare;
    Rect room;
    if (!finding_read_compare(context, &options->compare, &compare))
        return false;
    compare.is_net = true;
    if (!frame_text(context, kicker, wording_text(question->text, language), &frame) ||
        !finding_text(context, options->finding, compare, &sentence))
        return false;
    Str detail = finding_detail(context, context->scope.about.index, compare);
    double width = frame_width(context), gap = panel_gap(context);
    double panel = panel_height(context, width, sentence, detail);
    Charts charts = charts_of(context, options, compare, frame.title);
    ChartData table = group_data(context, options, compare, frame.title, true);
    frame.whole = charts_height(context, &charts) + gap + panel;
    if (!frame_begin(context, &frame, true, &room))
        return false;
    double top = frame_zone(context->canvas.medium, room);
    Rect box = { room.x, top, room.width, room.y + room.height - panel - gap - top };
    Rect groups;
    if (!paint_charts(context, &frame, &charts, box, &groups))
        return false;
    room.y += room.height - panel;
    room.height = panel;
    panel_paint(context, room, sentence, detail);
    return (!charts.has_groups ||
            chart_paint_rest(context, &chart_stacked, &frame, charts.groups, groups)) &&
           (!options->has_table || paint_table(context, frame, &table));
}

const SlideKind slide_recommend = {
    .layout = {.name = "recommend",
               .help = "a question from 0 to 10: net score, distribution, groups",
               .options = &SCHEMA,
               .needs_recommend = true,
               .is_title_optional = true},
    .compose = compose,
};
