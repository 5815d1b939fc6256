#include "command/init.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/unicode.h"
#include "command/inspect.h"
#include "survey/profile_scale.h"

#include <limits.h>
#include <stdlib.h>

/* What is made of the export's columns. */
typedef struct Draft {
    Arena *arena;
    const Profile *profile;
    Str export_path; /* as seen from the folder written into */
    Str codes_path;
    Str name;  /* of the survey */
    Str round; /* a year, or "1" */
    const ProfileColumn *unit, *group, *identity;
    const ProfileScale *scale;
    int scale_index;
    VEC(const ProfileColumn *) statements, questions;
    VEC(Str) unused;
} Draft;

/* In double quotation marks, so that nothing in it means anything to YAML. */
static void put_quoted(Buffer *out, Str text)
{
    buffer_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '"' || c == '\\')
            buffer_char(out, '\\');
        buffer_char(out, (unsigned char)c < ' ' ? ' ' : c);
    }
    buffer_char(out, '"');
}

static void put_key(Buffer *out, const char *key, Str value)
{
    buffer_format(out, "%s: ", key);
    put_quoted(out, value);
    buffer_char(out, '\n');
}

static Str file_name(Str path)
{
    size_t from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    return str_slice(path, from, path.len);
}

/* Without folder and ending. */
static Str stem_of(Str path)
{
    Str name = file_name(path);
    for (size_t i = name.len; i > 1; i--)
        if (name.at[i - 1] == '.')
            return str_slice(name, 0, i - 1);
    return name;
}

/* «undersokelse_2024» -> «Undersokelse 2024» */
static Str title_of(Arena *arena, Str stem)
{
    Str text = str_replace(arena, stem, S("_"), S(" "));
    text = str_replace(arena, str_replace(arena, text, S("-"), S(" ")), S("."), S(" "));
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

/* The path of a file as seen from a folder. */
static Str path_from(Arena *arena, Str folder, Str file)
{
    char from[PATH_MAX], to[PATH_MAX];
    if (!realpath(str_c(arena, folder), from) || !realpath(str_c(arena, file), to))
        return file;
    size_t len = str_from_c(from).len, common = 0;
    for (size_t i = 0; to[i] && (from[i] == to[i] || (i == len && to[i] == '/')); i++) {
        if (to[i] == '/')
            common = i + 1;
        if (i == len)
            break;
    }
    Str up = { 0 };
    for (size_t i = common; i < len; i++)
        if (i == common || from[i] == '/')
            up = str_concat(arena, up, S("../"));
    return str_concat(arena, up, str_from_c(to + common));
}

static bool is_repeated(const Profile *profile, const ProfileColumn *column)
{
    int count = 0;
    for (int i = 0; i < profile->column_count; i++)
        count += str_equal(profile->columns[i].heading, column->heading);
    return count > 1 || column->heading.len == 0;
}

static void add_unused(Draft *draft, Str heading)
{
    for (int i = 0; i < draft->unused.count; i++)
        if (str_equal(draft->unused.at[i], heading))
            return;
    if (heading.len)
        vec_push(draft->arena, &draft->unused, heading);
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
        bool is_usable = !is_repeated(profile, column);
        if (is_usable && column->kind == COLUMN_SCALE &&
            column->scale == draft->scale_index)
            vec_push(draft->arena, &draft->statements, column);
        else if (is_usable && column->kind == COLUMN_OPEN)
            vec_push(draft->arena, &draft->questions, column);
        else
            add_unused(draft, column->heading);
    }
    for (int i = 0; i < profile->fixed_count; i++) {
        const ProfileColumn *column = &profile->fixed[i];
        if (column != draft->unit && column != draft->group &&
            column != draft->identity && column->kind != COLUMN_QUESTION &&
            column->kind != COLUMN_VALUE)
            add_unused(draft, column->heading);
    }
}

/* «Hvor enig er du? [Service]»: the row of a grid is the statement. */
static Str statement_text(Str heading)
{
    if (!str_ends(heading, S("]")))
        return heading;
    size_t at = heading.len;
    while (at > 0 && heading.at[at - 1] != '[')
        at--;
    return at > 0 ? str_slice(heading, at, heading.len - 1) : heading;
}

