/* redact.h - personal data out of open answers: what has a form that gives it away.
 * Names have none; they stay, and an analyst reads the answers before they are shown.
 */
#ifndef SURVEY_REDACT_H
#define SURVEY_REDACT_H
#include "base/str.h"

/* What stands where something was removed. */
#define REDACTED "[fjernet]"

/* `text` with e-mail addresses, telephone, identity, account and organisation numbers
 * replaced; *count is how many. Case numbers (2023/99999), years, dates, ranges and
 * prices stay. Gives `text` itself when there is nothing to remove. */
Str redact_text(Arena *arena, Str text, int *count);

#endif
