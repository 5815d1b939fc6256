/* option_rows.h - two tables say all of the command line: the commands, and the options
 * with the commands that they go with. Reading, messages and --help follow them. */
#ifndef COMMAND_OPTION_ROWS_H
#define COMMAND_OPTION_ROWS_H
#include "command/options.h"

typedef struct Command {
    const char *name;
    const char *argument; /* what it works on; NULL: nothing */
    const char *help;     /* NULL: a command for ourselves */
} Command;

typedef enum OptionId {
    OPTION_SURVEY,
    OPTION_UNIT,
    OPTION_LANGUAGE,
    OPTION_SET,
    OPTION_UNITS,
    OPTION_JOBS,
    OPTION_SHARD,
    OPTION_MERGE,
    OPTION_HANDOUT,
    OPTION_DRY_RUN,
    OPTION_KEEP_GOING,
    OPTION_FAIL_FAST,
    OPTION_NO_VERIFY,
    OPTION_CODES,
    OPTION_JSON,
    OPTION_PERSONAL,
    OPTION_OUTPUT,
    OPTION_AS,
    OPTION_GREY,
    OPTION_PAGES,
    OPTION_FIGURES,
    OPTION_WATCH,
    OPTION_STRICT,
    OPTION_QUIET,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
} OptionId;

typedef struct OptionRow {
    const char *name;
    char letter;          /* or 0 */
    const char *argument; /* or NULL */
    unsigned actions;     /* that it goes with: bits by Action */
    const char *help;     /* lines */
} OptionRow;

/* By Action and by OptionId. */
extern const Command COMMANDS[ACTION_COUNT];
extern const OptionRow OPTIONS[OPTION_COUNT];

#endif
