/* format.h - figures, dates and lists as they are printed in a language. Hard spaces
 * (U+00A0) inside numbers and before units, U+2212 for minus, en dash in ranges. */
#ifndef LAYOUT_FORMAT_H
#define LAYOUT_FORMAT_H
#include "layout/words.h"
#include "stats/figure.h"

Str format_count(Arena *arena, const Words *words, long count);   /* «1 678» */
Str format_mean(Arena *arena, const Words *words, double mean);   /* «3,4» */
Str format_share(Arena *arena, const Words *words, double share); /* «14 %» */
Str format_change(Arena *arena, const Words *words,
                  double change); /* «+0,3» «−0,2» «±0,0» */
Str format_rank(Arena *arena, const Words *words, int rank); /* «nr. 8» */
/* pattern: "day month year", "month year", "year" */
Str format_date(Arena *arena, const Words *words, Date date, Str pattern);
/* «a, b og c» */
Str format_list(Arena *arena, const Words *words, const Str *items, int count);
/* «10, 11 og 15», «5–8 og 20–22»: numbers sorted, doubles once, runs of three and more
 * as ranges. */
Str format_ranges(Arena *arena, const Words *words, const int *numbers, int count);
/* The figure by its statistic, or the word for its state; limit: privacy's. */
Str format_figure(Arena *arena, const Words *words, Statistic statistic, Figure figure,
                  int limit);

#endif
