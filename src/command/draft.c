#include "command/draft.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "survey/profile_scale.h"

static Str file_name(Str path)
{
    size_t from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    return str_slice(path, from, path.len);
}

/* Without folder and ending. */
Str draft_stem(Str path)
{
    Str name = file_name(path);
    for (size_t i = name.len; i > 1; i--)
        if (name.at[i - 1] == '.')
            return str_slice(name, 0, i - 1);
    return name;
}

/* «undersokelse_2024(1-60)» -> «Undersokelse 2024»: Forms adds which answers. */
static Str title_of(Arena *arena, Str stem)
{
    long bracket = str_ends(stem, S(")")) ? str_find(stem, S("(")) : -1;
    Str text =
        bracket > 0 ? str_slice(stem, 0, (size_t)bracket) : str_copy(arena, stem);
    static const char *const blanks[] = { "_", "-", ".", "+" };
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        text = str_replace(arena, text, str_from_c(blanks[i]), S(" "));
    text = str_fold_space(arena, text);
    size_t next = 0;
    if (text.len == 0)
        return S("Undersøkelsen");
    utf8_next(text, &next);
    return str_concat(arena, unicode_upper(arena, str_slice(text, 0, next), S("nb")),
                      str_slice(text, next, text.len));
}

/* A year in the file's name. */
static Str round_of(Str stem)
{
    for (size_t i = 0; i + 4 <= stem.len; i++) {
        long year;
        if (str_to_integer(str_slice(stem, i, i + 4), &year) && year >= 1990 &&
            year <= 2100)
            return str_slice(stem, i, i + 4);
    }
    return S("1");
}

/* «Kommentar (2)»: the second column with that heading. */
static Str name_of(const Draft *draft, const ProfileColumn *column)
{
    const Profile *profile = draft->profile;
    int count = 0, number = 0;
    if (!column)
        return (Str){ 0 };
    for (int i = 0; i < profile->column_count; i++) {
        count += str_equal(profile->columns[i].heading, column->heading);
        if (&profile->columns[i] == column)
            number = count;
    }
    return count < 2 ? column->heading
                     : str_format(draft->arena, "%.*s (%d)", STR_ARG(column->heading),
                                  number);
}

static Str asked(const ProfileColumn *column)
{
    return column->text.len ? column->text : column->heading;
}

static void add_unused(Draft *draft, Str heading)
{
    for (int i = 0; i < draft->unused.count; i++)
        if (str_equal(draft->unused.at[i], heading))
            return;
    if (heading.len)
        vec_push(draft->arena, &draft->unused, heading);
}

bool draft_takes_scale(const Draft *draft, int scale)
{
    if (scale < 0 || scale == draft->scale_index)
        return scale >= 0;
    const ProfileScale *other = &draft->profile->scales[scale];
    return other->step_count >= 2 && other->family != FAMILY_YES_NO &&
           (other->family != FAMILY_MISSING || other->column_count >= 2);
}

/* Each column finds its use, or none. */
static void sort_columns(Draft *draft)
{
    const Profile *profile = draft->profile;
    for (int i = 0; i < profile->column_count; i++) {
        const ProfileColumn *column = &profile->columns[i];
        if (column == draft->unit || column == draft->group ||
            column == draft->identity || column->kind == COLUMN_SHARE ||
            column->kind == COLUMN_COUNT || column->kind == COLUMN_STATEMENT)
            continue;
        DraftColumn used = { column, name_of(draft, column), asked(column) };
        bool is_usable = column->heading.len > 0;
        if (is_usable && column->kind == COLUMN_SCALE &&
            draft_takes_scale(draft, column->scale))
            vec_push(draft->arena, &draft->statements, used);
        else if (is_usable && column->kind == COLUMN_RECOMMEND)
            vec_push(draft->arena, &draft->recommend, used);
        else if (is_usable && column->kind == COLUMN_OPEN)
            vec_push(draft->arena, &draft->questions, used);
        else
            add_unused(draft, used.name);
    }
    for (int i = 0; i < profile->fixed_count; i++) {
        const ProfileColumn *column = &profile->fixed[i];
        if (column != draft->unit && column != draft->group &&
            column != draft->identity && column->kind != COLUMN_QUESTION &&
            column->kind != COLUMN_VALUE)
            add_unused(draft, column->heading);
    }
}

/* «Hvor enig er du? [Service]»: the row of a grid is the statement. A code stands
 * before its brackets too, but says nothing: «G01Q02[SQ001]». */
