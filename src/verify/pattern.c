#include "verify/pattern.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "verify/printed.h"

#include <assert.h>
#include <math.h>

void pattern_part(TextPattern *pattern, Part part)
{
    assert(pattern->parts.count < PART_MAX);
    vec_push(pattern->arena, &pattern->parts, part);
}

/* As what is printed is folded; a blank at an end stays. */
static Str fold_piece(Arena *arena, Str text)
{
    Str marked = str_format(arena, "|%.*s|", STR_ARG(text));
    marked = printed_fold(arena, marked);
    return str_slice(marked, 1, marked.len - 1);
}

/* Joins on to words before it. */
void pattern_text(TextPattern *pattern, Str text)
{
    Buffer folded = buffer_in(pattern->arena);
    int count = pattern->parts.count;
    bool is_joined = count > 0 && pattern->parts.at[count - 1].kind == PART_TEXT;
    if (is_joined)
        buffer_str(&folded, pattern->parts.at[count - 1].text);
    buffer_str(&folded, text);
    Str joined = fold_piece(pattern->arena, buffer_text(&folded));
    if (is_joined)
        pattern->parts.at[count - 1].text = joined;
    else if (joined.len)
        pattern_part(pattern,
                     (Part){ .kind = PART_TEXT, .text = joined, .groups = -1 });
}

void pattern_figure(TextPattern *pattern, FigureFormat format, Figure figure)
{
    pattern_part(pattern, (Part){ .kind = PART_FIGURE,
                                  .format = format,
                                  .figure = figure,
                                  .groups = -1 });
}

void pattern_append(TextPattern *pattern, const TextPattern *more)
{
    for (int i = 0; i < more->parts.count; i++) {
        const Part *part = &more->parts.at[i];
        if (part->kind == PART_TEXT)
            pattern_text(pattern, part->text);
        else
            pattern_part(pattern, *part);
    }
}

TextPattern pattern_copy(const TextPattern *pattern)
{
    TextPattern copy = { .arena = pattern->arena, .rule = pattern->rule };
    pattern_append(&copy, pattern);
    return copy;
}

TextPattern pattern_upper(const Spelling *spelling, const TextPattern *pattern)
{
    TextPattern upper = { .arena = pattern->arena, .rule = pattern->rule };
    for (int i = 0; i < pattern->parts.count; i++) {
        Part part = pattern->parts.at[i];
        part.text = unicode_upper(spelling->arena, part.text, spelling->language);
        pattern_part(&upper, part);
    }
    return upper;
}

static size_t digits_at(Str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.at[end] >= '0' && text.at[end] <= '9')
        end++;
    return end - at;
}

/* Bytes of the word at `at`, or 0. */
static size_t word_at(Str text, size_t at, Str word)
{
    return word.len && str_starts(str_slice(text, at, text.len), word) ? word.len : 0;
}

/* Of a whole number: «1 678». */
static size_t count_at(const Spelling *spelling, Str text, size_t at)
{
    Str mark = printed_fold(spelling->arena,
                            str_format(spelling->arena, "1%.*s1",
                                       STR_ARG(spelling->words->at[WORD_THOUSANDS])));
    mark = str_slice(mark, 1, mark.len - 1);
    size_t len = digits_at(text, at);
    if (len == 0 || len > 3)
        return len;
    for (;;) {
        size_t gap = word_at(text, at + len, mark);
        if (!gap || digits_at(text, at + len + gap) != 3)
            return len;
        len += gap + 3;
    }
}

static size_t decimal_at(const Spelling *spelling, Str text, size_t at)
{
    size_t len = digits_at(text, at);
    size_t mark = len ? word_at(text, at + len, spelling->words->at[WORD_DECIMAL]) : 0;
    size_t rest = mark ? digits_at(text, at + len + mark) : 0;
    return rest ? len + mark + rest : 0;
}

static size_t sign_at(Str text, size_t at)
{
    const Str signs[] = { S("+"), S("−"), S("±"), S("-") };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (word_at(text, at, signs[i]))
            return signs[i].len;
    return 0;
}

/* A number between what stands before and behind {n} in a phrase. */
static size_t phrase_at(const Spelling *spelling, WordId word, Str text, size_t at,
                        bool is_signed)
{
    Str phrase = spelling->words->at[word];
    long hole = str_find(phrase, S("{n}"));
    if (hole < 0)
        return 0;
    Str before = str_slice(phrase, 0, (size_t)hole);
    Str behind = str_format(spelling->arena, "|%.*s",
                            STR_ARG(str_slice(phrase, (size_t)hole + 3, phrase.len)));
    behind = printed_fold(spelling->arena, behind);
    behind = str_slice(behind, 1, behind.len);
    before = printed_fold(spelling->arena, str_concat(spelling->arena, before, S("|")));
    before = str_slice(before, 0, before.len - 1);
    if (before.len && !word_at(text, at, before))
        return 0;
    size_t from = at + before.len;
    size_t sign = is_signed ? sign_at(text, from) : 0;
    size_t len = count_at(spelling, text, from + sign);
    if (!len || (behind.len && !word_at(text, from + sign + len, behind)))
        return 0;
    return before.len + sign + len + behind.len;
}

