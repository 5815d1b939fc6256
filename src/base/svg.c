#include "base/svg.h"

#include "base/messages.h"
#include "base/svg_path.h"
#include "base/svg_style.h"

#include <math.h>

/* References can repeat each other without end; a logo comes near none of these. */
enum { DEPTH_MAX = 64, VISITS_MAX = 20000, CURVE_PARTS = 16 };

static const double EDGE_SLACK = 0.01; /* share of the longer side */
static const double PI = 3.14159265358979323846;

/* x' = a x + c y + e; y' = b x + d y + f. */
typedef struct Matrix {
    double a, b, c, d, e, f;
} Matrix;

typedef struct Drawer {
    Arena *arena;
    const XmlElement *root;
    SvgRules rules;
    double width, height;
    VEC(Path) paths;
    int step_count, visits;
    Str fault;
} Drawer;

typedef struct Context {
    Matrix matrix;
    SvgStyle style;
    int depth;
} Context;

/* Keeps the first fault: what the element has that cannot be drawn. Always false. */
static bool refuse(Drawer *drawer, const XmlElement *element, Str what)
{
    if (drawer->fault.len == 0)
        drawer->fault =
            str_format(drawer->arena, message_text("it has %.*s on line %d"),
                       STR_ARG(str_shown(drawer->arena, what, 80)), element->line);
    return false;
}

static bool refuse_value(Drawer *drawer, const XmlElement *element, const char *name)
{
    Str value = str_shown(drawer->arena, xml_attribute(element, name), 40);
    return refuse(drawer, element,
                  str_format(drawer->arena, "%s=\"%.*s\"", name, STR_ARG(value)));
}

/* `why`: marked by MESSAGE, or NULL for an element that we do not know. */
static bool refuse_element(Drawer *drawer, const XmlElement *element, const char *why)
{
    Str name = str_format(drawer->arena, "<%.*s>", STR_ARG(element->name.local));
    if (why)
        name = str_format(drawer->arena, "%.*s: %s,", STR_ARG(name), message_text(why));
    return refuse(drawer, element, name);
}

static Matrix multiply(Matrix m, Matrix n)
{
    return (Matrix){ m.a * n.a + m.c * n.b,       m.b * n.a + m.d * n.b,
                     m.a * n.c + m.c * n.d,       m.b * n.c + m.d * n.d,
                     m.a * n.e + m.c * n.f + m.e, m.b * n.e + m.d * n.f + m.f };
}

static Matrix translation(double x, double y)
{
    return (Matrix){ 1, 0, 0, 1, x, y };
}

static Matrix rotation(double degrees)
{
    double cosine = cos(degrees * PI / 180), sine = sin(degrees * PI / 180);
    return (Matrix){ cosine, sine, -sine, cosine, 0, 0 };
}

/* One of the functions of a transform list, with so many arguments. */
static bool read_transform(Str name, const double *a, int count, Matrix *out)
{
    if (str_equal(name, S("matrix")) && count == 6)
        *out = (Matrix){ a[0], a[1], a[2], a[3], a[4], a[5] };
    else if (str_equal(name, S("translate")) && (count == 1 || count == 2))
        *out = translation(a[0], count == 2 ? a[1] : 0);
    else if (str_equal(name, S("scale")) && (count == 1 || count == 2))
        *out = (Matrix){ a[0], 0, 0, count == 2 ? a[1] : a[0], 0, 0 };
    else if (str_equal(name, S("rotate")) && count == 1)
        *out = rotation(a[0]);
    else if (str_equal(name, S("rotate")) && count == 3)
        *out = multiply(multiply(translation(a[1], a[2]), rotation(a[0])),
                        translation(-a[1], -a[2]));
    else if (str_equal(name, S("skewX")) && count == 1)
        *out = (Matrix){ 1, 0, tan(a[0] * PI / 180), 1, 0, 0 };
    else if (str_equal(name, S("skewY")) && count == 1)
        *out = (Matrix){ 1, tan(a[0] * PI / 180), 0, 1, 0, 0 };
    else
        return false;
    return true;
}

