/* Descriptions, registers and exports that are wrong, and small ones that are right. */
#include "survey/slice.h"

#include "base/file.h"
#include "expect.h"
#include "stats/figure.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/lysark-survey-XXXXXX";

static const char description_text[] =
    "survey:\n"
    "  name: Prøve\n"
    "  round: \"2024\"\n"
    "  region: regionen\n"
    "export:\n"
    "  {file: export.csv, delimiter: comma}\n"
    "columns:\n"
    "  id: ID\n"
    "  unit: Kommune\n"
    "  group: Gruppe\n"
    "  unused: [Navn]\n"
    "register:\n"
    "  file: kommuner.csv\n"
    "  number: nr\n"
    "  name: navn\n"
    "  language: form\n"
    "invited:\n"
    "  file: inviterte.csv\n"
    "  unit: nr\n"
    "  group: gruppe\n"
    "  count: antall\n"
    "scale:\n"
    "  steps: [{answer: Uenig}, {answer: Både og}, {answer: Enig}]\n"
    "  unsure: Vet ikke\n"
    "groups:\n"
    "  naeringsliv: {answer: Næringsliv, name: Næringsliv}\n"
    "  gruendere: {answer: Gründer, name: Gründere, among: blant gründerne}\n"
    "sections:\n"
    "  tjenester: {name: Service}\n"
    "statements:\n"
    "  service: {column: God service, section: tjenester}\n"
    "  gebyrer: {column: For høye gebyrer, reversed: yes}\n"
    "questions:\n"
    "  innspill: {column: Andre innspill?}\n";

static const char register_text[] = "nr;navn;form\n"
                                    "3442;Østre Toten;bokmål\n"
                                    "3435;Vågå;nynorsk\n";

static const char invited_text[] = "nr;gruppe;antall\n"
                                   "3442;Næringsliv;10\n"
                                   "3442;Gründer;4\n";

#define HEADINGS "ID,Navn,Kommune,Gruppe,God service,For høye gebyrer,Andre innspill?\n"
#define ROW "1,,Østre Toten,Næringsliv,Enig,Enig,\n"

/* A Str for tables: it may hold NUL bytes. */
#define TEXT(literal)                                                                  \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }

typedef struct Files {
    Str description, reg, invited, export;
} Files;

typedef struct Round {
    Description description;
    Register reg;
    Survey survey;
} Round;

static Str in_folder(Arena *arena, const char *name)
{
    return str_format(arena, "%s/%s", folder, name);
}

static void write_text(Arena *arena, const char *name, Str text)
{
    Diags diags = diags_in(arena);
    assert_true(file_write(in_folder(arena, name), text, &diags));
}

/* Reads the files as far as that goes. */
static bool read_files(Arena *arena, const Files *files, Round *out, Diags *diags)
{
    write_text(arena, "survey.yaml", files->description);
    write_text(arena, "kommuner.csv", files->reg);
    write_text(arena, "inviterte.csv", files->invited);
    write_text(arena, "export.csv", files->export);
    return description_read(arena, in_folder(arena, "survey.yaml"), (Place){ 0 },
                            &out->description, diags) &&
           register_read(arena, &out->description, &out->reg, diags) &&
           survey_read(arena, &out->description, &out->reg, &out->survey, diags);
}

static Files sound_files(void)
{
    return (Files){ S(description_text), S(register_text), S(invited_text),
                    S(HEADINGS ROW) };
}

/* Messages as "FILE: row 2, column …: MESSAGE" without the folder. */
static Str messages(Arena *arena, const Diags *diags)
{
    Buffer out = buffer_in(arena);
    for (int i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        buffer_format(&out, "%.*s: %.*s\n", STR_ARG(place_text(arena, diag->place)),
                      STR_ARG(diag->message));
        if (diag->hint.len)
            buffer_format(&out, "  %.*s\n", STR_ARG(diag->hint));
    }
    Str path = str_format(arena, "%s/", folder);
    return str_replace(arena, buffer_text(&out), path, S(""));
}

static void expect_messages(const char *row, const Files *files, bool is_good,
                            const char *want)
{
    Arena *arena = arena_new();
    Diags diags = diags_in(arena);
    Round round;
    bool got = read_files(arena, files, &round, &diags);
    expect_str(row, messages(arena, &diags), want);
    expect_int(row, got, is_good);
    expect_int(row, diag_has_errors(&diags), !is_good);
    arena_free(arena);
}

