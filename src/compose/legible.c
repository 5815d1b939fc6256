/* The ground of a text is looked up at points spread over its box: at each of them the
 * filled shapes painted before it are laid over each other in painting order. */
#include "compose/legible.h"

#include "base/messages.h"

#include <math.h>

static const double ASCENT = 0.66, DESCENT = 0.2; /* of the box, in type sizes */
static const double LARGE_SIZE = 18, LARGE_BOLD_SIZE = 14;
static const int BOLD_STEM = 160;      /* thousandths; semibold is below it */
static const double SAMPLE_PITCH = 3;  /* points, along the line */
static const double LEAST_OVERLAP = 1; /* points; less is no collision */

enum { SAMPLE_ROWS = 3, CURVE_PARTS = 6, TEXT_SHOWN = 40, BANDS = 64 };

/* A ratio is held against the limit as it would be printed with two decimals. */
static const double RATIO_SLACK = 0.005;

/* Square points; corners meant to be in line turn by less. */
static const double TURN_SLACK = 1e-6;

typedef VEC(int) Indices;

/* A contrast that was asked for before; a deck has few pairs of colours. */
typedef struct Contrast {
    Colour ink, ground;
    double ratio;
} Contrast;

typedef VEC(Contrast) Contrasts;

/* A page of quotations has hundreds of texts: they are looked up by the bands of the
 * page that they touch, so that each meets few of the others. */
typedef struct PageCheck {
    const Deck *deck;
    const Page *page;
    Rect *boxes;          /* by item; empty: it neither shows nor hides anything */
    Indices shapes;       /* items that are no texts, with a box */
    Indices texts[BANDS]; /* items met so far, by band from the top */
    Contrasts *contrasts; /* of the deck */
    Arena *arena;         /* theirs */
    const Medium *medium;
    Diags *diags;
    bool is_good;
} PageCheck;

static Rect text_box(const TextItem *text)
{
    double size = text->run.size;
    Str source = text->run.source;
    double width = text->run.width;
    if (str_ends(source, S(" ")) && text->run.glyph_count)
        width -=
            (double)text->run.glyphs[text->run.glyph_count - 1].advance * size / 1000;
    return (Rect){ text->x, text->y - ASCENT * size, width, (ASCENT + DESCENT) * size };
}

static bool is_blank(const TextItem *text)
{
    return str_trim(text->run.source).len == 0;
}

