#include "compose/interval_rows.h"

#include <math.h>

/* Rows are set in the first of these densities in which all of them fit. */
static const struct Density {
    double row, text, radius; /* height of a row, type size, of a dot */
} DENSITIES[] = {
    {44,    17, 7.5},
    { 29,   16, 6  },
    { 24,   15, 5.5},
    { 20,   13, 5  },
    { 16.5, 12, 4.5},
    { 14.5, 11, 4  }
};

enum { DENSITY_COUNT = sizeof DENSITIES / sizeof *DENSITIES, FEW_ROWS = 6 };

static const double NAME_LEADING = 1.15;
static const double NOTE_GAP = 8, PLACE_GAP = 12;
static const double COLUMN_GAP = 16;
/* Names take at most a part of the width: more where one needs many lines. */
static const double NAME_SHARE = 0.25, WIDE_NAME_SHARE = 0.4;
enum { NAME_LINES = 2 };
static const double AXIS_STEP = 0.5;          /* the axis ends at multiples of it */
static const double TICK_ROOM = 22, TICK = 6; /* below the rows */
static const double LABEL_LEADING = 1.25;     /* of the reference below the axis */

/* Where everything stands. */
typedef struct Grid {
    double left, right, place_right, name_left, name_width;
    double plot_left, plot_width;
    double mean_right, interval_right;
    double size;         /* of the type of the rows; headings are no larger */
    double top;          /* of the first row */
    double foot;         /* room below the rows, for the axis */
    double low, high;    /* ends of the axis, in steps of the scale */
    bool is_label_below; /* the reference's label, below the axis' numbers */
} Grid;

static struct Density density_of(const Canvas *canvas, int index)
{
    return (struct Density){ canvas_scaled(canvas, DENSITIES[index].row),
                             fmax(canvas_scaled(canvas, DENSITIES[index].text),
                                  canvas->medium->sizes.floor),
                             canvas_scaled(canvas, DENSITIES[index].radius) };
}

static TextStyle heading_style(Canvas *canvas, FontRole role)
{
    return canvas_style(canvas, role, canvas->medium->sizes.note,
                        canvas->medium->palette.muted);
}

static TextStyle row_style(Canvas *canvas, const ChartRow *row, double size)
{
    FontRole role = row->is_own || row->is_total ? FONT_BOLD : FONT_REGULAR;
    TextStyle style = canvas_style(canvas, role, size, canvas->medium->palette.ink);
    style.is_tabular = true;
    return style;
}

static TextStyle note_style(Canvas *canvas)
{
    const Medium *medium = canvas->medium;
    return canvas_style(canvas, FONT_REGULAR, medium->sizes.note - 1,
                        medium->palette.muted);
}

static double widest(double width, double other)
{
    return width > other ? width : other;
}

static double text_width(Canvas *canvas, Str text, TextStyle style)
{
    return typesetter_width(canvas->typesetter, text, style);
}

static bool has_reference(const ChartData *data)
{
    return data->reference_label.len && figure_is_shown(data->reference);
}

/* The axis reaches from below the least to above the greatest end, inside the scale. */
static void place_axis(Grid *grid, const ChartData *data)
{
    double low = (double)INFINITY, high = -(double)INFINITY;
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        if (!figure_is_shown(row->mean))
            continue;
        bool has_interval = row->low < row->high;
        low = fmin(low, has_interval ? row->low : row->mean.value);
        high = fmax(high, has_interval ? row->high : row->mean.value);
    }
    if (has_reference(data)) {
        low = fmin(low, data->reference.value);
        high = fmax(high, data->reference.value);
    }
    bool is_empty = low > high;
    low = is_empty ? data->first_step : floor(low / AXIS_STEP) * AXIS_STEP;
    high = is_empty ? chart_last_step(data) : ceil(high / AXIS_STEP) * AXIS_STEP;
    if (high - low < 2 * AXIS_STEP) {
        low -= AXIS_STEP;
        high += AXIS_STEP;
    }
    grid->low = fmax(low, data->first_step);
    grid->high = fmin(high, chart_last_step(data));
}

