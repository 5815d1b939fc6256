#include "render/pdf_font.h"
#include "render/pdf_value.h"

#include <hb-subset.h>
#include <hb.h>
#include <math.h>
#include <string.h>

enum {
    BFCHAR_MAX = 100, /* rows of a bfchar block (Adobe Technical Note 5014) */
    SHORT_MAX = 256,  /* glyphs that one byte tells apart */
};

/* A text that a glyph stands for somewhere in the deck. */
typedef struct Reading {
    Str text;
    int count; /* how often; 0: only within an ActualText */
    int next;  /* of the same glyph, 1 + index; 0: none */
} Reading;

struct PdfFont {
    const Face *face;
    PdfId id;
    hb_set_t *used;      /* glyphs of the face; only while planning */
    uint16_t *codes;     /* by glyph: its id in the subset */
    bool is_short;       /* a code has one byte in the content, else two */
    int16_t *advances;   /* by glyph, thousandths */
    int *first_readings; /* by glyph, 1 + index; 0: none */
    Str *chosen;         /* by glyph: the reading that ToUnicode tells */
    bool *is_sole;       /* by glyph: there is no other */
    VEC(Reading) readings;
};

struct PdfFonts {
    VEC(PdfFont) list;
    PdfId short_codes; /* the CMap of all fonts that are short; 0: not there yet */
};

static bool is_blank(uint32_t code_point)
{
    return code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x202F;
}

static Str readable(Str text)
{
    size_t at = 0;
    if (text.len > 1 && is_blank(utf8_next(text, &at)) && at == text.len)
        return S(" ");
    return text;
}

Cluster pdf_font_cluster(const GlyphRun *run, int first)
{
    const Glyph *glyphs = run->glyphs;
    int end = first + 1;
    while (end < run->glyph_count && glyphs[end].cluster == glyphs[first].cluster)
        end++;
    size_t start = glyphs[first].cluster;
    size_t text_end = end < run->glyph_count ? glyphs[end].cluster : run->source.len;
    Str text = { run->source.at + start, text_end > start ? text_end - start : 0 };
    return (Cluster){ .first = first, .count = end - first, .text = readable(text) };
}

static bool is_nominal(const Face *face, uint32_t code_point, unsigned glyph)
{
    hb_codepoint_t nominal;
    return hb_font_get_nominal_glyph(face->hb_font, code_point, &nominal) &&
           nominal == glyph;
}

/* Whether each glyph of the cluster is the plain one of the character at its place. */
static bool is_in_order(const Face *face, Cluster cluster, const Glyph *glyphs)
{
    if (utf8_count(cluster.text) != cluster.count)
        return false;
    size_t at = 0;
    for (int i = 0; i < cluster.count; i++)
        if (!is_nominal(face, utf8_next(cluster.text, &at),
                        glyphs[cluster.first + i].id))
            return false;
    return true;
}

/* The text of the next glyph of a cluster: of a single glyph all of it, of a row in
 * order a character each (*at moves on). */
static Str next_text(Cluster cluster, size_t *at)
{
    if (cluster.count == 1)
        return cluster.text;
    size_t start = *at;
    utf8_next(cluster.text, at);
    return str_slice(cluster.text, start, *at);
}

/* str_equal for texts of one byte mostly, without a call. */
static bool is_same(Str a, Str b)
{
    if (a.len != b.len)
        return false;
    return a.len == 1 ? a.at[0] == b.at[0] : str_equal(a, b);
}

static void add_reading(Arena *arena, PdfFont *font, int glyph, Str text, int count)
{
    int *link = &font->first_readings[glyph];
    if (!*link)
        hb_set_add(font->used, (hb_codepoint_t)glyph);
    while (*link) {
        Reading *reading = &font->readings.at[*link - 1];
        if (is_same(reading->text, text)) {
            reading->count += count;
            return;
        }
        link = &reading->next;
    }
    *link = font->readings.count + 1; /* before the push, which may move the list */
    vec_push(arena, &font->readings, (Reading){ .text = text, .count = count });
}

static void collect_cluster(Arena *arena, PdfFont *font, Cluster cluster,
                            const GlyphRun *run)
{
    if (cluster.count > 1 && !is_in_order(font->face, cluster, run->glyphs)) {
        for (int i = 1; i < cluster.count; i++)
            hb_set_add(font->used, run->glyphs[cluster.first + i].id);
        add_reading(arena, font, run->glyphs[cluster.first].id, cluster.text, 0);
        return;
    }
    size_t at = 0;
    for (int i = 0; i < cluster.count; i++)
        add_reading(arena, font, run->glyphs[cluster.first + i].id,
                    next_text(cluster, &at), 1);
}

