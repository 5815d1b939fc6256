/* compose.h - from a layout and a slice of a survey to pages: the third stage. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H
#include "compose/slide.h"

/* Every slide kind, as layouts spell them: for reading a layout. */
LayoutKinds compose_kinds(void);

typedef struct ComposeInput {
    const Layout *layout;
    const Slice *slice;
    const Words *words;
    const Medium *medium;
    /* Slides are numbered as in the deck composed for it; NULL: as the pages here. */
    const Medium *numbered;
    Typesetter *typesetter;
    Pictures *pictures; /* read when a slide first asks for them */
    Str language;
    bool is_handout; /* for paper: slides that are for one of the two only */
} ComposeInput;

/* Composes until the page numbers that slides print are those of the pages they stand
 * for, at most COMPOSE_ROUNDS times. The deck lives in `arena`, which
 * is rewound between the rounds: the diags must live in another one. False with errors.
 */
enum { COMPOSE_ROUNDS = 5 };
bool compose_deck(Arena *arena, const ComposeInput *input, Deck *out, Diags *diags);

#endif
