/* subject.h - whom a query asks about, and the answers of those people: what the
 * figures in count.c rest on. */
#ifndef VERIFY_SUBJECT_H
#define VERIFY_SUBJECT_H
#include "verify/count.h"
#include "verify/round.h"

typedef struct Shared Shared; /* what count.c keeps for itself */

struct Counts {
    Round rounds[2]; /* by RoundName */
    Shared *shared;  /* the same */
    bool has_previous;
    int min_answers; /* the stricter of the rounds' */
};

/* Indices in its round; a fault where that cannot be. */
typedef struct Subject {
    const Round *round;
    int unit; /* in that round; -1: not in its register */
    bool is_region;
    int group, statement;
    FigureState fault; /* FIGURE_SHOWN: none */
} Subject;

Subject subject_of(const View *view, Query query);

/* The answers of the subject to its statement, and whether the plan hides them. */
Sums subject_sums(const View *view, const Subject *subject, Hiding *hiding);

/* Whether all who gave a step gave the same one, which is hidden of however many; not
 * where a single answer may be shown. */
bool sums_are_alike(const View *view, const Sums *sums);

/* How many were invited; in a region all but the unit left_out (-1: none). -1: not
 * known. */
int subject_invited(const Subject *subject, int left_out);

#endif
