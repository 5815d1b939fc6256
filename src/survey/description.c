#include "survey/description.h"

#include "base/messages.h"
#include "survey/description_draft.h"

#include <string.h>

void draft_name_once(Draft *draft, NamedList *names, Str text, Place place,
                     const char *what)
{
    if (text.len == 0)
        return;
    Named named = { str_fold_space(draft->arena, text), place };
    for (int i = 0; i < names->count; i++)
        if (str_equal(names->at[i].text, named.text)) {
            Str shown = str_shown(draft->arena, text, 60);
            Str first = place_text(draft->arena, names->at[i].place);
            diag_error(draft->diags, place, "the %s \"%.*s\" is named twice",
                       message_text(what), STR_ARG(shown));
            diag_hint(draft->diags, "the first is at %.*s", STR_ARG(first));
            return;
        }
    vec_push(draft->arena, names, named);
}

Wording draft_wording(Draft *draft, Str text, Place place)
{
    Node *node = arena_alloc(draft->arena, sizeof *node);
    *node = (Node){ .kind = NODE_SCALAR,
                    .place = place,
                    .text = str_fold_space(draft->arena, text) };
    WordingVariant *variant = arena_alloc(draft->arena, sizeof *variant);
    variant->node = node;
    return (Wording){ .count = 1, .variants = variant };
}

Wording draft_wording_or(Wording given, Wording fallback)
{
    return wording_is_set(given) ? given : fallback;
}

static void take_survey(Draft *draft)
{
    const FileSurvey *survey = &draft->file->survey;
    Description *out = draft->out;
    out->name = survey->name;
    out->round = survey->round;
    out->region = survey->region;
    out->from = survey->from;
    out->to = survey->to;
    out->presented = survey->presented;
    if (date_is_set(out->from) && date_is_set(out->to) &&
        date_compare(out->to, out->from) < 0) {
        diag_error(draft->diags, survey->to_place, "\"to\" is a day before \"from\"");
        diag_hint(draft->diags, "write the first day as \"from\"");
    }
    if (date_is_set(out->to) && date_is_set(out->presented) &&
        date_compare(out->presented, out->to) < 0) {
        diag_warning(draft->diags, survey->presented_place,
                     "the survey is presented before its last answers came in");
        diag_hint(draft->diags, "check the year of \"presented\" and \"to\"");
    }
}

/* The tables about the units are the analyst's own: how they are read is told only when
 * it is not certain. */
static SourceOptions stated_form(SourceOptions source, int delimiter, int encoding,
                                 bool is_export)
{
    source.delimiter = description_delimiters[delimiter];
    source.encoding = (SourceEncoding)encoding;
    source.is_silent = !is_export;
    return source;
}

static void take_files(Draft *draft)
{
    const DescriptionFile *file = draft->file;
    Description *out = draft->out;
    out->export = stated_form(file->export.source, file->export.delimiter,
                              file->export.encoding, true);
    out->has_counts = file->export.cells == 1;
    out->code_table = file->codes.table;
    out->code_table.source = stated_form(
        file->codes.table.source, file->codes.delimiter, file->codes.encoding, false);
    out->previous_path = file->previous;
    out->previous_place = file->previous_place;
    out->register_table = file->register_.table;
    out->register_table.source =
        stated_form(file->register_.table.source, file->register_.delimiter,
                    file->register_.encoding, false);
    out->invited_table = file->invited.table;
    out->invited_table.source =
        stated_form(file->invited.table.source, file->invited.delimiter,
                    file->invited.encoding, false);
    out->theme_table = file->theme_table.table;
    out->theme_table.source =
        stated_form(file->theme_table.table.source, file->theme_table.delimiter,
                    file->theme_table.encoding, false);
}

static void take_columns(Draft *draft)
{
    const FileColumns *columns = &draft->file->columns;
    Description *out = draft->out;
    out->id_column = columns->id;
    out->id_column_place = columns->id_place;
    out->unit_column = columns->unit;
    out->unit_column_place = columns->unit_place;
    out->group_column = columns->group;
    out->group_column_place = columns->group_place;
    out->weight_column = columns->weight;
    out->weight_column_place = columns->weight_place;
    out->question_column = columns->question;
    out->question_column_place = columns->question_place;
    out->value_column = columns->value;
    out->value_column_place = columns->value_place;
    out->statement_column = columns->statement;
    out->statement_column_place = columns->statement_place;
    out->count_column = columns->count;
    out->count_column_place = columns->count_place;
    out->all_answer = columns->all;
    out->other_columns = columns->unused;
}

/* A long export needs to know whose the answers are, and both the question and the
 * answer. */
