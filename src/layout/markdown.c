#include "layout/markdown.h"

#include "base/buffer.h"
#include "base/messages.h"
#include "layout/entity.h"
#include "layout/inlines.h"

#include <md4c.h>
#include <string.h>

enum { LEVEL_MAX = 2 };

/* Where a piece of the template stands in the text that md4c reads. */
typedef struct Part {
    size_t from, to;
    const Piece *piece;
} Part;

/* A list that is open. */
typedef struct Level {
    bool is_ordered;
    int number;
    bool has_begun; /* the item has a block already */
} Level;

/* What a body cannot have. */
typedef struct Refusal {
    const char *what, *hint;
} Refusal;

static const Refusal REFUSED_HEADING = {
    MESSAGE("a heading"),
    MESSAGE("the heading of a slide is its title; begin a new slide, or write the "
            "line **strong**")
};
static const Refusal REFUSED_QUOTE = {
    MESSAGE("a block quote"),
    MESSAGE("write a paragraph, or a slide of open answers")
};
static const Refusal REFUSED_CODE = {
    MESSAGE("code"),
    MESSAGE(
        "leave out the backquotes; a line that is indented by four blanks or more is "
        "code too")
};
static const Refusal REFUSED_HTML = {
    MESSAGE("HTML"), MESSAGE("write text; \"\\<\" prints the sign itself")
};
static const Refusal REFUSED_RULE = { MESSAGE("a line across"),
                                      MESSAGE("leave it out, or begin a new slide") };
static const Refusal REFUSED_IMAGE = { MESSAGE("an image"),
                                       MESSAGE("give it a slide of its own") };
static const Refusal REFUSED_LEVEL = {
    MESSAGE("a list of a third level"),
    MESSAGE("two levels are read best; end the item with a "
            "sentence, or begin a new slide")
};
static const Refusal REFUSED_TABLE = { MESSAGE("a table inside a list"),
                                       MESSAGE("let it stand between paragraphs") };
static const Refusal REFUSED_TITLE = {
    MESSAGE("a title on a link"), MESSAGE("leave out what stands in quotes after the "
                                          "address")
};
static const Refusal REFUSED_ADDRESS = {
    MESSAGE("an expression in an address"),
    MESSAGE("write the whole address, or one link for each case")
};

typedef struct Reader {
    Arena *arena;
    Diags *diags;
    const Template *body;
    const MarkdownCalls *calls;
    Str text; /* what md4c reads */
    VEC(Part) parts;
    Str mark; /* stands for each expression */
    InlineBuilder inlines;
    VEC(Block) blocks;
    Level levels[LEVEL_MAX];
    int level_count;
    int strong_depth, emphasis_depth;
    VEC(BlockCell) cells;
    int column_count, row_count;
    bool is_table;
    size_t row_start;  /* in the text: something that stands in the row, or text.len */
    size_t last;       /* after the text that was met last */
    int refused_depth; /* inside something refused: nothing is kept */
    const Refusal *pending; /* refused, and not yet reported for want of a place */
    bool is_good;
} Reader;

static bool is_inside(const Reader *reader, const char *at)
{
    return at >= reader->text.at && at < reader->text.at + reader->text.len;
}

/* The place in the author's file of a byte of the text that md4c reads. */
static Place place_at(const Reader *reader, size_t offset)
{
    for (int i = reader->parts.count - 1; i >= 0; i--) {
        const Part *part = &reader->parts.at[i];
        if (part->from > offset)
            continue;
        size_t inside = part->piece->expression ? 0 : offset - part->from;
        return node_place(reader->body->scalar, part->piece->offset + inside);
    }
    return reader->body->scalar->place;
}

/* The next line with something on it: that of a block in which there is no text. */
static size_t next_line(const Reader *reader)
{
    Str text = reader->text;
    size_t at = reader->last;
    while (at > 0 && at < text.len && text.at[at] != '\n')
        at++;
    while (at < text.len && strchr(" \t\n", text.at[at]))
        at++;
    return at;
}

static void refuse(Reader *reader, const Refusal *refusal, size_t offset)
{
    diag_error(reader->diags, place_at(reader, offset), "%s cannot stand in a body",
               message_text(refusal->what));
    diag_hint(reader->diags, "%s", message_text(refusal->hint));
    reader->is_good = false;
}

static void begin_refused(Reader *reader, const Refusal *refusal)
{
    if (reader->refused_depth++ == 0)
        reader->pending = refusal;
}

static void report_pending(Reader *reader, size_t offset)
{
    if (reader->pending)
        refuse(reader, reader->pending, offset);
    reader->pending = NULL;
}

