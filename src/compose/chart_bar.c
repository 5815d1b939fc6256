/* A bar for each row: a count, or the mean of a distribution. The value stands behind
 * the bar's end; the row's note behind the value. Where there are several series, each
 * row has a bar for each, with a legend above, and its note below its name. */
#include "base/buffer.h"
#include "base/unicode.h"
#include "compose/chart.h"

#include <math.h>

static const double MAX_PITCH = 66; /* from row to row, unless names need more */
static const double BAR_SHARE = 0.61;
static const double GROUPED_SHARE = 0.86;
static const double VALUE_SHARE = 0.75; /* size of a value, of the rows' pitch */
static const double SERIES_GAP = 1;
static const double SERIES_EMS = 1.3; /* height of one of several bars, of a label */
static const double SWATCH = 12;
static const double EPSILON = 1e-6; /* rows that just fit do */
static const double NAME_GAP = 16;  /* between a name and its bar */

static double max_pitch(const Canvas *canvas)
{
    return canvas_scaled(canvas, MAX_PITCH);
}

static bool shows_means(const ChartData *data)
{
    return data->statistic != STATISTIC_N;
}

static bool is_grouped(const ChartData *data)
{
    return data->series_count > 1;
}

/* The first series is this unit, now; the others are paler, each more than the last. */
static Colour series_colour(Canvas *canvas, int series)
{
    static const double PALENESS[] = { 0, 0.45, 0.7, 0.85 };
    const Palette *palette = &canvas->medium->palette;
    return colour_mix(palette->brand_light, palette->paper,
                      PALENESS[series < 3 ? series : 3]);
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
    ChartData all = chart_whole(data);
    double largest = data->largest > 1 ? data->largest : 1;
    for (int i = 0; i < all.row_count; i++) {
        Figure figure = row_figure(data, &all.rows[i]);
        if (figure_is_shown(figure) && figure.value > largest)
            largest = figure.value;
    }
    return largest;
}

/* Length of a bar, 0-1. Means are drawn from the scale's first step, where it begins.
 */
static double bar_share(const ChartData *data, double value, double largest)
{
    return shows_means(data) ? (value - data->first_step) / (data->step_count - 1)
                             : value / largest;
}

/* No higher than the pitch of the rows lets it be. */
static TextStyle value_style(Canvas *canvas, double pitch)
{
    double size = fmin(canvas->medium->sizes.label + canvas_scaled(canvas, 5),
                       pitch * VALUE_SHARE);
    TextStyle style =
        canvas_style(canvas, FONT_BOLD, size, canvas->medium->palette.ink);
    style.is_tabular = true;
    return style;
}

static TextStyle note_style(Canvas *canvas, double pitch)
{
    double size = fmin(canvas->medium->sizes.label + 1, pitch * VALUE_SHARE);
    return canvas_style(canvas, FONT_REGULAR, size, canvas->medium->palette.muted);
}

/* Room that the longest value with its note needs behind the bar. */
static double label_room(Canvas *canvas, const ChartData *data)
{
    ChartData all = chart_whole(data);
    double room = 0;
    for (int i = 0; i < all.row_count; i++) {
        const ChartRow *row = &all.rows[i];
        double width =
            typesetter_width(canvas->typesetter, row_value(canvas, data, row),
                             value_style(canvas, max_pitch(canvas))) +
            typesetter_width(canvas->typesetter, row->note,
                             note_style(canvas, max_pitch(canvas)));
        room = width > room ? width : room;
    }
    return room + canvas_scaled(canvas, 28);
}

static Str series_value(Canvas *canvas, const ChartData *data, Figure figure)
{
    return format_figure(canvas->deck->arena, canvas->words, STATISTIC_MEAN, figure,
                         data->hidden_limit);
}

/* «2026 3,4, 2024 3,1», or «2026 3,4, ikke stilt i 2024» */
static void describe_series(Canvas *canvas, Buffer *out, const ChartRow *row,
                            const ChartData *data)
{
    for (int i = 0; i < data->series_count; i++) {
        buffer_c(out, i ? ", " : "");
        if (row->series[i].round.len == 0)
            buffer_format(
                out, "%.*s ",
                STR_ARG(unicode_isolate(canvas->deck->arena, data->series[i])));
        buffer_str(out, series_value(canvas, data, row->series[i]));
    }
}

static Str describe(Canvas *canvas, const ChartData *data)
{
    Arena *arena = canvas->deck->arena;
    Buffer rows = buffer_in(arena);
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        buffer_format(&rows, "%s%.*s: ", i ? "; " : "",
                      STR_ARG(unicode_isolate(arena, row->name)));
        if (is_grouped(data))
            describe_series(canvas, &rows, row, data);
        else
            buffer_str(&rows, row_value(canvas, data, row));
        if (row->note.len)
            buffer_format(&rows, " (%.*s)", STR_ARG(row->note));
    }
    buffer_c(&rows, ".");
    return words_fill(arena, canvas->words, WORD_ALT_BAR, "topic",
                      chart_topic(canvas, data), "rows", buffer_text(&rows), NULL);
}

