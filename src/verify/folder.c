#include "verify/folder.h"

#include "base/file.h"
#include "base/messages.h"
#include "command/choice.h"
#include "command/deck_folder.h"
#include "command/progress.h"
#include "command/report.h"
#include "verify/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a process says of one deck; text follows in its file of messages. */
typedef struct Line {
    int index, faults;
    long figures, answers, from, to;
} Line;

/* What a process says at once. */
typedef struct Step {
    int index;
    bool has_faults;
} Step;

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
    bool *has_respondents; /* by unit of the register */
    int *units;            /* in the register, of each file */
    VerifiedFile *files;
    FolderResult *results;
    int count;
    VEC(const ManifestUnit *) lacking;
    int unasked;
    int ends[2]; /* of a pipe: each process says which file is done */
    Progress progress;
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
        .foreign = foreign_make(folder->arena, &run->survey, previous),
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

/* A unit of which there is no deck, or not the one that there should be. */
static void report_lacking(Folder *folder, const ManifestUnit *unit)
{
    Place place = { .file = unit->file };
    Str why = unit->errors.count ? unit->errors.at[0] : (Str){ 0 };
    vec_push(folder->arena, &folder->lacking, unit);
    if (unit->result == UNIT_OUTDATED) {
        diag_error(folder->diags, place,
                   "the deck of %.*s was made of older files or by another command",
                   STR_ARG(unit->name));
        diag_hint(folder->diags, "run the batch again, without --units");
        return;
    }
    if (why.len)
        diag_error(folder->diags, place, "the deck of %.*s was not made: %.*s",
                   STR_ARG(unit->name), STR_ARG(why));
    else
        diag_error(folder->diags, place, "there is no deck of %.*s",
                   STR_ARG(unit->name));
    diag_hint(folder->diags, "run the batch again");
}

/* That nobody answered is counted anew. */
static bool is_lacking(const Folder *folder, const ManifestUnit *unit,
                       bool has_respondents)
{
    switch (unit->result) {
    case UNIT_MISSING:
    case UNIT_FAILED:
    case UNIT_OUTDATED: return true;
    case UNIT_SKIPPED: return has_respondents;
    case UNIT_UNASKED: return has_respondents && folder->options->has_units;
    case UNIT_MADE:
    case UNIT_ELSEWHERE:
    case UNIT_RESULT_COUNT: break;
    }
    return false;
}

static void choose_unit(Folder *folder, const ManifestUnit *entry, int unit)
{
    bool has_respondents = folder->has_respondents[unit];
    if (is_lacking(folder, entry, has_respondents))
        report_lacking(folder, entry);
    folder->unasked += entry->result == UNIT_UNASKED && has_respondents;
    if (entry->result != UNIT_MADE)
        return;
    add_file(folder, unit, entry,
             (VerifiedFile){ entry->file, entry->digest, entry->pages, false, { 0 } });
    const ManifestHandout *handout = &entry->handout;
    if (handout->file.len > 0)
        add_file(folder, unit, entry,
                 (VerifiedFile){ handout->file, handout->digest, handout->pages, true,
                                 handout->form });
}

/* Units that the manifest alone knows make it one of another region. */
static bool check_units(const Folder *folder)
{
    const Manifest *manifest = &folder->manifest;
    bool is_good = true;
    for (int i = 0; i < manifest->units.count; i++) {
        const ManifestUnit *entry = &manifest->units.at[i];
        Str name = entry->number.len ? entry->number : entry->name;
        if (register_find(&folder->run.reg, name) >= 0)
            continue;
        is_good = false;
        diag_error(folder->diags, (Place){ .file = entry->file },
                   "there is no unit \"%.*s\" in the register", STR_ARG(entry->name));
    }
    return is_good;
}

/* A unit that came into the register after the batch has no deck either. */
static const ManifestUnit *entry_of(const Folder *folder, const Unit *unit)
{
    const ManifestUnit *entry =
        manifest_find(&folder->manifest, unit->number, unit->name);
    if (entry)
        return entry;
    ManifestUnit *missing = arena_alloc(folder->arena, sizeof *missing);
    *missing = (ManifestUnit){ .number = unit->number,
                               .name = unit->name,
                               .file = folder->options->folder,
                               .result = UNIT_SKIPPED };
    return missing;
}

static bool choose(Folder *folder)
{
    const Register *reg = &folder->run.reg;
    size_t most = 2 * (size_t)reg->unit_count;
    bool *is_chosen = choice_read(&folder->run, folder->options);
    folder->units = arena_array(folder->arena, most, sizeof *folder->units);
    folder->files = arena_array(folder->arena, most, sizeof *folder->files);
    folder->results = arena_array(folder->arena, most, sizeof *folder->results);
    folder->has_respondents = deck_with_respondents(folder->arena, &folder->run.survey);
    if (!is_chosen || !check_units(folder) || diag_has_errors(folder->diags))
        return false;
    for (int i = 0; i < reg->unit_count; i++)
        if (is_chosen[i])
            choose_unit(folder, entry_of(folder, &reg->units[i]), i);
    if (folder->unasked > 0 && !folder->options->has_units)
        diag_note(folder->diags, (Place){ .file = manifest_path(folder) },
                  "units that the batch was not asked for, with --units: %d",
                  folder->unasked);
    return true;
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
    Step step = { index, line.faults > 0 };
    if (write(job->lines, &line, sizeof line) != sizeof line ||
        write(folder->ends[1], &step, sizeof step) != sizeof step)
        _exit(2);
    arena_free(arena);
}

/* What a deck took the next one takes: it does not go back to the system between. */
static void run_job(const Folder *folder, const Job *job, int number, int job_count)
{
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    close(folder->ends[0]);
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
    pid_t parent = getpid();
    job->process = job->lines < 0 || job->text < 0 ? -1 : fork();
    if (job->process == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* it has nothing to tidy up */
        if (getppid() != parent)
            _exit(2);
        run_job(folder, job, number, job_count);
    }
    if (job->process > 0)
        return true;
    diag_error(folder->diags, (Place){ .file = folder->options->folder },
               "cannot start a process: %s", strerror(errno));
    diag_hint(folder->diags, "let fewer run at once, with --jobs");
    return false;
}

/* Until all processes have ended, and with them their ends of the pipe. */
static void show_progress(Folder *folder)
{
    folder->progress.doing = message_text("reading back ");
    progress_start(&folder->progress, (Str){ 0 });
    Step step;
    while (read(folder->ends[0], &step, sizeof step) == sizeof step)
        progress_count(&folder->progress, folder->files[step.index].name,
                       step.has_faults);
    progress_clear(&folder->progress);
}

static bool run_jobs(Folder *folder)
{
    if (pipe2(folder->ends, O_CLOEXEC) != 0) {
        diag_error(folder->diags, (Place){ .file = folder->options->folder },
                   "cannot start a process: %s", strerror(errno));
        return false;
    }
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
    close(folder->ends[1]);
    show_progress(folder);
    close(folder->ends[0]);
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
    Texts strangers = deck_folder_strangers(arena, options->folder, &folder->manifest);
    deck_folder_report(&strangers, true, diags);
    folder->progress = progress_begin(folder->count, options->is_quiet);
    if (!run_jobs(folder))
        return false;
    *out = (FolderResults){ .at = folder->results,
                            .count = folder->count,
                            .lacking = folder->lacking.at,
                            .lacking_count = folder->lacking.count,
                            .strangers = strangers };
    return true;
}
