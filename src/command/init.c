#include "command/init.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/unicode.h"
#include "command/draft.h"
#include "command/inspect.h"
#include "survey/profile_scale.h"

#include <limits.h>
#include <stdlib.h>

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
    buffer_c(out, draft->unit
                      ? "  region: {nb: regionen, nn: regionen, en: the region}\n"
                      : "  region: {nb: undersøkelsen, nn: undersøkinga, en: the "
                        "survey}\n");
    buffer_c(out, "  # Svarperioden, og dagen resultatene legges fram:\n"
                  "  # from: 2024-10-21\n  # to: 2024-11-08\n"
                  "  # presented: 2024-11-28\n\n"
                  "# Filen slik den kom fra spørreverktøyet.\nexport:\n");
    put_key(out, "  file", draft->export_path);
    if (draft->profile->format.sheet.len)
        put_key(out, "  sheet", draft->profile->format.sheet);
    if (draft->profile->format.delimiter) {
        char delimiter = draft->profile->format.delimiter;
        buffer_format(out, "  delimiter: %s\n",
                      delimiter == ';'    ? "semicolon"
                      : delimiter == '\t' ? "tab"
                      : delimiter == '|'  ? "bar"
                                          : "comma");
    }
}

static void put_codes(Buffer *out, const Draft *draft)
{
    const CodeTable *codes = &draft->profile->companion.codes;
    buffer_c(out, "\n# Hva kodene i eksporten står for.\ncodes:\n");
    put_key(out, "  file", draft->codes_path);
    if (codes->source.sheet.len)
        put_key(out, "  sheet", codes->source.sheet);
    if (codes->is_bare)
        buffer_c(out,
                 "  # Tabellen har ingen overskrifter; kolonnene heter 1, 2 og 3.\n"
                 "  bare: yes\n");
    put_key(out, "  column", codes->column);
    put_key(out, "  code", codes->code);
    put_key(out, "  label", codes->label);
}

static void put_columns(Buffer *out, const Draft *draft)
{
    const Profile *profile = draft->profile;
    buffer_c(out, "\n# Hvilke kolonner som sier hvem som svarte.\ncolumns:\n");
    if (draft->identity)
        put_key(out, "  id", draft->identity_name);
    if (draft->unit)
        put_key(out, "  unit", draft->unit_name);
    else
        buffer_c(out, "  # unit: overskriften på kolonnen med kommune, avdeling eller "
                      "skole\n");
    if (draft->group)
        put_key(out, "  group", draft->group_name);
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
    if (draft->codes_path.len)
        put_codes(out, draft);
}

static Str capital(Arena *arena, const char *text)
{
    Str whole = str_from_c(text);
    size_t next = 0;
    utf8_next(whole, &next);
    return str_concat(arena, unicode_upper(arena, str_slice(whole, 0, next), S("nb")),
                      str_slice(whole, next, whole.len));
}

static void put_languages(Buffer *out, const char *indent, const char *key,
                          const char *const *texts)
{
    static const char *const languages[] = { "nb", "nn", "en" };
    buffer_format(out, "%s    %s: {", indent, key);
    for (int i = 0; i < ANSWER_LANGUAGES; i++) {
        buffer_format(out, "%s%s: ", i ? ", " : "", languages[i]);
        put_quoted(out, capital(out->arena, texts[i]));
    }
    buffer_c(out, "}\n");
}

static void put_step(Buffer *out, const char *indent, Str answer)
{
    static const char *const neither[] = { "verken–eller", "verken–eller", "neither" };
    buffer_format(out, "%s  - answer: ", indent);
    put_quoted(out, answer);
    buffer_char(out, '\n');
    const AnswerWord *word = profile_share_word(out->arena, answer);
    if (!word)
        return;
    put_languages(out, indent, "label", word->spellings);
    if (word->family == FAMILY_AGREEMENT && word->rank == 4)
        put_languages(out, indent, "short", neither);
}

static void put_texts(Buffer *out, const char *indent, const char *key,
                      const Str *texts, int count)
{
    if (count == 0)
        return;
    buffer_format(out, "%s%s:\n", indent, key);
    for (int i = 0; i < count; i++) {
        buffer_format(out, "%s  - ", indent);
        put_quoted(out, texts[i]);
        buffer_char(out, '\n');
    }
}

static void put_answers(Buffer *out, const char *indent, const ProfileScale *scale)
{
    buffer_format(out, "%ssteps:\n", indent);
    for (int i = 0; i < scale->step_count; i++)
        put_step(out, indent, scale->steps[i]);
    put_texts(out, indent, "unsure", scale->unsure.at, scale->unsure.count);
    put_texts(out, indent, "missing", scale->missing.at, scale->missing.count);
}

