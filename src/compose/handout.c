/* Items keep their glyphs, pictures and tags: only places and sizes are scaled, so that
 * a slide on a sheet is what it is on the screen, in vectors. */
#include "compose/handout.h"

#include "compose/sheet.h"
#include "stats/figure_log.h"

#include <math.h>

static const double GAP = 14;       /* between slides */
static const double NOTES_GAP = 22; /* from a slide to the lines beside it */
static const double NOTES_TOP = 14; /* from the top of a slide to the first line */
static const double NOTES_LEADING = 22.7; /* 8 mm */
static const double NOTES_BOTTOM = 30;    /* left free below the last line, at least */
static const double NOTES_BELOW_BOTTOM = 6; /* the same below a slide */
static const double LEAST_PITCH = 2; /* of a pattern: finer ones print as a grey */
static const double SMALL_PRINT = 7; /* points; smaller is hard to read on paper */
static const double FRAME_WIDTH = 0.6, NOTE_WIDTH = 0.5;
static const double LINE_FAINTNESS = 0.3; /* of both: from lesser text to paper */

#define FORM(form_name, form_slides, form_notes)                                       \
    {                                                                                  \
        .name = {(form_name), sizeof(form_name) - 1},                                \
        .slides = (form_slides),                                                       \
        .notes = (form_notes)                                                          \
},
static const HandoutForm FORMS[] = { HANDOUT_FORMS(FORM) };
#undef FORM

enum { FORM_COUNT = sizeof FORMS / sizeof *FORMS };

const HandoutForm *handout_find_form(Str name)
{
    for (int i = 0; i < FORM_COUNT; i++)
        if (name.len == 0 || str_equal(FORMS[i].name, name))
            return &FORMS[i];
    return NULL;
}

/* Where the slides of a sheet lie. */
typedef struct Grid {
    Medium medium;
    SheetFrame frame;
    int columns;
    double scale;
    double left, top;      /* of the first slide */
    double step_x, step_y; /* from one to the next */
} Grid;

typedef struct Maker {
    const HandoutInput *input;
    const Deck *deck;
    Deck *out;
    Diags *diags;
} Maker;

static int sheet_count(const Maker *maker, const HandoutForm *form)
{
    return (maker->deck->pages.count + form->slides - 1) / form->slides;
}

static Canvas canvas_of(const Maker *maker, const Grid *grid)
{
    return (Canvas){ .deck = maker->out,
                     .medium = &grid->medium,
                     .typesetter = maker->input->typesetter,
                     .words = maker->input->words,
                     .diags = maker->diags,
                     .place = maker->input->place };
}

/* So many columns on that sheet; lines take the other half of a column. */
static void lay_grid(const Maker *maker, const HandoutForm *form, int columns,
                     Grid *grid)
{
    const Deck *deck = maker->deck;
    Rect room = grid->frame.room;
    int rows = (form->slides + columns - 1) / columns;
    double width = (room.width - GAP * (columns - 1)) / columns;
    double height = (room.height - GAP * (rows - 1)) / rows;
    bool is_beside = form->notes == NOTES_BESIDE;
    if (is_beside)
        width = (width - NOTES_GAP) / 2;
    grid->columns = columns;
    grid->scale = fmin(width / deck->width, height / deck->height);
    double taken = grid->scale * deck->width;
    grid->step_x = is_beside ? room.width : taken + GAP;
    grid->step_y = height + GAP;
    double spare = room.width - taken * columns - GAP * (columns - 1);
    grid->left = room.x + (is_beside ? 0 : spare / 2);
    grid->top = room.y;
    if (form->notes == NOTES_NONE)
        grid->top += (height - grid->scale * deck->height) / 2;
}

/* The sheet, upright or not, and the columns that make the slides largest. Lines for
 * notes want an upright one. False with errors. */
static bool choose_grid(const Maker *maker, const HandoutForm *form, Grid *out)
{
    *out = (Grid){ .columns = 1 };
    for (int turn = 0; turn < (form->notes == NOTES_NONE ? 2 : 1); turn++) {
        Grid grid = { .medium = sheet_medium(maker->input->palette, turn) };
        Canvas canvas = canvas_of(maker, &grid);
        if (!sheet_measure(&canvas, sheet_count(maker, form), &grid.frame))
            return false;
        int most = form->notes == NOTES_BESIDE ? 1 : form->slides;
        for (int columns = 1; columns <= most; columns++) {
            lay_grid(maker, form, columns, &grid);
            if (grid.scale > out->scale)
                *out = grid;
        }
    }
    return true;
}

