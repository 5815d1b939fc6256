#include "command/verifier.h"

#include "base/buffer.h"
#include "base/memfile.h"
#include "command/interrupt.h"
#include "yaml/yaml.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where it finds the list of units: there may be more than a command line holds. */
enum { UNITS_FILE = 3 };
#define UNITS_PATH "/proc/self/fd/3"

/* Beside this program. */
static const char *find_program(Arena *arena)
{
    char path[4096];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    while (len > 0 && path[len - 1] != '/')
        len--;
    return str_c(
        arena, str_format(arena, "%.*slysark-verify", (int)(len > 0 ? len : 0), path));
}

static void report(Diags *diags, const char *program, int error)
{
    diag_error(diags, (Place){ .file = str_from_c(program) },
               "the files cannot be read back: %s", strerror(error));
    diag_hint(diags, "install lysark-verify beside lysark, or give --no-verify");
}

void verifier_become(Arena *arena, char **words, Diags *diags)
{
    const char *program = find_program(arena);
    execv(program, words);
    report(diags, program, errno);
}

/* The units whose files were not read back as they are now, one in a line, from now on
 * without a result; empty: there are none. */
static Str list_units(Arena *arena, Manifest *manifest)
{
    Buffer list = buffer_in(arena);
    for (int i = 0; i < manifest->units.count; i++) {
        ManifestUnit *unit = &manifest->units.at[i];
        if (unit->result != UNIT_MADE || unit->verified == VERIFY_GOOD)
            continue;
        unit->verified = VERIFY_UNDONE;
        buffer_str(&list, unit->number.len ? unit->number : unit->name);
        buffer_char(&list, '\n');
    }
    return buffer_text(&list);
}

typedef VEC(char *) Arguments;

static void add(Arena *arena, Arguments *words, const char *option, Str value)
{
    vec_push(arena, words, (char *)option);
    if (value.len)
        vec_push(arena, words, (char *)str_c(arena, value));
}

static char **command_line(Arena *arena, const Options *options, Str folder)
{
    Arguments words = { 0 };
    add(arena, &words, "lysark", (Str){ 0 });
    add(arena, &words, "verify", (Str){ 0 });
    add(arena, &words, "--json", (Str){ 0 });
    add(arena, &words, "--units", S(UNITS_PATH));
    if (options->is_quiet)
        add(arena, &words, "--quiet", (Str){ 0 });
    if (options->job_count)
        add(arena, &words, "--jobs", str_format(arena, "%d", options->job_count));
    if (options->shard_count)
        add(arena, &words, "--shard",
            str_format(arena, "%d/%d", options->shard, options->shard_count));
    add(arena, &words, "--", folder);
    vec_push(arena, &words, NULL);
    return words.at;
}

static long count_in(const Node *mapping, const char *key)
{
    const Node *node = node_find(mapping, key);
    long count = 0;
    return node && node->kind == NODE_SCALAR && str_to_integer(node->text, &count)
               ? count
               : 0;
}

static Str text_in(const Node *mapping, const char *key)
{
    const Node *node = node_find(mapping, key);
    return node && node->kind == NODE_SCALAR ? node->text : (Str){ 0 };
}

/* What it wrote, into the manifest. False when that is nothing. */
static bool take_results(Arena *arena, int file, Manifest *manifest)
{
    Diags unseen = diags_in(arena);
    Str path = str_format(arena, "/proc/self/fd/%d", file);
    const Node *root = yaml_read(arena, path, (Place){ 0 }, &unseen);
    const Node *files =
        root && root->kind == NODE_MAPPING ? node_find(root, "files") : NULL;
    for (int i = 0; files && files->kind == NODE_SEQUENCE && i < files->count; i++) {
        const Node *node = files->items[i];
        ManifestUnit *unit =
            manifest_find(manifest, text_in(node, "number"), text_in(node, "name"));
        if (!unit)
            continue;
        bool is_first = unit->verified == VERIFY_UNDONE;
        bool is_good = count_in(node, "faults") == 0;
        unit->verified =
            is_good && unit->verified != VERIFY_FAILED ? VERIFY_GOOD : VERIFY_FAILED;
        unit->figures = (is_first ? 0 : unit->figures) + (int)count_in(node, "figures");
        unit->answers = (is_first ? 0 : unit->answers) + (int)count_in(node, "answers");
    }
    return files != NULL;
}

/* In the new process. It ends with the batch, however that ends. */
static void become(const char *program, char **words, int units, int results,
                   pid_t batch)
{
    sigset_t none;
    sigemptyset(&none);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    bool is_ready = getppid() == batch && dup2(results, STDOUT_FILENO) >= 0;
    if (units == UNITS_FILE)
        is_ready = is_ready && fcntl(units, F_SETFD, 0) == 0;
    else
        is_ready = is_ready && dup2(units, UNITS_FILE) >= 0;
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (is_ready)
        execv(program, words);
    _exit(127);
}

/* Starts it with its results going to the file; an error number, or 0. */
static int start(const char *program, char **words, int units, int results,
                 pid_t *process)
{
    if (access(program, X_OK) != 0)
        return errno;
    pid_t batch = getpid();
    *process = fork();
    if (*process == 0)
        become(program, words, units, results, batch);
    return *process < 0 ? errno : 0;
}

/* Waits for its end, and ends it when the batch is to end: true then. Ctrl-C reaches
 * both. */
static bool wait_for(pid_t process, int *status)
{
    sigset_t signals = interrupt_hold();
    bool is_interrupted = false;
    while (waitpid(process, status, WNOHANG) == 0) {
        int signal = sigwaitinfo(&signals, NULL);
        if (!interrupt_is(signal))
            continue;
        is_interrupted = true;
        kill(process, SIGTERM);
    }
    return is_interrupted || (WIFSIGNALED(*status) && interrupt_is(WTERMSIG(*status)));
}

VerifierResult verifier_run(Arena *arena, const Options *options, Str folder,
                            Manifest *manifest, Diags *diags)
{
    const char *program = find_program(arena);
    Str units = list_units(arena, manifest);
    if (units.len == 0)
        return VERIFIER_NOTHING;
    pid_t process = -1;
    int status = 0, list = memfile_open("units"), file = memfile_open("results");
    bool is_ready = list >= 0 && file >= 0 && memfile_write(list, units);
    int error = is_ready ? start(program, command_line(arena, options, folder), list,
                                 file, &process)
                         : errno;
    bool is_interrupted = false;
    if (error != 0)
        report(diags, program, error);
    else
        is_interrupted = wait_for(process, &status);
    bool has_results =
        error == 0 && !is_interrupted && take_results(arena, file, manifest);
    if (list >= 0)
        close(list);
    if (file >= 0)
        close(file);
    return is_interrupted ? VERIFIER_INTERRUPTED
           : !has_results ? VERIFIER_BROKEN
           : status == 0  ? VERIFIER_GOOD
                          : VERIFIER_WRONG;
}
