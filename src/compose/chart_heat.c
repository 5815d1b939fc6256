/* A table of figures whose ground tells how high they are: a real table, with header
 * cells, so that it needs no alternative text. */
#include "compose/chart.h"

#include <math.h>

/* Rows are set in the first of these densities in which all of them fit; where slides
 * flow, in one of them always, so that parts of a table on two pages are alike. */
static const struct Density {
    double row, text; /* height of a row, type size */
} DENSITIES[] = {
    {30,    15},
    { 24,   14},
    { 17.5, 12}
};

enum { DENSITY_COUNT = sizeof DENSITIES / sizeof *DENSITIES, FLOWING_DENSITY = 1 };

static const double HEADING_LEADING = 1.2;
static const double HEADING_AIR = 10;
static const double NAME_LEADING = 1.15;
static const double CELL_WIDTH = 92; /* at most, unless what stands in it needs more */
static const double CELL_GAP = 2;
static const double HEADING_INSET = 4; /* of a cell's width, beside its heading */
static const double NUMBER_WIDTH = 30, NUMBER_GAP = 12, NUMBER_SIZE = 13;
static const double NAME_GAP = 12, RULE_GAP = 10; /* right of the names */
static const double CORNER_SHARE = 0.16; /* of the width, for the heading of names */
/* Of the width, for names: what they keep at least where headings over the cells are
 * long; where they end at the latest, if that leaves much of the width empty, so that
 * figures are not far from what they are of. */
static const double LEAST_NAMES = 0.2, MOST_NAMES = 0.4, EMPTY_SHARE = 0.12;
static const double CELL_STEP = 8; /* by which cells are widened */
enum { HEADING_LINES = 3, PAGE_ROWS = 12 };

/* Where everything stands; the same for every density. */
typedef struct Grid {
    double left, right;
    double number_width; /* of the slide numbers; 0: no row has one */
    double name_width;
    double name_right; /* of the rules under the names */
    double cells_left, cell_width;
    double mean_right; /* numbers are right-aligned here */
    double top;        /* of the first row */
} Grid;

static struct Density density_of(const Canvas *canvas, int index)
{
    return (struct Density){ canvas_scaled(canvas, DENSITIES[index].row),
                             fmax(canvas_scaled(canvas, DENSITIES[index].text),
                                  canvas->medium->sizes.floor) };
}

static TextStyle heading_style(Canvas *canvas, FontRole role)
{
    return canvas_style(canvas, role, canvas->medium->sizes.note,
                        canvas->medium->palette.muted);
}

static double change_width(Canvas *canvas, const ChartData *data)
{
    if (!data->change_heading.len)
        return 0;
    return chart_change_width(canvas, data) + canvas_scaled(canvas, 6);
}

/* The widest word in the headings over the cells, in that size. */
static double widest_word(Canvas *canvas, const ChartData *data, double size)
{
    TextStyle style = heading_style(canvas, FONT_SEMIBOLD);
    style.size = size;
    double widest = 0;
    for (int i = 0; i < data->column_count; i++)
        for (Str rest = chart_column_names(data)[i]; rest.len;) {
            long blank = str_find(rest, S(" "));
            size_t end = blank < 0 ? rest.len : (size_t)blank;
            double width =
                typesetter_width(canvas->typesetter, str_slice(rest, 0, end), style);
            widest = fmax(widest, width);
            rest = str_slice(rest, blank < 0 ? end : end + 1, rest.len);
        }
    return widest;
}

/* Over a column of cells: smaller where a word would be broken. */
static TextStyle column_style(Canvas *canvas, const ChartData *data, double width)
{
    TextStyle style = heading_style(canvas, FONT_SEMIBOLD);
    if (widest_word(canvas, data, style.size) > width - HEADING_INSET)
        style.size = canvas->medium->sizes.floor;
    return style;
}

static Paragraph break_heading(Canvas *canvas, Str text, TextStyle style, double width,
                               RichText *rich)
{
    *rich = canvas_plain(canvas, text, style);
    return canvas_break(canvas, rich, width - HEADING_INSET, TEXT_LABEL);
}

/* Lines of the tallest heading over a column of cells. */
static int heading_lines(Canvas *canvas, const ChartData *data, double width)
{
    TextStyle style = column_style(canvas, data, width);
    int most = 1;
    for (int i = 0; i < data->column_count; i++) {
        RichText rich;
        Str name = chart_column_names(data)[i];
        int lines = break_heading(canvas, name, style, width, &rich).line_count;
        most = lines > most ? lines : most;
    }
    return most;
}

