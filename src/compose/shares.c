#include "compose/shares.h"

#include "base/buffer.h"
#include "base/unicode.h"

#include <math.h>

static const double GAP = 1;             /* white between segments */
static const double LABEL_AIR = 4;       /* least room beside a number in its segment */
static const double MAX_PITCH = 60;      /* from row to row, unless names need more */
static const double BAR_SHARE = 2.0 / 3; /* of the pitch */
static const double LEAST_PITCH = 1.3;   /* of the floor: its numbers fill their bars */
static const double HEAD_AIR = 0.7;      /* below the legend, of a note's size */
static const double PATCH_HEIGHT = 1;    /* under a number, of its size */
static const double LEGEND_LEADING = 1.25;
static const double LEGEND_GAP = 1.9; /* between its names, of a note's size */
static const double DENSE_BAR = 0.86; /* of the pitch, at most, to hold its numbers */
static const double EPSILON = 1e-6;   /* rows that just fit do */
static const double SWATCH = 14, SWATCH_GAP = 6;

ShareColumns shares_columns(Canvas *canvas, Rect box, const ChartData *data)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    ChartData all = chart_whole(data);
    ShareColumns columns = { .name_width = chart_name_column(canvas, &all, box.width) };
    columns.name_right = box.x + columns.name_width;
    columns.bar_left = columns.name_right + sizes->label * 0.95;
    double right = box.x + box.width;
    if (data->change_heading.len) {
        right -= chart_change_width(canvas, data);
        columns.change_left = right;
        right -= sizes->label;
    }
    columns.mean_right = right;
    if (data->has_means)
        right -= sizes->figure * 2.3;
    columns.bar_width = right - columns.bar_left;
    return columns;
}

static Shade step_shade(Canvas *canvas, const ChartData *data, int step)
{
    return palette_shade(&canvas->medium->palette, step, data->column_count);
}

/* A name wider than all bars, in lines of its own beside its swatch; gives their
 * height.
 */
static double set_long_name(Canvas *canvas, TagId tag, Str name, double x, double y,
                            double width, TextStyle style, bool is_painted)
{
    double leading = style.size * LEGEND_LEADING;
    RichText rich = canvas_plain(canvas, name, style);
    Paragraph lines = canvas_break(canvas, &rich, width, TEXT_LABEL);
    if (is_painted)
        canvas_lines(
            canvas, &rich, &lines,
            (LinesOptions){
                .tag = tag, .x = x, .y = y, .leading = leading, .width = width });
    return lines.line_count * leading;
}

/* Between two names of the legend: less where all of them then have one line. */
static double legend_gap(Canvas *canvas, const Str *names, int count, double text_left,
                         double width, TextStyle style)
{
    double gap = canvas_scaled(canvas, style.size * LEGEND_GAP), total = 0;
    for (int i = 0; i < count; i++)
        total += text_left + typesetter_width(canvas->typesetter, names[i], style);
    double even = count > 1 ? (width - total) / (count - 1) : gap;
    return even < gap && even >= gap / 2 ? even - 0.01 : gap;
}

/* The names of the steps over the bars, in segment order; gives the height that they
 * take. They are painted, or only measured. */
static double set_legend(Canvas *canvas, TagId tag, ShareColumns columns, double y,
                         const ChartData *data, bool is_painted)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, sizes->note, canvas->medium->palette.muted);
    double x = columns.bar_left, line = sizes->note * 1.6, top = y, height = line;
    double right = columns.bar_left + columns.bar_width;
    double swatch = canvas_scaled(canvas, SWATCH);
    double text_left = swatch + canvas_scaled(canvas, SWATCH_GAP);
    const Str *names = chart_column_names(data);
    double gap = legend_gap(canvas, names, data->column_count, text_left,
                            columns.bar_width, style);
    for (int i = 0; i < data->column_count; i++) {
        double width = typesetter_width(canvas->typesetter, names[i], style);
        bool is_long = text_left + width > columns.bar_width;
        if (i && (is_long || x + text_left + width > right)) {
            x = columns.bar_left;
            top += height;
            height = line;
        }
        if (is_painted)
            canvas_shaded_rect(canvas, tag, (Rect){ x, top, swatch, swatch },
                               step_shade(canvas, data, i + 1));
        double baseline = top + swatch * 0.86;
        if (is_long)
            height = fmax(line, set_long_name(canvas, tag, names[i], x + text_left,
                                              baseline, columns.bar_width - text_left,
                                              style, is_painted) +
                                    line - style.size * LEGEND_LEADING);
        else if (is_painted)
            canvas_text(canvas, tag, x + text_left, baseline, ALIGN_LEFT, style,
                        names[i]);
        x += is_long ? columns.bar_width : text_left + width + gap;
    }
    return top + height - y;
}

