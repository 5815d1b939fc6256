/* One distribution, a column for each step of the scale, and below them the classes
 * that the steps make up: those who disagree, neither, agree (of a question from 0 to
 * 10: detractors, passives, promoters), each with its colour, its name and its share.
 */
#include "base/buffer.h"
#include "base/unicode.h"
#include "compose/chart.h"

#include <math.h>

enum { CLASS_COUNT = 3 };

static const double COLUMN_SHARE = 0.8; /* of the pitch of the columns */
static const double LEAST_COLUMN = 3;   /* height of the highest, of a label */
static const double COLUMN_EMS = 7;     /* the same where nothing else decides it */
static const double LEADING = 1.25;
static const double RULE = 4; /* of a class, below its steps */

static TextStyle value_style(const Canvas *canvas)
{
    TextStyle style = canvas_style(canvas, FONT_SEMIBOLD, canvas->medium->sizes.note,
                                   canvas->medium->palette.ink);
    style.is_tabular = true;
    return style;
}

static TextStyle step_style(const Canvas *canvas)
{
    TextStyle style = canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.note,
                                   canvas->medium->palette.muted);
    style.is_tabular = true;
    return style;
}

static int class_of(const ChartData *data, int step)
{
    return step <= data->disagree_to ? 0 : step >= data->agree_from ? 2 : 1;
}

static Shade class_shade(const Canvas *canvas, int class)
{
    return palette_shade(&canvas->medium->palette, class + 1, CLASS_COUNT);
}

/* Steps of a class; last < first where it has none. */
static int first_step(const ChartData *data, int class)
{
    const int first[] = { 1, data->disagree_to + 1, data->agree_from };
    return first[class];
}

static int last_step(const ChartData *data, int class)
{
    const int last[] = { data->disagree_to, data->agree_from - 1, data->column_count };
    return last[class];
}

/* «49 %» */
static Str share_text(Canvas *canvas, const ChartData *data, int class)
{
    return format_figure(canvas->deck->arena, canvas->words, STATISTIC_SHARE,
                         data->rows->series[class], data->hidden_limit);
}

static Str describe(Canvas *canvas, const ChartData *data)
{
    Arena *arena = canvas->deck->arena;
    const ChartRow *row = data->rows;
    Buffer steps = buffer_in(arena), classes = buffer_in(arena);
    for (int i = 0; i < data->column_count; i++)
        buffer_format(
            &steps, "%s%.*s: %.*s", i ? ", " : "",
            STR_ARG(unicode_isolate(arena, data->columns[i])),
            STR_ARG(format_share(arena, canvas->words, row->percents[i] / 100.0)));
    for (int i = 0; i < CLASS_COUNT; i++)
        buffer_format(&classes, "%s%.*s %.*s", i ? ", " : "", STR_ARG(data->series[i]),
                      STR_ARG(share_text(canvas, data, i)));
    return words_fill(arena, canvas->words, WORD_ALT_STEPS, "topic",
                      chart_topic(canvas, data), "steps", buffer_text(&steps),
                      "classes", buffer_text(&classes), NULL);
}

/* Below the columns: the steps, the classes' rules, their names and shares. */
static double foot_height(const Canvas *canvas)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    return sizes->note * LEADING + canvas_scaled(canvas, 3 * RULE) +
           sizes->note * LEADING + sizes->label * LEADING;
}

static double head_height(const Canvas *canvas)
{
    return canvas->medium->sizes.note * LEADING;
}

static void paint_columns(Canvas *canvas, TagId tag, Rect plot, const ChartData *data)
{
    const ChartRow *row = data->rows;
    double pitch = plot.width / data->column_count, most = 0;
    double bottom = plot.y + plot.height;
    for (int i = 0; i < data->column_count; i++)
        most = fmax(most, row->values[i].value);
    for (int i = 0; i < data->column_count; i++) {
        double height = plot.height * row->values[i].value / most;
        double width = pitch * COLUMN_SHARE, x = plot.x + (i + 0.5) * pitch;
        if (height > 0)
            canvas_shaded_rect(canvas, tag,
                               (Rect){ x - width / 2, bottom - height, width, height },
                               class_shade(canvas, class_of(data, i + 1)));
        TextStyle style = value_style(canvas);
        canvas_text(canvas, tag, x, bottom - height - style.size * 0.35, ALIGN_CENTRE,
                    style, str_format(canvas->deck->arena, "%d", row->percents[i]));
        style = step_style(canvas);
        canvas_text(canvas, tag, x, bottom + style.size * 1.1, ALIGN_CENTRE, style,
                    data->columns[i]);
    }
    canvas_line(canvas, tag, plot.x, bottom, plot.x + plot.width, bottom,
                canvas_scaled(canvas, 0.75), canvas->medium->palette.muted);
}

