/* missing.h - what no face has, reported once for each text. */
#ifndef TEXT_MISSING_H
#define TEXT_MISSING_H
#include "text/rows.h"

/* What was reported where: texts are set several times. Zeroed at first, and to forget
 * it all. */
typedef struct MissingTold {
    uint64_t *slots; /* by hash of place and characters; 0: free */
    size_t slot_count, count;
} MissingTold;

/* A warning for each text of the setting that has such characters, at its place, with
 * all of them; one for each picture of which only the beginning is printed. What is
 * told stays in `arena`. */
void missing_report(Arena *arena, const Setting *setting, MissingTold *told,
                    Diags *diags);

#endif
