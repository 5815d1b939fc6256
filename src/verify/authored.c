#include "verify/authored.h"

#include "base/buffer.h"
#include "layout/binding.h"
#include "layout/evaluate.h"
#include "layout/inlines.h"
#include "layout/markdown.h"
#include "layout/reference.h"
#include "layout/template.h"

#include <math.h>
#include <stdlib.h>

/* A figure stands in a text as one character of a private plane until its pattern is
 * made; no author's text has those. */
enum { MARK = 0xF0000 };

typedef struct Author {
    Checker *checker;
    Authored *out;
    VEC(Part) figures; /* by mark */
} Author;

static Thing resolve(const Author *author, const Expression *item)
{
    return item->use.name
               ? (Thing){ .about = author->checker->scope.about, .slide = -1 }
               : item->thing;
}

/* Which figure the author asks for: read apart from layout/evaluate.c. */
static Query asked_for(const Author *author, const Expression *call)
{
    Query query = { .statistic = call->use.name->statistic,
                    .round = call->use.round,
                    .population = call->use.population,
                    .group = GROUP_ALL,
                    .question = -1 };
    for (int i = 0; i < call->count; i++) {
        About about = resolve(author, call->parts[i]).about;
        if (about.type == ABOUT_STATEMENT)
            query.statement = about.index;
        else if (about.type == ABOUT_QUESTION)
            query.question = about.index;
        else if (about.type == ABOUT_GROUP)
            query.group = about.index;
    }
    if (query.statistic == STATISTIC_SHARE && call->count > 1) {
        const Scale *scale =
            description_scale(checker_description(author->checker), query.statement);
        query.step = (int)call->parts[1]->number - scale->first + 1;
    }
    return query;
}

static Things things_of(Arena *arena, const About *items, int count)
{
    Thing *things = arena_array(arena, (size_t)count, sizeof *things);
    for (int i = 0; i < count; i++)
        things[i] = (Thing){ .about = items[i], .slide = -1 };
    return (Things){ things, count };
}

typedef struct Extreme {
    int statement;
    double mean; /* rounded where a double's noise begins */
} Extreme;

static int compare_extremes(const void *a, const void *b)
{
    const Extreme *x = a, *y = b;
    if (x->mean != y->mean)
        return x->mean < y->mean ? -1 : 1;
    return x->statement - y->statement;
}

/* lowest(k), highest(k), of a group, a section or both: of the statements that have a
 * slide here. */
static Things extremes(const Author *author, const Expression *call, int sign)
{
    Checker *checker = author->checker;
    const Description *description = checker_description(checker);
    int count = 0, group = GROUP_ALL, section = -1;
    Extreme *all =
        arena_array(checker->arena, (size_t)description->statement_count, sizeof *all);
    for (int i = 1; i < call->count; i++) {
        About about = resolve(author, call->parts[i]).about;
        *(about.type == ABOUT_SECTION ? &section : &group) = about.index;
    }
    for (int i = 0; i < description->statement_count; i++) {
        const Statement *statement = &description->statements[i];
        if (statement->is_recommend ||
            (section >= 0 && statement->section != section) ||
            scope_find_entry(&checker->scope, (About){ ABOUT_STATEMENT, i }) < 0)
            continue;
        Query query = figure_query(STATISTIC_MEAN, i, group);
        Figure mean = count_find(&checker->view, query);
        if (figure_is_shown(mean))
            all[count++] = (Extreme){ i, sign * round(mean.value * 1e9) };
    }
    qsort(all, (size_t)count, sizeof *all, compare_extremes);
    int wanted = (int)call->parts[0]->number, kept = wanted < count ? wanted : count;
    About *items = arena_array(checker->arena, (size_t)kept, sizeof *items);
    for (int i = 0; i < kept; i++)
        items[i] = (About){ ABOUT_STATEMENT, all[i].statement };
    return things_of(checker->arena, items, kept);
}

static Things list_of(const Author *author, const Expression *list)
{
    const Name *name = list->use.name;
    Arena *arena = author->checker->arena;
    if (name && name->meaning == MEANING_LOWEST)
        return extremes(author, list, 1);
    if (name && name->meaning == MEANING_HIGHEST)
        return extremes(author, list, -1);
    if (!name || name->meaning != MEANING_LIST)
        return (Things){ 0 };
    int section = list->count ? resolve(author, list->parts[0]).about.index : -1;
    const About *items;
    ItemChoice choice = { name->item, section, name->is_recommend };
    int count = items_of(arena, checker_description(author->checker), choice, &items);
    return things_of(arena, items, count);
}

