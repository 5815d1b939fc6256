/* companion.h - tables that come with an export: what its codes stand for, and what was
 * asked. SurveyXact writes `labels` and `structure` beside its `dataset`, as files or
 * as sheets of one workbook; others have a code book that the analyst names. */
#ifndef SURVEY_COMPANION_H
#define SURVEY_COMPANION_H
#include "survey/description.h"

/* What was asked in a column of the export. */
typedef struct AskedText {
    Str column, text; /* as compared, see table_key */
} AskedText;

typedef struct Companion {
    CodeTable codes; /* no path: there are none */
    const AskedText *asked;
    int asked_count;
} Companion;

/* `stated`: the code book that somebody named; no path: none, and one beside the export
 * is looked for. What its columns are is seen from their headings; a table of three
 * columns without any has the column, the code and the label. False with an error. */
bool companion_find(Arena *arena, const SourceOptions *source,
                    const SourceOptions *stated, Companion *out, Diags *diags);

/* Borrowed, or the empty text. */
Str companion_asked(const Companion *companion, Str column);

#endif
