#include "command/batch.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/unicode.h"
#include "command/deck.h"
#include "command/file_name.h"
#include "command/progress.h"
#include "command/worker.h"
#include "render/pdf_object.h"
#include "survey/slice_file.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct Job {
    Worker worker;
    int entry; /* in the manifest */
} Job;

typedef struct Batch {
    Arena *arena;
    const Options *options;
    Diags *diags;
    DeckRun run;
    const Plan *plan;
    Str folder, manifest_path;
    bool *is_chosen; /* by unit of the register */
    Manifest manifest;
    int *units; /* index in the register of each entry, or -1 */
    int current, skipped;
    Job *jobs;
    int job_count, running;
    Progress progress;
    bool is_stopping; /* no further worker is started */
    bool is_broken, is_interrupted;
} Batch;

/* The digest of a file, read once; empty when it is no regular file. */
static Str digest_of(Batch *batch, Str path)
{
    for (int i = 0; i < batch->manifest.inputs.count; i++)
        if (str_equal(batch->manifest.inputs.at[i].path, path))
            return batch->manifest.inputs.at[i].digest;
    Arena *scratch = arena_new();
    Diags unseen = diags_in(scratch);
    struct stat about;
    Str bytes;
    ManifestInput input = { .path = path };
    if (stat(str_c(scratch, path), &about) == 0 && S_ISREG(about.st_mode) &&
        file_read(scratch, path, (Place){ 0 }, &bytes, &unseen))
        input.digest = manifest_digest(batch->arena, bytes);
    arena_free(scratch);
    vec_push(batch->arena, &batch->manifest.inputs, input);
    return input.digest;
}

static Slice cut(const Batch *batch, Arena *arena, int unit)
{
    const DeckRun *run = &batch->run;
    Slice slice;
    slice_cut(arena, batch->plan, &run->survey,
              run->has_previous ? &run->previous : NULL, unit,
              run->layout.shows_other_units, &slice);
    return slice;
}

static Str bytes_of(Arena *arena, const Slice *slice)
{
    Buffer bytes = buffer_in(arena);
    slice_write(&bytes, slice);
    return buffer_text(&bytes);
}

/* Of all that a deck is made of: the program, the command line, the slice, and the
 * files that its worker reads. Another unit's answers change it only by the region's
 * figures. */
static Str source_of(Batch *batch, Str slice, const Texts *inputs)
{
    Arena *scratch = arena_new();
    const Options *options = batch->options;
    Buffer text = buffer_in(scratch);
    buffer_format(&text, "%.*s\n%.*s\n", STR_ARG(batch->manifest.program),
                  STR_ARG(options->language));
    for (int i = 0; i < options->settings.count; i++)
        buffer_format(&text, "%.*s=%.*s\n", STR_ARG(options->settings.at[i].key),
                      STR_ARG(options->settings.at[i].value));
    buffer_str(&text, manifest_digest(scratch, slice));
    for (int i = 0; i < inputs->count; i++) {
        Str digest = digest_of(batch, inputs->at[i]);
        buffer_format(&text, "\n%.*s %.*s", STR_ARG(inputs->at[i]), STR_ARG(digest));
    }
    Str source = manifest_digest(batch->arena, buffer_text(&text));
    arena_free(scratch);
    return source;
}

static void count_hidden(const RoundSlice *round, HiddenCounts *counts)
{
    const Description *description = round->description;
    for (int i = 0; i < description->statement_count; i++)
        for (int group = 0; group <= description->group_count; group++) {
            Hiding hiding = round->unit.cells[i][group].hiding;
            counts->few += hiding == HIDING_FEW;
            counts->other += hiding == HIDING_OTHER;
        }
    for (int i = 0; i < description->question_count; i++)
        for (int q = 0; q < round->quote_counts[i]; q++)
            counts->quotes += round->quotes[i][q].is_hidden;
}

static void describe(Batch *batch, const Slice *slice, ManifestUnit *entry)
{
    const Description *description = slice->round.description;
    for (int i = 0; i <= description->group_count; i++) {
        int n = slice->round.unit.n[i];
        Str group = i < description->group_count ? description->groups[i].id : S("all");
        if (n >= 0)
            vec_push(batch->arena, &entry->n, (GroupCount){ group, n });
    }
    count_hidden(&slice->round, &entry->hidden);
    if (slice->has_previous)
        count_hidden(&slice->previous, &entry->hidden);
}

