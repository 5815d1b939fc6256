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

void *wipe_realloc(void *at, size_t size)
{
    void *larger = wipe_malloc(size);
    if (larger && at) {
        size_t known = ((Head *)at - 1)->size;
        memcpy(larger, at, known < size ? known : size);
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
