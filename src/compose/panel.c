#include "compose/panel.h"

static const double PANEL_HEIGHT = 78; /* with a line for each of the texts */
static const double PANEL_INSET = 20;
static const double PANEL_LEADING = 1.28;
static const double ASIDE_INSET = 18;

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

double panel_height(SlideContext *context, double width, Str sentence, Str detail)
{
    width -= 2 * PANEL_INSET;
    TextStyle style = sentence_style(context);
    int lines = line_count(context, style, sentence, width) +
                line_count(context, detail_style(context), detail, width);
    return PANEL_HEIGHT + (lines - 2) * style.size * PANEL_LEADING;
}

void panel_paint(SlideContext *context, Rect panel, Str sentence, Str detail)
{
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

static double lines_height(SlideContext *context, TextStyle style, Str text,
                           double width)
{
    return line_count(context, style, text, width) * style.size * PANEL_LEADING;
}

void panel_paint_aside(SlideContext *context, double x, double y, double width,
                       Str detail, Str sentence)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    TextStyle lesser = canvas_style(canvas, FONT_REGULAR, medium->sizes.note + 1,
                                    medium->palette.muted);
    TextStyle bold =
        canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.label, medium->palette.ink);
    double inner = width - 2 * ASIDE_INSET;
    double above = lines_height(context, lesser, detail, inner);
    double below = lines_height(context, bold, sentence, inner);
    double gap = above > 0 && below > 0 ? bold.size * 0.7 : 0;
    canvas_round_rect(canvas, TAG_ARTIFACT,
                      (Rect){ x, y, width, above + gap + below + 2 * ASIDE_INSET - 4 },
                      4, medium->palette.tint);
    double left = x + ASIDE_INSET, top = y + ASIDE_INSET;
    if (detail.len)
        paint_lines(context, lesser, detail, left, top + lesser.size * 0.8, inner);
    if (sentence.len)
        paint_lines(context, bold, sentence, left, top + above + gap + bold.size * 0.8,
                    inner);
}
