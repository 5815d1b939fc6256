#include "layout/evaluate.h"

#include "layout/reference.h"

#include <math.h>
#include <stdlib.h>

typedef struct Value {
    ValueType type;
    bool is_shown; /* text, date: there is one */
    Str text;
    Date date;
    double number;
    Figure figure; /* also of a text that spells one */
    bool holds;
    Thing thing;
    Things list;
} Value;

static Value evaluate(Scope *scope, const Expression *expression);

static const Description *description_of(const Scope *scope)
{
    return scope->slice->round.description;
}

/* `statement` and its like are what the slide is about now. */
static Thing resolve(const Scope *scope, const Expression *item)
{
    return item->use.name ? (Thing){ .about = scope->about, .slide = -1 } : item->thing;
}

static Value text_value(Str text)
{
    return (Value){ .type = VALUE_TEXT, .is_shown = text.len > 0, .text = text };
}

static Value count_value(int count)
{
    Figure figure = { .state = FIGURE_SHOWN, .value = count, .base = count };
    return (Value){ .type = VALUE_FIGURE, .figure = figure };
}

/* The step with a value; 0: the scale has none. */
static int step_of(const Scope *scope, int statement, double value)
{
    const Scale *scale = description_scale(description_of(scope), statement);
    bool is_step =
        value == floor(value) && value >= scale->first && value <= scale_last(scale);
    return is_step ? (int)value - scale->first + 1 : 0;
}

/* Arguments go where their kind belongs in the query. */
static Query query_of(const Scope *scope, const Expression *call)
{
    Query query = { .statistic = call->use.name->statistic,
                    .round = call->use.round,
                    .population = call->use.population,
                    .group = GROUP_ALL,
                    .question = -1 };
    for (int i = 0; i < call->count; i++) {
        About about = resolve(scope, call->parts[i]).about;
        if (about.type == ABOUT_STATEMENT)
            query.statement = about.index;
        else if (about.type == ABOUT_QUESTION)
            query.question = about.index;
        else if (about.type == ABOUT_GROUP)
            query.group = about.index;
    }
    if (query.statistic == STATISTIC_SHARE)
        query.step = step_of(scope, query.statement, call->parts[1]->number);
    return query;
}

static Things things_of(Arena *arena, const About *items, int count)
{
    Thing *things = arena_array(arena, (size_t)count, sizeof *things);
    for (int i = 0; i < count; i++)
        things[i] = (Thing){ .about = items[i], .slide = -1 };
    return (Things){ things, count };
}

static Things evaluate_list(Scope *scope, const Expression *call)
{
    int section = -1;
    if (call->count > 0)
        section = resolve(scope, call->parts[0]).about.index;
    const About *items;
    const Name *name = call->use.name;
    ItemChoice choice = { name->item, section, name->is_recommend };
    int count = items_of(scope->arena, description_of(scope), choice, &items);
    return things_of(scope->arena, items, count);
}

typedef struct Ranked {
    int statement;
    double value; /* the smaller comes first */
} Ranked;

static int compare_ranked(const void *a, const void *b)
{
    const Ranked *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return (x->statement > y->statement) - (x->statement < y->statement);
}

/* Without the noise of binary fractions, so that what is equal compares equal. */
static double settled(double value)
{
    return round(value * 1e9) / 1e9;
}