static bool boxes_meet(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

static Rect path_box(const Path *path)
{
    double left = (double)INFINITY, top = (double)INFINITY, right = -(double)INFINITY,
           bottom = -(double)INFINITY;
    for (int i = 0; i < path->step_count; i++) {
        const PathStep *step = &path->steps[i];
        int points = path_step_points(step->verb);
        for (int j = 0; j < points; j++) {
            left = fmin(left, step->x[j]);
            right = fmax(right, step->x[j]);
            top = fmin(top, step->y[j]);
            bottom = fmax(bottom, step->y[j]);
        }
    }
    return (Rect){ left, top, right - left, bottom - top };
}

typedef struct Point {
    double x, y;
} Point;

/* Whether a ray to the right from the point crosses the edge. */
static bool crosses(Point at, Point from, Point to)
{
    if ((from.y > at.y) == (to.y > at.y))
        return false;
    return at.x < from.x + (at.y - from.y) / (to.y - from.y) * (to.x - from.x);
}

static Point curve_point(Point from, const PathStep *curve, double t)
{
    double a = (1 - t) * (1 - t) * (1 - t), b = 3 * t * (1 - t) * (1 - t);
    double c = 3 * t * t * (1 - t), d = t * t * t;
    return (Point){ a * from.x + b * curve->x[0] + c * curve->x[1] + d * curve->x[2],
                    a * from.y + b * curve->y[0] + c * curve->y[1] + d * curve->y[2] };
}

/* Even-odd: shapes here do not cross themselves. */
static bool covers(const Path *path, Point at)
{
    bool is_inside = false;
    Point start = { 0, 0 }, pen = { 0, 0 };
    for (int i = 0; i < path->step_count; i++) {
        const PathStep *step = &path->steps[i];
        Point before = pen;
        switch (step->verb) {
        case PATH_MOVE: start = pen = (Point){ step->x[0], step->y[0] }; break;
        case PATH_LINE:
            pen = (Point){ step->x[0], step->y[0] };
            is_inside ^= crosses(at, before, pen);
            break;
        case PATH_CURVE:
            for (int part = 1; part <= CURVE_PARTS; part++) {
                Point next = curve_point(before, step, (double)part / CURVE_PARTS);
                is_inside ^= crosses(at, pen, next);
                pen = next;
            }
            break;
        case PATH_CLOSE:
            is_inside ^= crosses(at, pen, start);
            pen = start;
            break;
        }
    }
    return is_inside;
}

static bool paints_at(const Item *item, Point at)
{
    if (item->kind == ITEM_PATH)
        return item->as.path.is_filled && covers(&item->as.path, at);
    const Rect *box = &item->as.picture.box;
    return item->kind == ITEM_IMAGE && at.x >= box->x && at.x <= box->x + box->width &&
           at.y >= box->y && at.y <= box->y + box->height;
}

/* What a text takes, or what may lie under or over one. */
static Rect item_box(const Item *item)
{
    const Rect none = { 0 };
    switch (item->kind) {
    case ITEM_TEXT: return is_blank(&item->as.text) ? none : text_box(&item->as.text);
    case ITEM_PATH: return item->as.path.is_filled ? path_box(&item->as.path) : none;
    case ITEM_IMAGE: return item->as.picture.box;
    }
    return none;
}

static bool is_empty(Rect box)
{
    return !(box.width > 0 && box.height > 0);
}

static bool encloses(Rect outer, Rect inner)
{
    return outer.x <= inner.x && outer.x + outer.width >= inner.x + inner.width &&
           outer.y <= inner.y && outer.y + outer.height >= inner.y + inner.height;
}

/* Whether the points of the shape, those that pull at its curves among them, turn one
 * way only; then so does the shape. */
static bool is_convex(Arena *arena, const Path *path)
{
    Point *points = arena_array(arena, 3 * (size_t)path->step_count, sizeof *points);
    int count = 0;
    for (int i = 0; i < path->step_count; i++) {
        const PathStep *step = &path->steps[i];
        int own = path_step_points(step->verb);
        if (step->verb == PATH_MOVE && i > 0)
            return false;
        for (int j = 0; j < own; j++)
            points[count++] = (Point){ step->x[j], step->y[j] };
    }
    double least = 0, most = 0;
    for (int i = 0; i < count; i++) {
        Point a = points[i], b = points[(i + 1) % count], c = points[(i + 2) % count];
        double turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
        least = fmin(least, turn);
        most = fmax(most, turn);
    }
    return least > -TURN_SLACK || most < TURN_SLACK;
}

/* Whether all of the box lies on the item. */
static bool is_under(Arena *arena, const Item *item, Rect box)
{
    if (item->kind == ITEM_IMAGE)
        return encloses(item->as.picture.box, box);
    const Path *path = &item->as.path;
    double right = box.x + box.width, bottom = box.y + box.height;
    return is_convex(arena, path) && covers(path, (Point){ box.x, box.y }) &&
           covers(path, (Point){ right, box.y }) &&
           covers(path, (Point){ box.x, bottom }) &&
           covers(path, (Point){ right, bottom });
}

/* What lies at one point of a text. */
typedef struct Ground {
    Colour colour, mark; /* of the pattern on it; where there is none, the same */
    bool is_picture, is_covered;
} Ground;

static Ground ground_at(const PageCheck *check, const int *near, int near_count,
                        int text, Point at)
{
    Colour paper = check->medium->palette.paper;
    Ground ground = { .colour = paper, .mark = paper };
    for (int i = 0; i < near_count; i++) {
        const Item *item = &check->page->items.at[near[i]];
        if (!paints_at(item, at))
            continue;
        if (near[i] > text) {
            ground.is_covered = true;
            break;
        }
        ground.is_picture = item->kind == ITEM_IMAGE;
        if (item->kind != ITEM_PATH)
            continue;
        const Path *path = &item->as.path;
        bool is_plain = path->pattern == PATTERN_PLAIN;
        ground.mark = is_plain ? colour_mix(ground.mark, path->fill, path->opacity)
                               : path->pattern_colour;
        ground.colour = colour_mix(ground.colour, path->fill, path->opacity);
    }
    return ground;
}

static void report(PageCheck *check, const Item *item, const char *what)
{
    Str shown =
        str_shown(check->deck->arena, str_trim(item->as.text.run.source), TEXT_SHOWN);
    diag_error(check->diags, item->place, "\"%.*s\" %s", STR_ARG(shown), what);
    check->is_good = false;
}

static void report_contrast(PageCheck *check, const Item *item, Colour ground,
                            double ratio, double needed)
{
    Colour ink = item->as.text.colour;
    Str what = str_format(
        check->deck->arena,
        message_text("in #%02X%02X%02X on #%02X%02X%02X has a contrast of %.1f:1; "
                     "text of %g points needs %.1f:1"),
        ink.red, ink.green, ink.blue, ground.red, ground.green, ground.blue,
        floor(ratio * 10) / 10, item->as.text.run.size, needed);
    report(check, item, str_c(check->deck->arena, what));
    diag_hint(check->diags, "change one of the two colours in the theme");
}

static double needed_contrast(const TextItem *text)
{
    double size = text->run.size;
    bool is_large = size >= LARGE_SIZE || (size >= LARGE_BOLD_SIZE && text->run.face &&
                                           text->run.face->stem_v >= BOLD_STEM);
    return is_large ? COLOUR_LARGE_TEXT_CONTRAST : COLOUR_TEXT_CONTRAST;
}

/* How many places to look at along the text: one when all that is near lies under the
 * whole of it. */
static int sample_columns(const PageCheck *check, const int *near, int near_count,
                          Rect box)
{
    for (int i = 0; i < near_count; i++)
        if (!is_under(check->deck->arena, &check->page->items.at[near[i]], box))
            return (int)fmax(ceil(box.width / SAMPLE_PITCH), 2);
    return 1;
}

static double contrast(PageCheck *check, Colour ink, Colour ground)
{
    Contrasts *known = check->contrasts;
    for (int i = 0; i < known->count; i++)
        if (colour_equal(known->at[i].ink, ink) &&
            colour_equal(known->at[i].ground, ground))
            return known->at[i].ratio;
    double ratio = colour_contrast(ink, ground);
    vec_push(check->arena, known, (Contrast){ ink, ground, ratio });
    return ratio;
}

/* The worst ground under the text decides; one error is enough. */
static void check_ground(PageCheck *check, const Item *item, int index, const int *near,
                         int near_count)
{
    Rect box = check->boxes[index];
    int columns = sample_columns(check, near, near_count, box);
    int rows = columns > 1 ? SAMPLE_ROWS : 1;
    double worst = (double)INFINITY, needed = needed_contrast(&item->as.text);
    Colour paper = check->medium->palette.paper, worst_ground = paper;
    Ground last = { 0 };
    for (int i = 0; i < columns * rows; i++) {
        int column = i / rows, row = i % rows;
        Point at = { box.x + box.width * (column + 0.5) / columns,
                     item->as.text.y -
                         item->as.text.run.size * ASCENT * (row + 0.5) / rows };
        Ground ground = ground_at(check, near, near_count, index, at);
        if (ground.is_picture || ground.is_covered) {
            report(check, item,
                   message_text(ground.is_covered ? MESSAGE("is painted over")
                                                  : MESSAGE("stands on a picture")));
            diag_hint(check->diags, "give the text a place of its own");
            return;
        }
        if (i > 0 && colour_equal(ground.colour, last.colour) &&
            colour_equal(ground.mark, last.mark))
            continue;
        last = ground;
        const Colour ink = item->as.text.colour,
                     seen[] = { ground.colour, ground.mark };
        int count = colour_equal(ground.colour, ground.mark) ? 1 : 2;
        for (int k = 0; k < count; k++) {
            double ratio = contrast(check, ink, seen[k]);
            if (ratio < worst) {
                worst = ratio;
                worst_ground = seen[k];
            }
        }
    }
    if (worst + RATIO_SLACK < needed)
        report_contrast(check, item, worst_ground, worst, needed);
}

static void check_size(PageCheck *check, const Item *item)
{
    double floor_size = check->medium->sizes.floor;
    if (item->as.text.run.size >= floor_size - RATIO_SLACK)
        return;
    Str what =
        str_format(check->deck->arena,
                   message_text("is set in %g points; nothing may be smaller than %g"),
                   item->as.text.run.size, floor_size);
    report(check, item, str_c(check->deck->arena, what));
    diag_hint(check->diags, "shorten what stands beside it");
}

static int band_of(const PageCheck *check, double y)
{
    return (int)fmin(fmax(y / check->deck->height * BANDS, 0), BANDS - 1);
}

static bool texts_collide(Rect a, Rect b)
{
    return boxes_meet(a, b) &&
           fmin(a.x + a.width, b.x + b.width) - fmax(a.x, b.x) > LEAST_OVERLAP &&
           fmin(a.y + a.height, b.y + b.height) - fmax(a.y, b.y) > LEAST_OVERLAP;
}

/* Against the texts painted before it: the first of them that it stands on, or -1. */
static int find_collision(PageCheck *check, int index)
{
    Rect box = check->boxes[index];
    int first = -1, last_band = band_of(check, box.y + box.height);
    for (int band = band_of(check, box.y); band <= last_band; band++) {
        Indices *texts = &check->texts[band];
        for (int i = 0; i < texts->count; i++) {
            int other = texts->at[i];
            if ((first < 0 || other < first) && texts_collide(box, check->boxes[other]))
                first = other;
        }
        vec_push(check->deck->arena, texts, index);
    }
    return first;
}

static void check_collisions(PageCheck *check, const Item *item, int index)
{
    int found = find_collision(check, index);
    if (found < 0)
        return;
    const Item *other = &check->page->items.at[found];
    Str what =
        str_format(check->deck->arena, message_text("stands on \"%.*s\""),
                   STR_ARG(str_shown(check->deck->arena,
                                     str_trim(other->as.text.run.source), TEXT_SHOWN)));
    report(check, item, str_c(check->deck->arena, what));
    diag_hint(check->diags, "shorten the texts, or show fewer of them");
}

static void check_text(PageCheck *check, int index, int *near)
{
    const Item *item = &check->page->items.at[index];
    int near_count = 0;
    for (int i = 0; i < check->shapes.count; i++) {
        int shape = check->shapes.at[i];
        if (boxes_meet(check->boxes[shape], check->boxes[index]))
            near[near_count++] = shape;
    }
    check_size(check, item);
    check_ground(check, item, index, near, near_count);
    check_collisions(check, item, index);
}

static void check_page(PageCheck *check)
{
    const Page *page = check->page;
    Arena *arena = check->deck->arena;
    size_t count = (size_t)page->items.count;
    int *near = arena_array(arena, count, sizeof *near);
    check->boxes = arena_array(arena, count, sizeof *check->boxes);
    for (int i = 0; i < page->items.count; i++) {
        check->boxes[i] = item_box(&page->items.at[i]);
        if (page->items.at[i].kind != ITEM_TEXT && !is_empty(check->boxes[i]))
            vec_push(arena, &check->shapes, i);
    }
    for (int i = 0; i < page->items.count; i++)
        if (page->items.at[i].kind == ITEM_TEXT && !is_empty(check->boxes[i]))
            check_text(check, i, near);
}

bool legible_check(const Deck *deck, const Medium *medium, Diags *diags)
{
    bool is_good = true;
    Contrasts contrasts = { 0 };
    Arena *arena = arena_new();
    for (int i = 0; i < deck->pages.count; i++) {
        PageCheck check = { .deck = deck,
                            .page = &deck->pages.at[i],
                            .contrasts = &contrasts,
                            .arena = arena,
                            .medium = medium,
                            .diags = diags,
                            .is_good = true };
        diags->slide = medium->flows ? 0 : i + 1; /* a page has several there */
        ArenaMark mark = arena_mark(deck->arena);
        check_page(&check);
        arena_rewind(deck->arena, mark);
        is_good &= check.is_good;
    }
    arena_free(arena);
    diags->slide = 0;
    return is_good;
}
