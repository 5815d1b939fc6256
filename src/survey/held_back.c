#include "survey/held_back.h"

#include <stdint.h>

/* One statement and one answer of the scale. Nodes: the rows, then the columns. */
typedef struct Network {
    Population *populations;
    int *const *rows;
    int statement, row_count, column_count, step_count;
    int step;     /* step_count: «don't know» */
    int *unknown; /* the cells that are not known: row * column_count + column */
    int unknown_count;
    bool *is_unknown; /* by cell */
    bool is_bounded;  /* no cell holds more than it has room for */
    bool is_overfull; /* one does */
    int *people;      /* by cell: what it is filled with, of this answer */
    int *room;        /* by cell: how many more it may hold, of all answers together */
    int *surplus;     /* by node: what must flow out of it; negative: into it */
    int *edge_of;     /* by node, of a search: the cell that leads there, or -1 */
    int *queue;
} Network;

static Cell *cell_of(const Network *network, int index)
{
    const Population *population = &network->populations[index / network->column_count];
    return &population->cells[network->statement][index % network->column_count];
}

static int row_of(const Network *network, int index)
{
    int column = index % network->column_count;
    return network->rows[index / network->column_count]
                        [network->statement * (GROUP_MAX + 1) + column];
}

static bool is_margin(const Network *network, int index)
{
    bool is_region = index / network->column_count == network->row_count - 1;
    bool is_all = index % network->column_count == network->column_count - 1;
    return is_region != is_all;
}

/* A group without a row is one in which nobody answered; a total without a row is one
 * that was not written. */
static bool is_known(const Network *network, int index)
{
    bool is_total = index / network->column_count == network->row_count - 1 ||
                    index % network->column_count == network->column_count - 1;
    int row = row_of(network, index);
    return row == ROW_READ || (row == ROW_NONE && !is_total);
}

static int row_node(const Network *network, int index)
{
    return index / network->column_count;
}

static int column_node(const Network *network, int index)
{
    return network->row_count + index % network->column_count;
}

/* The cells that are not known; how much fits into each. */
static void find_unknown(Network *network)
{
    network->unknown_count = 0;
    for (int i = 0; i < network->row_count * network->column_count; i++) {
        network->is_unknown[i] =
            network->populations[row_node(network, i)].cells && !is_known(network, i);
        if (!network->is_unknown[i])
            continue;
        int row = row_of(network, i);
        network->room[i] = row > 0 ? row - 1 : INT32_MAX;
        network->unknown[network->unknown_count++] = i;
    }
}

/* What the known cells leave for the others in each row and column. */
static void find_surplus(Network *network)
{
    for (int i = 0; i < network->row_count + network->column_count; i++)
        network->surplus[i] = 0;
    for (int i = 0; i < network->row_count * network->column_count; i++) {
        if (!network->populations[row_node(network, i)].cells || network->is_unknown[i])
            continue;
        const Cell *cell = cell_of(network, i);
        int count = network->step == network->step_count ? cell->unsure
                                                         : cell->counts[network->step];
        int signed_count = is_margin(network, i) ? -count : count;
        network->surplus[row_node(network, i)] -= signed_count;
        network->surplus[column_node(network, i)] += signed_count;
    }
}

/* The cells of a node, and whether something may flow out of it along one: from a row
 * to its column, of a margin from the column to its row; back goes what has flowed. */
static int edge_at(const Network *network, int node, int place)
{
    int columns = network->column_count;
    return node < network->row_count ? node * columns + place
                                     : place * columns + node - network->row_count;
}

static bool can_flow(const Network *network, int index, int node)
{
    if (!network->is_unknown[index])
        return false;
    bool is_forward = (node < network->row_count) != is_margin(network, index);
    if (!is_forward)
        return network->people[index] > 0;
    return !network->is_bounded || network->room[index] > 0;
}

/* Breadth first from a node with a surplus to one with a want; -1: there is no way. */
static int find_want(Network *network, int from)
{
    int queued = 0;
    for (int i = 0; i < network->row_count + network->column_count; i++)
        network->edge_of[i] = -1;
    network->queue[queued++] = from;
    for (int next = 0; next < queued; next++) {
        int node = network->queue[next];
        bool is_row = node < network->row_count;
        int count = is_row ? network->column_count : network->row_count;
        if (network->surplus[node] < 0)
            return node;
        for (int i = 0; i < count; i++) {
            int index = edge_at(network, node, i);
            int to = is_row ? column_node(network, index) : row_node(network, index);
            if (to == from || network->edge_of[to] >= 0 ||
                !can_flow(network, index, node))
                continue;
            network->edge_of[to] = index;
            network->queue[queued++] = to;
        }
    }
    return -1;
}

