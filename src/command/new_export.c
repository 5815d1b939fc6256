#include "command/new_export.h"

#include "base/messages.h"
#include "compose/compose.h"
#include "layout/namespace.h"
#include "survey/profile.h"
#include "survey/register.h"
#include "survey/table.h"

/* So much of the answers, or of the rows, must be lost before it is worth a warning. */
static const double FEWER = 0.25;

typedef struct Comparison {
    Arena *arena;
    Description description;
    Register reg;
    Profile old, new;
    VEC(Str) matched; /* new headings that old ones became */
    Diags *diags;
} Comparison;

bool new_export_is_given(const Options *options)
{
    return options->action == ACTION_CHECK && options->survey.len &&
           !options_name_description(options);
}

static const ProfileColumn *find_heading(const Profile *profile, Str key)
{
    for (int i = 0; i < profile->column_count; i++)
        if (str_equal(profile->columns[i].heading, key))
            return &profile->columns[i];
    for (int i = 0; i < profile->fixed_count; i++)
        if (str_equal(profile->fixed[i].heading, key))
            return &profile->fixed[i];
    return NULL;
}

/* The new heading that an old one most likely became: one that was not there before. */
static Str likely_heading(Comparison *comparison, Str key)
{
    const Profile *new = &comparison->new;
    VEC(Str) candidates = { 0 };
    for (int i = 0; i < new->column_count; i++)
        if (!find_heading(&comparison->old, new->columns[i].heading))
            vec_push(comparison->arena, &candidates, new->columns[i].heading);
    return str_nearest(comparison->arena, key, candidates.at, candidates.count);
}

static Place in_new(const Comparison *comparison, Str heading)
{
    return (Place){ .file = comparison->new.path, .row = 1, .heading = heading };
}

/* A column that the description names: it must be there still. */
static const ProfileColumn *check_column(Comparison *comparison, Str column,
                                         Place place, const char *name)
{
    if (column.len == 0)
        return NULL;
    Str key = table_key(comparison->arena, column);
    const ProfileColumn *found = find_heading(&comparison->new, key);
    if (found)
        return found;
    Str likely = likely_heading(comparison, key);
    Str shown = str_shown(comparison->arena, key, 80);
    diag_error(comparison->diags, place, "the column \"%.*s\" is %s in %.*s",
               STR_ARG(shown), likely.len ? "reworded" : "gone",
               STR_ARG(comparison->new.path));
    if (likely.len)
        vec_push(comparison->arena, &comparison->matched, likely);
    if (likely.len)
        diag_hint(comparison->diags,
                  "paste into the description of the new round: "
                  "%s: \"%.*s\"",
                  name, STR_ARG(likely));
    else
        diag_hint(comparison->diags,
                  "take it out of the description of the new round, or name the "
                  "column that holds it now");
    return NULL;
}

static void warn_of_fewer(Comparison *comparison, const ProfileColumn *now)
{
    const ProfileColumn *before = find_heading(&comparison->old, now->heading);
    if (!before || comparison->old.row_count == 0)
        return;
    double was = (double)before->answered / comparison->old.row_count;
    double is = (double)now->answered / comparison->new.row_count;
    if (is > was * (1 - FEWER))
        return;
    diag_warning(comparison->diags, in_new(comparison, now->heading),
                 "%d of %d answer, where %d of %d did before", now->answered,
                 comparison->new.row_count, before->answered,
                 comparison->old.row_count);
    diag_hint(comparison->diags, "see whether the question was asked in another way");
}

static bool is_one_of(Arena *arena, const StrList *list, Str text)
{
    for (int i = 0; i < list->count; i++)
        if (str_equal(table_key(arena, list->at[i]), text))
            return true;
    return false;
}

