#include "layout/layout.h"

#include "base/buffer.h"
#include "base/messages.h"
#include "base/unicode.h"

/* A row: key, FIELD_ type, the member that it fills, and what else there is. */
#define KEY(text, kind, Struct, member, ...)                                           \
    {                                                                                  \
        .key = (text), .type = FIELD_##kind, .offset = offsetof(Struct, member),       \
        __VA_ARGS__                                                                    \
    }

/* The mapping under `deck`. */
typedef struct DeckKeys {
    Wording title, subtitle, author, logo_alt;
    Str logo;
    Place logo_place;
    Str theme, unit, language, file;
    int fallback; /* index in fallback_names */
    Place theme_place, unit_place, language_place, file_place;
    int note_lines;
} DeckKeys;

static const char *const fallback_names[] = { "none", "nb", "nn", "en", NULL };

static const Field deck_fields[] = {
    KEY("title", WORDING, DeckKeys, title, .is_required = true,
        .help = MESSAGE("of the whole deck")),
    KEY("subtitle", WORDING, DeckKeys, subtitle, .help = "the line under it"),
    KEY("author", WORDING, DeckKeys, author, .help = "who presents the results"),
    KEY("logo", PATH, DeckKeys, logo, .place_offset = offsetof(DeckKeys, logo_place),
        .help =
            "the presenter's logo: PNG, JPEG or plain SVG; on the covers, and small on "
            "the other pages"),
    KEY("logo-alt", WORDING, DeckKeys, logo_alt,
        .help = "what the logo says; without it the logo is decoration"),
    KEY("theme", STRING, DeckKeys, theme, .fallback = "landsbyen",
        .place_offset = offsetof(DeckKeys, theme_place),
        .help = "fonts, colours and sizes: a built-in theme, or a path with a \"/\""),
    KEY("unit", STRING, DeckKeys, unit, .place_offset = offsetof(DeckKeys, unit_place),
        .help = "name or number of the unit that the deck is about; --unit wins"),
    KEY("language", STRING, DeckKeys, language,
        .place_offset = offsetof(DeckKeys, language_place),
        .help = "of the deck, where the register does not say: nb, nn or en"),
    KEY("fallback", CHOICE, DeckKeys, fallback, .fallback = "none",
        .choices = fallback_names,
        .help = "the language of a text that does not stand in the deck's; without it "
                "such a text is an error"),
    KEY("note-lines", INTEGER, DeckKeys, note_lines, .fallback = "0", .max = 30,
        .help = "how many lines for notes stand below each slide of a handout"),
    KEY("file", STRING, DeckKeys, file,
        .fallback = "${unit.number}-${unit.slug}-${round}.pdf",
        .place_offset = offsetof(DeckKeys, file_place),
        .help = "how `lysark batch` names the file of a unit; unit.slug is its name in "
                "letters that every file system takes"),
};

const Schema layout_deck_schema = {
    .name = "deck",
    .size = sizeof(DeckKeys),
    .fields = deck_fields,
    .field_count = FIELD_COUNT(deck_fields),
    .help = "what concerns the whole deck",
};

typedef struct FileKeys {
    const Node *deck, *slides;
    Str survey_path;
    Place survey_place;
} FileKeys;

static const Field file_fields[] = {
    KEY("deck", NODE, FileKeys, deck, .is_required = true,
        .help = MESSAGE("title, subtitle, author, theme, unit, language")),
    KEY("survey", PATH, FileKeys, survey_path, .is_required = true,
        .place_offset = offsetof(FileKeys, survey_place),
        .help = MESSAGE("the description of the survey")),
    KEY("slides", NODE, FileKeys, slides, .is_required = true,
        .help = MESSAGE("the slides, in order")),
};

const Schema layout_schema = {
    .name = "layout",
    .size = sizeof(FileKeys),
    .fields = file_fields,
    .field_count = FIELD_COUNT(file_fields),
    .help = "which slides, in which order, about what",
};

/* In the order of Only. */
static const char *const only_choices[] = { "deck", "handout", "both", NULL };

