#include "base/svg_style.h"

#include "base/buffer.h"
#include "base/colour_name.h"
#include "base/svg_path.h"

#include <math.h>

enum { CHOICE_MAX = 4, RULES_MAX = 500 };

typedef enum PropertyKind {
    PROPERTY_PAINT,
    PROPERTY_COLOUR,
    PROPERTY_LENGTH,
    PROPERTY_SHARE,  /* 0-1 */
    PROPERTY_CHOICE, /* the index of the value among the choices */
    PROPERTY_NONE,   /* whether the value is "none" */
    PROPERTY_FIXED,  /* drawn only as it is when nobody sets it: the first choice */
} PropertyKind;

typedef struct Property {
    const char *name;
    PropertyKind kind;
    size_t offset; /* of the SvgStyle's member */
    const char *choices[CHOICE_MAX];
} Property;

#define MEMBER(name) offsetof(SvgStyle, name)

/* clang-format off */
static const Property PROPERTIES[] = {
    { "color", PROPERTY_COLOUR, MEMBER(colour), { 0 } },
    { "fill", PROPERTY_PAINT, MEMBER(fill), { 0 } },
    { "stroke", PROPERTY_PAINT, MEMBER(stroke), { 0 } },
    { "stroke-width", PROPERTY_LENGTH, MEMBER(stroke_width), { 0 } },
    { "stroke-miterlimit", PROPERTY_LENGTH, MEMBER(mitre_limit), { 0 } },
    { "fill-opacity", PROPERTY_SHARE, MEMBER(fill_opacity), { 0 } },
    { "stroke-opacity", PROPERTY_SHARE, MEMBER(stroke_opacity), { 0 } },
    { "opacity", PROPERTY_SHARE, MEMBER(opacity), { 0 } },
    { "fill-rule", PROPERTY_CHOICE, MEMBER(fill_rule), { "nonzero", "evenodd" } },
    { "stroke-linecap", PROPERTY_CHOICE, MEMBER(cap), { "butt", "round", "square" } },
    { "stroke-linejoin", PROPERTY_CHOICE, MEMBER(join), { "miter", "round", "bevel" } },
    { "visibility", PROPERTY_CHOICE, MEMBER(visibility),
      { "visible", "hidden", "collapse" } },
    { "display", PROPERTY_NONE, MEMBER(display_none), { 0 } },
    { "stroke-dasharray", PROPERTY_FIXED, 0, { "none" } },
    { "clip-path", PROPERTY_FIXED, 0, { "none" } },
    { "mask", PROPERTY_FIXED, 0, { "none" } },
    { "filter", PROPERTY_FIXED, 0, { "none" } },
    { "marker", PROPERTY_FIXED, 0, { "none" } },
    { "marker-start", PROPERTY_FIXED, 0, { "none" } },
    { "marker-mid", PROPERTY_FIXED, 0, { "none" } },
    { "marker-end", PROPERTY_FIXED, 0, { "none" } },
    { "vector-effect", PROPERTY_FIXED, 0, { "none" } },
    { "mix-blend-mode", PROPERTY_FIXED, 0, { "normal" } },
    { "paint-order", PROPERTY_FIXED, 0, { "normal" } },
    { "transform-origin", PROPERTY_FIXED, 0, { "0 0" } },
};
/* clang-format on */

static const double PIXELS_PER_INCH = 96;

bool svg_length(Str text, double *out)
{
    static const struct {
        const char *name;
        double per_inch;
    } units[] = {
        {"",    96  },
        { "px", 96  },
        { "pt", 72  },
        { "pc", 6   },
        { "mm", 25.4},
        { "cm", 2.54},
        { "in", 1   },
    };
    SvgScanner scanner = { .text = str_trim(text) };
    if (!svg_scan_number(&scanner, out))
        return false;
    Str unit = str_slice(scanner.text, scanner.at, scanner.text.len);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_equal_c(unit, units[i].name)) {
            *out *= PIXELS_PER_INCH / units[i].per_inch;
            return true;
        }
    return false;
}

/* Three numbers of 0-255 or percentages: "rgb(12, 34, 56)". */
static bool read_rgb(Str value, Colour *out)
{
    uint8_t parts[3];
    SvgScanner scanner = { .text = value, .at = sizeof "rgb(" - 1 };
    for (int i = 0; i < 3; i++) {
        double part;
        if (!svg_scan_number(&scanner, &part))
            return false;
        if (scanner.at < value.len && value.at[scanner.at] == '%') {
            part *= 2.55;
            scanner.at++;
        }
        parts[i] = (uint8_t)lround(fmin(fmax(part, 0), 255));
    }
    *out = (Colour){ parts[0], parts[1], parts[2] };
    return !svg_scan_end(&scanner) && scanner.at + 1 == value.len &&
           value.at[scanner.at] == ')';
}

