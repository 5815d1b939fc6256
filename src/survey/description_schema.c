/* What may stand in a description: a table for each of its mappings. */
#include "survey/description_file.h"

#include "base/messages.h"

/* A row: key, FIELD_ type, the member that it fills, and what else there is. */
#define KEY(text, kind, Struct, member, ...)                                           \
    {                                                                                  \
        .key = (text), .type = FIELD_##kind, .offset = offsetof(Struct, member),       \
        __VA_ARGS__                                                                    \
    }
#define SCHEMA(of, Struct, rows, text)                                                 \
    {                                                                                  \
        .name = (of), .size = sizeof(Struct), .fields = (rows),                        \
        .field_count = FIELD_COUNT(rows), .help = (text)                               \
    }

const char description_delimiters[] = { 0, ',', ';', '\t', '|' };
static const char *const delimiter_names[] = { "any", "comma", "semicolon",
                                               "tab", "bar",   NULL };
/* In the order of SourceEncoding. */
static const char *const encoding_names[] = {
    "any",        "utf-8",       "utf-16le",  "utf-16be", "windows-1252",
    "iso-8859-1", "iso-8859-15", "mac-roman", NULL
};
#define DELIMITER(Struct)                                                              \
    KEY("delimiter", CHOICE, Struct, delimiter, .fallback = "any",                     \
        .choices = delimiter_names,                                                    \
        .help = "what stands between two cells; recognised unless given")
#define ENCODING(Struct)                                                               \
    KEY("encoding", CHOICE, Struct, encoding, .fallback = "any",                       \
        .choices = encoding_names,                                                     \
        .help = "how the file writes letters; recognised unless given")
#define SHEET(Struct, member)                                                          \
    KEY("sheet", STRING, Struct, member,                                               \
        .help = "name of the sheet, when the file is a workbook; else its first")

static const Field survey_fields[] = {
    KEY("name", WORDING, FileSurvey, name, .is_required = true,
        .help = MESSAGE("what the survey is called, as decks print it")),
    KEY("round", STRING, FileSurvey, round, .is_required = true,
        .help = MESSAGE("a short name of this round, such as the year")),
    KEY("region", WORDING, FileSurvey, region, .is_required = true,
        .help = MESSAGE("what all units together are called inside a sentence")),
    KEY("from", DATE, FileSurvey, from,
        .help = "first day on which answers were taken in"),
    KEY("to", DATE, FileSurvey, to, .place_offset = offsetof(FileSurvey, to_place),
        .help = "last day on which answers were taken in"),
    KEY("presented", DATE, FileSurvey, presented,
        .place_offset = offsetof(FileSurvey, presented_place),
        .help = "the day on which the results are presented"),
};
static const Schema survey_schema =
    SCHEMA("survey", FileSurvey, survey_fields, "what was asked, and when");

static const char *const cell_names[] = { "percent", "counts", NULL };

static const Field export_fields[] = {
    KEY("file", PATH, FileExport, source.path, .is_required = true,
        .place_offset = offsetof(FileExport, source.from),
        .help = MESSAGE("the file that the survey tool wrote")),
    DELIMITER(FileExport),
    ENCODING(FileExport),
    SHEET(FileExport, source.sheet),
    KEY("cells", CHOICE, FileExport, cells, .fallback = "percent",
        .choices = cell_names,
        .help = "of an export that is counted already: what the cells of the answers "
                "hold"),
};
static const Schema export_schema =
    SCHEMA("export", FileExport, export_fields, "where the answers are");

