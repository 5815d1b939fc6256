/* profile.h - what an export holds, found without a description: its shape, and what
 * each column is. */
#ifndef SURVEY_PROFILE_H
#define SURVEY_PROFILE_H
#include "survey/answer_word.h"
#include "survey/description.h"
#include "survey/tool.h"

typedef enum ColumnKind {
    COLUMN_EMPTY,
    COLUMN_TIME,
    COLUMN_IDENTITY,
    COLUMN_PERSONAL,
    COLUMN_TECHNICAL,
    COLUMN_UNIT,
    COLUMN_GROUP,
    COLUMN_SCALE,
    COLUMN_RECOMMEND, /* whole numbers from 0 to 10 */
    COLUMN_CHOICE,
    COLUMN_MULTIPLE, /* several answers in a cell */
    COLUMN_NUMBER,
    COLUMN_OPEN,
    COLUMN_QUESTION, /* of a long export: what was asked */
    COLUMN_VALUE,    /* of a long export: the answer */
    COLUMN_STATEMENT,
    COLUMN_COUNT,
    COLUMN_SHARE, /* of a counted export */
} ColumnKind;

typedef enum Shape { SHAPE_WIDE, SHAPE_LONG, SHAPE_COUNTED } Shape;

enum { PROFILE_VALUE_MAX = 400 };

/* Something that stands in a column, and how often. */
typedef struct ProfileValue {
    Str text; /* white space folded */
    int count;
} ProfileValue;

typedef struct ProfileColumn {
    Str heading; /* of a long export: the question */
    Str text;    /* what was asked, where the code book says it; else empty */
    ColumnKind kind;
    int answered;
    /* Of a unit, a group, a scale, a choice; in the order met. */
    const ProfileValue *values;
    int value_count;
    int scale; /* index of COLUMN_SCALE's, or -1 */
} ProfileColumn;

/* Answers of a scale that columns have in common, least agreeing first. */
typedef struct ProfileScale {
    AnswerFamily family; /* FAMILY_MISSING: numbers */
    Str steps[STEP_MAX];
    int step_count;
    VEC(Str) unsure, missing;
    int column_count;
} ProfileScale;

typedef struct Profile {
    Str path;
    SourceFormat format;
    const Tool *tool; /* NULL: a plain table */
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

/* As the kind is called in a table for people and in JSON. */
const char *column_kind_name(ColumnKind kind);

/* Nothing of what is personal is kept. `codes`: a code book beside the export; no path:
 * none. False with errors in diags. */
bool profile_read(Arena *arena, const SourceOptions *source, const SourceOptions *codes,
                  Profile *out, Diags *diags);

/* The first column of a kind, or NULL. */
const ProfileColumn *profile_find(const ProfileColumn *columns, int count,
                                  ColumnKind kind);

/* The answer that a heading of a counted export names: «helt_enig_pst»; or NULL. */
const AnswerWord *profile_share_word(Arena *scratch, Str heading);

/* Of a counted export: puts the heading of a share where it belongs on the scale. */
void profile_add_heading(Arena *arena, ProfileScale *scale, Str heading);

/* The scale that most columns have, or -1. */
int profile_main_scale(const Profile *profile);

#endif
