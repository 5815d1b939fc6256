/* theme.h - fonts, colours and sizes for each medium, and the medium that a deck is
 * composed for. */
#ifndef LAYOUT_THEME_H
#define LAYOUT_THEME_H
#include "layout/palette.h"
#include "survey/register.h"

/* Type sizes in points. */
typedef struct TypeSizes {
    double display; /* title slide */
    double title;
    double lead; /* first level of a body */
    double body;
    double label; /* in charts and tables */
    double note;
    double footer;
    double figure; /* key figures */
    double floor;  /* nothing is set smaller */
} TypeSizes;

/* What a slide is composed for. */
typedef struct Medium {
    double width, height; /* points */
    double margin;        /* left */
    double margin_right;
    double top;    /* from the title's last baseline to the content */
    double bottom; /* from the content to the page's lower edge */
    double column_gap;
    bool flows;    /* slides follow each other down the pages: paper */
    double indent; /* flowing: content stands in from the margin, numbers do not */
    double scale;  /* of marks and gaps, to those on screen */
    TypeSizes sizes;
    Palette palette;
} Medium;

typedef struct Theme {
    Str path;
    Str fonts[4];      /* by FontRole: paths of regular, italic, semibold, bold */
    StrList fallbacks; /* paths */
    Place font_places[4];
    Palette palette, grey; /* grey: for prints without colours */
    Medium screen, paper;
    Str logo; /* path; empty: none */
    Place logo_place;
} Theme;

/* `name`: a path, or the name of a built-in theme when it has no "/". */
bool theme_read(Arena *arena, Str name, Place from, Theme *out, Diags *diags);
extern const Schema theme_schema;

/* The grey palette takes the place of the other, in every medium too. */
void theme_use_grey(Theme *theme);

/* Puts the unit's own colours in the place of the theme's, in every medium: its brand
 * with the lighter ones and the text that go with it, and its accent. False with an
 * error at the register when text could not be read, or charts not be told apart. */
bool theme_dress(Theme *theme, const Unit *unit, Diags *diags);

#endif
