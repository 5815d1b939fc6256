/* round.h - the answers of one round, summed once more for every unit, group and
 * statement, from the survey as it was read. */
#ifndef VERIFY_ROUND_H
#define VERIFY_ROUND_H
#include "verify/sums.h"

/* Behind the units of the register stands the region, behind the groups all together.
 */
typedef struct Round {
    const Survey *survey;
    const Plan *plan;
    bool is_previous;
    Sums *sums;  /* [unit][statement][group] */
    int *people; /* respondents, [unit][group]; -1: not known */
} Round;

/* Borrows the survey and the plan. */
Round round_make(Arena *arena, const Survey *survey, const Plan *plan,
                 bool is_previous);

int round_groups(const Round *round); /* without all together */
int round_units(const Round *round);  /* of the register, without the region */
const Scale *round_scale(const Round *round, int statement);
Sums *round_sums(const Round *round, int unit, int statement, int group);
int *round_people(const Round *round, int unit, int group);

/* False of -1 too. */
bool round_took_part(const Round *round, int unit);

/* How many were invited to a group of a unit; -1: not known. */
int round_invited(const Round *round, int unit, int group);

#endif
