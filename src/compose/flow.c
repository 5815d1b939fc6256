#include "compose/flow.h"

#include "compose/even.h"
#include "compose/flow_table.h"

#include <math.h>

/* Lines longer than this many times their type size are hard to read. */
static const double MEASURE = 41;
static const double LEADING = 1.36;
static const double GROUP_GAP = 14; /* before an item of the first level */
static const double MARK_INDENT = 26;
static const double SUB_INDENT = 18; /* beyond MARK_INDENT */

/* Of a body that goes on on a next page, at its beginning. */
enum { FEW_LINES = 4 };

/* Where the pen stands. */
typedef struct Flow {
    SlideContext *context;
    const FrameText *frame; /* NULL: one box only */
    bool is_trial;          /* nothing is painted, pages are but counted */
    int page_count;
    double limit; /* of the room's height on every page; 0: none */
    Rect room;
    double y;           /* top of what comes next */
    bool is_page_fresh; /* nothing stands on the page yet */
    bool has_sub_items; /* then first-level items are headings */
    Colour ink, marks;
    TagId list, sub_list; /* open lists, 0: none */
    TagId item_body;      /* of the first-level item last painted */
} Flow;

/* A paragraph or item, measured. */
typedef struct Piece {
    const Block *block;
    RichText rich;
    Paragraph lines;
    TextStyle style;
    double indent, leading, gap; /* gap: above it, unless it begins a page */
} Piece;

static Canvas *canvas_of(Flow *flow)
{
    return &flow->context->canvas;
}

static bool next_page(Flow *flow)
{
    if (!flow->frame) {
        Canvas *canvas = canvas_of(flow);
        diag_error(canvas->diags, canvas->place, "the body does not fit on the slide");
        diag_hint(canvas->diags, "shorten it, or use a slide of kind \"text\", which "
                                 "continues on a next page");
        return false;
    }
    if (!flow->is_trial && !frame_begin(flow->context, flow->frame, false, &flow->room))
        return false;
    if (flow->limit > 0 && flow->limit < flow->room.height)
        flow->room.height = flow->limit;
    flow->page_count++;
    flow->y = flow->room.y;
    flow->is_page_fresh = true;
    return true;
}

static double bottom_of(const Flow *flow)
{
    return flow->room.y + flow->room.height;
}

static Piece measure(Flow *flow, const Block *block)
{
    Canvas *canvas = canvas_of(flow);
    const TypeSizes *sizes = &canvas->medium->sizes;
    Piece piece = { .block = block };
    bool is_heading =
        block->level == 1 && flow->has_sub_items && !block->continues_item;
    double size = is_heading ? sizes->lead : sizes->body;
    piece.style = canvas_style(canvas, is_heading ? FONT_SEMIBOLD : FONT_REGULAR, size,
                               flow->ink);
    piece.leading = size * LEADING;
    if (block->level)
        piece.indent =
            canvas_scaled(canvas, MARK_INDENT + (block->level == 2 ? SUB_INDENT : 0));
    bool is_close = block->level == 2 || block->continues_item;
    piece.gap = is_close              ? size * 0.16
                : flow->has_sub_items ? canvas_scaled(canvas, GROUP_GAP)
                                      : size * 0.6;
    double width = flow->room.width - piece.indent, measure = MEASURE * sizes->body;
    piece.rich = canvas_rich(canvas, block->inlines, piece.style);
    piece.lines = canvas_break(canvas, &piece.rich, width < measure ? width : measure,
                               is_heading ? TEXT_LABEL : TEXT_PROSE);
    return piece;
}

