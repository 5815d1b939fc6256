#include "survey/suppress.h"

#include <math.h>

/* The cells of one statement as a network. Nodes: the rows, then the columns. */
typedef struct Table {
    const Population *populations;
    int statement, row_count, column_count, step_count, min_answers;
    bool *has_witness; /* [row * column_count + column] */
    int *moved;        /* the same: answers that a cell has more than in truth */
    /* One search: cost of the cheapest path to each node, the node before it, and the
     * nodes whose neighbours are still to be seen. */
    double *costs;
    int *previous, *queue;
    bool *is_queued;
} Table;

/* What may be other than it is: a cell gains an answer on one step and loses one on
 * another. The step behind the last is «don't know». */
typedef struct Exchange {
    int gain, lose;
} Exchange;

enum { STEP_ANY = -1, STEP_NONE = -2 }; /* any answer at all; no answer */

typedef struct Edge {
    int row, column;
} Edge;

static int index_of(const Table *table, Edge edge)
{
    return edge.row * table->column_count + edge.column;
}

/* NULL where nobody answered, which is known. */
static Cell *cell_at(const Table *table, Edge edge)
{
    Cell **cells = table->populations[edge.row].cells;
    Cell *cell = cells ? &cells[table->statement][edge.column] : NULL;
    return cell && cell->answered + cell->unsure > 0 ? cell : NULL;
}

static bool is_margin(const Table *table, Edge edge)
{
    bool is_region = edge.row == table->row_count - 1;
    bool is_all = edge.column == table->column_count - 1;
    return is_region != is_all;
}

/* How many there are to give such an answer up. */
static int count_of(const Table *table, Edge edge, int step)
{
    const Cell *cell = cell_at(table, edge);
    if (step == STEP_NONE)
        return 1;
    if (step == STEP_ANY)
        return cell->answered + table->moved[index_of(table, edge)];
    return step == table->step_count ? cell->unsure : cell->counts[step];
}

/* Passed towards its row a cell gains, towards its column it gives back; a margin the
 * other way round. */
static bool is_gain(const Table *table, Edge edge, bool is_to_row)
{
    return is_to_row != is_margin(table, edge);
}

static bool can_pass(const Table *table, Edge edge, bool is_to_row, Exchange exchange)
{
    bool gains = is_gain(table, edge, is_to_row);
    return count_of(table, edge, gains ? exchange.lose : exchange.gain) > 0;
}

/* What it costs to hide a cell for the sake of one in the row `own`. The classes lie so
 * far apart that no path makes up for it; within one the respondents decide, not the
 * answers, so that all statements lose the same group. */
static double cost_of(const Table *table, Edge edge, int own)
{
    enum { GROUP_OF_REGION, GROUP_OF_OWN, GROUP_OF_OTHER, ALL, ALL_OF_OTHER };
    const Population *population = &table->populations[edge.row];
    bool is_region = edge.row == table->row_count - 1;
    bool is_own = edge.row == own || is_region;
    int class = is_region ? GROUP_OF_REGION : is_own ? GROUP_OF_OWN : GROUP_OF_OTHER;
    if (edge.column == table->column_count - 1)
        class = is_own ? ALL : ALL_OF_OTHER;
    double people = fmax(population->n[edge.column], 0); /* -1: not known */
    return pow(1000, class) * (1 + people / (people + 1000));
}

static void relax(Table *table, Edge edge, bool is_to_row, Edge target,
                  Exchange exchange, double limit, int *queued)
{
    int from = is_to_row ? table->row_count + edge.column : edge.row;
    int to = is_to_row ? edge.row : table->row_count + edge.column;
    const Cell *cell = cell_at(table, edge);
    bool is_target = edge.row == target.row && edge.column == target.column;
    if (!cell || is_target || !can_pass(table, edge, is_to_row, exchange))
        return;
    double cost = table->costs[from];
    if (!cell_is_hidden(cell))
        cost += cost_of(table, edge, target.row);
    if (cost > limit || cost >= table->costs[to])
        return;
    table->costs[to] = cost;
    table->previous[to] = from;
    int node_count = table->row_count + table->column_count;
    if (!table->is_queued[to])
        table->queue[(*queued)++ % node_count] = to;
    table->is_queued[to] = true;
}

/* The cheapest path from the edge's row to its column, not over the edge itself, round
 * which the exchange can be made; its cost, INFINITY when there is none within the
 * limit. A limit of 0 takes hidden cells only. */
static double find_path(Table *table, Edge target, Exchange exchange, double limit)
{
    int node_count = table->row_count + table->column_count, queued = 0;
    for (int i = 0; i < node_count; i++) {
        table->costs[i] = (double)INFINITY;
        table->is_queued[i] = false;
    }
    table->costs[target.row] = 0;
    table->queue[queued++] = target.row;
    for (int next = 0; next < queued; next++) {
        int node = table->queue[next % node_count];
        table->is_queued[node] = false;
        if (node < table->row_count)
            for (int i = 0; i < table->column_count; i++)
                relax(table, (Edge){ node, i }, false, target, exchange, limit,
                      &queued);
        else
            for (int i = 0; i < table->row_count; i++)
                relax(table, (Edge){ i, node - table->row_count }, true, target,
                      exchange, limit, &queued);
    }
    return table->costs[table->row_count + target.column];
}

/* The last edge of the path found last that leads to *node, which becomes the one
 * before it. */
static Edge step_back(const Table *table, int *node, bool *is_to_row)
{
    int before = table->previous[*node];
    *is_to_row = *node < table->row_count;
    Edge edge = { *is_to_row ? *node : before,
                  (*is_to_row ? before : *node) - table->row_count };
    *node = before;
    return edge;
}