static Inlines one_inline(Arena *arena, Str text)
{
    Inline *item = arena_alloc(arena, sizeof *item);
    *item = (Inline){ .text = text, .target = -1 };
    return (Inlines){ item, 1 };
}

static Inlines mark(Author *author, Part part)
{
    Arena *arena = author->checker->arena;
    char bytes[4];
    int len = utf8_encode(MARK + (uint32_t)author->figures.count, bytes);
    vec_push(arena, &author->figures, part);
    return one_inline(arena, str_copy(arena, (Str){ bytes, (size_t)len }));
}

static Inlines mark_figure(Author *author, FigureFormat format, Figure figure)
{
    return mark(author, (Part){ .kind = PART_FIGURE,
                                .format = format,
                                .figure = figure,
                                .groups = -1 });
}

/* slide(), slides(): the pages as they are in the file. Where slides share pages their
 * own numbers cannot be told from those. */
static Inlines slides_of(Author *author, const Expression *call)
{
    Scope *scope = &author->checker->scope;
    VEC(Thing) things = { 0 };
    if (scope->is_handout)
        return mark(author, (Part){ .kind = PART_ANY, .groups = -1 });
    for (int i = 0; i < call->count; i++) {
        const Expression *part = call->parts[i];
        if (part->type == VALUE_ITEM)
            vec_push(scope->arena, &things, resolve(author, part));
        Things list = list_of(author, part);
        for (int j = 0; j < list.count; j++)
            if (layout_can_make(scope->layout, list.at[j]))
                vec_push(scope->arena, &things, list.at[j]);
    }
    return reference_print(scope, (Things){ things.at, things.count }, call->place);
}

static Inlines names_of(Author *author, const Expression *call)
{
    Scope *scope = &author->checker->scope;
    Things list = list_of(author, call->parts[0]);
    Str *labels = arena_array(scope->arena, (size_t)list.count, sizeof *labels);
    for (int i = 0; i < list.count; i++)
        labels[i] = scope_about_label(scope, list.at[i].about);
    Str text = list.count ? format_list(scope->arena, scope->words, labels, list.count)
                          : scope->words->at[WORD_MISSING];
    return one_inline(scope->arena, text);
}

/* A figure by its name, or how many a list has. */
static Figure count_of(const Author *author, const Expression *call)
{
    if (call->use.name->meaning == MEANING_COUNT)
        return (Figure){ .value = list_of(author, call->parts[0]).count };
    return count_find(&author->checker->view, asked_for(author, call));
}

static Inlines in_words(Author *author, const Expression *call)
{
    Figure figure = count_of(author, call);
    if (!figure_is_shown(figure))
        return mark_figure(author, FORMAT_COUNT, figure);
    return mark(author, (Part){ .kind = PART_NUMERAL, .figure = figure, .groups = -1 });
}

/* Figures are ours to find; names of things and dates are the layout's. */
static Inlines print(void *context, const Expression *expression)
{
    Author *author = context;
    const Name *name = expression->use.name;
    if (!name)
        return evaluate_printed(&author->checker->scope, expression);
    switch (name->meaning) {
    case MEANING_FIGURE:
        return mark_figure(author, format_of(name->statistic),
                           count_of(author, expression));
    case MEANING_COUNT:
        return mark_figure(author, FORMAT_COUNT, count_of(author, expression));
    case MEANING_IN_WORDS: return in_words(author, expression->parts[0]);
    case MEANING_NAMES: return names_of(author, expression);
    case MEANING_SLIDES: return slides_of(author, expression);
    case MEANING_HOLDS: return (Inlines){ 0 };
    case MEANING_UNIT:
    case MEANING_UNIT_NUMBER:
    case MEANING_REGION:
    case MEANING_ROUND:
    case MEANING_SURVEY_NAME:
    case MEANING_SURVEY_PERIOD:
    case MEANING_SURVEY_PRESENTED:
    case MEANING_PREVIOUS_ROUND:
    case MEANING_ITEM:
    case MEANING_ITEM_SHORT:
    case MEANING_LIST:
    case MEANING_DATE:
    case MEANING_LOWEST:
    case MEANING_HIGHEST:
    case MEANING_HAS: break;
    }
    return evaluate_printed(&author->checker->scope, expression);
}

