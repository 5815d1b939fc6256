#include "render/pdf_content.h"
#include "render/item.h"
#include "render/pdf_value.h"

#include <math.h>

/* Marked content that is open: a TagId, or one of these. */
enum { OPEN_LAYOUT = -1, OPEN_PAGINATION = -2, OPEN_NONE = -3 };

enum { COLOURS_MAX = 256 }; /* 8.6.6.3 */

/* Where we are in a run, in thousandths of the type size. What is written has whole
 * thousandths and /W's advances; taking each step as the difference to the ideal keeps
 * the error below half a thousandth, however long the run. */
typedef struct Pen {
    const TextItem *text;
    const PdfFont *font;
    double ideal;
    long written, rise;
    bool is_placed;    /* the text object stands where the run is */
    bool is_in_array;  /* between "[" and "]TJ" */
    bool is_in_string; /* there, between "(" and ")" */
    size_t array;      /* where in the content the "[" is */
    bool has_steps;    /* numbers in the array */
} Pen;

static const double MITRE_LIMIT = 10; /* 8.4.1 */

/* Of a pattern's pitch: the width of its lines, the diameter of its dots. */
static const double PATTERN_COVER = 0.36, DOT_COVER = 0.42;

PdfContent pdf_content_new(PdfFile *file, const PdfFonts *fonts, PdfTags *tags,
                           double page_height)
{
    return (PdfContent){
        .file = file, .fonts = fonts, .tags = tags, .page_height = page_height
    };
}

static void put_point(const PdfContent *content, Buffer *out, double x, double y)
{
    pdf_value_put_length(out, x);
    buffer_char(out, ' ');
    pdf_value_put_length(out, content->page_height - y);
}

/* The number of a colour in the deck's space, or -1 when that is full. */
static int number_of(PdfContent *content, Colour colour)
{
    for (int i = 0; i < content->colours.count; i++)
        if (colour_equal(content->colours.at[i], colour))
            return i;
    if (content->colours.count == COLOURS_MAX)
        return -1;
    vec_push(content->file->arena, &content->colours, colour);
    return content->colours.count - 1;
}

typedef struct ColourOperators {
    const char *deck, *number, *rgb;
} ColourOperators;

static const ColourOperators filling = { "/C cs ", " sc\n", "rg\n" };
static const ColourOperators stroking = { "/C CS ", " SC\n", "RG\n" };

/* By its number: a page has hundreds of changes, and three decimal parts for each would
 * be an eighth of its operators, 3 % of the file. */
static void put_colour(PdfContent *content, Colour colour, ColourOperators operators,
                       PdfSpace *space)
{
    Buffer *out = &content->out;
    int number = number_of(content, colour);
    if (number >= 0) {
        if (*space != SPACE_DECK)
            buffer_c(out, operators.deck);
        buffer_integer(out, number);
        buffer_c(out, operators.number);
        *space = SPACE_DECK;
        return;
    }
    const int parts[3] = { colour.red, colour.green, colour.blue };
    for (int i = 0; i < 3; i++) {
        pdf_value_put_number(out, parts[i] / 255.0);
        buffer_char(out, ' ');
    }
    buffer_c(out, operators.rgb);
    *space = SPACE_RGB;
}

static void set_fill(PdfContent *content, Colour colour)
{
    PdfState *state = &content->state;
    if (colour_equal(state->fill, colour))
        return;
    state->fill = colour;
    put_colour(content, colour, filling, &state->fill_space);
}

/* How lines end and meet. */
static void set_ends(Buffer *out, PdfState *state, const Path *path)
{
    double limit = path->mitre_limit > 0 ? path->mitre_limit : MITRE_LIMIT;
    if (state->cap != path->cap)
        buffer_format(out, "%d J\n", (int)path->cap);
    if (state->join != path->join)
        buffer_format(out, "%d j\n", (int)path->join);
    if (state->mitre_limit != limit) {
        pdf_value_put_number(out, limit);
        buffer_c(out, " M\n");
    }
    state->cap = path->cap;
    state->join = path->join;
    state->mitre_limit = limit;
}