static void paint_headings(Canvas *canvas, TagId tag, ShareColumns columns,
                           double baseline, const ChartData *data)
{
    double size = canvas->medium->sizes.note;
    Colour muted = canvas->medium->palette.muted;
    if (data->has_means)
        canvas_text(canvas, tag, columns.mean_right, baseline, ALIGN_RIGHT,
                    canvas_style(canvas, FONT_SEMIBOLD, size, muted),
                    canvas->words->at[chart_mean_heading(data)]);
    if (data->change_heading.len)
        canvas_text(canvas, tag, columns.change_left, baseline, ALIGN_LEFT,
                    canvas_style(canvas, FONT_REGULAR, size, muted),
                    chart_change_heading(canvas, data));
}

/* The ground without its pattern, under a number of that width. */
static void paint_patch(Canvas *canvas, TagId tag, Rect box, double width, double size,
                        Shade shade)
{
    double wide = fmin(width + canvas_scaled(canvas, LABEL_AIR), box.width);
    double high = fmin(size * PATCH_HEIGHT, box.height);
    if (shade.pattern != PATTERN_PLAIN)
        canvas_rect(canvas, tag,
                    (Rect){ box.x + (box.width - wide) / 2,
                            box.y + (box.height - high) / 2, wide, high },
                    shade.ground);
}

void shares_segment(Canvas *canvas, TagId tag, Rect box, bool has_gap, int step,
                    const ChartRow *row, const ChartData *data)
{
    if (has_gap)
        box.width -= GAP;
    Shade shade = step_shade(canvas, data, step);
    canvas_shaded_rect(canvas, tag, box, shade);
    TextStyle style =
        canvas_style(canvas, FONT_SEMIBOLD, canvas->medium->sizes.label, shade.label);
    if (style.size > box.height)
        style.size = fmax(box.height, canvas->medium->sizes.floor);
    style.is_tabular = true;
    int percent = row->percents[step - 1];
    Str label = str_format(canvas->deck->arena, "%d", percent);
    double needed = typesetter_width(canvas->typesetter, label, style);
    if (percent == 0 || needed + 2 * canvas_scaled(canvas, LABEL_AIR) > box.width ||
        style.size > box.height)
        return;
    paint_patch(canvas, tag, box, needed, style.size, shade);
    canvas_text(canvas, tag, box.x + box.width / 2,
                box.y + box.height / 2 + style.size * 0.36, ALIGN_CENTRE, style, label);
}

static TextStyle absence_style(Canvas *canvas, Rect bar)
{
    return canvas_style(canvas, FONT_REGULAR,
                        fmin(canvas->medium->sizes.label, bar.height),
                        canvas->medium->palette.muted);
}

static Str absence_text(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    return format_figure(canvas->deck->arena, canvas->words, data->statistic,
                         row->values[0], data->hidden_limit);
}

double shares_absence_width(Canvas *canvas, Rect bar, const ChartRow *row,
                            const ChartData *data)
{
    return typesetter_width(canvas->typesetter, absence_text(canvas, row, data),
                            absence_style(canvas, bar));
}

bool shares_name(Canvas *canvas, TagId tag, ShareColumns columns, const ShareRows *rows,
                 Rect bar, const ChartRow *row, const ChartData *data)
{
    chart_row_name(canvas, tag, row,
                   (NameBox){ .right = columns.name_right,
                              .width = columns.name_width,
                              .middle = bar.y + bar.height / 2,
                              .pitch = rows->pitch });
    if (figure_is_shown(row->values[0]))
        return true;
    TextStyle style = absence_style(canvas, bar);
    canvas_text(canvas, tag, bar.x, bar.y + bar.height / 2 + style.size * 0.36,
                ALIGN_LEFT, style, absence_text(canvas, row, data));
    return false;
}

void shares_figures(Canvas *canvas, TagId tag, ShareColumns columns, Rect bar,
                    const ChartRow *row, const ChartData *data)
{
    const TypeSizes *sizes = &canvas->medium->sizes;
    const Palette *palette = &canvas->medium->palette;
    Arena *arena = canvas->deck->arena;
    double dense = fmin(sizes->label, bar.height); /* as the numbers in the bars */
    double size = fmin(fmax(bar.height * 0.65, dense), sizes->figure);
    TextStyle mean = canvas_style(canvas, FONT_BOLD, size, palette->ink);
    mean.is_tabular = true;
    double baseline = bar.y + bar.height / 2 + mean.size * 0.34;
    if (data->has_means)
        canvas_text(canvas, tag, columns.mean_right, baseline, ALIGN_RIGHT, mean,
                    format_figure(arena, canvas->words, chart_mean_statistic(data),
                                  row->mean, data->hidden_limit));
    if (!data->change_heading.len)
        return;
    canvas_text(canvas, tag, columns.change_left, baseline, ALIGN_LEFT,
                chart_change_style(canvas, row, fmin(sizes->label, size)),
                chart_change_text(canvas, row, data));
}

