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
    for (int i = 0; i < counter->values.count; i++)
        if (str_equal(counter->values.at[i].text, text)) {
            counter->values.at[i].count++;
            return;
        }
    if (counter->values.count == COLUMN_VALUE_MAX)
        counter->has_more = true;
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
    if (text.len == 0)
        return;
    counter->answered++;
    if (counter->role != ROLE_NONE && counter->role != ROLE_IDENTITY)
        return;
    ArenaMark mark = arena_mark(scratch);
    text = coding_label(counter->coding, str_fold_space(scratch, text));
    counter->bytes += text.len;
    double number;
    if (text.len < 16 &&
        str_to_number(str_replace(scratch, text, S(","), S(".")), &number))
        count_number(counter, number);
    counter->times += is_time(text);
    counter->joined += str_ends(text, S(";"));
    Str key = text.len > 120 ? str_slice(text, 0, 0) : text;
    if (key.len)
        count_value(keep, counter, key);
    else
        counter->has_more = true;
    arena_rewind(scratch, mark);
}

bool column_heading_holds(Arena *scratch, Str heading, const char *const *words)
{
    Str key = unicode_fold(scratch, str_fold_space(scratch, heading));
    for (; *words; words++)
        if (str_find(key, str_from_c(*words)) >= 0)
            return true;
    return false;
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

/* Whole numbers from 1 to at most 11, few enough to be steps. */
static bool is_number_scale(const Counter *counter)
{
    return counter->numbers == counter->answered && !counter->has_fractions &&
           counter->least >= 1 && counter->most >= 2 && counter->most <= STEP_MAX &&
           counter->answered > 0;
}

static bool is_recommend(Arena *scratch, const Counter *counter)
{
    static const char *const words[] = { "0 til 10",  "0-10",    "0–10",
                                         "0 to 10",   "anbefal", "tilrå",
                                         "recommend", "nps",     NULL };
    if (counter->numbers != counter->answered || counter->has_fractions ||
        counter->least < 0 || counter->most > 10 || counter->answered == 0)
        return false;
    return counter->least == 0 ||
           column_heading_holds(scratch, counter->heading, words);
}

static ColumnKind kind_of_role(ToolRole role)
{
    switch (role) {
    case ROLE_IDENTITY: return COLUMN_IDENTITY;
    case ROLE_TIME: return COLUMN_TIME;
    case ROLE_PERSONAL: return COLUMN_PERSONAL;
    case ROLE_TECHNICAL: return COLUMN_TECHNICAL;
    case ROLE_NONE: break;
    }
    return COLUMN_OPEN;
}

ColumnKind column_judge(const Counter *counter, Arena *scratch)
{
    AnswerFamily family;
    if (counter->role != ROLE_NONE)
        return kind_of_role(counter->role);
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
    if (counter->joined * 10 > counter->answered * 9)
        return COLUMN_MULTIPLE;
    bool has_few = !counter->has_more && counter->values.count <= 60 &&
                   counter->values.count * 3 <= counter->answered;
    return has_few ? COLUMN_CHOICE : COLUMN_OPEN;
}
