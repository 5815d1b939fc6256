#include "render/pdf_check.h"
#include "base/jpeg.h"
#include "render/item.h"
#include "render/tree.h"

#include <math.h>

enum {
    SIDE_MIN = 3,     /* points (ISO 19005-2, 6.1.13) */
    SIDE_MAX = 14400, /* points, there too */
    QUOTE_MAX = 40,   /* characters of a text in a message */
};

/* Rounding of positions; no eye sees it. */
static const double slack = 0.01;

typedef struct Checker {
    Arena *arena;
    const Deck *deck;
    Diags *diags;
    int heading; /* level of the last one; 0: none yet */
} Checker;

/* BCP 47 as PDF/UA tests it: subtags of up to eight letters or digits. */
static bool is_language(Str s)
{
    int len = 0;
    bool is_first = true;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool is_digit = c >= '0' && c <= '9';
        if (c == '-' && len > 0) {
            len = 0;
            is_first = false;
        } else if ((!is_letter && (is_first || !is_digit)) || ++len > 8) {
            return false;
        }
    }
    return len > 0;
}

static void check_language(const Checker *checker, Place place, Str language)
{
    if (is_language(language))
        return;
    diag_error(checker->diags, place, "\"%.*s\" is not the code of a language",
               STR_ARG(str_shown(checker->arena, language, QUOTE_MAX)));
    diag_hint(checker->diags, "write it as in \"nb\" or \"nn-NO\"");
}

static void check_deck(const Checker *checker)
{
    const Deck *deck = checker->deck;
    Diags *diags = checker->diags;
    if (deck->title.len == 0) {
        diag_error(diags, (Place){ 0 }, "the deck has no title");
        diag_hint(diags, "give it one under deck: title:");
    }
    check_language(checker, (Place){ 0 }, deck->language);
    if (deck->pages.count == 0)
        diag_error(diags, (Place){ 0 }, "the deck has no pages");
    if (!(deck->width >= SIDE_MIN && deck->width <= SIDE_MAX &&
          deck->height >= SIDE_MIN && deck->height <= SIDE_MAX))
        diag_error(diags, (Place){ 0 },
                   "a page of %g x %g pt is not between %d and %d pt a side",
                   deck->width, deck->height, SIDE_MIN, SIDE_MAX);
    for (int i = 0; i < deck->bookmarks.count; i++) {
        int page = deck->bookmarks.at[i].page;
        if (page < 0 || page >= deck->pages.count)
            diag_error(diags, (Place){ 0 }, "the bookmark \"%.*s\" leads to no page",
                       STR_ARG(deck->bookmarks.at[i].title));
    }
}

static bool is_list_part(TagKind kind)
{
    return kind == TAG_LABEL || kind == TAG_LIST_BODY;
}

static bool is_row_group(TagKind kind)
{
    return kind == TAG_TABLE_HEAD || kind == TAG_TABLE_BODY;
}

static bool is_cell(TagKind kind)
{
    return kind == TAG_CELL || kind == TAG_HEADER_CELL;
}

static bool is_inline(TagKind kind)
{
    return kind == TAG_SPAN || kind == TAG_LINK || kind == TAG_FIGURE;
}

/* ISO 32000-1, 14.8.4.2 to 14.8.4.4, as PDF/UA-1 7.2 tightens them. */
static bool may_hold(TagKind parent, TagKind child)
{
    switch (parent) {
    case TAG_TABLE:
        return is_row_group(child) || child == TAG_ROW || child == TAG_CAPTION;
    case TAG_TABLE_HEAD:
    case TAG_TABLE_BODY: return child == TAG_ROW;
    case TAG_ROW: return is_cell(child);
    case TAG_LIST:
        return child == TAG_LIST_ITEM || child == TAG_LIST || child == TAG_CAPTION;
    case TAG_LIST_ITEM: return is_list_part(child);
    case TAG_H1:
    case TAG_H2:
    case TAG_P:
    case TAG_LABEL:
    case TAG_SPAN:
    case TAG_LINK: return is_inline(child);
    case TAG_FIGURE:
        if (child == TAG_CAPTION)
            return true;
        break;
    case TAG_DOCUMENT:
    case TAG_SECT:
    case TAG_BLOCK_QUOTE:
    case TAG_LIST_BODY:
    case TAG_HEADER_CELL:
    case TAG_CELL:
    case TAG_CAPTION: break;
    }
    return !is_row_group(child) && !is_cell(child) && !is_list_part(child) &&
           child != TAG_ROW && child != TAG_LIST_ITEM && child != TAG_CAPTION &&
           child != TAG_DOCUMENT;
}

