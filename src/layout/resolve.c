/* What `each` names, once the description is known, and the one namespace. */
#include "base/messages.h"
#include "layout/binding.h"

typedef struct Resolver {
    Binding binding;
    const Layout *layout; /* its ids; they are no part of the binding */
    LayoutSlide *slide;
} Resolver;

static const char each_hint[] = MESSAGE(
    "write statements, statements(SECTION), recommend, questions, groups, sections, "
    "or a list of ids: [a, b]");

static bool refuse_each(const Resolver *resolver, const Node *each)
{
    diag_error(resolver->binding.diags, each->place,
               "\"each\" must say what there is a slide of");
    diag_hint(resolver->binding.diags, "%s", message_text(each_hint));
    return false;
}

/* each: statements(service) */
static bool resolve_name(Resolver *resolver, const Node *each)
{
    const Binding *binding = &resolver->binding;
    Expression *list =
        expression_read(binding->arena, each, 0, each->text.len, binding->diags);
    if (!list || !binding_list(binding, list))
        return false;
    if (list->use.name->meaning != MEANING_LIST)
        return refuse_each(resolver, each);
    int section = list->count > 0 ? list->parts[0]->thing.about.index : -1;
    ItemChoice choice = { list->use.name->item, section, list->use.name->is_recommend };
    resolver->slide->item_count =
        items_of(binding->arena, binding->description, choice, &resolver->slide->items);
    if (resolver->slide->item_count > 0)
        return true;
    diag_error(binding->diags, each->place, "there are no %.*s", STR_ARG(each->text));
    diag_hint(binding->diags, "the survey's description has none; remove the slide");
    return false;
}

static bool find_item(const Resolver *resolver, const Node *item, About *out)
{
    const Binding *binding = &resolver->binding;
    Thing thing;
    if (item->kind != NODE_SCALAR)
        return refuse_each(resolver, item);
    if (thing_find(binding->description, resolver->layout, item->text, &thing)) {
        *out = thing.about;
        if (thing.slide < 0 && out->type != ABOUT_THEME)
            return true;
        diag_error(binding->diags, item->place, "\"%.*s\" is a %s", STR_ARG(item->text),
                   thing_noun(thing));
        diag_hint(binding->diags, "\"each\" names statements, questions, groups or "
                                  "sections");
        return false;
    }
    diag_error(binding->diags, item->place, "nothing has the id \"%.*s\"",
               STR_ARG(item->text));
    Str nearest = namespace_nearest(binding->arena, binding->description, NULL,
                                    item->text, false);
    if (nearest.len > 0)
        diag_hint(binding->diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(binding->diags, "ids stand in the survey's description");
    return false;
}

/* Whether an item fits to those before it: of their type, and new. */
static bool check_item(const Resolver *resolver, const Node *node, About item,
                       const About *before, int count)
{
    Diags *diags = resolver->binding.diags;
    if (count > 0 && item.type != before[0].type) {
        diag_error(diags, node->place,
                   "\"%.*s\" is a %s, but the first of the list is a %s",
                   STR_ARG(node->text), message_text(item_noun(item.type)),
                   message_text(item_noun(before[0].type)));
        diag_hint(diags, "make two slides, each with a list of one type");
        return false;
    }
    for (int i = 0; i < count; i++)
        if (item.index == before[i].index) {
            diag_error(diags, node->place, "\"%.*s\" stands twice in the list",
                       STR_ARG(node->text));
            diag_hint(diags, "remove one of them");
            return false;
        }
    return true;
}

/* each: [planverk, byggesak] */
static bool resolve_ids(Resolver *resolver, const Node *each)
{
    About *items =
        arena_array(resolver->binding.arena, (size_t)each->count, sizeof *items);
    int count = 0;
    bool is_good = true;
    for (int i = 0; i < each->count; i++) {
        const Node *node = each->items[i];
        About item;
        if (find_item(resolver, node, &item) &&
            check_item(resolver, node, item, items, count))
            items[count++] = item;
        else
            is_good = false;
    }
    resolver->slide->items = items;
    resolver->slide->item_count = count;
    return is_good;
}

static bool resolve_each(Resolver *resolver)
{
    const Node *each = resolver->slide->each;
    if (!each) {
        static const About nothing = { ABOUT_NOTHING, -1 };
        resolver->slide->items = &nothing;
        resolver->slide->item_count = 1;
        return true;
    }
    if (each->kind == NODE_MAPPING || each->count == 0)
        if (each->kind != NODE_SCALAR)
            return refuse_each(resolver, each);
    return each->kind == NODE_SCALAR ? resolve_name(resolver, each)
                                     : resolve_ids(resolver, each);
}

static bool check_recommend(const Resolver *resolver, const LayoutKind *kind)
{
    const LayoutSlide *slide = resolver->slide;
    const Description *description = resolver->binding.description;
    bool is_good = slide->items[0].type == ABOUT_STATEMENT;
    for (int i = 0; i < slide->item_count && is_good; i++)
        is_good = description->statements[slide->items[i].index].is_recommend;
    if (is_good)
        return true;
    diag_error(resolver->binding.diags, slide->each ? slide->each->place : slide->place,
               "a slide of the kind \"%s\" is about a question from 0 to 10",
               kind->name);
    diag_hint(resolver->binding.diags, "write \"each: recommend\"; the questions stand "
                                       "under \"recommend\" in the description");
    return false;
}

/* A slide of one kind is about statements, of another about questions. */
static bool check_kind(const Resolver *resolver, const LayoutKind *kind)
{
    const LayoutSlide *slide = resolver->slide;
    ItemType wanted = kind->needs_statement || kind->needs_recommend ? ABOUT_STATEMENT
                      : kind->needs_question                         ? ABOUT_QUESTION
                      : kind->needs_section                          ? ABOUT_SECTION
                                                                     : ABOUT_NOTHING;
    if (wanted == ABOUT_NOTHING ||
        (slide->items[0].type == wanted && !kind->needs_recommend))
        return true;
    if (kind->needs_recommend)
        return check_recommend(resolver, kind);
    diag_error(resolver->binding.diags, slide->each ? slide->each->place : slide->place,
               "a slide of the kind \"%s\" is about a %s", kind->name,
               message_text(item_noun(wanted)));
    diag_hint(resolver->binding.diags, "write \"each: %ss\", or a list of their ids",
              item_noun(wanted));
    return false;
}

bool layout_resolve(Arena *arena, Layout *layout, LayoutKinds kinds,
                    const Description *description, Diags *diags)
{
    bool is_good = namespace_check(arena, description, layout, diags);
    LayoutSlide *slides =
        arena_array(arena, (size_t)layout->slide_count, sizeof *slides);
    for (int i = 0; i < layout->slide_count; i++) {
        slides[i] = layout->slides[i];
        Resolver resolver = {
            .binding = {.arena = arena, .diags = diags, .description = description},
            .layout = layout,
            .slide = &slides[i]
        };
        is_good &=
            resolve_each(&resolver) && check_kind(&resolver, kinds.at[slides[i].kind]);
    }
    layout->slides = slides;
    return is_good;
}
