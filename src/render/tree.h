/* tree.h - the tags of a deck in reading order, with what hangs on each.
 * Painting order and reading order differ: a chart's grid is painted before its title
 * is read. Both renderers list what they painted as leaves; the tree puts them in
 * order. */
#ifndef RENDER_TREE_H
#define RENDER_TREE_H
#include "compose/page.h"

/* Something painted or clicked on that belongs to a tag. */
typedef struct Leaf {
    TagId tag;
    int page; /* index */
    bool is_link;
    int index; /* the caller's: marked-content identifier, item, link */
} Leaf;

typedef VEC(Leaf) Leaves;

/* All items and links that have a tag, page by page. */
Leaves tree_leaves(Arena *arena, const Deck *deck);

/* A child of a tag: a tag, or a leaf. */
typedef struct Child {
    TagId tag; /* TAG_ARTIFACT for a leaf */
    Leaf leaf;
} Child;

typedef struct Branch {
    bool is_kept; /* has a leaf below it, or is the document or a cell */
    const Child *children;
    int child_count;
} Branch;

/* A branch per tag, by TagId. `leaves` are in painting order, page by page. Child tags
 * keep their order of creation; a leaf comes before the first child tag that was
 * painted after it. Tags that are not kept are nobody's children; a cell always is,
 * for its row would be short without it. */
const Branch *tree_grow(Arena *arena, const Deck *deck, const Leaves *leaves);

#endif
