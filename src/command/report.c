#include "command/report.h"

#include "base/file.h"
#include "base/messages.h"
#include "command/excerpt.h"

#include <stdio.h>

static const char *const SEVERITIES[] = { "note", "warning", "error" };
/* Those that are not shown, behind their number. */
static const char *const MORE[] = { MESSAGE("more notes"), MESSAGE("more warnings"),
                                    MESSAGE("more errors") };

/* The line that an error is about; nothing when the file cannot be read any more. */
static void print_excerpt(Arena *scratch, Place place)
{
    Diags unseen = diags_in(scratch);
    Str text;
    if (place.line == 0 ||
        !file_read(scratch, place.file, (Place){ 0 }, &text, &unseen))
        return;
    Str excerpt = excerpt_text(scratch, text, place);
    fprintf(stderr, "%.*s", STR_ARG(excerpt));
}

static void print(Arena *scratch, const Diag *diag)
{
    ArenaMark mark = arena_mark(scratch);
    Str place = place_text(scratch, diag->place);
    if (place.len)
        fprintf(stderr, "%.*s: ", STR_ARG(place));
    fprintf(stderr, "%s: %.*s\n", SEVERITIES[diag->severity], STR_ARG(diag->message));
    if (diag->severity == DIAG_ERROR)
        print_excerpt(scratch, diag->place);
    if (diag->hint.len)
        fprintf(stderr, "  hint: %.*s\n", STR_ARG(diag->hint));
    arena_rewind(scratch, mark);
}

static void print_overflow(const Diags *diags, DiagSeverity severity)
{
    int more = diags->counts[severity] - DIAG_MAX;
    if (more > 0)
        fprintf(stderr, "… %d %s\n", more, message_text(MORE[severity]));
}

/* The warnings and notes about one slide; 0: about none. */
static void print_slide(Arena *scratch, const Diags *diags, int slide)
{
    bool has_heading = slide == 0;
    for (int i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        if (diag->severity == DIAG_ERROR || diag->slide != slide)
            continue;
        if (!has_heading)
            fprintf(stderr, "%s %d\n", message_text("slide"), slide);
        has_heading = true;
        print(scratch, diag);
    }
}

static int last_slide(const Diags *diags)
{
    int last = 0;
    for (int i = 0; i < diags->list.count; i++)
        if (diags->list.at[i].slide > last)
            last = diags->list.at[i].slide;
    return last;
}

void report_print(Arena *scratch, const Diags *diags, bool is_quiet)
{
    for (int i = 0; i < diags->list.count; i++)
        if (diags->list.at[i].severity == DIAG_ERROR)
            print(scratch, &diags->list.at[i]);
    print_overflow(diags, DIAG_ERROR);
    if (is_quiet)
        return;
    for (int slide = 0; slide <= last_slide(diags); slide++)
        print_slide(scratch, diags, slide);
    print_overflow(diags, DIAG_WARNING);
    print_overflow(diags, DIAG_NOTE);
}
