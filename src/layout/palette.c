#include "layout/palette.h"

#include "base/messages.h"
#include "base/vision.h"

#include <math.h>
#include <string.h>

/* A row: key, FIELD_ type, the member that it fills, and what else there is. */
#define KEY(text, kind, member, ...)                                                   \
    {                                                                                  \
        .key = (text), .type = FIELD_##kind, .offset = offsetof(PaletteKeys, member),  \
        __VA_ARGS__                                                                    \
    }

enum { ANCHOR_COUNT = SCALE_ANCHOR_COUNT };

/* By Pattern, as a theme spells them. */
static const char *const PATTERNS[] = { "plain", "hatch", "back-hatch", "dots", NULL };

enum { PATTERN_COUNT = sizeof PATTERNS / sizeof *PATTERNS - 1 };

/* How far a mark lies from its ground, to black or to white. */
static const double TO_BLACK = 0.6, TO_WHITE = 0.85;

static const double DASH_MAX = 50; /* points */

static const Field palette_fields[] = {
    KEY("ink", COLOUR, palette.ink, .is_required = true, .help = MESSAGE("text")),
    KEY("muted", COLOUR, palette.muted, .is_required = true,
        .help = MESSAGE("lesser text")),
    KEY("rule", COLOUR, palette.rule, .is_required = true, .help = MESSAGE("lines")),
    KEY("paper", COLOUR, palette.paper, .is_required = true,
        .help = MESSAGE("the ground")),
    KEY("tint", COLOUR, palette.tint, .is_required = true, .help = MESSAGE("panels")),
    KEY("brand", COLOUR, palette.brand, .is_required = true,
        .help = MESSAGE("dark grounds")),
    KEY("brand-light", COLOUR, palette.brand_light, .is_required = true,
        .help = MESSAGE("bars and marks")),
    KEY("accent", COLOUR, palette.accent, .is_required = true,
        .help = MESSAGE("only for this unit or the finding")),
    KEY("on-brand", COLOUR, palette.on_brand, .is_required = true,
        .help = MESSAGE("text on the brand colour")),
    KEY("on-brand-muted", COLOUR, palette.on_brand_muted, .is_required = true,
        .help = MESSAGE("lesser text on it")),
    KEY("on-brand-accent", COLOUR, palette.on_brand_accent, .is_required = true,
        .help = MESSAGE("a mark on it")),
    KEY("scale", STRINGS, scale, .is_required = true,
        .place_offset = offsetof(PaletteKeys, scale_place), .pattern = COLOUR_PATTERN,
        .help = MESSAGE(
            "five colours from disagree to agree; other scales lie between them")),
    KEY("scale-patterns", STRINGS, patterns,
        .place_offset = offsetof(PaletteKeys, patterns_place), .choices = PATTERNS,
        .help = "what lies on each of these: plain, hatch, back-hatch or dots"),
    KEY("heat", STRINGS, heat, .place_offset = offsetof(PaletteKeys, heat_place),
        .pattern = COLOUR_PATTERN,
        .help = "five colours of the means in a table, from the lowest to the highest; "
                "as \"scale\" when not given"),
    KEY("groups", STRINGS, groups, .is_required = true,
        .place_offset = offsetof(PaletteKeys, groups_place), .pattern = COLOUR_PATTERN,
        .help = MESSAGE(
            "three to eight colours for the lines of the groups, in their order")),
    KEY("group-dashes", STRINGS, dashes,
        .place_offset = offsetof(PaletteKeys, dashes_place),
        .help = "for each the length of its line's dashes in points, 0 for none; each "
                "group then has a mark of its own, too"),
};

const Schema palette_schema = { .name = "list of colours",
                                .size = sizeof(PaletteKeys),
                                .fields = palette_fields,
                                .field_count = FIELD_COUNT(palette_fields),
                                .help = "sRGB, as \"#1B2A34\"" };

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

/* Colours that stand for different things must look different to everybody, unless
 * something else tells them apart. */
