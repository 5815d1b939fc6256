#include "command/option_rows.h"

#include "base/messages.h"

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

const Command COMMANDS[ACTION_COUNT] = {
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

const OptionRow OPTIONS[OPTION_COUNT] = {
    [OPTION_SURVEY] =
        {
            .name = "survey",
            .argument = "FILE",
            .actions = DECK | BATCH | VERIFY | WORKER,
            .help = MESSAGE("a description (.yaml), or an export (.csv, .xlsx) that\n"
                            "takes the place of the one that the layout's description\n"
                            "names"),
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
                            "a sheet, with lines for notes beside three and below six"),
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
