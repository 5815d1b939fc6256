/* UAX 14 breaks lines the same way in every language. What Norwegian print keeps
 * together beyond that stands in the table below: a rule forbids a break where the text
 * on both sides is as the rule says. Each has a row in line_break_test.c. */
#include "text/line_break.h"

#include <string.h>

/* A side of a rule is read away from the break, `before` from its right end:
 *     D digit   L letter   _ blanks   - hyphen   ~ dash   + sign   = relation
 *     C capital   | the next is neither letter nor digit   ^ a paragraph begins here
 *     anything else stands for itself
 * Beyond it, one of a list of words has to follow, where there is one. */
typedef struct Rule {
    const char *before, *after;
    const char *const *words_before, *const *words_after; /* closed by NULL, or NULL */
} Rule;

/* What a number belongs to; any of them may begin with a capital. */
static const char *const labels[] = {
    "§",    "art.",     "bilde", "bilete", "ca.",    "chapter", "fig.",  "figur",
    "kap.", "kapittel", "kl.",   "kr",     "lysark", "no.",     "nok",   "nr.",
    "page", "pkt.",     "pp.",   "punkt",  "s.",     "side",    "slide", "spm.",
    "tab.", "tabell",   "table", "tlf.",   "figure", NULL,
};

static const char *const units[] = {
    "%",   "‰",    "°",   "$",     "£",  "€",    "cm", "daa", "dl",
    "eur", "g",    "gwh", "ha",    "kg", "km",   "kr", "kvm", "kw",
    "kwh", "m",    "min", "mill.", "mm", "mrd.", "mw", "mwh", "nok",
    "pp",  "pst.", "sek", "stk.",  "t",  "twh",  "år", NULL,
};

static const char *const months[] = {
    "januar", "februar",   "mars",    "april",    "mai",      "juni",     "juli",
    "august", "september", "oktober", "november", "desember", "january",  "february",
    "march",  "may",       "june",    "july",     "october",  "december", NULL,
};

/* How abbreviations of several words go on. */
static const char *const tails[] = {
    "a.", "d.", "eks.", "fl.", "g.", "l.", "m.", "o.", "s.", "v.", NULL,
};

/* Not formatted: the tool would put the first and the last column out of line. */
/* clang-format off */
static const Rule rules[] = {
    { "D~",   "D",    NULL,   NULL   }, /* a range is one figure: 5–8, 2024–2026 */
    { "D~",   "+D",   NULL,   NULL   }, /* to a signed number as well: −2–+2 */
    { "D_~_", "D",    NULL,   NULL   }, /* and set with blanks: kl. 12 – 14 */
    { "L~",   "D",    NULL,   NULL   }, /* nor a range of days: 21. oktober–8. november */
    { "|~",   "D",    NULL,   NULL   }, /* a dash for a minus: –0,2 */
    { "D_",   "DDD|", NULL,   NULL   }, /* a figure in groups of three: 10 000 */
    { "D_",   "",     NULL,   units  }, /* a number and its unit: 30 %, 5 kr */
    { "_",    "D",    labels, NULL   }, /* a number and what it counts: bilde 12 */
    { "D._",  "",     NULL,   months }, /* the day and its month: 28. november */
    { "_",    "=_",   NULL,   NULL   }, /* a relation and its left side: n = 30 */
    { "=_",   "D",    NULL,   NULL   }, /* and its right side */
    { "_",    "~|",   NULL,   NULL   }, /* a dash ends a line, it never begins one, */
    { "^~_",  "",     NULL,   NULL   }, /* but as the sign of an item it stays */
    { "_",    "…",    NULL,   NULL   }, /* an ellipsis never begins a line */
    { "|L-",  "L",    NULL,   NULL   }, /* too little before a hyphen: e-post */
    { "_-",   "L",    NULL,   NULL   }, /* a hyphen that begins a word: og -utvikling */
    { "|L/",  "",     NULL,   NULL   }, /* too little before a slash: m/s */
    { "/",    "L|",   NULL,   NULL   }, /* and after one: km/t */
    { "L.",   "L",    NULL,   NULL   }, /* an abbreviation of several words: f.eks. */
    { "L._",  "",     NULL,   tails  }, /* set with blanks: f. eks., bl. a. */
    { "|C._", "C",    NULL,   NULL   }, /* an initial and its name: O. Nordmann */
};
/* clang-format on */

static bool is_one_of(uint32_t code, const uint32_t *codes)
{
    while (*codes && *codes != code)
        codes++;
    return *codes != 0;
}