/* Elements that group others have no content of their own. */
static bool may_have_content(TagKind kind)
{
    switch (kind) {
    case TAG_DOCUMENT:
    case TAG_SECT:
    case TAG_BLOCK_QUOTE:
    case TAG_LIST:
    case TAG_LIST_ITEM:
    case TAG_TABLE:
    case TAG_TABLE_HEAD:
    case TAG_TABLE_BODY:
    case TAG_ROW: return false;
    case TAG_H1:
    case TAG_H2:
    case TAG_P:
    case TAG_LABEL:
    case TAG_LIST_BODY:
    case TAG_HEADER_CELL:
    case TAG_CELL:
    case TAG_FIGURE:
    case TAG_CAPTION:
    case TAG_SPAN:
    case TAG_LINK: return true;
    }
    return false;
}

/* Parents are made before their children; nothing further holds when one is not. */
static bool check_parents(const Checker *checker)
{
    const Deck *deck = checker->deck;
    bool is_good = deck->tags.count > 0 && deck->tags.at[0].kind == TAG_DOCUMENT &&
                   deck->tags.at[0].parent < 0;
    for (TagId id = 1; id < deck->tags.count; id++)
        is_good &= deck->tags.at[id].parent >= 0 && deck->tags.at[id].parent < id;
    if (!is_good)
        diag_error(checker->diags, (Place){ 0 }, "the tags of the deck are no tree");
    return is_good;
}

static bool is_on_page(const Deck *deck, double left, double top, double right,
                       double bottom)
{
    return left >= -slack && top >= -slack && right <= deck->width + slack &&
           bottom <= deck->height + slack; /* false for NaN, too */
}

static bool check_clusters(const GlyphRun *run)
{
    bool rises = true, falls = true;
    for (int i = 0; i < run->glyph_count; i++) {
        if (run->glyphs[i].cluster >= run->source.len)
            return false;
        if (i > 0) {
            rises &= run->glyphs[i].cluster >= run->glyphs[i - 1].cluster;
            falls &= run->glyphs[i].cluster <= run->glyphs[i - 1].cluster;
        }
    }
    return rises || falls;
}

/* Glyph 0 is the box that a font shows for a character it lacks; PDF/UA forbids it. */
static bool check_glyphs(const GlyphRun *run)
{
    for (int i = 0; i < run->glyph_count; i++)
        if (run->glyphs[i].id == 0 || run->glyphs[i].id >= run->face->glyph_count)
            return false;
    return true;
}

static bool check_extent(const Checker *checker, const TextItem *text)
{
    const GlyphRun *run = &text->run;
    double scale = run->size / 1000, blank = 0;
    if (str_ends(run->source, S(" ")))
        blank = (double)run->glyphs[run->glyph_count - 1].advance * scale;
    return is_on_page(checker->deck, text->x, text->y - run->face->cap_height * scale,
                      text->x + run->width - blank,
                      text->y - run->face->descent * scale);
}

static void check_text(const Checker *checker, const Item *item)
{
    const GlyphRun *run = &item->as.text.run;
    Diags *diags = checker->diags;
    if (run->glyph_count == 0)
        return;
    bool has_glyphs = check_glyphs(run), follows = check_clusters(run),
         is_inside = check_extent(checker, &item->as.text);
    if (has_glyphs && follows && is_inside)
        return;
    Str shown = str_shown(checker->arena, run->source, QUOTE_MAX);
    if (!has_glyphs) {
        diag_error(diags, item->place, "the font \"%.*s\" cannot show all of \"%.*s\"",
                   STR_ARG(run->face->postscript_name), STR_ARG(shown));
        return;
    }
    if (!follows)
        diag_error(diags, item->place,
                   "the glyphs of \"%.*s\" do not follow its characters",
                   STR_ARG(shown));
    if (is_inside)
        return;
    diag_error(diags, item->place, "the text \"%.*s\" leaves the page", STR_ARG(shown));
    diag_hint(diags, "shorten it or divide it over more slides");
}