/* The widest of the words, in the cells, for why there is no figure; what is hidden has
 * a rule of its own. */
static double widest_state(Canvas *canvas, const ChartData *data)
{
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, canvas_scaled(canvas, DENSITIES[0].text),
                     canvas->medium->palette.muted);
    double widest = 0;
    for (int i = 0; i < data->row_count; i++)
        for (int j = 0; j < data->column_count; j++) {
            Figure figure = data->rows[i].values[j];
            if (figure_is_shown(figure) || chart_is_hidden(figure))
                continue;
            Str text = format_figure(canvas->deck->arena, canvas->words,
                                     data->statistic, figure, data->hidden_limit);
            widest = fmax(widest, typesetter_width(canvas->typesetter, text, style));
        }
    return widest;
}

/* Behind a distribution. */
static double mean_width(Canvas *canvas, const ChartData *data)
{
    if (!data->has_means)
        return 0;
    double width = typesetter_width(canvas->typesetter,
                                    canvas->words->at[chart_mean_heading(data)],
                                    heading_style(canvas, FONT_SEMIBOLD));
    for (int i = 0; i < data->row_count; i++)
        if (chart_is_hidden(data->rows[i].mean))
            width = fmax(width, typesetter_width(canvas->typesetter,
                                                 canvas->words->at[WORD_HIDDEN_SHORT],
                                                 heading_style(canvas, FONT_REGULAR)));
    return width + canvas_scaled(canvas, 14);
}

/* Room for the heading over the names. */
static double corner_width(const Grid *grid)
{
    return grid->name_right - grid->left - grid->number_width;
}

static TextStyle name_style(Canvas *canvas, const ChartRow *row, double size)
{
    return canvas_style(canvas, row->is_total ? FONT_BOLD : FONT_REGULAR, size,
                        canvas->medium->palette.ink);
}

/* A row is as tall as its density says, or as the lines of its name need. */
static double row_height(Canvas *canvas, const Grid *grid, const ChartRow *row,
                         struct Density density)
{
    RichText rich =
        canvas_plain(canvas, row->name, name_style(canvas, row, density.text));
    int lines = canvas_break(canvas, &rich, grid->name_width, TEXT_LABEL).line_count;
    return density.row + (lines - 1) * density.text * NAME_LEADING;
}

/* Many rows are taken to be set as densely as can be. */
static struct Density likely_density(Canvas *canvas, const ChartData *data)
{
    bool is_dense = data->row_count > PAGE_ROWS && !canvas->medium->flows;
    return density_of(canvas, is_dense ? DENSITY_COUNT - 1 : FLOWING_DENSITY);
}

/* A few rows are set larger. */
static double widest_name(Canvas *canvas, const ChartData *data)
{
    double size = data->row_count > PAGE_ROWS || canvas->medium->flows
                      ? likely_density(canvas, data).text
                      : density_of(canvas, 0).text;
    double widest = 0;
    for (int i = 0; i < data->row_count; i++)
        widest =
            fmax(widest, typesetter_width(canvas->typesetter, data->rows[i].name,
                                          name_style(canvas, &data->rows[i], size)));
    return widest + 1;
}

/* What the words in a cell and its figures need. */
static double enough_for_cells(Canvas *canvas, const ChartData *data)
{
    double words = widest_word(canvas, data, canvas->medium->sizes.note) +
                   canvas_scaled(canvas, 8);
    double states = widest_state(canvas, data) + CELL_GAP + 5;
    return fmax(canvas_scaled(canvas, CELL_WIDTH), fmax(words, states));
}

/* About how high the table is with cells of that width, and what they leave of `room`
 * for names. */
static double height_with(Canvas *canvas, const ChartData *data, double room,
                          double cell)
{
    Grid grid = { .name_width = room - cell * data->column_count };
    struct Density density = likely_density(canvas, data);
    int pages = (data->row_count + PAGE_ROWS - 1) / PAGE_ROWS;
    double height = pages * heading_lines(canvas, data, cell) *
                    canvas->medium->sizes.note * HEADING_LEADING;
    for (int i = 0; i < data->row_count; i++)
        height += row_height(canvas, &grid, &data->rows[i], density);
    return height;
}

