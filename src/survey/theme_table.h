/* theme_table.h - which open answers raise which themes, as the analyst has coded them:
 * a table beside the export, a row for each theme of an answer. */
#ifndef SURVEY_THEME_TABLE_H
#define SURVEY_THEME_TABLE_H
#include "survey/survey.h"

/* Reads the file that the description's `theme-table` names, if it names one, into
 * out->raised. `ids` has each respondent's value of the id column. Errors: a
 * respondent, question or theme that is not known, a row that stands twice. A row for
 * an answer that is blank or was left out is a warning and is not counted. */
bool theme_table_read(Arena *arena, const Str *ids, Survey *out, Diags *diags);

#endif
