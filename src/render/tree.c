#include "render/tree.h"

#include <limits.h>

/* A tag while the tree grows. Lists are chained by index, -1 ends them. */
typedef struct Node {
    int first_painted; /* least leaf in or below it; INT_MAX: none */
    int first_child, last_child, next_sibling;
    int first_leaf, last_leaf;
    int child_count;
} Node;

typedef struct Grower {
    Arena *arena;
    const Deck *deck;
    const Leaf *leaves;
    int *next_leaf; /* by leaf: the next of the same tag */
    Node *nodes;
    Branch *branches;
} Grower;

static void keep_upwards(Grower *grower, TagId tag)
{
    for (; tag >= 0 && !grower->branches[tag].is_kept;
         tag = grower->deck->tags.at[tag].parent)
        grower->branches[tag].is_kept = true;
}

static void hang_leaf(Grower *grower, int index)
{
    TagId tag = grower->leaves[index].tag;
    Node *node = &grower->nodes[tag];
    if (node->last_leaf >= 0)
        grower->next_leaf[node->last_leaf] = index;
    else
        node->first_leaf = index;
    node->last_leaf = index;
    node->child_count++;
    keep_upwards(grower, tag);
    for (; tag >= 0 && grower->nodes[tag].first_painted == INT_MAX;
         tag = grower->deck->tags.at[tag].parent)
        grower->nodes[tag].first_painted = index;
}

static void hang_tag(Grower *grower, TagId tag)
{
    TagId parent = grower->deck->tags.at[tag].parent;
    if (parent < 0 || !grower->branches[tag].is_kept)
        return;
    Node *node = &grower->nodes[parent];
    if (node->last_child >= 0)
        grower->nodes[node->last_child].next_sibling = tag;
    else
        node->first_child = tag;
    node->last_child = tag;
    node->child_count++;
}

/* Merges the two chains of a tag. */
static void settle(Grower *grower, TagId tag)
{
    const Node *node = &grower->nodes[tag];
    Child *children =
        arena_array(grower->arena, (size_t)node->child_count, sizeof *children);
    TagId child = node->first_child;
    int leaf = node->first_leaf;
    for (int i = 0; i < node->child_count; i++) {
        if (child >= 0 && (leaf < 0 || grower->nodes[child].first_painted < leaf)) {
            children[i].tag = child;
            child = grower->nodes[child].next_sibling;
        } else {
            children[i] = (Child){ .tag = TAG_ARTIFACT, .leaf = grower->leaves[leaf] };
            leaf = grower->next_leaf[leaf];
        }
    }
    grower->branches[tag].children = children;
    grower->branches[tag].child_count = node->child_count;
}

static bool is_always_kept(TagKind kind)
{
    return kind == TAG_DOCUMENT || kind == TAG_CELL || kind == TAG_HEADER_CELL;
}

Leaves tree_leaves(Arena *arena, const Deck *deck)
{
    Leaves leaves = { 0 };
    for (int p = 0; p < deck->pages.count; p++) {
        const Page *page = &deck->pages.at[p];
        for (int i = 0; i < page->items.count; i++) {
            Leaf leaf = { .tag = page->items.at[i].tag, .page = p, .index = i };
            if (leaf.tag >= 0)
                vec_push(arena, &leaves, leaf);
        }
        for (int i = 0; i < page->links.count; i++) {
            Leaf leaf = { page->links.at[i].tag, p, true, i };
            vec_push(arena, &leaves, leaf);
        }
    }
    return leaves;
}

const Branch *tree_grow(Arena *arena, const Deck *deck, const Leaves *leaves)
{
    size_t tag_count = (size_t)deck->tags.count;
    Grower grower = { .arena = arena, .deck = deck, .leaves = leaves->at };
    grower.next_leaf =
        arena_array(arena, (size_t)leaves->count, sizeof *grower.next_leaf);
    grower.nodes = arena_array(arena, tag_count, sizeof *grower.nodes);
    grower.branches = arena_array(arena, tag_count, sizeof *grower.branches);
    for (TagId tag = 0; tag < deck->tags.count; tag++) {
        grower.nodes[tag] = (Node){ .first_painted = INT_MAX,
                                    .first_child = -1,
                                    .last_child = -1,
                                    .next_sibling = -1,
                                    .first_leaf = -1,
                                    .last_leaf = -1 };
        if (is_always_kept(deck->tags.at[tag].kind))
            keep_upwards(&grower, tag);
    }
    for (int i = 0; i < leaves->count; i++) {
        grower.next_leaf[i] = -1;
        hang_leaf(&grower, i);
    }
    for (TagId tag = 0; tag < deck->tags.count; tag++)
        hang_tag(&grower, tag);
    for (TagId tag = 0; tag < deck->tags.count; tag++)
        settle(&grower, tag);
    return grower.branches;
}
