#include "layout/inlines.h"

#include "base/unicode.h"

#include <string.h>

InlineBuilder inlines_in(Arena *arena)
{
    return (InlineBuilder){ .arena = arena, .style = { .target = -1 } };
}

static bool is_line_start(const InlineBuilder *builder)
{
    if (builder->list.count == 0)
        return true;
    const Inline *last = &builder->list.at[builder->list.count - 1];
    return last->is_break || str_ends(last->text, S(" "));
}

static bool has_same_style(const Inline *a, const Inline *b)
{
    return a->is_strong == b->is_strong && a->is_emphasis == b->is_emphasis &&
           a->target == b->target && str_equal(a->uri, b->uri);
}

/* Around an expression that printed nothing there is one blank at most, and none before
 * a sign that ends a sentence. */
static Str close_gap(InlineBuilder *builder, Str text)
{
    if (!is_line_start(builder) || text.len == 0)
        return text;
    if (text.at[0] == ' ')
        return str_slice(text, 1, text.len);
    if (builder->list.count > 0 && strchr(".,;:!?)", text.at[0])) {
        Inline *last = &builder->list.at[builder->list.count - 1];
        if (str_ends(last->text, S(" ")))
            last->text.len--;
    }
    return text;
}

void inlines_text(InlineBuilder *builder, Str text, Place place)
{
    if (builder->is_after_nothing)
        text = close_gap(builder, text);
    builder->is_after_nothing = false;
    if (text.len == 0)
        return;
    if (builder->is_joined) {
        Inline *last = &builder->list.at[builder->list.count - 1];
        if (has_same_style(last, &builder->style) && !last->is_break) {
            last->text = str_concat(builder->arena, last->text, text);
            return;
        }
    }
    Inline item = builder->style;
    item.text = text;
    item.place = place;
    vec_push(builder->arena, &builder->list, item);
    builder->is_joined = true;
}

void inlines_printed(InlineBuilder *builder, Inlines printed, Place place)
{
    builder->is_after_nothing = true;
    for (int i = 0; i < printed.count; i++) {
        Inline item = builder->style;
        item.text = unicode_isolate(builder->arena, printed.at[i].text);
        item.place = place;
        if (item.uri.len == 0 && item.target < 0) /* no link inside a link */
            item.target = printed.at[i].target;
        if (item.text.len == 0)
            continue;
        vec_push(builder->arena, &builder->list, item);
        builder->is_after_nothing = false;
        builder->is_joined = false;
    }
}

void inlines_break(InlineBuilder *builder)
{
    if (builder->list.count > 0)
        builder->list.at[builder->list.count - 1].is_break = true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

Inlines inlines_take(InlineBuilder *builder)
{
    Inline *items = builder->list.at;
    int count = builder->list.count;
    while (count > 0) {
        Inline *last = &items[count - 1];
        while (last->text.len > 0 && is_blank(last->text.at[last->text.len - 1]))
            last->text.len--;
        last->is_break = false;
        if (last->text.len > 0)
            break;
        count--;
    }
    while (count > 0) {
        while (items->text.len > 0 && is_blank(items->text.at[0]))
            items->text = str_slice(items->text, 1, items->text.len);
        if (items->text.len > 0)
            break;
        items++;
        count--;
    }
    builder->list.at = NULL;
    builder->list.count = builder->list.capacity = 0;
    builder->is_joined = builder->is_after_nothing = false;
    return (Inlines){ items, count };
}
