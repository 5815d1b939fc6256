/* figures.h - every figure that a deck prints, as a table: CSV (RFC 4180), UTF-8. */
#ifndef COMMAND_FIGURES_H
#define COMMAND_FIGURES_H
#include "command/deck.h"

/* A row for each figure of the composed deck, in the order of the pages, below a row of
 * headings. Values are not rounded and have a decimal point; texts that a spreadsheet
 * would take for a formula begin with an apostrophe. Of units that the deck does not
 * name there is what it prints and no more: value and base would tell which they are.
 */
Str figures_print(const DeckRun *run);

#endif
