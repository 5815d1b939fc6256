/* A picture, with the words that stand for it where it cannot be seen. It fills the
 * room without being cut, and is not enlarged until its pixels show. */
#include "base/messages.h"
#include "compose/chart.h"
#include "compose/frame.h"

typedef struct Options {
    Str file;
    Place file_place;
    Wording alt, caption;
} Options;

static const Field FIELDS[] = {
    {.key = "file",
     .type = FIELD_PATH,
     .offset = offsetof(Options,                                                       file),
     .place_offset = offsetof(Options,                                                            file_place),
     .is_required = true,
     .help =
          MESSAGE("the picture: PNG, JPEG in RGB or grey, or a plain SVG drawing") },
    { .key = "alt",
     .type = FIELD_WORDING,
     .offset = offsetof(Options, alt),
     .is_required = true,
     .help = MESSAGE("what the picture shows, for those who do not see it") },
    { .key = "caption",
     .type = FIELD_WORDING,
     .offset = offsetof(Options,           caption),
     .help = "a line below the picture"},
};

static const Schema SCHEMA = { .name = "image slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static const double CAPTION_LEADING = 1.35, CAPTION_GAP = 10;
static const double FLOW_SHARE =
    0.62; /* of the width: height at most, where slides flow */

/* The largest box of the picture's shape in the room, in its middle. */
static Rect fitted(const PictureFile *picture, Rect room)
{
    PictureSize size = picture_fit(picture, room.width, room.height);
    return (Rect){ room.x + (room.width - size.width) / 2,
                   room.y + (room.height - size.height) / 2, size.width, size.height };
}

typedef struct Caption {
    RichText rich;
    Paragraph lines;
    double size, leading;
} Caption;

static double caption_height(SlideContext *context, const Caption *caption)
{
    if (!caption->lines.line_count)
        return 0;
    return caption->lines.line_count * caption->leading +
           canvas_scaled(&context->canvas, CAPTION_GAP);
}

static Caption measure_caption(SlideContext *context, Str text)
{
    Canvas *canvas = &context->canvas;
    TextStyle style = canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.label,
                                   canvas->medium->palette.muted);
    Caption caption = { .size = style.size, .leading = style.size * CAPTION_LEADING };
    if (text.len == 0)
        return caption;
    caption.rich = canvas_plain(canvas, text, style);
    caption.lines =
        canvas_break(canvas, &caption.rich, frame_width(context), TEXT_PROSE);
    return caption;
}

static void paint_caption(SlideContext *context, const Caption *caption, Rect box,
                          Rect room)
{
    Canvas *canvas = &context->canvas;
    if (caption->lines.line_count)
        canvas_lines(canvas, &caption->rich, &caption->lines,
                     (LinesOptions){ .tag = canvas_tag(canvas, TAG_P, context->sect),
                                     .x = room.x,
                                     .y = box.y + box.height +
                                          canvas_scaled(canvas, CAPTION_GAP) +
                                          caption->size,
                                     .leading = caption->leading,
                                     .width = room.width,
                                     .align = ALIGN_CENTRE });
}

static bool has_alt(SlideContext *context, Str alt)
{
    if (alt.len)
        return true;
    diag_error(context->canvas.diags, context->canvas.place,
               "the picture has no alternative text");
    diag_hint(context->canvas.diags, "say under \"alt\" what it shows");
    return false;
}

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    Canvas *canvas = &context->canvas;
    const PictureFile *picture = pictures_find(context->pictures, options->file,
                                               options->file_place, canvas->diags);
    Str empty = { 0 }, alt, text;
    FrameText frame;
    Rect room;
    bool is_good = slide_wording(context, options->alt, empty, &alt) &&
                   slide_wording(context, options->caption, empty, &text) &&
                   has_alt(context, alt) && frame_text(context, empty, empty, &frame);
    if (!is_good || !picture)
        return false;
    Caption caption = measure_caption(context, text);
    double below = caption_height(context, &caption), width = frame_width(context);
    frame.whole = picture_fit(picture, width, width * FLOW_SHARE).height + below;
    if (!frame_begin(context, &frame, true, &room))
        return false;
    room.height -= below;
    if (room.height < room.width / 10) {
        diag_error(canvas->diags, canvas->place, "there is no room for the picture");
        diag_hint(canvas->diags, "shorten its caption, or the title");
        return false;
    }
    Rect box = fitted(picture, room);
    canvas_picture(canvas, chart_figure(canvas, context->sect, box, alt), box, picture);
    paint_caption(context, &caption, box, room);
    return true;
}

const SlideKind slide_image = {
    .layout = {.name = "image",
               .help = "a picture, with its alternative text",
               .options = &SCHEMA},
    .compose = compose,
};
