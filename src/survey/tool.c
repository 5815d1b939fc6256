#include "survey/tool.h"

#include "base/unicode.h"

/* clang-format off */
#define COLUMNS(...) ((const ToolColumn[]){ __VA_ARGS__, { NULL, ROLE_NONE } })

static const Tool TOOLS[] = {
    { "Microsoft Forms", COLUMNS(
        { "id", ROLE_IDENTITY },
        { "starttidspunkt", ROLE_TIME }, { "start time", ROLE_TIME },
        { "fullføringstidspunkt", ROLE_TIME }, { "completion time", ROLE_TIME },
        { "e-postadresse", ROLE_PERSONAL }, { "e-post", ROLE_PERSONAL }, { "email", ROLE_PERSONAL },
        { "navn", ROLE_PERSONAL }, { "name", ROLE_PERSONAL },
        { "tidspunkt for siste endring", ROLE_TIME }, { "last modified time", ROLE_TIME },
        { "språk", ROLE_TECHNICAL }, { "language", ROLE_TECHNICAL }),
      4, 1, ";", NULL },
    { "Qualtrics", COLUMNS(
        { "startdate", ROLE_TIME }, { "enddate", ROLE_TIME }, { "recordeddate", ROLE_TIME },
        { "status", ROLE_TECHNICAL }, { "progress", ROLE_TECHNICAL },
        { "duration (in seconds)", ROLE_TECHNICAL }, { "finished", ROLE_TECHNICAL },
        { "distributionchannel", ROLE_TECHNICAL }, { "userlanguage", ROLE_TECHNICAL },
        { "externalreference", ROLE_PERSONAL }, { "externaldatareference", ROLE_PERSONAL },
        { "responseid", ROLE_IDENTITY }, { "ipaddress", ROLE_PERSONAL },
        { "recipientlastname", ROLE_PERSONAL }, { "recipientfirstname", ROLE_PERSONAL },
        { "recipientemail", ROLE_PERSONAL }, { "locationlatitude", ROLE_PERSONAL },
        { "locationlongitude", ROLE_PERSONAL }, { "q_recaptchascore", ROLE_TECHNICAL }),
      5, 3, ",", NULL },
    { "SurveyMonkey", COLUMNS(
        { "respondent id", ROLE_IDENTITY }, { "respondent-id", ROLE_IDENTITY },
        { "collector id", ROLE_TECHNICAL }, { "samler-id", ROLE_TECHNICAL }, { "innsamler-id", ROLE_TECHNICAL },
        { "start date", ROLE_TIME }, { "startdato", ROLE_TIME },
        { "end date", ROLE_TIME }, { "sluttdato", ROLE_TIME },
        { "ip address", ROLE_PERSONAL }, { "ip-adresse", ROLE_PERSONAL },
        { "email address", ROLE_PERSONAL }, { "e-postadresse", ROLE_PERSONAL },
        { "first name", ROLE_PERSONAL }, { "fornavn", ROLE_PERSONAL },
        { "last name", ROLE_PERSONAL }, { "etternavn", ROLE_PERSONAL },
        { "custom data 1", ROLE_PERSONAL }, { "tilpassede data 1", ROLE_PERSONAL }),
      5, 2, ",", NULL },
    { "LimeSurvey", COLUMNS(
        { "id", ROLE_IDENTITY }, { "response id", ROLE_IDENTITY }, { "svar-id", ROLE_IDENTITY }, { "svar id", ROLE_IDENTITY },
        { "submitdate", ROLE_TIME }, { "date submitted", ROLE_TIME }, { "dato innsendt", ROLE_TIME }, { "innsendingsdato", ROLE_TIME },
        { "startdate", ROLE_TIME }, { "date started", ROLE_TIME }, { "dato startet", ROLE_TIME },
        { "datestamp", ROLE_TIME }, { "date last action", ROLE_TIME }, { "dato for siste handling", ROLE_TIME },
        { "lastpage", ROLE_TECHNICAL }, { "last page", ROLE_TECHNICAL }, { "siste side", ROLE_TECHNICAL },
        { "startlanguage", ROLE_TECHNICAL }, { "start language", ROLE_TECHNICAL }, { "startspråk", ROLE_TECHNICAL },
        { "seed", ROLE_TECHNICAL },
        { "ipaddr", ROLE_PERSONAL }, { "ip address", ROLE_PERSONAL }, { "ip-adresse", ROLE_PERSONAL },
        { "refurl", ROLE_PERSONAL }, { "referrer url", ROLE_PERSONAL },
        { "token", ROLE_PERSONAL }, { "access code", ROLE_PERSONAL }, { "tilgangskode", ROLE_PERSONAL }),
      4, 1, ",", "submitdate" },
    { "SurveyXact", COLUMNS(
        { "key", ROLE_PERSONAL }, { "respondentkey", ROLE_PERSONAL }, { "email", ROLE_PERSONAL }, { "name", ROLE_PERSONAL },
        { "created", ROLE_TIME }, { "modified", ROLE_TIME }, { "starttime", ROLE_TIME }, { "closetime", ROLE_TIME },
        { "difftime", ROLE_TECHNICAL }, { "responsecollectsessions", ROLE_TECHNICAL },
        { "numberofreturnedmail", ROLE_TECHNICAL }, { "importgroup", ROLE_TECHNICAL },
        { "distributionschedule", ROLE_TECHNICAL }, { "digitaldistributionstatus", ROLE_TECHNICAL },
        { "digitaldistributionerrormessage", ROLE_TECHNICAL },
        { "statoverall_1", ROLE_TECHNICAL }, { "statoverall_2", ROLE_TECHNICAL }, { "statoverall_3", ROLE_TECHNICAL },
        { "statoverall_4", ROLE_TECHNICAL }, { "statoverall_5", ROLE_TECHNICAL },
        { "statcreated_1", ROLE_TECHNICAL }, { "statdist_1", ROLE_TECHNICAL }, { "statrecv_1", ROLE_TECHNICAL },
        { "statpartial_1", ROLE_TECHNICAL }, { "statcompleted_1", ROLE_TECHNICAL }),
      4, 1, ",", NULL },
    { "Google Forms", COLUMNS(
        { "tidsmerke", ROLE_TIME }, { "timestamp", ROLE_TIME }, { "tidsstempel", ROLE_TIME },
        { "e-postadresse", ROLE_PERSONAL }, { "email address", ROLE_PERSONAL }, { "brukernavn", ROLE_PERSONAL }, { "username", ROLE_PERSONAL },
        { "poengsum", ROLE_TECHNICAL }, { "score", ROLE_TECHNICAL }),
      1, 1, ", ", NULL },
};

