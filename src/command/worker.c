#include "command/worker.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/messages.h"
#include "command/deck.h"
#include "command/file_name.h"
#include "render/pdf.h"
#include "survey/slice_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The worker's descriptors. The parent's own are above, so that none covers another. */
enum { SLICE_FILE = 3, REPORT_FILE = 4, PARENT_FILE = 10 };

extern char **environ;

static bool write_all(int file, Str bytes)
{
    for (size_t done = 0; done < bytes.len;) {
        ssize_t count = write(file, bytes.at + done, bytes.len - done);
        if (count < 0 && errno != EINTR)
            return false;
        done += count > 0 ? (size_t)count : 0;
    }
    return true;
}

/* The whole of a file in memory, or the empty Str. */
static Str read_all(Arena *arena, int file)
{
    struct stat about;
    if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode))
        return (Str){ 0 };
    size_t size = (size_t)about.st_size, done = 0;
    char *bytes = arena_alloc(arena, size);
    for (ssize_t count = 1; done < size && count > 0; done += (size_t)count)
        count = pread(file, bytes + done, size - done, (off_t)done);
    return (Str){ bytes, done };
}

/* A file without a name, which no other process can open; -1 on failure. */
static int open_memory(const char *name)
{
    int low = memfd_create(name, MFD_CLOEXEC);
    if (low < 0)
        return -1;
    int file = fcntl(low, F_DUPFD_CLOEXEC, PARENT_FILE);
    close(low);
    return file;
}

typedef VEC(char *) Arguments;

static void add_option(Arena *arena, Arguments *words, const char *option, Str value)
{
    if (value.len == 0)
        return;
    vec_push(arena, words, (char *)option);
    vec_push(arena, words, (char *)str_c(arena, value));
}

/* The command line; an export that was given by --survey is left out. */
static char **command_line(Arena *arena, const Options *options, Str output)
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
    add_option(arena, &words, "--output", output);
    add_option(arena, &words, "--", options->layout);
    vec_push(arena, &words, NULL);
    return words.at;
}

/* Of a group of its own, so that Ctrl-C reaches the parent alone. Gives errno or 0. */
static int spawn(char **words, int slice, int report, pid_t *process)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, slice, SLICE_FILE);
    posix_spawn_file_actions_adddup2(&files, report, REPORT_FILE);
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

bool worker_start(const Options *options, Str slice, Str output, Worker *out,
                  Diags *diags)
{
    Arena *scratch = arena_new();
    int file = open_memory("slice"), report = open_memory("report"), error = 0;
    if (file < 0 || report < 0 || !write_all(file, slice))
        error = errno;
    if (error == 0)
        error =
            spawn(command_line(scratch, options, output), file, report, &out->process);
    if (file >= 0)
        close(file);
    if (error != 0 && report >= 0)
        close(report);
    out->report = report;
    arena_free(scratch);
    if (error == 0)
        return true;
    out->process = 0;
    diag_error(diags, (Place){ .file = output }, "cannot start a worker: %s",
               strerror(error));
    diag_hint(diags, "let fewer run at once, with --jobs");
    return false;
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
    Str report = read_all(arena, worker->report);
    close(worker->report);
    *worker = (Worker){ 0 };
    for (long end; (end = str_find(report, S("\n"))) >= 0;) {
        take_line(arena, str_slice(report, 0, (size_t)end), unit);
        report = str_slice(report, (size_t)end + 1, report.len);
    }
    bool is_good = WIFEXITED(status) && WEXITSTATUS(status) == 0 && unit->digest.len;
    unit->result = is_good ? UNIT_MADE : UNIT_FAILED;
    if (is_good || unit->errors.count)
        return;
    Str why = WIFSIGNALED(status)
                  ? str_format(arena, message_text("its worker was ended by signal %d"),
                               WTERMSIG(status))
                  : str_format(arena, message_text("its worker left with status %d"),
                               WEXITSTATUS(status));
    vec_push(arena, &unit->errors, why);
}

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
                        const Made *handout)
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
    return write_all(REPORT_FILE, buffer_text(&report));
}

static bool read_slice(DeckRun *run)
{
    Str bytes = read_all(run->arena, SLICE_FILE);
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
    if (!file_write(path, made->bytes, run->diags))
        return false;
    made->digest = manifest_digest(run->arena, made->bytes);
    return true;
}

/* Neither file is written unless both can be made. */
static bool make(DeckRun *run, const Options *options, Made *deck, Made *handout)
{
    Options of_deck = *options;
    of_deck.form = NULL;
    of_deck.is_grey = false;
    bool is_made = deck_prepare(run, options) && deck_read_previous_description(run) &&
                   read_slice(run) && deck_compose_slice(run, &of_deck) &&
                   print_pages(run, deck);
    if (is_made && options->form)
        is_made = deck_compose_again(run, options->form, options->is_grey) &&
                  print_pages(run, handout);
    return is_made &&
           (!options->form ||
            write_file(run, file_handout_name(run->arena, options->output), handout)) &&
           write_file(run, options->output, deck);
}

bool worker_run(Arena *arena, const Options *options, Diags *diags)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM); /* none is left behind that still writes */
    DeckRun run = { .arena = arena, .diags = diags };
    DiagMark mark = diag_mark(diags);
    Made deck = { 0 }, handout = { 0 };
    bool is_made = make(&run, options, &deck, &handout);
    if (send_report(arena, &run, &deck, &handout))
        diag_rewind(diags, mark);
    deck_close(&run);
    return is_made;
}
