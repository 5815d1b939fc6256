/* Rows become lines of placed fragments: glyphs, source text and their offsets, copied
 * from the shaped words into the arena of the caller. */
#include "text/typesetter.h"
#include "text/missing.h"
#include "text/paragraph.h"

#include <math.h>
#include <string.h>

struct Typesetter {
    Arena *own; /* the typesetter itself and the shaped words */
    Arena *scratch;
    Arena *out;
    Diags *diags;
    Shaper *shaper;
    Hyphenation hyphenation;
    Str name; /* that titles keep on one line */
    MissingTold told;
};

/* A line being filled: its glyphs and its source are shared by its fragments. */
typedef struct Placing {
    Fragment *fragments;
    Glyph *glyphs;
    char *source;
    int fragment_count, glyph_count;
    size_t source_len;
    double x;
} Placing;

/* A piece of a row that has text in two directions. */
typedef struct Part {
    int span;
    uint8_t level;
    const Word *word;
    const Piece *piece;
    double x, width;
} Part;

/* Room for what the row has, in the arena of the lines. */
static Placing make_room(Arena *out, const Setting *setting, const Row *row)
{
    Placing room = { 0 };
    const Face *face = NULL;
    int span = -1;
    for (int i = row->from.unit; i < row_limit(setting, row); i++) {
        Unit part = row_unit(setting, row, i);
        room.glyph_count += part.word->glyph_count;
        room.source_len += part.word->source.len;
        for (int p = 0; p < part.word->piece_count; p++) {
            room.fragment_count += setting->levels || span != part.span ||
                                   face != part.word->pieces[p].face;
            face = part.word->pieces[p].face;
            span = part.span;
        }
    }
    return (Placing){
        .fragments = arena_array(out, (size_t)room.fragment_count, sizeof(Fragment)),
        .glyphs = arena_array(out, (size_t)room.glyph_count, sizeof(Glyph)),
        .source = arena_alloc(out, room.source_len),
    };
}

static Fragment *fragment_for(Placing *placing, const Setting *setting, int span,
                              const Face *face, bool may_go_on)
{
    if (may_go_on && placing->fragment_count) {
        Fragment *last = &placing->fragments[placing->fragment_count - 1];
        if (last->span == span && last->run.face == face)
            return last;
    }
    Fragment *fragment = &placing->fragments[placing->fragment_count++];
    fragment->run.face = face;
    fragment->run.size = setting->spans[span].style.size;
    fragment->run.glyphs = placing->glyphs + placing->glyph_count;
    fragment->run.source.at = placing->source + placing->source_len;
    fragment->x = placing->x;
    fragment->style = setting->spans[span].style;
    fragment->span = span;
    return fragment;
}

static void place_piece(Placing *placing, Fragment *fragment, const Word *word,
                        const Piece *piece)
{
    GlyphRun *run = &fragment->run;
    double advance = 0;
    for (int i = 0; i < piece->glyph_count; i++) {
        Glyph glyph = piece->glyphs[i];
        glyph.cluster += (uint32_t)run->source.len - (uint32_t)piece->from;
        glyph.advance += (float)fragment->style.tracking;
        advance += (double)glyph.advance;
        placing->glyphs[placing->glyph_count++] = glyph;
    }
    size_t len = piece->to - piece->from;
    memcpy(placing->source + placing->source_len, word->source.at + piece->from, len);
    placing->source_len += len;
    placing->x += advance * run->size / 1000;
    run->glyph_count += piece->glyph_count;
    run->source.len += len;
    run->width = placing->x - fragment->x;
}

static void place_parts(Placing *placing, const Setting *setting, const Row *row)
{
    for (int i = row->from.unit; i < row_limit(setting, row); i++) {
        Unit part = row_unit(setting, row, i);
        for (int p = 0; p < part.word->piece_count; p++) {
            const Piece *piece = &part.word->pieces[p];
            Fragment *fragment =
                fragment_for(placing, setting, part.span, piece->face, true);
            place_piece(placing, fragment, part.word, piece);
        }
    }
}

typedef VEC(Part) Parts;

static Parts collect_parts(const Setting *setting, const Row *row)
{
    Parts parts = { 0 };
    for (int i = row->from.unit; i < row_limit(setting, row); i++) {
        Unit unit = row_unit(setting, row, i);
        const TextStyle *style = &setting->spans[unit.span].style;
        for (int p = 0; p < unit.word->piece_count; p++) {
            Part part = { .span = unit.span,
                          .level = unit.level,
                          .word = unit.word,
                          .piece = &unit.word->pieces[p] };
            for (int g = 0; g < part.piece->glyph_count; g++)
                part.width +=
                    ((double)part.piece->glyphs[g].advance + style->tracking) *
                    style->size / 1000;
            vec_push(setting->scratch, &parts, part);
        }
    }
    return parts;
}

