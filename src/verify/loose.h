/* loose.h - what a page paints without a tag. Nobody who listens to the deck hears it,
 * so that only the frame may be: whose figures these are and the page's number, the
 * heading of a page that goes on, the values at an axis. */
#ifndef VERIFY_LOOSE_H
#define VERIFY_LOOSE_H
#include "verify/checker.h"

typedef struct Loose Loose;

/* None is explained yet. */
Loose *loose_of(Checker *checker);

/* Explains what belongs to the entry that the checker looks at; source: the line that
 * says whose figures they are. */
void loose_explain(Checker *checker, Loose *loose, const PrintedNode *section,
                   Str source);

/* Faults for the rest. */
void loose_report(Checker *checker, const Loose *loose);

#endif
