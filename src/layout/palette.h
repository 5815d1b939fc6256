/* palette.h - the colours of a deck, by what they stand for. */
#ifndef LAYOUT_PALETTE_H
#define LAYOUT_PALETTE_H
#include "survey/description.h"

enum { GROUP_COLOUR_MAX = 8 };

typedef struct Palette {
    Colour ink, muted, rule, paper, tint; /* text, lesser text, lines, ground, panels */
    Colour brand, brand_light;            /* dark grounds; bars and marks */
    Colour accent;                        /* only for this unit or the finding */
    Colour on_brand, on_brand_muted, on_brand_accent; /* on a brand ground */
    /* Ends and middle of the scale, disagree to agree: 5 anchors; see palette_step. */
    Colour scale[5];
    /* Of the groups in charts with a line for each; see palette_group. */
    Colour groups[GROUP_COLOUR_MAX];
    int group_colour_count;
} Palette;

/* As they stand in a theme. */
typedef struct PaletteKeys {
    Palette palette;
    StrList scale, groups;
    Place scale_place, groups_place;
} PaletteKeys;

extern const Schema palette_schema;

/* Fills the palette from the keys of the mapping and checks it: what is set on what has
 * the contrast that reading takes, what stands for different things looks different to
 * everybody. False with errors. */
bool palette_read(const Node *mapping, const PaletteKeys *keys, Palette *out,
                  Diags *diags);

/* The colour of step 1…count (2 to STEP_MAX), evenly between the anchors. */
Colour palette_step(const Palette *palette, int step, int count);
/* The colour of a mean step, 1 to count, straight between the steps'. */
Colour palette_mean(const Palette *palette, double mean, int count);
/* The colour of a group; where there are more groups than colours, they come again. */
Colour palette_group(const Palette *palette, int group);

#endif
