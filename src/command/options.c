/* Two tables say all: the commands, and the options with the commands that they go
 * with. Reading, messages and --help follow them. */
#include "command/options.h"

#include "base/messages.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

typedef struct Command {
    const char *name;
    const char *argument; /* what it works on; NULL: nothing */
    const char *help;     /* NULL: a command for ourselves */
} Command;

static const Command COMMANDS[ACTION_COUNT] = {
    [ACTION_RENDER] =
        {
            .name = "render",
            .argument = "LAYOUT",
            .help = MESSAGE("write the deck"),
        },
    [ACTION_HANDOUT] =
        {
            .name = "handout",
            .argument = "LAYOUT",
            .help = MESSAGE("write the same slides as a paper handout on A4"),
        },
    [ACTION_BATCH] =
        {
            .name = "batch",
            .argument = "LAYOUT",
            .help = MESSAGE("write a deck for every unit, and a manifest; make only what is\n"
                            "missing or changed"),
        },
    [ACTION_VERIFY] =
        {
            .name = "verify",
            .argument = "DIR",
            .help = MESSAGE("read the finished files of a batch back, and count every figure\n"
                            "and answer in them anew"),
        },
    [ACTION_CHECK] =
        {
            .name = "check",
            .argument = "LAYOUT",
            .help = MESSAGE("do everything but write it, and report what is wrong"),
        },
    [ACTION_DUMP] =
        {
            .name = "dump",
            .argument = "LAYOUT",
            .help = MESSAGE("print the composed deck as text"),
        },
    [ACTION_INSPECT] =
        {
            .name = "inspect",
            .argument = "EXPORT",
            .help = MESSAGE("say what an export holds: tool, columns, scales, and what is\n"
                            "personal"),
        },
    [ACTION_INIT] =
        {
            .name = "init",
            .argument = "EXPORT",
            .help = MESSAGE("write a description and a layout to begin with, beside each\n"
                            "other"),
        },
    [ACTION_SCHEMA] =
        {
            .name = "schema",
            .argument = "FILE",
            .help = MESSAGE("print the JSON Schema of one kind of file, for editors:\n"
                            "layout, description or theme"),
        },
    [ACTION_REFERENCE] =
        {
            .name = "reference",
            .help = MESSAGE("print every key, kind, name and word there is"),
        },
    [ACTION_WORKER] = {
            .name = "worker",
            .argument = "LAYOUT",
        },
};

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

enum {
    HANDOUT = 1 << ACTION_HANDOUT,
    RENDER = 1 << ACTION_RENDER | HANDOUT,
    BATCH = 1 << ACTION_BATCH,
    VERIFY = 1 << ACTION_VERIFY,
    WORKER = 1 << ACTION_WORKER,
    INSPECT = 1 << ACTION_INSPECT,
    INIT = 1 << ACTION_INIT,
    DECK = RENDER | 1 << ACTION_CHECK | 1 << ACTION_DUMP,
    ALL = (1 << ACTION_COUNT) - 1,
};