/* Headings that give away what a column is, whichever tool wrote it. */
static const ToolColumn KNOWN[] = {
    { "id", ROLE_IDENTITY }, { "resp_id", ROLE_IDENTITY }, { "respid", ROLE_IDENTITY },
    { "respondent", ROLE_IDENTITY }, { "respondent_id", ROLE_IDENTITY }, { "respondentnr", ROLE_IDENTITY },
    { "løpenummer", ROLE_IDENTITY }, { "nr", ROLE_IDENTITY },
    { "dato", ROLE_TIME }, { "tidspunkt", ROLE_TIME }, { "date", ROLE_TIME }, { "timestamp", ROLE_TIME },
    { "navn", ROLE_PERSONAL }, { "name", ROLE_PERSONAL }, { "fornavn", ROLE_PERSONAL }, { "etternavn", ROLE_PERSONAL },
    { "ditt navn", ROLE_PERSONAL }, { "fullt navn", ROLE_PERSONAL }, { "first name", ROLE_PERSONAL }, { "last name", ROLE_PERSONAL },
    { "e-post", ROLE_PERSONAL }, { "epost", ROLE_PERSONAL }, { "e-postadresse", ROLE_PERSONAL }, { "email", ROLE_PERSONAL },
    { "e-mail", ROLE_PERSONAL }, { "email address", ROLE_PERSONAL }, { "telefon", ROLE_PERSONAL }, { "telefonnummer", ROLE_PERSONAL },
    { "mobil", ROLE_PERSONAL }, { "phone", ROLE_PERSONAL }, { "adresse", ROLE_PERSONAL }, { "fødselsdato", ROLE_PERSONAL },
    { "fødselsnummer", ROLE_PERSONAL }, { "organisasjonsnummer", ROLE_PERSONAL }, { "ip", ROLE_PERSONAL },
    { "ip-adresse", ROLE_PERSONAL }, { "ip address", ROLE_PERSONAL }, { "token", ROLE_PERSONAL },
    { "latitude", ROLE_PERSONAL }, { "longitude", ROLE_PERSONAL }, { "breddegrad", ROLE_PERSONAL }, { "lengdegrad", ROLE_PERSONAL },
    { NULL, ROLE_NONE },
};
/* clang-format on */

