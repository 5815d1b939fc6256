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
    Deck *deck = context->canvas.deck;
    Str text = format_figure(deck->arena, context->words, figure.query.statistic,
                             figure, context->slice->round.description->min_answers);
    return figure_logged(deck->figures, figure, text);
}