/* Blanks at the end hang out to the right, whatever the text does. */
static void order_parts(const Setting *setting, Parts parts)
{
    int count = parts.count;
    while (count > 0 && parts.at[count - 1].word->ink_count == 0)
        count--;
    size_t room = (size_t)parts.count;
    uint8_t *levels = arena_array(setting->scratch, room, sizeof *levels);
    int *order = arena_array(setting->scratch, room, sizeof *order);
    for (int i = 0; i < count; i++)
        levels[i] = parts.at[i].level;
    bidi_order(levels, count, order);
    double x = 0;
    for (int i = 0; i < parts.count; i++) {
        Part *part = &parts.at[i < count ? order[i] : i];
        part->x = x;
        x += part->width;
    }
}

/* Glyphs in reading order, set from the right end of the run to the left. */
static void turn(GlyphRun *run, Glyph *glyphs)
{
    float pen = 0, width = 0;
    for (int i = 0; i < run->glyph_count; i++)
        width += glyphs[i].advance;
    for (int i = 0; i < run->glyph_count; i++) {
        glyphs[i].x_offset += width - 2 * pen - glyphs[i].advance;
        pen += glyphs[i].advance;
    }
}

/* Fragments in reading order, at the places that rule L2 of UAX 9 gives them. */
static void place_turned(Placing *placing, const Setting *setting, const Row *row)
{
    Parts parts = collect_parts(setting, row);
    order_parts(setting, parts);
    for (int i = 0; i < parts.count; i++) {
        const Part *part = &parts.at[i];
        bool is_leftward = part->level & 1;
        bool may_go_on = i > 0 && !is_leftward && part[-1].level == part->level &&
                         fabs(part[-1].x + part[-1].width - part->x) < ROWS_SLACK;
        Glyph *first = placing->glyphs + placing->glyph_count;
        placing->x = part->x;
        Fragment *fragment =
            fragment_for(placing, setting, part->span, part->piece->face, may_go_on);
        place_piece(placing, fragment, part->word, part->piece);
        if (is_leftward)
            turn(&fragment->run, first);
    }
}

static TextLine place_row(Arena *out, const Setting *setting, const Row *row)
{
    Placing placing = make_room(out, setting, row);
    if (setting->levels)
        place_turned(&placing, setting, row);
    else
        place_parts(&placing, setting, row);
    return (TextLine){ .fragments = placing.fragments,
                       .fragment_count = placing.fragment_count,
                       .width = row->width,
                       .ends_paragraph = row->ends_paragraph };
}

static Setting start(Typesetter *typesetter, const TextSpan *spans, int count,
                     bool is_line)
{
    Setting setting =
        rows_start(typesetter->scratch, typesetter->shaper, spans, count, is_line);
    missing_report(typesetter->own, &setting, &typesetter->told, typesetter->diags);
    return setting;
}

Typesetter *typesetter_new(Arena *arena, const Fonts *fonts, Str language, Diags *diags)
{
    Arena *own = arena_new();
    Typesetter *typesetter = arena_alloc(own, sizeof *typesetter);
    typesetter->own = own;
    typesetter->scratch = arena_new();
    typesetter->shaper = shaper_new(own, typesetter->scratch, fonts, language);
    typesetter->hyphenation = (Hyphenation){ .arena = own, .language = language };
    typesetter_use(typesetter, arena, diags);
    return typesetter;
}

void typesetter_use(Typesetter *typesetter, Arena *arena, Diags *diags)
{
    typesetter->out = arena;
    typesetter->diags = diags;
    typesetter->told = (MissingTold){ 0 };
}

void typesetter_keep(Typesetter *typesetter, Str name)
{
    typesetter->name = name;
}

void typesetter_free(Typesetter *typesetter)
{
    if (!typesetter)
        return;
    shaper_close(typesetter->shaper);
    arena_free(typesetter->scratch);
    arena_free(typesetter->own); /* the typesetter is in it */
}

Paragraph typesetter_break(Typesetter *typesetter, const TextSpan *spans, int count,
                           ParagraphOptions options)
{
    ArenaMark mark = arena_mark(typesetter->scratch);
    Setting setting = start(typesetter, spans, count, false);
    setting.name = typesetter->name;
    Rows rows = paragraph_rows(&setting, options, &typesetter->hyphenation);
    TextLine *lines =
        arena_array(typesetter->out, (size_t)rows.count, sizeof(TextLine));
    Paragraph paragraph = { .lines = lines, .line_count = rows.count };
    for (int i = 0; i < rows.count; i++) {
        lines[i] = place_row(typesetter->out, &setting, &rows.at[i]);
        paragraph.width = fmax(paragraph.width, lines[i].width);
    }
    arena_rewind(typesetter->scratch, mark);
    return paragraph;
}

TextLine typesetter_line(Typesetter *typesetter, const TextSpan *spans, int count)
{
    ArenaMark mark = arena_mark(typesetter->scratch);
    Setting setting = start(typesetter, spans, count, true);
    Row row = rows_whole(&setting);
    TextLine line = place_row(typesetter->out, &setting, &row);
    arena_rewind(typesetter->scratch, mark);
    return line;
}

double typesetter_width(Typesetter *typesetter, Str text, TextStyle style)
{
    return rows_advance(typesetter->shaper, text, &style);
}
