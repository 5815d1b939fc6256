/* Open answers as quotes in two columns: all of them, or a selection. */
#include "compose/even.h"
#include "compose/frame.h"
#include "compose/quotes.h"

#include "stats/figure_log.h"

#include <math.h>

typedef struct Options {
    int show, pages;
} Options;

static const Field FIELDS[] = {
    {.key = "show",
     .type = FIELD_INTEGER,
     .offset = offsetof(Options, show),
     .min = 1,
     .max = 10000,
     .help = "how many answers to show; all when neither this nor pages is given"},
    { .key = "pages",
     .type = FIELD_INTEGER,
     .offset = offsetof(Options, pages),
     .min = 1,
     .max = 100,
     .help = "how many pages to fill with a selection"                           },
};

static const Schema SCHEMA = { .name = "open-answers slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

/* LEAST_QUOTES: of those that go on on a next page. */
enum { COLUMN_COUNT = 2, LEAST_QUOTES = 4 };

static const double COLUMN_GAP = 24;
static const double BAR_WIDTH = 3;
static const double INSET = 16;     /* of the text, from the column's edge */
static const double QUOTE_GAP = 17; /* between quotes */
static const double SOURCE_HEIGHT = 22;
static const double ENDLESS = 1e6; /* no page is that high */

typedef struct Measured {
    const QuoteText *quote;
    RichText rich;
    Paragraph lines;
} Measured;

typedef struct Placed {
    const Measured *measured;
    int page, column; /* counted from the slide's first page */
    double y;         /* top, from the top of the room */
    int from, to;     /* lines */
} Placed;

typedef struct Placement {
    VEC(Placed) list;
    int page_count;
    int quote_count; /* quotes placed in full */
} Placement;

static TextStyle quote_style(SlideContext *context)
{
    const Medium *medium = context->canvas.medium;
    return canvas_style(&context->canvas, FONT_REGULAR, medium->sizes.body - 1,
                        medium->palette.ink);
}

static double leading(SlideContext *context)
{
    return quote_style(context).size * 1.3;
}

static double column_gap(const SlideContext *context)
{
    return canvas_scaled(&context->canvas, COLUMN_GAP);
}

static double column_width(const SlideContext *context)
{
    return (frame_width(context) - column_gap(context)) / COLUMN_COUNT;
}

static double source_height(const SlideContext *context)
{
    return canvas_scaled(&context->canvas, SOURCE_HEIGHT);
}

static double quote_gap(const SlideContext *context)
{
    return canvas_scaled(&context->canvas, QUOTE_GAP);
}

static Measured *measure(SlideContext *context, Quotes quotes)
{
    double width = column_width(context) - canvas_scaled(&context->canvas, INSET);
    Canvas *canvas = &context->canvas;
    Arena *arena = canvas->deck->arena;
    Measured *measured = arena_array(arena, (size_t)quotes.count, sizeof *measured);
    for (int i = 0; i < quotes.count; i++) {
        Str text = words_fill(arena, context->words, WORD_QUOTE, "text",
                              quotes.at[i].text, NULL);
        measured[i].quote = &quotes.at[i];
        measured[i].rich = canvas_plain(canvas, text, quote_style(context));
        measured[i].lines = canvas_break(canvas, &measured[i].rich, width, TEXT_PROSE);
    }
    return measured;
}

static double height_of(SlideContext *context, const Measured *measured)
{
    return measured->lines.line_count * leading(context) + source_height(context);
}

/* Heights of the room on the first page and on those that follow. */
typedef struct Heights {
    double first, next;
} Heights;

/* Fills column after column. A quote that is taller than a column is broken between
 * lines; any other goes to the next column whole. */
static Placement place(SlideContext *context, const Measured *measured, int count,
                       Heights heights, int max_pages)
{
    Arena *arena = context->canvas.deck->arena;
    double source = source_height(context), room = heights.first;
    Placement out = { .page_count = 1 };
    int column = 0;
    double y = 0, line = leading(context);
    for (int i = 0; i < count; i++) {
        int lines = measured[i].lines.line_count;
        for (int from = 0; from < lines;) {
            double room_left = room - y - source;
            int fitting = (int)((room_left + 0.01) / line);
            bool is_whole = fitting >= lines - from;
            if (!is_whole && (y > 0 || fitting < 1)) {
                column++;
                y = 0;
                if (column == COLUMN_COUNT) {
                    if (max_pages && out.page_count == max_pages)
                        return out;
                    out.page_count++;
                    column = 0;
                    room = heights.next;
                }
                continue;
            }
            int to = is_whole ? lines : from + fitting;
            vec_push(arena, &out.list,
                     (Placed){ &measured[i], out.page_count - 1, column, y, from, to });
            y += (to - from) * line + source + quote_gap(context);
            from = to;
        }
        out.quote_count++;
    }
    return out;
}

/* Where the quotes of a page begin in the list; after the last page, its end. */
static int page_start(const Placement *placement, int page)
{
    int start = 0;
    while (start < placement->list.count && placement->list.at[start].page < page)
        start++;
    return start;
}

/* How many go into the first of two columns, so that the higher of them is as low as
 * can be; rather more than fewer. */
static int even_split(SlideContext *context, const Placed *placed, int count)
{
    double gap = quote_gap(context), left = 0, right = 0, least = ENDLESS;
    for (int i = 0; i < count; i++)
        right += height_of(context, placed[i].measured) + gap;
    int split = count;
    for (int i = 0; i < count; i++) {
        double height = height_of(context, placed[i].measured) + gap;
        left += height;
        right -= height;
        if (fmax(left, right) <= least + 0.01) {
            least = fmax(left, right);
            split = i + 1;
        }
    }
    return split;
}

/* Makes the columns of the last page as even as they can be without changing the order.
 * A quote over two columns stays as it is. */
static void even_last_page(SlideContext *context, Placement *placement)
{
    if (placement->list.count == 0)
        return;
    int first = page_start(placement, placement->page_count - 1);
    int count = placement->list.count - first;
    Placed *placed = &placement->list.at[first];
    for (int i = 0; i < count; i++)
        if (placed[i].from > 0 || placed[i].to < placed[i].measured->lines.line_count)
            return;
    int split = even_split(context, placed, count);
    double y = 0;
    for (int i = 0; i < count; i++) {
        if (i == split)
            y = 0;
        placed[i].column = i >= split;
        placed[i].y = y;
        y += height_of(context, placed[i].measured) + quote_gap(context);
    }
}

static void paint(SlideContext *context, const Placed *placed, const Rect *room)
{
    Canvas *canvas = &context->canvas;
    const Medium *medium = canvas->medium;
    double x = room->x + placed->column * (column_width(context) + column_gap(context));
    double y = room->y + placed->y, line = leading(context);
    double height = (placed->to - placed->from) * line + source_height(context);
    canvas_rect(canvas, TAG_ARTIFACT,
                (Rect){ x, y, canvas_scaled(canvas, BAR_WIDTH), height },
                medium->palette.brand_light);
    x += canvas_scaled(canvas, INSET);
    TagId quote = canvas_tag(canvas, TAG_BLOCK_QUOTE, context->sect);
    canvas_lines(canvas, &placed->measured->rich, &placed->measured->lines,
                 (LinesOptions){ .tag = canvas_tag(canvas, TAG_P, quote),
                                 .x = x,
                                 .y = y + quote_style(context).size,
                                 .leading = line,
                                 .from = placed->from,
                                 .to = placed->to });
    bool is_end = placed->to == placed->measured->lines.line_count;
    Str source = is_end ? quote_source(context, placed->measured->quote)
                        : context->words->at[WORD_CONTINUES];
    canvas_text(canvas, canvas_tag(canvas, TAG_P, quote), x,
                y + height - canvas_scaled(canvas, 6), ALIGN_LEFT,
                canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.note,
                             medium->palette.brand_light),
                source);
}

