/* pdf_test.c - a deck made by hand, with what is hard to write: ligatures, marks that
 * move, a glyph with two readings, emoji, a table, a list, links. Its file stays in
 * build/, for the validators. */
#include "base/file.h"
#include "expect.h"
#include "render/dump.h"
#include "render/pdf.h"
#include "render/pdf_check.h"

#include <hb.h>
#include <math.h>
#include <string.h>

static Arena *arena;
static Str jpeg;
static const Face *regular, *bold, *emoji;
static const Colour ink = { 0x1B, 0x2A, 0x34 };

/* Where the deck being made stands. */
typedef struct Maker {
    Deck deck;
    TagId slide; /* Sect of the page */
    int page;
} Maker;

static const Place here = {
    .file = {"layout.yaml", 11},
      .line = 7, .column = 3
};

static GlyphRun shape(const Face *face, double size, Str source)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_add_utf8(buffer, source.at, (int)source.len, 0, (int)source.len);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->hb_font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    Glyph *glyphs = arena_array(arena, count, sizeof *glyphs);
    double scale = 1000.0 / face->font_units, advance = 0;
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] = (Glyph){ .id = (uint16_t)infos[i].codepoint,
                             .cluster = infos[i].cluster,
                             .advance = (float)(positions[i].x_advance * scale),
                             .x_offset = (float)(positions[i].x_offset * scale),
                             .y_offset = (float)(positions[i].y_offset * scale) };
        advance += positions[i].x_advance * scale;
    }
    hb_buffer_destroy(buffer);
    return (GlyphRun){ .face = face,
                       .size = size,
                       .glyphs = glyphs,
                       .glyph_count = (int)count,
                       .source = source,
                       .width = advance * size / 1000 };
}

static Item *add_item(Maker *maker, Item item)
{
    Page *page = &maker->deck.pages.at[maker->page];
    item.place = here;
    vec_push(arena, &page->items, item);
    return &page->items.at[page->items.count - 1];
}

static double add_text(Maker *maker, TagId tag, const Face *face, double size, double x,
                       double y, const char *text)
{
    GlyphRun run = shape(face, size, str_from_c(text));
    TextItem item = { .run = run, .x = x, .y = y, .colour = ink };
    add_item(maker, (Item){ .kind = ITEM_TEXT, .tag = tag, .as.text = item });
    return x + run.width;
}

static void add_rectangle(Maker *maker, TagId tag, Rect box, Colour fill,
                          double opacity)
{
    PathStep *steps = arena_array(arena, 5, sizeof *steps);
    const double x[4] = { box.x, box.x + box.width, box.x + box.width, box.x };
    const double y[4] = { box.y, box.y, box.y + box.height, box.y + box.height };
    for (int i = 0; i < 4; i++) {
        steps[i].verb = i ? PATH_LINE : PATH_MOVE;
        steps[i].x[0] = x[i];
        steps[i].y[0] = y[i];
    }
    steps[4].verb = PATH_CLOSE;
    Path path = { .steps = steps,
                  .step_count = 5,
                  .is_filled = true,
                  .fill = fill,
                  .opacity = opacity };
    add_item(maker, (Item){ .kind = ITEM_PATH, .tag = tag, .as.path = path });
}

static void add_dashed_line(Maker *maker, TagId tag, double y)
{
    PathStep *steps = arena_array(arena, 2, sizeof *steps);
    steps[0] = (PathStep){ .verb = PATH_MOVE, .x = { 48 }, .y = { y } };
    steps[1] = (PathStep){ .verb = PATH_LINE, .x = { 912 }, .y = { y } };
    Path path = {
        .steps = steps,
        .step_count = 2,
        .is_stroked = true,
        .stroke = {0x99, 0x99, 0x99},
        .line_width = 0.5,
        .dash = 3,
        .opacity = 1
    };
    add_item(maker, (Item){ .kind = ITEM_PATH, .tag = tag, .as.path = path });
}

static TagId tag_in(Maker *maker, TagKind kind, TagId parent)
{
    return deck_add_tag(&maker->deck, kind, parent, here);
}

