/* lysark: a survey's answers and a YAML layout become a PDF slide deck.
 *
 *   options_read -> deck_compose (read, compute, compose) -> pdf_write or dump_write
 *                -> batch_run -> maker_run, in other processes
 *                -> verifier_become: lysark-verify, a program of its own
 *                -> inspect_print, init_write
 *                -> schema_print, reference_page_print
 *
 * Only this file and command/'s options.c, help.c, report.c and progress.c print, and
 * only here the exit status is chosen.
 */
#include "base/clock.h"
#include "base/file.h"
#include "base/heap.h"
#include "base/messages.h"
#include "command/batch.h"
#include "command/deck.h"
#include "command/figures.h"
#include "command/init.h"
#include "command/inspect.h"
#include "command/maker.h"
#include "command/merge.h"
#include "command/new_export.h"
#include "command/reference_page.h"
#include "command/report.h"
#include "command/schema.h"
#include "command/verifier.h"
#include "command/watch.h"
#include "render/dump.h"
#include "render/pdf.h"

#include <signal.h>
#include <stdio.h>

enum { STATUS_GOOD = 0, STATUS_INPUT = 1, STATUS_SYSTEM = 2 };

/* The layout's name with the ending, in the current folder. */
static Str default_output(Arena *arena, Str layout, Str ending)
{
    size_t from = layout.len, to = layout.len;
    while (from > 0 && layout.at[from - 1] != '/')
        from--;
    for (size_t i = layout.len; i > from; i--)
        if (layout.at[i - 1] == '.') {
            to = i - 1;
            break;
        }
    return str_concat(arena, str_slice(layout, from, to), ending);
}

/* What came of it, in a line: of the file written, or of the layout checked. */
static void print_summary(const DeckRun *run, const Options *options, Str name,
                          size_t bytes, double seconds)
{
    if (options->is_quiet)
        return;
    const RoundSlice *round = &run->slice.round;
    int n = round->unit.n[round->description->group_count];
    fprintf(stderr, message_text("%.*s: %d pages, "), STR_ARG(name),
            run->deck.pages.count);
    if (n >= 0)
        fprintf(stderr, "n = %d, ", n);
    fprintf(stderr, "%zu bytes, %.0f ms\n", bytes, seconds * 1000);
}

static int render(DeckRun *run, const Options *options, double start)
{
    Str ending = options->form ? S("-handout.pdf") : S(".pdf");
    Str output = options->output.len
                     ? options->output
                     : default_output(run->arena, options->layout, ending);
    Str bytes;
    Place from = { .file = S("--pages") };
    if (options->pages.count > 0 &&
        !deck_keep_pages(&run->deck, &options->pages, from, run->diags))
        return STATUS_INPUT;
    if (!pdf_write(run->arena, &run->deck, &bytes, run->diags))
        return STATUS_INPUT;
    FileContent files[] = {
        {.path = output, .bytes = bytes },
        { .path = options->figures            },
    };
    int count = options->figures.len ? 2 : 1;
    if (count > 1)
        files[1].bytes = figures_print(run);
    if (!file_write_all(files, count, run->diags))
        return STATUS_SYSTEM;
    print_summary(run, options, output, bytes.len, clock_seconds() - start);
    return STATUS_GOOD;
}

/* As render, but the bytes go nowhere: every check of the PDF is made all the same. */
static int check(DeckRun *run, const Options *options, double start)
{
    Str bytes;
    if (!pdf_write(run->arena, &run->deck, &bytes, run->diags))
        return STATUS_INPUT;
    print_summary(run, options, options->layout, bytes.len, clock_seconds() - start);
    bool is_refused = options->is_strict && run->diags->counts[DIAG_WARNING] > 0;
    return is_refused ? STATUS_INPUT : STATUS_GOOD;
}

static int print(Str text, Diags *diags)
{
    return file_write(S("-"), text, diags) ? STATUS_GOOD : STATUS_SYSTEM;
}

static int dump(DeckRun *run)
{
    Buffer text = buffer_in(run->arena);
    dump_write(&run->deck, &text);
    return print(buffer_text(&text), run->diags);
}