static void put_survey(Buffer *out, const Draft *draft)
{
    buffer_c(out, "# Beskrivelsen av undersøkelsen: hva som står i hver kolonne i "
                  "eksporten, hvilke svar som\n# finnes, og hvem som svarte. Laget av "
                  "`lysark init`; rett det som ikke stemmer.\n\nsurvey:\n");
    buffer_c(out, "  # Navnet slik det trykkes.\n");
    put_key(out, "  name", draft->name);
    buffer_c(out, "  # Kort navn på runden, for eksempel året.\n");
    put_key(out, "  round", draft->round);
    buffer_c(out, "  # Alle under ett, slik det står inne i en setning: «snittet i "
                  "regionen».\n");
    put_key(out, "  region", draft->unit ? S("regionen") : S("undersøkelsen"));
    buffer_c(out, "  # Svarperioden, og dagen resultatene legges fram:\n"
                  "  # from: 2024-10-21\n  # to: 2024-11-08\n"
                  "  # presented: 2024-11-28\n\n"
                  "# Filen slik den kom fra spørreverktøyet.\nexport:\n");
    put_key(out, "  file", draft->export_path);
    if (draft->profile->format.delimiter) {
        char delimiter = draft->profile->format.delimiter;
        buffer_format(out, "  delimiter: %s\n",
                      delimiter == ';'    ? "semicolon"
                      : delimiter == '\t' ? "tab"
                      : delimiter == '|'  ? "bar"
                                          : "comma");
    }
}

static void put_columns(Buffer *out, const Draft *draft)
{
    const Profile *profile = draft->profile;
    buffer_c(out, "\n# Hvilke kolonner som sier hvem som svarte.\ncolumns:\n");
    if (draft->identity)
        put_key(out, "  id", draft->identity->heading);
    if (draft->unit)
        put_key(out, "  unit", draft->unit->heading);
    else
        buffer_c(out, "  # unit: overskriften på kolonnen med kommune, avdeling eller "
                      "skole\n");
    if (draft->group)
        put_key(out, "  group", draft->group->heading);
    else
        buffer_c(out, "  # group: overskriften på kolonnen med gruppe\n");
    if (profile->shape == SHAPE_LONG) {
        put_key(out, "  question",
                profile_find(profile->fixed, profile->fixed_count, COLUMN_QUESTION)
                    ->heading);
        put_key(
            out, "  value",
            profile_find(profile->fixed, profile->fixed_count, COLUMN_VALUE)->heading);
    } else if (profile->shape == SHAPE_COUNTED) {
        put_key(out, "  statement",
                profile_find(profile->columns, profile->column_count, COLUMN_STATEMENT)
                    ->heading);
        put_key(out, "  count",
                profile_find(profile->columns, profile->column_count, COLUMN_COUNT)
                    ->heading);
        put_key(out, "  all", S("Alle"));
    }
    if (draft->unused.count)
        buffer_c(out, "  # Kolonner som ikke brukes. De lagres aldri.\n  unused:\n");
    for (int i = 0; i < draft->unused.count; i++) {
        buffer_c(out, "    - ");
        put_quoted(out, draft->unused.at[i]);
        buffer_char(out, '\n');
    }
    if (draft->codes_path.len == 0)
        return;
    buffer_c(out, "\n# Hva kodene i eksporten står for.\ncodes:\n");
    put_key(out, "  file", draft->codes_path);
    buffer_c(out, "  column: variabel\n  code: kode\n  label: etikett\n");
}

static Str capital(Arena *arena, const char *text)
{
    Str whole = str_from_c(text);
    size_t next = 0;
    utf8_next(whole, &next);
    return str_concat(arena, unicode_upper(arena, str_slice(whole, 0, next), S("nb")),
                      str_slice(whole, next, whole.len));
}

static void put_languages(Buffer *out, const char *key, const char *const *texts)
{
    static const char *const languages[] = { "nb", "nn", "en" };
    buffer_format(out, "      %s: {", key);
    for (int i = 0; i < ANSWER_LANGUAGES; i++) {
        buffer_format(out, "%s%s: ", i ? ", " : "", languages[i]);
        put_quoted(out, capital(out->arena, texts[i]));
    }
    buffer_c(out, "}\n");
}

static void put_step(Buffer *out, Str answer)
{
    static const char *const neither[] = { "verken–eller", "verken–eller", "neither" };
    buffer_c(out, "    - answer: ");
    put_quoted(out, answer);
    buffer_char(out, '\n');
    const AnswerWord *word = profile_share_word(out->arena, answer);
    if (!word)
        return;
    put_languages(out, "label", word->spellings);
    if (word->family == FAMILY_AGREEMENT && word->rank == 4)
        put_languages(out, "short", neither);
}

