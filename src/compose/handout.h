/* handout.h - the forms of a paper handout, and the handout made of a composed deck. */
#ifndef COMPOSE_HANDOUT_H
#define COMPOSE_HANDOUT_H
#include "compose/canvas.h"

/* Where a sheet has lines for notes: six slides leave as much of it free as they take,
 * whichever way they lie. */
typedef enum HandoutNotes { NOTES_NONE, NOTES_BESIDE, NOTES_BELOW } HandoutNotes;

/* Every form. To add one: a row. Name as `--as` spells it; slides on a sheet, 0: they
 * are composed for paper; lines for notes at each. The first is what a handout is
 * without `--as`. */
#define HANDOUT_FORMS(ROW)                                                             \
    ROW("reading", 0, NOTES_NONE)                                                      \
    ROW("1", 1, NOTES_NONE)                                                            \
    ROW("2", 2, NOTES_NONE)                                                            \
    ROW("3", 3, NOTES_BESIDE)                                                          \
    ROW("4", 4, NOTES_NONE)                                                            \
    ROW("6", 6, NOTES_BELOW)                                                           \
    ROW("9", 9, NOTES_NONE)

/* "1|2|3": for the help, and for the message about another one. */
#define HANDOUT_FORM_BAR(name, slides, notes) "|" name
#define HANDOUT_FORM_NAMES (&("" HANDOUT_FORMS(HANDOUT_FORM_BAR))[1])

typedef struct HandoutForm {
    Str name;
    int slides;
    HandoutNotes notes;
} HandoutForm;

/* NULL when there is none of that name; the first when it is empty. */
const HandoutForm *handout_find_form(Str name);

typedef struct HandoutInput {
    const HandoutForm *form;
    const Palette *palette;
    Typesetter *typesetter;
    const Words *words;
    Place place; /* of the layout, for what is wrong with the handout as a whole */
} HandoutInput;

/* The sheets of a composed deck: its slides under a scale, as large as the form allows,
 * with tags and links; a link leads to the place of its slide. `out` borrows from the
 * deck and lives in its arena. Notes when a text prints in less than 7 points. False
 * with errors. */
bool handout_compose(const HandoutInput *input, const Deck *deck, Deck *out,
                     Diags *diags);

#endif
