#include "survey/profile.h"

#include "base/unicode.h"
#include "survey/codebook.h"
#include "survey/table.h"

#include <string.h>

/* A column being counted. Values beyond PROFILE_VALUE_MAX are not told apart. */
typedef struct Counter {
    Str heading;
    ToolRole role;
    const Coding *coding;
    VEC(ProfileValue) values;
    bool has_more; /* than are told apart */
    int answered, numbers, times, joined;
    size_t bytes;
    double least, most; /* of the numbers */
    bool has_fractions;
} Counter;

typedef VEC(Counter) Counters;

typedef struct Reading {
    Arena *arena;   /* what is handed out */
    Arena *scratch; /* what is counted */
    Headings headings;
    CodeBook book;
    Counters columns, questions;
    int question, value; /* of a long export: columns; else -1 */
    int completed;       /* the column that is empty for those who did not finish */
    Str last_respondent;
    int row_count, respondent_count, incomplete_count;
} Reading;

static const struct {
    ColumnKind kind;
    const char *name;
} KINDS[] = {
    {COLUMN_EMPTY,      "empty"    },
    { COLUMN_TIME,      "time"     },
    { COLUMN_IDENTITY,  "identity" },
    { COLUMN_PERSONAL,  "personal" },
    { COLUMN_TECHNICAL, "technical"},
    { COLUMN_UNIT,      "unit"     },
    { COLUMN_GROUP,     "group"    },
    { COLUMN_SCALE,     "scale"    },
    { COLUMN_RECOMMEND, "0-10"     },
    { COLUMN_CHOICE,    "choice"   },
    { COLUMN_MULTIPLE,  "multiple" },
    { COLUMN_NUMBER,    "number"   },
    { COLUMN_OPEN,      "open"     },
    { COLUMN_QUESTION,  "question" },
    { COLUMN_VALUE,     "value"    },
    { COLUMN_STATEMENT, "statement"},
    { COLUMN_COUNT,     "count"    },
    { COLUMN_SHARE,     "share"    },
};

const char *column_kind_name(ColumnKind kind)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (KINDS[i].kind == kind)
            return KINDS[i].name;
    return "";
}

/* «24.10.2024 09:13:05», 2024-10-28, 10/28/24 9:13: digits in three parts. */
static bool is_time(Str text)
{
    int parts = 0, digits = 0;
    for (size_t i = 0; i < text.len && parts < 3; i++) {
        char c = text.at[i];
        if (c >= '0' && c <= '9') {
            digits++;
        } else if ((c == '.' || c == '-' || c == '/') && digits > 0 && digits <= 4) {
            parts++;
            digits = 0;
        } else {
            parts += c == ' ' || c == 'T' ? digits > 0 : 0;
            break;
        }
    }
    return text.len >= 8 && text.len <= 32 && parts + (digits > 0) >= 3;
}

static void count_value(Arena *arena, Counter *counter, Str text)
{
    for (int i = 0; i < counter->values.count; i++)
        if (str_equal(counter->values.at[i].text, text)) {
            counter->values.at[i].count++;
            return;
        }
    if (counter->values.count == PROFILE_VALUE_MAX)
        counter->has_more = true;
    else
        vec_push(arena, &counter->values, (ProfileValue){ str_copy(arena, text), 1 });
}

static void count_number(Counter *counter, double number)
{
    if (counter->numbers == 0 || number < counter->least)
        counter->least = number;
    if (counter->numbers == 0 || number > counter->most)
        counter->most = number;
    counter->has_fractions |= number != (double)(long)number;
    counter->numbers++;
}

static void count_cell(Reading *reading, Counter *counter, Str cell)
{
    Str text = str_trim(cell);
    if (text.len == 0)
        return;
    counter->answered++;
    if (counter->role != ROLE_NONE && counter->role != ROLE_IDENTITY)
        return;
    ArenaMark mark = arena_mark(reading->arena);
    text = coding_label(counter->coding, str_fold_space(reading->arena, text));
    counter->bytes += text.len;
    double number;
    if (text.len < 16 &&
        str_to_number(str_replace(reading->arena, text, S(","), S(".")), &number))
        count_number(counter, number);
    counter->times += is_time(text);
    counter->joined += str_ends(text, S(";"));
    Str key = text.len > 120 ? str_slice(text, 0, 0) : text;
    if (key.len)
        count_value(reading->scratch, counter, key);
    else
        counter->has_more = true;
    arena_rewind(reading->arena, mark);
}

