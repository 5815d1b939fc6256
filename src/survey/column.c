#include "survey/column.h"

#include "base/unicode.h"

static const struct {
    ColumnKind kind;
    const char *name;
} KINDS[] = {
    {COLUMN_EMPTY,      "empty"    },
    { COLUMN_TIME,      "time"     },
    { COLUMN_IDENTITY,  "identity" },
    { COLUMN_PERSONAL,  "personal" },
    { COLUMN_TECHNICAL, "technical"},
    { COLUMN_UNIT,      "unit"     },
    { COLUMN_GROUP,     "group"    },
    { COLUMN_SCALE,     "scale"    },
    { COLUMN_RECOMMEND, "0-10"     },
    { COLUMN_CHOICE,    "choice"   },
    { COLUMN_MULTIPLE,  "multiple" },
    { COLUMN_NUMBER,    "number"   },
    { COLUMN_OPEN,      "open"     },
    { COLUMN_QUESTION,  "question" },
    { COLUMN_VALUE,     "value"    },
    { COLUMN_STATEMENT, "statement"},
    { COLUMN_COUNT,     "count"    },
    { COLUMN_SHARE,     "share"    },
};

const char *column_kind_name(ColumnKind kind)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (KINDS[i].kind == kind)
            return KINDS[i].name;
    return "";
}

/* «24.10.2024 09:13:05», 2024-10-28, 10/28/24 9:13: digits in three parts. */
static bool is_time(Str text)
{
    int parts = 0, digits = 0;
    for (size_t i = 0; i < text.len && parts < 3; i++) {
        char c = text.at[i];
        if (c >= '0' && c <= '9') {
            digits++;
        } else if ((c == '.' || c == '-' || c == '/') && digits > 0 && digits <= 4) {
            parts++;
            digits = 0;
        } else {
            parts += c == ' ' || c == 'T' ? digits > 0 : 0;
            break;
        }
    }
    return text.len >= 8 && text.len <= 32 && parts + (digits > 0) >= 3;
}

static void count_value(Arena *arena, Counter *counter, Str text)
{
    if (counter->is_full)
        return;
    for (int i = 0; i < counter->values.count; i++)
        if (str_equal(counter->values.at[i].text, text)) {
            counter->values.at[i].count++;
            return;
        }
    if (counter->values.count == COLUMN_VALUE_MAX)
        counter->has_more = counter->is_full = true;
    else
        vec_push(arena, &counter->values, (ColumnValue){ str_copy(arena, text), 1 });
}

static void count_number(Counter *counter, double number)
{
    if (counter->numbers == 0 || number < counter->least)
        counter->least = number;
    if (counter->numbers == 0 || number > counter->most)
        counter->most = number;
    counter->has_fractions |= number != (double)(long)number;
    counter->numbers++;
}

void column_add(Counter *counter, Arena *keep, Arena *scratch, Str cell)
{
    Str text = str_trim(cell);
    counter->rows++;
    if (text.len == 0)
        return;
    counter->answered++;
    if (counter->role == ROLE_COMPLETED)
        counter->times += is_time(text);
    if (counter->role != ROLE_NONE && counter->role != ROLE_IDENTITY)
        return;
    counter->lines += str_find(text, S("\n")) >= 0;
    ArenaMark mark = arena_mark(scratch);
    text = coding_label(counter->coding, str_fold_space(scratch, text));
    counter->bytes += text.len;
    double number;
    if (text.len < 16 &&
        str_to_number(str_replace(scratch, text, S(","), S(".")), &number))
        count_number(counter, number);
    counter->times += is_time(text);
    counter->joined += str_ends(text, S(";"));
    Str key = text.len > COLUMN_TEXT_MAX ? str_slice(text, 0, 0) : text;
    if (key.len)
        count_value(keep, counter, key);
    else
        counter->has_more = true;
    arena_rewind(scratch, mark);
}

static bool holds_one_of(Arena *scratch, Str text, const char *const *words)
{
    Str key = unicode_fold(scratch, str_fold_space(scratch, text));
    for (; *words; words++)
        if (str_find(key, str_from_c(*words)) >= 0)
            return true;
    return false;
}

bool column_names(Arena *scratch, const Counter *counter, const char *const *words)
{
    return holds_one_of(scratch, counter->heading, words) ||
           (counter->asked.len && holds_one_of(scratch, counter->asked, words));
}

/* The families of the words that a column holds, and whether it holds others. */
static bool is_word_scale(Arena *scratch, const Counter *counter, AnswerFamily *family)
{
    int steps = 0;
    *family = FAMILY_MISSING;
    for (int i = 0; i < counter->values.count; i++) {
        const AnswerWord *word = answer_word_find(scratch, counter->values.at[i].text);
        if (!word)
            return false;
        if (word->family == FAMILY_UNSURE || word->family == FAMILY_MISSING)
            continue;
        if (steps && word->family != *family)
            return false;
        *family = word->family;
        steps++;
    }
    return steps >= 2 && !counter->has_more;
}

bool column_is_unfinished(Arena *scratch, Str cell)
{
    static const char *const words[] = { "",        "0",          "no",
                                         "nei",     "false",      "usann",
                                         "partial", "incomplete", "disqualified",
                                         "started", "delvis",     NULL };
    ArenaMark mark = arena_mark(scratch);
    Str key = unicode_fold(scratch, str_fold_space(scratch, cell));
    bool is_one = false;
    for (int i = 0; words[i] && !is_one; i++)
        is_one = str_equal_c(key, words[i]);
    arena_rewind(scratch, mark);
    return is_one;
}

