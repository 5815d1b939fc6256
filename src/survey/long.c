#include "survey/long.h"

/* Of the fixed columns. */
enum { ID };
/* What the long table itself is read by, behind the fixed columns. */
enum { QUESTION, VALUE, ANSWER_COLUMNS };

/* Respondents are found by the hash of their id; 0: free. */
enum { FIRST_SLOTS = 1024 };

typedef struct Respondent {
    Str id;
    Str *cells; /* by column of the wide table */
    int *rows;  /* the row that each came from; the first row for those not answered */
} Respondent;

typedef struct Reading {
    Arena *scratch; /* what is kept until the respondents are handed out */
    Table *wide;
    int fixed_count;
    const TableColumn *answer; /* QUESTION and VALUE */
    VEC(Respondent) respondents;
    int *slots; /* 1 + index of a respondent */
    size_t slot_count;
    Str *questions; /* what was found in the column of the question */
    Str *keys;      /* by question of the wide table: as compared */
    bool *has_answers;
    VEC(Str) unknown; /* questions that the description does not name */
    Diags *diags;
} Reading;

/* FNV-1a, 64 bits. */
static uint64_t hash_of(Str text)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * 1099511628211u;
    return hash;
}

/* The slot of an id, or the free one where it belongs. */
static int *slot_of(const Reading *reading, Str id)
{
    size_t at = hash_of(id) & (reading->slot_count - 1);
    while (reading->slots[at] &&
           !str_equal(reading->respondents.at[reading->slots[at] - 1].id, id))
        at = (at + 1) & (reading->slot_count - 1);
    return &reading->slots[at];
}

/* Half of the slots stay free. */
static void grow_slots(Reading *reading)
{
    if ((size_t)reading->respondents.count * 2 < reading->slot_count)
        return;
    reading->slot_count =
        reading->slot_count ? reading->slot_count * 2 : (size_t)FIRST_SLOTS;
    reading->slots =
        arena_array(reading->scratch, reading->slot_count, sizeof *reading->slots);
    for (int i = 0; i < reading->respondents.count; i++)
        *slot_of(reading, reading->respondents.at[i].id) = i + 1;
}

static Respondent *add_respondent(Reading *reading, const Table *table, Str id)
{
    size_t count = (size_t)reading->wide->column_count;
    Respondent added = {
        .id = str_copy(reading->scratch, id),
        .cells = arena_array(reading->scratch, count, sizeof *added.cells),
        .rows = arena_array(reading->scratch, count, sizeof *added.rows),
    };
    for (size_t i = 0; i < count; i++)
        added.rows[i] = table->row;
    for (int i = 0; i < reading->fixed_count; i++)
        added.cells[i] =
            str_copy(reading->scratch, table_cell(table, &table->columns[i]));
    vec_push(reading->scratch, &reading->respondents, added);
    return &reading->respondents.at[reading->respondents.count - 1];
}

static Respondent *respondent_of(Reading *reading, const Table *table)
{
    Str id = table_cell(table, &table->columns[ID]);
    grow_slots(reading);
    int *slot = slot_of(reading, id);
    if (*slot)
        return &reading->respondents.at[*slot - 1];
    *slot = reading->respondents.count + 1;
    return add_respondent(reading, table, id);
}

/* What the row says of its respondent must be what the first one said. */
static void check_same(Reading *reading, const Table *table,
                       const Respondent *respondent)
{
    for (int i = 0; i < reading->fixed_count; i++) {
        Str cell = table_cell(table, &table->columns[i]);
        if (str_equal(cell, respondent->cells[i]))
            continue;
        Str shown = str_shown(reading->diags->arena, cell, 60);
        Str first = str_shown(reading->diags->arena, respondent->cells[i], 60);
        diag_error(reading->diags, table_place(table, &table->columns[i]),
                   "\"%.*s\" is not what the respondent's first row says",
                   STR_ARG(shown));
        diag_hint(reading->diags, "row %d has \"%.*s\"", respondent->rows[0],
                  STR_ARG(first));
    }
}

/* Index among the columns of the wide table, or -1. */
static int find_question(const Reading *reading, Str question)
{
    for (int i = reading->fixed_count; i < reading->wide->column_count; i++)
        if (reading->keys[i].len && str_equal(reading->keys[i], question))
            return i;
    return -1;
}

static void meet_unknown(Reading *reading, Str question)
{
    for (int i = reading->unknown.count - 1; i >= 0; i--)
        if (str_equal(reading->unknown.at[i], question))
            return;
    vec_push(reading->scratch, &reading->unknown, str_copy(reading->scratch, question));
}

