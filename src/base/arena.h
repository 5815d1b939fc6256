/* arena.h - memory that is given back all at once.
 * A run, a deck and a temporary piece of work each have an arena; there is no free()
 * of single things. Running out of memory prints one line and leaves with status 2. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H
#include <stddef.h>

typedef struct Arena Arena;

/* A point to go back to, see arena_mark. */
typedef struct ArenaMark {
    void *block;
    size_t used;
} ArenaMark;

Arena *arena_new(void);
/* For megabytes: takes them in huge pages, each of which costs the system as little as
 * a few small ones. */
Arena *arena_new_large(void);
void arena_free(Arena *arena);

/* Zeroed, 16-byte aligned memory; never NULL, also for size 0. */
void *arena_alloc(Arena *arena, size_t size);

/* A count of zeroed elements; a product that does not fit counts as out of memory. */
void *arena_array(Arena *arena, size_t count, size_t element_size);

/* The `size` bytes at `at` (NULL: none) with room for `larger`, zeroed beyond them: in
 * place when nothing was allocated after them, else a copy. */
void *arena_grow(Arena *arena, void *at, size_t size, size_t larger);

/* Gives the end of what was allocated last back; of anything else nothing. */
void arena_shrink(Arena *arena, const void *at, size_t size, size_t smaller);

/* Everything allocated after the mark is gone with the rewind. */
ArenaMark arena_mark(Arena *arena);
void arena_rewind(Arena *arena, ArenaMark mark);
/* The same, and the bytes of it are overwritten. */
void arena_wipe(Arena *arena, ArenaMark mark);

/* A growing array: `typedef VEC(Line) Lines;`, then vec_push(arena, &lines, line).
 * Hand out .at and .count when it is complete. */
#define VEC(Type)                                                                      \
    struct {                                                                           \
        Type *at;                                                                      \
        int count, capacity;                                                           \
    }
#define vec_push(arena, vec, ...)                                                      \
    ((vec)->at = (vec)->count < (vec)->capacity                                        \
                     ? (vec)->at                                                       \
                     : vec_grow((arena), (vec)->at, (vec)->count, &(vec)->capacity,    \
                                sizeof *(vec)->at),                                    \
     (vec)->at[(vec)->count++] = (__VA_ARGS__))

/* Makes room for so many elements at once, where their number is known roughly: growing
 * by doubling leaves as much memory behind as it gives. */
#define vec_reserve(arena, vec, wanted)                                                \
    ((vec)->at = vec_make_room((arena), (vec)->at, (vec)->count, &(vec)->capacity,     \
                               sizeof *(vec)->at, (wanted)))

void *vec_make_room(Arena *arena, void *at, int count, int *capacity,
                    size_t element_size, int wanted);

/* Room for one more element: `at` itself, or a larger copy of it. */
void *vec_grow(Arena *arena, void *at, int count, int *capacity, size_t element_size);

#endif
