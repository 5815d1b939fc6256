#include "survey/aggregate.h"

#include "base/messages.h"
#include "survey/held_back.h"
#include "survey/table.h"
#include "survey/tally.h"

#include <math.h>

enum { UNIT, GROUP, STATEMENT, COUNT, FIRST_ANSWER };

/* Shares are rounded one by one: so much may their sum be off 100. */
static const double SUM_TOLERANCE = 1.0;

typedef struct Reading {
    Arena *arena;
    Arena *scratch; /* empty again after each row */
    const Description *description;
    const Register *reg;
    TableColumn *columns; /* from FIRST_ANSWER on: of each scale the steps, then the
                           * unsure answers */
    int *first_answers;   /* by scale: column of its first step */
    int column_count;
    Population *populations;
    Str *statements; /* what stands in the column of the statement, as compared */
    int **rows;      /* [population][statement and group], see held_back.h */
    Diags *diags;
} Reading;

static void refuse_number(Reading *reading, const Table *table, int column, Str text,
                          const char *remedy)
{
    Str shown = str_shown(reading->diags->arena, text, 40);
    diag_error(reading->diags, table_place(table, &reading->columns[column]),
               "\"%.*s\" is not a %s", STR_ARG(shown),
               message_text(column == COUNT ? MESSAGE("number of answers")
                                            : MESSAGE("share or number of answers")));
    diag_hint(reading->diags, "%s", message_text(remedy));
}

static bool read_number(Reading *reading, const Table *table, int column, double *out)
{
    Str text = table_cell(table, &reading->columns[column]);
    Str decimal = str_replace(reading->scratch, text, S(","), S("."));
    if (str_to_number(decimal, out) && *out >= 0 && *out < 1e7)
        return true;
    refuse_number(reading, table, column, text,
                  MESSAGE("write a number of at least 0"));
    return false;
}

static bool is_all(const Reading *reading, Str cell)
{
    Str all = reading->description->all_answer;
    return all.len && str_equal(cell, all);
}

static int read_population(Reading *reading, const Table *table)
{
    const TableColumn *column = &reading->columns[UNIT];
    Str cell = table_cell(table, column);
    if (is_all(reading, cell))
        return reading->reg->unit_count;
    if (column->index < 0)
        return 0;
    return register_read_unit(reading->reg, cell, table_place(table, column),
                              reading->diags);
}

static int read_group(Reading *reading, const Table *table)
{
    const TableColumn *column = &reading->columns[GROUP];
    Str cell = table_cell(table, column);
    if (column->index < 0 || is_all(reading, cell))
        return reading->description->group_count;
    return register_read_group(reading->description, cell, table_place(table, column),
                               reading->diags);
}

static int find_statement(const Reading *reading, const Table *table)
{
    Str key =
        table_key(reading->scratch, table_cell(table, &reading->columns[STATEMENT]));
    for (int i = 0; i < reading->description->statement_count; i++)
        if (str_equal(reading->statements[i], key))
            return i;
    return -1;
}

/* The people behind the shares: each to the nearest whole number, then as few moved as
 * make them n together, those first that were rounded furthest. */
static void apportion(const double *people, int count, int n, int *out)
{
    int sum = 0;
    for (int i = 0; i < count; i++) {
        out[i] = (int)lround(people[i]);
        sum += out[i];
    }
    for (; sum != n;) {
        int sign = n > sum ? 1 : -1, furthest = -1;
        for (int i = 0; i < count; i++) {
            bool can_move = sign > 0 || out[i] > 0;
            if (can_move &&
                (furthest < 0 || sign * (people[i] - out[i]) >
                                     sign * (people[furthest] - out[furthest])))
                furthest = i;
        }
        out[furthest] += sign;
        sum += sign;
    }
}

static int answer_count(const Scale *scale)
{
    return scale->step_count + scale->unsure.count;
}

static bool read_people(Reading *reading, const Table *table, int statement, int n,
                        int *out)
{
    bool is_share = !reading->description->has_counts;
    int count = answer_count(description_scale(reading->description, statement));
    int first =
        reading->first_answers[reading->description->statements[statement].scale];
    double *people = arena_array(reading->scratch, (size_t)count, sizeof *people);
    double sum = 0;
    for (int i = 0; i < count; i++) {
        if (!read_number(reading, table, first + i, &people[i]))
            return false;
        sum += people[i];
        if (is_share)
            people[i] *= n / 100.0;
    }
    double want = is_share ? 100 : n;
    if (fabs(sum - want) > (is_share ? SUM_TOLERANCE : 0)) {
        diag_error(reading->diags, table_place(table, &reading->columns[COUNT]),
                   is_share
                       ? "the shares add up to %.1f, not to 100"
                       : MESSAGE("the answers add up to %.0f, not to the row's number"),
                   sum);
        diag_hint(reading->diags,
                  "each answer of the scale has its column, with \"cells\" under "
                  "\"export\" saying whether it is percent or counts");
        return false;
    }
    apportion(people, count, n, out);
    return true;
}

static void fill_cell(const Scale *scale, const int *people, bool is_reversed,
                      Cell *cell)
{
    int steps = scale->step_count;
    for (int i = 0; i < steps; i++) {
        int step = is_reversed ? steps - 1 - i : i;
        cell->counts[step] = people[i];
        cell->weights[step] = people[i];
        cell->squares += people[i];
        cell->answered += people[i];
    }
    for (int i = steps; i < answer_count(scale); i++)
        cell->unsure += people[i];
    cell->unsure_weight = cell->unsure;
}

