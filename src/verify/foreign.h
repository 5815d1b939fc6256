/* foreign.h - open answers where none belong: in the author's words, in alternative
 * texts, painted without a tag, or beside the pages. Quotations are for answers.h. Of
 * an answer any stretch of so many letters is found, whatever stands between them;
 * shorter ones tell nobody apart. */
#ifndef VERIFY_FOREIGN_H
#define VERIFY_FOREIGN_H
#include "verify/checker.h"

/* All answers of both rounds; made once, for all decks. */
typedef struct Foreign Foreign;

/* previous: NULL when there is no earlier round. Borrows the surveys. What the
 * description says itself is nobody's answer. */
Foreign *foreign_make(Arena *arena, const Survey *survey, const Survey *previous);

/* The same for one deck: its own answers, so far as they may be shown, are excused. */
Foreign *foreign_of(Checker *checker, const Foreign *shared);

/* Faults for all texts of the entry's part of the tree but its quotations … */
void foreign_check(Checker *checker, const Foreign *foreign,
                   const PrintedNode *section);
/* … and for what no tag holds. */
void foreign_check_extra(Checker *checker, const Foreign *foreign);

#endif
