/* How the figures came about, written from the data: period, who was asked and
 * answered, the scale, what is hidden and why, what was removed. A table of terms. */
#include "base/buffer.h"
#include "base/unicode.h"
#include "compose/even.h"
#include "compose/frame.h"
#include "compose/method.h"
#include "compose/quotes.h"

#include <math.h>

static const double TERM_WIDTH = 170;
static const double LEADING = 1.34;

/* The air between rows, and whether they are set in the size of notes. */
typedef struct Density {
    double air;
    bool is_small;
} Density;
static const Density DENSITIES[] = {
    {11, false},
    { 7, false},
    { 4, false},
    { 7, true },
    { 4, true },
};

enum { ROW_MAX = 12, DENSITY_COUNT = sizeof DENSITIES / sizeof *DENSITIES };

typedef struct MethodRow {
    Str term, text;
} MethodRow;

typedef struct MethodRows {
    MethodRow at[ROW_MAX];
    int count;
} MethodRows;

static Figure query(SlideContext *context, Statistic statistic,
                    PopulationName population)
{
    return figure_find(context->slice, (Query){ .statistic = statistic,
                                                .population = population,
                                                .group = GROUP_ALL,
                                                .question = -1 });
}

static Str count_text(SlideContext *context, double count)
{
    return format_count(context->canvas.deck->arena, context->words, (long)count);
}

static void add_row(MethodRows *rows, Str term, Str text)
{
    if (text.len)
        rows->at[rows->count++] = (MethodRow){ term, text };
}

static Str period_text(SlideContext *context)
{
    const Description *description = context->slice->round.description;
    if (!date_is_set(description->from))
        return (Str){ 0 };
    return format_period(context->canvas.deck->arena, context->words, description->from,
                         description->to);
}

/* «214 av 467 inviterte i Østre Toten svarte (46 %). …» */
static Str answered_text(SlideContext *context)
{
    Arena *arena = context->canvas.deck->arena;
    const Words *words = context->words;
    const RoundSlice *round = &context->slice->round;
    Figure n = query(context, STATISTIC_N, POPULATION_UNIT);
    Figure invited = query(context, STATISTIC_INVITED, POPULATION_UNIT);
    Figure rate = query(context, STATISTIC_RESPONSE_RATE, POPULATION_UNIT);
    Buffer text = buffer_in(arena);
    if (n.state == FIGURE_MISSING)
        return (Str){ 0 };
    if (!figure_is_shown(n))
        buffer_str(&text, words_fill(arena, words, WORD_METHOD_ANSWERED_HIDDEN, "unit",
                                     context->slice->unit.name, "state",
                                     slide_figure(context, n), NULL));
    else if (figure_is_shown(rate))
        buffer_str(&text, words_fill(arena, words, WORD_METHOD_INVITED, "n",
                                     slide_figure(context, n), "invited",
                                     slide_figure(context, invited), "unit",
                                     context->slice->unit.name, "rate",
                                     slide_figure(context, rate), NULL));
    else
        buffer_str(&text, words_fill(arena, words, WORD_METHOD_ANSWERED, "n",
                                     slide_figure(context, n), "unit",
                                     context->slice->unit.name, NULL));
    if (round->unit_count < 2)
        return buffer_text(&text);
    Figure region = query(context, STATISTIC_N, POPULATION_REGION);
    Figure units = query(context, STATISTIC_UNITS, POPULATION_REGION);
    buffer_char(&text, ' ');
    WordId phrase =
        figure_is_shown(region) ? WORD_METHOD_REGION : WORD_METHOD_REGION_HIDDEN;
    buffer_str(&text,
               words_fill(arena, words, phrase, "n", slide_figure(context, region),
                          "units", slide_figure(context, units), NULL));
    return buffer_text(&text);
}

