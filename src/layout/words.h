/* words.h - all that the program itself prints in a deck, by language:
 * layouts/words/{nb,nn}.yaml. To add one: a row here, a line in each file. */
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H
#include "base/date.h"
#include "yaml/schema.h"

/* name, key in the file, what it is (its placeholders in braces) */
#define WORDS(ROW)                                                                     \
    ROW(DECIMAL, "decimal", "decimal mark")                                            \
    ROW(THOUSANDS, "thousands", "between groups of three digits")                      \
    ROW(PERCENT, "percent", "a share; {n} per cents")                                  \
    ROW(MONTHS, "months", "twelve names with blanks between")                          \
    ROW(DATE_LONG, "date-long", "a day; {day} {month} {year}")                         \
    ROW(DATE_MONTH, "date-month", "a month; {month} {year}")                           \
    ROW(PERIOD_MONTH, "period-month",                                                  \
        "days of one month; {from-day} {day} {month} {year}")                          \
    ROW(PERIOD_YEAR, "period-year",                                                    \
        "days of one year; {from-day} {from-month} {day} {month} {year}")              \
    ROW(PERIOD, "period", "days of two years; {from} {to}")                            \
    ROW(AND, "and", "before the last of a list")                                       \
    ROW(QUOTE, "quote", "a quotation; {text}")                                         \
    ROW(SLIDE, "slide", "reference to one or more slides; {numbers}")                  \
    ROW(RANK, "rank", "a place; {n}")                                                  \
    ROW(MISSING, "missing", "figure without a base")                                   \
    ROW(HIDDEN, "hidden", "figure hidden for privacy; {n} the limit")                  \
    ROW(NOT_ASKED, "not-asked", "not asked in that round")                             \
    ROW(NOT_COMPARABLE, "not-comparable", "wording or scale changed")                  \
    ROW(NO_ROUND, "no-round", "there is no previous round")

typedef enum WordId {
#define DECLARE(name, key, help) WORD_##name,
    WORDS(DECLARE)
#undef DECLARE
        WORD_COUNT
} WordId;

typedef struct Words {
    Str language;
    Str at[WORD_COUNT];
} Words;

/* Reads the built-in words of a language. False when there is no such language (lists
 * those there are), or a key is missing, unknown or lacks a placeholder. */
bool words_read(Arena *arena, Str language, Place from, Words *out, Diags *diags);

/* The same from a file of one's own choice. */
bool words_read_file(Arena *arena, Str path, Str language, Place from, Words *out,
                     Diags *diags);
extern const Schema words_schema;

/* A phrase with its placeholders filled: pairs of `const char *name, Str value`, closed
 * by NULL: words_fill(arena, words, WORD_RANK, "n", S("8"), NULL). */
Str words_fill(Arena *arena, const Words *words, WordId id, ...);

#endif
