/* options.h - the command line. */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H
#include "layout/layout.h"

typedef enum Action { ACTION_RENDER, ACTION_CHECK, ACTION_DUMP } Action;

typedef struct Options {
    Action action;
    Str layout;   /* path */
    Str survey;   /* description or export; empty: the layout's */
    Str unit;     /* name or number; empty: the layout's */
    Str language; /* empty: the unit's or the layout's */
    Str output;   /* path; empty: after the layout */
    bool is_quiet;
    VEC(LayoutSetting) settings;
} Options;

typedef enum OptionsResult {
    OPTIONS_RUN,   /* do what they say */
    OPTIONS_DONE,  /* --help or --version was asked for and printed: status 0 */
    OPTIONS_WRONG, /* a message is on standard error: status 2 */
} OptionsResult;

OptionsResult options_read(Arena *arena, int count, char **words, Options *out);

#endif