/* A long word for a state has the plot's room to run into. */
static Str mean_text(Canvas *canvas, const ChartRow *row, const ChartData *data)
{
    return format_figure(canvas->deck->arena, canvas->words, STATISTIC_MEAN, row->mean,
                         data->hidden_limit);
}

static bool has_intervals(const ChartData *page)
{
    ChartData all = chart_whole(page);
    const ChartData *data = &all;
    for (int i = 0; i < data->row_count; i++)
        if (data->rows[i].low < data->rows[i].high)
            return true;
    return false;
}

static double axis_x(const Grid *grid, double value)
{
    double share = (value - grid->low) / (grid->high - grid->low);
    return grid->plot_left + grid->plot_width * fmin(fmax(share, 0), 1);
}

/* The middle of the reference's label, inside the chart. */
static double label_x(const Grid *grid, const ChartData *data, double width)
{
    double x = axis_x(grid, data->reference.value);
    return fmin(fmax(x, grid->left + width / 2), grid->right - width / 2);
}

/* Whether the reference's label would stand on a number of the axis. */
static bool hides_number(Canvas *canvas, const Grid *grid, const ChartData *data)
{
    if (!has_reference(data))
        return false;
    TextStyle style = heading_style(canvas, FONT_SEMIBOLD);
    double width = text_width(canvas, data->reference_label, style);
    double x = label_x(grid, data, width);
    for (long value = lround(ceil(grid->low)); (double)value <= grid->high; value++)
        if (fabs(axis_x(grid, (double)value) - x) <= width / 2 + style.size)
            return true;
    return false;
}

/* Names are no wider than the widest needs in that style, and broken where it needs
 * much. */
static double name_width(Canvas *canvas, double width, const ChartData *data,
                         double size)
{
    double most = width * NAME_SHARE;
    double widest_name =
        text_width(canvas, data->row_heading, heading_style(canvas, FONT_SEMIBOLD));
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        TextStyle style = row_style(canvas, row, size);
        RichText rich = canvas_plain(canvas, row->name, style);
        double name = text_width(canvas, row->name, style);
        if (name > most &&
            canvas_break(canvas, &rich, most, TEXT_LABEL).line_count > NAME_LINES)
            most = width * WIDE_NAME_SHARE;
        if (row->note.len)
            name += canvas_scaled(canvas, NOTE_GAP) +
                    text_width(canvas, row->note, note_style(canvas));
        widest_name = widest(widest_name, name);
    }
    return fmin(widest_name, most);
}

/* For rows of that density; where slides flow, for all densities alike. */
static Grid place_grid(Canvas *canvas, Rect box, const ChartData *page,
                       struct Density density)
{
    ChartData all = chart_whole(page);
    const ChartData *data = &all;
    Grid grid = { .left = box.x, .right = box.x + box.width, .size = density.text };
    const Words *words = canvas->words;
    TextStyle bold = heading_style(canvas, FONT_SEMIBOLD);
    double column_gap = canvas_scaled(canvas, COLUMN_GAP);
    double places = 0, intervals = 0,
           means = text_width(canvas, words->at[WORD_MEAN_HEADING], bold),
           size = canvas->medium->flows ? density_of(canvas, 0).text : density.text;
    TextStyle own = row_style(canvas, &(ChartRow){ .is_own = true }, size);
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        places = widest(places, text_width(canvas, row->place, own));
        if (figure_is_shown(row->mean))
            means =
                widest(means, text_width(canvas, mean_text(canvas, row, data), own));
        intervals = widest(intervals,
                           text_width(canvas, chart_interval_text(canvas, row), own));
    }
    if (has_intervals(data))
        intervals = widest(intervals,
                           text_width(canvas, words->at[WORD_INTERVAL_HEADING], bold));
    grid.place_right = grid.left + places;
    grid.name_left =
        grid.place_right + (places > 0 ? canvas_scaled(canvas, PLACE_GAP) : 0);
    grid.name_width = name_width(canvas, box.width, data, size);
    grid.interval_right = grid.right;
    grid.mean_right = grid.right - (intervals > 0 ? intervals + column_gap : 0);
    grid.plot_left = grid.name_left + grid.name_width + column_gap;
    grid.plot_width = grid.mean_right - means - column_gap - grid.plot_left;
    grid.top = box.y + canvas->medium->sizes.note * 1.9;
    place_axis(&grid, data);
    grid.foot = canvas_scaled(canvas, TICK_ROOM);
    if (hides_number(canvas, &grid, data)) {
        grid.is_label_below = true;
        grid.foot += canvas->medium->sizes.note * LABEL_LEADING;
    }
    return grid;
}

