#include "compose/sheet.h"

#include "layout/format.h"

static const double MILLIMETRE = 72 / 25.4;
static const double SHORT_SIDE = 595.28, LONG_SIDE = 841.89;
static const double MARGIN = 15, BINDING = 20; /* millimetres */
static const double HEAD_SIZE = 11, SURVEY_SIZE = 10, FOOT_SIZE = 9;
static const double ASCENT = 0.8;   /* of a type size: from the margin to a baseline */
static const double LEADING = 1.25; /* of a type size */
static const double RULE_GAP = 9;   /* from a text to its rule */
static const double RULE_WIDTH = 0.75;
static const double ROOM_GAP = 16; /* from a rule to the slides */
static const double TEXT_GAP = 20; /* between texts on one line */

Medium sheet_medium(const Palette *palette, bool is_landscape)
{
    return (Medium){
        .width = is_landscape ? LONG_SIDE : SHORT_SIDE,
        .height = is_landscape ? SHORT_SIDE : LONG_SIDE,
        .margin = MARGIN * MILLIMETRE,
        .sizes = {.title = HEAD_SIZE,
                  .body = SURVEY_SIZE,
                  .footer = FOOT_SIZE,
                  .floor = FOOT_SIZE},
        .palette = *palette
    };
}

Str sheet_foot_text(const Canvas *canvas)
{
    const Deck *deck = canvas->deck;
    Str month = { 0 };
    if (date_is_set(deck->date))
        month = format_date(deck->arena, canvas->words, deck->date, S("month year"));
    if (deck->author.len == 0 || month.len == 0)
        return deck->author.len ? deck->author : month;
    return words_fill(deck->arena, canvas->words, WORD_SHEET_FOOT, "author",
                      deck->author, "date", month, NULL);
}

Str sheet_number_text(const Canvas *canvas, int number, int total)
{
    Arena *arena = canvas->deck->arena;
    return words_fill(arena, canvas->words, WORD_SHEET_NUMBER, "n",
                      format_count(arena, canvas->words, number), "total",
                      format_count(arena, canvas->words, total), NULL);
}

static TextStyle page_style(const Canvas *canvas)
{
    return canvas_style(canvas, FONT_SEMIBOLD, FOOT_SIZE,
                        canvas->medium->palette.muted);
}

/* Within the margins. */
static Rect inside(const Medium *medium)
{
    bool is_landscape = medium->width > medium->height;
    double margin = MARGIN * MILLIMETRE, binding = BINDING * MILLIMETRE;
    double left = is_landscape ? margin : binding,
           top = is_landscape ? binding : margin;
    return (Rect){ left, top, medium->width - left - margin,
                   medium->height - top - margin };
}

/* Title and survey beside each other where they fit, else below each other. */
static void measure_head(Canvas *canvas, Rect box, SheetFrame *out)
{
    const Palette *palette = &canvas->medium->palette;
    const Deck *deck = canvas->deck;
    TextStyle strong = canvas_style(canvas, FONT_SEMIBOLD, HEAD_SIZE, palette->ink);
    TextStyle plain = canvas_style(canvas, FONT_REGULAR, SURVEY_SIZE, palette->muted);
    double wide = typesetter_width(canvas->typesetter, deck->title, strong) + TEXT_GAP +
                  typesetter_width(canvas->typesetter, deck->subject, plain);
    out->is_beside = wide <= box.width;
    out->title = canvas_plain(canvas, deck->title, strong);
    out->title_lines = canvas_break(canvas, &out->title, box.width, TEXT_TITLE);
    out->survey = canvas_plain(canvas, deck->subject, plain);
    out->survey_lines = canvas_break(canvas, &out->survey, box.width, TEXT_LABEL);
    double below = out->title_lines.line_count - 1;
    if (!out->is_beside)
        below += out->survey_lines.line_count;
    out->head = box.y + HEAD_SIZE * (ASCENT + LEADING * below) + RULE_GAP;
}

static void measure_foot(Canvas *canvas, Rect box, int total, SheetFrame *out)
{
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, FOOT_SIZE, canvas->medium->palette.muted);
    double number =
        typesetter_width(canvas->typesetter, sheet_number_text(canvas, total, total),
                         page_style(canvas));
    out->foot = canvas_plain(canvas, sheet_foot_text(canvas), style);
    out->foot_lines =
        canvas_break(canvas, &out->foot, box.width - number - TEXT_GAP, TEXT_LABEL);
    int below = out->foot_lines.line_count - 1;
    double last = box.y + box.height - FOOT_SIZE * (1 - ASCENT);
    out->foot_top = last - FOOT_SIZE * (ASCENT + LEADING * below) - RULE_GAP;
}

bool sheet_measure(Canvas *canvas, int total, SheetFrame *out)
{
    Rect box = inside(canvas->medium);
    measure_head(canvas, box, out);
    measure_foot(canvas, box, total, out);
    double top = out->head + ROOM_GAP, bottom = out->foot_top - ROOM_GAP;
    out->room = (Rect){ box.x, top, box.width, bottom - top };
    if (2 * out->room.height >= canvas->medium->height)
        return true;
    diag_error(canvas->diags, canvas->place,
               "head and foot take more than half of a sheet");
    diag_hint(canvas->diags, "shorten `title` or `author` under `deck:`");
    return false;
}

static void paint_head(Canvas *canvas, const SheetFrame *frame, Rect box)
{
    double y = box.y + HEAD_SIZE * ASCENT, leading = HEAD_SIZE * LEADING;
    LinesOptions options = {
        .tag = TAG_ARTIFACT, .x = box.x, .y = y, .leading = leading, .width = box.width
    };
    canvas_lines(canvas, &frame->title, &frame->title_lines, options);
    if (frame->is_beside)
        options.align = ALIGN_RIGHT;
    else
        options.y += leading * frame->title_lines.line_count;
    canvas_lines(canvas, &frame->survey, &frame->survey_lines, options);
}

void sheet_paint(Canvas *canvas, const SheetFrame *frame, int number, int total)
{
    Rect box = inside(canvas->medium);
    double right = box.x + box.width;
    Colour rule = canvas->medium->palette.rule;
    canvas->is_pagination = true;
    paint_head(canvas, frame, box);
    canvas_line(canvas, TAG_ARTIFACT, box.x, frame->head, right, frame->head,
                RULE_WIDTH, rule);
    canvas_line(canvas, TAG_ARTIFACT, box.x, frame->foot_top, right, frame->foot_top,
                RULE_WIDTH, rule);
    double y = frame->foot_top + RULE_GAP + FOOT_SIZE * ASCENT;
    LinesOptions options = {
        .tag = TAG_ARTIFACT, .x = box.x, .y = y, .leading = FOOT_SIZE * LEADING
    };
    canvas_lines(canvas, &frame->foot, &frame->foot_lines, options);
    canvas_text(canvas, TAG_ARTIFACT, right, y, ALIGN_RIGHT, page_style(canvas),
                sheet_number_text(canvas, number, total));
    canvas->is_pagination = false;
}
