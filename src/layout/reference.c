#include "layout/reference.h"

#include "base/messages.h"

typedef VEC(int) Entries;

int reference_find(const Scope *scope, Thing thing)
{
    for (int i = 0; i < scope->entry_count; i++) {
        const Entry *entry = &scope->entries[i];
        if (thing.slide >= 0 ? entry->slide == &scope->layout->slides[thing.slide]
                             : entry->about.type == thing.about.type &&
                                   entry->about.index == thing.about.index)
            return i;
    }
    return -1;
}

static bool is_about(const LayoutSlide *slide, About about)
{
    for (int i = 0; i < slide->item_count; i++)
        if (slide->items[i].type == about.type && slide->items[i].index == about.index)
            return true;
    return false;
}

/* Whether `only` is why none of the thing's slides is here. */
static bool is_elsewhere(const Scope *scope, Thing thing)
{
    for (int i = 0; i < scope->layout->slide_count; i++) {
        const LayoutSlide *slide = &scope->layout->slides[i];
        bool is_of_thing =
            thing.slide >= 0 ? thing.slide == i : is_about(slide, thing.about);
        if (is_of_thing && scope_is_left_out(scope, slide))
            return true;
    }
    return false;
}

void reference_report_dropped(Scope *scope, Thing thing, Place place)
{
    Str id = thing_id(scope->slice->round.description, scope->layout, thing);
    diag_warning(scope->diags, place,
                 scope->is_handout
                     ? MESSAGE("the slide of \"%.*s\" is not in this handout: the "
                               "reference leaves it out")
                     : MESSAGE("the slide of \"%.*s\" is not in this deck: the "
                               "reference leaves it out"),
                 STR_ARG(id));
    if (is_elsewhere(scope, thing))
        diag_hint(
            scope->diags,
            scope->is_handout
                ? MESSAGE("its \"only\" keeps it for the deck; refer to it there only")
                : MESSAGE(
                      "its \"only\" keeps it for the handout; refer to it there only"));
    else
        diag_hint(scope->diags, "its \"when\" does not hold for %.*s",
                  STR_ARG(scope->slice->unit.name));
}

/* The entries of the things, each once. */
static Entries find_entries(Scope *scope, Things things, Place place)
{
    Entries entries = { 0 };
    for (int i = 0; i < things.count; i++) {
        int entry = reference_find(scope, things.at[i]);
        if (entry < 0) {
            reference_report_dropped(scope, things.at[i], place);
            continue;
        }
        bool is_new = true;
        for (int j = 0; j < entries.count; j++)
            is_new &= entries.at[j] != entry;
        if (is_new)
            vec_push(scope->arena, &entries, entry);
    }
    return entries;
}

/* One link of a reference: what it says and where it goes. */
typedef struct Stop {
    Str text;
    int entry;
} Stop;

static int entry_on_page(const Scope *scope, Entries entries, int page)
{
    for (int i = 0; i < entries.count; i++)
        if (scope_first_page(scope, entries.at[i]) == page)
            return entries.at[i];
    return -1;
}

static int make_stops(Scope *scope, Entries entries, Stop **out)
{
    Arena *arena = scope->arena;
    Stop *stops = arena_array(arena, (size_t)entries.count, sizeof *stops);
    int *pages = arena_array(arena, (size_t)entries.count, sizeof *pages);
    for (int i = 0; i < entries.count; i++)
        pages[i] = scope_first_page(scope, entries.at[i]);
    *out = stops;
    NumberRun *runs;
    int count = format_runs(arena, pages, entries.count, &runs);
    for (int i = 0; i < count; i++) {
        stops[i].text = format_run(arena, runs[i]);
        stops[i].entry = entry_on_page(scope, entries, runs[i].first);
    }
    return count;
}

Inlines reference_print(Scope *scope, Things things, Place place)
{
    Arena *arena = scope->arena;
    VEC(Inline) inlines = { 0 };
    Entries entries = find_entries(scope, things, place);
    Stop *stops;
    int count = make_stops(scope, entries, &stops);
    if (count == 0)
        vec_push(arena, &inlines,
                 (Inline){ .text = scope->words->at[WORD_MISSING],
                           .target = -1,
                           .place = place });
    /* The phrase around the numbers belongs to the first and the last link. */
    bool is_one = count == 1 && entries.count == 1;
    Str phrase = scope->words->at[is_one ? WORD_SLIDE : WORD_SLIDES],
        mark = S("{numbers}");
    size_t before = (size_t)str_find(phrase, mark);
    Str head = str_slice(phrase, 0, before);
    Str tail = str_slice(phrase, before + mark.len, phrase.len);
    for (int i = 0; i < count; i++) {
        Str between = i == count - 1 ? scope->words->at[WORD_AND] : S(", ");
        if (i > 0)
            vec_push(arena, &inlines,
                     (Inline){ .text = between, .target = -1, .place = place });
        Str text = stops[i].text;
        if (i == 0)
            text = str_concat(arena, head, text);
        if (i == count - 1)
            text = str_concat(arena, text, tail);
        vec_push(arena, &inlines,
                 (Inline){ .text = text, .target = stops[i].entry, .place = place });
    }
    return (Inlines){ inlines.at, inlines.count };
}
