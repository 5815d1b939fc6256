/* column.h - a column of an export that nobody has described: what stands in it, how
 * often, and what kind of column that makes it. */
#ifndef SURVEY_COLUMN_H
#define SURVEY_COLUMN_H
#include "survey/answer_word.h"
#include "survey/codebook.h"
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

/* So many values are told apart, of at most so many bytes. */
enum { COLUMN_VALUE_MAX = 400, COLUMN_TEXT_MAX = 240 };

/* Something that stands in a column, and how often. */
typedef struct ColumnValue {
    Str text; /* white space folded */
    int count;
} ColumnValue;

/* A column being counted. Values beyond COLUMN_VALUE_MAX are not told apart. */
typedef struct Counter {
    Str heading, asked; /* asked: what was, where a table beside the export says so */
    ToolRole role;
    const Coding *coding;
    bool is_open;      /* the tool says so */
    const char *joint; /* between the answers of a multiple choice; NULL: not known */
    VEC(ColumnValue) values;
    bool has_more; /* than are told apart */
    bool is_full;
    int rows; /* cells seen, empty or not */
    int answered, numbers, times, joined, lines;
    size_t bytes;
    double least, most; /* of the numbers */
    bool has_fractions;
} Counter;

/* As the kind is called in a table for people and in JSON. */
const char *column_kind_name(ColumnKind kind);

/* Counts what stands in a cell; nothing of a column that is personal is kept. */
void column_add(Counter *counter, Arena *keep, Arena *scratch, Str cell);

/* Whether a cell of a ROLE_COMPLETED says that the respondent did not finish. */
bool column_is_unfinished(Arena *scratch, Str cell);

/* What the tool or else the answers say. */
ColumnKind column_judge(const Counter *counter, Arena *scratch);

/* Whether one of the words (NULL behind the last) stands in the heading or in what was
 * asked. */
bool column_names(Arena *scratch, const Counter *counter, const char *const *words);

#endif
