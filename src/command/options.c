#include "command/options.h"

#include "base/messages.h"
#include "command/help.h"
#include "command/option_rows.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

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
    for (int i = 0; i < ACTION_COUNT; i++)
        if (!COMMANDS[i].help)
            actions &= ~(1U << i);
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

/* What is good each by itself, but not together. */
static OptionsResult check_together(unsigned given, const Options *options)
{
    const unsigned contrary = 1U << OPTION_KEEP_GOING | 1U << OPTION_FAIL_FAST;
    if ((given & contrary) == contrary)
        return wrong("--keep-going and --fail-fast do not go together: give one");
    if (options->action == ACTION_BATCH && str_equal(options->output, S("-")))
        return wrong("--output wants a folder here, not \"-\"");
    return OPTIONS_RUN;
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
    if (check_together(given, out) != OPTIONS_RUN)
        return OPTIONS_WRONG;
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
    Str all = list_actions(arena, (1U << ACTION_COUNT) - 1);
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
    OptionsResult result = check_together(given, out);
    return result == OPTIONS_RUN ? choose_form(out) : result;
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
    Str letters = S(":"); /* getopt tells a missing value, and is silent */
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

/* In place of getopt's messages, which are in the system's language. */
static OptionsResult refuse_option(Arena *arena, const char *word, bool lacks_value)
{
    if (lacks_value)
        return wrong("the option %s wants a value", word);
    Str names[OPTION_COUNT], name = str_from_c(word);
    for (int i = 0; i < OPTION_COUNT; i++)
        names[i] = str_format(arena, "--%s", OPTIONS[i].name);
    long equals = str_find(name, S("="));
    if (equals > 0)
        name = str_slice(name, 0, (size_t)equals);
    Str nearest = str_nearest(arena, name, names, OPTION_COUNT);
    if (!nearest.len)
        return wrong("there is no option %s", word);
    return wrong("there is no option %s: did you mean %s?", word,
                 str_c(arena, nearest));
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
    case OPTION_UNITS:
        out->units = str_from_c(value);
        out->has_units = true;
        break;
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
        if (option < 0)
            return refuse_option(arena, words[optind - 1], value == ':');
        if (!apply(arena, (OptionId)option, optarg, out))
            return wrong("--%s wants %s, not \"%s\"", OPTIONS[option].name,
                         OPTIONS[option].argument, optarg);
        given |= 1U << option;
    }
    if (given & 1U << OPTION_HELP) {
        help_print(arena, optind < count ? find_action(words[optind]) : ACTION_COUNT);
        return OPTIONS_DONE;
    }
    if (given & 1U << OPTION_VERSION) {
        puts("lysark " LYSARK_VERSION);
        return OPTIONS_DONE;
    }
    return read_words(arena, count - optind, words + optind, given, out);
}