static TagId piece_tag(Flow *flow, const Block *block, TagId *label)
{
    Canvas *canvas = canvas_of(flow);
    *label = TAG_ARTIFACT;
    if (flow->is_trial)
        return TAG_ARTIFACT;
    if (block->kind != BLOCK_LIST_ITEM) {
        flow->list = flow->sub_list = 0;
        return canvas_tag(canvas, TAG_P, flow->context->sect);
    }
    if (block->continues_item)
        return canvas_tag(canvas, TAG_P, flow->item_body);
    if (block->level == 1)
        flow->sub_list = 0;
    TagId *list = block->level == 1 ? &flow->list : &flow->sub_list;
    TagId parent = block->level == 1 ? flow->context->sect : flow->item_body;
    if (!*list) {
        *list = canvas_tag(canvas, TAG_LIST, parent);
        canvas->deck->tags.at[*list].is_ordered = block->is_ordered;
    }
    TagId item = canvas_tag(canvas, TAG_LIST_ITEM, *list);
    if (block->level == 2 || block->is_ordered)
        *label = canvas_tag(canvas, TAG_LABEL, item);
    TagId body = canvas_tag(canvas, TAG_LIST_BODY, item);
    if (block->level == 1)
        flow->item_body = body;
    return body;
}

/* A number, an arrowhead on the first level, a dash on the second. */
static void paint_mark(Flow *flow, const Piece *piece, TagId label, double baseline)
{
    Canvas *canvas = canvas_of(flow);
    double left = flow->room.x +
                  (piece->block->level == 2 ? canvas_scaled(canvas, MARK_INDENT) : 0);
    TextStyle style = piece->style;
    style.is_tabular = true;
    if (piece->block->is_ordered) {
        style.colour = flow->marks;
        Str number = str_format(canvas->deck->arena, "%d.", piece->block->number);
        canvas_text(canvas, label, left, baseline, ALIGN_LEFT, style, number);
    } else if (piece->block->level == 1) {
        double middle = baseline - style.size * 0.3, unit = canvas_scaled(canvas, 1);
        const double arrow[4][2] = {
            {left,              middle - 6 * unit},
            { left + 10 * unit, middle           },
            { left,             middle + 6 * unit},
            { left + 3 * unit,  middle           }
        };
        canvas_polygon(canvas, TAG_ARTIFACT, arrow, 4, flow->marks);
    } else {
        style.colour = flow->marks;
        canvas_text(canvas, label, left, baseline, ALIGN_LEFT, style, S("–"));
    }
}

/* Lines from..to of a piece; the first line of an item has its mark. */
static void paint_lines(Flow *flow, const Piece *piece, TagId tag, TagId label,
                        int from, int to)
{
    Canvas *canvas = canvas_of(flow);
    if (flow->is_trial)
        return;
    canvas->place = piece->block->place;
    double baseline = flow->y + piece->style.size * 0.98;
    if (from == 0 && piece->block->kind == BLOCK_LIST_ITEM &&
        !piece->block->continues_item)
        paint_mark(flow, piece, label, baseline);
    canvas_lines(canvas, &piece->rich, &piece->lines,
                 (LinesOptions){ .tag = tag,
                                 .x = flow->room.x + piece->indent,
                                 .y = baseline,
                                 .leading = piece->leading,
                                 .from = from,
                                 .to = to,
                                 .scope = &flow->context->scope });
}

/* How many of the lines left go on this page so that neither here nor on the next a
 * single line stands alone; 0: none. */
static int lines_here(double room, const Piece *piece, int left)
{
    int fitting = (int)((room + piece->leading * 0.3) / piece->leading);
    if (fitting >= left)
        return left;
    if (left - fitting == 1)
        fitting--;
    return fitting >= 2 ? fitting : 0;
}

/* The piece, and what may not be parted from it below: `height` in all. */
static bool place_piece(Flow *flow, const Piece *piece, double height)
{
    TagId label, tag = piece_tag(flow, piece->block, &label);
    if (!flow->is_page_fresh)
        flow->y += piece->gap;
    bool is_kept = height > 0 && height <= flow->room.height;
    if (is_kept && flow->y + height > bottom_of(flow) + 1 && !flow->is_page_fresh &&
        !next_page(flow))
        return false;
    for (int from = 0; from < piece->lines.line_count;) {
        int left = piece->lines.line_count - from;
        int count = lines_here(bottom_of(flow) - flow->y, piece, left);
        if (count == 0 && flow->is_page_fresh)
            count = 1;
        if (count) {
            paint_lines(flow, piece, tag, label, from, from + count);
            flow->y += count * piece->leading;
            flow->is_page_fresh = false;
        }
        from += count;
        if (from < piece->lines.line_count && !next_page(flow))
            return false;
    }
    return true;
}

