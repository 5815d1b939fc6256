/* csv.h - a delimited text file as rows of cells: decode and cut, no more. The one
 * place for libcsv. */
#ifndef SURVEY_CSV_H
#define SURVEY_CSV_H
#include "base/file.h"
#include "survey/source.h"

/* A cell of more bytes is refused: most likely its quotation marks are not closed. */
enum { CSV_CELL_MAX = 16 << 20 };

/* See source_read, for a file of this kind. Refused with row and heading: NUL bytes,
 * bytes that the encoding does not know, quotation marks that do not pair up (at the
 * row where the cell begins). */
bool csv_read(Arena *scratch, FileStream *stream, const SourceOptions *options,
              SourceRow *on_row, void *context, SourceFormat *found, Diags *diags);

#endif
