#include "survey/source.h"

#include "base/buffer.h"
#include "base/wipe.h"
#include "survey/csv.h"
#include "survey/dialect.h"
#include "survey/encoding.h"
#include "survey/foreign.h"
#include "survey/grid.h"
#include "survey/xlsx.h"

/* Tells what was recognised, before the first row. */
typedef struct Watch {
    const SourceOptions *options;
    Grid grid;
    SourceFormat format, *found;
    Diags *diags;
    bool has_begun;
} Watch;

static void warn(const Watch *watch, Place place, Str reading)
{
    diag_warning(watch->diags, place, "it is not certain how to read the file: as %.*s",
                 STR_ARG(reading));
    diag_hint(watch->diags,
              "look for æ, ø and å in the deck; the description can state "
              "\"encoding\" and \"delimiter\"");
}

/* A file that is read twice is told of once. */
static bool is_told(const Watch *watch)
{
    for (int i = 0; i < watch->diags->list.count; i++) {
        const Diag *diag = &watch->diags->list.at[i];
        if (diag->severity != DIAG_ERROR && !diag->place.row &&
            str_equal(diag->place.file, watch->options->path))
            return true;
    }
    return false;
}

/* UTF-8 that holds is known rather than guessed. */
static void report_text(const Watch *watch)
{
    const SourceOptions *options = watch->options;
    const SourceFormat *format = &watch->format;
    Place place = { .file = options->path };
    Diags *diags = watch->diags;
    bool is_guess =
        !options->delimiter || (options->encoding == ENCODING_ANY &&
                                format->encoding != ENCODING_UTF8 && !format->has_mark);
    if (!is_guess || (options->is_silent && format->is_certain) || is_told(watch))
        return;
    Str reading = str_format(diags->arena, "%s, %s", encoding_name(format->encoding),
                             dialect_delimiter_name(format->delimiter));
    if (!format->is_certain)
        warn(watch, place, reading);
    else
        diag_note(diags, place, "read as %.*s", STR_ARG(reading));
}

static void report_sheet(const Watch *watch)
{
    const SourceOptions *options = watch->options;
    if (options->sheet.len || options->is_silent || is_told(watch))
        return;
    Str shown = str_shown(watch->diags->arena, watch->format.sheet, 60);
    diag_note(watch->diags, (Place){ .file = options->path },
              "read as a workbook, sheet \"%.*s\"", STR_ARG(shown));
}

static bool pass_row(void *context, int row, const Str *cells, int count)
{
    Watch *watch = context;
    if (!watch->has_begun) {
        watch->has_begun = true;
        if (watch->found)
            *watch->found = watch->format;
        watch->grid.is_workbook = watch->format.kind == SOURCE_XLSX;
        if (watch->grid.is_workbook)
            report_sheet(watch);
        else
            report_text(watch);
    }
    return grid_take(&watch->grid, row, cells, count);
}

static bool read_kind(Arena *scratch, Watch *watch, FileStream *stream)
{
    const SourceOptions *options = watch->options;
    Str start;
    if (!file_next(stream, 0, &start, watch->diags) ||
        foreign_refuse(stream, start, watch->diags))
        return false;
    bool is_archive = str_starts(start, S("PK\x03\x04"));
    if (options->kind == SOURCE_XLSX || (options->kind == SOURCE_ANY && is_archive))
        return xlsx_read(scratch, options, pass_row, watch, &watch->format,
                         watch->diags);
    return file_rewind(stream, watch->diags) &&
           csv_read(scratch, stream, options, pass_row, watch, &watch->format,
                    watch->diags);
}

bool source_read(Arena *scratch, const SourceOptions *options, SourceRow *on_row,
                 void *context, SourceFormat *found, Diags *diags)
{
    Watch watch = {
        .options = options,
        .grid = {.arena = scratch,
                 .options = options,
                 .on_row = on_row,
                 .context = context,
                 .diags = diags},
        .found = found,
        .diags = diags
    };
    ArenaMark mark = arena_mark(scratch);
    FileStream stream;
    bool is_good = file_open(scratch, options->path, options->from, &stream, diags);
    if (is_good) {
        is_good = read_kind(scratch, &watch, &stream) && grid_finish(&watch.grid);
        file_close(&stream);
    }
    arena_wipe(scratch, mark);
    wipe_stack();
    return is_good;
}
