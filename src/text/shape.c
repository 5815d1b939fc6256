/* A word goes through three steps: `gather` decides for every grapheme cluster which
 * face prints it and drops what has no glyph; `shape_run` has HarfBuzz shape each run
 * of one face; the result is kept in a hash table (open addressing) under text and
 * style, for the words of a deck repeat, and a deck is composed several times. */
#include "text/shape.h"
#include "base/unicode.h"

#include <hb.h>
#include <string.h>

enum {
    SOFT_HYPHEN = 0x00AD,
    HYPHEN = 0x2010,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    TEXT_SELECTOR = 0xFE0E,
    EMOJI_SELECTOR = 0xFE0F,
    TONE_FIRST = 0x1F3FB, /* of a skin */
    TONE_LAST = 0x1F3FF,
    TAG_FIRST = 0xE0020, /* letters that name a flag */
    TAG_LAST = 0xE007F,
    REPLACEMENT = 0xFFFD,
    FEATURES_MAX = 4,
    SLOTS_FIRST = 1024, /* a power of two */
};

typedef struct Slot {
    uint64_t hash;
    Str text;
    const Word *word; /* NULL: free */
} Slot;

/* What HarfBuzz does to every word of one face, script and style. It keeps plans too,
 * but asks the font for its variations each time before it finds them: 2 % of a deck.
 */
typedef struct Plan {
    const Face *face;
    hb_script_t script;
    ShapeStyle style;
    hb_shape_plan_t *steps;
} Plan;

struct Shaper {
    Arena *arena, *scratch;
    Fonts fonts;
    hb_buffer_t *buffer;
    VEC(Plan) plans;
    hb_language_t language;
    uint32_t replacement;
    Slot *slots;
    size_t slot_count, word_count;
};

/* A character on its way to a glyph. */
typedef struct Letter {
    uint32_t code;
    size_t at; /* in the source */
    const Face *face;
} Letter;

/* A word in the making, in the scratch arena. */
typedef struct Draft {
    Shaper *shaper;
    ShapeStyle style;
    VEC(Letter) letters;
    VEC(char) source;
    VEC(Missing) missing;
    VEC(Piece) pieces;
    VEC(Glyph) glyphs;
} Draft;

static bool has_character(const Face *face, uint32_t code)
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(face->hb_font, code, &glyph) && glyph != 0 &&
           glyph < (hb_codepoint_t)face->glyph_count;
}

static bool is_selector(uint32_t code)
{
    return code == TEXT_SELECTOR ||
           code == EMOJI_SELECTOR; /* we have one form of each */
}

static bool is_tag(uint32_t code)
{
    return code >= TAG_FIRST && code <= TAG_LAST;
}

/* What has no glyph by itself, but may change that of others. */
static bool is_joiner(uint32_t code)
{
    return code == JOINER || code == NON_JOINER || is_selector(code) || is_tag(code);
}

/* Whether the face prints the whole cluster; joiners only matter to faces that know
 * them. */
static bool has_cluster(const Face *face, const uint32_t *codes, int count)
{
    for (int i = 0; i < count; i++)
        if (!is_joiner(codes[i]) && !has_character(face, codes[i]))
            return false;
    return true;
}

/* The role's face, else the first fallback that prints the cluster, else NULL. */
static const Face *find_face(const Shaper *shaper, FontRole role, const uint32_t *codes,
                             int count)
{
    if (has_cluster(shaper->fonts.roles[role], codes, count))
        return shaper->fonts.roles[role];
    for (int i = 0; i < shaper->fonts.fallback_count; i++)
        if (has_cluster(shaper->fonts.fallbacks[i], codes, count))
            return shaper->fonts.fallbacks[i];
    return NULL;
}

/* The character to print, ' ' for white space of every kind, 0 for what has no glyph.
 */
static uint32_t visible(uint32_t code)
{
    if (code > ' ' && code < 0x7F)
        return code;
    if (code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85)
        return ' ';
    if (is_joiner(code))
        return code;
    switch ((int)hb_unicode_general_category(hb_unicode_funcs_get_default(), code)) {
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
    case HB_UNICODE_GENERAL_CATEGORY_SURROGATE: return 0;
    case HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR:
    case HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR: return ' ';
    default: return code;
    }
}