/* The values of steps, «4–5»; below zero «−2 til −1», since a dash is no minus. */
static Str steps_text(SlideContext *context, const Scale *scale, int first, int last)
{
    Str from = count_text(context, scale->first + first - 1);
    Str to = count_text(context, scale->first + last - 1);
    if (first == last)
        return from;
    if (scale->first + first - 1 < 0)
        return words_fill(context->canvas.deck->arena, context->words, WORD_FROM_TO,
                          "from", from, "to", to, NULL);
    return str_format(context->canvas.deck->arena, "%.*s–%.*s", STR_ARG(from),
                      STR_ARG(to));
}

/* «1 Helt uenig, 2 Delvis uenig …»; where the labels are but the values: «0–10». */
static Str labels_text(SlideContext *context, const Scale *scale)
{
    Arena *arena = context->canvas.deck->arena;
    Str *steps = arena_array(arena, (size_t)scale->step_count, sizeof *steps);
    bool are_values = true;
    for (int i = 0; i < scale->step_count; i++) {
        Str label = wording_text(scale->labels[i], context->scope.language);
        Str value = steps_text(context, scale, i + 1, i + 1);
        bool is_value = str_equal(label, value);
        are_values &= is_value;
        steps[i] = is_value ? value
                            : str_format(arena, "%.*s\u00a0%.*s", STR_ARG(value),
                                         STR_ARG(unicode_isolate(arena, label)));
    }
    return are_values ? steps_text(context, scale, 1, scale->step_count)
                      : format_list(arena, context->words, steps, scale->step_count);
}

/* The statements with a scale, «a», «b» og «c»; empty when there are none. */
static Str statements_on(SlideContext *context, int scale)
{
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    size_t most = (size_t)description->statement_count;
    Str *labels = arena_array(arena, most, sizeof *labels);
    int count = 0;
    for (int i = 0; i < description->statement_count; i++)
        if (description->statements[i].scale == scale)
            labels[count++] = words_fill(
                arena, context->words, WORD_QUOTE, "text",
                scope_about_label(&context->scope, (About){ ABOUT_STATEMENT, i }),
                NULL);
    return format_list(arena, context->words, labels, count);
}

/* Whether only questions from 0 to 10 are answered on it. */
static bool is_recommend_scale(const Description *description, int scale)
{
    for (int i = 0; i < description->statement_count; i++)
        if (description->statements[i].scale == scale)
            return description->statements[i].is_recommend;
    return false;
}

static Str net_text(SlideContext *context, Str statements)
{
    double points =
        figure_least(context->slice->round.description, STATISTIC_NET, 0) + 0.5;
    return words_fill(context->canvas.deck->arena, context->words, WORD_METHOD_NET,
                      "statements", statements, "points",
                      count_text(context, (int)points), NULL);
}

static Str scale_text(SlideContext *context)
{
    const Description *description = context->slice->round.description;
    const Scale *scale = description_scale(description, 0);
    if (description->statements[0].is_recommend)
        return net_text(context,
                        statements_on(context, description->statements[0].scale));
    return words_fill(context->canvas.deck->arena, context->words, WORD_METHOD_SCALE,
                      "steps", labels_text(context, scale), "agree",
                      steps_text(context, scale, scale->agree_from, scale->step_count),
                      "disagree", steps_text(context, scale, 1, scale->disagree_to),
                      NULL);
}

/* Every scale but that of the first statement, with its statements. */
static Str other_scales_text(SlideContext *context)
{
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    Buffer text = buffer_in(arena);
    bool has_unlike = false;
    for (int i = 0; i < description->scale_count; i++) {
        const Scale *scale = &description->scales[i];
        Str statements = statements_on(context, i);
        if (i == description->statements[0].scale || !statements.len)
            continue;
        if (is_recommend_scale(description, i)) {
            buffer_sentence(&text, net_text(context, statements));
            continue;
        }
        has_unlike = true;
        Str agree = steps_text(context, scale, scale->agree_from, scale->step_count);
        buffer_sentence(
            &text, words_fill(arena, context->words, WORD_METHOD_OTHER_SCALE,
                              "statements", statements, "steps",
                              labels_text(context, scale), "agree", agree, "disagree",
                              steps_text(context, scale, 1, scale->disagree_to), NULL));
    }
    if (has_unlike)
        buffer_sentence(&text, context->words->at[WORD_METHOD_UNLIKE_SCALES]);
    return buffer_text(&text);
}