/* clang-format off */
static const struct {
    const char *name;
    Str export;
    const char *want;
} exports[] = {
    { "absent column",
      TEXT("ID,Navn,Komune,Gruppe,God service,For høye gebyrer,Andre innspill?\n" ROW),
      "survey.yaml:9:9: there is no column \"Kommune\" in export.csv\n"
      "  did you mean \"Komune\"?\n" },
    { "column there twice",
      TEXT("ID,Navn,Kommune,Gruppe,God service,God  service,For høye "
           "gebyrer,Andre innspill?\n"),
      "survey.yaml:31:21: the column \"God service\" stands 2 times in export.csv\n"
      "  say which one: \"God service (1)\" is the first\n" },
    { "another delimiter",
      TEXT("ID;Navn;Kommune;Gruppe;God service\n1;;Vågå;Gründer;Enig\n"),
      "export.csv: row 1: the file has one column only\n"
      "  say in the description what its delimiter is: comma, semicolon, tab or bar\n" },
    { "answer off the scale", TEXT(HEADINGS ROW "2,,Vågå,Gründer,Enigg,Enig,\n"),
      "export.csv: row 3, column \"God service\": \"Enigg\" is not an answer on the "
      "scale\n"
      "  did you mean \"Enig\"?\n" },
    { "answer far off the scale", TEXT(HEADINGS "2,,Vågå,Gründer,5,Enig,\n"),
      "export.csv: row 2, column \"God service\": \"5\" is not an answer on the scale\n"
      "  the scale is \"Uenig\", \"Både og\", \"Enig\", \"Vet ikke\"\n" },
    { "unknown unit", TEXT(HEADINGS ROW "2,,Vaga,Gründer,Enig,Enig,\n"),
      "export.csv: row 3, column \"Kommune\": there is no unit \"Vaga\"\n"
      "  known are \"Østre Toten\", \"Vågå\"\n" },
    { "no unit", TEXT(HEADINGS "2,, ,Gründer,Enig,Enig,\n"),
      "export.csv: row 2, column \"Kommune\": the row has no unit\n"
      "  fill the cell, or take the row out\n" },
    { "unknown group", TEXT(HEADINGS "2,,Vågå,Grunder,Enig,Enig,\n"),
      "export.csv: row 2, column \"Gruppe\": there is no group \"Grunder\"\n"
      "  did you mean \"Gründer\"?\n" },
    { "too few cells", TEXT(HEADINGS ROW "2,,Vågå,Gründer,Enig\n"),
      "export.csv: row 3: the row has 5 cells where the first row has 7\n"
      "  every row has a cell for each heading, empty or not\n" },
    { "too many cells", TEXT(HEADINGS "2,,Vågå,Gründer,Enig,Enig,Ja, kanskje\n"),
      "export.csv: row 2: the row has 8 cells where the first row has 7\n"
      "  put cells that hold the delimiter in quotation marks\n" },
    { "two faults at once", TEXT(HEADINGS "2,,Vågå\n3,,Vågå,Gründer,Ja,Enig,\n"),
      "export.csv: row 2: the row has 3 cells where the first row has 7\n"
      "  every row has a cell for each heading, empty or not\n"
      "export.csv: row 3, column \"God service\": \"Ja\" is not an answer on the "
      "scale\n"
      "  the scale is \"Uenig\", \"Både og\", \"Enig\", \"Vet ikke\"\n" },
    { "row after a line break in a cell",
      TEXT(HEADINGS "1,,Vågå,Gründer,Enig,Enig,\"a\nb\"\n2,,Vågå,Ung,Enig,Enig,\n"),
      "export.csv: row 3, column \"Gruppe\": there is no group \"Ung\"\n"
      "  known are \"Næringsliv\", \"Gründer\"\n" },
    { "row after a blank line", TEXT(HEADINGS ROW "\r\n\r\n2,,Vågå,Ung,Enig,Enig,\r\n"),
      "export.csv: row 5, column \"Gruppe\": there is no group \"Ung\"\n"
      "  known are \"Næringsliv\", \"Gründer\"\n" },
    { "unterminated quote", TEXT(HEADINGS ROW "2,,Vågå,Gründer,Enig,Enig,\"ja\n" ROW),
      "export.csv: row 3, column \"Andre innspill?\": the quotation mark that opens "
      "this cell is not closed\n"
      "  close the cell with a quotation mark and double those inside it\n" },
    { "quote closed too early",
      TEXT(HEADINGS "2,,Vågå,Gründer,Enig,Enig,\"a \"b\" c\"\n"),
      "export.csv: row 2, column \"Andre innspill?\": the quotation marks of this "
      "cell do not pair up\n"
      "  close the cell with a quotation mark and double those inside it\n" },
    { "stray quote", TEXT(HEADINGS "2,,Vågå,Gründer,Enig,Enig,a \"b\" c\n"),
      "export.csv: row 2, column \"Andre innspill?\": a quotation mark stands in a "
      "cell that does not begin with one\n"
      "  put the whole cell in quotation marks and double those inside it\n" },
    { "NUL", TEXT(HEADINGS "2,,Vågå,Gründer,Enig,Enig,a\0b\n"),
      "export.csv: row 2, column \"Andre innspill?\": the cell holds a NUL byte\n"
      "  the file is damaged or is no text: export it again as CSV\n" },
    { "not UTF-8", TEXT(HEADINGS "2,,V\xE5g\xE5,Gründer,Enig,Enig,\n"),
      "export.csv: row 2, column \"Kommune\": the file mixes encodings: the byte 0xE5 "
      "in this cell is not UTF-8, as other cells are\n"
      "  export it again, all of it as \"CSV UTF-8\"\n" },
    { "UTF-16", TEXT("\xFF\xFEI\0D\0"),
      "export.csv: row 1: the file has one column only\n"
      "  say in the description what its delimiter is: comma, semicolon, tab or bar\n" },
    { "no rows", TEXT(HEADINGS),
      "export.csv: the export has no respondents\n"
      "  there must be rows below the headings\n" },
    { "empty file", TEXT(""),
      "export.csv: the file is empty\n"
      "  its first row must hold the headings\n" },
};
/* clang-format on */

