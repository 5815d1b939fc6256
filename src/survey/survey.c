#include "survey/survey.h"

#include "base/buffer.h"
#include "base/messages.h"
#include "base/unicode.h"
#include "survey/aggregate.h"
#include "survey/codebook.h"
#include "survey/long.h"
#include "survey/redact.h"
#include "survey/table.h"
#include "survey/theme_table.h"

#include <string.h>

/* Columns are wanted in this order; the statements follow, then the questions. */
enum { ID, UNIT, GROUP, WEIGHT, FIRST_STATEMENT };

typedef VEC(OpenAnswer) OpenAnswers;

/* Cells that were read before, a few by column: there are not many units, groups and
 * answers on a scale, and each comes often. A cell whose places are taken is read anew
 * each time. */
enum { REMEMBERED = 32, REMEMBERED_LEN = 64, PROBES = 4 };
typedef struct Remembered {
    Str cell; /* as it stands in the file; without bytes: none yet */
    int value;
} Remembered;

/* What a cell of a column stands for: an answer, or the index of a unit or group. False
 * after an error. */
typedef struct Reading Reading;
typedef bool ReadCell(Reading *reading, const Table *table, int column, int *out);

/* So many rows tell how long rows are, and with that how many there will be. */
enum { SAMPLED_ROWS = 256 };

struct Reading {
    Arena *arena;
    Arena *scratch; /* empty again after each row */
    const Description *description;
    const Register *reg;
    Diags *diags;
    Survey *out;
    TableColumn *columns;
    CodeBook book;
    const Coding **codings; /* by wanted column; NULL: cells say what they mean */
    AnswerReader reader;
    VEC(int16_t) units;
    VEC(uint8_t) groups;
    VEC(int) rows;
    VEC(Str) ids; /* while coded answers are to be read */
    VEC(double) weights;
    size_t sampled;                       /* bytes of the first rows */
    Remembered (*remembered)[REMEMBERED]; /* by wanted column */
    int8_t **answers;                     /* by statement: room for answer_room rows */
    int answer_room;
    OpenAnswers *open; /* by question */
    bool *has_met;     /* by omission: something was left out for it */
};

static int question_column(const Reading *reading, int question)
{
    return FIRST_STATEMENT + reading->description->statement_count + question;
}

static void make_columns(Reading *reading, Table *table)
{
    const Description *from = reading->description;
    table->column_count = question_column(reading, from->question_count);
    table->columns = arena_array(reading->arena, (size_t)table->column_count,
                                 sizeof *table->columns);
    TableColumn *columns = table->columns;
    columns[ID] = (TableColumn){ from->id_column, from->id_column_place, -1 };
    columns[UNIT] = (TableColumn){ from->unit_column, from->unit_column_place, -1 };
    columns[GROUP] = (TableColumn){ from->group_column, from->group_column_place, -1 };
    columns[WEIGHT] =
        (TableColumn){ from->weight_column, from->weight_column_place, -1 };
    for (int i = 0; i < from->statement_count; i++)
        columns[FIRST_STATEMENT + i] =
            (TableColumn){ from->statements[i].column, from->statements[i].column_place,
                           -1 };
    for (int i = 0; i < from->question_count; i++)
        columns[question_column(reading, i)] =
            (TableColumn){ from->questions[i].column, from->questions[i].column_place,
                           -1 };
    reading->columns = columns;
}

/* What a cell of the row at hand says, whether it says it in words or by a code. */
static Str cell_of(const Reading *reading, const Table *table, int column)
{
    return coding_label(reading->codings[column],
                        table_cell(table, &reading->columns[column]));
}

static void find_codings(Reading *reading, int column_count)
{
    reading->codings =
        arena_array(reading->arena, (size_t)column_count, sizeof(Coding *));
    for (int i = 0; i < column_count && reading->book.coding_count; i++)
        reading->codings[i] = codebook_find(
            &reading->book, table_key(reading->scratch, reading->columns[i].heading));
}