static void add_page(Maker *maker, const char *title)
{
    Deck *deck = &maker->deck;
    maker->page = deck_add_page(deck, deck->pages.count + 1);
    maker->slide = tag_in(maker, TAG_SECT, TAG_ROOT);
    add_rectangle(maker, TAG_ARTIFACT, (Rect){ 0, 0, 960, 540 },
                  (Colour){ 255, 255, 255 }, 1);
    add_text(maker, tag_in(maker, TAG_H1, maker->slide), bold, 28, 48, 78, title);
    Str number = str_format(arena, "Efficient %d", maker->page + 1);
    add_text(maker, TAG_ARTIFACT, regular, 11, 800, 520, str_c(arena, number));
    Page *page = &deck->pages.at[maker->page];
    page->items.at[page->items.count - 1].is_pagination = true;
    Bookmark bookmark = { .title = str_from_c(title),
                          .page = maker->page,
                          .level = maker->page > 1 };
    vec_push(arena, &deck->bookmarks, bookmark);
}

static void add_picture(Maker *maker)
{
    uint8_t *pixels = arena_array(arena, 16, 16 * 4);
    for (int i = 0; i < 16 * 16; i++) {
        pixels[4 * i] = 20;
        pixels[4 * i + 1] = (uint8_t)i;
        pixels[4 * i + 3] = (uint8_t)(255 - i);
    }
    TagId figure = tag_in(maker, TAG_FIGURE, maker->slide);
    maker->deck.tags.at[figure].alt = S("Logo: en grønn flate");
    Picture picture = {
        .box = {800, 40, 64, 64},
          .width = 16, .height = 16, .rgba = pixels
    };
    Item item = { .kind = ITEM_IMAGE, .as.picture = picture };
    item.tag = figure;
    add_item(maker, item);
    item.tag = TAG_ARTIFACT;
    item.as.picture.box.y = 120;
    add_item(maker, item);
    item.as.picture = (Picture){
        .box = {880, 40, 64, 32},
          .jpeg = jpeg
    };
    add_item(maker, item);
}

static void add_title_page(Maker *maker)
{
    add_page(maker, "Er Østre Toten en næringsvennlig kommune?");
    add_picture(maker);
    TagId paragraph = tag_in(maker, TAG_P, maker->slide);
    double x = add_text(maker, paragraph, regular, 20, 48, 140,
                        "Offisielle figurer – 1 678 svar, 30 %. ");
    if (emoji)
        x = add_text(maker, paragraph, emoji, 20, x, 140, "👍");
    add_text(maker, paragraph, regular, 20, x, 140, " q̃ x̣̂ å̂ (ȫ)");
    TagId broken = tag_in(maker, TAG_P, maker->slide);
    add_text(maker, broken, regular, 20, 48, 180, "nærings-");
    Page *page = &maker->deck.pages.at[maker->page];
    page->items.at[page->items.count - 1].as.text.run.source = S("nærings\u00AD");
    add_text(maker, broken, regular, 20, 48, 204, "vennlig: før-etter, e-post");
    TagId english = tag_in(maker, TAG_P, maker->slide);
    maker->deck.tags.at[english].language = S("en");
    add_text(maker, english, regular, 14, 48, 240, "In English (with \\ and parens)");
}

static void add_figure_page(Maker *maker)
{
    add_page(maker, "Kommunen har god service");
    TagId figure = tag_in(maker, TAG_FIGURE, maker->slide);
    Tag *tag = &maker->deck.tags.at[figure];
    tag->alt = S("Søyler: næringsliv 62 %, politikere 41 %.");
    tag->has_box = true;
    tag->box = (Rect){ 48, 120, 864, 200 };
    add_rectangle(maker, figure, (Rect){ 218, 148, 70, 40 },
                  (Colour){ 0xDE, 0x96, 0x68 }, 1);
    add_rectangle(maker, figure, (Rect){ 218, 208, 50.25, 40 },
                  (Colour){ 0x14, 0x56, 0x6A }, 0.5);
    add_text(maker, figure, regular, 15, 48, 172, "Næringsliv");
    add_text(maker, figure, regular, 15, 48, 232, "Politikere");
    add_dashed_line(maker, figure, 300);
}