static const OptionRow OPTIONS[OPTION_COUNT] = {
    [OPTION_SURVEY] =
        {
            .name = "survey",
            .argument = "FILE",
            .actions = DECK | BATCH | VERIFY | WORKER,
            .help = MESSAGE("a description (.yaml), or an export (.csv) that takes the\n"
                            "place of the one that the layout's description names"),
        },
    [OPTION_UNIT] =
        {
            .name = "unit",
            .argument = "NAME",
            .actions = DECK,
            .help = MESSAGE("the unit (municipality) that the deck is about, or its\n"
                            "number"),
        },
    [OPTION_LANGUAGE] =
        {
            .name = "language",
            .argument = "CODE",
            .actions = DECK | BATCH | WORKER,
            .help = MESSAGE("nb, nn or en"),
        },
    [OPTION_SET] =
        {
            .name = "set",
            .argument = "KEY=VALUE",
            .actions = DECK | BATCH | WORKER,
            .help = MESSAGE("another value for a key of the layout's `deck`; may be\n"
                            "repeated"),
        },
    [OPTION_UNITS] =
        {
            .name = "units",
            .argument = "LIST",
            .actions = BATCH | VERIFY,
            .help = MESSAGE("only these units, names or numbers with commas between, or a\n"
                            "file with one in each line"),
        },
    [OPTION_JOBS] =
        {
            .name = "jobs",
            .letter = 'j',
            .argument = "N",
            .actions = BATCH | VERIFY,
            .help = MESSAGE("how many decks are made at once; without it: one a core"),
        },
    [OPTION_SHARD] =
        {
            .name = "shard",
            .argument = "K/N",
            .actions = BATCH | VERIFY,
            .help = MESSAGE("only share K of N; the same units on every machine"),
        },
    [OPTION_MERGE] =
        {
            .name = "merge",
            .actions = BATCH,
            .help = MESSAGE("instead of a layout, the folders of shares follow: join their\n"
                            "manifests into one, and say what is missing"),
        },
    [OPTION_HANDOUT] =
        {
            .name = "handout",
            .actions = BATCH,
            .help = MESSAGE("a handout beside each deck, in the form of --as; --grey is\n"
                            "then for the handouts"),
        },
    [OPTION_DRY_RUN] =
        {
            .name = "dry-run",
            .actions = BATCH,
            .help = MESSAGE("say what would be made, and write nothing"),
        },
    [OPTION_KEEP_GOING] =
        {
            .name = "keep-going",
            .actions = BATCH,
            .help = MESSAGE("make the other decks when one fails; so it is anyway"),
        },
    [OPTION_FAIL_FAST] =
        {
            .name = "fail-fast",
            .actions = BATCH,
            .help = MESSAGE("start no further deck when one fails"),
        },
    [OPTION_NO_VERIFY] =
        {
            .name = "no-verify",
            .actions = BATCH,
            .help = MESSAGE("do not read the files back when they are made; see verify"),
        },
    [OPTION_CODES] =
        {
            .name = "codes",
            .argument = "FILE",
            .actions = INSPECT | INIT,
            .help = MESSAGE("what the codes of the export stand for: a table with the\n"
                            "columns variabel, sporsmal, kode and etikett"),
        },
    [OPTION_JSON] =
        {
            .name = "json",
            .actions = INSPECT | VERIFY,
            .help = MESSAGE("for programs: JSON"),
        },
    [OPTION_PERSONAL] =
        {
            .name = "personal",
            .actions = INSPECT,
            .help = MESSAGE("list the open answers that may name somebody, with rows"),
        },
    [OPTION_OUTPUT] =
        {
            .name = "output",
            .letter = 'o',
            .argument = "FILE",
            .actions = RENDER | BATCH | INIT | WORKER,
            .help = MESSAGE("where the deck goes; - is standard output. Without it: the\n"
                            "layout's name, ending in .pdf or -handout.pdf, in the\n"
                            "current folder. Of batch and init: the folder to write into"),
        },
    [OPTION_AS] =
        {
            .name = "as",
            .argument = HANDOUT_FORM_NAMES,
            .actions = HANDOUT | 1 << ACTION_CHECK | 1 << ACTION_DUMP | BATCH | WORKER,
            .help = MESSAGE("the handout: composed anew for reading, or so many slides on\n"
                            "a sheet, with lines for notes beside them at three"),
        },
    [OPTION_GREY] =
        {
            .name = "grey",
            .actions = DECK | BATCH | WORKER,
            .help = MESSAGE("for prints without colours: greys and patterns"),
        },
    [OPTION_PAGES] =
        {
            .name = "pages",
            .argument = "LIST",
            .actions = RENDER,
            .help = MESSAGE("only these pages, numbered as in the whole deck: 4-8,12"),
        },
    [OPTION_FIGURES] =
        {
            .name = "figures",
            .argument = "FILE",
            .actions = RENDER,
            .help = MESSAGE("write every figure that the deck prints into a table as\n"
                            "well: CSV, a row for each with base and state"),
        },
    [OPTION_WATCH] =
        {
            .name = "watch",
            .actions = RENDER,
            .help = MESSAGE("render again when a file of the deck changes, until Ctrl-C"),
        },
    [OPTION_STRICT] =
        {
            .name = "strict",
            .actions = 1 << ACTION_CHECK,
            .help = MESSAGE("warnings count as errors: a holds() that fails, say"),
        },
    [OPTION_QUIET] =
        {
            .name = "quiet",
            .letter = 'q',
            .actions = DECK | BATCH | VERIFY,
            .help = MESSAGE("no summary and no warnings, only errors"),
        },
    [OPTION_HELP] =
        {
            .name = "help",
            .letter = 'h',
            .actions = ALL,
            .help = MESSAGE("this text; after a command: of it"),
        },
    [OPTION_VERSION] =
        {
            .name = "version",
            .letter = 'V',
            .actions = ALL,
            .help = MESSAGE("the version"),
        },
};

