/* description.h - the YAML beside an export: which column is what, the scales, the
 * groups, privacy, the previous round. Index of a statement, group, question, section:
 * its place in the description. */
#ifndef SURVEY_DESCRIPTION_H
#define SURVEY_DESCRIPTION_H
#include "survey/answer_word.h"
#include "survey/source.h"
#include "yaml/schema.h"

enum { STEP_MAX = 11, GROUP_MAX = 12 };
enum { SCALE_FIRST_MIN = -100, SCALE_FIRST_MAX = 100 }; /* value of a first step */

typedef struct Group {
    Str id;
    Place place;
    Str answer;    /* as it stands in the export */
    Wording name;  /* "Gründere" */
    Wording among; /* inside a sentence: "blant gründerne"; may be empty */
} Group;

typedef struct Section {
    Str id;
    Place place;
    Wording name;
} Section;

/* A statement, or a question how likely one is to recommend: 0 to 10, of which 9 and 10
 * are promoters and 0 to 6 detractors (Reichheld 2003, Harvard Business Review 81:12),
 * its agreeing and disagreeing steps. The latter stand behind the statements. */
typedef struct Statement {
    Str id;
    Place place;
    bool is_recommend;
    Str column; /* heading in the export; white space folded when compared */
    Place column_place;
    Wording text;    /* word for word; NULL variants: the heading itself */
    Wording label;   /* a short text for tables */
    int section;     /* index, or -1 */
    int scale;       /* index in Description.scales */
    StrList missing; /* answers to it that are none, besides the scale's */
    bool is_reversed;
    Str previous; /* its id in the previous round; empty: the same id */
    Place previous_place;
    bool is_comparable; /* with that statement */
    Wording reason;     /* why not, as decks print it; may be unset */
} Statement;

typedef struct Question {
    Str id;
    Place place;
    Str column; /* empty: it was asked, but the export does not hold the answers */
    Place column_place;
    Wording text, label;
    Str code; /* what the file of coded answers calls it */
} Question;

/* What answers are about, in the words of whoever reads them. */
typedef struct AnswerTheme {
    Str id;
    Place place;
    Str code; /* what the file of coded answers calls it */
    Wording name;
} AnswerTheme;

/* An answer or a respondent that is not to be counted. */
typedef struct Omission {
    Place place;
    Str respondent; /* value of the id column: the whole row is left out */
    Str answer;     /* open answers that read so are left out */
    Str reason;
} Omission;

/* What may be answered to statements. Steps are counted from 1; what is printed is
 * their value. Statements of different scales are never set side by side. */
typedef struct Scale {
    Str id;                      /* empty: that of statements which name none */
    int step_count;              /* 2 to STEP_MAX; 0: there is no such scale */
    int first;                   /* value of step 1; each further step is 1 more */
    AnswerFamily family;         /* of its answers; FAMILY_MISSING: not known */
    const Str *answers;          /* step_count of them, as they stand in the export */
    const Place *answer_places;  /* one each */
    const Wording *labels;       /* step_count of them, least agreeing first */
    const Wording *short_labels; /* for legends; equal to labels where not given */
    StrList unsure;              /* answers outside the 100 %: «Vet ikke» */
    StrList missing;             /* answers that are none: «-9», «Ikke relevant» */
    /* Steps 1…k: agree is >= agree_from, disagree <= disagree_to. */
    int agree_from, disagree_to;
    double least_difference; /* of means, in steps: see Description */
} Scale;

/* What the codes of an export stand for, and the headings in it; see codebook.h. */
typedef struct CodeTable {
    SourceOptions source; /* no path: the export holds the answers themselves */
    Str column, code, label, question; /* question: may be empty */
    bool is_bare; /* without headings: the columns are called 1, 2, 3 */
    Place column_place, code_place, label_place, question_place;
} CodeTable;

/* A table about the units, and the headings in it; see register.h. */
typedef struct RegisterTable {
    SourceOptions source; /* no path: the units are those that the export names */
    Str number, name;
    Place number_place, name_place;
    Str language, logo, brand, accent; /* may be empty */
    Place language_place, logo_place, brand_place, accent_place;
} RegisterTable;

