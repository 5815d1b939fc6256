#include "layout/theme.h"

#include "base/file.h"
#include "base/vision.h"

#include <math.h>
#include <string.h>

/* A row: key, FIELD_ type, the member that it fills, and what else there is. */
#define KEY(text, kind, Struct, member, ...)                                           \
    {                                                                                  \
        .key = (text), .type = FIELD_##kind, .offset = offsetof(Struct, member),       \
        __VA_ARGS__                                                                    \
    }

/* Points; a theme may raise the floor of a medium, not lower it. */
static const double SCREEN_FLOOR = 11, PAPER_FLOOR = 8.5;

enum { FONT_COUNT = 4, FALLBACK_MAX = 8, ANCHOR_COUNT = 5 };

typedef struct FontKeys {
    Str files[FONT_COUNT]; /* by FontRole */
    Place places[FONT_COUNT];
    StrList fallbacks;
} FontKeys;

typedef struct ColourKeys {
    Palette palette;
    StrList scale, groups;
    Place scale_place, groups_place;
} ColourKeys;

/* A theme file. A further medium is one more object like `screen`. */
typedef struct ThemeKeys {
    FontKeys fonts;
    ColourKeys colours;
    Medium screen, paper;
    Str logo;
    Place logo_place;
} ThemeKeys;

static const Field font_fields[] = {
    KEY("regular", STRING, FontKeys, files[0], .is_required = true,
        .place_offset = offsetof(FontKeys, places[0]),
        .help = "running text: a file in fonts/, or a path with a \"/\""),
    KEY("italic", STRING, FontKeys, files[1], .is_required = true,
        .place_offset = offsetof(FontKeys, places[1]), .help = "emphasis"),
    KEY("semibold", STRING, FontKeys, files[2], .is_required = true,
        .place_offset = offsetof(FontKeys, places[2]), .help = "labels and figures"),
    KEY("bold", STRING, FontKeys, files[3], .is_required = true,
        .place_offset = offsetof(FontKeys, places[3]), .help = "titles"),
    KEY("fallbacks", STRINGS, FontKeys, fallbacks,
        .help = "where characters are looked for that these lack, in order"),
};

static const Schema font_schema = { .name = "list of fonts",
                                    .size = sizeof(FontKeys),
                                    .fields = font_fields,
                                    .field_count = FIELD_COUNT(font_fields),
                                    .help = "TrueType files" };

static const Field colour_fields[] = {
    KEY("ink", COLOUR, ColourKeys, palette.ink, .is_required = true, .help = "text"),
    KEY("muted", COLOUR, ColourKeys, palette.muted, .is_required = true,
        .help = "lesser text"),
    KEY("rule", COLOUR, ColourKeys, palette.rule, .is_required = true, .help = "lines"),
    KEY("paper", COLOUR, ColourKeys, palette.paper, .is_required = true,
        .help = "the ground"),
    KEY("tint", COLOUR, ColourKeys, palette.tint, .is_required = true,
        .help = "panels"),
    KEY("brand", COLOUR, ColourKeys, palette.brand, .is_required = true,
        .help = "dark grounds"),
    KEY("brand-light", COLOUR, ColourKeys, palette.brand_light, .is_required = true,
        .help = "bars and marks"),
    KEY("accent", COLOUR, ColourKeys, palette.accent, .is_required = true,
        .help = "only for this unit or the finding"),
    KEY("on-brand", COLOUR, ColourKeys, palette.on_brand, .is_required = true,
        .help = "text on the brand colour"),
    KEY("on-brand-muted", COLOUR, ColourKeys, palette.on_brand_muted,
        .is_required = true, .help = "lesser text on it"),
    KEY("on-brand-accent", COLOUR, ColourKeys, palette.on_brand_accent,
        .is_required = true, .help = "a mark on it"),
    KEY("scale", STRINGS, ColourKeys, scale, .is_required = true,
        .place_offset = offsetof(ColourKeys, scale_place),
        .help = "five colours from disagree to agree; other scales lie between them"),
    KEY("groups", STRINGS, ColourKeys, groups, .is_required = true,
        .place_offset = offsetof(ColourKeys, groups_place),
        .help = "one to eight colours for the lines of the groups, in their order"),
};