static void set_stroke(PdfContent *content, const Path *path)
{
    PdfState *state = &content->state;
    Buffer *out = &content->out;
    if (!colour_equal(state->stroke, path->stroke))
        put_colour(content, path->stroke, stroking, &state->stroke_space);
    if (state->line_width != path->line_width) {
        pdf_value_put_number(out, path->line_width);
        buffer_c(out, " w\n");
    }
    if (state->dash != path->dash) {
        buffer_char(out, '[');
        if (path->dash > 0)
            pdf_value_put_number(out, path->dash);
        buffer_c(out, "]0 d\n");
    }
    set_ends(out, state, path);
    state->stroke = path->stroke;
    state->line_width = path->line_width;
    state->dash = path->dash;
}

static void set_opacity(PdfContent *content, double opacity)
{
    int thousandths = (int)lround(opacity * 1000);
    if (content->state.opacity == thousandths)
        return;
    content->state.opacity = thousandths;
    buffer_format(&content->out, "/A%d gs\n", thousandths);
    for (int i = 0; i < content->opacities.count; i++)
        if (content->opacities.at[i] == thousandths)
            return;
    vec_push(content->file->arena, &content->opacities, thousandths);
}

static void set_font(PdfContent *content, const PdfFont *font, double size)
{
    PdfState *state = &content->state;
    if (state->font == pdf_font_id(font) && state->size == size)
        return;
    state->font = pdf_font_id(font);
    state->size = size;
    buffer_format(&content->out, "/F%d ", state->font);
    pdf_value_put_number(&content->out, size);
    buffer_c(&content->out, " Tf\n");
}

static void end_text(PdfContent *content)
{
    if (content->is_in_text)
        buffer_c(&content->out, "ET\n");
    content->is_in_text = false;
}

static void close_mark(PdfContent *content)
{
    end_text(content);
    if (content->open != OPEN_NONE)
        buffer_c(&content->out, "EMC\n");
    content->open = OPEN_NONE;
}

/* Neighbours of one tag share a sequence. */
static void open_mark(PdfContent *content, const Item *item)
{
    int wanted = item->tag;
    if (item->tag < 0)
        wanted = item->is_pagination ? OPEN_PAGINATION : OPEN_LAYOUT;
    if (content->open == wanted)
        return;
    close_mark(content);
    content->open = wanted;
    if (wanted == OPEN_LAYOUT)
        buffer_c(&content->out, "/Artifact/L BDC\n");
    else if (wanted == OPEN_PAGINATION)
        buffer_c(&content->out, "/Artifact/N BDC\n");
    else
        buffer_format(&content->out, "/%s<</MCID %d>>BDC\n",
                      pdf_tags_name(content->tags, item->tag),
                      pdf_tags_mark(content->tags, content->page, item->tag));
}

/* A string alone needs no array. */
static void close_array(PdfContent *content, Pen *pen)
{
    Buffer *out = &content->out;
    if (!pen->is_in_array)
        return;
    if (pen->is_in_string)
        buffer_char(out, ')');
    if (!pen->has_steps)
        out->at[pen->array] = '\n';
    buffer_c(out, pen->has_steps ? "]TJ\n" : "Tj\n");
    pen->is_in_string = pen->is_in_array = pen->has_steps = false;
}

static void close_text(PdfContent *content, Pen *pen)
{
    close_array(content, pen);
    end_text(content);
    pen->is_placed = false;
}

/* From the beginning of the line before, to whole hundredths: no error adds up. */
static void begin_line(PdfContent *content, Pen *pen)
{
    if (pen->is_placed)
        return;
    pen->is_placed = true;
    double done = (double)pen->written * pen->text->run.size / 1000;
    long x = pdf_value_hundredths(pen->text->x + done);
    long y = pdf_value_hundredths(content->page_height - pen->text->y);
    Buffer *out = &content->out;
    if (!content->is_in_text) {
        buffer_c(out, "BT ");
        content->is_in_text = true;
        content->line_x = content->line_y = 0;
    }
    pdf_value_put_decimal(out, x - content->line_x, 2);
    buffer_char(out, ' ');
    pdf_value_put_decimal(out, y - content->line_y, 2);
    buffer_c(out, " Td");
    content->line_x = x;
    content->line_y = y;
}

static void set_rise(PdfContent *content, Pen *pen, long rise)
{
    if (pen->rise == rise)
        return;
    close_array(content, pen);
    pen->rise = rise;
    buffer_char(&content->out, '\n');
    pdf_value_put_number(&content->out, (double)rise * pen->text->run.size / 1000);
    buffer_c(&content->out, " Ts\n");
}

/* A code in a literal string: half of what hexadecimal digits take, for deflate to go
 * through. */
