/* others.h - names of other units, which stand in no deck but where units are compared.
 * Excused are answers that the own unit gave (answers.h sees to that), and what the
 * layout's author wrote by hand, which is a note. */
#ifndef VERIFY_OTHERS_H
#define VERIFY_OTHERS_H
#include "verify/checker.h"

typedef struct Others Others;

/* All names of units but the own one, of both rounds. */
Others *others_of(Checker *checker);

/* Looks through a text of the entry; authored: the author's own words in it. */
void others_text(Checker *checker, const Others *others, Str text, int page,
                 const Str *authored, int authored_count);
/* The same for the site of a municipality, «gjovik.kommune.no», in a link's target. */
void others_site(Checker *checker, const Others *others, Str text, int page,
                 const Str *authored, int authored_count);

/* How often each is named in a text, times `sign`, added to tallies of all names. */
int *others_tallies(Checker *checker, const Others *others);
void others_count(const Others *others, Str text, int sign, int *tallies);
/* What is left of the tallies is named where it should not be: outside the tagged text
 * of the page. */
void others_left(Checker *checker, const Others *others, const int *tallies, int page,
                 const Str *authored, int authored_count);

#endif
