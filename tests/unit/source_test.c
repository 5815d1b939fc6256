/* Files as survey tools and spreadsheets write them: encodings, delimiters, line ends.
 */
#include "survey/survey.h"

#include "base/file.h"
#include "expect.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/lysark-source-XXXXXX";

#define TEXT(literal)                                                                  \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }

/* Rows as lines "NUMBER: cell|cell". */
static bool write_row(void *context, int row, const Str *cells, int count)
{
    Buffer *out = context;
    buffer_format(out, "%d: ", row);
    for (int i = 0; i < count; i++)
        buffer_format(out, "%s%.*s", i ? "|" : "", STR_ARG(cells[i]));
    buffer_char(out, '\n');
    return true;
}

/* What was read, and the messages below it. */
static Str read_source(Arena *arena, const SourceOptions *options, SourceFormat *format)
{
    Diags diags = diags_in(arena);
    Buffer out = buffer_in(arena);
    Arena *scratch = arena_new();
    bool is_good = source_read(scratch, options, write_row, &out, format, &diags);
    arena_free(scratch);
    assert_int_equal(is_good, !diag_has_errors(&diags));
    for (int i = 0; i < diags.list.count; i++) {
        Place place = diags.list.at[i].place;
        if (place.row)
            buffer_format(&out, "row %d, %.*s: ", place.row, STR_ARG(place.heading));
        buffer_format(&out, "%.*s\n", STR_ARG(diags.list.at[i].message));
    }
    return buffer_text(&out);
}

static SourceOptions in_file(Arena *arena, const char *name, Str bytes)
{
    Diags diags = diags_in(arena);
    Str path = str_format(arena, "%s/%s", folder, name);
    assert_true(file_write(path, bytes, &diags));
    return (SourceOptions){ .path = path };
}