static PdfFont *find_or_add(PdfFile *file, PdfFonts *fonts, const Face *face)
{
    for (int i = 0; i < fonts->list.count; i++)
        if (fonts->list.at[i].face == face)
            return &fonts->list.at[i];
    size_t count = (size_t)face->glyph_count;
    PdfFont font = { .face = face,
                     .id = pdf_object_reserve(file),
                     .used = hb_set_create(),
                     .codes = arena_array(file->arena, count, sizeof *font.codes),
                     .advances = arena_array(file->arena, count, sizeof *font.advances),
                     .first_readings =
                         arena_array(file->arena, count, sizeof *font.first_readings),
                     .chosen = arena_array(file->arena, count, sizeof *font.chosen),
                     .is_sole = arena_array(file->arena, count, sizeof *font.is_sole) };
    vec_push(file->arena, &fonts->list, font);
    return &fonts->list.at[fonts->list.count - 1];
}

static void collect(PdfFile *file, PdfFonts *fonts, const Deck *deck)
{
    for (int p = 0; p < deck->pages.count; p++) {
        const Page *page = &deck->pages.at[p];
        for (int i = 0; i < page->items.count; i++) {
            const Item *item = &page->items.at[i];
            const GlyphRun *run = &item->as.text.run;
            if (item->kind != ITEM_TEXT || run->glyph_count == 0)
                continue;
            PdfFont *font = find_or_add(file, fonts, run->face);
            for (int at = 0; at < run->glyph_count;) {
                Cluster cluster = pdf_font_cluster(run, at);
                collect_cluster(file->arena, font, cluster, run);
                at += cluster.count;
            }
        }
    }
}

/* The reading met most often, of equals the first; then ActualText is rare. A glyph
 * that only ever belongs to an ActualText reads as a blank of no width. */
static Str choose(const PdfFont *font, unsigned glyph)
{
    const Reading *best = NULL;
    for (int at = font->first_readings[glyph]; at;) {
        const Reading *reading = &font->readings.at[at - 1];
        if (!best || reading->count > best->count)
            best = reading;
        at = reading->next;
    }
    return best && best->text.len ? best->text : S("\u200B");
}

/* Whether the glyph has one reading, and is not only there within an ActualText. */
static bool is_sole(const PdfFont *font, unsigned glyph)
{
    int first = font->first_readings[glyph];
    const Reading *reading = first ? &font->readings.at[first - 1] : NULL;
    return reading && !reading->next && reading->count > 0 && reading->text.len > 0;
}

/* Type0 fonts need glyf, loca, head, hhea, hmtx and maxp, and no more. */
static void drop_tables(hb_subset_input_t *input)
{
    static const char tables[][5] = { "GSUB", "GPOS", "GDEF", "name", "post",
                                      "OS/2", "kern", "DSIG", "cmap", "STAT",
                                      "gasp", "LTSH", "hdmx", "VDMX", "meta",
                                      "BASE", "MATH", "vhea", "vmtx", "VORG" };
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        hb_set_add(dropped, hb_tag_from_string(tables[i], 4));
}

static hb_subset_plan_t *plan_subset(const PdfFont *font)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    hb_set_union(glyphs, font->used);
    hb_set_add(glyphs, 0);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    drop_tables(input);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->face->hb_face, input);
    hb_subset_input_destroy(input);
    return plan;
}

static void settle_glyphs(PdfFont *font, const hb_map_t *new_ids)
{
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    while (hb_set_next(font->used, &glyph)) {
        double advance = hb_font_get_glyph_h_advance(font->face->hb_font, glyph);
        font->codes[glyph] = (uint16_t)hb_map_get(new_ids, glyph);
        font->advances[glyph] =
            (int16_t)lround(advance * 1000 / font->face->font_units);
        font->chosen[glyph] = choose(font, glyph);
        font->is_sole[glyph] = is_sole(font, glyph);
    }
}

