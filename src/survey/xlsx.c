#include "survey/xlsx.h"

#include "base/buffer.h"
#include "survey/xlsx_book.h"
#include "survey/xlsx_style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The texts of all cells that hold a number of one. */
typedef struct SharedTexts {
    Arena *arena;
    Buffer text; /* of the one being read */
    VEC(Str) texts;
    bool is_in_text; /* within <t> */
    int hidden;      /* depth of <rPh>: how a text is pronounced */
} SharedTexts;

typedef enum CellType {
    CELL_NUMBER,
    CELL_SHARED,
    CELL_TEXT,
    CELL_BOOLEAN,
} CellType;

/* The sheet being read. */
typedef struct Rows {
    Arena *arena;
    XlsxFile *file;
    const SourceOptions *options;
    Diags *diags;
    const SharedTexts *shared;
    XlsxStyles styles;
    bool is_from_1904;
    SourceRow *on_row;
    void *context;
    int row;    /* as the sheet counts them */
    int column; /* of the cell being read */
    CellType type;
    int style;
    bool is_in_row, is_in_cell, is_in_value;
    int hidden;       /* depth of <rPh> */
    Buffer value;     /* of the cell being read */
    Arena *row_arena; /* empty again after each row */
    ArenaMark row_start;
    VEC(Str) cells;
    bool is_good;
} Rows;

/* Characters that XML cannot hold are written as _x000D_. */
static void put_text(Buffer *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned code = 0;
        bool is_code =
            text.len - i >= 7 && text.at[i] == '_' && text.at[i + 1] == 'x' &&
            text.at[i + 6] == '_' &&
            sscanf(str_c(out->arena, str_slice(text, i + 2, i + 6)), "%4x", &code) == 1;
        if (is_code && code > 0 && code < ' ') {
            buffer_char(out, (char)code);
            i += 6;
        } else {
            buffer_char(out, text.at[i]);
        }
    }
}

static void on_shared_start(void *context, const char *name, const char **attributes)
{
    (void)attributes;
    SharedTexts *shared = context;
    if (strcmp(name, "si") == 0)
        shared->text.len = 0;
    shared->hidden += strcmp(name, "rPh") == 0;
    shared->is_in_text = strcmp(name, "t") == 0 && shared->hidden == 0;
}

static void on_shared_end(void *context, const char *name)
{
    SharedTexts *shared = context;
    shared->is_in_text = false;
    shared->hidden -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") == 0) {
        Buffer clean = buffer_in(shared->arena);
        put_text(&clean, buffer_text(&shared->text));
        vec_push(shared->arena, &shared->texts, buffer_text(&clean));
    }
}

static void on_shared_text(void *context, Str text)
{
    SharedTexts *shared = context;
    if (shared->is_in_text)
        buffer_str(&shared->text, text);
}

static bool read_shared(XlsxFile *file, SharedTexts *shared)
{
    static const XlsxHandlers handlers = { on_shared_start, on_shared_end,
                                           on_shared_text };
    static const char part[] = "xl/sharedStrings.xml";
    return !xlsx_has_part(file, part) || xlsx_parse(file, part, &handlers, shared);
}

static Place place_of_row(const Rows *rows)
{
    return (Place){ .file = rows->options->path, .row = rows->row };
}

static void stop(Rows *rows)
{
    rows->is_good = false;
    xlsx_stop(rows->file);
}

/* "BC14": column 54, counted from 0. -1 when it is no such place. */
static int column_of(const char *reference)
{
    int column = 0;
    for (; *reference >= 'A' && *reference <= 'Z' && column <= XLSX_COLUMN_MAX;
         reference++)
        column = column * 26 + (*reference - 'A' + 1);
    return column <= XLSX_COLUMN_MAX ? column - 1 : -1;
}

static void begin_row(Rows *rows, const char **attributes)
{
    const char *number = xlsx_attribute(attributes, "r");
    int row = number ? atoi(number) : rows->row + 1;
    bool is_sound = !rows->is_in_row && row > rows->row && row <= XLSX_ROW_MAX;
    rows->row = is_sound ? row : rows->row + 1;
    rows->column = -1;
    rows->cells.count = 0;
    rows->is_in_row = true;
    if (is_sound)
        return;
    diag_error(rows->diags, place_of_row(rows),
               "the workbook is damaged: its rows are not in order");
    diag_hint(rows->diags, "open it in a spreadsheet and save it anew as .xlsx");
    stop(rows);
}

static CellType type_of(const char *name)
{
    static const struct {
        const char *name;
        CellType type;
    } types[] = {
        {"n",          CELL_NUMBER },
        { "s",         CELL_SHARED },
        { "b",         CELL_BOOLEAN},
        { "str",       CELL_TEXT   },
        { "inlineStr", CELL_TEXT   },
        { "e",         CELL_TEXT   },
        { "d",         CELL_TEXT   },
    };
    for (size_t i = 0; name && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, name) == 0)
            return types[i].type;
    return CELL_NUMBER;
}

static void begin_cell(Rows *rows, const char **attributes)
{
    const char *reference = xlsx_attribute(attributes, "r");
    const char *style = xlsx_attribute(attributes, "s");
    int column = reference ? column_of(reference) : rows->column + 1;
    bool is_sound = rows->is_in_row && !rows->is_in_cell && column > rows->column &&
                    column < XLSX_COLUMN_MAX;
    rows->type = type_of(xlsx_attribute(attributes, "t"));
    rows->style = style ? atoi(style) : 0;
    rows->value.len = 0;
    rows->is_in_cell = true;
    if (is_sound) {
        rows->column = column;
        return;
    }
    diag_error(rows->diags, place_of_row(rows),
               "the workbook is damaged: the cells of the row are not in order");
    diag_hint(rows->diags, "open it in a spreadsheet and save it anew as .xlsx");
    stop(rows);
}