static void on_answer(void *context, const Table *table)
{
    Reading *reading = context;
    if (table_cell(table, &table->columns[ID]).len == 0) {
        diag_error(reading->diags, table_place(table, &table->columns[ID]),
                   "the answer is nobody's");
        diag_hint(reading->diags, "fill the cell, or take the row out");
        return;
    }
    Respondent *respondent = respondent_of(reading, table);
    check_same(reading, table, respondent);
    const TableColumn *answer = &table->columns[reading->fixed_count];
    Str cell = table_cell(table, &answer[QUESTION]);
    int found = find_question(reading, cell);
    if (found < 0) {
        ArenaMark mark = arena_mark(reading->scratch);
        found = find_question(reading, table_key(reading->scratch, cell));
        arena_rewind(reading->scratch, mark);
    }
    if (found < 0) {
        meet_unknown(reading, cell);
        return;
    }
    reading->has_answers[found] = true;
    if (respondent->cells[found].len) {
        diag_error(reading->diags, table_place(table, &answer[VALUE]),
                   "the respondent answers this question twice");
        diag_hint(reading->diags, "row %d has another answer; take one of them out",
                  respondent->rows[found]);
        return;
    }
    respondent->cells[found] =
        str_copy(reading->scratch, table_cell(table, &answer[VALUE]));
    respondent->rows[found] = table->row;
}

static bool check_questions(Reading *reading)
{
    bool is_good = true;
    for (int i = reading->fixed_count; i < reading->wide->column_count; i++) {
        const TableColumn *column = &reading->wide->columns[i];
        if (reading->has_answers[i] || column->heading.len == 0)
            continue;
        Str shown = str_shown(reading->diags->arena, column->heading, 120);
        Str nearest = str_nearest(reading->scratch, reading->keys[i],
                                  reading->unknown.at, reading->unknown.count);
        diag_error(reading->diags, column->place, "nobody answers \"%.*s\" in %.*s",
                   STR_ARG(shown), STR_ARG(reading->wide->source.path));
        if (nearest.len)
            diag_hint(reading->diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
        else
            diag_hint(reading->diags, "it must read as in the column of the question");
        is_good = false;
    }
    return is_good;
}

static bool is_unused(const StrList *unused, Str question)
{
    for (int i = 0; i < unused->count; i++)
        if (str_equal(unused->at[i], question))
            return true;
    return false;
}

static void note_unknown(const Reading *reading, const Table *table,
                         const Description *description)
{
    const TableColumn *question = &reading->answer[QUESTION];
    for (int i = 0; i < reading->unknown.count; i++) {
        if (is_unused(&description->other_columns, reading->unknown.at[i]))
            continue;
        Str shown = str_shown(reading->diags->arena, reading->unknown.at[i], 60);
        Place place = { .file = table->source.path,
                        .row = 1,
                        .heading = question->heading };
        diag_note(reading->diags, place,
                  "the question \"%.*s\" is not described and not used",
                  STR_ARG(shown));
        diag_hint(reading->diags, "list it under \"unused\" in %.*s if that is meant",
                  STR_ARG(description->path));
    }
}

static void hand_out(const Reading *reading, TableRow *on_row, void *context)
{
    Table *wide = reading->wide;
    for (int i = 0; i < wide->column_count; i++)
        wide->columns[i].index = wide->columns[i].heading.len == 0 ? -1 : i;
    for (int i = 0; i < reading->respondents.count; i++) {
        const Respondent *respondent = &reading->respondents.at[i];
        wide->row = respondent->rows[0];
        wide->cells = respondent->cells;
        wide->cell_rows = respondent->rows;
        wide->row_count++;
        on_row(context, wide);
    }
    wide->cells = NULL;
    wide->cell_rows = NULL;
}

static void prepare(Reading *reading, Arena *arena)
{
    Table *wide = reading->wide;
    size_t count = (size_t)wide->column_count;
    wide->heading_count = wide->column_count;
    wide->headings = arena_array(arena, count, sizeof *wide->headings);
    for (size_t i = 0; i < count; i++)
        wide->headings[i] = table_key(arena, wide->columns[i].heading);
    reading->keys = wide->headings;
    reading->has_answers =
        arena_array(reading->scratch, count, sizeof *reading->has_answers);
}

bool long_read(Arena *arena, Table *table, int fixed_count,
               const Description *description, TableRow *on_row, void *context,
               Diags *diags)
{
    Arena *scratch = arena_new();
    ArenaMark start = arena_mark(scratch);
    int count = fixed_count + ANSWER_COLUMNS;
    TableColumn *columns = arena_array(scratch, (size_t)count, sizeof *columns);
    for (int i = 0; i < fixed_count; i++)
        columns[i] = table->columns[i];
    TableColumn *answer = &columns[fixed_count];
    answer[QUESTION] = (TableColumn){ .heading = description->question_column,
                                      .place = description->question_column_place };
    answer[VALUE] = (TableColumn){ .heading = description->value_column,
                                   .place = description->value_column_place };
    Table answers = *table;
    answers.columns = columns;
    answers.column_count = count;
    Reading reading = { .scratch = scratch,
                        .wide = table,
                        .fixed_count = fixed_count,
                        .answer = answer,
                        .diags = diags };
    prepare(&reading, arena);
    bool is_good = table_read(scratch, &answers, on_answer, &reading, diags) &&
                   check_questions(&reading);
    if (is_good) {
        note_unknown(&reading, &answers, description);
        hand_out(&reading, on_row, context);
    }
    arena_wipe(scratch, start);
    arena_free(scratch);
    return is_good;
}
