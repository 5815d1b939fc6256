#include "survey/xlsx_part.h"

#include "base/library.h"
#include "base/messages.h"
#include "base/wipe.h"
#include "survey/foreign.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

enum { BLOCK = 1 << 16, DEPTH_MAX = 64 };

/* libzip brings the library of OpenSSL with it: it is loaded for workbooks only. */
#define ZIP_FUNCTIONS(ROW)                                                             \
    ROW(zip_open)                                                                      \
    ROW(zip_discard)                                                                   \
    ROW(zip_name_locate)                                                               \
    ROW(zip_get_num_entries)                                                           \
    ROW(zip_get_name)                                                                  \
    ROW(zip_stat)                                                                      \
    ROW(zip_fopen_index)                                                               \
    ROW(zip_fread)                                                                     \
    ROW(zip_fclose)

typedef struct ZipLibrary {
    ZIP_FUNCTIONS(LIBRARY_MEMBER)
} ZipLibrary;

struct XlsxFile {
    Str path;
    Diags *diags;
    ZipLibrary lib;
    zip_t *zip;
    XML_Parser parser; /* of the part being read */
    const XlsxHandlers *handlers;
    void *context;
    int depth;
    bool has_stopped;
    bool is_refused; /* for its document type or depth */
};

static void refuse(const XlsxFile *file, const char *part, const char *why)
{
    diag_error(file->diags, (Place){ .file = file->path },
               "the workbook is damaged: \"%s\" in it %s", part, message_text(why));
    diag_hint(file->diags, "open it in a spreadsheet and save it anew as .xlsx");
}

static bool open_library(ZipLibrary *lib)
{
#define FUNCTION(name) LIBRARY_FUNCTION(lib, name)
    const LibraryFunction functions[] = {
        ZIP_FUNCTIONS(FUNCTION){NULL, NULL}
    };
#undef FUNCTION
    return library_open(LYSARK_LIBZIP, functions);
}

enum { NAMES_MAX = 1000 };

static bool is_workbook(const XlsxFile *file)
{
    if (file->lib.zip_name_locate(file->zip, "xl/workbook.xml", ZIP_FL_NOCASE) >= 0)
        return true;
    zip_int64_t count = file->lib.zip_get_num_entries(file->zip, 0);
    Str names[NAMES_MAX];
    int known = 0;
    for (zip_int64_t i = 0; i < count && known < NAMES_MAX; i++) {
        Str name = str_from_c(file->lib.zip_get_name(file->zip, (zip_uint64_t)i, 0));
        if (utf8_check(name) == name.len)
            names[known++] = name;
    }
    foreign_refuse_archive(file->path, names, known, file->diags);
    return false;
}

XlsxFile *xlsx_open(Arena *arena, Str path, Diags *diags)
{
    XlsxFile *file = arena_alloc(arena, sizeof *file);
    *file = (XlsxFile){ .path = path, .diags = diags };
    if (!open_library(&file->lib)) {
        diag_error(diags, (Place){ .file = path },
                   "the library libzip, which opens workbooks, is not installed");
        diag_hint(diags, "install it, or save the sheet as \"CSV UTF-8\"");
        return NULL;
    }
    file->zip = file->lib.zip_open(str_c(arena, path), ZIP_RDONLY, NULL);
    if (file->zip && is_workbook(file))
        return file;
    if (file->zip) {
        file->lib.zip_discard(file->zip);
        return NULL;
    }
    diag_error(diags, (Place){ .file = path },
               "the workbook is damaged: it is no complete ZIP archive");
    diag_hint(diags, "fetch it again from where it came from");
    return NULL;
}

void xlsx_close(XlsxFile *file)
{
    wipe_freed(true);
    file->lib.zip_discard(file->zip);
    wipe_freed(false);
}

bool xlsx_has_part(const XlsxFile *file, const char *part)
{
    return file->lib.zip_name_locate(file->zip, part, ZIP_FL_NOCASE) >= 0;
}

