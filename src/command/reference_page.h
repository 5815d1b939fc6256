/* reference_page.h - docs/reference.md but for its messages, written from the tables
 * that the program itself reads by: every key, kind, chart, name and word. */
#ifndef COMMAND_REFERENCE_PAGE_H
#define COMMAND_REFERENCE_PAGE_H
#include "base/str.h"

/* Markdown. */
Str reference_page_print(Arena *arena);

#endif
