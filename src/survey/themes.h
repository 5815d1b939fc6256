/* themes.h - how often each theme is raised in a unit's open answers, and which of the
 * counts are hidden. */
#ifndef SURVEY_THEMES_H
#define SURVEY_THEMES_H
#include "survey/slice.h"

/* Arrays of questions have one entry more: all questions together. */
typedef struct ThemeTally {
    ThemeCount **counts; /* [question][theme] */
    int *coded_counts;   /* answers with a theme, by question */
} ThemeTally;

/* A tally for each unit. A count from 1 to limit-1 is hidden. Where the counts of the
 * other questions would give it away, as their difference to the sum, the smallest of
 * them is hidden too. */
ThemeTally *themes_tally(Arena *arena, const Survey *survey, int limit);

/* A copy that shares nothing; of a hidden count only that it is hidden. */
ThemeTally themes_cut(Arena *arena, const ThemeTally *tally,
                      const Description *description);

#endif
