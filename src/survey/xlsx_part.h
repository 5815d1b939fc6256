/* xlsx_part.h - a workbook is a ZIP archive of XML files: its parts, read as a stream
 * of elements. The one place for libzip and expat. Nothing outside the archive is ever
 * opened, and a document type, with which entities come, is refused. */
#ifndef SURVEY_XLSX_PART_H
#define SURVEY_XLSX_PART_H
#include "survey/source.h"

/* A part that unpacks to more than PART_MAX bytes, or to more than RATIO_MAX times what
 * it takes in the archive once it is larger than RATIO_FROM, is refused. */
enum { XLSX_PART_MAX = 1 << 30, XLSX_RATIO_MAX = 250, XLSX_RATIO_FROM = 16 << 20 };

typedef struct XlsxFile XlsxFile;

/* NULL with an error when it is no archive, or one of something else. */
XlsxFile *xlsx_open(Arena *arena, Str path, Diags *diags);
void xlsx_close(XlsxFile *file);

bool xlsx_has_part(const XlsxFile *file, const char *part);

/* What happens to the elements of a part. Names are without prefix; attributes are
 * pairs of name and value, NULL at the end; text comes in pieces. */
typedef struct XlsxHandlers {
    void (*start)(void *context, const char *name, const char **attributes);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, Str text); /* may be NULL */
} XlsxHandlers;

/* False with an error when the part is not there or damaged, and false when a handler
 * has called xlsx_stop. */
bool xlsx_parse(XlsxFile *file, const char *part, const XlsxHandlers *handlers,
                void *context);
/* The same without errors, for a look ahead: false when the part is damaged. */
bool xlsx_try(XlsxFile *file, const char *part, const XlsxHandlers *handlers,
              void *context);
void xlsx_stop(XlsxFile *file);

/* The value, or NULL; the attribute's name is without prefix. */
const char *xlsx_attribute(const char **attributes, const char *name);

#endif
