/* A table of figures whose ground tells how high they are: a real table, with header
 * cells, so that it needs no alternative text. */
#include "compose/chart.h"

/* Rows are set in the first of these densities in which all of them fit. */
static const struct Density {
    double row, text; /* height of a row, type size */
} DENSITIES[] = {
    {30,    15},
    { 24,   14},
    { 17.5, 12}
};

enum { DENSITY_COUNT = sizeof DENSITIES / sizeof *DENSITIES };

static const double HEADING_HEIGHT = 26;
static const double MAX_CELL_WIDTH = 92;
static const double CELL_GAP = 2;

typedef struct Grid {
    double left, right;
    double number_width; /* of the slide numbers; 0: no row has one */
    double name_right;
    double cells_left, cell_width;
    double top; /* of the first row */
    struct Density density;
} Grid;

static struct Density density_for(double height, int rows)
{
    for (int i = 0; i < DENSITY_COUNT - 1; i++)
        if (rows * DENSITIES[i].row <= height - HEADING_HEIGHT)
            return DENSITIES[i];
    return DENSITIES[DENSITY_COUNT - 1];
}

static int capacity(const Medium *medium, double height)
{
    (void)medium;
    return (int)((height - HEADING_HEIGHT) / DENSITIES[DENSITY_COUNT - 1].row);
}

static TextStyle heading_style(Canvas *canvas, FontRole role)
{
    return canvas_style(canvas, role, canvas->medium->sizes.note,
                        canvas->medium->palette.muted);
}

static Grid place_grid(Canvas *canvas, Rect box, const ChartData *data)
{
    Grid grid = { .left = box.x, .right = box.x + box.width };
    grid.density = density_for(box.height, data->row_count);
    grid.top = box.y + HEADING_HEIGHT;
    for (int i = 0; i < data->row_count; i++)
        if (data->rows[i].entry >= 0)
            grid.number_width = 30;
    double change_width = 0;
    if (data->change_heading.len)
        change_width = typesetter_width(canvas->typesetter, data->change_heading,
                                        heading_style(canvas, FONT_REGULAR)) +
                       6;
    double name_width =
        grid.number_width + chart_name_width(canvas, data, box.width * 0.45);
    double room = box.width - name_width - 12 - change_width;
    grid.cell_width = room / data->column_count;
    if (grid.cell_width > MAX_CELL_WIDTH)
        grid.cell_width = MAX_CELL_WIDTH;
    grid.cells_left = grid.right - change_width - grid.cell_width * data->column_count;
    grid.name_right = grid.cells_left - 10;
    return grid;
}

static TagId add_cell(Canvas *canvas, TagId row, TagKind kind, TagScope scope)
{
    TagId cell = canvas_tag(canvas, kind, row);
    canvas->deck->tags.at[cell].scope = scope;
    return cell;
}

static double cell_middle(const Grid *grid, int column)
{
    return grid->cells_left + (column + 0.5) * grid->cell_width;
}

static void paint_headings(Canvas *canvas, TagId table, const Grid *grid,
                           const ChartData *data)
{
    TagId row = canvas_tag(canvas, TAG_ROW, canvas_tag(canvas, TAG_TABLE_HEAD, table));
    double baseline = grid->top - 10;
    TagId corner = add_cell(canvas, row, TAG_HEADER_CELL, SCOPE_COLUMN);
    canvas_text(canvas, corner, grid->left + grid->number_width, baseline, ALIGN_LEFT,
                heading_style(canvas, FONT_SEMIBOLD), data->topic);
    for (int i = 0; i < data->column_count; i++)
        canvas_text(canvas, add_cell(canvas, row, TAG_HEADER_CELL, SCOPE_COLUMN),
                    cell_middle(grid, i), baseline, ALIGN_CENTRE,
                    heading_style(canvas, FONT_SEMIBOLD), data->columns[i]);
    if (data->change_heading.len)
        canvas_text(canvas, add_cell(canvas, row, TAG_HEADER_CELL, SCOPE_COLUMN),
                    grid->right, baseline, ALIGN_RIGHT,
                    heading_style(canvas, FONT_REGULAR), data->change_heading);
}

static double baseline_in(const Grid *grid, double top)
{
    return top + grid->density.row / 2 + grid->density.text * 0.32;
}

