#include "layout/theme.h"

#include "base/file.h"
#include "base/messages.h"

/* A row: key, FIELD_ type, the member that it fills, and what else there is. */
#define KEY(text, kind, Struct, member, ...)                                           \
    {                                                                                  \
        .key = (text), .type = FIELD_##kind, .offset = offsetof(Struct, member),       \
        __VA_ARGS__                                                                    \
    }

/* Points; a theme may raise the floor of a medium, not lower it. */
static const double SCREEN_FLOOR = 11, PAPER_FLOOR = 8.5;

enum { FONT_COUNT = 4, FALLBACK_MAX = 8 };

typedef struct FontKeys {
    Str files[FONT_COUNT]; /* by FontRole */
    Place places[FONT_COUNT];
    StrList fallbacks;
} FontKeys;

/* A theme file. A further medium is one more object like `screen`. */
typedef struct ThemeKeys {
    FontKeys fonts;
    PaletteKeys colours, grey;
    Medium screen, paper;
    Str logo;
    Place logo_place;
} ThemeKeys;

static const Field font_fields[] = {
    KEY("regular", STRING, FontKeys, files[0], .is_required = true,
        .place_offset = offsetof(FontKeys, places[0]),
        .help = MESSAGE("running text: a file in fonts/, or a path with a \"/\"")),
    KEY("italic", STRING, FontKeys, files[1], .is_required = true,
        .place_offset = offsetof(FontKeys, places[1]), .help = MESSAGE("emphasis")),
    KEY("semibold", STRING, FontKeys, files[2], .is_required = true,
        .place_offset = offsetof(FontKeys, places[2]),
        .help = MESSAGE("labels and figures")),
    KEY("bold", STRING, FontKeys, files[3], .is_required = true,
        .place_offset = offsetof(FontKeys, places[3]), .help = MESSAGE("titles")),
    KEY("fallbacks", STRINGS, FontKeys, fallbacks,
        .help = "where characters are looked for that these lack, in order"),
};

static const Schema font_schema = { .name = "list of fonts",
                                    .size = sizeof(FontKeys),
                                    .fields = font_fields,
                                    .field_count = FIELD_COUNT(font_fields),
                                    .help = "TrueType files" };

static const Field size_fields[] = {
    KEY("display", NUMBER, TypeSizes, display, .is_required = true, .min = 1,
        .max = 200, .help = MESSAGE("title of the deck")),
    KEY("title", NUMBER, TypeSizes, title, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("title of a slide")),
    KEY("lead", NUMBER, TypeSizes, lead, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("first level of a body")),
    KEY("body", NUMBER, TypeSizes, body, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("second level, running text")),
    KEY("label", NUMBER, TypeSizes, label, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("in charts and tables")),
    KEY("note", NUMBER, TypeSizes, note, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("notes and legends")),
    KEY("footer", NUMBER, TypeSizes, footer, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("source and page number")),
    KEY("figure", NUMBER, TypeSizes, figure, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("key figures")),
    KEY("floor", NUMBER, TypeSizes, floor, .is_required = true, .min = 1, .max = 200,
        .help = MESSAGE("nothing is set smaller")),
};

static const Schema size_schema = { .name = "list of sizes",
                                    .size = sizeof(TypeSizes),
                                    .fields = size_fields,
                                    .field_count = FIELD_COUNT(size_fields),
                                    .help = "type sizes in points" };

static const Field medium_fields[] = {
    KEY("width", NUMBER, Medium, width, .is_required = true, .min = 200, .max = 5000,
        .help = MESSAGE("of a page, in points")),
    KEY("height", NUMBER, Medium, height, .is_required = true, .min = 200, .max = 5000,
        .help = MESSAGE("of a page, in points")),
    KEY("margin", NUMBER, Medium, margin, .is_required = true, .min = 10, .max = 1000,
        .help = MESSAGE("left, and right unless \"margin-right\" says otherwise")),
    KEY("margin-right", NUMBER, Medium, margin_right, .min = 10, .max = 1000,
        .help = "right; as \"margin\" when not given"),
    KEY("top", NUMBER, Medium, top, .is_required = true, .min = 10, .max = 1000,
        .help = MESSAGE("from the title's last baseline to the content")),
    KEY("bottom", NUMBER, Medium, bottom, .is_required = true, .min = 10, .max = 1000,
        .help = MESSAGE("from the content to the lower edge of the page")),
    KEY("column-gap", NUMBER, Medium, column_gap, .is_required = true, .min = 1,
        .max = 1000, .help = MESSAGE("between two columns")),
    KEY("flow", BOOL, Medium, flows, .fallback = "no",
        .help = "slides follow each other down the pages, as many as fit; else each "
                "begins a page"),
    KEY("indent", NUMBER, Medium, indent, .fallback = "0", .max = 200,
        .help = "where slides flow: room for their numbers, left of the content"),
    KEY("scale", NUMBER, Medium, scale, .fallback = "1", .min = 0.3, .max = 3,
        .help = "of marks and gaps, to those on screen"),
    KEY("sizes", OBJECT, Medium, sizes, .is_required = true, .schema = &size_schema,
        .help = MESSAGE("type sizes")),
};

