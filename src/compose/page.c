#include "compose/page.h"

#include "stats/figure_log.h"

Deck deck_in(Arena *arena)
{
    Deck deck = { .arena = arena };
    deck.figures = arena_alloc(arena, sizeof *deck.figures);
    deck.figures->arena = arena;
    vec_push(arena, &deck.tags, (Tag){ .kind = TAG_DOCUMENT, .parent = TAG_ARTIFACT });
    return deck;
}

TagId deck_add_tag(Deck *deck, TagKind kind, TagId parent, Place place)
{
    vec_push(deck->arena, &deck->tags,
             (Tag){ .kind = kind, .parent = parent, .place = place });
    return deck->tags.count - 1;
}

int deck_add_page(Deck *deck, int slide)
{
    Page page = { .number = deck->pages.count + 1, .slide = slide };
    vec_push(deck->arena, &deck->pages, page);
    deck->figures->page = page.number;
    return deck->pages.count - 1;
}
