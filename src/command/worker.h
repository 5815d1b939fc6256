/* worker.h - one deck of a batch, in a process of its own: this program, executed anew,
 * which is given a slice and nothing else of the answers. It reads layout, descriptions
 * and theme by itself, and opens no export: so a deck cannot hold what another unit
 * answered, whatever is wrong with the code that composes it. */
#ifndef COMMAND_WORKER_H
#define COMMAND_WORKER_H
#include "command/manifest.h"
#include "command/options.h"

#include <sys/types.h>

typedef struct Worker {
    pid_t process; /* 0: none */
    int report;    /* descriptor of what it has to say at its end */
} Worker;

/* Starts one for the slice's bytes, which writes `output` and, where the options have a
 * form, the handout beside it. The caller blocks SIGCHLD and waits for the process.
 * False with an error. */
bool worker_start(const Options *options, Str slice, Str output, Worker *out,
                  Diags *diags);

/* After its end, which `status` (of waitpid) tells of: fills in result, digest, pages,
 * inputs and messages, and closes what worker_start opened. */
void worker_finish(Arena *arena, Worker *worker, int status, ManifestUnit *unit);

/* What the process itself does. Messages go to the parent; those that cannot are left
 * in diags. */
bool worker_run(Arena *arena, const Options *options, Diags *diags);

#endif
