#include "yaml/syntax.h"

enum { SHOWN_MAX = 60 };

typedef enum Where { AT_PROBLEM, AT_CONTEXT } Where;

/* A row holds for an error in whose context and problem these words occur; the first
 * that does is taken. */
typedef struct Explanation {
    const char *context, *problem; /* "": any */
    Where where;
    const char *message, *hint;
} Explanation;

static const Explanation explanations[] = {
    {"quoted scalar",       "unexpected end of stream", AT_CONTEXT,
     "the quotation mark that begins here is never closed",                                                            "close the text with the same mark"                                },
    { "quoted scalar",      "document indicator",       AT_CONTEXT,
     "the quotation mark that begins here is never closed",                                                            "close the text with the same mark"                                },
    { "quoted scalar",      "escape",                   AT_PROBLEM, "no such escape after \\",
     "write \\\\ for a backslash, or use single quotes"                                                                                                                                   },
    { "quoted scalar",      "hexdecimal",               AT_PROBLEM,
     "an escape lacks its hexadecimal digits",                                                                         "write it as in \\u00E5"                                           },
    { "",                   "tab character",            AT_PROBLEM, "a tab is used as indentation",
     "use spaces to indent"                                                                                                                                                               },
    { "block scalar",       "indentation indicator",    AT_PROBLEM,
     "the indentation after | or > cannot be 0",                                                                       "leave the number out, or write 1 to 9"                            },
    { "block scalar",       "comment or line break",    AT_PROBLEM,
     "text on the same line as | or >",                                                                                "begin the text on the next line, indented"                        },
    { "scanning an alias",  "",                         AT_CONTEXT,
     "a text that begins with * needs quotation marks",                                                                "put the text in quotes, or write it after | on lines of its own"  },
    { "scanning an anchor", "",                         AT_CONTEXT,
     "a text that begins with & needs quotation marks",                                                                "put the text in quotes"                                           },
    { "tag",                "",                         AT_CONTEXT, "a text that begins with ! needs quotation marks",
     "put the text in quotes"                                                                                                                                                             },
    { "parsing a node",     "tag",                      AT_CONTEXT,
     "a text that begins with ! needs quotation marks",                                                                "put the text in quotes"                                           },
    { "directive",          "",                         AT_CONTEXT, "a line that begins with % needs quotation marks",
     "put the text in quotes"                                                                                                                                                             },
    { "",                   "incompatible YAML",        AT_PROBLEM, "this version of YAML is not supported",
     "remove the line"                                                                                                                                                                    },
    { "",                   "directive",                AT_PROBLEM, "a line that begins with % stands twice",
     "remove the line"                                                                                                                                                                    },
    { "simple key",         "expected ':'",             AT_CONTEXT, "there is no \":\" after the key",
     "write \"key: value\"; a text of several lines stands after |, indented"                                                                                                             },
    { "",                   "block sequence entries",   AT_PROBLEM,
     "a list cannot begin on the line of its key",                                                                     "begin each \"- \" on a line of its own, or put the text in quotes"},
    { "",                   "mapping keys",             AT_PROBLEM, "a text that begins with ? needs quotation marks",
     "put the text in quotes"                                                                                                                                                             },
    { "",                   "cannot start any token",   AT_PROBLEM,
     "a text cannot begin with this character",                                                                        "put the text in quotes"                                           },
    { "flow sequence",      "",                         AT_CONTEXT,
     "the \"[\" that begins here is not closed, or a comma is missing",                                                "write [a, b]; put a text that begins with [ in quotes"            },
    { "flow mapping",       "",                         AT_CONTEXT,
     "the \"{\" that begins here is not closed, or a comma is missing",                                                "write {a: 1, b: 2}; put a text that begins with { in quotes"      },
    { "",                   "node content",             AT_PROBLEM, "a text cannot begin with this character",
     "put the text in quotes"                                                                                                                                                             },
};

static const Explanation tab = { "", "", AT_PROBLEM, "a tab is used as indentation",
                                 "use spaces to indent" };
static const Explanation colon = { "", "", AT_PROBLEM, "a second \":\" in a line",
                                   "put a text that holds \": \" in quotes" };
static const Explanation after_quote = {
    "", "", AT_PROBLEM, "text after the closing quotation mark",
    "put all of the text in 'single quotes', or use « »"
};
static const Explanation after_bracket = {
    "", "", AT_PROBLEM, "text after the closing bracket",
    "put a text that begins with { or [ in quotes"
};
static const Explanation misaligned = {
    "", "", AT_PROBLEM, "the line does not fit the indentation above it",
    "what belongs together begins in the same column"
};

static bool holds(Str text, const char *word)
{
    return str_find(text, str_from_c(word)) >= 0;
}

/* The line up to the problem. */
static Str text_before(const Source *source, Place place)
{
    size_t end = source_offset(source, place.line, place.column);
    size_t start = source_offset(source, place.line, 1);
    return str_slice(source->text, start, end);
}

/* The parser trips over what follows a complete value: because that was thought
 * complete too early, or because of the indentation. */
static const Explanation *explain_leftover(Str before)
{
    before = str_trim(before);
    if (str_ends(before, S("\"")) || str_ends(before, S("'")))
        return &after_quote;
    if (str_ends(before, S("}")) || str_ends(before, S("]")))
        return &after_bracket;
    return &misaligned;
}

static const Explanation *explain(const Source *source, const SyntaxError *error)
{
    Place place = error->problem_place;
    Str before = text_before(source, place);
    Str rest = str_slice(source->text, source_offset(source, place.line, place.column),
                         source->text.len);
    if (str_starts(rest, S("\t")) && holds(error->problem, "cannot start"))
        return &tab;
    if (holds(error->problem, "mapping values"))
        return holds(before, ": ") ? &colon : &misaligned;
    if (holds(error->problem, "expected key") || holds(error->problem, "'-'") ||
        holds(error->problem, "document start"))
        return explain_leftover(before);
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++) {
        const Explanation *row = &explanations[i];
        if (holds(error->context, row->context) && holds(error->problem, row->problem))
            return row;
    }
    return NULL;
}

void syntax_report(const Source *source, const SyntaxError *error, Diags *diags)
{
    const Explanation *found = explain(source, error);
    bool is_at_context = found && found->where == AT_CONTEXT && error->context.len;
    Place place = is_at_context ? error->context_place : error->problem_place;
    Str line = str_trim(source_line(source, place.line));
    Str quoted = str_shown(diags->arena, line, SHOWN_MAX);
    if (!found)
        diag_error(diags, place, "this is no YAML: %.*s", STR_ARG(error->problem));
    else if (quoted.len)
        diag_error(diags, place, "%s: \"%.*s\"", found->message, STR_ARG(quoted));
    else
        diag_error(diags, place, "%s", found->message);
    if (found)
        diag_hint(diags, "%s", found->hint);
}
