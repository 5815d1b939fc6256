/* description_file.h - the description as it is written: one struct a mapping of the
 * file, filled by description_schema. description.c checks it and ties it together. */
#ifndef SURVEY_DESCRIPTION_FILE_H
#define SURVEY_DESCRIPTION_FILE_H
#include "survey/description.h"

typedef struct FileSurvey {
    Wording name;
    Str round;
    Date from, to, presented;
    Place to_place, presented_place;
    Wording region;
} FileSurvey;

typedef struct FileExport {
    SourceOptions source;
    int delimiter, encoding; /* index in description_delimiters; SourceEncoding */
    int cells;               /* 0: percent, 1: counts */
} FileExport;

typedef struct FileColumns {
    Str id, unit, group, weight, question, value;
    Place id_place, unit_place, group_place, weight_place, question_place, value_place;
    Str statement, count, all;
    Place statement_place, count_place;
    StrList unused;
} FileColumns;

typedef struct FileCodes {
    CodeTable table;
    int delimiter, encoding;
} FileCodes;

typedef struct FileRegister {
    RegisterTable table;
    int delimiter, encoding;
} FileRegister;

typedef struct FileInvited {
    InvitedTable table;
    int delimiter, encoding;
} FileInvited;

typedef struct FileThemeTable {
    ThemeTable table;
    int delimiter, encoding;
} FileThemeTable;

typedef struct FileStep {
    Str answer;
    Place answer_place;
    Wording label, brief;
} FileStep;

typedef struct FileScale {
    ObjectList steps; /* FileStep */
    StrList unsure, missing;
    int first, agree_from, disagree_to; /* the last two: 0: not given */
    double difference;
    Place first_place, agree_place, disagree_place, difference_place;
} FileScale;

typedef struct FileGroup {
    Str answer;
    Place answer_place;
    Wording name, among;
} FileGroup;

typedef struct FileSection {
    Wording name;
} FileSection;

typedef struct FileStatement {
    Str column;
    Place column_place;
    Wording text, label;
    Str section, scale;
    Place section_place, scale_place;
    StrList missing;
    bool is_reversed, is_comparable;
    Str previous;
    Place previous_place;
    Wording reason;
} FileStatement;

typedef struct FileQuestion {
    Str column;
    Place column_place;
    Wording text, label;
    Str code;
} FileQuestion;

typedef struct FileTheme {
    Wording name;
    Str code;
} FileTheme;

typedef struct FileOmission {
    Str respondent, answer, reason;
} FileOmission;

typedef struct FilePrivacy {
    int min_answers, min_respondents;
    Place answers_place, respondents_place;
    Wording override;
    int other_units; /* OtherUnits */
} FilePrivacy;

typedef struct FileMarks {
    double difference, share;
} FileMarks;

typedef struct FileRegion {
    int own, mean_of; /* index in the words that they take */
} FileRegion;

typedef struct DescriptionFile {
    FileSurvey survey;
    FileExport export;
    FileColumns columns;
    FileCodes codes;
    FileRegister register_;
    FileInvited invited;
    FileScale scale;
    ObjectList scales;                                          /* FileScale */
    ObjectList groups, sections, statements, questions, themes; /* File… each */
    ObjectList recommend;                                       /* FileStatement */
    FileThemeTable theme_table;
    Place theme_table_place;
    Place groups_place, scale_place;
    ObjectList omissions; /* FileOmission */
    FilePrivacy privacy;
    FileMarks marks;
    FileRegion region;
    Str previous;
    Place previous_place;
    Wording note;
} DescriptionFile;

/* The characters of the words that `delimiter` takes. */
extern const char description_delimiters[];

#endif