static void end_refused(Reader *reader)
{
    if (--reader->refused_depth > 0)
        return;
    if (reader->pending) {
        size_t at = next_line(reader);
        report_pending(reader, at);
        reader->last = at; /* the next one without text is on a later line */
    }
}

/* Ends the paragraph or item that is open, if anything was printed in it. */
static void flush(Reader *reader)
{
    Inlines inlines = inlines_take(&reader->inlines);
    if (inlines.count == 0)
        return;
    Block block = { .kind = BLOCK_PARAGRAPH,
                    .inlines = inlines,
                    .place = inlines.at[0].place };
    if (reader->level_count > 0) {
        Level *level = &reader->levels[reader->level_count - 1];
        block.kind = BLOCK_LIST_ITEM;
        block.level = reader->level_count;
        block.is_ordered = level->is_ordered;
        block.number = level->is_ordered ? level->number : 0;
        block.continues_item = level->has_begun;
        level->has_begun = true;
    }
    vec_push(reader->arena, &reader->blocks, block);
}

static void enter_list(Reader *reader, bool is_ordered, int start)
{
    flush(reader);
    if (reader->level_count == LEVEL_MAX) {
        begin_refused(reader, &REFUSED_LEVEL);
        return;
    }
    reader->levels[reader->level_count++] =
        (Level){ .is_ordered = is_ordered, .number = start - 1 };
}

static void enter_item(Reader *reader)
{
    Level *level = &reader->levels[reader->level_count - 1];
    level->number++;
    level->has_begun = false;
}

static void enter_table(Reader *reader, const MD_BLOCK_TABLE_DETAIL *detail)
{
    if (reader->level_count > 0) {
        begin_refused(reader, &REFUSED_TABLE);
        return;
    }
    flush(reader);
    reader->is_table = true;
    reader->column_count = (int)detail->col_count;
    reader->row_count = 0;
    reader->cells.at = NULL;
    reader->cells.count = reader->cells.capacity = 0;
}

static void leave_cell(Reader *reader, const MD_BLOCK_TD_DETAIL *detail)
{
    int align = detail->align == MD_ALIGN_RIGHT    ? 1
                : detail->align == MD_ALIGN_CENTER ? 0
                                                   : -1;
    vec_push(reader->arena, &reader->cells,
             (BlockCell){ inlines_take(&reader->inlines), align });
}

/* md4c drops the cells that the head has no column for; we do not. */
static void check_row(Reader *reader)
{
    if (reader->row_start == reader->text.len)
        return;
    size_t from = reader->row_start, to = from;
    while (from > 0 && reader->text.at[from - 1] != '\n')
        from--;
    while (to < reader->text.len && reader->text.at[to] != '\n')
        to++;
    Str line = str_trim(str_slice(reader->text, from, to));
    int cells = 1;
    for (size_t i = 0; i < line.len; i++) {
        if (line.at[i] == '\\')
            i++;
        else if (line.at[i] == '|' && i > 0 && i + 1 < line.len)
            cells++;
    }
    if (cells <= reader->column_count)
        return;
    diag_error(reader->diags, place_at(reader, from),
               "the row has %d cells, but the head of the table has %d", cells,
               reader->column_count);
    diag_hint(reader->diags, "make them as many; \"\\|\" prints the sign itself");
    reader->is_good = false;
}

static void leave_table(Reader *reader)
{
    Block block = { .kind = BLOCK_TABLE,
                    .row_count = reader->row_count,
                    .column_count = reader->column_count,
                    .cells = reader->cells.at,
                    .place = reader->body->scalar->place };
    for (int i = reader->cells.count - 1; i >= 0; i--)
        if (reader->cells.at[i].inlines.count > 0)
            block.place = reader->cells.at[i].inlines.at[0].place;
    vec_push(reader->arena, &reader->blocks, block);
    reader->is_table = false;
}

/* What a body cannot have at all, or NULL. */
static const Refusal *refused_block(MD_BLOCKTYPE type)
{
    if (type == MD_BLOCK_QUOTE)
        return &REFUSED_QUOTE;
    if (type == MD_BLOCK_HR)
        return &REFUSED_RULE;
    if (type == MD_BLOCK_H)
        return &REFUSED_HEADING;
    if (type == MD_BLOCK_CODE)
        return &REFUSED_CODE;
    return type == MD_BLOCK_HTML ? &REFUSED_HTML : NULL;
}