/* A decoration may run off the page, where it is cut; what means something may not. */
static void check_path(const Checker *checker, const Item *item)
{
    const Path *path = &item->as.path;
    bool is_finite = isfinite(path->line_width) && isfinite(path->dash) &&
                     path->opacity >= 0 && path->opacity <= 1 &&
                     (path->pattern == PATTERN_PLAIN || path->pattern_pitch > 0);
    bool is_inside = true;
    for (int i = 0; i < path->step_count; i++) {
        const PathStep *step = &path->steps[i];
        int count = path_step_points(step->verb);
        for (int k = 0; k < count; k++) {
            is_finite &= fabs(step->x[k]) <= SIDE_MAX && fabs(step->y[k]) <= SIDE_MAX;
            is_inside &= is_on_page(checker->deck, step->x[k], step->y[k], step->x[k],
                                    step->y[k]);
        }
    }
    if (!is_finite)
        diag_error(checker->diags, item->place, "a shape has no proper size");
    else if (!is_inside && item->tag >= 0)
        diag_error(checker->diags, item->place, "a shape leaves the page");
}

static void check_picture(const Checker *checker, const Item *item)
{
    const Picture *picture = &item->as.picture;
    const Rect *box = &picture->box;
    JpegHeader header;
    if (!is_on_page(checker->deck, box->x, box->y, box->x + box->width,
                    box->y + box->height))
        diag_error(checker->diags, item->place, "a picture leaves the page");
    if (picture->rgba ? picture->width > 0 && picture->height > 0
                      : !jpeg_read_header(picture->jpeg, &header))
        return;
    diag_error(checker->diags, item->place, "cannot use this picture");
    diag_hint(checker->diags, "save it as a JPEG file in RGB or grey, 8 bits a colour");
}

static void check_item(const Checker *checker, const Item *item)
{
    switch (item->kind) {
    case ITEM_TEXT: check_text(checker, item); break;
    case ITEM_PATH: check_path(checker, item); break;
    case ITEM_IMAGE: check_picture(checker, item); break;
    }
    if (item->tag >= checker->deck->tags.count)
        diag_error(checker->diags, item->place, "an item has no tag");
    else if (item->tag >= 0 &&
             !may_have_content(checker->deck->tags.at[item->tag].kind))
        diag_error(checker->diags, item->place, "a %s has content of its own",
                   item_tag_name(checker->deck->tags.at[item->tag].kind));
}

static void check_link(const Checker *checker, const Link *link)
{
    const Deck *deck = checker->deck;
    if (link->tag < 0 || link->tag >= deck->tags.count ||
        deck->tags.at[link->tag].kind != TAG_LINK) {
        diag_error(checker->diags, (Place){ 0 }, "a link has no tag");
        return;
    }
    Place place = deck->tags.at[link->tag].place;
    if (link->contents.len == 0)
        diag_error(checker->diags, place, "a link does not say where it leads");
    if (link->target_page >= deck->pages.count ||
        (link->target_page < 0 && link->uri.len == 0))
        diag_error(checker->diags, place, "the link \"%.*s\" leads nowhere",
                   STR_ARG(link->contents));
    if (!is_on_page(deck, link->area.x, link->area.y, link->area.x + link->area.width,
                    link->area.y + link->area.height))
        diag_error(checker->diags, place, "the link \"%.*s\" leaves the page",
                   STR_ARG(link->contents));
}

static void check_heading(Checker *checker, const Tag *tag)
{
    if (tag->kind != TAG_H1 && tag->kind != TAG_H2)
        return;
    int level = tag->kind == TAG_H1 ? 1 : 2;
    if (level > checker->heading + 1)
        diag_error(checker->diags, tag->place,
                   "a heading of level %d has none of level %d above it", level,
                   level - 1);
    checker->heading = level;
}

