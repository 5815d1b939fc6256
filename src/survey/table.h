/* table.h - a file with headings: which column is which, and its rows. */
#ifndef SURVEY_TABLE_H
#define SURVEY_TABLE_H
#include "survey/source.h"

/* A column that is wanted. */
typedef struct TableColumn {
    Str heading; /* white space folded when compared; empty: not wanted after all */
    Place place; /* of whoever names it */
    int index;   /* filled in: among the cells of a row; -1 when not wanted */
} TableColumn;

typedef struct Table {
    SourceOptions source;
    TableColumn *columns;
    int column_count;
    bool is_bare; /* without headings: the columns are called 1, 2, 3 */
    /* Filled in: */
    Str *headings; /* white space folded, NFC */
    int heading_count;
    int row; /* the row at hand, as a spreadsheet shows it */
    const Str *cells;
    const int *cell_rows; /* the row of each cell, where they come from several */
    int row_count;        /* rows below the headings so far */
    SourceFormat format;  /* what the file is */
} Table;

typedef void TableRow(void *context, const Table *table);

/* Finds the columns and hands out the rows that have a cell for each heading; the rows
 * of a workbook are padded. Errors: a column that is not there (with the nearest
 * heading) or there twice without its number, «Kommentar (2)», and rows with too few or
 * too many cells. */
bool table_read(Arena *arena, Table *table, TableRow *on_row, void *context,
                Diags *diags);

/* Whether a heading, with its number where several columns have it, names the column.
 */
bool table_is_column(Arena *scratch, const Table *table, Str heading, int index);

/* The error for a row that is too short or too long. */
void table_refuse_row(Place place, int count, int wanted, Diags *diags);

/* The cell of a wanted column in the row at hand, trimmed. */
Str table_cell(const Table *table, const TableColumn *column);
Place table_place(const Table *table, const TableColumn *column);

/* A text as it is compared: white space folded, NFC. */
Str table_key(Arena *arena, Str text);

#endif
