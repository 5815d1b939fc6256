#include "layout/theme.h"

#include "base/vision.h"

#include <math.h>

/* How much lighter the colours beside a unit's brand are, at most. */
static const double BAR_SHARE = 0.3, MUTED_SHARE = 0.35;

/* Tried from there on towards the colour itself. */
static const double SHARE_STEP = 0.05;

/* As far from the colour to the other as text on the ground allows. */
static Colour lean(Colour colour, Colour other, Colour ground, double most)
{
    for (long steps = lround(most / SHARE_STEP); steps > 0; steps--) {
        Colour mixed = colour_mix(colour, other, (double)steps * SHARE_STEP);
        if (colour_contrast(mixed, ground) >= COLOUR_TEXT_CONTRAST)
            return mixed;
    }
    return colour;
}

static bool check_ground(const UnitColour *colour, const char *name, Colour ground,
                         Diags *diags)
{
    double ratio = colour_contrast(colour->value, ground);
    if (ratio >= COLOUR_TEXT_CONTRAST)
        return true;
    diag_error(diags, colour->place,
               "\"%.*s\" on \"%s\" has a contrast of %.1f:1; text needs %.1f:1",
               STR_ARG(colour->text), name, floor(ratio * 10) / 10,
               COLOUR_TEXT_CONTRAST);
    diag_hint(diags, "choose a darker colour, or leave the cell empty");
    return false;
}

static bool take_brand(const UnitColour *brand, Palette *palette, Diags *diags)
{
    Colour colour = brand->value, accent = palette->on_brand_accent;
    palette->brand = colour;
    palette->brand_light = lean(colour, palette->paper, palette->paper, BAR_SHARE);
    palette->on_brand = colour_label(colour, palette->ink, palette->paper);
    palette->on_brand_muted = lean(palette->on_brand, colour, colour, MUTED_SHARE);
    if (colour_contrast(accent, colour) < COLOUR_LARGE_TEXT_CONTRAST)
        palette->on_brand_accent = palette->on_brand;
    return check_ground(brand, "tint", palette->tint, diags) &&
           check_ground(brand, "paper", palette->paper, diags);
}

/* The bars of the others, and the one that is marked. */
static bool check_marks(const Unit *unit, const Palette *palette, Diags *diags)
{
    Vision worst = VISION_NORMAL;
    double difference =
        vision_least_difference(palette->brand_light, palette->accent, &worst);
    if (difference >= VISION_LEAST_DIFFERENCE)
        return true;
    const UnitColour *colour = unit->accent.text.len ? &unit->accent : &unit->brand;
    diag_error(diags, colour->place,
               "bars and marks of this unit are %.1f apart in %s; colours with "
               "different meanings must be %g apart",
               difference, vision_names[worst], VISION_LEAST_DIFFERENCE);
    diag_hint(diags, "give the unit another \"accent\", or another \"brand\"");
    return false;
}

bool theme_dress(Theme *theme, const Unit *unit, Diags *diags)
{
    Palette palette = theme->palette;
    bool has_brand = unit->brand.text.len > 0, has_accent = unit->accent.text.len > 0;
    bool is_good = !has_brand || take_brand(&unit->brand, &palette, diags);
    if (has_accent) {
        palette.accent = unit->accent.value;
        is_good &= check_ground(&unit->accent, "paper", palette.paper, diags);
    }
    if (has_brand || has_accent)
        is_good &= check_marks(unit, &palette, diags);
    theme->palette = theme->screen.palette = theme->paper.palette = palette;
    return is_good;
}
