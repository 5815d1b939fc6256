#include "compose/compose.h"
#include "compose/finding.h"
#include "compose/frame.h"

#include "compose/frame.h"
#include "compose/legible.h"
#include "compose/paper.h"

#include <math.h>

/* Points: places of a slide nearer than that are one. */
static const double SAME_PLACE = 0.01;

#define REFERENCE(kind) &slide_##kind.layout,
static const LayoutKind *const LAYOUT_KINDS[] = { SLIDE_KINDS(REFERENCE) };
#undef REFERENCE

LayoutKinds compose_kinds(void)
{
    return (LayoutKinds){ LAYOUT_KINDS, sizeof LAYOUT_KINDS / sizeof *LAYOUT_KINDS };
}

/* One pass over the slides. */
typedef struct Pass {
    const ComposeInput *input;
    Scope scope;
    Deck *deck;
    Diags *diags;
    Entry *known; /* scope.entries */
    FindingMemory findings;
    Paper paper; /* where slides flow */
} Pass;

static bool flows(const Pass *pass)
{
    return pass->input->medium->flows;
}

static bool compose_entry(Pass *pass, int index, TagId sect)
{
    const Entry *entry = &pass->scope.entries[index];
    const ComposeInput *input = pass->input;
    Deck *deck = pass->deck;
    SlideContext context = {
        .canvas = {.deck = deck,
                   .medium = input->medium,
                   .typesetter = input->typesetter,
                   .words = input->words,
                   .diags = pass->diags,
                   .place = entry->slide->place},
        .scope = pass->scope,
        .slice = input->slice,
        .words = input->words,
        .slide = entry->slide,
        .pictures = input->pictures,
        .findings = &pass->findings,
        .paper = flows(pass) ? &pass->paper : NULL,
        .own = &pass->known[index],
        .entry = index,
        .sect = sect,
    };
    context.scope.about = entry->about;
    context.scope.figures = deck->figures;
    deck->figures->page = deck->pages.count + 1;
    deck->figures->kind = slide_kinds[entry->slide->kind]->layout.name;
    deck->figures->slide = entry->slide->id;
    pass->diags->slide = input->numbered ? entry->first_page : deck->pages.count + 1;
    if (flows(pass))
        paper_open(&context);
    bool is_good = slide_kinds[entry->slide->kind]->compose(&context);
    frame_end(&context);
    pass->diags->slide = 0;
    return is_good;
}

/* The text of a slide's heading: its bookmark. */
static Str heading_text(const Deck *deck, int page_index, TagId sect)
{
    Str text = { 0 };
    const Page *page = &deck->pages.at[page_index];
    for (int i = 0; i < page->items.count; i++) {
        const Item *item = &page->items.at[i];
        if (item->kind != ITEM_TEXT || item->tag < 0)
            continue;
        const Tag *tag = &deck->tags.at[item->tag];
        bool is_heading = tag->kind == TAG_H1 || tag->kind == TAG_H2;
        if (is_heading && tag->parent == sect)
            text = str_concat(deck->arena, text, item->as.text.run.source);
    }
    return str_fold_space(deck->arena, text);
}

/* From an entry on, whose first page is known, the pages follow each other; so do their
 * numbers, unless these are another deck's. */
static void number_entries(const Pass *pass, int from)
{
    Entry *known = pass->known;
    for (int i = from; i < pass->scope.entry_count; i++) {
        if (i > from)
            known[i].at_page = known[i - 1].at_page + known[i - 1].page_count;
        if (!pass->input->numbered)
            known[i].first_page = known[i].at_page + 1;
    }
}

/* What the feet of an entry's pages say. */
static void number_feet(const Pass *pass, const Entry *entry)
{
    Deck *deck = pass->deck;
    for (int i = 0; i < entry->page_count; i++) {
        int number = entry->first_page + i;
        deck->pages.at[entry->at_page + i].foot_number = number;
        deck->foot_total = number > deck->foot_total ? number : deck->foot_total;
    }
}

/* The pages that an entry has got; where slides flow, it has noted its place itself. */
static bool note_pages(Pass *pass, int index, int first)
{
    if (flows(pass))
        return pass->paper.has_block;
    Entry *entry = &pass->known[index];
    entry->page_count = pass->deck->pages.count - first;
    entry->at_page = first;
    number_entries(pass, index);
    number_feet(pass, entry);
    return entry->page_count > 0;
}

