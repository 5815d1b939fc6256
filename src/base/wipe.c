#include "base/wipe.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* In front of each piece, so that its size is known; as aligned as malloc's. */
typedef union Head {
    size_t size;
    max_align_t alignment;
} Head;

void *wipe_malloc(size_t size)
{
    Head *head = size < SIZE_MAX - sizeof *head ? malloc(sizeof *head + size) : NULL;
    if (!head)
        return NULL;
    head->size = size;
    return head + 1;
}

void wipe_free(void *at)
{
    if (!at)
        return;
    Head *head = (Head *)at - 1;
    explicit_bzero(at, head->size);
    free(head);
}

/* Grows by half at least: libcsv asks for a few more bytes each time. */
void *wipe_realloc(void *at, size_t size)
{
    size_t known = at ? ((Head *)at - 1)->size : 0;
    if (at && size <= known)
        return at;
    size_t wanted = size - known < known / 2 ? known + known / 2 : size;
    void *larger = wipe_malloc(wanted);
    if (larger && at) {
        memcpy(larger, at, known);
        wipe_free(at);
    }
    return larger;
}

void wipe_freed(bool is_on)
{
#ifdef M_PERTURB
    mallopt(M_PERTURB, is_on);
#else
    (void)is_on;
#endif
}

void wipe_stack(void)
{
    char below[1 << 16];
    explicit_bzero(below, sizeof below);
}