static void reports_wrong_exports(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(exports); i++) {
        Files files = sound_files();
        files.export = exports[i].export;
        expect_messages(exports[i].name, &files, false, exports[i].want);
    }
}

/* clang-format off */
static const struct {
    const char *name, *from, *to;
    const char *want;
} descriptions[] = {
    { "unknown key", "round:", "runde:",
      "survey.yaml:3:3: unknown key \"runde\" in survey\n"
      "  known keys: name, round, region, from, to, presented\n"
      "survey.yaml:2:3: the survey has no \"round\"\n"
      "  add \"round\": a short name of this round, such as the year\n" },
    { "unknown section", "section: tjenester", "section: tjeneste",
      "survey.yaml:31:43: there is no section \"tjeneste\" in this description\n"
      "  did you mean \"tjenester\"?\n" },
    { "one step", "{answer: Uenig}, {answer: Både og}, ", "",
      "survey.yaml:23:3: a scale has 2 to 11 steps, not 1\n"
      "  list each answer that counts under \"steps\"\n" },
    { "answer twice", "{answer: Både og}", "{answer: Uenig}",
      "survey.yaml:23:37: the answer \"Uenig\" is named twice\n"
      "  the first is at survey.yaml:23:20\n" },
    { "unsure is a step", "unsure: Vet ikke", "unsure: Enig",
      "survey.yaml:24:11: the answer \"Enig\" is named twice\n"
      "  the first is at survey.yaml:23:56\n" },
    { "agree beyond the scale", "unsure: Vet ikke", "agree-from: 4",
      "survey.yaml:24:15: agree-from is step 4 of a scale with 3 steps\n"
      "  steps are counted from 1, the least agreeing\n" },
    { "unknown scale", "reversed: yes}\n",
      "scale: niva}\nscales:\n  nivaa: {steps: [{answer: Lav}, {answer: Høy}]}\n",
      "survey.yaml:32:46: there is no scale \"niva\" in this description\n"
      "  did you mean \"nivaa\"?\n" },
    { "scale of one step among others", "reversed: yes}\n",
      "scale: niva}\nscales:\n  niva: {steps: [{answer: Lav}]}\n",
      "survey.yaml:34:3: a scale has 2 to 11 steps, not 1\n"
      "  list each answer that counts under \"steps\"\n" },
    { "recommend on a scale that is none from 0 to 10", "questions:\n",
      "scales:\n  kort: {steps: [{answer: \"0\"}, {answer: \"1\"}]}\n"
      "recommend:\n  anbefaling: {column: Anbefaler, scale: kort}\nquestions:\n",
      "survey.yaml:36:42: the scale \"kort\" is not from 0 to 10\n"
      "  it needs eleven steps, \"first: 0\", \"agree-from: 10\" and \"disagree-to: 7\"\n" },
    { "no scale", "scale:\n  steps:",
      "scales:\n niva:\n  steps:",
      "survey.yaml:32:3: the statement has no scale\n"
      "  give it \"scale\" with an id from \"scales\", or describe the answers of all "
      "statements under \"scale\"\n"
      "survey.yaml:33:3: the statement has no scale\n"
      "  give it \"scale\" with an id from \"scales\", or describe the answers of all "
      "statements under \"scale\"\n" },
    { "agree and disagree", "unsure: Vet ikke", "disagree-to: 3",
      "survey.yaml:24:16: step 3 would count both as agreeing and as disagreeing\n"
      "  \"disagree-to\" must lie below \"agree-from\"\n" },
    { "group twice", "answer: Gründer,", "answer: Næringsliv,",
      "survey.yaml:27:23: the answer \"Næringsliv\" is named twice\n"
      "  the first is at survey.yaml:26:25\n" },
    { "column twice", "For høye gebyrer", "God  service",
      "survey.yaml:32:21: the column \"God  service\" is named twice\n"
      "  the first is at survey.yaml:31:21\n" },
    { "column used and unused", "unused: [Navn]", "unused: [Kommune]",
      "survey.yaml:11:12: the column \"Kommune\" is named twice\n"
      "  the first is at survey.yaml:9:9\n" },
    { "limit lowered", "export:\n", "privacy: {min-answers: 4}\nexport:\n",
      "survey.yaml:5:24: \"min-answers\" must be at least 5, not 4\n"
      "  say why it is lowered as \"override\": it is printed on the slide about "
      "the method\n" },
    { "other limit lowered", "export:\n", "privacy: {min-respondents: 9}\nexport:\n",
      "survey.yaml:5:28: \"min-respondents\" must be at least 10, not 9\n"
      "  say why it is lowered as \"override\": it is printed on the slide about "
      "the method\n" },
    { "last day first", "  region:", "  from: 2024-11-08\n  to: 2024-10-21\n  region:",
      "survey.yaml:5:7: \"to\" is a day before \"from\"\n"
      "  write the first day as \"from\"\n" },
    { "omission of nothing", "export:\n", "leave-out: [{reason: prøve}]\nexport:\n",
      "survey.yaml:5:13: what is left out is either a \"respondent\" or an \"answer\"\n"
      "  give one of the two\n" },
    { "omission without an id column", "columns:\n  id: ID\n",
      "leave-out: [{respondent: \"1\", reason: prøve}]\ncolumns:\n",
      "survey.yaml:7:13: a respondent is left out, but no column tells respondents "
      "apart\n"
      "  name it under \"columns\" as \"id\"\n" },
    { "no export", "export.csv", "eksport.csv",
      "survey.yaml:6:10: there is no file \"eksport.csv\"\n"
      "  a path is relative to the file that names it\n" },
    { "no register", "kommuner.csv", "kommune.csv",
      "survey.yaml:13:9: there is no file \"kommune.csv\"\n"
      "  a path is relative to the file that names it\n" },
};
/* clang-format on */

