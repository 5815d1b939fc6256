#include "compose/frame.h"

#include "base/unicode.h"
#include "compose/logo.h"
#include "compose/paper.h"

#include <string.h>

/* A title is set in the largest of these sizes (shares of the medium's) in which it
 * takes no more than so many lines. */
static const struct TitleSize {
    double share;
    int max_lines;
} TITLE_SIZES[] = {
    {1,        2},
    { 6.0 / 7, 3},
    { 5.0 / 7, 4}
};

enum { TITLE_SIZE_COUNT = sizeof TITLE_SIZES / sizeof *TITLE_SIZES };

static const double TITLE_LEADING = 1.18;
static const double TITLE_TOP = 50;
static const double KICKER_BASELINE = 46, KICKER_LEADING = 1.25;
static const double FOOT_RULE = 34; /* from the bottom of the page */
static const double BAR_WIDTH = 6;
static const double SENTENCE_BASELINE = 22; /* in an empty room */

Str frame_source(SlideContext *context)
{
    Arena *arena = context->canvas.deck->arena;
    const RoundSlice *round = &context->slice->round;
    int people = round->unit.n[round->description->group_count];
    Str name = wording_text(round->description->name, context->scope.language);
    if (people < 0)
        return words_fill(arena, context->words, WORD_SOURCE_COUNTED, "survey", name,
                          "unit", context->slice->unit.name, NULL);
    Str n = format_count(arena, context->words, people);
    if (round->description->unit_column.len == 0)
        return words_fill(arena, context->words, WORD_SOURCE_ONE, "survey", name, "n",
                          n, NULL);
    return words_fill(arena, context->words, WORD_SOURCE, "survey", name, "unit",
                      context->slice->unit.name, "n", n, NULL);
}

bool frame_text(SlideContext *context, Str kicker, Str title, FrameText *out)
{
    *out = (FrameText){ .source = frame_source(context) };
    bool is_good =
        slide_wording(context, context->slide->section, kicker, &out->kicker);
    is_good &= slide_wording(context, context->slide->title, title, &out->title);
    Str note = { 0 };
    is_good &= slide_wording(context, context->slide->note, note, &note);
    frame_add_note(context, out, note);
    return is_good;
}

static Str with_note(const SlideContext *context, Str source, Str note)
{
    if (!source.len || !note.len)
        return source.len ? source : note;
    return words_fill(context->canvas.deck->arena, context->words, WORD_SOURCE_NOTE,
                      "source", source, "note", note, NULL);
}

void frame_add_note(SlideContext *context, FrameText *text, Str note)
{
    text->note = with_note(context, text->note, note);
}

static bool flows(const SlideContext *context)
{
    return context->canvas.medium->flows;
}

static TextStyle kicker_style(const Canvas *canvas)
{
    TextStyle style = canvas_style(canvas, FONT_SEMIBOLD, 12 * canvas->medium->scale,
                                   canvas->medium->palette.brand_light);
    style.tracking = 100;
    return style;
}

Str frame_kicker(SlideContext *context, Str kicker, int statement)
{
    const Canvas *canvas = &context->canvas;
    const Description *description = context->slice->round.description;
    int section = description->statements[statement].section;
    Str capitals = unicode_upper(canvas->deck->arena, kicker, context->scope.language);
    double width = typesetter_width(canvas->typesetter, capitals, kicker_style(canvas));
    if (width <= frame_width(context))
        return kicker;
    return section < 0 ? (Str){ 0 }
                       : wording_text(description->sections[section].name,
                                      context->scope.language);
}

/* Its last line stands above the title; one too long for that begins higher. */
static void paint_kicker(SlideContext *context, TagId tag, Str kicker)
{
    Canvas *canvas = &context->canvas;
    Str capitals = unicode_upper(canvas->deck->arena, kicker, context->scope.language);
    TextStyle style = kicker_style(canvas);
    double width = canvas->medium->width - 2 * canvas->medium->margin;
    double leading = style.size * KICKER_LEADING;
    RichText rich = canvas_plain(canvas, capitals, style);
    Paragraph lines = canvas_break(canvas, &rich, width, TEXT_LABEL);
    canvas_lines(
        canvas, &rich, &lines,
        (LinesOptions){ .tag = tag,
                        .x = canvas->medium->margin,
                        .y = KICKER_BASELINE - leading * (lines.line_count - 1),
                        .leading = leading,
                        .width = width });
}

static const double FOOT_BASELINE = 16; /* from the bottom of the page */