static bool is_of_class(uint32_t code, uint32_t class)
{
    static const uint32_t capitals[] = { 0xC4, 0xC5, 0xC6, 0xC9, 0xD6, 0xD8, 0 };
    static const uint32_t hyphens[] = { '-', 0x2010, 0x2011, 0 };
    static const uint32_t dashes[] = { 0x2012, 0x2013, 0x2014, 0x2015, 0 };
    static const uint32_t signs[] = { '+', '-', 0xB1, 0x2013, 0x2212, 0 };
    static const uint32_t relations[] = { '=', '<', '>', 0x2248, 0x2264, 0x2265, 0 };
    switch (class) {
    case 'D': return unicode_is_digit(code);
    case 'L': return unicode_is_letter(code);
    case 'C': return (code >= 'A' && code <= 'Z') || is_one_of(code, capitals);
    case '_': return code == ' ' || code == '\t';
    case '-': return is_one_of(code, hyphens);
    case '~': return is_one_of(code, dashes);
    case '+': return is_one_of(code, signs);
    case '=': return is_one_of(code, relations);
    default: return code == class;
    }
}

/* Reads one character in a direction, 0 at the end of the text. */
static uint32_t step(Str text, size_t *at, bool is_back)
{
    if (is_back ? *at == 0 : *at == text.len)
        return 0;
    if (!is_back)
        return utf8_next(text, at);
    do
        --*at;
    while (*at > 0 && ((unsigned char)text.at[*at] & 0xC0) == 0x80);
    size_t offset = *at;
    return utf8_next(text, &offset);
}

static bool is_edge(Str text, size_t at, bool is_back)
{
    uint32_t code = step(text, &at, is_back);
    return !unicode_is_letter(code) && !unicode_is_digit(code);
}

/* Reads what an element of a pattern stands for, and moves on if it does. */
static bool reads_element(Str text, size_t *at, bool is_back, uint32_t element)
{
    if (element == '|')
        return is_edge(text, *at, is_back);
    size_t next = *at;
    uint32_t code = step(text, &next, is_back);
    if (element == '^')
        return code == 0 || code == '\n';
    if (!is_of_class(code, element))
        return false;
    do {
        *at = next;
        code = step(text, &next, is_back);
    } while (element == '_' && is_of_class(code, '_'));
    return true;
}

static bool reads(Str text, size_t *at, bool is_back, const char *pattern)
{
    Str elements = str_from_c(pattern);
    size_t place = is_back ? elements.len : 0;
    uint32_t element;
    while ((element = step(elements, &place, is_back)))
        if (!reads_element(text, at, is_back, element))
            return false;
    return true;
}

/* Whether one of the words stands there, whole. Capitals of ASCII are like small
 * letters. */
static bool reads_word(Str text, size_t at, bool is_back, const char *const *words)
{
    for (; *words; words++) {
        size_t len = strlen(*words);
        if (is_back ? at < len : text.len - at < len)
            continue;
        size_t from = is_back ? at - len : at;
        if (strncasecmp(text.at + from, *words, len) == 0 &&
            is_edge(text, is_back ? from : from + len, is_back))
            return true;
    }
    return false;
}

static bool forbids(const Rule *rule, Str text, size_t at)
{
    size_t left = at, right = at;
    return reads(text, &left, true, rule->before) &&
           reads(text, &right, false, rule->after) &&
           (!rule->words_before || reads_word(text, left, true, rule->words_before)) &&
           (!rule->words_after || reads_word(text, right, false, rule->words_after));
}

static bool is_forbidden(Str text, size_t at)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (forbids(&rules[i], text, at))
            return true;
    return false;
}

static bool is_plain_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Between two words of letters, as most breaks are: no rule speaks of that. */
static bool is_plain(Str text, size_t at)
{
    const char *c = text.at + at;
    return at >= 2 && c[-1] == ' ' && (is_plain_letter(c[-2]) || c[-2] == ',') &&
           is_plain_letter(c[0]);
}

/* Whether some character may join the one before it: all of them lie above U+0300 but
 * the line feed, which joins a carriage return. */
static bool has_clusters(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0xCC || text.at[i] == '\r')
            return true;
    return false;
}

LineBreaks line_breaks(Arena *arena, Str text)
{
    return (LineBreaks){
        .text = text,
        .standard = unicode_line_breaks(arena, text),
        .clusters = has_clusters(text) ? unicode_graphemes(arena, text) : NULL,
    };
}

bool line_may_break(const LineBreaks *breaks, size_t at)
{
    if (at == 0 || at >= breaks->text.len || breaks->standard[at] == BREAK_NONE ||
        (breaks->clusters && !breaks->clusters[at]))
        return false;
    return breaks->text.at[at - 1] == '\n' || is_plain(breaks->text, at) ||
           !is_forbidden(breaks->text, at);
}