static size_t number_at(const Spelling *spelling, FigureFormat format, Str text,
                        size_t at)
{
    size_t sign = sign_at(text, at), len = 0;
    switch (format) {
    case FORMAT_COUNT: return count_at(spelling, text, at);
    case FORMAT_MEAN:
    case FORMAT_CHANGE: len = decimal_at(spelling, text, at + sign); break;
    case FORMAT_NET:
    case FORMAT_NET_CHANGE: len = count_at(spelling, text, at + sign); break;
    case FORMAT_SHARE: return phrase_at(spelling, WORD_PERCENT, text, at, false);
    case FORMAT_POINTS: return phrase_at(spelling, WORD_POINTS, text, at, true);
    case FORMAT_RANK: return phrase_at(spelling, WORD_RANK, text, at, false);
    }
    return len ? sign + len : 0;
}

/* The words for a figure that is not shown. */
enum { STATE_WORDS = 7 };

static void state_words(const Spelling *spelling, Str *out)
{
    Arena *arena = spelling->arena;
    const Words *words = spelling->words;
    Str round = spelling->previous_round;
    Str texts[STATE_WORDS] = {
        words->at[WORD_MISSING],
        words->at[WORD_HIDDEN_SHORT],
        words->at[WORD_NOT_COMPARABLE],
        words->at[WORD_NO_ROUND],
        words_fill(arena, words, WORD_NOT_ASKED, "round", round, NULL),
        words_fill(arena, words, WORD_NO_PART, "round", round, NULL),
        words_fill(arena, words, WORD_NOT_ASKED, "round", spelling->description->round,
                   NULL),
    };
    for (int i = 0; i < STATE_WORDS; i++)
        out[i] = printed_fold(arena, texts[i]);
}

/* «skjermet (n < 5)», whatever the limit that it names. */
static size_t hidden_at(const Spelling *spelling, Str text, size_t at)
{
    return phrase_at(spelling, WORD_HIDDEN, text, at, false);
}

static size_t state_at(const Spelling *spelling, Str text, size_t at)
{
    Str words[STATE_WORDS];
    size_t longest = hidden_at(spelling, text, at);
    state_words(spelling, words);
    for (int i = 0; i < STATE_WORDS; i++) {
        size_t len = word_at(text, at, words[i]);
        longest = len > longest ? len : longest;
    }
    return longest;
}

/* The nth of names that stand with blanks between; empty when there are not so many. */
static Str numeral_name(const Spelling *spelling, int number)
{
    Str names = spelling->words->at[WORD_SMALL_NUMBERS];
    for (int i = 0; names.len; i++) {
        long blank = str_find(names, S(" "));
        Str name = str_slice(names, 0, blank < 0 ? names.len : (size_t)blank);
        if (i == number)
            return name;
        names = str_slice(names, name.len + (blank >= 0), names.len);
    }
    return names;
}

static size_t numeral_at(const Spelling *spelling, Str text, size_t at)
{
    size_t longest = count_at(spelling, text, at);
    for (int i = 0; i <= 12; i++) {
        size_t len = word_at(text, at, numeral_name(spelling, i));
        longest = len > longest ? len : longest;
    }
    return longest;
}

int pattern_numeral(const Spelling *spelling, Str text)
{
    long number;
    for (int i = 0; i <= 12; i++)
        if (str_equal(text, numeral_name(spelling, i)))
            return i;
    return str_to_integer(text, &number) ? (int)number : -1;
}

static int group_at(const Spelling *spelling, Str text, size_t at, size_t *len)
{
    int found = -1;
    *len = 0;
    for (int i = 0; i < spelling->description->group_count; i++) {
        Str among = format_among(spelling->arena, spelling->words,
                                 &spelling->description->groups[i], spelling->language);
        size_t here = word_at(text, at, printed_fold(spelling->arena, among));
        if (here > *len) {
            *len = here;
            found = i;
        }
    }
    return found;
}

/* «blant gründerne, i næringslivet og blant de ansatte»; how many bytes. */
static size_t groups_at(const Spelling *spelling, Str text, size_t at, int *groups,
                        int *count)
{
    const Str gaps[] = { S(", "), spelling->words->at[WORD_AND] };
    size_t len, end = at;
    *count = 0;
    for (size_t gap = 0;;) {
        int group = group_at(spelling, text, end + gap, &len);
        if (group < 0 || *count == GROUP_MAX)
            return end - at;
        groups[(*count)++] = group;
        end += gap + len;
        gap = word_at(text, end, gaps[0]);
        if (!gap)
            gap = word_at(text, end, gaps[1]);
        if (!gap)
            return end - at;
    }
}

