#include "survey/suppress.h"

#include <math.h>
#include <string.h>

/* Units are many and columns few, so a search goes from column to column: each step
 * passes through the row that is cheapest for it. LINKS of the cheapest rows are kept
 * for each pair of columns and each exchange; a row that becomes cheaper because one of
 * its cells is hidden is put in its place, so that the rows need not be searched again.
 */
enum { LINKS = 4 };

typedef struct Link {
    int row;
    double cost;
} Link;

/* From one column to another through a row, the cheapest first. */
typedef struct Links {
    Link at[LINKS];
    int count;
} Links;

/* The cells of one statement as a network. Nodes: the rows, then the columns. */
typedef struct Table {
    Arena *arena;
    const Population *populations;
    int statement, row_count, column_count, step_count, min_answers;
    int printed_rows; /* without the region's where that is printed nowhere */
    const int
        *people; /* by cell: the respondents of its group, by which it is chosen */
    bool *has_witness; /* by cell: [row * column_count + column] */
    int *moved;        /* by cell: answers that it has more than in truth */
    VEC(int) touched;  /* the cells whose `moved` was set */
    Links **links; /* by exchange, NULL until searched: [from * column_count + to] */
    Links *links_room;
    /* One search: cost of the cheapest path to each column, and the step that leads
     * there: the row passed through, and the column before it, or -1. */
    double *costs;
    int *through, *previous;
    bool *is_done;
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

/* Exchanges of one step for another, then those of any answer for none. */
static int exchange_count(const Table *table)
{
    return (table->step_count + 1) * (table->step_count + 1) + 2;
}

static int number_of(const Table *table, Exchange exchange)
{
    int steps = table->step_count + 1;
    if (exchange.gain >= 0 && exchange.lose >= 0)
        return exchange.gain * steps + exchange.lose;
    return steps * steps + (exchange.gain == STEP_ANY);
}

static Exchange exchange_of(const Table *table, int number)
{
    int steps = table->step_count + 1;
    if (number < steps * steps)
        return (Exchange){ number / steps, number % steps };
    return number > steps * steps ? (Exchange){ STEP_ANY, STEP_NONE }
                                  : (Exchange){ STEP_NONE, STEP_ANY };
}

/* NULL where nobody answered, which is known. */
static Cell *cell_at(const Table *table, Edge edge)
{
    Cell **cells = table->populations[edge.row].cells;
    Cell *cell = cells ? &cells[table->statement][edge.column] : NULL;
    return cell && cell->answered + cell->unsure > 0 ? cell : NULL;
}

/* What is printed nowhere may be anything, and nothing gives way for it. */
static bool is_printed(const Table *table, Edge edge)
{
    return edge.row < table->printed_rows;
}

static bool is_margin(const Table *table, Edge edge)
{
    bool is_region = edge.row == table->row_count - 1;
    bool is_all = edge.column == table->column_count - 1;
    return is_region != is_all;
}

/* How many there are in truth to give such an answer up. */
static int count_of(const Table *table, const Cell *cell, int step)
{
    if (step == STEP_NONE)
        return 1;
    if (step == STEP_ANY)
        return cell->answered;
    return step == table->step_count ? cell->unsure : cell->counts[step];
}

/* Passed towards its row a cell gains, towards its column it gives back; a margin the
 * other way round. */
static bool is_gain(const Table *table, Edge edge, bool is_to_row)
{
    return is_to_row != is_margin(table, edge);
}

/* Decks say of a hidden cell whether it rests on too few answers: one answer more or
 * less, for one «don't know» less or more, must not make that untrue. */
static bool keeps_reason(const Table *table, const Cell *cell, bool gains,
                         Exchange exchange)
{
    int unsure = table->step_count;
    if (exchange.gain != unsure && exchange.lose != unsure)
        return true;
    bool is_more = gains == (exchange.lose == unsure);
    return is_more ? cell->answered != table->min_answers - 1
                   : cell->answered != table->min_answers;
}

/* Whether the exchange leaves open what all who answered did, where they were of one
 * mind: somebody gives another answer then. One less who answered would not do. */
static bool is_witness(const Table *table, Edge edge, bool is_to_row, Exchange exchange)
{
    const Cell *cell = cell_at(table, edge);
    int step = is_gain(table, edge, is_to_row) ? exchange.gain : exchange.lose;
    for (int i = 0; i < table->step_count && cell; i++)
        if (cell->answered > 0 && cell->counts[i] == cell->answered)
            return step != i && step != table->step_count;
    return true;
}

static bool can_pass(const Table *table, Edge edge, bool is_to_row, Exchange exchange)
{
    const Cell *cell = cell_at(table, edge);
    if (!is_printed(table, edge))
        return true;
    if (!cell)
        return false;
    bool gains = is_gain(table, edge, is_to_row);
    int step = gains ? exchange.lose : exchange.gain;
    if (!keeps_reason(table, cell, gains, exchange))
        return false;
    int moved = step == STEP_ANY ? table->moved[index_of(table, edge)] : 0;
    return count_of(table, cell, step) + moved > 0;
}

/* The classes lie so far apart that no path makes up for it; within one the respondents
 * decide, not the answers, so that all statements lose the same group. */
double suppress_cost(bool is_region, bool is_own, bool is_all, int people)
{
    enum { GROUP_OF_REGION, GROUP_OF_OWN, GROUP_OF_OTHER, ALL, ALL_OF_OTHER };
    static const double classes[] = { 1, 1e3, 1e6, 1e9, 1e12 };
    int class = is_region ? GROUP_OF_REGION : is_own ? GROUP_OF_OWN : GROUP_OF_OTHER;
    if (is_all)
        class = is_region || is_own ? ALL : ALL_OF_OTHER;
    return classes[class] * (1 + people / (people + 1000.0));
}

/* For the sake of a cell in the row `own`. */
static double cost_of(const Table *table, Edge edge, int own)
{
    if (!is_printed(table, edge) || cell_is_hidden(cell_at(table, edge)))
        return 0;
    return suppress_cost(edge.row == table->row_count - 1, edge.row == own,
                         edge.column == table->column_count - 1,
                         table->people[index_of(table, edge)]);
}

static bool can_link(const Table *table, int row, int from, int to, Exchange exchange)
{
    return can_pass(table, (Edge){ row, from }, true, exchange) &&
           can_pass(table, (Edge){ row, to }, false, exchange);
}

/* Through a row that is not the target's. */
static double link_cost(const Table *table, int row, int from, int to)
{
    return cost_of(table, (Edge){ row, from }, -1) +
           cost_of(table, (Edge){ row, to }, -1);
}

/* Puts a row into its place, or moves it forward. */
static void add_link(Links *links, Link link)
{
    int place = 0;
    while (place < links->count && links->at[place].row != link.row)
        place++;
    if (place == links->count && links->count < LINKS)
        links->count++;
    else if (place == links->count && links->at[--place].cost <= link.cost)
        return;
    for (; place > 0 && links->at[place - 1].cost > link.cost; place--)
        links->at[place] = links->at[place - 1];
    links->at[place] = link;
}

static void link_row(const Table *table, int row, Exchange exchange, Links *links)
{
    int columns = table->column_count;
    for (int from = 0; from < columns; from++)
        for (int to = 0; to < columns; to++)
            if (from != to && can_link(table, row, from, to, exchange))
                add_link(&links[from * columns + to],
                         (Link){ row, link_cost(table, row, from, to) });
}

static const Links *links_of(Table *table, Exchange exchange)
{
    int number = number_of(table, exchange);
    size_t size = (size_t)table->column_count * (size_t)table->column_count;
    if (!table->links[number]) {
        Links *links = table->links_room + (size_t)number * size;
        memset(links, 0, size * sizeof *links);
        table->links[number] = links;
        for (int row = 0; row < table->row_count; row++)
            link_row(table, row, exchange, links);
    }
    return table->links[number];
}

static void link_again(Table *table, int row)
{
    for (int i = 0; i < exchange_count(table); i++)
        if (table->links[i])
            link_row(table, row, exchange_of(table, i), table->links[i]);
}

static void hide(Table *table, Edge edge)
{
    Cell *cell = cell_at(table, edge);
    if (!is_printed(table, edge) || cell_is_hidden(cell))
        return;
    cell->hiding = HIDING_OTHER;
    link_again(table, edge.row);
}

/* The cheapest row from one column to another that can be passed as things stand, not
 * the target's; .cost INFINITY: there is none. Rows are searched only where none of
 * those kept will do and there may be others. */
static Link find_link(const Table *table, const Links *links, int from, int to,
                      Exchange exchange, int own)
{
    const Links *kept = &links[from * table->column_count + to];
    for (int i = 0; i < kept->count; i++)
        if (kept->at[i].row != own &&
            can_link(table, kept->at[i].row, from, to, exchange))
            return kept->at[i];
    Link best = { -1, (double)INFINITY };
    bool are_all_kept = kept->count < LINKS && table->touched.count == 0;
    for (int row = 0; row < table->row_count && !are_all_kept; row++) {
        if (row == own || !can_link(table, row, from, to, exchange))
            continue;
        double cost = link_cost(table, row, from, to);
        if (cost < best.cost)
            best = (Link){ row, cost };
    }
    return best;
}

/* The column with the lowest cost of those not done yet; -1: none can be reached. */
static int next_column(const Table *table)
{
    int next = -1;
    for (int i = 0; i < table->column_count; i++)
        if (!table->is_done[i] && !isinf(table->costs[i]) &&
            (next < 0 || table->costs[i] < table->costs[next]))
            next = i;
    return next;
}

/* The cheapest path from the edge's row to its column, not over the edge itself, round
 * which the exchange can be made (Dijkstra 1959, Numer. Math. 1:269); its cost,
 * INFINITY when there is none within the limit. A limit of 0 takes hidden cells only.
 */
static double find_path(Table *table, Edge target, Exchange exchange, double limit)
{
    const Links *links = links_of(table, exchange);
    for (int i = 0; i < table->column_count; i++) {
        Edge edge = { target.row, i };
        bool is_open = i != target.column && can_pass(table, edge, false, exchange);
        table->costs[i] = is_open ? cost_of(table, edge, target.row) : (double)INFINITY;
        table->previous[i] = -1;
        table->through[i] = target.row;
        table->is_done[i] = false;
    }
    for (int from = next_column(table); from >= 0; from = next_column(table)) {
        if (table->costs[from] > limit)
            break;
        if (from == target.column)
            return table->costs[from];
        table->is_done[from] = true;
        for (int to = 0; to < table->column_count; to++) {
            if (table->is_done[to])
                continue;
            Link link = find_link(table, links, from, to, exchange, target.row);
            if (table->costs[from] + link.cost >= table->costs[to])
                continue;
            table->costs[to] = table->costs[from] + link.cost;
            table->previous[to] = from;
            table->through[to] = link.row;
        }
    }
    return (double)INFINITY;
}

/* A cell of a path, passed towards its row or its column. */
typedef struct Step {
    Edge edge;
    bool is_to_row;
} Step;

enum { PATH_MAX = 2 * (GROUP_MAX + 1) };

/* The path found last, from its end; how many cells it has. */
static int read_path(const Table *table, Edge target, Step *steps)
{
    int count = 0;
    for (int column = target.column; column >= 0; column = table->previous[column]) {
        int row = table->through[column], before = table->previous[column];
        steps[count++] = (Step){
            {row, column},
            false
        };
        if (before >= 0)
            steps[count++] = (Step){
                {row, before},
                true
            };
    }
    return count;
}

/* Hides the path found last, and notes which of its cells have a witness. */
static void take_witness(Table *table, Edge target, Exchange exchange)
{
    Step steps[PATH_MAX];
    int count = read_path(table, target, steps);
    table->has_witness[index_of(table, target)] = true;
    for (int i = 0; i < count; i++) {
        hide(table, steps[i].edge);
        if (is_witness(table, steps[i].edge, steps[i].is_to_row, exchange))
            table->has_witness[index_of(table, steps[i].edge)] = true;
    }
}

static void move_answer(Table *table, Step step, Exchange exchange)
{
    bool gains =
        is_gain(table, step.edge, step.is_to_row) == (exchange.gain == STEP_ANY);
    table->moved[index_of(table, step.edge)] += gains ? 1 : -1;
    vec_push(table->arena, &table->touched, index_of(table, step.edge));
}

/* Hides the path found last, and moves an answer along it. */
static void take_flow(Table *table, Edge target, Exchange exchange)
{
    Step steps[PATH_MAX];
    int count = read_path(table, target, steps);
    move_answer(table, (Step){ target, true }, exchange);
    for (int i = 0; i < count; i++) {
        hide(table, steps[i].edge);
        move_answer(table, steps[i], exchange);
    }
}

static void take_back(Table *table)
{
    for (int i = 0; i < table->touched.count; i++)
        table->moved[table->touched.at[i]] = 0;
    /* Rows may have become cheaper while answers were moved out of them. */
    for (int i = 0; i < table->touched.count; i++)
        link_again(table, table->touched.at[i] / table->column_count);
    table->touched.count = 0;
}

/* Looks for the cheapest exchange within the limit; false when there is none. */
static bool close_cycle(Table *table, Edge edge, double limit)
{
    double least = (double)INFINITY;
    Exchange best = { 0, 0 };
    for (int gain = 0; gain <= table->step_count && least > 0; gain++)
        for (int lose = 0; lose <= table->step_count && least > 0; lose++) {
            Exchange exchange = { gain, lose };
            if (gain == lose || !can_pass(table, edge, true, exchange) ||
                !is_witness(table, edge, true, exchange))
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
    take_witness(table, edge, best);
    return true;
}

static void hide_statement(Table *table)
{
    for (int row = 0; row < table->printed_rows; row++)
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
        for (int row = 0; row < table->printed_rows; row++)
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
    int answered = cell->answered;
    for (; answered < table->min_answers; answered++) {
        if (isinf(find_path(table, edge, exchange, (double)INFINITY)))
            break;
        take_flow(table, edge, exchange);
    }
    take_back(table);
    return answered >= table->min_answers;
}

static void raise_cells(Table *table)
{
    for (int row = 0; row < table->printed_rows; row++)
        for (int column = 0; column < table->column_count; column++) {
            const Cell *cell = cell_at(table, (Edge){ row, column });
            if (cell && cell->hiding == HIDING_FEW &&
                !raise_cell(table, (Edge){ row, column })) {
                hide_statement(table);
                return;
            }
        }
}

static void begin_statement(Table *table, int statement)
{
    table->statement = statement;
    for (int i = 0; i < table->row_count * table->column_count; i++)
        table->has_witness[i] = false;
    for (int i = 0; i < exchange_count(table); i++)
        table->links[i] = NULL;
}

/* The respondents of each group; where a survey came counted and says nothing of them,
 * the most who said anything to one statement. */
static int *count_people(Arena *arena, const Table *table, int statement_count)
{
    int *people = arena_array(
        arena, (size_t)table->row_count * (size_t)table->column_count, sizeof *people);
    for (int row = 0; row < table->row_count; row++)
        for (int column = 0; column < table->column_count; column++) {
            const Population *population = &table->populations[row];
            int most = population->n[column];
            for (int s = 0;
                 s < statement_count && population->cells && population->n[column] < 0;
                 s++) {
                const Cell *cell = &population->cells[s][column];
                if (cell->answered + cell->unsure > most)
                    most = cell->answered + cell->unsure;
            }
            people[index_of(table, (Edge){ row, column })] = most < 0 ? 0 : most;
        }
    return people;
}

static Table new_table(Arena *arena, Population *populations, int unit_count,
                       int group_count, int statement_count, int min_answers)
{
    Table table = { .arena = arena,
                    .populations = populations,
                    .row_count = unit_count + 1,
                    .printed_rows = unit_count + 1,
                    .column_count = group_count + 1,
                    .step_count = STEP_MAX,
                    .min_answers = min_answers };
    size_t columns = (size_t)table.column_count;
    size_t cells = (size_t)table.row_count * columns;
    size_t exchanges = (size_t)exchange_count(&table);
    table.people = count_people(arena, &table, statement_count);
    table.has_witness = arena_array(arena, cells, sizeof(bool));
    table.moved = arena_array(arena, cells, sizeof(int));
    table.links = arena_array(arena, exchanges, sizeof(Links *));
    table.links_room = arena_array(arena, exchanges * columns * columns, sizeof(Links));
    table.costs = arena_array(arena, columns, sizeof(double));
    table.through = arena_array(arena, columns, sizeof(int));
    table.previous = arena_array(arena, columns, sizeof(int));
    table.is_done = arena_array(arena, columns, sizeof(bool));
    return table;
}

void suppress_cells(Arena *arena, const Description *description,
                    Population *populations, int unit_count, int min_answers)
{
    ArenaMark mark = arena_mark(arena);
    Table table = new_table(arena, populations, unit_count, description->group_count,
                            description->statement_count, min_answers);
    if (description->region_is_of_units)
        table.printed_rows = unit_count;
    for (int i = 0; i < description->statement_count; i++) {
        table.step_count = description_scale(description, i)->step_count;
        begin_statement(&table, i);
        raise_cells(&table);
        close_cycles(&table);
    }
    arena_rewind(arena, mark);
}

void suppress_sums(Arena *arena, Population *populations, int unit_count,
                   int group_count, int min_answers)
{
    ArenaMark mark = arena_mark(arena);
    Table table =
        new_table(arena, populations, unit_count, group_count, 1, min_answers);
    table.step_count = 1;
    begin_statement(&table, 0);
    raise_cells(&table);
    arena_rewind(arena, mark);
}
