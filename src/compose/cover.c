#include "compose/cover.h"

#include "base/unicode.h"
#include "compose/flow.h"

static const double LEFT = 64;
static const double MARK_WIDTH = 72, MARK_HEIGHT = 5;
static const double TITLE_LEADING = 1.1;

/* The ornament's bars: as wide as a third of the page, one for each of the first
 * statements, kept away from the title. */
static const double BAR_TOP = 40, BAR_HEIGHT = 34, BAR_PITCH = 52, BAR_GAP = 2;
static const double BAR_LEFT_SHARE = 0.625;

static void paint_bar(SlideContext *context, const Cell *cell, double y)
{
    Canvas *canvas = &context->canvas;
    int steps = context->slice->round.description->scale.step_count;
    double x = canvas->medium->width * BAR_LEFT_SHARE, total = 0;
    double full = canvas->medium->width - x;
    for (int i = 0; i < steps; i++)
        total += cell->weights[i];
    for (int i = 0; i < steps; i++) {
        double width = full * cell->weights[i] / total;
        canvas_faint_rect(
            canvas, TAG_ARTIFACT, (Rect){ x, y, width - BAR_GAP, BAR_HEIGHT },
            canvas->medium->palette.on_brand, 0.06 + 0.16 * i / (steps - 1));
        x += width;
    }
}

/* Rows that would meet the title's lines or the foot are left free. */
static void paint_ornament(SlideContext *context, double title_top, double title_bottom)
{
    const RoundSlice *round = &context->slice->round;
    const Description *description = round->description;
    double end = context->canvas.medium->height - BAR_TOP - BAR_HEIGHT / 2;
    double y = BAR_TOP;
    for (int i = 0; i < description->statement_count && y < end; i++) {
        const Cell *cell = &round->unit.cells[i][description->group_count];
        if (cell_is_hidden(cell) || cell->answered == 0)
            continue;
        while (y + BAR_HEIGHT > title_top - 10 && y < title_bottom + 10)
            y += BAR_PITCH;
        if (y < end)
            paint_bar(context, cell, y);
        y += BAR_PITCH;
    }
}

typedef struct CoverTitle {
    RichText rich;
    Paragraph lines;
    double size;
} CoverTitle;

/* In the display size on three lines, or smaller on up to five. */
static bool measure_title(SlideContext *context, Str title, CoverTitle *out)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    for (int i = 0; i < 3; i++) {
        double size = medium->sizes.display * (1 - 0.22 * i);
        TextStyle style =
            canvas_style(canvas, FONT_BOLD, size, medium->palette.on_brand);
        out->size = size;
        out->rich = canvas_plain(canvas, title, style);
        out->lines = canvas_break(canvas, &out->rich, medium->width * 0.75, true);
        if (out->lines.line_count <= 2 + i)
            return true;
    }
    diag_error(canvas->diags, canvas->place,
               "the title does not fit on the slide: \"%.*s\"",
               STR_ARG(str_shown(canvas->deck->arena, title, 60)));
    diag_hint(canvas->diags, "shorten it");
    return false;
}

static TagId paragraph(SlideContext *context)
{
    return canvas_tag(&context->canvas, TAG_P, context->sect);
}

static double foot_baseline(SlideContext *context, const CoverText *text)
{
    return context->canvas.medium->height - (text->note.len ? 54 : 40);
}

static void paint_foot(SlideContext *context, const CoverText *text)
{
    Canvas *canvas = &context->canvas;
    const Palette *palette = &canvas->medium->palette;
    double baseline = foot_baseline(context, text);
    if (text->author.len)
        canvas_text(canvas, paragraph(context), LEFT, baseline, ALIGN_LEFT,
                    canvas_style(canvas, FONT_SEMIBOLD, 16, palette->on_brand),
                    text->author);
    if (text->note.len)
        canvas_text(canvas, paragraph(context), LEFT, baseline + 22, ALIGN_LEFT,
                    canvas_style(canvas, FONT_REGULAR, 14, palette->on_brand_muted),
                    text->note);
}

static void paint_kicker(SlideContext *context, Str kicker)
{
    Canvas *canvas = &context->canvas;
    TextStyle style =
        canvas_style(canvas, FONT_SEMIBOLD, 14, canvas->medium->palette.on_brand_muted);
    style.tracking = 114;
    canvas_text(canvas, paragraph(context), LEFT, 84, ALIGN_LEFT, style,
                unicode_upper(canvas->deck->arena, kicker, context->scope.language));
}

static bool paint_below_title(SlideContext *context, const CoverText *text, double y)
{
    Canvas *canvas = &context->canvas;
    const Palette *palette = &canvas->medium->palette;
    double width = canvas->medium->width * 0.5;
    if (text->subtitle.len) {
        RichText rich =
            canvas_plain(canvas, text->subtitle,
                         canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.lead,
                                      palette->on_brand));
        Paragraph lines = canvas_break(canvas, &rich, width, true);
        double leading = canvas->medium->sizes.lead * 1.3;
        canvas_lines(
            canvas, &rich, &lines,
            (LinesOptions){
                .tag = paragraph(context), .x = LEFT, .y = y, .leading = leading });
        y += leading * (lines.line_count - 1) + 12;
    }
    double bottom = foot_baseline(context, text) - 28;
    if (y > bottom) {
        diag_error(canvas->diags, canvas->place, "the subtitle does not fit: \"%.*s\"",
                   STR_ARG(str_shown(canvas->deck->arena, text->subtitle, 60)));
        diag_hint(canvas->diags, "shorten it, or the title");
        return false;
    }
    if (!text->body.count)
        return true;
    return flow_box(context, (Rect){ LEFT, y, width, bottom - y }, text->body,
                    palette->on_brand);
}

bool cover_paint(SlideContext *context, const CoverText *text)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    frame_begin_plain(context);
    CoverTitle title;
    if (!measure_title(context, text->title, &title))
        return false;
    double leading = title.size * TITLE_LEADING;
    double last = medium->height * (text->body.count ? 0.4 : 0.54);
    double first = last - leading * (title.lines.line_count - 1);
    paint_ornament(context, first - title.size, last + 40);
    TagId heading = canvas_tag(canvas, TAG_H1, context->sect);
    if (text->kicker.len)
        paint_kicker(context, text->kicker);
    canvas_lines(
        canvas, &title.rich, &title.lines,
        (LinesOptions){ .tag = heading, .x = LEFT, .y = first, .leading = leading });
    canvas_rect(canvas, TAG_ARTIFACT,
                (Rect){ LEFT, last + 30, MARK_WIDTH, MARK_HEIGHT },
                medium->palette.on_brand_accent);
    if (!paint_below_title(context, text, last + 74))
        return false;
    paint_foot(context, text);
    return true;
}
