/* description_draft.h - a description being put together from its file: what the files
 * that read it have in common. */
#ifndef SURVEY_DESCRIPTION_DRAFT_H
#define SURVEY_DESCRIPTION_DRAFT_H
#include "survey/description_file.h"

typedef struct Draft {
    Arena *arena;
    const DescriptionFile *file;
    Description *out;
    Diags *diags;
} Draft;

/* Something that a description may name once only. */
typedef struct Named {
    Str text; /* white space folded */
    Place place;
} Named;
typedef VEC(Named) NamedList;

/* Adds a text to those named; an error when it was there. what: "answer", for the
 * message. */
void draft_name_once(Draft *draft, NamedList *names, Str text, Place place,
                     const char *what);

/* A wording that the file does not give: the text as the export has it. */
Wording draft_wording(Draft *draft, Str text, Place place);
Wording draft_wording_or(Wording given, Wording fallback);

/* Reads the scales into draft->out: the plain one first, then those with a name, then
 * that from 0 to 10. */
void draft_take_scales(Draft *draft);

/* Index of the scale that a statement, or a question from 0 to 10, names; the plain
 * one, or that from 0 to 10, when it names none. Errors go to draft->diags. */
int draft_scale_of(Draft *draft, const FileStatement *statement, Place place,
                   bool is_recommend);

#endif