enum { HELP_COLUMN = 21 };

/* "  term   help", the help's further lines below its first. */
static void print_entry(const char *term, const char *help)
{
    int width = printf("  %s", term);
    if (width > HELP_COLUMN - 2)
        width = printf("\n") - 1;
    for (const char *line = message_text(help); *line; width = 0) {
        int len = (int)strcspn(line, "\n");
        printf("%*s%.*s\n", HELP_COLUMN - width, "", len, line);
        line += len + (line[len] == '\n');
    }
}

static void print_command(Arena *arena, const Command *command)
{
    const char *argument = command->argument ? command->argument : "";
    Str term = str_format(arena, "%s %s", command->name, argument);
    print_entry(str_c(arena, str_trim(term)), command->help);
}

static void print_option(Arena *arena, const OptionRow *option)
{
    Str term = str_format(arena, "--%s %s", option->name,
                          option->argument ? option->argument : "");
    if (option->letter)
        term = str_format(arena, "-%c, %.*s", option->letter, STR_ARG(term));
    print_entry(str_c(arena, str_trim(term)), option->help);
}

/* Of one command, or of all when `action` is none. */
static void print_help(Arena *arena, Action action)
{
    bool is_one = action < ACTION_COUNT;
    if (is_one) {
        const Command *command = &COMMANDS[action];
        printf("usage: lysark %s%s%s [options]\n\n", command->name,
               command->argument ? " " : "",
               command->argument ? command->argument : "");
        print_command(arena, command);
    } else {
        printf(
            "usage: lysark COMMAND [options]\n\n%s\n\n%s\n",
            message_text("Turns a survey's answers and a YAML layout into a PDF slide "
                         "deck (PDF/A-2a, PDF/UA-1)."),
            message_text("commands"));
        for (int i = 0; i < ACTION_COUNT; i++)
            if (COMMANDS[i].help)
                print_command(arena, &COMMANDS[i]);
    }
    printf("\n%s\n", message_text("options"));
    for (int i = 0; i < OPTION_COUNT; i++)
        if (!is_one || OPTIONS[i].actions & 1U << action)
            print_option(arena, &OPTIONS[i]);
    if (!is_one)
        printf("\n%s\n", message_text("exit status: 0 good, 1 errors in the input, 2 "
                                      "wrong usage or a system error"));
}

static const char TRY[] = MESSAGE("try `lysark --help`");

static OptionsResult wrong(const char *format, ...) PRINTF_LIKE(1, 2);

static OptionsResult wrong(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("lysark: ", stderr);
    vfprintf(stderr, message_text(format), args);
    fprintf(stderr, "\n%s\n", message_text(TRY));
    va_end(args);
    return OPTIONS_WRONG;
}

static bool add_setting(Arena *arena, Options *options, const char *text)
{
    Str setting = str_from_c(text);
    long equals = str_find(setting, S("="));
    if (equals <= 0)
        return false;
    LayoutSetting added = { str_slice(setting, 0, (size_t)equals),
                            str_slice(setting, (size_t)equals + 1, setting.len) };
    vec_push(arena, &options->settings, added);
    return true;
}

/* ACTION_COUNT when no command has that name. */
static Action find_action(const char *word)
{
    int action = 0;
    while (action < ACTION_COUNT && strcmp(word, COMMANDS[action].name) != 0)
        action++;
    return (Action)action;
}

/* "render, check or dump": the commands of a set. */
static Str list_actions(Arena *arena, unsigned actions)
{
    Str list = { 0 };
    actions &= ~(unsigned)WORKER;
    for (int i = 0; i < ACTION_COUNT; i++) {
        if (!(actions & 1U << i))
            continue;
        const char *before = !list.len            ? ""
                             : actions >> (i + 1) ? ", "
                                                  : message_text(" or ");
        list = str_format(arena, "%.*s%s%s", STR_ARG(list), before, COMMANDS[i].name);
    }
    return list;
}

