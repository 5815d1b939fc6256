#include "survey/csv.h"

#include "base/messages.h"
#include "base/wipe.h"
#include "survey/dialect.h"
#include "survey/encoding.h"

#include <csv.h>
#include <string.h>

/* libcsv hands out cells from one buffer of its own, which it makes in steps of
 * PARSER_STEP: the first CHUNK bytes of it are always there. Most cells are no longer,
 * and are copied without a call. */
enum { PARSER_STEP = 4096, CHUNK = 32, ROW_FIRST = 1024 };

/* The row being read. libcsv takes the memory of a cell back before the next, so the
 * bytes of a row are kept in one buffer, with CHUNK bytes to spare. */
typedef struct Reader {
    Arena *arena;
    Diags *diags;
    const SourceOptions *options;
    FileStream *stream;
    SourceFormat *format;
    bool is_told; /* letters in UTF-8 were met: other bytes are of a second encoding */
    Decoder *decoder;
    SourceRow *on_row;
    void *context;
    int row; /* of the record being read, as a spreadsheet shows it */
    char *bytes;
    size_t len, capacity; /* of `bytes` */
    VEC(Str) cells;       /* in `bytes` */
    VEC(Str) headings;    /* cells of row 1, for messages */
    int last_end;         /* the character that ended the record before */
    bool has_stopped;     /* by the callback or by an error */
} Reader;

/* The cell that is being read; a message outlives the reader's memory. */
static Place place_of_cell(const Reader *reader)
{
    int column = reader->cells.count;
    Place place = { .file = reader->options->path, .row = reader->row };
    if (column < reader->headings.count)
        place.heading = str_copy(reader->diags->arena, reader->headings.at[column]);
    return place;
}

/* Cells that are there already move with the bytes. */
static void make_room(Reader *reader, size_t len)
{
    size_t larger = (reader->capacity + len + CHUNK) * 2;
    char *bytes = arena_grow(reader->arena, reader->bytes, reader->capacity, larger);
    for (int i = 0; i < reader->cells.count; i++)
        reader->cells.at[i].at = bytes + (reader->cells.at[i].at - reader->bytes);
    reader->bytes = bytes;
    reader->capacity = larger;
}