/* The quotes that begin on a page, counted from 1; on a page that only ends one, that.
 */
static void page_range(const Placement *placement, int page, int *first, int *last)
{
    *first = 1;
    *last = 0;
    for (int i = 0; i < placement->list.count; i++) {
        const Placed *placed = &placement->list.at[i];
        *first += placed->page < page && placed->from == 0;
        *last += placed->page <= page && placed->from == 0;
    }
    if (*first > *last)
        *first = *last;
}

/* How many different answers there are to a question; to all of them: -1. */
static Figure unique_figure(SlideContext *context, int question)
{
    return figure_find(context->slice, (Query){ .statistic = STATISTIC_UNIQUE,
                                                .group = GROUP_ALL,
                                                .question = question });
}

/* How many of those to the slide's question may be shown. */
static Str shown_total(SlideContext *context, int count)
{
    Deck *deck = context->canvas.deck;
    Figure total = unique_figure(context, context->scope.about.index);
    total.value = total.base = count;
    Str text = format_count(deck->arena, context->words, count);
    figure_log_add(deck->figures, (PrintedFigure){ .figure = total,
                                                   .text = text,
                                                   .name = "different answers shown" });
    return text;
}

/* «1–12 av 125 unike svar», «utvalg 1–6 av 21 (125 unike svar)», and what is hidden;
 * `count` are shown, of `total`. */