static bool read_answer(Reading *reading, const Table *table, int column, int *out)
{
    int statement = column - FIRST_STATEMENT;
    Str key = table_key(reading->scratch, cell_of(reading, table, column));
    int answer = ANSWER_BLANK;
    if (key.len && !answer_read(&reading->reader, statement, key, &answer)) {
        answer_refuse(&reading->reader, statement, key,
                      table_place(table, &reading->columns[column]), reading->diags);
        return false;
    }
    bool is_reversed = reading->description->statements[statement].is_reversed;
    *out = answer > 0 && is_reversed
               ? description_scale(reading->description, statement)->step_count + 1 -
                     answer
               : answer;
    return true;
}

static bool read_unit(Reading *reading, const Table *table, int column, int *out)
{
    *out = register_read_unit(reading->reg, cell_of(reading, table, column),
                              table_place(table, &reading->columns[column]),
                              reading->diags);
    return *out >= 0;
}

static bool read_group(Reading *reading, const Table *table, int column, int *out)
{
    *out = register_read_group(reading->description, cell_of(reading, table, column),
                               table_place(table, &reading->columns[column]),
                               reading->diags);
    return *out >= 0;
}

/* Texts of a column differ in length, or else most often in the middle. */
static size_t slot_of(Str cell)
{
    return (cell.len + (size_t)5 * (unsigned char)cell.at[cell.len / 2]) % REMEMBERED;
}

/* Where a text is remembered, else where it may be, else NULL. */
static Remembered *find_remembered(Remembered *of_column, Str cell)
{
    for (size_t i = 0; i < PROBES; i++) {
        Remembered *known = &of_column[(slot_of(cell) + i) % REMEMBERED];
        if (known->cell.len == 0 || str_equal(known->cell, cell))
            return known;
    }
    return NULL;
}

/* Of a column that is there. */
static int read_cell(Reading *reading, const Table *table, int column, ReadCell *read)
{
    Str cell = table->cells[reading->columns[column].index];
    Remembered *known =
        cell.len ? find_remembered(reading->remembered[column], cell) : NULL;
    if (known && known->cell.len)
        return known->value;
    int value = 0;
    bool is_good = read(reading, table, column, &value);
    if (is_good && known && cell.len <= REMEMBERED_LEN)
        *known = (Remembered){ str_copy(reading->arena, cell), value };
    return value;
}

/* Nearly every cell is where it was remembered first. Blank ones and others come in no
 * order that a processor could learn, so they go the same way, without a branch. */
static void read_answers(Reading *reading, const Table *table, int row)
{
    for (int i = 0; i < reading->description->statement_count; i++) {
        int column = FIRST_STATEMENT + i, index = reading->columns[column].index;
        Str cell = index < 0 ? (Str){ 0 } : table->cells[index];
        cell.at = cell.len ? cell.at : "";
        const Remembered *known = &reading->remembered[column][slot_of(cell)];
        int answer = ANSWER_BLANK;
        if (known->cell.len == cell.len &&
            memcmp(known->cell.at, cell.at, cell.len) == 0)
            answer = known->value;
        else if (cell.len)
            answer = read_cell(reading, table, column, read_answer);
        reading->answers[i][row] = (int8_t)answer;
    }
}

static void make_answer_room(Reading *reading, int wanted)
{
    int had = reading->answer_room;
    for (int i = 0; i < reading->description->statement_count; i++)
        reading->answers[i] = arena_grow(reading->arena, reading->answers[i],
                                         (size_t)had, (size_t)wanted);
    reading->answer_room = wanted;
}

/* Makes room for all rows, once the first of them are read. */
static void reserve_rows(Reading *reading, const Table *table)
{
    enum { SPARE = 20 }; /* a twentieth more */
    for (int i = 0; i < table->heading_count; i++)
        reading->sampled += table->cells[i].len + 1;
    if (reading->rows.count != SAMPLED_ROWS)
        return;
    size_t rows = table->format.size / (reading->sampled / SAMPLED_ROWS);
    rows += rows / SPARE;
    int wanted = rows < INT32_MAX ? (int)rows : 0;
    vec_reserve(reading->arena, &reading->units, wanted);
    vec_reserve(reading->arena, &reading->groups, wanted);
    vec_reserve(reading->arena, &reading->rows, wanted);
    if (wanted > reading->answer_room)
        make_answer_room(reading, wanted);
}