/* clang-format off */
static const struct {
    const char *name;
    Str bytes;
    const char *want;
} guesses[] = {
    { "UTF-8, commas", TEXT("Å,b\n1,ø\n"),
      "1: Å|b\n2: 1|ø\nread as UTF-8, commas\n" },
    { "UTF-8 with a mark", TEXT("\xEF\xBB\xBF" "Å;b\r\n1;ø\r\n"),
      "1: Å|b\n2: 1|ø\nread as UTF-8, semicolons\n" },
    { "a mark before a quoted heading", TEXT("\xEF\xBB\xBF\"a;b\";c\r\n1;2\r\n"),
      "1: a;b|c\n2: 1|2\nread as UTF-8, semicolons\n" },
    { "UTF-16 little-endian", TEXT("\xFF\xFE\xC5\0\t\0b\0\r\0\n\0001\0\t\0\x3D\xD8\x00\xDE\n\0"),
      "1: Å|b\n2: 1|😀\nread as UTF-16LE, tabs\n" },
    { "UTF-16 big-endian", TEXT("\xFE\xFF\0\xC5\0,\0b\0\n\0001\0,\0\xF8\0\n"),
      "1: Å|b\n2: 1|ø\nread as UTF-16BE, commas\n" },
    { "UTF-16 without a mark", TEXT("a\0;\0b\0\n\0001\0;\0\xF8\0\n\0"),
      "1: a|b\n2: 1|ø\nread as UTF-16LE, semicolons\n" },
    { "Windows-1252", TEXT("Sp\xF8rsm\xE5l;Svar\r\n1;\x93\xE6rlig\x94 \x96 5 \x80\r\n"),
      "1: Spørsmål|Svar\n2: 1|“ærlig” – 5 €\nread as Windows-1252, semicolons\n" },
    { "Mac Roman, bare CR", TEXT("Sp\xBFrsm\x8Cl;Svar\r1;\xBErlig \xAFst\r"),
      "1: Spørsmål|Svar\n2: 1|ærlig Øst\nread as Mac Roman, semicolons\n" },
    { "ISO 8859-15 by its euro sign", TEXT("Sp\xF8rsm\xE5l;Svar\n1;5 \xA4\n"),
      "1: Spørsmål|Svar\n2: 1|5 €\n"
      "it is not certain how to read the file: as ISO 8859-15, semicolons\n" },
    { "letters of no known place", TEXT("a;b\n1;b\x9Bker\n2;m\x9Bter\n"),
      "1: a|b\n2: 1|b›ker\n3: 2|m›ter\n"
      "it is not certain how to read the file: as Windows-1252, semicolons\n" },
    { "vertical bars", TEXT("a|b\n1|2,5\n"), "1: a|b\n2: 1|2,5\nread as UTF-8, vertical bars\n" },
    { "commas inside headings", TEXT("a, b;c, d, e;f\n1;2;3\n"),
      "1: a, b|c, d, e|f\n2: 1|2|3\nread as UTF-8, semicolons\n" },
    { "semicolons inside quotes", TEXT("a,\"b;c;d\"\n1,\"x;y;\"\n"),
      "1: a|b;c;d\n2: 1|x;y;\nread as UTF-8, commas\n" },
    { "two delimiters, neither of them better", TEXT("a,b;c\n1,2;3\n"),
      "1: a|b;c\n2: 1|2;3\n"
      "it is not certain how to read the file: as UTF-8, commas\n" },
    { "one column", TEXT("a\n1\n"), "1: a\n2: 1\nread as UTF-8, commas\n" },
    { "line breaks in cells", TEXT("a,b\r\n1,\"x\ny\"\r\n2,\"x\r\ny\"\r\n"),
      "1: a|b\n2: 1|x\ny\n3: 2|x\r\ny\nread as UTF-8, commas\n" },
    { "formulas are text", TEXT("a,b\n=1+1,@SUM(A1)\n+47,-1\n"),
      "1: a|b\n2: =1+1|@SUM(A1)\n3: +47|-1\nread as UTF-8, commas\n" },
    { "a line for Excel that names the delimiter", TEXT("sep=;\r\na,b;c\r\n1;2\r\n"),
      "1: a,b|c\n2: 1|2\nread as UTF-8, semicolons\n" },
    { "such a line behind a mark", TEXT("\xEF\xBB\xBFsep=\t\na,b\tc\n1\t2\n"),
      "1: a,b|c\n2: 1|2\nread as UTF-8, tabs\n" },
    { "a heading like it", TEXT("sep=x,b\n1,2\n"),
      "1: sep=x|b\n2: 1|2\nread as UTF-8, commas\n" },
    { "two marks", TEXT("\xEF\xBB\xBF\xEF\xBB\xBF" "a;b\n1;2\n"),
      "1: a|b\n2: 1|2\nread as UTF-8, semicolons\n" },
    { "rows of empty cells", TEXT("a;b\n1;2\n;\n \t;\n3;4\n;\n"),
      "1: a|b\n2: 1|2\n5: 3|4\nread as UTF-8, semicolons\n" },
    { "a title above the headings", TEXT("Rapport;;\n;;\nDato:;1.2.;\na;b;c\n1;2;3\n"),
      "4: a|b|c\n5: 1|2|3\nread as UTF-8, semicolons\n"
      "row 4, : the headings are taken from this row; above it stands \"Rapport\"\n" },
    { "one column is no title", TEXT("a\nb\nc\n"), "1: a\n2: b\n3: c\nread as UTF-8, commas\n" },
    { "nothing", TEXT(""), "" },
    { "only a mark", TEXT("\xEF\xBB\xBF"), "" },
    { "blank lines count", TEXT("a,b\n\n\n1,2"), "1: a|b\n4: 1|2\nread as UTF-8, commas\n" },
    { "mixed encodings", TEXT("\xC3\x85r,b\n1,\xC3\xB8\n2,m\xF8te\n"),
      "1: År|b\n2: 1|ø\nread as UTF-8, commas\n"
      "row 3, b: the file mixes encodings: the byte 0xF8 in this cell is not UTF-8, as other "
      "cells are\n" },
#define SIXTY "123456789012345678901234567890123456789012345678901234567890"
#define THOUSANDS SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY
    { "a row beyond the first room for it", TEXT("a,b,c\nx," THOUSANDS "," THOUSANDS "\n"),
      "1: a|b|c\n2: x|" THOUSANDS "|" THOUSANDS "\nread as UTF-8, commas\n" },
    { "NUL", TEXT("a,b\n1,x\0y\n"),
      "1: a|b\nread as UTF-8, commas\nrow 2, b: the cell holds a NUL byte\n" },
    { "half a character at the end", TEXT("\xFF\xFE" "a\0,\0b\0\n\0001\0,\0002"),
      "1: a|b\nread as UTF-16LE, commas\nrow 2, b: the cell is not valid UTF-16LE: byte 0x32\n" },
    { "an open quotation mark", TEXT("a,b\n1,\"x\n2,y\n"),
      "1: a|b\nread as UTF-8, commas\nrow 2, b: the quotation mark that opens this cell is not "
      "closed\n" },
};
/* clang-format on */

