#include "survey/xlsx_style.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reading {
    Arena *arena;
    VEC(int) date_formats; /* numbers of formats that the workbook defines */
    VEC(bool) styles;
    bool is_in_cells; /* within cellXfs; other styles have no numbers */
} Reading;

/* Whether a format such as `dd.mm.yyyy hh:mm` prints a day or a time. Texts in quotes,
 * colours and conditions in brackets, and characters behind a backslash say nothing. */
static bool is_date_code(const char *code)
{
    for (; *code && *code != ';'; code++) {
        if (*code == '"' || *code == '[') {
            code = strchr(code + 1, *code == '"' ? '"' : ']');
            if (!code)
                return false;
        } else if (*code == '\\' || *code == '_' || *code == '*') {
            if (!*++code)
                return false;
        } else if (strchr("dmyhsDMYHS", *code)) {
            return true;
        }
    }
    return false;
}

/* ECMA-376 part 1, 18.8.30: the formats that every spreadsheet knows. */
static bool is_date_format(const Reading *reading, int format)
{
    for (int i = 0; i < reading->date_formats.count; i++)
        if (reading->date_formats.at[i] == format)
            return true;
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
           (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

static void on_start(void *context, const char *name, const char **attributes)
{
    Reading *reading = context;
    const char *id = xlsx_attribute(attributes, "numFmtId");
    int format = id ? atoi(id) : 0;
    if (strcmp(name, "numFmt") == 0) {
        const char *code = xlsx_attribute(attributes, "formatCode");
        if (code && is_date_code(code))
            vec_push(reading->arena, &reading->date_formats, format);
    } else if (strcmp(name, "cellXfs") == 0) {
        reading->is_in_cells = true;
    } else if (strcmp(name, "xf") == 0 && reading->is_in_cells) {
        vec_push(reading->arena, &reading->styles, is_date_format(reading, format));
    }
}

static void on_end(void *context, const char *name)
{
    Reading *reading = context;
    if (strcmp(name, "cellXfs") == 0)
        reading->is_in_cells = false;
}

bool xlsx_read_styles(XlsxFile *file, Arena *arena, XlsxStyles *out)
{
    static const XlsxHandlers handlers = { on_start, on_end, NULL };
    static const char part[] = "xl/styles.xml";
    *out = (XlsxStyles){ 0 };
    if (!xlsx_has_part(file, part))
        return true;
    Reading reading = { .arena = arena };
    if (!xlsx_parse(file, part, &handlers, &reading))
        return false;
    *out = (XlsxStyles){ reading.styles.at, reading.styles.count };
    return true;
}

/* Days since 1970-01-01 as a day of the Gregorian calendar; years run from March on
 * inside eras of 400, so that leap days come last. */
static Str day_text(Arena *arena, long days)
{
    days += 719468; /* 0000-03-01 */
    long era = days / 146097, of_era = days % 146097;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100);
    long month = (5 * of_year + 2) / 153;
    long day = of_year - (153 * month + 2) / 5 + 1;
    month = month < 10 ? month + 3 : month - 9;
    year += era * 400 + (month <= 2);
    return str_format(arena, "%04ld-%02ld-%02ld", year, month, day);
}

Str xlsx_date_text(Arena *arena, double days, bool is_from_1904)
{
    enum { FROM_1899 = 25569, FROM_1904 = 24107, LAST = 2958466, SECONDS = 86400 };
    if (!(days >= 0 && days < LAST))
        return (Str){ 0 };
    double whole = floor(days);
    long seconds = lround((days - whole) * SECONDS);
    if (seconds == SECONDS) {
        whole++;
        seconds = 0;
    }
    Str time = str_format(arena, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60,
                          seconds % 60);
    if (whole < 1)
        return time;
    Str day = day_text(arena, (long)whole - (is_from_1904 ? FROM_1904 : FROM_1899));
    return seconds ? str_format(arena, "%.*s %.*s", STR_ARG(day), STR_ARG(time)) : day;
}