static bool is_one_of(Arena *scratch, Str text, const char *const *words)
{
    Str key = unicode_fold(scratch, str_fold_space(scratch, text));
    for (; *words; words++)
        if (str_equal_c(key, *words))
            return true;
    return false;
}

static bool holds_one_of(Arena *scratch, Str text, const char *const *words)
{
    Str key = unicode_fold(scratch, str_fold_space(scratch, text));
    for (; *words; words++)
        if (str_find(key, str_from_c(*words)) >= 0)
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
    for (int i = 0; i < reading->headings.count; i++) {
        Str heading = table_key(reading->arena,
                                headings_text(reading->arena, &reading->headings, i));
        vec_push(
            reading->scratch, &reading->columns,
            (Counter){ .heading = heading,
                       .role = headings_role(reading->scratch, &reading->headings, i),
                       .coding = codebook_find(&reading->book, heading) });
    }
    const Tool *tool = reading->headings.tool;
    for (int i = 0; i < reading->headings.count && tool && tool->completed; i++)
        if (str_equal_c(reading->columns.at[i].heading, tool->completed))
            reading->completed = i;
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
    count_cell(reading, counter_of(reading, cells[reading->question]),
               cells[reading->value]);
    if (str_equal(reading->last_respondent, cells[0]))
        return;
    reading->last_respondent = str_copy(reading->scratch, cells[0]);
    reading->respondent_count++;
    for (int i = 0; i < count && i < reading->columns.count; i++)
        if (i != reading->question && i != reading->value)
            count_cell(reading, &reading->columns.at[i], cells[i]);
}

static bool on_row(void *context, int row, const Str *cells, int count)
{
    Reading *reading = context;
    (void)row;
    if (reading->columns.count == 0) {
        if (headings_take(reading->arena, &reading->headings, cells, count))
            return true;
        take_headings(reading);
    }
    reading->row_count++;
    if (reading->question >= 0) {
        count_answer(reading, cells, count);
        return true;
    }
    reading->respondent_count++;
    for (int i = 0; i < count && i < reading->columns.count; i++)
        count_cell(reading, &reading->columns.at[i], cells[i]);
    if (reading->completed >= 0 && reading->completed < count)
        reading->incomplete_count += str_trim(cells[reading->completed]).len == 0;
    return true;
}

/* What may stand between a word for a scale and a heading: «helt_enig_pst». */
const AnswerWord *profile_share_word(Arena *scratch, Str heading)
{
    static const char *const endings[] = { "_pst",    " pst",   "_prosent", " prosent",
                                           " %",      "_andel", " andel",   "_antall",
                                           " antall", "" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        Str ending = str_from_c(endings[i]);
        if (!str_ends(heading, ending))
            continue;
        Str stem = str_slice(heading, 0, heading.len - ending.len);
        const AnswerWord *word = answer_word_find(scratch, stem);
        if (word)
            return word;
    }
    return NULL;
}

/* The families of the words that a column holds, and whether it holds others. */
static bool is_word_scale(Reading *reading, const Counter *counter,
                          AnswerFamily *family)
{
    int steps = 0;
    *family = FAMILY_MISSING;
    for (int i = 0; i < counter->values.count; i++) {
        const AnswerWord *word =
            answer_word_find(reading->scratch, counter->values.at[i].text);
        if (!word)
            return false;
        if (word->family == FAMILY_UNSURE || word->family == FAMILY_MISSING)
            continue;
        if (steps && word->family != *family)
            return false;
        *family = word->family;
        steps++;
    }
    return steps >= 2 && !counter->has_more;
}

/* Whole numbers from 1 to at most 11, few enough to be steps. */
static bool is_number_scale(const Counter *counter)
{
    return counter->numbers == counter->answered && !counter->has_fractions &&
           counter->least >= 1 && counter->most >= 2 && counter->most <= STEP_MAX &&
           counter->answered > 0;
}

static bool is_recommend(const Reading *reading, const Counter *counter)
{
    static const char *const words[] = { "0 til 10",  "0-10",    "0–10",
                                         "0 to 10",   "anbefal", "tilrå",
                                         "recommend", "nps",     NULL };
    if (counter->numbers != counter->answered || counter->has_fractions ||
        counter->least < 0 || counter->most > 10 || counter->answered == 0)
        return false;
    return counter->least == 0 ||
           holds_one_of(reading->scratch, counter->heading, words);
}