/* Of a scale that is not the main one. */
static Str scale_id(Arena *arena, int scale)
{
    return str_format(arena, "skala-%d", scale + 1);
}

static void put_scales(Buffer *out, const Draft *draft)
{
    if (!draft->scale)
        return;
    buffer_c(out, "\n# Svarene som teller, fra minst til mest. Det som står under "
                  "«unsure», er utenfor de\n# 100 prosentene; «missing» er ikke svar.\n"
                  "scale:\n");
    put_answers(out, "  ", draft->scale);
    bool has_others = false;
    for (int i = 0; i < draft->profile->scale_count; i++) {
        if (i == draft->scale_index || !draft_takes_scale(draft, i) ||
            draft->profile->shape == SHAPE_COUNTED)
            continue;
        if (!has_others)
            buffer_c(out,
                     "\n# Andre skalaer; utsagnene sier hvilken de har.\nscales:\n");
        has_others = true;
        buffer_format(out, "  %.*s:\n", STR_ARG(scale_id(out->arena, i)));
        put_answers(out, "    ", &draft->profile->scales[i]);
    }
}

static void put_among(Buffer *out, Str group)
{
    static const struct {
        const char *language, *before, *after;
    } forms[] = {
        {"nb",  "i gruppen «", "»" },
        { "nn", "i gruppa «",  "»" },
        { "en", "in “",       "”"},
    };
    buffer_c(out, "    among: {");
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        buffer_format(out, "%s%s: ", i ? ", " : "", forms[i].language);
        put_quoted(out, str_format(out->arena, "%s%.*s%s", forms[i].before,
                                   STR_ARG(group), forms[i].after));
    }
    buffer_c(out, "}\n");
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
        put_among(out, answer);
    }
}

static void put_statement(Buffer *out, int number, Str column, Str text)
{
    buffer_format(out, "  utsagn-%d:\n", number);
    put_key(out, "    column", column);
    if (!str_equal(column, text))
        put_key(out, "    text", text);
}

/* What a column from 0 to 10 holds besides, where the main scale does not say that it
 * is no answer. */
static void put_other_answers(Buffer *out, const Draft *draft,
                              const ProfileColumn *column)
{
    VEC(Str) others = { 0 };
    for (int i = 0; i < column->value_count; i++) {
        long number;
        Str text = column->values[i].text;
        bool is_known = str_to_integer(text, &number) && number >= 0 && number <= 10;
        for (int k = 0; draft->scale && k < draft->scale->unsure.count; k++)
            is_known |= str_equal(text, draft->scale->unsure.at[k]);
        for (int k = 0; draft->scale && k < draft->scale->missing.count; k++)
            is_known |= str_equal(text, draft->scale->missing.at[k]);
        if (!is_known)
            vec_push(out->arena, &others, text);
    }
    put_texts(out, "    ", "missing", others.at, others.count);
}

static void put_recommend(Buffer *out, const Draft *draft)
{
    if (draft->recommend.count)
        buffer_c(out, "\n# Det som er besvart fra 0 til 10. Nettoscoren er andelen som "
                      "svarer 9 eller 10, minus\n# andelen som svarer 0 til 6.\n"
                      "recommend:\n");
    for (int i = 0; i < draft->recommend.count; i++) {
        const DraftColumn *question = &draft->recommend.at[i];
        buffer_format(out, "  anbefaling-%d:\n", i + 1);
        put_key(out, "    column", question->name);
        if (!str_equal(question->name, question->text))
            put_key(out, "    text", question->text);
        put_other_answers(out, draft, question->column);
    }
}

static void put_statements(Buffer *out, const Draft *draft)
{
    if (draft->statements.count == 0 && draft->profile->shape != SHAPE_COUNTED) {
        buffer_c(out, "\nstatements: {}\n");
        return;
    }
    buffer_c(out, "\n# Utsagnene i skjemaets rekkefølge. «label» er en kort tekst til "
                  "tabellene; «reversed: yes»\n# for utsagn der det er dårlig å være "
                  "enig.\nstatements:\n");
    for (int i = 0; i < draft->statements.count; i++) {
        const DraftColumn *statement = &draft->statements.at[i];
        int scale = statement->column->scale;
        put_statement(out, i + 1, statement->name, statement->text);
        if (scale != draft->scale_index)
            buffer_format(out, "    scale: %.*s\n",
                          STR_ARG(scale_id(out->arena, scale)));
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
        const DraftColumn *question = &draft->questions.at[i];
        put_key(out, "    column", question->name);
        if (!str_equal(question->name, question->text))
            put_key(out, "    text", question->text);
    }
}

