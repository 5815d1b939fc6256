/* expression.h - what stands in `${…}` and `when:`, as a tree.
 *   or = and {"or" and}   and = not {"and" not}   not = ["not"] test
 *   test = term [("<"|"<="|">"|">="|"="|"!=") term]
 *   term = number | string | name ["(" [or {"," or}] ")"] | "(" or ")"
 *   name = id {"." id}   number = digits ["." digits]   string = '"' … '"' */
#ifndef LAYOUT_EXPRESSION_H
#define LAYOUT_EXPRESSION_H
#include "layout/names.h"
#include "layout/namespace.h"

typedef enum ExpressionKind {
    EXPRESSION_NUMBER,
    EXPRESSION_STRING,
    EXPRESSION_NAME,
    EXPRESSION_COMPARISON,
    EXPRESSION_NOT,
    EXPRESSION_AND,
    EXPRESSION_OR,
} ExpressionKind;

typedef enum Comparison {
    COMPARISON_LESS,
    COMPARISON_LESS_EQUAL,
    COMPARISON_MORE,
    COMPARISON_MORE_EQUAL,
    COMPARISON_EQUAL,
    COMPARISON_UNEQUAL,
} Comparison;

typedef struct Expression Expression;

struct Expression {
    ExpressionKind kind;
    Place place;
    Str source; /* as it is written */
    Str text;   /* the name; a string without its quotes */
    double number;
    Comparison comparison;
    bool is_call; /* a name with parentheses */
    int count;
    Expression **parts; /* arguments of a name, else operands */
    /* By binding.c: what it gives; the name, or else the thing that has that id. */
    ValueType type;
    NameUse use;
    Thing thing;
};

/* Reads the bytes from..to of a scalar as one expression. NULL after an error, which
 * says what was expected. */
Expression *expression_read(Arena *arena, const Node *scalar, size_t from, size_t to,
                            Diags *diags);

#endif
