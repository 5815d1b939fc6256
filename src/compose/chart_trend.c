/* Means over the rounds, a line for each row, named at its end. Labels that would stand
 * on each other are moved apart, and joined to their line's end by a leader; rows
 * without a mean in the last round are listed below them with the reason. */
#include "base/buffer.h"
#include "base/unicode.h"
#include "compose/chart.h"

#include <math.h>
#include <stdlib.h>

static const double LEADING = 1.15;
static const double LABEL_AIR = 3;       /* least between two labels */
static const double LABEL_SHARE = 0.34;  /* of the width, at most */
static const double LEADER = 22;         /* from a line's end to its label */
static const double FIRST_ROOM = 52;     /* left of the first round, for its figures */
static const double HEAD = 8, FOOT = 28; /* above the plot; below, for the rounds */
static const double RADIUS = 4.5, WIDTH = 2;
static const double CLEAR_RADIUS = 6, CLEAR_WIDTH = 3.5;
static const double HEIGHT_SHARE = 0.34, LABEL_EMS = 2; /* of the width; a row */
static const double SHORT_MOVE = 4; /* a label moved less needs no leader */

/* Text that has a wish where it stands, and where it stands. */
typedef struct Label {
    int row;
    double wish, height, middle;
    Paragraph lines;
    RichText rich;
} Label;

typedef struct Plot {
    Rect box; /* of the lines */
    double low, high;
    double label_left, label_width, value_width;
    double name_size;
} Plot;

static double value_y(const Plot *plot, double value)
{
    return plot->box.y +
           plot->box.height * (plot->high - value) / (plot->high - plot->low);
}

static double round_x(const Plot *plot, const ChartData *data, int round)
{
    if (data->column_count == 1)
        return plot->box.x + plot->box.width;
    return plot->box.x + plot->box.width * round / (data->column_count - 1);
}

/* Whole steps about the means, two at least where the scale has them. */
static void place_axis(Plot *plot, const ChartData *data)
{
    ChartData all = chart_whole(data);
    double low = (double)INFINITY, high = -(double)INFINITY;
    for (int i = 0; i < all.row_count; i++)
        for (int j = 0; j < data->column_count; j++) {
            Figure figure = all.rows[i].values[j];
            if (!figure_is_shown(figure))
                continue;
            low = fmin(low, figure.value);
            high = fmax(high, figure.value);
        }
    bool is_empty = low > high;
    plot->low = is_empty ? data->first_step : floor(low);
    plot->high = is_empty ? chart_last_step(data) : ceil(high);
    if (plot->high - plot->low < 2 && plot->high < chart_last_step(data))
        plot->high++;
    if (plot->high - plot->low < 2 && plot->low > data->first_step)
        plot->low--;
}

static Colour row_colour(Canvas *canvas, const ChartRow *row)
{
    const Palette *palette = &canvas->medium->palette;
    return row->is_total ? palette->ink : palette_group(palette, row->colour);
}

static int row_shape(Canvas *canvas, const ChartRow *row)
{
    return row->is_total ? 0
                         : palette_group_mark(&canvas->medium->palette, row->colour);
}

static Figure last_value(const ChartRow *row, const ChartData *data)
{
    return row->values[data->column_count - 1];
}

static TextStyle value_style(Canvas *canvas, const ChartRow *row, double name_size)
{
    TextStyle style =
        canvas_style(canvas, FONT_BOLD, name_size + 1, row_colour(canvas, row));
    style.is_tabular = true;
    return style;
}

static Str value_text(Canvas *canvas, Figure figure, const ChartData *data)
{
    return format_figure(canvas->deck->arena, canvas->words, STATISTIC_MEAN, figure,
                         data->hidden_limit);
}

/* The name; behind it the reason, where there is no mean. */
static Str label_text(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    Figure last = last_value(row, data);
    if (figure_is_shown(last))
        return row->name;
    return str_format(canvas->deck->arena, "%.*s: %.*s",
                      STR_ARG(unicode_isolate(canvas->deck->arena, row->name)),
                      STR_ARG(value_text(canvas, last, data)));
}

static TextStyle label_style(Canvas *canvas, const ChartRow *row, double size)
{
    return canvas_style(canvas,
                        row->is_clear || row->is_total ? FONT_SEMIBOLD : FONT_REGULAR,
                        size, row_colour(canvas, row));
}

/* Width of the labels: of the widest, or all that there is for them. */
static double label_width(Canvas *canvas, const ChartData *data, double size,
                          double most)
{
    ChartData all = chart_whole(data);
    double width = 0;
    for (int i = 0; i < all.row_count; i++) {
        const ChartRow *row = &all.rows[i];
        double needed =
            typesetter_width(canvas->typesetter, label_text(canvas, row, data),
                             label_style(canvas, row, size));
        width = fmax(width, needed);
    }
    return fmin(width + 0.5, most);
}

