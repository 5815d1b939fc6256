#include "layout/palette.h"

#include "base/vision.h"

#include <math.h>
#include <string.h>

/* A row: key, FIELD_ type, the member that it fills, and what else there is. */
#define KEY(text, kind, member, ...)                                                   \
    {                                                                                  \
        .key = (text), .type = FIELD_##kind, .offset = offsetof(PaletteKeys, member),  \
        __VA_ARGS__                                                                    \
    }

enum { ANCHOR_COUNT = 5 };

static const Field palette_fields[] = {
    KEY("ink", COLOUR, palette.ink, .is_required = true, .help = "text"),
    KEY("muted", COLOUR, palette.muted, .is_required = true, .help = "lesser text"),
    KEY("rule", COLOUR, palette.rule, .is_required = true, .help = "lines"),
    KEY("paper", COLOUR, palette.paper, .is_required = true, .help = "the ground"),
    KEY("tint", COLOUR, palette.tint, .is_required = true, .help = "panels"),
    KEY("brand", COLOUR, palette.brand, .is_required = true, .help = "dark grounds"),
    KEY("brand-light", COLOUR, palette.brand_light, .is_required = true,
        .help = "bars and marks"),
    KEY("accent", COLOUR, palette.accent, .is_required = true,
        .help = "only for this unit or the finding"),
    KEY("on-brand", COLOUR, palette.on_brand, .is_required = true,
        .help = "text on the brand colour"),
    KEY("on-brand-muted", COLOUR, palette.on_brand_muted, .is_required = true,
        .help = "lesser text on it"),
    KEY("on-brand-accent", COLOUR, palette.on_brand_accent, .is_required = true,
        .help = "a mark on it"),
    KEY("scale", STRINGS, scale, .is_required = true,
        .place_offset = offsetof(PaletteKeys, scale_place),
        .help = "five colours from disagree to agree; other scales lie between them"),
    KEY("groups", STRINGS, groups, .is_required = true,
        .place_offset = offsetof(PaletteKeys, groups_place),
        .help = "one to eight colours for the lines of the groups, in their order"),
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

static bool read_scale(const PaletteKeys *keys, Palette *out, Diags *diags)
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

static bool read_groups(const PaletteKeys *keys, Palette *out, Diags *diags)
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

bool palette_read(const Node *mapping, const PaletteKeys *keys, Palette *out,
                  Diags *diags)
{
    *out = keys->palette;
    bool is_good = read_scale(keys, out, diags);
    is_good &= read_groups(keys, out, diags);
    return check_contrast(mapping, keys, diags) && is_good;
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