/* A sound text with one piece of it replaced. */
static Str edited(Arena *arena, const char *text, const char *from, const char *to)
{
    Str changed =
        str_replace(arena, str_from_c(text), str_from_c(from), str_from_c(to));
    if (str_equal_c(changed, text))
        fail_msg("\"%s\" is not in the text", from);
    return changed;
}

static void reports_wrong_descriptions(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(descriptions); i++) {
        Files files = sound_files();
        files.description =
            edited(arena, description_text, descriptions[i].from, descriptions[i].to);
        expect_messages(descriptions[i].name, &files, false, descriptions[i].want);
    }
    arena_free(arena);
}

/* clang-format off */
static const struct {
    const char *name, *reg, *invited;
    const char *want;
} registers[] = {
    { "absent column", "nummer;navn;form\n", NULL,
      "survey.yaml:14:11: there is no column \"nr\" in kommuner.csv\n"
      "  it must read as in the first row of the file\n" },
    { "no units", "nr;navn;form\n", NULL,
      "kommuner.csv: the register has no units\n"
      "  there must be rows below the headings\n" },
    { "no name", "nr;navn;form\n3442;;bokmål\n", NULL,
      "kommuner.csv: row 2, column \"navn\": the unit has no name\n"
      "  fill the cell, or take the row out\n" },
    { "unit twice", "nr;navn;form\n1;Vågå;\n1;Vågå;\n", NULL,
      "kommuner.csv: row 3, column \"nr\": the unit 1 \"Vågå\" stands twice in the "
      "register\n"
      "  take one of the rows out\n" },
    { "a name that is another's number", "nr;navn;form\n1;Vågå;\n2;1;\n", NULL,
      "kommuner.csv: row 3, column \"nr\": the unit 2 \"1\" stands twice in the "
      "register\n"
      "  take one of the rows out\n" },
    { "unknown form", "nr;navn;form\n1;Vågå;samnorsk\n", NULL,
      "kommuner.csv: row 2, column \"form\": \"samnorsk\" is not a written form of "
      "Norwegian\n"
      "  write bokmål, nynorsk or nøytral\n" },
    { "invited, unknown unit", NULL, "nr;gruppe;antall\n3443;Gründer;4\n",
      "inviterte.csv: row 2, column \"nr\": there is no unit \"3443\"\n"
      "  known are \"Østre Toten\", \"Vågå\"\n" },
    { "invited, unknown group", NULL, "nr;gruppe;antall\n3442;Grunder;4\n",
      "inviterte.csv: row 2, column \"gruppe\": there is no group \"Grunder\"\n"
      "  did you mean \"Gründer\"?\n" },
    { "invited, no number", NULL, "nr;gruppe;antall\n3442;Gründer;ti\n",
      "inviterte.csv: row 2, column \"antall\": \"ti\" is not a number of people\n"
      "  write a whole number, or leave the row out\n" },
    { "invited, below zero", NULL, "nr;gruppe;antall\n3442;Gründer;-1\n",
      "inviterte.csv: row 2, column \"antall\": \"-1\" is not a number of people\n"
      "  write a whole number, or leave the row out\n" },
    { "invited twice", NULL,
      "nr;gruppe;antall\n3442;Gründer;4\nØstre Toten;Gründer;4\n",
      "inviterte.csv: row 3, column \"gruppe\": the number invited stands twice for "
      "this unit and group\n"
      "  take one of the rows out, or name the column of the round\n" },
};
/* clang-format on */

