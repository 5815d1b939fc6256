#include "survey/suppress_people.h"

#include "survey/suppress.h"

#include <limits.h>
#include <math.h>

/* n of every unit and group; rows and columns as in suppress.c. */
typedef struct People {
    const Description *description;
    const Population *populations;
    Population *tables; /* a statement each: n as its answers */
    int row_count, column_count;
    int min_answers;
    int *const *quoted; /* see the header */
    bool *is_silent; /* by row: hidden groups do not say whether they are too small */
} People;

typedef struct Edge {
    int row, column;
} Edge;

/* Two rows and two columns: the cells of which n may be one more or less. */
typedef struct Witness {
    Edge edge, other; /* the hidden n's, and the corner opposite */
    double cost;      /* INFINITY: there is none */
} Witness;

static Cell *cell_at(const People *people, Edge edge)
{
    return &people->tables[edge.row].cells[0][edge.column];
}

static bool is_region(const People *people, int row)
{
    return row == people->row_count - 1;
}

static bool is_all(const People *people, int column)
{
    return column == people->column_count - 1;
}

static bool is_margin(const People *people, Edge edge)
{
    return is_region(people, edge.row) != is_all(people, edge.column);
}

/* What n may be for all that decks say of it. */
typedef struct Range {
    int least, most;
} Range;

/* has_register: for who knows how many were invited, too. */
static Range range_of(const People *people, Edge edge, bool has_register)
{
    int n = cell_at(people, edge)->answered;
    int invited = people->populations[edge.row].invited[edge.column];
    bool is_few = n < people->min_answers;
    Range range = { is_few ? 1 : people->min_answers,
                    is_few ? people->min_answers - 1 : INT_MAX };
    if (people->is_silent[edge.row] && !is_all(people, edge.column))
        range = (Range){ 1, INT_MAX };
    if (is_region(people, edge.row) || is_all(people, edge.column))
        return range;
    int quoted = people->quoted[edge.row][edge.column];
    if (quoted > range.least)
        range.least = quoted;
    if (has_register && invited >= n && invited < range.most)
        range.most = invited;
    return range;
}

static bool can_change(const People *people, Edge edge, int change, bool has_register)
{
    int n = cell_at(people, edge)->answered;
    Range range = range_of(people, edge, has_register);
    return n > 0 && n + change >= range.least && n + change <= range.most;
}

/* Whether somebody of either group can have answered a statement in the same way, or
 * not at all. */
static bool is_alike(const Cell *one, const Cell *other, int step_count)
{
    for (int i = 0; i < step_count; i++)
        if (one->counts[i] > 0 && other->counts[i] > 0)
            return true;
    return (one->unsure > 0 && other->unsure > 0) ||
           (one->blank > 0 && other->blank > 0);
}

static bool are_alike(const People *people, Edge one, Edge other)
{
    const Description *description = people->description;
    for (int i = 0; i < description->statement_count; i++)
        if (!is_alike(&people->populations[one.row].cells[i][one.column],
                      &people->populations[other.row].cells[i][other.column],
                      description_scale(description, i)->step_count))
            return false;
    return true;
}

/* The corners in turn round the cycle; the first is the hidden one. */
static Edge corner(const Witness *witness, int place)
{
    return (Edge){ place < 2 ? witness->edge.row : witness->other.row,
                   place == 1 || place == 2 ? witness->other.column
                                            : witness->edge.column };
}

/* Whether n can be one more (change 1) or less (-1) in the first corner. */
static bool can_move(const People *people, const Witness *witness, int change,
                     bool has_register)
{
    if (is_margin(people, witness->edge))
        change = -change;
    for (int i = 0; i < 4; i++) {
        Edge edge = corner(witness, i);
        int sign = (i % 2 == 0) != is_margin(people, edge) ? 1 : -1;
        if (!can_change(people, edge, sign * change, has_register))
            return false;
    }
    bool is_of_units = !is_region(people, witness->edge.row) &&
                       !is_region(people, witness->other.row) &&
                       !is_all(people, witness->edge.column) &&
                       !is_all(people, witness->other.column);
    int losing = change > 0; /* of the corners 0 and 2, or of 1 and 3 */
    return !is_of_units ||
           are_alike(people, corner(witness, losing), corner(witness, losing + 2));
}

static double cost_of(const People *people, const Witness *witness)
{
    double cost = 0;
    for (int i = 1; i < 4; i++) {
        Edge edge = corner(witness, i);
        const Cell *cell = cell_at(people, edge);
        if (!cell_is_hidden(cell))
            cost += suppress_cost(is_region(people, edge.row),
                                  edge.row == witness->edge.row,
                                  is_all(people, edge.column), cell->answered);
    }
    return cost;
}

