#include "survey/csv.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/messages.h"

#include <csv.h>
#include <string.h>

/* The row being read. libcsv hands out one cell at a time and takes its memory back
 * before the next, so the bytes of a row are kept in one buffer with their ends. */
typedef struct Reader {
    Arena *arena;
    Str path;
    Diags *diags;
    CsvRow *on_row;
    void *context;
    int row; /* of the record being read, as a spreadsheet shows it */
    Buffer bytes;
    VEC(size_t) ends; /* by cell, in `bytes` */
    VEC(Str) cells;
    VEC(Str) headings; /* cells of row 1, for messages */
    int last_end;      /* the character that ended the record before */
    bool has_stopped;  /* by the callback or by an error */
} Reader;

/* The cell that is being read; a message outlives the reader's memory. */
static Place place_of_cell(const Reader *reader)
{
    int column = reader->ends.count;
    Place place = { .file = reader->path, .row = reader->row };
    if (column < reader->headings.count)
        place.heading = str_copy(reader->diags->arena, reader->headings.at[column]);
    return place;
}

static void refuse_cell(Reader *reader, const char *fault, const char *remedy)
{
    reader->has_stopped = true;
    diag_error(reader->diags, place_of_cell(reader), "%s", message_text(fault));
    diag_hint(reader->diags, "%s", message_text(remedy));
}

static void on_cell(void *at, size_t len, void *context)
{
    Reader *reader = context;
    if (reader->has_stopped)
        return;
    Str cell = { at, len };
    if (len && memchr(at, 0, len)) {
        refuse_cell(
            reader, MESSAGE("the cell holds a NUL byte"),
            MESSAGE("the file is damaged or is no text: export it again as CSV"));
        return;
    }
    if (utf8_check(cell) != len) {
        refuse_cell(reader, MESSAGE("the cell is not valid UTF-8"),
                    MESSAGE("save the file as \"CSV UTF-8\""));
        return;
    }
    buffer_put(&reader->bytes, at, len);
    vec_push(reader->arena, &reader->ends, reader->bytes.len);
}

static void collect_cells(Reader *reader)
{
    Str bytes = buffer_text(&reader->bytes);
    size_t start = 0;
    reader->cells.count = 0;
    for (int i = 0; i < reader->ends.count; i++) {
        size_t end = reader->ends.at[i];
        vec_push(reader->arena, &reader->cells, str_slice(bytes, start, end));
        start = end;
    }
}

static void keep_headings(Reader *reader)
{
    for (int i = 0; i < reader->cells.count; i++) {
        Str heading = str_fold_space(reader->arena, reader->cells.at[i]);
        vec_push(reader->arena, &reader->headings, heading);
    }
}

static void on_record(int end, void *context)
{
    Reader *reader = context;
    /* CR LF is one line end, of which libcsv reports both halves. */
    bool is_second_half = end == '\n' && reader->last_end == '\r';
    reader->last_end = end;
    if (reader->has_stopped || (is_second_half && reader->ends.count == 0))
        return;
    if (reader->ends.count > 0) {
        collect_cells(reader);
        if (reader->row == 1)
            keep_headings(reader);
        if (!reader->on_row(reader->context, reader->row, reader->cells.at,
                            reader->cells.count))
            reader->has_stopped = true;
    }
    reader->row++;
    reader->bytes.len = 0;
    reader->ends.count = 0;
}

/* In strict mode libcsv stops at a quotation mark where none may stand. */
static void refuse_quotes(Reader *reader, bool is_quoted, bool is_at_end)
{
    Place place = place_of_cell(reader);
    if (is_quoted) {
        diag_error(
            reader->diags, place, "%s",
            message_text(
                is_at_end
                    ? MESSAGE("the quotation mark that opens this cell is not closed")
                    : MESSAGE("the quotation marks of this cell do not pair up")));
        diag_hint(reader->diags,
                  "close the cell with a quotation mark and double those inside it");
    } else {
        diag_error(reader->diags, place,
                   "a quotation mark stands in a cell that does not begin with one");
        diag_hint(reader->diags,
                  "put the whole cell in quotation marks and double those inside it");
    }
}

static bool parse(Reader *reader, Str bytes, char delimiter)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
        diag_error(reader->diags, (Place){ .file = reader->path },
                   "libcsv does not start");
        return false;
    }
    csv_set_delim(&parser, (unsigned char)delimiter);
    size_t done = csv_parse(&parser, bytes.at, bytes.len, on_cell, on_record, reader);
    bool is_quoted = parser.quoted != 0;
    bool is_sound =
        done == bytes.len && csv_fini(&parser, on_cell, on_record, reader) == 0;
    csv_free(&parser);
    if (!is_sound && !reader->has_stopped)
        refuse_quotes(reader, is_quoted, done == bytes.len);
    return is_sound && !reader->has_stopped;
}

/* Excel's "Unicode text" is UTF-16, which would be reported as NUL bytes. */
static bool is_utf16(Str bytes)
{
    return str_starts(bytes, S("\xFF\xFE")) || str_starts(bytes, S("\xFE\xFF"));
}

bool csv_read(Arena *scratch, Str path, Place from, char delimiter, CsvRow *on_row,
              void *context, Diags *diags)
{
    ArenaMark mark = arena_mark(scratch);
    Str bytes;
    bool is_good = file_read(scratch, path, from, &bytes, diags);
    if (is_good && is_utf16(bytes)) {
        diag_error(diags, (Place){ .file = path }, "the file is UTF-16, not UTF-8");
        diag_hint(diags, "save the file as \"CSV UTF-8\"");
        is_good = false;
    }
    if (is_good) {
        Reader reader = { .arena = scratch,
                          .path = path,
                          .diags = diags,
                          .on_row = on_row,
                          .context = context,
                          .row = 1,
                          .bytes = buffer_in(scratch) };
        if (str_starts(bytes, S("\xEF\xBB\xBF")))
            bytes = str_slice(bytes, 3, bytes.len);
        is_good = parse(&reader, bytes, delimiter);
    }
    arena_rewind(scratch, mark);
    return is_good;
}