/* Multiplies the matrix by a transform list (SVG 1.1, 7.6). */
static bool apply_transforms(Str list, Matrix *matrix)
{
    SvgScanner scanner = { .text = list };
    while (!svg_scan_end(&scanner)) {
        if (list.at[scanner.at] == ',')
            scanner.at++;
        Str rest = str_slice(list, scanner.at, list.len);
        long open = str_find(rest, S("("));
        if (open < 0)
            return false;
        Str name = str_trim(str_slice(rest, 0, (size_t)open));
        scanner.at += (size_t)open + 1;
        double arguments[6];
        int count = 0;
        while (count < 6 && svg_scan_number(&scanner, &arguments[count]))
            count++;
        Matrix transform;
        if (svg_scan_end(&scanner) || list.at[scanner.at] != ')' ||
            !read_transform(name, arguments, count, &transform))
            return false;
        scanner.at++;
        *matrix = multiply(*matrix, transform);
    }
    return true;
}

static void transform_steps(Matrix m, PathSteps *steps)
{
    for (int i = 0; i < steps->count; i++) {
        PathStep *step = &steps->at[i];
        for (int k = 0; k < path_step_points(step->verb); k++) {
            double x = step->x[k], y = step->y[k];
            step->x[k] = m.a * x + m.c * y + m.e;
            step->y[k] = m.b * x + m.d * y + m.f;
        }
    }
}

static bool is_in_view(const Drawer *drawer, double x, double y, double reach)
{
    double slack = EDGE_SLACK * fmax(drawer->width, drawer->height) - reach;
    return x >= -slack && x <= drawer->width + slack && y >= -slack &&
           y <= drawer->height + slack;
}

static double on_curve(double from, const double *to, double t)
{
    double u = 1 - t;
    return u * u * u * from + 3 * u * u * t * to[0] + 3 * u * t * t * to[1] +
           t * t * t * to[2];
}

/* A viewer would cut off what lies beyond the view box; we do not clip. */
static bool is_all_in_view(const Drawer *drawer, const Path *path)
{
    double x = 0, y = 0, reach = path->is_stroked ? path->line_width / 2 : 0;
    bool is_inside = true;
    for (int i = 0; i < path->step_count; i++) {
        const PathStep *step = &path->steps[i];
        int points = path_step_points(step->verb);
        for (int part = 1; points == 3 && part < CURVE_PARTS; part++) {
            double t = (double)part / CURVE_PARTS;
            is_inside &= is_in_view(drawer, on_curve(x, step->x, t),
                                    on_curve(y, step->y, t), reach);
        }
        if (points == 0)
            continue;
        x = step->x[points - 1];
        y = step->y[points - 1];
        is_inside &= is_in_view(drawer, x, y, reach);
    }
    return is_inside;
}

static bool add_path(Drawer *drawer, const XmlElement *element, Path path)
{
    if (path.opacity <= 0 || !(path.is_filled || path.is_stroked))
        return true;
    if (!is_all_in_view(drawer, &path))
        return refuse_element(drawer, element,
                              MESSAGE("it runs over the edge of the drawing"));
    vec_push(drawer->arena, &drawer->paths, path);
    return true;
}

/* A stroke is as wide in all directions only when they are scaled alike. */
static bool is_even(Matrix m)
{
    double across = hypot(m.a, m.b), down = hypot(m.c, m.d);
    return fabs(across - down) < 1e-3 * fmax(across, down) &&
           fabs(m.a * m.c + m.b * m.d) < 1e-3 * across * down;
}

/* Fill and stroke are one item, unless one shines through and the other does not. */
static bool add_shape(Drawer *drawer, const XmlElement *element, const Context *context,
                      PathSteps steps)
{
    const SvgStyle *style = &context->style;
    Matrix m = context->matrix;
    if (steps.count == 0 || style->visibility != 0)
        return true;
    drawer->step_count += steps.count;
    if (drawer->step_count > SVG_STEPS_MAX)
        return refuse_element(drawer, element, MESSAGE("too many lines and curves"));
    transform_steps(m, &steps);
    Path path = {
        .steps = steps.at,
        .step_count = steps.count,
        .is_filled = !style->fill.is_none && style->fill_opacity > 0,
        .is_stroked = !style->stroke.is_none && style->stroke_width > 0 &&
                      style->stroke_opacity > 0,
        .is_even_odd = style->fill_rule == 1,
        .fill = style->fill.is_current ? style->colour : style->fill.colour,
        .stroke = style->stroke.is_current ? style->colour : style->stroke.colour,
        .line_width = style->stroke_width * sqrt(fabs(m.a * m.d - m.b * m.c)),
        .cap = (LineCap)style->cap,
        .join = (LineJoin)style->join,
        .mitre_limit = fmax(style->mitre_limit, 1),
        .opacity = style->opacity,
    };
    if (path.is_stroked && !is_even(m))
        return refuse_element(drawer, element, MESSAGE("its stroke is distorted"));
    if (path.is_filled && path.is_stroked &&
        (style->fill_opacity < 1 || style->stroke_opacity < 1)) {
        Path fill = path;
        fill.is_stroked = false;
        fill.opacity *= style->fill_opacity;
        path.is_filled = false;
        path.opacity *= style->stroke_opacity;
        return add_path(drawer, element, fill) && add_path(drawer, element, path);
    }
    path.opacity *= path.is_filled ? style->fill_opacity : style->stroke_opacity;
    return add_path(drawer, element, path);
}