static void hide(const Table *table, Edge edge)
{
    Cell *cell = cell_at(table, edge);
    if (!cell_is_hidden(cell))
        cell->hiding = HIDING_OTHER;
}

/* Hides the path found last, and notes that its cells have a witness. */
static void take_witness(Table *table, Edge target)
{
    bool is_to_row;
    table->has_witness[index_of(table, target)] = true;
    for (int node = table->row_count + target.column; node != target.row;) {
        Edge edge = step_back(table, &node, &is_to_row);
        hide(table, edge);
        table->has_witness[index_of(table, edge)] = true;
    }
}

static void move_answer(Table *table, Edge edge, bool is_to_row, Exchange exchange)
{
    bool gains = is_gain(table, edge, is_to_row) == (exchange.gain == STEP_ANY);
    table->moved[index_of(table, edge)] += gains ? 1 : -1;
}

/* Hides the path found last, and moves an answer along it. */
static void take_flow(Table *table, Edge target, Exchange exchange)
{
    bool is_to_row;
    move_answer(table, target, true, exchange);
    for (int node = table->row_count + target.column; node != target.row;) {
        Edge edge = step_back(table, &node, &is_to_row);
        hide(table, edge);
        move_answer(table, edge, is_to_row, exchange);
    }
}

/* Looks for the cheapest exchange within the limit; false when there is none. */
static bool close_cycle(Table *table, Edge edge, double limit)
{
    double least = (double)INFINITY;
    Exchange best = { 0, 0 };
    for (int gain = 0; gain <= table->step_count && least > 0; gain++)
        for (int lose = 0; lose <= table->step_count && least > 0; lose++) {
            Exchange exchange = { gain, lose };
            if (gain == lose || !can_pass(table, edge, true, exchange))
                continue;
            double cost = find_path(table, edge, exchange, fmin(limit, least));
            if (cost < least) {
                least = cost;
                best = exchange;
            }
        }
    if (isinf(least))
        return false;
    find_path(table, edge, best, least);
    take_witness(table, edge);
    return true;
}

static void hide_statement(Table *table)
{
    for (int row = 0; row < table->row_count; row++)
        for (int column = 0; column < table->column_count; column++) {
            Edge edge = { row, column };
            if (cell_at(table, edge))
                hide(table, edge);
        }
}

/* Finds a witness for each hidden cell, at no cost where that is possible. */
static void close_cycles(Table *table)
{
    for (int pass = 0; pass < 2; pass++)
        for (int row = 0; row < table->row_count; row++)
            for (int column = 0; column < table->column_count; column++) {
                Edge edge = { row, column };
                const Cell *cell = cell_at(table, edge);
                if (!cell || !cell_is_hidden(cell) ||
                    table->has_witness[index_of(table, edge)])
                    continue;
                if (!close_cycle(table, edge, pass == 0 ? 0 : (double)INFINITY) &&
                    pass == 1) {
                    hide_statement(table);
                    return;
                }
            }
}

/* Hides paths until the cell, which rests on too few answers, could for all that is
 * shown rest on enough; false when there are none. */
static bool raise_cell(Table *table, Edge edge)
{
    const Cell *cell = cell_at(table, edge);
    Exchange exchange = { STEP_ANY, STEP_NONE };
    if (is_margin(table, edge))
        exchange = (Exchange){ STEP_NONE, STEP_ANY };
    for (int i = 0; i < table->row_count * table->column_count; i++)
        table->moved[i] = 0;
    for (int answered = cell->answered; answered < table->min_answers; answered++) {
        if (isinf(find_path(table, edge, exchange, 0)) &&
            isinf(find_path(table, edge, exchange, (double)INFINITY)))
            return false;
        take_flow(table, edge, exchange);
    }
    return true;
}

static void raise_cells(Table *table)
{
    for (int row = 0; row < table->row_count; row++)
        for (int column = 0; column < table->column_count; column++) {
            const Cell *cell = cell_at(table, (Edge){ row, column });
            if (cell && cell->hiding == HIDING_FEW &&
                !raise_cell(table, (Edge){ row, column })) {
                hide_statement(table);
                return;
            }
        }
}

static void suppress_statement(Table *table)
{
    for (int i = 0; i < table->row_count * table->column_count; i++)
        table->has_witness[i] = false;
    raise_cells(table);
    close_cycles(table);
}

void suppress_cells(Arena *arena, const Description *description,
                    Population *populations, int unit_count, int min_answers)
{
    ArenaMark mark = arena_mark(arena);
    Table table = { .populations = populations,
                    .row_count = unit_count + 1,
                    .column_count = description->group_count + 1,
                    .min_answers = min_answers };
    size_t nodes = (size_t)table.row_count + (size_t)table.column_count;
    size_t cells = (size_t)table.row_count * (size_t)table.column_count;
    table.has_witness = arena_array(arena, cells, sizeof(bool));
    table.moved = arena_array(arena, cells, sizeof(int));
    table.costs = arena_array(arena, nodes, sizeof(double));
    table.previous = arena_array(arena, nodes, sizeof(int));
    table.queue = arena_array(arena, nodes, sizeof(int));
    table.is_queued = arena_array(arena, nodes, sizeof(bool));
    for (int i = 0; i < description->statement_count; i++) {
        table.statement = i;
        table.step_count = description_scale(description, i)->step_count;
        suppress_statement(&table);
    }
    arena_rewind(arena, mark);
}
