#include "layout/format.h"

#include "base/unicode.h"

#include <math.h>
#include <stdlib.h>

/* Half away from zero in the figure's decimal form: 2.35 is a little less in binary but
 * prints as 2,4. The last factor is larger than any noise of a double and smaller than
 * any difference that two surveys could have. */
static double round_decimal(double value)
{
    return copysign(floor(fabs(value) + 0.5 + 1e-9), value);
}

FigureFormat format_of(Statistic statistic)
{
    switch (statistic) {
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_ANSWERED:
    case STATISTIC_ANSWERS:
    case STATISTIC_UNIQUE:
    case STATISTIC_THEME:
    case STATISTIC_UNITS: return FORMAT_COUNT;
    case STATISTIC_MEAN:
    case STATISTIC_MEDIAN:
    case STATISTIC_SD: return FORMAT_MEAN;
    case STATISTIC_RESPONSE_RATE:
    case STATISTIC_AGREE:
    case STATISTIC_DISAGREE:
    case STATISTIC_NEUTRAL:
    case STATISTIC_UNSURE:
    case STATISTIC_THEME_SHARE:
    case STATISTIC_SHARE: return FORMAT_SHARE;
    case STATISTIC_CHANGE:
    case STATISTIC_DIFFERENCE: return FORMAT_CHANGE;
    case STATISTIC_AGREE_CHANGE:
    case STATISTIC_AGREE_DIFFERENCE: return FORMAT_POINTS;
    case STATISTIC_NET: return FORMAT_NET;
    case STATISTIC_NET_CHANGE:
    case STATISTIC_NET_DIFFERENCE: return FORMAT_NET_CHANGE;
    case STATISTIC_RANK: return FORMAT_RANK;
    }
    return FORMAT_COUNT;
}

Str format_count(Arena *arena, const Words *words, long count)
{
    Str digits = str_format(arena, "%ld", labs(count));
    Str text = count < 0 ? S("−") : (Str){ 0 };
    size_t first = digits.len % 3 ? digits.len % 3 : 3; /* digits before a mark */
    text = str_concat(arena, text, str_slice(digits, 0, first));
    for (size_t at = first; at < digits.len; at += 3) {
        text = str_concat(arena, text, words->at[WORD_THOUSANDS]);
        text = str_concat(arena, text, str_slice(digits, at, at + 3));
    }
    return text;
}

/* A number of tenths, without its sign. */
static Str format_tenths(Arena *arena, const Words *words, double tenths)
{
    long whole = labs((long)tenths);
    Str mark = words->at[WORD_DECIMAL];
    return str_format(arena, "%ld%.*s%ld", whole / 10, STR_ARG(mark), whole % 10);
}

Str format_mean(Arena *arena, const Words *words, double mean)
{
    if (isnan(mean))
        return words->at[WORD_MISSING];
    double tenths = round_decimal(mean * 10);
    Str text = format_tenths(arena, words, tenths);
    return tenths < 0 ? str_concat(arena, S("−"), text) : text;
}

Str format_share(Arena *arena, const Words *words, double share)
{
    if (isnan(share))
        return words->at[WORD_MISSING];
    Str n = format_count(arena, words, (long)round_decimal(share * 100));
    return words_fill(arena, words, WORD_PERCENT, "n", n, NULL);
}

/* «+0,3» «−0,2» «±0,0» */
static Str change_text(Arena *arena, const Words *words, double change)
{
    if (isnan(change))
        return words->at[WORD_MISSING];
    double tenths = round_decimal(change * 10);
    Str sign = tenths > 0 ? S("+") : tenths < 0 ? S("−") : S("±");
    return str_concat(arena, sign, format_tenths(arena, words, tenths));
}

static Str format_signed(Arena *arena, const Words *words, double value, Str zero)
{
    if (isnan(value))
        return words->at[WORD_MISSING];
    double whole = round_decimal(value);
    Str sign = whole > 0 ? S("+") : whole < 0 ? S("−") : zero;
    return str_concat(arena, sign, format_count(arena, words, (long)fabs(whole)));
}