static void guesses_the_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(guesses); i++) {
        Arena *arena = arena_new();
        SourceOptions options = in_file(arena, "guess.csv", guesses[i].bytes);
        SourceFormat format = { 0 };
        expect_str(guesses[i].name, read_source(arena, &options, &format),
                   guesses[i].want);
        arena_free(arena);
    }
}

static const struct {
    const char *name;
    Str bytes;
    SourceFormat want;
} formats[] = {
    {"LF",
     TEXT("a,b\n1,2\n"),
     { .kind = SOURCE_TEXT, .delimiter = ',', .line_end = LINE_END_LF }  },
    { "CR LF",
     TEXT("\"a\nb\";c\r\n1;2\r\n"),
     { .kind = SOURCE_TEXT, .delimiter = ';', .line_end = LINE_END_CRLF }},
    { "CR",
     TEXT("a\tb\r1\t2\r"),
     { .kind = SOURCE_TEXT, .delimiter = '\t', .line_end = LINE_END_CR } },
    { "mark",
     TEXT("\xEF\xBB\xBF"
           "a,b"),
     { .kind = SOURCE_TEXT, .delimiter = ',', .has_mark = true }         },
};

static void tells_what_it_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(formats); i++) {
        Arena *arena = arena_new();
        SourceOptions options = in_file(arena, "format.csv", formats[i].bytes);
        SourceFormat format = { 0 };
        read_source(arena, &options, &format);
        expect_int(formats[i].name, format.delimiter, formats[i].want.delimiter);
        expect_int(formats[i].name, (long)format.line_end,
                   (long)formats[i].want.line_end);
        expect_int(formats[i].name, format.has_mark, formats[i].want.has_mark);
        expect_int(formats[i].name, format.is_certain, true);
        arena_free(arena);
    }
}

/* What is stated wins, also where a guess would be another. */
static void follows_the_description(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    SourceOptions options = in_file(arena, "stated.csv", S("a;b,c\n1;\x8C,2\n"));
    options.encoding = ENCODING_MAC_ROMAN;
    options.delimiter = ',';
    SourceFormat format;
    expect_str("stated", read_source(arena, &options, &format), "1: a;b|c\n2: 1;å|2\n");
    options.encoding = ENCODING_UTF8;
    expect_str("stated wrongly", read_source(arena, &options, &format),
               "1: a;b|c\nrow 2, a;b: the cell is not valid UTF-8: byte 0x8C\n");
    arena_free(arena);
}

