/* What makes a font usable here: glyf outlines in a single static face, the tables that
 * text needs, and leave to embed a subset. HarfBuzz takes any bytes as a face, with no
 * glyphs in it, and checks every offset that it follows; so damage further in shows as
 * missing glyphs, never as a crash. */
#include "text/face.h"

#include "base/file.h"
#include "base/messages.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

/* OpenType, OS/2: what the maker of a font lets others do with it. */
typedef struct License {
    unsigned mask, bits; /* of fsType */
    const char *refusal;
} License;

static const License licenses[] = {
    {0x000E,  0x0002, MESSAGE("must not be embedded in a document")             },
    { 0x0100, 0x0100,
     MESSAGE("must be embedded whole, but a deck holds only the glyphs it uses")},
    { 0x0200, 0x0200, MESSAGE("may be embedded as bitmaps only")                },
};

static const hb_tag_t needed_tables[] = {
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'),
    HB_TAG('m', 'a', 'x', 'p'),
};

typedef struct Refusal {
    const char *why, *hint; /* why: NULL when the font is fine */
} Refusal;

static const char *const ask_for_truetype = MESSAGE("use the TrueType (.ttf) version");
static const char *const ask_for_another = MESSAGE("use another copy of the font");

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

/* A signed big-endian number of a table, 0 beyond its end. */
static int table_int16(hb_face_t *face, hb_tag_t tag, unsigned offset)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    unsigned len;
    const unsigned char *at = (const unsigned char *)hb_blob_get_data(table, &len);
    int value =
        offset + 2 <= len ? (int16_t)(uint16_t)(at[offset] << 8 | at[offset + 1]) : 0;
    hb_blob_destroy(table);
    return value;
}

static Refusal judge_file(hb_blob_t *blob)
{
    unsigned len;
    const char *at = hb_blob_get_data(blob, &len);
    if (len >= 4 && (memcmp(at, "wOFF", 4) == 0 || memcmp(at, "wOF2", 4) == 0))
        return (Refusal){ MESSAGE("is a web font"), ask_for_truetype };
    if (len >= 4 && memcmp(at, "ttcf", 4) == 0)
        return (Refusal){ MESSAGE("is a collection of fonts"),
                          MESSAGE("use a file with one font (.ttf)") };
    if (hb_face_count(blob) == 0)
        return (Refusal){ MESSAGE("is not a font"), ask_for_truetype };
    return (Refusal){ NULL, NULL };
}

static Refusal judge_face(hb_face_t *face)
{
    if (has_table(face, HB_TAG('C', 'F', 'F', ' ')) ||
        has_table(face, HB_TAG('C', 'F', 'F', '2')))
        return (Refusal){ MESSAGE("has PostScript outlines"), ask_for_truetype };
    for (size_t i = 0; i < sizeof needed_tables / sizeof *needed_tables; i++)
        if (!has_table(face, needed_tables[i]))
            return (Refusal){ MESSAGE("is damaged or has no TrueType outlines"),
                              ask_for_another };
    if (hb_face_get_glyph_count(face) < 2) /* .notdef alone */
        return (Refusal){ MESSAGE("is damaged: it has no glyphs"), ask_for_another };
    if (hb_ot_var_has_data(face))
        return (Refusal){ MESSAGE("is a variable font"),
                          MESSAGE("use its static cuts") };
    unsigned permissions =
        (unsigned)table_int16(face, HB_TAG('O', 'S', '/', '2'), 8) & 0xFFFF;
    for (size_t i = 0; i < sizeof licenses / sizeof *licenses; i++)
        if ((permissions & licenses[i].mask) == licenses[i].bits)
            return (Refusal){ licenses[i].refusal,
                              MESSAGE("use a font whose licence allows embedding") };
    return (Refusal){ NULL, NULL };
}

static Refusal judge(hb_blob_t *blob, hb_face_t *face)
{
    Refusal refusal = judge_file(blob);
    return refusal.why ? refusal : judge_face(face);
}

static void refuse(Diags *diags, Place from, Str path, Refusal refusal)
{
    Place place = from.file.len ? from : (Place){ .file = path };
    diag_error(diags, place, "the font \"%.*s\" %s", STR_ARG(path),
               message_text(refusal.why));
    diag_hint(diags, "%s", message_text(refusal.hint));
}

/* The name as PDF takes it: printable ASCII without delimiters. */
static Str postscript_name(Arena *arena, hb_face_t *face)
{
    char name[64];
    unsigned len = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &len,
                        name);
    size_t kept = 0;
    for (const char *c = name; *c; c++)
        if (*c > ' ' && *c <= '~' && !strchr("[](){}<>/%#", *c))
            name[kept++] = *c;
    return kept ? str_copy(arena, (Str){ name, kept }) : S("Font");
}

/* In thousandths; HarfBuzz estimates what the font does not say. */
static double metric(const Face *face, hb_ot_metrics_tag_t tag)
{
    hb_position_t position = 0;
    hb_ot_metrics_get_position_with_fallback(face->hb_font, tag, &position);
    return position * 1000.0 / face->font_units;
}

static void measure(Face *face)
{
    face->font_units = (int)hb_face_get_upem(face->hb_face);
    face->glyph_count = (int)hb_face_get_glyph_count(face->hb_face);
    face->ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    face->descent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    face->cap_height = metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT);
    face->x_height = metric(face, HB_OT_METRICS_TAG_X_HEIGHT);
    for (unsigned i = 0; i < 4; i++) {
        int edge = table_int16(face->hb_face, HB_TAG('h', 'e', 'a', 'd'), 36 + 2 * i);
        face->bbox[i] = (int)lround(edge * 1000.0 / face->font_units);
    }
    face->italic_angle =
        (double)hb_style_get_value(face->hb_font, HB_STYLE_TAG_SLANT_ANGLE);
    /* A rule of thumb: 50 for the thinnest, 88 for regular, 166 for bold. */
    double weight = (double)hb_style_get_value(face->hb_font, HB_STYLE_TAG_WEIGHT);
    face->stem_v = (int)lround(50 + weight * weight / 4225);
}

Face *face_open(Arena *arena, Str path, Place from, Diags *diags)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(str_c(arena, path));
    if (!blob) {
        Str bytes; /* file_read knows why a file cannot be read */
        if (file_read(arena, path, from, &bytes, diags))
            refuse(diags, from, path,
                   (Refusal){ MESSAGE("is empty"), ask_for_another });
        return NULL;
    }
    hb_face_t *hb_face = hb_face_create(blob, 0);
    Refusal refusal = judge(blob, hb_face);
    hb_blob_destroy(blob); /* the face keeps it */
    if (refusal.why) {
        hb_face_destroy(hb_face);
        refuse(diags, from, path, refusal);
        return NULL;
    }
    Face *face = arena_alloc(arena, sizeof *face);
    face->path = str_copy(arena, path);
    face->hb_face = hb_face;
    face->hb_font = hb_font_create(hb_face);
    face->postscript_name = postscript_name(arena, hb_face);
    measure(face);
    hb_face_make_immutable(face->hb_face);
    hb_font_make_immutable(face->hb_font);
    return face;
}

void face_close(Face *face)
{
    if (!face)
        return;
    hb_font_destroy(face->hb_font);
    hb_face_destroy(face->hb_face);
    face->hb_font = NULL;
    face->hb_face = NULL;
}
