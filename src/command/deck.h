/* deck.h - the stages in a row: read, compute, compose. What render, check and dump
 * have in common. */
#ifndef COMMAND_DECK_H
#define COMMAND_DECK_H
#include "command/options.h"
#include "compose/compose.h"

typedef struct DeckRun {
    Arena *arena;      /* what is read lives here, messages too */
    Arena *deck_arena; /* the composed deck; composing anew gives it back */
    Diags *diags;
    Layout layout;
    Description description, previous_description;
    Register reg, previous_reg;
    Survey survey, previous;
    bool has_previous;
    Theme theme;
    Words words;
    Str language;
    Slice slice;
    Typesetter *typesetter;
    Pictures pictures;
    Fonts fonts;
    Face *faces[FONT_ROLE_COUNT + FONT_FALLBACK_MAX]; /* closed by deck_close */
    int face_count;
    Deck deck;
} DeckRun;

/* Reads everything and composes the deck into run->deck. False with errors in diags. */
bool deck_compose(DeckRun *run, const Options *options);

void deck_close(DeckRun *run);

#endif