static void reports_wrong_registers(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(registers); i++) {
        Files files = sound_files();
        if (registers[i].reg)
            files.reg = str_from_c(registers[i].reg);
        if (registers[i].invited)
            files.invited = str_from_c(registers[i].invited);
        expect_messages(registers[i].name, &files, false, registers[i].want);
    }
}

/* clang-format off */
static const struct {
    const char *name;
    Str export;
    const char *want;
} accepted[] = {
    { "as it is", TEXT(HEADINGS ROW), "" },
    { "byte order mark and CRLF",
      TEXT("\xEF\xBB\xBF"
           "ID,Navn,Kommune,Gruppe,God service,For høye gebyrer,Andre innspill?\r\n"
      "1,,Vågå,Gründer,Enig,,\r\n"),
            "" },
    { "spaces and decomposed letters",
      TEXT("ID,Navn,Kommune,Gruppe, God   service,For høye gebyrer,Andre innspill?\n"
      "1,,Va\xCC\x8Aga\xCC\x8A , Gru\xCC\x88nder,  Enig,Vet  ikke,\n"),
            "" },
    { "no line break at the end", TEXT(HEADINGS "1,,3435,Gründer,Enig,Enig,ja"), "" },
    { "column nobody names",
      TEXT("ID,Navn,Kommune,Gruppe,God service,For høye gebyrer,Andre innspill?,Alder\n"
      "1,,Vågå,Gründer,Enig,Enig,,44\n"),
      "export.csv: row 1, column \"Alder\": column 8 is not described and not used\n"
      "  list it under \"unused\" in survey.yaml if that is meant\n" },
};
/* clang-format on */

