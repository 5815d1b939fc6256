#include "layout/namespace.h"

#include "base/messages.h"
#include "layout/names.h"

#include <stdlib.h>

static const ItemType item_types[] = { ABOUT_SECTION, ABOUT_GROUP, ABOUT_STATEMENT,
                                       ABOUT_QUESTION, ABOUT_THEME };
enum { ITEM_TYPE_COUNT = sizeof item_types / sizeof *item_types };

typedef struct Claim {
    Str id;
    Place place;
    const char *noun;
} Claim;
typedef VEC(Claim) Claims;
typedef VEC(Str) Strs;

int items_count(const Description *description, ItemType type)
{
    switch (type) {
    case ABOUT_NOTHING: return 0;
    case ABOUT_STATEMENT: return description->statement_count;
    case ABOUT_QUESTION: return description->question_count;
    case ABOUT_GROUP: return description->group_count;
    case ABOUT_SECTION: return description->section_count;
    case ABOUT_THEME: return description->theme_count;
    }
    return 0;
}

static Claim item_claim(const Description *description, About about)
{
    int i = about.index;
    Claim claim = { .noun = item_noun(about.type) };
    switch (about.type) {
    case ABOUT_NOTHING: break;
    case ABOUT_STATEMENT:
        claim.id = description->statements[i].id;
        claim.place = description->statements[i].place;
        break;
    case ABOUT_QUESTION:
        claim.id = description->questions[i].id;
        claim.place = description->questions[i].place;
        break;
    case ABOUT_GROUP:
        claim.id = description->groups[i].id;
        claim.place = description->groups[i].place;
        break;
    case ABOUT_SECTION:
        claim.id = description->sections[i].id;
        claim.place = description->sections[i].place;
        break;
    case ABOUT_THEME:
        claim.id = description->themes[i].id;
        claim.place = description->themes[i].place;
        break;
    }
    return claim;
}

bool thing_find(const Description *description, const Layout *layout, Str id,
                Thing *out)
{
    for (int t = 0; t < ITEM_TYPE_COUNT; t++)
        for (int i = 0; i < items_count(description, item_types[t]); i++) {
            About about = { item_types[t], i };
            if (str_equal(item_claim(description, about).id, id)) {
                *out = (Thing){ .about = about, .slide = -1 };
                return true;
            }
        }
    for (int i = 0; layout && i < layout->slide_count; i++)
        if (layout->slides[i].id.len > 0 && str_equal(layout->slides[i].id, id)) {
            *out = (Thing){ .slide = i };
            return true;
        }
    return false;
}

const char *item_noun(ItemType type)
{
    switch (type) {
    case ABOUT_NOTHING: return MESSAGE("nothing");
    case ABOUT_STATEMENT: return MESSAGE("statement");
    case ABOUT_QUESTION: return MESSAGE("question");
    case ABOUT_GROUP: return MESSAGE("group");
    case ABOUT_SECTION: return MESSAGE("section");
    case ABOUT_THEME: return MESSAGE("theme");
    }
    return "";
}

const char *thing_noun(Thing thing)
{
    return thing.slide >= 0 ? MESSAGE("slide") : item_noun(thing.about.type);
}

Str thing_id(const Description *description, const Layout *layout, Thing thing)
{
    if (thing.slide >= 0)
        return layout->slides[thing.slide].id;
    return item_claim(description, thing.about).id;
}

static bool is_chosen(const Description *description, ItemChoice choice, int index)
{
    if (choice.type != ABOUT_STATEMENT)
        return true;
    const Statement *statement = &description->statements[index];
    return statement->is_recommend == choice.is_recommend &&
           (choice.section < 0 || statement->section == choice.section);
}

int items_of(Arena *arena, const Description *description, ItemChoice choice,
             const About **out)
{
    int all = items_count(description, choice.type), count = 0;
    About *items = arena_array(arena, (size_t)all, sizeof *items);
    for (int i = 0; i < all; i++)
        if (is_chosen(description, choice, i))
            items[count++] = (About){ choice.type, i };
    *out = items;
    return count;
}

bool layout_can_make(const Layout *layout, Thing thing)
{
    if (thing.slide >= 0)
        return true;
    for (int i = 0; i < layout->slide_count; i++) {
        const LayoutSlide *slide = &layout->slides[i];
        for (int j = 0; j < slide->item_count; j++)
            if (slide->items[j].type == thing.about.type &&
                slide->items[j].index == thing.about.index)
                return true;
    }
    return false;
}

/* Everything with an id: the description's in the order of that file, then slides. */
static Claims collect_claims(Arena *arena, const Description *description,
                             const Layout *layout)
{
    Claims claims = { 0 };
    for (int t = 0; t < ITEM_TYPE_COUNT; t++)
        for (int i = 0; i < items_count(description, item_types[t]); i++)
            vec_push(arena, &claims,
                     item_claim(description, (About){ item_types[t], i }));
    for (int i = 0; layout && i < layout->slide_count; i++)
        if (layout->slides[i].id.len > 0)
            vec_push(arena, &claims,
                     (Claim){ .id = layout->slides[i].id,
                              .place = layout->slides[i].id_place,
                              .noun = MESSAGE("slide") });
    return claims;
}

Str namespace_nearest(Arena *arena, const Description *description,
                      const Layout *layout, Str id, bool with_names)
{
    Strs candidates = { 0 };
    if (with_names) {
        const Str *spelt;
        int count = names_spelt(arena, &spelt);
        for (int i = 0; i < count; i++)
            vec_push(arena, &candidates, spelt[i]);
    }
    Claims claims = collect_claims(arena, description, layout);
    for (int i = 0; i < claims.count; i++)
        vec_push(arena, &candidates, claims.at[i].id);
    return str_nearest(arena, id, candidates.at, candidates.count);
}

/* Whether a stands before b where both are read: files as first met, then lines. */
static bool stands_before(const Claim *a, const Claim *b)
{
    if (!str_equal(a->place.file, b->place.file))
        return false;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line;
    return a->place.column < b->place.column;
}

bool namespace_check(Arena *arena, const Description *description, const Layout *layout,
                     Diags *diags)
{
    Claims claims = collect_claims(arena, description, layout);
    bool is_good = true;
    for (int i = 0; i < claims.count; i++) {
        const Claim *claim = &claims.at[i];
        if (name_is_reserved(claim->id)) {
            diag_error(diags, claim->place, "the id \"%.*s\" is a name of its own",
                       STR_ARG(claim->id));
            diag_hint(diags, "give the %s another id", message_text(claim->noun));
            is_good = false;
        }
        for (int j = 0; j < i; j++) {
            if (!str_equal(claims.at[j].id, claim->id))
                continue;
            bool swapped = stands_before(claim, &claims.at[j]);
            const Claim *first = swapped ? claim : &claims.at[j];
            const Claim *second = swapped ? &claims.at[j] : claim;
            Str where = place_text(arena, first->place);
            diag_error(diags, second->place, "the id \"%.*s\" is taken",
                       STR_ARG(claim->id));
            diag_hint(diags, "the %s at %.*s has it; give this %s another",
                      message_text(first->noun), STR_ARG(where),
                      message_text(second->noun));
            is_good = false;
            break;
        }
    }
    return is_good;
}
