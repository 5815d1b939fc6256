/* The last slide: a few words on the brand ground. */
#include "compose/cover.h"
#include "compose/slide.h"

typedef struct Options {
    Wording subtitle, body;
} Options;

static const Field FIELDS[] = {
    {.key = "subtitle",
     .type = FIELD_WORDING,
     .offset = offsetof(Options, subtitle),
     .help = "one line below the title"},
    { .key = "body",
     .type = FIELD_WORDING,
     .offset = offsetof(Options, body),
     .help = "a few lines of Markdown" },
};

static const Schema SCHEMA = { .name = "closing slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    const Layout *layout = context->scope.layout;
    CoverText text = { 0 };
    Str empty = { 0 }, author;
    bool is_good =
        slide_wording(context, layout->author, empty, &author) &&
        slide_wording(context, context->slide->title, author, &text.title) &&
        slide_wording(context, context->slide->section, empty, &text.kicker) &&
        slide_wording(context, options->subtitle, empty, &text.subtitle) &&
        slide_wording(context, context->slide->note, empty, &text.note) &&
        slide_body(context, options->body, &text.body);
    text.author = author;
    return is_good && cover_paint(context, &text);
}

const SlideKind slide_closing = {
    .layout = {.name = "closing",
               .help = "the last slide: a few words, and who made the deck",
               .options = &SCHEMA},
    .part = SLIDE_COVER,
    .compose = compose,
};
