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

static void count_raised(const Survey *survey, ThemeTally *tallies)
{
    int all = survey->description->question_count;
    for (int i = 0; i < survey->raised_count; i++) {
        const RaisedTheme *raised = &survey->raised[i];
        ThemeTally *tally = &tallies[survey->units[raised->respondent]];
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

/* The sum of what is hidden can be worked out from the sum of all: it, too, must not be
 * of a few. */
static void hide_theme(ThemeTally *tally, int question_count, int theme, int limit)
{
    int hidden_sum = 0;
    for (int q = 0; q <= question_count; q++) {
        ThemeCount *count = &tally->counts[q][theme];
        count->is_hidden = count->count > 0 && count->count < limit;
        if (q < question_count && count->is_hidden)
            hidden_sum += count->count;
    }
    while (hidden_sum > 0 && hidden_sum < limit &&
           !tally->counts[question_count][theme].is_hidden) {
        int also = smallest_shown(tally, question_count, theme);
        if (also < 0)
            return;
        tally->counts[also][theme].is_hidden = true;
        hidden_sum += tally->counts[also][theme].count;
    }
}

ThemeTally *themes_tally(Arena *arena, const Survey *survey, int limit)
{
    const Description *description = survey->description;
    int unit_count = survey->reg->unit_count;
    ThemeTally *tallies = arena_array(arena, (size_t)unit_count, sizeof *tallies);
    for (int i = 0; i < unit_count; i++)
        tallies[i] = make(arena, description);
    count_raised(survey, tallies);
    for (int i = 0; i < unit_count; i++)
        for (int theme = 0; theme < description->theme_count; theme++)
            hide_theme(&tallies[i], description->question_count, theme, limit);
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
