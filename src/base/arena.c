#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { ALIGNMENT = 16, BLOCK_SIZE = 64 * 1024, HUGE_PAGE = 2 * 1024 * 1024 };

typedef struct Block {
    struct Block *previous;
    size_t size;   /* bytes of room behind the header */
    size_t soiled; /* of them; the rest was never handed out and is zero */
} Block;

/* The header is padded so that the room behind it is aligned. */
enum { HEADER_SIZE = (sizeof(Block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

struct Arena {
    Block *block; /* the newest, or NULL */
    Block *spare; /* given back by rewinding, and taken again before the system's */
    size_t used;  /* bytes taken in `block` */
    bool is_large;
};

static _Noreturn void die_out_of_memory(void)
{
    fputs("lysark: out of memory\n", stderr);
    _Exit(2);
}

static char *room(Block *block)
{
    return (char *)block + HEADER_SIZE;
}

Arena *arena_new(void)
{
    Arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        die_out_of_memory();
    return arena;
}

Arena *arena_new_large(void)
{
    Arena *arena = arena_new();
    arena->is_large = true;
    return arena;
}

static void free_blocks(const Arena *arena, Block *block)
{
    while (block) {
        Block *previous = block->previous;
        if (arena->is_large)
            munmap(block, HEADER_SIZE + block->size);
        else
            free(block);
        block = previous;
    }
}

void arena_free(Arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena, arena->block);
    free_blocks(arena, arena->spare);
    free(arena);
}

static Block *take_spare(Arena *arena, size_t size)
{
    for (Block **link = &arena->spare; *link; link = &(*link)->previous)
        if ((*link)->size >= size) {
            Block *block = *link;
            *link = block->previous;
            return block;
        }
    return NULL;
}

/* Fresh pages that begin at a huge one, or NULL. Where there are no huge pages, it
 * costs as before. */
static Block *map_block(size_t whole)
{
    char *room = mmap(NULL, whole + HUGE_PAGE, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED)
        return NULL;
    size_t before = HUGE_PAGE - (uintptr_t)room % HUGE_PAGE;
    char *at = room + before;
    munmap(room, before);
    if (before < HUGE_PAGE)
        munmap(at + whole, HUGE_PAGE - before);
    madvise(at, whole, MADV_HUGEPAGE);
    return (Block *)at;
}

/* Fresh pages are zero; what malloc hands out was used before, or is not worth asking.
 */
static Block *new_block(Arena *arena, size_t size)
{
    size_t unit = arena->is_large ? HUGE_PAGE : BLOCK_SIZE;
    size_t whole = (HEADER_SIZE + size + unit - 1) / unit * unit;
    Block *block = arena->is_large ? map_block(whole) : malloc(whole);
    if (!block)
        die_out_of_memory();
    block->size = whole - HEADER_SIZE;
    block->soiled = arena->is_large ? 0 : block->size;
    return block;
}

static void add_block(Arena *arena, size_t size)
{
    Block *block = take_spare(arena, size);
    if (!block)
        block = new_block(arena, size);
    block->previous = arena->block;
    arena->block = block;
    arena->used = 0;
}

static size_t rounded(size_t size)
{
    if (size > SIZE_MAX / 2)
        die_out_of_memory();
    return size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
}

/* Takes the next bytes of the newest block and clears those that were used before. */
static char *take(Arena *arena, size_t size)
{
    Block *block = arena->block;
    char *at = room(block) + arena->used;
    size_t dirty = block->soiled > arena->used ? block->soiled - arena->used : 0;
    if (dirty)
        memset(at, 0, dirty < size ? dirty : size);
    arena->used += size;
    if (block->soiled < arena->used)
        block->soiled = arena->used;
    return at;
}

void *arena_alloc(Arena *arena, size_t size)
{
    size_t taken = rounded(size);
    if (!arena->block || arena->block->size - arena->used < taken)
        add_block(arena, taken);
    return take(arena, taken);
}

void *arena_grow(Arena *arena, void *at, size_t size, size_t larger)
{
    size_t taken = at ? rounded(size) : 0, wanted = rounded(larger);
    bool is_last = at && (char *)at + taken == room(arena->block) + arena->used;
    if (is_last && arena->block->size - arena->used >= wanted - taken) {
        memset((char *)at + size, 0, taken - size);
        take(arena, wanted - taken);
        return at;
    }
    void *copy = arena_alloc(arena, larger);
    if (at && size)
        memcpy(copy, at, size);
    return copy;
}

void arena_shrink(Arena *arena, const void *at, size_t size, size_t smaller)
{
    if ((const char *)at + rounded(size) == room(arena->block) + arena->used)
        arena->used -= rounded(size) - rounded(smaller);
}

void *arena_array(Arena *arena, size_t count, size_t element_size)
{
    if (element_size && count > SIZE_MAX / element_size)
        die_out_of_memory();
    return arena_alloc(arena, count * element_size);
}

ArenaMark arena_mark(Arena *arena)
{
    return (ArenaMark){ .block = arena->block, .used = arena->used };
}

void arena_rewind(Arena *arena, ArenaMark mark)
{
    while (arena->block != mark.block) {
        Block *block = arena->block;
        arena->block = block->previous;
        block->previous = arena->spare;
        arena->spare = block;
    }
    arena->used = mark.used;
}

static void wipe(Block *block, size_t from)
{
    if (block->soiled <= from)
        return;
    explicit_bzero(room(block) + from, block->soiled - from);
    block->soiled = from;
}

void arena_wipe(Arena *arena, ArenaMark mark)
{
    arena_rewind(arena, mark);
    if (arena->block)
        wipe(arena->block, arena->used);
    for (Block *block = arena->spare; block; block = block->previous)
        wipe(block, 0);
}

void *vec_make_room(Arena *arena, void *at, int count, int *capacity,
                    size_t element_size, int wanted)
{
    if (wanted <= *capacity)
        return at;
    *capacity = wanted;
    char *larger = arena_array(arena, (size_t)wanted, element_size);
    if (count)
        memcpy(larger, at, (size_t)count * element_size);
    return larger;
}

void *vec_grow(Arena *arena, void *at, int count, int *capacity, size_t element_size)
{
    if (count < *capacity)
        return at;
    if (*capacity > INT32_MAX / 2)
        die_out_of_memory();
    size_t size = (size_t)count * element_size;
    *capacity = *capacity ? *capacity * 2 : 8;
    if (element_size && (size_t)*capacity > SIZE_MAX / element_size)
        die_out_of_memory();
    return arena_grow(arena, at, size, (size_t)*capacity * element_size);
}
