#include "survey/profile.h"

#include "base/unicode.h"
#include "survey/profile_scale.h"
#include "survey/table.h"

#include <string.h>

typedef VEC(Counter) Counters;

typedef struct Reading {
    Arena *arena;   /* what is handed out */
    Arena *scratch; /* what is counted */
    Arena *cell;    /* for the cell at hand */
    const SourceOptions *source;
    const SourceFormat *format;
    Diags *diags;
    Headings headings;
    CodeBook book;
    Companion companion;
    Counters columns, questions;
    int question, value; /* of a long export: columns; else -1 */
    int completed;       /* the column that tells who did not finish; or -1 */
    Str last_respondent;
    int sum_row; /* the last row, when it seems to be a sum; else 0 */
    int row_count, respondent_count, incomplete_count;
} Reading;

static bool is_one_of(Arena *scratch, Str text, const char *const *words)
{
    Str key = unicode_fold(scratch, str_fold_space(scratch, text));
    for (; *words; words++)
        if (str_equal_c(key, *words))
            return true;
    return false;
}

static const char *const QUESTION_WORDS[] = { "sporsmal", "spørsmål", "question",
                                              "item",     "variabel", "variable",
                                              NULL };
static const char *const VALUE_WORDS[] = { "verdi",  "value",    "svar",
                                           "answer", "response", NULL };
static const char *const COUNT_WORDS[] = { "n", "antall", "antall svar", "count",
                                           NULL };
/* The wording rather than its number, where both are there. */
static const char *const STATEMENT_WORDS[] = { "utsagn",    "påstand",  "utsegn",
                                               "statement", "sporsmal", "spørsmål",
                                               "question",  "id",       NULL };
static const char *const UNIT_WORDS[] = {
    "kommune",    "fylke", "municipality", "enhet",  "avdeling",
    "department", "skole", "school",       "region", "virksomhetsområde",
    NULL
};
static const char *const GROUP_WORDS[] = { "gruppe",   "group",       "rolle",
                                           "role",     "hvem er du",  "hvem svarer",
                                           "stilling", "tilhører du", NULL };
static const char *const NOT_UNIT_WORDS[] = { "nummer", "number", NULL };

/* The column headed by the first of the words that is a heading. */
static int find_heading(const Reading *reading, const char *const *words)
{
    for (; *words; words++) {
        const char *const word[] = { *words, NULL };
        for (int i = 0; i < reading->columns.count; i++)
            if (is_one_of(reading->scratch, reading->columns.at[i].heading, word))
                return i;
    }
    return -1;
}

static void take_headings(Reading *reading)
{
    const Headings *headings = &reading->headings;
    for (int i = 0; i < headings->count; i++) {
        Str heading =
            table_key(reading->arena, headings_text(reading->arena, headings, i));
        Counter counter = {
            .heading = heading,
            .asked = companion_asked(&reading->companion, heading),
            .role = headings_role(reading->scratch, headings, i),
            .coding = codebook_find(&reading->book, heading),
            .is_open = headings_is_open(headings, i),
            .joint = headings->tool ? headings->tool->joint : ";",
        };
        if (!counter.asked.len && counter.coding)
            counter.asked = counter.coding->question;
        if (counter.role == ROLE_COMPLETED)
            reading->completed = i;
        vec_push(reading->scratch, &reading->columns, counter);
    }
    reading->question = find_heading(reading, QUESTION_WORDS);
    reading->value = find_heading(reading, VALUE_WORDS);
    if (reading->question < 0 || reading->value < 0)
        reading->question = reading->value = -1;
}

static Counter *counter_of(Reading *reading, Str question)
{
    Str key = str_trim(question);
    for (int i = reading->questions.count - 1; i >= 0; i--)
        if (str_equal(reading->questions.at[i].heading, key))
            return &reading->questions.at[i];
    vec_push(reading->scratch, &reading->questions,
             (Counter){ .heading = str_copy(reading->arena, key) });
    return &reading->questions.at[reading->questions.count - 1];
}

/* An answer of a long export; what is said of its respondent counts once. */
static void count_answer(Reading *reading, const Str *cells, int count)
{
    if (reading->value >= count || reading->question >= count)
        return;
    column_add(counter_of(reading, cells[reading->question]), reading->scratch,
               reading->cell, cells[reading->value]);
    if (str_equal(reading->last_respondent, cells[0]))
        return;
    reading->last_respondent = str_copy(reading->scratch, cells[0]);
    reading->respondent_count++;
    for (int i = 0; i < count && i < reading->columns.count; i++)
        if (i != reading->question && i != reading->value)
            column_add(&reading->columns.at[i], reading->scratch, reading->cell,
                       cells[i]);
}

