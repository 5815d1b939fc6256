#include "render/dump.h"
#include "render/item.h"
#include "render/tree.h"

#include <math.h>

typedef struct Dumper {
    const Deck *deck;
    const Branch *branches;
    Str family;       /* of the deck's first text: "SourceSans3" */
    bool *is_on_page; /* by TagId, of the page being dumped */
    Buffer *out;
} Dumper;

static void indent(Buffer *out, int level)
{
    for (int i = 0; i < level; i++)
        buffer_c(out, "  ");
}

static void put_number(Buffer *out, double value)
{
    buffer_number(out, round(value * 10) / 10);
}

static void put_pair(Buffer *out, double a, char between, double b)
{
    put_number(out, a);
    buffer_char(out, between);
    put_number(out, b);
}

static void put_box(Buffer *out, Rect box)
{
    put_pair(out, box.x, ',', box.y);
    buffer_char(out, ' ');
    put_pair(out, box.width, 'x', box.height);
}

static void put_colour(Buffer *out, Colour colour)
{
    buffer_format(out, "#%02X%02X%02X", colour.red, colour.green, colour.blue);
}

/* A blank at the end shows by the quotes; hard spaces and the like stay as they are. */
static void put_quoted(Buffer *out, Str s)
{
    buffer_char(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '"' || s.at[i] == '\\')
            buffer_char(out, '\\');
        if (s.at[i] == '\n')
            buffer_c(out, "\\n");
        else
            buffer_char(out, s.at[i]);
    }
    buffer_char(out, '"');
}

static Str family_of(const Face *face)
{
    long dash = str_find(face->postscript_name, S("-"));
    return dash < 0 ? face->postscript_name
                    : str_slice(face->postscript_name, 0, (size_t)dash);
}

