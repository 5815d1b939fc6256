/* The scales of a description. */
#include "base/messages.h"
#include "survey/description_draft.h"

/* k odd: the steps beside the middle one; k even: the halves. */
static void take_agreement(Draft *draft, const FileScale *from, Scale *scale)
{
    int count = scale->step_count;
    scale->agree_from = from->agree_from ? from->agree_from : count / 2 + 1 + count % 2;
    scale->disagree_to = from->disagree_to ? from->disagree_to : count / 2;
    if (scale->agree_from > count) {
        diag_error(draft->diags, from->agree_place,
                   "agree-from is step %d of a scale with %d steps", scale->agree_from,
                   count);
        diag_hint(draft->diags, "steps are counted from 1, the least agreeing");
    }
    if (scale->disagree_to >= scale->agree_from) {
        Place place = from->disagree_to ? from->disagree_place : from->agree_place;
        diag_error(draft->diags, place,
                   "step %d would count both as agreeing and as disagreeing",
                   scale->disagree_to);
        diag_hint(draft->diags, "\"disagree-to\" must lie below \"agree-from\"");
    }
}

/* Where the answers are whole numbers, each 1 more than the one before, the steps have
 * their values; else they count from 1. */
static int first_value(const Scale *scale)
{
    long first, value;
    if (!str_to_integer(scale->answers[0], &first) || first < SCALE_FIRST_MIN ||
        first > SCALE_FIRST_MAX)
        return 1;
    for (int i = 1; i < scale->step_count; i++)
        if (!str_to_integer(scale->answers[i], &value) || value != first + i)
            return 1;
    return (int)first;
}

/* The family that all answers of a scale are of, or FAMILY_MISSING. */
static AnswerFamily family_of(Arena *arena, const Scale *scale)
{
    AnswerFamily family = FAMILY_MISSING;
    for (int i = 0; i < scale->step_count; i++) {
        const AnswerWord *word = answer_word_find(arena, scale->answers[i]);
        if (!word || (i > 0 && word->family != family))
            return FAMILY_MISSING;
        family = word->family;
    }
    return family;
}

static void name_answers_once(Draft *draft, const FileScale *from)
{
    NamedList answers = { 0 };
    const FileStep *steps = from->steps.at;
    for (int i = 0; i < from->steps.count; i++)
        draft_name_once(draft, &answers, steps[i].answer, steps[i].answer_place,
                        MESSAGE("answer"));
    for (int i = 0; i < from->unsure.count; i++)
        draft_name_once(draft, &answers, from->unsure.at[i], from->unsure.places[i],
                        MESSAGE("answer"));
    for (int i = 0; i < from->missing.count; i++)
        draft_name_once(draft, &answers, from->missing.at[i], from->missing.places[i],
                        MESSAGE("answer"));
}

/* As decks print an answer that has no label: a number with the sign for minus. */
static Wording printed_answer(Draft *draft, const FileStep *step)
{
    long number;
    Str text = step->answer;
    if (str_to_integer(text, &number) && number < 0)
        text = str_replace(draft->arena, text, S("-"), S("\u2212"));
    return draft_wording(draft, text, step->answer_place);
}

static void take_steps(Draft *draft, const FileScale *from, Scale *scale)
{
    size_t count = (size_t)from->steps.count;
    Str *texts = arena_array(draft->arena, count, sizeof *texts);
    Place *places = arena_array(draft->arena, count, sizeof *places);
    Wording *labels = arena_array(draft->arena, count, sizeof *labels);
    Wording *short_labels = arena_array(draft->arena, count, sizeof *labels);
    const FileStep *steps = from->steps.at;
    for (size_t i = 0; i < count; i++) {
        places[i] = steps[i].answer_place;
        texts[i] = str_fold_space(draft->arena, steps[i].answer);
        labels[i] = draft_wording_or(steps[i].label, printed_answer(draft, &steps[i]));
        short_labels[i] = draft_wording_or(steps[i].brief, labels[i]);
    }
    scale->step_count = from->steps.count;
    scale->answers = texts;
    scale->answer_places = places;
    scale->labels = labels;
    scale->short_labels = short_labels;
}

/* place: of the scale */
static void take_scale(Draft *draft, const FileScale *from, Place place, Scale *scale)
{
    int count = from->steps.count;
    if (count < 2 || count > STEP_MAX) {
        diag_error(draft->diags, place, "a scale has 2 to %d steps, not %d", STEP_MAX,
                   count);
        diag_hint(draft->diags, "list each answer that counts under \"steps\"");
        return;
    }
    name_answers_once(draft, from);
    take_steps(draft, from, scale);
    scale->unsure = from->unsure;
    scale->missing = from->missing;
    scale->first = from->first_place.line ? from->first : first_value(scale);
    scale->family = family_of(draft->arena, scale);
    scale->least_difference =
        from->difference_place.line ? from->difference : draft->file->marks.difference;
    take_agreement(draft, from, scale);
}

