#include "survey/distinct.h"

#include "base/unicode.h"

#include <stdlib.h>

typedef struct Key {
    Str text; /* folded */
    int *number;
} Key;

static int compare_keys(const void *a, const void *b)
{
    return str_compare(((const Key *)a)->text, ((const Key *)b)->text);
}

static int compare_numbers(const void *a, const void *b)
{
    int first = *(const int *)a, second = *(const int *)b;
    return (first > second) - (first < second);
}

/* Answers that are equal as they stand are next to each other after sorting, so that
 * each text is folded once: folding is what costs. */
static void fold_keys(Arena *arena, Key *keys, int count)
{
    Str text = { 0 }, folded = { 0 };
    for (int i = 0; i < count; i++) {
        if (i == 0 || !str_equal(keys[i].text, text)) {
            text = keys[i].text;
            folded = unicode_fold(arena, str_fold_space(arena, text));
        }
        keys[i].text = folded;
    }
}

int **distinct_number(Arena *arena, const Survey *survey)
{
    int question_count = survey->description->question_count, key_count = 0;
    int **numbers = arena_array(arena, (size_t)question_count, sizeof *numbers);
    for (int i = 0; i < question_count; i++) {
        numbers[i] =
            arena_array(arena, (size_t)survey->open_counts[i], sizeof *numbers[i]);
        key_count += survey->open_counts[i];
    }
    ArenaMark mark = arena_mark(arena);
    Key *keys = arena_array(arena, (size_t)key_count, sizeof *keys), *key = keys;
    for (int i = 0; i < question_count; i++)
        for (int j = 0; j < survey->open_counts[i]; j++)
            *key++ = (Key){ survey->open[i][j].text, &numbers[i][j] };
    qsort(keys, (size_t)key_count, sizeof *keys, compare_keys);
    fold_keys(arena, keys, key_count);
    qsort(keys, (size_t)key_count, sizeof *keys, compare_keys);
    for (int i = 0; i < key_count; i++) {
        bool is_same = i > 0 && str_equal(keys[i - 1].text, keys[i].text);
        *keys[i].number = is_same ? *keys[i - 1].number : i;
    }
    arena_rewind(arena, mark);
    return numbers;
}

int distinct_count(int *numbers, int count)
{
    int distinct = 0;
    if (count)
        qsort(numbers, (size_t)count, sizeof *numbers, compare_numbers);
    for (int i = 0; i < count; i++)
        distinct += i == 0 || numbers[i] != numbers[i - 1];
    return distinct;
}