static Str weights_text(SlideContext *context)
{
    bool is_weighted = context->slice->round.description->weight_column.len > 0;
    return is_weighted ? context->words->at[WORD_METHOD_WEIGHTS] : (Str){ 0 };
}

static Str quotes_text(SlideContext *context)
{
    const RoundSlice *round = &context->slice->round;
    Arena *arena = context->canvas.deck->arena;
    if (!round->description->question_count)
        return (Str){ 0 };
    Str rule = words_fill(arena, context->words, WORD_METHOD_QUOTES, "length",
                          count_text(context, QUOTE_LENGTH), "redacted",
                          round->redacted_count
                              ? count_text(context, round->redacted_count)
                              : format_small_number(arena, context->words, 0),
                          NULL);
    if (!round->omitted_count)
        return rule;
    Str omitted = words_fill(arena, context->words, WORD_METHOD_OMITTED, "n",
                             count_text(context, round->omitted_count), NULL);
    return str_format(arena, "%.*s %.*s", STR_ARG(rule), STR_ARG(omitted));
}

static MethodRows all_rows(SlideContext *context)
{
    const Words *words = context->words;
    MethodRows rows = { .count = 0 };
    add_row(&rows, words->at[WORD_METHOD_PERIOD_TERM], period_text(context));
    add_row(&rows, words->at[WORD_METHOD_ANSWERED_TERM], answered_text(context));
    add_row(&rows, words->at[WORD_METHOD_SCALE_TERM], scale_text(context));
    add_row(&rows, words->at[WORD_METHOD_SCALES_TERM], other_scales_text(context));
    add_row(&rows, words->at[WORD_METHOD_WEIGHTS_TERM], weights_text(context));
    add_row(&rows, words->at[WORD_METHOD_PRIVACY_TERM], method_privacy(context));
    add_row(&rows, words->at[WORD_METHOD_COMPARISON_TERM], method_comparison(context));
    add_row(&rows, words->at[WORD_METHOD_ROUNDS_TERM], method_rounds(context));
    add_row(&rows, words->at[WORD_METHOD_QUOTES_TERM], quotes_text(context));
    add_row(
        &rows, words->at[WORD_METHOD_NOTE_TERM],
        wording_text(context->slice->round.description->note, context->scope.language));
    return rows;
}

typedef struct Setting {
    RichText rich;
    Paragraph lines;
} Setting;

static double size_of(const Canvas *canvas, const Density *density)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    return density->is_small ? sizes->note : sizes->label;
}

/* Rows in a density. */
typedef struct Table {
    const MethodRows *rows;
    Setting settings[ROW_MAX];
    double size, air;
} Table;

static Table set_rows(Canvas *canvas, const MethodRows *rows, const Density *density,
                      double width)
{
    Table table = { .rows = rows,
                    .size = size_of(canvas, density),
                    .air = canvas_scaled(canvas, density->air) };
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, table.size, canvas->medium->palette.ink);
    for (int i = 0; i < rows->count; i++) {
        Setting *setting = &table.settings[i];
        setting->rich = canvas_plain(canvas, rows->at[i].text, style);
        setting->lines = canvas_break(canvas, &setting->rich, width, TEXT_PROSE);
    }
    return table;
}

static double row_height(const Table *table, int row)
{
    return table->settings[row].lines.line_count * table->size * LEADING;
}

/* The height of the first rows. */
static double height_of(const Table *table, int count)
{
    double height = count > 0 ? (count - 1) * table->air : 0;
    for (int i = 0; i < count; i++)
        height += row_height(table, i);
    return height;
}

