/* worker.h - one deck of a batch, in a process of its own, which is given a slice and
 * nothing else of the answers, and opens no export: so a deck cannot hold what another
 * unit answered, whatever is wrong with the code that composes it. Here is what the
 * batch gives it and hears of it; who starts it is told in crew.h. */
#ifndef COMMAND_WORKER_H
#define COMMAND_WORKER_H
#include "command/manifest.h"

#include <sys/types.h>

typedef struct Worker {
    int unit;          /* the caller's number */
    int attempt;       /* 0: the first */
    pid_t process;     /* 0: has not begun */
    int slice, report; /* descriptors; -1: none. slice: until it has begun */
} Worker;

/* Makes its two files: one with the deck's path and the slice's bytes, one for the
 * report. False with errno, and no file is left open. */
bool worker_prepare(Str slice, Str output, Worker *worker);

/* It has its slice now. */
void worker_begin(Worker *worker, pid_t process);

/* Of a process that ended without saying why; `status` is waitpid's. */
Str worker_reason(Arena *arena, int status);

/* After its end: fills in result, digest, pages, inputs and messages. */
void worker_finish(Arena *arena, Worker *worker, int status, ManifestUnit *unit);

/* Closes its files. */
void worker_drop(Worker *worker);

#endif
