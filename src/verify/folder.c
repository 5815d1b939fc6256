#include "verify/folder.h"

#include "base/file.h"
#include "command/choice.h"
#include "command/report.h"
#include "verify/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a process says of one deck; text follows in its file of messages. */
typedef struct Line {
    int index, faults;
    long figures, answers, from, to;
} Line;

typedef struct Job {
    pid_t process;
    int lines, text; /* files in memory */
} Job;

typedef struct Folder {
    Arena *arena;
    const Options *options;
    Diags *diags;
    DeckRun run;
    Reference reference;
    Manifest manifest;
    int *units; /* in the register, of each file */
    VerifiedFile *files;
    FolderResult *results;
    int count;
} Folder;

static Str manifest_path(const Folder *folder)
{
    const Options *options = folder->options;
    return options->shard_count
               ? str_format(folder->arena, "%.*s/manifest-%d-of-%d.json",
                            STR_ARG(options->folder), options->shard,
                            options->shard_count)
               : str_concat(folder->arena, options->folder, S("/manifest.json"));
}

/* The command line that the batch was made by. */
static Options options_of(const Folder *folder)
{
    const Manifest *manifest = &folder->manifest;
    Options options = { .layout = manifest->layout, .survey = manifest->survey };
    if (folder->options->survey.len)
        options.survey = folder->options->survey;
    const Str language = S("--language "), set = S("--set ");
    for (int i = 0; i < manifest->options.count; i++) {
        Str text = manifest->options.at[i];
        long equals = str_find(text, S("="));
        if (str_starts(text, language))
            options.language = str_slice(text, language.len, text.len);
        if (str_starts(text, set) && equals > 0) {
            LayoutSetting setting = { str_slice(text, set.len, (size_t)equals),
                                      str_slice(text, (size_t)equals + 1, text.len) };
            vec_push(folder->arena, &options.settings, setting);
        }
    }
    return options;
}

static bool read_manifest(Folder *folder)
{
    Str path = manifest_path(folder);
    int before = folder->diags->counts[DIAG_WARNING];
    manifest_read(folder->arena, path, &folder->manifest, folder->diags);
    if (folder->manifest.layout.len > 0)
        return true;
    if (folder->diags->counts[DIAG_WARNING] == before)
        diag_error(folder->diags, (Place){ .file = path },
                   "there is no manifest of a batch");
    else
        diag_error(folder->diags, (Place){ .file = path },
                   "it does not say what the batch was made of");
    diag_hint(folder->diags, "`lysark batch` writes one beside the decks");
    return false;
}

/* An input that is another now makes every difference suspect, and is said first. */
static void compare_inputs(Folder *folder)
{
    for (int i = 0; i < folder->manifest.inputs.count; i++) {
        const ManifestInput *input = &folder->manifest.inputs.at[i];
        if (input->digest.len == 0 ||
            str_equal(manifest_digest_file(folder->arena, input->path), input->digest))
            continue;
        diag_warning(folder->diags, (Place){ .file = input->path },
                     "the file is another than when the batch was made");
        diag_hint(folder->diags, "make the batch again, or put the file back");
    }
}

static bool read_reference(Folder *folder)
{
    Options options = options_of(folder);
    DeckRun *run = &folder->run;
    *run = (DeckRun){ .arena = folder->arena, .diags = folder->diags };
    if (!deck_prepare(run, &options) || !deck_read_surveys(run))
        return false;
    const Survey *previous = run->has_previous ? &run->previous : NULL;
    Plan *plan = plan_make(folder->arena, &run->survey, previous);
    folder->reference = (Reference){
        .run = run,
        .plan = plan,
        .counts = counts_make(folder->arena, plan, &run->survey, previous),
        .keys = answers_keys(folder->arena, &run->survey),
        .language = options.language,
        .folder = folder->options->folder,
    };
    return true;
}

static void add_file(Folder *folder, int unit, const ManifestUnit *entry,
                     VerifiedFile file)
{
    folder->units[folder->count] = unit;
    folder->files[folder->count] = file;
    folder->results[folder->count++] = (FolderResult){ .number = entry->number,
                                                       .name = entry->name,
                                                       .file = file.name };
}

static bool choose(Folder *folder)
{
    const Manifest *manifest = &folder->manifest;
    size_t most = 2 * (size_t)manifest->units.count;
    bool *is_chosen = choice_read(&folder->run, folder->options);
    folder->units = arena_array(folder->arena, most, sizeof *folder->units);
    folder->files = arena_array(folder->arena, most, sizeof *folder->files);
    folder->results = arena_array(folder->arena, most, sizeof *folder->results);
    for (int i = 0; i < manifest->units.count && is_chosen; i++) {
        const ManifestUnit *entry = &manifest->units.at[i];
        if (entry->result != UNIT_MADE)
            continue;
        int unit = register_find(&folder->run.reg,
                                 entry->number.len ? entry->number : entry->name);
        if (unit < 0)
            diag_error(folder->diags, (Place){ .file = entry->file },
                       "there is no unit \"%.*s\" in the register",
                       STR_ARG(entry->name));
        if (unit < 0 || !is_chosen[unit])
            continue;
        add_file(folder, unit, entry,
                 (VerifiedFile){ entry->file, entry->digest, entry->pages, false });
        const ManifestHandout *handout = &entry->handout;
        if (handout->file.len > 0)
            add_file(
                folder, unit, entry,
                (VerifiedFile){ handout->file, handout->digest, handout->pages, true });
    }
    return is_chosen && !diag_has_errors(folder->diags);
}