static void paint_name(Canvas *canvas, TagId row, const Grid *grid, double top,
                       const ChartRow *data, const Scope *scope)
{
    TagId cell = add_cell(canvas, row, TAG_HEADER_CELL, SCOPE_ROW);
    const Palette *palette = &canvas->medium->palette;
    double baseline = baseline_in(grid, top), size = grid->density.text;
    if (data->entry >= 0) {
        TextStyle style = canvas_style(canvas, FONT_SEMIBOLD, size < 13 ? size : 13,
                                       palette->brand_light);
        style.is_tabular = true;
        Inline number = { .text = format_count(canvas->deck->arena, canvas->words,
                                               scope->entries[data->entry].first_page),
                          .target = data->entry,
                          .place = canvas->place };
        RichText rich = canvas_rich(canvas, (Inlines){ &number, 1 }, style);
        Paragraph line = canvas_break(canvas, &rich, grid->number_width, false);
        canvas_lines(canvas, &rich, &line,
                     (LinesOptions){ .tag = cell,
                                     .x = grid->left,
                                     .y = baseline,
                                     .width = 18,
                                     .align = ALIGN_RIGHT,
                                     .scope = scope });
    }
    FontRole role = data->is_total ? FONT_BOLD : FONT_REGULAR;
    canvas_text(canvas, cell, grid->left + grid->number_width, baseline, ALIGN_LEFT,
                canvas_style(canvas, role, size, palette->ink), data->name);
}

static Colour cell_colour(Canvas *canvas, const ChartData *data, double value)
{
    const Palette *palette = &canvas->medium->palette;
    if (data->statistic == STATISTIC_MEAN)
        return palette_mean(palette, value, data->step_count);
    return colour_mix(palette->paper, palette->brand_light, value);
}

static void paint_cell(Canvas *canvas, TagId row, const Grid *grid, int column,
                       double top, Figure figure, const ChartData *data)
{
    const Palette *palette = &canvas->medium->palette;
    Rect box = { grid->cells_left + column * grid->cell_width + CELL_GAP / 2, top,
                 grid->cell_width - CELL_GAP, grid->density.row - CELL_GAP };
    bool is_shown = figure_is_shown(figure);
    bool is_total = data->last_total && column >= data->last_total;
    Colour ground = is_shown ? cell_colour(canvas, data, figure.value) : palette->tint;
    canvas_round_rect(canvas, TAG_ARTIFACT, box, 2, ground);
    TextStyle style = canvas_style(
        canvas, is_total ? FONT_BOLD : FONT_SEMIBOLD, grid->density.text,
        is_shown ? colour_label(ground, palette->ink, palette->paper) : palette->muted);
    style.is_tabular = true;
    Str text = format_figure(canvas->deck->arena, canvas->words, data->statistic,
                             figure, data->hidden_limit);
    double width = typesetter_width(canvas->typesetter, text, style);
    if (width >
        box.width - 4) /* a long word for a state: the short sign stands for it */
        text = canvas->words->at[WORD_HIDDEN_SHORT];
    canvas_text(canvas, add_cell(canvas, row, TAG_CELL, SCOPE_NONE),
                cell_middle(grid, column), baseline_in(grid, top) - CELL_GAP / 2,
                ALIGN_CENTRE, style, text);
}

static void paint_change(Canvas *canvas, TagId row, const Grid *grid, double top,
                         Figure change)
{
    TextStyle style = canvas_style(canvas, FONT_SEMIBOLD, grid->density.text,
                                   canvas->medium->palette.muted);
    style.is_tabular = true;
    Str text = figure_is_shown(change)
                   ? format_change(canvas->deck->arena, canvas->words, change.value)
                   : canvas->words->at[WORD_MISSING];
    canvas_text(canvas, add_cell(canvas, row, TAG_CELL, SCOPE_NONE), grid->right,
                baseline_in(grid, top) - CELL_GAP / 2, ALIGN_RIGHT, style, text);
}

static bool paint(Canvas *canvas, TagId parent, Rect box, const ChartData *data,
                  const Scope *scope)
{
    TagId table = canvas_tag(canvas, TAG_TABLE, parent);
    Grid grid = place_grid(canvas, box, data);
    paint_headings(canvas, table, &grid, data);
    TagId body = canvas_tag(canvas, TAG_TABLE_BODY, table);
    for (int i = 0; i < data->row_count; i++) {
        double top = grid.top + i * grid.density.row;
        TagId row = canvas_tag(canvas, TAG_ROW, body);
        double rule = top + grid.density.row - CELL_GAP / 2;
        canvas_line(canvas, TAG_ARTIFACT, grid.left, rule, grid.name_right, rule, 1,
                    canvas->medium->palette.rule);
        paint_name(canvas, row, &grid, top, &data->rows[i], scope);
        for (int j = 0; j < data->column_count; j++)
            paint_cell(canvas, row, &grid, j, top, data->rows[i].values[j], data);
        if (data->change_heading.len)
            paint_change(canvas, row, &grid, top, data->rows[i].change);
    }
    return true;
}

const ChartKind chart_heat = {
    .name = "heat",
    .help = "a table whose ground tells how high the figures are",
    .uses = CHART_SHARES | CHART_MEANS,
    .capacity = capacity,
    .paint = paint,
};
