#include "command/watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* Milliseconds without a further event after which the files are taken as written. */
enum { QUIET_TIME = 15 };

typedef struct Watched {
    int folder; /* what inotify calls it */
    Str path, name;
} Watched;

struct Watch {
    Arena *arena;
    int events, signals; /* descriptors */
    VEC(Watched) files;
};

Watch *watch_open(Arena *arena, Diags *diags)
{
    Watch *watch = arena_alloc(arena, sizeof *watch);
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    watch->arena = arena;
    watch->signals = signalfd(-1, &ends, SFD_CLOEXEC);
    watch->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (watch->signals >= 0 && watch->events >= 0)
        return watch;
    diag_error(diags, (Place){ .file = S("--watch") }, "cannot watch files: %s",
               strerror(errno));
    diag_hint(diags, "raise fs.inotify.max_user_instances, or end another program");
    watch_close(watch);
    return NULL;
}

void watch_close(Watch *watch)
{
    if (watch->signals >= 0)
        close(watch->signals);
    if (watch->events >= 0)
        close(watch->events);
}

static bool is_watched(const Watch *watch, Str path)
{
    for (int i = 0; i < watch->files.count; i++)
        if (str_equal(watch->files.at[i].path, path))
            return true;
    return false;
}

void watch_file(Watch *watch, Str path)
{
    if (path.len == 0 || is_watched(watch, path))
        return;
    Str copy = str_copy(watch->arena, path);
    size_t from = copy.len;
    while (from > 0 && copy.at[from - 1] != '/')
        from--;
    const char *folder = from ? str_c(watch->arena, str_slice(copy, 0, from)) : ".";
    int id = inotify_add_watch(watch->events, folder,
                               IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM |
                                   IN_DELETE | IN_ONLYDIR);
    Watched file = { id, copy, str_slice(copy, from, copy.len) };
    if (id >= 0) /* a folder that is not there: its file is missing in the layout too */
        vec_push(watch->arena, &watch->files, file);
}

static bool is_about(const Watch *watch, const struct inotify_event *event)
{
    Str name = event->len ? str_from_c(event->name) : (Str){ 0 };
    for (int i = 0; i < watch->files.count; i++)
        if (watch->files.at[i].folder == event->wd &&
            str_equal(watch->files.at[i].name, name))
            return true;
    return false;
}

/* Takes in all that has happened; whether one of the files was meant. */
static bool take_events(const Watch *watch)
{
    union {
        struct inotify_event first; /* for its alignment */
        char bytes[16 * 1024];
    } buffer;
    bool has_changed = false;
    for (ssize_t size;
         (size = read(watch->events, buffer.bytes, sizeof buffer.bytes)) > 0;) {
        for (const char *at = buffer.bytes; at < buffer.bytes + size;) {
            const struct inotify_event *event = (const void *)at;
            has_changed |= is_about(watch, event);
            at += sizeof *event + event->len;
        }
    }
    return has_changed;
}

bool watch_wait(Watch *watch)
{
    struct pollfd sources[] = {
        {.fd = watch->signals, .events = POLLIN},
        { .fd = watch->events, .events = POLLIN}
    };
    bool has_changed = false;
    for (;;) {
        int count = poll(sources, 2, has_changed ? QUIET_TIME : -1);
        if (count < 0 && errno != EINTR)
            return false;
        if (count == 0)
            return true;
        if (sources[0].revents)
            return false;
        if (sources[1].revents && take_events(watch))
            has_changed = true;
    }
}
