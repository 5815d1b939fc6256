#include "compose/logo.h"

#include "compose/chart.h"

static const double PLATE_WIDTH = 170, PLATE_HEIGHT = 60; /* of the logo at most */
static const double PLATE_AIR = 12, PLATE_RADIUS = 4;
static const double PLATE_RIGHT = 64, PLATE_BOTTOM = 40; /* from the page's edges */
static const double CORNER_WIDTH = 130, CORNER_HEIGHT = 20, CORNER_TOP = 15;

/* The unit's own, else the deck's. */
bool logo_find(SlideContext *context, Logo *out)
{
    const Layout *layout = context->scope.layout;
    const Unit *unit = &context->slice->unit;
    bool is_own = unit->logo.len > 0;
    Str path = is_own ? unit->logo : layout->logo, empty = { 0 };
    Place place = is_own ? unit->logo_place : layout->logo_place;
    *out = (Logo){ 0 };
    if (path.len == 0)
        return true;
    out->picture = pictures_find(context->pictures, path, place, context->canvas.diags);
    if (is_own)
        out->alt = words_fill(context->canvas.deck->arena, context->words,
                              WORD_UNIT_LOGO, "unit", unit->name, NULL);
    else if (!slide_wording(context, layout->logo_alt, empty, &out->alt))
        return false;
    return out->picture != NULL;
}

/* The logo's size when it fills so much at most. */
static Rect sized(const PictureFile *picture, double width, double height)
{
    PictureSize size = picture_fit(picture, width, height);
    return (Rect){ .width = size.width, .height = size.height };
}

Rect logo_plate(const SlideContext *context, const Logo *logo)
{
    const Medium *medium = context->canvas.medium;
    Rect plate = sized(logo->picture, PLATE_WIDTH, PLATE_HEIGHT);
    plate.width += 2 * PLATE_AIR;
    plate.height += 2 * PLATE_AIR;
    plate.x = medium->width - PLATE_RIGHT - plate.width;
    plate.y = medium->height - PLATE_BOTTOM - plate.height;
    return plate;
}

void logo_paint_plate(SlideContext *context, const Logo *logo)
{
    Canvas *canvas = &context->canvas;
    Rect plate = logo_plate(context, logo);
    Rect box = { plate.x + PLATE_AIR, plate.y + PLATE_AIR, plate.width - 2 * PLATE_AIR,
                 plate.height - 2 * PLATE_AIR };
    canvas_round_rect(canvas, TAG_ARTIFACT, plate, PLATE_RADIUS,
                      canvas->medium->palette.paper);
    TagId tag = TAG_ARTIFACT;
    if (logo->alt.len)
        tag = chart_figure(canvas, context->sect, box, logo->alt);
    canvas_picture(canvas, tag, box, logo->picture);
}

void logo_paint_corner(SlideContext *context, const Logo *logo)
{
    Canvas *canvas = &context->canvas;
    Rect box = sized(logo->picture, CORNER_WIDTH, CORNER_HEIGHT);
    box.x = canvas->medium->width - canvas->medium->margin - box.width;
    box.y = CORNER_TOP + (CORNER_HEIGHT - box.height) / 2;
    canvas_picture(canvas, TAG_ARTIFACT, box, logo->picture);
}