static void on_cell(void *at, size_t len, void *context)
{
    Reader *reader = context;
    if (reader->has_stopped)
        return;
    if (reader->capacity - reader->len < len + CHUNK)
        make_room(reader, len);
    char *to = reader->bytes + reader->len;
    if (len > CHUNK)
        memcpy(to, at, len);
    else
        memcpy(to, at, CHUNK);
    reader->len += len;
    vec_push(reader->arena, &reader->cells, ((Str){ to, len }));
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
    if (reader->has_stopped || (is_second_half && reader->cells.count == 0))
        return;
    if (reader->cells.count > 0) {
        if (reader->row == 1)
            keep_headings(reader);
        if (!reader->on_row(reader->context, reader->row, reader->cells.at,
                            reader->cells.count))
            reader->has_stopped = true;
    }
    reader->row++;
    reader->len = 0;
    reader->cells.count = 0;
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

static void refuse_size(Reader *reader)
{
    reader->has_stopped = true;
    diag_error(reader->diags, place_of_cell(reader), "the cell is larger than %d MiB",
               CSV_CELL_MAX >> 20);
    diag_hint(reader->diags, "see whether its quotation marks are closed");
}

/* The byte that the decoder stopped at is in the cell being read. */
static void refuse_byte(Reader *reader, DecoderFault fault, unsigned char byte)
{
    reader->has_stopped = true;
    Place place = place_of_cell(reader);
    Diags *diags = reader->diags;
    const char *name = encoding_name(reader->format->encoding);
    if (fault == DECODER_NUL) {
        diag_error(diags, place, "the cell holds a NUL byte");
        diag_hint(diags, "the file is damaged or is no text: export it again as CSV");
    } else if (reader->is_told) {
        diag_error(diags, place,
                   "the file mixes encodings: the byte 0x%02X in this cell is not %s, "
                   "as other cells are",
                   byte, name);
        diag_hint(diags, "export it again, all of it as \"CSV UTF-8\"");
    } else {
        diag_error(diags, place, "the cell is not valid %s: byte 0x%02X", name, byte);
        diag_hint(diags, "save the file as \"CSV UTF-8\", or state its \"encoding\" in "
                         "the description");
    }
}

static void parse_block(Reader *reader, struct csv_parser *parser, Str text)
{
    size_t done = csv_parse(parser, text.at, text.len, on_cell, on_record, reader);
    if (reader->has_stopped)
        return;
    if (done < text.len) {
        reader->has_stopped = true;
        refuse_quotes(reader, parser->quoted != 0, false);
    } else if (parser->entry_pos > CSV_CELL_MAX) {
        refuse_size(reader);
    }
}

/* A program that adds a mark to a file that has one leaves two. */
static Str without_mark(Reader *reader, Str text)
{
    while (str_starts(text, S("\xEF\xBB\xBF"))) {
        reader->format->has_mark = true;
        text = str_slice(text, 3, text.len);
    }
    return text;
}

/* Excel takes a first line «sep=;» as the delimiter, and does not show it. */
static Str without_separator(Str text, char *delimiter)
{
    size_t at = 5;
    bool is_line = text.len > at && str_starts(text, S("sep=")) &&
                   (text.at[at] == '\r' || text.at[at] == '\n');
    if (!is_line || !dialect_knows(text.at[4]))
        return text;
    *delimiter = text.at[4];
    at += text.at[at] == '\r' && at + 1 < text.len && text.at[at + 1] == '\n' ? 2 : 1;
    return str_slice(text, at, text.len);
}

/* Most of UTF-16 is ASCII with a NUL byte beside it. */
static size_t text_size(const Reader *reader)
{
    bool is_wide = reader->format->encoding == ENCODING_UTF16LE ||
                   reader->format->encoding == ENCODING_UTF16BE;
    return reader->stream->size / (is_wide ? 2 : 1);
}

/* The first block decides what is not stated, and says so before any row. */
static void begin(Reader *reader, struct csv_parser *parser, Str *text)
{
    SourceFormat *format = reader->format;
    char delimiter = 0, stated = reader->options->delimiter;
    *text = without_separator(without_mark(reader, *text), &delimiter);
    Dialect dialect = dialect_guess(*text, stated ? stated : delimiter);
    format->delimiter = dialect.delimiter;
    format->line_end = dialect.line_end;
    format->size = text_size(reader);
    format->is_certain &= dialect.is_certain;
    csv_set_delim(parser, (unsigned char)dialect.delimiter);
}

static bool parse_all(Reader *reader, struct csv_parser *parser)
{
    size_t keep = 0;
    bool is_first = true, is_end = false;
    while (!is_end) {
        Str block, text;
        if (!file_next(reader->stream, keep, &block, reader->diags))
            return false;
        is_end = block.len == keep;
        size_t used;
        DecoderFault fault = decoder_run(reader->decoder, block, is_end, &text, &used);
        if (is_first)
            begin(reader, parser, &text);
        is_first = false;
        parse_block(reader, parser, text);
        if (fault != DECODER_GOOD && !reader->has_stopped)
            refuse_byte(reader, fault,
                        used < block.len ? (unsigned char)block.at[used] : 0);
        if (reader->has_stopped)
            return false;
        keep = block.len - used;
    }
    if (csv_fini(parser, on_cell, on_record, reader) != 0)
        refuse_quotes(reader, parser->quoted != 0, true);
    else
        return !reader->has_stopped;
    return false;
}

static bool parse(Reader *reader)
{
    struct csv_parser parser;
    reader->decoder = decoder_open(reader->arena, reader->format->encoding);
    if (!reader->decoder ||
        csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
        diag_error(reader->diags, (Place){ .file = reader->options->path },
                   "this system cannot decode %s",
                   encoding_name(reader->format->encoding));
        diag_hint(reader->diags, "save the file as \"CSV UTF-8\"");
        decoder_close(reader->decoder);
        return false;
    }
    csv_set_blk_size(&parser, PARSER_STEP);
    csv_set_realloc_func(&parser, wipe_realloc);
    csv_set_free_func(&parser, wipe_free);
    bool is_good = parse_all(reader, &parser);
    csv_free(&parser);
    decoder_close(reader->decoder);
    return is_good;
}

static bool find_encoding(Reader *reader)
{
    SourceFormat *format = reader->format;
    format->encoding = reader->options->encoding;
    if (format->encoding != ENCODING_ANY)
        return true;
    EncodingGuess guess;
    if (!encoding_guess(reader->stream, &guess, reader->diags))
        return false;
    format->encoding = guess.encoding;
    format->has_mark = guess.has_mark;
    format->is_certain &= guess.is_certain;
    reader->is_told = guess.is_told;
    return file_rewind(reader->stream, reader->diags);
}

bool csv_read(Arena *scratch, FileStream *stream, const SourceOptions *options,
              SourceRow *on_row, void *context, SourceFormat *found, Diags *diags)
{
    Reader reader = { .arena = scratch,
                      .diags = diags,
                      .options = options,
                      .stream = stream,
                      .format = found,
                      .on_row = on_row,
                      .context = context,
                      .row = 1,
                      .bytes = arena_alloc(scratch, ROW_FIRST),
                      .capacity = ROW_FIRST };
    *found = (SourceFormat){ .kind = SOURCE_TEXT, .is_certain = true };
    return find_encoding(&reader) && parse(&reader);
}