static void on_row_start(void *context, const char *name, const char **attributes)
{
    Rows *rows = context;
    rows->is_in_value = false;
    if (strcmp(name, "row") == 0)
        begin_row(rows, attributes);
    else if (strcmp(name, "c") == 0)
        begin_cell(rows, attributes);
    else if (strcmp(name, "rPh") == 0)
        rows->hidden++;
    else
        rows->is_in_value = rows->is_in_cell && rows->hidden == 0 &&
                            (strcmp(name, "v") == 0 || strcmp(name, "t") == 0);
}

/* A number as it is shown: 0.1, where 0.10000000000000001 is stored. */
static Str number_text(const Rows *rows, Str text)
{
    enum { EXACT = 15 };
    const char *c_text = str_c(rows->row_arena, text);
    char *end;
    double number = strtod(c_text, &end);
    if (*end || end == c_text)
        return text;
    bool is_date = rows->style > 0 && rows->style < rows->styles.count &&
                   rows->styles.is_date[rows->style];
    if (is_date) {
        Str date = xlsx_date_text(rows->row_arena, number, rows->is_from_1904);
        if (date.len)
            return date;
    }
    return text.len <= EXACT ? text
                             : str_format(rows->row_arena, "%.*g", EXACT, number);
}

static Str shared_text(Rows *rows, Str text)
{
    long index;
    if (str_to_integer(text, &index) && index >= 0 && index < rows->shared->texts.count)
        return rows->shared->texts.at[index];
    diag_error(rows->diags, place_of_row(rows),
               "the workbook is damaged: a cell names a text that is not there");
    diag_hint(rows->diags, "open it in a spreadsheet and save it anew as .xlsx");
    stop(rows);
    return (Str){ 0 };
}

static Str cell_text(Rows *rows)
{
    Str value = buffer_text(&rows->value);
    switch (rows->type) {
    case CELL_SHARED: return shared_text(rows, str_trim(value));
    case CELL_BOOLEAN:
        return str_equal_c(str_trim(value), "1") ? S("TRUE") : S("FALSE");
    case CELL_NUMBER: return number_text(rows, str_trim(value));
    case CELL_TEXT: break;
    }
    Buffer text = buffer_in(rows->row_arena);
    put_text(&text, value);
    return buffer_text(&text);
}

static void end_cell(Rows *rows)
{
    if (rows->value.len == 0)
        return;
    Str text = cell_text(rows);
    if (text.len == 0 || !rows->is_good)
        return;
    while (rows->cells.count < rows->column)
        vec_push(rows->arena, &rows->cells, (Str){ 0 });
    vec_push(rows->arena, &rows->cells, str_copy(rows->row_arena, text));
}

static void end_row(Rows *rows)
{
    if (rows->cells.count > 0 && rows->is_good &&
        !rows->on_row(rows->context, rows->row, rows->cells.at, rows->cells.count))
        stop(rows);
}

static void on_row_end(void *context, const char *name)
{
    Rows *rows = context;
    rows->is_in_value = false;
    if (strcmp(name, "c") == 0) {
        rows->is_in_cell = false;
        end_cell(rows);
    } else if (strcmp(name, "rPh") == 0) {
        rows->hidden--;
    } else if (strcmp(name, "row") == 0) {
        rows->is_in_row = false;
        end_row(rows);
        arena_rewind(rows->row_arena, rows->row_start);
    }
}

static void on_row_text(void *context, Str text)
{
    Rows *rows = context;
    if (rows->is_in_value)
        buffer_str(&rows->value, text);
}

static bool read_rows(Rows *rows, Str part)
{
    static const XlsxHandlers handlers = { on_row_start, on_row_end, on_row_text };
    rows->row_arena = arena_new();
    rows->row_start = arena_mark(rows->row_arena);
    bool is_read = xlsx_parse(rows->file, str_c(rows->arena, part), &handlers, rows);
    arena_wipe(rows->row_arena, rows->row_start);
    arena_free(rows->row_arena);
    return is_read && rows->is_good;
}

bool xlsx_read(Arena *scratch, const SourceOptions *options, SourceRow *on_row,
               void *context, SourceFormat *found, Diags *diags)
{
    *found = (SourceFormat){ .kind = SOURCE_XLSX,
                             .encoding = ENCODING_UTF8,
                             .is_certain = true };
    XlsxFile *file = xlsx_open(scratch, options->path, diags);
    if (!file)
        return false;
    XlsxSheet sheet;
    SharedTexts shared = { .arena = scratch, .text = buffer_in(scratch) };
    Rows rows = { .arena = scratch,
                  .file = file,
                  .options = options,
                  .diags = diags,
                  .shared = &shared,
                  .on_row = on_row,
                  .context = context,
                  .value = buffer_in(scratch),
                  .is_good = true };
    bool is_good = xlsx_find_sheet(file, scratch, options, &sheet, diags) &&
                   xlsx_read_styles(file, scratch, &rows.styles) &&
                   read_shared(file, &shared);
    if (is_good) {
        found->sheet = str_copy(diags->arena, sheet.name);
        rows.is_from_1904 = sheet.is_from_1904;
        is_good = read_rows(&rows, sheet.part);
    }
    xlsx_close(file);
    return is_good;
}