/* A length attribute; `fallback` when it is absent. */
static bool read_length(Drawer *drawer, const XmlElement *element, const char *name,
                        double fallback, double *out)
{
    *out = fallback;
    Str text = xml_attribute(element, name);
    if (text.len == 0 || svg_length(text, out))
        return true;
    return refuse_value(drawer, element, name);
}

static void put(Drawer *drawer, PathSteps *steps, PathVerb verb, double x, double y)
{
    vec_push(drawer->arena, steps, (PathStep){ .verb = verb, .x = { x }, .y = { y } });
}

/* A side, then the corner after it, clockwise. */
static void put_side(Drawer *drawer, PathSteps *steps, double to_x, double to_y,
                     double turn_x, double turn_y, double rx, double ry)
{
    put(drawer, steps, PATH_LINE, to_x, to_y);
    if (rx > 0 && ry > 0)
        svg_path_arc(drawer->arena,
                     (SvgArc){ .from_x = to_x,
                               .from_y = to_y,
                               .to_x = to_x + turn_x,
                               .to_y = to_y + turn_y,
                               .radius_x = rx,
                               .radius_y = ry,
                               .is_sweep = true },
                     steps);
}

static bool outline_rect(Drawer *drawer, const XmlElement *element, PathSteps *out)
{
    double x, y, width, height, rx, ry;
    if (!read_length(drawer, element, "x", 0, &x) ||
        !read_length(drawer, element, "y", 0, &y) ||
        !read_length(drawer, element, "width", 0, &width) ||
        !read_length(drawer, element, "height", 0, &height) ||
        !read_length(drawer, element, "rx", (double)NAN, &rx) ||
        !read_length(drawer, element, "ry", (double)NAN, &ry))
        return false;
    if (width <= 0 || height <= 0)
        return true;
    rx = isnan(rx) ? (isnan(ry) ? 0 : ry) : rx; /* SVG 1.1, 9.2: one stands for both */
    ry = isnan(ry) ? rx : ry;
    rx = fmin(fmax(rx, 0), width / 2);
    ry = fmin(fmax(ry, 0), height / 2);
    double right = x + width, bottom = y + height;
    put(drawer, out, PATH_MOVE, x + rx, y);
    put_side(drawer, out, right - rx, y, rx, ry, rx, ry);
    put_side(drawer, out, right, bottom - ry, -rx, ry, rx, ry);
    put_side(drawer, out, x + rx, bottom, -rx, -ry, rx, ry);
    if (rx > 0 && ry > 0)
        put_side(drawer, out, x, y + ry, rx, -ry, rx, ry);
    else
        put(drawer, out, PATH_LINE, x, y);
    put(drawer, out, PATH_CLOSE, 0, 0);
    return true;
}

static bool outline_ellipse(Drawer *drawer, const XmlElement *element, PathSteps *out)
{
    bool is_circle = str_equal(element->name.local, S("circle"));
    double x, y, rx, ry;
    if (!read_length(drawer, element, "cx", 0, &x) ||
        !read_length(drawer, element, "cy", 0, &y) ||
        !read_length(drawer, element, is_circle ? "r" : "rx", 0, &rx) ||
        !read_length(drawer, element, is_circle ? "r" : "ry", 0, &ry))
        return false;
    if (rx <= 0 || ry <= 0)
        return true;
    put(drawer, out, PATH_MOVE, x + rx, y);
    for (int side = 1; side >= -1; side -= 2)
        svg_path_arc(drawer->arena,
                     (SvgArc){ .from_x = x + side * rx,
                               .from_y = y,
                               .to_x = x - side * rx,
                               .to_y = y,
                               .radius_x = rx,
                               .radius_y = ry,
                               .is_sweep = true },
                     out);
    put(drawer, out, PATH_CLOSE, 0, 0);
    return true;
}

