/* palette.h - the colours of a deck, by what they stand for. */
#ifndef LAYOUT_PALETTE_H
#define LAYOUT_PALETTE_H
#include "base/outline.h"
#include "survey/description.h"

enum { GROUP_COLOUR_MAX = 8, SCALE_ANCHOR_COUNT = 5 };

typedef struct Palette {
    Colour ink, muted, rule, paper, tint; /* text, lesser text, lines, ground, panels */
    Colour brand, brand_light;            /* dark grounds; bars and marks */
    Colour accent;                        /* only for this unit or the finding */
    Colour on_brand, on_brand_muted, on_brand_accent; /* on a brand ground */
    /* Ends and middle of the scale, disagree to agree, see palette_step; on them lines
     * or dots. */
    Colour scale[SCALE_ANCHOR_COUNT];
    Pattern patterns[SCALE_ANCHOR_COUNT];
    Colour heat[SCALE_ANCHOR_COUNT]; /* of means in a table, lowest to highest */
    /* Of the groups in charts with a line for each; see palette_group. */
    Colour groups[GROUP_COLOUR_MAX];
    int group_colour_count;
    double group_dashes[GROUP_COLOUR_MAX]; /* points on screen; 0: a whole line */
    bool has_group_dashes;
} Palette;

/* As they stand in a theme. */
typedef struct PaletteKeys {
    Palette palette;
    StrList scale, patterns, heat, groups, dashes;
    Place scale_place, patterns_place, heat_place, groups_place, dashes_place;
} PaletteKeys;

extern const Schema palette_schema;

/* Fills the palette from the keys of the mapping and checks it: what is set on what has
 * the contrast that reading takes, what stands for different things looks different to
 * everybody; of a grey one, that all are greys. False with errors. */
bool palette_read(const Node *mapping, const PaletteKeys *keys, bool is_grey,
                  Palette *out, Diags *diags);

/* The colour of step 1…count (2 to STEP_MAX), evenly between the anchors. */
Colour palette_step(const Palette *palette, int step, int count);

/* How an area is filled: a ground, and what lies on it. */
typedef struct Shade {
    Colour ground, mark;
    Pattern pattern;
    Colour label; /* of text on it: readable on ground and mark */
} Shade;

/* The same with the pattern of the nearest anchor on its side of the middle. */
Shade palette_shade(const Palette *palette, int step, int count);
/* The colour of a mean step, 1 to count, straight between the steps'. */
Colour palette_mean(const Palette *palette, double mean, int count);
/* The colour of a group; where there are more groups than colours, they come again. */
Colour palette_group(const Palette *palette, int group);
/* Its mark, see chart_mark: circles, then another when the colours come again; where
 * lines are told apart without colours, each group has its own. */
int palette_group_mark(const Palette *palette, int group);
/* The dashes of its line, on screen; 0: a whole line. */
double palette_group_dash(const Palette *palette, int group);

#endif
