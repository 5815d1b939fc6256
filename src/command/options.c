#include "command/options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define LYSARK_VERSION "0.1.0"

static const char USAGE[] =
    "usage: lysark COMMAND LAYOUT [options]\n"
    "\n"
    "Turns a survey's answers and a YAML layout into a PDF slide deck (PDF/A-2a, "
    "PDF/UA-1).\n"
    "\n"
    "commands\n"
    "  render LAYOUT    write the deck\n"
    "  check LAYOUT     do everything but write it, and report what is wrong\n"
    "  dump LAYOUT      print the composed deck as text\n"
    "\n"
    "options\n"
    "  --survey FILE    a description (.yaml), or an export (.csv) that takes the\n"
    "                   place of the one that the layout's description names\n"
    "  --unit NAME      the unit (municipality) that the deck is about, or its number\n"
    "  --language CODE  nb or nn\n"
    "  --set KEY=VALUE  another value for a key of the layout's `deck`; may be "
    "repeated\n"
    "  -o, --output FILE\n"
    "                   where the deck goes; - is standard output. Without it: the\n"
    "                   layout's name, ending in .pdf, in the current folder\n"
    "  -q, --quiet      no summary and no warnings, only errors\n"
    "  -h, --help       this text\n"
    "  -V, --version    the version\n"
    "\n"
    "exit status: 0 good, 1 errors in the input, 2 wrong usage or a system error\n";

enum { OPTION_SURVEY = 256, OPTION_UNIT, OPTION_LANGUAGE, OPTION_SET };

static const struct option LONG_OPTIONS[] = {
    {"survey",    required_argument, NULL, OPTION_SURVEY  },
    { "unit",     required_argument, NULL, OPTION_UNIT    },
    { "language", required_argument, NULL, OPTION_LANGUAGE},
    { "set",      required_argument, NULL, OPTION_SET     },
    { "output",   required_argument, NULL, 'o'            },
    { "quiet",    no_argument,       NULL, 'q'            },
    { "help",     no_argument,       NULL, 'h'            },
    { "version",  no_argument,       NULL, 'V'            },
    { NULL,       0,                 NULL, 0              },
};

static OptionsResult wrong(const char *format, ...) PRINTF_LIKE(1, 2);

static OptionsResult wrong(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("lysark: ", stderr);
    vfprintf(stderr, format, args);
    fputs("\ntry `lysark --help`\n", stderr);
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

static bool read_action(const char *word, Action *out)
{
    static const char *const NAMES[] = { "render", "check", "dump" };
    for (int i = 0; i < 3; i++)
        if (strcmp(word, NAMES[i]) == 0) {
            *out = (Action)i;
            return true;
        }
    return false;
}

/* The words that are no options: a command and a layout. */
static OptionsResult read_words(int count, char **words, Options *out)
{
    if (count == 0)
        return wrong("no command is given: render, check or dump");
    if (!read_action(words[0], &out->action))
        return wrong("unknown command \"%s\": it is render, check or dump", words[0]);
    if (count == 1)
        return wrong("%s needs the layout to work on", words[0]);
    if (count > 2)
        return wrong("one layout at a time: \"%s\" is too much", words[2]);
    out->layout = str_from_c(words[1]);
    if (out->action != ACTION_RENDER && out->output.len)
        return wrong("-o goes with render, not with %s", words[0]);
    return OPTIONS_RUN;
}

OptionsResult options_read(Arena *arena, int count, char **words, Options *out)
{
    *out = (Options){ .action = ACTION_RENDER };
    for (int option;
         (option = getopt_long(count, words, "o:qhV", LONG_OPTIONS, NULL)) != -1;) {
        switch (option) {
        case OPTION_SURVEY: out->survey = str_from_c(optarg); break;
        case OPTION_UNIT: out->unit = str_from_c(optarg); break;
        case OPTION_LANGUAGE: out->language = str_from_c(optarg); break;
        case OPTION_SET:
            if (!add_setting(arena, out, optarg))
                return wrong("--set wants KEY=VALUE, not \"%s\"", optarg);
            break;
        case 'o': out->output = str_from_c(optarg); break;
        case 'q': out->is_quiet = true; break;
        case 'h': fputs(USAGE, stdout); return OPTIONS_DONE;
        case 'V': puts("lysark " LYSARK_VERSION); return OPTIONS_DONE;
        default: fputs("try `lysark --help`\n", stderr); return OPTIONS_WRONG;
        }
    }
    return read_words(count - optind, words + optind, out);
}
