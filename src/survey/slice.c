#include "survey/slice.h"

#include "survey/distinct.h"
#include "survey/plan.h"
#include "survey/region.h"
#include "survey/themes.h"

#include <string.h>

static int *copy_numbers(Arena *arena, const int *from, int count)
{
    int *copy = arena_array(arena, (size_t)count, sizeof *copy);
    if (count)
        memcpy(copy, from, (size_t)count * sizeof *copy);
    return copy;
}

/* Of a hidden cell only that it is hidden. */
static Population cut_population(Arena *arena, const Population *from,
                                 const Description *description)
{
    int entries = description->group_count + 1;
    Population population = {
        .n = copy_numbers(arena, from->n, entries),
        .invited = copy_numbers(arena, from->invited, entries),
        .hides_n = arena_array(arena, (size_t)entries, sizeof(Hiding)),
        .cells = arena_array(arena, (size_t)description->statement_count,
                             sizeof *population.cells),
    };
    for (int g = 0; g < entries; g++)
        if (from->hides_n[g]) {
            population.hides_n[g] = from->hides_n[g];
            population.n[g] = population.invited[g] = -1;
        }
    for (int s = 0; s < description->statement_count; s++) {
        population.cells[s] = arena_array(arena, (size_t)entries, sizeof(Cell));
        for (int g = 0; g < entries && from->cells; g++) {
            const Cell *cell = &from->cells[s][g];
            population.cells[s][g] =
                cell_is_hidden(cell) ? (Cell){ .hiding = cell->hiding } : *cell;
        }
    }
    return population;
}

/* The numbers of texts. */
typedef struct Numbers {
    int *at;
    int count;
} Numbers;

/* The unit's answers to a question; of those that may be shown the numbers of their
 * texts go behind those in *shown. */
static void cut_quotes(Arena *arena, const RoundPlan *plan, const Survey *survey,
                       int unit, int question, RoundSlice *out, Numbers *shown)
{
    const int *starts = plan->open_starts[question];
    int count = starts[unit + 1] - starts[unit];
    Quote *quotes = arena_array(arena, (size_t)count, sizeof *quotes);
    for (int i = 0; i < count; i++) {
        int at = plan->open_order[question][starts[unit] + i];
        const OpenAnswer *answer = &survey->open[question][at];
        int group = survey->groups[answer->respondent];
        bool is_hidden = plan->hides_quotes[unit][group];
        out->redacted_count += answer->is_redacted && !is_hidden;
        if (!is_hidden)
            shown->at[shown->count++] = plan->texts[question][at];
        quotes[i] =
            (Quote){ .text = is_hidden ? (Str){ 0 } : str_copy(arena, answer->text),
                     .number = is_hidden ? 0 : plan->texts[question][at],
                     .group = group,
                     .row = survey->rows[answer->respondent],
                     .is_hidden = is_hidden };
    }
    out->quotes[question] = quotes;
    out->quote_counts[question] = count;
}

static void cut_questions(Arena *arena, const RoundPlan *plan, const Survey *survey,
                          int unit, RoundSlice *out)
{
    int count = survey->description->question_count, total = 0;
    for (int i = 0; i < count && unit >= 0; i++)
        total += plan->open_starts[i][unit + 1] - plan->open_starts[i][unit];
    out->quotes = arena_array(arena, (size_t)count, sizeof *out->quotes);
    out->quote_counts = arena_array(arena, (size_t)count, sizeof(int));
    out->unique_counts = arena_array(arena, (size_t)count, sizeof(int));
    Numbers shown = { .at = arena_array(arena, (size_t)total, sizeof(int)) };
    for (int i = 0; i < count && unit >= 0; i++) {
        int before = shown.count;
        cut_quotes(arena, plan, survey, unit, i, out, &shown);
        out->unique_counts[i] = distinct_count(shown.at + before, shown.count - before);
    }
    out->unique_count = distinct_count(shown.at, shown.count);
    out->text_count = plan->text_count;
    out->region_answer_counts = copy_numbers(arena, plan->region_answer_counts, count);
    out->region_unique_counts = copy_numbers(arena, plan->region_unique_counts, count);
    out->region_unique_count = plan->region_unique_count;
}

/* Those with a rank, in its order; units that share one as the register has them. */
static UnitMeans cut_unit_means(Arena *arena, const RoundPlan *plan,
                                const Survey *survey, int unit, int statement)
{
    OtherUnits others = survey->description->other_units;
    int count = plan->standing_counts[statement], taken = 0;
    UnitMean *means = arena_array(arena, (size_t)count, sizeof *means);
    for (int i = 0; i < count; i++) {
        const Standing *standing = &plan->standings[statement][i];
        bool is_own = standing->unit == unit;
        if (!is_own && others == OTHERS_HIDDEN)
            continue;
        means[taken] = standing->mean;
        means[taken].is_own = is_own;
        if (is_own || others == OTHERS_NAMED)
            means[taken].name =
                str_copy(arena, survey->reg->units[standing->unit].name);
        taken++;
    }
    return (UnitMeans){ means, taken };
}

