#include "compose/paper.h"

#include "base/unicode.h"
#include "compose/sheet.h"

#include <math.h>

/* Points, on A4. */
static const double TOP = 69;
static const double BLOCK_GAP = 28; /* between two blocks */
static const double PART_GAP = 14;  /* between two parts of a block */
static const double BELOW_SECTION_GAP = 12;
static const double SECTION_GAP = 34, SECTION_AIR = 7, SECTION_SHARE = 1.3;
static const double TITLE_LEADING = 1.23, NOTE_LEADING = 1.3, KICKER_LEADING = 1.75;
static const double NOTES_LEADING = 22.7; /* 8 mm */
static const double NOTES_AIR = 6;        /* above the first of the lines for notes */
static const double NOTES_WIDTH = 0.5, NOTES_PALENESS = 0.3;

static const double KEPT_MOST = 120; /* height of headings that move along */

/* What parts take that go on on a next page is known when they do: plans go by that of
 * the pass before. */
enum { PLAN_ROUNDS = 2 };
static const double ROUNDING = 0.5;
static const double PLAN_SLACK = 60; /* points that a plan may be wrong by */

Paper paper_new(Entry *known, PaperPlan *plan)
{
    if (plan->rounds == 0)
        plan->parts.count = 0;
    return (Paper){ .known = known, .plan = plan, .kept_entry = -1 };
}

void paper_open(SlideContext *context)
{
    context->paper->has_block = false;
    context->paper->figures_from = context->canvas.deck->figures->figures.count;
}

/* What stands above a block, measured. */
typedef struct Heading {
    Str number, kicker; /* kicker: empty when the block above has the same */
    RichText title, note;
    Paragraph title_lines, note_lines;
    TextStyle style; /* of the title */
    double above;    /* from the top to the title's first baseline */
    double height;   /* down to the content */
    double gap;      /* to the block above */
} Heading;

static double content_width(const Medium *medium)
{
    return medium->width - medium->margin - medium->margin_right - medium->indent;
}

static double content_left(const Medium *medium)
{
    return medium->margin + medium->indent;
}

static double page_bottom(const Medium *medium)
{
    return medium->height - medium->bottom;
}

static TextStyle number_style(const Canvas *canvas)
{
    TextStyle style = canvas_style(canvas, FONT_SEMIBOLD, canvas->medium->sizes.label,
                                   canvas->medium->palette.brand_light);
    style.is_tabular = true;
    return style;
}

/* «12», «23–25»: the first of them alone where there is no room for more. */
static Str slide_number(SlideContext *context)
{
    Canvas *canvas = &context->canvas;
    Arena *arena = canvas->deck->arena;
    const Entry *entry = &context->paper->known[context->entry];
    if (entry->first_page < 1)
        return (Str){ 0 };
    Str first = format_count(arena, canvas->words, entry->first_page);
    if (entry->page_count < 2)
        return first;
    NumberRun run = { entry->first_page, entry->first_page + entry->page_count - 1 };
    Str range = format_run(arena, run);
    TextStyle style = number_style(canvas);
    double width = typesetter_width(canvas->typesetter, range, style);
    return width <= canvas->medium->indent - 2 ? range : first;
}

static TextStyle title_style(const Canvas *canvas, const FrameText *text, bool is_first)
{
    const Medium *medium = canvas->medium;
    const Palette *palette = &medium->palette;
    if (!is_first)
        return canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.body, palette->muted);
    if (text->is_section)
        return canvas_style(canvas, FONT_BOLD, medium->sizes.title * SECTION_SHARE,
                            palette->brand);
    return canvas_style(canvas, FONT_BOLD, medium->sizes.title, palette->ink);
}

static TextStyle note_style(const Canvas *canvas)
{
    return canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.note,
                        canvas->medium->palette.muted);
}

static TextStyle kicker_style(const Canvas *canvas)
{
    TextStyle style = canvas_style(canvas, FONT_SEMIBOLD, canvas->medium->sizes.note,
                                   canvas->medium->palette.brand_light);
    style.tracking = 80;
    return style;
}