static Str in_brackets(Str text)
{
    if (!str_ends(text, S("]")))
        return (Str){ 0 };
    size_t at = text.len;
    while (at > 0 && text.at[at - 1] != '[')
        at--;
    bool has_words = at > 1 && str_find(str_slice(text, 0, at), S(" ")) >= 0;
    return has_words ? str_slice(text, at, text.len - 1) : (Str){ 0 };
}

static bool is_shared(const Draft *draft, int own, Str part, bool is_start)
{
    for (int i = 0; i < draft->statements.count; i++) {
        Str other = asked(draft->statements.at[i].column);
        if (i != own && other.len > part.len &&
            (is_start ? str_starts(other, part) : str_ends(other, part)))
            return true;
    }
    return false;
}

/* «Hvor enig er du? - Service», «Service:Hvor enig er du?»: without what other
 * statements begin or end with as well. */
static Str without_shared(const Draft *draft, int own)
{
    static const char *const between[] = { " - ", " – ", ": ", ":" };
    enum { BETWEEN = sizeof between / sizeof *between };
    Str text = asked(draft->statements.at[own].column), best = text;
    for (int k = 0; k < BETWEEN; k++) {
        Str mark = str_from_c(between[k]);
        for (size_t at = 1; at + mark.len < text.len; at++) {
            if (!str_starts(str_slice(text, at, text.len), mark))
                continue;
            Str after = str_slice(text, at + mark.len, text.len);
            if (after.len < best.len &&
                is_shared(draft, own, str_slice(text, 0, at + mark.len), true))
                best = after;
            Str before = str_slice(text, 0, at);
            if (before.len < best.len &&
                is_shared(draft, own, str_slice(text, at, text.len), false))
                best = before;
        }
    }
    return best;
}

static void find_texts(Draft *draft)
{
    for (int i = 0; i < draft->statements.count; i++) {
        DraftColumn *statement = &draft->statements.at[i];
        Str row = in_brackets(statement->text);
        statement->text = str_trim(row.len ? row : without_shared(draft, i));
    }
}

static int count_words(Arena *arena, Str text, const char *const *words)
{
    int count = 0;
    Str key = str_format(arena, " %.*s ", STR_ARG(unicode_fold(arena, text)));
    for (; *words; words++)
        count += str_find(key, str_format(arena, " %s ", *words)) >= 0;
    return count;
}

/* By small words in the headings. */
static const char *language_of(Arena *arena, const Profile *profile)
{
    static const struct {
        const char *code;
        const char *const words[12];
    } languages[] = {
        {"nb",  { "er", "og", "du", "jeg", "på", "hva", "ikke", "som", "å", "til" }},
        { "nn",
         { "ikkje", "kva", "eg", "dei", "korleis", "frå", "kor", "meir", "noko",
            "kven" }                                                                 },
        { "en",
         { "the", "is", "are", "you", "your", "i", "what", "how", "which", "do",
            "of" }                                                                   },
    };
    enum { LANGUAGES = sizeof languages / sizeof *languages };
    int best = 0, counts[LANGUAGES] = { 0 };
    for (int k = 0; k < LANGUAGES; k++) {
        for (int i = 0; i < profile->column_count; i++)
            counts[k] +=
                count_words(arena, asked(&profile->columns[i]), languages[k].words);
        if (counts[k] > counts[best])
            best = k;
    }
    return languages[best].code;
}

static bool has_value(const ProfileColumn *column, Str text)
{
    for (int i = 0; i < column->value_count; i++)
        if (str_equal(column->values[i].text, text))
            return true;
    return false;
}

/* Whether two columns were answered with the same few texts. */
static bool are_alike(const ProfileColumn *a, const ProfileColumn *b)
{
    enum { ALIKE_MIN = 3 };
    if (a->kind != b->kind || a->value_count < ALIKE_MIN ||
        b->value_count > a->value_count)
        return false;
    int same = 0;
    for (int i = 0; i < b->value_count; i++)
        same += has_value(a, b->values[i].text);
    return same == b->value_count && same * 2 > a->value_count;
}

/* The column whose answers most others have as well, though they are no scale that is
 * known; NULL when statements are more. */
static const ProfileColumn *find_alike(const Draft *draft, int *most)
{
    const Profile *profile = draft->profile;
    const ProfileColumn *found = NULL;
    *most = draft->statements.count > 1 ? draft->statements.count : 1;
    for (int i = 0; i < profile->column_count; i++) {
        const ProfileColumn *column = &profile->columns[i];
        if (column->kind != COLUMN_CHOICE && column->kind != COLUMN_NUMBER)
            continue;
        int count = 0;
        for (int k = 0; k < profile->column_count; k++)
            count += are_alike(column, &profile->columns[k]);
        if (count > *most) {
            *most = count;
            found = column;
        }
    }
    return found;
}

