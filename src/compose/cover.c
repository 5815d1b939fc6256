#include "compose/cover.h"

#include "base/unicode.h"
#include "compose/cover_paper.h"
#include "compose/flow.h"
#include "compose/logo.h"

static const double LEFT = 64;
static const double MARK_WIDTH = 72, MARK_HEIGHT = 5;
static const double TITLE_LEADING = 1.1;
static const double TITLE_TOP = 124;  /* of a divider */
static const double DIVIDER_GAP = 12; /* below its subtitle */

/* The ornament's bars: as wide as a third of the page, one for each of the first
 * statements, kept away from the title. */
static const double BAR_TOP = 40, BAR_HEIGHT = 34, BAR_PITCH = 52, BAR_GAP = 2;
static const double BAR_LEFT_SHARE = 0.625;

static void paint_bar(SlideContext *context, const Cell *cell, int steps, double y)
{
    Canvas *canvas = &context->canvas;
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

/* Rows that would meet the title's lines, or go below `end`, are left free. */
static void paint_ornament(SlideContext *context, double title_top, double title_bottom,
                           double end)
{
    const RoundSlice *round = &context->slice->round;
    const Description *description = round->description;
    double y = BAR_TOP;
    for (int i = 0; i < description->statement_count && y < end; i++) {
        const Cell *cell = &round->unit.cells[i][description->group_count];
        if (cell_is_hidden(cell) || cell->answered == 0)
            continue;
        while (y + BAR_HEIGHT > title_top - 10 && y < title_bottom + 10)
            y += BAR_PITCH;
        if (y < end)
            paint_bar(context, cell, description_scale(description, i)->step_count, y);
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
        out->lines = canvas_break(canvas, &out->rich, medium->width * 0.75, TEXT_TITLE);
        if (out->lines.line_count <= 2 + i)
            return true;
    }
    diag_error(canvas->diags, canvas->place,
               "the title does not fit on the slide: \"%.*s\"",
               STR_ARG(str_shown(canvas->deck->arena, title, 60)));
    diag_hint(canvas->diags, "shorten it");
    return false;
}

static double first_baseline(const CoverTitle *title, double last)
{
    return last - title->size * TITLE_LEADING * (title->lines.line_count - 1);
}

static TagId paragraph(SlideContext *context)
{
    return canvas_tag(&context->canvas, TAG_P, context->sect);
}

static double foot_baseline(SlideContext *context, const CoverText *text)
{
    return context->canvas.medium->height - (text->note.len ? 54 : 40);
}

/* No text of the middle goes below. */
static double text_bottom(SlideContext *context, const CoverText *text)
{
    return foot_baseline(context, text) - 28;
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

/* The subtitle, its first baseline at *y; moves it below. */
static bool paint_subtitle(SlideContext *context, const CoverText *text, double *y)
{
    if (!text->subtitle.len)
        return true;
    Canvas *canvas = &context->canvas;
    double leading = canvas->medium->sizes.lead * 1.3;
    RichText rich =
        canvas_plain(canvas, text->subtitle,
                     canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.lead,
                                  canvas->medium->palette.on_brand));
    Paragraph lines =
        canvas_break(canvas, &rich, canvas->medium->width * 0.5, TEXT_TITLE);
    canvas_lines(
        canvas, &rich, &lines,
        (LinesOptions){
            .tag = paragraph(context), .x = LEFT, .y = *y, .leading = leading });
    *y += leading * (lines.line_count - 1) + 12;
    if (*y <= text_bottom(context, text))
        return true;
    diag_error(canvas->diags, canvas->place, "the subtitle does not fit: \"%.*s\"",
               STR_ARG(str_shown(canvas->deck->arena, text->subtitle, 60)));
    diag_hint(canvas->diags, "shorten it, or the title");
    return false;
}

/* The title's lines, the last on the baseline `last`, with the mark below. */
static void paint_title(SlideContext *context, const CoverText *text,
                        const CoverTitle *title, double last)
{
    Canvas *canvas = &context->canvas;
    double leading = title->size * TITLE_LEADING;
    TagId heading = canvas_tag(canvas, TAG_H1, context->sect);
    if (text->kicker.len)
        paint_kicker(context, text->kicker);
    canvas_lines(canvas, &title->rich, &title->lines,
                 (LinesOptions){ .tag = heading,
                                 .x = LEFT,
                                 .y = first_baseline(title, last),
                                 .leading = leading });
    canvas_rect(canvas, TAG_ARTIFACT,
                (Rect){ LEFT, last + 30, MARK_WIDTH, MARK_HEIGHT },
                canvas->medium->palette.on_brand_accent);
}

/* Where the last of the ornament's rows may begin. */
static double ornament_end(SlideContext *context, const Logo *logo)
{
    double end = context->canvas.medium->height - BAR_TOP - BAR_HEIGHT / 2;
    return logo->picture ? logo_plate(context, logo).y - BAR_PITCH : end;
}

bool cover_paint(SlideContext *context, const CoverText *text)
{
    const Medium *medium = context->canvas.medium;
    if (medium->flows)
        return cover_paper_paint(context, text);
    frame_begin_plain(context);
    CoverTitle title;
    Logo logo;
    if (!measure_title(context, text->title, &title) || !logo_find(context, &logo))
        return false;
    double last = medium->height * (text->body.count ? 0.4 : 0.54), y = last + 74;
    paint_ornament(context, first_baseline(&title, last) - title.size, last + 40,
                   ornament_end(context, &logo));
    paint_title(context, text, &title, last);
    if (!paint_subtitle(context, text, &y))
        return false;
    Rect box = { LEFT, y, medium->width * 0.5, text_bottom(context, text) - y };
    if (text->body.count &&
        !flow_box(context, box, text->body, medium->palette.on_brand))
        return false;
    paint_foot(context, text);
    if (logo.picture)
        logo_paint_plate(context, &logo);
    return true;
}

bool cover_divider(SlideContext *context, const CoverText *text, Rect *room)
{
    const Medium *medium = context->canvas.medium;
    if (medium->flows)
        return cover_paper_divider(context, text, room);
    frame_begin_plain(context);
    CoverTitle title;
    if (!measure_title(context, text->title, &title))
        return false;
    double first = TITLE_TOP + title.size;
    double last = first + title.size * TITLE_LEADING * (title.lines.line_count - 1);
    double y = last + 74;
    paint_title(context, text, &title, last);
    if (!paint_subtitle(context, text, &y))
        return false;
    paint_foot(context, text);
    *room = (Rect){ LEFT, y + DIVIDER_GAP, medium->width - 2 * LEFT,
                    text_bottom(context, text) - y - DIVIDER_GAP };
    return true;
}
