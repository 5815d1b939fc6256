/* slice.h - what one deck may know: its unit's answers, the region's figures, and the
 * plan of what is hidden. Nothing to the right of this folder sees the whole survey. */
#ifndef SURVEY_SLICE_H
#define SURVEY_SLICE_H
#include "survey/cell.h"
#include "survey/survey.h"

enum { GROUP_ALL = -1 }; /* cells are stored with `all` behind the groups */

/* One unit, or the region. Arrays of groups have group_count + 1 entries, `all` last.
 */
typedef struct Population {
    int *n;          /* respondents by group; -1: not known, or in a slice hidden */
    int *invited;    /* by group, -1 where unknown; in a slice also where n is hidden */
    Hiding *hides_n; /* by group: whether the plan hides how many responded */
    Cell **cells;    /* [statement][group] */
} Population;

typedef struct Quote {
    Str text;
    int number; /* the same for equal texts, see distinct.h; below text_count */
    int group;
    int row;        /* in the export, for messages */
    bool is_hidden; /* of a group too small to be quoted */
} Quote;

/* A unit's mean of a statement over all its groups: as much of another unit as a deck
 * may know. */
typedef struct UnitMean {
    Str name; /* empty: anonymous */
    bool is_own;
    int rank, answered;
    double value, variance; /* variance of the mean; NAN: not known */
} UnitMean;

/* The units whose mean is shown, by rank. */
typedef struct UnitMeans {
    UnitMean *at;
    int count;
} UnitMeans;

/* In how many answers a theme is raised. */
typedef struct ThemeCount {
    int count;
    bool is_hidden; /* by the survey's plan; the count is then 0 */
} ThemeCount;

/* One round as a unit may see it. */
typedef struct RoundSlice {
    const Description *description;
    Population unit, region;
    bool has_unit;  /* the unit took part */
    int unit_count; /* units with respondents */
    /* By statement; the own one only where others are hidden; none where not wanted. */
    UnitMeans *unit_means;
    int *ranks; /* by statement: 1 = highest mean among the units shown; 0: none */
    const Quote **quotes; /* [question], the unit's, in row order */
    int *quote_counts;    /* by question, hidden ones included */
    int text_count;
    int *unique_counts; /* by question: different after trim, space and case folding */
    int unique_count;   /* over all questions together */
    /* The same counts of the region; answers: those that may be shown somewhere. */
    int *region_answer_counts, *region_unique_counts, region_unique_count;
    /* The unit's coded answers, [question][theme]; all questions together last. */
    ThemeCount **themes;
    int *coded_counts;  /* answers with a theme, by question; of all last */
    int redacted_count; /* of the unit's open answers that are shown */
    int omitted_count;  /* the unit's rows and open answers that were left out */
} RoundSlice;

typedef struct Slice {
    Unit unit;
    RoundSlice round;
    bool has_previous;
    RoundSlice previous;
    /* For each statement of the round: its index in the previous round's description,
     * or -1 (by id, or by the id that it names as its previous one). */
    int *previous_statement;
    int *previous_group; /* the same for each group */
} Slice;

/* What is hidden, decided once per survey over all units, groups and rounds. */
typedef struct Plan Plan;
Plan *plan_make(Arena *arena, const Survey *survey, const Survey *previous);

/* What a plan hides, for who must know it without a slice. unit: index in that round's
 * register, the region behind the last; group: all behind the groups. */
Hiding plan_hiding(const Plan *plan, bool is_previous, int unit, int statement,
                   int group);
/* The same of how many responded. */
Hiding plan_hiding_n(const Plan *plan, bool is_previous, int unit, int group);
bool plan_hides_answers(const Plan *plan, bool is_previous, int unit, int group);
/* In this round; question: of all together behind the last. */
bool plan_hides_theme(const Plan *plan, int unit, int question, int theme);

/* Cuts out one unit's slice: copies, in `arena`, that share nothing with the survey but
 * the description. previous may be NULL. has_others: the means of the other units are
 * wanted; without them unit_means are empty. */
void slice_cut(Arena *arena, const Plan *plan, const Survey *survey,
               const Survey *previous, int unit, bool has_others, Slice *out);

/* Of a unit without a name in a survey that nobody answered: a slice of no answers. */
void slice_blank(Arena *arena, const Description *description, Slice *out);

#endif
