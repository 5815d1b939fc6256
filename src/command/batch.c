#include "command/batch.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/unicode.h"
#include "command/choice.h"
#include "command/deck.h"
#include "command/file_name.h"
#include "command/progress.h"
#include "command/verifier.h"
#include "command/worker.h"
#include "survey/slice_file.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct Job {
    Worker worker;
    int entry; /* in the manifest */
    Str slice; /* digest */
} Job;

typedef struct Batch {
    Arena *arena;
    const Options *options;
    Diags *diags;
    DeckRun run;
    const Plan *plan;
    Str folder, manifest_path;
    bool *is_chosen, *has_respondents; /* by unit of the register */
    Manifest manifest;                 /* its units are those of the register */
    int current, skipped;
    bool is_behind;  /* the manifest is not written yet */
    double save_due; /* clock_seconds */
    Job *jobs;
    int job_count, running;
    Progress progress;
    bool is_stopping; /* no further worker is started */
    bool is_broken, is_interrupted;
} Batch;

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
    Manifest *manifest = &batch->manifest;
    Buffer text = buffer_in(scratch);
    buffer_format(&text, "%.*s\n", STR_ARG(manifest->program));
    for (int i = 0; i < manifest->options.count; i++)
        buffer_format(&text, "%.*s\n", STR_ARG(manifest->options.at[i]));
    buffer_str(&text, slice);
    for (int i = 0; i < inputs->count; i++) {
        Str digest = manifest_add_input(batch->arena, manifest, inputs->at[i]);
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

/* Whether a file is as the manifest says. */
static bool is_whole(const Batch *batch, Str file, Str digest)
{
    Arena *scratch = arena_new();
    Str path = str_format(scratch, "%.*s/%.*s", STR_ARG(batch->folder), STR_ARG(file));
    bool is_same = str_equal(manifest_digest_file(scratch, path), digest);
    arena_free(scratch);
    return is_same;
}

/* What a handout is, where one is asked for; without its digest. */
static ManifestHandout plan_handout(const Batch *batch, Str file)
{
    const Options *options = batch->options;
    if (!options->has_handout)
        return (ManifestHandout){ 0 };
    Str form = options->form->name;
    if (options->is_grey)
        form = str_concat(batch->arena, form, S(" grey"));
    return (ManifestHandout){ .file = file_handout_name(batch->arena, file),
                              .form = form };
}

/* One that is not asked for now makes no deck outdated. */
static bool is_handout_current(const Batch *batch, const ManifestHandout *old, Str file)
{
    ManifestHandout wanted = plan_handout(batch, file);
    return !batch->options->has_handout ||
           (str_equal(old->file, wanted.file) && str_equal(old->form, wanted.form) &&
            is_whole(batch, old->file, old->digest));
}

/* Whether a deck that was made before is what would be made now. */
static bool is_current(Batch *batch, const ManifestUnit *old, int unit, Str file)
{
    if (!old || old->result != UNIT_MADE || !str_equal(old->file, file))
        return false;
    Arena *scratch = arena_new();
    bool is_same = is_whole(batch, file, old->digest) &&
                   is_handout_current(batch, &old->handout, file);
    if (is_same) {
        Slice slice = cut(batch, scratch, unit);
        Str digest = manifest_digest(scratch, bytes_of(scratch, &slice));
        is_same = str_equal(old->source, source_of(batch, digest, &old->inputs));
    }
    arena_free(scratch);
    return is_same;
}

/* What is known of a unit before its deck is made. */
static ManifestUnit plan_unit(Batch *batch, int index, const ManifestUnit *old,
                              Str file)
{
    const Unit *unit = &batch->run.reg.units[index];
    const Options *options = batch->options;
    ManifestUnit entry = { .number = unit->number, .name = unit->name, .file = file };
    if (options->shard_count &&
        !choice_is_mine(unit, options->shard, options->shard_count)) {
        batch->is_chosen[index] = false;
        entry.result = UNIT_ELSEWHERE;
    } else if (!batch->is_chosen[index]) {
        return old ? *old : entry;
    } else if (!batch->has_respondents[index]) {
        entry.result = UNIT_SKIPPED;
        batch->skipped++;
    } else if (is_current(batch, old, index, file)) {
        entry = *old;
        if (!is_whole(batch, entry.handout.file, entry.handout.digest))
            entry.handout = (ManifestHandout){ 0 };
        batch->current++;
    } else {
        entry.handout = plan_handout(batch, file);
    }
    return entry;
}

typedef struct NamedFile {
    Str name; /* in small letters: some file systems know no others */
    int unit;
} NamedFile;

static int compare_names(const void *a, const void *b)
{
    const NamedFile *first = a, *second = b;
    int order = str_compare(first->name, second->name);
    return order ? order : (first->unit > second->unit) - (first->unit < second->unit);
}

/* One file for two units would be one deck too few. */
static bool check_names(const Batch *batch, const Str *files)
{
    Arena *scratch = arena_new();
    const Unit *units = batch->run.reg.units;
    int units_in_all = batch->run.reg.unit_count, count = 0;
    bool is_good = true;
    NamedFile *names = arena_array(scratch, 2 * (size_t)units_in_all, sizeof *names);
    for (int i = 0; i < units_in_all; i++) {
        Str handout = plan_handout(batch, files[i]).file;
        names[count++] = (NamedFile){ unicode_fold(scratch, files[i]), i };
        if (handout.len)
            names[count++] = (NamedFile){ unicode_fold(scratch, handout), i };
    }
    qsort(names, (size_t)count, sizeof *names, compare_names);
    for (int i = 1; i < count && is_good; i++) {
        int unit = names[i].unit, before = names[i - 1].unit;
        is_good = !str_equal(names[i].name, names[i - 1].name);
        if (is_good)
            continue;
        diag_error(batch->diags, batch->run.layout.file_place,
                   "\"%.*s\" is the file of both %.*s and %.*s", STR_ARG(names[i].name),
                   STR_ARG(units[before].name), STR_ARG(units[unit].name));
        diag_hint(batch->diags, "let the file's name hold ${unit.number}");
    }
    arena_free(scratch);
    return is_good;
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

/* Those that are not asked for stay as they were. */
static bool plan_units(Batch *batch)
{
    Manifest old;
    Str *files = name_files(batch);
    if (!files)
        return false;
    manifest_read(batch->arena, batch->manifest_path, &old, batch->diags);
    for (int i = 0; i < batch->run.reg.unit_count; i++) {
        const Unit *unit = &batch->run.reg.units[i];
        const ManifestUnit *before = manifest_find(&old, unit->number, unit->name);
        ManifestUnit entry = plan_unit(batch, i, before, files[i]);
        vec_push(batch->arena, &batch->manifest.units, entry);
    }
    return true;
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

/* Not after each deck: a thousand entries, written a thousand times, would cost more
 * than the decks. The file may be behind, but not wrong: a unit is missing in it from
 * before its deck is touched until after that is whole. */
static const double SAVE_SHARE = 0.05; /* of the time, at most */

static void save(Batch *batch)
{
    double start = clock_seconds();
    batch->is_behind = false;
    if (!manifest_write(&batch->manifest, batch->manifest_path, batch->diags))
        batch->is_stopping = batch->is_broken = true;
    double end = clock_seconds();
    batch->save_due = end + (end - start) / SAVE_SHARE;
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
    batch->is_behind = true;
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
    Slice slice = cut(batch, scratch, index);
    Str bytes = bytes_of(scratch, &slice);
    Str output =
        str_format(scratch, "%.*s/%.*s", STR_ARG(batch->folder), STR_ARG(entry->file));
    job->entry = index;
    job->slice = manifest_digest(batch->arena, bytes);
    describe(batch, &slice, entry);
    progress_start(&batch->progress, entry->name);
    if (worker_start(batch->arena, batch->options, bytes, output, &job->worker, entry))
        batch->running++;
    else
        note_end(batch, entry);
    arena_free(scratch);
}

/* The files that a worker read are inputs too. */
static void finish(Batch *batch, Job *job, int status)
{
    ManifestUnit *entry = entry_at(batch, job->entry);
    batch->running--;
    worker_finish(batch->arena, &job->worker, status, entry);
    if (entry->result == UNIT_MADE)
        entry->source = source_of(batch, job->slice, &entry->inputs);
    note_end(batch, entry);
}

static void reap(Batch *batch)
{
    int status;
    for (pid_t process; (process = waitpid(-1, &status, WNOHANG)) > 0;)
        for (int i = 0; i < batch->job_count; i++)
            if (worker_is(&batch->jobs[i].worker, process))
                finish(batch, &batch->jobs[i], status);
}

/* Where one is at work its deck stays missing; a file is whole or as it was before. */
static void end_workers(Batch *batch)
{
    for (int i = 0; i < batch->job_count; i++)
        worker_close(&batch->jobs[i].worker);
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

/* Of SIGCHLD and those that end a batch; or -1 after some time, when the manifest is to
 * be written. */
static int wait_for_signal(const Batch *batch, const sigset_t *signals)
{
    double left = batch->save_due - clock_seconds();
    if (!batch->is_behind)
        return sigwaitinfo(signals, NULL);
    if (left <= 0)
        return -1;
    struct timespec time = { .tv_sec = (time_t)left };
    time.tv_nsec = (long)((left - (double)time.tv_sec) * 1e9);
    return sigtimedwait(signals, NULL, &time);
}

static bool is_to_make(const Batch *batch, int unit)
{
    return batch->is_chosen[unit] && entry_at(batch, unit)->result == UNIT_MISSING;
}

static int count_missing(const Batch *batch)
{
    int count = 0;
    for (int i = 0; i < batch->run.reg.unit_count; i++)
        count += is_to_make(batch, i);
    return count;
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
    for (int i = 0, wanted = count_missing(batch); i < batch->job_count && i < wanted;
         i++)
        worker_open(batch->options, &batch->jobs[i].worker);
    for (int next = 0, count = batch->run.reg.unit_count;;) {
        for (int i = 0; i < batch->job_count && !batch->is_stopping; i++) {
            while (next < count && !is_to_make(batch, next))
                next++;
            if (next < count && !batch->jobs[i].worker.process)
                start(batch, &batch->jobs[i], next++);
        }
        if (batch->running == 0 && (batch->is_stopping || next == count))
            break;
        int signal = wait_for_signal(batch, &signals);
        if (signal == SIGCHLD)
            reap(batch);
        else if (signal > 0)
            interrupt(batch);
        if (batch->is_behind && clock_seconds() >= batch->save_due)
            save(batch);
    }
    end_workers(batch);
    if (batch->is_behind)
        save(batch);
}

/* A line for each unit: what a run would do. */
static Str list_units(const Batch *batch)
{
    static const char *const words[UNIT_RESULT_COUNT] = { "make", "up to date",
                                                          "failed", "skip", "" };
    Buffer text = buffer_in(batch->arena);
    for (int i = 0; i < batch->run.reg.unit_count; i++) {
        const ManifestUnit *entry = entry_at(batch, i);
        if (batch->is_chosen[i])
            buffer_format(&text, "%s\t%.*s\t%.*s\t%.*s\n", words[entry->result],
                          STR_ARG(entry->number), STR_ARG(entry->name),
                          STR_ARG(entry->file));
    }
    return buffer_text(&text);
}

static Texts list_options(Arena *arena, const Options *options)
{
    Texts texts = { 0 };
    if (options->language.len)
        vec_push(arena, &texts, str_concat(arena, S("--language "), options->language));
    for (int i = 0; i < options->settings.count; i++) {
        LayoutSetting setting = options->settings.at[i];
        vec_push(arena, &texts,
                 str_format(arena, "--set %.*s=%.*s", STR_ARG(setting.key),
                            STR_ARG(setting.value)));
    }
    return texts;
}

static bool plan(Batch *batch)
{
    DeckRun *run = &batch->run;
    if (!deck_prepare(run, batch->options) || !deck_read_surveys(run))
        return false;
    batch->is_chosen = choice_read(run, batch->options->units);
    if (!batch->is_chosen)
        return false;
    choose_folder(batch);
    batch->has_respondents = deck_with_respondents(batch->arena, &run->survey);
    batch->plan = plan_make(batch->arena, &run->survey,
                            run->has_previous ? &run->previous : NULL);
    batch->manifest =
        (Manifest){ .version = S(LYSARK_VERSION),
                    .program = manifest_digest_file(batch->arena, S("/proc/self/exe")),
                    .round = run->description.round,
                    .layout = batch->options->layout,
                    .survey = batch->options->survey,
                    .options = list_options(batch->arena, batch->options) };
    for (int i = 0; i < batch->diags->files.count; i++)
        manifest_add_input(batch->arena, &batch->manifest, batch->diags->files.at[i]);
    return plan_units(batch);
}

/* Reads back what has not been yet. */
static VerifierResult verify(Batch *batch)
{
    VerifierResult result = verifier_run(batch->arena, batch->options, batch->folder,
                                         &batch->manifest, batch->diags);
    save(batch);
    return result;
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
    VerifierResult verified = VERIFIER_GOOD;
    if (!batch->is_broken && !batch->options->is_unverified)
        verified = verify(batch);
    return batch->is_broken || verified == VERIFIER_BROKEN ? BATCH_BROKEN
           : batch->progress.failed > 0 || count_missing(batch) > 0 ||
                   verified == VERIFIER_WRONG
               ? BATCH_FAILED
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
