#include "survey/table.h"

#include "base/messages.h"
#include "base/unicode.h"
#include "survey/heading.h"
#include "survey/tool.h"

typedef struct Reading {
    Arena *arena; /* what stays */
    Table *table;
    TableRow *on_row;
    void *context;
    Diags *diags;
    Headings first_rows;
    Str *padded; /* a row with cells for all headings */
} Reading;

/* How many columns have the heading, and which is the one with that number. */
static int count_heading(const Table *table, Str key, int number, int *found)
{
    int count = 0;
    for (int i = 0; i < table->heading_count; i++)
        if (str_equal(table->headings[i], key) && ++count == number)
            *found = i;
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

/* Of columns with the same heading «Kommentar (2)» is the second. */
static bool find_numbered(const Table *table, Str key, int *index)
{
    Str stem;
    int number = heading_number(key, &stem);
    return number > 0 && count_heading(table, stem, number, index) >= number &&
           count_heading(table, stem, 0, index) > 1;
}

bool table_is_column(Arena *scratch, const Table *table, Str heading, int index)
{
    Str key = table_key(scratch, heading_plain(scratch, heading));
    int numbered = -1;
    return str_equal(table->headings[index], key) ||
           (find_numbered(table, key, &numbered) && numbered == index);
}

static bool find_column(Reading *reading, TableColumn *column)
{
    column->index = -1;
    if (column->heading.len == 0)
        return true;
    Str key = table_key(reading->arena, heading_plain(reading->arena, column->heading));
    int count = count_heading(reading->table, key, 1, &column->index);
    if (count == 0 && find_numbered(reading->table, key, &column->index))
        return true;
    if (count == 0)
        refuse_heading(reading, column, key);
    if (count > 1) {
        Str shown = str_shown(reading->diags->arena, column->heading, 120);
        diag_error(reading->diags, column->place,
                   "the column \"%.*s\" stands %d times in %.*s", STR_ARG(shown), count,
                   STR_ARG(reading->table->source.path));
        diag_hint(reading->diags, "say which one: \"%.*s (1)\" is the first",
                  STR_ARG(shown));
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

void table_refuse_row(Place place, int count, int wanted, Diags *diags)
{
    diag_error(diags, place, "the row has %d cells where the first row has %d", count,
               wanted);
    diag_hint(diags, count > wanted
                         ? "put cells that hold the delimiter in quotation "
                           "marks"
                         : MESSAGE("every row has a cell for each heading, empty "
                                   "or not"));
}

/* A workbook leaves out empty cells at the end of a row. */
static const Str *padded(Reading *reading, const Str *cells, int *count)
{
    int wanted = reading->table->heading_count;
    if (!reading->padded)
        reading->padded =
            arena_array(reading->arena, (size_t)wanted, sizeof *reading->padded);
    for (int i = 0; i < wanted; i++)
        reading->padded[i] = i < *count ? cells[i] : (Str){ 0 };
    *count = wanted;
    return reading->padded;
}

static void number_columns(Reading *reading, int count)
{
    Str *numbers = arena_array(reading->arena, (size_t)count, sizeof *numbers);
    for (int i = 0; i < count; i++)
        numbers[i] = str_format(reading->arena, "%d", i + 1);
    headings_take(reading->arena, &reading->first_rows, numbers, count);
}

static bool on_record(void *context, int row, const Str *cells, int count)
{
    Reading *reading = context;
    Table *table = reading->table;
    if (!table->headings) {
        if (table->is_bare)
            number_columns(reading, count);
        else if (headings_take(reading->arena, &reading->first_rows, cells, count))
            return true;
        if (!take_headings(reading))
            return false;
    }
    table->row = row;
    table->row_count++;
    if (count < table->heading_count && table->format.kind == SOURCE_XLSX)
        cells = padded(reading, cells, &count);
    if (count != table->heading_count) {
        table_refuse_row((Place){ .file = table->source.path, .row = row }, count,
                         table->heading_count, reading->diags);
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
    Reading reading = { .arena = arena,
                        .table = table,
                        .on_row = on_row,
                        .context = context,
                        .diags = diags };
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
