/* attack.h - an attack on everything that all decks of a batch print together. It knows
 * nothing of how the plan was made. The attacker adds and subtracts what is shown
 * (means with n, shares and changes are counts by step; so are ranks, which follow from
 * the means), knows that no count is below zero, why a cell is hidden, how many were
 * invited where that is printed, how many answers of a group are quoted, and that a
 * group has the same people in every statement; and he narrows each count down until
 * nothing more follows. Who has the register too knows how many were invited at most.
 *
 * A table of sums for each statement, of which the steps, «don't know» and blank are
 * the parts, and one for n, which has one part. */
#ifndef UNIT_ATTACK_H
#define UNIT_ATTACK_H
#include "stats/figure.h"

#include "expect.h"

#include <math.h>
#include <string.h>

enum { UNIT_MAX = 16, CELL_MAX = UNIT_MAX * GROUP_MAX, PARTS = STEP_MAX + 2 };
static const double NOISE = 1e-7;
static const double ENDLESS = 1e6;

/* All decks of a round. */
typedef struct Batch {
    const RoundSlice **decks; /* by unit; NULL: no deck */
    const Slice **slices;     /* the same */
    int unit_count, group_count;
    const Survey *survey;
} Batch;

/* Sums of unknown cells. Unknown: unit * groups + group. */
typedef struct Table {
    int unknown_count, step_count, part_count, group_count, unit_count;
    double (*sums)[CELL_MAX + PARTS]; /* coefficients, then by part; NAN: not known */
    int sum_count, sum_max;
    double low[CELL_MAX][PARTS], high[CELL_MAX][PARTS];
    double least[CELL_MAX], most[CELL_MAX]; /* of the steps together, by the reason */
    int pivots[CELL_MAX], rank; /* once eliminated: the column of each row */
} Table;

typedef struct Attack {
    const Batch *batch;
    Table *statements, people; /* people: the respondents, as of one step */
    int statement_count, limit;
    bool has_register;
} Attack;

/* Which unknowns a cell is the sum of. group: group_count is all; unit: -1 is the
 * region, `without` the unit that it leaves out or -1. */
static inline void attack_spread(const Table *table, int unit, int group, int without,
                                 double *row)
{
    memset(row, 0, (CELL_MAX + PARTS) * sizeof *row);
    for (int u = 0; u < table->unit_count; u++)
        for (int g = 0; g < table->group_count; g++)
            if ((unit < 0 ? u != without : u == unit) &&
                (group == table->group_count || g == group))
                row[u * table->group_count + g] = 1;
}

/* n: of the same people; negative: not shown. */
static inline void learn(Table *table, const Cell *cell, int n, int unit, int group,
                         int without)
{
    if (cell_is_hidden(cell) || table->sum_count == table->sum_max)
        return;
    double *row = table->sums[table->sum_count++];
    attack_spread(table, unit, group, without, row);
    for (int step = 0; step < table->step_count; step++)
        row[CELL_MAX + step] = cell->counts[step];
    row[CELL_MAX + table->step_count] = cell->unsure;
    row[CELL_MAX + table->step_count + 1] =
        n < 0 ? (double)NAN : n - cell->answered - cell->unsure;
}

static inline void learn_people(Table *table, int n, int unit, int group, int without)
{
    if (n < 0)
        return;
    double *row = table->sums[table->sum_count++];
    attack_spread(table, unit, group, without, row);
    row[CELL_MAX] = n;
}

static inline void subtract(double *row, const double *from, double factor)
{
    for (int i = 0; i < CELL_MAX + PARTS; i++)
        row[i] -= factor * from[i];
}

