/* The head and foot of each sheet, once all of them are there. */
#include "compose/paper.h"
#include "compose/sheet.h"

/* In points, of a sheet of A4. */
static const double HEAD_BASELINE = 44, HEAD_RULE = 52;
static const double FOOT_RULE = 42, FOOT_BASELINE = 26; /* from the lower edge */
static const double HEAD_LEADING = 1.2;
static const double HEAD_GAP = 20; /* between the texts of a head or foot */

Rect paper_between(const Medium *medium)
{
    return (Rect){ medium->margin, HEAD_RULE,
                   medium->width - medium->margin - medium->margin_right,
                   medium->height - FOOT_RULE - HEAD_RULE };
}

static TextStyle head_style(const Canvas *canvas, FontRole role, Colour colour)
{
    return canvas_style(canvas, role, canvas->medium->sizes.footer, colour);
}

/* Above each other, the last on the baseline. */
static void paint_head_lines(Canvas *canvas, Str text, TextStyle style, double baseline)
{
    const Medium *medium = canvas->medium;
    double width = medium->width - medium->margin - medium->margin_right;
    double leading = style.size * HEAD_LEADING;
    RichText rich = canvas_plain(canvas, text, style);
    Paragraph lines = canvas_break(canvas, &rich, width, TEXT_LABEL);
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = TAG_ARTIFACT,
                                 .x = medium->margin,
                                 .y = baseline - leading * (lines.line_count - 1),
                                 .leading = leading,
                                 .width = width,
                                 .align = ALIGN_RIGHT });
}

/* The deck's title left and the survey right. The survey alone stands above a cover,
 * and where there is no room for both: the title is on the first page. */
static void paint_head(Canvas *canvas, const Paper *paper)
{
    const Medium *medium = canvas->medium;
    double left = medium->margin, right = medium->width - medium->margin_right;
    TextStyle strong = head_style(canvas, FONT_SEMIBOLD, medium->palette.ink);
    TextStyle plain = head_style(canvas, FONT_REGULAR, medium->palette.muted);
    double title = typesetter_width(canvas->typesetter, canvas->deck->title, strong);
    double source = typesetter_width(canvas->typesetter, paper->source, plain);
    bool is_cover = paper->has_cover && canvas->page == 0;
    canvas_line(canvas, TAG_ARTIFACT, left, HEAD_RULE, right, HEAD_RULE, 0.75,
                medium->palette.rule);
    paint_head_lines(canvas, paper->source, plain, HEAD_BASELINE);
    if (!is_cover && title + HEAD_GAP + source <= right - left)
        canvas_text(canvas, TAG_ARTIFACT, left, HEAD_BASELINE, ALIGN_LEFT, strong,
                    canvas->deck->title);
}

static bool paint_foot(Canvas *canvas)
{
    const Medium *medium = canvas->medium;
    double left = medium->margin, right = medium->width - medium->margin_right;
    double rule = medium->height - FOOT_RULE, y = medium->height - FOOT_BASELINE;
    canvas_line(canvas, TAG_ARTIFACT, left, rule, right, rule, 0.75,
                medium->palette.rule);
    Str number = sheet_number_text(canvas, canvas->page + 1, canvas->deck->pages.count);
    double width =
        canvas_text(canvas, TAG_ARTIFACT, left, y, ALIGN_LEFT,
                    head_style(canvas, FONT_REGULAR, medium->palette.muted),
                    sheet_foot_text(canvas)) +
        HEAD_GAP +
        canvas_text(canvas, TAG_ARTIFACT, right, y, ALIGN_RIGHT,
                    head_style(canvas, FONT_SEMIBOLD, medium->palette.muted), number);
    return width <= right - left;
}

bool paper_finish(Canvas *canvas, const Paper *paper)
{
    bool is_good = true;
    canvas->is_pagination = true;
    for (int i = 0; i < canvas->deck->pages.count && is_good; i++) {
        canvas->page = i;
        paint_head(canvas, paper);
        is_good = paint_foot(canvas);
    }
    if (is_good)
        return true;
    diag_error(canvas->diags, canvas->place,
               "the foot of the page is too long: \"%.*s\"",
               STR_ARG(str_shown(canvas->deck->arena, sheet_foot_text(canvas), 80)));
    diag_hint(canvas->diags, "shorten the deck's `author`");
    return false;
}
