/* xlsx.h - a sheet of a workbook (Office Open XML) as rows of cells. A formula is the
 * value that was stored with it; macros, links and pictures are not looked at. */
#ifndef SURVEY_XLSX_H
#define SURVEY_XLSX_H
#include "survey/source.h"

/* As in a spreadsheet; a cell further out means that the file is damaged. */
enum { XLSX_COLUMN_MAX = 16384, XLSX_ROW_MAX = 1048576 };

/* See source_read, for a file of this kind. Empty cells at the end of a row are left
 * out. */
bool xlsx_read(Arena *scratch, const SourceOptions *options, SourceRow *on_row,
               void *context, SourceFormat *found, Diags *diags);

#endif
