#include "compose/listing.h"

static const double LEADING = 1.25;
static const double ENDLESS = 1e6;    /* no box is that high */
static const double NUMBER_EMS = 2.1; /* room for a slide's number */
static const double PAGE_EMS = 4;     /* room for its page in a handout */

/* A slide's row, measured for its column. */
typedef struct Row {
    RichText rich;
    Paragraph lines;
    double height;
} Row;

static double column_width(const SlideContext *context, Rect box,
                           const ListingStyle *style)
{
    double gaps = (style->column_count - 1) * context->canvas.medium->column_gap;
    return (box.width - gaps) / style->column_count;
}

/* In a handout a slide has a page beside its number: «side 4». */
static Str page_text(SlideContext *context, int entry)
{
    Canvas *canvas = &context->canvas;
    Arena *arena = canvas->deck->arena;
    double y;
    int page = scope_place(&context->scope, entry, &y) + 1;
    Str text = words_fill(arena, canvas->words, WORD_ON_PAGE, "n",
                          format_count(arena, canvas->words, page), NULL);
    return str_concat(arena, S(" "), text); /* apart from the name also when read */
}

static TextStyle page_style(const Canvas *canvas, const ListingStyle *style)
{
    TextStyle page =
        canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.note, style->number);
    page.is_tabular = true;
    return page;
}

static double name_width(const SlideContext *context, double width,
                         const ListingStyle *style)
{
    width -= NUMBER_EMS * style->size;
    return context->canvas.medium->flows ? width - PAGE_EMS * style->size : width;
}

static Row measure(SlideContext *context, Str name, double width,
                   const ListingStyle *style)
{
    Canvas *canvas = &context->canvas;
    Row row;
    row.rich = canvas_plain(
        canvas, name, canvas_style(canvas, FONT_REGULAR, style->size, style->ink));
    row.lines =
        canvas_break(canvas, &row.rich, name_width(context, width, style), TEXT_LABEL);
    int count = row.lines.line_count ? row.lines.line_count : 1;
    row.height = count * style->size * LEADING + style->air;
    return row;
}

/* How many fit when no column is higher than `limit`. */
static int fitting(const Row *rows, int count, int column_count, double limit)
{
    int fit = 0;
    for (int column = 0; column < column_count; column++)
        for (double y = 0; fit < count && y + rows[fit].height <= limit + 0.01; fit++)
            y += rows[fit].height;
    return fit;
}

static const Row *measure_all(SlideContext *context, Rect box,
                              const ListedSlide *slides, int count,
                              const ListingStyle *style)
{
    Row *rows = arena_array(context->canvas.deck->arena, (size_t)count, sizeof *rows);
    double width = column_width(context, box, style);
    for (int i = 0; i < count; i++)
        rows[i] = measure(context, slides[i].name, width, style);
    return rows;
}

int listing_fit(SlideContext *context, Rect box, const ListedSlide *slides, int count,
                const ListingStyle *style)
{
    const Row *rows = measure_all(context, box, slides, count, style);
    return fitting(rows, count, style->column_count, box.height);
}

static void paint_row(SlideContext *context, const Row *row, int entry, Rect area,
                      TagId list, const ListingStyle *style)
{
    Canvas *canvas = &context->canvas;
    TagId item = canvas_tag(canvas, TAG_LIST_ITEM, list);
    TagId body = canvas_tag(canvas, TAG_LIST_BODY, item);
    TagId link = canvas_tag(canvas, TAG_LINK, body);
    double baseline = area.y + style->air / 2 + style->size * 0.98;
    TextStyle number = canvas_style(canvas, FONT_SEMIBOLD, style->size, style->number);
    number.is_tabular = true;
    Str text = format_count(canvas->deck->arena, canvas->words,
                            scope_first_page(&context->scope, entry));
    canvas_text(canvas, link, area.x, baseline, ALIGN_LEFT, number,
                str_concat(canvas->deck->arena, text, S(" ")));
    canvas_lines(canvas, &row->rich, &row->lines,
                 (LinesOptions){ .tag = link,
                                 .x = area.x + NUMBER_EMS * style->size,
                                 .y = baseline,
                                 .leading = style->size * LEADING });
    if (canvas->medium->flows)
        canvas_text(canvas, link, area.x + area.width, baseline, ALIGN_RIGHT,
                    page_style(canvas, style), page_text(context, entry));
    canvas_link(canvas, link, area, entry, &context->scope);
    double rule = area.y + area.height;
    if (style->has_rules)
        canvas_line(canvas, TAG_ARTIFACT, area.x, rule, area.x + area.width, rule, 0.75,
                    style->rule);
}

/* The lowest height of columns into which as many go as into full ones. */
static double even_height(const Row *rows, int count, int column_count, double room)
{
    double total = 0;
    for (int i = 0; i < count; i++)
        total += rows[i].height;
    double height = total / column_count;
    while (height < room && fitting(rows, count, column_count, height) < count)
        height += 1;
    return height < room ? height : room;
}

double listing_height(SlideContext *context, Rect box, const ListedSlide *slides,
                      int count, const ListingStyle *style)
{
    const Row *rows = measure_all(context, box, slides, count, style);
    return even_height(rows, count, style->column_count, ENDLESS);
}

int listing_paint(SlideContext *context, Rect box, TagId list,
                  const ListedSlide *slides, int count, const ListingStyle *style)
{
    const Row *rows = measure_all(context, box, slides, count, style);
    int fit = fitting(rows, count, style->column_count, box.height), next = 0;
    double limit = even_height(rows, fit, style->column_count, box.height);
    double width = column_width(context, box, style), x = box.x;
    for (int column = 0; column < style->column_count; column++) {
        for (double y = 0; next < fit && y + rows[next].height <= limit + 0.01;
             next++) {
            Rect area = { x, box.y + y, width, rows[next].height };
            paint_row(context, &rows[next], slides[next].entry, area, list, style);
            y += rows[next].height;
        }
        x += width + context->canvas.medium->column_gap;
    }
    return fit;
}