/* The statements with a slide whose means are extreme; sign -1: the highest first. */
static Things evaluate_extremes(Scope *scope, const Expression *call, int sign)
{
    const Description *description = description_of(scope);
    int statement_count = description->statement_count, count = 0;
    Ranked *ranked = arena_array(scope->arena, (size_t)statement_count, sizeof *ranked);
    Query query = { .statistic = STATISTIC_MEAN, .question = -1, .group = GROUP_ALL };
    int section = -1;
    for (int i = 1; i < call->count; i++) {
        About about = resolve(scope, call->parts[i]).about;
        *(about.type == ABOUT_SECTION ? &section : &query.group) = about.index;
    }
    for (int i = 0; i < statement_count; i++) {
        if (description->statements[i].is_recommend ||
            scope_find_entry(scope, (About){ ABOUT_STATEMENT, i }) < 0 ||
            (section >= 0 && description->statements[i].section != section))
            continue;
        query.statement = i;
        Figure mean = figure_find(scope->slice, query);
        if (figure_is_shown(mean))
            ranked[count++] = (Ranked){ i, sign * settled(mean.value) };
    }
    qsort(ranked, (size_t)count, sizeof *ranked, compare_ranked);
    int wanted = (int)call->parts[0]->number;
    int kept = wanted < count ? wanted : count;
    About *items = arena_array(scope->arena, (size_t)kept, sizeof *items);
    for (int i = 0; i < kept; i++)
        items[i] = (About){ ABOUT_STATEMENT, ranked[i].statement };
    return things_of(scope->arena, items, kept);
}

static Str evaluate_names(Scope *scope, Things list)
{
    Str *labels = arena_array(scope->arena, (size_t)list.count, sizeof *labels);
    for (int i = 0; i < list.count; i++)
        labels[i] = scope_about_label(scope, list.at[i].about);
    return format_list(scope->arena, scope->words, labels, list.count);
}

static bool is_present(Value value)
{
    return value.type == VALUE_FIGURE ? figure_is_shown(value.figure) : value.is_shown;
}

static Value evaluate_round(const Scope *scope)
{
    if (scope->slice->has_previous)
        return text_value(scope->slice->previous.description->round);
    return (Value){ .type = VALUE_TEXT, .text = scope->words->at[WORD_NO_ROUND] };
}

/* A text may come from a description that does not say. */
static Value optional_text(const Scope *scope, Str text)
{
    Value value = text_value(text);
    if (!value.is_shown)
        value.text = scope->words->at[WORD_MISSING];
    return value;
}

static Value evaluate_date(Scope *scope, const Expression *call)
{
    Date date = evaluate(scope, call->parts[0]).date;
    Value value =
        text_value(format_date(scope->arena, scope->words, date, call->parts[1]->text));
    value.is_shown = date_is_set(date);
    return value;
}

static Value evaluate_slides(Scope *scope, const Expression *call)
{
    VEC(Thing) things = { 0 };
    for (int i = 0; i < call->count; i++) {
        Value value = evaluate(scope, call->parts[i]);
        if (value.type == VALUE_ITEM)
            vec_push(scope->arena, &things, value.thing);
        /* What could have no slide anyway is not missed from a list. */
        for (int j = 0; j < value.list.count; j++)
            if (layout_can_make(scope->layout, value.list.at[j]))
                vec_push(scope->arena, &things, value.list.at[j]);
    }
    return (Value){
        .type = VALUE_SLIDES, .list = {things.at, things.count}
    };
}

/* The limit that hides figures of a statistic. */
static int limit_of(const Scope *scope, Statistic statistic)
{
    bool is_open = statistic == STATISTIC_ANSWERS || statistic == STATISTIC_UNIQUE;
    const Description *description = description_of(scope);
    return is_open ? description->min_respondents : description->min_answers;
}

static Str figure_text(Scope *scope, const Expression *expression, Figure figure)
{
    Statistic statistic = expression->use.name->statistic;
    return format_figure(scope->arena, scope->words, statistic, figure,
                         limit_of(scope, statistic));
}

static Value evaluate_in_words(Scope *scope, const Expression *count)
{
    Figure figure = evaluate(scope, count).figure;
    Str text = figure_is_shown(figure)
                   ? format_small_number(scope->arena, scope->words, (long)figure.value)
                   : figure_text(scope, count, figure);
    return (
        Value){ .type = VALUE_TEXT, .is_shown = true, .text = text, .figure = figure };
}

