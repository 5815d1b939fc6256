#include "layout/expression.h"

#include "base/messages.h"

#include <string.h>

enum { MAX_DEPTH = 32 }; /* of parentheses */

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_NAME,
    TOKEN_COMPARISON,
    TOKEN_SIGN,    /* ( ) , */
    TOKEN_UNKNOWN, /* what no token begins with */
} TokenKind;

typedef struct Token {
    TokenKind kind;
    size_t from, to; /* in the scalar's text */
    Comparison comparison;
} Token;

typedef struct Parser {
    Arena *arena;
    Diags *diags;
    const Node *scalar;
    size_t at, end;
    size_t last; /* end of the token taken last */
    Token token; /* the next one */
    int depth;
} Parser;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static char char_at(const Parser *parser, size_t at)
{
    return at < parser->end ? parser->scalar->text.at[at] : '\0';
}

static size_t skip_digits(const Parser *parser, size_t at)
{
    while (is_digit(char_at(parser, at)))
        at++;
    return at;
}

static size_t number_end(const Parser *parser, size_t at)
{
    at = skip_digits(parser, at);
    if (char_at(parser, at) == '.' && is_digit(char_at(parser, at + 1)))
        at = skip_digits(parser, at + 1);
    return at;
}

static size_t name_end(const Parser *parser, size_t at)
{
    for (;;) {
        while (is_lower(char_at(parser, at)) || is_digit(char_at(parser, at)) ||
               char_at(parser, at) == '-')
            at++;
        if (char_at(parser, at) != '.' || !is_lower(char_at(parser, at + 1)))
            return at;
        at++;
    }
}

/* After the closing quote, or 0 when there is none. */
static size_t string_end(const Parser *parser, size_t at)
{
    for (at++; at < parser->end; at++)
        if (char_at(parser, at) == '"')
            return at + 1;
    return 0;
}

static size_t comparison_end(const Parser *parser, size_t at, Comparison *out)
{
    bool has_equal = char_at(parser, at + 1) == '=';
    switch (char_at(parser, at)) {
    case '<':
        *out = has_equal ? COMPARISON_LESS_EQUAL : COMPARISON_LESS;
        return at + (has_equal ? 2 : 1);
    case '>':
        *out = has_equal ? COMPARISON_MORE_EQUAL : COMPARISON_MORE;
        return at + (has_equal ? 2 : 1);
    case '=': *out = COMPARISON_EQUAL; return at + 1;
    case '!': *out = COMPARISON_UNEQUAL; return has_equal ? at + 2 : 0;
    default: return 0;
    }
}

/* A whole word, so that a message quotes "Mean" and not "M". */
static size_t unknown_end(const Parser *parser, size_t at)
{
    do
        at++;
    while (at < parser->end && !is_blank(char_at(parser, at)) &&
           !strchr("(),<>=!\"", char_at(parser, at)));
    return at;
}

static void advance(Parser *parser)
{
    parser->last = parser->token.to;
    while (parser->at < parser->end && is_blank(char_at(parser, parser->at)))
        parser->at++;
    size_t from = parser->at, to;
    Token token = { .kind = TOKEN_UNKNOWN, .from = from };
    char c = char_at(parser, from);
    if (from == parser->end) {
        token.kind = TOKEN_END;
        to = from;
    } else if (is_digit(c)) {
        token.kind = TOKEN_NUMBER;
        to = number_end(parser, from);
    } else if (is_lower(c)) {
        token.kind = TOKEN_NAME;
        to = name_end(parser, from);
    } else if (c == '(' || c == ')' || c == ',') {
        token.kind = TOKEN_SIGN;
        to = from + 1;
    } else if (c == '"' && (to = string_end(parser, from)) > 0) {
        token.kind = TOKEN_STRING;
    } else if ((to = comparison_end(parser, from, &token.comparison)) > 0) {
        token.kind = TOKEN_COMPARISON;
    } else {
        to = unknown_end(parser, from);
    }
    token.to = parser->at = to;
    parser->token = token;
}

static Str token_text(const Parser *parser)
{
    return str_slice(parser->scalar->text, parser->token.from, parser->token.to);
}

static bool token_is(const Parser *parser, TokenKind kind, const char *text)
{
    return parser->token.kind == kind && str_equal_c(token_text(parser), text);
}

static bool is_keyword(const Parser *parser)
{
    return token_is(parser, TOKEN_NAME, "and") || token_is(parser, TOKEN_NAME, "or") ||
           token_is(parser, TOKEN_NAME, "not");
}

static void hint_at_unknown(const Parser *parser, Str text)
{
    if (text.at[0] == '"')
        diag_hint(parser->diags, "a text ends with another \"");
    else if (text.at[0] == '-' || text.at[0] == '+')
        diag_hint(parser->diags, "there is no arithmetic, and numbers have no sign");
    else
        diag_hint(parser->diags, "names are written with a-z, 0-9, hyphens and dots");
}

/* Always NULL: what a parsing function gives back after an error. */
static Expression *expected(const Parser *parser, const char *what)
{
    Place place = node_place(parser->scalar, parser->token.from);
    if (parser->token.kind == TOKEN_END) {
        diag_error(parser->diags, place, "expected %s, but the expression ends",
                   message_text(what));
        return NULL;
    }
    Str text = str_shown(parser->arena, token_text(parser), 30);
    diag_error(parser->diags, place, "expected %s, found \"%.*s\"", message_text(what),
               STR_ARG(text));
    if (parser->token.kind == TOKEN_UNKNOWN)
        hint_at_unknown(parser, text);
    return NULL;
}