static void accepts_what_is_sound(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(accepted); i++) {
        Files files = sound_files();
        files.export = accepted[i].export;
        expect_messages(accepted[i].name, &files, true, accepted[i].want);
    }
}

static const Statement *read_one(Arena *arena, const Files *files, Round *out)
{
    Diags diags = diags_in(arena);
    if (!read_files(arena, files, out, &diags))
        fail_msg("%.*s", STR_ARG(messages(arena, &diags)));
    return out->description.statements;
}

static void reads_answers_as_steps(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Files files = sound_files();
    files.export = S(HEADINGS "1,,Vågå,Gründer,Uenig,Uenig,\n"
                              "2,,Vågå,Gründer,Både og,Både og,\n"
                              "3,,Vågå,Gründer,Enig,Enig,\n"
                              "4,,Vågå,Gründer,Vet ikke,,\n");
    Round round;
    const Statement *statements = read_one(arena, &files, &round);
    static const int8_t straight[] = { 1, 2, 3, ANSWER_UNSURE };
    static const int8_t reversed[] = { 3, 2, 1, ANSWER_BLANK };
    assert_memory_equal(round.survey.answers[0], straight, sizeof straight);
    assert_memory_equal(round.survey.answers[1], reversed, sizeof reversed);
    expect_str("text", wording_text(statements[0].text, S("nn")), "God service");
    expect_str("label", wording_text(statements[0].label, S("nb")), "God service");
    assert_int_equal(round.description.scales[0].agree_from, 3);
    assert_int_equal(round.description.scales[0].disagree_to, 1);
    arena_free(arena);
}

/* clang-format off */
static const struct {
    const char *name;
    Str cell;
    const char *want; /* NULL: no answer */
} cells[] = {
    { "plain", TEXT("Flere møteplasser"), "Flere møteplasser" },
    { "blanks around", TEXT("  ja\xC2\xA0 "), "ja" },
    { "only blanks", TEXT(" \t\n "), NULL },
    { "line breaks", TEXT("\"a\r\nb\rc\nd\""), "a\nb\nc\nd" },
    { "quotes", TEXT("\"si \"\"ja\"\"\""), "si \"ja\"" },
    { "control characters", TEXT("a\x07" "b\tc\xE2\x80\xAE" "d"), "ab cd" },
    { "a flood of accents",
      TEXT("a\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81"
           "b"),
      "\xC3\xA1\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81" "b" },
    { "decomposed letters", TEXT("Va\xCC\x8Aga\xCC\x8A"), "Vågå" },
    { "emoji", TEXT("bra \xF0\x9F\x91\x8D"), "bra \xF0\x9F\x91\x8D" },
    { "telephone", TEXT("ring 999 99 999"), "ring [fjernet]" },
    { "left out", TEXT("  slett  meg"), NULL },
};
/* clang-format on */

static void cleans_open_answers(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(cells); i++) {
        Arena *arena = arena_new();
        Files files = sound_files();
        files.description = edited(arena, description_text, "export:\n",
                                   "leave-out: [{answer: slett meg, reason: prøve}]\n"
                                   "export:\n");
        files.export = str_format(arena,
                                  HEADINGS "1,,Vågå,Gründer,Enig,Enig,%.*s\n"
                                           "2,,Vågå,Gründer,Enig,Enig,slett meg\n",
                                  STR_ARG(cells[i].cell));
        Round round;
        read_one(arena, &files, &round);
        expect_int(cells[i].name, round.survey.open_counts[0], cells[i].want != NULL);
        if (cells[i].want)
            expect_str(cells[i].name, round.survey.open[0][0].text, cells[i].want);
        arena_free(arena);
    }
}

static void leaves_respondents_out(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Files files = sound_files();
    files.description =
        edited(arena, description_text, "export:\n",
               "leave-out: [{respondent: \"2\", reason: prøve}]\nexport:\n");
    files.export = S(HEADINGS ROW "2,,Østre Toten,Ingen,Tja,Enig,slett\n");
    Round round;
    read_one(arena, &files, &round);
    assert_int_equal(round.survey.respondent_count, 1);
    int omitted = 0;
    for (int i = 0; i < round.reg.unit_count; i++)
        omitted += round.survey.omitted_counts[i];
    assert_int_equal(omitted, 1);
    assert_int_equal(round.survey.open_counts[0], 0);
    arena_free(arena);
}