static void put_code(Buffer *out, const PdfFont *font, int glyph)
{
    unsigned code = pdf_font_code(font, glyph);
    if (!pdf_font_is_short(font))
        pdf_value_put_byte(out, (unsigned char)(code >> 8));
    pdf_value_put_byte(out, (unsigned char)code);
}

/* To the nearest whole thousandth; lround is a call, two for every glyph. */
static long nearest(double thousandths)
{
    return (long)(thousandths + (thousandths < 0 ? -0.5 : 0.5));
}

static void put_glyph(PdfContent *content, Pen *pen, const Glyph *glyph)
{
    Buffer *out = &content->out;
    set_rise(content, pen, nearest((double)glyph->y_offset));
    long wanted = nearest(pen->ideal + (double)glyph->x_offset);
    if (!pen->is_in_array) {
        pen->array = out->len;
        buffer_char(out, '[');
    }
    pen->is_in_array = true;
    if (wanted != pen->written) {
        if (pen->is_in_string)
            buffer_char(out, ')');
        pen->is_in_string = false;
        pen->has_steps = true;
        buffer_integer(out, pen->written - wanted);
        pen->written = wanted;
    }
    if (!pen->is_in_string)
        buffer_char(out, '(');
    pen->is_in_string = true;
    put_code(out, pen->font, glyph->id);
    pen->written += pdf_font_advance(pen->font, glyph->id);
    pen->ideal += (double)glyph->advance;
}

static void put_cluster(PdfContent *content, Pen *pen, Cluster cluster)
{
    for (int i = 0; i < cluster.count; i++)
        put_glyph(content, pen, &pen->text->run.glyphs[cluster.first + i]);
}

static void put_actual_text(PdfContent *content, Str text)
{
    buffer_c(&content->out, "/ActualText<FEFF");
    pdf_value_put_utf16(&content->out, text);
    buffer_c(&content->out, ">>>BDC\n");
}

/* A sequence of its own beside the others of the tag, not within one: poppler loses
 * the rest of an element after a nested one. */
static void put_tagged_span(PdfContent *content, Pen *pen, const Item *item,
                            Cluster cluster)
{
    close_text(content, pen);
    close_mark(content);
    buffer_format(&content->out, "/Span<</MCID %d",
                  pdf_tags_mark(content->tags, content->page, item->tag));
    put_actual_text(content, cluster.text);
    begin_line(content, pen);
    put_cluster(content, pen, cluster);
    close_text(content, pen);
    buffer_c(&content->out, "EMC\n");
}

static void put_artifact_span(PdfContent *content, Pen *pen, Cluster cluster)
{
    close_array(content, pen);
    buffer_c(&content->out, "/Span<<");
    put_actual_text(content, cluster.text);
    put_cluster(content, pen, cluster);
    close_array(content, pen);
    buffer_c(&content->out, "EMC\n");
}

static void put_text(PdfContent *content, const Item *item)
{
    const TextItem *text = &item->as.text;
    Pen pen = { .text = text, .font = pdf_fonts_find(content->fonts, text->run.face) };
    set_opacity(content, 1);
    set_fill(content, text->colour);
    set_font(content, pen.font, text->run.size);
    for (int at = 0; at < text->run.glyph_count;) {
        if (pen.is_placed && pdf_font_is_plain(pen.font, &text->run, at)) {
            put_glyph(content, &pen, &text->run.glyphs[at++]);
            continue;
        }
        Cluster cluster = pdf_font_cluster(&text->run, at);
        at += cluster.count;
        bool needs_span = !pdf_font_reads_back(pen.font, cluster, &text->run);
        if (needs_span && item->tag >= 0) {
            put_tagged_span(content, &pen, item, cluster);
            continue;
        }
        open_mark(content, item);
        begin_line(content, &pen);
        if (needs_span)
            put_artifact_span(content, &pen, cluster);
        else
            put_cluster(content, &pen, cluster);
    }
    set_rise(content, &pen, 0);
    close_array(content, &pen);
}

static void put_step(PdfContent *content, const PathStep *step)
{
    Buffer *out = &content->out;
    switch (step->verb) {
    case PATH_MOVE:
    case PATH_LINE:
        put_point(content, out, step->x[0], step->y[0]);
        buffer_c(out, step->verb == PATH_MOVE ? " m\n" : " l\n");
        return;
    case PATH_CURVE:
        for (int i = 0; i < 3; i++) {
            put_point(content, out, step->x[i], step->y[i]);
            buffer_char(out, ' ');
        }
        buffer_c(out, "c\n");
        return;
    case PATH_CLOSE: buffer_c(out, "h\n"); return;
    }
}

