/* A bar for each row: a count, or the mean of a distribution. The value stands behind
 * the bar's end; the row's note behind the value. */
#include "base/buffer.h"
#include "compose/chart.h"

static const double MAX_PITCH = 66;
static const double BAR_SHARE = 0.61;

static bool shows_means(const ChartData *data)
{
    return data->statistic != STATISTIC_N;
}

static Figure row_figure(const ChartData *data, const ChartRow *row)
{
    return shows_means(data) ? row->mean : row->values[0];
}

static Str row_value(Canvas *canvas, const ChartData *data, const ChartRow *row)
{
    return format_figure(canvas->deck->arena, canvas->words,
                         shows_means(data) ? STATISTIC_MEAN : STATISTIC_N,
                         row_figure(data, row), data->hidden_limit);
}

/* The count at the full width of a bar. */
static double largest_count(const ChartData *data)
{
    double largest = data->largest > 1 ? data->largest : 1;
    for (int i = 0; i < data->row_count; i++) {
        Figure figure = row_figure(data, &data->rows[i]);
        if (figure_is_shown(figure) && figure.value > largest)
            largest = figure.value;
    }
    return largest;
}

/* Length of a bar, 0-1. Means are drawn from the scale's first step, where it begins.
 */
static double bar_share(const ChartData *data, double value, double largest)
{
    return shows_means(data) ? (value - 1) / (data->step_count - 1) : value / largest;
}

static TextStyle value_style(Canvas *canvas)
{
    TextStyle style = canvas_style(canvas, FONT_BOLD, canvas->medium->sizes.label + 5,
                                   canvas->medium->palette.ink);
    style.is_tabular = true;
    return style;
}

static TextStyle note_style(Canvas *canvas)
{
    return canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.label + 1,
                        canvas->medium->palette.muted);
}

/* Room that the longest value with its note needs behind the bar. */
static double label_room(Canvas *canvas, const ChartData *data)
{
    double room = 0;
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        double width =
            typesetter_width(canvas->typesetter, row_value(canvas, data, row),
                             value_style(canvas)) +
            typesetter_width(canvas->typesetter, row->note, note_style(canvas));
        room = width > room ? width : room;
    }
    return room + 28;
}

static Str describe(Canvas *canvas, const ChartData *data)
{
    Arena *arena = canvas->deck->arena;
    Buffer rows = buffer_in(arena);
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        buffer_format(&rows, "%s%.*s: %.*s", i ? "; " : "", STR_ARG(row->name),
                      STR_ARG(row_value(canvas, data, row)));
        if (row->note.len)
            buffer_format(&rows, " (%.*s)", STR_ARG(row->note));
    }
    buffer_c(&rows, ".");
    return words_fill(arena, canvas->words, WORD_ALT_BAR, "topic", data->topic, "rows",
                      buffer_text(&rows), NULL);
}

static void paint_row(Canvas *canvas, TagId tag, Rect bar, double largest,
                      const ChartRow *row, const ChartData *data)
{
    Figure figure = row_figure(data, row);
    double width = 0, gap = 0;
    if (figure_is_shown(figure)) {
        width = bar.width * bar_share(data, figure.value, largest);
        gap = 10;
        canvas_rect(canvas, tag, (Rect){ bar.x, bar.y, width, bar.height },
                    canvas->medium->palette.brand_light);
    }
    TextStyle value = value_style(canvas);
    double baseline = bar.y + bar.height / 2 + value.size * 0.34;
    double x = bar.x + width + gap;
    x += canvas_text(canvas, tag, x, baseline, ALIGN_LEFT, value,
                     row_value(canvas, data, row));
    if (row->note.len)
        canvas_text(canvas, tag, x + 9, baseline, ALIGN_LEFT, note_style(canvas),
                    row->note);
}

static int fit(Canvas *canvas, Rect box, const ChartData *data)
{
    double rows = (box.height) / (canvas->medium->sizes.label * 1.6 / BAR_SHARE);
    return rows < data->row_count ? (int)rows : data->row_count;
}

/* The steps of the scale over the bars of means, each with a short tick. */
static double paint_axis(Canvas *canvas, TagId tag, Rect bars, const ChartData *data)
{
    const Medium *medium = canvas->medium;
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, medium->sizes.note, medium->palette.muted);
    style.is_tabular = true;
    double height = style.size * 1.6;
    for (int step = 1; step <= data->step_count; step++) {
        double x = bars.x + bars.width * bar_share(data, step, 1);
        canvas_line(canvas, tag, x, bars.y + height - 5, x, bars.y + height, 0.75,
                    medium->palette.muted);
        canvas_text(canvas, tag, x, bars.y + style.size, ALIGN_CENTRE, style,
                    format_count(canvas->deck->arena, canvas->words, step));
    }
    return height + style.size * 0.4;
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    (void)scope;
    TagId figure = chart_figure(canvas, parent, box, describe(canvas, data));
    ChartData names = *data; /* the note stands behind the value here */
    ChartRow *rows =
        arena_array(canvas->deck->arena, (size_t)data->row_count, sizeof *rows);
    for (int i = 0; i < data->row_count; i++)
        rows[i] = (ChartRow){ .name = data->rows[i].name };
    names.rows = rows;
    double name_width = chart_name_width(canvas, &names, box.width * 0.3);
    double left = box.x + name_width + 16;
    double room = box.x + box.width - left - label_room(canvas, data);
    double top = box.y;
    if (shows_means(data))
        top +=
            paint_axis(canvas, figure, (Rect){ left, box.y, room, box.height }, data);
    double pitch = (box.y + box.height - top) / data->row_count;
    pitch = pitch > MAX_PITCH ? MAX_PITCH : pitch;
    double height = pitch * BAR_SHARE;
    for (int i = 0; i < data->row_count; i++) {
        Rect bar = { left, top + i * pitch, room, height };
        chart_row_name(canvas, figure, &rows[i], left - 16, bar.y, height, name_width);
        paint_row(canvas, figure, bar, largest_count(data), &data->rows[i], data);
    }
    return true;
}

const ChartKind chart_bar = {
    .name = "bar",
    .help = "a bar for each group: how many, or the mean",
    .uses = CHART_SHARES | CHART_COUNTS,
    .fit = fit,
    .paint = paint,
};
