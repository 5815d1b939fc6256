/* Statements by groups as a heat table of means; the numbers are links to the
 * statements' own slides. Continues on a next page when the rows are too many. Means of
 * unlike scales are not comparable: the statements of each scale have a table of their
 * own, on a page of its own, whose heading says what its numbers are. */
#include "base/unicode.h"
#include "compose/chart.h"
#include "compose/cut_names.h"
#include "compose/frame.h"

/* Of a table that goes on on a next page. */
enum { LEAST_ROWS = 5 };

typedef enum Order { ORDER_ASKED, ORDER_SCORE } Order;

static const char *const ORDERS[] = { "asked", "score", NULL };

typedef struct Options {
    int order;
    StrList statements;
    StrList compare;
} Options;

static const char *const COMPARISONS[] = { "previous", NULL };

static const Field FIELDS[] = {
    {.key = "order",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options, order),
     .choices = ORDERS,
     .fallback = "asked",
     .help = "as in the questionnaire, or the highest mean of all groups first" },
    { .key = "statements",
     .type = FIELD_STRINGS,
     .offset = offsetof(Options,      statements),
     .help = "ids of the statements to show; all when not given"},
    { .key = "compare",
     .type = FIELD_STRINGS,
     .offset = offsetof(Options, compare),
     .choices = COMPARISONS,
     .help = "previous: a column with the change since the round before"},
};

static const Schema SCHEMA = { .name = "summary slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static Figure query(SlideContext *context, Statistic statistic, int statement,
                    int group)
{
    return figure_find(context->slice, figure_query(statistic, statement, group));
}

static bool has_clear_change(SlideContext *context, int statement)
{
    return mark_is_clear(figure_mark(
        context->slice, figure_query(STATISTIC_CHANGE, statement, GROUP_ALL)));
}

static ChartRow statement_row(SlideContext *context, int statement)
{
    const Description *description = context->slice->round.description;
    int groups = description->group_count;
    Figure *values =
        arena_array(context->canvas.deck->arena, (size_t)groups + 1, sizeof *values);
    for (int group = 0; group < groups; group++)
        values[group] = query(context, STATISTIC_MEAN, statement, group);
    values[groups] = query(context, STATISTIC_MEAN, statement, GROUP_ALL);
    return (ChartRow){
        .name = wording_text(description->statements[statement].label,
                             context->scope.language),
        .entry =
            scope_find_entry(&context->scope, (About){ ABOUT_STATEMENT, statement }),
        .values = values,
        .mean = values[groups],
        .sort_key = values[groups],
        .change = query(context, STATISTIC_CHANGE, statement, GROUP_ALL),
        .is_clear = has_clear_change(context, statement),
    };
}

/* The statements that the slide names, in questionnaire order; all without any, but no
 * questions from 0 to 10. False with an error for an id that is none. */
static bool chosen(SlideContext *context, const StrList *ids, bool *is_chosen)
{
    const Description *description = context->slice->round.description;
    for (int i = 0; i < description->statement_count; i++)
        is_chosen[i] = ids->count == 0 && !description->statements[i].is_recommend;
    return slide_choose(context, ids, is_chosen);
}

static const Str *column_names(SlideContext *context)
{
    const Description *description = context->slice->round.description;
    int groups = description->group_count;
    Str *names =
        arena_array(context->canvas.deck->arena, (size_t)groups + 1, sizeof *names);
    for (int i = 0; i < groups; i++)
        names[i] = wording_text(description->groups[i].name, context->scope.language);
    names[groups] = context->words->at[WORD_ALL_GROUPS];
    return names;
}

/* «Utsagn – snitt, 1 er helt uenig og 5 er helt enig»; where the answers are numbers,
 * «Utsagn – snitt, fra 0 til 10» */
static Str row_heading(SlideContext *context, const Scale *scale)
{
    Arena *arena = context->canvas.deck->arena;
    Str language = context->scope.language;
    Str low = wording_text(scale->labels[0], language);
    Str high = wording_text(scale->labels[scale->step_count - 1], language);
    Str bottom = format_count(arena, context->words, scale->first);
    Str top = format_count(arena, context->words, scale_last(scale));
    if (str_equal(low, bottom) && str_equal(high, top))
        return words_fill(arena, context->words, WORD_SUMMARY_NUMBERS, "bottom", bottom,
                          "top", top, NULL);
    return words_fill(arena, context->words, WORD_SUMMARY_TOPIC, "bottom", bottom,
                      "low", unicode_lower_first(arena, low, language), "top", top,
                      "high", unicode_lower_first(arena, high, language), NULL);
}