static void refuse_alike(const Draft *draft, const ProfileColumn *column, int count,
                         Str path, Diags *diags)
{
    enum { SHOWN = 5 };
    int count_shown = column->value_count < SHOWN ? column->value_count : SHOWN;
    Str *texts = arena_array(draft->arena, (size_t)column->value_count, sizeof *texts);
    for (int i = 0; i < column->value_count; i++) {
        int at = i;
        for (; at > 0 && str_compare(texts[at - 1], column->values[i].text) > 0; at--)
            texts[at] = texts[at - 1];
        texts[at] = column->values[i].text;
    }
    Buffer list = buffer_in(draft->arena);
    for (int i = 0; i < count_shown; i++)
        buffer_format(&list, "%s\"%.*s\"", i ? ", " : "",
                      STR_ARG(str_shown(draft->arena, texts[i], 40)));
    diag_error(diags, (Place){ .file = path },
               "%d columns are answered by %.*s%s, of which it is not known what is "
               "more and what is less",
               count, STR_ARG(buffer_text(&list)),
               column->value_count > SHOWN ? " …" : "");
    diag_hint(diags, "export the answers as texts, or name a table that says what each "
                     "stands for: `--codes FILE`, with columns headed \"variabel\", "
                     "\"kode\" and \"etikett\"");
}

static bool check_draft(const Draft *draft, Str path, Diags *diags)
{
    int count;
    bool is_counted = draft->profile->shape == SHAPE_COUNTED;
    const ProfileColumn *alike = is_counted ? NULL : find_alike(draft, &count);
    if (alike) {
        refuse_alike(draft, alike, count, path, diags);
        return false;
    }
    bool has_statements = draft->statements.count > 0 || is_counted;
    bool has_scale = draft->scale && draft->scale->step_count >= 2;
    if ((has_statements && has_scale) ||
        (!has_statements && draft->recommend.count > 0))
        return true;
    diag_error(diags, (Place){ .file = path },
               "no column looks like the answers to a statement on a scale");
    diag_hint(diags, "`lysark inspect` says what the columns are taken for");
    return false;
}

/* Of a counted export the scale is in the headings. */
static ProfileScale *heading_scale(Arena *arena, const Profile *profile)
{
    ProfileScale *scale = arena_alloc(arena, sizeof *scale);
    for (int i = 0; i < profile->column_count; i++)
        if (profile->columns[i].kind == COLUMN_SHARE)
            profile_add_heading(arena, scale, profile->columns[i].heading);
    return scale;
}

bool draft_make(Draft *draft, Profile *profile, Str file, Diags *diags)
{
    bool is_long = profile->shape == SHAPE_LONG;
    const ProfileColumn *columns = is_long ? profile->fixed : profile->columns;
    int count = is_long ? profile->fixed_count : profile->column_count;
    draft->profile = profile;
    Str stem = draft_stem(file);
    draft->name = title_of(draft->arena, stem);
    draft->round = round_of(stem);
    draft->language = language_of(draft->arena, profile);
    draft->unit = profile_find(columns, count, COLUMN_UNIT);
    draft->group = profile_find(columns, count, COLUMN_GROUP);
    draft->identity = profile_find(columns, count, COLUMN_IDENTITY);
    if (profile->shape == SHAPE_COUNTED)
        draft->identity = NULL;
    draft->scale_index = profile_main_scale(profile);
    if (profile->shape == SHAPE_COUNTED)
        draft->scale = heading_scale(draft->arena, profile);
    else if (draft->scale_index >= 0)
        draft->scale = &profile->scales[draft->scale_index];
    draft->unit_name = name_of(draft, draft->unit);
    draft->group_name = name_of(draft, draft->group);
    draft->identity_name = name_of(draft, draft->identity);
    sort_columns(draft);
    find_texts(draft);
    return check_draft(draft, file, diags);
}

/* The unit that most answered for. */
Str draft_largest_unit(const Draft *draft)
{
    const ProfileColumn *unit = draft->unit;
    int best = -1;
    for (int i = 0; i < unit->value_count; i++)
        if (!str_equal_c(unit->values[i].text, "Alle") &&
            (best < 0 || unit->values[i].count > unit->values[best].count))
            best = i;
    return best < 0 ? (Str){ 0 } : unit->values[best].text;
}