static Str range_note(SlideContext *context, Quotes all, int first, int last, int count,
                      Str total)
{
    Arena *arena = context->canvas.deck->arena;
    const Words *words = context->words;
    Str range = format_count(arena, words, first);
    if (last > first)
        range = words_fill(arena, words, WORD_FINDING_RANGE, "low", range, "high",
                           format_count(arena, words, last), NULL);
    Str note = words_fill(
        arena, words, count < all.count ? WORD_OPEN_SOME : WORD_OPEN_RANGE, "range",
        range, "n", format_count(arena, words, count), "total", total, NULL);
    int limit = context->slice->round.description->min_respondents;
    if (all.hidden_count)
        note = words_fill(arena, words, WORD_OPEN_HIDDEN, "note", note, "n",
                          format_count(arena, words, limit), NULL);
    return note;
}

/* Where slides flow, it stands once, below the heading. */
static Str page_note(SlideContext *context, Quotes all, const Placement *placement,
                     int page)
{
    int first = 1, last = placement->quote_count;
    if (!context->canvas.medium->flows)
        page_range(placement, page, &first, &last);
    else if (page > 0)
        return (Str){ 0 };
    return range_note(context, all, first, last, placement->quote_count,
                      shown_total(context, all.count));
}

static bool begin(SlideContext *context, const FrameText *frame, Str note, int page,
                  Rect *room)
{
    FrameText paged = *frame;
    frame_add_note(context, &paged, note);
    return frame_begin(context, &paged, page == 0, room);
}

static bool compose_none(SlideContext *context, const FrameText *frame, Quotes all)
{
    Arena *arena = context->canvas.deck->arena;
    int limit = context->slice->round.description->min_respondents;
    Str text = all.hidden_count
                   ? words_fill(arena, context->words, WORD_OPEN_NONE_SHOWN, "n",
                                format_count(arena, context->words, limit), NULL)
                   : context->words->at[WORD_OPEN_NONE];
    return frame_begin_empty(context, frame, text);
}

/* Where the longer column of a page ends. */
static double page_height(SlideContext *context, const Placement *placement, int page)
{
    double height = 0;
    for (int i = 0; i < placement->list.count; i++) {
        const Placed *placed = &placement->list.at[i];
        double bottom = placed->y + (placed->to - placed->from) * leading(context) +
                        source_height(context);
        if (placed->page == page && bottom > height)
            height = bottom;
    }
    return height;
}

/* The height of some quotes in columns of about one height. */
static double even_height(SlideContext *context, const Measured *measured, int count)
{
    Heights all = { ENDLESS, ENDLESS };
    Placement placement = place(context, measured, count, all, 0);
    even_last_page(context, &placement);
    return page_height(context, &placement, 0);
}

