/* maker.h - the processes below a batch: this program, executed anew for each job,
 * which is given no answers at all. This maker reads layout, descriptions, theme, words
 * and fonts once. For each unit it then gets two files without a name, one with the
 * slice and one for the report, and passes both on, unread, to a copy of itself: the
 * worker, which composes that deck. So a worker cannot hold what another unit answered,
 * whatever is wrong with the code that composes: no process below the batch ever had
 * it. */
#ifndef COMMAND_MAKER_H
#define COMMAND_MAKER_H
#include "command/options.h"

/* A socket of packets. An order is a byte and the files; the answer is an int, the
 * worker's process or -errno. The worker is a child of the batch, as its maker is. */
enum { MAKER_ORDERS = 3 };

/* The files of an order. Slice: the deck's path, a line feed, the bytes of slice_write.
 * Report: "key value" in lines. */
enum { MAKER_SLICE, MAKER_REPORT, MAKER_FILE_COUNT };

/* What the processes do, until there are no more orders. Returns in a worker only, and
 * there only with messages that could not be sent. */
bool maker_run(Arena *arena, const Options *options, Diags *diags);

#endif
