/* date.h - calendar days; the clock is never read. */
#ifndef BASE_DATE_H
#define BASE_DATE_H
#include "base/str.h"

typedef struct Date {
    int year, month, day; /* Gregorian; all 0 when there is none */
} Date;

/* ISO 8601, "2024-11-28"; false for a day that does not exist. */
bool date_read(Str s, Date *out);
bool date_is_set(Date date);
int date_compare(Date a, Date b);

#endif
