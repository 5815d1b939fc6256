#include "survey/themes.h"

static ThemeTally make(Arena *arena, const Description *description)
{
    int questions = description->question_count;
    ThemeTally tally = {
        .counts = arena_array(arena, (size_t)questions + 1, sizeof *tally.counts),
        .coded_counts = arena_array(arena, (size_t)questions + 1, sizeof(int)),
    };
    for (int q = 0; q <= questions; q++)
        tally.counts[q] =
            arena_array(arena, (size_t)description->theme_count, sizeof(ThemeCount));
    return tally;
}

static void count_raised(const Survey *survey, bool *const *hides_quotes,
                         ThemeTally *tallies)
{
    int all = survey->description->question_count;
    for (int i = 0; i < survey->raised_count; i++) {
        const RaisedTheme *raised = &survey->raised[i];
        int unit = survey->units[raised->respondent];
        ThemeTally *tally = &tallies[unit];
        if (hides_quotes[unit][survey->groups[raised->respondent]])
            continue;
        bool begins_answer = i == 0 || raised[-1].respondent != raised->respondent ||
                             raised[-1].question != raised->question;
        tally->counts[raised->question][raised->theme].count++;
        tally->counts[all][raised->theme].count++;
        tally->coded_counts[raised->question] += begins_answer;
        tally->coded_counts[all] += begins_answer;
    }
}

/* The question whose count is the smallest of those shown, or -1. */
static int smallest_shown(const ThemeTally *tally, int question_count, int theme)
{
    int found = -1;
    for (int q = 0; q < question_count; q++) {
        ThemeCount count = tally->counts[q][theme];
        if (!count.is_hidden && count.count > 0 &&
            (found < 0 || count.count < tally->counts[found][theme].count))
            found = q;
    }
    return found;
}

/* The theme with the lowest count of those shown, or -1. */
static int rarest_shown(const ThemeCount *counts, int theme_count)
{
    int found = -1;
    for (int i = 0; i < theme_count; i++)
        if (!counts[i].is_hidden && counts[i].count > 0 &&
            (found < 0 || counts[i].count < counts[found].count))
            found = i;
    return found;
}

/* A count that is nothing is hidden among those that are small. */
static void hide_small(ThemeTally *tally, int question_count, int theme_count,
                       int limit)
{
    for (int q = 0; q <= question_count; q++)
        for (int t = 0; t < theme_count; t++)
            tally->counts[q][t].is_hidden = limit > 1 && tally->coded_counts[q] > 0 &&
                                            tally->counts[q][t].count < limit;
}

/* The sum of what is hidden can be worked out from the sum of all: it, too, must not be
 * of a few. */
static void hide_sums(ThemeTally *tally, int question_count, int theme, int limit)
{
    int hidden_sum = 0;
    for (int q = 0; q < question_count; q++)
        if (tally->counts[q][theme].is_hidden)
            hidden_sum += tally->counts[q][theme].count;
    while (hidden_sum > 0 && hidden_sum < limit &&
           !tally->counts[question_count][theme].is_hidden) {
        int also = smallest_shown(tally, question_count, theme);
        if (also < 0)
            return;
        tally->counts[also][theme].is_hidden = true;
        hidden_sum += tally->counts[also][theme].count;
    }
}

/* What a reader can work out, who takes each hidden count for one below the limit. */
typedef struct Reader {
    ThemeTally *tally;
    int question_count, theme_count, limit;
    int *low, *high; /* [question * theme_count + theme] */
} Reader;

static int index_of(const Reader *reader, int question, int theme)
{
    return question * reader->theme_count + theme;
}

static void begin_reading(const Reader *reader)
{
    for (int q = 0; q <= reader->question_count; q++)
        for (int t = 0; t < reader->theme_count; t++) {
            ThemeCount count = reader->tally->counts[q][t];
            int at = index_of(reader, q, t), coded = reader->tally->coded_counts[q];
            int most = coded < reader->limit ? coded : reader->limit - 1;
            reader->low[at] = count.is_hidden ? 0 : count.count;
            reader->high[at] = count.is_hidden ? most : count.count;
        }
}

/* False when nothing is new. */
static bool keep(const Reader *reader, int at, int low, int high)
{
    bool is_news = low > reader->low[at] || high < reader->high[at];
    if (low > reader->low[at])
        reader->low[at] = low;
    if (high < reader->high[at])
        reader->high[at] = high;
    return is_news;
}

