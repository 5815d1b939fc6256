/* Running text and lists; continues on a next page when it is full. */
#include "base/messages.h"
#include "compose/flow.h"

typedef struct Options {
    Wording body;
} Options;

static const Field FIELDS[] = {
    {.key = "body",
     .type = FIELD_WORDING,
     .offset = offsetof(Options, body),
     .is_required = true,
     .help = MESSAGE("Markdown: paragraphs, lists to two levels, tables, links")},
};

static const Schema SCHEMA = { .name = "text slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    Str author;
    Str empty = { 0 };
    FrameText frame;
    Blocks body;
    return slide_wording(context, context->scope.layout->author, empty, &author) &&
           frame_text(context, author, empty, &frame) &&
           slide_body(context, options->body, &body) &&
           flow_pages(context, &frame, body);
}

const SlideKind slide_text = {
    .layout = {.name = "text",
               .help = "Markdown text; continues on a next page when it is full",
               .options = &SCHEMA},
    .compose = compose,
};
