#include "compose/compose.h"

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
    int page_total; /* of the pass before */
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
        .entry = index,
        .sect = deck_add_tag(deck, TAG_SECT, TAG_ROOT, entry->slide->place),
        .page_total = pass->page_total,
    };
    context.scope.about = entry->about;
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

/* Composes every entry and notes its pages in `composed`. Goes on after an error, so
 * that all are reported. */
static bool compose_pass(Pass *pass, Entry *composed)
{
    bool is_good = true;
    for (int i = 0; i < pass->scope.entry_count; i++) {
        int first = pass->deck->pages.count;
        is_good &= compose_entry(pass, i);
        int count = pass->deck->pages.count - first;
        composed[i].first_page = first + 1;
        composed[i].page_count = count;
        composed[i].heading = (Str){ 0 };
        if (!count)
            continue;
        composed[i].heading = heading_text(pass->deck, first);
        Bookmark bookmark = { .title = composed[i].heading, .page = first };
        vec_push(pass->deck->arena, &pass->deck->bookmarks, bookmark);
    }
    return is_good;
}

/* Whether a further pass would say the same. */
static bool same_entries(const Entry *a, const Entry *b, int count)
{
    for (int i = 0; i < count; i++)
        if (a[i].first_page != b[i].first_page || a[i].page_count != b[i].page_count ||
            !str_equal(a[i].heading, b[i].heading))
            return false;
    return true;
}

/* What the next pass knows of this one. The headings outlive the pass in `kept`. */
static void keep_entries(Arena *kept, Entry *known, const Entry *composed, int count)
{
    for (int i = 0; i < count; i++) {
        known[i] = composed[i];
        known[i].heading = str_copy(kept, composed[i].heading);
    }
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

/* Passes until the page numbers and headings are stable. Headings of the pass before
 * live in `kept`. */
static bool settle(Arena *arena, Arena *kept, Scope *scope, Entry *known,
                   const ComposeInput *input, Deck *out)
{
    Diags *diags = scope->diags;
    int count = scope->entry_count, page_total = 0;
    Entry *composed = arena_array(arena, (size_t)count, sizeof *composed);
    for (int i = 0; i < count; i++)
        composed[i] = known[i];
    DiagMark before = diag_mark(diags);
    ArenaMark mark = arena_mark(arena);
    for (int round = 0; round < COMPOSE_ROUNDS; round++) {
        *out = deck_in(arena);
        typesetter_use(input->typesetter, arena, diags);
        Pass pass = { input, *scope, out, diags, page_total };
        bool is_named = name_deck(input, scope, out);
        bool is_good = compose_pass(&pass, composed) && is_named;
        bool is_stable =
            same_entries(known, composed, count) && page_total == out->pages.count;
        if (!is_good || is_stable)
            return is_good;
        keep_entries(kept, known, composed, count);
        page_total = out->pages.count;
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
                    .language = input->language };
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
