#include "command/progress.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/messages.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_UNKNOWN = 80 };
static const double SILENCE = 10; /* seconds between two lines of progress_count */

Progress progress_begin(int total, bool is_quiet)
{
    return (Progress){ .start = clock_seconds(),
                       .total = total,
                       .is_quiet = is_quiet,
                       .doing = "",
                       .said = clock_seconds(),
                       .is_terminal = isatty(STDERR_FILENO) };
}

static size_t terminal_columns(void)
{
    struct winsize size;
    bool is_known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return is_known ? size.ws_col : COLUMNS_UNKNOWN;
}

/* How long the rest takes if it goes on as it went, as " (0 failed, 1:05 left)". */
static Str estimate(Arena *scratch, const Progress *progress)
{
    if (progress->done == 0)
        return (Str){ 0 };
    double spent = clock_seconds() - progress->start;
    double left = spent / progress->done * (progress->total - progress->done);
    int seconds = (int)(left + 0.5);
    return str_format(scratch, message_text(" (%d failed, %d:%02d left)"),
                      progress->failed, seconds / 60, seconds % 60);
}

/* A line that is longer than the terminal could not be taken back: the name gives way.
 * What is one character in Unicode is taken for one column. */
static void show(const Progress *progress, Str name)
{
    Arena *scratch = arena_new();
    Str count = str_format(scratch, "%s%d/%d ", progress->doing, progress->done,
                           progress->total);
    Str rest = estimate(scratch, progress);
    size_t columns = terminal_columns(), end = 0;
    size_t used = (size_t)utf8_count(count) + (size_t)utf8_count(rest) + 1;
    for (size_t next = 0; end < name.len; end = next) {
        utf8_next(name, &next);
        if (++used > columns)
            break;
    }
    fprintf(stderr, "\r\033[K%.*s%.*s%.*s", STR_ARG(count), (int)end, name.at,
            STR_ARG(rest));
    fflush(stderr);
    arena_free(scratch);
}

void progress_start(const Progress *progress, Str name)
{
    if (!progress->is_quiet && progress->is_terminal)
        show(progress, name);
}

void progress_step(Progress *progress, const ManifestUnit *unit)
{
    progress->done++;
    progress->failed += unit->result == UNIT_FAILED;
    if (progress->is_quiet)
        return;
    if (progress->is_terminal) {
        show(progress, unit->name);
        return;
    }
    fprintf(stderr, "%d/%d %.*s: ", progress->done, progress->total,
            STR_ARG(unit->name));
    if (unit->result == UNIT_FAILED)
        fputs(message_text("failed"), stderr);
    else
        fprintf(stderr, message_text("%d pages"), unit->pages);
    fputc('\n', stderr);
}

void progress_count(Progress *progress, Str name, bool is_failed)
{
    double now = clock_seconds();
    progress->done++;
    progress->failed += is_failed;
    if (progress->is_quiet)
        return;
    if (progress->is_terminal) {
        show(progress, name);
    } else if (now - progress->said >= SILENCE && progress->done < progress->total) {
        progress->said = now;
        fprintf(stderr, "%s%d/%d\n", progress->doing, progress->done, progress->total);
    }
}

void progress_clear(const Progress *progress)
{
    if (!progress->is_quiet && progress->is_terminal && progress->total > 0)
        fputs("\r\033[K", stderr);
}

void progress_end(const Progress *progress, int current, int skipped, Str folder)
{
    if (progress->is_quiet)
        return;
    progress_clear(progress);
    fprintf(
        stderr,
        message_text("%.*s: %d made, %d up to date, %d skipped, %d failed, %.1f s\n"),
        STR_ARG(folder), progress->done - progress->failed, current, skipped,
        progress->failed, clock_seconds() - progress->start);
}
