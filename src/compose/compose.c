#include "compose/compose.h"
#include "compose/finding.h"
#include "compose/frame.h"

#include "compose/legible.h"

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
} Pass;

static bool compose_entry(Pass *pass, int index)
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
        .entry = index,
        .sect = deck_add_tag(deck, TAG_SECT, TAG_ROOT, entry->slide->place),
    };
    context.scope.about = entry->about;
    context.scope.figures = deck->figures;
    deck->figures->page = deck->pages.count + 1;
    deck->figures->kind = slide_kinds[entry->slide->kind]->layout.name;
    deck->figures->slide = entry->slide->id;
    pass->diags->slide = deck->pages.count + 1;
    bool is_good = slide_kinds[entry->slide->kind]->compose(&context);
    pass->diags->slide = 0;
    return is_good;
}

/* The text of the first heading in a slide: its bookmark. */
static Str heading_text(const Deck *deck, int first_page)
{
    Str text = { 0 };
    const Page *page = &deck->pages.at[first_page];
    for (int i = 0; i < page->items.count; i++) {
        const Item *item = &page->items.at[i];
        bool is_heading = item->kind == ITEM_TEXT && item->tag >= 0 &&
                          deck->tags.at[item->tag].kind == TAG_H1;
        if (is_heading)
            text = str_concat(deck->arena, text, item->as.text.run.source);
    }
    return str_fold_space(deck->arena, text);
}

/* From an entry on, whose first page is known, the pages follow each other. */
static void number_entries(Entry *known, int from, int count)
{
    for (int i = from + 1; i < count; i++)
        known[i].first_page = known[i - 1].first_page + known[i - 1].page_count;
}

/* Those of a slide, from one on, by its heading. */
static void name_figures(FigureLog *log, int from, Str heading)
{
    for (int i = from; i < log->figures.count; i++)
        log->figures.at[i].title = heading;
}

/* Composes every entry and notes its pages, for those that follow as well. Goes on
 * after an error, so that all are reported. */
static bool compose_pass(Pass *pass)
{
    bool is_good = true;
    int entry_count = pass->scope.entry_count;
    for (int i = 0; i < entry_count; i++) {
        int first = pass->deck->pages.count;
        int figures = pass->deck->figures->figures.count;
        is_good &= compose_entry(pass, i);
        int count = pass->deck->pages.count - first;
        Entry *entry = &pass->known[i];
        entry->first_page = first + 1;
        entry->page_count = count;
        entry->heading = (Str){ 0 };
        number_entries(pass->known, i, entry_count);
        if (!count)
            continue;
        entry->heading = heading_text(pass->deck, first);
        name_figures(pass->deck->figures, figures, entry->heading);
        Bookmark bookmark = { .title = entry->heading, .page = first };
        vec_push(pass->deck->arena, &pass->deck->bookmarks, bookmark);
    }
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
static bool number_pages(const ComposeInput *input, Deck *deck, Diags *diags)
{
    Canvas canvas = { .deck = deck,
                      .medium = input->medium,
                      .typesetter = input->typesetter,
                      .words = input->words,
                      .diags = diags };
    bool is_good = frame_number(&canvas);
    diags->slide = 0;
    return is_good;
}

/* Passes until what slides say of each other is so. Headings of the pass before live in
 * `kept`. */
static bool settle(Arena *arena, Arena *kept, Scope *scope, Entry *known,
                   const ComposeInput *input, Deck *out)
{
    Diags *diags = scope->diags;
    int count = scope->entry_count;
    DiagMark before = diag_mark(diags);
    ArenaMark mark = arena_mark(arena);
    for (int round = 0; round < COMPOSE_ROUNDS; round++) {
        *out = deck_in(arena);
        scope->told = arena_array(arena, (size_t)count, sizeof *scope->told);
        typesetter_use(input->typesetter, arena, diags);
        Pass pass = {
            .input = input, .scope = *scope, .deck = out, .diags = diags, .known = known
        };
        bool is_named = name_deck(input, scope, out);
        bool is_good = compose_pass(&pass) && is_named;
        if (!is_good || is_settled(scope->told, known, count))
            return number_pages(input, out, diags) && is_good;
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

bool compose_deck(Arena *arena, const ComposeInput *input, Deck *out, Diags *diags)
{
    Scope scope = { .arena = arena,
                    .diags = diags,
                    .slice = input->slice,
                    .layout = input->layout,
                    .words = input->words,
                    .language = input->language,
                    .is_handout = input->is_handout };
    const Entry *entries;
    int count;
    if (!scope_entries(&scope, &entries, &count))
        return false;
    Entry *known = arena_array(arena, (size_t)count, sizeof *known);
    for (int i = 0; i < count; i++)
        known[i] = entries[i];
    scope.entries = known;
    scope.entry_count = count;
    Arena *kept = arena_new();
    bool is_good = settle(arena, kept, &scope, known, input, out) &&
                   legible_check(out, input->medium, diags);
    arena_free(kept);
    return is_good;
}