/* «Totalt», «Snitt»: somebody has added them up. */
static bool is_sum(const Reading *reading, const Str *cells, int count)
{
    static const char *const words[] = { "sum",   "total", "totalt",       "totals",
                                         "i alt", "snitt", "gjennomsnitt", "average",
                                         "mean",  NULL };
    enum { SUM_LEN_MAX = 20 };
    int i = 0;
    while (i < count && !str_trim(cells[i]).len)
        i++;
    ArenaMark mark = arena_mark(reading->scratch);
    bool is_one = i < count && cells[i].len < SUM_LEN_MAX &&
                  is_one_of(reading->scratch, cells[i], words);
    arena_rewind(reading->scratch, mark);
    return is_one;
}

static bool has_cells(const Reading *reading, int row, int count)
{
    int wanted = reading->headings.count;
    bool is_padded = reading->format->kind == SOURCE_XLSX && count < wanted;
    if (count == wanted || is_padded)
        return true;
    table_refuse_row((Place){ .file = reading->source->path, .row = row }, count,
                     wanted, reading->diags);
    return false;
}

static bool on_row(void *context, int row, const Str *cells, int count)
{
    Reading *reading = context;
    if (reading->columns.count == 0) {
        if (headings_take(reading->arena, &reading->headings, cells, count))
            return true;
        take_headings(reading);
    }
    if (!has_cells(reading, row, count))
        return true;
    reading->row_count++;
    reading->sum_row = is_sum(reading, cells, count) ? row : 0;
    if (reading->question >= 0) {
        count_answer(reading, cells, count);
        return true;
    }
    reading->respondent_count++;
    for (int i = 0; i < reading->columns.count; i++)
        column_add(&reading->columns.at[i], reading->scratch, reading->cell,
                   i < count ? cells[i] : (Str){ 0 });
    if (reading->completed >= 0)
        reading->incomplete_count += column_is_unfinished(
            reading->scratch,
            reading->completed < count ? cells[reading->completed] : (Str){ 0 });
    return true;
}

/* Everybody must have said it: a respondent of no group could not be counted. */
static bool is_group_sized(const Counter *counter, int respondent_count)
{
    return !counter->has_more && counter->values.count >= 2 &&
           counter->values.count <= GROUP_MAX + 1 &&
           counter->answered == respondent_count;
}

static bool is_unit_sized(const Counter *counter, int respondent_count)
{
    return !counter->has_more && counter->values.count >= 1 &&
           counter->values.count < counter->answered &&
           counter->answered == respondent_count;
}

/* By the heading; a group also where a choice of few stands before the scales. */
static void choose_unit_and_group(Reading *reading, const Counters *counters,
                                  ProfileColumn *columns)
{
    int unit = -1, group = -1;
    for (int i = 0; i < counters->count; i++) {
        const Counter *counter = &counters->at[i];
        bool is_coded = counter->coding != NULL;
        bool may_be = columns[i].kind == COLUMN_CHOICE ||
                      columns[i].kind == COLUMN_OPEN ||
                      (is_coded && columns[i].kind == COLUMN_SCALE);
        if (!may_be || column_names(reading->scratch, counter, NOT_UNIT_WORDS))
            continue;
        bool names_unit = column_names(reading->scratch, counter, UNIT_WORDS);
        bool names_group = column_names(reading->scratch, counter, GROUP_WORDS);
        if (group < 0 && names_group &&
            is_group_sized(counter, reading->respondent_count))
            group = i;
        else if (unit < 0 && names_unit &&
                 is_unit_sized(counter, reading->respondent_count))
            unit = i;
    }
    for (int i = 0; i < counters->count && group < 0; i++) {
        if (columns[i].kind == COLUMN_SCALE)
            break;
        if (columns[i].kind == COLUMN_CHOICE && i != unit &&
            is_group_sized(&counters->at[i], reading->respondent_count))
            group = i;
    }
    if (unit >= 0)
        columns[unit].kind = COLUMN_UNIT;
    if (group >= 0)
        columns[group].kind = COLUMN_GROUP;
}

static bool keeps_values(ColumnKind kind)
{
    return kind == COLUMN_UNIT || kind == COLUMN_GROUP || kind == COLUMN_SCALE ||
           kind == COLUMN_RECOMMEND || kind == COLUMN_CHOICE ||
           kind == COLUMN_STATEMENT;
}

static void hand_values(Reading *reading, const Counter *counter, ProfileColumn *column)
{
    int count = counter->values.count;
    bool has_few = column->kind == COLUMN_NUMBER && count <= STEP_MAX;
    if (!keeps_values(column->kind) && !has_few)
        return;
    ColumnValue *values = arena_array(reading->arena, (size_t)count, sizeof *values);
    for (int i = 0; i < count; i++)
        values[i] = (ColumnValue){ str_copy(reading->arena, counter->values.at[i].text),
                                   counter->values.at[i].count };
    column->values = values;
    column->value_count = count;
}

