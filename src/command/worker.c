#include "command/worker.h"

#include "base/memfile.h"
#include "base/messages.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

static void close_file(int *file)
{
    if (*file >= 0)
        close(*file);
    *file = -1;
}

void worker_drop(Worker *worker)
{
    close_file(&worker->slice);
    close_file(&worker->report);
}

bool worker_prepare(Str slice, Str output, Worker *worker)
{
    worker->slice = memfile_open("slice");
    worker->report = memfile_open("report");
    if (worker->slice >= 0 && worker->report >= 0 &&
        memfile_write(worker->slice, output) && memfile_write(worker->slice, S("\n")) &&
        memfile_write(worker->slice, slice))
        return true;
    int error = errno;
    worker_drop(worker);
    errno = error;
    return false;
}

void worker_begin(Worker *worker, pid_t process)
{
    worker->process = process;
    close_file(&worker->slice);
}

Str worker_reason(Arena *arena, int status)
{
    return WIFSIGNALED(status)
               ? str_format(arena, message_text("its worker was ended by signal %d"),
                            WTERMSIG(status))
               : str_format(arena, message_text("its worker left with status %d"),
                            WEXITSTATUS(status));
}

/* "key value" in a line. */
static void take_line(Arena *arena, Str line, ManifestUnit *unit)
{
    long blank = str_find(line, S(" ")), pages;
    if (blank < 0)
        return;
    Str key = str_slice(line, 0, (size_t)blank);
    Str value = str_slice(line, (size_t)blank + 1, line.len);
    if (str_equal_c(key, "pages") && str_to_integer(value, &pages))
        unit->pages = (int)pages;
    else if (str_equal_c(key, "md5"))
        unit->digest = value;
    else if (str_equal_c(key, "handout-pages") && str_to_integer(value, &pages))
        unit->handout.pages = (int)pages;
    else if (str_equal_c(key, "handout-md5"))
        unit->handout.digest = value;
    else if (str_equal_c(key, "input"))
        vec_push(arena, &unit->inputs, value);
    else if (str_equal_c(key, "note"))
        vec_push(arena, &unit->notes, value);
    else if (str_equal_c(key, "warning"))
        vec_push(arena, &unit->warnings, value);
    else if (str_equal_c(key, "error"))
        vec_push(arena, &unit->errors, value);
}

void worker_finish(Arena *arena, Worker *worker, int status, ManifestUnit *unit)
{
    Str report = memfile_read(arena, worker->report);
    worker_drop(worker);
    worker->process = 0;
    for (long end; (end = str_find(report, S("\n"))) >= 0;) {
        take_line(arena, str_slice(report, 0, (size_t)end), unit);
        report = str_slice(report, (size_t)end + 1, report.len);
    }
    bool is_good = WIFEXITED(status) && WEXITSTATUS(status) == 0 && unit->digest.len;
    unit->result = is_good ? UNIT_MADE : UNIT_FAILED;
    if (!is_good && unit->errors.count == 0)
        vec_push(arena, &unit->errors, worker_reason(arena, status));
}