/* What poppler itself says goes nowhere; our messages go into the file of texts. */
static void verify_one(const Folder *folder, const Job *job, int silence, int index)
{
    Arena *arena = arena_new();
    Diags diags = diags_in(arena);
    dup2(silence, STDERR_FILENO);
    Verified verified = verify_file(arena, &folder->reference, folder->units[index],
                                    folder->files[index], &diags);
    Line line = { .index = index,
                  .faults = diags.counts[DIAG_ERROR],
                  .figures = verified.figures,
                  .answers = verified.answers,
                  .from = lseek(job->text, 0, SEEK_END) };
    dup2(job->text, STDERR_FILENO);
    report_print(arena, &diags, folder->options->is_quiet);
    line.to = lseek(job->text, 0, SEEK_END);
    if (write(job->lines, &line, sizeof line) != sizeof line)
        _exit(2);
    arena_free(arena);
}

/* What a deck took the next one takes: it does not go back to the system between. */
static void run_job(const Folder *folder, const Job *job, int number, int job_count)
{
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    int silence = open("/dev/null", O_WRONLY | O_CLOEXEC);
    for (int i = number; i < folder->count; i += job_count)
        verify_one(folder, job, silence, i);
    _exit(0);
}

static Str read_memory(Arena *arena, int file)
{
    long size = lseek(file, 0, SEEK_END);
    char *bytes = arena_alloc(arena, size > 0 ? (size_t)size : 0);
    ssize_t count = size > 0 ? pread(file, bytes, (size_t)size, 0) : 0;
    return (Str){ bytes, count > 0 ? (size_t)count : 0 };
}

/* A deck that its process said nothing of is one at which that ended. */
static void take_lines(Folder *folder, const Job *job, bool *is_told)
{
    Str lines = read_memory(folder->arena, job->lines);
    Str text = read_memory(folder->arena, job->text);
    for (size_t at = 0; at + sizeof(Line) <= lines.len; at += sizeof(Line)) {
        Line line;
        memcpy(&line, lines.at + at, sizeof line);
        FolderResult *result = &folder->results[line.index];
        is_told[line.index] = true;
        result->faults = line.faults;
        result->figures = line.figures;
        result->answers = line.answers;
        result->report = str_slice(text, (size_t)line.from, (size_t)line.to);
    }
}

static bool start_job(const Folder *folder, Job *job, int number, int job_count)
{
    job->lines = memfd_create("lines", MFD_CLOEXEC);
    job->text = memfd_create("text", MFD_CLOEXEC);
    job->process = job->lines < 0 || job->text < 0 ? -1 : fork();
    if (job->process == 0)
        run_job(folder, job, number, job_count);
    if (job->process > 0)
        return true;
    diag_error(folder->diags, (Place){ .file = folder->options->folder },
               "cannot start a process: %s", strerror(errno));
    diag_hint(folder->diags, "let fewer run at once, with --jobs");
    return false;
}

static bool run_jobs(Folder *folder)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    int job_count = folder->options->job_count ? folder->options->job_count
                    : cores > 0                ? (int)cores
                                               : 1;
    if (job_count > folder->count)
        job_count = folder->count;
    Job *jobs = arena_array(folder->arena, (size_t)job_count, sizeof *jobs);
    bool *is_told = arena_array(folder->arena, (size_t)folder->count, sizeof *is_told);
    int started = 0;
    fflush(NULL);
    while (started < job_count && start_job(folder, &jobs[started], started, job_count))
        started++;
    for (int i = 0; i < started; i++) {
        waitpid(jobs[i].process, NULL, 0);
        take_lines(folder, &jobs[i], is_told);
        close(jobs[i].lines);
        close(jobs[i].text);
    }
    for (int i = 0; i < folder->count && started == job_count; i++)
        if (!is_told[i]) {
            folder->results[i].faults = 1;
            diag_error(folder->diags, (Place){ .file = folder->results[i].file },
                       "this file cannot be read back");
        }
    return started == job_count;
}

bool folder_verify(Arena *arena, const Options *options, FolderResults *out,
                   Diags *diags)
{
    Folder *folder = arena_alloc(arena, sizeof *folder);
    *folder = (Folder){ .arena = arena, .options = options, .diags = diags };
    *out = (FolderResults){ 0 };
    if (!read_manifest(folder) || !read_reference(folder) || !choose(folder))
        return false;
    compare_inputs(folder);
    if (!run_jobs(folder))
        return false;
    *out = (FolderResults){ folder->results, folder->count };
    return true;
}
