/* One function a struct does both: it copies the members to the bytes, or the bytes to
 * the members, so that writing and reading cannot differ. */
#include "survey/slice_file.h"

#include <assert.h>
#include <string.h>

/* A member that is added below is to be added to its function too, and the version
 * raised. The sizes are those of 64 bits. */
#define IS_SIZE(Struct, bytes)                                                         \
    static_assert(sizeof(void *) != 8 || sizeof(Struct) == (bytes),                    \
                  "the slice's file does not know all members")
IS_SIZE(Cell, 184);
IS_SIZE(Unit, 304);
IS_SIZE(Quote, 32);
IS_SIZE(UnitMean, 48);
IS_SIZE(ThemeCount, 8);
IS_SIZE(Population, 32);
IS_SIZE(RoundSlice, 184);
IS_SIZE(Slice, 696);

static const char VERSION[] = "lysark slice 3\n";

typedef struct Coder {
    Arena *arena; /* of what is read */
    Buffer *out;  /* NULL: reading */
    Str in;       /* what is left of it */
    bool is_wrong;
} Coder;

static void code_bytes(Coder *coder, void *at, size_t len)
{
    if (coder->out) {
        buffer_put(coder->out, at, len);
    } else if (coder->is_wrong || coder->in.len < len) {
        coder->is_wrong = true;
    } else if (len > 0) {
        memcpy(at, coder->in.at, len);
        coder->in = str_slice(coder->in, len, coder->in.len);
    }
}

static void code_int(Coder *coder, int *value)
{
    code_bytes(coder, value, sizeof *value);
}

static void code_bool(Coder *coder, bool *value)
{
    char byte = coder->out && *value;
    code_bytes(coder, &byte, 1);
    *value = byte != 0;
}

/* From `least` to below the limit. */
static void code_index(Coder *coder, int *value, int least, int limit)
{
    code_int(coder, value);
    if (*value < least || *value >= limit) {
        coder->is_wrong = true;
        *value = least;
    }
}

/* How many elements follow, each of at least a byte. */
static void code_count(Coder *coder, int *count)
{
    code_int(coder, count);
    if (!coder->out && (*count < 0 || (size_t)*count > coder->in.len)) {
        coder->is_wrong = true;
        *count = 0;
    }
}

static void code_str(Coder *coder, Str *text)
{
    int len = (int)text->len;
    code_count(coder, &len);
    char *at = coder->out ? NULL : arena_alloc(coder->arena, (size_t)len);
    code_bytes(coder, coder->out ? (void *)text->at : at, (size_t)len);
    if (!coder->out)
        *text = (Str){ at, (size_t)len };
}

/* The array itself when writing, a new one when reading. */
static void *code_array(Coder *coder, const void *array, int count, size_t size)
{
    return coder->out ? (void *)array : arena_array(coder->arena, (size_t)count, size);
}

static void code_ints(Coder *coder, int **values, int count)
{
    *values = code_array(coder, *values, count, sizeof **values);
    code_bytes(coder, *values, (size_t)count * sizeof **values);
}

static void code_hiding(Coder *coder, Hiding *hiding)
{
    int value = (int)*hiding;
    code_index(coder, &value, HIDING_NONE, HIDING_OTHER + 1);
    *hiding = (Hiding)value;
}

static void code_cell(Coder *coder, Cell *cell)
{
    code_bytes(coder, cell->counts, sizeof cell->counts);
    code_bytes(coder, cell->weights, sizeof cell->weights);
    code_bytes(coder, &cell->squares, sizeof cell->squares);
    code_bytes(coder, &cell->unsure_weight, sizeof cell->unsure_weight);
    code_int(coder, &cell->answered);
    code_int(coder, &cell->unsure);
    code_int(coder, &cell->blank);
    code_hiding(coder, &cell->hiding);
    code_int(coder, &cell->unit_count);
    code_bytes(coder, &cell->variance, sizeof cell->variance);
}

static void code_population(Coder *coder, const Description *description,
                            Population *population)
{
    int entries = description->group_count + 1, count = description->statement_count;
    code_ints(coder, &population->n, entries);
    code_ints(coder, &population->invited, entries);
    population->hides_n =
        code_array(coder, population->hides_n, entries, sizeof(Hiding));
    for (int group = 0; group < entries; group++)
        code_hiding(coder, &population->hides_n[group]);
    population->cells = code_array(coder, population->cells, count, sizeof(Cell *));
    for (int i = 0; i < count; i++) {
        Cell *cells = code_array(coder, population->cells[i], entries, sizeof *cells);
        for (int group = 0; group < entries; group++)
            code_cell(coder, &cells[group]);
        population->cells[i] = cells;
    }
}

static void code_quotes(Coder *coder, RoundSlice *round)
{
    const Description *description = round->description;
    int count = description->question_count;
    round->quote_counts = code_array(coder, round->quote_counts, count, sizeof(int));
    round->quotes = code_array(coder, round->quotes, count, sizeof *round->quotes);
    for (int i = 0; i < count; i++) {
        code_count(coder, &round->quote_counts[i]);
        Quote *quotes =
            code_array(coder, round->quotes[i], round->quote_counts[i], sizeof *quotes);
        for (int q = 0; q < round->quote_counts[i]; q++) {
            code_str(coder, &quotes[q].text);
            code_index(coder, &quotes[q].number, 0, round->text_count);
            code_index(coder, &quotes[q].group, 0, description->group_count);
            code_int(coder, &quotes[q].row);
            code_bool(coder, &quotes[q].is_hidden);
        }
        round->quotes[i] = quotes;
    }
}