static bool is_current(Batch *batch, const ManifestUnit *old, Str slice, Str file)
{
    if (!old || old->result != UNIT_MADE || !str_equal(old->file, file) ||
        !str_equal(old->source, source_of(batch, slice, &old->inputs)))
        return false;
    Arena *scratch = arena_new();
    Diags unseen = diags_in(scratch);
    Str path = str_format(scratch, "%.*s/%.*s", STR_ARG(batch->folder), STR_ARG(file));
    Str bytes;
    bool is_same = file_exists(path) &&
                   file_read(scratch, path, (Place){ 0 }, &bytes, &unseen) &&
                   str_equal(manifest_digest(scratch, bytes), old->digest);
    arena_free(scratch);
    return is_same;
}

/* What is known of a unit before its deck is made. */
static ManifestUnit plan_unit(Batch *batch, int index, const ManifestUnit *old,
                              Str file)
{
    const Unit *unit = &batch->run.reg.units[index];
    ManifestUnit entry = { .number = unit->number, .name = unit->name, .file = file };
    if (!deck_has_respondents(&batch->run.survey, index)) {
        entry.result = UNIT_SKIPPED;
        batch->skipped++;
        return entry;
    }
    Arena *scratch = arena_new();
    Slice slice = cut(batch, scratch, index);
    if (is_current(batch, old, bytes_of(scratch, &slice), file)) {
        entry = *old;
        batch->current++;
    } else {
        describe(batch, &slice, &entry);
    }
    arena_free(scratch);
    return entry;
}

/* One file for two units would be one deck too few. */
static bool check_names(const Batch *batch, const Str *files)
{
    Arena *arena = batch->arena;
    const Unit *units = batch->run.reg.units;
    for (int i = 0; i < batch->run.reg.unit_count; i++)
        for (int k = 0; k < i; k++)
            if (str_equal(unicode_fold(arena, files[i]),
                          unicode_fold(arena, files[k]))) {
                diag_error(batch->diags, batch->run.layout.file_place,
                           "\"%.*s\" is the file of both %.*s and %.*s",
                           STR_ARG(files[i]), STR_ARG(units[k].name),
                           STR_ARG(units[i].name));
                diag_hint(batch->diags, "let the file's name hold ${unit.number}");
                return false;
            }
    return true;
}

static Str *name_files(Batch *batch)
{
    const DeckRun *run = &batch->run;
    Str *files = arena_array(batch->arena, (size_t)run->reg.unit_count, sizeof *files);
    for (int i = 0; i < run->reg.unit_count; i++) {
        files[i] = file_name(batch->arena, &run->layout, &run->reg.units[i],
                             run->description.round, batch->diags);
        if (files[i].len == 0)
            return NULL;
    }
    return check_names(batch, files) ? files : NULL;
}

/* Entries in the register's order. Those that are not asked for stay as they were. */
static bool plan_units(Batch *batch)
{
    Manifest old;
    Str *files = name_files(batch);
    if (!files)
        return false;
    manifest_read(batch->arena, batch->manifest_path, &old, batch->diags);
    int count = batch->run.reg.unit_count;
    batch->units = arena_array(batch->arena, (size_t)count, sizeof *batch->units);
    for (int i = 0; i < count; i++) {
        const Unit *unit = &batch->run.reg.units[i];
        const ManifestUnit *before = manifest_find(&old, unit->number, unit->name);
        if (!batch->is_chosen[i] && !before)
            continue;
        batch->units[batch->manifest.units.count] = batch->is_chosen[i] ? i : -1;
        vec_push(batch->arena, &batch->manifest.units,
                 batch->is_chosen[i] ? plan_unit(batch, i, before, files[i]) : *before);
    }
    return true;
}

/* A list with commas, or a file with a unit in each line. */
static bool choose_units(Batch *batch)
{
    Str list = batch->options->units;
    bool is_file = list.len && file_exists(list), is_good = true;
    int count = batch->run.reg.unit_count;
    Place place = { .file = is_file ? list : S("--units") };
    batch->is_chosen = arena_array(batch->arena, (size_t)count, sizeof(bool));
    if (is_file && !file_read(batch->arena, list, place, &list, batch->diags))
        return false;
    memset(batch->is_chosen, list.len == 0, (size_t)count);
    while (list.len > 0) {
        long end = str_find(list, is_file ? S("\n") : S(","));
        size_t len = end < 0 ? list.len : (size_t)end;
        Str name = str_trim(str_slice(list, 0, len));
        list = str_slice(list, end < 0 ? len : len + 1, list.len);
        place.line += is_file;
        int unit = name.len ? deck_find_unit(&batch->run, name, place) : 0;
        is_good &= unit >= 0;
        if (name.len && unit >= 0)
            batch->is_chosen[unit] = true;
    }
    return is_good;
}

