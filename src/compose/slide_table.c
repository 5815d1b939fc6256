/* The figures behind the charts, for an appendix: of each statement a row for all
 * groups and a row for each group. Continues on next pages, the head repeated; the rows
 * of a statement stay together. The statements of each scale have a table of their own,
 * on pages of its own: its columns are the steps. */
#include "compose/even.h"
#include "compose/frame.h"

#include <math.h>

typedef enum Values { VALUES_PERCENTS, VALUES_COUNTS } Values;

static const char *const VALUES[] = { "percents", "counts", NULL };

typedef struct Options {
    StrList statements;
    int values;
} Options;

static const Field FIELDS[] = {
    {.key = "statements",
     .type = FIELD_STRINGS,
     .offset = offsetof(Options, statements),
     .help = "ids of the statements to list; all when not given"          },
    { .key = "values",
     .type = FIELD_CHOICE,
     .offset = offsetof(Options,          values),
     .choices = VALUES,
     .fallback = "percents",
     .help = "how many people answered each step: in per cent, or counted" },
};

static const Schema SCHEMA = { .name = "table slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static const double NAME_SHARE = 0.3;                  /* of the width, for the names */
static const double LEAST_SHARE = 0.18;                /* where headings are long */
static const double NARROW = 600, NARROW_SHARE = 0.26; /* the same of less width */
static const double SIZE_SHARE = 0.95; /* of a label: the type, at most */
static const double LEADING = 1.2;
static const double ROW_EMS = 1.34; /* height of a row of one line */
static const double HEAD_AIR = 8;
static const double BLOCK_AIR = 3; /* above a statement */
static const double CELL_AIR = 8;  /* between two headings */
static const double INDENT = 12;   /* of a group's name */

/* Columns: answered, the steps, unsure, mean, sd. */
enum { FIXED_COLUMNS = 4 };

typedef struct Grid {
    double left, name_width, column_width;
    int step_count, column_count;
    double size;
    Values values;
    const Str *headings;
    double head_height;
} Grid;

/* Where on the pages the table stands. */
typedef struct Pen {
    SlideContext *context;
    FrameText *frame;
    Grid grid;
    Rect room;
    double limit; /* of the room's height; 0: none */
    double y;
    TagId table, body;
} Pen;

static double scaled(const Pen *pen, double points)
{
    return canvas_scaled(&pen->context->canvas, points);
}

static TextStyle text_style(const Pen *pen, FontRole role, Colour colour)
{
    TextStyle style = canvas_style(&pen->context->canvas, role, pen->grid.size, colour);
    style.is_tabular = true;
    return style;
}

static const Palette *palette_of(const Pen *pen)
{
    return &pen->context->canvas.medium->palette;
}

/* Right edge of a column. */
static double right_of(const Grid *grid, int column)
{
    return grid->left + grid->name_width + (column + 1) * grid->column_width;
}

static Paragraph heading_lines(const Pen *pen, int column, RichText *rich)
{
    Canvas *canvas = &pen->context->canvas;
    *rich = canvas_plain(canvas, pen->grid.headings[column],
                         text_style(pen, FONT_SEMIBOLD, palette_of(pen)->muted));
    return canvas_break(canvas, rich, pen->grid.column_width - scaled(pen, CELL_AIR),
                        TEXT_LABEL);
}

static const Str *make_headings(SlideContext *context, const Scale *scale)
{
    Arena *arena = context->canvas.deck->arena;
    const Words *words = context->words;
    size_t count = (size_t)scale->step_count + FIXED_COLUMNS;
    Str *headings = arena_array(arena, count, sizeof *headings), *next = headings;
    *next++ = words->at[WORD_TABLE_ANSWERED];
    for (int i = 0; i < scale->step_count; i++)
        *next++ = wording_text(scale->short_labels[i], context->scope.language);
    *next++ = words->at[WORD_TABLE_UNSURE];
    *next++ = words->at[WORD_MEAN_HEADING];
    *next++ = words->at[WORD_TABLE_SD];
    return headings;
}

static double head_height(const Pen *pen)
{
    int most = 1;
    for (int i = 0; i < pen->grid.column_count; i++) {
        RichText rich;
        int count = heading_lines(pen, i, &rich).line_count;
        most = count > most ? count : most;
    }
    return most * pen->grid.size * LEADING + scaled(pen, HEAD_AIR);
}

/* The widest word in the headings over the figures, in that size. */
static double widest_word(SlideContext *context, const Grid *grid, double size)
{
    Canvas *canvas = &context->canvas;
    TextStyle style =
        canvas_style(canvas, FONT_SEMIBOLD, size, canvas->medium->palette.muted);
    double widest = 0;
    for (int i = 0; i < grid->column_count; i++)
        for (Str rest = grid->headings[i]; rest.len;) {
            long blank = str_find(rest, S(" "));
            size_t end = blank < 0 ? rest.len : (size_t)blank;
            double width =
                typesetter_width(canvas->typesetter, str_slice(rest, 0, end), style);
            widest = width > widest ? width : widest;
            rest = str_slice(rest, blank < 0 ? end : end + 1, rest.len);
        }
    return widest;
}

/* Columns of figures share what the names leave them: more where words over them would
 * be broken. If that is not enough, the type is smaller. */
static void place_columns(SlideContext *context, Grid *grid)
{
    const Medium *medium = context->canvas.medium;
    double width = frame_width(context);
    double share = width < NARROW ? NARROW_SHARE : NAME_SHARE;
    double air = canvas_scaled(&context->canvas, CELL_AIR);
    double even = width * (1 - share) / grid->column_count;
    double most = width * (1 - LEAST_SHARE) / grid->column_count;
    if (!medium->flows) {
        if (widest_word(context, grid, grid->size) + air > most)
            grid->size = medium->sizes.floor;
        double words = widest_word(context, grid, grid->size) + air;
        even = fmax(even, fmin(words, most));
    }
    grid->column_width = even;
    grid->name_width = width - even * grid->column_count;
}

/* But for where it begins from the left, which the room tells. */
static Grid make_grid(SlideContext *context, Values values, const Scale *scale)
{
    const TypeSizes *sizes = &context->canvas.medium->sizes;
    Grid grid = { .step_count = scale->step_count,
                  .column_count = scale->step_count + FIXED_COLUMNS,
                  .size = fmin(sizes->floor + 1, sizes->label * SIZE_SHARE),
                  .values = values,
                  .headings = make_headings(context, scale) };
    place_columns(context, &grid);
    return grid;
}

static void paint_head(Pen *pen, bool is_first)
{
    Canvas *canvas = &pen->context->canvas;
    const Grid *grid = &pen->grid;
    TagId row = TAG_ARTIFACT;
    if (is_first)
        row =
            canvas_tag(canvas, TAG_ROW, canvas_tag(canvas, TAG_TABLE_HEAD, pen->table));
    double leading = grid->size * LEADING;
    double last =
        pen->y + grid->head_height - scaled(pen, HEAD_AIR) - (LEADING - 1) * grid->size;
    canvas_text(canvas, canvas_cell(canvas, row, SCOPE_COLUMN), grid->left, last,
                ALIGN_LEFT, text_style(pen, FONT_SEMIBOLD, palette_of(pen)->muted),
                pen->context->words->at[WORD_TABLE_TOPIC]);
    for (int i = 0; i < grid->column_count; i++) {
        RichText rich;
        Paragraph lines = heading_lines(pen, i, &rich);
        double width = grid->column_width - scaled(pen, CELL_AIR);
        canvas_lines(canvas, &rich, &lines,
                     (LinesOptions){ .tag = canvas_cell(canvas, row, SCOPE_COLUMN),
                                     .x = right_of(grid, i) - width,
                                     .y = last - leading * (lines.line_count - 1),
                                     .leading = leading,
                                     .width = width,
                                     .align = ALIGN_RIGHT });
    }
    pen->y += grid->head_height;
}

static Figure query(const Pen *pen, Statistic statistic, int statement, int group)
{
    return figure_find(pen->context->slice, figure_query(statistic, statement, group));
}

static Str figure_text(const Pen *pen, Statistic statistic, int statement, int group)
{
    SlideContext *context = pen->context;
    Figure figure = query(pen, statistic, statement, group);
    Str text = format_figure(context->canvas.deck->arena, context->words, statistic,
                             figure, context->slice->round.description->min_answers);
    return figure_logged(context->canvas.deck->figures, figure, text);
}

static const Cell *find_cell(const Pen *pen, int statement, int group)
{
    const RoundSlice *round = &pen->context->slice->round;
    int index = group == GROUP_ALL ? round->description->group_count : group;
    return &round->unit.cells[statement][index];
}

/* How many gave an answer: a step, or 0 for those unsure. */
static Str logged_count(const Pen *pen, int statement, int group, int step, int count)
{
    SlideContext *context = pen->context;
    Str text = format_count(context->canvas.deck->arena, context->words, count);
    Figure figure = query(pen, STATISTIC_UNSURE, statement, group);
    figure.value = count;
    figure.query.step = step;
    figure_log_add(context->canvas.deck->figures,
                   (PrintedFigure){ .figure = figure,
                                    .text = text,
                                    .name = step ? "step count" : "unsure count" });
    return text;
}

static Str logged_share(const Pen *pen, int statement, int group, int step, Str text)
{
    SlideContext *context = pen->context;
    Figure share = figure_find(context->slice, (Query){ .statistic = STATISTIC_SHARE,
                                                        .statement = statement,
                                                        .group = group,
                                                        .question = -1,
                                                        .step = step });
    return figure_logged(context->canvas.deck->figures, share, text);
}

/* The figures of a row by column. Shares add to 100. */
static void fill_row(const Pen *pen, int statement, int group, Str *texts)
{
    SlideContext *context = pen->context;
    Arena *arena = context->canvas.deck->arena;
    const Words *words = context->words;
    const Cell *cell = find_cell(pen, statement, group);
    int steps = pen->grid.step_count, percents[STEP_MAX];
    bool are_counts = pen->grid.values == VALUES_COUNTS;
    figure_percents(cell->weights, steps, percents);
    *texts++ = figure_text(pen, STATISTIC_ANSWERED, statement, group);
    for (int i = 0; i < steps; i++)
        *texts++ =
            are_counts
                ? logged_count(pen, statement, group, i + 1, cell->counts[i])
                : logged_share(pen, statement, group, i + 1,
                               cell->answered == 0
                                   ? words->at[WORD_MISSING]
                                   : format_share(arena, words, percents[i] / 100.0));
    *texts++ = are_counts ? logged_count(pen, statement, group, 0, cell->unsure)
                          : figure_text(pen, STATISTIC_UNSURE, statement, group);
    *texts++ = figure_text(pen, STATISTIC_MEAN, statement, group);
    *texts++ = figure_text(pen, STATISTIC_SD, statement, group);
}

/* What a hidden row says, over all its columns. */
static void paint_state(const Pen *pen, TagId row, double baseline, Str text)
{
    Canvas *canvas = &pen->context->canvas;
    const Grid *grid = &pen->grid;
    TagId cell = canvas_cell(canvas, row, SCOPE_NONE);
    canvas->deck->tags.at[cell].column_span = grid->column_count;
    canvas_text(canvas, cell, right_of(grid, 0), baseline, ALIGN_RIGHT,
                text_style(pen, FONT_REGULAR, palette_of(pen)->muted), text);
}

/* Whether the row of all groups, less those that are shown, leaves so few people that
 * their answers could be worked out. */
static bool gives_away(const Pen *pen, int statement)
{
    const Description *description = pen->context->slice->round.description;
    int left = find_cell(pen, statement, GROUP_ALL)->answered;
    for (int group = 0; group < description->group_count; group++)
        left -= find_cell(pen, statement, group)->answered;
    return left > 0 && left < description->min_answers;
}

static void paint_figures(const Pen *pen, TagId row, double baseline, int statement,
                          int group)
{
    Canvas *canvas = &pen->context->canvas;
    Figure mean = query(pen, STATISTIC_MEAN, statement, group);
    bool is_open = mean.state == FIGURE_SHOWN || mean.state == FIGURE_MISSING;
    if (!is_open || (group == GROUP_ALL && gives_away(pen, statement))) {
        if (is_open)
            mean = (Figure){ .state = FIGURE_WITHHELD,
                             .value = (double)NAN,
                             .has_query = true,
                             .query = mean.query };
        figure_logged(canvas->deck->figures, mean,
                      canvas->words->at[WORD_HIDDEN_SHORT]);
        paint_state(pen, row, baseline, canvas->words->at[WORD_HIDDEN_SHORT]);
        return;
    }
    Str texts[STEP_MAX + FIXED_COLUMNS];
    fill_row(pen, statement, group, texts);
    FontRole role = group == GROUP_ALL ? FONT_SEMIBOLD : FONT_REGULAR;
    for (int i = 0; i < pen->grid.column_count; i++)
        canvas_text(canvas, canvas_cell(canvas, row, SCOPE_NONE),
                    right_of(&pen->grid, i), baseline, ALIGN_RIGHT,
                    text_style(pen, role, palette_of(pen)->ink), texts[i]);
}

static RichText name_of(const Pen *pen, int statement, int group, Paragraph *lines)
{
    SlideContext *context = pen->context;
    const Description *description = context->slice->round.description;
    bool is_all = group == GROUP_ALL;
    Str name =
        is_all
            ? scope_about_label(&context->scope, (About){ ABOUT_STATEMENT, statement })
            : wording_text(description->groups[group].name, context->scope.language);
    RichText rich = canvas_plain(
        &context->canvas, name,
        text_style(pen, is_all ? FONT_SEMIBOLD : FONT_REGULAR, palette_of(pen)->ink));
    *lines = canvas_break(&context->canvas, &rich,
                          pen->grid.name_width - (is_all ? 0 : scaled(pen, INDENT)),
                          TEXT_LABEL);
    return rich;
}

static double row_height(const Pen *pen, int statement, int group)
{
    Paragraph lines;
    name_of(pen, statement, group, &lines);
    return pen->grid.size * (ROW_EMS + LEADING * (lines.line_count - 1));
}

static void paint_row(Pen *pen, int statement, int group)
{
    Canvas *canvas = &pen->context->canvas;
    Paragraph lines;
    RichText rich = name_of(pen, statement, group, &lines);
    TagId row = canvas_tag(canvas, TAG_ROW, pen->body);
    double baseline = pen->y + pen->grid.size;
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = canvas_cell(canvas, row, SCOPE_ROW),
                                 .x = pen->grid.left +
                                      (group == GROUP_ALL ? 0 : scaled(pen, INDENT)),
                                 .y = baseline,
                                 .leading = pen->grid.size * LEADING });
    paint_figures(pen, row, baseline, statement, group);
    pen->y += row_height(pen, statement, group);
}

