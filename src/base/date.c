#include "base/date.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int month, int year)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* -1 when a byte is no digit. */
static int digits(Str s, size_t from, size_t to)
{
    int value = 0;
    for (size_t i = from; i < to; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return -1;
        value = value * 10 + (s.at[i] - '0');
    }
    return value;
}

bool date_read(Str s, Date *out)
{
    if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-')
        return false;
    Date date = { digits(s, 0, 4), digits(s, 5, 7), digits(s, 8, 10) };
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > days_in(date.month, date.year))
        return false;
    *out = date;
    return true;
}

bool date_is_set(Date date)
{
    return date.year != 0;
}

int date_compare(Date a, Date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}