/* Where a slide lies, as a box. */
static Rect slide_box(const Maker *maker, const Grid *grid, int index)
{
    int at = index % maker->input->form->slides;
    int row = at / grid->columns;
    return (Rect){ grid->left + grid->step_x * (at % grid->columns),
                   grid->top + grid->step_y * row, grid->scale * maker->deck->width,
                   grid->scale * maker->deck->height };
}

static Rect place_box(Rect box, Rect slide, double scale)
{
    return (Rect){ slide.x + box.x * scale, slide.y + box.y * scale, box.width * scale,
                   box.height * scale };
}

static void place_path(Arena *arena, Path *path, Rect slide, double scale)
{
    PathStep *steps = arena_array(arena, (size_t)path->step_count, sizeof *steps);
    for (int i = 0; i < path->step_count; i++) {
        steps[i] = path->steps[i];
        int points = path_step_points(steps[i].verb);
        for (int k = 0; k < points; k++) {
            steps[i].x[k] = slide.x + steps[i].x[k] * scale;
            steps[i].y[k] = slide.y + steps[i].y[k] * scale;
        }
    }
    path->steps = steps;
    path->line_width *= scale;
    path->dash *= scale;
    if (path->pattern != PATTERN_PLAIN)
        path->pattern_pitch = fmax(path->pattern_pitch * scale, LEAST_PITCH);
}

static Item place_item(const Maker *maker, const Item *item, Rect slide, double scale)
{
    Item placed = *item;
    switch (item->kind) {
    case ITEM_TEXT:
        placed.as.text.x = slide.x + item->as.text.x * scale;
        placed.as.text.y = slide.y + item->as.text.y * scale;
        placed.as.text.run.size *= scale;
        placed.as.text.run.width *= scale;
        break;
    case ITEM_PATH: place_path(maker->out->arena, &placed.as.path, slide, scale); break;
    case ITEM_IMAGE:
        placed.as.picture.box = place_box(item->as.picture.box, slide, scale);
        break;
    }
    return placed;
}

static void place_slide(const Maker *maker, const Grid *grid, int index, Page *sheet)
{
    const Page *page = &maker->deck->pages.at[index];
    Arena *arena = maker->out->arena;
    Rect slide = slide_box(maker, grid, index);
    for (int i = 0; i < page->items.count; i++)
        vec_push(arena, &sheet->items,
                 place_item(maker, &page->items.at[i], slide, grid->scale));
    for (int i = 0; i < page->links.count; i++) {
        Link link = page->links.at[i];
        link.area = place_box(link.area, slide, grid->scale);
        if (link.target_page >= 0) {
            Rect target = slide_box(maker, grid, link.target_page);
            link.target_x = target.x;
            link.target_y = target.y;
            link.target_page /= maker->input->form->slides;
        }
        vec_push(arena, &sheet->links, link);
    }
}

static Colour line_colour(const Maker *maker)
{
    const Palette *palette = maker->input->palette;
    return colour_mix(palette->muted, palette->paper, LINE_FAINTNESS);
}

/* Lines for notes go down to the next slide; below a slide they are as long as it is
 * wide. */
static void paint_notes(const Maker *maker, const Grid *grid, Canvas *canvas,
                        Rect slide)
{
    bool is_beside = maker->input->form->notes == NOTES_BESIDE;
    Rect room = grid->frame.room;
    Colour colour = line_colour(maker);
    double right = is_beside ? room.x + room.width : slide.x + slide.width;
    double left = is_beside ? slide.x + slide.width + NOTES_GAP : slide.x;
    double bottom =
        slide.y + grid->step_y - GAP - (is_beside ? NOTES_BOTTOM : NOTES_BELOW_BOTTOM);
    double top = slide.y + (is_beside ? NOTES_TOP : slide.height + NOTES_LEADING);
    int spaces = (int)((bottom - top) / NOTES_LEADING);
    for (int i = 0; i <= spaces; i++) {
        double y = top + i * NOTES_LEADING;
        canvas_line(canvas, TAG_ARTIFACT, left, y, right, y, NOTE_WIDTH, colour);
    }
}

static void make_sheet(const Maker *maker, const Grid *grid, int index, int total)
{
    int slides = maker->input->form->slides, first = index * slides;
    Deck *out = maker->out;
    Canvas canvas = canvas_of(maker, grid);
    canvas.page = deck_add_page(out, maker->deck->pages.at[first].slide);
    sheet_paint(&canvas, &grid->frame, index + 1, total);
    for (int i = first; i < first + slides && i < maker->deck->pages.count; i++) {
        Rect slide = slide_box(maker, grid, i);
        place_slide(maker, grid, i, &out->pages.at[canvas.page]);
        canvas_outline(&canvas, TAG_ARTIFACT, slide, FRAME_WIDTH, line_colour(maker));
        if (maker->input->form->notes != NOTES_NONE)
            paint_notes(maker, grid, &canvas, slide);
    }
}

