#include "survey/foreign.h"

#include "base/messages.h"

static const char SAVE_AS[] =
    MESSAGE("open it in a spreadsheet and save it as .xlsx or as CSV");
static const char EXPORT[] =
    MESSAGE("export the answers from the survey tool as .xlsx or CSV");

typedef struct Form {
    const char *start;
    const char *name, *hint;
} Form;

/* As far as they are likely to lie beside an export. */
static const Form BINARY[] = {
    {"%PDF-",         MESSAGE("a PDF"),                      EXPORT},
    { "{\\rtf",       MESSAGE("a text of a word processor"), EXPORT},
    { "$FL2",         MESSAGE("a file of SPSS"),             EXPORT},
    { "$FL3",         MESSAGE("a file of SPSS"),             EXPORT},
    { "<stata_dta>",  MESSAGE("a file of Stata"),            EXPORT},
    { "\x89PNG",      MESSAGE("a picture"),                  EXPORT},
    { "\xFF\xD8\xFF", MESSAGE("a picture"),                  EXPORT},
    { "\x1F\x8B",     MESSAGE("a compressed file"),
     MESSAGE("unpack it, and use the file that is in it")          },
    { "7z\xBC\xAF",   MESSAGE("a compressed file"),
     MESSAGE("unpack it, and use the file that is in it")          },
};

/* As text, without regard to case. */
static const Form TEXT[] = {
    {"<!doctype html", MESSAGE("a web page"),  SAVE_AS},
    { "<html",         MESSAGE("a web page"),  SAVE_AS},
    { "<table",        MESSAGE("a web page"),  SAVE_AS},
    { "<?xml",         MESSAGE("an XML file"), SAVE_AS},
    { "{\"",           MESSAGE("a JSON file"), EXPORT },
    { "[{",            MESSAGE("a JSON file"), EXPORT },
};

static void refuse(Str path, const char *name, const char *hint, Diags *diags)
{
    diag_error(diags, (Place){ .file = path }, "the file is %s, no table of answers",
               message_text(name));
    diag_hint(diags, "%s", message_text(hint));
}

static bool starts_alike(Str text, const char *start)
{
    size_t i = 0;
    for (; start[i]; i++) {
        char c = i < text.len ? text.at[i] : 0;
        if ((c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) != start[i])
            return false;
    }
    return true;
}

/* [MS-OFFCRYPTO] 2.3.4.4: a locked workbook is a stream of this name, in UTF-16LE. */
static bool is_locked(FileStream *stream, Str start, Diags *diags)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    Str needle = { name, sizeof name };
    for (Str block = start; block.len >= needle.len;) {
        if (str_find(block, needle) >= 0)
            return true;
        size_t keep = needle.len;
        if (!file_next(stream, keep, &block, diags) || block.len <= keep)
            return false;
    }
    return false;
}

/* Compound files, [MS-CFB] 2.2: a locked workbook, or what Office wrote before 2007. */
static void refuse_compound(FileStream *stream, Str start, Diags *diags)
{
    Place place = { .file = stream->path };
    if (is_locked(stream, start, diags)) {
        diag_error(diags, place, "the workbook is locked with a password");
        diag_hint(diags, "open it in a spreadsheet, take the password off and save it");
    } else {
        diag_error(diags, place, "the file is of an Excel before 2007 (.xls)");
        diag_hint(diags, "%s", message_text(SAVE_AS));
    }
}

bool foreign_refuse(FileStream *stream, Str start, Diags *diags)
{
    for (size_t i = 0; i < sizeof BINARY / sizeof *BINARY; i++)
        if (str_starts(start, str_from_c(BINARY[i].start))) {
            refuse(stream->path, BINARY[i].name, BINARY[i].hint, diags);
            return true;
        }
    if (str_starts(start, S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))) {
        refuse_compound(stream, start, diags);
        return true;
    }
    Str text = str_trim(start);
    for (size_t i = 0; i < sizeof TEXT / sizeof *TEXT; i++)
        if (starts_alike(text, TEXT[i].start)) {
            refuse(stream->path, TEXT[i].name, TEXT[i].hint, diags);
            return true;
        }
    return false;
}

static bool has_name(const Str *names, int count, const char *wanted)
{
    for (int i = 0; i < count; i++)
        if (str_equal_c(names[i], wanted))
            return true;
    return false;
}

void foreign_refuse_archive(Str path, const Str *names, int count, Diags *diags)
{
    static const Form office[] = {
        {"content.xml",           MESSAGE("a document of LibreOffice (.ods)"), SAVE_AS},
        { "xl/workbook.bin",      MESSAGE("a binary workbook (.xlsb)"),        SAVE_AS},
        { "Index/Document.iwa",   MESSAGE("a document of Numbers"),            SAVE_AS},
        { "word/document.xml",    MESSAGE("a document of Word"),               EXPORT },
        { "ppt/presentation.xml", MESSAGE("a presentation"),                   EXPORT },
    };
    for (size_t i = 0; i < sizeof office / sizeof *office; i++)
        if (has_name(names, count, office[i].start)) {
            refuse(path, office[i].name, office[i].hint, diags);
            return;
        }
    for (int i = 0; i < count; i++) {
        if (!str_ends(names[i], S(".csv")) && !str_ends(names[i], S(".xlsx")) &&
            !str_ends(names[i], S(".txt")) && !str_ends(names[i], S(".tsv")))
            continue;
        Str shown = str_shown(diags->arena, names[i], 60);
        diag_error(diags, (Place){ .file = path },
                   "the file is a ZIP archive with \"%.*s\" in it", STR_ARG(shown));
        diag_hint(diags, "unpack it, and use the file that is in it");
        return;
    }
    refuse(path, MESSAGE("a ZIP archive"), EXPORT, diags);
}