static const Field column_fields[] = {
    KEY("unit", STRING, FileColumns, unit,
        .place_offset = offsetof(FileColumns, unit_place),
        .help = "heading of the column with the respondent's unit; else all are of "
                "one unit, named as the survey"),
    KEY("group", STRING, FileColumns, group,
        .place_offset = offsetof(FileColumns, group_place),
        .help = "heading of the column with the respondent's group; else all are of "
                "one group"),
    KEY("id", STRING, FileColumns, id, .place_offset = offsetof(FileColumns, id_place),
        .help = "heading of the column that numbers the respondents"),
    KEY("weight", STRING, FileColumns, weight,
        .place_offset = offsetof(FileColumns, weight_place),
        .help = "heading of the column with the respondents' weights"),
    KEY("question", STRING, FileColumns, question,
        .place_offset = offsetof(FileColumns, question_place),
        .help = "of an export with a row for each answer: heading of the column that "
                "says what was asked"),
    KEY("value", STRING, FileColumns, value,
        .place_offset = offsetof(FileColumns, value_place),
        .help = "of such an export: heading of the column with the answer"),
    KEY("statement", STRING, FileColumns, statement,
        .place_offset = offsetof(FileColumns, statement_place),
        .help = "of an export that is counted already: heading of the column that says "
                "which statement a row is about"),
    KEY("count", STRING, FileColumns, count,
        .place_offset = offsetof(FileColumns, count_place),
        .help = "of such an export: heading of the column with the number of answers"),
    KEY("all", STRING, FileColumns, all,
        .help =
            "of such an export: what stands for all units, or all groups, together"),
    KEY("unused", STRINGS, FileColumns, unused,
        .help =
            "headings of known columns, or questions of an export with a row for each "
            "answer, that are dropped when the export is read"),
};
static const Schema column_schema =
    SCHEMA("columns part", FileColumns, column_fields,
           "which columns say who answered, and which are not used");

static const Field code_fields[] = {
    KEY("file", PATH, FileCodes, table.source.path, .is_required = true,
        .place_offset = offsetof(FileCodes, table.source.from),
        .help = MESSAGE("table of the codes: a row for each code of each column")),
    DELIMITER(FileCodes),
    ENCODING(FileCodes),
    SHEET(FileCodes, table.source.sheet),
    KEY("bare", BOOL, FileCodes, table.is_bare, .fallback = "no",
        .help = "whether the table has no headings: its columns are called 1, 2, 3"),
    KEY("column", STRING, FileCodes, table.column, .is_required = true,
        .place_offset = offsetof(FileCodes, table.column_place),
        .help = MESSAGE("heading of the column that names a column of the export")),
    KEY("code", STRING, FileCodes, table.code, .is_required = true,
        .place_offset = offsetof(FileCodes, table.code_place),
        .help =
            MESSAGE("heading of the column with the code, as the export writes it")),
    KEY("label", STRING, FileCodes, table.label, .is_required = true,
        .place_offset = offsetof(FileCodes, table.label_place),
        .help =
            MESSAGE("heading of the column with the answer that the code stands for")),
};
static const Schema code_schema =
    SCHEMA("codes", FileCodes, code_fields, "what the codes of the export stand for");

static const Field register_fields[] = {
    KEY("file", PATH, FileRegister, table.source.path, .is_required = true,
        .place_offset = offsetof(FileRegister, table.source.from),
        .help = MESSAGE("table of the units")),
    DELIMITER(FileRegister),
    ENCODING(FileRegister),
    SHEET(FileRegister, table.source.sheet),
    KEY("number", STRING, FileRegister, table.number, .is_required = true,
        .place_offset = offsetof(FileRegister, table.number_place),
        .help = MESSAGE("heading of the column with the units' numbers")),
    KEY("name", STRING, FileRegister, table.name, .is_required = true,
        .place_offset = offsetof(FileRegister, table.name_place),
        .help = MESSAGE("heading of the column with the units' names")),
    KEY("language", STRING, FileRegister, table.language,
        .place_offset = offsetof(FileRegister, table.language_place),
        .help = "heading of the column with the written form of Norwegian"),
    KEY("logo", STRING, FileRegister, table.logo,
        .place_offset = offsetof(FileRegister, table.logo_place),
        .help = "heading of the column with the unit's own logo: a file, as seen from "
                "the register's folder"),
    KEY("brand", STRING, FileRegister, table.brand,
        .place_offset = offsetof(FileRegister, table.brand_place),
        .help = "heading of the column with the unit's own colour: the theme's brand, "
                "from which lighter ones are made"),
    KEY("accent", STRING, FileRegister, table.accent,
        .place_offset = offsetof(FileRegister, table.accent_place),
        .help = "heading of the column with the colour that marks the unit in charts"),
};
static const Schema register_schema = SCHEMA("register", FileRegister, register_fields,
                                             "the units that may be answered for");