/* Characters that blocks cut in two, and a cell larger than a block. */
static void reads_across_blocks(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    enum { PAIRS = 200000 };
    Buffer utf8 = buffer_in(arena), utf16 = buffer_in(arena);
    buffer_c(&utf8, "a;b\n1;x");
    buffer_put(&utf16,
               "\xFF\xFE"
               "a\0;\0b\0\n\0001\0;\0x\0",
               16);
    for (int i = 0; i < PAIRS; i++) {
        buffer_c(&utf8, "😀ø");
        buffer_put(&utf16, "\x3D\xD8\x00\xDE\xF8\0", 6);
    }
    SourceFormat format;
    SourceOptions options = in_file(arena, "long.csv", buffer_text(&utf8));
    Str from_utf8 = read_source(arena, &options, &format);
    options = in_file(arena, "long.csv", buffer_text(&utf16));
    Str from_utf16 = read_source(arena, &options, &format);
    assert_int_equal(format.encoding, ENCODING_UTF16LE);
    size_t rows = (size_t)PAIRS * 6 + strlen("1: a|b\n2: 1|x\n");
    assert_true(
        str_equal(str_slice(from_utf8, 0, rows), str_slice(from_utf16, 0, rows)));
    assert_true(str_starts(str_slice(from_utf8, rows, from_utf8.len), S("read as")));
    arena_free(arena);
}

static void refuses_giant_cells(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    size_t size = (size_t)17 << 20;
    char *bytes = arena_alloc(arena, size);
    memset(bytes, 'x', size);
    Str start = S("a,b\n1,\"");
    memcpy(bytes, start.at, start.len);
    SourceOptions options = in_file(arena, "giant.csv", (Str){ bytes, size });
    SourceFormat format;
    expect_str("17 MB", read_source(arena, &options, &format),
               "1: a|b\nread as UTF-8, commas\n"
               "row 2, b: the cell is larger than 16 MiB\n");
    arena_free(arena);
}

/* clang-format off */
static const struct {
    const char *name, *sheet, *want;
} workbooks[] = {
    { "forms", "",
      "1: ID|Starttidspunkt|Fullføringstidspunkt|E-postadresse|Navn|Hvilken kommune?|Hva er "
      "du?|Kommunen yter god service\n"
      "2: 1|2024-10-28 09:13:06|2024-10-28 09:18:00|anonymous||Østre Toten|"
      "Næringsliv;Gründer;|Helt enig\n"
      "3: 2|2024-10-29 12:00:00|2024-10-29 18:00:00|anonymous||Vågå|Ansatt;\n"
      "read as a workbook, sheet \"Sheet1\"\n" },
    { "shared", "Sheet1",
      "1: Spørsmål|Tall|Dag|Ja\n2: Helt enig|0.1|2024-10-28|TRUE\n"
      "3: to\r\nlinjer & «tegn» 😀|3.5|06:00:00|FALSE\n4: ab|#N/A|=1+1\n" },
    { "sheets", "Svar & tall", "1: c\n2: 1904-01-02\n" },
    { "sheets", "", "1: a|b\n2: 1|2\nread as a workbook, sheet \"Om\"\n" },
    { "sheets", "Svar", "there is no sheet \"Svar\" in the workbook\n" },
    { "prefixed", "Sheet1", "1: a\n2: 1\n" },
    { "empty", "", "" },
    { "two-tables", "Sheet1",
      "1: a|b\n2: 1|2\n5: c|d\n6: 3|4\n"
      "row 5, : there are empty rows above this one: a second table on the sheet?\n" },
    { "side-by-side", "Sheet1",
      "1: a||c\n2: 1||3\nrow 1, : column 2 has no heading: a second table beside the "
      "first?\n" },
    { "entities", "",
      "the workbook is damaged: \"xl/worksheets/sheet1.xml\" in it is not what a "
      "spreadsheet writes\n" },
    { "bomb", "Sheet1",
      "the workbook is damaged: \"xl/worksheets/sheet1.xml\" in it unpacks to more "
      "than 250 times its size\n" },
    { "no-text", "",
      "row 1, : the workbook is damaged: a cell names a text that is not there\n" },
    { "out-of-order", "Sheet1",
      "row 3, : the workbook is damaged: its rows are not in order\n" },
    { "cut", "", "the workbook is damaged: it is no complete ZIP archive\n" },
    { "locked", "", "the workbook is locked with a password\n" },
    { "cover", "", "1: a|b|c\n2: 1|2|3\n3: 4|5|6\nread as a workbook, sheet \"Svar\"\n" },
    { "cover", "Forside",
      "1: Rapport\n3: Laget av|Kari\n"
      "row 3, : there are empty rows above this one: a second table on the sheet?\n" },
    { "title", "Sheet1",
      "4: a|b|c\n5: 1|2\n6: 4|5|6\n"
      "row 4, : the headings are taken from this row; above it stands \"Undersøkelsen "
      "2025\"\n" },
    { "rows-in-rows", "Sheet1",
      "row 2, : the workbook is damaged: its rows are not in order\n" },
    { "phonetic", "Sheet1", "1: Kommune\n" },
};
/* clang-format on */