static void paint_row(Canvas *canvas, TagId tag, Rect bar, double largest,
                      const ChartRow *row, const ChartData *data)
{
    Figure figure = row_figure(data, row);
    double width = 0, gap = 0;
    if (figure_is_shown(figure)) {
        width = bar.width * bar_share(data, figure.value, largest);
        gap = canvas_scaled(canvas, 10);
        canvas_rect(canvas, tag, (Rect){ bar.x, bar.y, width, bar.height },
                    canvas->medium->palette.brand_light);
    }
    double pitch = bar.height / BAR_SHARE;
    TextStyle value = value_style(canvas, pitch);
    if (!figure_is_shown(figure)) { /* in the quieter voice of the other charts */
        value = note_style(canvas, pitch);
        value.size = fmin(value.size, canvas->medium->sizes.label);
    }
    double baseline = bar.y + bar.height / 2 + value.size * 0.34;
    double x = bar.x + width + gap;
    x += canvas_text(canvas, tag, x, baseline, ALIGN_LEFT, value,
                     row_value(canvas, data, row));
    if (row->note.len)
        canvas_text(canvas, tag, x + canvas_scaled(canvas, 9), baseline, ALIGN_LEFT,
                    note_style(canvas, pitch), row->note);
}

/* The least height of one of a row's bars: its value stands behind it. */
static double series_height(Canvas *canvas)
{
    return canvas->medium->sizes.floor;
}

/* The rows as they stand at the left, of all pages: the note stands behind the value
 * when there is one bar. */
static ChartData names_only(Canvas *canvas, const ChartData *data)
{
    ChartData names = chart_whole(data);
    ChartRow *rows =
        arena_array(canvas->deck->arena, (size_t)names.row_count, sizeof *rows);
    for (int i = 0; i < names.row_count; i++) {
        rows[i] = names.rows[i];
        if (!is_grouped(data))
            rows[i].note = (Str){ 0 };
    }
    names.rows = names.all_rows = rows;
    names.all_row_count = names.row_count;
    return names;
}

static int fit(Canvas *canvas, Rect box, const ChartData *data)
{
    double pitch = canvas->medium->sizes.floor * 1.35;
    if (is_grouped(data))
        pitch = data->series_count * series_height(canvas) / GROUPED_SHARE;
    double head = shows_means(data) ? canvas->medium->sizes.note * 2 : 0;
    if (is_grouped(data))
        head += canvas->medium->sizes.note * 2;
    ChartData names = names_only(canvas, data);
    double name_width = chart_name_column(canvas, &names, box.width);
    pitch = fmax(pitch, chart_least_pitch(canvas, &names, name_width));
    double rows = (box.height - head) / pitch + EPSILON;
    return rows < data->row_count ? (int)rows : data->row_count;
}

/* The legend is taken to need one line. */
static double height(Canvas *canvas, double width, const ChartData *data)
{
    ChartData names = names_only(canvas, data);
    double name_width = chart_name_column(canvas, &names, width);
    double pitch = chart_row_pitch(canvas, &names, name_width);
    if (is_grouped(data))
        pitch = fmax(pitch, data->series_count * canvas->medium->sizes.label *
                                SERIES_EMS / GROUPED_SHARE);
    double head = shows_means(data) ? canvas->medium->sizes.note * 2 : 0;
    if (is_grouped(data))
        head += canvas->medium->sizes.note * 2;
    return head + pitch * data->row_count;
}

/* The steps of the scale over the bars of means, each with a short tick. */
static double paint_axis(Canvas *canvas, TagId tag, Rect bars, const ChartData *data)
{
    const Medium *medium = canvas->medium;
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, medium->sizes.note, medium->palette.muted);
    style.is_tabular = true;
    double height = style.size * 1.6;
    for (int step = data->first_step; step <= chart_last_step(data); step++) {
        double x = bars.x + bars.width * bar_share(data, step, 1);
        canvas_line(canvas, tag, x, bars.y + height - canvas_scaled(canvas, 5), x,
                    bars.y + height, 0.75, medium->palette.muted);
        canvas_text(canvas, tag, x, bars.y + style.size, ALIGN_CENTRE, style,
                    format_count(canvas->deck->arena, canvas->words, step));
    }
    return height + style.size * 0.4;
}

/* Behind one of several bars: no larger than the names, and no higher than the bar. */
static TextStyle series_style(Canvas *canvas, double height, bool is_first)
{
    TextStyle style = value_style(canvas, max_pitch(canvas));
    style.size = fmin(height, canvas->medium->sizes.label);
    if (!is_first)
        style.role = FONT_REGULAR;
    return style;
}