/* In its lines, most often one; gives their height above the title. */
static double break_kicker(SlideContext *context, Str kicker, RichText *rich,
                           Paragraph *lines)
{
    Canvas *canvas = &context->canvas;
    *rich = canvas_plain(
        canvas, unicode_upper(canvas->deck->arena, kicker, context->scope.language),
        kicker_style(canvas));
    *lines = canvas_break(canvas, rich, content_width(canvas->medium), TEXT_LABEL);
    return lines->line_count * canvas->medium->sizes.note * KICKER_LEADING;
}

static Heading measure(SlideContext *context, const FrameText *text, bool is_first)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    Heading heading = { .number = slide_number(context),
                        .style = title_style(canvas, text, is_first),
                        .gap = text->is_section                  ? SECTION_GAP
                               : context->paper->kept_entry >= 0 ? BELOW_SECTION_GAP
                                                                 : BLOCK_GAP };
    double width = content_width(medium), size = heading.style.size;
    if (is_first && !str_equal(text->kicker, context->paper->kicker))
        heading.kicker = text->kicker;
    heading.above = size + (text->is_section ? SECTION_AIR : 0);
    RichText kicker;
    Paragraph kicker_lines;
    if (heading.kicker.len)
        heading.above += break_kicker(context, heading.kicker, &kicker, &kicker_lines);
    Str title = text->title;
    if (!is_first)
        title = words_fill(canvas->deck->arena, canvas->words, WORD_CONTINUED, "title",
                           title, NULL);
    heading.title = canvas_plain(canvas, title, heading.style);
    heading.title_lines = canvas_break(canvas, &heading.title, width, TEXT_TITLE);
    heading.height = heading.above + medium->top +
                     size * TITLE_LEADING * (heading.title_lines.line_count - 1);
    if (is_first && text->note.len) {
        heading.note = canvas_plain(canvas, text->note, note_style(canvas));
        heading.note_lines = canvas_break(canvas, &heading.note, width, TEXT_LABEL);
        heading.height +=
            medium->sizes.note * NOTE_LEADING * heading.note_lines.line_count;
    }
    return heading;
}

/* Of the lines for notes that a slide asks for. */
static double notes_height(const SlideContext *context)
{
    int count = context->slide->note_lines;
    if (count < 0)
        count = context->scope.layout->note_lines;
    bool has_notes = slide_kinds[context->slide->kind]->part == SLIDE_CONTENT;
    return has_notes && count > 0 ? NOTES_AIR + count * NOTES_LEADING : 0;
}

/* The next part, as planned; NULL while there is no plan, or none that holds since the
 * parts above took much less than it was made for. */
static const PaperPart *planned(const Paper *paper)
{
    const PaperPlan *plan = paper->plan;
    if (plan->rounds == 0 || paper->part_count >= plan->parts.count)
        return NULL;
    const PaperPart *part = &plan->parts.at[paper->part_count];
    bool holds = !part->begins_page || paper->y - TOP > part->above - PLAN_SLACK;
    return holds ? part : NULL;
}

/* What is left of the gap above it. */
static double gap_above(const Paper *paper, double gap)
{
    const PaperPart *part = planned(paper);
    return paper->is_fresh ? 0 : part ? gap - part->less : gap;
}

/* What of the room of the next part stays free. */
static double hold_of(const Paper *paper)
{
    const PaperPart *part = planned(paper);
    return part ? part->hold : 0;
}

/* Whether a part that has `room` here begins a next page: as planned, or since it must.
 */
static bool is_too_low(const SlideContext *context, const FrameText *text, double room)
{
    const PaperPart *part = planned(context->paper);
    double whole = text->whole + (part ? 0 : notes_height(context));
    if (part && part->begins_page)
        return true;
    if (text->whole > 0 && text->whole <= room)
        return whole > room;
    return room < (text->least > 0 ? text->least
                                   : fmax(whole, context->canvas.medium->sizes.title));
}

/* The height of a page's content. */
static double page_height(const Medium *medium)
{
    return page_bottom(medium) - TOP;
}

/* The first pass notes for the plan what height the part takes. */
static void note_part(Paper *paper, PaperPart part)
{
    if (paper->plan->rounds == 0)
        vec_push(paper->plan->arena, &paper->plan->parts, part);
    paper->part_count++;
    paper->turned = 0;
}