/* Room for a row of a table, below the repeated head where it begins a page. */
static bool make_room_for_row(Flow *flow, const FlowTable *table, int row, bool *begins)
{
    double head = table->heights[0], height = row ? table->heights[row] : 0;
    *begins = row <= 1 || flow->is_page_fresh;
    if (flow->y + height + (*begins ? head : 0) <= bottom_of(flow) + 1)
        return true;
    if (!flow->is_page_fresh && !next_page(flow))
        return false;
    *begins = true;
    if (flow->y + height + head <= bottom_of(flow) + 1)
        return true;
    if (flow->is_trial)
        return false;
    Canvas *canvas = canvas_of(flow);
    diag_error(canvas->diags, table->block->place,
               "a row of the table is taller than the slide");
    diag_hint(canvas->diags, "shorten its text, or use a list");
    return false;
}

static void paint_row(Flow *flow, const FlowTable *table, TagId tag, int row)
{
    if (!flow->is_trial)
        flow_table_paint(flow->context, table, tag, row, flow->room.x, flow->y);
    flow->y += table->heights[row];
    flow->is_page_fresh = false;
}

static bool place_table(Flow *flow, const Block *block)
{
    flow->list = flow->sub_list = 0;
    if (!flow->is_page_fresh)
        flow->y += canvas_scaled(canvas_of(flow), GROUP_GAP);
    FlowTable table =
        flow_table_measure(flow->context, block, flow->room.width, flow->ink);
    TagId tag = TAG_ARTIFACT;
    if (!flow->is_trial)
        tag = canvas_tag(canvas_of(flow), TAG_TABLE, flow->context->sect);
    if (table.row_count == 1) { /* a head alone */
        bool begins;
        if (!make_room_for_row(flow, &table, 0, &begins))
            return false;
        paint_row(flow, &table, tag, 0);
    }
    for (int row = 1; row < table.row_count; row++) {
        bool begins;
        if (!make_room_for_row(flow, &table, row, &begins))
            return false;
        if (begins)
            paint_row(flow, &table, row == 1 ? tag : TAG_ARTIFACT, 0);
        paint_row(flow, &table, tag, row);
    }
    return true;
}

static bool is_sub_item(const Block *block)
{
    return block->kind == BLOCK_LIST_ITEM && block->level == 2;
}

/* Height of a first-level item with all that belongs to it; 0 for any other block. */
static double group_height(Flow *flow, Blocks blocks, int first)
{
    if (blocks.at[first].level != 1 || blocks.at[first].continues_item)
        return 0;
    double height = 0;
    for (int i = first; i < blocks.count; i++) {
        const Block *block = &blocks.at[i];
        if (i > first && !is_sub_item(block) && !block->continues_item)
            break;
        Piece piece = measure(flow, block);
        height += (i > first ? piece.gap : 0) + piece.lines.line_count * piece.leading;
    }
    return height;
}

/* Height of the first `count` blocks when all of them stand below each other. */
static double blocks_height(Flow *flow, Blocks blocks, int count)
{
    Canvas *canvas = canvas_of(flow);
    double height = 0, group_gap = canvas_scaled(canvas, GROUP_GAP);
    for (int i = 0; i < count; i++) {
        const Block *block = &blocks.at[i];
        if (block->kind == BLOCK_TABLE) {
            FlowTable table =
                flow_table_measure(flow->context, block, flow->room.width, flow->ink);
            height += i > 0 ? group_gap : 0;
            for (int row = 0; row < table.row_count; row++)
                height += table.heights[row];
            continue;
        }
        Piece piece = measure(flow, block);
        bool is_below_table = i > 0 && blocks.at[i - 1].kind == BLOCK_TABLE;
        height += i == 0 ? 0 : is_below_table ? group_gap : piece.gap;
        height += piece.lines.line_count * piece.leading;
    }
    return height;
}

