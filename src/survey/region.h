/* region.h - the region as one unit's deck shows it: with the unit or without it, over
 * people or over units, as the description says (`region`). Nothing in it tells more
 * than the plan shows. */
#ifndef SURVEY_REGION_H
#define SURVEY_REGION_H
#include "survey/plan.h"

/* unit: index in the round's register, or -1. A mean over units is over those whose own
 * figure is shown; its cells hold their answers added up, and weights such that each
 * unit counts as much as any other. */
Population region_cut(Arena *arena, const RoundPlan *plan, const Survey *survey,
                      int unit);

#endif