static Expression *make(const Parser *parser, ExpressionKind kind, size_t from)
{
    Expression *expression = arena_alloc(parser->arena, sizeof *expression);
    expression->kind = kind;
    expression->place = node_place(parser->scalar, from);
    expression->source = str_slice(parser->scalar->text, from, parser->last);
    expression->thing.slide = -1;
    return expression;
}

static size_t offset_of(const Parser *parser, const Expression *expression)
{
    return (size_t)(expression->source.at - parser->scalar->text.at);
}

static Expression *join(const Parser *parser, ExpressionKind kind, Expression *left,
                        Expression *right)
{
    if (!left || !right)
        return NULL;
    Expression *expression = make(parser, kind, offset_of(parser, left));
    expression->parts = arena_array(parser->arena, 2, sizeof *expression->parts);
    expression->parts[0] = left;
    expression->parts[1] = right;
    expression->count = 2;
    return expression;
}

static Expression *parse_or(Parser *parser);

/* `(` is the next token; up to and with its `)`. */
static bool parse_arguments(Parser *parser, Expression *call)
{
    VEC(Expression *) arguments = { 0 };
    advance(parser);
    while (!token_is(parser, TOKEN_SIGN, ")")) {
        if (arguments.count > 0 && !token_is(parser, TOKEN_SIGN, ",")) {
            expected(parser, MESSAGE("\",\" or \")\""));
            return false;
        }
        if (arguments.count > 0)
            advance(parser);
        Expression *argument = parse_or(parser);
        if (!argument)
            return false;
        vec_push(parser->arena, &arguments, argument);
    }
    advance(parser);
    call->is_call = true;
    call->parts = arguments.at;
    call->count = arguments.count;
    return true;
}

static Expression *parse_name(Parser *parser)
{
    size_t from = parser->token.from;
    Str text = token_text(parser);
    advance(parser);
    Expression *name = make(parser, EXPRESSION_NAME, from);
    name->text = text;
    if (token_is(parser, TOKEN_SIGN, "(")) {
        if (!parse_arguments(parser, name))
            return NULL;
        name->source = str_slice(parser->scalar->text, from, parser->last);
    }
    return name;
}

static Expression *parse_literal(Parser *parser)
{
    size_t from = parser->token.from;
    Str text = token_text(parser);
    bool is_number = parser->token.kind == TOKEN_NUMBER;
    advance(parser);
    Expression *literal =
        make(parser, is_number ? EXPRESSION_NUMBER : EXPRESSION_STRING, from);
    literal->text = is_number ? text : str_slice(text, 1, text.len - 1);
    if (is_number)
        str_to_number(text, &literal->number);
    return literal;
}

static Expression *parse_term(Parser *parser)
{
    if (parser->token.kind == TOKEN_NUMBER || parser->token.kind == TOKEN_STRING)
        return parse_literal(parser);
    if (parser->token.kind == TOKEN_NAME && !is_keyword(parser))
        return parse_name(parser);
    if (!token_is(parser, TOKEN_SIGN, "("))
        return expected(parser, MESSAGE("a name, a number or a text"));
    advance(parser);
    Expression *inner = parse_or(parser);
    if (inner && !token_is(parser, TOKEN_SIGN, ")"))
        return expected(parser, MESSAGE("\")\""));
    advance(parser);
    return inner;
}

static Expression *parse_test(Parser *parser)
{
    Expression *left = parse_term(parser);
    if (!left || parser->token.kind != TOKEN_COMPARISON)
        return left;
    Comparison comparison = parser->token.comparison;
    advance(parser);
    Expression *test = join(parser, EXPRESSION_COMPARISON, left, parse_term(parser));
    if (test)
        test->comparison = comparison;
    return test;
}

static Expression *parse_not(Parser *parser)
{
    if (!token_is(parser, TOKEN_NAME, "not"))
        return parse_test(parser);
    size_t from = parser->token.from;
    advance(parser);
    Expression *test = parse_test(parser);
    if (!test)
        return NULL;
    Expression *expression = make(parser, EXPRESSION_NOT, from);
    expression->parts = arena_array(parser->arena, 1, sizeof *expression->parts);
    expression->parts[0] = test;
    expression->count = 1;
    return expression;
}

static Expression *parse_and(Parser *parser)
{
    Expression *left = parse_not(parser);
    while (left && token_is(parser, TOKEN_NAME, "and")) {
        advance(parser);
        left = join(parser, EXPRESSION_AND, left, parse_not(parser));
    }
    return left;
}

static Expression *parse_or(Parser *parser)
{
    if (++parser->depth > MAX_DEPTH) {
        diag_error(parser->diags, node_place(parser->scalar, parser->token.from),
                   "more than %d parentheses inside each other", MAX_DEPTH);
        diag_hint(parser->diags, "write the expression more simply");
        return NULL;
    }
    Expression *left = parse_and(parser);
    while (left && token_is(parser, TOKEN_NAME, "or")) {
        advance(parser);
        left = join(parser, EXPRESSION_OR, left, parse_and(parser));
    }
    parser->depth--;
    return left;
}

Expression *expression_read(Arena *arena, const Node *scalar, size_t from, size_t to,
                            Diags *diags)
{
    Parser parser = {
        .arena = arena, .diags = diags, .scalar = scalar, .at = from, .end = to
    };
    advance(&parser);
    Expression *expression = parse_or(&parser);
    if (expression && parser.token.kind != TOKEN_END)
        return expected(&parser, MESSAGE("the end of the expression"));
    return expression;
}
