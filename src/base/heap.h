/* heap.h - what malloc takes from the system, and how. */
#ifndef BASE_HEAP_H
#define BASE_HEAP_H

/* For the start of a process: its first megabytes of heap lie in huge pages, where the
 * system has them, and memory that was freed is kept for the next who asks. */
void heap_settle(void);

#endif
