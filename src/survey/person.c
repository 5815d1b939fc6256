#include "survey/person.h"

typedef struct Word {
    Str text;
    bool is_capital; /* begins with a capital and goes on in small letters */
    bool begins;     /* a sentence, or the text */
    bool is_joined;  /* only blanks stand between it and the word before */
} Word;

static bool is_upper(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

static bool is_lower(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

static bool is_in_word(uint32_t c)
{
    return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || c == '-' || c == '/';
}

/* The next word from *at on; false at the end. */
static bool next_word(Str text, size_t *at, Word *out)
{
    *out = (Word){ .is_joined = *at > 0, .begins = *at == 0 };
    size_t start = *at;
    uint32_t c = 0;
    for (size_t next = start; next < text.len; start = next) {
        c = utf8_next(text, &next);
        if (is_in_word(c))
            break;
        out->begins |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' ||
                       c == 0x2013 || c == '"' || c == 0xAB || c == '(';
        out->is_joined &= c == ' ';
    }
    if (start >= text.len)
        return false;
    bool is_first = true, has_lower = false, has_later_upper = false;
    size_t end = start;
    for (size_t next = start; next < text.len; end = next) {
        c = utf8_next(text, &next);
        if (!is_in_word(c))
            break;
        if (is_first)
            out->is_capital = is_upper(c);
        has_lower |= is_lower(c);
        has_later_upper |= !is_first && is_upper(c);
        is_first = false;
    }
    out->is_capital = out->is_capital && has_lower && !has_later_upper;
    out->text = str_slice(text, start, end);
    *at = end;
    return true;
}

static bool is_one_of(Str text, const char *const *words)
{
    for (; *words; words++)
        if (str_equal_c(text, *words))
            return true;
    return false;
}

/* 24/1234, 2024/99999: a year, a stroke, a number. */
static bool is_case_number(Str text)
{
    long stroke = str_find(text, S("/")), year, number;
    return stroke >= 2 && str_to_integer(str_slice(text, 0, (size_t)stroke), &year) &&
           str_to_integer(str_slice(text, (size_t)stroke + 1, text.len), &number) &&
           year > 0 && number > 99;
}

static Str join(Str first, Str last)
{
    return (Str){ first.at, (size_t)(last.at + last.len - first.at) };
}

Str person_find(Str text)
{
    static const char *const companies[] = { "AS",  "ASA", "ANS", "DA",
                                             "ENK", "BA",  "SA",  NULL };
    static const char *const greetings[] = { "Mvh",    "MVH",     "mvh",     "Hilsen",
                                             "hilsen", "Helsing", "helsing", NULL };
    Word before = { 0 }, word;
    for (size_t at = 0; next_word(text, &at, &word); before = word) {
        bool follows = before.text.len && word.is_joined && !word.begins;
        if (is_case_number(word.text))
            return word.text;
        if (!follows)
            continue;
        if (before.is_capital && is_one_of(word.text, companies))
            return join(before.text, word.text);
        if (word.is_capital && is_one_of(before.text, greetings))
            return join(before.text, word.text);
        if (word.is_capital && before.is_capital && !before.begins)
            return join(before.text, word.text);
    }
    return (Str){ 0 };
}
