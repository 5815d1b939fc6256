#include "render/item.h"

#include <math.h>

const char *item_tag_name(TagKind kind)
{
    switch (kind) {
    case TAG_DOCUMENT: return "Document";
    case TAG_SECT: return "Sect";
    case TAG_H1: return "H1";
    case TAG_H2: return "H2";
    case TAG_P: return "P";
    case TAG_BLOCK_QUOTE: return "BlockQuote";
    case TAG_LIST: return "L";
    case TAG_LIST_ITEM: return "LI";
    case TAG_LABEL: return "Lbl";
    case TAG_LIST_BODY: return "LBody";
    case TAG_TABLE: return "Table";
    case TAG_TABLE_HEAD: return "THead";
    case TAG_TABLE_BODY: return "TBody";
    case TAG_ROW: return "TR";
    case TAG_HEADER_CELL: return "TH";
    case TAG_CELL: return "TD";
    case TAG_FIGURE: return "Figure";
    case TAG_CAPTION: return "Caption";
    case TAG_SPAN: return "Span";
    case TAG_LINK: return "Link";
    }
    return "NonStruct";
}

/* Corners in order along the edges, beginning with a move; closed by a step or not. */
bool item_is_rectangle(const Path *path, Rect *out)
{
    const PathStep *steps = path->steps;
    bool is_closed = path->step_count == 5 && steps[4].verb == PATH_CLOSE;
    if (!is_closed && !(path->step_count == 4 && !path->is_stroked))
        return false;
    for (int i = 0; i < 4; i++)
        if (steps[i].verb != (i ? PATH_LINE : PATH_MOVE))
            return false;
    double x[4], y[4];
    for (int i = 0; i < 4; i++) {
        x[i] = steps[i].x[0];
        y[i] = steps[i].y[0];
    }
    bool goes_across = y[0] == y[1] && x[1] == x[2] && y[2] == y[3] && x[3] == x[0];
    bool goes_down = x[0] == x[1] && y[1] == y[2] && x[2] == x[3] && y[3] == y[0];
    if (!goes_across && !goes_down)
        return false;
    *out = (Rect){ .x = fmin(x[0], x[2]),
                   .y = fmin(y[0], y[2]),
                   .width = fabs(x[2] - x[0]),
                   .height = fabs(y[2] - y[0]) };
    return true;
}

Rect item_bounds(const Path *path)
{
    double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;
    for (int i = 0; i < path->step_count; i++) {
        const PathStep *step = &path->steps[i];
        int count = path_step_points(step->verb);
        for (int k = 0; k < count; k++) {
            left = fmin(left, step->x[k]);
            right = fmax(right, step->x[k]);
            top = fmin(top, step->y[k]);
            bottom = fmax(bottom, step->y[k]);
        }
    }
    return (Rect){ left, top, right - left, bottom - top };
}