static void check_long(Draft *draft)
{
    const FileColumns *columns = &draft->file->columns;
    if (columns->question.len == 0 && columns->value.len == 0)
        return;
    bool has_question = columns->question.len > 0;
    Place place = has_question ? columns->question_place : columns->value_place;
    if (columns->question.len == 0 || columns->value.len == 0) {
        diag_error(draft->diags, place, "\"question\" and \"value\" go together");
        diag_hint(draft->diags, "name the column of the %s too",
                  message_text(has_question ? MESSAGE("answer as \"value\"")
                                            : MESSAGE("question as \"question\"")));
    } else if (columns->id.len == 0) {
        diag_error(draft->diags, place,
                   "no column says which answers are of the same respondent");
        diag_hint(draft->diags, "name it under \"columns\" as \"id\"");
    }
}

static void check_counted(Draft *draft)
{
    const FileColumns *columns = &draft->file->columns;
    bool has_statement = columns->statement.len > 0;
    if (has_statement == (columns->count.len > 0))
        return;
    diag_error(draft->diags,
               has_statement ? columns->statement_place : columns->count_place,
               "\"statement\" and \"count\" go together");
    diag_hint(draft->diags, "name the column of the %s too",
              message_text(has_statement ? MESSAGE("number of answers as \"count\"")
                                         : MESSAGE("statement as \"statement\"")));
}

/* An answer for each group, or one group and no column. */
static void check_group(Draft *draft, const FileGroup *group, Place place)
{
    bool has_column = draft->file->columns.group.len > 0;
    if (has_column && group->answer.len == 0) {
        diag_error(draft->diags, place, "the group has no \"answer\"");
        diag_hint(draft->diags, "write what stands in the column of the group");
    } else if (!has_column && draft->file->groups.count > 1) {
        diag_error(draft->diags, place,
                   "there are several groups, but no column tells them apart");
        diag_hint(draft->diags, "name it under \"columns\" as \"group\", or describe "
                                "one group that all belong to");
    }
}

static void take_groups(Draft *draft)
{
    const ObjectList *list = &draft->file->groups;
    const FileGroup *from = list->at;
    NamedList answers = { 0 };
    if (list->count < 1 || list->count > GROUP_MAX) {
        diag_error(draft->diags, draft->file->groups_place,
                   "a survey has 1 to %d groups, not %d", GROUP_MAX, list->count);
        diag_hint(draft->diags, "describe each kind of respondent");
        return;
    }
    Group *groups = arena_array(draft->arena, (size_t)list->count, sizeof *groups);
    for (int i = 0; i < list->count; i++) {
        check_group(draft, &from[i], list->places[i]);
        draft_name_once(draft, &answers, from[i].answer, from[i].answer_place,
                        MESSAGE("answer"));
        groups[i] = (Group){ .id = list->keys[i],
                             .place = list->places[i],
                             .answer = str_fold_space(draft->arena, from[i].answer),
                             .name = from[i].name,
                             .among = from[i].among };
    }
    draft->out->groups = groups;
    draft->out->group_count = list->count;
}

static void take_sections(Draft *draft)
{
    const ObjectList *list = &draft->file->sections;
    const FileSection *from = list->at;
    Section *sections =
        arena_array(draft->arena, (size_t)list->count, sizeof *sections);
    for (int i = 0; i < list->count; i++)
        sections[i] = (Section){ .id = list->keys[i],
                                 .place = list->places[i],
                                 .name = from[i].name };
    draft->out->sections = sections;
    draft->out->section_count = list->count;
}

static int find_section(const Description *description, Str id)
{
    for (int i = 0; i < description->section_count; i++)
        if (str_equal(description->sections[i].id, id))
            return i;
    return -1;
}

