/* csv.h - the bytes of a delimited text file as rows of cells: recognise and decode, no
 * more. The one place for libcsv. What the columns mean is for survey.c and register.c.
 * Rows come one at a time, so that what a caller keeps is all that stays. */
#ifndef SURVEY_CSV_H
#define SURVEY_CSV_H
#include "base/diag.h"

/* One row: cells are borrowed until the callback returns. `row` counts records as a
 * spreadsheet shows them, the header is 1; a line without any cell counts and is passed
 * over. False stops the reading. */
typedef bool CsvRow(void *context, int row, const Str *cells, int count);

/* Reads a UTF-8 file (a byte order mark is dropped) with the given delimiter; the file
 * as a whole is refused for NUL bytes, invalid UTF-8 and an unterminated quote (the
 * message names the row where it opened). `from`: the value that names the file.
 * `scratch` is as it was afterwards. */
bool csv_read(Arena *scratch, Str path, Place from, char delimiter, CsvRow *on_row,
              void *context, Diags *diags);

#endif
