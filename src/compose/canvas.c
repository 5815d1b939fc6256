#include "compose/canvas.h"

/* Control points of a quarter circle lie this share of the radius from its ends. */
static const double QUARTER = 0.5522847498;

static const double PATTERN_PITCH = 5; /* on screen */

static Item *add_item(Canvas *canvas, ItemKind kind, TagId tag)
{
    Page *page = &canvas->deck->pages.at[canvas->page];
    vec_push(canvas->deck->arena, &page->items,
             (Item){ .kind = kind,
                     .tag = tag,
                     .is_pagination = tag == TAG_ARTIFACT && canvas->is_pagination,
                     .place = canvas->place });
    return &page->items.at[page->items.count - 1];
}

static PathStep *new_steps(Canvas *canvas, int count)
{
    return arena_array(canvas->deck->arena, (size_t)count, sizeof(PathStep));
}

static PathStep step_to(PathVerb verb, double x, double y)
{
    return (PathStep){ .verb = verb, .x = { x }, .y = { y } };
}

static void add_filled(Canvas *canvas, TagId tag, const PathStep *steps, int count,
                       Colour fill, double opacity)
{
    add_item(canvas, ITEM_PATH, tag)->as.path = (Path){
        .steps = steps,
        .step_count = count,
        .is_filled = true,
        .fill = fill,
        .opacity = opacity,
    };
}

double canvas_scaled(const Canvas *canvas, double points)
{
    return points * canvas->medium->scale;
}

TagId canvas_tag(Canvas *canvas, TagKind kind, TagId parent)
{
    return deck_add_tag(canvas->deck, kind, parent, canvas->place);
}

TagId canvas_cell(Canvas *canvas, TagId row, TagScope scope)
{
    if (row == TAG_ARTIFACT)
        return TAG_ARTIFACT;
    TagId cell = canvas_tag(canvas, scope ? TAG_HEADER_CELL : TAG_CELL, row);
    canvas->deck->tags.at[cell].scope = scope;
    return cell;
}

enum { BOX_STEPS = 5 };

static PathStep *box_steps(Canvas *canvas, Rect box)
{
    double right = box.x + box.width, bottom = box.y + box.height;
    PathStep *steps = new_steps(canvas, BOX_STEPS);
    steps[0] = step_to(PATH_MOVE, box.x, box.y);
    steps[1] = step_to(PATH_LINE, right, box.y);
    steps[2] = step_to(PATH_LINE, right, bottom);
    steps[3] = step_to(PATH_LINE, box.x, bottom);
    steps[4] = (PathStep){ .verb = PATH_CLOSE };
    return steps;
}

void canvas_faint_rect(Canvas *canvas, TagId tag, Rect box, Colour fill, double opacity)
{
    if (box.width > 0 && box.height > 0)
        add_filled(canvas, tag, box_steps(canvas, box), BOX_STEPS, fill, opacity);
}

void canvas_rect(Canvas *canvas, TagId tag, Rect box, Colour fill)
{
    canvas_faint_rect(canvas, tag, box, fill, 1);
}

void canvas_shaded_rect(Canvas *canvas, TagId tag, Rect box, Shade shade)
{
    if (box.width <= 0 || box.height <= 0)
        return;
    add_item(canvas, ITEM_PATH, tag)->as.path = (Path){
        .steps = box_steps(canvas, box),
        .step_count = BOX_STEPS,
        .is_filled = true,
        .fill = shade.ground,
        .opacity = 1,
        .pattern = shade.pattern,
        .pattern_colour = shade.mark,
        .pattern_pitch = canvas_scaled(canvas, PATTERN_PITCH),
    };
}

/* From the pen at one end of a corner to its other end; the corner point lies between.
 */
static PathStep round_corner(double from_x, double from_y, double corner_x,
                             double corner_y, double to_x, double to_y)
{
    return (PathStep){
        .verb = PATH_CURVE,
        .x = {from_x + (corner_x - from_x) * QUARTER,
              to_x + (corner_x - to_x) * QUARTER, to_x},
        .y = { from_y + (corner_y - from_y) * QUARTER,
              to_y + (corner_y - to_y) * QUARTER, to_y},
    };
}