static void add_cell(Maker *maker, TagId row, TagKind kind, int column, double y,
                     const char *text)
{
    TagId cell = tag_in(maker, kind, row);
    if (kind == TAG_HEADER_CELL)
        maker->deck.tags.at[cell].scope = column ? SCOPE_COLUMN : SCOPE_ROW;
    if (*text)
        add_text(maker, cell, regular, 15, 48 + 200 * column, y, text);
}

static void add_table_page(Maker *maker)
{
    add_page(maker, "Svar etter gruppe");
    TagId table = tag_in(maker, TAG_TABLE, maker->slide);
    TagId head = tag_in(maker, TAG_TABLE_HEAD, table);
    TagId row = tag_in(maker, TAG_ROW, head);
    add_cell(maker, row, TAG_HEADER_CELL, 0, 140, "Gruppe");
    add_cell(maker, row, TAG_HEADER_CELL, 1, 140, "2024");
    maker->deck.tags.at[maker->deck.tags.count - 1].column_span = 2;
    TagId body = tag_in(maker, TAG_TABLE_BODY, table);
    row = tag_in(maker, TAG_ROW, body);
    add_cell(maker, row, TAG_HEADER_CELL, 0, 170, "Gründere");
    add_cell(maker, row, TAG_CELL, 1, 170, "3,4");
    add_cell(maker, row, TAG_CELL, 2, 170, "");
}

static void add_link(Maker *maker, TagId paragraph, double x, double y,
                     const char *text, int target, Str uri)
{
    TagId tag = tag_in(maker, TAG_LINK, paragraph);
    double end = add_text(maker, tag, regular, 18, x, y, text);
    Link link = {
        .area = {x, y - 16, end - x, 20},
        .tag = tag,
        .target_page = target,
        .uri = uri,
        .contents = str_from_c(text)
    };
    vec_push(arena, &maker->deck.pages.at[maker->page].links, link);
}

static void add_list_page(Maker *maker)
{
    add_page(maker, "Oppsummering");
    TagId list = tag_in(maker, TAG_LIST, maker->slide);
    TagId item = tag_in(maker, TAG_LIST_ITEM, list);
    add_text(maker, tag_in(maker, TAG_LABEL, item), regular, 18, 48, 140, "•");
    TagId body = tag_in(maker, TAG_LIST_BODY, item);
    TagId paragraph = tag_in(maker, TAG_P, body);
    double x = add_text(maker, paragraph, regular, 18, 70, 140, "Interne grep – se ");
    add_link(maker, paragraph, x, 140, "bilde 2", 1, S(""));
    add_text(maker, paragraph, regular, 18, x + 60, 140, " og les mer.");
    TagId inner = tag_in(maker, TAG_LIST, body);
    item = tag_in(maker, TAG_LIST_ITEM, inner);
    add_text(maker, tag_in(maker, TAG_LABEL, item), regular, 18, 80, 170, "–");
    paragraph = tag_in(maker, TAG_P, tag_in(maker, TAG_LIST_BODY, item));
    add_link(maker, paragraph, 100, 170, "nettsiden", -1,
             S("https://example.org/å?a=(1)"));
    tag_in(maker, TAG_P, maker->slide); /* stays empty and is left out */
}

static Maker begin(void)
{
    Maker maker = { .deck = deck_in(arena) };
    Deck *deck = &maker.deck;
    deck->width = 960;
    deck->height = 540;
    deck->title = S("Er Østre Toten en næringsvennlig kommune? <2024> & «mer»");
    deck->author = S("Landsbyen Næringshage");
    deck->subject = S("Resultater");
    deck->language = S("nb");
    deck->date = (Date){ 2024, 11, 28 };
    return maker;
}

/* A paragraph begun on the title page goes on here. */
static void add_continuation(Maker *maker)
{
    for (TagId id = 0; id < maker->deck.tags.count; id++)
        if (maker->deck.tags.at[id].kind == TAG_P) {
            add_text(maker, id, regular, 20, 48, 300, "… fortsatt");
            return;
        }
}

static Maker sample(void)
{
    Maker maker = begin();
    add_title_page(&maker);
    add_figure_page(&maker);
    add_table_page(&maker);
    add_list_page(&maker);
    add_continuation(&maker);
    return maker;
}