/* Gauss and Jordan. */
static inline void eliminate(Table *table)
{
    int rank = 0;
    for (int column = 0; column < table->unknown_count; column++) {
        int best = -1;
        for (int i = rank; i < table->sum_count && best < 0; i++)
            if (fabs(table->sums[i][column]) > NOISE)
                best = i;
        if (best < 0)
            continue;
        double swapped[CELL_MAX + PARTS];
        memcpy(swapped, table->sums[best], sizeof swapped);
        memcpy(table->sums[best], table->sums[rank], sizeof swapped);
        memcpy(table->sums[rank], swapped, sizeof swapped);
        double *row = table->sums[rank], lead = row[column];
        for (int i = 0; i < CELL_MAX + PARTS; i++)
            row[i] /= lead;
        for (int i = 0; i < table->sum_count; i++)
            if (i != rank && fabs(table->sums[i][column]) > NOISE)
                subtract(table->sums[i], row, table->sums[i][column]);
        table->pivots[rank++] = column;
    }
    table->rank = table->sum_count = rank;
}

/* Somebody who said anything. */
static inline bool is_somebody(const Table *table, const double *parts)
{
    int said = table->part_count > 1 ? table->part_count - 1 : 1;
    for (int part = 0; part < said; part++)
        if (fabs(parts[part]) > NOISE)
            return true;
    return false;
}

/* Whether adding and subtracting gives the cell, and somebody is in it. */
static inline bool is_derived(const Table *table, double *cell)
{
    for (int i = 0; i < table->rank; i++)
        if (fabs(cell[table->pivots[i]]) > NOISE)
            subtract(cell, table->sums[i], cell[table->pivots[i]]);
    for (int i = 0; i < table->unknown_count; i++)
        if (fabs(cell[i]) > NOISE)
            return false;
    return is_somebody(table, cell + CELL_MAX);
}

/* A part of each cell of a sum from the others, which are at least and at most so
 * large.
 */
static inline bool narrow(Table *table, const double *row, int part)
{
    double least = row[CELL_MAX + part], most = least;
    bool is_news = false;
    if (isnan(least))
        return false;
    for (int i = 0; i < table->unknown_count; i++) {
        double a = row[i] * table->low[i][part], b = row[i] * table->high[i][part];
        least -= fmax(a, b);
        most -= fmin(a, b);
    }
    for (int i = 0; i < table->unknown_count; i++) {
        if (fabs(row[i]) <= NOISE)
            continue;
        double *low = &table->low[i][part], *high = &table->high[i][part];
        double a = row[i] * *low, b = row[i] * *high;
        double first = (least + fmax(a, b)) / row[i];
        double last = (most + fmin(a, b)) / row[i];
        double new_low = fmax(*low, ceil(fmin(first, last) - NOISE));
        double new_high = fmin(*high, floor(fmax(first, last) + NOISE));
        is_news |= new_low > *low + NOISE || new_high < *high - NOISE;
        least += fmax(a, b) - fmax(row[i] * new_low, row[i] * new_high);
        most += fmin(a, b) - fmin(row[i] * new_low, row[i] * new_high);
        *low = new_low;
        *high = new_high;
    }
    return is_news;
}

static inline bool keep(double *low, double *high, double least, double most)
{
    bool is_news = most < *high - NOISE || least > *low + NOISE;
    *high = fmin(*high, most);
    *low = fmax(*low, least);
    return is_news;
}

/* From how many there are of a cell together, and of the other parts. */
static inline bool narrow_cell(Table *table, const Table *people, int unknown)
{
    double *low = table->low[unknown], *high = table->high[unknown];
    bool is_news = false;
    for (int part = 0; part < table->part_count; part++) {
        bool is_step = part < table->step_count;
        double others_low = 0, others_high = 0, steps_low = 0, steps_high = 0;
        for (int i = 0; i < table->part_count; i++) {
            bool is_other_step = i < table->step_count && i != part;
            others_low += i == part ? 0 : low[i];
            others_high += i == part ? 0 : high[i];
            steps_low += is_other_step ? low[i] : 0;
            steps_high += is_other_step ? high[i] : 0;
        }
        double least = people->low[unknown][0] - others_high;
        double most = people->high[unknown][0] - others_low;
        if (is_step) {
            least = fmax(least, table->least[unknown] - steps_high);
            most = fmin(most, table->most[unknown] - steps_low);
        }
        is_news |= keep(&low[part], &high[part], least, most);
    }
    return is_news;
}

