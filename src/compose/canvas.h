/* canvas.h - the pen of slides and charts: appends items to the page it stands on.
 * Points, origin top left, y down. */
#ifndef COMPOSE_CANVAS_H
#define COMPOSE_CANVAS_H
#include "base/picture.h"
#include "compose/page.h"
#include "layout/scope.h"
#include "layout/theme.h"

typedef struct Canvas {
    Deck *deck;
    int page; /* index of the page painted on */
    const Medium *medium;
    Typesetter *typesetter;
    const Words *words;
    Diags *diags;
    Place place;        /* the layout line that asks for what is painted */
    Rect bounds;        /* no text may leave it; no width: no bounds */
    bool has_overflow;  /* reported once a slide */
    bool is_pagination; /* artifacts painted now belong to the page frame */
} Canvas;

typedef enum Align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } Align;

/* Where a link in a text leads. */
typedef struct LinkTarget {
    int entry; /* index in the scope's entries, or -1 */
    Str uri;
} LinkTarget;

/* Text in several styles, ready for the typesetter; TextSpan.link counts links. */
typedef struct RichText {
    const TextSpan *spans;
    int span_count;
    const LinkTarget *links;
    int link_count;
} RichText;

/* A mark's or gap's size on this medium, of that on screen. */
double canvas_scaled(const Canvas *canvas, double points);

TagId canvas_tag(Canvas *canvas, TagKind kind, TagId parent);
/* A cell of a table's row; one with a scope is a header. An artifact where the row is.
 */
TagId canvas_cell(Canvas *canvas, TagId row, TagScope scope);

void canvas_rect(Canvas *canvas, TagId tag, Rect box, Colour fill);
/* Ground and pattern, which has the same pitch in all shapes of the medium. */
void canvas_shaded_rect(Canvas *canvas, TagId tag, Rect box, Shade shade);
/* Corners rounded with the radius. */
void canvas_round_rect(Canvas *canvas, TagId tag, Rect box, double radius, Colour fill);
void canvas_faint_rect(Canvas *canvas, TagId tag, Rect box, Colour fill,
                       double opacity);
/* Its edge, the line half within and half without. */
void canvas_outline(Canvas *canvas, TagId tag, Rect box, double width, Colour colour);
void canvas_line(Canvas *canvas, TagId tag, double x1, double y1, double x2, double y2,
                 double width, Colour colour);
/* The same in dashes of that length, with gaps as long. */
void canvas_dashed_line(Canvas *canvas, TagId tag, double x1, double y1, double x2,
                        double y2, double width, double dash, Colour colour);
/* A closed shape through the points. */
void canvas_polygon(Canvas *canvas, TagId tag, const double (*points)[2], int count,
                    Colour fill);

/* The picture stretched to the box; a drawing as paths. */
void canvas_picture(Canvas *canvas, TagId tag, Rect box, const PictureFile *picture);

/* A style of the medium's colours: ink unless changed by the caller. */
TextStyle canvas_style(const Canvas *canvas, FontRole role, double size, Colour colour);

/* One line of text; x is its left end, centre or right end, y its baseline. Returns its
 * width. */
double canvas_text(Canvas *canvas, TagId tag, double x, double y, Align align,
                   TextStyle style, Str text);

/* Lines from..to of a broken text, the first on the baseline y. Links get a link tag
 * under `tag` and a rectangle to click on; entries give the pages they lead to. */
typedef struct LinesOptions {
    TagId tag;
    double x, y, leading, width; /* width: of the box, for centring */
    Align align;
    int from, to;       /* to: one behind the last; 0: all */
    const Scope *scope; /* for links; may be NULL when there are none */
} LinesOptions;
void canvas_lines(Canvas *canvas, const RichText *text, const Paragraph *paragraph,
                  LinesOptions options);

/* Makes an area of the page, under a link tag, lead to an entry. */
void canvas_link(Canvas *canvas, TagId tag, Rect area, int entry, const Scope *scope);

/* Inlines in a base style: strong in semibold or bold, emphasis in italic, links in the
 * brand colour and underlined. */
RichText canvas_rich(const Canvas *canvas, Inlines inlines, TextStyle base);
RichText canvas_plain(const Canvas *canvas, Str text, TextStyle style);
Paragraph canvas_break(Canvas *canvas, const RichText *text, double width,
                       TextKind kind);

#endif