typedef struct InvitedTable {
    SourceOptions source; /* without a path: it is not known how many were invited */
    Str unit, round, group, count; /* unit: its number or name */
    Place unit_place, round_place, group_place, count_place;
} InvitedTable;

/* What a deck may know of units other than its own. */
typedef enum OtherUnits {
    OTHERS_HIDDEN,    /* nothing */
    OTHERS_ANONYMOUS, /* their means over all groups, without a name */
    OTHERS_NAMED,
} OtherUnits;

/* Which answers raise which themes, and the headings of that table. */
typedef struct ThemeTable {
    SourceOptions source; /* without a path: answers are not coded */
    Str respondent, question, theme;
    Place respondent_place, question_place, theme_place;
} ThemeTable;

typedef struct Description {
    Str path;      /* of the description itself */
    Wording name;  /* "Næringsundersøkelsen 2024" */
    Str round;     /* "2024" */
    Date from, to; /* when answers were taken in */
    Date presented;
    Wording region; /* name of the region */
    SourceOptions export;
    Str previous_path; /* description of the round before; empty when there is none */
    Place previous_place;
    Str id_column, weight_column;
    Str unit_column;  /* empty: all are of one unit, named as the survey */
    Str group_column; /* empty: all are of one group */
    Place unit_column_place, group_column_place, weight_column_place, id_column_place;
    /* Both set: the export is long, a row for each answer. `column` of a statement is
     * then what stands in the column of the question. */
    Str question_column, value_column;
    Place question_column_place, value_column_place;
    /* Both set: the export is counted, a row for each statement, unit and group. An
     * answer of the scale is then the heading of the column with its share. */
    Str statement_column, count_column;
    Place statement_column_place, count_column_place;
    Str all_answer;  /* what stands for all units, or all groups, in such an export */
    bool has_counts; /* its cells are counts, not per cent */
    StrList other_columns; /* known and not used; a column nobody names is a note */
    CodeTable code_table;
    /* That of statements which name none, then the named ones, then that from 0 to 10.
     */
    const Scale *scales;
    int scale_count;
    const Group *groups;
    int group_count;
    const Section *sections;
    int section_count;
    const Statement *statements;
    int statement_count;
    const Question *questions;
    int question_count;
    const AnswerTheme *themes;
    int theme_count;
    const Omission *omissions;
    int omission_count;
    int min_answers;     /* figures from fewer are hidden; default 5, may be raised */
    int min_respondents; /* open answers of a group with fewer are hidden; default 10 */
    Wording override;    /* why the limits are lower than that; else unset */
    OtherUnits other_units;
    /* A change or difference is marked from here on, if its interval excludes zero:
     * in steps (a scale may have its own), and of a share (0–1). */
    double least_difference, least_share_difference;
    bool region_is_others;   /* the region is without the unit that it stands beside */
    bool region_is_of_units; /* its means are over units, not over people */
    RegisterTable register_table;
    InvitedTable invited_table;
    ThemeTable theme_table;
    Wording note; /* printed on the method slide: «Svarene er syntetiske» */
} Description;

/* `from`: the value that names the file. False with errors in diags. */
bool description_read(Arena *arena, Str path, Place from, Description *out,
                      Diags *diags);

/* Of two rounds that are shown side by side the stricter limits hold for both. */
void description_share_limits(Description *a, Description *b);

/* Makes sure that all its texts can be read in a language: see wording_settle. */
bool description_settle(Arena *arena, Description *description, Str language,
                        Str fallback, Diags *diags);

int description_find_statement(const Description *description, Str id); /* or -1 */
int description_find_question(const Description *description, Str id);
int description_find_group(const Description *description, Str id);

/* The scale of a statement by its index. */
const Scale *description_scale(const Description *description, int statement);
/* Value of the last step. */
int scale_last(const Scale *scale);
/* Whether figures of the one are comparable with those of the other: as many steps of
 * the same values, and no answers that are known to mean something else. */
bool scale_is_like(const Scale *scale, const Scale *other);

/* For the reference and the JSON Schema. */
extern const Schema description_schema;

#endif