/* What the letter before it stands for, too. */
static void add_source(Draft *draft, uint32_t code)
{
    char bytes[4];
    int len = utf8_encode(code, bytes);
    for (int i = 0; i < len && draft->letters.count; i++)
        vec_push(draft->shaper->scratch, &draft->source, bytes[i]);
}

/* `reads` is what the glyph stands for, `code` what it looks like. */
static void add_letter(Draft *draft, const Face *face, uint32_t code, uint32_t reads)
{
    Arena *scratch = draft->shaper->scratch;
    Letter letter = { .code = code, .at = (size_t)draft->source.count, .face = face };
    vec_push(scratch, &draft->letters, letter);
    add_source(draft, reads);
}

static bool is_blank(uint32_t code)
{
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), code) ==
           HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR;
}

static Str text_of(Arena *arena, const uint32_t *codes, int count)
{
    char *at = arena_alloc(arena, 4 * (size_t)count);
    size_t len = 0;
    for (int i = 0; i < count; i++)
        len += (size_t)utf8_encode(codes[i], at + len);
    return (Str){ at, len };
}

/* The sign for what no face has. */
static void add_missing(Draft *draft, const uint32_t *codes, int count)
{
    Shaper *shaper = draft->shaper;
    Missing missing = { .text = text_of(shaper->arena, codes, count) };
    uint32_t other = shaper->replacement;
    const Face *face = find_face(shaper, draft->style.role, &other, 1);
    if (other && face) {
        missing.shown = text_of(shaper->arena, &other, 1);
        add_letter(draft, face, other, other);
    }
    vec_push(shaper->scratch, &draft->missing, missing);
}

/* No face has the whole cluster: each character by itself. */
static void add_apart(Draft *draft, uint32_t code)
{
    uint32_t shown = code;
    const Face *face = find_face(draft->shaper, draft->style.role, &shown, 1);
    if (!face && is_blank(code)) {
        shown = ' ';
        face = find_face(draft->shaper, draft->style.role, &shown, 1);
    }
    if (is_joiner(code))
        return;
    if (face)
        add_letter(draft, face, shown, shown);
    else if (!is_blank(code))
        add_missing(draft, &code, 1);
}

static void add_letters(Draft *draft, const Face *face, const uint32_t *codes,
                        int count)
{
    for (int i = 0; i < count; i++)
        if (is_selector(codes[i]))
            add_source(draft, codes[i]);
        else if (!is_joiner(codes[i]) || has_character(face, codes[i]))
            add_letter(draft, face, codes[i], codes[i]);
}

/* Emoji joined to one: by a joiner between them, with the tone of a skin, or with tags.
 */
static bool is_joined(const uint32_t *codes, int count)
{
    for (int i = 1; i < count; i++)
        if ((codes[i] == JOINER && i + 1 < count) || is_tag(codes[i]) ||
            (codes[i] >= TONE_FIRST && codes[i] <= TONE_LAST))
            return true;
    return false;
}

static void set_properties(Draft *draft)
{
    hb_buffer_t *buffer = draft->shaper->buffer;
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_guess_segment_properties(buffer);
    if (hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID) /* figures, signs */
        hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_direction(buffer, draft->style.is_leftward ? HB_DIRECTION_RTL
                                                             : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, draft->shaper->language);
}

/* A flag of which the face only knows the pole is none. */
static bool is_one_picture(Draft *draft, const Face *face, const uint32_t *codes,
                           int count)
{
    hb_buffer_t *buffer = draft->shaper->buffer;
    hb_buffer_clear_contents(buffer);
    for (int i = 0; i < count; i++)
        if (!is_selector(codes[i]) && has_character(face, codes[i]))
            hb_buffer_add(buffer, codes[i], (unsigned)i);
    set_properties(draft);
    hb_shape(face->hb_font, buffer, NULL, 0);
    unsigned glyph_count;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &glyph_count);
    hb_codepoint_t pole;
    return glyph_count == 1 &&
           !(count > 1 && is_tag(codes[1]) &&
             hb_font_get_nominal_glyph(face->hb_font, codes[0], &pole) &&
             glyphs[0].codepoint == pole);
}

