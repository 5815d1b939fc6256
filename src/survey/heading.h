/* heading.h - what stands above a column, as it is compared and printed. */
#ifndef SURVEY_HEADING_H
#define SURVEY_HEADING_H
#include "base/str.h"

/* Without the HTML that tools leave in headings: tags go, character references become
 * what they stand for, white space is folded; and without control characters. */
Str heading_plain(Arena *arena, Str text);

/* «Kommentar (2)» is the second of the columns headed «Kommentar»: its number, and the
 * heading without it. 0 when nothing of that form ends the text. */
int heading_number(Str text, Str *stem);

#endif
