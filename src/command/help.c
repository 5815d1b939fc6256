#include "command/help.h"

#include "base/messages.h"
#include "command/option_rows.h"

#include <stdio.h>
#include <string.h>

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

void help_print(Arena *arena, Action action)
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