/* How far the part went, and lines for notes of that height to come. */
static void end_part(Paper *paper, double notes)
{
    PaperPlan *plan = paper->plan;
    if (paper->part_count > plan->parts.count)
        return;
    PaperPart *part = &plan->parts.at[paper->part_count - 1];
    if (plan->rounds == 0)
        part->notes = notes;
    if (paper->turned > 0)
        part->flowed = paper->turned + paper->y - paper->part_y;
}

bool paper_replan(const Medium *medium, PaperPlan *plan)
{
    return plan->rounds < PLAN_ROUNDS &&
           paper_plan_make(plan, page_height(medium) - ROUNDING);
}

static void begin_page(SlideContext *context)
{
    Canvas *canvas = &context->canvas;
    canvas->page = deck_add_page(canvas->deck, context->entry + 1);
    context->paper->y = TOP;
    context->paper->is_fresh = true;
}

/* Paints on the last page from now on. Text may go as far as the margins. */
static void enter_page(SlideContext *context)
{
    Canvas *canvas = &context->canvas;
    canvas->page = canvas->deck->pages.count - 1;
    canvas->bounds = paper_between(canvas->medium);
}

static void shift_item(Arena *arena, Item *item, double down)
{
    switch (item->kind) {
    case ITEM_TEXT: item->as.text.y += down; break;
    case ITEM_IMAGE: item->as.picture.box.y += down; break;
    case ITEM_PATH: {
        Path *path = &item->as.path;
        PathStep *steps = arena_array(arena, (size_t)path->step_count, sizeof *steps);
        for (int i = 0; i < path->step_count; i++) {
            steps[i] = path->steps[i];
            for (int j = 0; j < path_step_points(steps[i].verb); j++)
                steps[i].y[j] += down;
        }
        path->steps = steps;
        break;
    }
    }
}

/* The heading that stays with what follows goes along to the page just begun. */
static void move_kept(SlideContext *context)
{
    Paper *paper = context->paper;
    Deck *deck = context->canvas.deck;
    if (paper->kept_entry < 0)
        return;
    int index = deck->pages.count - 1;
    Page *from = &deck->pages.at[index - 1], *to = &deck->pages.at[index];
    double down = TOP - paper->kept_top;
    for (int i = paper->kept_items; i < from->items.count; i++) {
        shift_item(deck->arena, &from->items.at[i], down);
        vec_push(deck->arena, &to->items, from->items.at[i]);
    }
    for (int i = paper->kept_links; i < from->links.count; i++) {
        from->links.at[i].area.y += down;
        vec_push(deck->arena, &to->links, from->links.at[i]);
    }
    from->items.count = paper->kept_items;
    from->links.count = paper->kept_links;
    to->slide = paper->kept_entry + 1;
    for (int i = paper->kept_entry; i < context->entry; i++) {
        paper->known[i].at_page = index;
        paper->known[i].at_y += down;
    }
}

/* A page more, with a heading that belongs to what it begins with. */
static void turn_page(SlideContext *context)
{
    Paper *paper = context->paper;
    double kept = paper->kept_entry >= 0 ? paper->y - paper->kept_top : 0;
    begin_page(context);
    move_kept(context);
    paper->y += kept;
    paper->is_fresh = kept <= 0;
}

/* Figures that a title names were printed before the page was known. */
static void log_on_page(SlideContext *context)
{
    FigureLog *log = context->canvas.deck->figures;
    log->page = context->canvas.page + 1;
    for (int i = context->paper->figures_from; i < log->figures.count; i++)
        log->figures.at[i].page = log->page;
}

/* The block begins on the last page, at y. */
static void note_place(SlideContext *context, const FrameText *text, double y)
{
    Paper *paper = context->paper;
    Entry *entry = &paper->known[context->entry];
    const Page *page = &context->canvas.deck->pages.at[context->canvas.page];
    bool is_section = text && text->is_section;
    entry->at_page = context->canvas.page;
    entry->at_y = y;
    entry->level = !is_section && paper->has_section;
    paper->has_section |= is_section;
    paper->has_block = true;
    if (!is_section) {
        paper->kept_entry = -1;
    } else if (paper->kept_entry < 0 || y - paper->kept_top > KEPT_MOST) {
        paper->kept_entry = context->entry;
        paper->kept_items = page->items.count;
        paper->kept_links = page->links.count;
        paper->kept_top = y;
    }
    log_on_page(context);
}

