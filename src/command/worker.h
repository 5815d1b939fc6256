/* worker.h - one deck of a batch, in a process of its own, which is given a slice and
 * nothing else of the answers, and opens no export: so a deck cannot hold what another
 * unit answered, whatever is wrong with the code that composes it. Workers come of a
 * maker, one for each job: see maker.h. */
#ifndef COMMAND_WORKER_H
#define COMMAND_WORKER_H
#include "command/manifest.h"
#include "command/options.h"

#include <sys/types.h>

/* One after the other; zeroed at first. */
typedef struct Worker {
    pid_t process; /* 0: none */
    int report;    /* descriptor of what it has to say at its end */
    pid_t maker;   /* 0: none; they stay from one worker to the next */
    int orders;    /* the socket to it */
} Worker;

/* Lets a maker begin to prepare, so that several do at once. */
void worker_open(const Options *options, Worker *worker);

/* Starts one for the slice's bytes, which writes `output` and, where the options have a
 * form, the handout beside it. The caller blocks SIGCHLD and waits for the process.
 * False with an error in `unit`, which has failed. */
bool worker_start(Arena *arena, const Options *options, Str slice, Str output,
                  Worker *worker, ManifestUnit *unit);

/* Whether it was this process that ended; of its maker's end it takes note. */
bool worker_is(Worker *worker, pid_t process);

/* After its end, which `status` (of waitpid) tells of: fills in result, digest, pages,
 * inputs and messages. */
void worker_finish(Arena *arena, Worker *worker, int status, ManifestUnit *unit);

/* Ends what still runs, the maker too. */
void worker_close(Worker *worker);

#endif