/* What may not be parted from the first block, or a few of its lines. */
static double least_height(Flow *flow, Blocks blocks)
{
    double group = blocks.count ? group_height(flow, blocks, 0) : 0;
    double few = canvas_of(flow)->medium->sizes.body * LEADING * FEW_LINES;
    return group > few ? group : few;
}

static void find_sub_items(Flow *flow, Blocks blocks)
{
    for (int i = 0; i < blocks.count; i++)
        flow->has_sub_items |= is_sub_item(&blocks.at[i]);
}

static bool place_blocks(Flow *flow, Blocks blocks)
{
    for (int i = 0; i < blocks.count; i++) {
        const Block *block = &blocks.at[i];
        if (block->kind == BLOCK_TABLE) {
            if (!place_table(flow, block))
                return false;
            continue;
        }
        Piece piece = measure(flow, block);
        if (i > 0 && blocks.at[i - 1].kind == BLOCK_TABLE)
            piece.gap = canvas_scaled(canvas_of(flow), GROUP_GAP);
        if (!place_piece(flow, &piece, group_height(flow, blocks, i)))
            return false;
    }
    return true;
}

/* What is tried with rooms of several heights. */
typedef struct Trial {
    Flow flow; /* at its beginning */
    Blocks blocks;
} Trial;

/* For even_room. */
static int pages_of(const void *content, double room)
{
    const Trial *trial = content;
    Flow flow = trial->flow;
    flow.room.height = flow.limit = room;
    return place_blocks(&flow, trial->blocks) ? flow.page_count + 1 : 0;
}

/* No page may be so low that it would break what stays together on the pages as they
 * are. */
static double least_room(Flow *flow, Blocks blocks)
{
    double least = 0;
    for (int i = 0; i < blocks.count; i++) {
        if (blocks.at[i].kind != BLOCK_TABLE) {
            double group = group_height(flow, blocks, i);
            least = group <= flow->room.height ? fmax(least, group) : least;
            continue;
        }
        FlowTable table = flow_table_measure(flow->context, &blocks.at[i],
                                             flow->room.width, flow->ink);
        for (int row = 1; row < table.row_count; row++)
            least = fmax(least, table.heights[0] + table.heights[row]);
    }
    return least;
}

/* The limit with which pages are filled evenly by blocks of that height; those of a
 * medium that flows are filled by others too. */
static double even_limit(const Flow *flow, Blocks blocks, double height)
{
    Trial trial = { *flow, blocks };
    if (flow->context->canvas.medium->flows || height <= flow->room.height)
        return 0;
    trial.flow.is_trial = true;
    double least = least_room(&trial.flow, blocks);
    return even_room(pages_of, &trial, least, flow->room.height);
}

bool flow_pages(SlideContext *context, const FrameText *frame, Blocks blocks)
{
    const Palette *palette = &context->canvas.medium->palette;
    Flow flow = { .context = context,
                  .frame = frame,
                  .ink = palette->ink,
                  .marks = palette->brand_light };
    FrameText text = *frame;
    flow.frame = &text;
    flow.room.width = frame_width(context);
    find_sub_items(&flow, blocks);
    text.whole = blocks_height(&flow, blocks, blocks.count);
    text.least = least_height(&flow, blocks);
    if (!frame_begin(context, &text, true, &flow.room))
        return false;
    flow.y = flow.room.y;
    flow.is_page_fresh = true;
    flow.limit = even_limit(&flow, blocks, text.whole);
    if (flow.limit > 0)
        flow.room.height = flow.limit;
    if (!place_blocks(&flow, blocks))
        return false;
    frame_take(context, &flow.room, flow.y - flow.room.y);
    return true;
}

double flow_height(SlideContext *context, double width, Blocks blocks)
{
    Flow flow = { .context = context, .room = { .width = width } };
    find_sub_items(&flow, blocks);
    return blocks_height(&flow, blocks, blocks.count);
}

bool flow_box(SlideContext *context, Rect box, Blocks blocks, Colour colour)
{
    Flow flow = { .context = context,
                  .room = box,
                  .y = box.y,
                  .is_page_fresh = true,
                  .ink = colour,
                  .marks = colour };
    find_sub_items(&flow, blocks);
    return place_blocks(&flow, blocks);
}
