#include "render/pdf_save.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

/* Offsets have four bytes, and libharu counts in 32 bits: half of that is refused. */
enum { OBJECTS_PER_STREAM = 1000, ROW_SIZE = 7, FILE_SIZE_MAX = 0x7FFFFFFF };

typedef enum EntryKind { ENTRY_FREE, ENTRY_OFFSET, ENTRY_PACKED } EntryKind;

/* A row of the cross-reference stream (Table 18). */
typedef struct Entry {
    EntryKind kind;
    unsigned where; /* offset in the file, or number of the object stream */
    unsigned index; /* within the object stream */
} Entry;

typedef struct Saver {
    PdfFile *file;
    HPDF_Doc haru;
    Buffer *out;
    VEC(Entry) entries;   /* by object number */
    Buffer heads, bodies; /* of the object stream being filled */
    VEC(int) packed;      /* numbers of the objects in it */
} Saver;

static HPDF_STATUS receive(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    buffer_put(stream->attr, bytes, len);
    return HPDF_OK;
}

static void write_streams(Saver *saver, int count)
{
    for (int number = 1; number < count; number++) {
        PdfObject object = pdf_object_at(saver->file, number);
        if (!object.is_stream)
            continue;
        saver->entries.at[number] =
            (Entry){ .kind = ENTRY_OFFSET, .where = (unsigned)saver->out->len };
        buffer_format(saver->out, "%d 0 obj\n<<", number);
        buffer_str(saver->out, object.body);
        buffer_c(saver->out, ">>\nstream\n");
        buffer_str(saver->out, object.data);
        buffer_c(saver->out, "\nendstream\nendobj\n");
    }
}

static int begin_object(Saver *saver)
{
    Entry entry = { .kind = ENTRY_OFFSET, .where = (unsigned)saver->out->len };
    vec_push(saver->file->arena, &saver->entries, entry);
    int number = saver->entries.count - 1;
    buffer_format(saver->out, "%d 0 obj\n", number);
    return number;
}

static void put_stream(Saver *saver, Str data)
{
    buffer_format(saver->out, "/Filter/FlateDecode/Length %zu>>\nstream\n", data.len);
    buffer_str(saver->out, data);
    buffer_c(saver->out, "\nendstream\nendobj\n");
}

/* The object stream gets its number only now, so its objects learn theirs as well. */
static void flush_objects(Saver *saver)
{
    if (saver->packed.count == 0)
        return;
    size_t first = saver->heads.len;
    buffer_str(&saver->heads, buffer_text(&saver->bodies));
    int number = begin_object(saver);
    for (int i = 0; i < saver->packed.count; i++)
        saver->entries.at[saver->packed.at[i]] = (Entry){ .kind = ENTRY_PACKED,
                                                          .where = (unsigned)number,
                                                          .index = (unsigned)i };
    buffer_format(saver->out, "<</Type/ObjStm/N %d/First %zu", saver->packed.count,
                  first);
    put_stream(saver, pdf_object_deflate(saver->file, buffer_text(&saver->heads)));
    saver->heads.len = saver->bodies.len = 0;
    saver->packed.count = 0;
}

static void write_packed(Saver *saver, int count)
{
    HPDF_Stream bodies =
        HPDF_CallbackWriter_New(saver->haru->mmgr, receive, &saver->bodies);
    if (!bodies)
        return;
    for (int number = 1; number < count; number++) {
        PdfObject object = pdf_object_at(saver->file, number);
        if (object.is_stream)
            continue;
        buffer_format(&saver->heads, "%d %zu ", number, saver->bodies.len);
        vec_push(saver->file->arena, &saver->packed, number);
        if (!object.is_raw) {
            HPDF_Obj_WriteValue(
                HPDF_Xref_GetEntry(saver->haru->xref, (HPDF_UINT)number)->obj, bodies,
                NULL);
            buffer_char(&saver->bodies, '\n');
        } else {
            buffer_c(&saver->bodies, "<<");
            buffer_str(&saver->bodies, object.body);
            buffer_c(&saver->bodies, ">>");
        }
        if (saver->packed.count == OBJECTS_PER_STREAM)
            flush_objects(saver);
    }
    flush_objects(saver);
}

static void put_row(const Entry *entry, uint8_t row[ROW_SIZE])
{
    row[0] = (uint8_t)entry->kind;
    for (int i = 0; i < 4; i++)
        row[1 + i] = (uint8_t)(entry->where >> (24 - 8 * i));
    row[5] = (uint8_t)(entry->index >> 8);
    row[6] = (uint8_t)entry->index;
}

/* Each row as the difference to the row above, PNG's filter 2. */
static Str predicted_rows(const Saver *saver)
{
    Buffer rows = buffer_in(saver->file->arena);
    uint8_t above[ROW_SIZE] = { 0 };
    for (int i = 0; i < saver->entries.count; i++) {
        uint8_t row[ROW_SIZE];
        put_row(&saver->entries.at[i], row);
        buffer_char(&rows, 2);
        for (int k = 0; k < ROW_SIZE; k++) {
            buffer_char(&rows, (char)(uint8_t)(row[k] - above[k]));
            above[k] = row[k];
        }
    }
    return buffer_text(&rows);
}

static void put_id(Buffer *out, PdfDigest digest)
{
    buffer_char(out, '<');
    for (size_t i = 0; i < sizeof digest.bytes; i++)
        buffer_format(out, "%02X", digest.bytes[i]);
    buffer_char(out, '>');
}

static int number_of(HPDF_Dict object)
{
    return (int)(object->header.obj_id & 0x00FFFFFF);
}

/* The file identifier is a digest of all before it: it tells contents apart, and the
 * same contents have the same. */
static void write_cross_references(Saver *saver)
{
    Buffer *out = saver->out;
    size_t start = out->len;
    PdfDigest digest = pdf_digest(buffer_text(out));
    begin_object(saver);
    Str rows = pdf_object_deflate(saver->file, predicted_rows(saver));
    buffer_format(out, "<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[",
                  saver->entries.count, number_of(saver->haru->catalog),
                  number_of(saver->haru->info));
    put_id(out, digest);
    put_id(out, digest);
    buffer_format(out, "]/DecodeParms<</Predictor 12/Columns %d>>", ROW_SIZE);
    put_stream(saver, rows);
    buffer_format(out, "startxref\n%zu\n%%%%EOF\n", start);
}

bool pdf_save(PdfFile *file, Buffer *out)
{
    HPDF_Doc haru = file->haru;
    Saver saver = { .file = file,
                    .haru = haru,
                    .out = out,
                    .heads = buffer_in(file->arena),
                    .bodies = buffer_in(file->arena) };
    int count = (int)haru->xref->entries->count;
    Entry head = { .kind = ENTRY_FREE, .index = 65535 }; /* of the free objects */
    vec_push(file->arena, &saver.entries, head);
    for (int number = 1; number < count; number++)
        vec_push(file->arena, &saver.entries, (Entry){ .kind = ENTRY_FREE });
    buffer_c(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    write_streams(&saver, count);
    write_packed(&saver, count);
    write_cross_references(&saver);
    return pdf_file_error(file) == 0 && out->len <= FILE_SIZE_MAX;
}