/* Above that baseline, where its last line stands. */
static void paint_kicker(SlideContext *context, TagId tag, Str kicker, double baseline)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    double leading = medium->sizes.note * KICKER_LEADING;
    RichText rich;
    Paragraph lines;
    break_kicker(context, kicker, &rich, &lines);
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = tag,
                                 .x = content_left(medium),
                                 .y = baseline - leading * (lines.line_count - 1),
                                 .leading = leading,
                                 .width = content_width(medium) });
}

static void paint_number(SlideContext *context, TagId heading, Str number,
                         double baseline)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    if (!number.len)
        return;
    TextStyle style = number_style(canvas);
    TagId tag = heading;
    if (heading != TAG_ARTIFACT) {
        tag = canvas_tag(canvas, TAG_SPAN, heading);
        number = str_concat(canvas->deck->arena, number, S(" "));
    }
    canvas_text(canvas, tag, medium->margin, baseline, ALIGN_LEFT, style, number);
}

static void paint_section_rule(Canvas *canvas, double y)
{
    const Medium *medium = canvas->medium;
    canvas_line(canvas, TAG_ARTIFACT, medium->margin, y,
                medium->width - medium->margin_right, y, 1, medium->palette.brand);
}

static void paint_heading(SlideContext *context, const FrameText *text,
                          const Heading *heading, double y, bool is_first)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    double baseline = y + heading->above, leading = heading->style.size * TITLE_LEADING;
    double last = baseline + leading * (heading->title_lines.line_count - 1);
    TagId tag = TAG_ARTIFACT;
    bool is_below = context->paper->known[context->entry].level > 0;
    if (is_first)
        tag = canvas_tag(canvas, is_below ? TAG_H2 : TAG_H1, context->sect);
    if (text->is_section && is_first && y > TOP)
        paint_section_rule(canvas, y);
    if (heading->kicker.len)
        paint_kicker(context, canvas_tag(canvas, TAG_P, context->sect), heading->kicker,
                     baseline - heading->style.size * 0.98 - 2);
    canvas->is_pagination = !is_first;
    paint_number(context, tag, heading->number, baseline);
    canvas_lines(
        canvas, &heading->title, &heading->title_lines,
        (LinesOptions){
            .tag = tag, .x = content_left(medium), .y = baseline, .leading = leading });
    canvas->is_pagination = false;
    if (heading->note_lines.line_count)
        canvas_lines(canvas, &heading->note, &heading->note_lines,
                     (LinesOptions){ .tag = canvas_tag(canvas, TAG_P, context->sect),
                                     .x = content_left(medium),
                                     .y = last + medium->sizes.note * 1.5,
                                     .leading = medium->sizes.note * NOTE_LEADING });
}

/* All that is left on the page, or as much as is wanted in one piece. Of what goes on
 * on a next page the plan may hold some back. */
static Rect room_at(const Medium *medium, const FrameText *text, double y, double hold)
{
    double height = page_bottom(medium) - y;
    if (text->whole > 0 && text->least <= 0 && text->whole < height)
        height = text->whole;
    if (text->whole > height)
        height -= hold;
    return (Rect){ content_left(medium), y, content_width(medium), height };
}

static bool turns_page(const SlideContext *context, const FrameText *text,
                       const Heading *heading, bool is_first)
{
    const Paper *paper = context->paper;
    if (context->canvas.deck->pages.count == 0)
        return true;
    if (!is_first)
        return true;
    if (paper->is_fresh)
        return false;
    double y = paper->y + gap_above(paper, heading->gap) + heading->height;
    return is_too_low(context, text, page_bottom(context->canvas.medium) - y);
}

Rect paper_room(SlideContext *context, const FrameText *text, bool is_first)
{
    const Paper *paper = context->paper;
    Heading heading = measure(context, text, is_first);
    double y = TOP;
    if (!turns_page(context, text, &heading, is_first))
        y = paper->y + gap_above(paper, heading.gap);
    else if (paper->kept_entry >= 0)
        y += paper->y - paper->kept_top + heading.gap;
    return room_at(context->canvas.medium, text, y + heading.height,
                   is_first ? hold_of(paper) : 0);
}

