/* A divider: the name of a section on the brand ground, and the slides that belong to
 * it. Under `each: sections` these are the slides about the section's statements, else
 * those up to the next divider. */
#include "compose/cover.h"
#include "compose/listing.h"

#include <math.h>

/* The list is set in the first of these ways in which all slides fit. */
static const struct {
    double share, air; /* of the size of labels; between rows */
    int column_count;
} STYLES[] = {
    {1,     7, 1},
    { 1,    7, 2},
    { 0.85, 5, 2},
    { 0.75, 3, 2},
    { 0.75, 3, 3}
};
enum { STYLE_COUNT = sizeof STYLES / sizeof *STYLES };

typedef VEC(ListedSlide) Listed;

static SlidePart part_of(const Entry *entry)
{
    return slide_kinds[entry->slide->kind]->part;
}

/* Which of the deck's dividers this is, from 1, and how many there are. */
static int count_dividers(const SlideContext *context, int *total)
{
    const Scope *scope = &context->scope;
    int number = 0;
    *total = 0;
    for (int i = 0; i < scope->entry_count; i++) {
        *total += part_of(&scope->entries[i]) == SLIDE_DIVIDER;
        if (i == context->entry)
            number = *total;
    }
    return number;
}

static void list_entry(SlideContext *context, Listed *listed, int index)
{
    const Entry *entry = &context->scope.entries[index];
    Str name = entry->about.type == ABOUT_NOTHING
                   ? scope_heading(&context->scope, index)
                   : scope_about_label(&context->scope, entry->about);
    vec_push(context->canvas.deck->arena, listed, (ListedSlide){ name, index });
}

static Listed slides_about(SlideContext *context, int section)
{
    const Scope *scope = &context->scope;
    const Description *description = context->slice->round.description;
    Listed listed = { 0 };
    for (int i = 0; i < scope->entry_count; i++) {
        About about = scope->entries[i].about;
        if (about.type == ABOUT_STATEMENT &&
            description->statements[about.index].section == section)
            list_entry(context, &listed, i);
    }
    return listed;
}

static Listed slides_that_follow(SlideContext *context)
{
    const Scope *scope = &context->scope;
    Listed listed = { 0 };
    for (int i = context->entry + 1; i < scope->entry_count; i++) {
        SlidePart part = part_of(&scope->entries[i]);
        if (part == SLIDE_DIVIDER || part == SLIDE_COVER)
            break;
        list_entry(context, &listed, i);
    }
    return listed;
}

static Listed slides_of(SlideContext *context)
{
    About about = context->scope.about;
    Listed listed = { 0 };
    if (about.type == ABOUT_SECTION)
        listed = slides_about(context, about.index);
    return listed.count ? listed : slides_that_follow(context);
}

/* «11 bilder: 5–8 og 20–26» */
static Str extent(SlideContext *context, const Listed *listed)
{
    Arena *arena = context->canvas.deck->arena;
    VEC(int) pages = { 0 };
    for (int i = 0; i < listed->count; i++) {
        int entry = listed->at[i].entry;
        int first = scope_first_page(&context->scope, entry);
        int count = scope_page_count(&context->scope, entry);
        for (int page = 0; page < count; page++)
            vec_push(arena, &pages, first + page);
    }
    if (pages.count == 0)
        return (Str){ 0 };
    return words_fill(arena, context->words,
                      pages.count == 1 ? WORD_SECTION_SLIDE : WORD_SECTION_SLIDES, "n",
                      format_count(arena, context->words, pages.count), "numbers",
                      format_ranges(arena, context->words, pages.at, pages.count),
                      NULL);
}

static ListingStyle list_style(const Medium *medium, int index)
{
    return (ListingStyle){ .size = fmax((medium->sizes.label + 1) * STYLES[index].share,
                                        medium->sizes.floor),
                           .air = STYLES[index].air,
                           .column_count = STYLES[index].column_count,
                           .ink = medium->palette.on_brand,
                           .number = medium->palette.on_brand_muted };
}

/* The list is a help beside the extent, which names all slides: where it does not fit
 * even in the densest way, it is left out as a whole. */
static void paint_list(SlideContext *context, Rect room, const Listed *listed)
{
    Canvas *canvas = &context->canvas;
    int count = listed->count;
    for (int i = 0; count > 0 && i < STYLE_COUNT; i++) {
        ListingStyle style = list_style(canvas->medium, i);
        if (listing_fit(context, room, listed->at, count, &style) < count)
            continue;
        listing_paint(context, room, canvas_tag(canvas, TAG_LIST, context->sect),
                      listed->at, count, &style);
        return;
    }
}

static bool compose(SlideContext *context)
{
    Arena *arena = context->canvas.deck->arena;
    const Words *words = context->words;
    Listed listed = slides_of(context);
    int total, number = count_dividers(context, &total);
    Str kicker = words_fill(arena, words, WORD_SECTION_KICKER, "n",
                            format_count(arena, words, number), "total",
                            format_count(arena, words, total), NULL);
    CoverText text = { .subtitle = extent(context, &listed) };
    Str name = scope_about_text(&context->scope, context->scope.about), empty = { 0 };
    if (!slide_wording(context, context->slide->title, name, &text.title) ||
        !slide_wording(context, context->slide->section, kicker, &text.kicker) ||
        !slide_wording(context, context->slide->note, empty, &text.note))
        return false;
    if (text.title.len == 0) {
        diag_error(context->canvas.diags, context->canvas.place,
                   "the section slide has no title");
        diag_hint(context->canvas.diags, "add \"title: \", or \"each: sections\"");
        return false;
    }
    Rect room;
    if (!cover_divider(context, &text, &room))
        return false;
    paint_list(context, room, &listed);
    return true;
}

const SlideKind slide_section = {
    .layout = {.name = "section",
               .help = "a divider: the name of a section, and its slides as links",
               .is_title_optional = true},
    .part = SLIDE_DIVIDER,
    .compose = compose,
};
