/* dialect.h - how a delimited text separates its cells and ends its lines. */
#ifndef SURVEY_DIALECT_H
#define SURVEY_DIALECT_H
#include "survey/source.h"

typedef struct Dialect {
    char delimiter;
    SourceLineEnd line_end; /* of the first line */
    bool is_certain;        /* false: another delimiter is as likely */
} Dialect;

/* Looks at the beginning of a text. The delimiter is the one of `, ; tab |` that gives
 * the most headings and as many cells in the rows below; a comma when there is none.
 * `stated`: the delimiter when it is known, else 0. */
Dialect dialect_guess(Str start, char stated);

bool dialect_knows(char delimiter);

/* As messages name it: "semicolons". */
const char *dialect_delimiter_name(char delimiter);

#endif