/* A name in its lines; its note stands behind the last of them, or below. */
typedef struct Name {
    RichText rich;
    Paragraph lines;
    bool is_note_below;
} Name;

static Name break_name(Canvas *canvas, const Grid *grid, const ChartRow *row,
                       TextStyle style)
{
    Name name = { .rich = canvas_plain(canvas, row->name, style) };
    name.lines = canvas_break(canvas, &name.rich, grid->name_width, TEXT_LABEL);
    if (row->note.len && name.lines.line_count) {
        double last = name.lines.lines[name.lines.line_count - 1].width;
        name.is_note_below = last + canvas_scaled(canvas, NOTE_GAP) +
                                 text_width(canvas, row->note, note_style(canvas)) >
                             grid->name_width + 0.5;
    }
    return name;
}

/* A row is as tall as its density says, or as the lines of its name need. */
static double row_height(Canvas *canvas, const Grid *grid, const ChartRow *row,
                         struct Density density)
{
    Name name = break_name(canvas, grid, row, row_style(canvas, row, density.text));
    int more = name.lines.line_count - 1 + name.is_note_below;
    return density.row + more * density.text * NAME_LEADING;
}

static int rows_above(Canvas *canvas, const Grid *grid, const ChartData *data,
                      struct Density density, double bottom)
{
    double y = grid->top;
    for (int i = 0; i < data->row_count; i++) {
        y += row_height(canvas, grid, &data->rows[i], density);
        if (y > bottom - grid->foot + 0.01)
            return i;
    }
    return data->row_count;
}

int interval_rows_fit(Canvas *canvas, Rect box, const ChartData *data)
{
    struct Density density = density_of(canvas, DENSITY_COUNT - 1);
    Grid grid = place_grid(canvas, box, data, density);
    return rows_above(canvas, &grid, data, density, box.y + box.height);
}

double interval_rows_height(Canvas *canvas, double width, const ChartData *data)
{
    struct Density density = density_of(canvas, data->row_count > FEW_ROWS);
    Grid grid = place_grid(canvas, (Rect){ .width = width }, data, density);
    double bottom = grid.top + grid.foot;
    for (int i = 0; i < data->row_count; i++)
        bottom += row_height(canvas, &grid, &data->rows[i], density);
    return bottom;
}

/* Whether the rows fit in that density: on all pages alike, where there are several. */
static bool is_roomy(Canvas *canvas, Rect box, const ChartData *data,
                     struct Density density)
{
    Grid grid = place_grid(canvas, box, data, density);
    ChartData page = data->page_rows ? chart_whole(data) : *data;
    int left = page.row_count, step = data->page_rows ? data->page_rows : left;
    for (; left > 0; left -= step, page.rows += step) {
        page.row_count = left < step ? left : step;
        if (rows_above(canvas, &grid, &page, density, box.y + box.height) <
            page.row_count)
            return false;
    }
    return true;
}

static struct Density choose_density(Canvas *canvas, Rect box, const ChartData *data)
{
    for (int i = 0; i < DENSITY_COUNT - 1; i++)
        if (is_roomy(canvas, box, data, density_of(canvas, i)))
            return density_of(canvas, i);
    return density_of(canvas, DENSITY_COUNT - 1);
}