/* The width of a cell, in `room` for names and cells; the names would have `names`.
 * Where headings need many lines, cells are as wide as makes the table lowest. */
static double cell_width(Canvas *canvas, const ChartData *data, double room,
                         double names, double least_names)
{
    double width =
        fmin((room - names) / data->column_count, enough_for_cells(canvas, data));
    if (heading_lines(canvas, data, width) <= HEADING_LINES)
        return width;
    double most = (room - fmin(names, least_names)) / data->column_count;
    double best = width, least = height_with(canvas, data, room, width);
    double step = canvas_scaled(canvas, CELL_STEP);
    int steps = most > width ? (int)((most - width) / step) : 0;
    for (int i = 1; i <= steps; i++) {
        double wider = width + i * step;
        double height = height_with(canvas, data, room, wider);
        if (height < least) {
            least = height;
            best = wider;
        }
    }
    return best;
}

/* Names and cells, from left to right; the room between them is the names'. */
static void place_columns(Canvas *canvas, Grid *grid, const ChartData *data)
{
    double width = grid->right - grid->left;
    double corner = typesetter_width(canvas->typesetter, data->row_heading,
                                     heading_style(canvas, FONT_SEMIBOLD));
    double names = fmax(fmin(widest_name(canvas, data), width * 0.45),
                        fmin(corner, width * CORNER_SHARE));
    double mean = mean_width(canvas, data), change = change_width(canvas, data);
    double room =
        width - grid->number_width - canvas_scaled(canvas, NAME_GAP) - change - mean;
    grid->cell_width = cell_width(canvas, data, room, names, width * LEAST_NAMES);
    double cells = grid->cell_width * data->column_count;
    grid->name_width = fmin(names, room - cells);
    double names_end = grid->number_width + fmax(grid->name_width, corner + 1) +
                       canvas_scaled(canvas, NAME_GAP);
    double empty = width - fmax(names_end, width * MOST_NAMES) - cells - change - mean;
    if (empty > width * EMPTY_SHARE)
        grid->right -= empty;
    grid->mean_right = grid->right - change;
    grid->cells_left = grid->mean_right - mean - cells;
    grid->name_right = grid->cells_left - canvas_scaled(canvas, RULE_GAP);
    grid->name_width = corner_width(grid);
}

static Grid place_grid(Canvas *canvas, Rect box, const ChartData *page)
{
    ChartData all = chart_whole(page);
    const ChartData *data = &all;
    Grid grid = { .left = box.x, .right = box.x + box.width };
    for (int i = 0; i < data->row_count; i++)
        if (data->rows[i].entry >= 0)
            grid.number_width = canvas_scaled(canvas, NUMBER_WIDTH);
    place_columns(canvas, &grid, data);
    int lines = heading_lines(canvas, data, grid.cell_width);
    RichText rich =
        canvas_plain(canvas, data->row_heading, heading_style(canvas, FONT_SEMIBOLD));
    int corner_lines =
        canvas_break(canvas, &rich, corner_width(&grid), TEXT_LABEL).line_count;
    if (corner_lines > lines)
        lines = corner_lines;
    grid.top = box.y + canvas_scaled(canvas, HEADING_AIR) +
               lines * canvas->medium->sizes.note * HEADING_LEADING;
    return grid;
}

/* How many of the first rows fit above `bottom`. */
static int rows_above(Canvas *canvas, const Grid *grid, const ChartData *data,
                      struct Density density, double bottom)
{
    double y = grid->top;
    for (int i = 0; i < data->row_count; i++) {
        y += row_height(canvas, grid, &data->rows[i], density);
        if (y > bottom + 0.01)
            return i;
    }
    return data->row_count;
}

static int fit(Canvas *canvas, Rect box, const ChartData *data)
{
    Grid grid = place_grid(canvas, box, data);
    int density = canvas->medium->flows ? FLOWING_DENSITY : DENSITY_COUNT - 1;
    return rows_above(canvas, &grid, data, density_of(canvas, density),
                      box.y + box.height);
}

static double height(Canvas *canvas, double width, const ChartData *data)
{
    Grid grid = place_grid(canvas, (Rect){ .width = width }, data);
    struct Density density = density_of(canvas, FLOWING_DENSITY);
    double bottom = grid.top;
    for (int i = 0; i < data->row_count; i++)
        bottom += row_height(canvas, &grid, &data->rows[i], density);
    return bottom;
}