static bool is_about_export(Action action)
{
    return action == ACTION_INSPECT || action == ACTION_INIT;
}

/* batch --merge FOLDER...: nothing else is asked of it than where to write. */
static OptionsResult read_folders(Arena *arena, int count, char **words, unsigned given,
                                  Options *out)
{
    const unsigned fitting =
        1U << OPTION_MERGE | 1U << OPTION_OUTPUT | 1U << OPTION_QUIET;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (given & 1U << i & ~fitting)
            return wrong("--%s does not go with --merge", OPTIONS[i].name);
    if (count == 0)
        return wrong("--merge needs the folders of the shares");
    for (int i = 0; i < count; i++)
        vec_push(arena, &out->folders, str_from_c(words[i]));
    return OPTIONS_RUN;
}

/* A handout has the first form where none is named; a batch without handouts, none. */
static OptionsResult choose_form(Options *options)
{
    bool is_batch = options->action == ACTION_BATCH;
    bool needs_form = options->action == ACTION_HANDOUT || options->has_handout;
    if (needs_form && !options->form)
        options->form = handout_find_form((Str){ 0 });
    if (is_batch && !needs_form && (options->form || options->is_grey))
        return wrong("--%s goes with --handout in a batch",
                     options->form ? "as" : "grey");
    return OPTIONS_RUN;
}

/* The words that are no options: a command and what it works on. */
static OptionsResult read_words(Arena *arena, int count, char **words, unsigned given,
                                Options *out)
{
    Str all = list_actions(arena, ALL);
    if (count == 0)
        return wrong("no command is given: %.*s", STR_ARG(all));
    out->action = find_action(words[0]);
    if (out->action == ACTION_COUNT)
        return wrong("unknown command \"%s\": it is %.*s", words[0], STR_ARG(all));
    const char *argument = COMMANDS[out->action].argument;
    int most = argument ? 2 : 1;
    bool is_merging = out->action == ACTION_BATCH && given & 1U << OPTION_MERGE;
    if (count < most && !is_merging)
        return wrong(
            out->action == ACTION_SCHEMA   ? "%s needs the kind of file"
            : out->action == ACTION_VERIFY ? MESSAGE("%s needs the folder of a batch")
            : is_about_export(out->action) ? MESSAGE("%s needs the export to work on")
                                           : MESSAGE("%s needs the layout to work on"),
            words[0]);
    if (is_merging)
        return read_folders(arena, count - 1, words + 1, given, out);
    if (count > most)
        return wrong("%s: \"%s\" is too much", argument ? "one at a time" : words[0],
                     words[most]);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (given & 1U << i && !(OPTIONS[i].actions & 1U << out->action))
            return wrong("--%s goes with %.*s, not with %s", OPTIONS[i].name,
                         STR_ARG(list_actions(arena, OPTIONS[i].actions)), words[0]);
    *(out->action == ACTION_SCHEMA   ? &out->schema
      : out->action == ACTION_VERIFY ? &out->folder
      : is_about_export(out->action) ? &out->file
                                     : &out->layout) =
        str_from_c(argument ? words[1] : "");
    return choose_form(out);
}

bool options_name_description(const Options *options)
{
    return str_ends(options->survey, S(".yaml")) ||
           str_ends(options->survey, S(".yml"));
}

/* The tables as getopt wants them: its value is the row. */
static const struct option *long_options(Arena *arena)
{
    struct option *options = arena_array(arena, OPTION_COUNT + 1, sizeof *options);
    for (int i = 0; i < OPTION_COUNT; i++)
        options[i] = (struct option){ .name = OPTIONS[i].name,
                                      .has_arg = OPTIONS[i].argument != NULL,
                                      .val = i };
    return options;
}

static const char *short_options(Arena *arena)
{
    Str letters = { 0 };
    for (int i = 0; i < OPTION_COUNT; i++)
        if (OPTIONS[i].letter)
            letters = str_format(arena, "%.*s%c%s", STR_ARG(letters), OPTIONS[i].letter,
                                 OPTIONS[i].argument ? ":" : "");
    return str_c(arena, letters);
}