/* From 0 to 10, as questions of the kind recommend are answered. What is outside the
 * plain scale is outside this one too. */
static Scale recommend_scale(Draft *draft, const Scale *plain)
{
    enum { PROMOTERS_FROM = 9, DETRACTORS_TO = 6 };
    /* Means from 0 to 10 lie as far apart as 2.5 times those from 1 to 5. */
    const double wider = 2.5;
    Str *answers = arena_array(draft->arena, STEP_MAX, sizeof *answers);
    Place *places = arena_array(draft->arena, STEP_MAX, sizeof *places);
    Wording *labels = arena_array(draft->arena, STEP_MAX, sizeof *labels);
    for (int i = 0; i < STEP_MAX; i++) {
        places[i] = draft->file->recommend.places[0];
        answers[i] = str_format(draft->arena, "%d", i);
        labels[i] = draft_wording(draft, answers[i], places[i]);
    }
    return (Scale){ .step_count = STEP_MAX,
                    .first = 0,
                    .family = FAMILY_MISSING,
                    .answers = answers,
                    .answer_places = places,
                    .labels = labels,
                    .short_labels = labels,
                    .unsure = plain->unsure,
                    .missing = plain->missing,
                    .agree_from = PROMOTERS_FROM + 1,
                    .disagree_to = DETRACTORS_TO + 1,
                    .least_difference = draft->file->marks.difference * wider };
}

void draft_take_scales(Draft *draft)
{
    const DescriptionFile *file = draft->file;
    const FileScale *from = file->scales.at;
    int count = file->scales.count + 1;
    Scale *scales = arena_array(draft->arena, (size_t)count + 1, sizeof *scales);
    if (file->scale_place.line)
        take_scale(draft, &file->scale, file->scale_place, &scales[0]);
    for (int i = 1; i < count; i++) {
        scales[i].id = file->scales.keys[i - 1];
        take_scale(draft, &from[i - 1], file->scales.places[i - 1], &scales[i]);
    }
    if (file->recommend.count)
        scales[count++] = recommend_scale(draft, &scales[0]);
    draft->out->scales = scales;
    draft->out->scale_count = count;
}

/* Index of the scale that a statement names; the plain one when it names none. */
static int resolve_scale(Draft *draft, const FileStatement *statement, Place place)
{
    const ObjectList *scales = &draft->file->scales;
    if (statement->scale.len == 0) {
        if (draft->file->scale_place.line)
            return 0;
        diag_error(draft->diags, place, "the statement has no scale");
        diag_hint(draft->diags, "give it \"scale\" with an id from \"scales\", or "
                                "describe the answers of all statements under "
                                "\"scale\"");
        return 0;
    }
    for (int i = 0; i < scales->count; i++)
        if (str_equal(scales->keys[i], statement->scale))
            return i + 1;
    Str nearest =
        str_nearest(draft->arena, statement->scale, scales->keys, scales->count);
    diag_error(draft->diags, statement->scale_place,
               "there is no scale \"%.*s\" in this description",
               STR_ARG(statement->scale));
    if (nearest.len)
        diag_hint(draft->diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(draft->diags, "describe it under \"scales\"");
    return 0;
}

/* A scale of one's own for a question from 0 to 10 must be one: its classes are those
 * of the question. */
static int resolve_recommend(Draft *draft, const FileStatement *question, Place place)
{
    int builtin = draft->out->scale_count - 1;
    if (question->scale.len == 0)
        return builtin;
    int found = resolve_scale(draft, question, place);
    const Scale *own = &draft->out->scales[found], *want = &draft->out->scales[builtin];
    if (found == 0 || own->step_count == 0 ||
        (own->step_count == want->step_count && own->first == want->first &&
         own->agree_from == want->agree_from && own->disagree_to == want->disagree_to))
        return found;
    diag_error(draft->diags, question->scale_place,
               "the scale \"%.*s\" is not from 0 to 10", STR_ARG(question->scale));
    diag_hint(draft->diags,
              "it needs eleven steps, \"first: 0\", \"agree-from: 10\" and "
              "\"disagree-to: 7\"");
    return builtin;
}

int draft_scale_of(Draft *draft, const FileStatement *statement, Place place,
                   bool is_recommend)
{
    return is_recommend ? resolve_recommend(draft, statement, place)
                        : resolve_scale(draft, statement, place);
}

const Scale *description_scale(const Description *description, int statement)
{
    return &description->scales[description->statements[statement].scale];
}

int scale_last(const Scale *scale)
{
    return scale->first + scale->step_count - 1;
}

bool scale_is_like(const Scale *scale, const Scale *other)
{
    bool is_other_family = scale->family != other->family &&
                           scale->family != FAMILY_MISSING &&
                           other->family != FAMILY_MISSING;
    return scale->step_count == other->step_count && scale->first == other->first &&
           !is_other_family;
}
