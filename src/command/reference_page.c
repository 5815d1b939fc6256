#include "command/reference_page.h"

#include "base/buffer.h"
#include "base/picture.h"
#include "base/unicode.h"
#include "compose/chart.h"
#include "compose/compose.h"
#include "layout/names.h"
#include "layout/theme.h"
#include "survey/csv.h"
#include "survey/description.h"
#include "survey/grid.h"
#include "survey/xlsx.h"
#include "survey/xlsx_part.h"

static const char INTRODUCTION[] =
    "# Reference\n"
    "All that may stand in a file, and all that the program says. `make docs` writes "
    "this page from\nthe tables that the program reads by; a test fails when the two "
    "differ.\n"
    "\n"
    "A text stands once, or once for each language: `Hei`, or `{nb: Hei, nn: Hei, en: "
    "Hi}`. An id is\nmade of the letters a to z, digits and hyphens, a letter first. A "
    "path is relative to the file\nthat names it.\n";

/* A cell of a table: a "|" would end it. */
static void write_cell(Buffer *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '|')
            buffer_char(out, '\\');
        buffer_char(out, text.at[i]);
    }
    buffer_c(out, " | ");
}

static void write_row(Buffer *out, const char *const *cells, int count)
{
    buffer_c(out, "| ");
    for (int i = 0; i < count; i++)
        write_cell(out, str_from_c(cells[i]));
    out->len--; /* the blank at the end */
    buffer_char(out, '\n');
}

static void write_head(Buffer *out, const char *const *cells, int count)
{
    buffer_char(out, '\n');
    write_row(out, cells, count);
    buffer_char(out, '|');
    for (int i = 0; i < count; i++)
        buffer_c(out, " --- |");
    buffer_char(out, '\n');
}

static const char *type_name(FieldType type)
{
    switch (type) {
    case FIELD_STRING: return "text";
    case FIELD_WORDING: return "text by language";
    case FIELD_ID: return "id";
    case FIELD_PATH: return "path";
    case FIELD_INTEGER: return "whole number";
    case FIELD_NUMBER: return "number";
    case FIELD_BOOL: return "yes or no";
    case FIELD_DATE: return "day, as 2024-11-28";
    case FIELD_COLOUR: return "colour, as \"#1B2A34\"";
    case FIELD_CHOICE: return "one of";
    case FIELD_STRINGS: return "list of texts";
    case FIELD_NODE: return "as described";
    case FIELD_OBJECT: return "mapping";
    case FIELD_OBJECTS: return "list of mappings";
    case FIELD_OBJECT_MAP: return "mappings by id";
    }
    return "";
}

static Str number_text(Arena *arena, double number)
{
    Buffer text = buffer_in(arena);
    buffer_number(&text, number);
    return buffer_text(&text);
}

/* "whole number, 1 to 11"; "one of stacked, bar" */
static Str value_text(Arena *arena, const Field *field)
{
    Str text = str_from_c(type_name(field->type));
    for (int i = 0; field->type == FIELD_CHOICE && field->choices[i]; i++)
        text = str_format(arena, "%.*s%s`%s`", STR_ARG(text), i ? ", " : " ",
                          field->choices[i]);
    bool is_number = field->type == FIELD_INTEGER || field->type == FIELD_NUMBER;
    if (!is_number || (field->min == 0 && field->max == 0))
        return text;
    Str min = number_text(arena, field->min), max = number_text(arena, field->max);
    if (field->max < field->min)
        return str_format(arena, "%.*s from %.*s on", STR_ARG(text), STR_ARG(min));
    return str_format(arena, "%.*s, %.*s to %.*s", STR_ARG(text), STR_ARG(min),
                      STR_ARG(max));
}

static void write_field(Buffer *out, const Field *field)
{
    Arena *arena = out->arena;
    Str key = str_format(arena, "`%s`", field->key);
    Str value = value_text(arena, field);
    Str fallback = field->is_required ? S("**required**") : (Str){ 0 };
    if (field->fallback && !field->is_required)
        fallback = str_format(arena, "`%s`", field->fallback);
    buffer_c(out, "| ");
    write_cell(out, key);
    write_cell(out, value);
    write_cell(out, fallback);
    write_cell(out, str_from_c(field->help));
    out->len--;
    buffer_char(out, '\n');
}

static void write_fields(Buffer *out, const Schema *schema)
{
    static const char *const HEAD[] = { "key", "value", "default", "what it is" };
    write_head(out, HEAD, 4);
    for (int i = 0; i < schema->field_count; i++)
        write_field(out, &schema->fields[i]);
}

/* The thing's name, and its help as a sentence, with what is to be said further. */
static void write_heading(Buffer *out, const char *name, const char *help,
                          const char *further)
{
    char first = *help >= 'a' && *help <= 'z' ? (char)(*help - 'a' + 'A') : *help;
    buffer_format(out, "\n### `%s`\n%c%s.%s\n", name, first, help + 1, further);
}

/* A file and, below it, the mappings in it, each under the path of its keys. */
static void write_schema(Buffer *out, const Schema *schema, Str path)
{
    if (path.len)
        write_heading(out, str_c(out->arena, path), schema->help, "");
    write_fields(out, schema);
    for (int i = 0; i < schema->field_count; i++) {
        const Field *field = &schema->fields[i];
        if (!field->schema)
            continue;
        const char *item = field->type == FIELD_OBJECTS      ? "[]"
                           : field->type == FIELD_OBJECT_MAP ? ".ID"
                                                             : "";
        write_schema(out, field->schema,
                     str_format(out->arena, "%.*s%s%s%s", STR_ARG(path),
                                path.len ? "." : "", field->key, item));
    }
}

