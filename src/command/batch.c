#include "command/batch.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/messages.h"
#include "command/choice.h"
#include "command/crew.h"
#include "command/deck.h"
#include "command/deck_folder.h"
#include "command/file_name.h"
#include "command/interrupt.h"
#include "command/progress.h"
#include "command/recipe.h"
#include "command/remarks.h"
#include "command/verifier.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

/* A deck that is to be made. */
typedef struct Task {
    int unit, attempt;
} Task;

typedef struct Batch {
    Arena *arena;
    const Options *options;
    Diags *diags;
    DeckRun run;
    Recipe recipe;
    Str folder, manifest_path;
    Str *files;                        /* by unit of the register */
    bool *is_chosen, *has_respondents; /* by unit of the register */
    Manifest manifest;                 /* its units are those of the register */
    int current, skipped, outdated;
    FolderLock lock;
    bool is_behind;  /* the manifest is not written yet */
    double save_due; /* clock_seconds */
    Crew *crew;
    Str *slices;              /* digests, by unit that was ordered */
    int next;                 /* unit of the register that is looked at next */
    VEC(Task) returned;       /* that were ordered, and are to be ordered again */
    VEC(ManifestHandout) old; /* that go with no deck any more */
    Progress progress;
    bool is_stopping; /* no further worker is started */
    bool is_broken, is_interrupted;
} Batch;

/* Of a unit that is not asked for: its deck is left as it is, and what is said of that
 * is true of it. */
static ManifestUnit keep_unit(Batch *batch, int index, const ManifestUnit *old,
                              ManifestUnit entry)
{
    bool has_respondents = batch->has_respondents[index];
    if (!old || !manifest_has_deck(old)) {
        bool is_lacking =
            old && (old->result == UNIT_FAILED || old->result == UNIT_MISSING);
        if (is_lacking)
            entry.errors = old->errors;
        entry.result = !has_respondents ? UNIT_SKIPPED
                       : is_lacking     ? old->result
                                        : UNIT_UNASKED;
        return entry;
    }
    UnitResult age = has_respondents
                         ? recipe_age(&batch->recipe, old, index, entry.file)
                         : UNIT_OUTDATED;
    if (age == UNIT_MISSING)
        return entry;
    entry = *old;
    entry.result = age;
    if (age == UNIT_OUTDATED)
        entry.verified = VERIFY_UNDONE;
    if (!recipe_is_whole(&batch->recipe, entry.handout.file, entry.handout.digest))
        entry.handout = (ManifestHandout){ 0 };
    batch->outdated += age == UNIT_OUTDATED;
    return entry;
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
        entry = keep_unit(batch, index, old, entry);
    } else if (!batch->has_respondents[index]) {
        entry.result = UNIT_SKIPPED;
        batch->skipped++;
    } else if (recipe_is_current(&batch->recipe, old, index, file)) {
        entry = *old;
        entry.result = UNIT_MADE;
        if (!recipe_is_whole(&batch->recipe, entry.handout.file, entry.handout.digest))
            entry.handout = (ManifestHandout){ 0 };
        batch->current++;
    } else {
        entry.handout = recipe_handout(&batch->recipe, file);
        if (old && old->handout.file.len && !options->has_handout)
            vec_push(batch->arena, &batch->old, old->handout);
    }
    return entry;
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
    bool is_good = file_names_check(run->reg.units, files, run->reg.unit_count,
                                    batch->options->has_handout, run->layout.file_place,
                                    batch->diags);
    return is_good ? files : NULL;
}

