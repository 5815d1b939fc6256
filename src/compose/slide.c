#include "compose/slide.h"

#define REFERENCE(kind) &slide_##kind,
const SlideKind *const slide_kinds[] = { SLIDE_KINDS(REFERENCE) };
#undef REFERENCE

/* The variant in the deck's language; NULL with an error when there is none. */
static const Node *variant(SlideContext *context, Wording wording)
{
    return wording_find(wording, context->scope.language,
                        context->scope.layout->fallback, context->canvas.diags);
}

bool slide_wording(SlideContext *context, Wording wording, Str fallback, Str *out)
{
    *out = fallback;
    if (!wording_is_set(wording))
        return true;
    const Node *node = variant(context, wording);
    return node && scope_string(&context->scope, node, out);
}

bool slide_body(SlideContext *context, Wording wording, Blocks *out)
{
    *out = (Blocks){ 0 };
    if (!wording_is_set(wording))
        return true;
    const Node *node = variant(context, wording);
    return node && scope_body(&context->scope, node, out);
}

void slide_show(SlideContext *context, int count)
{
    context->own->shown = count;
}

Str slide_figure(SlideContext *context, Figure figure)
{
    return slide_figure_within(context, figure, interval_unknown);
}

Str slide_figure_within(SlideContext *context, Figure figure, Interval interval)
{
    Deck *deck = context->canvas.deck;
    Str text = format_figure(deck->arena, context->words, figure.query.statistic,
                             figure, context->slice->round.description->min_answers);
    figure_log_add(
        deck->figures,
        (PrintedFigure){ .figure = figure, .text = text, .interval = interval });
    return text;
}

bool slide_choose(SlideContext *context, const StrList *ids, bool *is_chosen)
{
    const Description *description = context->slice->round.description;
    bool is_good = true;
    for (int i = 0; i < ids->count; i++) {
        int statement = description_find_statement(description, ids->at[i]);
        if (statement >= 0) {
            is_chosen[statement] = true;
            continue;
        }
        diag_error(context->canvas.diags, ids->places[i],
                   "no statement has the id \"%.*s\"", STR_ARG(ids->at[i]));
        diag_hint(context->canvas.diags,
                  "the ids stand under `statements:` in the description");
        is_good = false;
    }
    return is_good;
}