/* What a kind's `each` must name, as a sentence. */
static const char *each_text(const LayoutKind *kind)
{
    if (kind->needs_statement)
        return " Its `each` names statements.";
    if (kind->needs_question)
        return " Its `each` names questions.";
    if (kind->needs_recommend)
        return " Its `each` names questions from 0 to 10.";
    return kind->needs_section ? " Its `each` names sections." : "";
}

static void write_layout(Buffer *out)
{
    buffer_c(out, "\n## The layout\n");
    write_fields(out, &layout_schema);
    write_heading(out, "deck", layout_deck_schema.help, "");
    write_fields(out, &layout_deck_schema);
    buffer_c(out, "\n### `slides[]`\nThe keys of every slide.\n");
    write_fields(out, &layout_slide_schema);
    LayoutKinds kinds = compose_kinds();
    for (int i = 0; i < kinds.count; i++) {
        const LayoutKind *kind = kinds.at[i];
        Str name = str_format(out->arena, "slide: %s", kind->name);
        Str needs = str_format(
            out->arena, "%s%s",
            kind->is_title_optional ? "" : " It must have a `title`.", each_text(kind));
        write_heading(out, str_c(out->arena, name), kind->help,
                      str_c(out->arena, needs));
        if (kind->options)
            write_fields(out, kind->options);
    }
}

static void write_charts(Buffer *out)
{
    static const char *const HEAD[] = { "chart", "what it shows" };
    buffer_c(out, "\n## Charts\n");
    write_head(out, HEAD, 2);
    for (int i = 0; chart_names[i]; i++) {
        Str name = str_format(out->arena, "`%s`", chart_kinds[i]->name);
        write_row(out,
                  (const char *[]){ str_c(out->arena, name), chart_kinds[i]->help }, 2);
    }
}

static void write_name(Buffer *out, const Name *name)
{
    Arena *arena = out->arena;
    Str signature = name_signature(arena, name, str_from_c(name->name));
    Str code = str_format(arena, "`%.*s`", STR_ARG(signature));
    Str prints = *name->prints ? str_format(arena, "«%s»", name->prints) : (Str){ 0 };
    const char *further =
        name->has_other_sources ? "; `region.…` and `previous.…` too" : "";
    Str help = str_format(arena, "%s%s", name->help, further);
    write_row(out,
              (const char *[]){ str_c(arena, code), str_c(arena, prints),
                                str_c(arena, help) },
              3);
}

static void write_names(Buffer *out)
{
    static const char *const HEAD[] = { "name", "prints", "what it is" };
    buffer_c(out, "\n## Names\nIn `${…}` and in `when`. `$${` prints `${`; tests are "
                  "joined by `and`, `or` and `not` and compare\nby `<`, `<=`, `>`, "
                  "`>=`, `=` and `!=`.\n");
    write_head(out, HEAD, 3);
    int count;
    const Name *names = names_all(&count);
    for (int i = 0; i < count; i++)
        write_name(out, &names[i]);
}

static void write_words(Buffer *out)
{
    static const char *const HEAD[] = { "key", "what it is; its placeholders" };
    buffer_c(out, "\n## Words\nWhat the program itself prints in a deck, one file a "
                  "language: `layouts/words/nb.yaml`.\n");
    write_head(out, HEAD, 2);
    for (int i = 0; i < words_schema.field_count; i++) {
        const Field *field = &words_schema.fields[i];
        Str key = str_format(out->arena, "`%s`", field->key);
        write_row(out, (const char *[]){ str_c(out->arena, key), field->help }, 2);
    }
}

/* What is refused beyond, so that no file can take the machine with it. */
static void write_limits(Buffer *out)
{
    static const char *const HEAD[] = { "of", "at most" };
    const struct {
        const char *what, *unit;
        int limit;
    } limits[] = {
        {"a cell of a text file",                       "MiB",            CSV_CELL_MAX >> 20 },
        { "a row of an export",                         "columns",        GRID_COLUMN_MAX    },
        { "a sheet of a workbook",                      "rows",           XLSX_ROW_MAX       },
        { "a part of a workbook, unpacked",             "MiB",            XLSX_PART_MAX >> 20},
        { "the same, once it is large",                 "times its size", XLSX_RATIO_MAX     },
        { "a scale",                                    "steps",          STEP_MAX           },
        { "a survey",                                   "groups",         GROUP_MAX          },
        { "accents on one letter; others are left out", "",               MARKS_MAX          },
        { "a side of a picture",                        "pixels",         PICTURE_SIDE_MAX   },
        { "errors that are told",                       "",               DIAG_MAX           },
    };
    buffer_c(out,
             "\n## Limits\nWhat is larger is refused with a message that says "
             "so. Memory grows with the answers that are\nkept, not with the file: "
             "a million respondents work.\n");
    write_head(out, HEAD, 2);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        Str limit =
            str_trim(str_format(out->arena, "%d %s", limits[i].limit, limits[i].unit));
        write_row(out, (const char *[]){ limits[i].what, str_c(out->arena, limit) }, 2);
    }
}

Str reference_page_print(Arena *arena)
{
    Buffer out = buffer_in(arena);
    buffer_c(&out, INTRODUCTION);
    write_layout(&out);
    write_charts(&out);
    write_names(&out);
    buffer_c(&out, "\n## The description of a survey\n");
    write_schema(&out, &description_schema, (Str){ 0 });
    buffer_c(&out, "\n## The theme\n");
    write_schema(&out, &theme_schema, (Str){ 0 });
    write_limits(&out);
    write_words(&out);
    return buffer_text(&out);
}
