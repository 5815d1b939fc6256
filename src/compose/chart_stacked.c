/* The distribution of each row as one bar of segments, 100 % wide.
 * A segment's number is left out when it would not fit inside; the alternative text has
 * all of them. */
#include "base/buffer.h"
#include "compose/chart.h"

static const double GAP = 1;        /* white between segments */
static const double LABEL_AIR = 4;  /* least room beside a number in its segment */
static const double MAX_PITCH = 60; /* from row to row */
static const double BAR_SHARE = 2.0 / 3;
static const double SWATCH = 14;

typedef struct Columns {
    double name_right, name_width;
    double bar_left, bar_width;
    double mean_right; /* numbers are right-aligned here */
    double change_left;
} Columns;

static Columns place_columns(Canvas *canvas, Rect box, const ChartData *data)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    Columns columns = { .name_width =
                            chart_name_width(canvas, data, box.width * 0.25) };
    columns.name_right = box.x + columns.name_width;
    columns.bar_left = columns.name_right + sizes->label * 0.95;
    double right = box.x + box.width;
    if (data->change_heading.len) {
        TextStyle heading = canvas_style(canvas, FONT_REGULAR, sizes->note,
                                         canvas->medium->palette.muted);
        right -= typesetter_width(canvas->typesetter, data->change_heading, heading);
        columns.change_left = right;
        right -= sizes->label;
    }
    columns.mean_right = right;
    if (data->has_means)
        right -= sizes->figure * 2.3;
    columns.bar_width = right - columns.bar_left;
    return columns;
}

static Colour step_colour(Canvas *canvas, const ChartData *data, int step)
{
    return palette_step(&canvas->medium->palette, step, data->column_count);
}

/* Paints the names of the steps over the bars, in segment order; gives the height that
 * they take. */
static double paint_legend(Canvas *canvas, TagId tag, Columns columns, double y,
                           const ChartData *data)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, sizes->note, canvas->medium->palette.muted);
    double x = columns.bar_left, line = sizes->note * 1.6, height = line;
    for (int i = 0; i < data->column_count; i++) {
        double width = typesetter_width(canvas->typesetter, data->columns[i], style);
        double needed = SWATCH + 6 + width;
        if (needed > columns.bar_width) {
            diag_error(canvas->diags, canvas->place,
                       "the step \"%.*s\" is too long for the legend",
                       STR_ARG(str_shown(canvas->deck->arena, data->columns[i], 60)));
            diag_hint(canvas->diags,
                      "give the step a `short` label in the description");
        }
        if (i && x + needed > columns.bar_left + columns.bar_width) {
            x = columns.bar_left;
            height += line;
        }
        double top = y + height - line;
        canvas_rect(canvas, tag, (Rect){ x, top, SWATCH, SWATCH },
                    step_colour(canvas, data, i + 1));
        canvas_text(canvas, tag, x + SWATCH + 6, top + SWATCH * 0.86, ALIGN_LEFT, style,
                    data->columns[i]);
        x += needed + sizes->note * 1.9;
    }
    return height;
}

static void paint_headings(Canvas *canvas, TagId tag, Columns columns, double baseline,
                           const ChartData *data)
{
    double size = canvas->medium->sizes.note;
    Colour muted = canvas->medium->palette.muted;
    if (data->has_means)
        canvas_text(canvas, tag, columns.mean_right, baseline, ALIGN_RIGHT,
                    canvas_style(canvas, FONT_SEMIBOLD, size, muted),
                    canvas->words->at[WORD_MEAN_HEADING]);
    if (data->change_heading.len)
        canvas_text(canvas, tag, columns.change_left, baseline, ALIGN_LEFT,
                    canvas_style(canvas, FONT_REGULAR, size, muted),
                    data->change_heading);
}

static void paint_segments(Canvas *canvas, TagId tag, Rect bar, const ChartRow *row,
                           const ChartData *data)
{
    const Palette *palette = &canvas->medium->palette;
    double x = bar.x;
    for (int i = 0; i < data->column_count; i++) {
        double width = bar.width * row->values[i].value;
        double inner = i < data->column_count - 1 ? width - GAP : width;
        Colour fill = step_colour(canvas, data, i + 1);
        canvas_rect(canvas, tag, (Rect){ x, bar.y, inner, bar.height }, fill);
        TextStyle style =
            canvas_style(canvas, FONT_SEMIBOLD, canvas->medium->sizes.label,
                         colour_label(fill, palette->ink, palette->paper));
        style.is_tabular = true;
        Str label = str_format(canvas->deck->arena, "%d", row->percents[i]);
        double needed = typesetter_width(canvas->typesetter, label, style);
        if (row->percents[i] > 0 && needed + 2 * LABEL_AIR <= inner)
            canvas_text(canvas, tag, x + inner / 2,
                        bar.y + bar.height / 2 + style.size * 0.36, ALIGN_CENTRE, style,
                        label);
        x += width;
    }
}