/* What a statement says of how many there are. */
static inline bool narrow_people(const Table *table, Table *people, int unknown)
{
    double least = 0, most = 0;
    for (int part = 0; part < table->part_count; part++) {
        least += table->low[unknown][part];
        most += table->high[unknown][part];
    }
    return keep(&people->low[unknown][0], &people->high[unknown][0], least, most);
}

static inline bool narrow_sums(Table *table)
{
    bool is_news = false;
    for (int i = 0; i < table->sum_count; i++)
        for (int part = 0; part < table->part_count; part++)
            is_news |= narrow(table, table->sums[i], part);
    return is_news;
}

static inline void narrow_all(Attack *attack)
{
    Table *people = &attack->people;
    for (bool is_news = true; is_news;) {
        is_news = narrow_sums(people);
        for (int s = 0; s < attack->statement_count; s++) {
            Table *table = &attack->statements[s];
            for (int i = 0; i < table->unknown_count; i++)
                is_news |= narrow_cell(table, people, i);
            is_news |= narrow_sums(table);
            for (int i = 0; i < table->unknown_count; i++)
                is_news |= narrow_people(table, people, i);
        }
    }
}

static inline bool is_pinned(const Table *table, int unknown)
{
    int said = table->part_count > 1 ? table->part_count - 1 : 1;
    for (int part = 0; part < said; part++)
        if (table->high[unknown][part] - table->low[unknown][part] > NOISE)
            return false;
    return is_somebody(table, table->low[unknown]);
}

/* Whether one answer only can have been given by those who are known to be there: then
 * it is known, however many they are. */
static inline bool is_of_one_mind(const Table *table, int unknown)
{
    int open = 0;
    double least = table->least[unknown];
    for (int step = 0; step < table->step_count; step++) {
        open += table->high[unknown][step] > NOISE;
        least = fmax(least, table->low[unknown][step]);
    }
    return open == 1 && least > NOISE;
}

/* Whether a derived sum of several cells rests on too few. */
static inline bool is_few(const Table *table, const double *row, int limit)
{
    double answered = 0;
    for (int i = 0; i < table->unknown_count; i++)
        if (row[i] < -NOISE)
            return false;
    for (int step = 0; step < table->step_count; step++)
        answered += row[CELL_MAX + step];
    return is_somebody(table, row + CELL_MAX) && answered < limit - NOISE;
}

/* Whether every statement of a group is hidden for the reason of its n: then the reason
 * tells nothing of the statement. */
static inline bool is_reason_of_n(const RoundSlice *deck, int group)
{
    Hiding hiding = deck->unit.hides_n[group];
    for (int s = 0; s < deck->description->statement_count; s++)
        if (deck->unit.cells[s][group].hiding != hiding)
            return false;
    return hiding != HIDING_NONE;
}

/* What a deck tells of a cell of a statement without its counts. */
static inline void learn_reason(Table *table, const RoundSlice *deck, int limit,
                                int statement, int unknown)
{
    int group = unknown % table->group_count;
    Hiding hiding = deck->unit.cells[statement][group].hiding;
    bool is_of_n = is_reason_of_n(deck, group);
    table->least[unknown] = hiding == HIDING_OTHER && !is_of_n ? limit : 0;
    table->most[unknown] = hiding == HIDING_FEW ? limit - 1 : ENDLESS;
    for (int part = 0; part < table->part_count; part++)
        table->high[unknown][part] = ENDLESS;
}

/* The answers of a group that a deck quotes to the question with the most. */
static inline int quoted_of(const RoundSlice *deck, int group)
{
    int most = 0;
    for (int q = 0; q < deck->description->question_count; q++) {
        int count = 0;
        for (int i = 0; i < deck->quote_counts[q]; i++)
            count += !deck->quotes[q][i].is_hidden && deck->quotes[q][i].group == group;
        most = count > most ? count : most;
    }
    return most;
}

/* Where some groups of a unit are said to be below the limit, the other hidden ones are
 * not. */
static inline bool says_which_are_few(const RoundSlice *deck)
{
    for (int g = 0; g < deck->description->group_count; g++)
        if (deck->unit.hides_n[g] == HIDING_FEW)
            return true;
    return false;
}

