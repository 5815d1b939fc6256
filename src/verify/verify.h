/* verify.h - one finished deck or handout held against the survey: it is its own
 * unit's, whole, and says nothing that the survey does not. */
#ifndef VERIFY_VERIFY_H
#define VERIFY_VERIFY_H
#include "command/deck.h"
#include "command/manifest.h"
#include "verify/answers.h"
#include "verify/foreign.h"

/* What all decks of a batch are held against; read once. */
typedef struct Reference {
    const DeckRun *run; /* layout, descriptions, registers and surveys are read */
    const Plan *plan;
    const Counts *counts;
    AnswerKeys keys;
    const Foreign *foreign;
    Str language; /* of all decks; empty: the unit's own */
    Str folder;
} Reference;

/* One file of a unit, as the manifest has it. */
typedef struct VerifiedFile {
    Str name, digest; /* in the folder */
    int pages;
    bool is_handout;
    Str form; /* of a handout: "reading", "3 grey" */
} VerifiedFile;

typedef struct Verified {
    long figures, answers; /* that were checked */
} Verified;

/* unit: index in the register. Errors in diags for all that is wrong. */
Verified verify_file(Arena *arena, const Reference *reference, int unit,
                     VerifiedFile file, Diags *diags);

#endif