static void paint_headings(Canvas *canvas, TagId table, const Grid *grid,
                           const ChartData *data)
{
    TagId row = canvas_tag(canvas, TAG_ROW, canvas_tag(canvas, TAG_TABLE_HEAD, table));
    double baseline = grid->top - canvas->medium->sizes.note * 0.7;
    TextStyle style = heading_style(canvas, FONT_SEMIBOLD);
    style.size = fmin(style.size, grid->size);
    canvas_text(canvas, canvas_cell(canvas, row, SCOPE_COLUMN), grid->name_left,
                baseline, ALIGN_LEFT, style, data->row_heading);
    canvas_text(canvas, canvas_cell(canvas, row, SCOPE_COLUMN), grid->mean_right,
                baseline, ALIGN_RIGHT, style, canvas->words->at[WORD_MEAN_HEADING]);
    style.role = FONT_REGULAR;
    if (has_intervals(data))
        canvas_text(canvas, canvas_cell(canvas, row, SCOPE_COLUMN),
                    grid->interval_right, baseline, ALIGN_RIGHT, style,
                    canvas->words->at[WORD_INTERVAL_HEADING]);
}

/* A row of the table, being painted. */
typedef struct RowBox {
    TagId tag;
    double middle, baseline;
    struct Density density;
} RowBox;

static void paint_name(Canvas *canvas, const Grid *grid, const RowBox *box,
                       const ChartRow *row)
{
    TagId cell = canvas_cell(canvas, box->tag, SCOPE_ROW);
    TextStyle style = row_style(canvas, row, box->density.text);
    if (row->place.len) {
        TextStyle place = style;
        place.colour = row->is_own ? style.colour : canvas->medium->palette.muted;
        canvas_text(canvas, cell, grid->place_right, box->baseline, ALIGN_RIGHT, place,
                    row->place);
    }
    if (row->is_unnamed)
        style.colour = canvas->medium->palette.muted;
    Name name = break_name(canvas, grid, row, style);
    int last = name.lines.line_count - 1;
    double leading = style.size * NAME_LEADING;
    double first = box->baseline - leading * (last + name.is_note_below) / 2;
    canvas_lines(
        canvas, &name.rich, &name.lines,
        (LinesOptions){
            .tag = cell, .x = grid->name_left, .y = first, .leading = leading });
    if (!row->note.len || last < 0)
        return;
    double x = grid->name_left, y = first + leading * (last + name.is_note_below);
    if (!name.is_note_below)
        x += name.lines.lines[last].width + canvas_scaled(canvas, NOTE_GAP);
    canvas_text(canvas, cell, x, y, ALIGN_LEFT, note_style(canvas), row->note);
}

static void paint_dot(Canvas *canvas, const Grid *grid, const RowBox *box,
                      const ChartRow *row)
{
    const Palette *palette = &canvas->medium->palette;
    Colour colour = row->is_own ? palette->accent : palette->muted;
    double radius = box->density.radius + (row->is_own ? canvas_scaled(canvas, 2) : 0);
    if (row->low < row->high)
        canvas_line(canvas, TAG_ARTIFACT, axis_x(grid, row->low), box->middle,
                    axis_x(grid, row->high), box->middle,
                    canvas_scaled(canvas, row->is_own ? 3 : 2), colour);
    chart_mark(canvas, TAG_ARTIFACT, 0, axis_x(grid, row->mean.value), box->middle,
               radius, colour);
}