static void put_rectangle(PdfContent *content, Rect box)
{
    Buffer *out = &content->out;
    put_point(content, out, box.x, box.y + box.height);
    buffer_char(out, ' ');
    pdf_value_put_length(out, box.width);
    buffer_char(out, ' ');
    pdf_value_put_length(out, box.height);
    buffer_c(out, " re\n");
}

static void put_shape(PdfContent *content, const Path *path)
{
    Rect box;
    if (item_is_rectangle(path, &box))
        put_rectangle(content, box);
    else
        for (int i = 0; i < path->step_count; i++)
            put_step(content, &path->steps[i]);
}

static void put_numbers(Buffer *out, const double *numbers, int count,
                        const char *operator)
{
    for (int i = 0; i < count; i++) {
        pdf_value_put_length(out, numbers[i]);
        buffer_char(out, ' ');
    }
    buffer_c(out, operator);
}

/* One line as thick as the box is high, whose dashes, sheared by 45 degrees, are the
 * lines of the hatching: a few bytes whatever the size, and no seams as between tiles.
 */
static void put_hatch(Buffer *out, Rect box, double bottom, const Path *path)
{
    double period = path->pattern_pitch * sqrt(2), height = box.height;
    double shear = path->pattern == PATTERN_HATCH ? 1 : -1;
    const double matrix[] = { 1, 0, shear, 1, box.x, bottom };
    const double dash[] = { period * PATTERN_COVER, period * (1 - PATTERN_COVER) };
    const double start[] = { shear > 0 ? -height : 0, height / 2 };
    const double end[] = { box.width + (shear > 0 ? 0 : height), height / 2 };
    put_numbers(out, matrix, 6, "cm [");
    put_numbers(out, dash, 2, "]0 d ");
    put_numbers(out, &height, 1, "w ");
    put_numbers(out, start, 2, "m ");
    put_numbers(out, end, 2, "l S\n");
}

/* Rows of dots, each a line whose dashes are no longer than their round ends. */
static void put_dots(Buffer *out, Rect box, double bottom, const Path *path)
{
    double pitch = path->pattern_pitch, diameter = pitch * DOT_COVER;
    const double dash[] = { 0, pitch };
    put_numbers(out, &diameter, 1, "w 1 J [");
    put_numbers(out, dash, 2, "]0 d ");
    int rows = (int)((box.height + diameter) / (pitch / 2)) + 1;
    for (int row = 0; row < rows; row++) {
        double y = bottom + pitch / 4 + row * pitch / 2;
        const double start[] = { box.x + (row % 2 ? 0 : pitch / 2), y };
        const double end[] = { box.x + box.width + diameter, y };
        put_numbers(out, start, 2, "m ");
        put_numbers(out, end, 2, "l ");
    }
    buffer_c(out, "S\n");
}

/* On the fill, within its shape. The graphics state is then that of before. */
static void put_pattern(PdfContent *content, const Path *path)
{
    Buffer *out = &content->out;
    Rect box = item_bounds(path);
    double bottom = content->page_height - box.y - box.height;
    buffer_c(out, "q\n");
    put_shape(content, path);
    buffer_c(out, path->is_even_odd ? "W* n\n" : "W n\n");
    PdfSpace space = content->state.stroke_space;
    put_colour(content, path->pattern_colour, stroking, &space);
    switch (path->pattern) {
    case PATTERN_PLAIN: break;
    case PATTERN_HATCH:
    case PATTERN_BACK_HATCH: put_hatch(out, box, bottom, path); break;
    case PATTERN_DOTS: put_dots(out, box, bottom, path); break;
    }
    buffer_c(out, "Q\n");
}

static void put_path(PdfContent *content, const Item *item)
{
    const Path *path = &item->as.path;
    set_opacity(content, path->opacity);
    if (path->is_filled)
        set_fill(content, path->fill);
    if (path->is_stroked)
        set_stroke(content, path);
    open_mark(content, item);
    end_text(content);
    if (path->is_filled && path->pattern != PATTERN_PLAIN) {
        put_shape(content, path);
        buffer_c(&content->out, path->is_even_odd ? "f*\n" : "f\n");
        put_pattern(content, path);
        if (!path->is_stroked)
            return;
    }
    put_shape(content, path);
    buffer_c(&content->out, !path->is_stroked ? "f" : path->is_filled ? "B" : "S");
    buffer_c(&content->out, path->is_even_odd && path->is_filled ? "*\n" : "\n");
}