/* Of the chosen statements those of one scale. */
static ChartData chart_data(SlideContext *context, const Options *options,
                            const bool *is_chosen, int scale_index)
{
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    ChartRow *rows =
        arena_array(arena, (size_t)description->statement_count, sizeof *rows);
    int count = 0;
    for (int i = 0; i < description->statement_count; i++)
        if (is_chosen[i] && description->statements[i].scale == scale_index)
            rows[count++] = statement_row(context, i);
    if (options->order == ORDER_SCORE)
        chart_sort(rows, count);
    Str change = { 0 };
    if (options->compare.count && context->slice->has_previous)
        change = words_fill(arena, context->words, WORD_CHANGE_HEADING, "round",
                            context->slice->previous.description->round, NULL);
    /* One group is all who answered: their column says it. */
    int first = description->group_column.len == 0 ? description->group_count : 0;
    for (int i = 0; i < count; i++)
        rows[i].values += first;
    const Scale *scale = &description->scales[scale_index];
    const Str *columns = column_names(context) + first;
    int column_count = description->group_count + 1 - first;
    return (ChartData){
        .rows = rows,
        .row_count = count,
        .all_rows = rows,
        .all_row_count = count,
        .columns = columns,
        .legend = cut_names(arena, columns, column_count),
        .column_count = column_count,
        .step_count = scale->step_count,
        .first_step = scale->first,
        .statistic = STATISTIC_MEAN,
        .change_heading = change,
        .last_total = description->group_count - first,
        .hidden_limit = description->min_answers,
        .row_heading = row_heading(context, scale),
    };
}

/* Pages that the rows need when each takes as many as fit; 0 when one row does not. */
static int pages_needed(Canvas *canvas, Rect room, ChartData data)
{
    int pages = 0;
    while (data.row_count > 0) {
        int fitting = chart_heat.fit(canvas, room, &data);
        if (fitting == 0)
            return 0;
        data.rows += fitting;
        data.row_count -= fitting;
        pages++;
    }
    return pages;
}

/* The height of the first rows. */
static double height_of(SlideContext *context, ChartData data, int row_count)
{
    data.row_count = row_count < data.row_count ? row_count : data.row_count;
    return chart_height(&chart_heat, &context->canvas, frame_width(context), &data);
}

/* Paints the table over as few pages as can be, each with about as many rows. */
static bool paint_pages(SlideContext *context, const FrameText *frame, Rect room,
                        ChartData data)
{
    Canvas *canvas = &context->canvas;
    data.all_rows = data.rows;
    data.all_row_count = data.row_count;
    for (int left = data.row_count; left > 0;) {
        data.row_count = left;
        int pages = pages_needed(canvas, room, data);
        if (pages == 0) {
            diag_error(canvas->diags, canvas->place,
                       "the row \"%.*s\" is taller than the slide",
                       STR_ARG(str_shown(canvas->deck->arena, data.rows->name, 60)));
            diag_hint(canvas->diags, "give the statement a shorter `label`");
            return false;
        }
        int even = (left + pages - 1) / pages;
        int fitting = chart_heat.fit(canvas, room, &data);
        data.row_count = even < fitting && !canvas->medium->flows ? even : fitting;
        frame_take(context, &room, height_of(context, data, data.row_count));
        if (!chart_paint(&chart_heat, canvas, context->sect, room, &data,
                         &context->scope))
            return false;
        data.rows += data.row_count;
        left -= data.row_count;
        if (left > 0 && !frame_begin(context, frame, false, &room))
            return false;
    }
    return true;
}

/* A table for each scale, in the order in which the questionnaire comes to them. */
static bool paint_tables(SlideContext *context, FrameText *frame, const bool *is_chosen)
{
    const Description *description = context->slice->round.description;
    bool *is_done = arena_array(context->canvas.deck->arena,
                                (size_t)description->scale_count, sizeof *is_done);
    bool is_first = true;
    for (int i = 0; i < description->statement_count; i++) {
        int scale = description->statements[i].scale;
        if (!is_chosen[i] || is_done[scale])
            continue;
        ChartData data = chart_data(context, context->slide->options, is_chosen, scale);
        Rect room;
        frame->whole = height_of(context, data, data.row_count);
        frame->least = height_of(context, data, LEAST_ROWS);
        if (!(is_first ? frame_begin(context, frame, true, &room)
                       : frame_more(context, frame, &room)) ||
            !paint_pages(context, frame, room, data))
            return false;
        is_first = false;
        is_done[scale] = true;
    }
    return true;
}

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    const Description *description = context->slice->round.description;
    bool *is_chosen =
        arena_array(context->canvas.deck->arena, (size_t)description->statement_count,
                    sizeof *is_chosen);
    FrameText frame;
    return chosen(context, &options->statements, is_chosen) &&
           frame_text(context, context->words->at[WORD_SUMMARY_KICKER],
                      context->words->at[WORD_SUMMARY_TITLE], &frame) &&
           paint_tables(context, &frame, is_chosen);
}

const SlideKind slide_summary = {
    .layout = {.name = "summary",
               .help =
                    "statements by groups as a heat table, with links to their slides", .options = &SCHEMA,
               .is_title_optional = true},
    .compose = compose,
};