static Plot place_plot(Canvas *canvas, Rect box, const ChartData *data, double size)
{
    Plot plot = { .name_size = size };
    double head = canvas_scaled(canvas, HEAD);
    plot.value_width = typesetter_width(canvas->typesetter, S("0,0"),
                                        value_style(canvas, data->rows, size)) +
                       canvas_scaled(canvas, 12);
    double most = box.width * LABEL_SHARE - plot.value_width;
    plot.label_width = label_width(canvas, data, size, most);
    plot.label_left = box.x + box.width - plot.label_width - plot.value_width;
    double left =
        box.x + canvas_scaled(canvas, FIRST_ROOM) + canvas->medium->sizes.note * 2.5;
    plot.box = (Rect){ left, box.y + head,
                       plot.label_left - canvas_scaled(canvas, LEADER) - left,
                       box.height - canvas_scaled(canvas, FOOT) - head };
    place_axis(&plot, data);
    return plot;
}

static int by_wish(const void *a, const void *b)
{
    const Label *first = a, *second = b;
    if (first->wish != second->wish)
        return first->wish < second->wish ? -1 : 1;
    return first->row - second->row;
}

/* Labels that touch, as one; `wish` is the mean of where the first of them would stand.
 */
typedef struct Cluster {
    double wish, height;
    int count;
} Cluster;

static Cluster join(Cluster above, Cluster below, double air)
{
    int count = above.count + below.count;
    double moved = below.wish - above.height - air;
    return (Cluster){ .wish = (above.wish * above.count + moved * below.count) / count,
                      .height = above.height + air + below.height,
                      .count = count };
}

/* Moves labels, sorted by their wishes, as little as keeps them apart (least squares:
 * neighbours that would touch are joined and move together), then into the range from
 * top to bottom. False when they need more height than that. */
static bool spread(const Canvas *canvas, Label *labels, int count, double top,
                   double bottom)
{
    Arena *arena = canvas->deck->arena;
    double air = canvas_scaled(canvas, LABEL_AIR);
    Cluster *clusters = arena_array(arena, (size_t)count, sizeof *clusters);
    int cluster_count = 0;
    double needed = -air;
    for (int i = 0; i < count; i++) {
        double height = labels[i].height;
        needed += height + air;
        double wish = fmin(fmax(labels[i].wish - height / 2, top), bottom - height);
        clusters[cluster_count++] = (Cluster){ wish, height, 1 };
        while (cluster_count > 1 && clusters[cluster_count - 2].wish +
                                            clusters[cluster_count - 2].height + air >
                                        clusters[cluster_count - 1].wish) {
            clusters[cluster_count - 2] =
                join(clusters[cluster_count - 2], clusters[cluster_count - 1], air);
            cluster_count--;
            Cluster *last = &clusters[cluster_count - 1];
            last->wish = fmin(fmax(last->wish, top), bottom - last->height);
        }
    }
    for (int i = 0, label = 0; i < cluster_count; i++) {
        double y = clusters[i].wish;
        for (int j = 0; j < clusters[i].count; j++, label++) {
            labels[label].middle = y + labels[label].height / 2;
            y += labels[label].height + air;
        }
    }
    return needed <= bottom - top;
}

/* Labels of lines where they wish to be, as far as they keep apart; the others, behind
 * them in the list, below these or above, so that they move none of them. False when
 * there is no room for that. */
static bool place_apart(const Canvas *canvas, Label *labels, int line_count, int count,
                        double top, double bottom)
{
    double air = canvas_scaled(canvas, LABEL_AIR), needed = 0;
    if (line_count == 0 || line_count == count ||
        !spread(canvas, labels, line_count, top, bottom))
        return false;
    for (int i = line_count; i < count; i++)
        needed += labels[i].height + air;
    const Label *first = &labels[0], *last = &labels[line_count - 1];
    double y = bottom - needed + air;
    if (y < last->middle + last->height / 2 + air) {
        y = top;
        if (top + needed > first->middle - first->height / 2)
            return false;
    }
    for (int i = line_count; i < count; i++) {
        labels[i].middle = y + labels[i].height / 2;
        y += labels[i].height + air;
    }
    return true;
}

