/* The table of contents: the sections, or where there are none every slide, each with
 * its number as a link. Continues on a next page when the rows are too many. */
#include "compose/even.h"
#include "compose/frame.h"
#include "compose/listing.h"

#include <limits.h>

/* The most generous of these that takes all rows on one page. */
static const struct Density {
    double share; /* of the lead's size */
    double air;
    int column_count;
} DENSITIES[] = {
    {1,    22, 1},
    { 1,   14, 1},
    { 0.8, 10, 1},
    { 0.8, 14, 2},
    { 0.7, 8,  2},
};

enum { DENSITY_COUNT = sizeof DENSITIES / sizeof *DENSITIES };

/* Where slides flow: for a few of them, for more. */
enum { FEW_SLIDES = 10 };
static const struct Density FLOWING[] = {
    {1,    10, 1},
    { 0.9, 8,  2}
};

typedef VEC(ListedSlide) Listed;

static Listed slides_of(SlideContext *context, SlidePart part)
{
    const Scope *scope = &context->scope;
    Listed listed = { 0 };
    for (int i = 0; i < scope->entry_count; i++)
        if (slide_kinds[scope->entries[i].slide->kind]->part == part)
            vec_push(context->canvas.deck->arena, &listed,
                     (ListedSlide){ scope_heading(scope, i), i });
    return listed;
}

static ListingStyle style_of(const Medium *medium, const struct Density *density)
{
    return (ListingStyle){ .size = medium->sizes.lead * density->share,
                           .air = density->air * medium->scale,
                           .column_count = density->column_count,
                           .ink = medium->palette.ink,
                           .number = medium->palette.brand_light,
                           .rule = medium->palette.rule,
                           .has_rules = true };
}

static ListingStyle choose_style(SlideContext *context, Rect room, const Listed *listed)
{
    const Medium *medium = context->canvas.medium;
    if (medium->flows)
        return style_of(medium, &FLOWING[listed->count > FEW_SLIDES]);
    for (int i = 0; i < DENSITY_COUNT; i++) {
        ListingStyle style = style_of(medium, &DENSITIES[i]);
        if (listing_fit(context, room, listed->at, listed->count, &style) ==
            listed->count)
            return style;
    }
    return style_of(medium, &DENSITIES[DENSITY_COUNT - 1]);
}

/* What is tried in rooms of several heights. */
typedef struct Trial {
    SlideContext *context;
    Rect room;
    const Listed *listed;
    const ListingStyle *style;
} Trial;

/* For even_room. */
static int pages_of(const void *content, double height)
{
    const Trial *trial = content;
    Rect room = trial->room;
    int pages = 0;
    room.height = height;
    for (int next = 0, fit; next < trial->listed->count; next += fit, pages++) {
        fit = listing_fit(trial->context, room, trial->listed->at + next,
                          trial->listed->count - next, trial->style);
        if (fit == 0)
            return INT_MAX;
    }
    return pages;
}

/* The height of the list on each page; where slides flow, all that there is. */
static double list_height(SlideContext *context, Rect room, const Listed *listed,
                          const ListingStyle *style)
{
    Trial trial = { context, room, listed, style };
    if (context->canvas.medium->flows || pages_of(&trial, room.height) == INT_MAX)
        return room.height;
    return even_room(pages_of, &trial, 0, room.height);
}

static bool paint_pages(SlideContext *context, const FrameText *frame, Rect room,
                        const Listed *listed, ListingStyle style)
{
    Canvas *canvas = &context->canvas;
    TagId list = canvas_tag(canvas, TAG_LIST, context->sect);
    double height = list_height(context, room, listed, &style);
    for (int next = 0; next < listed->count;) {
        room.height = canvas->medium->flows ? room.height : height;
        int painted = listing_paint(context, room, list, listed->at + next,
                                    listed->count - next, &style);
        if (painted == 0) {
            Str name = listed->at[next].name;
            diag_error(canvas->diags, canvas->place,
                       "the title \"%.*s\" is taller than the table of contents",
                       STR_ARG(str_shown(canvas->deck->arena, name, 60)));
            diag_hint(canvas->diags, "shorten it");
            return false;
        }
        frame_take(context, &room,
                   listing_height(context, room, listed->at + next, painted, &style));
        next += painted;
        if (next < listed->count && !frame_begin(context, frame, false, &room))
            return false;
    }
    return true;
}

static bool compose(SlideContext *context)
{
    Canvas *canvas = &context->canvas;
    Listed listed = slides_of(context, SLIDE_DIVIDER);
    if (listed.count == 0)
        listed = slides_of(context, SLIDE_CONTENT);
    if (listed.count == 0) {
        diag_error(canvas->diags, canvas->place,
                   "the table of contents has nothing to list");
        diag_hint(canvas->diags, "add slides of the kind \"section\", or take it out");
        return false;
    }
    FrameText frame;
    Rect room;
    Str empty = { 0 };
    if (!frame_text(context, empty, context->words->at[WORD_CONTENTS_TITLE], &frame))
        return false;
    if (!frame_room(context, &frame, true, &room))
        return false;
    ListingStyle style = choose_style(context, room, &listed);
    int few = listed.count < FEW_SLIDES ? listed.count : FEW_SLIDES;
    frame.whole = listing_height(context, room, listed.at, listed.count, &style);
    frame.least = listing_height(context, room, listed.at, few, &style);
    return frame_begin(context, &frame, true, &room) &&
           paint_pages(context, &frame, room, &listed, style);
}

const SlideKind slide_contents = {
    .layout = {.name = "contents",
               .help = "the sections, or else all slides, with their numbers as links",
               .is_title_optional = true},
    .part = SLIDE_CONTENTS,
    .compose = compose,
};