static bool outline_line(Drawer *drawer, const XmlElement *element, PathSteps *out)
{
    double x1, y1, x2, y2;
    if (!read_length(drawer, element, "x1", 0, &x1) ||
        !read_length(drawer, element, "y1", 0, &y1) ||
        !read_length(drawer, element, "x2", 0, &x2) ||
        !read_length(drawer, element, "y2", 0, &y2))
        return false;
    put(drawer, out, PATH_MOVE, x1, y1);
    put(drawer, out, PATH_LINE, x2, y2);
    return true;
}

/* Polylines and polygons. */
static bool outline_points(Drawer *drawer, const XmlElement *element, PathSteps *out)
{
    SvgScanner scanner = { .text = xml_attribute(element, "points") };
    while (!svg_scan_end(&scanner)) {
        double x, y;
        if (!svg_scan_number(&scanner, &x) || !svg_scan_number(&scanner, &y))
            return refuse_value(drawer, element, "points");
        put(drawer, out, out->count ? PATH_LINE : PATH_MOVE, x, y);
    }
    if (out->count && str_equal(element->name.local, S("polygon")))
        put(drawer, out, PATH_CLOSE, 0, 0);
    return true;
}

static bool outline_path(Drawer *drawer, const XmlElement *element, PathSteps *out)
{
    return svg_path_read(drawer->arena, xml_attribute(element, "d"), out) ||
           refuse_value(drawer, element, "d");
}

static const struct Shape {
    const char *name;
    bool (*outline)(Drawer *drawer, const XmlElement *element, PathSteps *out);
} SHAPES[] = {
    {"path",      outline_path   },
    { "rect",     outline_rect   },
    { "circle",   outline_ellipse},
    { "ellipse",  outline_ellipse},
    { "line",     outline_line   },
    { "polyline", outline_points },
    { "polygon",  outline_points },
};

/* Never painted where they stand; what uses them is refused there. */
static const char *const UNPAINTED[] = {
    "defs",           "title",          "desc",    "metadata", "style",
    "clipPath",       "mask",           "pattern", "filter",   "marker",
    "linearGradient", "radialGradient", "symbol",
};

static bool is_unpainted(Str name)
{
    for (size_t i = 0; i < sizeof UNPAINTED / sizeof *UNPAINTED; i++)
        if (str_equal_c(name, UNPAINTED[i]))
            return true;
    return false;
}

static bool is_svg(const XmlElement *element)
{
    return str_equal(element->name.space, S("http://www.w3.org/2000/svg"));
}

static const XmlElement *find_id(const XmlElement *from, Str id)
{
    for (; from; from = from->next) {
        if (str_equal(xml_attribute(from, "id"), id))
            return from;
        const XmlElement *found = find_id(from->first, id);
        if (found)
            return found;
    }
    return NULL;
}

/* Of <use>, in either namespace that it is written in. */
static Str reference(const XmlElement *element)
{
    for (int i = 0; i < element->attribute_count; i++) {
        XmlName name = element->attributes[i].name;
        if (str_equal(name.local, S("href")) &&
            (name.space.len == 0 ||
             str_equal(name.space, S("http://www.w3.org/1999/xlink"))))
            return element->attributes[i].value;
    }
    return (Str){ 0 };
}

static bool draw(Drawer *drawer, const XmlElement *element, Context context);

static bool draw_children(Drawer *drawer, const XmlElement *element, Context context)
{
    for (const XmlElement *child = element->first; child; child = child->next)
        if (!draw(drawer, child, context))
            return false;
    return true;
}

static bool draw_use(Drawer *drawer, const XmlElement *element, Context context)
{
    double x, y;
    Str target = reference(element);
    const XmlElement *found = NULL;
    if (target.len > 1 && target.at[0] == '#')
        found = find_id(drawer->root, str_slice(target, 1, target.len));
    if (!found || is_unpainted(found->name.local))
        return refuse(drawer, element,
                      str_format(drawer->arena, "<use href=\"%.*s\">",
                                 STR_ARG(str_shown(drawer->arena, target, 40))));
    if (!read_length(drawer, element, "x", 0, &x) ||
        !read_length(drawer, element, "y", 0, &y))
        return false;
    context.matrix = multiply(context.matrix, translation(x, y));
    return draw(drawer, found, context);
}

static bool draw_shape(Drawer *drawer, const XmlElement *element,
                       const Context *context)
{
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++) {
        if (!str_equal_c(element->name.local, SHAPES[i].name))
            continue;
        PathSteps steps = { 0 };
        return SHAPES[i].outline(drawer, element, &steps) &&
               add_shape(drawer, element, context, steps);
    }
    return refuse_element(drawer, element, NULL);
}