void canvas_round_rect(Canvas *canvas, TagId tag, Rect box, double radius, Colour fill)
{
    double left = box.x, top = box.y, right = box.x + box.width,
           bottom = box.y + box.height, r = radius;
    PathStep *steps = new_steps(canvas, 9);
    steps[0] = step_to(PATH_MOVE, left + r, top);
    steps[1] = step_to(PATH_LINE, right - r, top);
    steps[2] = round_corner(right - r, top, right, top, right, top + r);
    steps[3] = step_to(PATH_LINE, right, bottom - r);
    steps[4] = round_corner(right, bottom - r, right, bottom, right - r, bottom);
    steps[5] = step_to(PATH_LINE, left + r, bottom);
    steps[6] = round_corner(left + r, bottom, left, bottom, left, bottom - r);
    steps[7] = step_to(PATH_LINE, left, top + r);
    steps[8] = round_corner(left, top + r, left, top, left + r, top);
    add_filled(canvas, tag, steps, 9, fill, 1);
}

void canvas_dashed_line(Canvas *canvas, TagId tag, double x1, double y1, double x2,
                        double y2, double width, double dash, Colour colour)
{
    PathStep *steps = new_steps(canvas, 2);
    steps[0] = step_to(PATH_MOVE, x1, y1);
    steps[1] = step_to(PATH_LINE, x2, y2);
    add_item(canvas, ITEM_PATH, tag)->as.path = (Path){
        .steps = steps,
        .step_count = 2,
        .is_stroked = true,
        .stroke = colour,
        .line_width = width,
        .dash = dash,
        .opacity = 1,
    };
}

void canvas_outline(Canvas *canvas, TagId tag, Rect box, double width, Colour colour)
{
    add_item(canvas, ITEM_PATH, tag)->as.path = (Path){
        .steps = box_steps(canvas, box),
        .step_count = BOX_STEPS,
        .is_stroked = true,
        .stroke = colour,
        .line_width = width,
        .opacity = 1,
    };
}

void canvas_line(Canvas *canvas, TagId tag, double x1, double y1, double x2, double y2,
                 double width, Colour colour)
{
    canvas_dashed_line(canvas, tag, x1, y1, x2, y2, width, 0, colour);
}

void canvas_polygon(Canvas *canvas, TagId tag, const double (*points)[2], int count,
                    Colour fill)
{
    PathStep *steps = new_steps(canvas, count + 1);
    for (int i = 0; i < count; i++)
        steps[i] = step_to(i ? PATH_LINE : PATH_MOVE, points[i][0], points[i][1]);
    steps[count] = (PathStep){ .verb = PATH_CLOSE };
    add_filled(canvas, tag, steps, count + 1, fill, 1);
}

/* Moved and scaled from the drawing's own points into the box. */
static void add_drawing(Canvas *canvas, TagId tag, Rect box, const SvgDrawing *drawing)
{
    double scale_x = box.width / drawing->width, scale_y = box.height / drawing->height;
    for (int i = 0; i < drawing->path_count; i++) {
        Path path = drawing->paths[i];
        PathStep *steps = new_steps(canvas, path.step_count);
        for (int j = 0; j < path.step_count; j++) {
            steps[j] = path.steps[j];
            for (int k = 0; k < path_step_points(steps[j].verb); k++) {
                steps[j].x[k] = box.x + steps[j].x[k] * scale_x;
                steps[j].y[k] = box.y + steps[j].y[k] * scale_y;
            }
        }
        path.steps = steps;
        path.line_width *= scale_x;
        add_item(canvas, ITEM_PATH, tag)->as.path = path;
    }
}

void canvas_picture(Canvas *canvas, TagId tag, Rect box, const PictureFile *picture)
{
    if (picture->drawing.path_count > 0) {
        add_drawing(canvas, tag, box, &picture->drawing);
        return;
    }
    add_item(canvas, ITEM_IMAGE, tag)->as.picture = (Picture){
        .box = box,
        .width = picture->width,
        .height = picture->height,
        .rgba = picture->rgba,
        .jpeg = picture->jpeg,
        .profile = picture->profile,
        .orientation = picture->orientation,
    };
}

