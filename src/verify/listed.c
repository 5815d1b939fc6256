#include "verify/listed.h"

#include "base/unicode.h"

#include <stdlib.h>

bool listed_shows(const Round *round, int unit, int group)
{
    return !plan_hides_answers(round->plan, round->is_previous, unit, group) &&
           *round_people(round, unit, group) >=
               round->survey->description->min_respondents;
}

static int compare_texts(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

static int count_distinct(Str *texts, int count)
{
    int distinct = 0;
    if (count == 0)
        return 0;
    qsort(texts, (size_t)count, sizeof *texts, compare_texts);
    for (int i = 0; i < count; i++)
        distinct += i == 0 || !str_equal(texts[i - 1], texts[i]);
    return distinct;
}

typedef VEC(Str) Texts;

/* Answers to a question (-1: to any) that may be shown, so that equal ones read the
 * same. */
static void list_open(Arena *arena, const Round *round, int of, int question,
                      Texts *out)
{
    const Survey *survey = round->survey;
    for (int q = 0; q < survey->description->question_count; q++)
        for (int i = 0; i < survey->open_counts[q] && (question < 0 || q == question);
             i++) {
            const OpenAnswer *answer = &survey->open[q][i];
            int unit = survey->units[answer->respondent];
            bool is_asked_for = of == LISTED_REGION || unit == of;
            if (is_asked_for &&
                listed_shows(round, unit, survey->groups[answer->respondent]))
                vec_push(arena, out,
                         unicode_fold(arena, str_fold_space(arena, answer->text)));
        }
}

int listed_count(const Round *round, int of, int question, bool is_unique)
{
    Arena *scratch = arena_new();
    Texts texts = { 0 };
    list_open(scratch, round, of, question, &texts);
    int count = is_unique ? count_distinct(texts.at, texts.count) : texts.count;
    arena_free(scratch);
    return count;
}