/* Pieces of a picture beside each other say something else than it does. */
static void add_joined(Draft *draft, const uint32_t *codes, int count)
{
    int shown = count;
    const Face *face = NULL;
    for (; shown > 0; shown--) {
        if (shown < count && is_joiner(codes[shown - 1]))
            continue;
        face = find_face(draft->shaper, draft->style.role, codes, shown);
        if (face && is_one_picture(draft, face, codes, shown))
            break;
    }
    if (shown == 0) {
        add_missing(draft, codes, count);
        return;
    }
    add_letters(draft, face, codes, shown);
    if (shown == count)
        return;
    for (int i = shown; i < count; i++)
        add_source(draft, codes[i]);
    Arena *arena = draft->shaper->arena;
    Missing missing = { .text = text_of(arena, codes, count),
                        .shown = text_of(arena, codes, shown),
                        .is_begun = true };
    vec_push(draft->shaper->scratch, &draft->missing, missing);
}

static void add_cluster(Draft *draft, const uint32_t *codes, int count)
{
    if (is_joined(codes, count)) {
        add_joined(draft, codes, count);
        return;
    }
    const Face *face = find_face(draft->shaper, draft->style.role, codes, count);
    if (face)
        add_letters(draft, face, codes, count);
    for (int i = 0; i < count && !face; i++)
        add_apart(draft, codes[i]);
}

/* The hyphen that a soft one becomes at the end of a line. */
static void add_hyphen(Draft *draft)
{
    const uint32_t looks[] = { HYPHEN, '-' };
    for (int i = 0; i < 2; i++) {
        const Face *face = find_face(draft->shaper, draft->style.role, &looks[i], 1);
        if (face) {
            add_letter(draft, face, looks[i], SOFT_HYPHEN);
            return;
        }
    }
}

static void gather(Draft *draft, Str text)
{
    Arena *scratch = draft->shaper->scratch;
    bool *begins = unicode_graphemes(scratch, text);
    uint32_t *cluster = arena_array(scratch, text.len, sizeof *cluster);
    for (size_t offset = 0; offset < text.len;) {
        int count = 0;
        do {
            uint32_t code = utf8_next(text, &offset);
            bool is_line_end = code == '\r' && offset < text.len &&
                               text.at[offset] == '\n'; /* one blank, not two */
            if (code == SOFT_HYPHEN && offset == text.len)
                add_hyphen(draft);
            else if (!is_line_end && (code = visible(code)))
                cluster[count++] = code;
        } while (offset < text.len && !begins[offset]);
        add_cluster(draft, cluster, count);
    }
}

/* Figures for a column, or for a sentence; whichever a font has by nature, it knows the
 * other by its feature. */
static unsigned set_features(ShapeStyle style, hb_feature_t features[FEATURES_MAX])
{
    unsigned count = 0;
    hb_feature_t feature = { .start = HB_FEATURE_GLOBAL_START,
                             .end = HB_FEATURE_GLOBAL_END };
    feature.tag =
        style.is_tabular ? HB_TAG('t', 'n', 'u', 'm') : HB_TAG('p', 'n', 'u', 'm');
    feature.value = 1;
    features[count++] = feature;
    feature.value = 0;
    if (style.is_spaced) {
        feature.tag = HB_TAG('l', 'i', 'g', 'a');
        features[count++] = feature;
        feature.tag = HB_TAG('c', 'l', 'i', 'g');
        features[count++] = feature;
    }
    return count;
}

static void fill_buffer(Draft *draft, int from, int to)
{
    hb_buffer_t *buffer = draft->shaper->buffer;
    hb_buffer_clear_contents(buffer);
    for (int i = from; i < to; i++)
        hb_buffer_add(buffer, draft->letters.at[i].code,
                      (unsigned)draft->letters.at[i].at);
    set_properties(draft);
}