static const Field invited_fields[] = {
    KEY("file", PATH, FileInvited, table.source.path, .is_required = true,
        .place_offset = offsetof(FileInvited, table.source.from),
        .help = MESSAGE("table of how many were invited")),
    DELIMITER(FileInvited),
    ENCODING(FileInvited),
    SHEET(FileInvited, table.source.sheet),
    KEY("unit", STRING, FileInvited, table.unit, .is_required = true,
        .place_offset = offsetof(FileInvited, table.unit_place),
        .help = MESSAGE("heading of the column with the unit's number or name")),
    KEY("round", STRING, FileInvited, table.round,
        .place_offset = offsetof(FileInvited, table.round_place),
        .help =
            "heading of the column with the round; rows of other rounds are not used"),
    KEY("group", STRING, FileInvited, table.group, .is_required = true,
        .place_offset = offsetof(FileInvited, table.group_place),
        .help =
            MESSAGE("heading of the column with the group, as the export writes it")),
    KEY("count", STRING, FileInvited, table.count, .is_required = true,
        .place_offset = offsetof(FileInvited, table.count_place),
        .help = MESSAGE("heading of the column with the number invited")),
};
static const Schema invited_schema =
    SCHEMA("invited", FileInvited, invited_fields, "how many were invited");

static const Field theme_table_fields[] = {
    KEY("file", PATH, FileThemeTable, table.source.path, .is_required = true,
        .place_offset = offsetof(FileThemeTable, table.source.from),
        .help = MESSAGE("table with a row for each theme of an open answer")),
    DELIMITER(FileThemeTable),
    ENCODING(FileThemeTable),
    SHEET(FileThemeTable, table.source.sheet),
    KEY("respondent", STRING, FileThemeTable, table.respondent, .is_required = true,
        .place_offset = offsetof(FileThemeTable, table.respondent_place),
        .help = MESSAGE(
            "heading of the column with the respondent, as the id column has it")),
    KEY("question", STRING, FileThemeTable, table.question, .is_required = true,
        .place_offset = offsetof(FileThemeTable, table.question_place),
        .help = MESSAGE("heading of the column with the question, by its code")),
    KEY("theme", STRING, FileThemeTable, table.theme, .is_required = true,
        .place_offset = offsetof(FileThemeTable, table.theme_place),
        .help = MESSAGE("heading of the column with the theme, by its code")),
};
static const Schema theme_table_schema =
    SCHEMA("theme-table", FileThemeTable, theme_table_fields,
           "which answers raise which themes");

static const Field step_fields[] = {
    KEY("answer", STRING, FileStep, answer, .is_required = true,
        .place_offset = offsetof(FileStep, answer_place),
        .help = MESSAGE("the answer as it stands in the export")),
    KEY("label", WORDING, FileStep, label,
        .help = "the answer as decks print it; the answer itself unless given"),
    KEY("short", WORDING, FileStep, brief,
        .help =
            "the same for legends, where long ones are cut; the label unless given"),
};
static const Schema step_schema =
    SCHEMA("step", FileStep, step_fields, "one step of the scale");

