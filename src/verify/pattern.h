/* pattern.h - what a text in a deck may read: words as they stand, and between them
 * places for figures. A text is held against patterns; where one fits, what stands in
 * its places is what the deck prints, right or wrong. */
#ifndef VERIFY_PATTERN_H
#define VERIFY_PATTERN_H
#include "layout/format.h"

typedef enum PartKind {
    PART_TEXT,    /* these words */
    PART_FIGURE,  /* a figure, or the word for why there is none */
    PART_DIGITS,  /* a share without its sign */
    PART_NUMERAL, /* a count that is spelt out up to twelve */
    PART_GROUPS,  /* groups, as they stand in a sentence, or how many they are */
    PART_SHARES,  /* «fra 43 til 91 %» of groups, or one share where they are alike */
    PART_ANY,     /* whatever stands there */
} PartKind;

typedef struct Part {
    PartKind kind;
    Str text; /* PART_TEXT */
    FigureFormat format;
    Figure figure;       /* as counted; of shares in per cent steps: see is_percent */
    Statistic of_groups; /* that of each group in part `groups` … */
    int groups;          /* … with this index; -1: the figure is `figure` */
    bool is_of_others; /* PART_SHARES: of all but those; of all where there are none */
    Str name;          /* of the placeholder that it stands at; empty: of none */
} Part;

enum { PART_MAX = 80 };

typedef struct TextPattern {
    Arena *arena;
    VEC(Part) parts;
    const struct SayingRule
        *rule; /* what it claims besides its figures; NULL: nothing */
} TextPattern;

/* What stands at each part of a pattern that fits. */
typedef struct Match {
    const TextPattern *pattern;
    Str texts[PART_MAX];
} Match;

/* How things are spelt in the deck's language. */
typedef struct Spelling {
    Arena *arena;
    const Words *words;
    const Description *description;
    Str language;
    Str previous_round; /* empty: none */
} Spelling;

void pattern_text(TextPattern *pattern, Str text);
void pattern_figure(TextPattern *pattern, FigureFormat format, Figure figure);
void pattern_part(TextPattern *pattern, Part part);

/* What the one says, and then what the other does. */
void pattern_append(TextPattern *pattern, const TextPattern *more);
TextPattern pattern_copy(const TextPattern *pattern);

/* The same in capitals, as the line over a title is set. */
TextPattern pattern_upper(const Spelling *spelling, const TextPattern *pattern);

/* Whether the whole text fits. */
bool pattern_fits(const Spelling *spelling, const TextPattern *pattern, Str text,
                  Match *out);

/* Whether the text is made of patterns, any of them any number of times with a blank
 * between; *count of the matches are in `out`, which has room for `most`. */
bool pattern_sequence(const Spelling *spelling, const TextPattern *patterns,
                      int pattern_count, Str text, Match *out, int most, int *count);

/* Whether what is printed says the figure; *expected: what would. */
bool pattern_figure_holds(const Spelling *spelling, FigureFormat format, Figure figure,
                          Str printed, Str *expected);
/* Indices of the groups in a text of PART_GROUPS; how many. */
int pattern_groups(const Spelling *spelling, Str text, int *out);
/* Whether such a text says only how many they are: «i 5 av 8 grupper». */
bool pattern_many(const Spelling *spelling, Str text, int *count, int *of);
/* The texts of PART_SHARES: whole per cents. */
bool pattern_shares(const Spelling *spelling, Str text, double *low, double *high);
/* The number that is spelt so, or -1. */
int pattern_numeral(const Spelling *spelling, Str text);

#endif