/* Of a share: «+4 prosentpoeng» */
static Str points_text(Arena *arena, const Words *words, double change)
{
    if (isnan(change))
        return words->at[WORD_MISSING];
    Str n = format_signed(arena, words, change * 100, S("±"));
    return words_fill(arena, words, WORD_POINTS, "n", n, NULL);
}

Str format_net(Arena *arena, const Words *words, double net)
{
    return format_signed(arena, words, net, S(""));
}

/* «±0» */
static Str net_change_text(Arena *arena, const Words *words, double change)
{
    return format_signed(arena, words, change, S("±"));
}

/* «nr. 8» */
static Str rank_text(Arena *arena, const Words *words, int rank)
{
    Str n = format_count(arena, words, rank);
    return words_fill(arena, words, WORD_RANK, "n", n, NULL);
}

/* One of the names that stand with blanks between, counted from 1; empty when there are
 * not so many. */
static Str nth_name(Str names, int wanted)
{
    for (int i = 1; names.len; i++) {
        long blank = str_find(names, S(" "));
        size_t end = blank < 0 ? names.len : (size_t)blank;
        if (i == wanted)
            return str_slice(names, 0, end);
        names = str_slice(names, blank < 0 ? end : end + 1, names.len);
    }
    return names;
}

/* The name of a month, 1 to 12. */
static Str month_name(const Words *words, int month)
{
    return nth_name(words->at[WORD_MONTHS], month);
}

Str format_small_number(Arena *arena, const Words *words, long count)
{
    Str name = { 0 };
    if (count >= 0 && count <= 12)
        name = nth_name(words->at[WORD_SMALL_NUMBERS], (int)count + 1);
    return name.len ? name : format_count(arena, words, count);
}

static const Str PATTERN_DAY = { "day month year", sizeof "day month year" - 1 };
static const Str PATTERN_MONTH = { "month year", sizeof "month year" - 1 };
static const Str PATTERN_YEAR = { "year", sizeof "year" - 1 };

bool format_is_pattern(Str pattern)
{
    return str_equal(pattern, PATTERN_DAY) || str_equal(pattern, PATTERN_MONTH) ||
           str_equal(pattern, PATTERN_YEAR);
}

Str format_date(Arena *arena, const Words *words, Date date, Str pattern)
{
    if (!date_is_set(date))
        return words->at[WORD_MISSING];
    Str year = str_format(arena, "%d", date.year);
    if (str_equal(pattern, PATTERN_YEAR))
        return year;
    Str month = month_name(words, date.month);
    if (str_equal(pattern, PATTERN_MONTH))
        return words_fill(arena, words, WORD_DATE_MONTH, "month", month, "year", year,
                          NULL);
    Str day = str_format(arena, "%d", date.day);
    return words_fill(arena, words, WORD_DATE_LONG, "day", day, "month", month, "year",
                      year, NULL);
}

Str format_period(Arena *arena, const Words *words, Date from, Date to)
{
    if (!date_is_set(from) || !date_is_set(to) || date_compare(from, to) == 0)
        return format_date(arena, words, date_is_set(to) ? to : from, PATTERN_DAY);
    if (from.year != to.year) {
        Str first = format_date(arena, words, from, PATTERN_DAY);
        Str last = format_date(arena, words, to, PATTERN_DAY);
        return words_fill(arena, words, WORD_PERIOD, "from", first, "to", last, NULL);
    }
    Str from_day = str_format(arena, "%d", from.day);
    Str day = str_format(arena, "%d", to.day);
    Str year = str_format(arena, "%d", to.year);
    Str month = month_name(words, to.month);
    if (from.month == to.month)
        return words_fill(arena, words, WORD_PERIOD_MONTH, "from-day", from_day, "day",
                          day, "month", month, "year", year, NULL);
    return words_fill(arena, words, WORD_PERIOD_YEAR, "from-day", from_day,
                      "from-month", month_name(words, from.month), "day", day, "month",
                      month, "year", year, NULL);
}

Str format_among(Arena *arena, const Words *words, const Group *group, Str language)
{
    if (wording_is_set(group->among))
        return wording_text(group->among, language);
    return words_fill(arena, words, WORD_FINDING_GROUP, "group",
                      wording_text(group->name, language), NULL);
}