static double read_weight(Reading *reading, const Table *table)
{
    const TableColumn *column = &reading->columns[WEIGHT];
    Str text = table_cell(table, column);
    Str decimal = str_replace(reading->scratch, text, S(","), S("."));
    double weight;
    if (str_to_number(decimal, &weight) && weight > 0 && weight < 1e6)
        return weight;
    Str shown = str_shown(reading->diags->arena, text, 40);
    diag_error(reading->diags, table_place(table, column), "\"%.*s\" is not a weight",
               STR_ARG(shown));
    diag_hint(reading->diags, "write a number above 0");
    return 1;
}

/* Line breaks become \n, other control characters and marks beyond MARKS_MAX on a
 * character go, the rest is NFC. Below U+0300 there are no marks and nothing composes,
 * so that most answers need not be normalised. */
static Str clean(Arena *arena, Str text)
{
    Buffer out = buffer_in(arena);
    bool is_composed = true;
    int marks = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        is_composed = is_composed && c < 0x0300;
        marks = c >= 0x0300 && unicode_is_mark(c) ? marks + 1 : 0;
        if (c >= ' ' && c < 0x7F) {
            buffer_char(&out, (char)c);
        } else if (c == '\r') {
            buffer_char(&out, '\n');
            at += at < text.len && text.at[at] == '\n';
        } else if (c == '\n' || c == 0x0085 || c == 0x2028 || c == 0x2029) {
            buffer_char(&out, '\n');
        } else if (c == '\t') {
            buffer_char(&out, ' ');
        } else if (marks <= MARKS_MAX && !unicode_is_control(c)) {
            buffer_str(&out, str_slice(text, start, at));
        }
    }
    Str cleaned = str_trim(buffer_text(&out));
    return is_composed ? cleaned : unicode_nfc(arena, cleaned);
}

/* unit: -1 when it is not known. */
static void count_omission(Reading *reading, int unit)
{
    if (unit >= 0)
        reading->out->omitted_counts[unit]++;
}

static bool is_omitted_answer(Reading *reading, Str text)
{
    const Description *description = reading->description;
    for (int i = 0; i < description->omission_count; i++) {
        Str omitted = description->omissions[i].answer;
        if (omitted.len && str_equal(str_fold_space(reading->scratch, text), omitted)) {
            reading->has_met[i] = true;
            return true;
        }
    }
    return false;
}

static bool is_omitted_row(Reading *reading, const Table *table)
{
    const Description *description = reading->description;
    Str id = description->omission_count ? table_cell(table, &reading->columns[ID])
                                         : (Str){ 0 };
    for (int i = 0; i < description->omission_count; i++) {
        Str omitted = description->omissions[i].respondent;
        if (omitted.len && str_equal(id, omitted)) {
            reading->has_met[i] = true;
            return true;
        }
    }
    return false;
}

static void read_open(Reading *reading, const Table *table, int question)
{
    Str cell = table_cell(table, &reading->columns[question_column(reading, question)]);
    Str text = clean(reading->scratch, cell);
    if (text.len == 0)
        return;
    if (is_omitted_answer(reading, text)) {
        count_omission(reading, reading->units.at[reading->rows.count - 1]);
        return;
    }
    int removed;
    text = redact_text(reading->scratch, text, &removed);
    OpenAnswer answer = { str_copy(reading->arena, text), reading->rows.count - 1,
                          removed > 0 };
    vec_push(reading->arena, &reading->open[question], answer);
}