static const Field scale_fields[] = {
    KEY("steps", OBJECTS, FileScale, steps, .is_required = true, .schema = &step_schema,
        .help = MESSAGE("the answers that count, from least to most agreeing")),
    KEY("unsure", STRINGS, FileScale, unsure,
        .help = "answers outside the 100 %, such as «Vet ikke»"),
    KEY("missing", STRINGS, FileScale, missing,
        .help = "answers that count as none, such as -9 or «Ikke relevant»"),
    KEY("first", INTEGER, FileScale, first, .min = SCALE_FIRST_MIN,
        .max = SCALE_FIRST_MAX, .place_offset = offsetof(FileScale, first_place),
        .help = "value of the first step, as means print it; else the answers' own "
                "where they are numbers in order, or 1"),
    KEY("agree-from", INTEGER, FileScale, agree_from, .min = 1, .max = STEP_MAX,
        .place_offset = offsetof(FileScale, agree_place),
        .help = "first step that counts as agreeing; else those above the middle"),
    KEY("disagree-to", INTEGER, FileScale, disagree_to, .min = 1, .max = STEP_MAX,
        .place_offset = offsetof(FileScale, disagree_place),
        .help = "last step that counts as disagreeing; else those below the middle"),
    KEY("difference", NUMBER, FileScale, difference, .min = 0, .max = STEP_MAX,
        .place_offset = offsetof(FileScale, difference_place),
        .help = "steps from which a difference of means may be called clear; else that "
                "under \"marks\""),
};
static const Schema scale_schema = SCHEMA(
    "scale", FileScale, scale_fields, "the answers that may be given to a statement");

static const Field group_fields[] = {
    KEY("answer", STRING, FileGroup, answer,
        .place_offset = offsetof(FileGroup, answer_place),
        .help = "the group as it stands in the export; not for the one group of an "
                "export without a column for it"),
    KEY("name", WORDING, FileGroup, name, .is_required = true,
        .help = MESSAGE("the group as decks print it")),
    KEY("among", WORDING, FileGroup, among,
        .help =
            "in a sentence, with its preposition: «blant gründerne»; else «i gruppen» "
            "and its name"),
};
static const Schema group_schema =
    SCHEMA("group", FileGroup, group_fields, "a kind of respondent");

static const Field section_fields[] = {
    KEY("name", WORDING, FileSection, name, .is_required = true,
        .help = MESSAGE("the section as decks print it")),
};
static const Schema section_schema =
    SCHEMA("section", FileSection, section_fields, "statements that belong together");

/* What a statement and a question from 0 to 10 have alike; what: what it is called. */
#define ASKED(what)                                                                    \
    KEY("column", STRING, FileStatement, column, .is_required = true,                  \
        .place_offset = offsetof(FileStatement, column_place),                         \
        .help = MESSAGE("its heading in the export")),                                 \
        KEY("text", WORDING, FileStatement, text,                                      \
            .help = "the " what " word for word; its heading unless given"),           \
        KEY("label", WORDING, FileStatement, label,                                    \
            .help = "a short text for tables; the " what " itself unless given"),      \
        KEY("section", ID, FileStatement, section,                                     \
            .place_offset = offsetof(FileStatement, section_place),                    \
            .help = "the section that it belongs to")
#define COMPARED                                                                       \
    KEY("comparable", BOOL, FileStatement, is_comparable, .fallback = "yes",           \
        .help = "no: too much changed since the previous round to show the change"),   \
        KEY("previous", ID, FileStatement, previous,                                   \
            .place_offset = offsetof(FileStatement, previous_place),                   \
            .help = "its id in the previous round, where that was another"),           \
        KEY("reason", WORDING, FileStatement, reason,                                  \
            .help = "why it is not comparable; printed on the slide about the method")

static const Field statement_fields[] = {
    ASKED("statement"),
    KEY("scale", ID, FileStatement, scale,
        .place_offset = offsetof(FileStatement, scale_place),
        .help = "the id of its scale under \"scales\"; else the plain \"scale\""),
    KEY("missing", STRINGS, FileStatement, missing,
        .help = "answers to it that count as none, besides those of the scale"),
    KEY("reversed", BOOL, FileStatement, is_reversed, .fallback = "no",
        .help = "whether to agree is bad: steps are counted from the other end"),
    COMPARED,
};
static const Schema statement_schema =
    SCHEMA("statement", FileStatement, statement_fields, "one statement of the survey");

