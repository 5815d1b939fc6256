/* xlsx_style.h - numbers in a workbook that are days or times: which styles say so, and
 * their text. */
#ifndef SURVEY_XLSX_STYLE_H
#define SURVEY_XLSX_STYLE_H
#include "survey/xlsx_part.h"

typedef struct XlsxStyles {
    bool *is_date; /* by style, as the attribute `s` of a cell counts them */
    int count;
} XlsxStyles;

bool xlsx_read_styles(XlsxFile *file, Arena *arena, XlsxStyles *out);

/* "2024-10-28", "2024-10-28 09:13:05" or "09:13:05" for a count of days, of which the
 * first is 1899-12-31, or 1904-01-02. Empty when it is no day of the years to 9999. */
Str xlsx_date_text(Arena *arena, double days, bool is_from_1904);

#endif