static Str description_text(const Draft *draft)
{
    Buffer out = buffer_in(draft->arena);
    put_survey(&out, draft);
    put_columns(&out, draft);
    put_scales(&out, draft);
    put_groups(&out, draft);
    put_statements(&out, draft);
    put_recommend(&out, draft);
    put_questions(&out, draft);
    buffer_c(&out, "\n# Færre svar enn dette vises ikke. Grensene kan heves, ikke "
                   "senkes.\nprivacy:\n  min-answers: 5\n  min-respondents: 10\n");
    return buffer_text(&out);
}

static void put_figure_slides(Buffer *out, const Draft *draft)
{
    const char *compare = draft->unit ? "    compare: region\n" : "";
    if (draft->statements.count || draft->profile->shape == SHAPE_COUNTED)
        buffer_format(out,
                      "\n  # Ett bilde for hvert utsagn.\n  - slide: statement\n"
                      "    each: statements\n%s"
                      "\n  # Alle utsagnene i én tabell.\n  - slide: summary\n"
                      "    title: {nb: Oppsummering, nn: Oppsummering, en: Summary}\n",
                      compare);
    if (draft->recommend.count)
        buffer_format(
            out,
            "\n  # Hvor sannsynlig det er at de anbefaler oss, med nettoscore."
            "\n  - slide: recommend\n    each: recommend\n%s",
            compare);
}

static Str layout_text(const Draft *draft, Str description_name)
{
    bool is_counted = draft->profile->shape == SHAPE_COUNTED;
    Buffer out = buffer_in(draft->arena);
    buffer_c(&out, "# Bildene i presentasjonen, i rekkefølge. Laget av `lysark init`; "
                   "flytt, stryk og føy til.\n# `lysark render` lager PDF-en, `lysark "
                   "reference` viser alt som kan stå her.\ndeck:\n"
                   "  title: ${survey.name}\n");
    buffer_c(&out,
             draft->unit
                 ? "  subtitle: {nb: \"Resultater for ${unit}\", nn: \"Resultat for "
                   "${unit}\", en: \"Results for ${unit}\"}\n"
                 : "  subtitle: {nb: Resultater, nn: Resultat, en: Results}\n");
    buffer_format(&out, "  language: %s\n  theme: landsbyen\n", draft->language);
    if (draft->unit) {
        buffer_c(&out, "  # Hvem presentasjonen handler om; --unit velger en annen.\n");
        put_key(&out, "  unit", draft_largest_unit(draft));
    }
    put_key(&out, "survey", description_name);
    buffer_c(&out, "slides:\n  - slide: title\n");
    if (!is_counted)
        buffer_c(&out, "\n  # Hvor mange som svarte, i hver gruppe.\n"
                       "  - slide: respondents\n");
    if (!is_counted && !draft->group)
        buffer_c(&out,
                 "    title: {nb: Hvem svarte, nn: Kven svara, en: Who answered}\n");
    put_figure_slides(&out, draft);
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

bool init_write(Arena *arena, const Options *options, Str *out, Diags *diags)
{
    SourceOptions source = inspect_source(options), codes = inspect_codes(options);
    Profile profile;
    if (!profile_read(arena, &source, &codes, &profile, diags))
        return false;
    Str folder = options->output.len ? options->output : S(".");
    Str stem = draft_stem(options->file),
        codes_path = profile.companion.codes.source.path;
    Draft draft = { .arena = arena,
                    .export_path = path_from(arena, folder, options->file) };
    if (codes_path.len)
        draft.codes_path = path_from(arena, folder, codes_path);
    bool is_good = draft_make(&draft, &profile, options->file, diags);
    Str name = str_concat(arena, stem, S(".yaml"));
    Str description = str_format(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
    Str layout =
        str_format(arena, "%.*s/%.*s-bilder.yaml", STR_ARG(folder), STR_ARG(stem));
    is_good &= is_free(description, diags);
    is_good &= is_free(layout, diags);
    const FileContent files[] = {
        {.path = description,          .bytes = description_text(&draft)},
        { .path = layout, .bytes = layout_text(&draft,                             name) },
    };
    if (!is_good || !file_write_all(files, 2, diags))
        return false;
    *out = str_format(arena, "%.*s\n%.*s\n", STR_ARG(description), STR_ARG(layout));
    return true;
}
