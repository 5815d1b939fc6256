#include "text/paragraph.h"
#include "text/first_fit.h"
#include "text/total_fit.h"

static bool fits_one_line(const Setting *setting, const Row *whole)
{
    for (int i = 0; i + 1 < setting->units.count; i++)
        if (setting->units.at[i].is_forced)
            return false;
    return whole->width <= setting->width + ROWS_SLACK;
}

Rows paragraph_rows(Setting *setting, ParagraphOptions options)
{
    setting->width = options.width;
    Rows rows = { 0 };
    Row whole = rows_whole(setting);
    if (fits_one_line(setting, &whole)) {
        vec_push(setting->scratch, &rows, whole);
        return rows;
    }
    setting->breaks = line_breaks(setting->scratch, setting->text);
    if (!total_fit(setting, options.kind, &rows))
        rows = first_fit(setting);
    return rows;
}
