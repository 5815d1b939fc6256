/* quotes.h - which open answers a slide shows, and in which order. */
#ifndef COMPOSE_QUOTES_H
#define COMPOSE_QUOTES_H
#include "compose/slide.h"

/* One text; given by several it stands once. */
typedef struct QuoteText {
    Str text;
    int groups[GROUP_MAX]; /* those who gave it, in the description's order */
    int group_count;
    int times;  /* how many gave it */
    int length; /* characters */
} QuoteText;

typedef struct Quotes {
    const QuoteText *at;
    int count;
    int hidden_count; /* answers of groups too small to be quoted */
} Quotes;

/* All different answers to a question, by group in the description's order and in the
 * order of the export within a group. Two answers are the same when they are so after
 * trimming, folding white space and case. */
Quotes quotes_all(SlideContext *context, int question);

/* The same answers in the order in which a selection takes them: the groups in turn,
 * from each the most telling that is left: the longest of at most QUOTE_LENGTH
 * characters, then the longer ones, shortest first. The order is the same on every run.
 */
enum { QUOTE_LENGTH = 220 };
Quotes quotes_by_turn(SlideContext *context, Quotes all);

/* «Næringsliv», «Næringsliv og gründere · 3 like svar» */
Str quote_source(SlideContext *context, const QuoteText *quote);

#endif