static ColumnKind kind_of_role(ToolRole role)
{
    switch (role) {
    case ROLE_IDENTITY: return COLUMN_IDENTITY;
    case ROLE_TIME: return COLUMN_TIME;
    case ROLE_PERSONAL: return COLUMN_PERSONAL;
    case ROLE_TECHNICAL: return COLUMN_TECHNICAL;
    case ROLE_NONE: break;
    }
    return COLUMN_OPEN;
}

/* What the answers alone say. */
static ColumnKind judge(Reading *reading, const Counter *counter)
{
    AnswerFamily family;
    if (counter->role != ROLE_NONE)
        return kind_of_role(counter->role);
    if (counter->answered == 0)
        return COLUMN_EMPTY;
    if (counter->times * 10 > counter->answered * 9)
        return COLUMN_TIME;
    if (is_recommend(reading, counter))
        return COLUMN_RECOMMEND;
    if (is_word_scale(reading, counter, &family))
        return family == FAMILY_YES_NO ? COLUMN_CHOICE : COLUMN_SCALE;
    if (is_number_scale(counter))
        return COLUMN_SCALE;
    if (counter->numbers * 10 > counter->answered * 9)
        return COLUMN_NUMBER;
    if (counter->joined * 10 > counter->answered * 9)
        return COLUMN_MULTIPLE;
    bool has_few = !counter->has_more && counter->values.count <= 60 &&
                   counter->values.count * 3 <= counter->answered;
    return has_few ? COLUMN_CHOICE : COLUMN_OPEN;
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
        if (!may_be || holds_one_of(reading->scratch, counter->heading, NOT_UNIT_WORDS))
            continue;
        bool names_unit = holds_one_of(reading->scratch, counter->heading, UNIT_WORDS);
        bool names_group =
            holds_one_of(reading->scratch, counter->heading, GROUP_WORDS);
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
           kind == COLUMN_CHOICE || kind == COLUMN_STATEMENT;
}

