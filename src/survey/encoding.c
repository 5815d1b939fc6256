#include "survey/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

/* What the bytes of a file tell about its encoding. */
typedef struct Census {
    size_t counts[256];  /* high bytes that are not part of UTF-8 */
    size_t letters[256]; /* of those, beside an ASCII letter */
    size_t zeros[2];     /* NUL bytes at even and at odd offsets */
    size_t invalid;      /* sum of `counts` */
    size_t telling;      /* sequences of UTF-8 that are hardly something else */
    size_t offset;       /* of the next block in the file */
} Census;

static const struct {
    const char *name, *iconv_name;
} encodings[] = {
    [ENCODING_ANY] = {"unknown",       "UTF-8"      },
    [ENCODING_UTF8] = { "UTF-8",        "UTF-8"      },
    [ENCODING_UTF16LE] = { "UTF-16LE",     "UTF-16LE"   },
    [ENCODING_UTF16BE] = { "UTF-16BE",     "UTF-16BE"   },
    [ENCODING_WINDOWS_1252] = { "Windows-1252", "CP1252"     },
    [ENCODING_ISO_8859_1] = { "ISO 8859-1",   "ISO-8859-1" },
    [ENCODING_ISO_8859_15] = { "ISO 8859-15",  "ISO-8859-15"},
    [ENCODING_MAC_ROMAN] = { "Mac Roman",    "MACINTOSH"  },
};

/* Letters of Norwegian and its neighbours: æøåÆØÅéäöü. */
static const unsigned char latin_letters[] = "\xE6\xF8\xE5\xC6\xD8\xC5\xE9\xE4\xF6\xFC";
static const unsigned char mac_letters[] = "\xBE\xBF\x8C\xAE\xAF\x81\x8E\x8A\x9A\x9F";
/* Dashes, quotation marks and hard spaces, in either: they tell nothing. */
static const unsigned char latin_marks[] =
    "\x80\x85\x91\x92\x93\x94\x95\x96\x97\xA0\xAB\xB4\xBB";
static const unsigned char mac_marks[] = "\xC7\xC8\xC9\xCA\xD0\xD1\xD2\xD3\xD4\xD5";