static const Schema colour_schema = { .name = "list of colours",
                                      .size = sizeof(ColourKeys),
                                      .fields = colour_fields,
                                      .field_count = FIELD_COUNT(colour_fields),
                                      .help = "sRGB, as \"#1B2A34\"" };

static const Field size_fields[] = {
    KEY("display", NUMBER, TypeSizes, display, .is_required = true, .min = 1,
        .max = 200, .help = "title of the deck"),
    KEY("title", NUMBER, TypeSizes, title, .is_required = true, .min = 1, .max = 200,
        .help = "title of a slide"),
    KEY("lead", NUMBER, TypeSizes, lead, .is_required = true, .min = 1, .max = 200,
        .help = "first level of a body"),
    KEY("body", NUMBER, TypeSizes, body, .is_required = true, .min = 1, .max = 200,
        .help = "second level, running text"),
    KEY("label", NUMBER, TypeSizes, label, .is_required = true, .min = 1, .max = 200,
        .help = "in charts and tables"),
    KEY("note", NUMBER, TypeSizes, note, .is_required = true, .min = 1, .max = 200,
        .help = "notes and legends"),
    KEY("footer", NUMBER, TypeSizes, footer, .is_required = true, .min = 1, .max = 200,
        .help = "source and page number"),
    KEY("figure", NUMBER, TypeSizes, figure, .is_required = true, .min = 1, .max = 200,
        .help = "key figures"),
    KEY("floor", NUMBER, TypeSizes, floor, .is_required = true, .min = 1, .max = 200,
        .help = "nothing is set smaller"),
};

static const Schema size_schema = { .name = "list of sizes",
                                    .size = sizeof(TypeSizes),
                                    .fields = size_fields,
                                    .field_count = FIELD_COUNT(size_fields),
                                    .help = "type sizes in points" };

static const Field medium_fields[] = {
    KEY("width", NUMBER, Medium, width, .is_required = true, .min = 200, .max = 5000,
        .help = "of a page, in points"),
    KEY("height", NUMBER, Medium, height, .is_required = true, .min = 200, .max = 5000,
        .help = "of a page, in points"),
    KEY("margin", NUMBER, Medium, margin, .is_required = true, .min = 10, .max = 1000,
        .help = "left, and right unless \"margin-right\" says otherwise"),
    KEY("margin-right", NUMBER, Medium, margin_right, .min = 10, .max = 1000,
        .help = "right; as \"margin\" when not given"),
    KEY("top", NUMBER, Medium, top, .is_required = true, .min = 10, .max = 1000,
        .help = "from the title's last baseline to the content"),
    KEY("bottom", NUMBER, Medium, bottom, .is_required = true, .min = 10, .max = 1000,
        .help = "from the content to the lower edge of the page"),
    KEY("column-gap", NUMBER, Medium, column_gap, .is_required = true, .min = 1,
        .max = 1000, .help = "between two columns"),
    KEY("flow", BOOL, Medium, flows, .fallback = "no",
        .help = "slides follow each other down the pages, as many as fit; else each "
                "begins a page"),
    KEY("indent", NUMBER, Medium, indent, .fallback = "0", .max = 200,
        .help = "where slides flow: room for their numbers, left of the content"),
    KEY("scale", NUMBER, Medium, scale, .fallback = "1", .min = 0.3, .max = 3,
        .help = "of marks and gaps, to those on screen"),
    KEY("sizes", OBJECT, Medium, sizes, .is_required = true, .schema = &size_schema,
        .help = "type sizes"),
};

static const Schema medium_schema = { .name = "medium",
                                      .size = sizeof(Medium),
                                      .fields = medium_fields,
                                      .field_count = FIELD_COUNT(medium_fields),
                                      .help = "what a deck is composed for" };

