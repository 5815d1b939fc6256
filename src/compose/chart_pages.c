#include "compose/chart_pages.h"

/* Rows for the next page, where it is `most` that fit there and `next` on the pages
 * after it; 0 when none fits. */
static int share_rows(int left, int most, int next)
{
    if (left <= most || next <= 0)
        return left < most ? left : most;
    int pages = 1 + (left - most + next - 1) / next;
    int even = (left + pages - 1) / pages;
    return even < most ? even : most;
}

static bool report_none(Canvas *canvas, const ChartKind *kind, const ChartData *data)
{
    diag_error(canvas->diags, canvas->place, "%d groups do not fit in a %s chart here",
               data->all_row_count, kind->name);
    diag_hint(canvas->diags, "use `chart: heat`, or a shorter title or finding");
    return false;
}

/* How many rows fit on a page after the first; -1 with an error. */
static int fit_next(SlideContext *context, const ChartKind *kind,
                    const FrameText *frame, const ChartData *data)
{
    Canvas *canvas = &context->canvas;
    Rect room;
    if (!frame_room(context, frame, false, &room))
        return -1;
    return kind->fit(canvas, chart_zone(kind, canvas, room, data), data);
}

/* Paints that many rows and takes them from the data. */
static bool paint_rows(SlideContext *context, const ChartKind *kind, ChartData *data,
                       int count, Rect box)
{
    ChartData page = *data;
    if (count <= 0)
        return data->row_count == 0 || report_none(&context->canvas, kind, data);
    page.row_count = count;
    data->rows += count;
    data->row_count -= count;
    return chart_paint(kind, &context->canvas, context->sect, box, &page,
                       &context->scope);
}

bool chart_paint_first(SlideContext *context, const ChartKind *kind,
                       const FrameText *frame, ChartData *data, Rect box)
{
    Canvas *canvas = &context->canvas;
    int count = data->row_count;
    if (kind->fit(canvas, box, data) < count) {
        data->all_rows = data->rows;
        data->all_row_count = count;
        count = share_rows(count, kind->fit(canvas, box, data),
                           fit_next(context, kind, frame, data));
        data->page_rows = count;
    }
    return paint_rows(context, kind, data, count, box);
}

/* The rows of a next page, and the box that holds them. */
static int place_next(SlideContext *context, const ChartKind *kind, ChartData *data,
                      Rect first, Rect *box)
{
    bool flows = context->canvas.medium->flows;
    if (!flows) {
        box->height -= first.y - box->y;
        box->y = first.y;
    }
    int most = kind->fit(&context->canvas, *box, data);
    int count = share_rows(data->row_count, most, most);
    if (count > data->page_rows)
        data->page_rows = count;
    else if (!flows)
        box->height = first.height;
    return count;
}

bool chart_paint_rest(SlideContext *context, const ChartKind *kind,
                      const FrameText *frame, ChartData data, Rect box)
{
    while (data.row_count > 0) {
        Rect next;
        if (!frame_begin(context, frame, false, &next))
            return false;
        int count = place_next(context, kind, &data, box, &next);
        if (!paint_rows(context, kind, &data, count, next))
            return false;
    }
    return true;
}

bool chart_paint_pages(SlideContext *context, const ChartKind *kind,
                       const FrameText *frame, ChartData data, Rect box)
{
    return chart_paint_first(context, kind, frame, &data, box) &&
           chart_paint_rest(context, kind, frame, data, box);
}
