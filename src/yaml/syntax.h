/* syntax.h - what libyaml's errors mean to an author. */
#ifndef YAML_SYNTAX_H
#define YAML_SYNTAX_H
#include "yaml/script.h"

/* An error as libyaml tells it: what it was doing and what went wrong, each with its
 * place. */
typedef struct SyntaxError {
    Str context, problem;
    Place context_place, problem_place;
} SyntaxError;

/* Reports it as a sentence that quotes the line, with a remedy. */
void syntax_report(const Script *script, const SyntaxError *error, Diags *diags);

#endif