static double block_height(const Pen *pen, int statement)
{
    int groups = pen->context->slice->round.description->group_count;
    double height = scaled(pen, BLOCK_AIR);
    for (int group = GROUP_ALL; group < groups; group++)
        height += row_height(pen, statement, group);
    return height;
}

static void limit_room(Pen *pen)
{
    if (pen->limit > 0 && pen->limit < pen->room.height)
        pen->room.height = pen->limit;
}

static bool next_page(Pen *pen)
{
    if (!frame_begin(pen->context, pen->frame, false, &pen->room))
        return false;
    limit_room(pen);
    pen->y = pen->room.y;
    pen->grid.left = pen->room.x;
    paint_head(pen, false);
    return true;
}

/* Of a table with those statements in one piece, and of its head with the first. */
static void want_height(const Pen *pen, const bool *is_chosen, int scale)
{
    const Description *description = pen->context->slice->round.description;
    FrameText *frame = pen->frame;
    frame->whole = pen->grid.head_height;
    frame->least = 0;
    for (int i = 0; i < description->statement_count; i++) {
        if (!is_chosen[i] || description->statements[i].scale != scale)
            continue;
        frame->whole += block_height(pen, i);
        if (frame->least <= 0)
            frame->least = frame->whole;
    }
}

typedef struct BlockHeights {
    double head, *at;
    int count;
} BlockHeights;

