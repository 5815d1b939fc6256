#include "compose/panel.h"

#include "compose/frame.h"

static const double PANEL_HEIGHT = 78; /* with a line for each of the texts */
static const double PANEL_INSET = 20;
static const double PANEL_LEADING = 1.28;
static const double ASIDE_WIDTH = 200, ASIDE_GAP = 32; /* beside a chart */
static const double LEAST_BESIDE = 520; /* a chart beside it has that width */
static const double ASIDE_TOP = 8, ASIDE_INSET = 18;
static const double ASIDE_SHARE = 0.7;         /* of the size: between its texts */
static const double GAP = 20, FLOWING_GAP = 6; /* to the chart */
static const double BETWEEN_SHARE =
    0.2; /* of the size: between texts without a panel */

double panel_gap(const SlideContext *context)
{
    return context->canvas.medium->flows ? FLOWING_GAP : GAP;
}

/* Lines of one text in the panel; the last baseline is given back. */
static double paint_lines(SlideContext *context, TextStyle style, Str text, double x,
                          double y, double width)
{
    Canvas *canvas = &context->canvas;
    RichText rich = canvas_plain(canvas, text, style);
    Paragraph lines = canvas_break(canvas, &rich, width, TEXT_LABEL);
    double leading = style.size * PANEL_LEADING;
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = canvas_tag(canvas, TAG_P, context->sect),
                                 .x = x,
                                 .y = y,
                                 .leading = leading });
    return y + leading * (lines.line_count - 1);
}

static bool has_ground(const SlideContext *context)
{
    return !context->canvas.medium->flows;
}

static int line_count(SlideContext *context, TextStyle style, Str text, double width)
{
    if (!text.len)
        return 0;
    RichText rich = canvas_plain(&context->canvas, text, style);
    return canvas_break(&context->canvas, &rich, width, TEXT_LABEL).line_count;
}

static TextStyle sentence_style(SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return canvas_style(&context->canvas, FONT_SEMIBOLD, medium->sizes.body,
                        medium->palette.ink);
}

static TextStyle detail_style(SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return canvas_style(&context->canvas, FONT_REGULAR, medium->sizes.label,
                        medium->palette.muted);
}

static double lines_height(SlideContext *context, TextStyle style, Str text,
                           double width)
{
    return line_count(context, style, text, width) * style.size * PANEL_LEADING;
}

double panel_height(SlideContext *context, double width, Str sentence, Str detail)
{
    TextStyle style = sentence_style(context);
    if (!has_ground(context))
        return lines_height(context, style, sentence, width) +
               lines_height(context, detail_style(context), detail, width) +
               (sentence.len && detail.len ? style.size * BETWEEN_SHARE : 0);
    width -= 2 * PANEL_INSET;
    int lines = line_count(context, style, sentence, width) +
                line_count(context, detail_style(context), detail, width);
    return PANEL_HEIGHT + (lines - 2) * style.size * PANEL_LEADING;
}

static void paint_plain(SlideContext *context, Rect panel, Str sentence, Str detail)
{
    TextStyle strong = sentence_style(context), lesser = detail_style(context);
    double y = panel.y;
    if (sentence.len) {
        paint_lines(context, strong, sentence, panel.x, y + strong.size, panel.width);
        y += lines_height(context, strong, sentence, panel.width) +
             strong.size * BETWEEN_SHARE;
    }
    if (detail.len)
        paint_lines(context, lesser, detail, panel.x, y + lesser.size, panel.width);
}