static void enter_kept(Reader *reader, MD_BLOCKTYPE type, const void *detail)
{
    if (type == MD_BLOCK_UL) {
        enter_list(reader, false, 0);
    } else if (type == MD_BLOCK_OL) {
        const MD_BLOCK_OL_DETAIL *list = detail;
        enter_list(reader, true, (int)list->start);
    } else if (type == MD_BLOCK_LI) {
        enter_item(reader);
    } else if (type == MD_BLOCK_TABLE) {
        enter_table(reader, detail);
    } else if (type == MD_BLOCK_TR) {
        reader->row_count++;
        reader->row_start = reader->text.len;
    } else if (type == MD_BLOCK_P) {
        flush(reader);
    }
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    Reader *reader = context;
    const Refusal *refusal = refused_block(type);
    if (reader->refused_depth > 0) {
        reader->refused_depth++;
    } else if (refusal) {
        flush(reader);
        begin_refused(reader, refusal);
    } else {
        enter_kept(reader, type, detail);
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    Reader *reader = context;
    if (reader->refused_depth > 0) {
        end_refused(reader);
        return 0;
    }
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
        leave_cell(reader, detail);
    else if (type == MD_BLOCK_TR)
        check_row(reader);
    else if (type == MD_BLOCK_TABLE)
        leave_table(reader);
    else
        flush(reader);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        reader->level_count--;
    return 0;
}

/* An address as it is meant: entities decoded. */
static Str attribute_text(Arena *arena, const MD_ATTRIBUTE *attribute)
{
    Buffer buffer = buffer_in(arena);
    for (int i = 0; attribute->substr_offsets[i] < attribute->size; i++) {
        size_t from = attribute->substr_offsets[i];
        size_t to = attribute->substr_offsets[i + 1];
        Str part = { attribute->text + from, to - from };
        Str decoded;
        if (attribute->substr_types[i] == MD_TEXT_ENTITY &&
            entity_decode(arena, part, &decoded))
            part = decoded;
        buffer_str(&buffer, part);
    }
    return buffer_text(&buffer);
}

/* Where an address stands, if md4c shows us; else after what was met last. */
static size_t attribute_offset(const Reader *reader, const MD_ATTRIBUTE *attribute)
{
    if (attribute->size > 0 && is_inside(reader, attribute->text))
        return (size_t)(attribute->text - reader->text.at);
    return reader->last;
}

/* A URI is ASCII (RFC 3986); what is not is written in per cents. */
static Str encode_uri(Arena *arena, Str uri)
{
    Buffer buffer = buffer_in(arena);
    for (size_t i = 0; i < uri.len; i++) {
        unsigned char c = (unsigned char)uri.at[i];
        if (c <= ' ' || c >= 0x7f || strchr("\"<>\\^`{|}", c))
            buffer_format(&buffer, "%%%02X", c);
        else
            buffer_char(&buffer, (char)c);
    }
    return buffer_text(&buffer);
}

static void enter_link(Reader *reader, const MD_SPAN_A_DETAIL *detail)
{
    size_t offset = attribute_offset(reader, &detail->href);
    Str address = attribute_text(reader->arena, &detail->href);
    Inline *style = &reader->inlines.style;
    if (detail->title.size > 0)
        refuse(reader, &REFUSED_TITLE, offset);
    if (str_find(address, reader->mark) >= 0) {
        refuse(reader, &REFUSED_ADDRESS, offset);
    } else if (str_starts(address, S("#"))) {
        Str id = str_slice(address, 1, address.len);
        reader->is_good &= reader->calls->find_target(
            reader->calls->context, id, place_at(reader, offset), &style->target);
    } else if (str_starts(address, S("https:")) || str_starts(address, S("mailto:"))) {
        style->uri = encode_uri(reader->arena, address);
    } else {
        Str shown = str_shown(reader->arena, address, 60);
        diag_error(reader->diags, place_at(reader, offset),
                   "no link can go to \"%.*s\"", STR_ARG(shown));
        diag_hint(reader->diags, "a link begins with https:, mailto: or # and an id");
        reader->is_good = false;
    }
}

static void set_emphasis(Reader *reader)
{
    reader->inlines.style.is_strong = reader->strong_depth > 0;
    reader->inlines.style.is_emphasis = reader->emphasis_depth > 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    Reader *reader = context;
    if (reader->refused_depth > 0) {
        reader->refused_depth++;
    } else if (type == MD_SPAN_IMG) {
        const MD_SPAN_IMG_DETAIL *image = detail;
        begin_refused(reader, &REFUSED_IMAGE);
        report_pending(reader, attribute_offset(reader, &image->src));
    } else if (type == MD_SPAN_CODE) {
        begin_refused(reader, &REFUSED_CODE);
    } else if (type == MD_SPAN_A) {
        enter_link(reader, detail);
    } else {
        reader->strong_depth += type == MD_SPAN_STRONG;
        reader->emphasis_depth += type == MD_SPAN_EM;
        set_emphasis(reader);
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    (void)detail;
    Reader *reader = context;
    if (reader->refused_depth > 0) {
        end_refused(reader);
    } else if (type == MD_SPAN_A) {
        reader->inlines.style.uri = (Str){ 0 };
        reader->inlines.style.target = -1;
    } else {
        reader->strong_depth -= type == MD_SPAN_STRONG;
        reader->emphasis_depth -= type == MD_SPAN_EM;
        set_emphasis(reader);
    }
    return 0;
}

/* A stretch of the text, in which expressions stand where their parts do. */
static void add_stretch(Reader *reader, size_t from, size_t to)
{
    for (int i = 0; i < reader->parts.count; i++) {
        const Part *part = &reader->parts.at[i];
        if (part->to <= from || part->from >= to)
            continue;
        size_t start = part->from > from ? part->from : from;
        size_t end = part->to < to ? part->to : to;
        Place place = place_at(reader, start);
        const Expression *expression = part->piece->expression;
        if (expression)
            inlines_printed(&reader->inlines,
                            reader->calls->print(reader->calls->context, expression),
                            place);
        else
            inlines_text(&reader->inlines, str_slice(reader->text, start, end), place);
    }
}

static void add_entity(Reader *reader, Str entity, size_t offset)
{
    Str decoded;
    if (entity_decode(reader->arena, entity, &decoded)) {
        inlines_text(&reader->inlines, decoded, place_at(reader, offset));
        return;
    }
    diag_error(reader->diags, place_at(reader, offset), "unknown character \"%.*s\"",
               STR_ARG(entity));
    diag_hint(reader->diags, "write the character itself, or \"\\&\" for the sign &");
    reader->is_good = false;
}

static int add_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *context)
{
    Reader *reader = context;
    size_t offset = reader->last;
    if (is_inside(reader, at)) {
        offset = (size_t)(at - reader->text.at);
        reader->last = offset + size;
        if (reader->is_table && reader->row_start == reader->text.len)
            reader->row_start = offset;
    }
    if (reader->refused_depth > 0) {
        if (is_inside(reader, at)) /* md4c's own blanks have no place */
            report_pending(reader, offset);
        return 0;
    }
    if (type == MD_TEXT_BR)
        inlines_break(&reader->inlines);
    else if (type == MD_TEXT_SOFTBR)
        inlines_text(&reader->inlines, S(" "), place_at(reader, offset));
    else if (type == MD_TEXT_HTML)
        refuse(reader, &REFUSED_HTML, offset);
    else if (type == MD_TEXT_ENTITY)
        add_entity(reader, (Str){ at, size }, offset);
    else
        add_stretch(reader, offset, offset + size);
    return 0;
}

/* A private character that the author does not use: it cannot be mistaken, and to md4c
 * it is a letter. */
static Str choose_mark(Arena *arena, Str text)
{
    char bytes[4];
    for (uint32_t code = 0xE000;; code++) {
        Str mark = { bytes, (size_t)utf8_encode(code, bytes) };
        if (str_find(text, mark) < 0)
            return str_copy(arena, mark);
    }
}

static void cut_out(Reader *reader)
{
    const Template *body = reader->body;
    reader->mark = choose_mark(reader->arena, body->scalar->text);
    Buffer buffer = buffer_in(reader->arena);
    for (int i = 0; i < body->count; i++) {
        const Piece *piece = &body->pieces[i];
        size_t from = buffer.len;
        buffer_str(&buffer, piece->expression ? reader->mark : piece->text);
        vec_push(reader->arena, &reader->parts, (Part){ from, buffer.len, piece });
    }
    reader->text = buffer_text(&buffer);
}

bool markdown_read(Arena *arena, const Template *body, const MarkdownCalls *calls,
                   Blocks *out, Diags *diags)
{
    Reader reader = { .arena = arena,
                      .diags = diags,
                      .body = body,
                      .calls = calls,
                      .inlines = inlines_in(arena),
                      .is_good = true };
    cut_out(&reader);
    const MD_PARSER parser = { .flags = MD_FLAG_TABLES,
                               .enter_block = enter_block,
                               .leave_block = leave_block,
                               .enter_span = enter_span,
                               .leave_span = leave_span,
                               .text = add_text };
    if (md_parse(reader.text.at, (MD_SIZE)reader.text.len, &parser, &reader) != 0) {
        diag_error(diags, body->scalar->place, "the body cannot be read as Markdown");
        diag_hint(diags, "write it more simply");
        reader.is_good = false;
    }
    *out = (Blocks){ reader.blocks.at, reader.blocks.count };
    return reader.is_good;
}