static bool read_colour(Str value, Colour *out)
{
    char lower[24];
    if (colour_read(value, out))
        return true;
    if (value.len >= sizeof lower)
        return str_starts(value, S("rgb(")) && read_rgb(value, out);
    for (size_t i = 0; i < value.len; i++) {
        char c = value.at[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    Str name = { lower, value.len };
    return str_starts(name, S("rgb(")) ? read_rgb(name, out)
                                       : colour_find_name(name, out);
}

static bool read_paint(Str value, SvgPaint *out)
{
    *out = (SvgPaint){ .is_none = str_equal(value, S("none")) ||
                                  str_equal(value, S("transparent")),
                       .is_current = str_equal(value, S("currentColor")) ||
                                     str_equal(value, S("currentcolor")) };
    return out->is_none || out->is_current || read_colour(value, &out->colour);
}

static bool read_share(Str value, double *out)
{
    SvgScanner scanner = { .text = value };
    if (!svg_scan_number(&scanner, out))
        return false;
    if (str_equal(str_slice(value, scanner.at, value.len), S("%"))) {
        *out /= 100;
        scanner.at++;
    }
    *out = fmin(fmax(*out, 0), 1);
    return svg_scan_end(&scanner);
}

static bool read_choice(const Property *property, Str value, int *out)
{
    for (int i = 0; i < CHOICE_MAX && property->choices[i]; i++)
        if (str_equal_c(value, property->choices[i])) {
            *out = i;
            return true;
        }
    return false;
}

/* False when the value is one that we do not draw. */
static bool set(const Property *property, Str value, SvgStyle *style)
{
    void *member = (char *)style + property->offset;
    int ignored;
    switch (property->kind) {
    case PROPERTY_PAINT: return read_paint(value, member);
    case PROPERTY_COLOUR: return read_colour(value, member);
    case PROPERTY_LENGTH: return svg_length(value, member) && *(double *)member >= 0;
    case PROPERTY_SHARE: return read_share(value, member);
    case PROPERTY_CHOICE: return read_choice(property, value, member);
    case PROPERTY_NONE: *(int *)member = str_equal(value, S("none")); return true;
    case PROPERTY_FIXED: return read_choice(property, value, &ignored);
    }
    return false;
}

/* Properties that are in no row, such as those of fonts, change no shape. */
static bool declare(Arena *arena, Str name, Str value, SvgStyle *style, Str *culprit)
{
    value = str_trim(value);
    long important = str_find(value, S("!important"));
    if (important >= 0)
        value = str_trim(str_slice(value, 0, (size_t)important));
    for (size_t i = 0; i < sizeof PROPERTIES / sizeof *PROPERTIES; i++) {
        if (!str_equal_c(name, PROPERTIES[i].name) || set(&PROPERTIES[i], value, style))
            continue;
        *culprit = str_format(arena, "%.*s: %.*s", STR_ARG(name),
                              STR_ARG(str_shown(arena, value, 40)));
        return false;
    }
    return true;
}

/* Up to a byte, which is passed over; the rest when there is none. */
static Str cut(Str *rest, char at)
{
    size_t end = 0;
    while (end < rest->len && rest->at[end] != at)
        end++;
    Str before = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end < rest->len ? end + 1 : end, rest->len);
    return before;
}

static bool declare_all(Arena *arena, Str declarations, SvgStyle *style, Str *culprit)
{
    while (declarations.len > 0) {
        Str value = cut(&declarations, ';');
        Str name = str_trim(cut(&value, ':'));
        if (str_equal(name, S("transform"))) {
            *culprit = S("style: transform");
            return false;
        }
        if (!declare(arena, name, value, style, culprit))
            return false;
    }
    return true;
}

static bool has_class(const XmlElement *element, Str wanted)
{
    Str names = xml_attribute(element, "class");
    while (names.len > 0)
        if (str_equal(str_trim(cut(&names, ' ')), wanted))
            return true;
    return false;
}

bool svg_style_apply(Arena *arena, const SvgRules *rules, const XmlElement *element,
                     SvgStyle *style, Str *culprit)
{
    style->opacity = 1;
    style->display_none = 0;
    for (int i = 0; i < element->attribute_count; i++) {
        const XmlAttribute *attribute = &element->attributes[i];
        if (attribute->name.space.len == 0 &&
            !declare(arena, attribute->name.local, attribute->value, style, culprit))
            return false;
    }
    for (int i = 0; i < rules->count; i++)
        if (has_class(element, rules->at[i].class_name) &&
            !declare_all(arena, rules->at[i].declarations, style, culprit))
            return false;
    return declare_all(arena, xml_attribute(element, "style"), style, culprit);
}

SvgStyle svg_style_initial(void)
{
    return (SvgStyle){ .stroke = { .is_none = true },
                       .stroke_width = 1,
                       .mitre_limit = 4,
                       .fill_opacity = 1,
                       .stroke_opacity = 1,
                       .opacity = 1 };
}

static Str without_comments(Arena *arena, Str sheet)
{
    Buffer out = buffer_in(arena);
    while (sheet.len > 0) {
        long from = str_find(sheet, S("/*"));
        Str before = from < 0 ? sheet : str_slice(sheet, 0, (size_t)from);
        buffer_str(&out, before);
        sheet = str_slice(sheet, before.len, sheet.len);
        long to = str_find(sheet, S("*/"));
        sheet = to < 0 ? (Str){ 0 } : str_slice(sheet, (size_t)to + 2, sheet.len);
    }
    return buffer_text(&out);
}

static bool is_simple(Str class_name)
{
    for (size_t i = 0; i < class_name.len; i++) {
        char c = class_name.at[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!is_letter)
            return false;
    }
    return class_name.len > 0;
}

bool svg_rules_read(Arena *arena, Str sheet, SvgRules *out)
{
    sheet = without_comments(arena, sheet);
    while (str_trim(sheet).len > 0) {
        Str selectors = cut(&sheet, '{');
        Str declarations = cut(&sheet, '}');
        while (selectors.len > 0) {
            Str selector = str_trim(cut(&selectors, ','));
            if (!str_starts(selector, S(".")))
                return false;
            Str class_name = str_slice(selector, 1, selector.len);
            if (!is_simple(class_name) || out->count == RULES_MAX)
                return false;
            vec_push(arena, out, (SvgRule){ class_name, declarations });
        }
    }
    return true;
}
