/* crew.h - the processes below a batch: a maker for each job (see maker.h), and the
 * workers that come of them. A maker has at most two orders: the deck that it makes,
 * and one that begins as soon as that is composed, while it is still being written. So
 * nobody waits for the batch, and the batch, which asks all of them without blocking,
 * waits for nobody. */
#ifndef COMMAND_CREW_H
#define COMMAND_CREW_H
#include "command/options.h"
#include "command/worker.h"

#include <signal.h>

typedef struct Crew Crew;

/* Lets as many makers as there are cores begin to prepare, which takes them some time:
 * the batch reads the answers meanwhile. Others begin at their first order. */
Crew *crew_open(Arena *arena, const Options *options);

/* Whether an order can be given. */
bool crew_has_room(const Crew *crew);

/* Orders the deck of a slice, to be written to `output`, and, where the options have a
 * form, the handout beside it. False with errno. */
bool crew_order(Crew *crew, int unit, int attempt, Str slice, Str output);

/* Orders that were given and did not come to an end. */
int crew_busy(const Crew *crew);

typedef enum CrewEventKind {
    CREW_BEGUN,
    CREW_ENDED,    /* the worker, with `status`: for worker_finish */
    CREW_RETURNED, /* its maker ended before it began: to be ordered again, with the
                    * attempt that it has now */
    CREW_FAILED,   /* it cannot be begun: `why` */
} CrewEventKind;

typedef struct CrewEvent {
    CrewEventKind kind;
    Worker worker;
    int status;
    Str why;
} CrewEvent;

/* What happened meanwhile, one after the other; false: nothing more. */
bool crew_next(Crew *crew, CrewEvent *out);

/* Sleeps until something happens, one of the signals of `signals` (a signalfd) comes,
 * or the seconds are over; negative: however long. Gives the signal, or 0. The caller
 * blocks SIGCHLD, which is to be one of them. */
int crew_wait(const Crew *crew, int signals, double seconds);

/* Ends the makers: no order begins any more, those that have not are returned. */
void crew_stop(Crew *crew);

/* After that and the end of all workers: whether no process is left. One that nobody
 * knows of may be, when a maker was killed before it told. */
bool crew_is_gone(void);

/* Ends what still runs, without events. */
void crew_close(Crew *crew);

#endif
