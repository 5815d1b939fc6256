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
    size_t size; /* bytes of room behind the header */
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

static void free_blocks(Block *block)
{
    while (block) {
        Block *previous = block->previous;
        free(block);
        block = previous;
    }
}

void arena_free(Arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->block);
    free_blocks(arena->spare);
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

static Block *new_block(Arena *arena, size_t size)
{
    size_t unit = arena->is_large ? HUGE_PAGE : BLOCK_SIZE;
    size_t whole = (HEADER_SIZE + size + unit - 1) / unit * unit;
    Block *block = arena->is_large ? aligned_alloc(HUGE_PAGE, whole) : malloc(whole);
    if (!block)
        die_out_of_memory();
    if (arena->is_large)
        madvise(block, whole,
                MADV_HUGEPAGE); /* where it may; else it costs as before */
    block->size = whole - HEADER_SIZE;
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

void *arena_alloc(Arena *arena, size_t size)
{
    size_t taken = rounded(size);
    if (!arena->block || arena->block->size - arena->used < taken)
        add_block(arena, taken);
    char *at = room(arena->block) + arena->used;
    arena->used += taken;
    return memset(at, 0, taken);
}

void *arena_grow(Arena *arena, void *at, size_t size, size_t larger)
{
    size_t taken = at ? rounded(size) : 0, wanted = rounded(larger);
    bool is_last = at && (char *)at + taken == room(arena->block) + arena->used;
    if (is_last && arena->block->size - arena->used >= wanted - taken) {
        arena->used += wanted - taken;
        memset((char *)at + size, 0, wanted - size);
        return at;
    }
    void *copy = arena_alloc(arena, larger);
    if (at && size)
        memcpy(copy, at, size);
    return copy;
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

void arena_wipe(Arena *arena, ArenaMark mark)
{
    arena_rewind(arena, mark);
    if (arena->block)
        explicit_bzero(room(arena->block) + arena->used,
                       arena->block->size - arena->used);
    for (Block *block = arena->spare; block; block = block->previous)
        explicit_bzero(room(block), block->size);
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
