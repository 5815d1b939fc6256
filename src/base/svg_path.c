#include "base/svg_path.h"

#include <math.h>
#include <string.h>

static const double PI = 3.14159265358979323846;
static const double NUMBER_MAX = 1e6;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The next byte, or NUL at the end. */
static char next(const SvgScanner *scanner)
{
    return scanner->at < scanner->text.len ? scanner->text.at[scanner->at] : '\0';
}

bool svg_scan_end(SvgScanner *scanner)
{
    while (is_blank(next(scanner)))
        scanner->at++;
    return scanner->at == scanner->text.len;
}

static bool scan_comma(SvgScanner *scanner)
{
    if (svg_scan_end(scanner))
        return false;
    if (next(scanner) == ',')
        scanner->at++;
    return !svg_scan_end(scanner);
}

static int scan_sign(SvgScanner *scanner)
{
    char c = next(scanner);
    if (c == '-' || c == '+')
        scanner->at++;
    return c == '-' ? -1 : 1;
}

/* Adds digits to the value, and returns how many there were. */
static int scan_digits(SvgScanner *scanner, double *value)
{
    int count = 0;
    for (; is_digit(next(scanner)); scanner->at++, count++)
        *value = *value * 10 + (next(scanner) - '0');
    return count;
}

/* 0 where what looks like an exponent is none: the "e" may be that of "em". */
static int scan_exponent(SvgScanner *scanner)
{
    SvgScanner ahead = *scanner;
    double value = 0;
    if (next(&ahead) != 'e' && next(&ahead) != 'E')
        return 0;
    ahead.at++;
    int sign = scan_sign(&ahead);
    if (scan_digits(&ahead, &value) == 0)
        return 0;
    *scanner = ahead;
    return sign * (int)fmin(value, 400);
}

bool svg_scan_number(SvgScanner *scanner, double *out)
{
    if (!scan_comma(scanner))
        return false;
    int sign = scan_sign(scanner), decimals = 0;
    double value = 0;
    int digits = scan_digits(scanner, &value);
    if (next(scanner) == '.') {
        scanner->at++;
        decimals = scan_digits(scanner, &value);
    }
    if (digits + decimals == 0)
        return false;
    *out = sign * value * pow(10, scan_exponent(scanner) - decimals);
    return fabs(*out) <= NUMBER_MAX;
}

/* One digit; nothing need separate it from what follows. */
static bool scan_flag(SvgScanner *scanner, double *out)
{
    if (!scan_comma(scanner) || (next(scanner) != '0' && next(scanner) != '1'))
        return false;
    *out = next(scanner) - '0';
    scanner->at++;
    return true;
}

typedef struct Point {
    double x, y;
} Point;

/* An ellipse by its centre, turned by an angle. */
typedef struct Ellipse {
    Point centre;
    double radius_x, radius_y, cosine, sine;
} Ellipse;

static Point on_ellipse(const Ellipse *ellipse, double x, double y)
{
    x *= ellipse->radius_x;
    y *= ellipse->radius_y;
    return (Point){ ellipse->centre.x + ellipse->cosine * x - ellipse->sine * y,
                    ellipse->centre.y + ellipse->sine * x + ellipse->cosine * y };
}

/* From an angle on over another, at most a quarter; `handle` is the length of the
 * tangents whose ends are the control points, on the unit circle. */
static PathStep arc_part(const Ellipse *ellipse, double angle, double turn)
{
    double handle = 4.0 / 3 * tan(turn / 4), to = angle + turn;
    Point first = on_ellipse(ellipse, cos(angle) - handle * sin(angle),
                             sin(angle) + handle * cos(angle));
    Point second =
        on_ellipse(ellipse, cos(to) + handle * sin(to), sin(to) - handle * cos(to));
    Point end = on_ellipse(ellipse, cos(to), sin(to));
    return (PathStep){
        .verb = PATH_CURVE,
        .x = {first.x,  second.x, end.x},
        .y = { first.y, second.y, end.y}
    };
}