/* Counted already: the number of answers, and columns named as answers are. */
static bool judge_counted(Reading *reading, ProfileColumn *columns)
{
    int shares = 0, count = find_heading(reading, COUNT_WORDS);
    int statement = find_heading(reading, STATEMENT_WORDS);
    for (int i = 0; i < reading->columns.count; i++)
        shares += profile_share_word(reading->scratch, columns[i].heading) != NULL;
    if (shares < 2 || count < 0 || statement < 0)
        return false;
    for (int i = 0; i < reading->columns.count; i++)
        if (profile_share_word(reading->scratch, columns[i].heading) != NULL)
            columns[i].kind = COLUMN_SHARE;
        else if (columns[i].kind != COLUMN_UNIT && columns[i].kind != COLUMN_GROUP)
            columns[i].kind = COLUMN_TECHNICAL;
    columns[count].kind = COLUMN_COUNT;
    columns[statement].kind = COLUMN_STATEMENT;
    return true;
}

static ProfileColumn *judge_columns(Reading *reading, const Counters *counters)
{
    size_t count = (size_t)counters->count;
    ProfileColumn *columns = arena_array(reading->arena, count, sizeof *columns);
    for (int i = 0; i < counters->count; i++)
        columns[i] =
            (ProfileColumn){ .heading = counters->at[i].heading,
                             .text = counters->at[i].asked,
                             .kind = column_judge(&counters->at[i], reading->scratch),
                             .answered = counters->at[i].answered,
                             .scale = -1 };
    return columns;
}

static void hand_out(Reading *reading, Profile *out)
{
    bool is_long = reading->question >= 0;
    ProfileColumn *columns = judge_columns(reading, &reading->columns);
    choose_unit_and_group(reading, &reading->columns, columns);
    out->tool = reading->headings.tool;
    out->row_count = reading->row_count;
    out->respondent_count = reading->respondent_count;
    out->incomplete_count = reading->incomplete_count;
    out->columns = columns;
    out->column_count = reading->columns.count;
    if (is_long) {
        out->shape = SHAPE_LONG;
        columns[reading->question].kind = COLUMN_QUESTION;
        columns[reading->value].kind = COLUMN_VALUE;
        out->fixed = columns;
        out->fixed_count = reading->columns.count;
        out->columns = judge_columns(reading, &reading->questions);
        out->column_count = reading->questions.count;
    } else if (judge_counted(reading, columns)) {
        out->shape = SHAPE_COUNTED;
        out->respondent_count = -1;
    }
    for (int i = 0; i < out->fixed_count; i++)
        hand_values(reading, &reading->columns.at[i], &out->fixed[i]);
    const Counters *counters = is_long ? &reading->questions : &reading->columns;
    for (int i = 0; i < out->column_count; i++)
        hand_values(reading, &counters->at[i], &out->columns[i]);
    profile_find_scales(reading->arena, out);
}

static bool read_codes(Reading *reading, const SourceOptions *codes, Diags *diags)
{
    if (!companion_find(reading->arena, reading->source, codes, &reading->companion,
                        diags))
        return false;
    Description description = { .code_table = reading->companion.codes };
    return codebook_read(reading->arena, &description, &reading->book, diags);
}

/* What is no answer of somebody. */
static bool check_rows(const Reading *reading, const Profile *profile, Diags *diags)
{
    Place place = { .file = reading->source->path };
    if (reading->row_count == 0) {
        diag_error(diags, place, "the file has no answers");
        diag_hint(diags, "there must be rows below the headings");
        return false;
    }
    if (reading->sum_row && profile->shape == SHAPE_WIDE) {
        place.row = reading->sum_row;
        diag_error(diags, place, "the last row seems to be a sum, not a respondent");
        diag_hint(diags, "take the row out of the file");
        return false;
    }
    return true;
}

bool profile_read(Arena *arena, const SourceOptions *source, const SourceOptions *codes,
                  Profile *out, Diags *diags)
{
    *out = (Profile){ .path = source->path };
    Reading reading = { .arena = arena,
                        .scratch = arena_new(),
                        .cell = arena_new(),
                        .source = source,
                        .format = &out->format,
                        .diags = diags,
                        .question = -1,
                        .value = -1,
                        .completed = -1 };
    int errors = diags->counts[DIAG_ERROR];
    ArenaMark start = arena_mark(reading.scratch), empty = arena_mark(reading.cell);
    Arena *file = arena_new();
    bool is_good = read_codes(&reading, codes, diags) &&
                   source_read(file, source, on_row, &reading, &out->format, diags) &&
                   diags->counts[DIAG_ERROR] == errors;
    arena_free(file);
    if (is_good && reading.headings.row_count && reading.columns.count == 0)
        take_headings(&reading);
    if (is_good) {
        out->companion = reading.companion;
        if (reading.row_count)
            hand_out(&reading, out);
        is_good = check_rows(&reading, out, diags);
    }
    arena_wipe(reading.scratch, start);
    arena_wipe(reading.cell, empty);
    arena_free(reading.cell);
    arena_free(reading.scratch);
    return is_good;
}

const ProfileColumn *profile_find(const ProfileColumn *columns, int count,
                                  ColumnKind kind)
{
    for (int i = 0; i < count; i++)
        if (columns[i].kind == kind)
            return &columns[i];
    return NULL;
}
