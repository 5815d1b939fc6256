/* fuzz.h - what the targets have in common: an input of libFuzzer as a file or a node.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H
#include "base/diag.h"
#include "yaml/yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* A file in memory with these bytes; close `file` afterwards. */
static inline Str fuzz_file(Arena *arena, const uint8_t *bytes, size_t len, int *file)
{
    *file = memfd_create("fuzz", MFD_CLOEXEC);
    if (*file < 0 || write(*file, bytes, len) != (ssize_t)len)
        abort();
    return str_format(arena, "/proc/self/fd/%d", *file);
}

/* The bytes as a scalar of a YAML file, where all text is valid; false: they are not.
 */
static inline bool fuzz_scalar(const uint8_t *bytes, size_t len, Node *out)
{
    Str text = { (const char *)bytes, len };
    for (size_t i = 0; i < len; i++)
        if (bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\t')
            return false;
    *out = (Node){
        .kind = NODE_SCALAR,
        .place = {.file = S("fuzz"), .line = 1, .column = 1},
        .text = text,
        .source = text
    };
    return utf8_check(text) == len;
}

/* What was refused must say so, and what was accepted must not. */
static inline void fuzz_judge(bool is_good, const Diags *diags)
{
    if (is_good == diag_has_errors(diags)) {
        for (int i = 0; i < diags->list.count; i++)
            fprintf(stderr, "%.*s\n", STR_ARG(diags->list.at[i].message));
        abort();
    }
}

#endif