/* Whole numbers from 1 to at most 11, few enough to be steps. */
static bool is_number_scale(const Counter *counter)
{
    return counter->numbers == counter->answered && !counter->has_fractions &&
           counter->least >= 1 && counter->most >= 2 && counter->most <= STEP_MAX &&
           counter->answered > 0;
}

/* Whole numbers, beside what is known to be no answer: «Vet ikke», 99. */
static bool holds_numbers(Arena *scratch, const Counter *counter, double *least,
                          double *most)
{
    int count = 0;
    *least = *most = 0;
    for (int i = 0; i < counter->values.count; i++) {
        Str text = counter->values.at[i].text;
        const AnswerWord *word = answer_word_find(scratch, text);
        long number;
        if (word && (word->family == FAMILY_UNSURE || word->family == FAMILY_MISSING))
            continue;
        if (!str_to_integer(text, &number))
            return false;
        *least = count == 0 || (double)number < *least ? (double)number : *least;
        *most = count == 0 || (double)number > *most ? (double)number : *most;
        count++;
    }
    return count > 0 && !counter->has_more;
}

static bool is_recommend(Arena *scratch, const Counter *counter)
{
    static const char *const words[] = { "0 til 10",  "0-10",    "0–10",
                                         "0 to 10",   "anbefal", "tilrå",
                                         "recommend", "nps",     NULL };
    double least, most;
    return holds_numbers(scratch, counter, &least, &most) && least >= 0 && most <= 10 &&
           ((least == 0 && most >= 7) || column_names(scratch, counter, words));
}

/* «Bredbånd, Veier»: the same few parts in ever new company. */
static bool is_multiple(const Counter *counter)
{
    enum { PARTS_MAX = 24, PART_MAX = 80 };
    if (counter->joined * 10 > counter->answered * 9)
        return true;
    Str parts[PARTS_MAX], joint = str_from_c(counter->joint);
    int known = 0, met = 0, pairs = 0;
    if (!joint.len || counter->has_more)
        return false;
    for (int i = 0; i < counter->values.count; i++) {
        Str rest = counter->values.at[i].text;
        pairs += str_find(rest, joint) > 0;
        while (rest.len) {
            long at = str_find(rest, joint);
            Str part = str_trim(at < 0 ? rest : str_slice(rest, 0, (size_t)at));
            rest =
                at < 0 ? (Str){ 0 } : str_slice(rest, (size_t)at + joint.len, rest.len);
            int k = 0;
            while (k < known && !str_equal(parts[k], part))
                k++;
            if (part.len > PART_MAX || (k == known && known == PARTS_MAX))
                return false;
            if (k == known)
                parts[known++] = part;
            met++;
        }
    }
    return pairs > 1 && met >= 2 * known;
}

/* Few different texts do not make a choice: where not everybody answered, what was
 * asked and how long the answers are tell more. */
static bool is_in_own_words(Arena *scratch, const Counter *counter)
{
    static const char *const words[] = {
        "kommentar",     "comment", "utdyp",     "egne ord",      "eigne ord",
        "own words",     "noe mer", "noko meir", "anything else", "andre innspill",
        "andre innspel", "forklar", "explain",   "elaborate",     "tilbakemelding",
        "feedback",      NULL
    };
    static const char *const asked[] = { "hva ",    "kva ", "what ",    "hvorfor ",
                                         "kvifor ", "why ", "hvordan ", "korleis ",
                                         "how ",    NULL };
    enum { SENTENCE = 24, PHRASE = 8 };
    size_t mean = counter->bytes / (size_t)counter->answered;
    bool is_optional = counter->answered * 10 < counter->rows * 9;
    if (counter->lines > 0 && counter->values.count > 1)
        return true;
    if (counter->values.count < 2 || !is_optional)
        return false;
    return mean >= SENTENCE || column_names(scratch, counter, words) ||
           (mean >= PHRASE && column_names(scratch, counter, asked));
}

static ColumnKind kind_of_role(const Counter *counter)
{
    switch (counter->role) {
    case ROLE_IDENTITY: return COLUMN_IDENTITY;
    case ROLE_TIME: return COLUMN_TIME;
    case ROLE_PERSONAL: return COLUMN_PERSONAL;
    case ROLE_TECHNICAL: return COLUMN_TECHNICAL;
    case ROLE_COMPLETED:
        return counter->times * 2 > counter->answered ? COLUMN_TIME : COLUMN_TECHNICAL;
    case ROLE_NONE: break;
    }
    return COLUMN_OPEN;
}

ColumnKind column_judge(const Counter *counter, Arena *scratch)
{
    AnswerFamily family;
    if (counter->role != ROLE_NONE)
        return kind_of_role(counter);
    if (counter->answered == 0)
        return COLUMN_EMPTY;
    if (counter->times * 10 > counter->answered * 9)
        return COLUMN_TIME;
    if (is_recommend(scratch, counter))
        return COLUMN_RECOMMEND;
    if (is_word_scale(scratch, counter, &family))
        return family == FAMILY_YES_NO ? COLUMN_CHOICE : COLUMN_SCALE;
    if (is_number_scale(counter))
        return COLUMN_SCALE;
    if (counter->numbers * 10 > counter->answered * 9)
        return COLUMN_NUMBER;
    if (!counter->is_open && is_multiple(counter))
        return COLUMN_MULTIPLE;
    if (counter->is_open || is_in_own_words(scratch, counter))
        return COLUMN_OPEN;
    bool has_few = !counter->has_more && counter->values.count <= 60 &&
                   counter->values.count * 3 <= counter->answered;
    return has_few ? COLUMN_CHOICE : COLUMN_OPEN;
}
