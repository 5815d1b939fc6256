/* format.h - figures, dates and lists as they are printed in a language. Hard spaces
 * (U+00A0) inside numbers and before units, U+2212 for minus, en dash in ranges. */
#ifndef LAYOUT_FORMAT_H
#define LAYOUT_FORMAT_H
#include "layout/words.h"
#include "stats/figure.h"

typedef enum FigureFormat {
    FORMAT_COUNT,      /* «1 678» */
    FORMAT_MEAN,       /* «3,4» */
    FORMAT_SHARE,      /* «14 %» */
    FORMAT_CHANGE,     /* «+0,3» */
    FORMAT_POINTS,     /* «+4 prosentpoeng» */
    FORMAT_NET,        /* «−43» «+12» */
    FORMAT_NET_CHANGE, /* «+4» «±0» */
    FORMAT_RANK,       /* «nr. 8» */
} FigureFormat;

/* How figures of a statistic are printed; like formats may be compared. */
FigureFormat format_of(Statistic statistic);

Str format_count(Arena *arena, const Words *words, long count);   /* «1 678» */
Str format_mean(Arena *arena, const Words *words, double mean);   /* «3,4» */
Str format_share(Arena *arena, const Words *words, double share); /* «14 %» */
/* A score from −100 to 100, with its sign: «−43» «+12» «0» */
Str format_net(Arena *arena, const Words *words, double net);
/* «fire»; in digits above twelve. */
Str format_small_number(Arena *arena, const Words *words, long count);
/* pattern: "day month year", "month year", "year" */
Str format_date(Arena *arena, const Words *words, Date date, Str pattern);
bool format_is_pattern(Str pattern);
/* «21. oktober–15. november 2024», «3.–15. november 2024»; one day when to is from. */
Str format_period(Arena *arena, const Words *words, Date from, Date to);
/* «a, b og c» */
Str format_list(Arena *arena, const Words *words, const Str *items, int count);
/* «blant gründerne», as the description has it, else «i gruppen «Gründere»». */
Str format_among(Arena *arena, const Words *words, const Group *group, Str language);
/* «10, 11 og 15», «5–8 og 20–22»: numbers sorted, doubles once, runs of three and more
 * as ranges. */
Str format_ranges(Arena *arena, const Words *words, const int *numbers, int count);
/* The parts of that: single numbers and ranges, in order. */
typedef struct NumberRun {
    int first, last;
} NumberRun;
int format_runs(Arena *arena, const int *numbers, int count, NumberRun **out);
Str format_run(Arena *arena, NumberRun run);
/* The figure by its statistic, or the word for its state; limit: privacy's. */
Str format_figure(Arena *arena, const Words *words, Statistic statistic, Figure figure,
                  int limit);

#endif
