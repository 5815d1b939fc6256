/* A deck takes some 3 MB from malloc beside its pages (arena_new_large). In pages of 4
 * KB that is 600 faults of more than a microsecond each, a twentieth of its time; in
 * huge pages it is two. A huge page is given where nothing of it was touched before, so
 * that malloc must neither write nor have written a header there. */
#include "base/heap.h"

#include <stdint.h>
#include <stdlib.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#include <malloc.h>
#include <sys/mman.h>

enum { HUGE_PAGE = 2 << 20, HEAP_START = 16 << 20, MAPPED_MIN = 8 << 20 };

/* Of glibc's malloc: what comes before the bytes that it hands out, and the least that
 * it takes for some. */
enum { CHUNK_HEAD = 8, CHUNK_MIN = 32 };

/* Fills the heap up to where a huge page begins; the bytes before it are never touched,
 * and never given back. */
void heap_settle(void)
{
    mallopt(M_MMAP_THRESHOLD, MAPPED_MIN);
    mallopt(M_TOP_PAD, HEAP_START);
    mallopt(M_TRIM_THRESHOLD, 2 * HEAP_START);
    char *volatile last = malloc(1);
    if (!last)
        return;
    char *next = last + CHUNK_MIN;
    size_t before = HUGE_PAGE - (uintptr_t)next % HUGE_PAGE;
    char *volatile filling = malloc(before - CHUNK_HEAD);
    free(last);
    if (filling == next)
        madvise(next + before, HEAP_START, MADV_HUGEPAGE);
    else
        free(filling);
}
#else
void heap_settle(void)
{
}
#endif
