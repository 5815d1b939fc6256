#include "survey/grid.h"

/* Cells with something in them, as far as GRID_HEADING_MIN. */
static int count_filled(const Str *cells, int count)
{
    int filled = 0;
    for (int i = 0; i < count && filled < GRID_HEADING_MIN; i++)
        filled += cells[i].len > 0 && str_trim(cells[i]).len > 0;
    return filled;
}

static Place place_of(const Grid *grid, int row)
{
    return (Place){ .file = grid->options->path, .row = row };
}

static void warn_of_rows(Grid *grid, int row)
{
    if (grid->has_warned || row == grid->last_row + 1)
        return;
    grid->has_warned = true;
    diag_warning(grid->diags, place_of(grid, row),
                 "there are empty rows above this one: a second table on the sheet?");
    diag_hint(grid->diags, "have one table only on a sheet, its headings in the first "
                           "row, and no row empty");
}

/* A heading that is missing between others; a tool may write the second half of one
 * below it. */
static void warn_of_column(Grid *grid, const Str *cells, int count)
{
    if (grid->gap && (grid->gap > count || !str_trim(cells[grid->gap - 1]).len)) {
        diag_warning(grid->diags, place_of(grid, grid->heading_row),
                     "column %d has no heading: a second table beside the first?",
                     grid->gap);
        diag_hint(grid->diags, "have one table only on a sheet, with a heading above "
                               "each column");
    }
    grid->gap = 0;
}

static bool hand_out(Grid *grid, int row, const Str *cells, int count)
{
    if (grid->is_workbook && grid->last_row) {
        warn_of_rows(grid, row);
        warn_of_column(grid, cells, count);
    } else if (grid->is_workbook) {
        grid->heading_row = row;
        for (int i = 0; i < count && !grid->gap; i++)
            if (!str_trim(cells[i]).len)
                grid->gap = i + 1;
    }
    grid->last_row = row;
    return grid->on_row(grid->context, row, cells, count);
}

static void hold(Grid *grid, int row, const Str *cells, int count)
{
    GridRow *held = &grid->held[grid->held_count++];
    *held =
        (GridRow){ row, arena_array(grid->arena, (size_t)count, sizeof(Str)), count };
    for (int i = 0; i < count; i++)
        held->cells[i] = str_copy(grid->arena, cells[i]);
}

static bool release(Grid *grid)
{
    grid->has_headings = true;
    for (int i = 0; i < grid->held_count; i++)
        if (!hand_out(grid, grid->held[i].row, grid->held[i].cells,
                      grid->held[i].count))
            return false;
    return true;
}

static void note_title(Grid *grid, int row)
{
    if (grid->options->is_silent)
        return;
    Str shown = { 0 };
    for (int i = 0; i < grid->held[0].count && !shown.len; i++)
        shown = str_shown(grid->diags->arena, str_trim(grid->held[0].cells[i]), 60);
    diag_note(grid->diags, place_of(grid, row),
              "the headings are taken from this row; above it stands \"%.*s\"",
              STR_ARG(shown));
}

static bool refuse_width(const Grid *grid, int row, int count)
{
    diag_error(grid->diags, place_of(grid, row),
               "the row has %d cells, and at most %d columns are read", count,
               GRID_COLUMN_MAX);
    diag_hint(grid->diags, "leave columns out when you export the answers");
    return false;
}

bool grid_take(Grid *grid, int row, const Str *cells, int count)
{
    if (count > GRID_COLUMN_MAX)
        return refuse_width(grid, row, count);
    int filled = count_filled(cells, count);
    if (filled == 0)
        return true;
    if (grid->has_headings)
        return hand_out(grid, row, cells, count);
    bool is_title = grid->held_count < GRID_TITLE_MAX &&
                    (filled == 1 || (filled == 2 && grid->held_count > 0));
    if (is_title) {
        hold(grid, row, cells, count);
        return true;
    }
    if (grid->held_count && filled >= GRID_HEADING_MIN)
        note_title(grid, row);
    else if (!release(grid))
        return false;
    grid->has_headings = true;
    return hand_out(grid, row, cells, count);
}

bool grid_finish(Grid *grid)
{
    return grid->has_headings || release(grid);
}
