#include "render/pdf_object.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <libdeflate.h>
#include <string.h>

/* What a dictionary of libharu carries for us in `attr`. */
typedef struct Raw {
    PdfFile *file;
    Str body;
    Str data; /* of a stream */
} Raw;

/* libharu keeps its own record of a page in `attr`; ours begins with a copy of it. */
typedef struct PageRaw {
    HPDF_PageAttr_Rec haru;
    Str body;
} PageRaw;

enum {
    ID_MASK = 0x00FFFFFF,     /* the rest of obj_id is flags */
    DEFLATE_LEVEL = 5,        /* 12 saves 4 % and takes 25 times as long */
    TABLE_BLOCK_SIZE = 16384, /* entries; lists grow by a constant, copying */
};

/* libharu's allocator has no context argument; this is its only way to our arena. */
static _Thread_local Arena *haru_arena;

static void *haru_alloc(HPDF_UINT size)
{
    return arena_alloc(haru_arena, size);
}

static void haru_free(void *memory)
{
    (void)memory;
}

static HPDF_Doc haru_of(const PdfFile *file)
{
    return file->haru;
}

static HPDF_STATUS write_str(HPDF_Stream stream, Str s)
{
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)s.at, (HPDF_UINT)s.len);
}

static HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const Raw *raw = dictionary->attr;
    return write_str(stream, raw->body);
}

static HPDF_STATUS write_page_body(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const PageRaw *raw = dictionary->attr;
    return write_str(stream, raw->body);
}

static HPDF_STATUS write_catalog(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const PdfFile *file = dictionary->attr;
    return write_str(stream, buffer_text(&file->catalog));
}

static HPDF_STATUS write_info(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const PdfFile *file = dictionary->attr;
    return write_str(stream, buffer_text(&file->info));
}

static HPDF_STATUS write_filter(HPDF_Dict dictionary, HPDF_Stream stream)
{
    (void)dictionary;
    return HPDF_Stream_WriteStr(stream, "/Filter/FlateDecode\n");
}

/* Called after ">>", which is where the data of a stream belong. */
static HPDF_STATUS write_data(HPDF_Dict dictionary)
{
    const Raw *raw = dictionary->attr;
    HPDF_Stream stream = raw->file->output;
    HPDF_STATUS status = HPDF_Stream_WriteStr(stream, "\nstream\n");
    if (status == HPDF_OK)
        status = write_str(stream, raw->data);
    if (status == HPDF_OK)
        status = HPDF_Stream_WriteStr(stream, "\nendstream");
    return status;
}

static PdfId id_of(HPDF_Dict object)
{
    return (PdfId)(object->header.obj_id & ID_MASK);
}

static HPDF_Dict object_of(const PdfFile *file, PdfId id)
{
    return HPDF_Xref_GetEntry(haru_of(file)->xref, (HPDF_UINT)id)->obj;
}

static Raw *make_raw(PdfFile *file, HPDF_Dict dictionary)
{
    Raw *raw = arena_alloc(file->arena, sizeof *raw);
    raw->file = file;
    dictionary->attr = raw;
    dictionary->write_fn = write_body;
    return raw;
}

/* libharu writes its version as the producer; the same deck shall give the same bytes
 * with any of them. */
static void take_over_dictionaries(PdfFile *file)
{
    HPDF_Doc haru = haru_of(file);
    haru->catalog->attr = file;
    haru->catalog->write_fn = write_catalog;
    HPDF_Dict_RemoveElement(haru->info, "Producer");
    haru->info->attr = file;
    haru->info->write_fn = write_info;
}

PdfFile *pdf_file_new(void)
{
    Arena *arena = arena_new_large();
    PdfFile *file = arena_alloc(arena, sizeof *file);
    file->arena = arena;
    file->scratch = arena_new();
    file->catalog = buffer_in(arena);
    file->info = buffer_in(arena);
    file->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    haru_arena = arena;
    file->haru = HPDF_NewEx(NULL, haru_alloc, haru_free, 0, NULL);
    if (!file->haru || !file->compressor) {
        pdf_file_free(file);
        return NULL;
    }
    haru_of(file)->xref->entries->items_per_block = TABLE_BLOCK_SIZE;
    take_over_dictionaries(file);
    return file;
}

/* HPDF_Free would only give single things back to the arena. */
void pdf_file_free(PdfFile *file)
{
    if (!file)
        return;
    haru_arena = NULL;
    libdeflate_free_compressor(file->compressor);
    arena_free(file->scratch);
    arena_free(file->arena);
}

