#include "compose/cover_paper.h"

#include "base/unicode.h"
#include "compose/chart.h"
#include "compose/flow.h"
#include "compose/logo.h"
#include "compose/paper.h"

#include <math.h>

static const double TITLE_LEADING = 1.12, TEXT_LEADING = 1.35;
static const double MARK_WIDTH = 44, MARK_HEIGHT = 3.5, MARK_GAP = 14;
static const double BOTTOM = 6; /* below the last line */
static const double LOGO_WIDTH = 110, LOGO_HEIGHT = 44, LOGO_GAP = 20;

/* One of the cover's texts, from top to bottom. */
typedef struct CoverLine {
    TagKind tag;
    TextStyle style;
    Str text;
    double leading, above; /* of its size; points from the text above it */
    RichText rich;
    Paragraph lines;
} CoverLine;

enum { LINE_MAX = 5 };

typedef struct Cover {
    CoverLine lines[LINE_MAX];
    int count;
    double width;
} Cover;

static void add_line(SlideContext *context, Cover *cover, CoverLine line)
{
    Canvas *canvas = &context->canvas;
    if (!line.text.len)
        return;
    line.rich = canvas_plain(canvas, line.text, line.style);
    line.lines = canvas_break(canvas, &line.rich, cover->width,
                              line.tag == TAG_H1 ? TEXT_TITLE : TEXT_LABEL);
    cover->lines[cover->count++] = line;
}

/* The title has a mark below it. */
static double line_height(const CoverLine *line)
{
    double height = line->lines.line_count * line->style.size * line->leading;
    double mark = line->tag == TAG_H1 ? MARK_GAP + MARK_HEIGHT : 0;
    return line->above + height + mark;
}

static Cover measure(SlideContext *context, const CoverText *text, double width)
{
    const Canvas *canvas = &context->canvas;
    const TypeSizes *sizes = &canvas->medium->sizes;
    const Palette *palette = &canvas->medium->palette;
    Cover cover = { .width = width };
    TextStyle kicker =
        canvas_style(canvas, FONT_SEMIBOLD, sizes->label, palette->brand_light);
    kicker.tracking = 100;
    Str capitals =
        unicode_upper(canvas->deck->arena, text->kicker, canvas->deck->language);
    CoverLine lines[LINE_MAX] = {
        {.tag = TAG_P,     .style = kicker, .text = capitals, .leading = TEXT_LEADING},
        { .tag = TAG_H1,
         .style = canvas_style(canvas, FONT_BOLD,     sizes->display,                                                                   palette->ink),
         .text = text->title,
         .leading = TITLE_LEADING,
         .above = 8 },
        {                                                                  .tag = TAG_P,
         .style = canvas_style(canvas, FONT_REGULAR,  sizes->title,                                                            palette->ink),
         .text = text->subtitle,
         .leading = TEXT_LEADING,
         .above = MARK_GAP },
        {                                                           .tag = TAG_P,
         .style = canvas_style(canvas, FONT_SEMIBOLD, sizes->body,                                                                  palette->ink),
         .text = text->author,
         .leading = TEXT_LEADING,
         .above = 12 },
        {                                                                 .tag = TAG_P,
         .style = canvas_style(canvas, FONT_REGULAR,  sizes->body,                                           palette->muted),
         .text = text->note,
         .leading = TEXT_LEADING,
         .above = text->author.len ? 0 : 12 },
    };
    for (int i = 0; i < LINE_MAX; i++)
        add_line(context, &cover, lines[i]);
    return cover;
}

static double cover_height(const Cover *cover)
{
    double height = BOTTOM;
    for (int i = 0; i < cover->count; i++)
        height += line_height(&cover->lines[i]);
    return height;
}

static void paint_lines(SlideContext *context, const Cover *cover, Rect room)
{
    Canvas *canvas = &context->canvas;
    double y = room.y;
    for (int i = 0; i < cover->count; i++) {
        const CoverLine *line = &cover->lines[i];
        double leading = line->style.size * line->leading;
        canvas_lines(
            canvas, &line->rich, &line->lines,
            (LinesOptions){ .tag = canvas_tag(canvas, line->tag, context->sect),
                            .x = room.x,
                            .y = y + line->above + line->style.size,
                            .leading = leading });
        y += line_height(line);
        if (line->tag == TAG_H1)
            canvas_rect(canvas, TAG_ARTIFACT,
                        (Rect){ room.x, y - MARK_HEIGHT, MARK_WIDTH, MARK_HEIGHT },
                        canvas->medium->palette.brand_light);
    }
}

/* In the upper right corner. */
static void paint_logo(SlideContext *context, const Logo *logo, Rect room)
{
    Canvas *canvas = &context->canvas;
    PictureSize size = picture_fit(logo->picture, LOGO_WIDTH, LOGO_HEIGHT);
    Rect box = { room.x + room.width - size.width, room.y, size.width, size.height };
    TagId tag = TAG_ARTIFACT;
    if (logo->alt.len)
        tag = chart_figure(canvas, context->sect, box, logo->alt);
    canvas_picture(canvas, tag, box, logo->picture);
}

static bool paint_first(SlideContext *context, const CoverText *text)
{
    Logo logo;
    if (!logo_find(context, &logo))
        return false;
    const Medium *medium = context->canvas.medium;
    double width = medium->width - medium->margin - medium->margin_right;
    if (logo.picture)
        width -= LOGO_WIDTH + LOGO_GAP;
    Cover cover = measure(context, text, width);
    context->paper->has_cover = true;
    Rect room = paper_take(context, cover_height(&cover));
    paint_lines(context, &cover, room);
    if (logo.picture)
        paint_logo(context, &logo, room);
    return true;
}

/* The subtitle, and below it the body; who made the deck stands in the foot. */
static bool paint_last(SlideContext *context, const CoverText *text)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    FrameText frame = { .title = text->title, .note = text->note };
    double width = frame_width(context), leading = medium->sizes.body * TEXT_LEADING;
    RichText rich = canvas_plain(
        canvas, text->subtitle,
        canvas_style(canvas, FONT_REGULAR, medium->sizes.body, medium->palette.ink));
    Paragraph lines = canvas_break(canvas, &rich, width, TEXT_LABEL);
    double subtitle = text->subtitle.len ? lines.line_count * leading : 0;
    double gap = subtitle > 0 && text->body.count ? medium->sizes.body / 2 : 0;
    double body = text->body.count ? flow_height(context, width, text->body) : 0;
    Rect room;
    frame.whole = fmax(subtitle + gap + body, 1); /* a heading alone is whole, too */
    if (!frame_begin(context, &frame, true, &room))
        return false;
    if (subtitle > 0)
        canvas_lines(canvas, &rich, &lines,
                     (LinesOptions){ .tag = canvas_tag(canvas, TAG_P, context->sect),
                                     .x = room.x,
                                     .y = room.y + medium->sizes.body,
                                     .leading = leading });
    room.y += subtitle + gap;
    room.height -= subtitle + gap;
    return !text->body.count ||
           flow_box(context, room, text->body, medium->palette.ink);
}

bool cover_paper_paint(SlideContext *context, const CoverText *text)
{
    bool is_first = context->canvas.deck->pages.count == 0 && !text->body.count;
    return is_first ? paint_first(context, text) : paint_last(context, text);
}

bool cover_paper_divider(SlideContext *context, const CoverText *text, Rect *room)
{
    FrameText frame = { .title = text->title,
                        .note = text->subtitle,
                        .is_section = true };
    frame_add_note(context, &frame, text->note);
    if (!frame_begin(context, &frame, true, room))
        return false;
    frame_take(context, room, 0);
    return true;
}
