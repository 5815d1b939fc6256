#include "survey/theme_table.h"

#include "survey/table.h"

enum { RESPONDENT, QUESTION, THEME, COLUMN_COUNT };

typedef struct Reading {
    Arena *arena;
    const Survey *survey;
    const Str *ids;
    VEC(RaisedTheme) raised;
    int respondent; /* last found: the file is most often in the export's order */
    Diags *diags;
} Reading;

static int find_respondent(Reading *reading, Str id)
{
    int count = reading->survey->respondent_count;
    for (int step = 0; step < count; step++) {
        int i = (reading->respondent + step) % count;
        if (str_equal(reading->ids[i], id))
            return reading->respondent = i;
    }
    return -1;
}

static void refuse(Reading *reading, const Table *table, int column, const char *what,
                   const Str *known, int count)
{
    Str text = table_cell(table, &table->columns[column]);
    Str shown = str_shown(reading->diags->arena, text, 60);
    diag_error(reading->diags, table_place(table, &table->columns[column]),
               "there is no %s \"%.*s\"", what, STR_ARG(shown));
    Str nearest = str_nearest(reading->diags->arena, text, known, count);
    if (nearest.len)
        diag_hint(reading->diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(reading->diags, "they are described in %.*s",
                  STR_ARG(reading->survey->description->path));
}

static int find_question(Reading *reading, const Table *table)
{
    const Description *description = reading->survey->description;
    Str text = table_cell(table, &table->columns[QUESTION]);
    int count = description->question_count;
    for (int i = 0; i < count; i++)
        if (str_equal(description->questions[i].code, text))
            return i;
    Str *known = arena_array(reading->arena, (size_t)count, sizeof *known);
    for (int i = 0; i < count; i++)
        known[i] = description->questions[i].code;
    refuse(reading, table, QUESTION, "question", known, count);
    return -1;
}

static int find_theme(Reading *reading, const Table *table)
{
    const Description *description = reading->survey->description;
    Str text = table_cell(table, &table->columns[THEME]);
    int count = description->theme_count;
    for (int i = 0; i < count; i++)
        if (str_equal(description->themes[i].code, text))
            return i;
    Str *known = arena_array(reading->arena, (size_t)count, sizeof *known);
    for (int i = 0; i < count; i++)
        known[i] = description->themes[i].code;
    refuse(reading, table, THEME, "theme", known, count);
    return -1;
}

static bool has_answer(const Survey *survey, RaisedTheme raised)
{
    const OpenAnswer *answers = survey->open[raised.question];
    int from = 0, to = survey->open_counts[raised.question];
    while (from < to) { /* in row order */
        int middle = from + (to - from) / 2;
        if (answers[middle].respondent < raised.respondent)
            from = middle + 1;
        else
            to = middle;
    }
    return from < survey->open_counts[raised.question] &&
           answers[from].respondent == raised.respondent;
}

/* Rows of one answer stand together, or the file is no longer the analyst's. */
static bool is_new(Reading *reading, const Table *table, RaisedTheme raised)
{
    for (int i = reading->raised.count - 1; i >= 0; i--) {
        RaisedTheme before = reading->raised.at[i];
        if (before.respondent != raised.respondent)
            break;
        if (before.question != raised.question || before.theme != raised.theme)
            continue;
        diag_error(reading->diags, table_place(table, &table->columns[THEME]),
                   "the answer has this theme already");
        diag_hint(reading->diags, "take one of the rows out");
        return false;
    }
    return true;
}

static void on_row(void *context, const Table *table)
{
    Reading *reading = context;
    Str id = table_cell(table, &table->columns[RESPONDENT]);
    RaisedTheme raised = { .respondent = find_respondent(reading, id),
                           .question = find_question(reading, table),
                           .theme = find_theme(reading, table) };
    if (raised.question < 0 || raised.theme < 0)
        return;
    if (raised.respondent >= 0 && has_answer(reading->survey, raised)) {
        if (is_new(reading, table, raised))
            vec_push(reading->arena, &reading->raised, raised);
        return;
    }
    Str shown = str_shown(reading->diags->arena, id, 40);
    diag_warning(reading->diags, table_place(table, &table->columns[RESPONDENT]),
                 "the respondent \"%.*s\" has no answer to this question",
                 STR_ARG(shown));
    diag_hint(reading->diags, "it is blank, or left out; take the row out");
}

bool theme_table_read(Arena *arena, const Str *ids, Survey *out, Diags *diags)
{
    const ThemeTable *from = &out->description->theme_table;
    if (from->source.path.len == 0)
        return true;
    Reading reading = { .arena = arena, .survey = out, .ids = ids, .diags = diags };
    TableColumn columns[COLUMN_COUNT] = {
        [RESPONDENT] = {.heading = from->respondent, .place = from->respondent_place},
        [QUESTION] = { .heading = from->question,  .place = from->question_place  },
        [THEME] = { .heading = from->theme,     .place = from->theme_place     },
    };
    Table table = { .source = from->source,
                    .columns = columns,
                    .column_count = COLUMN_COUNT };
    if (!table_read(arena, &table, on_row, &reading, diags))
        return false;
    out->raised = reading.raised.at;
    out->raised_count = reading.raised.count;
    return true;
}
