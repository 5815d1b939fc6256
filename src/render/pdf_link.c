#include "render/pdf_link.h"
#include "render/pdf_value.h"

enum { LEVEL_MAX = 8 };

/* URIs are ASCII (ISO 32000-1, 12.6.4.7); anything else goes as percent signs. */
static void put_uri(Buffer *out, Arena *scratch, Str uri)
{
    Buffer ascii = buffer_in(scratch);
    for (size_t i = 0; i < uri.len; i++) {
        unsigned char byte = (unsigned char)uri.at[i];
        if (byte <= ' ' || byte >= 0x7F)
            buffer_format(&ascii, "%%%02X", byte);
        else
            buffer_char(&ascii, uri.at[i]);
    }
    buffer_c(out, "/A<</S/URI/URI");
    pdf_value_put_bytes(out, buffer_text(&ascii));
    buffer_c(out, ">>");
}

/* The whole page, or from a place on it on. */
static void put_destination(Buffer *out, const Deck *deck, PdfId page, double x,
                            double y)
{
    if (y > 0) {
        buffer_format(out, "/Dest[%d 0 R/XYZ ", page);
        if (x > 0)
            pdf_value_put_length(out, x);
        else
            buffer_c(out, "null");
        buffer_char(out, ' ');
        pdf_value_put_length(out, deck->height - y);
        buffer_c(out, " null]");
    } else {
        buffer_format(out, "/Dest[%d 0 R/Fit]", page);
    }
}

/* The flag prints it: PDF/A asks for that of every annotation (6.3.2). */
static PdfId add_annotation(PdfFile *file, const Deck *deck, const Link *link, int page,
                            const PdfId *pages, PdfTags *tags)
{
    PdfId annotation = pdf_object_reserve(file);
    Buffer body = buffer_in(file->arena);
    buffer_c(&body, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
    pdf_value_put_box(&body, link->area, deck->height);
    buffer_format(&body, "/P %d 0 R/StructParent %d/Contents", pages[page],
                  pdf_tags_link(tags, page, link->tag, annotation));
    pdf_value_put_text(&body, link->contents);
    if (link->target_page >= 0)
        put_destination(&body, deck, pages[link->target_page], link->target_x,
                        link->target_y);
    else
        put_uri(&body, file->arena, link->uri);
    pdf_object_fill(file, annotation, buffer_text(&body));
    return annotation;
}

Str pdf_links_add(PdfFile *file, const Deck *deck, int page, const PdfId *pages,
                  PdfTags *tags)
{
    const Page *from = &deck->pages.at[page];
    if (from->links.count == 0)
        return S("");
    Buffer entry = buffer_in(file->arena);
    buffer_c(&entry, "/Annots[");
    for (int i = 0; i < from->links.count; i++)
        buffer_format(
            &entry, i ? " %d 0 R" : "%d 0 R",
            add_annotation(file, deck, &from->links.at[i], page, pages, tags));
    buffer_char(&entry, ']');
    return buffer_text(&entry);
}

/* A bookmark hangs below the last one of the level above; a level that was skipped
 * counts as the next. */
static void add_bookmarks(PdfFile *file, const Deck *deck, const PdfId *pages)
{
    PdfId last[LEVEL_MAX + 1] = { 0 }; /* by level + 1; [0]: the outline itself */
    int level = 0;
    for (int i = 0; i < deck->bookmarks.count; i++) {
        const Bookmark *bookmark = &deck->bookmarks.at[i];
        int deepest = i == 0 ? 0 : level + 1 < LEVEL_MAX ? level + 1 : LEVEL_MAX - 1;
        level = bookmark->level < deepest ? bookmark->level : deepest;
        Buffer body = buffer_in(file->arena);
        buffer_c(&body, "/Title");
        pdf_value_put_text(&body, bookmark->title);
        put_destination(&body, deck, pages[bookmark->page], bookmark->x, bookmark->y);
        last[level + 1] = pdf_outline_add(file, last[level], buffer_text(&body));
    }
}

/* A range of labels begins where pages of the whole deck are left out. */
static void add_labels(PdfFile *file, const Deck *deck)
{
    buffer_c(&file->catalog, "/PageLabels<</Nums[");
    for (int i = 0, expected = 0; i < deck->pages.count; i++, expected++) {
        int number = deck->pages.at[i].number;
        if (number == expected)
            continue;
        buffer_format(&file->catalog, "%d<</S/D", i);
        if (number > 1)
            buffer_format(&file->catalog, "/St %d", number);
        buffer_c(&file->catalog, ">>");
        expected = number;
    }
    buffer_c(&file->catalog, "]>>");
}

void pdf_links_add_outline(PdfFile *file, const Deck *deck, const PdfId *pages)
{
    if (deck->bookmarks.count > 0)
        buffer_c(&file->catalog, "/PageMode/UseOutlines");
    add_bookmarks(file, deck, pages);
    add_labels(file, deck);
}