static void warns_when_nothing_was_left_out(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Files files = sound_files();
    files.description =
        edited(arena, description_text, "export:\n",
               "leave-out: [{answer: slett, reason: prøve}]\nexport:\n");
    expect_messages("idle omission", &files, true,
                    "survey.yaml:5:13: nothing was "
                    "left out: no open answer reads \"slett\"\n"
                    "  check the spelling, or take the entry out\n");
    arena_free(arena);
}

/* Five businesses weigh 1, 1, 1, 1 and 6; by hand: mean (4·1 + 6·3) / 10, variance
 * (4·1,44 + 6·0,64) / 10 · 5/4. */
static void weighs_shares_and_means(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Files files = sound_files();
    files.description =
        edited(arena, description_text, "unused: [Navn]", "weight: Navn");
    Buffer export = buffer_in(arena);
    buffer_c(&export, HEADINGS);
    for (int i = 0; i < 4; i++)
        buffer_c(&export, "1,1,Vågå,Næringsliv,Uenig,Enig,\n");
    buffer_c(&export, "5,\"6,0\",Vågå,Næringsliv,Enig,Enig,\n");
    files.export = buffer_text(&export);
    Round round;
    read_one(arena, &files, &round);
    Slice slice;
    slice_cut(arena, plan_make(arena, &round.survey, NULL), &round.survey, NULL, 1,
              true, &slice);
    static const struct {
        const char *name;
        Statistic statistic;
        double want;
    } figures[] = {
        {"n",         STATISTIC_N,        5        },
        { "answered", STATISTIC_ANSWERED, 5        },
        { "mean",     STATISTIC_MEAN,     2.2      },
        { "median",   STATISTIC_MEDIAN,   3        },
        { "agree",    STATISTIC_AGREE,    0.6      },
        { "disagree", STATISTIC_DISAGREE, 0.4      },
        { "sd",       STATISTIC_SD,       1.0954451},
        { "unsure",   STATISTIC_UNSURE,   0        },
    };
    for (size_t i = 0; i < ROW_COUNT(figures); i++) {
        Query query = { .statistic = figures[i].statistic, .group = GROUP_ALL };
        Figure got = figure_find(&slice, query);
        if (!figure_is_shown(got) || fabs(got.value - figures[i].want) > 1e-6)
            fail_msg("%s: got %f, want %f", figures[i].name, got.value,
                     figures[i].want);
    }
    arena_free(arena);
}

static void refuses_wrong_weights(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Files files = sound_files();
    files.description =
        edited(arena, description_text, "unused: [Navn]", "weight: Navn");
    files.export = S(HEADINGS "1,0,Vågå,Næringsliv,Uenig,Enig,\n"
                              "2,,Vågå,Næringsliv,Uenig,Enig,\n");
    expect_messages("weights", &files, false,
                    "export.csv: row 2, column \"Navn\": "
                    "\"0\" is not a weight\n"
                    "  write a number above 0\n"
                    "export.csv: row 3, column \"Navn\": \"\" is not a weight\n"
                    "  write a number above 0\n");
    arena_free(arena);
}

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    static const char *const names[] = { "survey.yaml", "kommuner.csv", "inviterte.csv",
                                         "export.csv" };
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(names); i++)
        unlink(str_c(arena, in_folder(arena, names[i])));
    arena_free(arena);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_wrong_exports),
        cmocka_unit_test(reports_wrong_descriptions),
        cmocka_unit_test(reports_wrong_registers),
        cmocka_unit_test(accepts_what_is_sound),
        cmocka_unit_test(reads_answers_as_steps),
        cmocka_unit_test(cleans_open_answers),
        cmocka_unit_test(leaves_respondents_out),
        cmocka_unit_test(warns_when_nothing_was_left_out),
        cmocka_unit_test(weighs_shares_and_means),
        cmocka_unit_test(refuses_wrong_weights),
    };
    return cmocka_run_group_tests_name("survey", tests, set_up, tear_down);
}