static const Field recommend_fields[] = {
    ASKED("question"),
    KEY("scale", ID, FileStatement, scale,
        .place_offset = offsetof(FileStatement, scale_place),
        .help = "the id of a scale from 0 to 10, where its answers are written in "
                "another way than 0, 1 … 10"),
    KEY("missing", STRINGS, FileStatement, missing,
        .help = "answers to it that count as none"),
    COMPARED,
};
static const Schema recommend_schema =
    SCHEMA("question from 0 to 10", FileStatement, recommend_fields,
           "how likely one is to recommend");

static const Field question_fields[] = {
    KEY("column", STRING, FileQuestion, column,
        .place_offset = offsetof(FileQuestion, column_place),
        .help = "its heading in the export; without it the answers are not there"),
    KEY("text", WORDING, FileQuestion, text,
        .help = "the question word for word; its heading unless given"),
    KEY("label", WORDING, FileQuestion, label,
        .help = "a short text for tables; the question itself unless given"),
    KEY("code", STRING, FileQuestion, code,
        .help = "what the file of coded answers calls it; its id unless given"),
};
static const Schema question_schema =
    SCHEMA("question", FileQuestion, question_fields, "one open question");

static const Field theme_fields[] = {
    KEY("name", WORDING, FileTheme, name, .is_required = true,
        .help = MESSAGE("the theme as decks print it")),
    KEY("code", STRING, FileTheme, code,
        .help = "what the file of coded answers calls it; its id unless given"),
};
static const Schema theme_schema =
    SCHEMA("theme", FileTheme, theme_fields, "what open answers are about");

static const Field omission_fields[] = {
    KEY("respondent", STRING, FileOmission, respondent,
        .help = "value of the id column: the whole row is left out"),
    KEY("answer", STRING, FileOmission, answer,
        .help = "open answers that read so are left out"),
    KEY("reason", STRING, FileOmission, reason, .is_required = true,
        .help = MESSAGE("why; for whoever reads the description")),
};
static const Schema omission_schema =
    SCHEMA("omission", FileOmission, omission_fields, "what is not to be counted");

static const char *const other_units_names[] = { "hidden", "anonymous", "named", NULL };
static const Field privacy_fields[] = {
    KEY("min-answers", INTEGER, FilePrivacy, min_answers, .fallback = "5", .min = 1,
        .max = -1, .place_offset = offsetof(FilePrivacy, answers_place),
        .help = "figures from fewer answers are hidden, and how many of a group "
                "responded when they were fewer; below 5 with override only"),
    KEY("min-respondents", INTEGER, FilePrivacy, min_respondents, .fallback = "10",
        .min = 1, .max = -1, .place_offset = offsetof(FilePrivacy, respondents_place),
        .help = "open answers of a group with fewer respondents are neither shown nor "
                "counted; below 10 with override only"),
    KEY("override", WORDING, FilePrivacy, override,
        .help = "why limits are lowered; printed on the slide about the method"),
    KEY("other-units", CHOICE, FilePrivacy, other_units, .fallback = "anonymous",
        .choices = other_units_names,
        .help = "what a deck shows of other units' means: nothing, or with or without "
                "their names"),
};
static const Schema privacy_schema =
    SCHEMA("privacy", FilePrivacy, privacy_fields,
           "from how few nothing is shown; where all answered alike, nothing is "
           "either, unless min-answers is 1");

static const Field marks_fields[] = {
    KEY("difference", NUMBER, FileMarks, difference, .fallback = "0.2", .min = 0,
        .max = STEP_MAX,
        .help = "steps from which a difference of means may be called clear"),
    KEY("share", NUMBER, FileMarks, share, .fallback = "5", .min = 0, .max = 100,
        .help = "percentage points from which a difference of shares may"),
};
static const Schema marks_schema =
    SCHEMA("marks", FileMarks, marks_fields,
           "from where a difference is called clear, if its interval excludes zero; "
           "about the same is a smaller one, if its interval ends below twice that; "
           "highest and lowest are clear differences to each of the others");