static const struct {
    const char *name;
    Str bytes;
    const char *want;
} foreign[] = {
    {"PDF",               TEXT("%PDF-1.7\n"),                                    "the file is a PDF, no table of answers\n"      },
    { "SPSS",             TEXT("$FL2@(#) SPSS DATA FILE"),
     "the file is a file of SPSS, no table of answers\n"                                                                         },
    { "picture",          TEXT("\x89PNG\r\n"),                                   "the file is a picture, no table of answers\n"  },
    { "web page as .xls", TEXT("\r\n<HTML><table>"),
     "the file is a web page, no table of answers\n"                                                                             },
    { "XML workbook",     TEXT("\xEF\xBB\xBF<?xml version=\"1.0\"?><Workbook>"),
     "the file is an XML file, no table of answers\n"                                                                            },
    { "JSON",             TEXT("[{\"id\": 1}]"),                                 "the file is a JSON file, no table of answers\n"},
    { "gzip",             TEXT("\x1F\x8B\x08"),
     "the file is a compressed file, no table of answers\n"                                                                      },
};

static void says_what_is_given_by_mistake(void **state)
{
    (void)state;
    static const struct {
        const char *file, *want;
    } files[] = {
        {"old.xls",       "the file is of an Excel before 2007 (.xls)\n"          },
        { "calc.ods",
         "the file is a document of LibreOffice (.ods), no table of answers\n"    },
        { "letter.docx",  "the file is a document of Word, no table of answers\n" },
        { "unpacked.zip", "the file is a ZIP archive with \"dataset.csv\" in it\n"},
        { "other.zip",    "the file is a ZIP archive, no table of answers\n"      },
    };
    Arena *arena = arena_new();
    SourceFormat format;
    for (size_t i = 0; i < ROW_COUNT(foreign); i++) {
        SourceOptions options = in_file(arena, "foreign.csv", foreign[i].bytes);
        expect_str(foreign[i].name, read_source(arena, &options, &format),
                   foreign[i].want);
    }
    for (size_t i = 0; i < ROW_COUNT(files); i++) {
        SourceOptions options = { .path = str_format(arena, "tests/unit/data/%s",
                                                     files[i].file) };
        expect_str(files[i].file, read_source(arena, &options, &format), files[i].want);
    }
    arena_free(arena);
}

static void reads_workbooks(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(workbooks); i++) {
        Arena *arena = arena_new();
        Str path = str_format(arena, "tests/unit/data/%s.xlsx", workbooks[i].name);
        SourceOptions options = { .path = path,
                                  .sheet = str_from_c(workbooks[i].sheet) };
        SourceFormat format;
        expect_str(workbooks[i].name, read_source(arena, &options, &format),
                   workbooks[i].want);
        arena_free(arena);
    }
}

typedef struct Round {
    Description description;
    Register reg;
    Survey survey;
} Round;

