/* Workbooks: damaged archives, and behind them damaged XML. An input that is no archive
 * is taken as the sheet of one, since no fuzzer mends checksums. */
#include "source.h"

#include "base/buffer.h"

/* ZIP, APPNOTE 4.3: members without compression and with checksums. */
typedef struct Archive {
    Buffer local, central;
    int count;
} Archive;

static void put_number(Buffer *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buffer_char(out, i < 4 ? (char)(value >> 8 * i & 0xFF) : 0);
}

static uint32_t checksum(Str bytes)
{
    uint32_t sum = 0xFFFFFFFFu;
    for (size_t i = 0; i < bytes.len; i++) {
        sum ^= (unsigned char)bytes.at[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320u : 0);
    }
    return ~sum;
}

/* What the local and the central header have in common. */
static void put_header(Buffer *out, Str name, Str bytes)
{
    put_number(out, 20, 2);         /* version */
    put_number(out, 0, 2);          /* flags */
    put_number(out, 0, 2);          /* stored */
    put_number(out, 0x00210000, 4); /* 1980-01-01 */
    put_number(out, checksum(bytes), 4);
    put_number(out, (uint32_t)bytes.len, 4); /* packed */
    put_number(out, (uint32_t)bytes.len, 4);
    put_number(out, (uint32_t)name.len, 2);
    put_number(out, 0, 2); /* extra */
}

static void put_member(Archive *archive, Str name, Str bytes)
{
    uint32_t offset = (uint32_t)archive->local.len;
    put_number(&archive->local, 0x04034B50, 4);
    put_header(&archive->local, name, bytes);
    buffer_str(&archive->local, name);
    buffer_str(&archive->local, bytes);
    put_number(&archive->central, 0x02014B50, 4);
    put_number(&archive->central, 20, 2);
    put_header(&archive->central, name, bytes);
    put_number(&archive->central, 0, 2 + 2 + 2 + 4); /* comment, disk, attributes */
    put_number(&archive->central, offset, 4);
    buffer_str(&archive->central, name);
    archive->count++;
}

static Str finish(Archive *archive)
{
    uint32_t start = (uint32_t)archive->local.len;
    buffer_str(&archive->local, buffer_text(&archive->central));
    put_number(&archive->local, 0x06054B50, 4);
    put_number(&archive->local, 0, 4); /* disks */
    put_number(&archive->local, (uint32_t)archive->count, 2);
    put_number(&archive->local, (uint32_t)archive->count, 2);
    put_number(&archive->local, (uint32_t)archive->central.len, 4);
    put_number(&archive->local, start, 4);
    put_number(&archive->local, 0, 2);
    return buffer_text(&archive->local);
}

/* The first byte says which part the rest is; the others are sound. */
static Str wrap(Arena *arena, Str input)
{
    static const struct {
        const char *name, *sound;
    } parts[] = {
        {"xl/worksheets/sheet1.xml",
         "<w><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c "
          "s=\"1\"><v>45593.4</v></c>"
          "</row></w>"                                                                         },
        { "xl/sharedStrings.xml",       "<sst><si><t>a</t></si></sst>"                         },
        { "xl/styles.xml",
         "<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></s>"                 },
        { "xl/workbook.xml",            "<w><sheets><sheet name=\"a\" id=\"r1\"/></sheets></w>"},
        { "xl/_rels/workbook.xml.rels",
         "<r><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></r>"                   },
    };
    enum { PARTS = sizeof parts / sizeof *parts };
    Archive archive = { buffer_in(arena), buffer_in(arena), 0 };
    for (int i = 0; i < PARTS; i++)
        put_member(&archive, str_from_c(parts[i].name),
                   (unsigned char)input.at[0] % PARTS == i
                       ? str_slice(input, 1, input.len)
                       : str_from_c(parts[i].sound));
    return finish(&archive);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Str input = { (const char *)bytes, len };
    if (len == 0)
        return 0;
    Arena *arena = arena_new();
    if (!str_starts(input, S("PK")))
        input = wrap(arena, input);
    fuzz_source((const uint8_t *)input.at, input.len, SOURCE_XLSX, ENCODING_ANY);
    arena_free(arena);
    return 0;
}
