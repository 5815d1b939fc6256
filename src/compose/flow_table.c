#include "compose/flow_table.h"

static const double CELL_AIR = 16; /* between columns */
static const double ROW_AIR = 9;   /* in a row, above and below its text together */
static const double LEADING = 1.3;

static RichText cell_text(SlideContext *context, const FlowTable *table, int row,
                          int column)
{
    Canvas *canvas = &context->canvas;
    const BlockCell *cell =
        &table->block->cells[row * table->block->column_count + column];
    FontRole role = row == 0 ? FONT_SEMIBOLD : FONT_REGULAR;
    TextStyle style =
        canvas_style(canvas, role, canvas->medium->sizes.label + 1, table->ink);
    style.is_tabular = true;
    return canvas_rich(canvas, cell->inlines, style);
}

static double natural_width(SlideContext *context, const FlowTable *table, int column)
{
    double width = 0;
    for (int row = 0; row < table->row_count; row++) {
        RichText rich = cell_text(context, table, row, column);
        TextLine line =
            typesetter_line(context->canvas.typesetter, rich.spans, rich.span_count);
        width = line.width > width ? line.width : width;
    }
    return width + canvas_scaled(&context->canvas, CELL_AIR);
}

static double *column_widths(SlideContext *context, const FlowTable *table, double room)
{
    int count = table->block->column_count;
    double *widths =
        arena_array(context->canvas.deck->arena, (size_t)count, sizeof *widths);
    double total = 0;
    for (int i = 0; i < count; i++)
        total += widths[i] = natural_width(context, table, i);
    if (total <= room)
        return widths;
    double narrow = 0; /* what the columns that need less than their share take */
    int wide_count = 0;
    double share = room / count, wide = 0;
    for (int i = 0; i < count; i++) {
        if (widths[i] <= share) {
            narrow += widths[i];
        } else {
            wide += widths[i];
            wide_count++;
        }
    }
    for (int i = 0; wide_count && i < count; i++)
        if (widths[i] > share)
            widths[i] *= (room - narrow) / wide;
    return widths;
}

static Paragraph cell_lines(SlideContext *context, const FlowTable *table,
                            const RichText *rich, int row, int column)
{
    double air = canvas_scaled(&context->canvas, CELL_AIR);
    return canvas_break(&context->canvas, rich, table->widths[column] - air,
                        row == 0 ? TEXT_LABEL : TEXT_PROSE);
}

FlowTable flow_table_measure(SlideContext *context, const Block *block, double width,
                             Colour ink)
{
    FlowTable table = { .block = block, .row_count = block->row_count, .ink = ink };
    table.widths = column_widths(context, &table, width);
    double *heights = arena_array(context->canvas.deck->arena, (size_t)table.row_count,
                                  sizeof *heights);
    double leading = (context->canvas.medium->sizes.label + 1) * LEADING;
    for (int row = 0; row < table.row_count; row++) {
        int lines = 1;
        for (int column = 0; column < block->column_count; column++) {
            RichText rich = cell_text(context, &table, row, column);
            int count = cell_lines(context, &table, &rich, row, column).line_count;
            lines = count > lines ? count : lines;
        }
        heights[row] = lines * leading + canvas_scaled(&context->canvas, ROW_AIR);
    }
    table.heights = heights;
    return table;
}

void flow_table_paint(SlideContext *context, const FlowTable *table, TagId tag, int row,
                      double x, double y)
{
    Canvas *canvas = &context->canvas;
    canvas->place = table->block->place;
    double size = canvas->medium->sizes.label + 1, left = x;
    double air = canvas_scaled(canvas, CELL_AIR);
    TagId row_tag =
        tag == TAG_ARTIFACT ? TAG_ARTIFACT : canvas_tag(canvas, TAG_ROW, tag);
    for (int column = 0; column < table->block->column_count; column++) {
        TagId cell = canvas_cell(canvas, row_tag, row == 0 ? SCOPE_COLUMN : SCOPE_NONE);
        RichText rich = cell_text(context, table, row, column);
        Paragraph lines = cell_lines(context, table, &rich, row, column);
        int align =
            table->block->cells[row * table->block->column_count + column].align;
        canvas_lines(canvas, &rich, &lines,
                     (LinesOptions){
                         .tag = cell,
                         .x = left,
                         .y = y + canvas_scaled(canvas, ROW_AIR) / 2 + size * 0.98,
                         .leading = size * LEADING,
                         .width = table->widths[column] - air,
                         .align = align < 0   ? ALIGN_LEFT
                                  : align > 0 ? ALIGN_RIGHT
                                              : ALIGN_CENTRE,
                         .scope = &context->scope,
                     });
        left += table->widths[column];
    }
    double rule = y + table->heights[row] - 1;
    canvas_line(canvas, TAG_ARTIFACT, x, rule, left - air, rule, row == 0 ? 1.5 : 0.75,
                canvas->medium->palette.rule);
}
