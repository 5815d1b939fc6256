/* evaluate.h - what a bound expression gives in a deck, and how that is printed. */
#ifndef LAYOUT_EVALUATE_H
#define LAYOUT_EVALUATE_H
#include "layout/expression.h"
#include "layout/scope.h"

/* An expression that binding.c has accepted, printed. Slide references come as several
 * stretches, of which the numbers are links. Nothing for holds(). */
Inlines evaluate_printed(Scope *scope, const Expression *expression);
bool evaluate_condition(Scope *scope, const Expression *expression);

/* «answers(question) is 7, n is 214»: the figures that a condition goes by, in the
 * language of messages but for the figures. Empty when it goes by none. */
Str evaluate_figures(Scope *scope, const Expression *condition);

#endif