static const Schema medium_schema = { .name = "medium",
                                      .size = sizeof(Medium),
                                      .fields = medium_fields,
                                      .field_count = FIELD_COUNT(medium_fields),
                                      .help = "what a deck is composed for" };

static const Field theme_fields[] = {
    KEY("fonts", OBJECT, ThemeKeys, fonts, .is_required = true, .schema = &font_schema,
        .help = MESSAGE("TrueType files")),
    KEY("colours", OBJECT, ThemeKeys, colours, .is_required = true,
        .schema = &palette_schema, .help = MESSAGE("in quotes, as \"#1B2A34\"")),
    KEY("grey", OBJECT, ThemeKeys, grey, .schema = &palette_schema,
        .help = "the same in greys, for --grey; as in the theme landsbyen when not "
                "given"),
    KEY("screen", OBJECT, ThemeKeys, screen, .is_required = true,
        .schema = &medium_schema, .help = MESSAGE("slides")),
    KEY("paper", OBJECT, ThemeKeys, paper, .schema = &medium_schema,
        .help = "the handout; as in the theme landsbyen when not given"),
    KEY("logo", PATH, ThemeKeys, logo, .place_offset = offsetof(ThemeKeys, logo_place),
        .help = "for decks that name none of their own: PNG, JPEG or plain SVG"),
};

const Schema theme_schema = { .name = "theme",
                              .size = sizeof(ThemeKeys),
                              .fields = theme_fields,
                              .field_count = FIELD_COUNT(theme_fields),
                              .help = "fonts, colours and sizes for each medium" };

/* A name without "/" is looked for among the built-in data, in `folder`. */
static Str find_data(Arena *arena, const char *folder, Str name, Str from_file)
{
    if (str_find(name, S("/")) >= 0)
        return path_relative_to(arena, from_file, name);
    return data_find(arena, str_format(arena, "%s/%.*s", folder, STR_ARG(name)));
}

static bool find_font(Arena *arena, Str name, Place place, Str *out, Diags *diags)
{
    *out = find_data(arena, "fonts", name, place.file);
    if (out->len > 0 && file_exists(*out))
        return true;
    diag_error(diags, place, "no font \"%.*s\"", STR_ARG(name));
    diag_hint(diags, "name a file of the built-in folder fonts, or write a path with a "
                     "\"/\"");
    return false;
}

static bool find_fonts(Arena *arena, const FontKeys *keys, Theme *out, Diags *diags)
{
    bool is_good = true;
    for (int i = 0; i < FONT_COUNT; i++) {
        is_good &=
            find_font(arena, keys->files[i], keys->places[i], &out->fonts[i], diags);
        out->font_places[i] = keys->places[i];
    }
    int count = keys->fallbacks.count;
    Str *paths = arena_array(arena, (size_t)count, sizeof *paths);
    for (int i = 0; i < count; i++)
        is_good &= find_font(arena, keys->fallbacks.at[i], keys->fallbacks.places[i],
                             &paths[i], diags);
    out->fallbacks = keys->fallbacks;
    out->fallbacks.at = paths;
    if (count <= FALLBACK_MAX)
        return is_good;
    diag_error(diags, keys->fallbacks.places[FALLBACK_MAX],
               "there are %d fallback fonts, but at most %d can be used", count,
               FALLBACK_MAX);
    diag_hint(diags, "leave out those that are needed least");
    return false;
}