static const char *without_prefix(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

void xlsx_stop(XlsxFile *file)
{
    file->has_stopped = true;
    XML_StopParser(file->parser, XML_FALSE);
}

static void refuse_structure(XlsxFile *file)
{
    file->is_refused = true;
    XML_StopParser(file->parser, XML_FALSE);
}

static void on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    XlsxFile *file = context;
    if (++file->depth > DEPTH_MAX)
        refuse_structure(file);
    else if (!file->has_stopped)
        file->handlers->start(file->context, without_prefix(name), attributes);
}

static void on_end(void *context, const XML_Char *name)
{
    XlsxFile *file = context;
    file->depth--;
    if (!file->has_stopped && !file->is_refused)
        file->handlers->end(file->context, without_prefix(name));
}

static void on_text(void *context, const XML_Char *at, int len)
{
    XlsxFile *file = context;
    if (!file->has_stopped && !file->is_refused && file->handlers->text)
        file->handlers->text(file->context, (Str){ at, (size_t)len });
}

static void on_doctype(void *context, const XML_Char *name, const XML_Char *system_id,
                       const XML_Char *public_id, int has_internal_subset)
{
    (void)name;
    (void)system_id;
    (void)public_id;
    (void)has_internal_subset;
    refuse_structure(context);
}

/* NULL, or what is wrong. */
static const char *parse_blocks(XlsxFile *file, zip_file_t *from, zip_uint64_t packed)
{
    zip_uint64_t total = 0;
    for (;;) {
        void *block = XML_GetBuffer(file->parser, BLOCK);
        zip_int64_t len = block ? file->lib.zip_fread(from, block, BLOCK) : -1;
        if (len < 0)
            return MESSAGE("cannot be unpacked");
        total += (zip_uint64_t)len;
        if (total > XLSX_PART_MAX)
            return MESSAGE("unpacks to more than 1 GiB");
        if (total > XLSX_RATIO_FROM && total / XLSX_RATIO_MAX > packed)
            return MESSAGE("unpacks to more than 250 times its size");
        enum XML_Status status = XML_ParseBuffer(file->parser, (int)len, len == 0);
        if (file->is_refused)
            return MESSAGE("is not what a spreadsheet writes");
        if (file->has_stopped)
            return NULL;
        if (status != XML_STATUS_OK)
            return MESSAGE("is not well-formed");
        if (len == 0)
            return NULL;
    }
}

/* NULL, or what is wrong. */
static const char *parse_part(XlsxFile *file, const char *part,
                              const XlsxHandlers *handlers, void *context)
{
    zip_stat_t status;
    zip_file_t *from = NULL;
    if (file->lib.zip_stat(file->zip, part, ZIP_FL_NOCASE, &status) == 0)
        from = file->lib.zip_fopen_index(file->zip, status.index, 0);
    if (!from)
        return MESSAGE("is missing, or locked with a password");
    const char *fault = MESSAGE("cannot be unpacked");
    file->handlers = handlers;
    file->context = context;
    file->depth = 0;
    file->has_stopped = file->is_refused = false;
    static const XML_Memory_Handling_Suite memory = { wipe_malloc, wipe_realloc,
                                                      wipe_free };
    file->parser = XML_ParserCreate_MM(NULL, &memory, NULL);
    if (file->parser) {
        XML_SetUserData(file->parser, file);
        XML_SetElementHandler(file->parser, on_start, on_end);
        XML_SetCharacterDataHandler(file->parser, on_text);
        XML_SetStartDoctypeDeclHandler(file->parser, on_doctype);
        fault = parse_blocks(file, from, status.comp_size);
        XML_ParserFree(file->parser);
    }
    wipe_freed(true);
    file->lib.zip_fclose(from);
    wipe_freed(false);
    return fault;
}

bool xlsx_try(XlsxFile *file, const char *part, const XlsxHandlers *handlers,
              void *context)
{
    return parse_part(file, part, handlers, context) == NULL;
}

bool xlsx_parse(XlsxFile *file, const char *part, const XlsxHandlers *handlers,
                void *context)
{
    file->has_stopped = false;
    const char *fault = parse_part(file, part, handlers, context);
    if (fault)
        refuse(file, part, fault);
    return !fault && !file->has_stopped;
}

const char *xlsx_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(without_prefix(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}
