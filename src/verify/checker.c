#include "verify/checker.h"

#include "base/messages.h"
#include "verify/saying.h"

#include <math.h>

enum { SENTENCE_MAX = 64 };

const Description *checker_description(const Checker *checker)
{
    return checker->slice->round.description;
}

static const Entry *entry_of(const Checker *checker)
{
    return &checker->scope.entries[checker->entry];
}

/* A key of the slide's own that holds an id; empty when there is none. */
static Str option_id(const Checker *checker, const char *key)
{
    const LayoutSlide *slide = entry_of(checker)->slide;
    for (int i = 0; slide->schema && i < slide->schema->field_count; i++) {
        const Field *field = &slide->schema->fields[i];
        if (field->type == FIELD_ID && str_equal_c(str_from_c(field->key), key))
            return *(const Str *)((const char *)slide->options + field->offset);
    }
    return (Str){ 0 };
}

int checker_statement(const Checker *checker)
{
    About about = entry_of(checker)->about;
    if (about.type == ABOUT_STATEMENT)
        return about.index;
    Str id = option_id(checker, "statement");
    return id.len ? description_find_statement(checker_description(checker), id) : -1;
}

bool checker_is_recommend(const Checker *checker)
{
    int statement = checker_statement(checker);
    return statement >= 0 &&
           checker_description(checker)->statements[statement].is_recommend;
}

int checker_question(const Checker *checker)
{
    About about = entry_of(checker)->about;
    Str id = option_id(checker, "question");
    if (id.len)
        return description_find_question(checker_description(checker), id);
    return about.type == ABOUT_QUESTION ? about.index : -1;
}

bool checker_is_kind(const Checker *checker, const char *kind)
{
    return str_equal_c(entry_of(checker)->slide->kind_name, kind);
}

void checker_fail(Checker *checker, int page, Str context, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str what = str_format_list(checker->arena, message_text(format), args);
    va_end(args);
    Place place = { .file = checker->file };
    if (page > 0)
        diag_error(checker->diags, place, "page %d: %.*s", page, STR_ARG(what));
    else
        diag_error(checker->diags, place, "%.*s", STR_ARG(what));
    if (context.len)
        diag_hint(checker->diags, "it stands in \"%.*s\"",
                  STR_ARG(str_shown(checker->arena, context, 160)));
}

typedef struct Verdict {
    bool holds;
    Str expected;
} Verdict;

/* A statistic of each of the groups that a sentence names. */
static Verdict judge_groups(Checker *checker, const Match *match, const Part *part,
                            Str printed)
{
    int groups[GROUP_MAX];
    int count = saying_groups(checker, match, part->groups, groups);
    Verdict verdict = { .holds = count > 0 };
    for (int i = 0; i < count && verdict.holds; i++) {
        Figure figure = count_find(
            &checker->view,
            figure_query(part->of_groups, checker_statement(checker), groups[i]));
        verdict.holds = pattern_figure_holds(&checker->spelling, part->format, figure,
                                             printed, &verdict.expected);
    }
    return verdict;
}

static bool rounds_to(double share, double percents)
{
    return fabs(share * 100 - percents) <= 0.5 + 1e-6;
}

/* Between the least and the greatest share of groups. */
static Verdict judge_shares(Checker *checker, const Match *match, const Part *part,
                            Str printed)
{
    Verdict verdict = { .holds = false };
    double low, high, least, most;
    if (!saying_range(checker, match, part, &low, &high))
        return verdict;
    verdict.expected =
        str_format(checker->arena, "%.0f–%.0f %%", round(low * 100), round(high * 100));
    verdict.holds = pattern_shares(&checker->spelling, printed, &least, &most) &&
                    rounds_to(low, least) && rounds_to(high, most);
    return verdict;
}

static Verdict judge(Checker *checker, const Match *match, int index)
{
    const Part *part = &match->pattern->parts.at[index];
    Str printed = match->texts[index];
    Arena *arena = checker->arena;
    Verdict verdict = { .holds = true };
    long number;
    switch (part->kind) {
    case PART_FIGURE:
        if (part->groups >= 0)
            return judge_groups(checker, match, part, printed);
        verdict.holds = pattern_figure_holds(&checker->spelling, part->format,
                                             part->figure, printed, &verdict.expected);
        return verdict;
    case PART_DIGITS:
        verdict.expected = str_format(arena, "%.0f", round(part->figure.value * 100));
        verdict.holds = str_to_integer(printed, &number) &&
                        rounds_to(part->figure.value, (double)number);
        return verdict;
    case PART_NUMERAL:
        verdict.expected = format_small_number(arena, checker->spelling.words,
                                               (long)part->figure.value);
        verdict.holds =
            pattern_numeral(&checker->spelling, printed) == (int)part->figure.value;
        return verdict;
    case PART_SHARES: return judge_shares(checker, match, part, printed);
    case PART_TEXT:
    case PART_GROUPS:
    case PART_ANY: break;
    }
    return verdict;
}