static inline Figure figure_of_people(const Slice *slice, Statistic statistic,
                                      int group)
{
    bool is_all = group == slice->round.description->group_count;
    return figure_find(slice, figure_query(statistic, 0, is_all ? GROUP_ALL : group));
}

/* What a deck tells of n of a group: itself, or by the rate of those invited. */
static inline void learn_n(Attack *attack, int unit, int group)
{
    const Batch *batch = attack->batch;
    const Slice *slice = batch->slices[unit];
    int unknown = unit * batch->group_count + group;
    Figure printed = figure_of_people(slice, STATISTIC_INVITED, group);
    int invited = figure_is_shown(printed) ? (int)printed.value : -1;
    if (attack->has_register)
        invited = batch->survey->reg->units[unit].invited[group];
    double *low = attack->people.low[unknown], *high = attack->people.high[unknown];
    Figure n = figure_of_people(slice, STATISTIC_N, group);
    Figure rate = figure_of_people(slice, STATISTIC_RESPONSE_RATE, group);
    if (figure_is_shown(rate) && !figure_is_shown(n))
        *low = *high =
            round(rate.value * batch->survey->reg->units[unit].invited[group]);
    if (n.state == FIGURE_HIDDEN)
        keep(low, high, 1, attack->limit - 1);
    if (n.state == FIGURE_WITHHELD)
        keep(low, high, says_which_are_few(batch->decks[unit]) ? attack->limit : 1,
             ENDLESS);
    int quoted = quoted_of(batch->decks[unit], group);
    int least = batch->survey->description->min_respondents;
    if (quoted)
        keep(low, high, quoted > least ? quoted : least, ENDLESS);
    if (invited >= 0 && n.state != FIGURE_MISSING)
        keep(low, high, 0, invited);
}

static inline Table table_new(Arena *arena, const Batch *batch, int step_count,
                              int part_count)
{
    Table table = { .group_count = batch->group_count,
                    .unit_count = batch->unit_count,
                    .unknown_count = batch->unit_count * batch->group_count,
                    .step_count = step_count,
                    .part_count = part_count };
    table.sum_max = 2 * batch->unit_count * (batch->group_count + 1);
    table.sums = arena_array(arena, (size_t)table.sum_max, sizeof *table.sums);
    return table;
}

static inline void take_people(Attack *attack)
{
    const Batch *batch = attack->batch;
    const Description *description = batch->survey->description;
    for (int u = 0; u < batch->unit_count; u++) {
        const RoundSlice *deck = batch->decks[u];
        int without = description->region_is_others ? u : -1;
        for (int g = 0; deck && g <= batch->group_count; g++) {
            learn_people(&attack->people, deck->unit.n[g], u, g, -1);
            learn_people(&attack->people, deck->region.n[g], -1, g, without);
        }
        for (int g = 0; deck && g < batch->group_count; g++) {
            attack->people.high[u * batch->group_count + g][0] = ENDLESS;
            learn_n(attack, u, g);
        }
    }
}

static inline void take_statement(Attack *attack, int statement)
{
    const Batch *batch = attack->batch;
    const Description *description = batch->survey->description;
    Table *table = &attack->statements[statement];
    for (int u = 0; u < batch->unit_count; u++) {
        const RoundSlice *deck = batch->decks[u];
        for (int g = 0; deck && g <= batch->group_count; g++) {
            learn(table, &deck->unit.cells[statement][g], deck->unit.n[g], u, g, -1);
            /* Counts made from shares of more than 1000 may be one off, and a total
             * may have come without a row. */
            int answered = deck->region.cells[statement][g].answered;
            bool is_exact = !batch->survey->counted || (answered > 0 && answered < 900);
            if (!description->region_is_of_units && is_exact)
                learn(table, &deck->region.cells[statement][g], deck->region.n[g], -1,
                      g, description->region_is_others ? u : -1);
        }
        for (int g = 0; deck && g < batch->group_count; g++)
            learn_reason(table, deck, attack->limit, statement,
                         u * batch->group_count + g);
    }
}

/* How many hidden cells of a statement are known. Hidden ones in which nobody answered
 * at all do not exist: see hide_cells. */