static bool check_apart(const StrList *list, int first, int second,
                        const Colour *colours, bool is_apart, Diags *diags)
{
    Vision worst = VISION_NORMAL;
    double difference =
        vision_least_difference(colours[first], colours[second], &worst);
    if (is_apart || difference >= VISION_LEAST_DIFFERENCE)
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
static bool check_scale(const StrList *scale, const Palette *palette, Diags *diags)
{
    const Pattern *patterns = palette->patterns;
    bool is_good = true;
    for (int i = 0; i < ANCHOR_COUNT - 1; i++)
        is_good &= check_apart(scale, i, i + 1, palette->scale,
                               patterns[i] != patterns[i + 1], diags);
    for (int i = 0; i < ANCHOR_COUNT / 2; i++)
        is_good &= check_apart(scale, i, ANCHOR_COUNT - 1 - i, palette->scale,
                               patterns[i] != patterns[ANCHOR_COUNT - 1 - i], diags);
    return is_good;
}

static bool find_pattern(Str name, Pattern *out)
{
    for (int i = 0; i < PATTERN_COUNT; i++)
        if (str_equal_c(name, PATTERNS[i])) {
            *out = (Pattern)i;
            return true;
        }
    return false;
}

static bool check_count(const StrList *list, Place place, const char *key, int wanted,
                        Diags *diags)
{
    if (list->count == wanted)
        return true;
    diag_error(diags, place, "\"%s\" has %d values, not %d", key, list->count, wanted);
    diag_hint(diags, "write one for each colour of the list that it goes with");
    return false;
}

static bool read_patterns(const PaletteKeys *keys, Palette *out, Diags *diags)
{
    const StrList *list = &keys->patterns;
    if (list->count == 0)
        return true;
    bool is_good =
        check_count(list, keys->patterns_place, "scale-patterns", ANCHOR_COUNT, diags);
    for (int i = 0; i < list->count && is_good; i++) {
        if (find_pattern(list->at[i], &out->patterns[i]))
            continue;
        diag_error(diags, list->places[i], "\"%.*s\" is no pattern",
                   STR_ARG(list->at[i]));
        diag_hint(diags, "choose one of: plain, hatch, back-hatch, dots");
        is_good = false;
    }
    return is_good;
}

static bool read_heat(const PaletteKeys *keys, Palette *out, Diags *diags)
{
    const StrList *list = &keys->heat;
    if (list->count == 0) {
        memcpy(out->heat, out->scale, sizeof out->heat);
        return true;
    }
    return check_count(list, keys->heat_place, "heat", ANCHOR_COUNT, diags) &&
           read_colours(list, out->heat, diags);
}

static bool read_scale(const PaletteKeys *keys, Palette *out, Diags *diags)
{
    const StrList *scale = &keys->scale;
    if (scale->count != ANCHOR_COUNT) {
        diag_error(diags, keys->scale_place, "the scale has %d colours", scale->count);
        diag_hint(diags, "write five, from disagree to agree; other scales lie between "
                         "them");
        return false;
    }
    return read_colours(scale, out->scale, diags) && read_patterns(keys, out, diags) &&
           check_scale(scale, out, diags) && read_heat(keys, out, diags);
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
            is_good &= check_apart(groups, j, i, palette->groups,
                                   palette->group_dashes[i] != palette->group_dashes[j],
                                   diags);
    }
    return is_good;
}

static bool read_dashes(const PaletteKeys *keys, Palette *out, Diags *diags)
{
    const StrList *list = &keys->dashes;
    out->has_group_dashes = list->count > 0;
    if (list->count == 0)
        return true;
    bool is_good = check_count(list, keys->dashes_place, "group-dashes",
                               out->group_colour_count, diags);
    for (int i = 0; i < list->count && is_good; i++) {
        double *dash = &out->group_dashes[i];
        if (str_to_number(list->at[i], dash) && *dash >= 0 && *dash <= DASH_MAX)
            continue;
        diag_error(diags, list->places[i], "\"%.*s\" is no length of dashes",
                   STR_ARG(list->at[i]));
        diag_hint(diags, "write 0 to %g, in points", DASH_MAX);
        is_good = false;
    }
    return is_good;
}

/* With the four marks of lines that makes enough for the groups of a survey. */
enum { GROUP_COLOUR_MIN = 3 };