/* --shard K/N: those whose number (else name) falls to K, on every machine alike. */
static void choose_shard(Batch *batch)
{
    int shards = batch->options->shard_count;
    for (int i = 0; shards > 0 && i < batch->run.reg.unit_count; i++) {
        const Unit *unit = &batch->run.reg.units[i];
        PdfDigest digest = pdf_digest(unit->number.len ? unit->number : unit->name);
        unsigned hash = 0;
        for (int byte = 0; byte < 4; byte++)
            hash = hash << 8 | digest.bytes[byte];
        if (hash % (unsigned)shards != (unsigned)batch->options->shard - 1)
            batch->is_chosen[i] = false;
    }
}

/* Shards may share a folder: each has a manifest of its own. */
static void choose_folder(Batch *batch)
{
    const Options *options = batch->options;
    batch->folder = options->output;
    if (batch->folder.len == 0) {
        Str layout = options->layout;
        while (str_find(layout, S("/")) >= 0)
            layout =
                str_slice(layout, (size_t)str_find(layout, S("/")) + 1, layout.len);
        long dot = str_find(layout, S("."));
        batch->folder = dot > 0 ? str_slice(layout, 0, (size_t)dot) : S("batch");
    }
    batch->manifest_path =
        options->shard_count
            ? str_format(batch->arena, "%.*s/manifest-%d-of-%d.json",
                         STR_ARG(batch->folder), options->shard, options->shard_count)
            : str_concat(batch->arena, batch->folder, S("/manifest.json"));
}

static bool make_folder(const Batch *batch)
{
    if (mkdir(str_c(batch->arena, batch->folder), 0777) == 0 || errno == EEXIST)
        return true;
    diag_error(batch->diags, (Place){ .file = batch->folder },
               "cannot make the folder: %s", strerror(errno));
    diag_hint(batch->diags, "give another one with --output");
    return false;
}

static void save(Batch *batch)
{
    if (manifest_write(&batch->manifest, batch->manifest_path, batch->diags))
        return;
    batch->is_stopping = batch->is_broken = true;
}

static void note_end(Batch *batch, ManifestUnit *entry)
{
    progress_step(&batch->progress, entry);
    if (entry->result == UNIT_FAILED) {
        Str why = entry->errors.count ? entry->errors.at[0] : (Str){ 0 };
        diag_error(batch->diags, (Place){ .file = entry->file },
                   "the deck of %.*s was not made: %.*s", STR_ARG(entry->name),
                   STR_ARG(why));
        batch->is_stopping |= batch->options->is_fail_fast;
    }
    save(batch);
}

static ManifestUnit *entry_at(const Batch *batch, int index)
{
    assert(batch->manifest.units.at && index < batch->manifest.units.count);
    return &batch->manifest.units.at[index];
}

static void start(Batch *batch, Job *job, int index)
{
    ManifestUnit *entry = entry_at(batch, index);
    Arena *scratch = arena_new();
    Slice slice = cut(batch, scratch, batch->units[index]);
    Str output =
        str_format(scratch, "%.*s/%.*s", STR_ARG(batch->folder), STR_ARG(entry->file));
    Diags diags = diags_in(batch->arena);
    job->entry = index;
    if (worker_start(batch->options, bytes_of(scratch, &slice), output, &job->worker,
                     &diags)) {
        batch->running++;
    } else {
        entry->result = UNIT_FAILED;
        vec_push(batch->arena, &entry->errors, diags.list.at[0].message);
        note_end(batch, entry);
    }
    arena_free(scratch);
}

/* The files that a worker read are inputs too. */
static void finish(Batch *batch, Job *job, int status)
{
    ManifestUnit *entry = entry_at(batch, job->entry);
    batch->running--;
    worker_finish(batch->arena, &job->worker, status, entry);
    if (entry->result == UNIT_MADE) {
        Arena *scratch = arena_new();
        Slice slice = cut(batch, scratch, batch->units[job->entry]);
        entry->source = source_of(batch, bytes_of(scratch, &slice), &entry->inputs);
        arena_free(scratch);
    }
    note_end(batch, entry);
}

static void reap(Batch *batch)
{
    int status;
    for (pid_t process; (process = waitpid(-1, &status, WNOHANG)) > 0;)
        for (int i = 0; i < batch->job_count; i++)
            if (batch->jobs[i].worker.process == process)
                finish(batch, &batch->jobs[i], status);
}

/* Their decks stay missing; a file is whole or as it was before. */
static void end_workers(Batch *batch)
{
    for (int i = 0; i < batch->job_count; i++)
        if (batch->jobs[i].worker.process) {
            kill(batch->jobs[i].worker.process, SIGTERM);
            waitpid(batch->jobs[i].worker.process, NULL, 0);
            close(batch->jobs[i].worker.report);
            batch->jobs[i].worker = (Worker){ 0 };
        }
    batch->running = 0;
}

