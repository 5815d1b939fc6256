/* foreign.h - files that are given by mistake: known by their first bytes, and refused
 * with what they are and what to do instead. */
#ifndef SURVEY_FOREIGN_H
#define SURVEY_FOREIGN_H
#include "base/file.h"

/* True with an error when the file cannot hold answers in a form that is read here.
 * `start`: its first block; the stream may be read on. */
bool foreign_refuse(FileStream *stream, Str start, Diags *diags);

/* The error for an archive that is no workbook. `names`: of the files in it. */
void foreign_refuse_archive(Str path, const Str *names, int count, Diags *diags);

#endif