static const Field theme_fields[] = {
    KEY("fonts", OBJECT, ThemeKeys, fonts, .is_required = true, .schema = &font_schema,
        .help = "TrueType files"),
    KEY("colours", OBJECT, ThemeKeys, colours, .is_required = true,
        .schema = &colour_schema, .help = "in quotes, as \"#1B2A34\""),
    KEY("screen", OBJECT, ThemeKeys, screen, .is_required = true,
        .schema = &medium_schema, .help = "slides"),
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

static bool read_colours(const StrList *list, Colour *out, Diags *diags)
{
    bool is_good = true;
    for (int i = 0; i < list->count; i++) {
        if (colour_read(list->at[i], &out[i]))
            continue;
        diag_error(diags, list->places[i], "\"%.*s\" is no colour",
                   STR_ARG(list->at[i]));
        diag_hint(diags, "write it in quotes, as in \"#1B2A34\"");
        is_good = false;
    }
    return is_good;
}

/* Colours that stand for different things must look different to everybody. */
static bool check_apart(const StrList *list, int first, int second,
                        const Colour *colours, Diags *diags)
{
    Vision worst = VISION_NORMAL;
    double difference =
        vision_least_difference(colours[first], colours[second], &worst);
    if (difference >= VISION_LEAST_DIFFERENCE)
        return true;
    diag_error(diags, list->places[second],
               "\"%.*s\" and \"%.*s\" are %.1f apart in %s; colours with different "
               "meanings must be %g apart",
               STR_ARG(list->at[first]), STR_ARG(list->at[second]), difference,
               vision_names[worst], VISION_LEAST_DIFFERENCE);
    diag_hint(diags, "make one of them darker or lighter");
    return false;
}

/* Neighbours in a bar, and steps of the same strength on the two sides. */
static bool check_scale(const StrList *scale, const Colour *colours, Diags *diags)
{
    bool is_good = true;
    for (int i = 0; i < ANCHOR_COUNT - 1; i++)
        is_good &= check_apart(scale, i, i + 1, colours, diags);
    for (int i = 0; i < ANCHOR_COUNT / 2; i++)
        is_good &= check_apart(scale, i, ANCHOR_COUNT - 1 - i, colours, diags);
    return is_good;
}

static bool read_scale(const ColourKeys *keys, Palette *out, Diags *diags)
{
    const StrList *scale = &keys->scale;
    if (scale->count != ANCHOR_COUNT) {
        diag_error(diags, keys->scale_place, "the scale has %d colours", scale->count);
        diag_hint(diags, "write five, from disagree to agree; other scales lie between "
                         "them");
        return false;
    }
    return read_colours(scale, out->scale, diags) &&
           check_scale(scale, out->scale, diags);
}

/* The names of the groups are set in their colours. */
static bool check_group_colours(const StrList *groups, const Palette *palette,
                                Diags *diags)
{
    bool is_good = true;
    for (int i = 0; i < groups->count; i++) {
        double ratio = colour_contrast(palette->groups[i], palette->paper);
        if (ratio < COLOUR_TEXT_CONTRAST) {
            diag_error(diags, groups->places[i],
                       "\"%.*s\" on \"paper\" has a contrast of %.1f:1; text needs "
                       "%.1f:1",
                       STR_ARG(groups->at[i]), floor(ratio * 10) / 10,
                       COLOUR_TEXT_CONTRAST);
            diag_hint(diags, "make one of them darker or lighter");
            is_good = false;
        }
        for (int j = 0; j < i; j++)
            is_good &= check_apart(groups, j, i, palette->groups, diags);
    }
    return is_good;
}

static bool read_groups(const ColourKeys *keys, Palette *out, Diags *diags)
{
    const StrList *groups = &keys->groups;
    if (groups->count < 1 || groups->count > GROUP_COLOUR_MAX) {
        diag_error(diags, keys->groups_place, "there are %d colours of groups",
                   groups->count);
        diag_hint(diags, "write one to %d; they come again where there are more groups",
                  GROUP_COLOUR_MAX);
        return false;
    }
    out->group_colour_count = groups->count;
    return read_colours(groups, out->groups, diags) &&
           check_group_colours(groups, out, diags);
}

/* What is set in which colour on which ground, by the keys of the theme. */
static const struct ColourPair {
    const char *text, *ground;
} TEXT_PAIRS[] = {
    {"ink",             "paper"},
    { "muted",          "paper"},
    { "ink",            "tint" },
    { "muted",          "tint" },
    { "brand",          "tint" },
    { "brand-light",    "paper"},
    { "on-brand",       "brand"},
    { "accent",         "paper"},
    { "on-brand-muted", "brand"},
};

static Colour colour_of(const ColourKeys *keys, const char *key)
{
    for (int i = 0; i < colour_schema.field_count; i++)
        if (strcmp(colour_fields[i].key, key) == 0)
            return *(const Colour *)((const char *)keys + colour_fields[i].offset);
    return (Colour){ 0, 0, 0 };
}

/* Every pair of text and ground must have the contrast that reading takes. */
static bool check_contrast(const Node *colours, const ColourKeys *keys, Diags *diags)
{
    bool is_good = true;
    for (size_t i = 0; i < sizeof TEXT_PAIRS / sizeof *TEXT_PAIRS; i++) {
        const struct ColourPair *pair = &TEXT_PAIRS[i];
        double ratio =
            colour_contrast(colour_of(keys, pair->text), colour_of(keys, pair->ground));
        if (ratio >= COLOUR_TEXT_CONTRAST)
            continue;
        diag_error(diags, node_find(colours, pair->text)->place,
                   "\"%s\" on \"%s\" has a contrast of %.1f:1; text needs %.1f:1",
                   pair->text, pair->ground, floor(ratio * 10) / 10,
                   COLOUR_TEXT_CONTRAST);
        diag_hint(diags, "make one of them darker or lighter");
        is_good = false;
    }
    return is_good;
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

/* A theme that says nothing of paper takes that of the built-in one. */
static bool read_paper(Arena *arena, const Node *root, const ThemeKeys *keys,
                       Medium *out, Diags *diags)
{
    const Node *node = node_find(root, "paper");
    if (node)
        return read_medium(node, keys->paper, PAPER_FLOOR, out, diags);
    Str path = data_find(arena, S("layouts/themes/landsbyen.yaml"));
    ThemeKeys built_in = { 0 };
    root = yaml_read(arena, path, (Place){ .file = path }, diags);
    return root && schema_read(arena, &theme_schema, root, &built_in, diags) &&
           read_medium(node_find(root, "paper"), built_in.paper, PAPER_FLOOR, out,
                       diags);
}

static bool read_file(Arena *arena, Str path, Place from, Theme *out, Diags *diags)
{
    ThemeKeys keys = { 0 };
    const Node *root = yaml_read(arena, path, from, diags);
    if (!root || !schema_read(arena, &theme_schema, root, &keys, diags))
        return false;
    out->palette = keys.colours.palette;
    out->logo = keys.logo;
    out->logo_place = keys.logo_place;
    bool is_good = find_fonts(arena, &keys.fonts, out, diags);
    is_good &= read_scale(&keys.colours, &out->palette, diags);
    is_good &= read_groups(&keys.colours, &out->palette, diags);
    is_good &= check_contrast(node_find(root, "colours"), &keys.colours, diags);
    is_good &= read_medium(node_find(root, "screen"), keys.screen, SCREEN_FLOOR,
                           &out->screen, diags);
    is_good &= read_paper(arena, root, &keys, &out->paper, diags);
    out->screen.palette = out->paper.palette = out->palette;
    return is_good;
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

Colour palette_step(const Palette *palette, int step, int count)
{
    double position = (double)(step - 1) / (count - 1) * (ANCHOR_COUNT - 1);
    int below = (int)fmin(position, ANCHOR_COUNT - 2);
    return colour_mix(palette->scale[below], palette->scale[below + 1],
                      position - below);
}

Colour palette_mean(const Palette *palette, double mean, int count)
{
    double inside = fmin(fmax(mean, 1), count);
    int below = (int)fmin(inside, count - 1);
    return colour_mix(palette_step(palette, below, count),
                      palette_step(palette, below + 1, count), inside - below);
}

Colour palette_group(const Palette *palette, int group)
{
    return palette->groups[group % palette->group_colour_count];
}
