#include "command/progress.h"

#include "base/messages.h"

#include <stdio.h>
#include <unistd.h>

static double seconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) +
           (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

Progress progress_begin(int total, bool is_quiet)
{
    Progress progress = { .total = total,
                          .is_quiet = is_quiet,
                          .is_terminal = isatty(STDERR_FILENO) };
    clock_gettime(CLOCK_MONOTONIC, &progress.start);
    return progress;
}

void progress_step(Progress *progress, const ManifestUnit *unit)
{
    progress->done++;
    progress->failed += unit->result == UNIT_FAILED;
    if (progress->is_quiet)
        return;
    fprintf(stderr, "%s%d/%d %.*s: ", progress->is_terminal ? "\r\033[K" : "",
            progress->done, progress->total, STR_ARG(unit->name));
    if (unit->result == UNIT_FAILED)
        fputs(message_text("failed"), stderr);
    else
        fprintf(stderr, message_text("%d pages"), unit->pages);
    if (!progress->is_terminal) {
        fputc('\n', stderr);
        return;
    }
    double left = seconds_since(&progress->start) / progress->done *
                  (progress->total - progress->done);
    fprintf(stderr, message_text(" (%d failed, %.0f s left)"), progress->failed, left);
    fflush(stderr);
}

void progress_end(const Progress *progress, int current, int skipped, Str folder)
{
    if (progress->is_quiet)
        return;
    if (progress->is_terminal && progress->done > 0)
        fputs("\r\033[K", stderr);
    fprintf(
        stderr,
        message_text("%.*s: %d made, %d up to date, %d skipped, %d failed, %.1f s\n"),
        STR_ARG(folder), progress->done - progress->failed, current, skipped,
        progress->failed, seconds_since(&progress->start));
}
