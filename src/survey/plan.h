/* plan.h - what is hidden, with the counts that it was decided on. Only plan.c and
 * slice.c look inside. */
#ifndef SURVEY_PLAN_H
#define SURVEY_PLAN_H
#include "survey/slice.h"

/* A unit's place by a statement. */
typedef struct Standing {
    int unit; /* index in the register */
    UnitMean mean;
} Standing;

typedef struct RoundPlan {
    Population *populations;   /* by unit, the region last; cells are flagged */
    bool **hides_quotes;       /* [unit][group] */
    int **ranks;               /* [unit][statement]; 0: none */
    Standing **standings;      /* [statement]: the units with a rank, by it */
    int *standing_counts;      /* by statement */
    int unit_count;            /* units with respondents */
    struct ThemeTally *themes; /* by unit; see themes.h */
    int **open_order;          /* [question]: its answers, those of a unit together */
    int **open_starts;         /* [question][unit]: the first of them; the end last */
    int **texts;               /* see distinct.h */
    int text_count;            /* all answers to open questions; numbers are below */
    int *region_answer_counts, *region_unique_counts, region_unique_count;
} RoundPlan;

struct Plan {
    RoundPlan round, previous;
};

#endif