void panel_paint(SlideContext *context, Rect panel, Str sentence, Str detail)
{
    if (!has_ground(context)) {
        paint_plain(context, panel, sentence, detail);
        return;
    }
    Canvas *canvas = &context->canvas;
    const Palette *palette = &canvas->medium->palette;
    canvas_round_rect(canvas, TAG_ARTIFACT, panel, 4, palette->tint);
    canvas_rect(canvas, TAG_ARTIFACT, (Rect){ panel.x, panel.y, 4, panel.height },
                palette->brand_light);
    double width = panel.width - 2 * PANEL_INSET;
    double x = panel.x + PANEL_INSET, y = panel.y + 31;
    if (sentence.len)
        y = paint_lines(context, sentence_style(context), sentence, x, y, width) + 27;
    if (detail.len)
        paint_lines(context, detail_style(context), detail, x, y, width);
}

static TextStyle aside_style(SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return canvas_style(&context->canvas, FONT_REGULAR, medium->sizes.note + 1,
                        medium->palette.muted);
}

static TextStyle aside_strong_style(SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return canvas_style(&context->canvas, FONT_SEMIBOLD, medium->sizes.label,
                        medium->palette.ink);
}

/* Beside the chart, or below it where the page is too narrow for both. */
static bool stands_aside(const SlideContext *context)
{
    return has_ground(context) &&
           frame_width(context) - ASIDE_WIDTH - ASIDE_GAP >= LEAST_BESIDE;
}

static double aside_inset(const SlideContext *context)
{
    return has_ground(context) ? ASIDE_INSET : 0;
}

/* Of its texts and the ground around them. */
static double aside_height(SlideContext *context, double width, const PanelAside *aside)
{
    TextStyle lesser = aside_style(context), bold = aside_strong_style(context);
    double inset = aside_inset(context), inner = width - 2 * inset;
    double above = lines_height(context, lesser, aside->detail, inner);
    double below = lines_height(context, bold, aside->sentence, inner);
    if (!has_ground(context))
        return above + below;
    double gap = above > 0 && below > 0 ? bold.size * ASIDE_SHARE : 0;
    return above + gap + below + 2 * inset - 4;
}

static bool has_texts(const PanelAside *aside)
{
    return aside->detail.len || aside->sentence.len;
}

double panel_below(SlideContext *context, double width, const PanelAside *aside)
{
    if (stands_aside(context) || (has_ground(context) && !has_texts(aside)))
        return 0;
    return aside_height(context, width, aside) + panel_gap(context);
}

Rect panel_split(SlideContext *context, Rect room, const PanelAside *aside)
{
    if (stands_aside(context))
        room.width -= ASIDE_WIDTH + ASIDE_GAP;
    else
        room.height -= panel_below(context, room.width, aside);
    return room;
}

static void paint_aside(SlideContext *context, Rect box, const PanelAside *aside)
{
    Canvas *canvas = &context->canvas;
    TextStyle lesser = aside_style(context), bold = aside_strong_style(context);
    double inset = aside_inset(context), inner = box.width - 2 * inset;
    box.height = aside_height(context, box.width, aside);
    if (has_ground(context))
        canvas_round_rect(canvas, TAG_ARTIFACT, box, 4, canvas->medium->palette.tint);
    double left = box.x + inset, top = box.y + inset;
    double below = lines_height(context, bold, aside->sentence, inner);
    double bottom = box.y + box.height - inset + (has_ground(context) ? 4 : 0);
    if (aside->detail.len)
        paint_lines(context, lesser, aside->detail, left, top + lesser.size * 0.8,
                    inner);
    if (aside->sentence.len)
        paint_lines(context, bold, aside->sentence, left,
                    bottom - below + bold.size * 0.8, inner);
}

void panel_paint_aside(SlideContext *context, Rect room, const PanelAside *aside)
{
    double width = stands_aside(context) ? ASIDE_WIDTH : room.width;
    double left = room.x + room.width - width;
    double top = stands_aside(context)
                     ? room.y + ASIDE_TOP
                     : room.y + room.height - aside_height(context, width, aside);
    paint_aside(context, (Rect){ left, top, width, 0 }, aside);
}

void panel_paint_lone(SlideContext *context, Rect room, const PanelAside *aside)
{
    paint_aside(context, room, aside);
}
