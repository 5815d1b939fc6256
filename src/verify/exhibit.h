/* exhibit.h - charts and tables: what their alternative texts and their cells say. */
#ifndef VERIFY_EXHIBIT_H
#define VERIFY_EXHIBIT_H
#include "verify/checker.h"

/* Every figure of an alternative text. A text without figures (a logo's, a picture's)
 * needs no explanation; the author's are explained as any other. */
void exhibit_alternative(Checker *checker, const PrintedNode *figure);

/* Every cell of a table: by what stands at the head of its column and its row. */
void exhibit_table(Checker *checker, const PrintedNode *table);

#endif
