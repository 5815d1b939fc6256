#include "survey/tool.h"

#include "base/unicode.h"
#include "survey/heading.h"

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
      4, 1, ";" },
    { "Qualtrics", COLUMNS(
        { "startdate", ROLE_TIME }, { "enddate", ROLE_TIME }, { "recordeddate", ROLE_TIME },
        { "status", ROLE_TECHNICAL }, { "progress", ROLE_TECHNICAL },
        { "duration (in seconds)", ROLE_TECHNICAL }, { "finished", ROLE_COMPLETED },
        { "distributionchannel", ROLE_TECHNICAL }, { "userlanguage", ROLE_TECHNICAL },
        { "externalreference", ROLE_PERSONAL }, { "externaldatareference", ROLE_PERSONAL },
        { "responseid", ROLE_IDENTITY }, { "ipaddress", ROLE_PERSONAL },
        { "recipientlastname", ROLE_PERSONAL }, { "recipientfirstname", ROLE_PERSONAL },
        { "recipientemail", ROLE_PERSONAL }, { "locationlatitude", ROLE_PERSONAL },
        { "locationlongitude", ROLE_PERSONAL }, { "q_*", ROLE_TECHNICAL },
        { "*_nps_group", ROLE_TECHNICAL }, { "sc0", ROLE_TECHNICAL }),
      5, 3, "," },
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
      5, 2, "," },
    { "Alchemer", COLUMNS(
        { "response id", ROLE_IDENTITY }, { "time started", ROLE_TIME }, { "date submitted", ROLE_TIME },
        { "status", ROLE_COMPLETED }, { "contact id", ROLE_PERSONAL }, { "legacy comments", ROLE_TECHNICAL },
        { "comments", ROLE_TECHNICAL }, { "language", ROLE_TECHNICAL }, { "referer", ROLE_PERSONAL },
        { "sessionid", ROLE_PERSONAL }, { "user agent", ROLE_PERSONAL }, { "extended referer", ROLE_PERSONAL },
        { "tags", ROLE_TECHNICAL }, { "ip address", ROLE_PERSONAL }, { "longitude", ROLE_PERSONAL },
        { "latitude", ROLE_PERSONAL }, { "country", ROLE_PERSONAL }, { "city", ROLE_PERSONAL },
        { "state/region", ROLE_PERSONAL }, { "postal", ROLE_PERSONAL }),
      8, 1, "," },
    { "LimeSurvey", COLUMNS(
        { "id", ROLE_IDENTITY }, { "response id", ROLE_IDENTITY }, { "svar-id", ROLE_IDENTITY }, { "svar id", ROLE_IDENTITY },
        { "submitdate", ROLE_COMPLETED }, { "date submitted", ROLE_COMPLETED }, { "dato innsendt", ROLE_COMPLETED }, { "innsendingsdato", ROLE_COMPLETED },
        { "startdate", ROLE_TIME }, { "date started", ROLE_TIME }, { "dato startet", ROLE_TIME }, { "dato levert", ROLE_COMPLETED }, { "dato siste handling", ROLE_TIME },
        { "datestamp", ROLE_TIME }, { "date last action", ROLE_TIME }, { "dato for siste handling", ROLE_TIME },
        { "lastpage", ROLE_TECHNICAL }, { "last page", ROLE_TECHNICAL }, { "siste side", ROLE_TECHNICAL },
        { "startlanguage", ROLE_TECHNICAL }, { "start language", ROLE_TECHNICAL }, { "startspråk", ROLE_TECHNICAL },
        { "seed", ROLE_TECHNICAL }, { "frø", ROLE_TECHNICAL }, { "total time", ROLE_TECHNICAL }, { "interviewtime", ROLE_TECHNICAL },
        { "grouptime*", ROLE_TECHNICAL }, { "group time:*", ROLE_TECHNICAL }, { "question time:*", ROLE_TECHNICAL },
        { "ipaddr", ROLE_PERSONAL }, { "ip address", ROLE_PERSONAL }, { "ip-adresse", ROLE_PERSONAL },
        { "refurl", ROLE_PERSONAL }, { "referrer url", ROLE_PERSONAL }, { "henvisende url", ROLE_PERSONAL },
        { "token", ROLE_PERSONAL }, { "access code", ROLE_PERSONAL }, { "tilgangskode", ROLE_PERSONAL }),
      4, 1, "," },
    { "SurveyXact", COLUMNS(
        { "respondentid", ROLE_IDENTITY }, { "survey", ROLE_TECHNICAL }, { "organization", ROLE_TECHNICAL },
        { "key", ROLE_PERSONAL }, { "respondentkey", ROLE_PERSONAL }, { "email", ROLE_PERSONAL }, { "name", ROLE_PERSONAL },
        { "created", ROLE_TIME }, { "modified", ROLE_TIME }, { "starttime", ROLE_TIME }, { "closetime", ROLE_COMPLETED },
        { "difftime", ROLE_TECHNICAL }, { "responsecollectsessions", ROLE_TECHNICAL },
        { "numberofreturnedmail", ROLE_TECHNICAL }, { "importgroup", ROLE_TECHNICAL },
        { "distributionschedule", ROLE_TECHNICAL }, { "digitaldistributionstatus", ROLE_TECHNICAL },
        { "digitaldistributionerrormessage", ROLE_TECHNICAL }, { "lang", ROLE_TECHNICAL },
        { "statinternal_*", ROLE_TECHNICAL }, { "statcompletion_*", ROLE_TECHNICAL }, { "statcreation_*", ROLE_TECHNICAL },
        { "statdistribution_*", ROLE_TECHNICAL }, { "statsource_*", ROLE_TECHNICAL }, { "statcollect_*", ROLE_TECHNICAL },
        { "statoverall_*", ROLE_TECHNICAL }, { "statcreated_*", ROLE_TECHNICAL }, { "statdist_*", ROLE_TECHNICAL },
        { "statrecv_*", ROLE_TECHNICAL }, { "statpartial_*", ROLE_TECHNICAL }, { "statcompleted_*", ROLE_TECHNICAL }),
      4, 1, "," },
    { "Nettskjema", COLUMNS(
        { "$submission_id", ROLE_IDENTITY }, { "$created", ROLE_TIME }, { "$answer_time_ms", ROLE_TECHNICAL },
        { "$respondent*", ROLE_PERSONAL }),
      2, 1, ";" },
    { "Typeform", COLUMNS(
        { "#", ROLE_IDENTITY }, { "response type", ROLE_TECHNICAL }, { "start date (utc)", ROLE_TIME },
        { "stage date (utc)", ROLE_TIME }, { "submit date (utc)", ROLE_COMPLETED }, { "network id", ROLE_PERSONAL },
        { "tags", ROLE_TECHNICAL }, { "ending", ROLE_TECHNICAL }, { "score", ROLE_TECHNICAL }),
      4, 1, "," },
    { "Google Forms", COLUMNS(
        { "tidsmerke", ROLE_TIME }, { "timestamp", ROLE_TIME }, { "tidsstempel", ROLE_TIME },
        { "e-postadresse", ROLE_PERSONAL }, { "email address", ROLE_PERSONAL }, { "brukernavn", ROLE_PERSONAL }, { "username", ROLE_PERSONAL },
        { "poengsum", ROLE_TECHNICAL }, { "score", ROLE_TECHNICAL }),
      1, 1, ", " },
};