/* For even_room. */
static int pages_of(const void *content, double room)
{
    const BlockHeights *blocks = content;
    double y = blocks->head;
    int pages = 1;
    for (int i = 0; i < blocks->count; i++) {
        if (y > blocks->head && y + blocks->at[i] > room) {
            pages++;
            y = blocks->head;
        }
        y += blocks->at[i];
    }
    return pages;
}

/* The limit with which a table's pages are filled evenly. None where slides flow, or
 * where a statement needs more than a page. */
static double even_limit(const Pen *pen, const bool *is_chosen, int scale)
{
    const Description *description = pen->context->slice->round.description;
    Canvas *canvas = &pen->context->canvas;
    BlockHeights blocks = { .head = pen->grid.head_height };
    blocks.at = arena_array(canvas->deck->arena, (size_t)description->statement_count,
                            sizeof *blocks.at);
    double least = 0;
    for (int i = 0; i < description->statement_count; i++) {
        if (!is_chosen[i] || description->statements[i].scale != scale)
            continue;
        blocks.at[blocks.count] = block_height(pen, i);
        least = fmax(least, blocks.head + blocks.at[blocks.count++]);
    }
    if (canvas->medium->flows || least > pen->room.height)
        return 0;
    return even_room(pages_of, &blocks, least, pen->room.height);
}

