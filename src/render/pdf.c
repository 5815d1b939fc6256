#include "render/pdf.h"
#include "render/pdf_check.h"
#include "render/pdf_content.h"
#include "render/pdf_link.h"
#include "render/pdf_meta.h"
#include "render/pdf_save.h"
#include "render/pdf_value.h"

/* All pages exist before the first is written: links refer forwards. */
static const PdfId *add_pages(PdfFile *file, const Deck *deck)
{
    PdfId *pages = arena_array(file->arena, (size_t)deck->pages.count, sizeof *pages);
    for (int i = 0; i < deck->pages.count; i++) {
        pages[i] = pdf_page_add(file);
        if (!pages[i])
            return NULL;
    }
    return pages;
}

static void write_page(PdfContent *content, const Deck *deck, int index,
                       const PdfId *pages, PdfId resources)
{
    PdfFile *file = content->file;
    ArenaMark mark = arena_mark(file->scratch);
    Str operators = pdf_content_write(content, &deck->pages.at[index], index);
    Str links = pdf_links_add(file, deck, index, pages, content->tags);
    Buffer body = buffer_in(file->scratch);
    buffer_c(&body, "/MediaBox");
    pdf_value_put_box(&body, (Rect){ .width = deck->width, .height = deck->height },
                      deck->height);
    buffer_format(&body, "/Resources %d 0 R/Tabs/S", resources);
    if (pdf_tags_has_page(content->tags, index))
        buffer_format(&body, "/StructParents %d", index);
    buffer_str(&body, links);
    pdf_page_fill(file, pages[index], operators, buffer_text(&body));
    arena_rewind(file->scratch, mark);
}

static bool write_deck(PdfFile *file, const Deck *deck, Diags *diags)
{
    const PdfFonts *fonts = pdf_fonts_add(file, deck, diags);
    const PdfId *pages = add_pages(file, deck);
    if (!fonts || !pages)
        return false;
    PdfTags *tags = pdf_tags_new(file, deck, pages);
    PdfContent content = pdf_content_new(file, fonts, tags, deck->height);
    PdfId resources = pdf_object_reserve(file);
    for (int i = 0; i < deck->pages.count; i++)
        write_page(&content, deck, i, pages, resources);
    pdf_object_fill(file, resources, pdf_content_resources(&content));
    pdf_tags_write(tags);
    pdf_links_add_outline(file, deck, pages);
    pdf_meta_write(file, deck);
    return true;
}

bool pdf_write(Arena *arena, const Deck *deck, Str *out, Diags *diags)
{
    *out = (Str){ 0 };
    if (!pdf_check(deck, diags))
        return false;
    PdfFile *file = pdf_file_new();
    if (!file) {
        diag_error(diags, (Place){ 0 }, "cannot start the PDF library");
        return false;
    }
    Buffer bytes = buffer_in(file->arena);
    int errors = diags->counts[DIAG_ERROR];
    bool is_written = write_deck(file, deck, diags) && pdf_save(file, &bytes);
    if (is_written)
        *out = str_copy(arena, buffer_text(&bytes));
    else if (diags->counts[DIAG_ERROR] == errors)
        diag_error(diags, (Place){ 0 },
                   "cannot write the PDF: error 0x%04lX of the PDF library",
                   pdf_file_error(file));
    pdf_file_free(file);
    return is_written;
}