static bool is_figure(const Part *part)
{
    return part->kind == PART_FIGURE || part->kind == PART_DIGITS ||
           part->kind == PART_NUMERAL || part->kind == PART_SHARES;
}

static bool all_hold(Checker *checker, const Match *match)
{
    for (int i = 0; i < match->pattern->parts.count; i++)
        if (!judge(checker, match, i).holds)
            return false;
    return saying_holds(checker, match);
}

void checker_match(Checker *checker, const Match *match, int page, Str context)
{
    bool holds = true;
    for (int i = 0; i < match->pattern->parts.count; i++) {
        Verdict verdict = judge(checker, match, i);
        checker->figure_count += is_figure(&match->pattern->parts.at[i]);
        holds &= verdict.holds;
        if (!verdict.holds)
            checker_fail(checker, page, context,
                         "\"%.*s\" is printed, \"%.*s\" was counted",
                         STR_ARG(match->texts[i]), STR_ARG(verdict.expected));
    }
    if (holds && !saying_holds(checker, match))
        checker_fail(checker, page, context,
                     "what a sentence says of its figures is not so");
}

/* The first that fits and holds, or else the first that fits; NULL: none fits. */
static const Match *find_match(Checker *checker, const TextPattern *patterns, int count,
                               bool in_capitals, Str text)
{
    Match *found = NULL;
    for (int i = 0; i < count; i++) {
        Match match;
        const TextPattern *pattern = &patterns[i];
        if (in_capitals) {
            TextPattern *upper = arena_alloc(checker->arena, sizeof *upper);
            *upper = pattern_upper(&checker->spelling, pattern);
            pattern = upper;
        }
        if (!pattern_fits(&checker->spelling, pattern, text, &match))
            continue;
        bool holds = all_hold(checker, &match);
        if (found && !holds)
            continue;
        found = arena_alloc(checker->arena, sizeof *found);
        *found = match;
        if (holds)
            return found;
    }
    return found;
}

bool checker_rows(Checker *checker, const TextPattern *rows, int count, Str text,
                  int page)
{
    Match *matches = arena_array(checker->arena, SENTENCE_MAX, sizeof *matches);
    int found = 0;
    if (!pattern_sequence(&checker->spelling, rows, count, text, matches, SENTENCE_MAX,
                          &found))
        return false;
    for (int i = 0; i < found; i++)
        checker_match(checker, &matches[i], page, text);
    return true;
}

/* Whether it says a figure, or that one is hidden. */
static bool has_figure(const Checker *checker, Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] >= '0' && text.at[i] <= '9')
            return true;
    return str_find(text, checker->spelling.words->at[WORD_HIDDEN_SHORT]) >= 0;
}

/* The best match of the whole text, as it is or in capitals; NULL: none. */
static const Match *find_whole(Checker *checker, Str text)
{
    const Match *match = NULL;
    for (int in_capitals = 0; in_capitals < 2 && !match; in_capitals++) {
        match = find_match(checker, checker->patterns, checker->pattern_count,
                           in_capitals, text);
        if (!match)
            match = find_match(checker, checker->sentences, checker->sentence_count,
                               in_capitals, text);
    }
    return match;
}

bool checker_knows(Checker *checker, Str text)
{
    const Match *match = find_whole(checker, text);
    return match && all_hold(checker, match);
}

/* Whether it is the author's, but for the order in which its words are painted. */
static bool is_reordered(const Checker *checker, Str text)
{
    for (int i = 0; i < checker->pattern_count; i++) {
        const TextPattern *pattern = &checker->patterns[i];
        if (pattern->parts.count == 1 && pattern->parts.at[0].kind == PART_TEXT &&
            printed_is_reordered(checker->arena, text, pattern->parts.at[0].text))
            return true;
    }
    return false;
}

void checker_text(Checker *checker, Str text, int page)
{
    if (text.len == 0)
        return;
    const Match *match = find_whole(checker, text);
    if (match)
        checker_match(checker, match, page, text);
    else if (!is_reordered(checker, text) &&
             !checker_rows(checker, checker->sentences, checker->sentence_count, text,
                           page) &&
             has_figure(checker, text))
        checker_fail(checker, page, (Str){ 0 },
                     "where its figures come from cannot be told: \"%.*s\"",
                     STR_ARG(str_shown(checker->arena, text, 160)));
}
