#include "compose/chart.h"

#include "base/buffer.h"
#include "compose/frame.h"

#include <math.h>

static const double NAME_LEADING = 1.12;
static const double NOTE_GAP = 8;  /* between a name and a note beside it */
static const double ROW_EMS = 2.7; /* from row to row, in sizes of a label */

/* Names may stand out above and below the bar: their height, of the rows' pitch. */
static const double NAME_SHARE = 14.0 / 15;

/* Names take at most a part of the chart's width: more where one needs many lines. */
static const double COLUMN_SHARE = 0.25, WIDE_COLUMN_SHARE = 1.0 / 3;
enum { COLUMN_LINES = 2 };

/* Of more rows than this the notes stand beside the names: there is no room below. Nor
 * is there where slides flow, and charts are low. */
enum { STACKED_MAX = 7 };

static bool has_notes_beside(const Canvas *canvas, const ChartData *data)
{
    return data->row_count > STACKED_MAX || canvas->medium->flows;
}

#define REFERENCE(kind) &chart_##kind,
const ChartKind *const chart_kinds[] = { CHART_KINDS(REFERENCE) };
#undef REFERENCE

#define NAME(kind) #kind,
const char *const chart_names[] = { CHART_KINDS(NAME) NULL };
#undef NAME

Str chart_topic(Canvas *canvas, const ChartData *data)
{
    char last = data->topic.len ? data->topic.at[data->topic.len - 1] : '.';
    bool is_ended = last == '.' || last == '?' || last == '!';
    return is_ended ? data->topic
                    : str_concat(canvas->deck->arena, data->topic, S("."));
}

TagId chart_figure(Canvas *canvas, TagId parent, Rect box, Str alt)
{
    TagId figure = canvas_tag(canvas, TAG_FIGURE, parent);
    Tag *tag = &canvas->deck->tags.at[figure];
    tag->alt = alt;
    tag->has_box = true;
    tag->box = box;
    return figure;
}

bool chart_check_use(Canvas *canvas, const ChartKind *kind, ChartUse use)
{
    if (kind->uses & (int)use)
        return true;
    Buffer names = buffer_in(canvas->deck->arena);
    for (int i = 0; chart_names[i]; i++)
        if (chart_kinds[i]->uses & (int)use)
            buffer_format(&names, "%s%s", names.len ? ", " : "", chart_names[i]);
    diag_error(canvas->diags, canvas->place,
               "a %s chart does not show what this slide "
               "is about",
               kind->name);
    diag_hint(canvas->diags, "use one of: %.*s", STR_ARG(buffer_text(&names)));
    return false;
}

/* As the chart's rows all have it; with a text of its own, or as figures print. */
static PrintedFigure printed_of(const ChartRow *row, Figure figure, Str text)
{
    return (PrintedFigure){ .figure = figure,
                            .text = text,
                            .row = row->name,
                            .is_other = row->place.len > 0 && !row->is_own,
                            .is_unnamed = row->is_unnamed };
}

static void log_figure(Canvas *canvas, const ChartRow *row, Figure figure, Str text)
{
    figure_log_add(canvas->deck->figures, printed_of(row, figure, text));
}

static void log_plain(Canvas *canvas, const ChartRow *row, Figure figure,
                      const ChartData *data)
{
    log_figure(canvas, row, figure,
               format_figure(canvas->deck->arena, canvas->words, figure.query.statistic,
                             figure, data->hidden_limit));
}

/* Shares as the bars print them: adding to 100. */
static void log_values(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    for (int i = 0; i < data->column_count; i++) {
        Figure value = row->values[i];
        if (row->percents && figure_is_shown(value))
            log_figure(canvas, row, value,
                       format_share(canvas->deck->arena, canvas->words,
                                    row->percents[i] / 100.0));
        else
            log_plain(canvas, row, value, data);
    }
}

/* «n = 51» beside a distribution. */
static void log_answered(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    if (data->statistic != STATISTIC_SHARE || !figure_is_shown(row->values[0]))
        return;
    Figure answered = row->values[0];
    answered.value = answered.base;
    answered.query.statistic = STATISTIC_ANSWERED;
    answered.query.step = 0;
    log_plain(canvas, row, answered, data);
}

static void log_dot(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    PrintedFigure printed = printed_of(row, row->mean,
                                       format_figure(canvas->deck->arena, canvas->words,
                                                     row->mean.query.statistic,
                                                     row->mean, data->hidden_limit));
    if (figure_is_shown(row->mean))
        printed.interval = (Interval){ row->low, row->high };
    figure_log_add(canvas->deck->figures, printed);
}

