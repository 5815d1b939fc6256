/* hole.h - the placeholders of the program's phrases: what stands at each. */
#ifndef VERIFY_HOLE_H
#define VERIFY_HOLE_H
#include "layout/words.h"
#include "stats/figure.h"

typedef enum HoleKind {
    HOLE_FIGURE,      /* of the entry's statement or question, or of all who answered */
    HOLE_NUMERAL,     /* the same, spelt out */
    HOLE_GROUPS,      /* groups, in a sentence */
    HOLE_GROUP_SHARE, /* the statistic in the groups at placeholder .of */
    HOLE_LEAST_SHARE, /* the lowest and the highest share that agrees, of a group */
    HOLE_MOST_SHARE,
    HOLE_LEAST_SCORE, /* the same of net scores */
    HOLE_MOST_SCORE,
    HOLE_SHARES, /* «fra 43 til 91 %»: between the least and the greatest share of … */
    HOLE_SHARES_OF_OTHERS, /* … the groups at placeholder .of; all but those */
    HOLE_STATEMENTS,       /* with which statements it is compared, and how many */
    HOLE_COMPARED,
    HOLE_GROUP_COUNT,
    HOLE_OTHER_GROUPS,   /* all but one */
    HOLE_LEAST_OF_SCALE, /* a clear difference of means of the entry's statement */
    HOLE_RANKED, /* units in the ranking; of them above, below, and as the own one */
    HOLE_ABOVE,
    HOLE_BELOW,
    HOLE_ALIKE,
    HOLE_MIN_ANSWERS, /* limits and the scale */
    HOLE_MIN_RESPONDENTS,
    HOLE_LEAST_DIFFERENCE,
    HOLE_LEAST_PERCENT,
    HOLE_LEAST_NET,
    HOLE_HIDDEN_FEW, /* groups of which cells are hidden, with how many */
    HOLE_HIDDEN_OTHER,
    HOLE_REDACTED,
    HOLE_OMITTED,
    HOLE_TEXT, /* words that are told apart from figures elsewhere */
} HoleKind;

typedef struct Hole {
    WordId word;
    const char *name;
    HoleKind kind;
    Statistic statistic;
    RoundName round;
    PopulationName population;
    const char *of;
} Hole;

/* NULL: no figure is known to stand there. */
const Hole *hole_find(WordId word, Str name);

#endif