static const char *const own_names[] = { "in", "out", NULL };
static const char *const mean_of_names[] = { "people", "units", NULL };
static const Field region_fields[] = {
    KEY("own", CHOICE, FileRegion, own, .fallback = "in", .choices = own_names,
        .help = "whether the region that a unit is compared with has the unit in it"),
    KEY("mean-of", CHOICE, FileRegion, mean_of, .fallback = "people",
        .choices = mean_of_names,
        .help = "whether each person counts as much, or each unit"),
};
static const Schema region_schema =
    SCHEMA("region", FileRegion, region_fields, "what a unit is compared with");

static const Field description_fields[] = {
    KEY("survey", OBJECT, DescriptionFile, survey, .is_required = true,
        .schema = &survey_schema, .help = MESSAGE("what was asked, and when")),
    KEY("export", OBJECT, DescriptionFile, export, .is_required = true,
        .schema = &export_schema, .help = MESSAGE("where the answers are")),
    KEY("columns", OBJECT, DescriptionFile, columns, .is_required = true,
        .schema = &column_schema,
        .help = MESSAGE("which columns say who answered, and which are not used")),
    KEY("codes", OBJECT, DescriptionFile, codes, .schema = &code_schema,
        .help = "what the codes of the export stand for, where it holds codes"),
    KEY("register", OBJECT, DescriptionFile, register_, .schema = &register_schema,
        .help = "the units that may be answered for; those of the export unless given"),
    KEY("invited", OBJECT, DescriptionFile, invited, .schema = &invited_schema,
        .help = "how many were invited"),
    KEY("scale", OBJECT, DescriptionFile, scale, .schema = &scale_schema,
        .place_offset = offsetof(DescriptionFile, scale_place),
        .help = "the answers that may be given to a statement which names no other "
                "scale"),
    KEY("scales", OBJECT_MAP, DescriptionFile, scales, .schema = &scale_schema,
        .help = "further scales, by the ids that statements name them with"),
    KEY("groups", OBJECT_MAP, DescriptionFile, groups, .is_required = true,
        .schema = &group_schema,
        .place_offset = offsetof(DescriptionFile, groups_place),
        .help = MESSAGE("kinds of respondents, in the order in which they are shown")),
    KEY("sections", OBJECT_MAP, DescriptionFile, sections, .schema = &section_schema,
        .help = "statements that belong together"),
    KEY("statements", OBJECT_MAP, DescriptionFile, statements, .is_required = true,
        .schema = &statement_schema,
        .help = MESSAGE(
            "what is agreed or disagreed with, in the order of the questionnaire")),
    KEY("recommend", OBJECT_MAP, DescriptionFile, recommend,
        .schema = &recommend_schema,
        .help = "how likely one is to recommend, from 0 to 10"),
    KEY("questions", OBJECT_MAP, DescriptionFile, questions, .schema = &question_schema,
        .help = "what is answered in free text"),
    KEY("themes", OBJECT_MAP, DescriptionFile, themes, .schema = &theme_schema,
        .help = "what the open answers are about, as they are coded"),
    KEY("theme-table", OBJECT, DescriptionFile, theme_table,
        .schema = &theme_table_schema,
        .place_offset = offsetof(DescriptionFile, theme_table_place),
        .help = "which answers raise which themes"),
    KEY("leave-out", OBJECTS, DescriptionFile, omissions, .schema = &omission_schema,
        .help = "respondents and open answers that are not to be counted"),
    KEY("privacy", OBJECT, DescriptionFile, privacy, .schema = &privacy_schema,
        .help = "from how few nothing is shown"),
    KEY("marks", OBJECT, DescriptionFile, marks, .schema = &marks_schema,
        .help = "from where a difference is called clear"),
    KEY("region", OBJECT, DescriptionFile, region, .schema = &region_schema,
        .help = "what a unit is compared with"),
    KEY("previous", PATH, DescriptionFile, previous,
        .place_offset = offsetof(DescriptionFile, previous_place),
        .help = "the description of the round before"),
    KEY("note", WORDING, DescriptionFile, note,
        .help = "printed on the slide about the method"),
};
const Schema description_schema =
    SCHEMA("description", DescriptionFile, description_fields,
           "the description of a survey: what its export holds");
