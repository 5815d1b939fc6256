/* encoding.h - bytes of a file as UTF-8: which encoding they are in, and the decoding,
 * block by block. The one place for iconv. */
#ifndef SURVEY_ENCODING_H
#define SURVEY_ENCODING_H
#include "base/file.h"
#include "survey/source.h"

typedef struct EncodingGuess {
    SourceEncoding encoding;
    bool has_mark;   /* the file begins with a byte order mark */
    bool is_certain; /* false: another encoding gives a likely text as well */
    bool is_told;    /* there are letters in UTF-8: bytes that are not are faults */
} EncodingGuess;

/* Reads the file until a byte order mark or a letter in UTF-8 tells, or to its end. One
 * that is valid so far is UTF-8. Else it has one byte a character, and the letters æ, ø
 * and å decide between Windows-1252 (of which ISO 8859-1 is a part), ISO 8859-15 and
 * Mac Roman. */
bool encoding_guess(FileStream *stream, EncodingGuess *out, Diags *diags);

typedef struct Decoder Decoder;

Decoder *decoder_open(Arena *arena, SourceEncoding encoding);
void decoder_close(Decoder *decoder);

typedef enum DecoderFault { DECODER_GOOD, DECODER_MALFORMED, DECODER_NUL } DecoderFault;

/* Decodes a block; what its end cuts in two is left for the next one, at most 4 bytes.
 * `out` is valid UTF-8, borrowed until the next call; `used`: bytes of the block that
 * it stands for. A fault is at the byte behind those. */
DecoderFault decoder_run(Decoder *decoder, Str block, bool is_end, Str *out,
                         size_t *used);

/* As messages name it: "Windows-1252". */
const char *encoding_name(SourceEncoding encoding);

#endif