/* From the unit square of the pixels as stored to that of the upright picture, by its
 * Exif orientation. */
static const signed char ORIENTATIONS[9][6] = {
    {1,   0,  0,  1,  0, 0},
    { 1,  0,  0,  1,  0, 0},
    { -1, 0,  0,  1,  1, 0},
    { -1, 0,  0,  -1, 1, 1},
    { 1,  0,  0,  -1, 0, 1},
    { 0,  -1, -1, 0,  1, 1},
    { 0,  -1, 1,  0,  0, 1},
    { 0,  1,  1,  0,  0, 0},
    { 0,  1,  -1, 0,  1, 0},
};

static void put_turn(Buffer *out, int orientation)
{
    for (int i = 0; orientation > 1 && i < 6; i++)
        buffer_format(out, " %d", ORIENTATIONS[orientation][i]);
    if (orientation > 1)
        buffer_c(out, " cm");
}

static void put_picture(PdfContent *content, const Item *item)
{
    const Picture *picture = &item->as.picture;
    PdfId image = pdf_images_add(&content->images, content->file, picture);
    Buffer *out = &content->out;
    set_opacity(content, 1);
    open_mark(content, item);
    end_text(content);
    buffer_c(out, "q ");
    pdf_value_put_length(out, picture->box.width);
    buffer_c(out, " 0 0 ");
    pdf_value_put_length(out, picture->box.height);
    buffer_char(out, ' ');
    put_point(content, out, picture->box.x, picture->box.y + picture->box.height);
    buffer_c(out, " cm");
    put_turn(out, picture->orientation);
    buffer_format(out, " /X%d Do Q\n", image);
}

static void put_item(PdfContent *content, const Item *item)
{
    switch (item->kind) {
    case ITEM_TEXT:
        if (item->as.text.run.glyph_count > 0)
            put_text(content, item);
        return;
    case ITEM_PATH:
        if (item->as.path.is_filled || item->as.path.is_stroked)
            put_path(content, item);
        return;
    case ITEM_IMAGE: put_picture(content, item); return;
    }
}

Str pdf_content_write(PdfContent *content, const Page *page, int index)
{
    content->out = buffer_in(content->file->scratch);
    content->page = index;
    content->open = OPEN_NONE;
    content->state = (PdfState){ .line_width = 1,
                                 .mitre_limit = MITRE_LIMIT,
                                 .opacity = 1000 }; /* 8.4.1 */
    for (int i = 0; i < page->items.count; i++)
        put_item(content, &page->items.at[i]);
    close_mark(content);
    return buffer_text(&content->out);
}

static void put_colours(const PdfContent *content, Buffer *out)
{
    if (content->colours.count == 0)
        return;
    buffer_format(out, "/ColorSpace<</C[/Indexed/DeviceRGB %d<",
                  content->colours.count - 1);
    for (int i = 0; i < content->colours.count; i++) {
        Colour colour = content->colours.at[i];
        buffer_format(out, "%02X%02X%02X", colour.red, colour.green, colour.blue);
    }
    buffer_c(out, ">]>>");
}

Str pdf_content_resources(const PdfContent *content)
{
    Buffer out = buffer_in(content->file->arena);
    buffer_c(&out, "/Font<<");
    pdf_fonts_put_resources(content->fonts, &out);
    buffer_c(&out, ">>/XObject<<");
    pdf_images_put_resources(&content->images, &out);
    buffer_c(&out, ">>/Properties<</L<</Type/Layout>>/N<</Type/Pagination>>>>");
    put_colours(content, &out);
    buffer_c(&out, "/ExtGState<<");
    for (int i = 0; i < content->opacities.count; i++) {
        int thousandths = content->opacities.at[i];
        buffer_format(&out, "/A%d<</ca ", thousandths);
        pdf_value_put_number(&out, thousandths / 1000.0);
        buffer_c(&out, "/CA ");
        pdf_value_put_number(&out, thousandths / 1000.0);
        buffer_c(&out, ">>");
    }
    buffer_c(&out, ">>");
    return buffer_text(&out);
}
