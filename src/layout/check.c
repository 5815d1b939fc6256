/* Every expression and body of a layout, read and bound without figures. */
#include "layout/binding.h"
#include "layout/markdown.h"
#include "layout/template.h"

static Inlines print_nothing(void *context, const Expression *expression)
{
    (void)context;
    (void)expression;
    return (Inlines){ 0 };
}

static bool check_target(void *context, Str id, Place place, int *entry)
{
    Thing thing;
    *entry = -1;
    return binding_target(context, id, place, &thing);
}

static bool check_text(Binding *binding, const Node *text, bool is_body)
{
    Template template;
    if (!template_read(binding->arena, text, &template, binding->diags))
        return false;
    bool is_good = true;
    for (int i = 0; i < template.count; i++)
        if (template.pieces[i].expression)
            is_good &= binding_printed(binding, template.pieces[i].expression);
    MarkdownCalls calls = { binding, print_nothing, check_target };
    Blocks blocks;
    if (is_body)
        is_good &=
            markdown_read(binding->arena, &template, &calls, &blocks, binding->diags);
    return is_good;
}

static bool check_wording(Binding *binding, Wording wording, bool is_body)
{
    bool is_good = true;
    for (int i = 0; i < wording.count; i++)
        is_good &= check_text(binding, wording.variants[i].node, is_body);
    return is_good;
}

static bool check_options(Binding *binding, const Schema *schema, const void *options);

static bool check_field(Binding *binding, const Field *field, const void *member)
{
    if (field->type == FIELD_WORDING) /* a body, and nothing else, is Markdown */
        return check_wording(binding, *(const Wording *)member,
                             str_equal_c(S("body"), field->key));
    if (field->type == FIELD_OBJECT)
        return check_options(binding, field->schema, member);
    if (field->type != FIELD_OBJECTS && field->type != FIELD_OBJECT_MAP)
        return true;
    const ObjectList *list = member;
    bool is_good = true;
    for (int i = 0; i < list->count; i++)
        is_good &=
            check_options(binding, field->schema,
                          (const char *)list->at + (size_t)i * field->schema->size);
    return is_good;
}

static bool check_options(Binding *binding, const Schema *schema, const void *options)
{
    bool is_good = true;
    for (int i = 0; schema && i < schema->field_count; i++)
        is_good &= check_field(binding, &schema->fields[i],
                               (const char *)options + schema->fields[i].offset);
    return is_good;
}

static bool check_when(Binding binding, const Node *when)
{
    if (!when)
        return true;
    binding.is_when = true;
    Expression *expression =
        expression_read(binding.arena, when, 0, when->text.len, binding.diags);
    return expression && binding_condition(&binding, expression);
}

static bool check_slide(Binding binding, const LayoutSlide *slide)
{
    binding.each = slide->item_count > 0 ? slide->items[0].type : ABOUT_NOTHING;
    bool is_good = check_when(binding, slide->when);
    is_good &= check_wording(&binding, slide->title, false);
    is_good &= check_wording(&binding, slide->kicker, false);
    is_good &= check_wording(&binding, slide->section, false);
    is_good &= check_wording(&binding, slide->note, false);
    is_good &= check_options(&binding, slide->schema, slide->options);
    return is_good;
}

bool scope_check(Arena *arena, const Layout *layout, const Description *description,
                 Diags *diags)
{
    Binding binding = {
        .arena = arena, .diags = diags, .description = description, .layout = layout
    };
    bool is_good = check_wording(&binding, layout->title, false);
    is_good &= check_wording(&binding, layout->subtitle, false);
    is_good &= check_wording(&binding, layout->author, false);
    is_good &= check_wording(&binding, layout->logo_alt, false);
    for (int i = 0; i < layout->slide_count; i++)
        is_good &= check_slide(binding, &layout->slides[i]);
    return is_good;
}
