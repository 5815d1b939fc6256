/* pdf_object.h - the file as numbered objects, written by hand over libharu.
 * libharu owns the document, its page tree, its outline and the table of objects. What
 * it cannot say (marked content, fonts addressed by glyph, object streams) is a raw
 * body: the text between "<<" and ">>", which we print. */
#ifndef RENDER_PDF_OBJECT_H
#define RENDER_PDF_OBJECT_H
#include "base/buffer.h"

typedef int PdfId; /* number of an indirect object; its generation is always 0 */

/* An object as it is to be written. */
typedef struct PdfObject {
    Str body, data;
    bool is_stream;
    bool is_raw; /* else libharu knows how: there is no body */
} PdfObject;

typedef struct PdfFile {
    Arena *arena;   /* lives as long as the file */
    Arena *scratch; /* temporaries, by mark and rewind */
    void *haru;     /* libharu's document, an HPDF_Doc */
    struct libdeflate_compressor *compressor;
    Buffer catalog, info;   /* entries added to these two dictionaries */
    VEC(PdfObject) objects; /* by number, as far as the last that is raw */
} PdfFile;

/* NULL when libharu cannot start. One file at a time on a thread: libharu's allocator
 * has no argument that could tell two apart. */
PdfFile *pdf_file_new(void);
void pdf_file_free(PdfFile *file);

/* libharu keeps its first error and refuses work from then on; 0 when all is well. */
unsigned long pdf_file_error(const PdfFile *file);

/* The number is known at once, so that others can refer to it; the body may come any
 * time before the file is saved. Bodies are borrowed and must live in file->arena. */
PdfId pdf_object_reserve(PdfFile *file);
void pdf_object_fill(PdfFile *file, PdfId id, Str body);
PdfId pdf_object_add(PdfFile *file, Str body);

PdfObject pdf_object_at(const PdfFile *file, PdfId id);

typedef enum PdfPacking { PDF_DEFLATE, PDF_AS_IS } PdfPacking;

/* The data are compressed or copied; Length and Filter are added to the body. */
PdfId pdf_object_add_stream(PdfFile *file, Str body, Str data, PdfPacking packing);

/* zlib format (RFC 1950), in file->arena. */
Str pdf_object_deflate(PdfFile *file, Str data);

PdfId pdf_page_add(PdfFile *file); /* 0 when libharu cannot */
/* The operators, which are copied, and further entries of the page's dictionary. */
void pdf_page_fill(PdfFile *file, PdfId page, Str content, Str body);

/* A node of the outline, below `parent` (0: outermost). */
PdfId pdf_outline_add(PdfFile *file, PdfId parent, Str body);

typedef struct PdfDigest {
    uint8_t bytes[16];
} PdfDigest;

/* MD5 (RFC 1321). */
PdfDigest pdf_digest(Str bytes);

/* The same of bytes that come in parts. */
typedef struct PdfDigesting PdfDigesting;
PdfDigesting *pdf_digest_begin(Arena *arena);
void pdf_digest_add(PdfDigesting *digesting, Str part);
PdfDigest pdf_digest_end(PdfDigesting *digesting);

#endif
