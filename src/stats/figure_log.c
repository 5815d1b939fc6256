#include "stats/figure_log.h"

static bool is_same_query(Query a, Query b)
{
    return a.statistic == b.statistic && a.round == b.round &&
           a.population == b.population && a.group == b.group &&
           a.statement == b.statement && a.question == b.question && a.step == b.step &&
           a.theme == b.theme;
}

static bool is_same_interval(Interval a, Interval b)
{
    bool is_printed = a.low < a.high;
    return is_printed == (b.low < b.high) &&
           (!is_printed || (a.low == b.low && a.high == b.high));
}

static bool is_same(const PrintedFigure *a, const PrintedFigure *b)
{
    return is_same_query(a->figure.query, b->figure.query) && a->name == b->name &&
           a->is_other == b->is_other && is_same_interval(a->interval, b->interval) &&
           str_equal(a->text, b->text);
}

void figure_log_add(FigureLog *log, PrintedFigure printed)
{
    if (!log || !printed.figure.has_query)
        return;
    printed.page = log->page;
    printed.kind = log->kind;
    printed.slide = log->slide;
    for (int i = log->figures.count - 1; i >= 0; i--) {
        const PrintedFigure *before = &log->figures.at[i];
        if (before->page != printed.page)
            break;
        /* Anonymous units may have like means. */
        if (!printed.is_other && is_same(before, &printed))
            return;
    }
    vec_push(log->arena, &log->figures, printed);
}

Str figure_logged(FigureLog *log, Figure figure, Str text)
{
    figure_log_add(log, (PrintedFigure){ .figure = figure, .text = text });
    return text;
}