static bool is_known_answer(const Comparison *comparison, const Statement *statement,
                            const Scale *scale, Str text)
{
    Arena *arena = comparison->arena;
    double number, value;
    bool is_number = str_to_number(text, &number);
    const AnswerWord *word = answer_word_find(arena, text);
    for (int i = 0; i < scale->step_count; i++)
        if (str_equal(scale->answers[i], text) ||
            (is_number && str_to_number(scale->answers[i], &value) &&
             value == number) ||
            (word && answer_word_find(arena, scale->answers[i]) == word))
            return true;
    for (int i = 0; i < scale->unsure.count; i++)
        if (str_equal(table_key(arena, scale->unsure.at[i]), text) ||
            (word && answer_word_find(arena, scale->unsure.at[i]) == word))
            return true;
    return is_one_of(arena, &scale->missing, text) ||
           is_one_of(arena, &statement->missing, text);
}

/* `known`: what is like it may be it in other words. */
static void refuse_value(Comparison *comparison, const ProfileColumn *column,
                         const ColumnValue *value, const char *what, const char *where,
                         const Str *known, int known_count)
{
    Str shown = str_shown(comparison->arena, value->text, 60);
    Str nearest = str_nearest(comparison->arena, value->text, known, known_count);
    diag_error(comparison->diags, in_new(comparison, column->heading),
               "the %s \"%.*s\" is new (%d rows)", message_text(what), STR_ARG(shown),
               value->count);
    if (nearest.len)
        diag_hint(comparison->diags, "%s, or mend it: the nearest is \"%.*s\"",
                  message_text(where), STR_ARG(nearest));
    else
        diag_hint(comparison->diags, "%s", message_text(where));
}

static void check_statement(Comparison *comparison, const Statement *statement)
{
    const ProfileColumn *column =
        check_column(comparison, statement->column, statement->column_place, "column");
    if (!column)
        return;
    warn_of_fewer(comparison, column);
    if (column->kind != COLUMN_SCALE && column->kind != COLUMN_RECOMMEND &&
        column->kind != COLUMN_CHOICE && column->answered > 0)
        diag_warning(comparison->diags, in_new(comparison, column->heading),
                     "the answers do not look like a scale any more");
    const Description *description = &comparison->description;
    const Scale *scale =
        description_scale(description, (int)(statement - description->statements));
    for (int i = 0; i < column->value_count; i++)
        if (!is_known_answer(comparison, statement, scale, column->values[i].text))
            refuse_value(
                comparison, column, &column->values[i], MESSAGE("answer"),
                MESSAGE("add it to \"steps\", \"unsure\" or \"missing\" of the "
                        "scale"),
                scale->answers, scale->step_count);
}

static bool has_value(const ProfileColumn *column, Str text)
{
    for (int i = 0; i < column->value_count; i++)
        if (str_equal(column->values[i].text, text))
            return true;
    return false;
}

static void compare_units(Comparison *comparison, const ProfileColumn *now,
                          const ProfileColumn *before)
{
    for (int i = 0; i < now->value_count; i++)
        if (!has_value(before, now->values[i].text))
            diag_note(comparison->diags, in_new(comparison, now->heading),
                      "the unit \"%.*s\" answers for the first time (%d rows)",
                      STR_ARG(now->values[i].text), now->values[i].count);
    for (int i = 0; i < before->value_count; i++)
        if (!has_value(now, before->values[i].text))
            diag_warning(comparison->diags, in_new(comparison, now->heading),
                         "nobody answers for the unit \"%.*s\" any more",
                         STR_ARG(before->values[i].text));
}

static void check_units(Comparison *comparison)
{
    const Description *description = &comparison->description;
    const ProfileColumn *column = check_column(comparison, description->unit_column,
                                               description->unit_column_place, "unit");
    if (!column)
        return;
    bool has_register = description->register_table.source.path.len > 0;
    int unit_count = comparison->reg.unit_count;
    Str *names = arena_array(comparison->arena, (size_t)unit_count, sizeof *names);
    for (int i = 0; i < unit_count; i++)
        names[i] = comparison->reg.units[i].name;
    for (int i = 0; i < column->value_count && has_register; i++)
        if (register_find(&comparison->reg, column->values[i].text) < 0)
            refuse_value(comparison, column, &column->values[i], MESSAGE("unit"),
                         MESSAGE("add it to the register"), names, unit_count);
    const ProfileColumn *before = find_heading(&comparison->old, column->heading);
    if (before)
        compare_units(comparison, column, before);
}

