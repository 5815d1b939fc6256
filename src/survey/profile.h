/* profile.h - what an export holds, found without a description: its shape, and what
 * each column is. */
#ifndef SURVEY_PROFILE_H
#define SURVEY_PROFILE_H
#include "survey/column.h"
#include "survey/companion.h"
#include "survey/description.h"

typedef enum Shape { SHAPE_WIDE, SHAPE_LONG, SHAPE_COUNTED } Shape;

typedef struct ProfileColumn {
    Str heading; /* of a long export: the question */
    Str text; /* what was asked, where a table beside the export says it; else empty */
    ColumnKind kind;
    int answered;
    /* Of a unit, a group, a scale, a choice; in the order met. */
    const ColumnValue *values;
    int value_count;
    int scale; /* index of COLUMN_SCALE's, or -1 */
} ProfileColumn;

/* Answers of a scale that columns have in common, least agreeing first. */
typedef struct ProfileScale {
    AnswerFamily family; /* FAMILY_MISSING: numbers */
    int highest;         /* of numbers: the last step */
    Str steps[STEP_MAX];
    int step_count;
    VEC(Str) unsure, missing;
    int column_count;
} ProfileScale;

typedef struct Profile {
    Str path;
    SourceFormat format;
    const Tool *tool; /* NULL: a plain table */
    Companion companion;
    Shape shape;
    int row_count, respondent_count;
    int incomplete_count; /* respondents who did not finish, where the tool says so */
    ProfileColumn *columns;
    int column_count;
    /* A long export: those that say who answered; `columns` are then the questions. */
    ProfileColumn *fixed;
    int fixed_count;
    ProfileScale *scales;
    int scale_count;
} Profile;

/* Nothing of what is personal is kept. `codes`: the code book; no path: one is looked
 * for beside the export. Rows that are too short or too long, and a sum below the
 * answers, are errors. */
bool profile_read(Arena *arena, const SourceOptions *source, const SourceOptions *codes,
                  Profile *out, Diags *diags);

/* The first column of a kind, or NULL. */
const ProfileColumn *profile_find(const ProfileColumn *columns, int count,
                                  ColumnKind kind);

#endif