static bool find_target(void *context, Str id, Place place, int *entry)
{
    Author *author = context;
    Thing thing;
    (void)place;
    *entry = -1;
    if (thing_find(checker_description(author->checker), author->checker->scope.layout,
                   id, &thing))
        *entry = reference_find(&author->checker->scope, thing);
    return true;
}

/* A text with marks as a pattern with figures. */
static void add_pattern(Author *author, const Inlines *inlines)
{
    TextPattern pattern = { .arena = author->checker->arena };
    for (int i = 0; i < inlines->count; i++) {
        Str text = inlines->at[i].text;
        for (size_t at = 0, from = 0; at < text.len; from = at) {
            uint32_t code_point = 0;
            size_t before = at;
            while (at < text.len && code_point < MARK) {
                before = at;
                code_point = utf8_next(text, &at);
            }
            bool is_mark = code_point >= MARK &&
                           code_point < MARK + (uint32_t)author->figures.count;
            pattern_text(&pattern, str_slice(text, from, is_mark ? before : at));
            if (is_mark)
                pattern_part(&pattern, author->figures.at[code_point - MARK]);
        }
        if (inlines->at[i].is_break)
            pattern_text(&pattern, S(" "));
    }
    vec_push(author->checker->arena, &author->out->patterns, pattern);
}

static void add_plain(Author *author, const Template *text)
{
    Arena *arena = author->checker->arena;
    InlineBuilder builder = inlines_in(arena);
    for (int i = 0; i < text->count; i++) {
        const Piece *piece = &text->pieces[i];
        if (piece->expression)
            inlines_printed(&builder, print(author, piece->expression), (Place){ 0 });
        else
            inlines_text(&builder, str_replace(arena, piece->text, S("\n"), S(" ")),
                         (Place){ 0 });
    }
    Inlines inlines = inlines_take(&builder);
    add_pattern(author, &inlines);
}

static void add_markdown(Author *author, const Template *text)
{
    MarkdownCalls calls = { author, print, find_target };
    Diags unseen = diags_in(author->checker->arena);
    Blocks blocks;
    if (!markdown_read(author->checker->arena, text, &calls, &blocks, &unseen))
        return;
    for (int i = 0; i < blocks.count; i++) {
        const Block *block = &blocks.at[i];
        if (block->kind != BLOCK_TABLE)
            add_pattern(author, &block->inlines);
        for (int k = 0; k < block->row_count * block->column_count; k++)
            add_pattern(author, &block->cells[k].inlines);
    }
}

static void add_wording(Author *author, Wording wording)
{
    Checker *checker = author->checker;
    const Node *node = wording_in(wording, checker->scope.language);
    if (!node && wording.count > 0)
        node = wording.variants[0].node;
    Diags unseen = diags_in(checker->arena);
    Template text;
    if (!node || !template_read(checker->arena, node, &text, &unseen))
        return;
    Binding binding = { .arena = checker->arena,
                        .diags = &unseen,
                        .description = checker_description(checker),
                        .layout = checker->scope.layout,
                        .each = checker->scope.about.type };
    for (int i = 0; i < text.count; i++) {
        const Piece *piece = &text.pieces[i];
        if (piece->expression && !binding_printed(&binding, piece->expression))
            return;
        if (!piece->expression)
            vec_push(checker->arena, &author->out->words, piece->text);
    }
    add_plain(author, &text);
    add_markdown(author, &text);
}

/* The wordings among the keys of the slide's kind. */
static void add_options(Author *author, const LayoutSlide *slide)
{
    for (int i = 0; slide->schema && i < slide->schema->field_count; i++) {
        const Field *field = &slide->schema->fields[i];
        if (field->type == FIELD_WORDING)
            add_wording(author, *(const Wording *)((const char *)slide->options +
                                                   field->offset));
    }
}

Authored authored_texts(Checker *checker)
{
    Authored out = { .arena = checker->arena };
    Author author = { .checker = checker, .out = &out };
    const Layout *layout = checker->scope.layout;
    const LayoutSlide *slide = checker->scope.entries[checker->entry].slide;
    const Wording wordings[] = { slide->title,   slide->kicker,   slide->section,
                                 slide->note,    layout->title,   layout->subtitle,
                                 layout->author, layout->logo_alt };
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        add_wording(&author, wordings[i]);
    add_options(&author, slide);
    return out;
}