/* On a page of its own; where slides flow, below the table before. */
static bool begin_table(Pen *pen, const bool *is_chosen, int scale, bool is_first)
{
    Canvas *canvas = &pen->context->canvas;
    const Description *description = pen->context->slice->round.description;
    pen->grid = make_grid(pen->context, pen->grid.values, &description->scales[scale]);
    pen->grid.head_height = head_height(pen);
    want_height(pen, is_chosen, scale);
    if (!(is_first ? frame_begin(pen->context, pen->frame, true, &pen->room)
                   : frame_more(pen->context, pen->frame, &pen->room)))
        return false;
    pen->limit = even_limit(pen, is_chosen, scale);
    limit_room(pen);
    pen->y = pen->room.y;
    pen->grid.left = pen->room.x;
    pen->table = canvas_tag(canvas, TAG_TABLE, pen->context->sect);
    paint_head(pen, true);
    pen->body = canvas_tag(canvas, TAG_TABLE_BODY, pen->table);
    return true;
}

/* The rows of a statement; on a page of their own when they do not fit even there, one
 * after the other. */
static bool paint_block(Pen *pen, int statement)
{
    Canvas *canvas = &pen->context->canvas;
    double bottom = pen->room.y + pen->room.height + 1;
    bool is_fresh = pen->y <= pen->room.y + pen->grid.head_height;
    if (!is_fresh && pen->y + block_height(pen, statement) > bottom && !next_page(pen))
        return false;
    canvas_line(canvas, TAG_ARTIFACT, pen->grid.left, pen->y,
                right_of(&pen->grid, pen->grid.column_count - 1), pen->y, 0.75,
                palette_of(pen)->rule);
    pen->y += scaled(pen, BLOCK_AIR);
    int groups = pen->context->slice->round.description->group_count;
    for (int group = GROUP_ALL; group < groups; group++) {
        if (pen->y + row_height(pen, statement, group) > bottom && !next_page(pen))
            return false;
        paint_row(pen, statement, group);
    }
    return true;
}