unsigned long pdf_file_error(const PdfFile *file)
{
    return HPDF_GetError(file->haru);
}

PdfId pdf_object_reserve(PdfFile *file)
{
    HPDF_Dict dictionary = HPDF_Dict_New(haru_of(file)->mmgr);
    make_raw(file, dictionary);
    HPDF_Xref_Add(haru_of(file)->xref, dictionary);
    return id_of(dictionary);
}

void pdf_object_fill(PdfFile *file, PdfId id, Str body)
{
    Raw *raw = object_of(file, id)->attr;
    raw->body = body;
}

PdfId pdf_object_add(PdfFile *file, Str body)
{
    PdfId id = pdf_object_reserve(file);
    pdf_object_fill(file, id, body);
    return id;
}

Str pdf_object_deflate(PdfFile *file, Str data)
{
    ArenaMark mark = arena_mark(file->scratch);
    size_t bound = libdeflate_zlib_compress_bound(file->compressor, data.len);
    char *room = arena_alloc(file->scratch, bound);
    size_t len =
        libdeflate_zlib_compress(file->compressor, data.at, data.len, room, bound);
    Str deflated = str_copy(file->arena, (Str){ room, len });
    arena_rewind(file->scratch, mark);
    return deflated;
}

PdfId pdf_object_add_stream(PdfFile *file, Str body, Str data, PdfPacking packing)
{
    PdfId id = pdf_object_reserve(file);
    HPDF_Dict dictionary = object_of(file, id);
    Raw *raw = dictionary->attr;
    raw->data = packing == PDF_DEFLATE ? pdf_object_deflate(file, data)
                                       : str_copy(file->arena, data);
    raw->body =
        str_format(file->arena, "%.*s%s/Length %zu", STR_ARG(body),
                   packing == PDF_DEFLATE ? "/Filter/FlateDecode" : "", raw->data.len);
    dictionary->after_write_fn = write_data;
    return id;
}

/* The size of the page and its resources are in our body: libharu's reals have other
 * decimals from version to version. */
PdfId pdf_page_add(PdfFile *file)
{
    HPDF_Page page = HPDF_AddPage(file->haru);
    if (!page)
        return 0;
    PageRaw *raw = arena_alloc(file->arena, sizeof *raw);
    raw->haru = *(HPDF_PageAttr)page->attr;
    page->attr = raw;
    page->write_fn = write_page_body;
    HPDF_Dict_RemoveElement(page, "MediaBox");
    HPDF_Dict_RemoveElement(page, "Resources");
    return id_of(page);
}

void pdf_page_fill(PdfFile *file, PdfId page, Str body)
{
    PageRaw *raw = object_of(file, page)->attr;
    raw->body = body;
}

void pdf_page_set_content(PdfFile *file, PdfId page, Str content)
{
    PageRaw *raw = object_of(file, page)->attr;
    write_str(raw->haru.stream, pdf_object_deflate(file, content));
    raw->haru.contents->write_fn = write_filter;
}

/* libharu gives items the type of the outline's root; they have none. */
PdfId pdf_outline_add(PdfFile *file, PdfId parent, Str body)
{
    HPDF_Dict above = parent ? object_of(file, parent) : NULL;
    HPDF_Dict item = HPDF_CreateOutline(file->haru, above, "-", NULL);
    if (!item)
        return 0;
    HPDF_Dict_RemoveElement(item, "Title");
    HPDF_Dict_RemoveElement(item, "Type");
    make_raw(file, item)->body = body;
    return id_of(item);
}

struct PdfDigesting {
    HPDF_MD5_CTX context;
};

PdfDigesting *pdf_digest_begin(Arena *arena)
{
    PdfDigesting *digesting = arena_alloc(arena, sizeof *digesting);
    HPDF_MD5Init(&digesting->context);
    return digesting;
}

void pdf_digest_add(PdfDigesting *digesting, Str part)
{
    HPDF_MD5Update(&digesting->context, (const HPDF_BYTE *)part.at,
                   (HPDF_UINT32)part.len);
}

PdfDigest pdf_digest_end(PdfDigesting *digesting)
{
    PdfDigest digest;
    HPDF_MD5Final(digest.bytes, &digesting->context);
    return digest;
}

PdfDigest pdf_digest(Str bytes)
{
    PdfDigesting digesting;
    HPDF_MD5Init(&digesting.context);
    pdf_digest_add(&digesting, bytes);
    return pdf_digest_end(&digesting);
}