/* The cheapest, the region's row first; the first that costs nothing is taken. */
static Witness find_witness(const People *people, Edge edge, bool has_register)
{
    Witness best = { .cost = (double)INFINITY };
    for (int row = people->row_count - 1; row >= 0 && best.cost > 0; row--)
        for (int column = 0; column < people->column_count && best.cost > 0; column++) {
            Witness witness = {
                edge, {row, column},
                 0
            };
            if (row == edge.row || column == edge.column)
                continue;
            witness.cost = cost_of(people, &witness);
            if (witness.cost < best.cost &&
                (can_move(people, &witness, 1, has_register) ||
                 can_move(people, &witness, -1, has_register)))
                best = witness;
        }
    return best;
}

static void hide(const People *people, Edge edge)
{
    Cell *cell = cell_at(people, edge);
    if (cell->answered > 0 && !cell_is_hidden(cell))
        cell->hiding = HIDING_OTHER;
}

static void hide_all(const People *people)
{
    for (int row = 0; row < people->row_count; row++)
        for (int column = 0; column < people->column_count; column++)
            hide(people, (Edge){ row, column });
}

/* The best there is for who knows the register too, else for who does not. */
static Witness find_best(const People *people, Edge edge)
{
    Witness witness = find_witness(people, edge, true);
    return isinf(witness.cost) ? find_witness(people, edge, false) : witness;
}

/* Before a sum over all groups gives way, the row no longer says which of its groups
 * are too small: of 1, 5 and their sum it would tell all. */
static Witness find_in_turn(const People *people, Edge edge)
{
    double least = suppress_cost(true, true, true, 0);
    Witness witness = find_best(people, edge);
    if (witness.cost < least || people->is_silent[edge.row])
        return witness;
    people->is_silent[edge.row] = true;
    Witness silent = find_best(people, edge);
    if (silent.cost < least)
        return silent;
    people->is_silent[edge.row] = false;
    return witness;
}

/* Hides what a witness needs for each n that is below the limit; false where there is
 * none for one of them. */
static bool find_witnesses(const People *people)
{
    for (int row = 0; row < people->row_count; row++)
        for (int column = 0; column < people->column_count; column++) {
            Edge edge = { row, column };
            Range range = range_of(people, edge, false);
            if (cell_at(people, edge)->hiding != HIDING_FEW ||
                range.least == range.most)
                continue;
            Witness witness = find_in_turn(people, edge);
            if (isinf(witness.cost))
                return false;
            for (int i = 1; i < 4; i++)
                hide(people, corner(&witness, i));
        }
    return true;
}

static void make_tables(Arena *arena, People *people)
{
    size_t columns = (size_t)people->column_count;
    for (int row = 0; row < people->row_count; row++) {
        Population *table = &people->tables[row];
        *table = (Population){ .n = people->populations[row].n,
                               .cells = arena_array(arena, 1, sizeof(Cell *)) };
        table->cells[0] = arena_array(arena, columns, sizeof(Cell));
        for (int column = 0; column < people->column_count; column++) {
            int n = table->n[column];
            bool is_few = n > 0 && n < people->min_answers;
            table->cells[0][column] =
                (Cell){ .counts = { n },
                        .answered = n,
                        .hiding = is_few ? HIDING_FEW : HIDING_NONE };
        }
    }
}

static void take_over(const People *people, Population *populations)
{
    int statements = people->description->statement_count;
    for (int row = 0; row < people->row_count; row++)
        for (int column = 0; column < people->column_count; column++) {
            Hiding hiding = cell_at(people, (Edge){ row, column })->hiding;
            if (hiding && people->is_silent[row] && !is_all(people, column))
                hiding = HIDING_OTHER;
            Population *population = &populations[row];
            population->hides_n[column] = hiding;
            for (int s = 0; s < statements && hiding && population->cells; s++)
                if (!population->cells[s][column].hiding)
                    population->cells[s][column].hiding = HIDING_OTHER;
        }
}

void suppress_people(Arena *arena, const Description *description,
                     Population *populations, int unit_count, int min_answers,
                     int *const *quoted)
{
    People people = { .description = description,
                      .populations = populations,
                      .row_count = unit_count + 1,
                      .column_count = description->group_count + 1,
                      .min_answers = min_answers,
                      .quoted = quoted };
    if (populations[unit_count].n[description->group_count] < 0)
        return;
    ArenaMark mark = arena_mark(arena);
    people.tables = arena_array(arena, (size_t)unit_count + 1, sizeof *people.tables);
    people.is_silent = arena_array(arena, (size_t)unit_count + 1, sizeof(bool));
    make_tables(arena, &people);
    suppress_sums(arena, people.tables, unit_count, description->group_count,
                  min_answers);
    if (!find_witnesses(&people))
        hide_all(&people);
    take_over(&people, populations);
    arena_rewind(arena, mark);
}

void suppress_reasons(const Description *description, Population *populations,
                      int unit_count)
{
    for (int row = 0; row <= unit_count; row++)
        for (int g = 0; g <= description->group_count; g++) {
            Hiding hiding = populations[row].hides_n[g];
            for (int s = 0;
                 s < description->statement_count && hiding && populations[row].cells;
                 s++)
                populations[row].cells[s][g].hiding = hiding;
        }
}