/* Those of a slide, from one on, by its heading. */
static void name_figures(FigureLog *log, int from, Str heading)
{
    for (int i = from; i < log->figures.count; i++)
        log->figures.at[i].title = heading;
}

static void add_bookmark(Deck *deck, const Entry *entry)
{
    Bookmark bookmark = { .title = entry->heading,
                          .page = entry->at_page,
                          .y = entry->at_y,
                          .level = entry->level };
    vec_push(deck->arena, &deck->bookmarks, bookmark);
}

/* Composes every entry and notes its pages, for those that follow as well. Goes on
 * after an error, so that all are reported. */
static bool compose_pass(Pass *pass)
{
    bool is_good = true;
    int entry_count = pass->scope.entry_count;
    Deck *deck = pass->deck;
    bool *is_shown = arena_array(deck->arena, (size_t)entry_count, sizeof *is_shown);
    for (int i = 0; i < entry_count; i++) {
        int first = deck->pages.count, figures = deck->figures->figures.count;
        TagId sect =
            deck_add_tag(deck, TAG_SECT, TAG_ROOT, pass->scope.entries[i].slide->place);
        is_good &= compose_entry(pass, i, sect);
        Entry *entry = &pass->known[i];
        is_shown[i] = note_pages(pass, i, first);
        entry->heading = (Str){ 0 };
        if (!is_shown[i])
            continue;
        entry->heading = heading_text(deck, entry->at_page, sect);
        name_figures(deck->figures, figures, entry->heading);
    }
    for (int i = 0; i < entry_count; i++)
        if (is_shown[i])
            add_bookmark(deck, &pass->known[i]);
    return is_good;
}

/* Whether the slides were told of each other what came true. */
static bool is_settled(const Told *told, const Entry *known, int count)
{
    for (int i = 0; i < count; i++) {
        const Entry *entry = &known[i];
        if (told[i].has_changed ||
            (told[i].first_page && told[i].first_page != entry->first_page) ||
            (told[i].page_count && told[i].page_count != entry->page_count) ||
            (told[i].at_page && (told[i].at_page != entry->at_page + 1 ||
                                 fabs(told[i].at_y - entry->at_y) > SAME_PLACE)) ||
            (told[i].has_heading && !str_equal(told[i].heading, entry->heading)))
            return false;
    }
    return true;
}

/* The headings outlive the pass in `kept`. */
static void keep_headings(Arena *kept, Entry *known, int count)
{
    for (int i = 0; i < count; i++)
        known[i].heading = str_copy(kept, known[i].heading);
}

/* What the document says of itself. */
static bool name_deck(const ComposeInput *input, Scope *scope, Deck *deck)
{
    const Layout *layout = input->layout;
    SlideContext context = { .canvas = { .diags = scope->diags }, .scope = *scope };
    Str empty = { 0 };
    deck->width = input->medium->width;
    deck->height = input->medium->height;
    deck->language = input->language;
    deck->date = input->slice->round.description->presented;
    deck->subject =
        wording_text(input->slice->round.description->name, input->language);
    bool has_title =
        slide_wording(&context, layout->title, deck->subject, &deck->title);
    return slide_wording(&context, layout->author, empty, &deck->author) && has_title;
}

/* The page numbers in the feet, whose total is known when all pages are. */
static bool number_pages(Pass *pass)
{
    const ComposeInput *input = pass->input;
    Canvas canvas = { .deck = pass->deck,
                      .medium = input->medium,
                      .typesetter = input->typesetter,
                      .words = input->words,
                      .diags = pass->diags,
                      .place = { .file = input->layout->path } };
    bool is_good = frame_number(&canvas, flows(pass) ? &pass->paper : NULL);
    pass->diags->slide = 0;
    return is_good;
}

/* Passes until what slides say of each other is so. Headings of the pass before live in
 * `kept`. foot_total: pages that feet speak of at least. */