static inline int found_in_statement(const Attack *attack, int statement, int *hidden)
{
    const Description *description = attack->batch->survey->description;
    const Table *table = &attack->statements[statement];
    int found = 0, groups = attack->batch->group_count;
    for (int i = 0; i < table->rank; i++)
        found += is_few(table, table->sums[i], attack->limit);
    for (int u = 0; u < attack->batch->unit_count; u++) {
        const RoundSlice *deck = attack->batch->decks[u];
        for (int g = 0; deck && g <= groups; g++) {
            double cell[CELL_MAX + PARTS];
            bool is_hidden = cell_is_hidden(&deck->unit.cells[statement][g]);
            /* Without a hidden unit the region may well be a sum of what is shown. */
            if (cell_is_hidden(&deck->region.cells[statement][g]) &&
                !(description->region_is_others && is_hidden) &&
                !description->region_is_of_units) {
                attack_spread(table, -1, g, -1, cell);
                found += is_derived(table, cell);
            }
            if (!is_hidden)
                continue;
            ++*hidden;
            attack_spread(table, u, g, -1, cell);
            int unknown = u * groups + g;
            found += is_derived(table, cell) ||
                     (g < groups &&
                      (is_pinned(table, unknown) ||
                       (table->step_count > 1 && is_of_one_mind(table, unknown))));
        }
    }
    return found;
}

/* In truth. */
static inline int people_of(const Survey *survey, int unit, int group)
{
    int count = 0;
    for (int i = 0; i < survey->respondent_count; i++)
        count +=
            survey->units[i] == unit &&
            (group == survey->description->group_count || survey->groups[i] == group);
    return count;
}

/* The same of n, where it is below the limit. With the register there is nothing to
 * find where one only was invited. */
static inline int found_in_people(const Attack *attack, int *hidden)
{
    const Table *table = &attack->people;
    int found = 0, groups = attack->batch->group_count;
    for (int i = 0; i < table->rank; i++)
        found += is_few(table, table->sums[i], attack->limit);
    for (int u = 0; u < attack->batch->unit_count; u++) {
        const RoundSlice *deck = attack->batch->decks[u];
        for (int g = 0; deck && g <= groups; g++) {
            double cell[CELL_MAX + PARTS];
            int n = people_of(attack->batch->survey, u, g);
            if (!deck->unit.hides_n[g] || n >= attack->limit)
                continue;
            ++*hidden;
            attack_spread(table, u, g, -1, cell);
            bool has_choice = !attack->has_register || g == groups ||
                              attack->batch->survey->reg->units[u].invited[g] != 1;
            found += is_derived(table, cell) ||
                     (g < groups && has_choice && is_pinned(table, u * groups + g));
        }
    }
    return found;
}

/* What is found of a batch: how many hidden cells and n are known. *hidden: how many
 * there are; *hidden_people: of them n. */
static inline int attack_batch(Arena *arena, const Batch *batch, bool has_register,
                               int *hidden, int *hidden_people)
{
    ArenaMark mark = arena_mark(arena);
    const Description *description = batch->survey->description;
    Attack *attack = arena_alloc(arena, sizeof *attack);
    int count = description->statement_count, found = 0;
    *attack = (Attack){ .batch = batch,
                        .statement_count = count,
                        .limit = description->min_answers,
                        .has_register = has_register };
    attack->statements = arena_array(arena, (size_t)count, sizeof *attack->statements);
    attack->people = table_new(arena, batch, 1, 1);
    take_people(attack);
    for (int s = 0; s < count; s++) {
        int steps = description_scale(description, s)->step_count;
        attack->statements[s] = table_new(arena, batch, steps, steps + 2);
        take_statement(attack, s);
    }
    narrow_all(attack);
    eliminate(&attack->people);
    for (int s = 0; s < count; s++)
        eliminate(&attack->statements[s]);
    narrow_all(attack);
    for (int s = 0; s < count; s++)
        found += found_in_statement(attack, s, hidden);
    found += found_in_people(attack, hidden_people);
    arena_rewind(arena, mark);
    return found;
}

#endif