static void put_texts(Buffer *out, const char *key, const Str *texts, int count)
{
    if (count == 0)
        return;
    buffer_format(out, "  %s:\n", key);
    for (int i = 0; i < count; i++) {
        buffer_c(out, "    - ");
        put_quoted(out, texts[i]);
        buffer_char(out, '\n');
    }
}

static void put_scale(Buffer *out, const Draft *draft)
{
    const ProfileScale *scale = draft->scale;
    buffer_c(out, "\n# Svarene som teller, fra minst til mest. Det som står under "
                  "«unsure», er utenfor de\n# 100 prosentene; «missing» er ikke svar.\n"
                  "scale:\n  steps:\n");
    for (int i = 0; i < scale->step_count; i++)
        put_step(out, scale->steps[i]);
    put_texts(out, "unsure", scale->unsure.at, scale->unsure.count);
    put_texts(out, "missing", scale->missing.at, scale->missing.count);
}

static void put_groups(Buffer *out, const Draft *draft)
{
    buffer_c(out, "\n# Gruppene i den rekkefølgen de vises; «among» brukes inne i "
                  "setninger.\ngroups:\n");
    if (!draft->group)
        buffer_c(out, "  alle:\n    name: {nb: Alle som svarte, nn: Alle som svarte, "
                      "en: All respondents}\n    among: {nb: blant alle som svarte, "
                      "nn: blant alle som svarte, en: among all respondents}\n");
    for (int i = 0; draft->group && i < draft->group->value_count; i++) {
        Str answer = draft->group->values[i].text;
        if (draft->profile->shape == SHAPE_COUNTED && str_equal_c(answer, "Alle"))
            continue;
        buffer_format(out, "  gruppe-%d:\n", i + 1);
        put_key(out, "    answer", answer);
        put_key(out, "    name", answer);
        put_key(out, "    among",
                str_format(out->arena, "i gruppen «%.*s»", STR_ARG(answer)));
    }
}

static void put_statement(Buffer *out, int number, Str column, Str text)
{
    buffer_format(out, "  utsagn-%d:\n", number);
    put_key(out, "    column", column);
    if (!str_equal(column, text))
        put_key(out, "    text", text);
}

static void put_statements(Buffer *out, const Draft *draft)
{
    buffer_c(out, "\n# Utsagnene i skjemaets rekkefølge. «label» er en kort tekst til "
                  "tabellene; «reversed: yes»\n# for utsagn der det er dårlig å være "
                  "enig.\nstatements:\n");
    for (int i = 0; i < draft->statements.count; i++) {
        Str heading = draft->statements.at[i]->heading;
        Str text = draft->statements.at[i]->text;
        put_statement(out, i + 1, heading, text.len ? text : statement_text(heading));
    }
    if (draft->profile->shape != SHAPE_COUNTED)
        return;
    const ProfileColumn *asked = profile_find(
        draft->profile->columns, draft->profile->column_count, COLUMN_STATEMENT);
    for (int i = 0; i < asked->value_count; i++)
        put_statement(out, i + 1, asked->values[i].text, asked->values[i].text);
}

static void put_questions(Buffer *out, const Draft *draft)
{
    if (draft->questions.count)
        buffer_c(out, "\n# Det som ble besvart med egne ord. Les svarene før de vises: "
                      "`lysark inspect --personal`\n# viser hvor det kan stå navn.\n"
                      "questions:\n");
    for (int i = 0; i < draft->questions.count; i++) {
        buffer_format(out, "  sporsmal-%d:\n", i + 1);
        put_key(out, "    column", draft->questions.at[i]->heading);
    }
}

static Str description_text(const Draft *draft)
{
    Buffer out = buffer_in(draft->arena);
    put_survey(&out, draft);
    put_columns(&out, draft);
    put_scale(&out, draft);
    put_groups(&out, draft);
    put_statements(&out, draft);
    put_questions(&out, draft);
    buffer_c(&out, "\n# Færre svar enn dette vises ikke. Grensene kan heves, ikke "
                   "senkes.\nprivacy:\n  min-answers: 5\n  min-respondents: 10\n");
    return buffer_text(&out);
}