static bool settle(Arena *arena, Arena *kept, Scope *scope, Entry *known,
                   const ComposeInput *input, int foot_total, Deck *out)
{
    Diags *diags = scope->diags;
    int count = scope->entry_count;
    DiagMark before = diag_mark(diags);
    PaperPlan plan = { .arena = kept };
    ArenaMark mark = arena_mark(arena);
    for (int round = 0; round < COMPOSE_ROUNDS; round++) {
        *out = deck_in(arena);
        out->foot_total = foot_total;
        scope->told = arena_array(arena, (size_t)count, sizeof *scope->told);
        typesetter_use(input->typesetter, arena, diags);
        typesetter_keep(input->typesetter, input->slice->unit.name);
        Pass pass = {
            .input = input, .scope = *scope, .deck = out, .diags = diags, .known = known
        };
        pass.paper = paper_new(known, &plan);
        bool is_named = name_deck(input, scope, out);
        bool is_good = compose_pass(&pass) && is_named;
        bool is_planned = !flows(&pass) || !paper_replan(input->medium, &plan);
        if (!is_good || (is_planned && is_settled(scope->told, known, count)))
            return number_pages(&pass) && is_good;
        keep_headings(kept, known, count);
        arena_rewind(arena, mark);
        diag_rewind(diags, before);
    }
    Place place = { .file = input->layout->path };
    diag_error(diags, place, "the page numbers do not settle in %d rounds",
               COMPOSE_ROUNDS);
    diag_hint(diags, "a text that refers to slides changes how many pages it needs; "
                     "shorten or lengthen it a little");
    return false;
}

/* The slides of a deck or handout: what is told in texts, and where they stand. */
static bool make_entries(Scope *scope, Entry **known)
{
    const Entry *entries;
    int count;
    if (!scope_entries(scope, &entries, &count))
        return false;
    *known = arena_array(scope->arena, (size_t)count, sizeof **known);
    for (int i = 0; i < count; i++)
        (*known)[i] = entries[i];
    scope->entries = *known;
    scope->entry_count = count;
    return true;
}

static const Entry *find_same(const Entry *entries, int count, const Entry *entry)
{
    for (int i = 0; i < count; i++)
        if (entries[i].slide == entry->slide &&
            entries[i].about.type == entry->about.type &&
            entries[i].about.index == entry->about.index)
            return &entries[i];
    return NULL;
}

/* As the deck numbers them; slides that are in the handout only follow its last. Gives
 * how many pages the deck has. */
static int take_numbers(const Scope *deck, Entry *known, int count)
{
    int next = 1;
    for (int i = 0; i < deck->entry_count; i++)
        next += deck->entries[i].page_count;
    int total = next - 1;
    for (int i = 0; i < count; i++) {
        const Entry *same = find_same(deck->entries, deck->entry_count, &known[i]);
        known[i].page_count = same ? same->page_count : 1;
        known[i].first_page = same ? same->first_page : next++;
        known[i].shown = same ? same->shown : 0;
        known[i].at_page = 0;
    }
    return total;
}

/* Composes the deck for the medium that the slides are numbered on, and keeps no more
 * than the numbers. total: the deck's pages. */
static bool number_slides(Arena *kept, const Scope *scope, Entry *known,
                          const ComposeInput *input, int *total)
{
    Arena *arena = arena_new();
    Scope deck = *scope;
    ComposeInput numbered = *input;
    Entry *entries;
    Deck composed;
    deck.arena = arena;
    deck.is_handout = false;
    numbered.medium = input->numbered;
    numbered.numbered = NULL;
    DiagMark before = diag_mark(scope->diags);
    bool is_good = make_entries(&deck, &entries) &&
                   settle(arena, kept, &deck, entries, &numbered, 0, &composed);
    if (is_good) {
        diag_rewind(scope->diags, before);
        *total = take_numbers(&deck, known, scope->entry_count);
    }
    arena_free(arena);
    return is_good;
}

bool compose_deck(Arena *arena, const ComposeInput *input, Deck *out, Diags *diags)
{
    Scope scope = { .arena = arena,
                    .diags = diags,
                    .slice = input->slice,
                    .layout = input->layout,
                    .words = input->words,
                    .language = input->language,
                    .is_handout = input->is_handout };
    Entry *known;
    if (!make_entries(&scope, &known))
        return false;
    Arena *kept = arena_new();
    int total = 0;
    bool is_good =
        (!input->numbered || number_slides(kept, &scope, known, input, &total)) &&
        settle(arena, kept, &scope, known, input, total, out) &&
        legible_check(out, input->medium, diags);
    arena_free(kept);
    return is_good;
}
