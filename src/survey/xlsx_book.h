/* xlsx_book.h - the sheets of a workbook, and which of them holds the answers. */
#ifndef SURVEY_XLSX_BOOK_H
#define SURVEY_XLSX_BOOK_H
#include "survey/xlsx_part.h"

typedef struct XlsxSheet {
    Str name;
    Str part; /* of the archive */
    bool is_hidden;
    bool is_from_1904; /* the workbook counts days from then */
} XlsxSheet;

/* The sheet that is named; else the first that people see and that has a table: two
 * rows of XLSX_TABLE_MIN cells or more; else the first that people see. False with an
 * error. */
enum { XLSX_TABLE_MIN = 3 };
bool xlsx_find_sheet(XlsxFile *file, Arena *arena, const SourceOptions *options,
                     XlsxSheet *out, Diags *diags);

#endif