enum { TOOL_COUNT = sizeof TOOLS / sizeof *TOOLS };

static Str key_of(Arena *scratch, Str heading)
{
    return unicode_fold(scratch, str_fold_space(scratch, heading));
}

static ToolRole find_role(const ToolColumn *columns, Str key)
{
    for (; columns->heading; columns++)
        if (str_equal_c(key, columns->heading))
            return columns->role;
    return ROLE_NONE;
}

/* Google writes one column of its own only: it must be the first. */
static bool is_written_by(const Tool *tool, const Str *keys, int count)
{
    int found = 0;
    for (int i = 0; i < count; i++)
        found += find_role(tool->columns, keys[i]) != ROLE_NONE;
    return found >= tool->min_match &&
           (tool->min_match > 1 || find_role(tool->columns, keys[0]) == ROLE_TIME);
}

static const Tool *recognise(Arena *scratch, const Str *cells, int count)
{
    ArenaMark mark = arena_mark(scratch);
    Str *keys = arena_array(scratch, (size_t)count, sizeof *keys);
    for (int i = 0; i < count; i++)
        keys[i] = key_of(scratch, cells[i]);
    const Tool *tool = NULL;
    for (int i = 0; i < TOOL_COUNT && !tool; i++)
        if (is_written_by(&TOOLS[i], keys, count))
            tool = &TOOLS[i];
    arena_rewind(scratch, mark);
    return tool;
}

/* Qualtrics' third row is of ids in JSON; a file may have been rid of it. */
static bool is_heading_row(const Headings *headings, const Str *cells)
{
    if (headings->row_count == 0)
        return true;
    if (!headings->tool || headings->row_count >= headings->tool->heading_rows)
        return false;
    return headings->row_count < 2 ||
           str_starts(str_trim(cells[0]), S("{\"ImportId\""));
}

bool headings_take(Arena *arena, Headings *headings, const Str *cells, int count)
{
    if (count == 0 || !is_heading_row(headings, cells))
        return false;
    if (headings->row_count == 0) {
        headings->count = count;
        headings->tool = recognise(arena, cells, count);
    }
    Str *row = arena_array(arena, (size_t)headings->count, sizeof *row);
    for (int i = 0; i < count && i < headings->count; i++)
        row[i] = str_copy(arena, str_fold_space(arena, cells[i]));
    headings->rows[headings->row_count++] = row;
    return true;
}

/* SurveyMonkey writes the question above its first column only. */
static Str carried(const Str *row, int column)
{
    while (column > 0 && row[column].len == 0)
        column--;
    return row[column];
}

static bool is_plain_answer(Str below)
{
    static const char *const words[] = { "",     "Response",   "Open-Ended Response",
                                         "Svar", "Åpent svar", "Ubegrenset svar" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_c(below, words[i]))
            return true;
    return false;
}

Str headings_text(Arena *arena, const Headings *headings, int column)
{
    Str top = headings->rows[0][column];
    if (headings->row_count == 1)
        return top;
    Str below = headings->rows[1][column];
    if (headings->tool->heading_rows == TOOL_HEADING_ROWS)
        return below.len ? below : top;
    top = carried(headings->rows[0], column);
    if (is_plain_answer(below))
        return top;
    return str_format(arena, "%.*s [%.*s]", STR_ARG(top), STR_ARG(below));
}

ToolRole headings_role(Arena *scratch, const Headings *headings, int column)
{
    ArenaMark mark = arena_mark(scratch);
    Str key = key_of(scratch, headings->rows[0][column]);
    ToolRole role =
        headings->tool ? find_role(headings->tool->columns, key) : ROLE_NONE;
    if (role == ROLE_NONE)
        role = find_role(KNOWN, key);
    arena_rewind(scratch, mark);
    return role;
}
