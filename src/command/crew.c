#include "command/crew.h"

#include "base/messages.h"
#include "command/maker.h"

#include <errno.h>
#include <poll.h>
#include <spawn.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ORDERS_MAX = 2 };

typedef struct Maker {
    pid_t process; /* 0: none */
    int socket;    /* -1: closed, when all that a maker said is read */
    int end;       /* status of the one that ended last, as waitpid gives it */
    bool is_lost;  /* it ended by itself, and no order was blamed for it */
    Worker workers[ORDERS_MAX]; /* the eldest first: those that have begun */
    int count;
} Maker;

struct Crew {
    Arena *arena;
    const Options *options;
    Maker *makers;
    int count, depth;
    struct pollfd *files; /* room for crew_wait */
};

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
static int spawn(char **words, int socket, pid_t *process)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, socket, MAKER_ORDERS);
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
static int open_maker(const Options *options, Maker *maker)
{
    if (maker->process)
        return 0;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return errno;
    Arena *scratch = arena_new();
    pid_t process = 0;
    int error = spawn(command_line(scratch, options), ends[1], &process);
    maker->process = error ? 0 : process;
    arena_free(scratch);
    close(ends[1]);
    if (error)
        close(ends[0]);
    else
        maker->socket = ends[0];
    return error;
}

/* A maker answers an order that it has taken before it heeds SIGTERM; one that somebody
 * stopped would not heed it at all. */
static void end_maker(Maker *maker)
{
    kill(maker->process, SIGTERM);
    kill(maker->process, SIGCONT);
    waitpid(maker->process, &maker->end, 0);
    maker->process = 0;
}

/* When that fails the maker has ended, which is seen when its answer is asked for. */
static void send_order(const Maker *maker, const Worker *worker)
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
    int files[] = { [MAKER_SLICE] = worker->slice, [MAKER_REPORT] = worker->report };
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    *head = (struct cmsghdr){ .cmsg_len = CMSG_LEN(sizeof files),
                              .cmsg_level = SOL_SOCKET,
                              .cmsg_type = SCM_RIGHTS };
    memcpy(CMSG_DATA(head), files, sizeof files);
    sendmsg(maker->socket, &message, MSG_NOSIGNAL);
}

Crew *crew_open(Arena *arena, const Options *options)
{
    Crew *crew = arena_alloc(arena, sizeof *crew);
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    int cores = online > 0 ? (int)online : 1;
    int count = options->job_count ? options->job_count : cores;
    *crew = (Crew){
        .arena = arena,
        .options = options,
        .makers = arena_array(arena, (size_t)count, sizeof *crew->makers),
        .count = count,
        .depth = count == 1 || options->is_fail_fast ? 1 : ORDERS_MAX,
        .files = arena_array(arena, (size_t)count + 1, sizeof *crew->files),
    };
    for (int i = 0; i < count; i++)
        crew->makers[i].socket = -1;
    for (int i = 0; i < count && i < cores; i++)
        open_maker(options, &crew->makers[i]);
    return crew;
}

/* The one with the fewest orders. */
static Maker *find_idle(const Crew *crew)
{
    Maker *idle = NULL;
    int fewest = crew->depth;
    for (int i = 0; i < crew->count; i++)
        if (crew->makers[i].count < fewest) {
            idle = &crew->makers[i];
            fewest = idle->count;
        }
    return idle;
}

bool crew_has_room(const Crew *crew)
{
    return find_idle(crew) != NULL;
}

bool crew_order(Crew *crew, int unit, int attempt, Str slice, Str output)
{
    Maker *maker = find_idle(crew);
    int error = open_maker(crew->options, maker);
    Worker worker = { .unit = unit, .attempt = attempt };
    errno = error;
    if (error || !worker_prepare(slice, output, &worker))
        return false;
    send_order(maker, &worker);
    maker->workers[maker->count++] = worker;
    return true;
}

int crew_busy(const Crew *crew)
{
    int busy = 0;
    for (int i = 0; i < crew->count; i++)
        busy += crew->makers[i].count;
    return busy;
}

/* The eldest that has not begun, or `count`. */
static int first_waiting(const Maker *maker)
{
    int index = 0;
    while (index < maker->count && maker->workers[index].process)
        index++;
    return index;
}

static bool hand_out(Maker *maker, int index, CrewEvent event, CrewEvent *out)
{
    *out = event;
    out->worker = maker->workers[index];
    maker->count--;
    for (int i = index; i < maker->count; i++)
        maker->workers[i] = maker->workers[i + 1];
    return true;
}