static void paint_figures(Canvas *canvas, const Grid *grid, const RowBox *box,
                          const ChartRow *row, const ChartData *data)
{
    bool is_shown = figure_is_shown(row->mean);
    TextStyle style = row_style(canvas, row, box->density.text);
    if (!is_shown) {
        style.role = FONT_REGULAR;
        style.colour = canvas->medium->palette.muted;
    }
    canvas_text(canvas, canvas_cell(canvas, box->tag, SCOPE_NONE), grid->mean_right,
                box->baseline, ALIGN_RIGHT, style, mean_text(canvas, row, data));
    if (!has_intervals(data))
        return;
    style.role = FONT_REGULAR;
    style.colour = canvas->medium->palette.muted;
    Str interval =
        is_shown ? chart_interval_text(canvas, row) : canvas->words->at[WORD_MISSING];
    canvas_text(canvas, canvas_cell(canvas, box->tag, SCOPE_NONE), grid->interval_right,
                box->baseline, ALIGN_RIGHT, style,
                interval.len ? interval : canvas->words->at[WORD_MISSING]);
}

/* The steps of the scale below the rows. */
static void paint_axis(Canvas *canvas, const Grid *grid, double bottom)
{
    TextStyle style = heading_style(canvas, FONT_REGULAR);
    double baseline = bottom + style.size * 1.35, tick = canvas_scaled(canvas, TICK);
    canvas_line(canvas, TAG_ARTIFACT, grid->plot_left, bottom + tick / 2,
                grid->plot_left + grid->plot_width, bottom + tick / 2, 0.75,
                canvas->medium->palette.rule);
    for (long value = lround(ceil(grid->low)); (double)value <= grid->high; value++) {
        double x = axis_x(grid, (double)value);
        canvas_line(canvas, TAG_ARTIFACT, x, bottom, x, bottom + tick, 0.75,
                    canvas->medium->palette.muted);
        canvas_text(canvas, TAG_ARTIFACT, x, baseline, ALIGN_CENTRE, style,
                    format_count(canvas->deck->arena, canvas->words, value));
    }
}

/* The dashed line, broken for nothing: it is painted before the rows. */
static void paint_reference(Canvas *canvas, const Grid *grid, const ChartData *data,
                            double bottom)
{
    if (!has_reference(data))
        return;
    double x = axis_x(grid, data->reference.value);
    canvas_dashed_line(canvas, TAG_ARTIFACT, x, grid->top - 4, x,
                       bottom + canvas_scaled(canvas, TICK), 1, 3,
                       canvas->medium->palette.muted);
}

/* Between the numbers of the axis, or below them where it would hide one. */
static void paint_reference_label(Canvas *canvas, TagId parent, const Grid *grid,
                                  const ChartData *data, double bottom)
{
    if (!has_reference(data))
        return;
    TextStyle style = heading_style(canvas, FONT_SEMIBOLD);
    double width = text_width(canvas, data->reference_label, style);
    double baseline = bottom + style.size * 1.35;
    if (grid->is_label_below)
        baseline += style.size * LABEL_LEADING;
    canvas_text(canvas, canvas_tag(canvas, TAG_P, parent), label_x(grid, data, width),
                baseline, ALIGN_CENTRE, style, data->reference_label);
}

bool interval_rows_paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                         const Scope *scope)
{
    (void)scope;
    TagId table = canvas_tag(canvas, TAG_TABLE, parent);
    struct Density density = choose_density(canvas, box, data);
    Grid grid = place_grid(canvas, box, data, density);
    double bottom = grid.top;
    for (int i = 0; i < data->row_count; i++)
        bottom += row_height(canvas, &grid, &data->rows[i], density);
    paint_headings(canvas, table, &grid, data);
    paint_reference(canvas, &grid, data, bottom);
    TagId body = canvas_tag(canvas, TAG_TABLE_BODY, table);
    double y = grid.top;
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        double height = row_height(canvas, &grid, row, density);
        RowBox place = { .tag = canvas_tag(canvas, TAG_ROW, body),
                         .middle = y + height / 2,
                         .density = density };
        place.baseline = place.middle + density.text * 0.32;
        paint_name(canvas, &grid, &place, row);
        if (figure_is_shown(row->mean))
            paint_dot(canvas, &grid, &place, row);
        paint_figures(canvas, &grid, &place, row, data);
        y += height;
    }
    paint_reference_label(canvas, parent, &grid, data, bottom);
    paint_axis(canvas, &grid, bottom);
    return true;
}
