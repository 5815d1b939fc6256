/* The first slide: what, for whom, when, by whom. */
#include "compose/cover.h"
#include "compose/slide.h"

static bool compose(SlideContext *context)
{
    const Layout *layout = context->scope.layout;
    CoverText text = { 0 };
    Str title, empty = { 0 };
    Str name =
        wording_text(context->slice->round.description->name, context->scope.language);
    bool is_good =
        slide_wording(context, layout->title, empty, &title) &&
        slide_wording(context, layout->subtitle, empty, &text.subtitle) &&
        slide_wording(context, layout->author, empty, &text.author) &&
        slide_wording(context, context->slide->title, title, &text.title) &&
        slide_wording(context, context->slide->section, name, &text.kicker) &&
        slide_wording(context, context->slide->note, empty, &text.note);
    return is_good && cover_paint(context, &text);
}

const SlideKind slide_title = {
    .layout = {.name = "title",
               .help = "the first slide: the deck's title, subtitle and author",
               .is_title_optional = true},
    .part = SLIDE_COVER,
    .compose = compose,
};