/* Labels at the lines' ends; what has no mean wishes to stand at the bottom. */
static Label *end_labels(Canvas *canvas, const Plot *plot, const ChartData *data,
                         bool *fits)
{
    Label *labels =
        arena_array(canvas->deck->arena, (size_t)data->row_count, sizeof *labels);
    int line_count = 0;
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        bool is_shown = figure_is_shown(last_value(row, data));
        line_count += is_shown;
        TextStyle style = label_style(canvas, row, plot->name_size);
        Label *label = &labels[i];
        label->row = i;
        label->rich = canvas_plain(canvas, label_text(canvas, row, data), style);
        double width = plot->label_width + (is_shown ? 0 : plot->value_width);
        label->lines = canvas_break(canvas, &label->rich, width, TEXT_LABEL);
        double height = label->lines.line_count * style.size * LEADING;
        label->height =
            fmax(height, is_shown ? value_style(canvas, row, plot->name_size).size : 0);
        label->wish = is_shown ? value_y(plot, last_value(row, data).value)
                               : plot->box.y + plot->box.height + i;
    }
    qsort(labels, (size_t)data->row_count, sizeof *labels, by_wish);
    /* Beside the name of the round only where there is no room above it. */
    double head = canvas_scaled(canvas, HEAD);
    double top = plot->box.y - head, bottom = plot->box.y + plot->box.height;
    *fits =
        place_apart(canvas, labels, line_count, data->row_count, top, bottom + head) ||
        spread(canvas, labels, data->row_count, top, bottom + head) ||
        spread(canvas, labels, data->row_count, top,
               bottom + canvas_scaled(canvas, FOOT));
    return labels;
}

/* The largest size of names in which all labels stand apart. */
static bool choose_plot(Canvas *canvas, Rect box, const ChartData *data, Plot *plot,
                        Label **labels)
{
    const TypeSizes *type = &canvas->medium->sizes;
    const double sizes[] = { type->label + 1, type->note, type->floor };
    bool fits = false;
    for (int i = 0; i < 3 && !fits; i++) {
        *plot = place_plot(canvas, box, data, sizes[i]);
        *labels = end_labels(canvas, plot, data, &fits);
    }
    return fits;
}

static void paint_grid(Canvas *canvas, TagId tag, const Plot *plot,
                       const ChartData *data)
{
    const Medium *medium = canvas->medium;
    TextStyle step =
        canvas_style(canvas, FONT_REGULAR, medium->sizes.note, medium->palette.muted);
    double left = plot->box.x - canvas_scaled(canvas, FIRST_ROOM);
    for (long value = lround(plot->low); value <= lround(plot->high); value++) {
        double y = value_y(plot, (double)value);
        canvas_line(canvas, tag, left, y,
                    plot->box.x + plot->box.width + canvas_scaled(canvas, 12), y, 1,
                    medium->palette.rule);
        canvas_text(canvas, tag, left - canvas_scaled(canvas, 10), y + step.size * 0.34,
                    ALIGN_RIGHT, step,
                    format_count(canvas->deck->arena, canvas->words, value));
    }
    TextStyle round =
        canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.label, medium->palette.muted);
    for (int i = 0; i < data->column_count; i++)
        canvas_text(canvas, tag, round_x(plot, data, i),
                    plot->box.y + plot->box.height + canvas_scaled(canvas, FOOT - 5),
                    ALIGN_CENTRE, round, data->columns[i]);
}

static void paint_row(Canvas *canvas, TagId tag, const Plot *plot, const ChartRow *row,
                      const ChartData *data)
{
    Colour colour = row_colour(canvas, row);
    bool is_wide = row->is_clear || row->is_total;
    double width = is_wide ? CLEAR_WIDTH : WIDTH;
    double dash =
        row->is_total ? 0 : palette_group_dash(&canvas->medium->palette, row->colour);
    for (int i = 0; i < data->column_count; i++) {
        if (!figure_is_shown(row->values[i]))
            continue;
        double x = round_x(plot, data, i), y = value_y(plot, row->values[i].value);
        if (i && figure_is_shown(row->values[i - 1]))
            canvas_dashed_line(canvas, tag, round_x(plot, data, i - 1),
                               value_y(plot, row->values[i - 1].value), x, y,
                               canvas_scaled(canvas, width),
                               canvas_scaled(canvas, dash), colour);
        chart_mark(canvas, tag, row_shape(canvas, row), x, y,
                   canvas_scaled(canvas, is_wide ? CLEAR_RADIUS : RADIUS), colour);
    }
}

static void paint_leader(Canvas *canvas, TagId tag, const Plot *plot, double from,
                         double to)
{
    double x = plot->box.x + plot->box.width;
    if (fabs(from - to) < SHORT_MOVE)
        return;
    canvas_line(canvas, tag, x + canvas_scaled(canvas, 8), from,
                plot->label_left - canvas_scaled(canvas, 4), to, 0.75,
                canvas->medium->palette.muted);
}

