#include "compose/page_range.h"

#include "stats/figure_log.h"

static bool read_page(Str text, int *out)
{
    enum { MOST = 100000 };
    long number = 0;
    if (!str_to_integer(text, &number) || number < 1 || number > MOST)
        return false;
    *out = (int)number;
    return true;
}

static bool read_range(Str text, PageRange *out)
{
    long dash = str_find(text, S("-"));
    size_t end = dash < 0 ? text.len : (size_t)dash;
    if (!read_page(str_slice(text, 0, end), &out->first))
        return false;
    out->last = out->first;
    return dash < 0 || (read_page(str_slice(text, end + 1, text.len), &out->last) &&
                        out->last >= out->first);
}

bool page_ranges_read(Arena *arena, Str text, PageRanges *out)
{
    for (;;) {
        long comma = str_find(text, S(","));
        size_t end = comma < 0 ? text.len : (size_t)comma;
        PageRange range;
        if (!read_range(str_trim(str_slice(text, 0, end)), &range))
            return false;
        vec_push(arena, out, range);
        if (comma < 0)
            return true;
        text = str_slice(text, end + 1, text.len);
    }
}

/* By page of the whole deck: its index among those that stay, or -1. NULL with an
 * error. */
static int *new_indices(const Deck *deck, const PageRanges *ranges, Place from,
                        Diags *diags)
{
    int count = deck->pages.count, kept = 0;
    int *indices = arena_array(deck->arena, (size_t)count, sizeof *indices);
    for (int i = 0; i < ranges->count; i++) {
        PageRange range = ranges->at[i];
        if (range.last > count) {
            diag_error(diags, from, "there is no page %d: the deck has %d pages",
                       range.first > count ? range.first : range.last, count);
            return NULL;
        }
        for (int page = range.first; page <= range.last; page++)
            indices[page - 1] = 1;
    }
    for (int i = 0; i < count; i++)
        indices[i] = indices[i] ? kept++ : -1;
    return indices;
}

static void keep_links(Deck *deck, Page *page, const int *indices)
{
    int kept = 0;
    for (int i = 0; i < page->links.count; i++) {
        Link link = page->links.at[i];
        if (link.target_page >= 0)
            link.target_page = indices[link.target_page];
        if (link.target_page >= 0 || link.uri.len > 0)
            page->links.at[kept++] = link;
        else
            deck->tags.at[link.tag].kind = TAG_SPAN;
    }
    page->links.count = kept;
}

static void keep_bookmarks(Deck *deck, const int *indices)
{
    int kept = 0;
    for (int i = 0; i < deck->bookmarks.count; i++) {
        Bookmark bookmark = deck->bookmarks.at[i];
        bookmark.page = indices[bookmark.page];
        if (bookmark.page >= 0)
            deck->bookmarks.at[kept++] = bookmark;
    }
    deck->bookmarks.count = kept;
}

static void keep_figures(FigureLog *log, const int *indices, int page_count)
{
    int kept = 0;
    for (int i = 0; i < log->figures.count; i++) {
        PrintedFigure printed = log->figures.at[i];
        if (printed.page <= page_count && indices[printed.page - 1] >= 0)
            log->figures.at[kept++] = printed;
    }
    log->figures.count = kept;
}

bool deck_keep_pages(Deck *deck, const PageRanges *ranges, Place from, Diags *diags)
{
    int count = deck->pages.count, kept = 0;
    const int *indices = new_indices(deck, ranges, from, diags);
    if (!indices)
        return false;
    for (int i = 0; i < count; i++)
        if (indices[i] >= 0)
            deck->pages.at[kept++] = deck->pages.at[i];
    deck->pages.count = kept;
    for (int i = 0; i < kept; i++)
        keep_links(deck, &deck->pages.at[i], indices);
    keep_bookmarks(deck, indices);
    keep_figures(deck->figures, indices, count);
    return true;
}