/* The row of what getopt gave: itself, or that of the letter; -1 when it is none. */
static int find_option(int value)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (value == i || (OPTIONS[i].letter && value == OPTIONS[i].letter))
            return i;
    return -1;
}

/* At least 1. */
static bool read_positive(Str text, int *out)
{
    enum { MOST = 100000 };
    long number = 0;
    if (!str_to_integer(text, &number) || number < 1 || number > MOST)
        return false;
    *out = (int)number;
    return true;
}

static bool read_jobs(const char *value, Options *options)
{
    return read_positive(str_from_c(value), &options->job_count);
}

static bool read_shard(const char *value, Options *options)
{
    Str text = str_from_c(value);
    long slash = str_find(text, S("/"));
    return slash > 0 &&
           read_positive(str_slice(text, 0, (size_t)slash), &options->shard) &&
           read_positive(str_slice(text, (size_t)slash + 1, text.len),
                         &options->shard_count) &&
           options->shard <= options->shard_count;
}

/* False when the value does not do. */
static bool apply(Arena *arena, OptionId option, const char *value, Options *out)
{
    switch (option) {
    case OPTION_SURVEY: out->survey = str_from_c(value); break;
    case OPTION_UNIT: out->unit = str_from_c(value); break;
    case OPTION_LANGUAGE: out->language = str_from_c(value); break;
    case OPTION_SET: return add_setting(arena, out, value);
    case OPTION_UNITS: out->units = str_from_c(value); break;
    case OPTION_JOBS: return read_jobs(value, out);
    case OPTION_SHARD: return read_shard(value, out);
    case OPTION_MERGE: break; /* see read_words */
    case OPTION_HANDOUT: out->has_handout = true; break;
    case OPTION_DRY_RUN: out->is_dry_run = true; break;
    case OPTION_KEEP_GOING: out->is_fail_fast = false; break;
    case OPTION_FAIL_FAST: out->is_fail_fast = true; break;
    case OPTION_NO_VERIFY: out->is_unverified = true; break;
    case OPTION_CODES: out->codes = str_from_c(value); break;
    case OPTION_JSON: out->is_json = true; break;
    case OPTION_PERSONAL: out->is_personal = true; break;
    case OPTION_OUTPUT: out->output = str_from_c(value); break;
    case OPTION_AS: return (out->form = handout_find_form(str_from_c(value))) != NULL;
    case OPTION_GREY: out->is_grey = true; break;
    case OPTION_PAGES: return page_ranges_read(arena, str_from_c(value), &out->pages);
    case OPTION_FIGURES: out->figures = str_from_c(value); break;
    case OPTION_WATCH: out->is_watching = true; break;
    case OPTION_STRICT: out->is_strict = true; break;
    case OPTION_QUIET: out->is_quiet = true; break;
    case OPTION_HELP:
    case OPTION_VERSION:
    case OPTION_COUNT: break;
    }
    return true;
}

OptionsResult options_read(Arena *arena, int count, char **words, Options *out)
{
    *out = (Options){ .action = ACTION_RENDER };
    const struct option *longs = long_options(arena);
    const char *shorts = short_options(arena);
    unsigned given = 0;
    for (int value; (value = getopt_long(count, words, shorts, longs, NULL)) != -1;) {
        int option = find_option(value);
        if (option < 0) {
            fprintf(stderr, "%s\n", message_text(TRY));
            return OPTIONS_WRONG;
        }
        if (!apply(arena, (OptionId)option, optarg, out))
            return wrong("--%s wants %s, not \"%s\"", OPTIONS[option].name,
                         OPTIONS[option].argument, optarg);
        given |= 1U << option;
    }
    if (given & 1U << OPTION_HELP) {
        print_help(arena, optind < count ? find_action(words[optind]) : ACTION_COUNT);
        return OPTIONS_DONE;
    }
    if (given & 1U << OPTION_VERSION) {
        puts("lysark " LYSARK_VERSION);
        return OPTIONS_DONE;
    }
    return read_words(arena, count - optind, words + optind, given, out);
}
