/* deck.h - the stages in a row: read, compute, compose. What render, check and dump
 * have in common; batch reads in one process and composes in others. */
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
    Diags language_diags; /* what was said when its words were read */
    bool has_words;       /* of `language`; the description is settled in it */
    Slice slice;
    Typesetter *typesetter;
    Pictures pictures;
    Fonts fonts;
    Face *faces[FONT_ROLE_COUNT + FONT_FALLBACK_MAX]; /* closed by deck_close */
    int face_count;
    bool has_fonts;
    Deck deck;
} DeckRun;

/* Reads everything and composes the deck into run->deck. False with errors in diags, as
 * all below. */
bool deck_compose(DeckRun *run, const Options *options);

/* Its parts. First what is not about one unit and holds no answers: layout, description
 * and theme. */
bool deck_prepare(DeckRun *run, const Options *options);
/* Then the answers, registers and coded answers, of the previous round too … */
bool deck_read_surveys(DeckRun *run);
/* … or, where the slice comes from elsewhere, only the description of that round. */
bool deck_read_previous_description(DeckRun *run);
/* … and from them the slice of the unit that the options or the layout name. */
bool deck_cut_slice(DeckRun *run, const Options *options);
/* Last, from run->slice: words, fonts, pages. */
bool deck_compose_slice(DeckRun *run, const Options *options);
/* Between the parts, for other slices: composes and prints once what a unit would get
 * for which nobody answered, and throws it away. What does not depend on the unit is
 * kept in `run` for what is composed next – fonts, words of the language, shaped words
 * –, and its messages are said then. */
void deck_warm(DeckRun *run, const Options *options);
/* Once more from the same slice, as a handout. What was composed before is gone, and
 * with `is_grey` all that is composed from now on is grey. */
bool deck_compose_again(DeckRun *run, const HandoutForm *form, bool is_grey);

/* The index in the register of a unit that is named at `place`; -1 with an error that
 * suggests the nearest. */
int deck_find_unit(DeckRun *run, Str name, Place place);

/* By unit of the register: whether anybody answered for it. */
bool *deck_with_respondents(Arena *arena, const Survey *survey);

void deck_close(DeckRun *run);

#endif