/* Index of the section that a statement names, or -1. */
static int resolve_section(Draft *draft, const FileStatement *statement)
{
    if (statement->section.len == 0)
        return -1;
    int found = find_section(draft->out, statement->section);
    if (found >= 0)
        return found;
    const ObjectList *sections = &draft->file->sections;
    Str nearest =
        str_nearest(draft->arena, statement->section, sections->keys, sections->count);
    diag_error(draft->diags, statement->section_place,
               "there is no section \"%.*s\" in this description",
               STR_ARG(statement->section));
    if (nearest.len)
        diag_hint(draft->diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(draft->diags, "describe it under \"sections\"");
    return -1;
}

static Statement take_statement(Draft *draft, const ObjectList *list, int index,
                                bool is_recommend)
{
    const FileStatement *from = (const FileStatement *)list->at + index;
    Place place = list->places[index];
    Wording text = draft_wording_or(
        from->text, draft_wording(draft, from->column, from->column_place));
    return (Statement){ .id = list->keys[index],
                        .place = place,
                        .is_recommend = is_recommend,
                        .column = from->column,
                        .column_place = from->column_place,
                        .text = text,
                        .label = draft_wording_or(from->label, text),
                        .section = resolve_section(draft, from),
                        .scale = draft_scale_of(draft, from, place, is_recommend),
                        .missing = from->missing,
                        .is_reversed = from->is_reversed,
                        .is_comparable = from->is_comparable,
                        .previous = from->previous,
                        .previous_place = from->previous_place,
                        .reason = from->reason };
}

static void take_statements(Draft *draft)
{
    const ObjectList *list = &draft->file->statements;
    const ObjectList *recommend = &draft->file->recommend;
    size_t count = (size_t)list->count + (size_t)recommend->count;
    Statement *statements = arena_array(draft->arena, count, sizeof *statements);
    for (int i = 0; i < list->count; i++)
        statements[i] = take_statement(draft, list, i, false);
    for (int i = 0; i < recommend->count; i++)
        statements[list->count + i] = take_statement(draft, recommend, i, true);
    draft->out->statements = statements;
    draft->out->statement_count = (int)count;
}

static void check_question(Draft *draft, const FileQuestion *question, Place place)
{
    if (question->column.len || wording_is_set(question->text))
        return;
    diag_error(draft->diags, place, "the question has neither a column nor a text");
    diag_hint(draft->diags, "give \"column\", or \"text\" where the export does not "
                            "hold its answers");
}

static void take_questions(Draft *draft)
{
    const ObjectList *list = &draft->file->questions;
    const FileQuestion *from = list->at;
    Question *questions =
        arena_array(draft->arena, (size_t)list->count, sizeof *questions);
    for (int i = 0; i < list->count; i++) {
        check_question(draft, &from[i], list->places[i]);
        Wording text = draft_wording_or(
            from[i].text, draft_wording(draft, from[i].column, from[i].column_place));
        questions[i] =
            (Question){ .id = list->keys[i],
                        .place = list->places[i],
                        .column = from[i].column,
                        .column_place = from[i].column_place,
                        .text = text,
                        .label = draft_wording_or(from[i].label, text),
                        .code = from[i].code.len ? from[i].code : list->keys[i] };
    }
    draft->out->questions = questions;
    draft->out->question_count = list->count;
}

static void take_themes(Draft *draft)
{
    const ObjectList *list = &draft->file->themes;
    const FileTheme *from = list->at;
    AnswerTheme *themes =
        arena_array(draft->arena, (size_t)list->count, sizeof *themes);
    for (int i = 0; i < list->count; i++)
        themes[i] =
            (AnswerTheme){ .id = list->keys[i],
                           .place = list->places[i],
                           .code = from[i].code.len ? from[i].code : list->keys[i],
                           .name = from[i].name };
    draft->out->themes = themes;
    draft->out->theme_count = list->count;
    if (draft->out->theme_table.source.path.len == 0 || draft->out->id_column.len > 0)
        return;
    diag_error(draft->diags, draft->file->theme_table_place,
               "answers are coded, but no column tells respondents apart");
    diag_hint(draft->diags, "name it under \"columns\" as \"id\"");
}

static void check_omission(Draft *draft, const Omission *omission)
{
    if ((omission->respondent.len > 0) == (omission->answer.len > 0)) {
        diag_error(draft->diags, omission->place,
                   "what is left out is either a \"respondent\" or an \"answer\"");
        diag_hint(draft->diags, "give one of the two");
    } else if (omission->respondent.len && draft->out->id_column.len == 0) {
        diag_error(draft->diags, omission->place,
                   "a respondent is left out, but no column tells respondents apart");
        diag_hint(draft->diags, "name it under \"columns\" as \"id\"");
    }
}

static void take_omissions(Draft *draft)
{
    const ObjectList *list = &draft->file->omissions;
    const FileOmission *from = list->at;
    Omission *omissions =
        arena_array(draft->arena, (size_t)list->count, sizeof *omissions);
    for (int i = 0; i < list->count; i++) {
        omissions[i] =
            (Omission){ .place = list->places[i],
                        .respondent = from[i].respondent,
                        .answer = str_fold_space(draft->arena, from[i].answer),
                        .reason = from[i].reason };
        check_omission(draft, &omissions[i]);
    }
    draft->out->omissions = omissions;
    draft->out->omission_count = list->count;
}

/* Each column of the export means one thing. */
static void check_columns(Draft *draft)
{
    const Description *out = draft->out;
    NamedList columns = { 0 };
    draft_name_once(draft, &columns, out->id_column, out->id_column_place,
                    MESSAGE("column"));
    draft_name_once(draft, &columns, out->unit_column, out->unit_column_place,
                    MESSAGE("column"));
    draft_name_once(draft, &columns, out->group_column, out->group_column_place,
                    MESSAGE("column"));
    draft_name_once(draft, &columns, out->weight_column, out->weight_column_place,
                    MESSAGE("column"));
    draft_name_once(draft, &columns, out->question_column, out->question_column_place,
                    MESSAGE("column"));
    draft_name_once(draft, &columns, out->value_column, out->value_column_place,
                    MESSAGE("column"));
    draft_name_once(draft, &columns, out->statement_column, out->statement_column_place,
                    MESSAGE("column"));
    draft_name_once(draft, &columns, out->count_column, out->count_column_place,
                    MESSAGE("column"));
    for (int i = 0; i < out->statement_count; i++)
        draft_name_once(draft, &columns, out->statements[i].column,
                        out->statements[i].column_place, MESSAGE("column"));
    for (int i = 0; i < out->question_count; i++)
        draft_name_once(draft, &columns, out->questions[i].column,
                        out->questions[i].column_place, MESSAGE("column"));
    for (int i = 0; i < out->other_columns.count; i++)
        draft_name_once(draft, &columns, out->other_columns.at[i],
                        out->other_columns.places[i], MESSAGE("column"));
}

/* The limits that hold without a reason. */
enum { LEAST_ANSWERS = 5, LEAST_RESPONDENTS = 10 };

static bool gives_reason(Wording wording)
{
    for (int i = 0; i < wording.count; i++)
        if (str_trim(wording.variants[i].node->text).len == 0)
            return false;
    return wording_is_set(wording);
}

/* A limit may be raised; to lower it takes a reason that decks print. */
static void check_limit(Draft *draft, const char *key, int limit, int least,
                        Place place)
{
    if (limit >= least || gives_reason(draft->file->privacy.override))
        return;
    diag_error(draft->diags, place, "\"%s\" must be at least %d, not %d", key, least,
               limit);
    diag_hint(draft->diags, "say why it is lowered as \"override\": it is printed on "
                            "the slide about the method");
}

static void drop_idle_override(Description *description)
{
    if (description->min_answers >= LEAST_ANSWERS &&
        description->min_respondents >= LEAST_RESPONDENTS)
        description->override = (Wording){ 0 };
}

static void take_privacy(Draft *draft)
{
    const FilePrivacy *from = &draft->file->privacy;
    Description *out = draft->out;
    check_limit(draft, "min-answers", from->min_answers, LEAST_ANSWERS,
                from->answers_place);
    check_limit(draft, "min-respondents", from->min_respondents, LEAST_RESPONDENTS,
                from->respondents_place);
    out->min_answers = from->min_answers;
    out->min_respondents = from->min_respondents;
    out->override = from->override;
    drop_idle_override(out);
    out->other_units = (OtherUnits)from->other_units;
}

void description_share_limits(Description *a, Description *b)
{
    int answers = a->min_answers > b->min_answers ? a->min_answers : b->min_answers;
    int respondents = a->min_respondents > b->min_respondents ? a->min_respondents
                                                              : b->min_respondents;
    a->min_answers = b->min_answers = answers;
    a->min_respondents = b->min_respondents = respondents;
    drop_idle_override(a);
    drop_idle_override(b);
}

bool description_read(Arena *arena, Str path, Place from, Description *out,
                      Diags *diags)
{
    *out = (Description){ .path = path };
    const Node *root = yaml_read(arena, path, from, diags);
    if (!root)
        return false;
    DescriptionFile file = { 0 };
    if (!schema_read(arena, &description_schema, root, &file, diags))
        return false;
    int errors_before = diags->counts[DIAG_ERROR];
    Draft draft = { .arena = arena, .file = &file, .out = out, .diags = diags };
    take_survey(&draft);
    take_files(&draft);
    take_columns(&draft);
    check_long(&draft);
    check_counted(&draft);
    draft_take_scales(&draft);
    take_groups(&draft);
    take_sections(&draft);
    take_statements(&draft);
    take_questions(&draft);
    take_themes(&draft);
    take_omissions(&draft);
    check_columns(&draft);
    take_privacy(&draft);
    out->least_difference = file.marks.difference;
    out->least_share_difference = file.marks.share / 100;
    out->region_is_others = file.region.own == 1;
    out->region_is_of_units = file.region.mean_of == 1;
    out->note = file.note;
    return diags->counts[DIAG_ERROR] == errors_before;
}

int description_find_statement(const Description *description, Str id)
{
    for (int i = 0; i < description->statement_count; i++)
        if (str_equal(description->statements[i].id, id))
            return i;
    return -1;
}

int description_find_question(const Description *description, Str id)
{
    for (int i = 0; i < description->question_count; i++)
        if (str_equal(description->questions[i].id, id))
            return i;
    return -1;
}

int description_find_group(const Description *description, Str id)
{
    for (int i = 0; i < description->group_count; i++)
        if (str_equal(description->groups[i].id, id))
            return i;
    return -1;
}