/* The number is painted when the deck is complete, see frame_number. */
static void paint_foot(SlideContext *context, Str source)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    const Palette *palette = &medium->palette;
    double right = medium->width - medium->margin;
    double rule = medium->height - FOOT_RULE;
    canvas_line(canvas, TAG_ARTIFACT, medium->margin, rule, right, rule, 1,
                palette->rule);
    TextStyle style =
        canvas_style(canvas, FONT_REGULAR, medium->sizes.footer, palette->muted);
    double width =
        canvas_text(canvas, TAG_ARTIFACT, medium->margin,
                    medium->height - FOOT_BASELINE, ALIGN_LEFT, style, source);
    Page *page = &canvas->deck->pages.at[canvas->page];
    page->foot_width = width;
    page->number_at = page->items.count;
}

typedef struct Title {
    RichText rich;
    Paragraph lines;
    double size, leading;
    double first, last; /* baselines */
} Title;

static bool measure_title(SlideContext *context, Str text, Title *out)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    double width = medium->width - 2 * medium->margin;
    for (int i = 0; i < TITLE_SIZE_COUNT; i++) {
        double size = medium->sizes.title * TITLE_SIZES[i].share;
        TextStyle style = canvas_style(canvas, FONT_BOLD, size, medium->palette.ink);
        Title title = { .rich = canvas_plain(canvas, text, style), .size = size };
        title.lines = canvas_break(canvas, &title.rich, width, TEXT_TITLE);
        title.leading = size * TITLE_LEADING;
        title.first = TITLE_TOP + size;
        title.last = title.first + title.leading * (title.lines.line_count - 1);
        *out = title;
        if (title.lines.line_count <= TITLE_SIZES[i].max_lines)
            return true;
    }
    diag_error(canvas->diags, canvas->place,
               "the title does not fit in %d lines: \"%.*s\"",
               TITLE_SIZES[TITLE_SIZE_COUNT - 1].max_lines,
               STR_ARG(str_shown(canvas->deck->arena, text, 60)));
    diag_hint(canvas->diags, "shorten it, or move a part of it into the body");
    return false;
}

static void paint_title(SlideContext *context, TagId tag, const Title *title)
{
    Canvas *canvas = &context->canvas;
    canvas_lines(canvas, &title->rich, &title->lines,
                 (LinesOptions){ .tag = tag,
                                 .x = canvas->medium->margin,
                                 .y = title->first,
                                 .leading = title->leading });
}

static Rect room_below(const Medium *medium, const Title *title)
{
    double top = title->last + medium->top, bottom = medium->height - medium->bottom;
    return (Rect){ medium->margin, top, medium->width - 2 * medium->margin,
                   bottom - top };
}

double frame_width(const SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return medium->width - medium->margin - medium->margin_right - medium->indent;
}

double frame_zone(const Medium *medium, Rect room)
{
    if (medium->flows)
        return room.y;
    double size = medium->sizes.title;
    double top = TITLE_TOP + size + size * TITLE_LEADING + medium->top;
    return top > room.y ? top : room.y;
}

bool frame_room(SlideContext *context, const FrameText *text, bool is_first, Rect *room)
{
    if (flows(context)) {
        *room = paper_room(context, text, is_first);
        return true;
    }
    Title title;
    bool is_good = measure_title(context, text->title, &title);
    *room = room_below(context->canvas.medium, &title);
    return is_good;
}

/* Text may go as far as the margins. */
static void begin_page(SlideContext *context)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    canvas->page = deck_add_page(canvas->deck, context->entry + 1);
    canvas->bounds =
        (Rect){ medium->margin, 0, medium->width - 2 * medium->margin, medium->height };
}

bool frame_begin(SlideContext *context, const FrameText *text, bool is_first,
                 Rect *room)
{
    if (flows(context)) {
        paper_begin(context, text, is_first, room);
        return true;
    }
    begin_page(context);
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    TagId heading = TAG_ARTIFACT, kicker = TAG_ARTIFACT;
    canvas->is_pagination = true;
    canvas_rect(canvas, TAG_ARTIFACT, (Rect){ 0, 0, BAR_WIDTH, medium->height },
                medium->palette.brand);
    if (is_first) {
        heading = canvas_tag(canvas, TAG_H1, context->sect);
        if (text->kicker.len)
            kicker = canvas_tag(canvas, TAG_P, context->sect);
    }
    if (text->kicker.len)
        paint_kicker(context, kicker, text->kicker);
    Title title;
    Logo logo;
    if (!measure_title(context, text->title, &title) || !logo_find(context, &logo))
        return false;
    paint_title(context, heading, &title);
    paint_foot(context, with_note(context, text->source, text->note));
    if (logo.picture)
        logo_paint_corner(context, &logo);
    canvas->is_pagination = false;
    canvas->bounds.height = medium->height - FOOT_RULE;
    *room = room_below(medium, &title);
    return true;
}

