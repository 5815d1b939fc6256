/* interrupt.h - the signals that end a batch: Ctrl-C, and what schedulers send. */
#ifndef COMMAND_INTERRUPT_H
#define COMMAND_INTERRUPT_H
#include <signal.h>
#include <stdbool.h>

bool interrupt_is(int signal);

/* They and the end of a child wait to be asked for from now on: gives the set. */
sigset_t interrupt_hold(void);

#endif
