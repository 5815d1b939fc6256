/* codebook.h - what the codes of an export stand for: a table (CSV) with a row for each
 * code of each column. */
#ifndef SURVEY_CODEBOOK_H
#define SURVEY_CODEBOOK_H
#include "survey/description.h"

typedef struct Code {
    Str code, label;
} Code;

/* The codes of one column of the export. */
typedef struct Coding {
    Str column;   /* as compared, see table_key */
    Str question; /* what was asked; empty where the book does not say */
    const Code *codes;
    int code_count;
} Coding;

typedef struct CodeBook {
    const Coding *codings;
    int coding_count;
} CodeBook;

/* A description without a code book gives an empty one. Errors: a code that stands
 * twice for a column, with different labels. */
bool codebook_read(Arena *arena, const Description *description, CodeBook *out,
                   Diags *diags);

/* Borrowed from the book, or NULL when it says nothing about the column. */
const Coding *codebook_find(const CodeBook *book, Str column);

/* What a cell says: the label of its code; the cell itself where the book does not know
 * it (or there is no coding: NULL). */
Str coding_label(const Coding *coding, Str cell);

#endif