static Value evaluate_name(Scope *scope, const Expression *expression)
{
    const Slice *slice = scope->slice;
    const Description *description = description_of(scope);
    const Name *name = expression->use.name;
    if (!name)
        return (Value){ .type = VALUE_ITEM, .thing = expression->thing };
    Value value = { .type = name->type };
    switch (name->meaning) {
    case MEANING_FIGURE:
        value.figure = figure_find(slice, query_of(scope, expression));
        return value;
    case MEANING_UNIT: return optional_text(scope, slice->unit.name);
    case MEANING_UNIT_NUMBER: return optional_text(scope, slice->unit.number);
    case MEANING_REGION:
        return optional_text(scope, wording_text(description->region, scope->language));
    case MEANING_ROUND: return optional_text(scope, description->round);
    case MEANING_SURVEY_NAME:
        return optional_text(scope, wording_text(description->name, scope->language));
    case MEANING_SURVEY_PERIOD:
        value.text = format_period(scope->arena, scope->words, description->from,
                                   description->to);
        value.is_shown = date_is_set(description->from) || date_is_set(description->to);
        return value;
    case MEANING_SURVEY_PRESENTED:
        value.date = description->presented;
        value.is_shown = date_is_set(value.date);
        return value;
    case MEANING_PREVIOUS_ROUND: return evaluate_round(scope);
    case MEANING_ITEM: value.thing = resolve(scope, expression); return value;
    case MEANING_ITEM_SHORT: return text_value(scope_about_label(scope, scope->about));
    case MEANING_LIST: value.list = evaluate_list(scope, expression); return value;
    case MEANING_LOWEST:
        value.list = evaluate_extremes(scope, expression, 1);
        return value;
    case MEANING_HIGHEST:
        value.list = evaluate_extremes(scope, expression, -1);
        return value;
    case MEANING_COUNT:
        return count_value(evaluate(scope, expression->parts[0]).list.count);
    case MEANING_IN_WORDS: return evaluate_in_words(scope, expression->parts[0]);
    case MEANING_NAMES:
        return optional_text(
            scope, evaluate_names(scope, evaluate(scope, expression->parts[0]).list));
    case MEANING_DATE: return evaluate_date(scope, expression);
    case MEANING_SLIDES: return evaluate_slides(scope, expression);
    case MEANING_HAS:
        value.holds = is_present(evaluate(scope, expression->parts[0]));
        return value;
    case MEANING_HOLDS:
        value.holds = evaluate_condition(scope, expression->parts[0]);
        return value;
    }
    return value;
}

/* What a comparison goes by: shares in per cent. False when nothing is shown. */
static bool comparable(const Expression *expression, Value value, double *out)
{
    if (value.type == VALUE_NUMBER) {
        *out = settled(value.number);
        return true;
    }
    if (!figure_is_shown(value.figure) || isnan(value.figure.value))
        return false;
    bool is_share = format_of(expression->use.name->statistic) == FORMAT_SHARE;
    *out = settled(value.figure.value * (is_share ? 100 : 1));
    return true;
}

static bool order_holds(Comparison comparison, double left, double right)
{
    switch (comparison) {
    case COMPARISON_LESS: return left < right;
    case COMPARISON_LESS_EQUAL: return left <= right;
    case COMPARISON_MORE: return left > right;
    case COMPARISON_MORE_EQUAL: return left >= right;
    case COMPARISON_EQUAL: return left == right;
    case COMPARISON_UNEQUAL: return left != right;
    }
    return false;
}

/* A string beside a date is a date: binding.c saw to that. */
static Date day_of(Value value)
{
    Date date = value.date;
    if (value.type == VALUE_TEXT)
        date_read(value.text, &date);
    return date;
}

static bool evaluate_comparison(Scope *scope, const Expression *expression)
{
    const Expression *a = expression->parts[0], *b = expression->parts[1];
    Value left = evaluate(scope, a), right = evaluate(scope, b);
    Comparison comparison = expression->comparison;
    if (left.type == VALUE_NUMBER || left.type == VALUE_FIGURE) {
        double x, y;
        return comparable(a, left, &x) && comparable(b, right, &y) &&
               order_holds(comparison, x, y);
    }
    if (left.type == VALUE_ITEM)
        return order_holds(comparison, left.thing.about.index, right.thing.about.index);
    bool left_lacks = !left.is_shown && a->kind == EXPRESSION_NAME;
    bool right_lacks = !right.is_shown && b->kind == EXPRESSION_NAME;
    if (left_lacks || right_lacks)
        return false;
    int order = left.type == VALUE_DATE || right.type == VALUE_DATE
                    ? date_compare(day_of(left), day_of(right))
                    : str_compare(left.text, right.text);
    return order_holds(comparison, order, 0);
}