/* "bold" in the deck's own family, the whole name in another. */
static void put_face(const Dumper *dumper, const Face *face)
{
    Str name = face->postscript_name, family = family_of(face);
    if (!str_equal(family, dumper->family) || family.len >= name.len) {
        buffer_str(dumper->out, name);
        return;
    }
    for (size_t i = family.len + 1; i < name.len; i++) {
        char c = name.at[i];
        buffer_char(dumper->out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
    }
}

static void put_text(const Dumper *dumper, const TextItem *text)
{
    Buffer *out = dumper->out;
    buffer_c(out, "text ");
    put_pair(out, text->x, ',', text->y);
    buffer_char(out, ' ');
    put_number(out, text->run.size);
    buffer_c(out, "pt ");
    put_face(dumper, text->run.face);
    buffer_char(out, ' ');
    put_colour(out, text->colour);
    buffer_char(out, ' ');
    put_quoted(out, text->run.source);
}

static void put_shape(Buffer *out, const Path *path)
{
    Rect box;
    if (item_is_rectangle(path, &box)) {
        buffer_c(out, "rect ");
        put_box(out, box);
    } else if (path->step_count == 2) {
        buffer_c(out, "line ");
        put_pair(out, path->steps[0].x[0], ',', path->steps[0].y[0]);
        buffer_char(out, ' ');
        put_pair(out, path->steps[1].x[0], ',', path->steps[1].y[0]);
    } else {
        buffer_format(out, "path of %d in ", path->step_count);
        put_box(out, item_bounds(path));
    }
}

static void put_path(Buffer *out, const Path *path)
{
    put_shape(out, path);
    if (path->is_filled) {
        buffer_c(out, " fill ");
        put_colour(out, path->fill);
    }
    if (path->pattern != PATTERN_PLAIN) {
        static const char *const names[] = { "", "hatch", "back-hatch", "dots" };
        buffer_format(out, " %s ", names[path->pattern]);
        put_colour(out, path->pattern_colour);
        buffer_char(out, ' ');
        put_number(out, path->pattern_pitch);
    }
    if (path->is_stroked) {
        buffer_c(out, " stroke ");
        put_colour(out, path->stroke);
        buffer_char(out, ' ');
        buffer_number(out, path->line_width);
        if (path->dash > 0) {
            buffer_c(out, " dash ");
            buffer_number(out, path->dash);
        }
        if (path->cap != CAP_BUTT || path->join != JOIN_MITRE)
            buffer_format(out, " cap %d join %d", (int)path->cap, (int)path->join);
    }
    if (path->is_even_odd)
        buffer_c(out, " even-odd");
    if (path->opacity < 1) {
        buffer_c(out, " opacity ");
        buffer_number(out, path->opacity);
    }
}

static void put_picture(Buffer *out, const Picture *picture)
{
    buffer_c(out, picture->rgba ? "image " : "jpeg ");
    put_box(out, picture->box);
    if (picture->rgba)
        buffer_format(out, " of %dx%d pixels", picture->width, picture->height);
}

static void put_item(const Dumper *dumper, const Item *item, int level)
{
    indent(dumper->out, level);
    switch (item->kind) {
    case ITEM_TEXT: put_text(dumper, &item->as.text); break;
    case ITEM_PATH: put_path(dumper->out, &item->as.path); break;
    case ITEM_IMAGE: put_picture(dumper->out, &item->as.picture); break;
    }
    buffer_char(dumper->out, '\n');
}

static const Link *link_of(const Deck *deck, const Leaf *leaf)
{
    return &deck->pages.at[leaf->page].links.at[leaf->index];
}

/* The first area of a link says where it leads; the others lead there, too. */
/* The page, and how far down it, or where on it. */
static void put_page_number(Buffer *out, const char *before, int page, double x,
                            double y)
{
    buffer_format(out, "%s %d ", before, page + 1);
    if (x > 0)
        buffer_format(out, "at %ld,%ld ", lround(x), lround(y));
    else if (y > 0)
        buffer_format(out, "at %ld ", lround(y));
}

static void put_target(const Dumper *dumper, const Branch *branch)
{
    for (int i = 0; i < branch->child_count; i++) {
        const Child *child = &branch->children[i];
        if (child->tag >= 0 || !child->leaf.is_link)
            continue;
        const Link *link = link_of(dumper->deck, &child->leaf);
        if (link->target_page >= 0)
            put_page_number(dumper->out, " -> page", link->target_page, link->target_x,
                            link->target_y);
        else
            buffer_format(dumper->out, " -> %.*s ", STR_ARG(link->uri));
        put_quoted(dumper->out, link->contents);
        return;
    }
}

static void put_tag(const Dumper *dumper, TagId id, int level)
{
    const Tag *tag = &dumper->deck->tags.at[id];
    Buffer *out = dumper->out;
    indent(out, level);
    buffer_c(out, item_tag_name(tag->kind));
    if (tag->is_ordered)
        buffer_c(out, " ordered");
    if (tag->scope != SCOPE_NONE)
        buffer_c(out, tag->scope == SCOPE_ROW ? " row" : " column");
    if (tag->column_span > 1)
        buffer_format(out, " span %d", tag->column_span);
    if (tag->language.len)
        buffer_format(out, " lang %.*s", STR_ARG(tag->language));
    if (tag->has_box) {
        buffer_c(out, " box ");
        put_box(out, tag->box);
    }
    if (tag->alt.len) {
        buffer_c(out, " alt ");
        put_quoted(out, tag->alt);
    }
    put_target(dumper, &dumper->branches[id]);
    buffer_char(out, '\n');
}

static void put_leaf(const Dumper *dumper, const Leaf *leaf, int level)
{
    if (!leaf->is_link) {
        put_item(dumper, &dumper->deck->pages.at[leaf->page].items.at[leaf->index],
                 level);
        return;
    }
    indent(dumper->out, level);
    buffer_c(dumper->out, "area ");
    put_box(dumper->out, link_of(dumper->deck, leaf)->area);
    buffer_char(dumper->out, '\n');
}

/* An empty cell is on no page; it shows wherever its row does. */
static bool is_shown(const Dumper *dumper, TagId id)
{
    return dumper->is_on_page[id] || dumper->branches[id].child_count == 0;
}

static void put_branch(const Dumper *dumper, TagId id, int page, int level)
{
    const Branch *branch = &dumper->branches[id];
    for (int i = 0; i < branch->child_count; i++) {
        const Child *child = &branch->children[i];
        if (child->tag < 0 && child->leaf.page == page)
            put_leaf(dumper, &child->leaf, level);
        if (child->tag < 0 || !is_shown(dumper, child->tag))
            continue;
        put_tag(dumper, child->tag, level);
        put_branch(dumper, child->tag, page, level + 1);
    }
}

static void put_artifacts(const Dumper *dumper, const Page *page, bool is_pagination)
{
    bool has_any = false;
    for (int i = 0; i < page->items.count; i++) {
        const Item *item = &page->items.at[i];
        if (item->tag >= 0 || item->is_pagination != is_pagination)
            continue;
        if (!has_any)
            buffer_c(dumper->out, is_pagination ? "  pagination\n" : "  artifact\n");
        has_any = true;
        put_item(dumper, item, 2);
    }
}

static void put_page(const Dumper *dumper, int index)
{
    const Page *page = &dumper->deck->pages.at[index];
    buffer_format(dumper->out, "\npage %d (slide %d) ", index + 1, page->slide);
    put_pair(dumper->out, dumper->deck->width, 'x', dumper->deck->height);
    buffer_char(dumper->out, '\n');
    put_branch(dumper, TAG_ROOT, index, 1);
    put_artifacts(dumper, page, false);
    put_artifacts(dumper, page, true);
}

static void put_field(Buffer *out, const char *name, Str value)
{
    if (value.len == 0)
        return;
    buffer_format(out, "%s ", name);
    put_quoted(out, value);
    buffer_char(out, '\n');
}

static void put_head(Buffer *out, const Deck *deck)
{
    put_field(out, "title", deck->title);
    put_field(out, "author", deck->author);
    put_field(out, "subject", deck->subject);
    buffer_format(out, "language %.*s\n", STR_ARG(deck->language));
    if (date_is_set(deck->date))
        buffer_format(out, "date %04d-%02d-%02d\n", deck->date.year, deck->date.month,
                      deck->date.day);
    if (deck->bookmarks.count > 0)
        buffer_c(out, "bookmarks\n");
    for (int i = 0; i < deck->bookmarks.count; i++) {
        const Bookmark *bookmark = &deck->bookmarks.at[i];
        indent(out, bookmark->level);
        put_page_number(out, " ", bookmark->page, bookmark->x, bookmark->y);
        put_quoted(out, bookmark->title);
        buffer_char(out, '\n');
    }
}

static Str first_family(const Deck *deck)
{
    for (int p = 0; p < deck->pages.count; p++)
        for (int i = 0; i < deck->pages.at[p].items.count; i++) {
            const Item *item = &deck->pages.at[p].items.at[i];
            if (item->kind == ITEM_TEXT)
                return family_of(item->as.text.run.face);
        }
    return S("");
}

static void mark_page(Dumper *dumper, const Leaves *leaves, int page)
{
    for (TagId id = 0; id < dumper->deck->tags.count; id++)
        dumper->is_on_page[id] = false;
    for (int i = 0; i < leaves->count; i++)
        for (TagId id = leaves->at[i].tag; leaves->at[i].page == page && id >= 0;
             id = dumper->deck->tags.at[id].parent)
            dumper->is_on_page[id] = true;
}

void dump_write(const Deck *deck, Buffer *out)
{
    Arena *scratch = arena_new();
    Dumper dumper = { .deck = deck, .family = first_family(deck), .out = out };
    dumper.is_on_page =
        arena_array(scratch, (size_t)deck->tags.count, sizeof *dumper.is_on_page);
    Leaves leaves = tree_leaves(scratch, deck);
    dumper.branches = tree_grow(scratch, deck, &leaves);
    put_head(out, deck);
    for (int p = 0; p < deck->pages.count; p++) {
        mark_page(&dumper, &leaves, p);
        put_page(&dumper, p);
    }
    arena_free(scratch);
}