static bool has_outlines(hb_face_t *subset)
{
    hb_blob_t *blob = hb_face_reference_table(subset, HB_TAG('g', 'l', 'y', 'f'));
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* The subset as a font file, in file->arena; empty when it cannot be made. */
static Str subset_program(PdfFile *file, PdfFont *font)
{
    Str program = { 0 };
    hb_face_t *subset = NULL;
    hb_subset_plan_t *plan = plan_subset(font);
    if (!plan)
        goto done;
    settle_glyphs(font, hb_subset_plan_old_to_new_glyph_mapping(plan));
    subset = hb_subset_plan_execute_or_fail(plan);
    if (!subset || !has_outlines(subset))
        goto done;
    hb_blob_t *blob = hb_face_reference_blob(subset);
    unsigned len;
    const char *bytes = hb_blob_get_data(blob, &len);
    program = str_copy(file->arena, (Str){ bytes, len });
    hb_blob_destroy(blob);
done:
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    return program;
}

/* "ABCDEF+Name": six letters that tell this subset from others (9.6.4), here from its
 * bytes. */
static Str subset_name(PdfFile *file, const PdfFont *font, Str program)
{
    PdfDigest digest = pdf_digest(program);
    Buffer name = buffer_in(file->arena);
    for (int i = 0; i < 6; i++)
        buffer_char(&name, (char)('A' + digest.bytes[i] % 26));
    Str own = font->face->postscript_name;
    buffer_format(&name, "+%.*s",
                  STR_ARG(str_slice(own, 0, own.len < 100 ? own.len : 100)));
    Buffer escaped = buffer_in(file->arena);
    pdf_value_put_name(&escaped, buffer_text(&name));
    return buffer_text(&escaped);
}

/* Table 122. Flag 3: symbolic, as is every font addressed by glyph; 7: italic. */
static PdfId add_descriptor(PdfFile *file, const PdfFont *font, Str name, Str program)
{
    const Face *face = font->face;
    Str entries = str_format(file->arena, "/Length1 %zu", program.len);
    PdfId embedded = pdf_object_add_stream(file, entries, program, PDF_DEFLATE);
    Buffer body = buffer_in(file->arena);
    buffer_format(&body, "/Type/FontDescriptor/FontName%.*s/Flags %d", STR_ARG(name),
                  face->italic_angle < 0 ? 4 | 64 : 4);
    buffer_format(&body, "/FontBBox[%d %d %d %d]/ItalicAngle ", face->bbox[0],
                  face->bbox[1], face->bbox[2], face->bbox[3]);
    buffer_number(&body, face->italic_angle);
    buffer_format(&body, "/Ascent %ld/Descent %ld/CapHeight %ld/StemV %d",
                  lround(face->ascent), lround(face->descent), lround(face->cap_height),
                  face->stem_v);
    buffer_format(&body, "/FontFile2 %d 0 R", embedded);
    return pdf_object_add(file, buffer_text(&body));
}

/* Glyph ids ascend alike before and after subsetting; runs of them share a list. */
static void put_widths(const PdfFont *font, Buffer *body)
{
    int previous = -1;
    buffer_c(body, "/W[");
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    while (hb_set_next(font->used, &glyph)) {
        int code = font->codes[glyph];
        if (previous >= 0 && code == previous + 1)
            buffer_char(body, ' ');
        else
            buffer_format(body, "%s%d[", previous >= 0 ? "]" : "", code);
        buffer_integer(body, font->advances[glyph]);
        previous = code;
    }
    buffer_c(body, previous >= 0 ? "]]" : "]");
}

static PdfId add_cid_font(PdfFile *file, const PdfFont *font, Str name,
                          PdfId descriptor)
{
    Buffer body = buffer_in(file->arena);
    buffer_format(&body, "/Type/Font/Subtype/CIDFontType2/BaseFont%.*s", STR_ARG(name));
    buffer_c(&body,
             "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    buffer_format(&body, "/FontDescriptor %d 0 R/CIDToGIDMap/Identity", descriptor);
    put_widths(font, &body);
    return pdf_object_add(file, buffer_text(&body));
}

/* A code is a glyph of the subset, as in Identity-H, but of one byte: half of what
 * there is to compress in a page (9.7.5.3). */
static PdfId add_short_codes(PdfFile *file)
{
    return pdf_object_add_stream(
        file,
        S("/Type/CMap/CMapName/Lysark-Identity-Byte/WMode 0"
          "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"),
        S("%!PS-Adobe-3.0 Resource-CMap\n"
          "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
          "/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def\n"
          "/Ordering (Identity) def /Supplement 0 def end def\n"
          "/CMapName /Lysark-Identity-Byte def /CMapType 1 def /WMode 0 def\n"
          "1 begincodespacerange <00> <FF> endcodespacerange\n"
          "1 begincidrange <00> <FF> 0 endcidrange\n"
          "endcmap CMapName currentdict /CMap defineresource pop end end\n"),
        PDF_DEFLATE);
}

/* In hexadecimal digits, as long as in the content. */
static void put_code(Buffer *out, const PdfFont *font, unsigned code)
{
    static const char digits[] = "0123456789ABCDEF";
    if (font->is_short) {
        buffer_char(out, digits[code >> 4 & 15]);
        buffer_char(out, digits[code & 15]);
    } else {
        pdf_value_put_code(out, code);
    }
}

static PdfId add_to_unicode(PdfFile *file, const PdfFont *font)
{
    Buffer out = buffer_in(file->arena);
    buffer_c(&out, "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                   "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>>"
                   " def\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                   "1 begincodespacerange ");
    buffer_c(&out, font->is_short ? "<00> <FF>" : "<0000> <FFFF>");
    buffer_c(&out, " endcodespacerange\n");
    int left = (int)hb_set_get_population(font->used), left_in_block = 0;
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    while (hb_set_next(font->used, &glyph)) {
        if (left_in_block == 0) {
            left_in_block = left < BFCHAR_MAX ? left : BFCHAR_MAX;
            buffer_format(&out, "%d beginbfchar\n", left_in_block);
        }
        buffer_char(&out, '<');
        put_code(&out, font, font->codes[glyph]);
        buffer_c(&out, "> <");
        pdf_value_put_utf16(&out, font->chosen[glyph]);
        buffer_c(&out, ">\n");
        left--;
        if (--left_in_block == 0)
            buffer_c(&out, "endbfchar\n");
    }
    buffer_c(&out, "endcmap CMapName currentdict /CMap defineresource pop end end\n");
    return pdf_object_add_stream(file, S(""), buffer_text(&out), PDF_DEFLATE);
}

static Str encoding_of(PdfFile *file, PdfFonts *fonts, const PdfFont *font)
{
    if (!font->is_short)
        return S("/Identity-H");
    if (!fonts->short_codes)
        fonts->short_codes = add_short_codes(file);
    return str_format(file->arena, " %d 0 R", fonts->short_codes);
}

static bool embed(PdfFile *file, PdfFonts *fonts, PdfFont *font, Diags *diags)
{
    /* Glyph 0 is in every subset. */
    font->is_short = hb_set_get_population(font->used) < SHORT_MAX;
    Str program = subset_program(file, font);
    if (program.len == 0) {
        Place place = { .file = font->face->path };
        diag_error(diags, place, "cannot embed the font \"%.*s\"",
                   STR_ARG(font->face->postscript_name));
        diag_hint(diags, "use a TrueType font that has outlines (a glyf table)");
        return false;
    }
    Str name = subset_name(file, font, program);
    PdfId descriptor = add_descriptor(file, font, name, program);
    PdfId cid_font = add_cid_font(file, font, name, descriptor);
    PdfId to_unicode = add_to_unicode(file, font);
    pdf_object_fill(file, font->id,
                    str_format(file->arena,
                               "/Type/Font/Subtype/Type0/Encoding%.*s"
                               "/BaseFont%.*s/DescendantFonts[%d 0 R]/ToUnicode %d 0 R",
                               STR_ARG(encoding_of(file, fonts, font)), STR_ARG(name),
                               cid_font, to_unicode));
    return true;
}

PdfFonts *pdf_fonts_add(PdfFile *file, const Deck *deck, Diags *diags)
{
    PdfFonts *fonts = arena_alloc(file->arena, sizeof *fonts);
    collect(file, fonts, deck);
    bool is_good = true;
    for (int i = 0; i < fonts->list.count; i++) {
        PdfFont *font = &fonts->list.at[i];
        is_good &= embed(file, fonts, font, diags);
        hb_set_destroy(font->used);
        font->used = NULL;
    }
    return is_good ? fonts : NULL;
}

void pdf_fonts_put_resources(const PdfFonts *fonts, Buffer *out)
{
    for (int i = 0; i < fonts->list.count; i++) {
        PdfId id = fonts->list.at[i].id;
        buffer_format(out, "/F%d %d 0 R", id, id);
    }
}

const PdfFont *pdf_fonts_find(const PdfFonts *fonts, const Face *face)
{
    for (int i = 0; i < fonts->list.count; i++)
        if (fonts->list.at[i].face == face)
            return &fonts->list.at[i];
    return NULL;
}

PdfId pdf_font_id(const PdfFont *font)
{
    return font->id;
}

unsigned pdf_font_code(const PdfFont *font, int glyph)
{
    return font->codes[glyph];
}

bool pdf_font_is_short(const PdfFont *font)
{
    return font->is_short;
}

int pdf_font_advance(const PdfFont *font, int glyph)
{
    return font->advances[glyph];
}

bool pdf_font_is_plain(const PdfFont *font, const GlyphRun *run, int at)
{
    const Glyph *glyph = &run->glyphs[at];
    return font->is_sole[glyph->id] &&
           (at + 1 == run->glyph_count || glyph[1].cluster != glyph->cluster) &&
           (at == 0 || glyph[-1].cluster != glyph->cluster);
}

bool pdf_font_reads_back(const PdfFont *font, Cluster cluster, const GlyphRun *run)
{
    if (cluster.count > 1 && !is_in_order(font->face, cluster, run->glyphs))
        return false;
    size_t at = 0;
    for (int i = 0; i < cluster.count; i++)
        if (!str_equal(font->chosen[run->glyphs[cluster.first + i].id],
                       next_text(cluster, &at)))
            return false;
    return true;
}