static Value evaluate(Scope *scope, const Expression *expression)
{
    Value value = { .type = expression->type };
    Expression *const *parts = expression->parts;
    switch (expression->kind) {
    case EXPRESSION_NUMBER: value.number = expression->number; break;
    case EXPRESSION_STRING: return text_value(expression->text);
    case EXPRESSION_NAME: return evaluate_name(scope, expression);
    case EXPRESSION_COMPARISON:
        value.holds = evaluate_comparison(scope, expression);
        break;
    case EXPRESSION_NOT: value.holds = !evaluate_condition(scope, parts[0]); break;
    case EXPRESSION_AND:
        value.holds =
            evaluate_condition(scope, parts[0]) && evaluate_condition(scope, parts[1]);
        break;
    case EXPRESSION_OR:
        value.holds =
            evaluate_condition(scope, parts[0]) || evaluate_condition(scope, parts[1]);
        break;
    }
    return value;
}

bool evaluate_condition(Scope *scope, const Expression *expression)
{
    return evaluate(scope, expression).holds;
}

Str evaluate_figures(Scope *scope, const Expression *condition)
{
    Str found = { 0 };
    for (int i = 0; i < condition->count; i++) {
        const Expression *part = condition->parts[i];
        Str text = { 0 };
        if (part->type == VALUE_FIGURE)
            text = str_format(
                scope->arena, "%.*s is %.*s", STR_ARG(part->source),
                STR_ARG(figure_text(scope, part, evaluate(scope, part).figure)));
        else if (part->type == VALUE_CONDITION)
            text = evaluate_figures(scope, part);
        if (text.len)
            found = str_format(scope->arena, "%.*s%s%.*s", STR_ARG(found),
                               found.len ? ", " : "", STR_ARG(text));
    }
    return found;
}

/* Says what the figures of a failed test are, as far as they are printed. */
static void report_test(Scope *scope, const Expression *test)
{
    diag_warning(scope->diags, test->place, "\"%.*s\" does not hold for %.*s",
                 STR_ARG(test->source), STR_ARG(scope->slice->unit.name));
    Str hint = { 0 };
    if (test->kind == EXPRESSION_COMPARISON)
        hint = evaluate_figures(scope, test);
    if (hint.len > 0)
        diag_hint(scope->diags, "%.*s; change the sentence", STR_ARG(hint));
    else
        diag_hint(scope->diags, "change the sentence that says so");
}

static Inlines one_inline(Scope *scope, Str text, Place place)
{
    Inline *out = arena_alloc(scope->arena, sizeof *out);
    *out = (Inline){ .text = text, .target = -1, .place = place };
    return (Inlines){ out, 1 };
}

Inlines evaluate_printed(Scope *scope, const Expression *expression)
{
    Value value = evaluate(scope, expression);
    Str text = value.text;
    switch (value.type) {
    case VALUE_TEXT: figure_logged(scope->figures, value.figure, text); break;
    case VALUE_NUMBER:
    case VALUE_CONDITION:
    case VALUE_LIST: break;
    case VALUE_DATE:
        text = format_date(scope->arena, scope->words, value.date, S("day month year"));
        break;
    case VALUE_FIGURE:
        text = figure_text(scope, expression, value.figure);
        figure_logged(scope->figures, value.figure, text);
        break;
    case VALUE_ITEM: text = scope_about_text(scope, value.thing.about); break;
    case VALUE_SLIDES: return reference_print(scope, value.list, expression->place);
    case VALUE_NOTHING:
        if (!value.holds)
            report_test(scope, expression->parts[0]);
        return (Inlines){ 0 };
    }
    return one_inline(scope, text, expression->place);
}