static void read_round(Arena *arena, const char *export, Round *out)
{
    Diags diags = diags_in(arena);
    Place place = { 0 };
    assert_true(description_read(arena, S("data/undersokelse-2024.yaml"), place,
                                 &out->description, &diags));
    if (export)
        out->description.export = (SourceOptions){ .path = str_from_c(export) };
    assert_true(register_read(arena, &out->description, &out->reg, &diags));
    assert_true(survey_read(arena, &out->description, &out->reg, &out->survey, &diags));
}

/* Whether a text is the other with each UTF-16 unit that Windows-1252 lacks as "?". */
static bool is_same_text(Str full, Str text, bool is_reduced)
{
    if (!is_reduced)
        return str_equal(full, text);
    size_t at = 0, in_text = 0;
    while (at < full.len) {
        size_t start = at, len;
        uint32_t c = utf8_next(full, &at);
        len = at - start;
        if (str_equal(str_slice(full, start, at),
                      str_slice(text, in_text, in_text + len))) {
            in_text += len;
            continue;
        }
        for (int units = c > 0xFFFF ? 2 : 1; units > 0; units--)
            if (in_text >= text.len || text.at[in_text++] != '?')
                return false;
    }
    return in_text == text.len;
}

static const struct {
    const char *path;
    bool is_reduced; /* to the characters of Windows-1252 */
} variants[] = {
    {"data/variants/undersokelse-2024.utf8bom-komma.csv",     false},
    { "data/variants/undersokelse-2024.utf16le-tab.txt",      false},
    { "data/variants/undersokelse-2024.cp1252-semikolon.csv", true },
};

static void expect_equal_rounds(const char *name, const Round *full, const Round *other,
                                bool is_reduced)
{
    const Survey *a = &full->survey, *b = &other->survey;
    size_t count = (size_t)a->respondent_count;
    expect_int(name, b->respondent_count, a->respondent_count);
    assert_memory_equal(a->units, b->units, count * sizeof *a->units);
    assert_memory_equal(a->groups, b->groups, count * sizeof *a->groups);
    for (int i = 0; i < full->description.statement_count; i++)
        assert_memory_equal(a->answers[i], b->answers[i], count);
    for (int i = 0; i < full->description.question_count; i++) {
        expect_int(name, b->open_counts[i], a->open_counts[i]);
        for (int j = 0; j < a->open_counts[i]; j++) {
            expect_int(name, b->open[i][j].respondent, a->open[i][j].respondent);
            if (!is_same_text(a->open[i][j].text, b->open[i][j].text, is_reduced))
                fail_msg("%s: got \"%.*s\", want \"%.*s\"", name,
                         STR_ARG(b->open[i][j].text), STR_ARG(a->open[i][j].text));
        }
    }
}

static void reads_the_same_answers(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Round full;
    read_round(arena, NULL, &full);
    assert_int_equal(full.survey.respondent_count, 1781);
    for (size_t i = 0; i < ROW_COUNT(variants); i++) {
        Round round;
        read_round(arena, variants[i].path, &round);
        expect_equal_rounds(variants[i].path, &full, &round, variants[i].is_reduced);
    }
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
    static const char *const names[] = { "guess.csv", "format.csv", "stated.csv",
                                         "long.csv",  "giant.csv",  "foreign.csv" };
    Arena *arena = arena_new();
    for (size_t i = 0; i < ROW_COUNT(names); i++)
        unlink(str_c(arena, str_format(arena, "%s/%s", folder, names[i])));
    arena_free(arena);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guesses_the_form),
        cmocka_unit_test(tells_what_it_found),
        cmocka_unit_test(follows_the_description),
        cmocka_unit_test(reads_across_blocks),
        cmocka_unit_test(refuses_giant_cells),
        cmocka_unit_test(reads_workbooks),
        cmocka_unit_test(says_what_is_given_by_mistake),
        cmocka_unit_test(reads_the_same_answers),
    };
    return cmocka_run_group_tests_name("source", tests, set_up, tear_down);
}