static Str write_or_fail(const Deck *deck)
{
    Diags diags = diags_in(arena);
    Str bytes;
    if (!pdf_write(arena, deck, &bytes, &diags))
        fail_msg("%.*s", STR_ARG(messages_text(arena, &diags)));
    expect_int("messages", diags.list.count, 0);
    return bytes;
}

static void test_bytes(void **state)
{
    (void)state;
    Maker first = sample(), second = sample();
    Str bytes = write_or_fail(&first.deck);
    assert_true(str_starts(bytes, S("%PDF-1.7\n")));
    assert_true(str_ends(bytes, S("\n%%EOF\n")));
    assert_true(str_equal(bytes, write_or_fail(&second.deck)));
    Diags diags = diags_in(arena);
    if (!file_write(S("build/pdf_test.pdf"), bytes, &diags))
        fail_msg("%.*s", STR_ARG(messages_text(arena, &diags)));
}

static void test_size(void **state)
{
    (void)state;
    Maker maker = sample();
    for (int i = 0; i < 35; i++)
        add_figure_page(&maker);
    assert_in_range(write_or_fail(&maker.deck).len, 1000, 60 * 1024);
}

static void test_dump(void **state)
{
    (void)state;
    static const char want[] =
        "title \"Er Østre Toten en næringsvennlig kommune? <2024> & «mer»\"\n"
        "author \"Landsbyen Næringshage\"\n"
        "subject \"Resultater\"\n"
        "language nb\n"
        "date 2024-11-28\n"
        "bookmarks\n"
        "  1 \"Oppsummering\"\n"
        "  2 \"Svar etter gruppe\"\n"
        "\n"
        "page 1 (slide 1) 960x540\n"
        "  Sect\n"
        "    H1\n"
        "      text 48,78 28pt bold #1B2A34 \"Oppsummering\"\n"
        "    L\n"
        "      LI\n"
        "        Lbl\n"
        "          text 48,140 18pt regular #1B2A34 \"•\"\n"
        "        LBody\n"
        "          P\n"
        "            text 70,140 18pt regular #1B2A34 \"Interne grep – se \"\n"
        "            Link -> page 2 \"bilde 2\"\n"
        "              text 197.9,140 18pt regular #1B2A34 \"bilde 2\"\n"
        "              area 197.9,124 50.4x20\n"
        "            text 257.9,140 18pt regular #1B2A34 \" og les mer.\"\n"
        "          L\n"
        "            LI\n"
        "              Lbl\n"
        "                text 80,170 18pt regular #1B2A34 \"–\"\n"
        "              LBody\n"
        "                P\n"
        "                  Link -> https://example.org/å?a=(1) \"nettsiden\"\n"
        "                    text 100,170 18pt regular #1B2A34 \"nettsiden\"\n"
        "                    area 100,154 71x20\n"
        "  artifact\n"
        "    rect 0,0 960x540 fill #FFFFFF\n"
        "  pagination\n"
        "    text 800,520 11pt regular #1B2A34 \"Efficient 1\"\n"
        "\n"
        "page 2 (slide 2) 960x540\n"
        "  Sect\n"
        "    H1\n"
        "      text 48,78 28pt bold #1B2A34 \"Svar etter gruppe\"\n"
        "    Table\n"
        "      THead\n"
        "        TR\n"
        "          TH row\n"
        "            text 48,140 15pt regular #1B2A34 \"Gruppe\"\n"
        "          TH column span 2\n"
        "            text 248,140 15pt regular #1B2A34 \"2024\"\n"
        "      TBody\n"
        "        TR\n"
        "          TH row\n"
        "            text 48,170 15pt regular #1B2A34 \"Gründere\"\n"
        "          TD\n"
        "            text 248,170 15pt regular #1B2A34 \"3,4\"\n"
        "          TD\n"
        "  artifact\n"
        "    rect 0,0 960x540 fill #FFFFFF\n"
        "  pagination\n"
        "    text 800,520 11pt regular #1B2A34 \"Efficient 2\"\n";
    Maker maker = begin();
    add_list_page(&maker);
    add_table_page(&maker);
    Buffer out = buffer_in(arena);
    dump_write(&maker.deck, &out);
    expect_str("dump", buffer_text(&out), want);
}