/* Why there is no bar, where the bar would stand. */
static void paint_absence(Canvas *canvas, TagId tag, Rect bar, const ChartRow *row,
                          const ChartData *data)
{
    TextStyle style = canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.label,
                                   canvas->medium->palette.muted);
    Str word = format_figure(canvas->deck->arena, canvas->words, data->statistic,
                             row->values[0], data->hidden_limit);
    canvas_text(canvas, tag, bar.x, bar.y + bar.height / 2 + style.size * 0.36,
                ALIGN_LEFT, style, word);
}

static void paint_row(Canvas *canvas, TagId tag, Columns columns, Rect bar,
                      const ChartRow *row, const ChartData *data)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    const Palette *palette = &canvas->medium->palette;
    Arena *arena = canvas->deck->arena;
    chart_row_name(canvas, tag, row, columns.name_right, bar.y, bar.height,
                   columns.name_width);
    if (!figure_is_shown(row->values[0])) {
        paint_absence(canvas, tag, bar, row, data);
        return;
    }
    paint_segments(canvas, tag, bar, row, data);
    double middle = bar.y + bar.height / 2;
    double size = bar.height * 0.65 < sizes->figure ? bar.height * 0.65 : sizes->figure;
    TextStyle mean = canvas_style(canvas, FONT_BOLD, size, palette->ink);
    mean.is_tabular = true;
    if (data->has_means)
        canvas_text(canvas, tag, columns.mean_right, middle + mean.size * 0.34,
                    ALIGN_RIGHT, mean,
                    format_figure(arena, canvas->words, STATISTIC_MEAN, row->mean,
                                  data->hidden_limit));
    if (!data->change_heading.len)
        return;
    TextStyle change =
        canvas_style(canvas, FONT_SEMIBOLD, sizes->label, palette->muted);
    change.is_tabular = true;
    Str text = figure_is_shown(row->change)
                   ? format_change(arena, canvas->words, row->change.value)
                   : canvas->words->at[WORD_MISSING];
    canvas_text(canvas, tag, columns.change_left, middle + mean.size * 0.34, ALIGN_LEFT,
                change, text);
}

/* «Ansatte (n = 57): Helt uenig 2 %, …; snitt 3,4.» */
static Str describe_row(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    Arena *arena = canvas->deck->arena;
    const Words *words = canvas->words;
    Str name = row->note.len ? str_format(arena, "%.*s (%.*s)", STR_ARG(row->name),
                                          STR_ARG(row->note))
                             : row->name;
    if (!figure_is_shown(row->values[0]))
        return str_format(arena, "%.*s: %.*s.", STR_ARG(name),
                          STR_ARG(format_figure(arena, words, data->statistic,
                                                row->values[0], data->hidden_limit)));
    Buffer text = buffer_in(arena);
    buffer_format(&text, "%.*s: ", STR_ARG(name));
    for (int i = 0; i < data->column_count; i++) {
        Str share = format_share(arena, words, row->percents[i] / 100.0);
        buffer_format(&text, "%s%.*s %.*s", i ? ", " : "", STR_ARG(data->columns[i]),
                      STR_ARG(share));
    }
    if (data->has_means)
        buffer_str(&text, words_fill(arena, words, WORD_ALT_MEAN, "mean",
                                     format_mean(arena, words, row->mean.value), NULL));
    if (data->change_heading.len && figure_is_shown(row->change))
        buffer_format(&text, ", %.*s %.*s",
                      STR_ARG(format_change(arena, words, row->change.value)),
                      STR_ARG(data->change_heading));
    buffer_c(&text, ".");
    return buffer_text(&text);
}

static Str describe(Canvas *canvas, const ChartData *data)
{
    Buffer rows = buffer_in(canvas->deck->arena);
    for (int i = 0; i < data->row_count; i++) {
        buffer_c(&rows, i ? " " : "");
        buffer_str(&rows, describe_row(canvas, &data->rows[i], data));
    }
    return words_fill(canvas->deck->arena, canvas->words, WORD_ALT_STACKED, "topic",
                      data->topic, "rows", buffer_text(&rows), NULL);
}

static int fit(Canvas *canvas, Rect box, const ChartData *data)
{
    double rows = (box.height - canvas->medium->sizes.note * 2.3) /
                  (canvas->medium->sizes.label * 1.6 / BAR_SHARE);
    return rows < data->row_count ? (int)rows : data->row_count;
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    (void)scope;
    TagId figure = chart_figure(canvas, parent, box, describe(canvas, data));
    Columns columns = place_columns(canvas, box, data);
    double legend = paint_legend(canvas, figure, columns, box.y, data);
    paint_headings(canvas, figure, columns, box.y + SWATCH * 0.86, data);
    double top = box.y + legend + canvas->medium->sizes.note * 0.7;
    double pitch = (box.y + box.height - top) / data->row_count;
    pitch = pitch > MAX_PITCH ? MAX_PITCH : pitch;
    double height = pitch * BAR_SHARE;
    for (int i = 0; i < data->row_count; i++)
        paint_row(
            canvas, figure, columns,
            (Rect){ columns.bar_left, top + i * pitch, columns.bar_width, height },
            &data->rows[i], data);
    return true;
}

const ChartKind chart_stacked = {
    .name = "stacked",
    .help = "the distribution of each group as one bar of segments",
    .uses = CHART_SHARES,
    .fit = fit,
    .paint = paint,
};