/* Elements of other namespaces are notes of the program that wrote the file. */
static bool draw(Drawer *drawer, const XmlElement *element, Context context)
{
    Str name = element->name.local, culprit = { 0 };
    if (!is_svg(element) || is_unpainted(name))
        return true;
    if (++context.depth > DEPTH_MAX || ++drawer->visits > VISITS_MAX)
        return refuse_element(drawer, element, MESSAGE("too many of them"));
    if (!svg_style_apply(drawer->arena, &drawer->rules, element, &context.style,
                         &culprit))
        return refuse(drawer, element, culprit);
    if (context.style.display_none)
        return true;
    if (!apply_transforms(xml_attribute(element, "transform"), &context.matrix))
        return refuse_value(drawer, element, "transform");
    bool is_group = str_equal(name, S("g")) || str_equal(name, S("use"));
    if (!is_group)
        return draw_shape(drawer, element, &context);
    if (context.style.opacity < 1)
        return refuse_element(drawer, element, MESSAGE("the opacity of a whole group"));
    return str_equal(name, S("g")) ? draw_children(drawer, element, context)
                                   : draw_use(drawer, element, context);
}

static bool read_rules(Drawer *drawer, const XmlElement *from)
{
    for (; from; from = from->next) {
        if (is_svg(from) && str_equal(from->name.local, S("style")) &&
            !svg_rules_read(drawer->arena, from->text, &drawer->rules))
            return refuse_element(drawer, from, MESSAGE("more than simple classes"));
        if (!read_rules(drawer, from->first))
            return false;
    }
    return true;
}

/* Where the drawing lies. Room that `width` and `height` add around the view box is
 * left out: the drawing is fitted into a place of its own. */
static bool read_view(Drawer *drawer, Matrix *out)
{
    const XmlElement *root = drawer->root;
    SvgScanner scanner = { .text = xml_attribute(root, "viewBox") };
    double x = 0, y = 0;
    bool is_good = true;
    if (scanner.text.len > 0)
        is_good = svg_scan_number(&scanner, &x) && svg_scan_number(&scanner, &y) &&
                  svg_scan_number(&scanner, &drawer->width) &&
                  svg_scan_number(&scanner, &drawer->height);
    else
        is_good = svg_length(xml_attribute(root, "width"), &drawer->width) &&
                  svg_length(xml_attribute(root, "height"), &drawer->height);
    *out = translation(-x, -y);
    if (!is_good || drawer->width <= 0 || drawer->height <= 0)
        return refuse_element(drawer, root, MESSAGE("no proper size"));
    if (str_starts(xml_attribute(root, "preserveAspectRatio"), S("none")))
        return refuse_value(drawer, root, "preserveAspectRatio");
    return true;
}

static bool draw_root(Drawer *drawer)
{
    Context context = { .style = svg_style_initial() };
    Str culprit;
    if (!read_rules(drawer, drawer->root) || !read_view(drawer, &context.matrix))
        return false;
    if (!svg_style_apply(drawer->arena, &drawer->rules, drawer->root, &context.style,
                         &culprit))
        return refuse(drawer, drawer->root, culprit);
    if (context.style.opacity < 1 || xml_attribute(drawer->root, "transform").len > 0)
        return refuse_element(drawer, drawer->root,
                              MESSAGE("opacity or a transform of the whole"));
    if (!draw_children(drawer, drawer->root, context))
        return false;
    return drawer->paths.count > 0 ||
           refuse_element(drawer, drawer->root, MESSAGE("nothing that can be seen"));
}

bool svg_read(Arena *arena, Str bytes, SvgDrawing *out, Str *fault)
{
    Drawer drawer = { .arena = arena };
    XmlFault xml;
    if (bytes.len > SVG_BYTES_MAX) {
        *fault = str_from_c(message_text("it is larger than a logo"));
        return false;
    }
    drawer.root = xml_read(arena, bytes, &xml);
    if (!drawer.root) {
        *fault = str_format(arena, message_text("%s on line %d"),
                            message_text(xml.what), xml.line);
        return false;
    }
    if (!is_svg(drawer.root) || !str_equal(drawer.root->name.local, S("svg"))) {
        *fault = str_from_c(message_text("it is neither PNG, JPEG nor SVG"));
        return false;
    }
    bool is_good = draw_root(&drawer);
    *fault = drawer.fault;
    *out = (SvgDrawing){ .width = drawer.width,
                         .height = drawer.height,
                         .paths = drawer.paths.at,
                         .path_count = drawer.paths.count };
    return is_good;
}