static void plan_units(Batch *batch)
{
    Manifest old;
    manifest_read(batch->arena, batch->manifest_path, &old, batch->diags);
    for (int i = 0; i < batch->run.reg.unit_count; i++) {
        const Unit *unit = &batch->run.reg.units[i];
        const ManifestUnit *before = manifest_find(&old, unit->number, unit->name);
        ManifestUnit entry = plan_unit(batch, i, before, batch->files[i]);
        vec_push(batch->arena, &batch->manifest.units, entry);
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

static void fail_to_start(Batch *batch, ManifestUnit *entry, Str why)
{
    entry->result = UNIT_FAILED;
    vec_push(batch->arena, &entry->errors, why);
    note_end(batch, entry);
}

static void order(Batch *batch, Task task)
{
    ManifestUnit *entry = entry_at(batch, task.unit);
    Arena *scratch = arena_new();
    Slice slice = recipe_cut(&batch->recipe, scratch, task.unit);
    Str bytes = recipe_bytes(scratch, &slice);
    Str output =
        str_format(scratch, "%.*s/%.*s", STR_ARG(batch->folder), STR_ARG(entry->file));
    if (!batch->slices[task.unit].len) {
        batch->slices[task.unit] = manifest_digest(batch->arena, bytes);
        recipe_describe(batch->arena, &slice, entry);
    }
    if (!crew_order(batch->crew, task.unit, task.attempt, bytes, output))
        fail_to_start(batch, entry,
                      str_format(batch->arena,
                                 message_text("cannot start a worker: %s"),
                                 strerror(errno)));
    arena_free(scratch);
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

/* False when nothing is left. */
static bool next_task(Batch *batch, Task *out)
{
    if (batch->returned.count > 0) {
        *out = batch->returned.at[--batch->returned.count];
        return true;
    }
    while (batch->next < batch->run.reg.unit_count && !is_to_make(batch, batch->next))
        batch->next++;
    *out = (Task){ .unit = batch->next };
    return batch->next++ < batch->run.reg.unit_count;
}

static void order_more(Batch *batch)
{
    Task task;
    while (!batch->is_stopping && crew_has_room(batch->crew) && next_task(batch, &task))
        order(batch, task);
}

/* The files that a worker read are inputs too. */
static void finish(Batch *batch, CrewEvent *event, ManifestUnit *entry)
{
    worker_finish(batch->arena, &event->worker, event->status, entry);
    if (entry->result == UNIT_MADE)
        entry->source = recipe_source(&batch->recipe, batch->slices[event->worker.unit],
                                      &entry->inputs);
    note_end(batch, entry);
}

static void hear(Batch *batch)
{
    CrewEvent event;
    while (crew_next(batch->crew, &event)) {
        ManifestUnit *entry = entry_at(batch, event.worker.unit);
        Task task = { event.worker.unit, event.worker.attempt };
        switch (event.kind) {
        case CREW_BEGUN: progress_start(&batch->progress, entry->name); break;
        case CREW_ENDED: finish(batch, &event, entry); break;
        case CREW_RETURNED: vec_push(batch->arena, &batch->returned, task); break;
        case CREW_FAILED: fail_to_start(batch, entry, event.why); break;
        }
    }
}

static void report_interrupt(Batch *batch)
{
    diag_error(batch->diags, (Place){ .file = batch->manifest_path },
               "the batch was interrupted");
    diag_hint(batch->diags, "give the same command again to go on");
}

/* The decks that are being made are finished, unless somebody insists: where one is
 * at work its deck stays missing; a file is whole or as it was before. */
static void interrupt(Batch *batch)
{
    if (batch->is_interrupted) {
        crew_close(batch->crew);
        return;
    }
    batch->is_interrupted = batch->is_stopping = batch->is_broken = true;
    report_interrupt(batch);
}

/* Sleeps until something happens, or the manifest is to be written. */
static void await(Batch *batch, int signals)
{
    double left = batch->save_due - clock_seconds();
    int signal = 0;
    if (!batch->is_behind || left > 0)
        signal = crew_wait(batch->crew, signals, batch->is_behind ? left : -1);
    if (interrupt_is(signal))
        interrupt(batch);
    if (batch->is_stopping)
        crew_stop(batch->crew);
    hear(batch);
    if (batch->is_behind && clock_seconds() >= batch->save_due)
        save(batch);
}

/* Signals come by a file from now on. */
static int take_signals(void)
{
    sigset_t signals = interrupt_hold();
    return signalfd(-1, &signals, SFD_CLOEXEC);
}

static void run_crew(Batch *batch)
{
    int signals = take_signals();
    size_t units = (size_t)batch->run.reg.unit_count;
    batch->slices = arena_array(batch->arena, units, sizeof *batch->slices);
    for (order_more(batch); crew_busy(batch->crew) > 0; order_more(batch))
        await(batch, signals);
    crew_stop(batch->crew);
    while (!crew_is_gone() && !batch->is_interrupted)
        await(batch, signals);
    close(signals);
}

/* A line for each unit: what a run would do. */
static Str list_units(const Batch *batch)
{
    static const char *const words[UNIT_RESULT_COUNT] = {
        [UNIT_MISSING] = "make", [UNIT_MADE] = "up to date", [UNIT_SKIPPED] = "skip"
    };
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

/* Reads the answers; while that takes time the makers prepare, and the export is
 * digested. */
static bool read_surveys(Batch *batch, ManifestInput *export)
{
    DeckRun *run = &batch->run;
    if (!deck_prepare(run, batch->options))
        return false;
    if (!batch->options->is_dry_run)
        batch->crew = crew_open(batch->arena, batch->options);
    export->path = run->description.export.path;
    ManifestDigesting *digesting = manifest_digest_begin(batch->arena, export->path);
    bool is_good = deck_read_surveys(run);
    export->digest = manifest_digest_end(batch->arena, digesting);
    return is_good;
}

static void add_inputs(Batch *batch, ManifestInput export)
{
    Manifest *manifest = &batch->manifest;
    for (int i = 0; i < batch->diags->files.count; i++)
        if (str_equal(batch->diags->files.at[i], export.path))
            vec_push(batch->arena, &manifest->inputs, export);
        else
            manifest_add_input(batch->arena, manifest, batch->diags->files.at[i]);
}

static bool plan(Batch *batch)
{
    DeckRun *run = &batch->run;
    ManifestInput export = { 0 };
    if (!read_surveys(batch, &export))
        return false;
    batch->is_chosen = choice_read(run, batch->options);
    if (!batch->is_chosen)
        return false;
    batch->has_respondents = deck_with_respondents(batch->arena, &run->survey);
    batch->recipe = (Recipe){
        .arena = batch->arena,
        .options = batch->options,
        .run = run,
        .plan = plan_make(batch->arena, &run->survey,
                          run->has_previous ? &run->previous : NULL),
        .folder = batch->folder,
        .manifest = &batch->manifest,
    };
    batch->manifest =
        (Manifest){ .version = S(LYSARK_VERSION),
                    .program = manifest_digest_file(batch->arena, S("/proc/self/exe")),
                    .round = run->description.round,
                    .layout = batch->options->layout,
                    .survey = batch->options->survey,
                    .options = list_options(batch->arena, batch->options) };
    add_inputs(batch, export);
    batch->files = name_files(batch);
    return batch->files != NULL;
}

/* Reads back what has not been yet; it looks at what else lies in the folder too. */
static VerifierResult verify(Batch *batch)
{
    const Texts *strangers = &batch->manifest.strangers;
    bool is_wanted = !batch->options->is_unverified;
    VerifierResult result = VERIFIER_NOTHING;
    if (is_wanted)
        result = verifier_run(batch->arena, batch->options, batch->folder,
                              &batch->manifest, batch->diags);
    if (result != VERIFIER_NOTHING)
        save(batch);
    else
        deck_folder_report(strangers, is_wanted, batch->diags);
    if (result == VERIFIER_INTERRUPTED)
        report_interrupt(batch);
    return result == VERIFIER_NOTHING && is_wanted && strangers->count > 0
               ? VERIFIER_WRONG
               : result;
}

/* A handout that was made with the deck before would stay beside the new one, and the
 * manifest says nothing of it any more. One that was changed since is somebody's, and
 * a stranger now. */
static void remove_old(Batch *batch)
{
    for (int i = 0; i < batch->old.count; i++) {
        const ManifestHandout *handout = &batch->old.at[i];
        Place place = { .file = handout->file };
        Str path = str_format(batch->arena, "%.*s/%.*s", STR_ARG(batch->folder),
                              STR_ARG(handout->file));
        if (!file_exists(path))
            continue;
        if (recipe_is_whole(&batch->recipe, handout->file, handout->digest) &&
            unlink(str_c(batch->arena, path)) == 0) {
            diag_note(batch->diags, place,
                      "this handout of the deck before was removed");
            diag_hint(batch->diags, "give --handout to make both anew");
        }
    }
}

/* What is to be known of the decks beside how many were made. */
static void report_decks(Batch *batch)
{
    remarks_report(&batch->manifest, batch->is_chosen, batch->diags);
    if (batch->outdated == 0)
        return;
    diag_warning(batch->diags, (Place){ .file = batch->manifest_path },
                 "decks that were made of older files or by another command: %d",
                 batch->outdated);
    diag_hint(batch->diags, "give the same command without --units to make them anew");
}

static BatchResult make_decks(Batch *batch)
{
    batch->progress = progress_begin(count_missing(batch), batch->options->is_quiet);
    save(batch);
    if (!batch->is_broken)
        remove_old(batch);
    if (!batch->is_broken)
        run_crew(batch);
    batch->manifest.strangers =
        deck_folder_strangers(batch->arena, batch->folder, &batch->manifest);
    if (batch->is_behind || batch->manifest.strangers.count > 0)
        save(batch);
    progress_end(&batch->progress, batch->current, batch->skipped, batch->folder);
    report_decks(batch);
    if (batch->is_broken)
        return BATCH_BROKEN;
    VerifierResult verified = verify(batch);
    return verified == VERIFIER_BROKEN || verified == VERIFIER_INTERRUPTED ||
                   batch->is_broken
               ? BATCH_BROKEN
           : batch->progress.failed > 0 || count_missing(batch) > 0 ||
                   verified == VERIFIER_WRONG
               ? BATCH_FAILED
               : BATCH_GOOD;
}

/* One batch at a time: two would lose what the other notes in the manifest. */
static BatchResult make_alone(Batch *batch)
{
    const Options *options = batch->options;
    Share share = { options->shard, options->shard_count };
    if (!deck_folder_lock(batch->arena, batch->folder, share, &batch->lock,
                          batch->diags))
        return BATCH_BROKEN;
    plan_units(batch);
    BatchResult result = make_decks(batch);
    deck_folder_unlock(&batch->lock);
    return result;
}

BatchResult batch_run(Arena *arena, const Options *options, Str *out, Diags *diags)
{
    Batch *batch = arena_alloc(arena, sizeof *batch);
    *batch = (Batch){ .arena = arena, .options = options, .diags = diags };
    batch->run = (DeckRun){ .arena = arena, .diags = diags };
    *out = (Str){ 0 };
    choose_folder(batch);
    if (!deck_folder_check(batch->folder, diags))
        return BATCH_BROKEN;
    BatchResult result = BATCH_FAILED;
    if (plan(batch) && !options->is_dry_run) {
        result = make_alone(batch);
    } else if (batch->files) {
        plan_units(batch);
        *out = list_units(batch);
        result = BATCH_GOOD;
    }
    if (batch->crew)
        crew_close(batch->crew);
    return result;
}