static void code_unit_mean(Coder *coder, UnitMean *mean)
{
    code_str(coder, &mean->name);
    code_bool(coder, &mean->is_own);
    code_int(coder, &mean->rank);
    code_int(coder, &mean->answered);
    code_bytes(coder, &mean->value, sizeof mean->value);
    code_bytes(coder, &mean->variance, sizeof mean->variance);
}

static void code_unit_means(Coder *coder, RoundSlice *round)
{
    int count = round->description->statement_count;
    round->unit_means =
        code_array(coder, round->unit_means, count, sizeof *round->unit_means);
    for (int i = 0; i < count; i++) {
        UnitMeans *means = &round->unit_means[i];
        code_count(coder, &means->count);
        means->at = code_array(coder, means->at, means->count, sizeof *means->at);
        for (int unit = 0; unit < means->count; unit++)
            code_unit_mean(coder, &means->at[unit]);
    }
}

/* All questions together stand last. */
static void code_themes(Coder *coder, RoundSlice *round)
{
    int questions = round->description->question_count + 1;
    int count = round->description->theme_count;
    code_ints(coder, &round->coded_counts, questions);
    round->themes = code_array(coder, round->themes, questions, sizeof(ThemeCount *));
    for (int i = 0; i < questions; i++) {
        ThemeCount *themes = code_array(coder, round->themes[i], count, sizeof *themes);
        for (int theme = 0; theme < count; theme++) {
            code_int(coder, &themes[theme].count);
            code_bool(coder, &themes[theme].is_hidden);
        }
        round->themes[i] = themes;
    }
}

/* What all arrays are as long as; a description that was changed meanwhile is found. */
static void code_sizes(Coder *coder, const Description *description)
{
    const int own[] = { description->statement_count, description->group_count,
                        description->question_count, description->theme_count };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        int size = own[i];
        code_int(coder, &size);
        coder->is_wrong |= size != own[i];
    }
}

static void code_round(Coder *coder, RoundSlice *round)
{
    const Description *description = round->description;
    code_sizes(coder, description);
    if (coder->is_wrong)
        return;
    code_population(coder, description, &round->unit);
    code_population(coder, description, &round->region);
    code_bool(coder, &round->has_unit);
    code_int(coder, &round->unit_count);
    code_unit_means(coder, round);
    code_ints(coder, &round->ranks, description->statement_count);
    code_int(coder, &round->text_count);
    code_quotes(coder, round);
    code_ints(coder, &round->unique_counts, description->question_count);
    code_int(coder, &round->unique_count);
    code_ints(coder, &round->region_answer_counts, description->question_count);
    code_ints(coder, &round->region_unique_counts, description->question_count);
    code_int(coder, &round->region_unique_count);
    code_themes(coder, round);
    code_int(coder, &round->redacted_count);
    code_int(coder, &round->omitted_count);
}

static void code_place(Coder *coder, Place *place)
{
    code_str(coder, &place->file);
    code_int(coder, &place->line);
    code_int(coder, &place->column);
    code_int(coder, &place->row);
    code_str(coder, &place->heading);
}

static void code_colour(Coder *coder, UnitColour *colour)
{
    code_str(coder, &colour->text);
    code_bytes(coder, &colour->value, sizeof colour->value);
    code_place(coder, &colour->place);
}

static void code_unit(Coder *coder, Unit *unit)
{
    code_str(coder, &unit->number);
    code_str(coder, &unit->name);
    code_str(coder, &unit->language);
    code_str(coder, &unit->logo);
    code_place(coder, &unit->logo_place);
    code_colour(coder, &unit->brand);
    code_colour(coder, &unit->accent);
    code_bytes(coder, unit->invited, sizeof unit->invited);
}

static void code_matches(Coder *coder, int **matches, int count, int limit)
{
    code_ints(coder, matches, count);
    for (int i = 0; i < count; i++)
        coder->is_wrong |= (*matches)[i] < -1 || (*matches)[i] >= limit;
}

static void code_slice(Coder *coder, Slice *slice)
{
    const Description *description = slice->round.description;
    const Description *previous = slice->previous.description;
    char version[sizeof VERSION];
    memcpy(version, VERSION, sizeof version);
    code_bytes(coder, version, sizeof version);
    code_bool(coder, &slice->has_previous);
    coder->is_wrong |= memcmp(version, VERSION, sizeof version) != 0 ||
                       slice->has_previous != (previous != NULL);
    if (coder->is_wrong)
        return;
    code_unit(coder, &slice->unit);
    code_round(coder, &slice->round);
    if (previous)
        code_round(coder, &slice->previous);
    code_matches(coder, &slice->previous_statement, description->statement_count,
                 previous ? previous->statement_count : 0);
    code_matches(coder, &slice->previous_group, description->group_count,
                 previous ? previous->group_count : 0);
}

void slice_write(Buffer *out, const Slice *slice)
{
    Slice copy = *slice;
    Coder coder = { .out = out };
    code_slice(&coder, &copy);
    assert(!coder.is_wrong);
}

bool slice_read(Arena *arena, Str bytes, const Description *description,
                const Description *previous, Slice *out)
{
    *out = (Slice){ .round = { .description = description },
                    .previous = { .description = previous } };
    Coder coder = { .arena = arena, .in = bytes };
    code_slice(&coder, out);
    return !coder.is_wrong && coder.in.len == 0;
}