bool frame_begin_empty(SlideContext *context, const FrameText *text, Str sentence)
{
    Canvas *canvas = &context->canvas;
    FrameText wanted = *text;
    Rect room;
    wanted.whole = canvas_scaled(canvas, SENTENCE_BASELINE * 1.25);
    if (!frame_begin(context, &wanted, true, &room))
        return false;
    canvas_text(canvas, canvas_tag(canvas, TAG_P, context->sect), room.x,
                room.y + canvas_scaled(canvas, SENTENCE_BASELINE), ALIGN_LEFT,
                canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.body,
                             canvas->medium->palette.muted),
                sentence);
    return true;
}

bool frame_more(SlideContext *context, const FrameText *text, Rect *room)
{
    if (!flows(context))
        return frame_begin(context, text, false, room);
    paper_more(context, text, room);
    return true;
}

double frame_air(const SlideContext *context, double points)
{
    return flows(context) ? 0 : points;
}

void frame_take(SlideContext *context, Rect *room, double height)
{
    if (!flows(context) || height >= room->height)
        return;
    room->height = height;
    context->paper->y = room->y + height;
}

void frame_end(SlideContext *context)
{
    if (flows(context))
        paper_close(context);
}

void frame_begin_plain(SlideContext *context)
{
    begin_page(context);
    Canvas *canvas = &context->canvas;
    canvas_rect(canvas, TAG_ARTIFACT,
                (Rect){ 0, 0, canvas->medium->width, canvas->medium->height },
                canvas->medium->palette.brand);
}

/* Moves the items from `from` on to `to`, before those that stand there. */
static void move_items(Arena *arena, Page *page, int from, int to)
{
    size_t moved = (size_t)(page->items.count - from), passed = (size_t)(from - to);
    Item *items = page->items.at + to;
    ArenaMark mark = arena_mark(arena);
    Item *copy = arena_array(arena, moved, sizeof *copy);
    memcpy(copy, page->items.at + from, moved * sizeof *copy);
    memmove(items + moved, items, passed * sizeof *items);
    memcpy(items, copy, moved * sizeof *items);
    arena_rewind(arena, mark);
}

static double paint_number(Canvas *canvas)
{
    Deck *deck = canvas->deck;
    const Medium *medium = canvas->medium;
    Page *page = &deck->pages.at[canvas->page];
    int from = page->items.count;
    TextStyle style = canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.footer,
                                   medium->palette.muted);
    Str number =
        str_format(deck->arena, "%d / %d", page->foot_number, deck->foot_total);
    double width =
        canvas_text(canvas, TAG_ARTIFACT, medium->width - medium->margin,
                    medium->height - FOOT_BASELINE, ALIGN_RIGHT, style, number);
    move_items(deck->arena, page, from, page->number_at);
    return width;
}

static void refuse_foot(Canvas *canvas, const Item *source)
{
    diag_error(canvas->diags, source->place,
               "the foot of the page is too long: \"%.*s\"",
               STR_ARG(str_shown(canvas->deck->arena, source->as.text.run.source, 80)));
    diag_hint(canvas->diags, "shorten the slide's `note`, or the survey's name");
}

bool frame_number(Canvas *canvas, const Paper *paper)
{
    if (paper)
        return paper_finish(canvas, paper);
    const Medium *medium = canvas->medium;
    double room = medium->width - 2 * medium->margin - medium->sizes.footer;
    bool is_good = true;
    canvas->is_pagination = true;
    for (int i = 0, refused = 0; i < canvas->deck->pages.count; i++) {
        Page *page = &canvas->deck->pages.at[i];
        if (page->number_at == 0)
            continue;
        const Item *source = &page->items.at[page->number_at - 1];
        canvas->page = i;
        canvas->place = source->place;
        double width = paint_number(canvas);
        if (page->foot_width + width <= room || refused == page->slide)
            continue;
        refused = page->slide;
        is_good = false;
        canvas->diags->slide = page->foot_number;
        refuse_foot(canvas, &page->items.at[page->number_at - 1]);
    }
    return is_good;
}