/* *row: what becomes of it, see held_back.h. */
static void read_cell(Reading *reading, const Table *table, int statement, Cell *cell,
                      int *row)
{
    const Description *description = reading->description;
    const Scale *scale = description_scale(description, statement);
    Str text = table_cell(table, &reading->columns[COUNT]);
    long n;
    *row = ROW_READ;
    if (str_starts(text, S("<"))) {
        Str bound = str_trim(str_slice(text, 1, text.len));
        cell->hiding = HIDING_FEW;
        *row = str_to_integer(bound, &n) && n > 0 && n < INT32_MAX / 1000
                   ? (int)n
                   : INT32_MAX / 1000;
        return;
    }
    if (!str_to_integer(text, &n) || n < 0 || n > INT32_MAX / 1000) {
        refuse_number(
            reading, table, COUNT, text,
            MESSAGE("write a whole number, or <5 for a row that is held back"));
        return;
    }
    int *people =
        arena_array(reading->scratch, (size_t)answer_count(scale), sizeof *people);
    if (n > 0 && read_people(reading, table, statement, (int)n, people))
        fill_cell(scale, people, description->statements[statement].is_reversed, cell);
}

static void on_row(void *context, const Table *table)
{
    Reading *reading = context;
    ArenaMark mark = arena_mark(reading->scratch);
    int statement = find_statement(reading, table);
    int population = statement < 0 ? -1 : read_population(reading, table);
    int group = population < 0 ? -1 : read_group(reading, table);
    if (group >= 0) {
        int *row = &reading->rows[population][statement * (GROUP_MAX + 1) + group];
        if (*row != ROW_NONE) {
            diag_error(reading->diags, table_place(table, &reading->columns[STATEMENT]),
                       "this statement, unit and group have a row already");
            diag_hint(reading->diags, "take one of the rows out");
        }
        read_cell(reading, table, statement,
                  &reading->populations[population].cells[statement][group], row);
    }
    arena_rewind(reading->scratch, mark);
}

static void make_columns(Reading *reading)
{
    const Description *from = reading->description;
    size_t scale_count = (size_t)from->scale_count;
    int count = FIRST_ANSWER;
    reading->first_answers =
        arena_array(reading->arena, scale_count, sizeof *reading->first_answers);
    for (int i = 0; i < from->scale_count; i++) {
        reading->first_answers[i] = count;
        count += answer_count(&from->scales[i]);
    }
    TableColumn *columns = arena_array(reading->arena, (size_t)count, sizeof *columns);
    columns[UNIT] = (TableColumn){ from->unit_column, from->unit_column_place, -1 };
    columns[GROUP] = (TableColumn){ from->group_column, from->group_column_place, -1 };
    columns[STATEMENT] =
        (TableColumn){ from->statement_column, from->statement_column_place, -1 };
    columns[COUNT] = (TableColumn){ from->count_column, from->count_column_place, -1 };
    for (int i = 0; i < from->scale_count; i++) {
        const Scale *scale = &from->scales[i];
        TableColumn *column = columns + reading->first_answers[i];
        for (int k = 0; k < scale->step_count; k++)
            *column++ = (TableColumn){ scale->answers[k], scale->answer_places[k], -1 };
        for (int k = 0; k < scale->unsure.count; k++)
            *column++ =
                (TableColumn){ scale->unsure.at[k], scale->unsure.places[k], -1 };
    }
    reading->columns = columns;
    reading->column_count = count;
}

static void make_populations(Reading *reading)
{
    const Description *description = reading->description;
    size_t units = (size_t)reading->reg->unit_count + 1;
    size_t statements = (size_t)description->statement_count;
    reading->populations =
        arena_array(reading->arena, units, sizeof *reading->populations);
    reading->rows = arena_array(reading->arena, units, sizeof(int *));
    for (size_t i = 0; i < units; i++) {
        const Unit *unit = i + 1 < units ? &reading->reg->units[i] : NULL;
        Population *population = &reading->populations[i];
        *population = tally_population(reading->arena, description, unit);
        for (int group = 0; group <= description->group_count; group++)
            population->n[group] = -1;
        population->cells = tally_cells(reading->arena, description);
        reading->rows[i] =
            arena_array(reading->arena, statements * (GROUP_MAX + 1), sizeof(int));
    }
    reading->statements = arena_array(reading->arena, statements, sizeof(Str));
    for (size_t i = 0; i < statements; i++)
        reading->statements[i] =
            table_key(reading->arena, description->statements[i].column);
}

/* A unit without rows took no part. */
static void drop_absent(Reading *reading)
{
    int entries = reading->description->statement_count * (GROUP_MAX + 1);
    for (int i = 0; i < reading->reg->unit_count; i++) {
        bool has_any = false;
        for (int k = 0; k < entries; k++)
            has_any |= reading->rows[i][k] != ROW_NONE;
        if (!has_any)
            reading->populations[i].cells = NULL;
    }
}

bool aggregate_read(Arena *arena, const Description *description, const Register *reg,
                    Population **out, Diags *diags)
{
    Reading reading = { .arena = arena,
                        .scratch = arena_new(),
                        .description = description,
                        .reg = reg,
                        .diags = diags };
    make_columns(&reading);
    make_populations(&reading);
    Table table = { .source = description->export,
                    .columns = reading.columns,
                    .column_count = reading.column_count };
    bool is_good = table_read(arena, &table, on_row, &reading, diags);
    arena_free(reading.scratch);
    drop_absent(&reading);
    if (is_good)
        held_back_fill(arena, description, reading.populations, reg->unit_count,
                       reading.rows);
    *out = reading.populations;
    return is_good;
}