static bool check_sizes(const Node *sizes, const TypeSizes *read, double least_floor,
                        Diags *diags)
{
    bool is_good = read->floor >= least_floor;
    if (!is_good) {
        diag_error(diags, node_find(sizes, "floor")->place,
                   "the floor of this medium is %g points", least_floor);
        diag_hint(diags, "a theme may raise it, not lower it");
    }
    for (int i = 0; i < size_schema.field_count; i++) {
        const Field *field = &size_fields[i];
        double size = *(const double *)((const char *)read + field->offset);
        if (size >= read->floor)
            continue;
        diag_error(diags, node_find(sizes, field->key)->place,
                   "\"%s\" of %g points is below the floor of %g", field->key, size,
                   read->floor);
        diag_hint(diags, "nothing on a page may be smaller than the floor");
        is_good = false;
    }
    return is_good;
}

/* A least floor belongs to each medium: what can be read on it. */
static bool check_medium(const Node *node, const Medium *medium, double least_floor,
                         Diags *diags)
{
    double sides = medium->margin + medium->margin_right + medium->indent;
    bool has_room = 2 * sides < medium->width &&
                    2 * (medium->top + medium->bottom) < medium->height;
    if (!has_room) {
        diag_error(diags, node->place, "the margins take half of the page or more");
        diag_hint(diags, "lower \"margin\", \"top\" or \"bottom\"");
    }
    return check_sizes(node_find(node, "sizes"), &medium->sizes, least_floor, diags) &&
           has_room;
}

static bool read_medium(const Node *node, Medium read, double least_floor, Medium *out,
                        Diags *diags)
{
    *out = read;
    if (out->margin_right <= 0)
        out->margin_right = out->margin;
    return check_medium(node, out, least_floor, diags);
}

/* A theme that says nothing of paper or grey takes those of the built-in one. */
static bool read_others(Arena *arena, const Node *root, const ThemeKeys *keys,
                        Theme *out, Diags *diags)
{
    const Node *paper = node_find(root, "paper"), *grey = node_find(root, "grey");
    ThemeKeys built_in = { 0 };
    const ThemeKeys *paper_keys = keys, *grey_keys = keys;
    if (!paper || !grey) {
        Str path = data_find(arena, S("layouts/themes/landsbyen.yaml"));
        root = yaml_read(arena, path, (Place){ .file = path }, diags);
        if (!root || !schema_read(arena, &theme_schema, root, &built_in, diags))
            return false;
        paper_keys = paper ? keys : &built_in;
        grey_keys = grey ? keys : &built_in;
    }
    bool is_good = read_medium(paper ? paper : node_find(root, "paper"),
                               paper_keys->paper, PAPER_FLOOR, &out->paper, diags);
    return palette_read(grey ? grey : node_find(root, "grey"), &grey_keys->grey, true,
                        &out->grey, diags) &&
           is_good;
}

static bool read_file(Arena *arena, Str path, Place from, Theme *out, Diags *diags)
{
    ThemeKeys keys = { 0 };
    const Node *root = yaml_read(arena, path, from, diags);
    if (!root || !schema_read(arena, &theme_schema, root, &keys, diags))
        return false;
    out->logo = keys.logo;
    out->logo_place = keys.logo_place;
    bool is_good = find_fonts(arena, &keys.fonts, out, diags);
    is_good &= palette_read(node_find(root, "colours"), &keys.colours, false,
                            &out->palette, diags);
    is_good &= read_medium(node_find(root, "screen"), keys.screen, SCREEN_FLOOR,
                           &out->screen, diags);
    is_good &= read_others(arena, root, &keys, out, diags);
    out->screen.palette = out->paper.palette = out->palette;
    return is_good;
}

void theme_use_grey(Theme *theme)
{
    theme->palette = theme->screen.palette = theme->paper.palette = theme->grey;
}

bool theme_read(Arena *arena, Str name, Place from, Theme *out, Diags *diags)
{
    bool is_built_in = str_find(name, S("/")) < 0;
    Str file = is_built_in ? str_concat(arena, name, S(".yaml")) : name;
    *out = (Theme){ .path = find_data(arena, "layouts/themes", file, from.file) };
    if (out->path.len > 0)
        return read_file(arena, out->path, from, out, diags);
    diag_error(diags, from, "no theme \"%.*s\"", STR_ARG(name));
    diag_hint(diags,
              "the built-in theme is landsbyen; a theme of your own is a path "
              "with a \"/\", as in ./%.*s.yaml",
              STR_ARG(name));
    return false;
}
