/* source.h - a file with answers as rows of cells, whatever wrote it: delimited text or
 * a workbook. What form it has is recognised unless it is stated; what its columns mean
 * is for survey.c and register.c. Rows come one at a time, so that what a caller keeps
 * is all that stays. */
#ifndef SURVEY_SOURCE_H
#define SURVEY_SOURCE_H
#include "base/diag.h"

/* 0 in each of these: not stated, to be recognised. */
typedef enum SourceKind { SOURCE_ANY, SOURCE_TEXT, SOURCE_XLSX } SourceKind;

typedef enum SourceEncoding {
    ENCODING_ANY,
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_WINDOWS_1252,
    ENCODING_ISO_8859_1,
    ENCODING_ISO_8859_15,
    ENCODING_MAC_ROMAN,
} SourceEncoding;

typedef enum SourceLineEnd {
    LINE_END_NONE, /* there is one line only, or no lines: a workbook */
    LINE_END_LF,
    LINE_END_CRLF,
    LINE_END_CR,
} SourceLineEnd;

/* The file, and what its description states about it. */
typedef struct SourceOptions {
    Str path;
    Place from;      /* the value that names the file */
    SourceKind kind; /* rarely needed: a workbook says what it is */
    SourceEncoding encoding;
    char delimiter;
    Str sheet;      /* name of the sheet; empty: the first */
    bool is_silent; /* what was recognised is told only when it is not certain */
} SourceOptions;

/* What the file is. */
typedef struct SourceFormat {
    SourceKind kind;
    SourceEncoding encoding; /* UTF-8 for a workbook */
    char delimiter;          /* 0 for a workbook */
    SourceLineEnd line_end;  /* of the first line */
    bool has_mark;           /* begins with a byte order mark */
    bool is_certain;         /* false: guessed where another reading is possible */
    size_t size;             /* bytes of text in the file; 0: not known */
    Str sheet;               /* name of the sheet read; in the messages' arena */
} SourceFormat;

/* One row: cells are valid UTF-8 without NUL, borrowed until the callback returns.
 * `row` counts records as a spreadsheet shows them, the header is 1; a row without any
 * cell counts and is passed over. False stops the reading. */
typedef bool SourceRow(void *context, int row, const Str *cells, int count);

/* Hands out the rows. `found` (may be NULL) is filled in before the first row is handed
 * out. False with errors in diags: no such file, damaged, not decodable (with row and
 * heading), or stopped by the callback (whose own errors they are). What was guessed is
 * a note, and a warning when it is not certain. `scratch` is as it was afterwards, and
 * nothing of the file stays in memory that was not kept by the callback: it is neither
 * the messages' arena nor where the callback keeps anything. */
bool source_read(Arena *scratch, const SourceOptions *options, SourceRow *on_row,
                 void *context, SourceFormat *found, Diags *diags);

#endif