static bool is_letter(Str text, size_t at)
{
    unsigned char c = at < text.len ? (unsigned char)text.at[at] : 0;
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static size_t sequence_len(unsigned char lead)
{
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

static void count_zeros(Census *census, Str block, size_t from)
{
    const char *end = block.at + block.len, *at = block.at + from;
    while (at < end && (at = memchr(at, 0, (size_t)(end - at)))) {
        size_t offset = census->offset + (size_t)(at - block.at) - from;
        census->zeros[offset % 2]++;
        at++;
    }
}

/* Gives how many bytes at the end are to be seen again with those that follow. */
static size_t count_high(Census *census, Str block, bool is_end)
{
    for (size_t at = utf8_skip_ascii(block, 0); at < block.len;
         at = utf8_skip_ascii(block, at)) {
        unsigned char lead = (unsigned char)block.at[at];
        size_t len = sequence_len(lead);
        if (at + len > block.len && !is_end)
            return block.len - at;
        Str sequence = str_slice(block, at, at + len);
        if (sequence.len == len && utf8_check(sequence) == len) {
            /* C3: the Latin letters beyond ASCII. */
            census->telling += lead == 0xC3 || len > 2;
            at += len;
            continue;
        }
        census->counts[lead]++;
        census->invalid++;
        census->letters[lead] +=
            (at > 0 && is_letter(block, at - 1)) || is_letter(block, at + 1);
        at++;
    }
    return 0;
}

/* Latin text in UTF-16 has a NUL byte beside most letters. */
static bool may_be_utf16(const Census *census, size_t most)
{
    return most * 4 >= census->offset;
}

/* A letter in UTF-8 decides: whatever follows, the file is UTF-8, or that and something
 * else. So most files are not read to their end. */
static bool is_settled(const Census *census)
{
    return census->telling > 0 &&
           !may_be_utf16(census, census->zeros[0] + census->zeros[1]);
}

static bool take_census(FileStream *stream, Census *census, Diags *diags)
{
    size_t keep = 0;
    for (;;) {
        Str block;
        if (!file_next(stream, keep, &block, diags))
            return false;
        bool is_end = block.len == keep;
        count_zeros(census, block, keep);
        census->offset += block.len - keep;
        keep = count_high(census, block, is_end);
        if (is_end || is_settled(census))
            return true;
    }
}

static size_t sum_of(const size_t *counts, const unsigned char *bytes)
{
    size_t sum = 0;
    for (; *bytes; bytes++)
        sum += counts[*bytes];
    return sum;
}

/* Windows-1252 is what programs write that call it ISO 8859-1. Only the euro sign tells
 * ISO 8859-15 from it: in Windows-1252 the same byte is the sign ¤, which nobody types.
 */
static SourceEncoding guess_latin(const Census *census, bool *is_certain)
{
    size_t controls = 0;
    for (int byte = 0x80; byte < 0xA0; byte++)
        controls += census->counts[byte];
    if (sum_of(census->counts, (const unsigned char *)"\x81\x8D\x8F\x90\x9D")) {
        *is_certain = false;
        return ENCODING_ISO_8859_1;
    }
    if (controls == 0 && census->counts[0xA4]) {
        *is_certain = false;
        return ENCODING_ISO_8859_15;
    }
    return ENCODING_WINDOWS_1252;
}

static void guess_single_byte(const Census *census, EncodingGuess *out)
{
    size_t latin = sum_of(census->letters, latin_letters);
    size_t mac = sum_of(census->letters, mac_letters);
    bool is_mac = mac > latin;
    size_t likely = is_mac ? mac : latin, unlikely = is_mac ? latin : mac, others = 0;
    for (int byte = 0x80; byte < 0x100; byte++)
        others += census->letters[byte];
    others -= likely + sum_of(census->letters, is_mac ? mac_marks : latin_marks);
    out->is_certain = likely > 0 && likely >= 10 * unlikely && likely >= others;
    out->encoding = is_mac ? ENCODING_MAC_ROMAN : guess_latin(census, &out->is_certain);
}

static bool guess_utf16(const Census *census, EncodingGuess *out)
{
    size_t most =
        census->zeros[0] > census->zeros[1] ? census->zeros[0] : census->zeros[1];
    size_t least = census->zeros[0] + census->zeros[1] - most;
    if (!may_be_utf16(census, most) || least * 10 > most)
        return false;
    out->encoding = most == census->zeros[0] ? ENCODING_UTF16BE : ENCODING_UTF16LE;
    return true;
}

static SourceEncoding marked_encoding(Str start)
{
    if (str_starts(start, S("\xEF\xBB\xBF")))
        return ENCODING_UTF8;
    if (str_starts(start, S("\xFF\xFE")))
        return ENCODING_UTF16LE;
    return str_starts(start, S("\xFE\xFF")) ? ENCODING_UTF16BE : ENCODING_ANY;
}

bool encoding_guess(FileStream *stream, EncodingGuess *out, Diags *diags)
{
    *out = (EncodingGuess){ .encoding = ENCODING_UTF8, .is_certain = true };
    Str start;
    if (!file_rewind(stream, diags) || !file_next(stream, 0, &start, diags))
        return false;
    SourceEncoding marked = marked_encoding(start);
    if (marked != ENCODING_ANY) {
        out->encoding = marked;
        out->has_mark = true;
        return true;
    }
    Census census = { 0 };
    if (!file_rewind(stream, diags) || !take_census(stream, &census, diags))
        return false;
    if (guess_utf16(&census, out))
        return true;
    out->is_told = census.telling > 0;
    if (census.invalid > 0 && !out->is_told)
        guess_single_byte(&census, out);
    return true;
}

struct Decoder {
    SourceEncoding encoding;
    iconv_t iconv; /* of other encodings than UTF-8 */
    char *text;
    size_t capacity;
};

Decoder *decoder_open(Arena *arena, SourceEncoding encoding)
{
    Decoder *decoder = arena_alloc(arena, sizeof *decoder);
    decoder->encoding = encoding;
    if (encoding == ENCODING_UTF8)
        return decoder;
    decoder->iconv = iconv_open("UTF-8", encodings[encoding].iconv_name);
    /* POSIX has it so. NOLINTNEXTLINE(performance-no-int-to-ptr) */
    if (decoder->iconv == (iconv_t)-1)
        return NULL;
    /* A byte becomes three at most, as does a unit of UTF-16. */
    decoder->capacity = (size_t)3 * (FILE_BLOCK + FILE_KEEP_MAX);
    decoder->text = arena_alloc(arena, decoder->capacity);
    return decoder;
}

void decoder_close(Decoder *decoder)
{
    if (decoder && decoder->encoding != ENCODING_UTF8)
        iconv_close(decoder->iconv);
}

static DecoderFault pass_utf8(Str block, bool is_end, Str *out, size_t *used)
{
    size_t valid = utf8_check(block);
    *used = valid;
    *out = str_slice(block, 0, valid);
    if (valid == block.len)
        return DECODER_GOOD;
    size_t rest = block.len - valid;
    bool is_cut =
        !is_end && rest < sequence_len((unsigned char)block.at[valid]) && rest < 4;
    return is_cut ? DECODER_GOOD : DECODER_MALFORMED;
}

static DecoderFault convert(Decoder *decoder, Str block, bool is_end, Str *out,
                            size_t *used)
{
    char *in = (char *)block.at, *to = decoder->text; /* iconv does not write to it */
    size_t in_len = block.len, space = decoder->capacity;
    size_t result = iconv(decoder->iconv, &in, &in_len, &to, &space);
    int error = result == (size_t)-1 ? errno : 0;
    *used = block.len - in_len;
    *out = (Str){ decoder->text, (size_t)(to - decoder->text) };
    return error == 0 || (error == EINVAL && !is_end) ? DECODER_GOOD
                                                      : DECODER_MALFORMED;
}

DecoderFault decoder_run(Decoder *decoder, Str block, bool is_end, Str *out,
                         size_t *used)
{
    DecoderFault fault = decoder->encoding == ENCODING_UTF8
                             ? pass_utf8(block, is_end, out, used)
                             : convert(decoder, block, is_end, out, used);
    const char *zero = out->len ? memchr(out->at, 0, out->len) : NULL;
    if (!zero)
        return fault;
    out->len = (size_t)(zero - out->at);
    return DECODER_NUL;
}

const char *encoding_name(SourceEncoding encoding)
{
    return encodings[encoding].name;
}