static int run_action(DeckRun *run, const Options *options, double start)
{
    if (!deck_compose(run, options))
        return STATUS_INPUT;
    if (options->action == ACTION_CHECK && options->survey.len)
        new_export_compare_slides(run, options);
    switch (options->action) {
    case ACTION_RENDER:
    case ACTION_HANDOUT: return render(run, options, start);
    case ACTION_CHECK: return check(run, options, start);
    case ACTION_DUMP: return dump(run);
    case ACTION_BATCH:
    case ACTION_VERIFY:
    case ACTION_INSPECT:
    case ACTION_INIT:
    case ACTION_SCHEMA:
    case ACTION_REFERENCE:
    case ACTION_WORKER:
    case ACTION_COUNT: break;
    }
    return STATUS_SYSTEM;
}

/* A layout is read by most commands, and what is open is closed again. */
static int run_deck(Arena *arena, const Options *options, double start, Diags *diags)
{
    DeckRun run = { .arena = arena, .diags = diags };
    if (new_export_is_given(options) && !new_export_compare(arena, options, diags))
        return STATUS_INPUT;
    int status = run_action(&run, options, start);
    deck_close(&run);
    return status;
}

/* Renders once and again after each change, until it is interrupted. After an error the
 * file that was written last stays as it is. */
static int run_watch(Arena *arena, const Options *options, Diags *diags)
{
    Watch *watch = watch_open(arena, diags);
    if (!watch)
        return STATUS_SYSTEM;
    watch_file(watch, options->layout);
    do {
        Arena *run_arena = arena_new();
        Diags run_diags = diags_in(run_arena);
        run_deck(run_arena, options, clock_seconds(), &run_diags);
        report_print(run_arena, &run_diags, options->is_quiet);
        for (int i = 0; i < run_diags.files.count; i++)
            watch_file(watch, run_diags.files.at[i]);
        arena_free(run_arena);
    } while (watch_wait(watch));
    watch_close(watch);
    return STATUS_GOOD;
}

static int run_batch(Arena *arena, const Options *options, Diags *diags)
{
    static const int statuses[] = { [BATCH_GOOD] = STATUS_GOOD,
                                    [BATCH_FAILED] = STATUS_INPUT,
                                    [BATCH_BROKEN] = STATUS_SYSTEM };
    Str text;
    if (options->folders.count)
        return statuses[merge_run(arena, options, diags)];
    int status = statuses[batch_run(arena, options, &text, diags)];
    return text.len ? print(text, diags) : status;
}

static int run_command(Arena *arena, const Options *options, double start, Diags *diags)
{
    Str text;
    if (options->action == ACTION_REFERENCE)
        return print(reference_page_print(arena), diags);
    if (options->action == ACTION_INSPECT)
        return inspect_print(arena, options, &text, diags) ? print(text, diags)
                                                           : STATUS_INPUT;
    if (options->action == ACTION_INIT)
        return init_write(arena, options, &text, diags) ? print(text, diags)
                                                        : STATUS_INPUT;
    if (options->action == ACTION_BATCH)
        return run_batch(arena, options, diags);
    if (options->action == ACTION_WORKER)
        return maker_run(arena, options, diags) ? STATUS_GOOD : STATUS_INPUT;
    if (options->is_watching)
        return run_watch(arena, options, diags);
    if (options->action != ACTION_SCHEMA)
        return run_deck(arena, options, start, diags);
    return schema_print(arena, options->schema, &text, diags) ? print(text, diags)
                                                              : STATUS_INPUT;
}

int main(int count, char **words)
{
    double start = clock_seconds();
    heap_settle();
    signal(SIGXFSZ, SIG_IGN); /* a file over the limit is an error, as a full disk is */
    Arena *arena = arena_new();
    messages_choose(arena);
    Options options;
    OptionsResult result = options_read(arena, count, words, &options);
    int status = result == OPTIONS_WRONG ? STATUS_SYSTEM : STATUS_GOOD;
    if (result == OPTIONS_RUN) {
        Diags diags = diags_in(arena);
        if (options.action == ACTION_VERIFY) {
            verifier_become(arena, words, &diags);
            status = STATUS_SYSTEM;
        } else {
            status = run_command(arena, &options, start, &diags);
        }
        report_print(arena, &diags, options.is_quiet);
    }
    arena_free(arena);
    return status;
}
