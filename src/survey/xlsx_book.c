#include "survey/xlsx_book.h"

#include "base/buffer.h"

#include <string.h>

enum { SHEET_LIST_MAX = 10 };

typedef struct Relation {
    Str id, target;
} Relation;

/* What the workbook says about its sheets. */
typedef struct Workbook {
    Arena *arena;
    VEC(XlsxSheet) sheets; /* `part`: at first the id of the relation */
    VEC(Relation) relations;
    bool is_from_1904;
} Workbook;

/* Counts the rows that are wide enough for a table. */
typedef struct Peek {
    XlsxFile *file;
    int cells, rows;
    bool is_in_cell;
} Peek;

static Str attribute_text(Arena *arena, const char **attributes, const char *name)
{
    return str_copy(arena, str_from_c(xlsx_attribute(attributes, name)));
}

static void on_workbook(void *context, const char *name, const char **attributes)
{
    Workbook *book = context;
    if (strcmp(name, "sheet") == 0) {
        Str state = str_from_c(xlsx_attribute(attributes, "state"));
        XlsxSheet sheet = { .name = attribute_text(book->arena, attributes, "name"),
                            .part = attribute_text(book->arena, attributes, "id"),
                            .is_hidden =
                                state.len > 0 && !str_equal_c(state, "visible") };
        vec_push(book->arena, &book->sheets, sheet);
    } else if (strcmp(name, "workbookPr") == 0) {
        const char *value = xlsx_attribute(attributes, "date1904");
        book->is_from_1904 = value && (*value == '1' || *value == 't');
    }
}

/* A target is relative to the folder xl/, or begins with a slash. */
static void on_relation(void *context, const char *name, const char **attributes)
{
    Workbook *book = context;
    if (strcmp(name, "Relationship") != 0)
        return;
    Str target = str_from_c(xlsx_attribute(attributes, "Target"));
    Relation relation = {
        .id = attribute_text(book->arena, attributes, "Id"),
        .target = str_starts(target, S("/"))
                      ? str_copy(book->arena, str_slice(target, 1, target.len))
                      : str_concat(book->arena, S("xl/"), target),
    };
    vec_push(book->arena, &book->relations, relation);
}

static void ignore_end(void *context, const char *name)
{
    (void)context;
    (void)name;
}

static void find_part(const Workbook *book, XlsxSheet *sheet)
{
    Str id = sheet->part;
    sheet->part = (Str){ 0 };
    sheet->is_from_1904 = book->is_from_1904;
    for (int i = 0; i < book->relations.count; i++)
        if (str_equal(book->relations.at[i].id, id))
            sheet->part = book->relations.at[i].target;
}

static void refuse_sheet(const Workbook *book, const SourceOptions *options,
                         Diags *diags)
{
    Buffer names = buffer_in(book->arena);
    for (int i = 0; i < book->sheets.count && i < SHEET_LIST_MAX; i++) {
        Str shown = str_shown(book->arena, book->sheets.at[i].name, 60);
        buffer_format(&names, "%s\"%.*s\"", i ? ", " : "", STR_ARG(shown));
    }
    diag_error(diags, (Place){ .file = options->path },
               "there is no sheet \"%.*s\" in the workbook", STR_ARG(options->sheet));
    diag_hint(diags, "its sheets are %.*s", STR_ARG(buffer_text(&names)));
}

static void peek_start(void *context, const char *name, const char **attributes)
{
    Peek *peek = context;
    (void)attributes;
    if (strcmp(name, "row") == 0)
        peek->cells = 0;
    else if (strcmp(name, "c") == 0)
        peek->is_in_cell = true;
    else if (peek->is_in_cell && (strcmp(name, "v") == 0 || strcmp(name, "is") == 0))
        peek->cells++;
}

static void peek_end(void *context, const char *name)
{
    Peek *peek = context;
    if (strcmp(name, "c") == 0)
        peek->is_in_cell = false;
    if (strcmp(name, "row") == 0 && peek->cells >= XLSX_TABLE_MIN && ++peek->rows == 2)
        xlsx_stop(peek->file);
}

/* What is damaged is for the reading itself to say. */
static bool has_table(XlsxFile *file, Arena *arena, const XlsxSheet *sheet)
{
    static const XlsxHandlers handlers = { peek_start, peek_end, NULL };
    Peek peek = { .file = file };
    const char *part = str_c(arena, sheet->part);
    return xlsx_has_part(file, part) &&
           (!xlsx_try(file, part, &handlers, &peek) || peek.rows >= 2);
}

static const XlsxSheet *choose_sheet(XlsxFile *file, const Workbook *book)
{
    const XlsxSheet *first = NULL;
    for (int i = 0; i < book->sheets.count; i++) {
        const XlsxSheet *sheet = &book->sheets.at[i];
        if (sheet->is_hidden)
            continue;
        if (has_table(file, book->arena, sheet))
            return sheet;
        if (!first)
            first = sheet;
    }
    return first ? first : &book->sheets.at[0];
}

static const XlsxSheet *named_sheet(const Workbook *book, Str name)
{
    for (int i = 0; i < book->sheets.count; i++)
        if (str_equal(book->sheets.at[i].name, name))
            return &book->sheets.at[i];
    return NULL;
}

bool xlsx_find_sheet(XlsxFile *file, Arena *arena, const SourceOptions *options,
                     XlsxSheet *out, Diags *diags)
{
    static const XlsxHandlers workbook = { on_workbook, ignore_end, NULL };
    static const XlsxHandlers relations = { on_relation, ignore_end, NULL };
    Workbook book = { .arena = arena };
    if (!xlsx_parse(file, "xl/workbook.xml", &workbook, &book) ||
        !xlsx_parse(file, "xl/_rels/workbook.xml.rels", &relations, &book))
        return false;
    for (int i = 0; i < book.sheets.count; i++)
        find_part(&book, &book.sheets.at[i]);
    if (book.sheets.count == 0) {
        diag_error(diags, (Place){ .file = options->path },
                   "the workbook has no sheets");
        diag_hint(diags, "fetch it again from where it came from");
        return false;
    }
    const XlsxSheet *sheet = options->sheet.len ? named_sheet(&book, options->sheet)
                                                : choose_sheet(file, &book);
    if (sheet)
        *out = *sheet;
    else
        refuse_sheet(&book, options, diags);
    return sheet != NULL;
}