/* Keys of every slide; `slide` itself is read before them. */
static const Field slide_fields[] = {
    KEY("slide", STRING, LayoutSlide, kind_name, .is_required = true,
        .help = MESSAGE("its kind")),
    KEY("id", ID, LayoutSlide, id, .place_offset = offsetof(LayoutSlide, id_place),
        .help = "for slide(id) and #id"),
    KEY("title", WORDING, LayoutSlide, title,
        .help = "heading: the one message of the slide"),
    KEY("kicker", WORDING, LayoutSlide, kicker,
        .help = "a word above the title of a cover"),
    KEY("section", WORDING, LayoutSlide, section, .help = "the line above the title"),
    KEY("note", WORDING, LayoutSlide, note, .help = "added to the footer"),
    KEY("only", CHOICE, LayoutSlide, only, .choices = only_choices, .fallback = "both",
        .help = "where the slide is: in the deck on screen, in the paper handout"),
    KEY("note-lines", INTEGER, LayoutSlide, note_lines, .fallback = "-1", .min = -1,
        .max = 30,
        .help = "lines for notes below it in a handout; as under \"deck\" when not "
                "given"),
    KEY("when", NODE, LayoutSlide, when,
        .help = "a condition: without it there is no slide"),
    KEY("each", NODE, LayoutSlide, each,
        .help =
            "one slide of each: statements, statements(SECTION), questions, groups, "
            "sections, or a list of ids"),
};

const Schema layout_slide_schema = {
    .name = "slide",
    .size = sizeof(LayoutSlide),
    .fields = slide_fields,
    .field_count = FIELD_COUNT(slide_fields),
    .help = "keys of every slide",
};

static const Place settings_place = {
    .file = {"--set", sizeof "--set" - 1}
};

static Node *scalar(Arena *arena, Str text)
{
    Node *node = arena_alloc(arena, sizeof *node);
    *node = (Node){ .kind = NODE_SCALAR,
                    .place = settings_place,
                    .text = unicode_nfc(arena, text),
                    .is_plain = true };
    return node;
}

static void set_pair(Arena *arena, Node *mapping, Node *key, Node *value)
{
    for (int i = 0; i < mapping->count; i++)
        if (str_equal(mapping->pairs[i].key->text, key->text)) {
            mapping->pairs[i].value = value;
            return;
        }
    NodePair *pairs =
        arena_array(arena, (size_t)mapping->count + 1, sizeof *mapping->pairs);
    for (int i = 0; i < mapping->count; i++)
        pairs[i] = mapping->pairs[i];
    pairs[mapping->count++] = (NodePair){ key, value };
    mapping->pairs = pairs;
}

/* The mapping with the values of --set in place of its own; the file's tree stays as it
 * is. */
static const Node *apply_settings(Arena *arena, const Node *deck,
                                  const LayoutSetting *settings, int count,
                                  Diags *diags)
{
    if (deck->kind != NODE_MAPPING || count == 0)
        return deck;
    Node *changed = arena_alloc(arena, sizeof *changed);
    *changed = *deck;
    changed->pairs = arena_array(arena, (size_t)deck->count, sizeof *changed->pairs);
    for (int i = 0; i < deck->count; i++)
        changed->pairs[i] = deck->pairs[i];
    for (int i = 0; i < count; i++) {
        Str key = settings[i].key, value = settings[i].value;
        if (utf8_check(key) < key.len || utf8_check(value) < value.len) {
            diag_error(diags, settings_place, "a setting is not UTF-8");
            diag_hint(diags, "use a terminal with a UTF-8 locale");
            continue;
        }
        if (str_starts(key, S("deck.")))
            key = str_slice(key, sizeof "deck." - 1, key.len);
        set_pair(arena, changed, scalar(arena, key), scalar(arena, value));
    }
    return changed;
}

static void read_deck(Arena *arena, const Node *node, Layout *out, Diags *diags)
{
    DeckKeys keys = { 0 };
    schema_read(arena, &layout_deck_schema, node, &keys, diags);
    out->title = keys.title;
    out->subtitle = keys.subtitle;
    out->author = keys.author;
    out->note_lines = keys.note_lines;
    out->logo = keys.logo;
    out->logo_place = keys.logo_place;
    out->logo_alt = keys.logo_alt;
    out->theme = keys.theme;
    out->theme_place = keys.theme_place;
    out->unit = keys.unit;
    out->unit_place = keys.unit_place;
    out->language = keys.language;
    out->language_place = keys.language_place;
    if (keys.fallback > 0)
        out->fallback = str_from_c(fallback_names[keys.fallback]);
    out->file = keys.file;
    out->file_place = keys.file_place;
}

static Str list_kinds(Arena *arena, LayoutKinds kinds)
{
    Buffer list = buffer_in(arena);
    for (int i = 0; i < kinds.count; i++)
        buffer_format(&list, "%s%s", i ? ", " : "", kinds.at[i]->name);
    return buffer_text(&list);
}

