/* paragraph.h - where the lines of a paragraph end. */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H
#include "text/hyphenation.h"
#include "text/rows.h"

/* At least one row, in the scratch arena. Words that are wider than the box are
 * hyphenated; in prose also those that would leave a line much too short, but for the
 * last of a paragraph and those with a capital. The setting is made anew then. */
Rows paragraph_rows(Setting *setting, ParagraphOptions options,
                    Hyphenation *hyphenation);

#endif
