/* grid.h - rows of cells as they stand in a file, as the rows of one table: without the
 * empty rows, and without a title above the headings. */
#ifndef SURVEY_GRID_H
#define SURVEY_GRID_H
#include "survey/source.h"

/* A title takes at most so many rows; headings stand in so many columns or more. */
enum { GRID_TITLE_MAX = 20, GRID_HEADING_MIN = 3 };

/* A row of more cells is refused: no spreadsheet shows more columns. */
enum { GRID_COLUMN_MAX = 16384 };

typedef struct GridRow {
    int row;
    Str *cells;
    int count;
} GridRow;

typedef struct Grid {
    Arena *arena; /* for the rows held back */
    const SourceOptions *options;
    SourceRow *on_row;
    void *context;
    Diags *diags;
    bool is_workbook; /* warned of then: what may be a second table */
    GridRow held[GRID_TITLE_MAX];
    int held_count;
    bool has_headings;
    int last_row; /* handed out */
    int gap;      /* column of the headings without one, counted from 1; 0: none */
    int heading_row;
    bool has_warned; /* of empty rows */
} Grid;

/* Takes a row of the file; false when the callback stops, or with an error. */
bool grid_take(Grid *grid, int row, const Str *cells, int count);

/* Behind the last row: hands out those held back. */
bool grid_finish(Grid *grid);

#endif