static void hand_values(Reading *reading, const Counter *counter, ProfileColumn *column)
{
    if (!keeps_values(column->kind))
        return;
    int count = counter->values.count;
    ProfileValue *values = arena_array(reading->arena, (size_t)count, sizeof *values);
    for (int i = 0; i < count; i++)
        values[i] =
            (ProfileValue){ str_copy(reading->arena, counter->values.at[i].text),
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
        columns[i] = (ProfileColumn){ .heading = counters->at[i].heading,
                                      .text = counters->at[i].coding
                                                  ? counters->at[i].coding->question
                                                  : (Str){ 0 },
                                      .kind = judge(reading, &counters->at[i]),
                                      .answered = counters->at[i].answered,
                                      .scale = -1 };
    return columns;
}

static void add_text(Arena *arena, Str text, int *count, int max, Str *texts)
{
    for (int i = 0; i < *count; i++)
        if (str_equal(texts[i], text))
            return;
    if (*count < max)
        texts[(*count)++] = str_copy(arena, text);
}

static bool is_new(const Str *texts, int count, Str text)
{
    for (int i = 0; i < count; i++)
        if (str_equal(texts[i], text))
            return false;
    return true;
}

static int rank_of(Arena *scratch, const ProfileScale *scale, Str text)
{
    const AnswerWord *word =
        scale->family == FAMILY_MISSING ? NULL : answer_word_find(scratch, text);
    long number;
    if (word)
        return word->rank;
    return str_to_integer(text, &number) ? (int)number : 0;
}

static void sort_steps(Arena *scratch, ProfileScale *scale)
{
    for (int i = 1; i < scale->step_count; i++) {
        Str step = scale->steps[i];
        int rank = rank_of(scratch, scale, step), at = i;
        for (; at > 0 && rank_of(scratch, scale, scale->steps[at - 1]) > rank; at--)
            scale->steps[at] = scale->steps[at - 1];
        scale->steps[at] = step;
    }
}

static void add_to_scale(Reading *reading, ProfileScale *scale,
                         const ProfileColumn *column)
{
    for (int i = 0; i < column->value_count; i++) {
        Str text = column->values[i].text;
        const AnswerWord *word = scale->family == FAMILY_MISSING
                                     ? NULL
                                     : answer_word_find(reading->scratch, text);
        if (word && word->family == FAMILY_UNSURE) {
            if (is_new(scale->unsure.at, scale->unsure.count, text))
                vec_push(reading->arena, &scale->unsure, text);
        } else if (word && word->family == FAMILY_MISSING) {
            if (is_new(scale->missing.at, scale->missing.count, text))
                vec_push(reading->arena, &scale->missing, text);
        } else {
            add_text(reading->arena, text, &scale->step_count, STEP_MAX, scale->steps);
        }
    }
    scale->column_count++;
}

/* Numbers: one scale for each highest number, all steps from 1 on. */
static void fill_numbers(Arena *arena, ProfileScale *scale)
{
    long most = 0, number;
    for (int i = 0; i < scale->step_count; i++)
        if (str_to_integer(scale->steps[i], &number) && number > most)
            most = number;
    scale->step_count = 0;
    for (long i = 1; i <= most && i <= STEP_MAX; i++)
        scale->steps[scale->step_count++] = str_format(arena, "%ld", i);
}

/* The family of the words that count; FAMILY_MISSING: numbers. */
static AnswerFamily family_of(Arena *scratch, const ProfileColumn *column)
{
    for (int i = 0; i < column->value_count; i++) {
        const AnswerWord *word = answer_word_find(scratch, column->values[i].text);
        if (word && word->family != FAMILY_UNSURE && word->family != FAMILY_MISSING)
            return word->family;
    }
    return FAMILY_MISSING;
}

static int find_scale(const Profile *profile, AnswerFamily family)
{
    for (int i = 0; i < profile->scale_count; i++)
        if (profile->scales[i].family == family)
            return i;
    return -1;
}

static void find_scales(Reading *reading, Profile *profile)
{
    size_t most = FAMILY_YES_NO + 1; /* one for each family */
    profile->scales = arena_array(reading->arena, most, sizeof *profile->scales);
    for (int i = 0; i < profile->column_count; i++) {
        ProfileColumn *column = &profile->columns[i];
        if (column->kind != COLUMN_SCALE)
            continue;
        AnswerFamily family = family_of(reading->scratch, column);
        column->scale = find_scale(profile, family);
        if (column->scale < 0) {
            column->scale = profile->scale_count++;
            profile->scales[column->scale].family = family;
        }
        add_to_scale(reading, &profile->scales[column->scale], column);
    }
    for (int i = 0; i < profile->scale_count; i++) {
        if (profile->scales[i].family == FAMILY_MISSING)
            fill_numbers(reading->arena, &profile->scales[i]);
        sort_steps(reading->scratch, &profile->scales[i]);
    }
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
    find_scales(reading, out);
}

static bool read_codes(Reading *reading, const SourceOptions *codes, Diags *diags)
{
    Description description = {
        .code_table = {.source = *codes,
                       .column = S("variabel"),
                       .code = S("kode"),
                       .label = S("etikett"),
                       .question = S("sporsmal")}
    };
    return codebook_read(reading->arena, &description, &reading->book, diags);
}

bool profile_read(Arena *arena, const SourceOptions *source, const SourceOptions *codes,
                  Profile *out, Diags *diags)
{
    *out = (Profile){ .path = source->path };
    Reading reading = { .arena = arena,
                        .scratch = arena_new(),
                        .question = -1,
                        .value = -1,
                        .completed = -1 };
    Arena *file = arena_new();
    bool is_good = read_codes(&reading, codes, diags) &&
                   source_read(file, source, on_row, &reading, &out->format, diags);
    arena_free(file);
    if (is_good && reading.headings.row_count && reading.columns.count == 0)
        take_headings(&reading);
    if (is_good && reading.row_count == 0) {
        diag_error(diags, (Place){ .file = source->path }, "the file has no answers");
        diag_hint(diags, "there must be rows below the headings");
        is_good = false;
    }
    if (is_good)
        hand_out(&reading, out);
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

void profile_add_heading(Arena *arena, ProfileScale *scale, Str heading)
{
    const AnswerWord *word = profile_share_word(arena, heading);
    if (word->family == FAMILY_UNSURE) {
        vec_push(arena, &scale->unsure, heading);
        return;
    }
    int at = scale->step_count < STEP_MAX ? scale->step_count++ : STEP_MAX - 1;
    for (; at > 0 && profile_share_word(arena, scale->steps[at - 1])->rank > word->rank;
         at--)
        scale->steps[at] = scale->steps[at - 1];
    scale->steps[at] = heading;
}

int profile_main_scale(const Profile *profile)
{
    int best = -1;
    for (int i = 0; i < profile->scale_count; i++)
        if (best < 0 ||
            profile->scales[i].column_count > profile->scales[best].column_count)
            best = i;
    return best;
}