/* A theme's count to one question, or to all, from the others and their sum. */
static bool narrow_sum(const Reader *reader, int question, int theme)
{
    int all = reader->question_count, least = 0, most = 0;
    for (int q = 0; q < all; q++) {
        int at = index_of(reader, q, theme);
        if (q == question)
            continue;
        least += question == all ? reader->low[at] : -reader->high[at];
        most += question == all ? reader->high[at] : -reader->low[at];
    }
    if (question < all) {
        least += reader->low[index_of(reader, all, theme)];
        most += reader->high[index_of(reader, all, theme)];
    }
    return keep(reader, index_of(reader, question, theme), least, most);
}

/* Each coded answer raises a theme: those that none of the others takes are its own. */
static bool narrow_rest(const Reader *reader, int question, int theme)
{
    int coded = reader->tally->coded_counts[question], rest = coded;
    for (int t = 0; t < reader->theme_count; t++)
        rest -= t == theme ? 0 : reader->high[index_of(reader, question, t)];
    return keep(reader, index_of(reader, question, theme), rest, coded);
}

/* Where he is wrong somewhere, nothing fits, and he knows nothing. */
static bool is_wrong(const Reader *reader)
{
    for (int i = 0; i < (reader->question_count + 1) * reader->theme_count; i++)
        if (reader->low[i] > reader->high[i])
            return true;
    return false;
}

/* Whether he knows a hidden count that is not nothing; which. */
static bool find_known(const Reader *reader, int *question, int *theme)
{
    bool is_news = true;
    begin_reading(reader);
    while (is_news && !is_wrong(reader)) {
        is_news = false;
        for (int q = 0; q <= reader->question_count; q++)
            for (int t = 0; t < reader->theme_count; t++) {
                is_news |= narrow_sum(reader, q, t);
                is_news |= narrow_rest(reader, q, t);
            }
    }
    for (int q = 0; q <= reader->question_count && !is_wrong(reader); q++)
        for (int t = 0; t < reader->theme_count; t++) {
            int at = index_of(reader, q, t);
            if (!reader->tally->counts[q][t].is_hidden || reader->low[at] == 0 ||
                reader->low[at] < reader->high[at])
                continue;
            *question = q;
            *theme = t;
            return true;
        }
    return false;
}

/* Hides one count more for the sake of a hidden one: of the theme the smallest that is
 * shown, else its sum, else the question's rarest theme, else that of all. False when
 * there is none. */
static bool hide_more(const Reader *reader, int question, int theme)
{
    int all = reader->question_count;
    ThemeCount **counts = reader->tally->counts;
    int also = smallest_shown(reader->tally, all, theme);
    if (also < 0 && !counts[all][theme].is_hidden)
        also = all;
    if (also >= 0) {
        counts[also][theme].is_hidden = true;
        return true;
    }
    for (int q = question;; q = all) {
        int rarest = rarest_shown(counts[q], reader->theme_count);
        if (rarest >= 0)
            counts[q][rarest].is_hidden = true;
        if (rarest >= 0 || q == all)
            return rarest >= 0;
    }
}

static void hide_counts(Reader *reader)
{
    int question, theme;
    hide_small(reader->tally, reader->question_count, reader->theme_count,
               reader->limit);
    for (int i = 0; i < reader->theme_count; i++)
        hide_sums(reader->tally, reader->question_count, i, reader->limit);
    while (find_known(reader, &question, &theme) && hide_more(reader, question, theme))
        ;
}

ThemeTally *themes_tally(Arena *arena, const Survey *survey, bool *const *hides_quotes,
                         int limit)
{
    const Description *description = survey->description;
    int unit_count = survey->reg->unit_count;
    ThemeTally *tallies = arena_array(arena, (size_t)unit_count, sizeof *tallies);
    for (int i = 0; i < unit_count; i++)
        tallies[i] = make(arena, description);
    count_raised(survey, hides_quotes, tallies);
    ArenaMark mark = arena_mark(arena);
    size_t counts =
        ((size_t)description->question_count + 1) * (size_t)description->theme_count;
    Reader reader = { .question_count = description->question_count,
                      .theme_count = description->theme_count,
                      .limit = limit,
                      .low = arena_array(arena, counts, sizeof(int)),
                      .high = arena_array(arena, counts, sizeof(int)) };
    for (int i = 0; i < unit_count; i++) {
        reader.tally = &tallies[i];
        hide_counts(&reader);
    }
    arena_rewind(arena, mark);
    return tallies;
}

ThemeTally themes_cut(Arena *arena, const ThemeTally *tally,
                      const Description *description)
{
    ThemeTally cut = make(arena, description);
    for (int q = 0; tally && q <= description->question_count; q++) {
        cut.coded_counts[q] = tally->coded_counts[q];
        for (int theme = 0; theme < description->theme_count; theme++) {
            ThemeCount count = tally->counts[q][theme];
            cut.counts[q][theme] =
                count.is_hidden ? (ThemeCount){ .is_hidden = true } : count;
        }
    }
    return cut;
}
