/* layout.h - the author's YAML: which slides, in which order, about what. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H
#include "survey/description.h"

/* What a slide kind tells about itself to whoever reads layouts; compose/ owns the
 * kinds and passes its table in, so that a new kind needs no change here. */
typedef struct LayoutKind {
    const char *name; /* as spelt: `slide: statement` */
    const char *help;
    const Schema *options; /* keys of this kind only; NULL: none */
    bool needs_statement, needs_question, needs_section,
        needs_recommend;    /* its `each` must name these */
    bool is_title_optional; /* false: a `title` must be given */
    bool shows_other_units; /* it needs their means, see survey/slice.h */
} LayoutKind;

typedef struct LayoutKinds {
    const LayoutKind *const *at;
    int count;
} LayoutKinds;

/* What `each` runs over; also what a slide is about. */
typedef enum ItemType {
    ABOUT_NOTHING,
    ABOUT_STATEMENT,
    ABOUT_QUESTION,
    ABOUT_GROUP,
    ABOUT_SECTION,
    ABOUT_THEME, /* has an id, but no slides of its own */
} ItemType;

/* A thing in the namespace: index in the description. */
typedef struct About {
    ItemType type;
    int index;
} About;

/* Which of the two that are made of a layout a slide is in: the key `only`. */
typedef enum Only { ONLY_DECK, ONLY_HANDOUT, IN_BOTH } Only;

typedef struct LayoutSlide {
    int kind; /* index in the kinds passed to layout_read */
    Str kind_name;
    Place place; /* of the slide's mapping */
    Str id;      /* empty: none */
    Place id_place;
    Wording title, kicker, section, note;
    int only;           /* Only */
    int note_lines;     /* below it in a handout; -1: as the deck says */
    const Node *when;   /* or NULL */
    const Node *each;   /* as written, or NULL */
    const About *items; /* what `each` names, in order; one ABOUT_NOTHING without it */
    int item_count;
    void *options;        /* struct of the kind's own schema, or NULL */
    const Schema *schema; /* of the options, so that their texts can be checked */
} LayoutSlide;

typedef struct Layout {
    Str path;
    Wording title, subtitle, author;
    int note_lines; /* below each slide of a handout */
    Str logo;       /* path; empty: none */
    Place logo_place;
    Wording logo_alt;
    Str theme;
    Place theme_place;
    Str unit;
    Place unit_place;
    Str language;
    Place language_place;
    Str fallback; /* language of texts that lack the deck's; empty: none */
    Str file;     /* pattern of the file names of a batch, see command/file_name.h */
    Place file_place;
    Str survey_path;
    Place survey_place;
    const LayoutSlide *slides;
    int slide_count;
    bool shows_other_units; /* a slide does */
} Layout;

/* KEY=VALUE from the command line, for the scalar keys of `deck`. */
typedef struct LayoutSetting {
    Str key, value;
} LayoutSetting;

/* Reads the file and its form; what needs the description (each, ids, expressions) is
 * resolved by layout_resolve. */
bool layout_read(Arena *arena, Str path, LayoutKinds kinds,
                 const LayoutSetting *settings, int setting_count, Layout *out,
                 Diags *diags);

/* Fills in LayoutSlide.items and checks the one namespace: a clash of ids is an error
 * at the second place. */
bool layout_resolve(Arena *arena, Layout *layout, LayoutKinds kinds,
                    const Description *description, Diags *diags);

/* For the reference and the JSON Schema: the file, its `deck`, and every slide. */
extern const Schema layout_schema, layout_deck_schema, layout_slide_schema;

#endif
