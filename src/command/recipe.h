/* recipe.h - what the decks of a batch are made of, and whether one that was made
 * before is what would be made now. */
#ifndef COMMAND_RECIPE_H
#define COMMAND_RECIPE_H
#include "command/deck.h"
#include "command/manifest.h"

typedef struct Recipe {
    Arena *arena;
    const Options *options;
    const DeckRun *run; /* with the surveys */
    const Plan *plan;
    Str folder;         /* that the decks lie in */
    Manifest *manifest; /* program and options; the inputs, as they become known */
} Recipe;

/* What a worker is given, and its bytes. */
Slice recipe_cut(const Recipe *recipe, Arena *arena, int unit);
Str recipe_bytes(Arena *arena, const Slice *slice);

/* A digest of all that a deck is made of: the program, the command line, the slice (by
 * its digest), and the files that its worker reads. Another unit's answers change it
 * only by the region's figures. */
Str recipe_source(const Recipe *recipe, Str slice, const Texts *inputs);

/* Notes what a slice holds and hides. */
void recipe_describe(Arena *arena, const Slice *slice, ManifestUnit *entry);

/* What a handout is, where one is asked for; without its digest. */
ManifestHandout recipe_handout(const Recipe *recipe, Str file);

/* Whether a file in the folder is as the manifest says. */
bool recipe_is_whole(const Recipe *recipe, Str file, Str digest);

/* Whether a deck that was made before, or NULL, is what would be made now, with its
 * handout where one is asked for. Somebody answered for the unit. */
bool recipe_is_current(const Recipe *recipe, const ManifestUnit *old, int unit,
                       Str file);
/* What is to be said of one that is left as it is: that it is made, outdated, or, when
 * its file is another or gone, missing. */
UnitResult recipe_age(const Recipe *recipe, const ManifestUnit *old, int unit,
                      Str file);

#endif
