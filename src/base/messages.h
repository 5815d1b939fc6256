/* messages.h - what we say to people, in their language: the one place for gettext.
 * English stands in the source; the .po files of layouts/messages/ hold the other
 * languages. The formats of diag_error and its like are translated by diag.c. A phrase
 * that goes into one by %s is marked where it is written and translated where it is
 * used. */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H
#include "base/str.h"

/* Marks a phrase for the translators; it stays as it is. */
#define MESSAGE(text) text

#if defined(__GNUC__)
#define TRANSLATES_FORMAT(text) __attribute__((format_arg(text)))
#else
#define TRANSLATES_FORMAT(text)
#endif

/* The phrase in the language chosen, or itself when that lacks it. Never for texts that
 * an author wrote. */
const char *message_text(const char *english) TRANSLATES_FORMAT(1);

/* Chooses the language once, at the start: by LC_ALL, LC_MESSAGES and LANG, and
 * LANGUAGE before them as gettext has it: "nb", "nn", or English. Numbers and sorting
 * stay as they are in C. */
void messages_choose(Arena *scratch);

#endif
