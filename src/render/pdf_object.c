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
    Str body;
    Str data;                /* of a stream */
    bool is_stream, is_node; /* node: libharu adds entries of its own */
} Raw;

/* libharu's page tree writes into the record of a page in `attr`, so ours begins with
 * it. */
typedef struct PageRaw {
    HPDF_PageAttr_Rec haru;
    Raw raw;
} PageRaw;

enum {
    ID_MASK = 0x00FFFFFF, /* the rest of obj_id is flags */
    TIGHT_LEVEL = 5,      /* 12 saves 4 % and takes 25 times as long */
    QUICK_LEVEL = 1, /* 4 % more bytes of a page than level 5, for 4/7 of its time */
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

/* Never called: pages are written by their body. It tells a page from other objects. */
static HPDF_STATUS write_page(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const PageRaw *page = dictionary->attr;
    return write_str(stream, page->raw.body);
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
    file->tight = libdeflate_alloc_compressor(TIGHT_LEVEL);
    file->quick = libdeflate_alloc_compressor(QUICK_LEVEL);
    haru_arena = arena;
    file->haru = HPDF_NewEx(NULL, haru_alloc, haru_free, 0, NULL);
    if (!file->haru || !file->tight || !file->quick) {
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
    libdeflate_free_compressor(file->tight);
    libdeflate_free_compressor(file->quick);
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

PdfObject pdf_object_at(const PdfFile *file, PdfId id)
{
    HPDF_Dict dictionary = object_of(file, id);
    if ((dictionary->header.obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT)
        return (PdfObject){ .is_foreign = true };
    if (dictionary->write_fn == write_page) {
        const PageRaw *page = dictionary->attr;
        return (PdfObject){ .body = page->raw.body };
    }
    const Raw *raw = dictionary->attr;
    if (dictionary->write_fn != write_body || raw->is_node)
        return (PdfObject){ .is_foreign = true };
    return (
        PdfObject){ .body = raw->body, .data = raw->data, .is_stream = raw->is_stream };
}

PdfId pdf_object_add(PdfFile *file, Str body)
{
    PdfId id = pdf_object_reserve(file);
    pdf_object_fill(file, id, body);
    return id;
}

static Str deflate_with(PdfFile *file, struct libdeflate_compressor *compressor,
                        Str data)
{
    ArenaMark mark = arena_mark(file->scratch);
    size_t bound = libdeflate_zlib_compress_bound(compressor, data.len);
    char *room = arena_alloc(file->scratch, bound);
    size_t len = libdeflate_zlib_compress(compressor, data.at, data.len, room, bound);
    Str deflated = str_copy(file->arena, (Str){ room, len });
    arena_rewind(file->scratch, mark);
    return deflated;
}

Str pdf_object_deflate(PdfFile *file, Str data)
{
    return deflate_with(file, file->tight, data);
}

static Str pack(PdfFile *file, Str data, PdfPacking packing)
{
    switch (packing) {
    case PDF_TIGHT: return deflate_with(file, file->tight, data);
    case PDF_QUICK: return deflate_with(file, file->quick, data);
    case PDF_AS_IS: break;
    }
    return str_copy(file->arena, data);
}

PdfId pdf_object_add_stream(PdfFile *file, Str body, Str data, PdfPacking packing)
{
    PdfId id = pdf_object_reserve(file);
    Raw *raw = object_of(file, id)->attr;
    raw->is_stream = true;
    raw->data = pack(file, data, packing);
    raw->body =
        str_format(file->arena, "%.*s%s/Length %zu", STR_ARG(body),
                   packing == PDF_AS_IS ? "" : "/Filter/FlateDecode", raw->data.len);
    return id;
}

/* A page of libharu's would have a content stream whose length is an object more, and a
 * size whose decimals differ from version to version. */
PdfId pdf_page_add(PdfFile *file)
{
    HPDF_Doc haru = haru_of(file);
    HPDF_Dict page = HPDF_Dict_New(haru->mmgr);
    page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
    page->attr = arena_alloc(file->arena, sizeof(PageRaw));
    page->write_fn = write_page;
    if (HPDF_Xref_Add(haru->xref, page) != HPDF_OK ||
        HPDF_Pages_AddKids(haru->root_pages, page) != HPDF_OK)
        return 0;
    return id_of(page);
}

void pdf_page_fill(PdfFile *file, PdfId page, Str content, Str body)
{
    PdfId stream = pdf_object_add_stream(file, S(""), content, PDF_QUICK);
    PageRaw *attr = object_of(file, page)->attr;
    attr->raw.body =
        str_format(file->arena, "/Type/Page/Parent %d 0 R/Contents %d 0 R%.*s",
                   id_of(haru_of(file)->root_pages), stream, STR_ARG(body));
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
    Raw *raw = make_raw(file, item);
    raw->body = body;
    raw->is_node = true;
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