/* The decks that are being made are finished, unless somebody insists. */
static void interrupt(Batch *batch)
{
    if (batch->is_interrupted) {
        end_workers(batch);
        return;
    }
    batch->is_interrupted = batch->is_stopping = batch->is_broken = true;
    diag_error(batch->diags, (Place){ .file = batch->manifest_path },
               "the batch was interrupted");
    diag_hint(batch->diags, "give the same command again to go on");
}

static void run_workers(Batch *batch)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    sigaddset(&signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &signals, NULL);
    for (int next = 0;;) {
        for (int i = 0; i < batch->job_count && !batch->is_stopping; i++) {
            while (next < batch->manifest.units.count &&
                   (batch->units[next] < 0 ||
                    batch->manifest.units.at[next].result != UNIT_MISSING))
                next++;
            if (next < batch->manifest.units.count && !batch->jobs[i].worker.process)
                start(batch, &batch->jobs[i], next++);
        }
        if (batch->running == 0)
            return;
        int signal = sigwaitinfo(&signals, NULL);
        if (signal == SIGCHLD)
            reap(batch);
        else if (signal > 0)
            interrupt(batch);
    }
}

static int count_missing(const Batch *batch)
{
    int count = 0;
    for (int i = 0; i < batch->manifest.units.count; i++)
        count +=
            batch->units[i] >= 0 && batch->manifest.units.at[i].result == UNIT_MISSING;
    return count;
}

/* A line for each unit: what a run would do. */
static Str list_units(const Batch *batch)
{
    static const char *const words[UNIT_RESULT_COUNT] = { "make", "up to date",
                                                          "failed", "skip" };
    Buffer text = buffer_in(batch->arena);
    for (int i = 0; i < batch->manifest.units.count; i++) {
        const ManifestUnit *entry = &batch->manifest.units.at[i];
        if (batch->units[i] >= 0)
            buffer_format(&text, "%s\t%.*s\t%.*s\t%.*s\n", words[entry->result],
                          STR_ARG(entry->number), STR_ARG(entry->name),
                          STR_ARG(entry->file));
    }
    return buffer_text(&text);
}

static bool plan(Batch *batch)
{
    DeckRun *run = &batch->run;
    Str program;
    if (!deck_prepare(run, batch->options) || !deck_read_surveys(run) ||
        !choose_units(batch) ||
        !file_read(batch->arena, S("/proc/self/exe"), (Place){ 0 }, &program,
                   batch->diags))
        return false;
    choose_shard(batch);
    choose_folder(batch);
    batch->plan = plan_make(batch->arena, &run->survey,
                            run->has_previous ? &run->previous : NULL);
    batch->manifest = (Manifest){ .version = S(LYSARK_VERSION),
                                  .program = manifest_digest(batch->arena, program),
                                  .round = run->description.round };
    for (int i = 0; i < batch->diags->files.count; i++)
        if (!str_equal(batch->diags->files.at[i], S("/proc/self/exe")))
            digest_of(batch, batch->diags->files.at[i]);
    return plan_units(batch);
}

static BatchResult make_decks(Batch *batch)
{
    if (!make_folder(batch))
        return BATCH_BROKEN;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    batch->job_count = batch->options->job_count ? batch->options->job_count
                       : cores > 0               ? (int)cores
                                                 : 1;
    batch->jobs =
        arena_array(batch->arena, (size_t)batch->job_count, sizeof *batch->jobs);
    batch->progress = progress_begin(count_missing(batch), batch->options->is_quiet);
    save(batch);
    if (!batch->is_broken)
        run_workers(batch);
    progress_end(&batch->progress, batch->current, batch->skipped, batch->folder);
    return batch->is_broken                                         ? BATCH_BROKEN
           : batch->progress.failed > 0 || count_missing(batch) > 0 ? BATCH_FAILED
                                                                    : BATCH_GOOD;
}

BatchResult batch_run(Arena *arena, const Options *options, Str *out, Diags *diags)
{
    Batch *batch = arena_alloc(arena, sizeof *batch);
    *batch = (Batch){ .arena = arena, .options = options, .diags = diags };
    batch->run = (DeckRun){ .arena = arena, .diags = diags };
    *out = (Str){ 0 };
    if (!plan(batch))
        return BATCH_FAILED;
    if (!options->is_dry_run)
        return make_decks(batch);
    *out = list_units(batch);
    return BATCH_GOOD;
}
