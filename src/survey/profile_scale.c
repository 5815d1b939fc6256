#include "survey/profile_scale.h"

/* What may stand between a word for a scale and a heading: «helt_enig_pst». */
const AnswerWord *profile_share_word(Arena *scratch, Str heading)
{
    static const char *const endings[] = { "_pst",    " pst",   "_prosent", " prosent",
                                           " %",      "_andel", " andel",   "_antall",
                                           " antall", "" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        Str ending = str_from_c(endings[i]);
        if (!str_ends(heading, ending))
            continue;
        Str stem = str_slice(heading, 0, heading.len - ending.len);
        const AnswerWord *word = answer_word_find(scratch, stem);
        if (word)
            return word;
    }
    return NULL;
}

static void add_text(Arena *arena, Str text, int *count, int max, Str *texts)
{
    for (int i = 0; i < *count; i++)
        if (str_equal(texts[i], text))
            return;
    if (*count < max)
        texts[(*count)++] = str_copy(arena, text);
}

static bool is_new(const Str *texts, int count, Str text)
{
    for (int i = 0; i < count; i++)
        if (str_equal(texts[i], text))
            return false;
    return true;
}

static int rank_of(Arena *scratch, const ProfileScale *scale, Str text)
{
    const AnswerWord *word =
        scale->family == FAMILY_MISSING ? NULL : answer_word_find(scratch, text);
    long number;
    if (word)
        return word->rank;
    return str_to_integer(text, &number) ? (int)number : 0;
}

static void sort_steps(Arena *scratch, ProfileScale *scale)
{
    for (int i = 1; i < scale->step_count; i++) {
        Str step = scale->steps[i];
        int rank = rank_of(scratch, scale, step), at = i;
        for (; at > 0 && rank_of(scratch, scale, scale->steps[at - 1]) > rank; at--)
            scale->steps[at] = scale->steps[at - 1];
        scale->steps[at] = step;
    }
}

static void add_to_scale(Arena *arena, ProfileScale *scale, const ProfileColumn *column)
{
    for (int i = 0; i < column->value_count; i++) {
        Str text = column->values[i].text;
        const AnswerWord *word =
            scale->family == FAMILY_MISSING ? NULL : answer_word_find(arena, text);
        if (word && word->family == FAMILY_UNSURE) {
            if (is_new(scale->unsure.at, scale->unsure.count, text))
                vec_push(arena, &scale->unsure, text);
        } else if (word && word->family == FAMILY_MISSING) {
            if (is_new(scale->missing.at, scale->missing.count, text))
                vec_push(arena, &scale->missing, text);
        } else {
            add_text(arena, text, &scale->step_count, STEP_MAX, scale->steps);
        }
    }
    scale->column_count++;
}

/* The family of the words that count; FAMILY_MISSING: numbers. */
static AnswerFamily family_of(Arena *scratch, const ProfileColumn *column)
{
    for (int i = 0; i < column->value_count; i++) {
        const AnswerWord *word = answer_word_find(scratch, column->values[i].text);
        if (word && word->family != FAMILY_UNSURE && word->family != FAMILY_MISSING)
            return word->family;
    }
    return FAMILY_MISSING;
}

/* Numbers: all steps from 1 on. */
static void fill_numbers(Arena *arena, ProfileScale *scale)
{
    scale->step_count = 0;
    for (int i = 1; i <= scale->highest && i <= STEP_MAX; i++)
        scale->steps[scale->step_count++] = str_format(arena, "%d", i);
}

static int highest_number(const ProfileColumn *column)
{
    long most = 0, number;
    for (int i = 0; i < column->value_count; i++)
        if (str_to_integer(column->values[i].text, &number) && number > most)
            most = number;
    return (int)most;
}

/* The last step of the scale of numbers that a column is on. That nobody gave the
 * highest answer to one of several questions is common; so 4 is 5 where another goes to
 * 5, and 6 and 9 are 7 and 10. */
static int highest_step(Arena *scratch, const Profile *profile, int own)
{
    if (own != 4 && own != 6 && own != 9)
        return own;
    for (int i = 0; i < profile->column_count; i++) {
        const ProfileColumn *column = &profile->columns[i];
        if (column->kind == COLUMN_SCALE &&
            family_of(scratch, column) == FAMILY_MISSING &&
            highest_number(column) == own + 1)
            return own + 1;
    }
    return own;
}

static int find_scale(const Profile *profile, AnswerFamily family, int highest)
{
    for (int i = 0; i < profile->scale_count; i++)
        if (profile->scales[i].family == family &&
            profile->scales[i].highest == highest)
            return i;
    return -1;
}

void profile_find_scales(Arena *arena, Profile *profile)
{
    size_t most = FAMILY_YES_NO + 1 + STEP_MAX; /* families, and ends of numbers */
    profile->scales = arena_array(arena, most, sizeof *profile->scales);
    for (int i = 0; i < profile->column_count; i++) {
        ProfileColumn *column = &profile->columns[i];
        if (column->kind != COLUMN_SCALE)
            continue;
        AnswerFamily family = family_of(arena, column);
        int highest = family == FAMILY_MISSING
                          ? highest_step(arena, profile, highest_number(column))
                          : 0;
        column->scale = find_scale(profile, family, highest);
        if (column->scale < 0) {
            column->scale = profile->scale_count++;
            profile->scales[column->scale].family = family;
            profile->scales[column->scale].highest = highest;
        }
        add_to_scale(arena, &profile->scales[column->scale], column);
    }
    for (int i = 0; i < profile->scale_count; i++) {
        if (profile->scales[i].family == FAMILY_MISSING)
            fill_numbers(arena, &profile->scales[i]);
        sort_steps(arena, &profile->scales[i]);
    }
}

void profile_add_heading(Arena *arena, ProfileScale *scale, Str heading)
{
    const AnswerWord *word = profile_share_word(arena, heading);
    if (word->family == FAMILY_UNSURE) {
        vec_push(arena, &scale->unsure, heading);
        return;
    }
    int at = scale->step_count < STEP_MAX ? scale->step_count++ : STEP_MAX - 1;
    for (; at > 0 && profile_share_word(arena, scale->steps[at - 1])->rank > word->rank;
         at--)
        scale->steps[at] = scale->steps[at - 1];
    scale->steps[at] = heading;
}

int profile_main_scale(const Profile *profile)
{
    int best = -1;
    for (int i = 0; i < profile->scale_count; i++)
        if (best < 0 ||
            profile->scales[i].column_count > profile->scales[best].column_count)
            best = i;
    return best;
}
