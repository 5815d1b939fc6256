/* file_name.h - what a batch calls the file of a unit. */
#ifndef COMMAND_FILE_NAME_H
#define COMMAND_FILE_NAME_H
#include "layout/layout.h"
#include "survey/register.h"

/* A text in small letters a to z, digits, "-" and "." between them: å becomes a, æ ae,
 * ø o; accents go, all else is a hyphen. At most FILE_SLUG_MAX bytes. */
enum { FILE_SLUG_MAX = 60 };
Str file_slug(Arena *arena, Str text);

/* The layout's pattern with ${unit.number}, ${unit.slug} and ${round} filled in, each
 * as a slug; the hyphen after an empty one goes too. The empty Str with an error at the
 * pattern when it names something else, does not end in .pdf, begins with ".", "-" or a
 * blank, or gives a name that some file system refuses or spells in its own way. */
enum { FILE_NAME_MAX = 200 };
Str file_name(Arena *arena, const Layout *layout, const Unit *unit, Str round,
              Diags *diags);

/* Of the handout beside a file: «3403-hamar-2026-handout.pdf». */
Str file_handout_name(Arena *arena, Str file);

/* One file for two units would be one deck too few. By unit; has_handouts: each has one
 * beside it. False with an error at `place`. */
bool file_names_check(const Unit *units, const Str *files, int unit_count,
                      bool has_handouts, Place place, Diags *diags);

#endif
