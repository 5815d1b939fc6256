#include "layout/scope.h"

#include "layout/binding.h"
#include "layout/evaluate.h"
#include "layout/inlines.h"
#include "layout/markdown.h"
#include "layout/reference.h"
#include "layout/template.h"

static Binding binding_of(const Scope *scope)
{
    return (Binding){ .arena = scope->arena,
                      .diags = scope->diags,
                      .description = scope->slice->round.description,
                      .layout = scope->layout,
                      .each = scope->about.type };
}

/* The text cut into pieces, its expressions bound. */
static bool read_template(Scope *scope, const Node *text, Template *out)
{
    if (!template_read(scope->arena, text, out, scope->diags))
        return false;
    Binding binding = binding_of(scope);
    bool is_good = true;
    for (int i = 0; i < out->count; i++)
        if (out->pieces[i].expression)
            is_good &= binding_printed(&binding, out->pieces[i].expression);
    return is_good;
}

/* Lines that the author broke stay broken, but for the last line feed of a block. */
static void add_lines(InlineBuilder *builder, const Template *text, const Piece *piece)
{
    for (size_t from = 0; from < piece->text.len;) {
        Str rest = str_slice(piece->text, from, piece->text.len);
        long feed = str_find(rest, S("\n"));
        Str line = feed < 0 ? rest : str_slice(rest, 0, (size_t)feed);
        inlines_text(builder, line, node_place(text->scalar, piece->offset + from));
        from += line.len + 1;
        if (feed >= 0)
            inlines_break(builder);
    }
}

bool scope_text(Scope *scope, const Node *text, Inlines *out)
{
    Template template;
    *out = (Inlines){ 0 };
    if (!read_template(scope, text, &template))
        return false;
    InlineBuilder builder = inlines_in(scope->arena);
    for (int i = 0; i < template.count; i++) {
        const Piece *piece = &template.pieces[i];
        if (piece->expression)
            inlines_printed(&builder, evaluate_printed(scope, piece->expression),
                            node_place(text, piece->offset));
        else
            add_lines(&builder, &template, piece);
    }
    *out = inlines_take(&builder);
    return true;
}

bool scope_string(Scope *scope, const Node *text, Str *out)
{
    Inlines inlines;
    *out = (Str){ 0 };
    if (!scope_text(scope, text, &inlines))
        return false;
    for (int i = 0; i < inlines.count; i++) {
        *out = str_concat(scope->arena, *out, inlines.at[i].text);
        if (inlines.at[i].is_break)
            *out = str_concat(scope->arena, *out, S(" "));
    }
    return true;
}

static Inlines print(void *context, const Expression *expression)
{
    return evaluate_printed(context, expression);
}

static bool find_target(void *context, Str id, Place place, int *entry)
{
    Scope *scope = context;
    Binding binding = binding_of(scope);
    Thing thing;
    if (!binding_target(&binding, id, place, &thing))
        return false;
    *entry = reference_find(scope, thing);
    if (*entry < 0)
        reference_report_dropped(scope, thing, place);
    return true;
}

bool scope_body(Scope *scope, const Node *text, Blocks *out)
{
    Template template;
    *out = (Blocks){ 0 };
    if (!read_template(scope, text, &template))
        return false;
    MarkdownCalls calls = { scope, print, find_target };
    return markdown_read(scope->arena, &template, &calls, out, scope->diags);
}

/* NULL with errors. */
static Expression *read_condition(Scope *scope, const Node *condition)
{
    Expression *expression =
        expression_read(scope->arena, condition, 0, condition->text.len, scope->diags);
    Binding binding = binding_of(scope);
    binding.is_when = true;
    return expression && binding_condition(&binding, expression) ? expression : NULL;
}

bool scope_holds(Scope *scope, const Node *condition, bool *out)
{
    const Expression *expression = read_condition(scope, condition);
    *out = expression && evaluate_condition(scope, expression);
    return expression != NULL;
}

Str scope_figures(Scope *scope, const Node *condition)
{
    const Expression *expression = read_condition(scope, condition);
    return expression ? evaluate_figures(scope, expression) : (Str){ 0 };
}