/* A name in the middle of its class, or as far to the left as leaves the one at its
 * right alone; gives the right end for the next. */
static double paint_class(Canvas *canvas, TagId tag, Rect plot, double y, double limit,
                          int class, const ChartData *data)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    const Palette *palette = &canvas->medium->palette;
    double pitch = plot.width / data->column_count;
    double gap = pitch * (1 - COLUMN_SHARE) / 2, rule = canvas_scaled(canvas, RULE);
    double left = plot.x + pitch * (first_step(data, class) - 1) + gap;
    double right = plot.x + pitch * last_step(data, class) - gap;
    canvas_shaded_rect(canvas, tag, (Rect){ left, y, right - left, rule },
                       class_shade(canvas, class));
    TextStyle name = canvas_style(canvas, FONT_SEMIBOLD, sizes->note, palette->ink);
    TextStyle share = canvas_style(canvas, FONT_BOLD, sizes->label, palette->ink);
    Str text = share_text(canvas, data, class);
    double width = fmax(typesetter_width(canvas->typesetter, data->series[class], name),
                        typesetter_width(canvas->typesetter, text, share));
    double middle = fmin((left + right) / 2, limit - width / 2);
    y += 2 * rule + name.size * 0.9;
    canvas_text(canvas, tag, middle, y, ALIGN_CENTRE, name, data->series[class]);
    canvas_text(canvas, tag, middle, y + share.size * LEADING, ALIGN_CENTRE, share,
                text);
    return middle - width / 2 - sizes->note * 0.9;
}

static int fit(Canvas *canvas, Rect box, const ChartData *data)
{
    double least = canvas->medium->sizes.label * LEAST_COLUMN;
    return box.height >= head_height(canvas) + foot_height(canvas) + least
               ? data->row_count
               : 0;
}

static double height(Canvas *canvas, double width, const ChartData *data)
{
    (void)width, (void)data;
    return head_height(canvas) + foot_height(canvas) +
           canvas->medium->sizes.label * COLUMN_EMS;
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    (void)scope;
    const TypeSizes *sizes = &canvas->medium->sizes;
    if (!figure_is_shown(data->rows->values[0])) {
        canvas_text(canvas, canvas_tag(canvas, TAG_P, parent), box.x,
                    box.y + sizes->label, ALIGN_LEFT,
                    canvas_style(canvas, FONT_REGULAR, sizes->label,
                                 canvas->medium->palette.muted),
                    format_figure(canvas->deck->arena, canvas->words, data->statistic,
                                  data->rows->values[0], data->hidden_limit));
        return true;
    }
    TagId figure = chart_figure(canvas, parent, box, describe(canvas, data));
    Rect plot = { box.x, box.y + head_height(canvas), box.width,
                  box.height - head_height(canvas) - foot_height(canvas) };
    paint_columns(canvas, figure, plot, data);
    double y =
        plot.y + plot.height + sizes->note * LEADING + canvas_scaled(canvas, RULE);
    double limit = box.x + box.width;
    for (int class = CLASS_COUNT - 1; class >= 0; class --)
        if (first_step(data, class) <= last_step(data, class))
            limit = paint_class(canvas, figure, plot, y, limit, class, data);
    return true;
}

const ChartKind chart_steps = {
    .name = "steps",
    .help = "a column for each step of the scale, and what they add up to",
    .uses = CHART_CLASSES,
    .prints = CHART_PRINTS_VALUES | CHART_PRINTS_SERIES,
    .fit = fit,
    .height = height,
    .paint = paint,
};