static bool fail(Maker *maker, int index, Str why, CrewEvent *out)
{
    worker_drop(&maker->workers[index]);
    return hand_out(maker, index, (CrewEvent){ .kind = CREW_FAILED, .why = why }, out);
}

/* An answer of a maker: the process that makes the eldest order now, or -errno. False
 * when there is none. */
static bool take_answer(const Crew *crew, Maker *maker, CrewEvent *out)
{
    int answer, index = first_waiting(maker);
    ssize_t size = recv(maker->socket, &answer, sizeof answer, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return false;
    if (size != sizeof answer || index == maker->count) {
        close(maker->socket);
        maker->socket = -1;
        maker->is_lost = maker->process != 0;
        if (maker->process)
            end_maker(maker);
        return false;
    }
    if (answer <= 0)
        return fail(maker, index,
                    str_format(crew->arena, message_text("cannot start a worker: %s"),
                               strerror(-answer)),
                    out);
    worker_begin(&maker->workers[index], answer);
    *out = (CrewEvent){ .kind = CREW_BEGUN, .worker = maker->workers[index] };
    return true;
}

/* An order whose maker is no more. A maker that was ended while it waited is replaced
 * once; one that ends again at the same order does so for a reason. */
static bool take_back(const Crew *crew, Maker *maker, CrewEvent *out)
{
    int index = first_waiting(maker);
    if (index == maker->count)
        return false;
    Worker *worker = &maker->workers[index];
    if (maker->is_lost && worker->attempt > 0) {
        maker->is_lost = false;
        return fail(maker, index, worker_reason(crew->arena, maker->end), out);
    }
    worker->attempt += maker->is_lost;
    maker->is_lost = false;
    worker_drop(worker);
    return hand_out(maker, index, (CrewEvent){ .kind = CREW_RETURNED }, out);
}

static bool take_end(Maker *maker, CrewEvent *out)
{
    for (int i = 0, status = 0; i < maker->count && maker->workers[i].process; i++)
        if (waitpid(maker->workers[i].process, &status, WNOHANG) != 0)
            return hand_out(maker, i,
                            (CrewEvent){ .kind = CREW_ENDED, .status = status }, out);
    return false;
}

bool crew_next(Crew *crew, CrewEvent *out)
{
    for (int i = 0; i < crew->count; i++) {
        Maker *maker = &crew->makers[i];
        if ((maker->socket >= 0 && take_answer(crew, maker, out)) ||
            (maker->socket < 0 && take_back(crew, maker, out)) || take_end(maker, out))
            return true;
    }
    return false;
}

int crew_wait(const Crew *crew, int signals, double seconds)
{
    crew->files[0] = (struct pollfd){ .fd = signals, .events = POLLIN };
    for (int i = 0; i < crew->count; i++)
        crew->files[i + 1] =
            (struct pollfd){ .fd = crew->makers[i].socket, .events = POLLIN };
    int milliseconds = seconds < 0 ? -1 : (int)(seconds * 1000) + 1;
    struct signalfd_siginfo signal;
    if (poll(crew->files, (nfds_t)crew->count + 1, milliseconds) > 0 &&
        crew->files[0].revents &&
        read(signals, &signal, sizeof signal) == sizeof signal)
        return (int)signal.ssi_signo;
    return 0;
}

void crew_stop(Crew *crew)
{
    for (int i = 0; i < crew->count; i++)
        if (crew->makers[i].process)
            end_maker(&crew->makers[i]);
}

bool crew_is_gone(void)
{
    pid_t process;
    do
        process = waitpid(-1, NULL, WNOHANG);
    while (process > 0);
    return process < 0;
}

static void end_worker(Worker *worker)
{
    if (worker->process) {
        kill(worker->process, SIGTERM);
        kill(worker->process, SIGCONT);
        waitpid(worker->process, NULL, 0);
    }
    worker_drop(worker);
}

void crew_close(Crew *crew)
{
    CrewEvent event;
    crew_stop(crew);
    while (crew_next(crew, &event))
        if (event.kind == CREW_ENDED)
            worker_drop(&event.worker);
    for (int i = 0; i < crew->count; i++) {
        Maker *maker = &crew->makers[i];
        for (int w = 0; w < maker->count; w++)
            end_worker(&maker->workers[w]);
        maker->count = 0;
    }
}