static struct Density choose_density(Canvas *canvas, const Grid *grid, Rect box,
                                     const ChartData *data)
{
    if (canvas->medium->flows)
        return density_of(canvas, FLOWING_DENSITY);
    for (int i = 0; i < DENSITY_COUNT - 1; i++)
        if (rows_above(canvas, grid, data, density_of(canvas, i), box.y + box.height) ==
            data->row_count)
            return density_of(canvas, i);
    return density_of(canvas, DENSITY_COUNT - 1);
}

static double cell_middle(const Grid *grid, int column)
{
    return grid->cells_left + (column + 0.5) * grid->cell_width;
}

/* Headings of several lines stand on the same last line. */
static void paint_heading(Canvas *canvas, TagId cell, const Grid *grid, int column,
                          const ChartData *data)
{
    TextStyle style = column_style(canvas, data, grid->cell_width);
    RichText rich;
    Str name = chart_column_names(data)[column];
    if (!str_equal(name, data->columns[column]))
        canvas->deck->tags.at[cell].alt = data->columns[column];
    Paragraph lines = break_heading(canvas, name, style, grid->cell_width, &rich);
    double width = grid->cell_width - HEADING_INSET;
    double leading = style.size * HEADING_LEADING;
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){
                     .tag = cell,
                     .x = cell_middle(grid, column) - width / 2,
                     .y = grid->top - canvas_scaled(canvas, HEADING_AIR) -
                          leading * (lines.line_count - 1),
                     .leading = leading,
                     .width = width,
                     .align = ALIGN_CENTRE,
                 });
}

static void paint_headings(Canvas *canvas, TagId table, const Grid *grid,
                           const ChartData *data)
{
    TagId row = canvas_tag(canvas, TAG_ROW, canvas_tag(canvas, TAG_TABLE_HEAD, table));
    double baseline = grid->top - canvas_scaled(canvas, HEADING_AIR);
    TagId corner = canvas_cell(canvas, row, SCOPE_COLUMN);
    TextStyle style = heading_style(canvas, FONT_SEMIBOLD);
    RichText rich = canvas_plain(canvas, data->row_heading, style);
    Paragraph lines = canvas_break(canvas, &rich, corner_width(grid), TEXT_LABEL);
    double leading = style.size * HEADING_LEADING;
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = corner,
                                 .x = grid->left + grid->number_width,
                                 .y = baseline - leading * (lines.line_count - 1),
                                 .leading = leading });
    for (int i = 0; i < data->column_count; i++)
        paint_heading(canvas, canvas_cell(canvas, row, SCOPE_COLUMN), grid, i, data);
    if (data->has_means)
        canvas_text(canvas, canvas_cell(canvas, row, SCOPE_COLUMN), grid->mean_right,
                    baseline, ALIGN_RIGHT, style,
                    canvas->words->at[chart_mean_heading(data)]);
    if (data->change_heading.len)
        canvas_text(canvas, canvas_cell(canvas, row, SCOPE_COLUMN), grid->right,
                    baseline, ALIGN_RIGHT, heading_style(canvas, FONT_REGULAR),
                    chart_change_heading(canvas, data));
}

/* A row of the table, being painted. */
typedef struct RowBox {
    TagId tag;
    double top, height;
    double baseline; /* of text in the middle of the row */
    double size;     /* of its text */
} RowBox;

static void paint_number(Canvas *canvas, TagId cell, const Grid *grid,
                         const RowBox *box, int entry, const Scope *scope)
{
    TextStyle style = canvas_style(canvas, FONT_SEMIBOLD,
                                   fmin(box->size, canvas_scaled(canvas, NUMBER_SIZE)),
                                   canvas->medium->palette.brand_light);
    style.is_tabular = true;
    Inline number = { .text = format_count(canvas->deck->arena, canvas->words,
                                           scope_first_page(scope, entry)),
                      .target = entry,
                      .place = canvas->place };
    RichText rich = canvas_rich(canvas, (Inlines){ &number, 1 }, style);
    Paragraph line = canvas_break(canvas, &rich, grid->number_width, TEXT_LABEL);
    canvas_lines(
        canvas, &rich, &line,
        (LinesOptions){ .tag = cell,
                        .x = grid->left,
                        .y = box->baseline,
                        .width = grid->number_width - canvas_scaled(canvas, NUMBER_GAP),
                        .align = ALIGN_RIGHT,
                        .scope = scope });
}

