/* paragraph.h - where the lines of a paragraph end. */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H
#include "text/rows.h"

/* At least one row, in the scratch arena. */
Rows paragraph_rows(Setting *setting, ParagraphOptions options);

#endif