static void log_row(Canvas *canvas, int prints, const ChartRow *row,
                    const ChartData *data)
{
    if (prints & CHART_PRINTS_NOTE)
        log_answered(canvas, row, data);
    if (prints & CHART_PRINTS_VALUES)
        log_values(canvas, row, data);
    for (int i = 0; prints & CHART_PRINTS_SERIES && i < data->series_count; i++)
        log_plain(canvas, row, row->series[i], data);
    if (prints & CHART_PRINTS_SERIES && data->series_count == 0)
        log_plain(canvas, row, row->values[0], data);
    if (prints & CHART_PRINTS_DOT)
        log_dot(canvas, row, data);
    else if (prints & CHART_PRINTS_MEAN && data->has_means)
        log_plain(canvas, row, row->mean, data);
    if (!(prints & CHART_PRINTS_CHANGE) || !data->change_heading.len)
        return;
    log_figure(canvas, row, row->change, chart_change_text(canvas, row, data));
}

double chart_height(const ChartKind *kind, Canvas *canvas, double width,
                    const ChartData *data)
{
    return canvas->medium->flows ? kind->height(canvas, width, data) : 0;
}

Rect chart_zone(const ChartKind *kind, Canvas *canvas, Rect room, const ChartData *data)
{
    double bottom = room.y + room.height, top = frame_zone(canvas->medium, room);
    if (top > room.y)
        top = fmin(top, fmax(room.y, bottom - kind->height(canvas, room.width, data)));
    return (Rect){ room.x, top, room.width, bottom - top };
}

bool chart_paint(const ChartKind *kind, Canvas *canvas, TagId parent, Rect box,
                 const ChartData *data, const Scope *scope)
{
    for (int i = 0; i < data->row_count; i++)
        log_row(canvas, kind->prints, &data->rows[i], data);
    return kind->paint(canvas, parent, box, data, scope);
}

/* Rows are sorted by the first of these that differs. */
static int sort_class(const ChartRow *row)
{
    return row->is_total ? 2 : !figure_is_shown(row->sort_key);
}

static bool stands_before(const ChartRow *a, const ChartRow *b)
{
    if (sort_class(a) != sort_class(b))
        return sort_class(a) < sort_class(b);
    return sort_class(a) == 0 && a->sort_key.value > b->sort_key.value;
}

void chart_sort(ChartRow *rows, int count)
{
    for (int i = 1; i < count; i++) {
        ChartRow row = rows[i];
        int at = i;
        for (; at > 0 && stands_before(&row, &rows[at - 1]); at--)
            rows[at] = rows[at - 1];
        rows[at] = row;
    }
}

void chart_mark(Canvas *canvas, TagId tag, int shape, double x, double y, double radius,
                Colour fill)
{
    double r = radius, wide = radius * 1.3; /* of like area */
    switch (shape % 4) {
    case 0:
        canvas_round_rect(canvas, tag, (Rect){ x - r, y - r, 2 * r, 2 * r }, r, fill);
        return;
    case 1:
        r *= 0.9;
        canvas_rect(canvas, tag, (Rect){ x - r, y - r, 2 * r, 2 * r }, fill);
        return;
    case 2: {
        const double diamond[][2] = {
            {x,         y - wide},
            { x + wide, y       },
            { x,        y + wide},
            { x - wide, y       }
        };
        canvas_polygon(canvas, tag, diamond, 4, fill);
        return;
    }
    default: {
        const double triangle[][2] = {
            {x,         y - wide},
            { x + wide, y + r   },
            { x - wide, y + r   }
        };
        canvas_polygon(canvas, tag, triangle, 3, fill);
    }
    }
}

ChartData chart_whole(const ChartData *data)
{
    ChartData all = *data;
    if (data->all_row_count) {
        all.rows = data->all_rows;
        all.row_count = data->all_row_count;
    }
    return all;
}

Str chart_interval_text(Canvas *canvas, const ChartRow *row)
{
    if (!(row->low < row->high))
        return (Str){ 0 };
    Arena *arena = canvas->deck->arena;
    return str_format(arena, "%.*s–%.*s",
                      STR_ARG(format_mean(arena, canvas->words, row->low)),
                      STR_ARG(format_mean(arena, canvas->words, row->high)));
}

static bool shows_value(const ChartRow *row, const ChartData *data)
{
    for (int i = 0; i < data->column_count; i++)
        if (figure_is_shown(row->values[i]))
            return true;
    return false;
}

