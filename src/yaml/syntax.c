#include "yaml/syntax.h"

#include "base/messages.h"

enum { SHOWN_MAX = 60 };

/* What an error means to an author, and the remedy. */
typedef struct Meaning {
    const char *message, *hint;
    bool is_at_context; /* told where libyaml began, not where it stopped */
} Meaning;

static const Meaning open_quote = {
    .message = MESSAGE("the quotation mark that begins here is never closed"),
    .hint = MESSAGE("close the text with the same mark"),
    .is_at_context = true,
};
static const Meaning bad_escape = {
    .message = MESSAGE("no such escape after \\"),
    .hint = MESSAGE("write \\\\ for a backslash, or use single quotes"),
};
static const Meaning half_escape = {
    .message = MESSAGE("an escape lacks its hexadecimal digits"),
    .hint = MESSAGE("write it as in \\u00E5"),
};
static const Meaning tab = {
    .message = MESSAGE("a tab is used as indentation"),
    .hint = MESSAGE("use spaces to indent"),
};
static const Meaning zero_indentation = {
    .message = MESSAGE("the indentation after | or > cannot be 0"),
    .hint = MESSAGE("leave the number out, or write 1 to 9"),
};
static const Meaning beside_bar = {
    .message = MESSAGE("text on the same line as | or >"),
    .hint = MESSAGE("begin the text on the next line, indented"),
};
static const Meaning star = {
    .message = MESSAGE("a text that begins with * needs quotation marks"),
    .hint = MESSAGE("put the text in quotes, or write it after | on lines of its own"),
    .is_at_context = true,
};
static const Meaning ampersand = {
    .message = MESSAGE("a text that begins with & needs quotation marks"),
    .hint = MESSAGE("put the text in quotes"),
    .is_at_context = true,
};
static const Meaning exclamation = {
    .message = MESSAGE("a text that begins with ! needs quotation marks"),
    .hint = MESSAGE("put the text in quotes"),
    .is_at_context = true,
};
static const Meaning question = {
    .message = MESSAGE("a text that begins with ? needs quotation marks"),
    .hint = MESSAGE("put the text in quotes"),
};
static const Meaning percent = {
    .message = /* xgettext:no-c-format */ MESSAGE(
        "a line that begins with % needs quotation marks"),
    .hint = MESSAGE("put the text in quotes"),
    .is_at_context = true,
};
static const Meaning first_character = {
    .message = MESSAGE("a text cannot begin with this character"),
    .hint = MESSAGE("put the text in quotes"),
};
static const Meaning version = {
    .message = MESSAGE("this version of YAML is not supported"),
    .hint = MESSAGE("remove the line"),
};
static const Meaning second_directive = {
    .message =
        /* xgettext:no-c-format */ MESSAGE("a line that begins with % stands twice"),
    .hint = MESSAGE("remove the line"),
};
static const Meaning no_colon = {
    .message = MESSAGE("there is no \":\" after the key"),
    .hint = MESSAGE(
        "write \"key: value\"; a text of several lines stands after |, indented"),
    .is_at_context = true,
};
static const Meaning second_colon = {
    .message = MESSAGE("a second \":\" in a line"),
    .hint = MESSAGE("put a text that holds \": \" in quotes"),
};
static const Meaning tight_colon = {
    .message = MESSAGE("a \":\" without a blank after it, inside brackets"),
    .hint = MESSAGE("put a blank after it, or the text in quotes"),
};
static const Meaning list_beside_key = {
    .message = MESSAGE("a list cannot begin on the line of its key"),
    .hint =
        MESSAGE("begin each \"- \" on a line of its own, or put the text in quotes"),
};
static const Meaning open_bracket = {
    .message =
        MESSAGE("the \"[\" that begins here is not closed, or a comma is missing"),
    .hint = MESSAGE("write [a, b]; put a text that begins with [ in quotes"),
    .is_at_context = true,
};
static const Meaning open_brace = {
    .message =
        MESSAGE("the \"{\" that begins here is not closed, or a comma is missing"),
    .hint = MESSAGE("write {a: 1, b: 2}; put a text that begins with { in quotes"),
    .is_at_context = true,
};
static const Meaning after_quote = {
    .message = MESSAGE("text after the closing quotation mark"),
    .hint = MESSAGE("put all of the text in 'single quotes', or use « »"),
};
static const Meaning after_bracket = {
    .message = MESSAGE("text after the closing bracket"),
    .hint = MESSAGE("put a text that begins with { or [ in quotes"),
};
static const Meaning misaligned = {
    .message = MESSAGE("the line does not fit the indentation above it"),
    .hint = MESSAGE("what belongs together begins in the same column"),
};