/* The unit that most answered for. */
static Str largest_unit(const Draft *draft)
{
    const ProfileColumn *unit = draft->unit;
    int best = -1;
    for (int i = 0; i < unit->value_count; i++)
        if (!str_equal_c(unit->values[i].text, "Alle") &&
            (best < 0 || unit->values[i].count > unit->values[best].count))
            best = i;
    return best < 0 ? (Str){ 0 } : unit->values[best].text;
}

static Str layout_text(const Draft *draft, Str description_name)
{
    bool is_counted = draft->profile->shape == SHAPE_COUNTED;
    Buffer out = buffer_in(draft->arena);
    buffer_c(&out, "# Bildene i presentasjonen, i rekkefølge. Laget av `lysark init`; "
                   "flytt, stryk og føy til.\n# `lysark render` lager PDF-en, `lysark "
                   "reference` viser alt som kan stå her.\ndeck:\n"
                   "  title: ${survey.name}\n");
    if (draft->unit)
        buffer_c(&out, "  subtitle: Resultater for ${unit}\n");
    else
        buffer_c(&out, "  subtitle: Resultater\n");
    buffer_c(&out, "  theme: landsbyen\n");
    if (draft->unit) {
        buffer_c(&out, "  # Hvem presentasjonen handler om; --unit velger en annen.\n");
        put_key(&out, "  unit", largest_unit(draft));
    }
    put_key(&out, "survey", description_name);
    buffer_c(&out, "slides:\n  - slide: title\n");
    if (!is_counted && draft->group)
        buffer_c(&out, "\n  # Hvor mange som svarte, i hver gruppe.\n"
                       "  - slide: respondents\n");
    buffer_c(&out, "\n  # Ett bilde for hvert utsagn.\n  - slide: statement\n"
                   "    each: statements\n");
    if (draft->unit)
        buffer_c(&out, "    compare: region\n");
    buffer_c(&out, "\n  # Alle utsagnene i én tabell.\n  - slide: summary\n"
                   "    title: {nb: Oppsummering, nn: Oppsummering, en: Summary}\n");
    if (draft->questions.count)
        buffer_c(&out, "\n  # Et utvalg av de åpne svarene.\n  - slide: open-answers\n"
                       "    each: questions\n    when: answers(question) >= 1\n"
                       "    pages: 1\n");
    buffer_c(&out, "\n  # Hvordan tallene er laget.\n  - slide: method\n");
    return buffer_text(&out);
}

static bool is_free(Str path, Diags *diags)
{
    if (!file_exists(path))
        return true;
    diag_error(diags, (Place){ .file = path }, "the file is there already");
    diag_hint(diags, "move it, or choose another folder with `-o FOLDER`");
    return false;
}

static bool check_draft(const Draft *draft, Str path, Diags *diags)
{
    bool has_statements =
        draft->statements.count > 0 || draft->profile->shape == SHAPE_COUNTED;
    if (has_statements && draft->scale && draft->scale->step_count >= 2)
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

static void fill_draft(Draft *draft, Profile *profile)
{
    bool is_long = profile->shape == SHAPE_LONG;
    const ProfileColumn *columns = is_long ? profile->fixed : profile->columns;
    int count = is_long ? profile->fixed_count : profile->column_count;
    draft->profile = profile;
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
    sort_columns(draft);
}

bool init_write(Arena *arena, const Options *options, Str *out, Diags *diags)
{
    SourceOptions source = inspect_source(options), codes = inspect_codes(options);
    Profile profile;
    if (!profile_read(arena, &source, &codes, &profile, diags))
        return false;
    Str folder = options->output.len ? options->output : S(".");
    Str stem = stem_of(options->file);
    Draft draft = { .arena = arena,
                    .export_path = path_from(arena, folder, options->file),
                    .name = title_of(arena, stem),
                    .round = round_of(stem) };
    if (options->codes.len)
        draft.codes_path = path_from(arena, folder, options->codes);
    fill_draft(&draft, &profile);
    Str name = str_concat(arena, stem, S(".yaml"));
    Str description = str_format(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
    Str layout =
        str_format(arena, "%.*s/%.*s-bilder.yaml", STR_ARG(folder), STR_ARG(stem));
    bool is_good = check_draft(&draft, options->file, diags);
    is_good &= is_free(description, diags);
    is_good &= is_free(layout, diags);
    if (!is_good || !file_write(description, description_text(&draft), diags) ||
        !file_write(layout, layout_text(&draft, name), diags))
        return false;
    *out = str_format(arena, "%.*s\n%.*s\n", STR_ARG(description), STR_ARG(layout));
    return true;
}