static void on_row(void *context, const Table *table)
{
    Reading *reading = context;
    const TableColumn *columns = reading->columns;
    Arena *arena = reading->arena;
    if (is_omitted_row(reading, table)) {
        bool is_one = columns[UNIT].index < 0;
        count_omission(
            reading,
            is_one ? 0 : register_find(reading->reg, cell_of(reading, table, UNIT)));
        return;
    }
    ArenaMark mark = arena_mark(reading->scratch);
    int row = reading->rows.count;
    /* Without a column for it there is one unit, or group, that all are of. */
    int unit = columns[UNIT].index < 0 ? 0 : read_cell(reading, table, UNIT, read_unit);
    int group =
        columns[GROUP].index < 0 ? 0 : read_cell(reading, table, GROUP, read_group);
    vec_push(arena, &reading->units, (int16_t)unit);
    vec_push(arena, &reading->groups, (uint8_t)group);
    vec_push(arena, &reading->rows, table->row);
    if (reading->description->theme_table.source.path.len)
        vec_push(arena, &reading->ids,
                 str_copy(arena, table_cell(table, &columns[ID])));
    if (columns[WEIGHT].index >= 0)
        vec_push(arena, &reading->weights, read_weight(reading, table));
    if (row == reading->answer_room)
        make_answer_room(reading, row ? 2 * row : SAMPLED_ROWS);
    read_answers(reading, table, row);
    for (int i = 0; i < reading->description->question_count; i++)
        read_open(reading, table, i);
    if (reading->rows.count <= SAMPLED_ROWS)
        reserve_rows(reading, table);
    arena_rewind(reading->scratch, mark);
}

static bool is_described(const Reading *reading, const Table *table, int index)
{
    for (int i = 0; i < table->column_count; i++)
        if (table->columns[i].index == index)
            return true;
    const StrList *others = &reading->description->other_columns;
    for (int i = 0; i < others->count; i++)
        if (table_is_column(reading->scratch, table, others->at[i], index))
            return true;
    return false;
}

static void note_unknown_columns(Reading *reading, const Table *table)
{
    for (int i = 0; i < table->heading_count; i++) {
        if (is_described(reading, table, i))
            continue;
        Place place = { .file = table->source.path,
                        .row = 1,
                        .heading = table->headings[i] };
        diag_note(reading->diags, place, "column %d is not described and not used",
                  i + 1);
        diag_hint(reading->diags, "list it under \"unused\" in %.*s if that is meant",
                  STR_ARG(reading->description->path));
    }
}

static void warn_of_idle_omissions(Reading *reading)
{
    const Description *description = reading->description;
    for (int i = 0; i < description->omission_count; i++) {
        if (reading->has_met[i])
            continue;
        const Omission *omission = &description->omissions[i];
        Str what = omission->answer.len ? omission->answer : omission->respondent;
        Str shown = str_shown(reading->diags->arena, what, 60);
        diag_warning(reading->diags, omission->place,
                     "nothing was left out: no %s reads \"%.*s\"",
                     message_text(omission->answer.len ? MESSAGE("open answer")
                                                       : MESSAGE("respondent")),
                     STR_ARG(shown));
        diag_hint(reading->diags, "check the spelling, or take the entry out");
    }
}

static void hand_out(Reading *reading)
{
    const Description *description = reading->description;
    Survey *out = reading->out;
    out->respondent_count = reading->rows.count;
    out->units = reading->units.at;
    out->groups = reading->groups.at;
    out->rows = reading->rows.at;
    out->weights = reading->weights.at;
    for (int i = 0; i < description->statement_count; i++)
        out->answers[i] = reading->answers[i];
    for (int i = 0; i < description->question_count; i++) {
        out->open[i] = reading->open[i].at;
        out->open_counts[i] = reading->open[i].count;
    }
}

