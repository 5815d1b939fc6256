/* wipe.h - memory that is overwritten before it is given back: what was read and is not
 * to be kept, such as names and addresses, must not stay behind in it. */
#ifndef BASE_WIPE_H
#define BASE_WIPE_H
#include <stdbool.h>
#include <stddef.h>

/* For libraries that take functions of this kind. NULL when memory is out. */
void *wipe_malloc(size_t size);
void *wipe_realloc(void *at, size_t size);
void wipe_free(void *at);

/* For those that do not: while it is on, the system overwrites what is freed. */
void wipe_freed(bool is_on);

/* What calls that have returned left on the stack, such as saved registers. */
void wipe_stack(void);

#endif
