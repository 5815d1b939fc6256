#include "base/diag.h"

#include "base/messages.h"

#include <string.h>

Diags diags_in(Arena *arena)
{
    return (Diags){ .arena = arena };
}

PRINTF_LIKE(4, 0)
static void report(Diags *diags, DiagSeverity severity, Place place, const char *format,
                   va_list args)
{
    diags->is_last_dropped = diags->counts[severity]++ >= DIAG_MAX;
    if (diags->is_last_dropped)
        return;
    Diag diag = { .severity = severity,
                  .place = place,
                  .message = str_format_list(diags->arena, message_text(format), args),
                  .slide = diags->slide };
    /* The reader of a file may be gone before the message is printed. */
    diag.place.file = str_copy(diags->arena, place.file);
    diag.place.heading = str_copy(diags->arena, place.heading);
    vec_push(diags->arena, &diags->list, diag);
}

void diag_error(Diags *diags, Place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(diags, DIAG_ERROR, place, format, args);
    va_end(args);
}

void diag_warning(Diags *diags, Place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(diags, DIAG_WARNING, place, format, args);
    va_end(args);
}

void diag_note(Diags *diags, Place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(diags, DIAG_NOTE, place, format, args);
    va_end(args);
}

void diag_hint(Diags *diags, const char *format, ...)
{
    if (diags->list.count == 0 || diags->is_last_dropped)
        return;
    Diag *last = &diags->list.at[diags->list.count - 1];
    va_list args;
    va_start(args, format);
    last->hint = str_format_list(diags->arena, message_text(format), args);
    va_end(args);
}

bool diag_has_errors(const Diags *diags)
{
    return diags->counts[DIAG_ERROR] > 0;
}

void diag_append(Diags *diags, const Diags *more)
{
    int added[3] = { 0 };
    for (int i = 0; i < more->list.count; i++) {
        const Diag *diag = &more->list.at[i];
        if (diags->counts[diag->severity] + added[diag->severity]++ < DIAG_MAX)
            vec_push(diags->arena, &diags->list, *diag);
    }
    for (int severity = 0; severity < 3; severity++)
        diags->counts[severity] += more->counts[severity];
    for (int i = 0; i < more->files.count; i++)
        vec_push(diags->arena, &diags->files, more->files.at[i]);
}

DiagMark diag_mark(const Diags *diags)
{
    DiagMark mark = { .count = diags->list.count };
    memcpy(mark.counts, diags->counts, sizeof mark.counts);
    return mark;
}

void diag_rewind(Diags *diags, DiagMark mark)
{
    diags->list.count = mark.count;
    memcpy(diags->counts, mark.counts, sizeof diags->counts);
}

Str place_text(Arena *arena, Place place)
{
    if (place.heading.len)
        return str_format(arena, message_text("%.*s: row %d, column \"%.*s\""),
                          STR_ARG(place.file), place.row,
                          STR_ARG(str_shown(arena, place.heading, 60)));
    if (place.row)
        return str_format(arena, message_text("%.*s: row %d"), STR_ARG(place.file),
                          place.row);
    if (place.line)
        return str_format(arena, "%.*s:%d:%d", STR_ARG(place.file), place.line,
                          place.column);
    return place.file;
}