/* A row holds for an error in whose context and problem these words occur; the first
 * that does is taken. */
typedef struct Symptom {
    const char *context, *problem; /* "": any */
    const Meaning *meaning;
} Symptom;

static const Symptom symptoms[] = {
    {"quoted scalar",       "unexpected end of stream", &open_quote      },
    { "quoted scalar",      "document indicator",       &open_quote      },
    { "quoted scalar",      "escape",                   &bad_escape      },
    { "quoted scalar",      "hexdecimal",               &half_escape     },
    { "",                   "tab character",            &tab             },
    { "block scalar",       "indentation indicator",    &zero_indentation},
    { "block scalar",       "comment or line break",    &beside_bar      },
    { "scanning an alias",  "",                         &star            },
    { "scanning an anchor", "",                         &ampersand       },
    { "scanning a tag",     "",                         &exclamation     },
    { "parsing a tag",      "",                         &exclamation     },
    { "parsing a node",     "tag",                      &exclamation     },
    { "directive",          "",                         &percent         },
    { "",                   "incompatible YAML",        &version         },
    { "",                   "directive",                &second_directive},
    { "simple key",         "expected ':'",             &no_colon        },
    { "",                   "unexpected ':'",           &tight_colon     },
    { "",                   "block sequence entries",   &list_beside_key },
    { "",                   "mapping keys",             &question        },
    { "",                   "cannot start any token",   &first_character },
    { "flow sequence",      "",                         &open_bracket    },
    { "flow mapping",       "",                         &open_brace      },
    { "",                   "node content",             &first_character },
};

static bool holds(Str text, const char *word)
{
    return str_find(text, str_from_c(word)) >= 0;
}

/* The line up to the problem. */
static Str text_before(const Script *script, Place place)
{
    size_t end = script_offset(script, place.line, place.column);
    size_t start = script_offset(script, place.line, 1);
    return str_slice(script->text, start, end);
}

/* The parser trips over what follows a complete value: because that was thought
 * complete too early, or because of the indentation. */
static const Meaning *explain_leftover(Str before)
{
    before = str_trim(before);
    if (str_ends(before, S("\"")) || str_ends(before, S("'")))
        return &after_quote;
    if (str_ends(before, S("}")) || str_ends(before, S("]")))
        return &after_bracket;
    return &misaligned;
}

/* NULL for a problem that libyaml did not have when this was written. */
static const Meaning *explain(const Script *script, const SyntaxError *error)
{
    Place place = error->problem_place;
    Str before = text_before(script, place);
    Str rest = str_slice(script->text, script_offset(script, place.line, place.column),
                         script->text.len);
    if (str_starts(rest, S("\t")) && holds(error->problem, "cannot start"))
        return &tab;
    if (holds(error->problem, "mapping values"))
        return holds(before, ": ") ? &second_colon : &misaligned;
    if (holds(error->problem, "expected key") || holds(error->problem, "'-'") ||
        holds(error->problem, "document start"))
        return explain_leftover(before);
    for (size_t i = 0; i < sizeof symptoms / sizeof *symptoms; i++)
        if (holds(error->context, symptoms[i].context) &&
            holds(error->problem, symptoms[i].problem))
            return symptoms[i].meaning;
    return NULL;
}

void syntax_report(const Script *script, const SyntaxError *error, Diags *diags)
{
    const Meaning *meaning = explain(script, error);
    bool is_at_context = meaning && meaning->is_at_context && error->context.len;
    Place place = is_at_context ? error->context_place : error->problem_place;
    Str line = str_trim(script_line(script, place.line));
    Str quoted = str_shown(diags->arena, line, SHOWN_MAX);
    const char *quote = quoted.len ? "\"" : "";
    Str message = meaning ? str_from_c(message_text(meaning->message)) : error->problem;
    diag_error(diags, place, "%.*s%s%s%.*s%s", STR_ARG(message), quoted.len ? ": " : "",
               quote, STR_ARG(quoted), quote);
    diag_hint(diags, "%s",
              message_text(meaning ? meaning->hint
                                   : MESSAGE("compare the line with those around it")));
}