static void paint_name(Canvas *canvas, const Grid *grid, const RowBox *box,
                       const ChartRow *row, const Scope *scope)
{
    TagId cell = canvas_cell(canvas, box->tag, SCOPE_ROW);
    if (row->entry >= 0)
        paint_number(canvas, cell, grid, box, row->entry, scope);
    RichText rich = canvas_plain(canvas, row->name, name_style(canvas, row, box->size));
    Paragraph lines = canvas_break(canvas, &rich, grid->name_width, TEXT_LABEL);
    double leading = box->size * NAME_LEADING;
    canvas_lines(
        canvas, &rich, &lines,
        (LinesOptions){ .tag = cell,
                        .x = grid->left + grid->number_width,
                        .y = box->baseline - leading * (lines.line_count - 1) / 2,
                        .leading = leading });
    double rule = box->top + box->height - CELL_GAP / 2;
    canvas_line(canvas, TAG_ARTIFACT, grid->left, rule, grid->name_right, rule, 1,
                canvas->medium->palette.rule);
}

static Colour cell_colour(Canvas *canvas, const ChartData *data, double value)
{
    const Palette *palette = &canvas->medium->palette;
    if (data->statistic == STATISTIC_MEAN)
        return palette_mean(palette, value - (data->first_step - 1), data->step_count);
    return colour_mix(palette->paper, palette->brand_light, value);
}

/* Shares as the bars print them: adding to 100. */
static Str figure_text(Canvas *canvas, const ChartRow *row, int column,
                       const ChartData *data)
{
    Arena *arena = canvas->deck->arena;
    Figure figure = row->values[column];
    if (row->percents && figure_is_shown(figure))
        return format_share(arena, canvas->words, row->percents[column] / 100.0);
    return format_figure(arena, canvas->words, data->statistic, figure,
                         data->hidden_limit);
}

/* The figure as it is printed; a long word for its state gives way to the short one. */
static Str cell_text(Canvas *canvas, const Grid *grid, const ChartRow *row, int column,
                     TextStyle style, const ChartData *data)
{
    Str text = figure_text(canvas, row, column, data);
    Figure figure = row->values[column];
    bool fits = typesetter_width(canvas->typesetter, text, style) <=
                grid->cell_width - CELL_GAP - 4;
    return fits || figure.state != FIGURE_HIDDEN ? text
                                                 : canvas->words->at[WORD_HIDDEN_SHORT];
}

static void paint_cell(Canvas *canvas, const Grid *grid, const RowBox *row, int column,
                       const ChartRow *figures, const ChartData *data)
{
    Figure figure = figures->values[column];
    const Palette *palette = &canvas->medium->palette;
    Rect box = { grid->cells_left + column * grid->cell_width + CELL_GAP / 2, row->top,
                 grid->cell_width - CELL_GAP, row->height - CELL_GAP };
    bool is_shown = figure_is_shown(figure);
    bool is_total = data->last_total && column >= data->last_total;
    Colour ground = is_shown ? cell_colour(canvas, data, figure.value) : palette->tint;
    canvas_round_rect(canvas, TAG_ARTIFACT, box, 2, ground);
    TextStyle style = canvas_style(
        canvas, is_total ? FONT_BOLD : FONT_SEMIBOLD, row->size,
        is_shown ? colour_label(ground, palette->ink, palette->paper) : palette->muted);
    style.is_tabular = true;
    if (!is_shown)
        style.role = FONT_REGULAR;
    Str text = cell_text(canvas, grid, figures, column, style, data);
    double width = typesetter_width(canvas->typesetter, text, style);
    if (!is_shown && width > box.width - 4) /* words are wider than figures */
        style.size =
            fmax(canvas->medium->sizes.floor, style.size * (box.width - 4) / width);
    canvas_text(canvas, canvas_cell(canvas, row->tag, SCOPE_NONE),
                cell_middle(grid, column), row->baseline - CELL_GAP / 2, ALIGN_CENTRE,
                style, text);
}