/* Each row spoils one thing of the sample. */
typedef void Spoil(Maker *maker);

static void spoil_alt(Maker *maker)
{
    for (TagId id = 0; id < maker->deck.tags.count; id++)
        maker->deck.tags.at[id].alt = S("");
}

static void spoil_contents(Maker *maker)
{
    maker->deck.pages.at[3].links.at[0].contents = S("");
}

static void spoil_target(Maker *maker)
{
    maker->deck.pages.at[3].links.at[0].target_page = 9;
}

static void spoil_title(Maker *maker)
{
    maker->deck.title = S("");
}

static void spoil_page(Maker *maker)
{
    maker->deck.width = 2e4;
}

static void spoil_length(Maker *maker)
{
    char *text = arena_alloc(arena, 9000);
    memset(text, 'a', 9000);
    for (TagId id = 0; id < maker->deck.tags.count; id++)
        if (maker->deck.tags.at[id].has_box)
            maker->deck.tags.at[id].alt = (Str){ text, 9000 };
}

static void spoil_language(Maker *maker)
{
    maker->deck.language = S("norsk bokmål");
}

static void spoil_nesting(Maker *maker)
{
    maker->page = 0;
    add_text(maker, tag_in(maker, TAG_ROW, maker->slide), regular, 18, 48, 300, "x");
}

static void spoil_cell(Maker *maker)
{
    maker->page = 0;
    TagId paragraph = tag_in(maker, TAG_P, maker->slide);
    TagId cell = tag_in(maker, TAG_CELL, paragraph);
    add_text(maker, cell, regular, 18, 48, 300, "x");
}

static void spoil_row(Maker *maker)
{
    for (TagId id = 0; id < maker->deck.tags.count; id++)
        maker->deck.tags.at[id].column_span = 0;
}

static void spoil_scope(Maker *maker)
{
    for (TagId id = 0; id < maker->deck.tags.count; id++)
        maker->deck.tags.at[id].scope = SCOPE_NONE;
}

static void spoil_heading(Maker *maker)
{
    for (TagId id = 0; id < maker->deck.tags.count; id++)
        if (maker->deck.tags.at[id].kind == TAG_H1)
            maker->deck.tags.at[id].kind = TAG_H2;
}

static void spoil_parent(Maker *maker)
{
    maker->deck.tags.at[1].parent = 40;
}

static Item *text_of(Maker *maker)
{
    Page *page = &maker->deck.pages.at[1];
    for (int i = 0; i < page->items.count; i++)
        if (page->items.at[i].kind == ITEM_TEXT)
            return &page->items.at[i];
    return NULL;
}

static void spoil_position(Maker *maker)
{
    text_of(maker)->as.text.x = 700;
}

static void spoil_number(Maker *maker)
{
    text_of(maker)->as.text.y = (double)NAN;
}

static void spoil_glyph(Maker *maker)
{
    text_of(maker)->as.text.run = shape(regular, 28, S("漢"));
}

static void spoil_shape(Maker *maker)
{
    add_rectangle(maker, TAG_ARTIFACT, (Rect){ 0, (double)INFINITY, 10, 10 }, ink, 1);
}

static void spoil_chart(Maker *maker)
{
    TagId figure = tag_in(maker, TAG_FIGURE, maker->slide);
    maker->deck.tags.at[figure].alt = S("Søyler");
    add_rectangle(maker, figure, (Rect){ 900, 10, 100, 10 }, ink, 1);
}

static void spoil_picture(Maker *maker)
{
    static const char cmyk[] = "\xFF\xD8\xFF\xC0\0\x14\x08\0\x10\0\x10\x04"
                               "\1\x11\0\2\x11\0\3\x11\0\4\x11\0";
    Picture picture = {
        .box = {48, 300, 10, 10},
          .jpeg = S(cmyk)
    };
    add_item(maker,
             (Item){ .kind = ITEM_IMAGE, .tag = TAG_ARTIFACT, .as.picture = picture });
}

static void spoil_content(Maker *maker)
{
    add_text(maker, maker->slide, regular, 18, 48, 300, "uten avsnitt");
}

