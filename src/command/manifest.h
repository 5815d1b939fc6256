/* manifest.h - manifest.json in the folder of a batch: of what the decks were made, and
 * what came of each unit. It is written anew, whole, after each deck. */
#ifndef COMMAND_MANIFEST_H
#define COMMAND_MANIFEST_H
#include "base/diag.h"

/* MD5 in hex digits: it finds changes, it is no seal. */
Str manifest_digest(Arena *arena, Str bytes);

typedef enum UnitResult {
    UNIT_MISSING, /* planned, not made yet */
    UNIT_MADE,
    UNIT_FAILED,
    UNIT_SKIPPED, /* nobody answered for it */
    UNIT_RESULT_COUNT
} UnitResult;

typedef VEC(Str) Texts;

/* Respondents; of what is not known there is none. */
typedef struct GroupCount {
    Str group; /* id, or "all" */
    int n;
} GroupCount;

/* What a deck does not show, in both rounds. */
typedef struct HiddenCounts {
    int few, other, quotes; /* cells by reason, and open answers */
} HiddenCounts;

typedef struct ManifestUnit {
    Str number, name;
    UnitResult result;
    Str file;   /* in the folder */
    Str digest; /* of the file; empty unless made */
    Str source; /* digest of all that the deck is made of */
    int pages;
    VEC(GroupCount) n;
    HiddenCounts hidden;
    Texts inputs; /* paths of the files that its worker read */
    Texts warnings, errors;
} ManifestUnit;

typedef struct ManifestInput {
    Str path, digest; /* digest: empty when it cannot be read, or only once */
} ManifestInput;

typedef struct Manifest {
    Str version, program; /* program: digest of the executable */
    Str round;
    VEC(ManifestInput) inputs;
    VEC(ManifestUnit) units;
} Manifest;

/* An absent file gives an empty manifest; a damaged one too, with a warning. */
void manifest_read(Arena *arena, Str path, Manifest *out, Diags *diags);

/* The one with that number, or that name where it has none; or NULL. */
ManifestUnit *manifest_find(const Manifest *manifest, Str number, Str name);

/* Whole or not at all. False with an error. */
bool manifest_write(const Manifest *manifest, Str path, Diags *diags);

#endif