int pattern_groups(const Spelling *spelling, Str text, int *out)
{
    int count;
    groups_at(spelling, text, 0, out, &count);
    return count;
}

typedef struct NumberHole {
    const char *name;
    FigureFormat format;
} NumberHole;

enum { NUMBERS = 2 };

/* A phrase with two numbers in it; how many bytes, and what stands at each. */
static size_t numbers_at(const Spelling *spelling, WordId word, const NumberHole *holes,
                         Str text, size_t at, Str *out)
{
    Str rest = spelling->words->at[word];
    size_t end = at;
    while (rest.len) {
        long open = str_find(rest, S("{")), close = str_find(rest, S("}"));
        size_t until = open < 0 ? rest.len : (size_t)open, len = 0;
        Str before = fold_piece(spelling->arena, str_slice(rest, 0, until));
        if (before.len && !word_at(text, end, before))
            return 0;
        end += before.len;
        if (open < 0)
            break;
        Str name = str_slice(rest, until + 1, (size_t)close);
        for (int i = 0; i < NUMBERS; i++) {
            if (!str_equal_c(name, holes[i].name))
                continue;
            len = number_at(spelling, holes[i].format, text, end);
            out[i] = str_slice(text, end, end + len);
        }
        if (!len)
            return 0;
        end += len;
        rest = str_slice(rest, (size_t)close + 1, rest.len);
    }
    return end - at;
}

static size_t many_at(const Spelling *spelling, Str text, size_t at, Str *out)
{
    const NumberHole holes[] = {
        {"n",       FORMAT_COUNT},
        { "groups", FORMAT_COUNT}
    };
    return numbers_at(spelling, WORD_FINDING_MANY, holes, text, at, out);
}

static size_t range_at(const Spelling *spelling, Str text, size_t at, Str *out)
{
    const NumberHole holes[] = {
        {"low",   FORMAT_COUNT},
        { "high", FORMAT_SHARE}
    };
    return numbers_at(spelling, WORD_FINDING_RANGE, holes, text, at, out);
}

/* How a search for a place for every part goes. */
typedef struct Search {
    const Spelling *spelling;
    const TextPattern *pattern;
    Str text;
    Str *texts;     /* by part */
    bool is_prefix; /* text may be left over, behind a blank */
    size_t end;     /* where the pattern ends */
} Search;

static bool fits_from(Search *search, int part, size_t at);

static bool take(Search *search, int part, size_t at, size_t len)
{
    search->texts[part] = str_slice(search->text, at, at + len);
    return len > 0 && fits_from(search, part + 1, at + len);
}

static bool fits_from(Search *search, int part, size_t at)
{
    const Spelling *spelling = search->spelling;
    Str text = search->text;
    if (part == search->pattern->parts.count) {
        search->end = at;
        return at == text.len || (search->is_prefix && text.at[at] == ' ');
    }
    int groups[GROUP_MAX], count;
    Str numbers[NUMBERS];
    const Part *wanted = &search->pattern->parts.at[part];
    switch (wanted->kind) {
    case PART_TEXT:
        return word_at(text, at, wanted->text) &&
               fits_from(search, part + 1, at + wanted->text.len);
    case PART_DIGITS: return take(search, part, at, digits_at(text, at));
    case PART_NUMERAL: return take(search, part, at, numeral_at(spelling, text, at));
    case PART_GROUPS:
        return take(search, part, at, groups_at(spelling, text, at, groups, &count)) ||
               take(search, part, at, many_at(spelling, text, at, numbers));
    case PART_SHARES:
        return take(search, part, at, range_at(spelling, text, at, numbers)) ||
               take(search, part, at, number_at(spelling, FORMAT_SHARE, text, at));
    case PART_FIGURE:
        /* «87 450» may be two numbers. */
        return take(search, part, at, number_at(spelling, wanted->format, text, at)) ||
               (wanted->format == FORMAT_COUNT &&
                take(search, part, at, digits_at(text, at))) ||
               take(search, part, at, state_at(spelling, text, at));
    case PART_ANY:
        for (size_t len = 1; at + len <= text.len; len++)
            if (take(search, part, at, len))
                return true;
        return false;
    }
    return false;
}

bool pattern_fits(const Spelling *spelling, const TextPattern *pattern, Str text,
                  Match *out)
{
    Search search = {
        .spelling = spelling, .pattern = pattern, .text = text, .texts = out->texts
    };
    out->pattern = pattern;
    return pattern->parts.count > 0 && fits_from(&search, 0, 0);
}

