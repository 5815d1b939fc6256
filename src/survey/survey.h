/* survey.h - the answers of one round: small integers in columns, one row a respondent.
 * Everything lives in the arena passed to survey_read and is const once read. */
#ifndef SURVEY_SURVEY_H
#define SURVEY_SURVEY_H
#include "survey/answer.h"
#include "survey/register.h"

typedef struct OpenAnswer {
    Str text;       /* trimmed, line breaks kept, personal data already «[fjernet]» */
    int respondent; /* index of its row */
    bool is_redacted; /* something was removed */
} OpenAnswer;

/* An open answer raises a theme. */
typedef struct RaisedTheme {
    int respondent, question, theme;
} RaisedTheme;

typedef struct Survey {
    const Description *description;
    const Register *reg;
    int respondent_count;
    int16_t *units;  /* index in the register, by respondent */
    uint8_t *groups; /* index in the description, by respondent */
    int *rows;       /* spreadsheet row, by respondent */
    double *weights; /* by respondent, or NULL: all 1 */
    /* [statement][respondent]: step 1…k after reversal, or as answer.h has it. */
    int8_t **answers;
    OpenAnswer **open;         /* [question]: the non-blank answers, in row order */
    int *open_counts;          /* by question */
    const RaisedTheme *raised; /* those of one answer stand together */
    int raised_count;
    int *omitted_counts; /* by unit: rows and open answers left out */
    /* Of an export that is counted already (aggregate.h): its cells; else NULL. */
    struct Population *counted;
} Survey;

/* Reads the export that the description names, and the file of coded answers. Errors: a
 * named column that is not there (nearest heading), an answer outside the scale (row,
 * heading, nearest label), an unknown unit or group, a row with too few or too many
 * cells, no rows. */
bool survey_read(Arena *arena, const Description *description, const Register *reg,
                 Survey *out, Diags *diags);

#endif
