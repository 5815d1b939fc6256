#include "layout/binding.h"

#include "base/messages.h"
#include "layout/format.h"

#include <math.h>

static bool bind(const Binding *binding, Expression *expression);

static Str phrase(const char *english)
{
    return str_from_c(message_text(english));
}

static Str figure_noun(Statistic statistic)
{
    switch (format_of(statistic)) {
    case FORMAT_COUNT: return phrase(MESSAGE("a count"));
    case FORMAT_MEAN: return phrase(MESSAGE("a score"));
    case FORMAT_SHARE: return phrase(MESSAGE("a share"));
    case FORMAT_CHANGE: return phrase(MESSAGE("a difference"));
    case FORMAT_POINTS: return phrase(MESSAGE("a difference of shares"));
    case FORMAT_NET: return phrase(MESSAGE("a net score"));
    case FORMAT_NET_CHANGE: return phrase(MESSAGE("a difference of net scores"));
    case FORMAT_RANK: return phrase(MESSAGE("a place"));
    }
    return S("");
}

/* What the expression gives, for a message. */
/* "a statement", in the language of messages. */
static const char *thing_phrase(Arena *arena, Thing thing)
{
    return message_text(str_c(arena, str_format(arena, "a %s", thing_noun(thing))));
}

static Str described(const Binding *binding, const Expression *expression)
{
    switch (expression->type) {
    case VALUE_TEXT: return phrase(MESSAGE("a text"));
    case VALUE_DATE: return phrase(MESSAGE("a date"));
    case VALUE_NUMBER: return phrase(MESSAGE("a number"));
    case VALUE_FIGURE: return figure_noun(expression->use.name->statistic);
    case VALUE_CONDITION: return phrase(MESSAGE("a condition"));
    case VALUE_ITEM: return str_from_c(thing_phrase(binding->arena, expression->thing));
    case VALUE_LIST: return phrase(MESSAGE("a list"));
    case VALUE_SLIDES: return phrase(MESSAGE("a reference to slides"));
    case VALUE_NOTHING: return phrase(MESSAGE("nothing"));
    }
    return S("");
}

/* "previous.round" for "previous"; empty when there is none. */
static Str first_name_under(Arena *arena, Str text)
{
    const Str *spelt;
    int count = names_spelt(arena, &spelt);
    Str start = str_concat(arena, text, S("."));
    for (int i = 0; i < count; i++)
        if (str_starts(spelt[i], start))
            return spelt[i];
    return (Str){ 0 };
}