static int find_kind(LayoutKinds kinds, Str name)
{
    for (int i = 0; i < kinds.count; i++)
        if (str_equal_c(name, kinds.at[i]->name))
            return i;
    return -1;
}

/* The index of a slide's kind, or -1 after an error. */
static int read_kind(Arena *arena, const Node *node, LayoutKinds kinds, Diags *diags)
{
    Str list = list_kinds(arena, kinds);
    const Node *value = node_find(node, "slide");
    if (!value || value->kind != NODE_SCALAR) {
        diag_error(diags, value ? value->place : node->place,
                   "a slide does not say its kind");
        diag_hint(diags, "begin it with \"- slide: \" and one of: %.*s", STR_ARG(list));
        return -1;
    }
    int kind = find_kind(kinds, value->text);
    if (kind >= 0)
        return kind;
    Str *names = arena_array(arena, (size_t)kinds.count, sizeof *names);
    for (int i = 0; i < kinds.count; i++)
        names[i] = str_from_c(kinds.at[i]->name);
    Str nearest = str_nearest(arena, value->text, names, kinds.count);
    Str shown = str_shown(arena, value->text, 40);
    diag_error(diags, value->place, "unknown kind of slide \"%.*s\"", STR_ARG(shown));
    if (nearest.len > 0)
        diag_hint(diags, "did you mean \"%.*s\"? The kinds are: %.*s", STR_ARG(nearest),
                  STR_ARG(list));
    else
        diag_hint(diags, "the kinds are: %.*s", STR_ARG(list));
    return -1;
}

static void check_when(const Node *when, Diags *diags)
{
    if (!when || when->kind == NODE_SCALAR)
        return;
    diag_error(diags, when->place, "\"when\" must be a condition");
    diag_hint(diags, "write one as a text, as in: answers(question) >= 10");
}

static void read_slide(Arena *arena, const Node *node, LayoutKinds kinds,
                       LayoutSlide *out, Diags *diags)
{
    if (node->kind != NODE_MAPPING) {
        diag_error(diags, node->place, "a slide must be a mapping");
        diag_hint(diags, "begin it with \"- slide: \" and its kind");
        return;
    }
    int index = read_kind(arena, node, kinds, diags);
    if (index < 0)
        return;
    const LayoutKind *kind = kinds.at[index];
    out->kind = index;
    out->place = node->place;
    out->schema = kind->options;
    if (kind->options)
        out->options = arena_alloc(arena, kind->options->size);
    const Schema *schemas[] = { &layout_slide_schema, kind->options };
    void *outs[] = { out, out->options };
    schema_read_several(arena, schemas, outs, kind->options ? 2 : 1, node, diags);
    check_when(out->when, diags);
    if (!kind->is_title_optional && !wording_is_set(out->title) &&
        !node_find(node, "title")) {
        diag_error(diags, node->place, "the %s slide has no title", kind->name);
        diag_hint(diags, "add \"title: \" with its message");
    }
}

static void read_slides(Arena *arena, const Node *node, LayoutKinds kinds, Layout *out,
                        Diags *diags)
{
    if (node->kind != NODE_SEQUENCE || node->count == 0) {
        diag_error(diags, node->place, "\"slides\" must be a list of slides");
        diag_hint(diags, "begin each with \"- slide: \" and its kind");
        return;
    }
    LayoutSlide *slides = arena_array(arena, (size_t)node->count, sizeof *slides);
    for (int i = 0; i < node->count; i++) {
        read_slide(arena, node->items[i], kinds, &slides[i], diags);
        out->shows_other_units |= kinds.at[slides[i].kind]->shows_other_units;
    }
    out->slides = slides;
    out->slide_count = node->count;
}

bool layout_read(Arena *arena, Str path, LayoutKinds kinds,
                 const LayoutSetting *settings, int setting_count, Layout *out,
                 Diags *diags)
{
    *out = (Layout){ .path = path };
    int errors_before = diags->counts[DIAG_ERROR];
    const Node *root = yaml_read(arena, path, (Place){ 0 }, diags);
    if (!root)
        return false;
    FileKeys keys = { 0 };
    schema_read(arena, &layout_schema, root, &keys, diags);
    out->survey_path = keys.survey_path;
    out->survey_place = keys.survey_place;
    if (keys.deck)
        read_deck(arena,
                  apply_settings(arena, keys.deck, settings, setting_count, diags), out,
                  diags);
    if (keys.slides)
        read_slides(arena, keys.slides, kinds, out, diags);
    return diags->counts[DIAG_ERROR] == errors_before;
}
