#include "survey/dialect.h"

#include "base/messages.h"

enum { SAMPLED_ROWS = 12 };

static const struct {
    char delimiter;
    const char *name;
} delimiters[] = {
    {',',   MESSAGE("commas")       },
    { ';',  MESSAGE("semicolons")   },
    { '\t', MESSAGE("tabs")         },
    { '|',  MESSAGE("vertical bars")},
};
enum { DELIMITER_COUNT = sizeof delimiters / sizeof *delimiters };

/* The first rows as one delimiter would cut them. */
typedef struct Sample {
    int headings;
    int rows, equal_rows; /* below the headings; with as many cells */
    int strays;           /* quotation marks inside cells: they open none */
} Sample;

/* Moves on behind the row. 0 for a row without anything. */
static int count_cells(Str text, char delimiter, size_t *at, int *strays)
{
    int cells = 0;
    bool is_quoted = false, is_start = true, is_empty = true;
    for (; *at < text.len; (*at)++) {
        char c = text.at[*at];
        if (is_quoted) {
            is_quoted = c != '"'; /* a doubled one opens again at once */
        } else if (c == '"' && (is_start || text.at[*at - 1] == '"')) {
            is_quoted = true;
            is_start = is_empty = false;
        } else if (c == '\n' || c == '\r') {
            (*at)++;
            return is_empty ? 0 : cells + 1;
        } else {
            cells += c == delimiter;
            *strays += c == '"';
            is_start = c == delimiter;
            is_empty = false;
        }
    }
    return is_empty ? 0 : cells + 1;
}

static Sample take_sample(Str text, char delimiter)
{
    Sample sample = { 0 };
    for (size_t at = 0; at < text.len && sample.rows < SAMPLED_ROWS;) {
        int cells = count_cells(text, delimiter, &at, &sample.strays);
        if (cells == 0)
            continue;
        if (sample.headings == 0) {
            sample.headings = cells;
            continue;
        }
        if (at == text.len && text.at[at - 1] != '\n' && text.at[at - 1] != '\r')
            break; /* the sample may end inside the row */
        sample.rows++;
        sample.equal_rows += cells == sample.headings;
    }
    return sample;
}

/* Whether a sample says more than another: first that the quotation marks fit, then
 * that the rows agree, then how many headings there are. A single heading says nothing.
 */
static bool is_better(Sample a, Sample b)
{
    if ((a.headings > 1) != (b.headings > 1))
        return a.headings > 1;
    if (a.strays != b.strays)
        return a.strays < b.strays;
    long agree = (long)a.equal_rows * b.rows, other = (long)b.equal_rows * a.rows;
    return agree != other ? agree > other : a.headings > b.headings;
}

static SourceLineEnd first_line_end(Str text, char delimiter)
{
    size_t at = 0;
    int strays = 0;
    while (at < text.len && count_cells(text, delimiter, &at, &strays) == 0)
        continue;
    if (at == 0 || at > text.len || (at == text.len && text.at[at - 1] > '\r'))
        return LINE_END_NONE;
    if (text.at[at - 1] == '\n')
        return LINE_END_LF;
    if (text.at[at - 1] != '\r')
        return LINE_END_NONE;
    return at < text.len && text.at[at] == '\n' ? LINE_END_CRLF : LINE_END_CR;
}

Dialect dialect_guess(Str start, char stated)
{
    Dialect dialect = { .delimiter = stated, .is_certain = true };
    if (!stated) {
        Sample best = take_sample(start, delimiters[0].delimiter);
        dialect.delimiter = delimiters[0].delimiter;
        for (int i = 1; i < DELIMITER_COUNT; i++) {
            Sample sample = take_sample(start, delimiters[i].delimiter);
            if (is_better(sample, best)) {
                best = sample;
                dialect.delimiter = delimiters[i].delimiter;
                dialect.is_certain = true;
            } else if (!is_better(best, sample) && sample.headings > 1) {
                dialect.is_certain = false;
            }
        }
    }
    dialect.line_end = first_line_end(start, dialect.delimiter);
    return dialect;
}

bool dialect_knows(char delimiter)
{
    for (int i = 0; i < DELIMITER_COUNT; i++)
        if (delimiters[i].delimiter == delimiter)
            return true;
    return false;
}

const char *dialect_delimiter_name(char delimiter)
{
    for (int i = 0; i < DELIMITER_COUNT; i++)
        if (delimiters[i].delimiter == delimiter)
            return message_text(delimiters[i].name);
    return message_text("no delimiter");
}
