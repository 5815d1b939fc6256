/* tool.h - survey tools, known by the headings of the columns that they add themselves,
 * in Norwegian and English. One row a tool; to add one, add a row. */
#ifndef SURVEY_TOOL_H
#define SURVEY_TOOL_H
#include "base/str.h"

/* What a column holds that the tool added. */
typedef enum ToolRole {
    ROLE_NONE,      /* a question */
    ROLE_IDENTITY,  /* tells respondents apart */
    ROLE_TIME,      /* when it was answered */
    ROLE_PERSONAL,  /* who or where: name, e-mail, IP address, position, token */
    ROLE_TECHNICAL, /* of the sending out: status, duration, language */
    ROLE_COMPLETED, /* a time or a word; empty or «no» for those who did not finish */
} ToolRole;

typedef struct ToolColumn {
    const char *heading; /* as compared without regard to case; «*» at either end
                            stands for anything */
    ToolRole role;
} ToolColumn;

enum { TOOL_HEADING_ROWS = 3 };

typedef struct Tool {
    const char *name;
    const ToolColumn *columns; /* NULL heading behind the last */
    int min_match;             /* so many of them must be there */
    int heading_rows;
    const char *joint; /* between the answers of a multiple choice */
} Tool;

/* The first rows of a table, as many as the tool writes above the answers. */
typedef struct Headings {
    const Tool *tool; /* NULL: a plain table */
    Str *rows[TOOL_HEADING_ROWS];
    int row_count, count;
} Headings;

/* Takes a row that belongs to the headings, without its HTML; false when it is the
 * first of the answers. Copies what it keeps. */
bool headings_take(Arena *arena, Headings *headings, const Str *cells, int count);

/* What the column is headed by: of several rows the question, with the row or the
 * choice in brackets. */
Str headings_text(Arena *arena, const Headings *headings, int column);

/* Whether the tool says that the column was answered in the respondent's own words. */
bool headings_is_open(const Headings *headings, int column);

/* What the tool says that a column is; ROLE_NONE for a question, or without a tool what
 * the heading alone gives away. */
ToolRole headings_role(Arena *scratch, const Headings *headings, int column);

#endif
