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

/* A tally for each unit. The open answers of a group that is not to be quoted are not
 * counted either, here as everywhere: among those that can be read, they would show. So
 * what is told of open answers is of answers that are shown, and how many there are of
 * a group no secret; what few of them have in common is. A count below the limit is
 * hidden, and so is nothing, since it would tell more of the others. Where those of
 * other questions would give it away, as their difference to the sum, the smallest of
 * them is hidden too; and so on as long as a reader can work one out, who knows the
 * sums, and that each coded answer has a theme. hides_quotes: [unit][group]. */
ThemeTally *themes_tally(Arena *arena, const Survey *survey, bool *const *hides_quotes,
                         int limit);

/* A copy that shares nothing; of a hidden count only that it is hidden. */
ThemeTally themes_cut(Arena *arena, const ThemeTally *tally,
                      const Description *description);

#endif