static hb_shape_plan_t *find_plan(Shaper *shaper, const Face *face, ShapeStyle style,
                                  const hb_feature_t *features, unsigned feature_count)
{
    hb_segment_properties_t properties;
    hb_buffer_get_segment_properties(shaper->buffer, &properties);
    for (int i = 0; i < shaper->plans.count; i++) {
        const Plan *plan = &shaper->plans.at[i];
        if (plan->face == face && plan->script == properties.script &&
            plan->style.is_tabular == style.is_tabular &&
            plan->style.is_spaced == style.is_spaced &&
            plan->style.is_leftward == style.is_leftward)
            return plan->steps;
    }
    Plan plan = { face, properties.script, style,
                  hb_shape_plan_create(face->hb_face, &properties, features,
                                       feature_count, NULL) };
    vec_push(shaper->arena, &shaper->plans, plan);
    return plan.steps;
}

/* Shapes the letters from..to, which are of one face. */
static void shape_run(Draft *draft, int from, int to)
{
    Shaper *shaper = draft->shaper;
    const Face *face = draft->letters.at[from].face;
    hb_feature_t features[FEATURES_MAX];
    unsigned feature_count = set_features(draft->style, features);
    fill_buffer(draft, from, to);
    hb_shape_plan_t *plan =
        find_plan(shaper, face, draft->style, features, feature_count);
    hb_shape_plan_execute(plan, face->hb_font, shaper->buffer, features, feature_count);

    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    const hb_glyph_position_t *positions =
        hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    float scale = 1000.0F / (float)face->font_units;
    Piece piece = { .face = face,
                    .from = draft->letters.at[from].at,
                    .to = to < draft->letters.count ? draft->letters.at[to].at
                                                    : (size_t)draft->source.count };
    for (unsigned n = 0; n < count; n++) {
        unsigned i = draft->style.is_leftward ? count - 1 - n : n;
        /* A damaged table may name a glyph that is not there; .notdef is never shown.
         */
        if (infos[i].codepoint == 0 ||
            infos[i].codepoint >= (hb_codepoint_t)face->glyph_count)
            continue;
        Glyph glyph = { .id = (uint16_t)infos[i].codepoint,
                        .cluster = infos[i].cluster,
                        .advance = (float)positions[i].x_advance * scale,
                        .x_offset = (float)positions[i].x_offset * scale,
                        .y_offset = (float)positions[i].y_offset * scale };
        vec_push(shaper->scratch, &draft->glyphs, glyph);
        piece.glyph_count++;
    }
    if (piece.glyph_count)
        vec_push(shaper->scratch, &draft->pieces, piece);
}

static void *keep(Arena *arena, const void *at, int count, size_t element_size)
{
    void *copy = arena_array(arena, (size_t)count, element_size);
    if (count)
        memcpy(copy, at, (size_t)count * element_size);
    return copy;
}

static void measure(Word *word, const Glyph *glyphs)
{
    word->ink_count = word->glyph_count;
    while (word->ink_count > 0 &&
           word->source.at[glyphs[word->ink_count - 1].cluster] == ' ')
        word->ink_count--;
    for (int i = 0; i < word->glyph_count; i++) {
        if (i == word->ink_count)
            word->ink = word->advance;
        word->advance += (double)glyphs[i].advance;
    }
    if (word->ink_count == word->glyph_count)
        word->ink = word->advance;
}

/* Moves the finished word from the scratch arena to the one it stays in. */
static const Word *finish(const Draft *draft)
{
    Arena *arena = draft->shaper->arena;
    Word *word = arena_alloc(arena, sizeof *word);
    Str source = { draft->source.at, (size_t)draft->source.count };
    word->source = str_copy(arena, source);
    word->missing =
        keep(arena, draft->missing.at, draft->missing.count, sizeof *word->missing);
    word->missing_count = draft->missing.count;
    const Glyph *glyphs =
        keep(arena, draft->glyphs.at, draft->glyphs.count, sizeof *glyphs);
    word->glyph_count = draft->glyphs.count;
    Piece *pieces = keep(arena, draft->pieces.at, draft->pieces.count, sizeof *pieces);
    word->pieces = pieces;
    word->piece_count = draft->pieces.count;
    for (int i = 0, first = 0; i < word->piece_count; i++) {
        pieces[i].glyphs = glyphs + first;
        first += pieces[i].glyph_count;
    }
    measure(word, glyphs);
    return word;
}

