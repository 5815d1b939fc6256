/* person.h - what may give a person away in an open answer and has no form that
 * redact.h knows: names. Guesses, for an analyst to read; nothing is changed. */
#ifndef SURVEY_PERSON_H
#define SURVEY_PERSON_H
#include "base/str.h"

/* The first part of `text` that may name somebody: two words with capitals inside a
 * sentence («Ola Nordmann»), what follows a greeting («Mvh Kari»), a company («Bakeren
 * AS»), a case number («sak 24/1234»). Empty when there is none. */
Str person_find(Str text);

#endif