static void prepare(Reading *reading)
{
    Arena *arena = reading->arena;
    const Description *description = reading->description;
    size_t statements = (size_t)description->statement_count;
    size_t questions = (size_t)description->question_count;
    Survey *out = reading->out;
    reading->remembered =
        arena_array(arena, FIRST_STATEMENT + statements, sizeof *reading->remembered);
    for (size_t i = 0; i < (FIRST_STATEMENT + statements) * REMEMBERED; i++)
        reading->remembered[i / REMEMBERED][i % REMEMBERED].cell = S("");
    reading->answers = arena_array(arena, statements, sizeof *reading->answers);
    reading->open = arena_array(arena, questions, sizeof *reading->open);
    reading->has_met =
        arena_array(arena, (size_t)description->omission_count, sizeof(bool));
    reading->reader = answer_reader(arena, reading->scratch, description);
    out->answers = arena_array(arena, statements, sizeof *out->answers);
    out->open = arena_array(arena, questions, sizeof *out->open);
    out->open_counts = arena_array(arena, questions, sizeof *out->open_counts);
    out->omitted_counts = arena_array(arena, (size_t)reading->reg->unit_count,
                                      sizeof *out->omitted_counts);
}

static bool read_rows(Reading *reading)
{
    const Description *description = reading->description;
    Table table = { .source = description->export };
    make_columns(reading, &table);
    find_codings(reading, table.column_count);
    bool is_long = description->question_column.len > 0;
    bool is_good =
        is_long ? long_read(reading->arena, &table, FIRST_STATEMENT, description,
                            on_row, reading, reading->diags)
                : table_read(reading->arena, &table, on_row, reading, reading->diags);
    if (!is_good)
        return false;
    if (reading->rows.count == 0) {
        diag_error(reading->diags, (Place){ .file = table.source.path },
                   "the export has no respondents");
        diag_hint(reading->diags, "there must be rows below the headings");
        return false;
    }
    if (!is_long)
        note_unknown_columns(reading, &table);
    warn_of_idle_omissions(reading);
    hand_out(reading);
    return theme_table_read(reading->arena, reading->ids.at, reading->out,
                            reading->diags);
}

typedef int GroupCounts[GROUP_MAX];

/* How many answered, by unit. */
static GroupCounts *count_people(Arena *arena, const Survey *survey)
{
    size_t units = (size_t)survey->reg->unit_count;
    GroupCounts *people = arena_array(arena, units, sizeof *people);
    for (int i = 0; i < survey->respondent_count; i++)
        people[survey->units[i]][survey->groups[i]]++;
    int groups = survey->description->group_count;
    for (size_t i = 0; survey->counted && i < units; i++)
        for (int group = 0; survey->counted[i].n && group < groups; group++)
            people[i][group] = survey->counted[i].n[group];
    return people;
}

/* A response rate above 100 %, and an interval that takes all to have answered. */
static void warn_of_uninvited(Arena *scratch, const Survey *survey, Diags *diags)
{
    const Register *reg = survey->reg;
    GroupCounts *people = count_people(scratch, survey);
    for (int unit = 0; unit < reg->unit_count; unit++)
        for (int group = 0; group < survey->description->group_count; group++) {
            int invited = reg->units[unit].invited[group];
            if (invited < 0 || people[unit][group] <= invited)
                continue;
            diag_warning(diags, reg->invited_places[unit][group],
                         "%d were invited, but %d answered", invited,
                         people[unit][group]);
            diag_hint(diags,
                      "mend the number, or take the row out: no response rate is "
                      "printed then");
        }
}

bool survey_read(Arena *arena, const Description *description, const Register *reg,
                 Survey *out, Diags *diags)
{
    *out = (Survey){ .description = description, .reg = reg };
    Reading reading = { .arena = arena,
                        .scratch = arena_new(),
                        .description = description,
                        .reg = reg,
                        .diags = diags,
                        .out = out };
    ArenaMark start = arena_mark(reading.scratch);
    prepare(&reading);
    bool is_good = description->statement_column.len
                       ? aggregate_read(arena, description, reg, &out->counted, diags)
                       : codebook_read(arena, description, &reading.book, diags) &&
                             read_rows(&reading);
    if (is_good)
        warn_of_uninvited(reading.scratch, out, diags);
    /* Answers, before what is personal was removed. */
    arena_wipe(reading.scratch, start);
    arena_free(reading.scratch);
    if (!is_good)
        *out = (Survey){ .description = description, .reg = reg };
    return is_good;
}
