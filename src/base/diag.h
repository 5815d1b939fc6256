/* diag.h - messages about the input: a list, not an exit.
 * An error means that no file is written; a warning or note goes with a written file.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H
#include "base/str.h"

/* Where a value came from. In a YAML file line and column count from 1 (0: the file as
 * a whole). In a table (export, register) `row` is the row as a spreadsheet shows it
 * and `heading` the text at the head of the column; line and column are 0 there. */
typedef struct Place {
    Str file;
    int line, column; /* column in code points */
    int row;
    Str heading;
} Place;

typedef enum DiagSeverity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } DiagSeverity;

typedef struct Diag {
    DiagSeverity severity;
    Place place;
    Str message; /* one lower-case sentence, no full stop */
    Str hint;    /* the remedy; may be empty */
    int slide;   /* number of the slide being composed, 0 for none */
} Diag;

/* Keeps at most this many of each severity; the rest are only counted. */
enum { DIAG_MAX = 50 };

typedef struct Diags {
    Arena *arena;
    VEC(Diag) list;
    int slide;            /* given to what is reported from now on */
    int counts[3];        /* by severity, kept or not */
    VEC(Str) files;       /* those that were read or looked for, in order */
    bool is_last_dropped; /* the newest was beyond DIAG_MAX: a hint goes with it */
} Diags;

typedef struct DiagMark {
    int count, counts[3];
} DiagMark;

Diags diags_in(Arena *arena);
void diag_error(Diags *diags, Place place, const char *format, ...) PRINTF_LIKE(3, 4);
void diag_warning(Diags *diags, Place place, const char *format, ...) PRINTF_LIKE(3, 4);
void diag_note(Diags *diags, Place place, const char *format, ...) PRINTF_LIKE(3, 4);
/* Adds the remedy to the message reported last. */
void diag_hint(Diags *diags, const char *format, ...) PRINTF_LIKE(2, 3);
bool diag_has_errors(const Diags *diags);
/* Adds those of another list, and its files, as if they were reported now. */
void diag_append(Diags *diags, const Diags *more);

/* Forgets what was reported after the mark, for work that is done again. */
DiagMark diag_mark(const Diags *diags);
void diag_rewind(Diags *diags, DiagMark mark);

/* "layouts/q3.yaml:14:9", or "data/a.csv: row 14, column "Kommune"". */
Str place_text(Arena *arena, Place place);

#endif
