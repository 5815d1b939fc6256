#include "command/maker.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/memfile.h"
#include "command/deck.h"
#include "command/file_name.h"
#include "command/manifest.h"
#include "render/pdf.h"
#include "survey/slice_file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* "key value" in a line, which may not hold another. */
static void put_line(Buffer *report, const char *key, Str value)
{
    Str line = str_replace(report->arena, value, S("\n"), S(" "));
    buffer_format(report, "%s %.*s\n", key, STR_ARG(line));
}

/* Of a file that was written. */
typedef struct Made {
    Str bytes, digest;
    int pages;
} Made;

static void put_file(Buffer *report, const char *before, const Made *made)
{
    if (made->digest.len)
        buffer_format(report, "%spages %d\n%smd5 %.*s\n", before, made->pages, before,
                      STR_ARG(made->digest));
}

/* What was said of the deck already is not said of the handout again. */
static bool is_said(const Diags *diags, int index)
{
    const Diag *diag = &diags->list.at[index];
    for (int i = 0; i < index; i++) {
        const Diag *other = &diags->list.at[i];
        if (str_equal(diag->message, other->message) &&
            str_equal(diag->place.file, other->place.file) &&
            diag->place.line == other->place.line &&
            diag->place.column == other->place.column &&
            diag->place.row == other->place.row)
            return true;
    }
    return false;
}

static bool send_report(Arena *arena, const DeckRun *run, const Made *deck,
                        const Made *handout, int file)
{
    static const char *const keys[] = { "note", "warning", "error" };
    Buffer report = buffer_in(arena);
    for (int i = 0; i < run->diags->list.count; i++) {
        const Diag *diag = &run->diags->list.at[i];
        Str place = place_text(arena, diag->place);
        if (!is_said(run->diags, i))
            put_line(&report, keys[diag->severity],
                     str_format(arena, "%.*s%s%.*s", STR_ARG(place),
                                place.len ? ": " : "", STR_ARG(diag->message)));
    }
    for (int i = 0; i < run->diags->files.count; i++)
        put_line(&report, "input", run->diags->files.at[i]);
    for (int i = 0; i < FONT_ROLE_COUNT; i++)
        put_line(&report, "input", run->theme.fonts[i]);
    for (int i = 0; i < run->theme.fallbacks.count; i++)
        put_line(&report, "input", run->theme.fallbacks.at[i]);
    put_file(&report, "", deck);
    put_file(&report, "handout-", handout);
    return memfile_write(file, buffer_text(&report));
}

/* A unit's slice, and the deck's path in a line before it. */
static bool read_order(DeckRun *run, int file, Str *output)
{
    Str bytes = memfile_read(run->arena, file);
    long end = str_find(bytes, S("\n"));
    assert(end >= 0);
    *output = str_slice(bytes, 0, (size_t)end);
    bytes = str_slice(bytes, (size_t)end + 1, bytes.len);
    const Description *previous = run->has_previous ? &run->previous_description : NULL;
    if (slice_read(run->arena, bytes, &run->description, previous, &run->slice))
        return true;
    diag_error(run->diags, (Place){ .file = run->description.path },
               "the answers that came from the batch do not go with the description");
    diag_hint(run->diags, "run the batch again, and leave its files alone meanwhile");
    return false;
}

static bool print_pages(DeckRun *run, Made *out)
{
    out->pages = run->deck.pages.count;
    return pdf_write(run->arena, &run->deck, &out->bytes, run->diags);
}

static bool write_file(DeckRun *run, Str path, Made *made)
{
    if (!file_write_of_many(path, made->bytes, run->diags))
        return false;
    made->digest = manifest_digest(run->arena, made->bytes);
    return true;
}

/* Of the deck: the form and grey are the handout's. */
static Options deck_options(const Options *options)
{
    Options of_deck = *options;
    of_deck.form = NULL;
    of_deck.is_grey = false;
    return of_deck;
}

/* Neither file is written unless both can be made. A disk takes its time: while it
 * does, the next worker composes. */
