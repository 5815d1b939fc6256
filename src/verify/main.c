/* lysark-verify: reads the finished decks of a batch back and holds them against the
 * survey. A program of its own, since it brings poppler along; `lysark verify` and
 * `lysark batch` start it.
 *
 *   folder_verify -> verify_deck -> printed_read, then for each slide
 *                    authored_texts, phrases_of (what may stand there)
 *                    exhibit_*, answers_check, others_text, foreign_check (what does),
 *                    loose_explain, beside_read (and what no tag holds)
 */
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "base/messages.h"
#include "command/report.h"
#include "verify/folder.h"

#include <stdio.h>

enum { STATUS_GOOD = 0, STATUS_WRONG = 1, STATUS_SYSTEM = 2 };

/* For the batch that started this, and other programs. */
static void print_results(Arena *arena, const FolderResults *results, Diags *diags)
{
    Json json = json_in(arena);
    json_object(&json, NULL);
    json_array(&json, "files");
    for (int i = 0; i < results->count; i++) {
        const FolderResult *result = &results->at[i];
        json_object(&json, NULL);
        json_string(&json, "number", result->number);
        json_string(&json, "name", result->name);
        json_string(&json, "file", result->file);
        json_number(&json, "faults", result->faults);
        json_number(&json, "figures", (double)result->figures);
        json_number(&json, "answers", (double)result->answers);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_array(&json, "lacking");
    for (int i = 0; i < results->lacking_count; i++) {
        const ManifestUnit *unit = results->lacking[i];
        json_object(&json, NULL);
        json_string(&json, "number", unit->number);
        json_string(&json, "name", unit->name);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_array(&json, "strangers");
    for (int i = 0; i < results->strangers.count; i++)
        json_string(&json, NULL, results->strangers.at[i]);
    json_end_array(&json);
    json_end_object(&json);
    file_write(S("-"), buffer_text(&json.text), diags);
}

/* «4 512», with a hard space. */
static Str count_text(Arena *arena, long count)
{
    Str rest = { 0 };
    for (; count >= 1000; count /= 1000)
        rest = str_format(arena, "\u00A0%03ld%.*s", count % 1000, STR_ARG(rest));
    return str_format(arena, "%ld%.*s", count, STR_ARG(rest));
}

/* Files, figures and answers, and how many things are wrong; 1 when any is. */
static int print_sum(Arena *arena, const FolderResults *results, double seconds,
                     bool is_quiet)
{
    long figures = 0, answers = 0;
    long faults = results->lacking_count + results->strangers.count, files = faults;
    for (int i = 0; i < results->count; i++) {
        const FolderResult *result = &results->at[i];
        fprintf(stderr, "%.*s", STR_ARG(result->report));
        figures += result->figures;
        answers += result->answers;
        faults += result->faults;
        files += result->faults > 0;
    }
    Str read = str_format(arena, message_text("%s files, %s figures, %s answers"),
                          str_c(arena, count_text(arena, results->count)),
                          str_c(arena, count_text(arena, figures)),
                          str_c(arena, count_text(arena, answers)));
    if (faults > 0)
        fprintf(stderr, message_text("%.*s: %s things are wrong, in %s files\n"),
                STR_ARG(read), str_c(arena, count_text(arena, faults)),
                str_c(arena, count_text(arena, files)));
    else if (!is_quiet)
        fprintf(stderr, message_text("%.*s: all is right, %.1f s\n"), STR_ARG(read),
                seconds);
    return faults > 0 ? STATUS_WRONG : STATUS_GOOD;
}

int main(int count, char **words)
{
    double start = clock_seconds();
    Arena *arena = arena_new();
    messages_choose(arena);
    Options options;
    OptionsResult result = options_read(arena, count, words, &options);
    int status = result == OPTIONS_WRONG ? STATUS_SYSTEM : STATUS_GOOD;
    if (result == OPTIONS_RUN && options.action == ACTION_VERIFY) {
        Diags diags = diags_in(arena);
        FolderResults results;
        bool is_good = folder_verify(arena, &options, &results, &diags);
        report_print(arena, &diags, options.is_quiet);
        status = is_good ? print_sum(arena, &results, clock_seconds() - start,
                                     options.is_quiet)
                         : STATUS_WRONG;
        if (is_good && options.is_json)
            print_results(arena, &results, &diags);
    }
    arena_free(arena);
    return status;
}