/* «Ansatte (n = 57): Helt uenig 2 %, …; snitt 3,4.» by_value: «1: 2 %». */
static Str describe_row(Canvas *canvas, const ChartRow *row, const ChartData *data,
                        bool by_value)
{
    Arena *arena = canvas->deck->arena;
    const Words *words = canvas->words;
    Str name = unicode_isolate(arena, row->name);
    if (row->note.len)
        name = str_format(arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(row->note));
    if (!figure_is_shown(row->values[0]))
        return str_format(arena, "%.*s: %.*s.", STR_ARG(name),
                          STR_ARG(format_figure(arena, words, data->statistic,
                                                row->values[0], data->hidden_limit)));
    Buffer text = buffer_in(arena);
    buffer_format(&text, "%.*s: ", STR_ARG(name));
    for (int i = 0; i < data->column_count; i++) {
        Str share = format_share(arena, words, row->percents[i] / 100.0);
        Str step = unicode_isolate(arena, data->columns[i]);
        if (by_value)
            step = str_concat(arena, format_count(arena, words, data->first_step + i),
                              S(":"));
        buffer_format(&text, "%s%.*s %.*s", i ? ", " : "", STR_ARG(step),
                      STR_ARG(share));
    }
    if (data->has_means)
        buffer_str(&text,
                   words_fill(arena, words,
                              data->has_nets ? WORD_ALT_NET : WORD_ALT_MEAN,
                              data->has_nets ? "net" : "mean",
                              format_figure(arena, words, chart_mean_statistic(data),
                                            row->mean, data->hidden_limit),
                              NULL));
    Str change = figure_is_shown(row->change) ? chart_change_text(canvas, row, data)
                                              : chart_change_reason(canvas, row, data);
    if (data->change_heading.len && change.len) {
        buffer_format(&text, ", %.*s", STR_ARG(change));
        if (row->change.round.len == 0) /* else the reason names it */
            buffer_format(&text, " %.*s", STR_ARG(data->change_heading));
    }
    buffer_c(&text, ".");
    return buffer_text(&text);
}

static Str describe(Canvas *canvas, WordId phrase, const ChartData *data, bool by_value)
{
    Buffer rows = buffer_in(canvas->deck->arena);
    for (int i = 0; i < data->row_count; i++) {
        buffer_c(&rows, i ? " " : "");
        buffer_str(&rows, describe_row(canvas, &data->rows[i], data, by_value));
    }
    return words_fill(canvas->deck->arena, canvas->words, phrase, "topic",
                      chart_topic(canvas, data), "rows", buffer_text(&rows), NULL);
}

/* Where the names of the steps make it longer than can be written, with their values.
 */
Str shares_describe(Canvas *canvas, WordId phrase, const ChartData *data)
{
    Str named = describe(canvas, phrase, data, false);
    return named.len <= DECK_STRING_MAX ? named : describe(canvas, phrase, data, true);
}

double shares_head(Canvas *canvas, TagId tag, ShareColumns columns, double y,
                   const ChartData *data)
{
    double legend = set_legend(canvas, tag, columns, y, data, true);
    paint_headings(canvas, tag, columns, y + canvas_scaled(canvas, SWATCH) * 0.86,
                   data);
    return legend + canvas->medium->sizes.note * HEAD_AIR;
}

double shares_height(Canvas *canvas, double width, const ChartData *data)
{
    ShareColumns columns = shares_columns(canvas, (Rect){ .width = width }, data);
    double head = set_legend(canvas, TAG_ARTIFACT, columns, 0, data, false) +
                  canvas->medium->sizes.note * HEAD_AIR;
    double pitch = chart_row_pitch(canvas, data, columns.name_width);
    return head + pitch * data->row_count;
}

int shares_fit(Canvas *canvas, Rect box, const ChartData *data)
{
    ShareColumns columns = shares_columns(canvas, box, data);
    double head = set_legend(canvas, TAG_ARTIFACT, columns, box.y, data, false) +
                  canvas->medium->sizes.note * HEAD_AIR;
    double pitch = fmax(canvas->medium->sizes.floor * LEAST_PITCH,
                        chart_least_pitch(canvas, data, columns.name_width));
    double rows = (box.height - head) / pitch + EPSILON;
    return rows < data->row_count ? (int)rows : data->row_count;
}

ShareRows shares_rows(Canvas *canvas, Rect box, double head, ShareColumns columns,
                      const ChartData *data)
{
    double suits = canvas_scaled(canvas, MAX_PITCH);
    int page_rows = data->page_rows ? data->page_rows : data->row_count;
    ChartData all = chart_whole(data);
    double most = fmax(suits, chart_row_pitch(canvas, &all, columns.name_width));
    double pitch = fmin((box.height - head) / page_rows, most);
    double least = fmin(canvas->medium->sizes.floor, pitch * DENSE_BAR);
    return (ShareRows){ .top = box.y + head,
                        .pitch = pitch,
                        .bar_height = fmax(fmin(pitch, suits) * BAR_SHARE, least) };
}

/* At the top of its row: the air is below it. Where names are higher than the bars,
 * half of what they need more is above. */
Rect shares_bar(const ShareRows *rows, ShareColumns columns, int index)
{
    double above = fmax(rows->pitch - rows->bar_height / BAR_SHARE, 0) / 2;
    return (Rect){ columns.bar_left, rows->top + index * rows->pitch + above,
                   columns.bar_width, rows->bar_height };
}