void svg_path_arc(Arena *arena, SvgArc arc, PathSteps *out)
{
    double rx = fabs(arc.radius_x), ry = fabs(arc.radius_y);
    PathStep line = { .verb = PATH_LINE, .x = { arc.to_x }, .y = { arc.to_y } };
    if (arc.from_x == arc.to_x && arc.from_y == arc.to_y)
        return;
    if (rx < 1e-9 || ry < 1e-9) {
        vec_push(arena, out, line);
        return;
    }
    /* F.6.5.1: half the way, in the ellipse's own directions. */
    double cosine = cos(arc.rotation * PI / 180), sine = sin(arc.rotation * PI / 180);
    double half_x = (arc.from_x - arc.to_x) / 2, half_y = (arc.from_y - arc.to_y) / 2;
    double x = cosine * half_x + sine * half_y, y = cosine * half_y - sine * half_x;
    /* F.6.6.2: radii that do not reach are enlarged. */
    double reach = x * x / (rx * rx) + y * y / (ry * ry);
    if (reach > 1) {
        rx *= sqrt(reach);
        ry *= sqrt(reach);
        reach = 1;
    }
    /* F.6.5.2 and F.6.5.3: the centre. */
    double factor = sqrt((1 - reach) / reach);
    if (arc.is_large == arc.is_sweep)
        factor = -factor;
    double own_x = factor * rx * y / ry, own_y = -factor * ry * x / rx;
    Ellipse ellipse = {
        .centre = {cosine * own_x - sine * own_y + (arc.from_x + arc.to_x) / 2,
                   sine * own_x + cosine * own_y + (arc.from_y + arc.to_y) / 2},
        .radius_x = rx,
        .radius_y = ry,
        .cosine = cosine,
        .sine = sine,
    };
    /* F.6.5.5 and F.6.5.6: where it begins, and how far it goes. */
    double angle = atan2((y - own_y) / ry, (x - own_x) / rx);
    double turn = atan2((-y - own_y) / ry, (-x - own_x) / rx) - angle;
    if (arc.is_sweep && turn < 0)
        turn += 2 * PI;
    else if (!arc.is_sweep && turn > 0)
        turn -= 2 * PI;
    int parts = (int)fmax(1, ceil(fabs(turn) / (PI / 2) - 1e-6));
    for (int i = 0; i < parts; i++)
        vec_push(arena, out,
                 arc_part(&ellipse, angle + i * turn / parts, turn / parts));
    PathStep *last = &out->at[out->count - 1];
    last->x[2] = arc.to_x;
    last->y[2] = arc.to_y;
}

typedef struct Pen {
    Arena *arena;
    PathSteps *out;
    Point at, start;
    Point control; /* the last one, of the command before */
    char before;   /* that command, as a capital */
} Pen;

static void put(Pen *pen, PathVerb verb, Point to)
{
    vec_push(pen->arena, pen->out,
             (PathStep){ .verb = verb, .x = { to.x }, .y = { to.y } });
    pen->at = to;
}

static void put_curve(Pen *pen, Point first, Point second, Point to)
{
    vec_push(pen->arena, pen->out,
             (PathStep){
                 .verb = PATH_CURVE,
                 .x = {first.x,  second.x, to.x},
                 .y = { first.y, second.y, to.y}
    });
    pen->at = to;
}

static void put_quadratic(Pen *pen, Point control, Point to)
{
    Point from = pen->at;
    Point first = { from.x + (control.x - from.x) * 2 / 3,
                    from.y + (control.y - from.y) * 2 / 3 };
    Point second = { to.x + (control.x - to.x) * 2 / 3,
                     to.y + (control.y - to.y) * 2 / 3 };
    put_curve(pen, first, second, to);
    pen->control = control;
}

/* The last control point mirrored, when the command before is of the same family. */
static Point mirrored(const Pen *pen, const char *family)
{
    if (!strchr(family, pen->before))
        return pen->at;
    return (Point){ 2 * pen->at.x - pen->control.x, 2 * pen->at.y - pen->control.y };
}