Str format_list(Arena *arena, const Words *words, const Str *items, int count)
{
    Str text = { 0 };
    for (int i = 0; i < count; i++) {
        if (i > 0)
            text =
                str_concat(arena, text, i == count - 1 ? words->at[WORD_AND] : S(", "));
        text = str_concat(arena, text, unicode_isolate(arena, items[i]));
    }
    return text;
}

static int compare_integers(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

int format_runs(Arena *arena, const int *numbers, int count, NumberRun **out)
{
    int *sorted = arena_array(arena, (size_t)count, sizeof *sorted);
    NumberRun *runs = arena_array(arena, (size_t)count, sizeof *runs);
    for (int i = 0; i < count; i++)
        sorted[i] = numbers[i];
    qsort(sorted, (size_t)count, sizeof *sorted, compare_integers);
    int run_count = 0;
    for (int i = 0; i < count; i++) {
        if (i > 0 && sorted[i] == sorted[i - 1])
            continue;
        if (run_count > 0 && sorted[i] == runs[run_count - 1].last + 1) {
            runs[run_count - 1].last++;
            continue;
        }
        runs[run_count++] = (NumberRun){ sorted[i], sorted[i] };
    }
    /* A run of two is two numbers. */
    NumberRun *parts = arena_array(arena, 2 * (size_t)count, sizeof *parts);
    int part_count = 0;
    for (int i = 0; i < run_count; i++) {
        NumberRun run = runs[i];
        if (run.last == run.first + 1) {
            parts[part_count++] = (NumberRun){ run.first, run.first };
            run.first = run.last;
        }
        parts[part_count++] = run;
    }
    *out = parts;
    return part_count;
}

Str format_run(Arena *arena, NumberRun run)
{
    if (run.first == run.last)
        return str_format(arena, "%d", run.first);
    return str_format(arena, "%d–%d", run.first, run.last);
}

Str format_ranges(Arena *arena, const Words *words, const int *numbers, int count)
{
    NumberRun *runs;
    int run_count = format_runs(arena, numbers, count, &runs);
    Str *texts = arena_array(arena, (size_t)run_count, sizeof *texts);
    for (int i = 0; i < run_count; i++)
        texts[i] = format_run(arena, runs[i]);
    return format_list(arena, words, texts, run_count);
}

static Str format_shown(Arena *arena, const Words *words, FigureFormat format,
                        double value)
{
    switch (format) {
    case FORMAT_COUNT: return format_count(arena, words, (long)round_decimal(value));
    case FORMAT_MEAN: return format_mean(arena, words, value);
    case FORMAT_SHARE: return format_share(arena, words, value);
    case FORMAT_CHANGE: return change_text(arena, words, value);
    case FORMAT_POINTS: return points_text(arena, words, value);
    case FORMAT_NET: return format_net(arena, words, value);
    case FORMAT_NET_CHANGE: return net_change_text(arena, words, value);
    case FORMAT_RANK: return rank_text(arena, words, (int)value);
    }
    return (Str){ 0 };
}

Str format_figure(Arena *arena, const Words *words, Statistic statistic, Figure figure,
                  int limit)
{
    switch (figure.state) {
    case FIGURE_SHOWN:
        if (isnan(figure.value))
            return words->at[WORD_MISSING];
        return format_shown(arena, words, format_of(statistic), figure.value);
    case FIGURE_MISSING: return words->at[WORD_MISSING];
    case FIGURE_HIDDEN: {
        Str n = format_count(arena, words, limit);
        return words_fill(arena, words, WORD_HIDDEN, "n", n, NULL);
    }
    case FIGURE_WITHHELD: return words->at[WORD_HIDDEN_SHORT];
    case FIGURE_NOT_ASKED:
        return words_fill(arena, words, WORD_NOT_ASKED, "round", figure.round, NULL);
    case FIGURE_NO_PART:
        return words_fill(arena, words, WORD_NO_PART, "round", figure.round, NULL);
    case FIGURE_NOT_COMPARABLE: return words->at[WORD_NOT_COMPARABLE];
    case FIGURE_NO_ROUND: return words->at[WORD_NO_ROUND];
    }
    return (Str){ 0 };
}