static const Word *shape(Shaper *shaper, Str text, ShapeStyle style)
{
    ArenaMark mark = arena_mark(shaper->scratch);
    Draft draft = { .shaper = shaper, .style = style };
    gather(&draft, text);
    for (int from = 0, to = 1; from < draft.letters.count; from = to++) {
        while (to < draft.letters.count &&
               draft.letters.at[to].face == draft.letters.at[from].face)
            to++;
        shape_run(&draft, from, to);
    }
    const Word *word = finish(&draft);
    arena_rewind(shaper->scratch, mark);
    return word;
}

/* FNV-1a over the style, then the text. */
static uint64_t hash_of(Str text, ShapeStyle style)
{
    const uint64_t prime = 1099511628211U;
    uint64_t hash = 14695981039346656037U;
    hash = (hash ^ (unsigned)style.role) * prime;
    hash = (hash ^ (unsigned)(style.is_leftward << 2 | style.is_tabular << 1 |
                              style.is_spaced)) *
           prime;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * prime;
    return hash;
}

/* The slot that holds the text, or the free one where it belongs. Styles need no
 * comparing: each step of the hash is one-to-one, so for one text two styles never end
 * in the same hash. */
static Slot *find_slot(const Shaper *shaper, uint64_t hash, Str text)
{
    size_t last = shaper->slot_count - 1;
    for (size_t i = (size_t)(hash ^ hash >> 32) & last;; i = (i + 1) & last) {
        Slot *slot = &shaper->slots[i];
        if (!slot->word || (slot->hash == hash && str_equal(slot->text, text)))
            return slot;
    }
}

static void grow(Shaper *shaper)
{
    const Slot *old = shaper->slots;
    size_t old_count = shaper->slot_count;
    shaper->slot_count = old_count * 2;
    shaper->slots = arena_array(shaper->arena, shaper->slot_count, sizeof(Slot));
    for (size_t i = 0; i < old_count; i++)
        if (old[i].word)
            *find_slot(shaper, old[i].hash, old[i].text) = old[i];
}

Shaper *shaper_new(Arena *arena, Arena *scratch, const Fonts *fonts, Str language)
{
    Shaper *shaper = arena_alloc(arena, sizeof *shaper);
    shaper->arena = arena;
    shaper->scratch = scratch;
    shaper->fonts = *fonts;
    shaper->buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(shaper->buffer,
                                HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_set_flags(shaper->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    shaper->language = hb_language_from_string(language.at, (int)language.len);
    const uint32_t replacements[] = { REPLACEMENT, '?' };
    for (int i = 0; i < 2 && !shaper->replacement; i++)
        if (find_face(shaper, FONT_REGULAR, &replacements[i], 1))
            shaper->replacement = replacements[i];
    shaper->slot_count = SLOTS_FIRST;
    shaper->slots = arena_array(arena, shaper->slot_count, sizeof(Slot));
    return shaper;
}

void shaper_close(Shaper *shaper)
{
    for (int i = 0; i < shaper->plans.count; i++)
        hb_shape_plan_destroy(shaper->plans.at[i].steps);
    hb_buffer_destroy(shaper->buffer);
}

const Word *shaper_word(Shaper *shaper, Str text, ShapeStyle style)
{
    uint64_t hash = hash_of(text, style);
    Slot *slot = find_slot(shaper, hash, text);
    if (slot->word)
        return slot->word;
    const Word *word = shape(shaper, text, style);
    *slot = (Slot){ hash, str_copy(shaper->arena, text), word };
    /* Two thirds full: probes stay short. */
    if (++shaper->word_count * 3 > shaper->slot_count * 2)
        grow(shaper);
    return word;
}
