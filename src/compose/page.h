/* page.h - the composed deck as data: pages of painted items, and the tree of tags.
 * Points, origin top left, y down. Renderers only read it. */
#ifndef COMPOSE_PAGE_H
#define COMPOSE_PAGE_H
#include "base/date.h"
#include "base/outline.h"
#include "text/typesetter.h"

typedef struct Rect {
    double x, y, width, height;
} Rect;

/* Structure types of ISO 32000-1, 14.8.4; reading order is tree order, which is the
 * order of creation among siblings. */
typedef enum TagKind {
    TAG_DOCUMENT,
    TAG_SECT,
    TAG_H1,
    TAG_H2,
    TAG_P,
    TAG_BLOCK_QUOTE,
    TAG_LIST,
    TAG_LIST_ITEM,
    TAG_LABEL,
    TAG_LIST_BODY,
    TAG_TABLE,
    TAG_TABLE_HEAD,
    TAG_TABLE_BODY,
    TAG_ROW,
    TAG_HEADER_CELL,
    TAG_CELL,
    TAG_FIGURE,
    TAG_CAPTION,
    TAG_SPAN,
    TAG_LINK,
} TagKind;

typedef int TagId; /* index in Deck.tags; 0 is the document */
enum { TAG_ROOT = 0, TAG_ARTIFACT = -1 };

typedef enum TagScope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW } TagScope;

typedef struct Tag {
    TagKind kind;
    TagId parent;
    Str alt;         /* figure: what it says; required there */
    Str language;    /* where it differs from the deck's */
    TagScope scope;  /* header cells */
    int column_span; /* cells; 0 and 1 are one */
    bool is_ordered; /* list */
    bool has_box;
    Rect box; /* figure and table: on its page */
    Place place;
} Tag;

typedef enum ItemKind { ITEM_TEXT, ITEM_PATH, ITEM_IMAGE } ItemKind;

typedef struct TextItem {
    GlyphRun run;
    double x, y; /* start of the baseline */
    Colour colour;
} TextItem;

/* Eight bits a component, rows top down; or a JPEG file passed through. */
typedef struct Picture {
    Rect box;
    int width, height;   /* pixels */
    const uint8_t *rgba; /* NULL when jpeg is set */
    Str jpeg;
    Str profile;     /* of its colours (ICC); empty: sRGB */
    int orientation; /* of a JPEG: 1-8, see base/jpeg.h; 0 is 1 */
} Picture;

/* One thing painted. A page holds its items in painting order. */
typedef struct Item {
    ItemKind kind;
    TagId tag;          /* TAG_ARTIFACT for decoration */
    bool is_pagination; /* artifact of the page frame: footer, page number */
    Place place;        /* the layout line that asked for it */
    union {
        TextItem text;
        Path path;
        Picture picture;
    } as;
} Item;

/* A rectangle to click on. tag is a TAG_LINK. */
typedef struct Link {
    Rect area;
    TagId tag;
    int target_page;           /* index in Deck.pages, or -1 when uri is set */
    double target_x, target_y; /* its place there; 0, 0: the whole page */
    Str uri;
    Str contents; /* said aloud: «Bilde 12» */
} Link;

typedef struct Page {
    VEC(Item) items;
    VEC(Link) links;
    int number;        /* in the whole deck, from 1 */
    int slide;         /* number of the slide entry it belongs to, from 1 */
    int number_at;     /* where in items its number belongs; 0: it has none */
    int foot_number;   /* the one in its foot: the deck's, also on a handout */
    double foot_width; /* of the text that the number stands in line with */
} Page;

/* Bytes of an alternative text: as many as a PDF can hold in UTF-16 and hex (32 767,
 * ISO 19005-2, 6.1.13). */
enum { DECK_STRING_MAX = 8000 };

typedef struct Bookmark {
    Str title;
    int page;    /* index */
    double x, y; /* on it; 0, 0: the whole page */
    int level;   /* 0 outermost */
} Bookmark;

typedef struct Deck {
    Arena *arena;
    double width, height; /* of every page */
    Str title, author, subject;
    Str language;   /* BCP 47 */
    Date date;      /* of the document: never the clock's */
    int foot_total; /* of the pages that feet speak of */
    VEC(Page) pages;
    VEC(Tag) tags;
    VEC(Bookmark) bookmarks;
    struct FigureLog *figures; /* printed in it */
} Deck;

/* An empty deck with its document tag. */
Deck deck_in(Arena *arena);
TagId deck_add_tag(Deck *deck, TagKind kind, TagId parent, Place place);
/* Adds a page and returns its index. */
int deck_add_page(Deck *deck, int slide);

#endif
