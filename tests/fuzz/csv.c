/* Delimited text: the first byte states the encoding or leaves it open. */
#include "source.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (len == 0)
        return 0;
    fuzz_source(bytes + 1, len - 1, SOURCE_TEXT,
                (SourceEncoding)(bytes[0] % (ENCODING_MAC_ROMAN + 1)));
    return 0;
}