/* By tag the page, as an index, on which it begins; -1: on none. */
static const int *first_pages(const Deck *deck)
{
    int *pages = arena_array(deck->arena, (size_t)deck->tags.count, sizeof *pages);
    for (TagId id = 0; id < deck->tags.count; id++)
        pages[id] = -1;
    for (int p = 0; p < deck->pages.count; p++)
        for (int i = 0; i < deck->pages.at[p].items.count; i++)
            for (TagId id = deck->pages.at[p].items.at[i].tag; id >= 0 && pages[id] < 0;
                 id = deck->tags.at[id].parent)
                pages[id] = p;
    return pages;
}

static void place_tags(const Maker *maker, const Grid *grid)
{
    const Deck *deck = maker->deck;
    const int *pages = first_pages(deck);
    for (TagId id = 1; id < deck->tags.count; id++) {
        Tag tag = deck->tags.at[id];
        if (tag.has_box && pages[id] >= 0)
            tag.box =
                place_box(tag.box, slide_box(maker, grid, pages[id]), grid->scale);
        vec_push(maker->out->arena, &maker->out->tags, tag);
    }
}

static void place_bookmarks(const Maker *maker, const Grid *grid)
{
    for (int i = 0; i < maker->deck->bookmarks.count; i++) {
        Bookmark bookmark = maker->deck->bookmarks.at[i];
        Rect target = slide_box(maker, grid, bookmark.page);
        bookmark.x = target.x;
        bookmark.y = target.y;
        bookmark.page /= maker->input->form->slides;
        vec_push(maker->out->arena, &maker->out->bookmarks, bookmark);
    }
}

static void place_figures(const Maker *maker)
{
    const FigureLog *log = maker->deck->figures;
    FigureLog *placed = maker->out->figures;
    for (int i = 0; i < log->figures.count; i++) {
        PrintedFigure printed = log->figures.at[i];
        printed.page = (printed.page - 1) / maker->input->form->slides + 1;
        vec_push(placed->arena, &placed->figures, printed);
    }
}

static double smallest_size(const Deck *deck)
{
    double smallest = (double)INFINITY;
    for (int p = 0; p < deck->pages.count; p++)
        for (int i = 0; i < deck->pages.at[p].items.count; i++) {
            const Item *item = &deck->pages.at[p].items.at[i];
            if (item->kind == ITEM_TEXT && item->as.text.run.glyph_count > 0)
                smallest = fmin(smallest, item->as.text.run.size);
        }
    return smallest;
}

/* Whether a form prints text of that size large enough; what is composed for paper
 * always does. */
static bool prints_large(const Maker *maker, const HandoutForm *form, double size)
{
    Grid grid;
    return form->slides == 0 ||
           (choose_grid(maker, form, &grid) && size * grid.scale >= SMALL_PRINT);
}

/* The one of them with the most slides on a sheet. */
static const HandoutForm *find_larger(const Maker *maker, double size)
{
    const HandoutForm *found = NULL;
    for (int i = 0; i < FORM_COUNT; i++)
        if ((!found || FORMS[i].slides > found->slides) &&
            prints_large(maker, &FORMS[i], size))
            found = &FORMS[i];
    return found;
}

static void check_print(const Maker *maker, double scale)
{
    double size = smallest_size(maker->deck), printed = floor(size * scale * 10) / 10;
    if (size * scale >= SMALL_PRINT || isinf(size))
        return;
    diag_note(maker->diags, maker->input->place,
              "the smallest text prints in %g points, which is hard to read", printed);
    const HandoutForm *form = find_larger(maker, size);
    if (form)
        diag_hint(maker->diags, "--as %.*s prints everything in %g points or more",
                  STR_ARG(form->name), SMALL_PRINT);
}

bool handout_compose(const HandoutInput *input, const Deck *deck, Deck *out,
                     Diags *diags)
{
    *out = deck_in(deck->arena);
    out->title = deck->title;
    out->author = deck->author;
    out->subject = deck->subject;
    out->language = deck->language;
    out->date = deck->date;
    Maker maker = { .input = input, .deck = deck, .out = out, .diags = diags };
    Grid grid;
    if (!choose_grid(&maker, input->form, &grid))
        return false;
    out->width = grid.medium.width;
    out->height = grid.medium.height;
    place_tags(&maker, &grid);
    int total = sheet_count(&maker, input->form);
    for (int i = 0; i < total; i++)
        make_sheet(&maker, &grid, i, total);
    place_bookmarks(&maker, &grid);
    place_figures(&maker);
    check_print(&maker, grid.scale);
    return true;
}
