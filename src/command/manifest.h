/* manifest.h - manifest.json in the folder of a batch: of what the decks were made, and
 * what came of each unit of the region. It is written anew, whole. */
#ifndef COMMAND_MANIFEST_H
#define COMMAND_MANIFEST_H
#include "base/diag.h"

/* MD5 in hex digits: it finds changes, it is no seal. */
Str manifest_digest(Arena *arena, Str bytes);
/* Of a file; empty when it cannot be read, or only once (a pipe). */
Str manifest_digest_file(Arena *arena, Str path);

/* The same on a thread, of a file that is read meanwhile for what it says: to digest a
 * large export takes half as long as to count it. What was begun is to be ended. */
typedef struct ManifestDigesting ManifestDigesting;
ManifestDigesting *manifest_digest_begin(Arena *arena, Str path);
Str manifest_digest_end(Arena *arena, ManifestDigesting *digesting);

typedef enum UnitResult {
    UNIT_MISSING, /* not made yet */
    UNIT_MADE,
    UNIT_FAILED,
    UNIT_SKIPPED,   /* nobody answered for it */
    UNIT_OUTDATED,  /* made of other files or by another command, and left so */
    UNIT_UNASKED,   /* not made, since --units does not name it */
    UNIT_ELSEWHERE, /* another share's, see --shard */
    UNIT_RESULT_COUNT
} UnitResult;

typedef VEC(Str) Texts;

/* Respondents; of what is not known there is none. A manifest lies beside the decks,
 * and tells no more of n than they do. */
typedef struct GroupCount {
    Str group; /* id, or "all" */
    int n;     /* negative: hidden; null in the file */
} GroupCount;

/* What a deck does not show, in both rounds: cells by reason. */
typedef struct HiddenCounts {
    int few, other;
} HiddenCounts;

/* Beside the deck; no name: there is none. */
typedef struct ManifestHandout {
    Str file, digest; /* in the folder; of the file */
    Str form;         /* "reading", "3 grey" */
    int pages;
} ManifestHandout;

/* Whether the file, as it is now, was read back: see src/verify/. */
typedef enum VerifyResult {
    VERIFY_UNDONE,
    VERIFY_GOOD,
    VERIFY_FAILED,
    VERIFY_RESULT_COUNT
} VerifyResult;

typedef struct ManifestUnit {
    Str number, name;
    UnitResult result;
    Str file;   /* in the folder */
    Str digest; /* of the file; empty unless made */
    Str source; /* digest of all that the deck is made of */
    int pages;
    ManifestHandout handout;
    VEC(GroupCount) n;
    HiddenCounts hidden;
    Texts inputs; /* paths of the files that its worker read */
    Texts notes, warnings, errors;
    VerifyResult verified;
    int figures, answers; /* that were found in it */
} ManifestUnit;

typedef struct ManifestInput {
    Str path, digest;
} ManifestInput;

typedef struct Manifest {
    Str version, program; /* program: digest of the executable */
    Str round;
    Str layout, survey; /* paths, as the command line had them; survey: or empty */
    Texts options;      /* of the command line, that change decks */
    VEC(ManifestInput) inputs;
    VEC(ManifestUnit) units;
    Texts strangers; /* names of PDFs in the folder that are of no unit */
} Manifest;

/* The digest of a file, which is kept among the inputs: it is read once. */
Str manifest_add_input(Arena *arena, Manifest *manifest, Str path);

/* An absent file gives an empty manifest; a damaged one too, with a warning. */
void manifest_read(Arena *arena, Str path, Manifest *out, Diags *diags);

/* Whether the file in the folder is the unit's deck: it is made, or outdated. */
bool manifest_has_deck(const ManifestUnit *unit);

/* The one with that number, or that name where it has none; or NULL. */
ManifestUnit *manifest_find(const Manifest *manifest, Str number, Str name);

/* Whole or not at all. False with an error. */
bool manifest_write(const Manifest *manifest, Str path, Diags *diags);

#endif
