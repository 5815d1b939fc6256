#include "verify/content.h"

#include "verify/token.h"

enum { MCID_NONE = -1, MCID_LIMIT = 1 << 20 };

/* A marked sequence that is open. */
typedef struct Mark {
    int mcid;
    bool is_replaced; /* its text stands in place of its glyphs */
} Mark;

typedef struct Content {
    Arena *arena;
    const ContentFonts *fonts;
    VEC(Token) operands; /* since the last operator */
    VEC(Mark) marks;
    VEC(const CodeMap *) saved; /* by q */
    const CodeMap *font;
    ContentTexts texts;
} Content;

static Mark current(const Content *content)
{
    return content->marks.count ? content->marks.at[content->marks.count - 1]
                                : (Mark){ .mcid = MCID_NONE };
}

/* Without a number: the stretch that was begun last. */
static Buffer *text_of(Content *content, int mcid)
{
    ContentTexts *texts = &content->texts;
    if (mcid == MCID_NONE)
        return &texts->loose.at[texts->loose.count - 1];
    while (texts->numbered.count <= mcid)
        vec_push(content->arena, &texts->numbered, buffer_in(content->arena));
    return &texts->numbered.at[mcid];
}

/* Stretches that say nothing are used again. */
static void begin_loose(Content *content)
{
    ContentTexts *texts = &content->texts;
    if (texts->loose.count == 0 || text_of(content, MCID_NONE)->len > 0)
        vec_push(content->arena, &texts->loose, buffer_in(content->arena));
}

/* Words apart from those before. What is numbered has its own blanks. */
static void move(Content *content)
{
    Buffer *loose = text_of(content, MCID_NONE);
    if (current(content).mcid == MCID_NONE && loose->len > 0)
        buffer_char(loose, ' ');
}

static void show(Content *content)
{
    Mark mark = current(content);
    Buffer *text =
        mark.is_replaced ? &content->texts.covered : text_of(content, mark.mcid);
    for (int i = 0; i < content->operands.count; i++) {
        const Token *token = &content->operands.at[i];
        if (token->kind == TOKEN_STRING && content->font)
            code_map_decode(content->font, token->text, text);
        else if (token->kind == TOKEN_STRING)
            buffer_c(text, "\uFFFD");
    }
}

/* What stands behind a key of the dictionary among the operands. */
static Token find_value(const Content *content, const char *key)
{
    for (int i = 1; i + 1 < content->operands.count; i++) {
        const Token *token = &content->operands.at[i];
        if (token->kind == TOKEN_NAME && str_equal_c(token->text, key))
            return content->operands.at[i + 1];
    }
    return (Token){ .kind = TOKEN_END };
}

/* A text string (7.9.2.2): UTF-16 with a mark, else letters of ASCII. */
static void put_text_string(Str text, Buffer *out)
{
    if (str_starts(text, S("\xFE\xFF")))
        code_map_put_utf16(str_slice(text, 2, text.len), out);
    else
        buffer_str(out, utf8_check(text) == text.len ? text : S("\uFFFD"));
}

/* One within another goes with it, unless it has a number of its own. */
static void open_mark(Content *content)
{
    Mark mark = current(content);
    Token number = find_value(content, "MCID"),
          text = find_value(content, "ActualText");
    long mcid;
    if (number.kind == TOKEN_NUMBER && str_to_integer(number.text, &mcid) &&
        mcid >= 0 && mcid < MCID_LIMIT)
        mark = (Mark){ .mcid = (int)mcid };
    if (mark.mcid == MCID_NONE)
        begin_loose(content);
    if (text.kind == TOKEN_STRING && !mark.is_replaced) {
        put_text_string(text.text, text_of(content, mark.mcid));
        mark.is_replaced = mark.mcid != MCID_NONE;
    }
    vec_push(content->arena, &content->marks, mark);
}

static void set_font(Content *content)
{
    content->font = NULL;
    Str name = content->operands.count ? content->operands.at[0].text : (Str){ 0 };
    for (int i = 0; i < content->fonts->count; i++)
        if (str_equal(content->fonts->at[i].name, name))
            content->font = content->fonts->at[i].map;
}

/* The bytes of a picture within the content are no words. */
static void skip_picture(Str text, size_t *at)
{
    long end = str_find(str_slice(text, *at, text.len), S("EI"));
    *at = end < 0 ? text.len : *at + (size_t)end + 2;
}

/* Operators of text, of marked content, and of the state that has the font. */
static void run(Content *content, Str name)
{
    if (str_equal_c(name, "Td") || str_equal_c(name, "BT") || str_equal_c(name, "TD") ||
        str_equal_c(name, "Tm") || str_equal_c(name, "T*")) {
        move(content);
    } else if (str_equal_c(name, "TJ") || str_equal_c(name, "Tj") ||
               str_equal_c(name, "'") || str_equal_c(name, "\"")) {
        show(content);
    } else if (str_equal_c(name, "Tf")) {
        set_font(content);
    } else if (str_equal_c(name, "BDC") || str_equal_c(name, "BMC")) {
        open_mark(content);
    } else if (str_equal_c(name, "EMC")) {
        content->marks.count -= content->marks.count > 0;
        begin_loose(content);
    } else if (str_equal_c(name, "q")) {
        vec_push(content->arena, &content->saved, content->font);
    } else if (str_equal_c(name, "Q") && content->saved.count > 0) {
        content->font = content->saved.at[--content->saved.count];
    }
}

static bool is_bracket(Str word)
{
    return word.len > 0 && (word.at[0] == '[' || word.at[0] == ']' ||
                            word.at[0] == '<' || word.at[0] == '>');
}

ContentTexts content_read(Arena *arena, Str text, const ContentFonts *fonts)
{
    Content content = { .arena = arena, .fonts = fonts };
    content.texts.covered = buffer_in(arena);
    begin_loose(&content);
    for (size_t at = 0;;) {
        Token token = token_next(arena, text, &at);
        if (token.kind == TOKEN_END)
            return content.texts;
        if (token.kind != TOKEN_WORD || is_bracket(token.text)) {
            vec_push(arena, &content.operands, token);
            continue;
        }
        run(&content, token.text);
        content.operands.count = 0;
        if (str_equal_c(token.text, "ID"))
            skip_picture(text, &at);
    }
}
