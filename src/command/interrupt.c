#include "command/interrupt.h"

static const int ENDS[] = { SIGINT, SIGTERM, SIGHUP };

enum { END_COUNT = sizeof ENDS / sizeof *ENDS };

bool interrupt_is(int signal)
{
    for (int i = 0; i < END_COUNT; i++)
        if (signal == ENDS[i])
            return true;
    return false;
}

sigset_t interrupt_hold(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    for (int i = 0; i < END_COUNT; i++)
        sigaddset(&signals, ENDS[i]);
    sigaddset(&signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &signals, NULL);
    return signals;
}