/* Says once, across the columns, why the whole row is hidden. */
static void paint_hidden_row(Canvas *canvas, const Grid *grid, const RowBox *row,
                             Str text, const ChartData *data)
{
    const Palette *palette = &canvas->medium->palette;
    double width = grid->cell_width * data->column_count;
    Rect box = { grid->cells_left + CELL_GAP / 2, row->top, width - CELL_GAP,
                 row->height - CELL_GAP };
    canvas_round_rect(canvas, TAG_ARTIFACT, box, 2, palette->tint);
    TextStyle style = canvas_style(canvas, FONT_REGULAR, row->size, palette->muted);
    TagId cell = canvas_cell(canvas, row->tag, SCOPE_NONE);
    canvas->deck->tags.at[cell].column_span = data->column_count;
    canvas_text(canvas, cell, grid->cells_left + width / 2,
                row->baseline - CELL_GAP / 2, ALIGN_CENTRE, style, text);
}

/* Whether the word for what is hidden has room in a cell. */
static bool holds_word(Canvas *canvas, const Grid *grid, double size)
{
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, size, canvas->medium->palette.muted);
    return typesetter_width(canvas->typesetter, canvas->words->at[WORD_HIDDEN_SHORT],
                            style) <= grid->cell_width - CELL_GAP - 4;
}

static void paint_cells(Canvas *canvas, const Grid *grid, const RowBox *row,
                        const ChartRow *figures, const ChartData *data)
{
    Str hidden = chart_hidden_text(canvas, figures->values, data->column_count,
                                   data->statistic, data->hidden_limit);
    if (hidden.len && !holds_word(canvas, grid, row->size)) {
        paint_hidden_row(canvas, grid, row, hidden, data);
        return;
    }
    for (int i = 0; i < data->column_count; i++)
        paint_cell(canvas, grid, row, i, figures, data);
}

static void paint_mean(Canvas *canvas, const Grid *grid, const RowBox *row, Figure mean,
                       const ChartData *data)
{
    TextStyle style =
        canvas_style(canvas, FONT_BOLD, row->size, canvas->medium->palette.ink);
    style.is_tabular = true;
    /* In words where it is hidden: a dash would say that nobody answered. */
    Str text =
        canvas->words->at[chart_is_hidden(mean) ? WORD_HIDDEN_SHORT : WORD_MISSING];
    if (chart_is_hidden(mean))
        style = heading_style(canvas, FONT_REGULAR);
    if (figure_is_shown(mean))
        text = format_figure(canvas->deck->arena, canvas->words,
                             chart_mean_statistic(data), mean, data->hidden_limit);
    canvas_text(canvas, canvas_cell(canvas, row->tag, SCOPE_NONE), grid->mean_right,
                row->baseline - CELL_GAP / 2, ALIGN_RIGHT, style, text);
}

static void paint_change(Canvas *canvas, const Grid *grid, const RowBox *row,
                         const ChartRow *figures, const ChartData *data)
{
    canvas_text(canvas, canvas_cell(canvas, row->tag, SCOPE_NONE), grid->right,
                row->baseline - CELL_GAP / 2, ALIGN_RIGHT,
                chart_change_style(canvas, figures, row->size),
                chart_change_text(canvas, figures, data));
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    TagId table = canvas_tag(canvas, TAG_TABLE, parent);
    Grid grid = place_grid(canvas, box, data);
    struct Density density = choose_density(canvas, &grid, box, data);
    paint_headings(canvas, table, &grid, data);
    TagId body = canvas_tag(canvas, TAG_TABLE_BODY, table);
    double y = grid.top;
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        RowBox place = { .tag = canvas_tag(canvas, TAG_ROW, body),
                         .top = y,
                         .height = row_height(canvas, &grid, row, density),
                         .size = density.text };
        place.baseline = y + place.height / 2 + density.text * 0.32;
        paint_name(canvas, &grid, &place, row, scope);
        paint_cells(canvas, &grid, &place, row, data);
        if (data->has_means)
            paint_mean(canvas, &grid, &place, row->mean, data);
        if (data->change_heading.len)
            paint_change(canvas, &grid, &place, row, data);
        y += place.height;
    }
    return true;
}

const ChartKind chart_heat = {
    .name = "heat",
    .help = "a table whose ground tells how high the figures are",
    .uses = CHART_SHARES | CHART_MEANS,
    .prints = CHART_PRINTS_VALUES | CHART_PRINTS_MEAN | CHART_PRINTS_CHANGE,
    .fit = fit,
    .height = height,
    .paint = paint,
};