TextStyle canvas_style(const Canvas *canvas, FontRole role, double size, Colour colour)
{
    double floor = canvas->medium->sizes.floor;
    return (TextStyle){ .role = role,
                        .size = size < floor ? floor : size,
                        .colour = colour };
}

static double aligned(double x, double width, Align align)
{
    return align == ALIGN_LEFT ? x : align == ALIGN_CENTRE ? x - width / 2 : x - width;
}

/* The slide kinds see to it that text fits. Where input outdoes them, this says so. */
static void check_bounds(Canvas *canvas, const Fragment *fragment, double x, double y)
{
    const Rect *bounds = &canvas->bounds;
    if (bounds->width <= 0 || canvas->has_overflow)
        return;
    double right = x + fragment->run.width, size = fragment->style.size;
    bool is_inside = x >= bounds->x - 1 && y - size * 0.7 >= bounds->y - 1 &&
                     right <= bounds->x + bounds->width + size * 0.3 &&
                     y <= bounds->y + bounds->height + 1;
    if (is_inside)
        return;
    canvas->has_overflow = true;
    diag_error(canvas->diags, canvas->place,
               "there is no room on the slide for \"%.*s\"",
               STR_ARG(str_shown(canvas->deck->arena, fragment->run.source, 60)));
    diag_hint(canvas->diags, "shorten the text, or what stands beside it");
}

static void paint_fragment(Canvas *canvas, TagId tag, const Fragment *fragment,
                           double x, double y)
{
    check_bounds(canvas, fragment, x + fragment->x, y);
    add_item(canvas, ITEM_TEXT, tag)->as.text = (TextItem){
        .run = fragment->run,
        .x = x + fragment->x,
        .y = y,
        .colour = fragment->style.colour,
    };
}

double canvas_text(Canvas *canvas, TagId tag, double x, double y, Align align,
                   TextStyle style, Str text)
{
    TextSpan span = {
        .text = text, .style = style, .link = -1, .place = canvas->place
    };
    TextLine line = typesetter_line(canvas->typesetter, &span, 1);
    double left = aligned(x, line.width, align);
    for (int i = 0; i < line.fragment_count; i++)
        paint_fragment(canvas, tag, &line.fragments[i], left, y);
    return line.width;
}

/* «Bilde 12», or the address. */
static Str link_contents(Canvas *canvas, const LinkTarget *link, const Scope *scope)
{
    if (link->uri.len)
        return link->uri;
    Arena *arena = canvas->deck->arena;
    Str number =
        format_count(arena, canvas->words, scope_first_page(scope, link->entry));
    return words_fill(arena, canvas->words, WORD_LINK_TO_SLIDE, "number", number, NULL);
}

static void add_link(Canvas *canvas, const LinkTarget *link, TagId tag, Rect area,
                     const Scope *scope)
{
    double y = 0;
    Link added = {
        .area = area,
        .tag = tag,
        .target_page = link->uri.len ? -1 : scope_place(scope, link->entry, &y),
        .target_y = y,
        .uri = link->uri,
        .contents = link_contents(canvas, link, scope),
    };
    Page *page = &canvas->deck->pages.at[canvas->page];
    vec_push(canvas->deck->arena, &page->links, added);
}

void canvas_link(Canvas *canvas, TagId tag, Rect area, int entry, const Scope *scope)
{
    LinkTarget target = { .entry = entry };
    add_link(canvas, &target, tag, area, scope);
}

/* What painting a link needs, beside its fragment. */
typedef struct LinkState {
    const RichText *text;
    TagId *tags; /* by link, 0 until its first fragment is painted */
    TagId parent;
    const Scope *scope;
} LinkState;

/* The tag for a fragment of a link, and its rectangle; a link broken over lines is one
 * tag with several rectangles. */