static void check_tag(Checker *checker, const Tag *tag, bool is_root)
{
    if (tag->kind == TAG_FIGURE && str_trim(tag->alt).len == 0) {
        diag_error(checker->diags, tag->place, "the figure has no alternative text");
        diag_hint(checker->diags, "say under alt: what it shows");
    }
    if (tag->alt.len > DECK_STRING_MAX)
        diag_error(checker->diags, tag->place,
                   "the alternative text is %zu bytes long; at most %d can be written",
                   tag->alt.len, DECK_STRING_MAX);
    if (tag->language.len)
        check_language(checker, tag->place, tag->language);
    if (tag->kind == TAG_HEADER_CELL && tag->scope == SCOPE_NONE)
        diag_error(checker->diags, tag->place,
                   "a header cell does not say if it heads a row or a column");
    TagKind parent = is_root ? TAG_DOCUMENT : checker->deck->tags.at[tag->parent].kind;
    if (!is_root && !may_hold(parent, tag->kind))
        diag_error(checker->diags, tag->place, "a %s cannot stand in a %s",
                   item_tag_name(tag->kind), item_tag_name(parent));
    check_heading(checker, tag);
}

static int row_width(const Deck *deck, const Branch *row)
{
    int width = 0;
    for (int i = 0; i < row->child_count; i++) {
        TagId cell = row->children[i].tag;
        int span = cell >= 0 ? deck->tags.at[cell].column_span : 0;
        width += span > 1 ? span : 1;
    }
    return width;
}

/* Rows of the branch, through THead and TBody, have one width; -1: none seen yet. */
static int check_rows(const Checker *checker, const Branch *branches, TagId id,
                      int width)
{
    const Branch *branch = &branches[id];
    for (int i = 0; i < branch->child_count; i++) {
        TagId child = branch->children[i].tag;
        if (child < 0)
            continue;
        const Tag *tag = &checker->deck->tags.at[child];
        if (is_row_group(tag->kind))
            width = check_rows(checker, branches, child, width);
        if (tag->kind != TAG_ROW)
            continue;
        int own = row_width(checker->deck, &branches[child]);
        if (width >= 0 && own != width)
            diag_error(checker->diags, tag->place,
                       "a row has %d columns, the ones before it %d", own, width);
        width = own;
    }
    return width;
}

static void check_branch(Checker *checker, const Branch *branches, TagId id)
{
    const Tag *tag = &checker->deck->tags.at[id];
    check_tag(checker, tag, id == TAG_ROOT);
    if (tag->kind == TAG_TABLE)
        check_rows(checker, branches, id, -1);
    for (int i = 0; i < branches[id].child_count; i++)
        if (branches[id].children[i].tag >= 0)
            check_branch(checker, branches, branches[id].children[i].tag);
}

/* Tags without content are not written and need no check. */
static void check_tree(Checker *checker)
{
    Leaves leaves = tree_leaves(checker->arena, checker->deck);
    check_branch(checker, tree_grow(checker->arena, checker->deck, &leaves), TAG_ROOT);
}

bool pdf_check(const Deck *deck, Diags *diags)
{
    Arena *arena = arena_new();
    Checker checker = { .arena = arena, .deck = deck, .diags = diags };
    int errors = diags->counts[DIAG_ERROR], slide = diags->slide;
    check_deck(&checker);
    bool is_tree = check_parents(&checker);
    for (int p = 0; p < deck->pages.count && is_tree; p++) {
        const Page *page = &deck->pages.at[p];
        diags->slide = page->slide;
        for (int i = 0; i < page->items.count; i++)
            check_item(&checker, &page->items.at[i]);
        for (int i = 0; i < page->links.count; i++)
            check_link(&checker, &page->links.at[i]);
    }
    diags->slide = slide;
    if (diags->counts[DIAG_ERROR] == errors)
        check_tree(&checker);
    arena_free(arena);
    return diags->counts[DIAG_ERROR] == errors;
}
