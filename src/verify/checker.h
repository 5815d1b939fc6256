/* checker.h - one deck being checked: what it was read as, what it is held against, and
 * what was found. Every figure in it must be explained: by a pattern of what may stand
 * there, whose figure is then counted anew. */
#ifndef VERIFY_CHECKER_H
#define VERIFY_CHECKER_H
#include "verify/count.h"
#include "verify/pattern.h"
#include "verify/printed.h"

#include "layout/scope.h"

typedef struct Checker {
    Arena *arena;
    Diags *diags; /* an error for each thing that is wrong */
    Str file;     /* for messages */
    const Printed *printed;
    View view;
    const Slice *slice; /* who the unit is, and which descriptions hold */
    Scope scope;        /* its entries are those of the deck, with pages as printed */
    Spelling spelling;
    bool is_miniature;           /* a handout of the slides as they are, made smaller */
    int entry;                   /* being looked at */
    const TextPattern *patterns; /* whole texts that may stand in it */
    int pattern_count;
    const TextPattern *sentences; /* what may stand behind one another in a text */
    int sentence_count;
    int ranked_count;  /* rows of its ranking that were seen */
    int row_statement; /* that the rows of a table are about; -1: none yet */
    long figure_count, answer_count;
} Checker;

/* The description of this round. */
const Description *checker_description(const Checker *checker);
/* The statement, question, that the entry is about; -1: none. */
int checker_statement(const Checker *checker);
int checker_question(const Checker *checker);
/* Whether that is a question from 0 to 10, of which the net score is shown. */
bool checker_is_recommend(const Checker *checker);
/* Whether the entry's slide is of a kind. */
bool checker_is_kind(const Checker *checker, const char *kind);

/* "page 9: …"; the context is what the fault stands in. */
void checker_fail(Checker *checker, int page, Str context, const char *format, ...)
    PRINTF_LIKE(4, 5);

/* Counts every figure in a match anew and reports those that are wrong. */
void checker_match(Checker *checker, const Match *match, int page, Str context);

/* A text without a figure needs no explanation; any other must fit what may stand in
 * the entry. */
void checker_text(Checker *checker, Str text, int page);
/* Whether a text fits what may stand in the entry, and its figures hold. */
bool checker_knows(Checker *checker, Str text);
/* The same of rows one behind the other, each one of the patterns. False when they do
 * not fit, and nothing is reported. */
bool checker_rows(Checker *checker, const TextPattern *rows, int count, Str text,
                  int page);

#endif