static void report_unknown(const Binding *binding, Str text, Place place)
{
    diag_error(binding->diags, place, "no name or id \"%.*s\"", STR_ARG(text));
    Str nearest = first_name_under(binding->arena, text);
    if (nearest.len == 0)
        nearest = namespace_nearest(binding->arena, binding->description,
                                    binding->layout, text, true);
    if (nearest.len > 0)
        diag_hint(binding->diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(binding->diags, "ids stand in the survey's description and, of "
                                  "slides, in the layout");
}

static bool bind_id(const Binding *binding, Expression *expression)
{
    if (!thing_find(binding->description, binding->layout, expression->text,
                    &expression->thing)) {
        report_unknown(binding, expression->text, expression->place);
        return false;
    }
    expression->type = VALUE_ITEM;
    if (!expression->is_call)
        return true;
    diag_error(binding->diags, expression->place, "\"%.*s\" is %s, not a function",
               STR_ARG(expression->text),
               thing_phrase(binding->arena, expression->thing));
    diag_hint(binding->diags, "leave out the parentheses");
    return false;
}

/* `statement` and its like stand for something only under the right `each`. */
static bool check_each(const Binding *binding, Expression *expression)
{
    ItemType item = expression->use.name->item;
    expression->thing = (Thing){
        .about = {item, -1},
          .slide = -1
    };
    if (binding->each == item)
        return true;
    const char *noun = item_noun(item);
    diag_error(binding->diags, expression->place, "\"%.*s\" stands for no %s here",
               STR_ARG(expression->text), message_text(noun));
    diag_hint(binding->diags,
              "only a slide with \"each: %ss\" has one; elsewhere name "
              "it by its id",
              noun);
    return false;
}

static bool refuse_count(const Binding *binding, const Expression *call)
{
    const Name *name = call->use.name;
    Str signature = name_signature(binding->arena, name, call->text);
    if (name->argument_count == 0)
        diag_error(binding->diags, call->place, "\"%.*s\" takes no arguments",
                   STR_ARG(call->text));
    else
        diag_error(binding->diags, call->place,
                   "\"%.*s\" has the wrong number of arguments, %d",
                   STR_ARG(call->text), call->count);
    diag_hint(binding->diags, "write %.*s", STR_ARG(signature));
    return false;
}

static bool check_count(const Binding *binding, const Expression *call)
{
    const Name *name = call->use.name;
    if (call->count >= name->required_count &&
        (call->count <= name->argument_count || name->is_open_ended))
        return true;
    return refuse_count(binding, call);
}

/* The item type that an argument of this kind must have, or ABOUT_NOTHING. */
static ItemType wanted_item(ArgumentKind kind)
{
    if (kind == ARGUMENT_STATEMENT)
        return ABOUT_STATEMENT;
    if (kind == ARGUMENT_QUESTION)
        return ABOUT_QUESTION;
    if (kind == ARGUMENT_GROUP)
        return ABOUT_GROUP;
    return kind == ARGUMENT_SECTION ? ABOUT_SECTION : ABOUT_NOTHING;
}

static bool is_whole(const Expression *argument)
{
    return argument->kind == EXPRESSION_NUMBER && argument->number >= 1 &&
           argument->number <= 1000 && argument->number == (int)argument->number;
}

static bool fits(const Expression *argument, ArgumentKind kind)
{
    ValueType type = argument->type;
    switch (kind) {
    case ARGUMENT_STATEMENT:
    case ARGUMENT_QUESTION:
    case ARGUMENT_GROUP:
    case ARGUMENT_SECTION:
        return type == VALUE_ITEM && argument->thing.slide < 0 &&
               argument->thing.about.type == wanted_item(kind);
    case ARGUMENT_CHOICE:
        return fits(argument, ARGUMENT_GROUP) || fits(argument, ARGUMENT_SECTION);
    case ARGUMENT_LIST: return type == VALUE_LIST;
    case ARGUMENT_ID: return type == VALUE_ITEM;
    case ARGUMENT_TARGET: return type == VALUE_ITEM || type == VALUE_LIST;
    case ARGUMENT_WHOLE: return is_whole(argument);
    case ARGUMENT_VALUE: return type == VALUE_NUMBER;
    case ARGUMENT_DATE: return type == VALUE_DATE;
    case ARGUMENT_PATTERN:
        return argument->kind == EXPRESSION_STRING && format_is_pattern(argument->text);
    case ARGUMENT_COUNT:
        return type == VALUE_FIGURE &&
               format_of(argument->use.name->statistic) == FORMAT_COUNT;
    case ARGUMENT_PRESENCE:
        return type == VALUE_FIGURE || type == VALUE_DATE ||
               (type == VALUE_TEXT && argument->kind == EXPRESSION_NAME);
    case ARGUMENT_TEST: return type == VALUE_CONDITION;
    }
    return false;
}

/* That a slide may be made from it: `when` is not known here. */
static bool check_makable(const Binding *binding, Thing thing, Str id, Place place)
{
    if (layout_can_make(binding->layout, thing))
        return true;
    diag_error(binding->diags, place,
               "no slide of this layout is made from the %s \"%.*s\"",
               message_text(thing_noun(thing)), STR_ARG(id));
    diag_hint(binding->diags, "add a slide with \"each: [%.*s]\", or leave it out",
              STR_ARG(id));
    return false;
}

static bool check_target(const Binding *binding, const Expression *target)
{
    const Layout *layout = binding->layout;
    if (!layout || (target->type == VALUE_ITEM && target->use.name))
        return true; /* the slide that says `statement` is made from it */
    if (target->type == VALUE_ITEM)
        return check_makable(binding, target->thing, target->text, target->place);
    ItemType type = target->use.name->item;
    for (int i = 0; i < layout->slide_count; i++)
        if (layout->slides[i].item_count > 0 && layout->slides[i].items[0].type == type)
            return true;
    diag_error(binding->diags, target->place,
               "no slide of this layout is made from a %s",
               message_text(item_noun(type)));
    diag_hint(binding->diags, "add one with \"each: %ss\"", item_noun(type));
    return false;
}

static bool check_argument(const Binding *binding, const Expression *call, int index)
{
    const Name *name = call->use.name;
    ArgumentKind kind = name_argument(name, index);
    const Expression *argument = call->parts[index];
    if (fits(argument, kind))
        return kind != ARGUMENT_ID && kind != ARGUMENT_TARGET
                   ? true
                   : check_target(binding, argument);
    Str what = described(binding, argument);
    diag_error(binding->diags, argument->place,
               "\"%.*s\" takes %s, but \"%.*s\" is %.*s", STR_ARG(call->text),
               message_text(argument_noun(kind)), STR_ARG(argument->source),
               STR_ARG(what));
    if (kind == ARGUMENT_PATTERN)
        diag_hint(binding->diags,
                  "write \"day month year\", \"month year\" or \"year\"");
    else
        diag_hint(binding->diags, "write %.*s",
                  STR_ARG(name_signature(binding->arena, name, call->text)));
    return false;
}

static bool refuse_unlike(const Binding *binding, const Expression *call, int first,
                          int other)
{
    const Statement *statements = binding->description->statements;
    diag_error(binding->diags, call->place,
               "\"%.*s\" would compare \"%.*s\" with \"%.*s\", which has another scale",
               STR_ARG(call->source), STR_ARG(statements[first].id),
               STR_ARG(statements[other].id));
    diag_hint(binding->diags,
              "name a section whose statements have one scale, as in %.*s(%d, SECTION)",
              STR_ARG(call->text), (int)call->parts[0]->number);
    return false;
}

/* Of lowest and highest: the means of statements that may have a slide are comparable
 * only on one scale. */
static bool check_one_scale(const Binding *binding, const Expression *call)
{
    const Layout *layout = binding->layout;
    const Description *description = binding->description;
    Meaning meaning = call->use.name->meaning;
    if (!layout || (meaning != MEANING_LOWEST && meaning != MEANING_HIGHEST))
        return true;
    About choice =
        call->count > 1 ? call->parts[1]->thing.about : (About){ ABOUT_NOTHING, -1 };
    if (choice.type == ABOUT_GROUP && call->count > 2)
        return refuse_count(binding, call);
    int first = -1;
    for (int i = 0; i < description->statement_count; i++) {
        Thing thing = {
            .about = {ABOUT_STATEMENT, i},
              .slide = -1
        };
        bool is_in = choice.type != ABOUT_SECTION ||
                     description->statements[i].section == choice.index;
        if (!is_in || description->statements[i].is_recommend ||
            !layout_can_make(layout, thing))
            continue;
        if (first < 0)
            first = i;
        if (description->statements[i].scale != description->statements[first].scale)
            return refuse_unlike(binding, call, first, i);
    }
    return true;
}

/* Of share: that the scale has the value. `statement` is known only when it is come
 * to; a value that its scale has not is then missing. */
static bool check_value(const Binding *binding, const Expression *call)
{
    if (call->use.name->statistic != STATISTIC_SHARE || call->parts[0]->use.name)
        return true;
    const Scale *scale =
        description_scale(binding->description, call->parts[0]->thing.about.index);
    double value = call->parts[1]->number;
    if (value == floor(value) && value >= scale->first && value <= scale_last(scale))
        return true;
    diag_error(binding->diags, call->parts[1]->place,
               "\"%.*s\" is no value on the scale of \"%.*s\"",
               STR_ARG(call->parts[1]->source), STR_ARG(call->parts[0]->text));
    diag_hint(binding->diags, "its steps go from %d to %d", scale->first,
              scale_last(scale));
    return false;
}

static bool bind_parts(const Binding *binding, Expression *expression)
{
    bool is_good = true;
    for (int i = 0; i < expression->count; i++)
        is_good &= bind(binding, expression->parts[i]);
    return is_good;
}

static bool bind_name(const Binding *binding, Expression *expression)
{
    bool parts_good = bind_parts(binding, expression);
    if (!name_find(expression->text, &expression->use))
        return bind_id(binding, expression) && parts_good;
    const Name *name = expression->use.name;
    expression->type = name->type;
    if ((name->meaning == MEANING_ITEM || name->meaning == MEANING_ITEM_SHORT) &&
        !check_each(binding, expression))
        return false;
    if (name->needs_slides && binding->is_when) {
        diag_error(binding->diags, expression->place,
                   "\"%.*s\" cannot stand in \"when\"", STR_ARG(expression->text));
        diag_hint(binding->diags, "it goes by which slides there are, and \"when\" "
                                  "decides that");
        return false;
    }
    if (name->argument_count == 0 && expression->is_call) {
        diag_error(binding->diags, expression->place, "\"%.*s\" takes no arguments",
                   STR_ARG(expression->text));
        diag_hint(binding->diags, "leave out the parentheses");
        return false;
    }
    if (!check_count(binding, expression) || !parts_good)
        return false;
    bool is_good = true;
    for (int i = 0; i < expression->count; i++)
        is_good &= check_argument(binding, expression, i);
    return is_good && check_one_scale(binding, expression) &&
           check_value(binding, expression);
}

/* Means with means, counts with places; any figure with a number. */
static bool figures_compare(const Expression *left, const Expression *right)
{
    if (left->type != VALUE_FIGURE || right->type != VALUE_FIGURE)
        return true;
    FigureFormat a = format_of(left->use.name->statistic);
    FigureFormat b = format_of(right->use.name->statistic);
    bool a_counts = a == FORMAT_COUNT || a == FORMAT_RANK;
    bool b_counts = b == FORMAT_COUNT || b == FORMAT_RANK;
    return a == b || (a_counts && b_counts);
}

static bool is_numeric(const Expression *expression)
{
    return expression->type == VALUE_NUMBER || expression->type == VALUE_FIGURE;
}

static bool is_day(const Expression *expression)
{
    Date date;
    return expression->type == VALUE_DATE || (expression->kind == EXPRESSION_STRING &&
                                              date_read(expression->text, &date));
}

static bool same_items(const Expression *left, const Expression *right)
{
    return left->type == VALUE_ITEM && right->type == VALUE_ITEM &&
           left->thing.slide < 0 && right->thing.slide < 0 &&
           left->thing.about.type == right->thing.about.type;
}

static bool bind_comparison(const Binding *binding, Expression *expression)
{
    expression->type = VALUE_CONDITION;
    if (!bind_parts(binding, expression))
        return false;
    const Expression *left = expression->parts[0], *right = expression->parts[1];
    if (is_numeric(left) && is_numeric(right) && figures_compare(left, right))
        return true;
    bool are_texts = left->type == VALUE_TEXT && right->type == VALUE_TEXT;
    bool are_dates = is_day(left) && is_day(right);
    if (!are_texts && !are_dates && !same_items(left, right)) {
        Str a = described(binding, left), b = described(binding, right);
        diag_error(binding->diags, expression->place,
                   "\"%.*s\" compares %.*s with %.*s", STR_ARG(expression->source),
                   STR_ARG(a), STR_ARG(b));
        diag_hint(binding->diags, "compare like with like: a figure with a number, a "
                                  "text with a text in quotes, a date with "
                                  "\"2024-11-28\"");
        return false;
    }
    if (expression->comparison == COMPARISON_EQUAL ||
        expression->comparison == COMPARISON_UNEQUAL)
        return true;
    diag_error(binding->diags, expression->place,
               "\"%.*s\": only figures have an order", STR_ARG(expression->source));
    diag_hint(binding->diags, "texts, dates and ids compare with = and !=");
    return false;
}

static bool check_condition(const Binding *binding, const Expression *expression)
{
    if (expression->type == VALUE_CONDITION)
        return true;
    Str what = described(binding, expression);
    diag_error(binding->diags, expression->place, "\"%.*s\" is %.*s, not a condition",
               STR_ARG(expression->source), STR_ARG(what));
    if (expression->type == VALUE_FIGURE)
        diag_hint(binding->diags, "compare it, as in %.*s >= 10, or write has(%.*s)",
                  STR_ARG(expression->source), STR_ARG(expression->source));
    else
        diag_hint(binding->diags, "a condition compares, or begins with has");
    return false;
}

static bool bind_logic(const Binding *binding, Expression *expression)
{
    expression->type = VALUE_CONDITION;
    bool is_good = true;
    for (int i = 0; i < expression->count; i++)
        is_good &= binding_condition(binding, expression->parts[i]);
    return is_good;
}

static bool bind(const Binding *binding, Expression *expression)
{
    switch (expression->kind) {
    case EXPRESSION_NUMBER: expression->type = VALUE_NUMBER; return true;
    case EXPRESSION_STRING: expression->type = VALUE_TEXT; return true;
    case EXPRESSION_NAME: return bind_name(binding, expression);
    case EXPRESSION_COMPARISON: return bind_comparison(binding, expression);
    case EXPRESSION_NOT:
    case EXPRESSION_AND:
    case EXPRESSION_OR: return bind_logic(binding, expression);
    }
    return false;
}

bool binding_condition(const Binding *binding, Expression *expression)
{
    return bind(binding, expression) && check_condition(binding, expression);
}

bool binding_list(const Binding *binding, Expression *expression)
{
    if (!bind(binding, expression))
        return false;
    if (expression->type == VALUE_LIST)
        return true;
    Str what = described(binding, expression);
    diag_error(binding->diags, expression->place, "\"%.*s\" is %.*s, not a list",
               STR_ARG(expression->source), STR_ARG(what));
    return false;
}

/* The remedy for a thing that cannot be printed as it is. */
static const char *print_hint(const Expression *expression)
{
    switch (expression->type) {
    case VALUE_CONDITION:
        return MESSAGE("a condition stands in \"when\", or in holds(…)");
    case VALUE_ITEM:
        return MESSAGE("ask for a figure, as in mean(…), or write slide(…)");
    case VALUE_LIST: return MESSAGE("write names(…), slides(…) or count(…)");
    case VALUE_NUMBER: return MESSAGE("write the number outside \"${…}\"");
    case VALUE_TEXT:
    case VALUE_DATE:
    case VALUE_FIGURE:
    case VALUE_SLIDES:
    case VALUE_NOTHING: break;
    }
    return NULL;
}

bool binding_printed(const Binding *binding, Expression *expression)
{
    if (!bind(binding, expression))
        return false;
    bool is_item = expression->type == VALUE_ITEM && expression->use.name;
    const char *hint = is_item ? NULL : print_hint(expression);
    if (!hint)
        return true;
    Str what = described(binding, expression);
    diag_error(binding->diags, expression->place,
               "\"%.*s\" is %.*s and cannot be "
               "printed",
               STR_ARG(expression->source), STR_ARG(what));
    diag_hint(binding->diags, "%s", message_text(hint));
    return false;
}

bool binding_target(const Binding *binding, Str id, Place place, Thing *out)
{
    if (thing_find(binding->description, binding->layout, id, out))
        return check_makable(binding, *out, id, place);
    diag_error(binding->diags, place, "nothing has the id \"%.*s\"", STR_ARG(id));
    Str nearest = namespace_nearest(binding->arena, binding->description,
                                    binding->layout, id, false);
    if (nearest.len > 0)
        diag_hint(binding->diags, "did you mean \"#%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(binding->diags, "give a slide that id, or leave out the link");
    return false;
}