bool pattern_sequence(const Spelling *spelling, const TextPattern *patterns,
                      int pattern_count, Str text, Match *out, int most, int *count)
{
    if (text.len == 0)
        return true;
    if (*count == most)
        return false;
    for (int i = 0; i < pattern_count; i++) {
        Match *match = &out[*count];
        Search search = { .spelling = spelling,
                          .pattern = &patterns[i],
                          .text = text,
                          .texts = match->texts,
                          .is_prefix = true };
        match->pattern = &patterns[i];
        if (patterns[i].parts.count == 0 || !fits_from(&search, 0, 0))
            continue;
        ++*count;
        size_t next = search.end + (search.end < text.len);
        if (pattern_sequence(spelling, patterns, pattern_count,
                             str_slice(text, next, text.len), out, most, count))
            return true;
        --*count;
    }
    return false;
}

/* The number in a printed figure, in its own unit: tenths, per cents, people. Our own
 * reading: the sign, and digits with anything else left out. */
static bool number_in(Str printed, double *out)
{
    bool is_negative = str_starts(printed, S("−")) || str_starts(printed, S("-"));
    bool has_digits = false;
    *out = 0;
    for (size_t i = 0; i < printed.len; i++)
        if (printed.at[i] >= '0' && printed.at[i] <= '9') {
            *out = *out * 10 + (printed.at[i] - '0');
            has_digits = true;
        }
    if (is_negative)
        *out = -*out;
    return has_digits;
}

bool pattern_many(const Spelling *spelling, Str text, int *count, int *of)
{
    Str numbers[NUMBERS];
    double n, all;
    if (text.len == 0 || many_at(spelling, text, 0, numbers) != text.len ||
        !number_in(numbers[0], &n) || !number_in(numbers[1], &all))
        return false;
    *count = (int)n;
    *of = (int)all;
    return true;
}

bool pattern_shares(const Spelling *spelling, Str text, double *low, double *high)
{
    Str numbers[NUMBERS] = { text, text };
    if (range_at(spelling, text, 0, numbers) != text.len)
        numbers[0] = numbers[1] = text;
    return number_in(numbers[0], low) && number_in(numbers[1], high);
}

/* What one of the units that are printed is worth. */
static double scale_of(FigureFormat format)
{
    switch (format) {
    case FORMAT_COUNT:
    case FORMAT_NET:
    case FORMAT_NET_CHANGE:
    case FORMAT_RANK: return 1;
    case FORMAT_MEAN:
    case FORMAT_CHANGE: return 10;
    case FORMAT_SHARE:
    case FORMAT_POINTS: return 100;
    }
    return 1;
}

static Statistic statistic_of(FigureFormat format)
{
    static const Statistic statistics[] = {
        [FORMAT_COUNT] = STATISTIC_N,     [FORMAT_MEAN] = STATISTIC_MEAN,
        [FORMAT_SHARE] = STATISTIC_AGREE, [FORMAT_CHANGE] = STATISTIC_CHANGE,
        [FORMAT_RANK] = STATISTIC_RANK,   [FORMAT_POINTS] = STATISTIC_AGREE_CHANGE,
        [FORMAT_NET] = STATISTIC_NET,     [FORMAT_NET_CHANGE] = STATISTIC_NET_CHANGE,
    };
    return statistics[format];
}

static bool is_hidden_word(const Spelling *spelling, Str printed)
{
    Str brief = printed_fold(spelling->arena, spelling->words->at[WORD_HIDDEN_SHORT]);
    return str_equal(printed, brief) ||
           (printed.len && hidden_at(spelling, printed, 0) == printed.len);
}

static bool is_dash(const Spelling *spelling, Str printed)
{
    return str_equal(printed, spelling->words->at[WORD_MISSING]);
}

bool pattern_figure_holds(const Spelling *spelling, FigureFormat format, Figure figure,
                          Str printed, Str *expected)
{
    double number;
    *expected = format_figure(spelling->arena, spelling->words, statistic_of(format),
                              figure, spelling->description->min_answers);
    *expected = printed_fold(spelling->arena, *expected);
    switch (figure.state) {
    case FIGURE_SHOWN:
        return number_in(printed, &number) && !is_hidden_word(spelling, printed) &&
               fabs(number - figure.value * scale_of(format)) <= 0.5 + 1e-6;
    case FIGURE_HIDDEN:
    case FIGURE_WITHHELD:
        /* Where a change cannot be told, a dash stands. */
        return is_hidden_word(spelling, printed) ||
               ((format == FORMAT_CHANGE || format == FORMAT_NET_CHANGE) &&
                is_dash(spelling, printed));
    case FIGURE_MISSING:
    case FIGURE_NOT_ASKED:
    case FIGURE_NOT_COMPARABLE:
    case FIGURE_NO_ROUND:
    case FIGURE_NO_PART:
        return str_equal(printed, *expected) || is_dash(spelling, printed);
    }
    return false;
}