/* What is hidden says so in a quieter voice; once, where all of it is. */
static void paint_series(Canvas *canvas, TagId tag, Rect bar, const ChartRow *row,
                         const ChartData *data)
{
    double height = bar.height / data->series_count;
    Str hidden = chart_hidden_text(canvas, row->series, data->series_count,
                                   STATISTIC_MEAN, data->hidden_limit);
    if (hidden.len) {
        TextStyle style = series_style(canvas, height, false);
        style.colour = canvas->medium->palette.muted;
        canvas_text(canvas, tag, bar.x, bar.y + bar.height / 2 + style.size * 0.34,
                    ALIGN_LEFT, style, hidden);
        return;
    }
    for (int i = 0; i < data->series_count; i++) {
        Figure figure = row->series[i];
        double width = 0, top = bar.y + i * height;
        if (figure_is_shown(figure)) {
            width = bar.width * bar_share(data, figure.value, 1);
            canvas_rect(canvas, tag, (Rect){ bar.x, top, width, height - SERIES_GAP },
                        series_colour(canvas, i));
        }
        bool is_shown = figure_is_shown(figure);
        TextStyle style = series_style(canvas, height, !i && is_shown);
        if (!is_shown)
            style.colour = canvas->medium->palette.muted;
        canvas_text(canvas, tag,
                    bar.x + width + (width > 0 ? canvas_scaled(canvas, 8) : 0),
                    top + (height - SERIES_GAP) / 2 + style.size * 0.34, ALIGN_LEFT,
                    style, series_value(canvas, data, figure));
    }
}

/* In the order of the bars; gives the height that it takes. */
static double paint_legend(Canvas *canvas, TagId tag, Rect bars, const ChartData *data)
{
    TextStyle style = canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.note,
                                   canvas->medium->palette.muted);
    double x = bars.x, line = style.size * 1.6, height = line;
    double swatch = canvas_scaled(canvas, SWATCH), gap = canvas_scaled(canvas, 6);
    for (int i = 0; i < data->series_count; i++) {
        double needed =
            swatch + gap + typesetter_width(canvas->typesetter, data->series[i], style);
        if (i && x + needed > bars.x + bars.width) {
            x = bars.x;
            height += line;
        }
        double top = bars.y + height - line;
        canvas_rect(canvas, tag, (Rect){ x, top, swatch, swatch },
                    series_colour(canvas, i));
        canvas_text(canvas, tag, x + swatch + gap, top + swatch * 0.9, ALIGN_LEFT,
                    style, data->series[i]);
        x += needed + style.size * 1.5;
    }
    return height + style.size * 0.4;
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    (void)scope;
    TagId figure = chart_figure(canvas, parent, box, describe(canvas, data));
    ChartData names = names_only(canvas, data);
    double name_width = chart_name_column(canvas, &names, box.width);
    double name_gap = canvas_scaled(canvas, NAME_GAP);
    double left = box.x + name_width + name_gap, top = box.y;
    double room = box.x + box.width - left - label_room(canvas, data);
    if (is_grouped(data))
        top += paint_legend(canvas, figure, (Rect){ left, top, room, 0 }, data);
    if (shows_means(data))
        top += paint_axis(canvas, figure, (Rect){ left, top, room, 0 }, data);
    int page_rows = data->page_rows ? data->page_rows : data->row_count;
    double pitch = (box.y + box.height - top) / page_rows;
    pitch = fmin(pitch,
                 fmax(max_pitch(canvas), chart_row_pitch(canvas, &names, name_width)));
    double suits = fmin(pitch, max_pitch(canvas)), above = (pitch - suits) / 2;
    double height = suits * (is_grouped(data) ? GROUPED_SHARE : BAR_SHARE);
    for (int i = 0; i < data->row_count; i++) {
        Rect bar = { left, top + i * pitch + above, room, height };
        ChartRow named = data->rows[i];
        if (!is_grouped(data))
            named.note = (Str){ 0 };
        chart_row_name(canvas, figure, &named,
                       (NameBox){ .right = left - name_gap,
                                  .width = name_width,
                                  .middle = bar.y + height / 2,
                                  .pitch = pitch });
        if (is_grouped(data))
            paint_series(canvas, figure, bar, &data->rows[i], data);
        else
            paint_row(canvas, figure, bar, largest_count(data), &data->rows[i], data);
    }
    return true;
}

const ChartKind chart_bar = {
    .name = "bar",
    .help = "a bar for each group: how many, or the mean",
    .uses = CHART_SHARES | CHART_COUNTS,
    .prints = CHART_PRINTS_SERIES | CHART_PRINTS_NOTE,
    .fit = fit,
    .height = height,
    .paint = paint,
};