/* The statement that the slide is about, those that it names, or all. False with an
 * error for an id that is none. */
static bool choose(SlideContext *context, const StrList *ids, bool *is_chosen)
{
    const Description *description = context->slice->round.description;
    About about = context->scope.about;
    bool takes_all = ids->count == 0 && about.type != ABOUT_STATEMENT;
    for (int i = 0; i < description->statement_count; i++)
        is_chosen[i] = takes_all || (about.type == ABOUT_STATEMENT && about.index == i);
    return slide_choose(context, ids, is_chosen);
}

/* A table for each scale, in the order of the description. */
static bool paint_tables(Pen *pen, const bool *is_chosen)
{
    const Description *description = pen->context->slice->round.description;
    bool is_first = true;
    for (int scale = 0; scale < description->scale_count; scale++) {
        bool is_begun = false;
        for (int i = 0; i < description->statement_count; i++) {
            if (!is_chosen[i] || description->statements[i].scale != scale)
                continue;
            if (!is_begun && !begin_table(pen, is_chosen, scale, is_first))
                return false;
            is_begun = true;
            is_first = false;
            if (!paint_block(pen, i))
                return false;
        }
        if (is_begun)
            frame_take(pen->context, &pen->room, pen->y - pen->room.y);
    }
    return true;
}

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    const Description *description = context->slice->round.description;
    bool *is_chosen =
        arena_array(context->canvas.deck->arena, (size_t)description->statement_count,
                    sizeof *is_chosen);
    FrameText frame;
    Str title = context->scope.about.type == ABOUT_STATEMENT
                    ? scope_about_text(&context->scope, context->scope.about)
                    : context->words->at[WORD_TABLE_TITLE];
    Pen pen = { .context = context,
                .frame = &frame,
                .grid = { .values = (Values)options->values } };
    return choose(context, &options->statements, is_chosen) &&
           frame_text(context, context->words->at[WORD_TABLE_KICKER], title, &frame) &&
           paint_tables(&pen, is_chosen);
}

const SlideKind slide_table = {
    .layout = {.name = "table",
               .help = "the figures behind the charts: every step, mean and deviation",
               .options = &SCHEMA,
               .is_title_optional = true},
    .compose = compose,
};
