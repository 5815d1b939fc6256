#include "survey/table.h"

#include "base/messages.h"
#include "base/unicode.h"
#include "survey/tool.h"

typedef struct Reading {
    Arena *arena; /* what stays */
    Table *table;
    TableRow *on_row;
    void *context;
    Diags *diags;
    Headings first_rows;
} Reading;

static int count_heading(const Table *table, Str key, int *first)
{
    int count = 0;
    for (int i = table->heading_count - 1; i >= 0; i--)
        if (str_equal(table->headings[i], key)) {
            *first = i;
            count++;
        }
    return count;
}

static void refuse_heading(Reading *reading, const TableColumn *column, Str key)
{
    const Table *table = reading->table;
    Diags *diags = reading->diags;
    Str shown = str_shown(diags->arena, column->heading, 120);
    Str nearest =
        str_nearest(reading->arena, key, table->headings, table->heading_count);
    diag_error(diags, column->place, "there is no column \"%.*s\" in %.*s",
               STR_ARG(shown), STR_ARG(table->source.path));
    if (nearest.len)
        diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(diags, "it must read as in the first row of the file");
}

static bool find_column(Reading *reading, TableColumn *column)
{
    column->index = -1;
    if (column->heading.len == 0)
        return true;
    Str key = table_key(reading->arena, column->heading);
    int count = count_heading(reading->table, key, &column->index);
    if (count == 0)
        refuse_heading(reading, column, key);
    if (count > 1) {
        Str shown = str_shown(reading->diags->arena, column->heading, 120);
        diag_error(reading->diags, column->place,
                   "the column \"%.*s\" stands %d times in %.*s", STR_ARG(shown), count,
                   STR_ARG(reading->table->source.path));
        diag_hint(reading->diags, "give the columns different headings");
    }
    return count == 1;
}

static bool take_headings(Reading *reading)
{
    Table *table = reading->table;
    int count = reading->first_rows.count;
    table->heading_count = count;
    table->headings =
        arena_array(reading->arena, (size_t)count, sizeof *table->headings);
    for (int i = 0; i < count; i++)
        table->headings[i] = table_key(
            reading->arena, headings_text(reading->arena, &reading->first_rows, i));
    if (count == 1 && table->column_count > 1) {
        diag_error(reading->diags, (Place){ .file = table->source.path, .row = 1 },
                   "the file has one column only");
        diag_hint(reading->diags, "say in the description what its delimiter is: "
                                  "comma, semicolon, tab or bar");
        return false;
    }
    bool is_good = true;
    for (int i = 0; i < table->column_count; i++)
        is_good &= find_column(reading, &table->columns[i]);
    return is_good;
}

static bool on_record(void *context, int row, const Str *cells, int count)
{
    Reading *reading = context;
    Table *table = reading->table;
    if (!table->headings) {
        if (headings_take(reading->arena, &reading->first_rows, cells, count))
            return true;
        if (!take_headings(reading))
            return false;
    }
    table->row = row;
    table->row_count++;
    if (count != table->heading_count) {
        diag_error(reading->diags, (Place){ .file = table->source.path, .row = row },
                   "the row has %d cells where the first row has %d", count,
                   table->heading_count);
        diag_hint(reading->diags,
                  count > table->heading_count
                      ? "put cells that hold the delimiter in quotation "
                        "marks"
                      : MESSAGE("every row has a cell for each heading, empty "
                                "or not"));
        return true;
    }
    table->cells = cells;
    reading->on_row(reading->context, table);
    table->cells = NULL;
    return true;
}

bool table_read(Arena *arena, Table *table, TableRow *on_row, void *context,
                Diags *diags)
{
    int errors_before = diags->counts[DIAG_ERROR];
    Reading reading = { arena, table, on_row, context, diags, { 0 } };
    Arena *scratch = arena_new();
    bool is_read = source_read(scratch, &table->source, on_record, &reading,
                               &table->format, diags);
    arena_free(scratch);
    if (is_read && !table->headings && reading.first_rows.row_count)
        take_headings(&reading);
    else if (is_read && !table->headings) {
        diag_error(diags, (Place){ .file = table->source.path }, "the file is empty");
        diag_hint(diags, "its first row must hold the headings");
    }
    return diags->counts[DIAG_ERROR] == errors_before;
}

Str table_cell(const Table *table, const TableColumn *column)
{
    return column->index < 0 ? (Str){ 0 } : str_trim(table->cells[column->index]);
}

Place table_place(const Table *table, const TableColumn *column)
{
    return (Place){ .file = table->source.path,
                    .row = table->cell_rows && column->index >= 0
                               ? table->cell_rows[column->index]
                               : table->row,
                    .heading = column->index < 0 ? (Str){ 0 }
                                                 : table->headings[column->index] };
}

Str table_key(Arena *arena, Str text)
{
    return unicode_nfc(arena, str_fold_space(arena, text));
}
