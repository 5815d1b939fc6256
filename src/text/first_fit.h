/* first_fit.h - rows filled one after the other, for text that no other way takes: with
 * a word wider than its box. */
#ifndef TEXT_FIRST_FIT_H
#define TEXT_FIRST_FIT_H
#include "text/rows.h"

/* As much on every row as fits setting->width. What is too wide for a row ends where it
 * has to: between words that belong together, else between graphemes. */
Rows first_fit(const Setting *setting);

#endif
