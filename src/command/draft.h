/* draft.h - what is made of an export that nobody has described: the use of each
 * column, and the texts that its description begins with. */
#ifndef COMMAND_DRAFT_H
#define COMMAND_DRAFT_H
#include "survey/profile.h"

/* A column that is used. */
typedef struct DraftColumn {
    const ProfileColumn *column;
    Str name; /* as the description calls it: with a number when others have its heading
               */
    Str text; /* word for word, without what it shares with others */
} DraftColumn;

typedef struct Draft {
    Arena *arena;
    const Profile *profile;
    Str export_path; /* as seen from the folder written into */
    Str codes_path;
    Str name;             /* of the survey */
    Str round;            /* a year, or "1" */
    const char *language; /* of the headings: "nb", "nn" or "en" */
    const ProfileColumn *unit, *group, *identity;
    Str unit_name, group_name, identity_name; /* as the description calls them */
    const ProfileScale *scale;                /* the main one; NULL: there is none */
    int scale_index;
    VEC(DraftColumn) statements, recommend, questions;
    VEC(Str) unused;
} Draft;

/* Finds a use for each column; `file`: the export. False with an error when there are
 * no answers on a scale. */
bool draft_make(Draft *draft, Profile *profile, Str file, Diags *diags);

/* The name of the export without folder and ending. */
Str draft_stem(Str path);

/* Whether the columns on a scale are statements: those of the main one, and of others
 * unless they may as well be about the respondent (yes or no, a single number). */
bool draft_takes_scale(const Draft *draft, int scale);

/* The unit that most answered for. */
Str draft_largest_unit(const Draft *draft);

#endif