Str chart_change_reason(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    Figure change = row->change;
    if (figure_is_shown(change) || !shows_value(row, data) ||
        change.state == FIGURE_MISSING)
        return (Str){ 0 };
    if (chart_is_hidden(change))
        return canvas->words->at[WORD_HIDDEN_SHORT];
    return format_figure(canvas->deck->arena, canvas->words, STATISTIC_CHANGE, change,
                         0);
}

/* Why no row has a change, where it is the same for all of them. */
static Str common_reason(Canvas *canvas, const ChartData *data)
{
    Str common = { 0 };
    const ChartRow *rows = data->all_row_count ? data->all_rows : data->rows;
    int count = data->all_row_count ? data->all_row_count : data->row_count;
    for (int i = 0; i < count; i++) {
        if (!shows_value(&rows[i], data))
            continue;
        Str reason = chart_change_reason(canvas, &rows[i], data);
        if (!reason.len || (common.len && !str_equal(common, reason)))
            return (Str){ 0 };
        common = reason;
    }
    return common;
}

Str chart_change_heading(Canvas *canvas, const ChartData *data)
{
    Str reason = common_reason(canvas, data);
    return data->change_heading.len && reason.len ? reason : data->change_heading;
}

Str chart_change_text(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    Statistic statistic = data->has_nets ? STATISTIC_NET_CHANGE : STATISTIC_CHANGE;
    if (figure_is_shown(row->change))
        return format_figure(canvas->deck->arena, canvas->words, statistic, row->change,
                             data->hidden_limit);
    Str reason = chart_change_reason(canvas, row, data);
    return reason.len && !common_reason(canvas, data).len
               ? reason
               : canvas->words->at[WORD_MISSING];
}

TextStyle chart_change_style(Canvas *canvas, const ChartRow *row, double size)
{
    const Medium *medium = canvas->medium;
    if (!figure_is_shown(row->change))
        size = fmin(size, medium->sizes.note);
    TextStyle style =
        canvas_style(canvas, row->is_clear ? FONT_SEMIBOLD : FONT_REGULAR, size,
                     row->is_clear ? medium->palette.ink : medium->palette.muted);
    style.is_tabular = true;
    return style;
}

double chart_change_width(Canvas *canvas, const ChartData *data)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    TextStyle heading =
        canvas_style(canvas, FONT_REGULAR, sizes->note, canvas->medium->palette.muted);
    if (!data->change_heading.len)
        return 0;
    double width = typesetter_width(canvas->typesetter,
                                    chart_change_heading(canvas, data), heading);
    const ChartRow *rows = data->all_row_count ? data->all_rows : data->rows;
    int count = data->all_row_count ? data->all_row_count : data->row_count;
    for (int i = 0; i < count; i++)
        if (!figure_is_shown(rows[i].change))
            width = fmax(width, typesetter_width(
                                    canvas->typesetter,
                                    chart_change_text(canvas, &rows[i], data),
                                    chart_change_style(canvas, &rows[i], sizes->note)));
    return width;
}

bool chart_is_hidden(Figure figure)
{
    return figure.state == FIGURE_HIDDEN || figure.state == FIGURE_WITHHELD;
}

Str chart_hidden_text(Canvas *canvas, const Figure *figures, int count,
                      Statistic statistic, int hidden_limit)
{
    bool is_one_reason = true;
    for (int i = 0; i < count; i++) {
        if (!chart_is_hidden(figures[i]))
            return (Str){ 0 };
        is_one_reason &= figures[i].state == figures[0].state;
    }
    if (count < 2)
        return (Str){ 0 };
    return is_one_reason ? format_figure(canvas->deck->arena, canvas->words, statistic,
                                         figures[0], hidden_limit)
                         : canvas->words->at[WORD_HIDDEN_SHORT];
}

static TextStyle name_style(const Canvas *canvas)
{
    const Medium *medium = canvas->medium;
    return canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.label + 1,
                        medium->palette.ink);
}

static TextStyle note_style(const Canvas *canvas)
{
    const Medium *medium = canvas->medium;
    return canvas_style(canvas, FONT_REGULAR, medium->sizes.note - 1,
                        medium->palette.muted);
}