bool scope_is_left_out(const Scope *scope, const LayoutSlide *slide)
{
    return slide->only == (scope->is_handout ? ONLY_DECK : ONLY_HANDOUT);
}

bool scope_entries(Scope *scope, const Entry **out, int *count)
{
    VEC(Entry) entries = { 0 };
    Scope local = *scope;
    local.entries = NULL;
    local.entry_count = 0;
    bool is_good = true;
    for (int i = 0; i < scope->layout->slide_count; i++) {
        const LayoutSlide *slide = &scope->layout->slides[i];
        bool is_left_out = scope_is_left_out(scope, slide);
        for (int j = 0; j < slide->item_count && !is_left_out; j++) {
            local.about = slide->items[j];
            bool holds = true;
            int guess = entries.count + 1;
            if (slide->when)
                is_good &= scope_holds(&local, slide->when, &holds);
            if (holds)
                vec_push(scope->arena, &entries,
                         (Entry){ .slide = slide,
                                  .about = local.about,
                                  .first_page = guess,
                                  .page_count = 1,
                                  .at_page = guess - 1 });
        }
    }
    *out = entries.at;
    *count = entries.count;
    return is_good;
}

int scope_find_entry(const Scope *scope, About about)
{
    if (about.type == ABOUT_NOTHING)
        return -1;
    return reference_find(scope, (Thing){ .about = about, .slide = -1 });
}

Str scope_about_text(const Scope *scope, About about)
{
    const Description *description = scope->slice->round.description;
    Str text = { 0 }, column = { 0 };
    switch (about.type) {
    case ABOUT_NOTHING: break;
    case ABOUT_STATEMENT:
        text = wording_text(description->statements[about.index].text, scope->language);
        column = description->statements[about.index].column;
        break;
    case ABOUT_QUESTION:
        text = wording_text(description->questions[about.index].text, scope->language);
        column = description->questions[about.index].column;
        break;
    case ABOUT_GROUP:
        return wording_text(description->groups[about.index].name, scope->language);
    case ABOUT_SECTION:
        return wording_text(description->sections[about.index].name, scope->language);
    case ABOUT_THEME:
        return wording_text(description->themes[about.index].name, scope->language);
    }
    return text.len > 0 ? text : str_fold_space(scope->arena, column);
}

Str scope_about_label(const Scope *scope, About about)
{
    const Description *description = scope->slice->round.description;
    Str label = { 0 };
    if (about.type == ABOUT_STATEMENT)
        label =
            wording_text(description->statements[about.index].label, scope->language);
    else if (about.type == ABOUT_QUESTION)
        label =
            wording_text(description->questions[about.index].label, scope->language);
    return label.len > 0 ? label : scope_about_text(scope, about);
}

static void tell(Told *told, int *number, int value)
{
    told->has_changed |= *number && *number != value;
    *number = value;
}

int scope_first_page(const Scope *scope, int entry)
{
    int page = scope->entries[entry].first_page;
    if (scope->told)
        tell(&scope->told[entry], &scope->told[entry].first_page, page);
    return page;
}

int scope_page_count(const Scope *scope, int entry)
{
    int count = scope->entries[entry].page_count;
    if (scope->told)
        tell(&scope->told[entry], &scope->told[entry].page_count, count);
    return count;
}

int scope_place(const Scope *scope, int entry, double *y)
{
    const Entry *known = &scope->entries[entry];
    *y = known->at_y;
    if (scope->told) {
        Told *told = &scope->told[entry];
        tell(told, &told->at_page, known->at_page + 1);
        told->at_y = known->at_y;
    }
    return known->at_page;
}

Str scope_heading(const Scope *scope, int entry)
{
    Str heading = scope->entries[entry].heading;
    if (scope->told) {
        Told *told = &scope->told[entry];
        told->has_changed |= told->has_heading && !str_equal(told->heading, heading);
        told->heading = heading;
        told->has_heading = true;
    }
    return heading;
}
