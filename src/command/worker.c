#include "command/worker.h"

#include "base/memfile.h"
#include "base/messages.h"
#include "command/maker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long, in milliseconds, a maker may be silent before somebody who wants to end the
 * batch is listened to. */
enum { PATIENCE = 2000 };

extern char **environ;

typedef VEC(char *) Arguments;

static void add_option(Arena *arena, Arguments *words, const char *option, Str value)
{
    if (value.len == 0)
        return;
    vec_push(arena, words, (char *)option);
    vec_push(arena, words, (char *)str_c(arena, value));
}

/* The command line; an export that was given by --survey is left out. */
static char **command_line(Arena *arena, const Options *options)
{
    Arguments words = { 0 };
    vec_push(arena, &words, "lysark");
    vec_push(arena, &words, "worker");
    add_option(arena, &words, "--survey",
               options_name_description(options) ? options->survey : (Str){ 0 });
    add_option(arena, &words, "--language", options->language);
    for (int i = 0; i < options->settings.count; i++) {
        LayoutSetting setting = options->settings.at[i];
        add_option(arena, &words, "--set",
                   str_format(arena, "%.*s=%.*s", STR_ARG(setting.key),
                              STR_ARG(setting.value)));
    }
    if (options->form)
        add_option(arena, &words, "--as", options->form->name);
    if (options->is_grey)
        vec_push(arena, &words, "--grey");
    add_option(arena, &words, "--", options->layout);
    vec_push(arena, &words, NULL);
    return words.at;
}

/* Of a group of its own, so that Ctrl-C reaches the parent alone. Gives errno or 0. */
static int spawn(char **words, int orders, pid_t *process)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, orders, MAKER_ORDERS);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    int error =
        posix_spawn(process, "/proc/self/exe", &files, &attributes, words, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return error;
}

/* Gives errno or 0. */
static int open_maker(const Options *options, Worker *worker)
{
    if (worker->maker)
        return 0;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return errno;
    Arena *scratch = arena_new();
    int error = spawn(command_line(scratch, options), ends[1], &worker->maker);
    arena_free(scratch);
    close(ends[1]);
    worker->orders = ends[0];
    if (error) {
        worker->maker = 0;
        close(ends[0]);
    }
    return error;
}

/* Ends the maker where it has not ended. Gives its status as waitpid does. */
static int close_maker(Worker *worker)
{
    int status = 0;
    close(worker->orders);
    kill(worker->maker, SIGTERM);
    waitpid(worker->maker, &status, 0);
    worker->maker = 0;
    return status;
}

static bool send_order(const Worker *worker, int slice)
{
    char byte = 0;
    union {
        struct cmsghdr head;
        char bytes[CMSG_SPACE(sizeof(int[MAKER_FILE_COUNT]))];
    } control = { 0 };
    struct iovec data = { &byte, 1 };
    struct msghdr message = { .msg_iov = &data,
                              .msg_iovlen = 1,
                              .msg_control = &control,
                              .msg_controllen = sizeof control };
    int files[] = { [MAKER_SLICE] = slice, [MAKER_REPORT] = worker->report };
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    *head = (struct cmsghdr){ .cmsg_len = CMSG_LEN(sizeof files),
                              .cmsg_level = SOL_SOCKET,
                              .cmsg_type = SCM_RIGHTS };
    memcpy(CMSG_DATA(head), files, sizeof files);
    return sendmsg(worker->orders, &message, MSG_NOSIGNAL) == 1;
}

/* Whether a signal is there that the batch is to be ended by. */
static bool is_interrupted(void)
{
    sigset_t waiting;
    sigpending(&waiting);
    return sigismember(&waiting, SIGINT) || sigismember(&waiting, SIGTERM) ||
           sigismember(&waiting, SIGHUP);
}

/* The answer to an order; false when the maker has ended, or is waited for in vain. */
static bool take_answer(const Worker *worker, int *answer)
{
    struct pollfd socket = { .fd = worker->orders, .events = POLLIN };
    while (poll(&socket, 1, PATIENCE) == 0)
        if (is_interrupted())
            return false;
    return recv(worker->orders, answer, sizeof *answer, 0) == sizeof *answer;
}

/* Why a process ended without saying so itself. */
static Str reason(Arena *arena, int status)
{
    return WIFSIGNALED(status)
               ? str_format(arena, message_text("its worker was ended by signal %d"),
                            WTERMSIG(status))
               : str_format(arena, message_text("its worker left with status %d"),
                            WEXITSTATUS(status));
}

static bool fail(ManifestUnit *unit, Arena *arena, Str why)
{
    unit->result = UNIT_FAILED;
    vec_push(arena, &unit->errors, why);
    return false;
}

static bool fail_to_start(ManifestUnit *unit, Arena *arena, int error)
{
    return fail(
        unit, arena,
        str_format(arena, message_text("cannot start a worker: %s"), strerror(error)));
}

/* A maker that was ended while it waited is replaced once; one that ends again does so
 * for a reason. */
static bool give_order(Arena *arena, const Options *options, int slice, Worker *worker,
                       ManifestUnit *unit)
{
    int status = 0;
    for (int attempt = 0; attempt < 2; attempt++) {
        int answer, error = open_maker(options, worker);
        if (error)
            return fail_to_start(unit, arena, error);
        if (send_order(worker, slice) && take_answer(worker, &answer)) {
            worker->process = answer > 0 ? answer : 0;
            return answer > 0 || fail_to_start(unit, arena, -answer);
        }
        status = close_maker(worker);
    }
    return fail(unit, arena, reason(arena, status));
}

void worker_open(const Options *options, Worker *worker)
{
    open_maker(options, worker);
}

bool worker_start(Arena *arena, const Options *options, Str slice, Str output,
                  Worker *worker, ManifestUnit *unit)
{
    int file = memfile_open("slice");
    worker->report = memfile_open("report");
    bool is_started;
    if (file < 0 || worker->report < 0 || !memfile_write(file, output) ||
        !memfile_write(file, S("\n")) || !memfile_write(file, slice))
        is_started = fail_to_start(unit, arena, errno);
    else
        is_started = give_order(arena, options, file, worker, unit);
    if (file >= 0)
        close(file);
    if (!is_started && worker->report >= 0)
        close(worker->report);
    return is_started;
}

bool worker_is(Worker *worker, pid_t process)
{
    if (worker->maker == process) {
        close(worker->orders);
        worker->maker = 0;
    }
    return worker->process == process;
}

void worker_close(Worker *worker)
{
    if (worker->process) {
        kill(worker->process, SIGTERM);
        waitpid(worker->process, NULL, 0);
        close(worker->report);
        worker->process = 0;
    }
    if (worker->maker)
        close_maker(worker);
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
    else if (str_equal_c(key, "warning"))
        vec_push(arena, &unit->warnings, value);
    else if (str_equal_c(key, "error"))
        vec_push(arena, &unit->errors, value);
}

void worker_finish(Arena *arena, Worker *worker, int status, ManifestUnit *unit)
{
    Str report = memfile_read(arena, worker->report);
    close(worker->report);
    worker->process = 0;
    for (long end; (end = str_find(report, S("\n"))) >= 0;) {
        take_line(arena, str_slice(report, 0, (size_t)end), unit);
        report = str_slice(report, (size_t)end + 1, report.len);
    }
    bool is_good = WIFEXITED(status) && WEXITSTATUS(status) == 0 && unit->digest.len;
    unit->result = is_good ? UNIT_MADE : UNIT_FAILED;
    if (is_good || unit->errors.count)
        return;
    vec_push(arena, &unit->errors, reason(arena, status));
}