double chart_name_width(Canvas *canvas, const ChartData *data, double max)
{
    double width = 0;
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        double name =
            typesetter_width(canvas->typesetter, row->name, name_style(canvas));
        double note =
            typesetter_width(canvas->typesetter, row->note, note_style(canvas));
        double wider = name > note ? name : note;
        if (has_notes_beside(canvas, data) && note > 0)
            wider = name + canvas_scaled(canvas, NOTE_GAP) + note;
        width = wider > width ? wider : width;
    }
    return width < max ? width : max;
}

double chart_name_column(Canvas *canvas, const ChartData *data, double width)
{
    double most = width * COLUMN_SHARE;
    for (int i = 0; i < data->row_count; i++) {
        RichText rich = canvas_plain(canvas, data->rows[i].name, name_style(canvas));
        if (canvas_break(canvas, &rich, most, TEXT_LABEL).line_count > COLUMN_LINES)
            return chart_name_width(canvas, data, width * WIDE_COLUMN_SHARE);
    }
    return chart_name_width(canvas, data, most);
}

double chart_row_pitch(Canvas *canvas, const ChartData *data, double name_width)
{
    double pitch = canvas->medium->sizes.label * ROW_EMS;
    TextStyle name = name_style(canvas), note = note_style(canvas);
    for (int i = 0; i < data->row_count; i++) {
        RichText rich = canvas_plain(canvas, data->rows[i].name, name);
        int lines = canvas_break(canvas, &rich, name_width, TEXT_LABEL).line_count;
        double height = lines * name.size * NAME_LEADING;
        if (data->rows[i].note.len && lines > 1)
            height += note.size * NAME_LEADING;
        pitch = fmax(pitch, height / NAME_SHARE);
    }
    return pitch;
}

double chart_least_pitch(Canvas *canvas, const ChartData *data, double name_width)
{
    ChartData all = chart_whole(data);
    TextStyle style = name_style(canvas);
    style.size = canvas->medium->sizes.floor;
    int most = 0;
    for (int i = 0; i < all.row_count; i++) {
        RichText rich = canvas_plain(canvas, all.rows[i].name, style);
        int lines = canvas_break(canvas, &rich, name_width, TEXT_LABEL).line_count;
        most = lines > most ? lines : most;
    }
    return most * style.size * NAME_LEADING / NAME_SHARE;
}

/* The largest size in which a broken name fits the height. */
static bool measure_name(Canvas *canvas, Str text, double width, double height,
                         TextStyle *style, RichText *rich, Paragraph *lines)
{
    const TypeSizes *type = &canvas->medium->sizes;
    const double sizes[] = { type->label + 1, type->note, type->floor };
    *style = name_style(canvas);
    for (int i = 0; i < 3; i++) {
        style->size = sizes[i];
        *rich = canvas_plain(canvas, text, *style);
        *lines = canvas_break(canvas, rich, width, TEXT_LABEL);
        if (lines->line_count * style->size * NAME_LEADING <= height)
            return true;
    }
    diag_error(canvas->diags, canvas->place,
               "the name \"%.*s\" does not fit in the chart",
               STR_ARG(str_shown(canvas->deck->arena, text, 60)));
    diag_hint(canvas->diags, "give it a shorter one in the description");
    return false;
}

void chart_row_name(Canvas *canvas, TagId tag, const ChartRow *row, NameBox box)
{
    TextStyle name, note = note_style(canvas);
    RichText rich;
    Paragraph lines;
    double most = box.pitch * NAME_SHARE;
    if (!measure_name(canvas, row->name, box.width, most, &name, &rich, &lines))
        return;
    double leading = name.size * NAME_LEADING;
    double name_height = leading * lines.line_count;
    double note_height = note.size * NAME_LEADING;
    double note_width = typesetter_width(canvas->typesetter, row->note, note);
    double gap = canvas_scaled(canvas, NOTE_GAP);
    bool is_below = row->note.len && name_height + note_height <= most &&
                    !(canvas->medium->flows && lines.line_count == 1);
    bool is_beside = row->note.len && !is_below && lines.line_count == 1 &&
                     lines.width + gap + note_width <= box.width + 0.5;
    double total = name_height + (is_below ? note_height : 0);
    double top = box.middle - total / 2;
    double right = is_beside ? box.right - note_width - gap : box.right;
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = tag,
                                 .x = right - box.width,
                                 .y = top + name.size * 0.86,
                                 .leading = leading,
                                 .width = box.width,
                                 .align = ALIGN_RIGHT });
    double baseline =
        is_below ? top + name_height + note.size * 0.9 : top + name.size * 0.86;
    if (is_below || is_beside)
        canvas_text(canvas, tag, box.right, baseline, ALIGN_RIGHT, note, row->note);
}