static void check_groups(Comparison *comparison)
{
    const Description *description = &comparison->description;
    const ProfileColumn *column =
        check_column(comparison, description->group_column,
                     description->group_column_place, "group");
    Str answers[GROUP_MAX];
    for (int g = 0; g < description->group_count; g++)
        answers[g] = description->groups[g].answer;
    for (int i = 0; column && i < column->value_count; i++) {
        bool is_known = false;
        for (int g = 0; g < description->group_count; g++)
            is_known |= str_equal(answers[g], column->values[i].text);
        if (!is_known)
            refuse_value(comparison, column, &column->values[i], MESSAGE("group"),
                         MESSAGE("describe it under \"groups\""), answers,
                         description->group_count);
    }
}

static bool is_matched(const Comparison *comparison, Str heading)
{
    for (int i = 0; i < comparison->matched.count; i++)
        if (str_equal(comparison->matched.at[i], heading))
            return true;
    return false;
}

/* Neither there before nor what an old column became. */
static void note_new_columns(Comparison *comparison)
{
    for (int i = 0; i < comparison->new.column_count; i++) {
        const ProfileColumn *column = &comparison->new.columns[i];
        if (find_heading(&comparison->old, column->heading) ||
            is_matched(comparison, column->heading))
            continue;
        diag_note(comparison->diags, in_new(comparison, column->heading),
                  "the column is new, and %s",
                  column->kind == COLUMN_SCALE  ? "looks like a statement"
                  : column->kind == COLUMN_OPEN ? "looks like an open question"
                                                : "is not used");
        if (column->kind == COLUMN_SCALE || column->kind == COLUMN_OPEN)
            diag_hint(comparison->diags,
                      "paste under \"%s\": nytt-%d: {column: \"%.*s\"}",
                      column->kind == COLUMN_SCALE ? "statements" : "questions", i + 1,
                      STR_ARG(column->heading));
    }
}

static void note_moved_columns(Comparison *comparison)
{
    int moved = 0, first = -1;
    for (int i = 0; i < comparison->new.column_count; i++) {
        const ProfileColumn *before =
            find_heading(&comparison->old, comparison->new.columns[i].heading);
        if (!before || before - comparison->old.columns == i)
            continue;
        if (first < 0)
            first = i;
        moved++;
    }
    if (moved > 0)
        diag_note(
            comparison->diags,
            in_new(comparison, comparison->new.columns[first].heading),
            "%d columns stand elsewhere than before, this one the first; they are "
            "found by their headings",
            moved);
}

/* Quietly: what is wrong with these files is for deck_compose to say. */
static bool read_all(Comparison *comparison, const Options *options)
{
    Arena *arena = comparison->arena;
    Diags quiet = diags_in(arena);
    Layout layout;
    SourceOptions source = { .path = options->survey,
                             .from = { .file = S("--survey") },
                             .is_silent = true };
    if (!layout_read(arena, options->layout, compose_kinds(), options->settings.at,
                     options->settings.count, &layout, &quiet) ||
        !description_read(arena, layout.survey_path, layout.survey_place,
                          &comparison->description, &quiet) ||
        !register_read(arena, &comparison->description, &comparison->reg, &quiet))
        return false;
    SourceOptions codes = comparison->description.code_table.source;
    bool is_counted = comparison->description.statement_column.len > 0;
    SourceOptions before = comparison->description.export;
    before.is_silent = true;
    return !is_counted &&
           profile_read(arena, &before, &codes, &comparison->old, &quiet) &&
           profile_read(arena, &source, &codes, &comparison->new, &quiet);
}

static void report_rows(Comparison *comparison)
{
    Place place = { .file = comparison->new.path };
    int is = comparison->new.row_count, was = comparison->old.row_count;
    if (is > was * (1 - FEWER)) {
        diag_note(comparison->diags, place, "%d rows, where %.*s had %d", is,
                  STR_ARG(comparison->old.path), was);
        return;
    }
    diag_warning(comparison->diags, place, "%d rows only, where %.*s had %d", is,
                 STR_ARG(comparison->old.path), was);
    diag_hint(comparison->diags, "see whether the export is whole");
}