/* Pages that the table takes in rooms of that height, for even_room. */
static int pages_of(const void *content, double room)
{
    const Table *table = content;
    double y = 0;
    int pages = 1;
    for (int i = 0; i < table->rows->count; i++) {
        double height = row_height(table, i);
        if (y > 0 && y + height > room) {
            pages++;
            y = 0;
        }
        y += height + table->air;
    }
    return pages;
}

/* In the first density in which all rows stand on one page. Where none does, or where
 * slides flow, in the first of all. */
static Table choose_table(Canvas *canvas, const MethodRows *rows, double width,
                          double room)
{
    for (int i = 0; i < DENSITY_COUNT && !canvas->medium->flows; i++) {
        Table table = set_rows(canvas, rows, &DENSITIES[i], width);
        if (height_of(&table, rows->count) <= room)
            return table;
    }
    return set_rows(canvas, rows, &DENSITIES[0], width);
}

static double tallest(const Table *table)
{
    double tallest = 0;
    for (int i = 0; i < table->rows->count; i++)
        tallest = fmax(tallest, row_height(table, i));
    return tallest;
}

static void paint_row(Canvas *canvas, TagId parent, const Table *table, int row,
                      Rect room, double y)
{
    const Palette *palette = &canvas->medium->palette;
    double size = table->size;
    TagId tag = canvas_tag(canvas, TAG_ROW, parent);
    canvas_text(canvas, canvas_cell(canvas, tag, SCOPE_ROW), room.x, y + size,
                ALIGN_LEFT,
                canvas_style(canvas, FONT_SEMIBOLD, size, palette->brand_light),
                table->rows->at[row].term);
    const Setting *setting = &table->settings[row];
    canvas_lines(canvas, &setting->rich, &setting->lines,
                 (LinesOptions){ .tag = canvas_cell(canvas, tag, SCOPE_NONE),
                                 .x = room.x + canvas_scaled(canvas, TERM_WIDTH),
                                 .y = y + size,
                                 .leading = size * LEADING });
}

/* Over as many pages as it takes; on a medium that does not flow, evenly. */
static bool paint_table(SlideContext *context, const FrameText *frame,
                        const Table *table, Rect room)
{
    Canvas *canvas = &context->canvas;
    TagId parent = canvas_tag(canvas, TAG_TABLE, context->sect);
    double y = room.y, height = room.height;
    if (!canvas->medium->flows)
        height = even_room(pages_of, table, tallest(table), height);
    for (int i = 0; i < table->rows->count; i++) {
        if (y > room.y && y + row_height(table, i) > room.y + height) {
            if (!frame_begin(context, frame, false, &room))
                return false;
            y = room.y;
            height = canvas->medium->flows ? room.height : height;
        }
        paint_row(canvas, parent, table, i, room, y);
        y += row_height(table, i) + table->air;
    }
    frame_take(context, &room, y - table->air - room.y);
    return true;
}

static bool compose(SlideContext *context)
{
    FrameText frame;
    Rect room;
    if (!frame_text(context, context->words->at[WORD_METHOD_KICKER],
                    context->words->at[WORD_METHOD_TITLE], &frame) ||
        !frame_room(context, &frame, true, &room))
        return false;
    Canvas *canvas = &context->canvas;
    MethodRows rows = all_rows(context);
    double width = frame_width(context) - canvas_scaled(canvas, TERM_WIDTH);
    Table table = choose_table(canvas, &rows, width, room.height);
    frame.whole = height_of(&table, rows.count);
    frame.least = height_of(&table, rows.count < 2 ? rows.count : 2);
    return frame_begin(context, &frame, true, &room) &&
           paint_table(context, &frame, &table, room);
}

const SlideKind slide_method = {
    .layout = {.name = "method",
               .help = "period, answers, scale, privacy: written from the data",
               .is_title_optional = true},
    .compose = compose,
};
