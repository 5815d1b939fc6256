/* One statement: its distribution by group, who answered, the mean, and what it shows
 * in a sentence. */
#include "compose/chart.h"
#include "compose/finding.h"
#include "compose/frame.h"

typedef struct Options {
    int chart;
    StrList compare;
    Wording finding;
} Options;

static const Field FIELDS[] = {
    {.key = "chart",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options, chart),
     .choices = chart_names,
     .fallback = "stacked",
     .help = "how the groups' answers are drawn" },
    { .key = "compare",
     .type = FIELD_STRINGS,
     .offset = offsetof(Options,      compare),
     .help = "what the mean is set beside: previous, region"},
    { .key = "finding",
     .type = FIELD_WORDING,
     .offset = offsetof(Options, finding),
     .fallback = "auto",
     .help = "the sentence below the chart: auto, none, or a text of one's own"},
};

static const Schema SCHEMA = { .name = "statement slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static const double PANEL_HEIGHT = 78;
static const double PANEL_GAP = 20; /* least air between chart and panel */
static const double PANEL_INSET = 20;
static const double PANEL_LEADING = 1.28;

static bool read_compare(SlideContext *context, const StrList *list,
                         FindingCompare *out)
{
    *out = (FindingCompare){ 0 };
    bool is_good = true;
    for (int i = 0; i < list->count; i++) {
        if (str_equal_c(list->at[i], "previous")) {
            out->with_previous = true;
        } else if (str_equal_c(list->at[i], "region")) {
            out->with_region = true;
        } else {
            diag_error(context->canvas.diags, list->places[i],
                       "\"%.*s\" is nothing to compare with", STR_ARG(list->at[i]));
            diag_hint(context->canvas.diags, "write previous, region, or both");
            is_good = false;
        }
    }
    return is_good;
}

static Figure query(SlideContext *context, Statistic statistic, int group, int step)
{
    return figure_find(context->slice, (Query){ .statistic = statistic,
                                                .group = group,
                                                .statement = context->scope.about.index,
                                                .question = -1,
                                                .step = step });
}

static ChartRow group_row(SlideContext *context, int group)
{
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    int steps = description->scale.step_count;
    Figure *values = arena_array(arena, (size_t)steps, sizeof *values);
    for (int step = 1; step <= steps; step++)
        values[step - 1] = query(context, STATISTIC_SHARE, group, step);
    int *percents = arena_array(arena, (size_t)steps, sizeof *percents);
    const Cell *cell =
        &context->slice->round.unit.cells[context->scope.about.index][group];
    figure_percents(cell->weights, steps, percents);
    Str answered = format_count(arena, context->words, cell->answered);
    Str note = words_fill(arena, context->words, WORD_N_IS, "n", answered, NULL);
    return (ChartRow){
        .name = wording_text(description->groups[group].name, context->scope.language),
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

static ChartData chart_data(SlideContext *context, FindingCompare compare)
{
    const Description *description = context->slice->round.description;
    const Scale *scale = &description->scale;
    Arena *arena = context->canvas.deck->arena;
    Str *steps = arena_array(arena, (size_t)scale->step_count, sizeof *steps);
    for (int i = 0; i < scale->step_count; i++)
        steps[i] = wording_text(scale->short_labels[i], context->scope.language);
    ChartRow *rows = arena_array(arena, (size_t)description->group_count, sizeof *rows);
    for (int i = 0; i < description->group_count; i++)
        rows[i] = group_row(context, i);
    return (ChartData){
        .rows = rows,
        .row_count = description->group_count,
        .columns = steps,
        .column_count = scale->step_count,
        .step_count = scale->step_count,
        .statistic = STATISTIC_SHARE,
        .has_means = true,
        .change_heading = change_heading(context, compare),
        .hidden_limit = description->min_answers,
    };
}

/* The author's own sentence, the program's, or none. */
static bool finding_text(SlideContext *context, const Options *options, Str *out)
{
    if (!slide_wording(context, options->finding, S("auto"), out))
        return false;
    if (str_equal_c(*out, "auto"))
        *out = finding_sentence(context, context->scope.about.index);
    else if (str_equal_c(*out, "none"))
        *out = (Str){ 0 };
    return true;
}

/* Lines of one text in the panel; the last baseline is given back. */
static double panel_lines(SlideContext *context, TextStyle style, Str text, double x,
                          double y, double width)
{
    Canvas *canvas = &context->canvas;
    RichText rich = canvas_plain(canvas, text, style);
    Paragraph lines = canvas_break(canvas, &rich, width, TEXT_LABEL);
    double leading = style.size * PANEL_LEADING;
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = canvas_tag(canvas, TAG_P, context->sect),
                                 .x = x,
                                 .y = y,
                                 .leading = leading });
    return y + leading * (lines.line_count - 1);
}

static int line_count(SlideContext *context, TextStyle style, Str text, double width)
{
    if (!text.len)
        return 0;
    RichText rich = canvas_plain(&context->canvas, text, style);
    return canvas_break(&context->canvas, &rich, width, TEXT_LABEL).line_count;
}

static TextStyle sentence_style(SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return canvas_style(&context->canvas, FONT_SEMIBOLD, medium->sizes.body,
                        medium->palette.ink);
}

static TextStyle detail_style(SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return canvas_style(&context->canvas, FONT_REGULAR, medium->sizes.label,
                        medium->palette.muted);
}

/* As high as the sentence and the detail need. */
static double panel_height(SlideContext *context, Rect room, Str sentence, Str detail)
{
    double width = room.width - 2 * PANEL_INSET;
    TextStyle style = sentence_style(context);
    int lines = line_count(context, style, sentence, width) +
                line_count(context, detail_style(context), detail, width);
    return PANEL_HEIGHT + (lines - 2) * style.size * PANEL_LEADING;
}

/* The sentence, and below it what all groups say together. */
static void paint_panel(SlideContext *context, Rect panel, Str sentence, Str detail)
{
    Canvas *canvas = &context->canvas;
    const Palette *palette = &canvas->medium->palette;
    canvas_round_rect(canvas, TAG_ARTIFACT, panel, 4, palette->tint);
    canvas_rect(canvas, TAG_ARTIFACT, (Rect){ panel.x, panel.y, 4, panel.height },
                palette->brand_light);
    double width = panel.width - 2 * PANEL_INSET;
    double x = panel.x + PANEL_INSET, y = panel.y + 31;
    if (sentence.len)
        y = panel_lines(context, sentence_style(context), sentence, x, y, width) + 27;
    panel_lines(context, detail_style(context), detail, x, y, width);
}

static bool paint_chart(SlideContext *context, const Options *options,
                        FindingCompare compare, Rect box, Str topic)
{
    Canvas *canvas = &context->canvas;
    const ChartKind *kind = chart_kinds[options->chart];
    ChartData data = chart_data(context, compare);
    data.topic = topic;
    data.row_heading = context->words->at[WORD_STATEMENT_TOPIC];
    if (kind->fit(canvas, box, &data) < data.row_count) {
        diag_error(canvas->diags, canvas->place,
                   "%d groups do not fit in a %s chart here", data.row_count,
                   kind->name);
        diag_hint(canvas->diags, "use `chart: heat`, or `finding: none`");
        return false;
    }
    return kind->paint(canvas, context->sect, box, &data, &context->scope);
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
    if (!read_compare(context, &options->compare, &compare) ||
        !frame_text(context, kicker, title, &frame) ||
        !frame_begin(context, &frame, true, &room) ||
        !finding_text(context, options, &sentence))
        return false;
    Str detail = finding_detail(context, context->scope.about.index, compare);
    double panel = panel_height(context, room, sentence, detail);
    double top = frame_zone(context->canvas.medium, room);
    Rect box = { room.x, top, room.width,
                 room.y + room.height - panel - PANEL_GAP - top };
    if (!paint_chart(context, options, compare, box, frame.title))
        return false;
    room.y += room.height - panel;
    room.height = panel;
    paint_panel(context, room, sentence, detail);
    return true;
}

const SlideKind slide_statement = {
    .layout = {.name = "statement",
               .help = "one statement: distribution by group, mean, and what it shows",
               .options = &SCHEMA,
               .needs_statement = true,
               .is_title_optional = true},
    .compose = compose,
};
