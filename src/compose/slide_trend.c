/* A statement's means over the rounds by group. */
#include "compose/chart_pages.h"
#include "compose/finding.h"
#include "compose/frame.h"
#include "compose/panel.h"

typedef enum Lines { LINES_GROUPS, LINES_ALL, LINES_BOTH } Lines;
static const char *const LINES[] = { "groups", "all", "both", NULL };

typedef struct Options {
    int lines;
    bool has_table;
    Wording finding;
} Options;

static const Field FIELDS[] = {
    {.key = "lines",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options, lines),
     .choices = LINES,
     .fallback = "groups",
     .help = "a line for each group, one for all of them together, or both" },
    { .key = "table",
     .type = FIELD_BOOL,
     .offset = offsetof(Options,         has_table),
     .fallback = "no",
     .help = "a further page with the figures behind the chart"    },
    { .key = "finding",
     .type = FIELD_WORDING,
     .offset = offsetof(Options,      finding),
     .fallback = "auto",
     .help = "the sentence below the chart: auto, none, or a text of one's own"  },
};

static const Schema SCHEMA = { .name = "trend slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static Figure query(SlideContext *context, Statistic statistic, RoundName round,
                    int group)
{
    return figure_find(context->slice, (Query){ .statistic = statistic,
                                                .round = round,
                                                .group = group,
                                                .statement = context->scope.about.index,
                                                .question = -1 });
}

/* A mean of a statement whose wording or scale changed is no point of the same line. */
static Figure before(SlideContext *context, int group)
{
    Figure change = query(context, STATISTIC_CHANGE, ROUND_THIS, group);
    Figure mean = query(context, STATISTIC_MEAN, ROUND_PREVIOUS, group);
    return change.state == FIGURE_NOT_COMPARABLE ? change : mean;
}

static ChartRow row_of(SlideContext *context, int group)
{
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    Figure *values = arena_array(arena, 2, sizeof *values);
    int count = 0;
    if (context->slice->has_previous)
        values[count++] = before(context, group);
    values[count] = query(context, STATISTIC_MEAN, ROUND_THIS, group);
    bool is_all = group == GROUP_ALL;
    Mark mark =
        figure_mark(context->slice,
                    figure_query(STATISTIC_CHANGE, context->scope.about.index, group));
    return (ChartRow){
        .name = is_all ? context->words->at[WORD_ALL_GROUPS]
                       : wording_text(description->groups[group].name,
                                      context->scope.language),
        .is_total = is_all,
        .colour = is_all ? 0 : group,
        .is_clear = mark_is_clear(mark),
        .entry = -1,
        .values = values,
        .mean = values[count],
        .change = query(context, STATISTIC_CHANGE, ROUND_THIS, group),
    };
}

static ChartData chart_data(SlideContext *context, const Options *options, Str topic)
{
    const Slice *slice = context->slice;
    const Description *description = slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    ChartRow *rows =
        arena_array(arena, (size_t)description->group_count + 1, sizeof *rows);
    int count = 0;
    for (int i = 0; i < description->group_count && options->lines != LINES_ALL; i++)
        rows[count++] = row_of(context, i);
    if (options->lines != LINES_GROUPS)
        rows[count++] = row_of(context, GROUP_ALL);
    const Scale *scale = description_scale(description, context->scope.about.index);
    Str *rounds = arena_array(arena, 2, sizeof *rounds);
    int round_count = 0;
    if (slice->has_previous)
        rounds[round_count++] = slice->previous.description->round;
    rounds[round_count++] = description->round;
    return (ChartData){
        .rows = rows,
        .row_count = count,
        .columns = rounds,
        .column_count = round_count,
        .step_count = scale->step_count,
        .first_step = scale->first,
        .statistic = STATISTIC_MEAN,
        .hidden_limit = description->min_answers,
        .topic =
            words_fill(arena, context->words, WORD_TREND_TOPIC, "title", topic, NULL),
        .row_heading = context->words->at[WORD_GROUP_HEADING],
    };
}

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    const Description *description = context->slice->round.description;
    const Statement *statement = &description->statements[context->scope.about.index];
    Canvas *canvas = &context->canvas;
    Str language = context->scope.language, title, sentence;
    title = wording_text(statement->text, language);
    Str kicker = words_fill(canvas->deck->arena, context->words, WORD_TREND_KICKER,
                            "label", wording_text(statement->label, language), NULL);
    kicker = frame_kicker(context, kicker, context->scope.about.index);
    FindingCompare compare = { .with_previous = true, .without_groups = true };
    FrameText frame;
    Rect room;
    if (!frame_text(context, kicker, title, &frame) ||
        !finding_text(context, options->finding, compare, &sentence))
        return false;
    ChartData data = chart_data(context, options, title);
    Str detail = finding_detail(context, context->scope.about.index, compare);
    double width = frame_width(context), gap = panel_gap(context);
    double panel = panel_height(context, width, sentence, detail);
    frame.whole = chart_height(&chart_trend, canvas, width, &data) + gap + panel;
    if (!frame_begin(context, &frame, true, &room))
        return false;
    double top = frame_zone(canvas->medium, room);
    Rect box = { room.x, top, room.width, room.y + room.height - panel - gap - top };
    ChartData rest = data;
    if (!chart_paint_first(context, &chart_trend, &frame, &rest, box))
        return false;
    room.y += room.height - panel;
    room.height = panel;
    panel_paint(context, room, sentence, detail);
    if (!chart_paint_rest(context, &chart_trend, &frame, rest, box))
        return false;
    if (!options->has_table)
        return true;
    frame.whole = chart_height(&chart_heat, canvas, width, &data);
    return frame_more(context, &frame, &room) &&
           chart_paint_pages(context, &chart_heat, &frame, data, room);
}

const SlideKind slide_trend = {
    .layout = {.name = "trend",
               .help = "a statement's means over the rounds, a line for each group",
               .options = &SCHEMA,
               .needs_statement = true,
               .is_title_optional = true},
    .compose = compose,
};
