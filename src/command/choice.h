/* choice.h - which units a batch is about. */
#ifndef COMMAND_CHOICE_H
#define COMMAND_CHOICE_H
#include "command/deck.h"

/* By unit of the register: whether --units names it (a list with commas, or a file with
 * a unit in each line; without it: all). NULL with errors, also when none is named. */
bool *choice_read(DeckRun *run, const Options *options);

/* --shard K/N: whether the unit falls to share K, by its number (else its name): the
 * same on every machine, whatever other units there are. */
bool choice_is_mine(const Unit *unit, int shard, int shard_count);

#endif
