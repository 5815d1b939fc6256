/* long.h - an export with a row for each answer (respondent, question, value), handed
 * out as if it had a row for each respondent. */
#ifndef SURVEY_LONG_H
#define SURVEY_LONG_H
#include "survey/description.h"
#include "survey/table.h"

/* The first `fixed_count` columns of `table` say who answered, the id first; the rest
 * are questions, whose `heading` is what stands in the description's question column.
 * Rows may stand in any order: respondents come in the order of their first row. What
 * is known of a respondent is taken from there and must be the same in every row.
 * Errors, besides those of table_read: a question that nobody answered (with the
 * nearest), two answers of one respondent to one question. */
bool long_read(Arena *arena, Table *table, int fixed_count,
               const Description *description, TableRow *on_row, void *context,
               Diags *diags);

#endif