/* unit: index in the round's own register, or -1. */
static void cut_round(Arena *arena, const RoundPlan *plan, const Survey *survey,
                      int unit, bool has_others, RoundSlice *out)
{
    const Description *description = survey->description;
    Population nobody = { .n = arena_array(arena, GROUP_MAX + 1, sizeof(int)),
                          .invited = arena_array(arena, GROUP_MAX + 1, sizeof(int)),
                          .hides_n =
                              arena_array(arena, GROUP_MAX + 1, sizeof(Hiding)) };
    const Population *own = unit >= 0 ? &plan->populations[unit] : &nobody;
    *out = (RoundSlice){
        .description = description,
        .unit = cut_population(arena, own, description),
        .region = region_cut(arena, plan, survey, unit),
        .has_unit = own->cells != NULL,
        .unit_count = plan->unit_count,
        .ranks =
            unit >= 0
                ? copy_numbers(arena, plan->ranks[unit], description->statement_count)
                : arena_array(arena, (size_t)description->statement_count, sizeof(int)),
        .omitted_count = unit >= 0 ? survey->omitted_counts[unit] : 0,
    };
    int statement_count = description->statement_count;
    out->unit_means =
        arena_array(arena, (size_t)statement_count, sizeof *out->unit_means);
    for (int i = 0; i < statement_count && has_others; i++)
        out->unit_means[i] = cut_unit_means(arena, plan, survey, unit, i);
    ThemeTally themes =
        themes_cut(arena, unit >= 0 ? &plan->themes[unit] : NULL, description);
    out->themes = themes.counts;
    out->coded_counts = themes.coded_counts;
    cut_questions(arena, plan, survey, unit, out);
}

/* Index of a statement in the previous round's description, or -1. */
static int find_before(const Description *previous, const Statement *statement)
{
    Str id = statement->previous.len ? statement->previous : statement->id;
    return description_find_statement(previous, id);
}

static void match_previous(Arena *arena, const Description *description,
                           const Description *previous, Slice *out)
{
    out->previous_statement =
        arena_array(arena, (size_t)description->statement_count, sizeof(int));
    out->previous_group =
        arena_array(arena, (size_t)description->group_count, sizeof(int));
    for (int i = 0; i < description->statement_count; i++)
        out->previous_statement[i] =
            previous ? find_before(previous, &description->statements[i]) : -1;
    for (int i = 0; i < description->group_count; i++)
        out->previous_group[i] =
            previous ? description_find_group(previous, description->groups[i].id) : -1;
}

void slice_cut(Arena *arena, const Plan *plan, const Survey *survey,
               const Survey *previous, int unit, bool has_others, Slice *out)
{
    *out = (Slice){ .unit = survey->reg->units[unit], .has_previous = previous };
    Unit *own = &out->unit;
    own->number = str_copy(arena, own->number);
    own->name = str_copy(arena, own->name);
    own->logo = str_copy(arena, own->logo);
    cut_round(arena, &plan->round, survey, unit, has_others, &out->round);
    match_previous(arena, survey->description, previous ? previous->description : NULL,
                   out);
    if (!previous)
        return;
    int same = register_find(previous->reg, own->number);
    cut_round(arena, &plan->previous, previous, same, has_others, &out->previous);
}

void slice_blank(Arena *arena, const Description *description, Slice *out)
{
    Register *reg = arena_alloc(arena, sizeof *reg);
    *reg = (Register){ arena_array(arena, 1, sizeof *reg->units), 1, NULL };
    size_t statements = (size_t)description->statement_count;
    size_t questions = (size_t)description->question_count;
    Survey survey = {
        .description = description,
        .reg = reg,
        .units = arena_alloc(arena, 0),
        .groups = arena_alloc(arena, 0),
        .rows = arena_alloc(arena, 0),
        .answers = arena_array(arena, statements, sizeof *survey.answers),
        .open = arena_array(arena, questions, sizeof *survey.open),
        .open_counts = arena_array(arena, questions, sizeof *survey.open_counts),
        .omitted_counts = arena_array(arena, 1, sizeof *survey.omitted_counts),
    };
    for (size_t i = 0; i < statements; i++)
        survey.answers[i] = arena_alloc(arena, 0);
    for (size_t i = 0; i < questions; i++)
        survey.open[i] = arena_alloc(arena, 0);
    slice_cut(arena, plan_make(arena, &survey, NULL), &survey, NULL, 0, true, out);
}
