/* names.h - the one table of every name and function that an expression may use. What
 * reads, checks, explains and evaluates expressions goes by its rows. */
#ifndef LAYOUT_NAMES_H
#define LAYOUT_NAMES_H
#include "layout/layout.h"
#include "stats/figure.h"

/* What an expression gives. */
typedef enum ValueType {
    VALUE_TEXT,
    VALUE_DATE,
    VALUE_NUMBER, /* as written in the expression */
    VALUE_FIGURE,
    VALUE_CONDITION,
    VALUE_ITEM, /* a statement, question, group, section or slide */
    VALUE_LIST, /* of such */
    VALUE_SLIDES,
    VALUE_NOTHING,
} ValueType;

typedef enum ArgumentKind {
    ARGUMENT_STATEMENT,
    ARGUMENT_QUESTION,
    ARGUMENT_GROUP,
    ARGUMENT_SECTION,
    ARGUMENT_CHOICE, /* a group or a section */
    ARGUMENT_LIST,   /* statements, groups, lowest(3) … */
    ARGUMENT_ID,     /* of anything that has slides */
    ARGUMENT_TARGET, /* such an id, or a list */
    ARGUMENT_WHOLE,  /* a whole number from 1 */
    ARGUMENT_VALUE,  /* of a step of the statement's scale */
    ARGUMENT_DATE,
    ARGUMENT_PATTERN,  /* see format_date */
    ARGUMENT_COUNT,    /* a figure that counts: n, count(groups) … */
    ARGUMENT_PRESENCE, /* what may be lacking: a figure, a text, a date */
    ARGUMENT_TEST,     /* a condition */
} ArgumentKind;

/* What evaluate.c does for a name. */
typedef enum Meaning {
    MEANING_FIGURE, /* of .statistic */
    MEANING_UNIT,
    MEANING_UNIT_NUMBER,
    MEANING_REGION,
    MEANING_ROUND,
    MEANING_SURVEY_NAME,
    MEANING_SURVEY_PERIOD,
    MEANING_SURVEY_PRESENTED,
    MEANING_PREVIOUS_ROUND,
    MEANING_ITEM,       /* what `each` has come to, of .item */
    MEANING_ITEM_SHORT, /* its label */
    MEANING_LIST,       /* all of .item */
    MEANING_COUNT,
    MEANING_IN_WORDS,
    MEANING_DATE,
    MEANING_LOWEST,
    MEANING_HIGHEST,
    MEANING_NAMES,
    MEANING_SLIDES,
    MEANING_HAS,
    MEANING_HOLDS,
} Meaning;

typedef struct Name {
    const char *name;
    Meaning meaning;
    ValueType type;
    int argument_count, required_count; /* those that may and those that must stand */
    ArgumentKind first, second, third;  /* their kinds; see name_argument */
    bool is_open_ended;                 /* the last may be repeated */
    bool has_other_sources;             /* region.NAME and previous.NAME exist too */
    bool needs_slides;   /* depends on which slides there are: not in `when` */
    Statistic statistic; /* figures */
    ItemType item;       /* what it stands for, or lists */
    bool is_recommend;   /* lists the questions from 0 to 10 */
    const char *prints;  /* an example; empty when it is not printed */
    const char *help;    /* one line */
} Name;

/* A name as it was spelt: `region.mean` is `mean` of the region. */
typedef struct NameUse {
    const Name *name; /* NULL: none */
    RoundName round;
    PopulationName population;
} NameUse;

/* All rows, for the reference. */
const Name *names_all(int *count);

/* False when there is no such name. */
bool name_find(Str text, NameUse *out);

/* Whether an id would hide a name, or the first part of one, or a word of the grammar.
 */
bool name_is_reserved(Str id);

/* "mean(statement[, group])" */
Str name_signature(Arena *arena, const Name *name, Str spelt);

/* Every name as it may be spelt, for suggestions. */
int names_spelt(Arena *arena, const Str **out);

/* The kind of an argument by its index; an open-ended name repeats its last. */
ArgumentKind name_argument(const Name *name, int index);
/* "a statement", for messages */
const char *argument_noun(ArgumentKind kind);

#endif
