/* new_export.h - a new export beside the description and the export of the round
 * before: what has changed. */
#ifndef COMMAND_NEW_EXPORT_H
#define COMMAND_NEW_EXPORT_H
#include "command/deck.h"

/* Whether `check` was given a new export for the layout's description. */
bool new_export_is_given(const Options *options);

/* Reports what the new export changes: errors where the deck would be wrong or could
 * not be made (columns gone, units, groups and answers that are not known), with the
 * line to paste where a match is likely; warnings and notes for the rest. Says nothing
 * when the layout or the description cannot be read: deck_compose does. False with
 * errors. */
bool new_export_compare(Arena *arena, const Options *options, Diags *diags);

/* Of a deck that is composed of another export or description than its layout names:
 * reports the slides whose `when` holds no longer, or newly, beside what it was with
 * the layout's own. Says nothing when that cannot be read, or the unit is not in it. */
void new_export_compare_slides(const DeckRun *run, const Options *options);

#endif