static void put(Network *network, int index, int count)
{
    network->people[index] += count;
    network->room[index] -= count;
}

static void send_one(Network *network, int from, int to)
{
    network->surplus[from]--;
    network->surplus[to]++;
    for (int node = to; node != from;) {
        int index = network->edge_of[node];
        bool is_to_column = node == column_node(network, index);
        put(network, index, is_to_column != is_margin(network, index) ? 1 : -1);
        node = is_to_column ? row_node(network, index) : column_node(network, index);
    }
}

static void send_all(Network *network)
{
    for (int node = 0; node < network->row_count + network->column_count; node++)
        while (network->surplus[node] > 0) {
            int want = find_want(network, node);
            if (want < 0)
                break;
            send_one(network, node, want);
        }
}

/* What is left for a row or column, though the others leave no place for it, is in one
 * of its cells. */
static void put_rest(Network *network)
{
    for (int i = 0; i < network->unknown_count; i++) {
        int index = network->unknown[i];
        int row = row_node(network, index), column = column_node(network, index);
        int of_row = network->surplus[row], of_column = -network->surplus[column];
        int rest = is_margin(network, index) ? 0 : of_row > 0 ? of_row : of_column;
        if (rest <= 0 || row_of(network, index) <= 0)
            continue;
        put(network, index, rest);
        network->surplus[row] -= rest;
        network->surplus[column] += rest;
    }
}

static void fill_cells(Network *network)
{
    for (int i = 0; i < network->unknown_count; i++) {
        int index = network->unknown[i], people = network->people[index];
        if (row_of(network, index) == ROW_NONE)
            continue;
        Cell *cell = cell_of(network, index);
        if (network->room[index] < 0)
            network->is_overfull = true;
        if (network->step == network->step_count) {
            cell->unsure = people;
            cell->unsure_weight = people;
            continue;
        }
        cell->counts[network->step] = people;
        cell->weights[network->step] = people;
        cell->squares += people;
        cell->answered += people;
    }
}

static void fill_step(Network *network, int step)
{
    network->step = step;
    for (int i = 0; i < network->unknown_count; i++)
        network->people[network->unknown[i]] = 0;
    find_surplus(network);
    network->is_bounded = true;
    send_all(network);
    network->is_bounded = false;
    send_all(network);
    put_rest(network);
    fill_cells(network);
}

static void empty_cells(const Network *network)
{
    for (int i = 0; i < network->unknown_count; i++) {
        int index = network->unknown[i];
        if (row_of(network, index) != ROW_NONE)
            *cell_of(network, index) =
                (Cell){ .hiding = cell_of(network, index)->hiding };
    }
}

/* Answer by answer, from the `first` on. */
static void fill_from(Network *network, int first)
{
    int answers = network->step_count + 1;
    find_unknown(network);
    network->is_overfull = false;
    empty_cells(network);
    for (int i = 0; i < answers; i++)
        fill_step(network, (first + i) % answers);
}

/* Where an answer that comes late finds no room, another begins. */
static void fill_statement(Network *network)
{
    find_unknown(network);
    if (network->unknown_count == 0)
        return;
    fill_from(network, 0);
    for (int first = 1; first <= network->step_count && network->is_overfull; first++)
        fill_from(network, first);
    if (network->is_overfull)
        fill_from(network, 0);
}

void held_back_fill(Arena *arena, const Description *description,
                    Population *populations, int unit_count, int *const *rows)
{
    ArenaMark mark = arena_mark(arena);
    Network network = { .populations = populations,
                        .rows = rows,
                        .row_count = unit_count + 1,
                        .column_count = description->group_count + 1 };
    size_t nodes = (size_t)network.row_count + (size_t)network.column_count;
    size_t cells = (size_t)network.row_count * (size_t)network.column_count;
    network.unknown = arena_array(arena, cells, sizeof(int));
    network.is_unknown = arena_array(arena, cells, sizeof(bool));
    network.people = arena_array(arena, cells, sizeof(int));
    network.room = arena_array(arena, cells, sizeof(int));
    network.surplus = arena_array(arena, nodes, sizeof(int));
    network.edge_of = arena_array(arena, nodes, sizeof(int));
    network.queue = arena_array(arena, nodes, sizeof(int));
    for (int s = 0; s < description->statement_count; s++) {
        network.statement = s;
        network.step_count = description_scale(description, s)->step_count;
        fill_statement(&network);
    }
    arena_rewind(arena, mark);
}
