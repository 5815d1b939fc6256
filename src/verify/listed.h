/* listed.h - the open answers of a round, counted once more. */
#ifndef VERIFY_LISTED_H
#define VERIFY_LISTED_H
#include "verify/round.h"

/* Whether a unit's open answers of a group may be shown. */
bool listed_shows(const Round *round, int unit, int group);

enum { LISTED_REGION = -2 }; /* all units; -1 is none */

/* Of a unit the answers to a question (-1: to any) that may be shown, or how many
 * different ones. */
int listed_count(const Round *round, int of, int question, bool is_unique);

#endif