static bool read_groups(const PaletteKeys *keys, Palette *out, Diags *diags)
{
    const StrList *groups = &keys->groups;
    if (groups->count < GROUP_COLOUR_MIN || groups->count > GROUP_COLOUR_MAX) {
        diag_error(diags, keys->groups_place, "there are %d colours of groups",
                   groups->count);
        diag_hint(diags, "write %d to %d; they come again where there are more groups",
                  GROUP_COLOUR_MIN, GROUP_COLOUR_MAX);
        return false;
    }
    out->group_colour_count = groups->count;
    return read_colours(groups, out->groups, diags) && read_dashes(keys, out, diags) &&
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

static Colour colour_of(const PaletteKeys *keys, const char *key)
{
    for (int i = 0; i < palette_schema.field_count; i++)
        if (strcmp(palette_fields[i].key, key) == 0)
            return *(const Colour *)((const char *)keys + palette_fields[i].offset);
    return (Colour){ 0, 0, 0 };
}

/* Every pair of text and ground must have the contrast that reading takes. */
static bool check_contrast(const Node *colours, const PaletteKeys *keys, Diags *diags)
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

/* Bars and the rows of others, and the one that is marked. */
static bool check_accent(const Node *colours, const PaletteKeys *keys, Diags *diags)
{
    const Str bars = S("brand-light"), accent = S("accent");
    Vision worst = VISION_NORMAL;
    double difference = vision_least_difference(colour_of(keys, bars.at),
                                                colour_of(keys, accent.at), &worst);
    if (difference >= VISION_LEAST_DIFFERENCE)
        return true;
    diag_error(diags, node_find(colours, accent.at)->place,
               "\"%.*s\" and \"%.*s\" are %.1f apart in %s; colours with different "
               "meanings must be %g apart",
               STR_ARG(bars), STR_ARG(accent), difference, vision_names[worst],
               VISION_LEAST_DIFFERENCE);
    diag_hint(diags, "make one of them darker or lighter");
    return false;
}

static bool is_grey(Colour colour)
{
    return colour.red == colour.green && colour.green == colour.blue;
}

static bool check_grey(Place place, Colour colour, Diags *diags)
{
    if (is_grey(colour))
        return true;
    diag_error(diags, place, "\"#%02X%02X%02X\" is no grey", colour.red, colour.green,
               colour.blue);
    diag_hint(diags, "write the same for red, green and blue, as in \"#5A5A5A\"");
    return false;
}

static bool check_grey_list(const StrList *list, const Colour *colours, Diags *diags)
{
    bool is_good = true;
    for (int i = 0; i < list->count; i++)
        is_good &= check_grey(list->places[i], colours[i], diags);
    return is_good;
}

/* What a grey printer makes of a colour is not known; of a grey it is. */
static bool check_greys(const Node *mapping, const PaletteKeys *keys,
                        const Palette *palette, Diags *diags)
{
    bool is_good = check_grey_list(&keys->scale, palette->scale, diags);
    is_good &= check_grey_list(&keys->heat, palette->heat, diags);
    is_good &= check_grey_list(&keys->groups, palette->groups, diags);
    for (int i = 0; i < palette_schema.field_count; i++) {
        const Field *field = &palette_fields[i];
        if (field->type == FIELD_COLOUR)
            is_good &= check_grey(node_find(mapping, field->key)->place,
                                  colour_of(keys, field->key), diags);
    }
    return is_good;
}

bool palette_read(const Node *mapping, const PaletteKeys *keys, bool is_grey_palette,
                  Palette *out, Diags *diags)
{
    *out = keys->palette;
    bool is_good = read_scale(keys, out, diags);
    is_good &= read_groups(keys, out, diags);
    is_good &= check_contrast(mapping, keys, diags);
    is_good &= check_accent(mapping, keys, diags);
    return is_good && (!is_grey_palette || check_greys(mapping, keys, out, diags));
}

static Colour between_anchors(const Colour *anchors, int step, int count)
{
    double position = (double)(step - 1) / (count - 1) * (ANCHOR_COUNT - 1);
    int below = (int)fmin(position, ANCHOR_COUNT - 2);
    return colour_mix(anchors[below], anchors[below + 1], position - below);
}

Colour palette_step(const Palette *palette, int step, int count)
{
    return between_anchors(palette->scale, step, count);
}

/* The nearest anchor; the middle one only for the middle itself. */
static int anchor_of(int step, int count)
{
    const int middle = ANCHOR_COUNT / 2;
    int twice = 2 * step - count - 1; /* from the middle */
    double position = (double)(step - 1) / (count - 1) * (ANCHOR_COUNT - 1);
    if (twice == 0)
        return middle;
    return twice < 0 ? (int)fmin(floor(position + 0.5), middle - 1)
                     : (int)fmax(ceil(position - 0.5), middle + 1);
}

Shade palette_shade(const Palette *palette, int step, int count)
{
    const Colour black = { 0, 0, 0 }, white = { 255, 255, 255 };
    Shade shade = { .ground = palette_step(palette, step, count),
                    .pattern = palette->patterns[anchor_of(step, count)] };
    shade.label = colour_label(shade.ground, palette->ink, palette->paper);
    bool is_dark = colour_luminance(shade.ground) < colour_luminance(shade.label);
    /* Away from the label, which then stands out from the mark even more. */
    shade.mark = colour_mix(shade.ground, is_dark ? black : white,
                            is_dark ? TO_BLACK : TO_WHITE);
    return shade;
}

Colour palette_mean(const Palette *palette, double mean, int count)
{
    double inside = fmin(fmax(mean, 1), count);
    int below = (int)fmin(inside, count - 1);
    return colour_mix(between_anchors(palette->heat, below, count),
                      between_anchors(palette->heat, below + 1, count), inside - below);
}

Colour palette_group(const Palette *palette, int group)
{
    return palette->groups[group % palette->group_colour_count];
}

int palette_group_mark(const Palette *palette, int group)
{
    /* The first mark is that of all groups together. */
    return palette->has_group_dashes ? group + 1 : group / palette->group_colour_count;
}

double palette_group_dash(const Palette *palette, int group)
{
    return palette->group_dashes[group % palette->group_colour_count];
}
