/* remarks.h - what was noted and warned of in the decks of a batch, each once. */
#ifndef COMMAND_REMARKS_H
#define COMMAND_REMARKS_H
#include "command/manifest.h"

/* Reports the notes and warnings of the manifest's decks that are made, by unit chosen
 * or not, with how many decks they are about and the first of these. */
void remarks_report(const Manifest *manifest, const bool *is_chosen, Diags *diags);

#endif