static TagId paint_link(Canvas *canvas, LinkState *state, int link, Rect area)
{
    if (!state->tags[link])
        state->tags[link] = canvas_tag(canvas, TAG_LINK, state->parent);
    add_link(canvas, &state->text->links[link], state->tags[link], area, state->scope);
    return state->tags[link];
}

static void paint_line(Canvas *canvas, LinkState *state, const TextLine *line, double x,
                       double y)
{
    for (int i = 0; i < line->fragment_count; i++) {
        const Fragment *fragment = &line->fragments[i];
        double size = fragment->style.size, left = x + fragment->x;
        double right = left + fragment->run.width;
        if (right > x + line->width) /* the blank at the end of a line hangs out */
            right = x + line->width;
        int link = state->text->spans[fragment->span].link;
        TagId tag = state->parent;
        if (link >= 0 && tag != TAG_ARTIFACT)
            tag = paint_link(canvas, state, link,
                             (Rect){ left, y - size * 0.8, right - left, size * 1.05 });
        paint_fragment(canvas, tag, fragment, x, y);
        if (fragment->style.is_underlined)
            canvas_line(canvas, TAG_ARTIFACT, left, y + size * 0.12, right,
                        y + size * 0.12, size * 0.055, fragment->style.colour);
    }
}

void canvas_lines(Canvas *canvas, const RichText *text, const Paragraph *paragraph,
                  LinesOptions options)
{
    LinkState state = {
        .text = text,
        .tags =
            arena_array(canvas->deck->arena, (size_t)text->link_count, sizeof(TagId)),
        .parent = options.tag,
        .scope = options.scope,
    };
    int to = options.to ? options.to : paragraph->line_count;
    double y = options.y;
    for (int i = options.from; i < to; i++, y += options.leading) {
        const TextLine *line = &paragraph->lines[i];
        double spare = options.width - line->width;
        double share =
            options.align == ALIGN_CENTRE ? 0.5 : options.align == ALIGN_RIGHT;
        paint_line(canvas, &state, line, options.x + spare * share, y);
    }
}

static TextStyle inline_style(const Canvas *canvas, const Inline *part, TextStyle style)
{
    bool is_link = part->target >= 0 || part->uri.len;
    if (is_link) {
        style.colour = canvas->medium->palette.brand_light;
        style.is_underlined = true;
    }
    if (part->is_strong)
        style.role = style.role == FONT_SEMIBOLD ? FONT_BOLD : FONT_SEMIBOLD;
    else if (is_link && style.role == FONT_REGULAR)
        style.role = FONT_SEMIBOLD;
    else if (part->is_emphasis)
        style.role = FONT_ITALIC;
    return style;
}

RichText canvas_rich(const Canvas *canvas, Inlines inlines, TextStyle base)
{
    Arena *arena = canvas->deck->arena;
    size_t count = (size_t)inlines.count;
    TextSpan *spans = arena_array(arena, count, sizeof *spans);
    LinkTarget *links = arena_array(arena, count, sizeof *links);
    int link_count = 0;
    for (int i = 0; i < inlines.count; i++) {
        const Inline *part = &inlines.at[i];
        bool is_link = part->target >= 0 || part->uri.len;
        spans[i] = (TextSpan){
            .text =
                part->is_break ? str_concat(arena, part->text, S("\n")) : part->text,
            .style = inline_style(canvas, part, base),
            .link = is_link ? link_count : -1,
            .place = part->place,
        };
        if (is_link)
            links[link_count++] = (LinkTarget){ part->target, part->uri };
    }
    return (RichText){ spans, inlines.count, links, link_count };
}

RichText canvas_plain(const Canvas *canvas, Str text, TextStyle style)
{
    TextSpan *span = arena_alloc(canvas->deck->arena, sizeof *span);
    *span =
        (TextSpan){ .text = text, .style = style, .link = -1, .place = canvas->place };
    return (RichText){ .spans = span, .span_count = 1 };
}

Paragraph canvas_break(Canvas *canvas, const RichText *text, double width,
                       TextKind kind)
{
    ParagraphOptions options = { .width = width, .kind = kind };
    return typesetter_break(canvas->typesetter, text->spans, text->span_count, options);
}