/* Carries out a command, a capital, with its absolute arguments. */
static void apply(Pen *pen, char command, const double *a)
{
    if (pen->before == 'Z' && command != 'M' && command != 'Z')
        put(pen, PATH_MOVE, pen->start);
    switch (command) {
    case 'M':
        put(pen, PATH_MOVE, (Point){ a[0], a[1] });
        pen->start = pen->at;
        break;
    case 'L': put(pen, PATH_LINE, (Point){ a[0], a[1] }); break;
    case 'H': put(pen, PATH_LINE, (Point){ a[0], pen->at.y }); break;
    case 'V': put(pen, PATH_LINE, (Point){ pen->at.x, a[0] }); break;
    case 'C':
        pen->control = (Point){ a[2], a[3] };
        put_curve(pen, (Point){ a[0], a[1] }, pen->control, (Point){ a[4], a[5] });
        break;
    case 'S': {
        Point first = mirrored(pen, "CS");
        pen->control = (Point){ a[0], a[1] };
        put_curve(pen, first, pen->control, (Point){ a[2], a[3] });
        break;
    }
    case 'Q': put_quadratic(pen, (Point){ a[0], a[1] }, (Point){ a[2], a[3] }); break;
    case 'T': put_quadratic(pen, mirrored(pen, "QT"), (Point){ a[0], a[1] }); break;
    case 'A':
        svg_path_arc(pen->arena,
                     (SvgArc){ pen->at.x, pen->at.y, a[5], a[6], a[0], a[1], a[2],
                               a[3] != 0, a[4] != 0 },
                     pen->out);
        pen->at = (Point){ a[5], a[6] };
        break;
    default: /* Z */
        vec_push(pen->arena, pen->out, (PathStep){ .verb = PATH_CLOSE });
        pen->at = pen->start;
    }
    pen->before = command;
}

/* How many arguments a command takes, or -1. */
static int argument_count(char command)
{
    static const char COMMANDS[] = "ZHVMLTSQCA";
    static const int COUNTS[] = { 0, 1, 1, 2, 2, 2, 4, 4, 6, 7 };
    const char *found = command ? strchr(COMMANDS, command) : NULL;
    return found ? COUNTS[found - COMMANDS] : -1;
}

static bool scan_arguments(SvgScanner *scanner, char command, double *out)
{
    int count = argument_count(command);
    for (int i = 0; i < count; i++) {
        bool is_flag = command == 'A' && (i == 3 || i == 4);
        if (!(is_flag ? scan_flag : svg_scan_number)(scanner, &out[i]))
            return false;
    }
    return true;
}

static void make_absolute(const Pen *pen, char command, double *a)
{
    int count = argument_count(command);
    if (command == 'V')
        a[0] += pen->at.y;
    else
        for (int i = command == 'A' ? 5 : 0, k = 0; i < count; i++, k++)
            a[i] += k % 2 ? pen->at.y : pen->at.x;
}

bool svg_path_read(Arena *arena, Str data, PathSteps *out)
{
    SvgScanner scanner = { .text = data };
    Pen pen = { .arena = arena, .out = out };
    char command = '\0';
    bool is_relative = false;
    while (!svg_scan_end(&scanner)) {
        char c = next(&scanner);
        char capital = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
        if (argument_count(capital) >= 0) {
            is_relative = c != capital;
            command = capital;
            scanner.at++;
        } else if (command == 'M') { /* further points are lines */
            command = 'L';
        } else if (command == 'Z') {
            return false;
        }
        double arguments[7] = { 0 };
        bool is_first = !pen.before;
        if (!command || (is_first && command != 'M') ||
            !scan_arguments(&scanner, command, arguments))
            return false;
        if (is_relative)
            make_absolute(&pen, command, arguments);
        apply(&pen, command, arguments);
    }
    return true;
}