static bool make(DeckRun *run, const Options *options, int order, int turn, Made *deck,
                 Made *handout)
{
    Options of_deck = deck_options(options);
    Str output;
    bool is_made = read_order(run, order, &output) &&
                   deck_compose_slice(run, &of_deck) && print_pages(run, deck);
    if (is_made && options->form)
        is_made = deck_compose_again(run, options->form, options->is_grey) &&
                  print_pages(run, handout);
    close(turn);
    return is_made &&
           (!options->form ||
            write_file(run, file_handout_name(run->arena, output), handout)) &&
           write_file(run, output, deck);
}

/* What a worker does. Its end leaves all to the system that it has: nothing is to be
 * given back one by one. It returns when the report cannot be sent. */
static bool work(DeckRun *run, const Options *options, bool is_prepared,
                 const int *files, int turn)
{
    Made deck = { 0 }, handout = { 0 };
    bool is_made =
        is_prepared && make(run, options, files[MAKER_SLICE], turn, &deck, &handout);
    if (send_report(run->arena, run, &deck, &handout, files[MAKER_REPORT]))
        _exit(is_made ? 0 : 1);
    return is_made;
}

/* Waits for the next order: false when the batch has no more. */
static bool take_order(int files[MAKER_FILE_COUNT])
{
    char byte;
    union {
        struct cmsghdr head;
        char bytes[CMSG_SPACE(MAKER_FILE_COUNT * sizeof(int))];
    } control;
    struct iovec data = { &byte, 1 };
    struct msghdr message = { .msg_iov = &data,
                              .msg_iovlen = 1,
                              .msg_control = &control,
                              .msg_controllen = sizeof control };
    ssize_t count;
    do
        count = recvmsg(MAKER_ORDERS, &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    const struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (count != 1 || !head ||
        head->cmsg_len != CMSG_LEN(sizeof(int[MAKER_FILE_COUNT])))
        return false;
    memcpy(files, CMSG_DATA(head), sizeof(int[MAKER_FILE_COUNT]));
    return true;
}

/* As fork, but the new process is the batch's child, as the maker is: the batch learns
 * of its end from the system. */
static pid_t fork_beside(void)
{
    return (pid_t)syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
}

static void heed_end(int how)
{
    sigset_t end;
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    sigprocmask(how, &end, NULL);
}

/* Until the other end of the pipe is closed, by whatever. */
static void await_turn(int turn)
{
    char byte;
    ssize_t count;
    do
        count = read(turn, &byte, 1);
    while (count > 0 || (count < 0 && errno == EINTR));
    close(turn);
}

/* Whether a worker was started is answered before SIGTERM is heeded, so that the batch
 * knows all that it has to wait for. Returns the pipe's end in the worker, else -1,
 * when that has composed. */
static int start_worker(int files[MAKER_FILE_COUNT])
{
    int turn[2];
    int answer = pipe2(turn, O_CLOEXEC) == 0 ? 0 : -errno;
    heed_end(SIG_BLOCK);
    pid_t worker = answer == 0 ? fork_beside() : -1;
    if (worker == 0) {
        heed_end(SIG_UNBLOCK);
        close(MAKER_ORDERS); /* the other orders are not for it */
        close(turn[0]);
        return turn[1];
    }
    bool has_pipe = answer == 0;
    if (has_pipe) {
        answer = worker > 0 ? (int)worker : -errno;
        close(turn[1]);
    }
    for (int i = 0; i < MAKER_FILE_COUNT; i++)
        close(files[i]);
    if (send(MAKER_ORDERS, &answer, sizeof answer, MSG_NOSIGNAL) < 0)
        _exit(0);
    heed_end(SIG_UNBLOCK);
    if (has_pipe)
        await_turn(turn[0]);
    return -1;
}

bool maker_run(Arena *arena, const Options *options, Diags *diags)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM); /* none is left behind that still writes */
    pid_t batch = getppid();
    DeckRun run = { .arena = arena, .diags = diags };
    Options of_deck = deck_options(options);
    bool is_prepared =
        deck_prepare(&run, options) && deck_read_previous_description(&run);
    if (is_prepared)
        deck_warm(&run, &of_deck);
    for (int files[MAKER_FILE_COUNT]; take_order(files);) {
        int turn = start_worker(files);
        if (turn < 0)
            continue;
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        return getppid() == batch && work(&run, options, is_prepared, files, turn);
    }
    _exit(0); /* what it has to say its workers have said */
}
