#include "survey/companion.h"

#include "base/file.h"
#include "base/unicode.h"
#include "survey/table.h"

static const char *const COLUMN_WORDS[] = {
    "variabel", "variable", "variablename", "variable name", "kolonne",
    "column",   "item",     "felt",         "field",         NULL
};
static const char *const CODE_WORDS[] = { "kode", "code", "verdi", "value", NULL };
static const char *const LABEL_WORDS[] = { "etikett",     "label", "valuelabel",
                                           "value label", "svar",  "answer",
                                           "tekst",       "text",  NULL };
static const char *const QUESTION_WORDS[] = {
    "sporsmal",      "spørsmål",       "question", "questiontext",
    "question text", "spørsmålstekst", NULL
};
static const char *const CHOICE_WORDS[] = { "choicetext", "choice text", NULL };

/* The first row of a table. */
typedef struct First {
    Arena *arena;
    Str *cells;
    int count;
} First;

static bool take_first(void *context, int row, const Str *cells, int count)
{
    First *first = context;
    (void)row;
    first->cells = arena_array(first->arena, (size_t)count, sizeof(Str));
    first->count = count;
    for (int i = 0; i < count; i++)
        first->cells[i] = table_key(first->arena, cells[i]);
    return false;
}

/* Messages go to `diags`; none when it is to be seen whether a table is there. */
static First read_first(Arena *arena, const SourceOptions *source, Diags *diags)
{
    Diags quiet = diags_in(arena);
    First first = { .arena = arena };
    Arena *scratch = arena_new();
    source_read(scratch, source, take_first, &first, NULL, diags ? diags : &quiet);
    arena_free(scratch);
    return first;
}

/* The heading that is one of the words, or the empty text. */
static Str find_heading(const First *first, const char *const *words)
{
    for (; *words; words++)
        for (int i = 0; i < first->count; i++)
            if (str_equal_c(unicode_fold(first->arena, first->cells[i]), *words))
                return first->cells[i];
    return (Str){ 0 };
}

static bool find_columns(const First *first, CodeTable *out, Diags *diags)
{
    out->column = find_heading(first, COLUMN_WORDS);
    out->code = find_heading(first, CODE_WORDS);
    out->label = find_heading(first, LABEL_WORDS);
    out->question = find_heading(first, QUESTION_WORDS);
    if (out->column.len && out->code.len && out->label.len)
        return true;
    if (first->count == 3 && !out->column.len && !out->code.len && !out->label.len) {
        out->is_bare = true;
        out->column = S("1");
        out->code = S("2");
        out->label = S("3");
        return true;
    }
    Place place = { .file = out->source.path, .row = 1 };
    diag_error(diags, place, "these are not the headings of a table of codes");
    diag_hint(diags, "head its columns \"variabel\", \"kode\" and \"etikett\"");
    return false;
}

/* «dataset.csv» -> «labels.csv», in the same folder; empty when that is not there. */
static Str sibling(Arena *arena, Str path, Str name)
{
    Str own = S("dataset");
    size_t from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    Str file = str_slice(path, from, path.len);
    Str key = unicode_fold(arena, file);
    if (!str_starts(key, own) || key.len != file.len)
        return (Str){ 0 };
    Str made = str_format(arena, "%.*s%.*s%.*s", (int)from, path.at, STR_ARG(name),
                          STR_ARG(str_slice(file, own.len, file.len)));
    return file_exists(made) ? made : (Str){ 0 };
}

/* A table beside the export, as a file or as a sheet of the same workbook. */
static bool is_beside(Arena *arena, const SourceOptions *source, const char *name,
                      const char *sheet, SourceOptions *out)
{
    *out = (SourceOptions){ .path = sibling(arena, source->path, str_from_c(name)),
                            .is_silent = true };
    if (out->path.len)
        return true;
    *out = (SourceOptions){ .path = source->path,
                            .kind = SOURCE_XLSX,
                            .sheet = str_from_c(sheet),
                            .is_silent = true };
    return str_ends(unicode_fold(arena, source->path), S(".xlsx")) &&
           read_first(arena, out, NULL).count > 0;
}

typedef struct Asking {
    Arena *arena;
    VEC(AskedText) texts;
} Asking;

enum { ASKED_COLUMN, ASKED_TEXT, ASKED_CHOICE, ASKED_COLUMNS };

static void on_asked(void *context, const Table *table)
{
    Asking *asking = context;
    Arena *arena = asking->arena;
    Str text = table_key(arena, table_cell(table, &table->columns[ASKED_TEXT]));
    Str choice = table_key(arena, table_cell(table, &table->columns[ASKED_CHOICE]));
    if (choice.len)
        text = str_format(arena, "%.*s [%.*s]", STR_ARG(text), STR_ARG(choice));
    AskedText asked = {
        table_key(arena, table_cell(table, &table->columns[ASKED_COLUMN])), text
    };
    vec_push(arena, &asking->texts, asked);
}

/* What cannot be read is done without: the headings of the export stand instead. */
static void read_asked(Arena *arena, const SourceOptions *source, Companion *out)
{
    First first = read_first(arena, source, NULL);
    TableColumn columns[ASKED_COLUMNS] = {
        [ASKED_COLUMN] = { .heading = find_heading(&first, COLUMN_WORDS) },
        [ASKED_TEXT] = { .heading = find_heading(&first, QUESTION_WORDS) },
        [ASKED_CHOICE] = { .heading = find_heading(&first, CHOICE_WORDS) },
    };
    if (!columns[ASKED_COLUMN].heading.len || !columns[ASKED_TEXT].heading.len)
        return;
    Table table = { .source = *source,
                    .columns = columns,
                    .column_count = ASKED_COLUMNS };
    Asking asking = { .arena = arena };
    Diags quiet = diags_in(arena);
    if (!table_read(arena, &table, on_asked, &asking, &quiet))
        return;
    out->asked = asking.texts.at;
    out->asked_count = asking.texts.count;
}

bool companion_find(Arena *arena, const SourceOptions *source,
                    const SourceOptions *stated, Companion *out, Diags *diags)
{
    *out = (Companion){ .codes = { .source = *stated } };
    SourceOptions beside;
    if (!stated->path.len && is_beside(arena, source, "labels", "Labels", &beside))
        out->codes.source = beside;
    if (is_beside(arena, source, "structure", "Structure", &beside))
        read_asked(arena, &beside, out);
    if (!out->codes.source.path.len)
        return true;
    int errors = diags->counts[DIAG_ERROR];
    First first = read_first(arena, &out->codes.source, diags);
    if (diags->counts[DIAG_ERROR] > errors)
        return false;
    return find_columns(&first, &out->codes, diags);
}

Str companion_asked(const Companion *companion, Str column)
{
    for (int i = 0; i < companion->asked_count; i++)
        if (str_equal(companion->asked[i].column, column))
            return companion->asked[i].text;
    return (Str){ 0 };
}
