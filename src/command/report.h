/* report.h - messages on standard error, for people. */
#ifndef COMMAND_REPORT_H
#define COMMAND_REPORT_H
#include "base/diag.h"

/* Errors in the order found, with the line of the YAML file that each is about; then
 * warnings and notes, grouped by the slide that they are about. Only errors when quiet.
 */
void report_print(Arena *scratch, const Diags *diags, bool is_quiet);

#endif