static void paint_end_label(Canvas *canvas, TagId tag, const Plot *plot,
                            const Label *label, const ChartData *data)
{
    const ChartRow *row = &data->rows[label->row];
    Figure last = last_value(row, data);
    double leading = plot->name_size * LEADING, x = plot->label_left;
    double first = label->middle - leading * (label->lines.line_count - 1) / 2 +
                   plot->name_size * 0.34;
    if (figure_is_shown(last)) {
        TextStyle value = value_style(canvas, row, plot->name_size);
        paint_leader(canvas, tag, plot, label->wish, label->middle);
        canvas_text(canvas, tag, x, label->middle + value.size * 0.34, ALIGN_LEFT,
                    value, value_text(canvas, last, data));
        x += plot->value_width;
    }
    canvas_lines(canvas, &label->rich, &label->lines,
                 (LinesOptions){ .tag = tag, .x = x, .y = first, .leading = leading });
}

/* The figures of the first round, left of it; none of them where one would stand more
 * than its height from its point: the alternative text has them. */
static void paint_first_values(Canvas *canvas, TagId tag, const Plot *plot,
                               const ChartData *data)
{
    if (data->column_count < 2)
        return;
    Label *labels =
        arena_array(canvas->deck->arena, (size_t)data->row_count, sizeof *labels);
    int count = 0;
    double size = canvas->medium->sizes.label, head = canvas_scaled(canvas, HEAD);
    for (int i = 0; i < data->row_count; i++)
        if (figure_is_shown(data->rows[i].values[0]))
            labels[count++] =
                (Label){ .row = i,
                         .height = size * LEADING,
                         .wish = value_y(plot, data->rows[i].values[0].value) };
    qsort(labels, (size_t)count, sizeof *labels, by_wish);
    bool fits = spread(canvas, labels, count, plot->box.y - head,
                       plot->box.y + plot->box.height + head);
    for (int i = 0; i < count; i++)
        fits &= fabs(labels[i].middle - labels[i].wish) <= size;
    if (!fits)
        return;
    for (int i = 0; i < count; i++) {
        const ChartRow *row = &data->rows[labels[i].row];
        TextStyle style =
            canvas_style(canvas, FONT_SEMIBOLD, size, row_colour(canvas, row));
        style.is_tabular = true;
        Str text = value_text(canvas, row->values[0], data);
        double width = typesetter_width(canvas->typesetter, text, style);
        double right = plot->box.x - canvas_scaled(canvas, 14);
        /* No line of the grid behind figures. */
        canvas_rect(canvas, TAG_ARTIFACT,
                    (Rect){ right - width - 3, labels[i].middle - size * 0.45,
                            width + 6, size * 0.9 },
                    canvas->medium->palette.paper);
        canvas_text(canvas, tag, right, labels[i].middle + size * 0.34, ALIGN_RIGHT,
                    style, text);
    }
}

/* «Ansatte: 3,4 i 2024, 3,7 i 2026.» */
static Str describe(Canvas *canvas, const ChartData *data)
{
    Arena *arena = canvas->deck->arena;
    Buffer rows = buffer_in(arena);
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        buffer_format(&rows, "%s%.*s: ", i ? " " : "",
                      STR_ARG(unicode_isolate(arena, row->name)));
        for (int j = 0; j < data->column_count; j++) {
            Str value = value_text(canvas, row->values[j], data);
            buffer_c(&rows, j ? ", " : "");
            /* The word for why there is none may name the round itself. */
            buffer_str(&rows, row->values[j].round.len
                                  ? value
                                  : words_fill(arena, canvas->words,
                                               WORD_ALT_TREND_ROUND, "mean", value,
                                               "round", data->columns[j], NULL));
        }
        buffer_c(&rows, ".");
    }
    return words_fill(arena, canvas->words, WORD_ALT_TREND, "topic",
                      chart_topic(canvas, data), "rows", buffer_text(&rows), NULL);
}

static int fit(Canvas *canvas, Rect box, const ChartData *data)
{
    Plot plot;
    Label *labels;
    ChartData some = *data;
    while (some.row_count > 0 && !choose_plot(canvas, box, &some, &plot, &labels))
        some.row_count--;
    return some.row_count;
}

static double height(Canvas *canvas, double width, const ChartData *data)
{
    double labels = data->row_count * canvas->medium->sizes.label * LABEL_EMS;
    return fmax(width * HEIGHT_SHARE, labels);
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    (void)scope;
    Plot plot;
    Label *labels;
    choose_plot(canvas, box, data, &plot, &labels);
    TagId figure = chart_figure(canvas, parent, box, describe(canvas, data));
    paint_grid(canvas, figure, &plot, data);
    for (int i = 0; i < data->row_count; i++)
        paint_row(canvas, figure, &plot, &data->rows[i], data);
    paint_first_values(canvas, figure, &plot, data);
    for (int i = 0; i < data->row_count; i++)
        paint_end_label(canvas, figure, &plot, &labels[i], data);
    return true;
}

const ChartKind chart_trend = {
    .name = "trend",
    .help = "means over the rounds, a line for each group",
    .uses = CHART_ROUNDS,
    .prints = CHART_PRINTS_VALUES,
    .fit = fit,
    .height = height,
    .paint = paint,
};