void paper_begin(SlideContext *context, const FrameText *text, bool is_first,
                 Rect *room)
{
    Paper *paper = context->paper;
    Heading heading = measure(context, text, is_first);
    if (!paper->source.len)
        paper->source = frame_source(context);
    bool turns = turns_page(context, text, &heading, is_first);
    if (!is_first)
        paper->turned +=
            page_bottom(context->canvas.medium) - paper->part_y - paper->held;
    paper->held = is_first ? hold_of(paper) : 0;
    if (turns)
        turn_page(context);
    enter_page(context);
    double y = paper->y + gap_above(paper, heading.gap);
    if (is_first) {
        note_place(context, text, y);
        note_part(paper, (PaperPart){ .gap = heading.gap,
                                      .heading = heading.height,
                                      .again = measure(context, text, false).height,
                                      .whole = text->whole,
                                      .least = text->least,
                                      .keeps_next = text->is_section,
                                      .begins_page = turns });
    }
    paint_heading(context, text, &heading, y, is_first);
    if (heading.kicker.len || text->is_section)
        paper->kicker = text->is_section ? text->title : heading.kicker;
    *room = room_at(context->canvas.medium, text, y + heading.height, paper->held);
    paper->text = *text;
    paper->part_y = room->y;
    paper->y = room->y + room->height;
    paper->is_fresh = false;
}

void paper_more(SlideContext *context, const FrameText *text, Rect *room)
{
    Paper *paper = context->paper;
    const Medium *medium = context->canvas.medium;
    end_part(paper, 0);
    double y = paper->y + gap_above(paper, PART_GAP);
    double hold = hold_of(paper);
    bool turns = is_too_low(context, text, page_bottom(medium) - y);
    note_part(paper, (PaperPart){ .gap = PART_GAP,
                                  .again = measure(context, text, false).height,
                                  .whole = text->whole,
                                  .least = text->least,
                                  .is_further = true,
                                  .begins_page = turns });
    if (turns) {
        paper_begin(context, text, false, room);
        paper->turned = 0;
        return;
    }
    paper->held = hold;
    *room = room_at(medium, text, y, hold);
    paper->part_y = y;
    paper->y = room->y + room->height;
}

Rect paper_take(SlideContext *context, double height)
{
    Paper *paper = context->paper;
    const Medium *medium = context->canvas.medium;
    if (!paper->source.len)
        paper->source = frame_source(context);
    const PaperPart *part = planned(paper);
    double y = paper->y + gap_above(paper, BLOCK_GAP);
    bool turns = context->canvas.deck->pages.count == 0 ||
                 (!paper->is_fresh &&
                  ((part && part->begins_page) || y + height > page_bottom(medium)));
    if (turns)
        turn_page(context);
    enter_page(context);
    y = paper->y + gap_above(paper, BLOCK_GAP);
    note_place(context, NULL, y);
    note_part(paper,
              (PaperPart){ .gap = BLOCK_GAP, .whole = height, .begins_page = turns });
    paper->part_y = y;
    paper->y = y + height;
    paper->is_fresh = false;
    return (Rect){ medium->margin, y,
                   medium->width - medium->margin - medium->margin_right, height };
}

/* Where they do not fit below the block, on a next page under its heading. */
void paper_close(SlideContext *context)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    Paper *paper = context->paper;
    double height = notes_height(context);
    if (!paper->has_block)
        return;
    end_part(paper, height);
    if (height <= 0)
        return;
    double y = paper->y;
    if (y + height > page_bottom(medium) + 1) {
        FrameText text = paper->text;
        Rect room;
        text.whole = height;
        text.least = 0;
        paper_begin(context, &text, false, &room);
        y = room.y;
    }
    double left = content_left(medium), right = medium->width - medium->margin_right;
    Colour colour =
        colour_mix(medium->palette.muted, medium->palette.paper, NOTES_PALENESS);
    paper->y = y + height;
    int count = (int)lround((height - NOTES_AIR) / NOTES_LEADING);
    for (int i = 1; i <= count; i++) {
        double line = y + NOTES_AIR + i * NOTES_LEADING;
        canvas_line(canvas, TAG_ARTIFACT, left, line, right, line, NOTES_WIDTH, colour);
    }
}
