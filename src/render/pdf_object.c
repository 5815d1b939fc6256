#include "render/pdf_object.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <libdeflate.h>
#include <string.h>

enum {
    ID_MASK = 0x00FFFFFF,     /* the rest of obj_id is flags */
    DEFLATE_LEVEL = 1,        /* 5 saves 6 % of the bytes and takes twice as long */
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

static HPDF_STATUS write_bookmark(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const Str *body = dictionary->attr;
    return write_str(stream, *body);
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

/* Remembers that we write the object. */
static PdfId take_over(PdfFile *file, PdfId id)
{
    while (file->objects.count <= id)
        vec_push(file->arena, &file->objects, (PdfObject){ 0 });
    file->objects.at[id].is_raw = true;
    return id;
}

/* libharu only gives the number: what it has under it is the smallest that it knows. */
PdfId pdf_object_reserve(PdfFile *file)
{
    HPDF_Null place = HPDF_Null_New(haru_of(file)->mmgr);
    HPDF_Xref_Add(haru_of(file)->xref, place);
    return take_over(file, (PdfId)(place->header.obj_id & ID_MASK));
}

void pdf_object_fill(PdfFile *file, PdfId id, Str body)
{
    file->objects.at[id].body = body;
}

PdfObject pdf_object_at(const PdfFile *file, PdfId id)
{
    return id < file->objects.count ? file->objects.at[id] : (PdfObject){ 0 };
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
    PdfObject *object = &file->objects.at[id];
    object->is_stream = true;
    object->data = packing == PDF_DEFLATE ? pdf_object_deflate(file, data)
                                          : str_copy(file->arena, data);
    object->body = str_format(file->arena, "%.*s%s/Length %zu", STR_ARG(body),
                              packing == PDF_DEFLATE ? "/Filter/FlateDecode" : "",
                              object->data.len);
    return id;
}

/* A page of libharu's would have a content stream whose length is an object more, and a
 * size whose decimals differ from version to version. */
PdfId pdf_page_add(PdfFile *file)
{
    HPDF_Doc haru = haru_of(file);
    HPDF_Dict page = HPDF_Dict_New(haru->mmgr);
    page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
    page->attr = arena_alloc(file->arena, sizeof(HPDF_PageAttr_Rec));
    if (HPDF_Xref_Add(haru->xref, page) != HPDF_OK ||
        HPDF_Pages_AddKids(haru->root_pages, page) != HPDF_OK)
        return 0;
    return take_over(file, id_of(page));
}

void pdf_page_fill(PdfFile *file, PdfId page, Str content, Str body)
{
    PdfId stream = pdf_object_add_stream(file, S(""), content, PDF_DEFLATE);
    pdf_object_fill(
        file, page,
        str_format(file->arena, "/Type/Page/Parent %d 0 R/Contents %d 0 R%.*s",
                   id_of(haru_of(file)->root_pages), stream, STR_ARG(body)));
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
    Str *kept = arena_alloc(file->arena, sizeof *kept);
    *kept = body;
    item->attr = kept;
    item->write_fn = write_bookmark;
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