/* All of them, or as many as are asked for; in a handout those that the deck shows. */
static Quotes choose(SlideContext *context, Quotes all)
{
    const Options *options = context->slide->options;
    int shown = context->scope.entries[context->entry].shown;
    Quotes quotes = all;
    if (options->show || options->pages)
        quotes = quotes_by_turn(context, all);
    if (options->show && options->show < quotes.count)
        quotes.count = options->show;
    if (context->canvas.medium->flows && shown && shown < quotes.count)
        quotes.count = shown;
    return quotes;
}

typedef struct Content {
    SlideContext *context;
    const Measured *measured;
    int count;
} Content;

/* For even_room. */
static int pages_of(const void *content, double room)
{
    const Content *quotes = content;
    Heights heights = { room, room };
    return place(quotes->context, quotes->measured, quotes->count, heights, 0)
        .page_count;
}

/* The same quotes over as many pages, each as full as the others. None is broken that
 * was not. */
static Placement place_evenly(SlideContext *context, const Measured *measured,
                              const Placement *placement, double room)
{
    Content content = { context, measured, placement->quote_count };
    double least = 0;
    for (int i = 0; i < content.count; i++) {
        double height = height_of(context, &measured[i]);
        if (height > room)
            return *placement;
        least = height > least ? height : least;
    }
    double even = even_room(pages_of, &content, least, room);
    return place(context, measured, content.count, (Heights){ even, even }, 0);
}

static bool compose_pages(SlideContext *context, FrameText frame, Quotes all)
{
    const Options *options = context->slide->options;
    Quotes quotes = choose(context, all);
    const Measured *measured = measure(context, quotes);
    int few = quotes.count < LEAST_QUOTES ? quotes.count : LEAST_QUOTES;
    frame.whole = even_height(context, measured, quotes.count);
    frame.least = even_height(context, measured, few);
    Rect room, next;
    FrameText noted = frame;
    frame_add_note(context, &noted,
                   range_note(context, all, 1, quotes.count, quotes.count,
                              format_count(context->canvas.deck->arena, context->words,
                                           all.count)));
    if (!frame_room(context, &noted, true, &room) ||
        !frame_room(context, &noted, false, &next))
        return false;
    Heights heights = { room.height, next.height };
    int max_pages = context->canvas.medium->flows ? 0 : options->pages;
    Placement placement = place(context, measured, quotes.count, heights, max_pages);
    if (!context->canvas.medium->flows)
        placement = place_evenly(context, measured, &placement, heights.first);
    even_last_page(context, &placement);
    slide_show(context, placement.quote_count);
    int painted = 0;
    for (int page = 0; page < placement.page_count; page++) {
        Str note = page_note(context, all, &placement, page);
        if (!begin(context, &frame, note, page, &room))
            return false;
        for (;
             painted < placement.list.count && placement.list.at[painted].page == page;
             painted++)
            paint(context, &placement.list.at[painted], &room);
        frame_take(context, &room, page_height(context, &placement, page));
    }
    return true;
}

static bool compose(SlideContext *context)
{
    const RoundSlice *round = &context->slice->round;
    int question = context->scope.about.index;
    Arena *arena = context->canvas.deck->arena;
    Figure unique = unique_figure(context, -1);
    Str kicker = context->words->at[WORD_OPEN_KICKER_NONE];
    if (unique.value > 0)
        kicker = words_fill(arena, context->words, WORD_OPEN_KICKER, "n",
                            slide_figure(context, unique), NULL);
    Str title = wording_text(round->description->questions[question].text,
                             context->scope.language);
    FrameText frame;
    if (!frame_text(context, kicker, title, &frame))
        return false;
    Quotes all = quotes_all(context, question);
    return all.count ? compose_pages(context, frame, all)
                     : compose_none(context, &frame, all);
}

const SlideKind slide_open_answers = {
    .layout = {.name = "open-answers",
               .help = "the open answers to a question: all, or a selection",
               .options = &SCHEMA,
               .needs_question = true,
               .is_title_optional = true},
    .compose = compose,
};