bool new_export_compare(Arena *arena, const Options *options, Diags *diags)
{
    Comparison comparison = { .arena = arena, .diags = diags };
    if (!read_all(&comparison, options))
        return true;
    int errors_before = diags->counts[DIAG_ERROR];
    const Description *description = &comparison.description;
    report_rows(&comparison);
    check_column(&comparison, description->id_column, description->id_column_place,
                 "id");
    check_column(&comparison, description->weight_column,
                 description->weight_column_place, "weight");
    check_units(&comparison);
    check_groups(&comparison);
    for (int i = 0; i < description->statement_count; i++)
        check_statement(&comparison, &description->statements[i]);
    for (int i = 0; i < description->question_count; i++) {
        const ProfileColumn *column =
            check_column(&comparison, description->questions[i].column,
                         description->questions[i].column_place, "column");
        if (column)
            warn_of_fewer(&comparison, column);
    }
    note_new_columns(&comparison);
    note_moved_columns(&comparison);
    return diags->counts[DIAG_ERROR] == errors_before;
}

/* The scope of a run in which `when` is asked. */
static Scope scope_of(const DeckRun *run, const Words *words, Str language,
                      Diags *diags)
{
    return (Scope){ .arena = run->arena,
                    .diags = diags,
                    .slice = &run->slice,
                    .layout = &run->layout,
                    .words = words,
                    .language = language };
}

/* What a slide is made of, by its id: descriptions may count in another way. */
static Str item_id(const DeckRun *run, About about)
{
    if (about.type == ABOUT_NOTHING)
        return (Str){ 0 };
    return thing_id(&run->description, &run->layout,
                    (Thing){ .about = about, .slide = -1 });
}

/* False when the other run's slide is not made of such an item. */
static bool find_item(const DeckRun *run, const LayoutSlide *slide, Str id, About *out)
{
    for (int i = 0; i < slide->item_count; i++) {
        *out = slide->items[i];
        if (str_equal(item_id(run, *out), id))
            return true;
    }
    return false;
}

static void report_slide(const DeckRun *run, const LayoutSlide *slide, Str id,
                         bool holds, Str is, Str was)
{
    Str condition = slide->when->text;
    if (id.len)
        condition =
            str_format(run->arena, "%.*s (%.*s)", STR_ARG(condition), STR_ARG(id));
    if (holds)
        diag_note(run->diags, slide->when->place, "the slide is in the deck now: %.*s",
                  STR_ARG(condition));
    else
        diag_warning(run->diags, slide->when->place,
                     "the slide is not in the deck any more: %.*s", STR_ARG(condition));
    if (is.len)
        diag_hint(run->diags, "%.*s; before, %.*s", STR_ARG(is), STR_ARG(was));
}

static void compare_slide(const DeckRun *run, const DeckRun *before, int index)
{
    const LayoutSlide *slide = &run->layout.slides[index];
    const LayoutSlide *other = &before->layout.slides[index];
    Diags quiet = diags_in(run->arena);
    for (int i = 0; i < slide->item_count; i++) {
        Scope now = scope_of(run, &run->words, run->language, &quiet);
        Scope then = scope_of(before, &run->words, run->language, &quiet);
        Str id = item_id(run, slide->items[i]);
        bool holds, held;
        now.about = slide->items[i];
        if (!find_item(before, other, id, &then.about) ||
            !scope_holds(&now, slide->when, &holds) ||
            !scope_holds(&then, slide->when, &held) || holds == held)
            continue;
        report_slide(run, slide, id, holds, scope_figures(&now, slide->when),
                     scope_figures(&then, slide->when));
    }
}

void new_export_compare_slides(const DeckRun *run, const Options *options)
{
    Diags quiet = diags_in(run->arena);
    DeckRun before = { .arena = run->arena, .diags = &quiet };
    Options own = *options;
    own.survey = (Str){ 0 };
    bool is_read = deck_prepare(&before, &own) && deck_read_surveys(&before) &&
                   deck_cut_slice(&before, &own);
    for (int i = 0; i < run->layout.slide_count && is_read; i++)
        if (run->layout.slides[i].when)
            compare_slide(run, &before, i);
    deck_close(&before);
}
