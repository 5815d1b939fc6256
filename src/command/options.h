/* options.h - the command line: which commands there are, and what goes with each. */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H
#include "compose/handout.h"
#include "compose/page_range.h"
#include "layout/layout.h"

#define LYSARK_VERSION "0.1.0"

/* In the order of the help. */
typedef enum Action {
    ACTION_RENDER,
    ACTION_HANDOUT,
    ACTION_BATCH,
    ACTION_VERIFY, /* the work of lysark-verify, see src/verify/ */
    ACTION_CHECK,
    ACTION_DUMP,
    ACTION_INSPECT,
    ACTION_INIT,
    ACTION_SCHEMA,
    ACTION_REFERENCE,
    ACTION_WORKER, /* what a batch starts; not in the help */
    ACTION_COUNT
} Action;

typedef struct Options {
    Action action;
    Str layout;              /* path */
    Str file;                /* path of an export */
    Str codes;               /* path of its code book; empty: none */
    const HandoutForm *form; /* of the handout; NULL: the deck */
    Str schema;              /* which file's */
    Str survey;              /* description or export; empty: the layout's */
    Str unit;                /* name or number; empty: the layout's */
    Str language;            /* empty: the unit's or the layout's */
    Str folder;              /* of a batch */
    Str output;              /* path; empty: after the layout */
    PageRanges pages;        /* that are written; none: all */
    Str figures;             /* path of a table of them; empty: none */
    Str units;               /* a list, or a file */
    int job_count;           /* workers at once; 0: as many as there are cores */
    int shard, shard_count;  /* the share 1…count; 0: all */
    VEC(Str) folders;        /* whose manifests are joined; none: a batch is made */
    bool is_strict;          /* warnings are errors */
    bool has_handout;        /* of a batch */
    bool has_units;          /* else all are meant */
    bool is_quiet, is_grey, is_json, is_personal, is_watching, is_dry_run, is_fail_fast;
    bool is_unverified; /* a batch is not read back */
    VEC(LayoutSetting) settings;
} Options;

typedef enum OptionsResult {
    OPTIONS_RUN,   /* do what they say */
    OPTIONS_DONE,  /* --help or --version was asked for and printed: status 0 */
    OPTIONS_WRONG, /* a message is on standard error: status 2 */
} OptionsResult;

/* Whether --survey names a description rather than an export. */
bool options_name_description(const Options *options);

OptionsResult options_read(Arena *arena, int count, char **words, Options *out);

#endif
