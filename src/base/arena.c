#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, BLOCK_SIZE = 64 * 1024 };

typedef struct Block {
    struct Block *previous;
    size_t size; /* bytes of room behind the header */
} Block;

/* The header is padded so that the room behind it is aligned. */
enum { HEADER_SIZE = (sizeof(Block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

struct Arena {
    Block *block; /* the newest, or NULL */
    size_t used;  /* bytes taken in it */
    size_t total; /* bytes held in all blocks */
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

static void drop_block(Arena *arena)
{
    Block *block = arena->block;
    arena->block = block->previous;
    arena->total -= block->size;
    free(block);
}

void arena_free(Arena *arena)
{
    if (!arena)
        return;
    while (arena->block)
        drop_block(arena);
    free(arena);
}

static void add_block(Arena *arena, size_t size)
{
    size_t wanted = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    Block *block = malloc(HEADER_SIZE + wanted);
    if (!block)
        die_out_of_memory();
    *block = (Block){ .previous = arena->block, .size = wanted };
    arena->block = block;
    arena->used = 0;
    arena->total += wanted;
}

void *arena_alloc(Arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        die_out_of_memory();
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded == 0)
        rounded = ALIGNMENT;
    if (!arena->block || arena->block->size - arena->used < rounded)
        add_block(arena, rounded);
    char *at = room(arena->block) + arena->used;
    arena->used += rounded;
    return memset(at, 0, rounded);
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
    while (arena->block != mark.block)
        drop_block(arena);
    arena->used = mark.used;
}

size_t arena_size(const Arena *arena)
{
    return arena->total;
}

void *vec_grow(Arena *arena, void *at, int count, int *capacity, size_t element_size)
{
    if (count < *capacity)
        return at;
    if (*capacity > INT32_MAX / 2)
        die_out_of_memory();
    *capacity = *capacity ? *capacity * 2 : 8;
    void *larger = arena_array(arena, (size_t)*capacity, element_size);
    if (count)
        memcpy(larger, at, (size_t)count * element_size);
    return larger;
}