/* Headings that give away what a column is, whichever tool wrote it. */
static const ToolColumn KNOWN[] = {
    { "id", ROLE_IDENTITY }, { "resp_id", ROLE_IDENTITY }, { "respid", ROLE_IDENTITY },
    { "respondent", ROLE_IDENTITY }, { "respondent_id", ROLE_IDENTITY }, { "respondentnr", ROLE_IDENTITY },
    { "løpenummer", ROLE_IDENTITY }, { "nr", ROLE_IDENTITY }, { "response id", ROLE_IDENTITY }, { "responseid", ROLE_IDENTITY },
    { "respondent id", ROLE_IDENTITY }, { "respondentid", ROLE_IDENTITY }, { "submission id", ROLE_IDENTITY },
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

/* A star at either end of what is known stands for anything. */
static bool is_like(Str key, Str known)
{
    if (str_ends(known, S("*")))
        return str_starts(key, str_slice(known, 0, known.len - 1));
    if (str_starts(known, S("*")))
        return str_ends(key, str_slice(known, 1, known.len));
    return str_equal(key, known);
}

static ToolRole find_role(const ToolColumn *columns, Str key)
{
    for (const ToolColumn *column = columns; column->heading; column++)
        if (is_like(key, str_from_c(column->heading)))
            return column->role;
    /* LimeSurvey may write the code and the text: «submitdate. Date submitted». */
    long dot = str_find(key, S(". "));
    return dot > 0 ? find_role(columns, str_slice(key, 0, (size_t)dot)) : ROLE_NONE;
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

/* A workbook leaves out empty cells at the end of a row: a later row may be longer. */
static void widen(Arena *arena, Headings *headings, int count)
{
    for (int i = 0; i < headings->row_count && count > headings->count; i++) {
        Str *row = arena_array(arena, (size_t)count, sizeof *row);
        for (int k = 0; k < headings->count; k++)
            row[k] = headings->rows[i][k];
        headings->rows[i] = row;
    }
    if (count > headings->count)
        headings->count = count;
}

bool headings_take(Arena *arena, Headings *headings, const Str *cells, int count)
{
    if (count == 0 || !is_heading_row(headings, cells))
        return false;
    if (headings->row_count == 0)
        headings->tool = recognise(arena, cells, count);
    widen(arena, headings, count);
    Str *row = arena_array(arena, (size_t)headings->count, sizeof *row);
    for (int i = 0; i < count && i < headings->count; i++)
        row[i] = heading_plain(arena, cells[i]);
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

static bool is_one_of(Str text, const char *const *words)
{
    for (; *words; words++)
        if (str_equal_c(text, *words))
            return true;
    return false;
}

static const char *const OPEN_ANSWER[] = { "Open-Ended Response", "Åpent svar",
                                           "Ubegrenset svar", NULL };

static bool is_plain_answer(Str below)
{
    static const char *const words[] = { "", "Response", "Svar", NULL };
    return is_one_of(below, words) || is_one_of(below, OPEN_ANSWER);
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

bool headings_is_open(const Headings *headings, int column)
{
    return headings->row_count == 2 &&
           is_one_of(headings->rows[1][column], OPEN_ANSWER);
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