static void test_check(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        Spoil *spoil;
        const char *want;
    } rows[] = {
        {"nothing",              NULL,           ""                                                },
        { "figure without alt",  spoil_alt,
         "7:3: the figure has no alternative text\n"
          "  say under alt: what it shows\n"
          "7:3: the figure has no alternative text\n"
          "  say under alt: what it shows\n"                                                       },
        { "link without words",  spoil_contents,
         "7:3: a link does not say where it leads\n"                                               },
        { "link to no page",     spoil_target,
         "7:3: the link \"bilde 2\" leads nowhere\n"                                               },
        { "no title",            spoil_title,
         "the deck has no title\n  give it one under deck: title:\n"                               },
        { "page",                spoil_page,
         "a page of 20000 x 540 pt is not between 3 and 14400 pt a side\n"                         },
        { "long alternative",    spoil_length,
         "7:3: the alternative text is 9000 bytes long; at most 8000 can be "
          "written\n"                                                                              },
        { "no language",         spoil_language,
         "\"norsk bokmål\" is not the code of a language\n"
          "  write it as in \"nb\" or \"nn-NO\"\n"                                                 },
        { "row with text",       spoil_nesting,  "7:3: a TR has content of its own\n"              },
        { "cell in a paragraph", spoil_cell,     "7:3: a TD cannot stand in a P\n"                 },
        { "short row",           spoil_row,      "7:3: a row has 3 columns, the ones before it 2\n"},
        { "no scope",            spoil_scope,
         "7:3: a header cell does not say if it heads a row or a column\n"
          "7:3: a header cell does not say if it heads a row or a column\n"
          "7:3: a header cell does not say if it heads a row or a column\n"                        },
        { "no first heading",    spoil_heading,
         "7:3: a heading of level 2 has none of level 1 above it\n"                                },
        { "no tree",             spoil_parent,   "the tags of the deck are no tree\n"              },
        { "text off the page",   spoil_position,
         "7:3: the text \"Kommunen har god service\" leaves the page\n"
          "  shorten it or divide it over more slides\n"                                           },
        { "text nowhere",        spoil_number,
         "7:3: the text \"Kommunen har god service\" leaves the page\n"
          "  shorten it or divide it over more slides\n"                                           },
        { "no glyph",            spoil_glyph,
         "7:3: the font \"SourceSans3-Regular\" cannot show all of \"漢\"\n"                      },
        { "endless shape",       spoil_shape,    "7:3: a shape has no proper size\n"               },
        { "chart off the page",  spoil_chart,    "7:3: a shape leaves the page\n"                  },
        { "CMYK",                spoil_picture,
         "7:3: cannot use this picture\n"
          "  save it as a JPEG file in RGB or grey, 8 bits a colour\n"                             },
        { "text in a section",   spoil_content,  "7:3: a Sect has content of its own\n"            },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Maker maker = sample();
        Diags diags = diags_in(arena);
        Str bytes;
        if (rows[i].spoil)
            rows[i].spoil(&maker);
        bool is_good = pdf_write(arena, &maker.deck, &bytes, &diags);
        expect_str(rows[i].name, messages_text(arena, &diags), rows[i].want);
        expect_int(rows[i].name, is_good, rows[i].want[0] == '\0');
        expect_int(rows[i].name, bytes.len > 0, is_good);
    }
}

static const Face *open_face(const char *path)
{
    Diags diags = diags_in(arena);
    return face_open(arena, str_from_c(path), (Place){ 0 }, &diags);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    regular = open_face("fonts/SourceSans3-Regular.ttf");
    bold = open_face("fonts/SourceSans3-Bold.ttf");
    emoji = open_face("fonts/NotoEmoji-Common.ttf");
    Diags diags = diags_in(arena);
    if (!file_read(arena, S("tests/unit/pixels.jpg"), (Place){ 0 }, &jpeg, &diags))
        return -1;
    return regular && bold && emoji ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    const Face *const faces[] = { regular, bold, emoji };
    for (int i = 0; i < 3; i++)
        face_close((Face *)faces[i]);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_size),
        cmocka_unit_test(test_dump),
        cmocka_unit_test(test_check),
    };
    return cmocka_run_group_tests_name("pdf", tests, set_up, tear_down);
}
