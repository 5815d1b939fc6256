#include "render/pdf_tag.h"
#include "render/item.h"
#include "render/pdf_value.h"
#include "render/tree.h"

struct PdfTags {
    PdfFile *file;
    const Deck *deck;
    const PdfId *pages;
    Leaves leaves;        /* index: the identifier, or the annotation */
    int page, mark_count; /* identifiers given on that page */
    VEC(TagId) links;     /* by key, less the number of pages */
    PdfId root;
    PdfId *elements; /* by TagId; 0: not kept */
};

PdfTags *pdf_tags_new(PdfFile *file, const Deck *deck, const PdfId *pages)
{
    PdfTags *tags = arena_alloc(file->arena, sizeof *tags);
    *tags = (PdfTags){ .file = file, .deck = deck, .pages = pages };
    return tags;
}

const char *pdf_tags_name(const PdfTags *tags, TagId tag)
{
    return item_tag_name(tags->deck->tags.at[tag].kind);
}

int pdf_tags_mark(PdfTags *tags, int page, TagId tag)
{
    if (page != tags->page) {
        tags->page = page;
        tags->mark_count = 0;
    }
    Leaf leaf = { .tag = tag, .page = page, .index = tags->mark_count };
    vec_push(tags->file->arena, &tags->leaves, leaf);
    return tags->mark_count++;
}

bool pdf_tags_has_page(const PdfTags *tags, int page)
{
    return tags->page == page && tags->mark_count > 0;
}

int pdf_tags_link(PdfTags *tags, int page, TagId tag, PdfId annotation)
{
    Leaf leaf = { .tag = tag, .page = page, .is_link = true, .index = annotation };
    vec_push(tags->file->arena, &tags->leaves, leaf);
    vec_push(tags->file->arena, &tags->links, tag);
    return tags->deck->pages.count + tags->links.count - 1;
}

/* Attributes of lists and tables (14.8.5.5 and 14.8.5.7), and where a figure stands
 * (14.8.5.4). */
static void put_attributes(const PdfTags *tags, const Tag *tag, Buffer *out)
{
    size_t start = out->len;
    buffer_c(out, "/A[");
    size_t first = out->len;
    if (tag->kind == TAG_LIST)
        buffer_format(out, "<</O/List/ListNumbering/%s>>",
                      tag->is_ordered ? "Decimal" : "Disc");
    if (tag->scope != SCOPE_NONE || tag->column_span > 1) {
        buffer_c(out, "<</O/Table");
        if (tag->scope != SCOPE_NONE)
            buffer_format(out, "/Scope/%s", tag->scope == SCOPE_ROW ? "Row" : "Column");
        if (tag->column_span > 1)
            buffer_format(out, "/ColSpan %d", tag->column_span);
        buffer_c(out, ">>");
    }
    if (tag->has_box) {
        buffer_c(out, "<</O/Layout/Placement/Block/BBox");
        pdf_value_put_box(out, tag->box, tags->deck->height);
        buffer_c(out, ">>");
    }
    if (out->len == first)
        out->len = start;
    else
        buffer_char(out, ']');
}

/* The page of the first marked content; the element's /Pg holds for its integers. */
static int page_of(const Branch *branch)
{
    for (int i = 0; i < branch->child_count; i++)
        if (branch->children[i].tag < 0 && !branch->children[i].leaf.is_link)
            return branch->children[i].leaf.page;
    return -1;
}

static void put_leaf(const PdfTags *tags, const Leaf *leaf, int own_page, Buffer *out)
{
    PdfId page = tags->pages[leaf->page];
    if (leaf->is_link)
        buffer_format(out, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", leaf->index, page);
    else if (leaf->page == own_page)
        buffer_integer(out, leaf->index);
    else
        buffer_format(out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", page, leaf->index);
}

static void put_children(const PdfTags *tags, const Branch *branch, Buffer *out)
{
    int own_page = page_of(branch);
    if (own_page >= 0)
        buffer_format(out, "/Pg %d 0 R", tags->pages[own_page]);
    if (branch->child_count == 0)
        return;
    buffer_c(out, branch->child_count > 1 ? "/K[" : "/K ");
    for (int i = 0; i < branch->child_count; i++) {
        const Child *child = &branch->children[i];
        if (i > 0)
            buffer_char(out, ' ');
        if (child->tag >= 0)
            buffer_format(out, "%d 0 R", tags->elements[child->tag]);
        else
            put_leaf(tags, &child->leaf, own_page, out);
    }
    if (branch->child_count > 1)
        buffer_char(out, ']');
}

static Str element_body(const PdfTags *tags, TagId id, const Branch *branch)
{
    const Tag *tag = &tags->deck->tags.at[id];
    PdfId parent = id == TAG_ROOT ? tags->root : tags->elements[tag->parent];
    Buffer out = buffer_in(tags->file->arena);
    buffer_format(&out, "/S/%s/P %d 0 R", item_tag_name(tag->kind), parent);
    if (tag->alt.len) {
        buffer_c(&out, "/Alt");
        pdf_value_put_text(&out, tag->alt);
    }
    if (tag->language.len) {
        buffer_c(&out, "/Lang");
        pdf_value_put_bytes(&out, tag->language);
    }
    put_attributes(tags, tag, &out);
    put_children(tags, branch, &out);
    return buffer_text(&out);
}

/* From a page's marks and from each annotation back to their elements (14.7.4.4); keys
 * ascend, pages first. */
static PdfId add_parent_tree(const PdfTags *tags)
{
    Buffer out = buffer_in(tags->file->arena);
    buffer_c(&out, "/Nums[");
    int page = -1;
    for (int i = 0; i < tags->leaves.count; i++) {
        const Leaf *leaf = &tags->leaves.at[i];
        if (leaf->is_link)
            continue;
        if (leaf->page != page)
            buffer_format(&out, "%s%d[", page >= 0 ? "]" : "", leaf->page);
        else
            buffer_char(&out, ' ');
        page = leaf->page;
        buffer_format(&out, "%d 0 R", tags->elements[leaf->tag]);
    }
    if (page >= 0)
        buffer_char(&out, ']');
    for (int i = 0; i < tags->links.count; i++)
        buffer_format(&out, " %d %d 0 R", tags->deck->pages.count + i,
                      tags->elements[tags->links.at[i]]);
    buffer_char(&out, ']');
    return pdf_object_add(tags->file, buffer_text(&out));
}

void pdf_tags_write(PdfTags *tags)
{
    PdfFile *file = tags->file;
    int count = tags->deck->tags.count;
    const Branch *branches = tree_grow(file->arena, tags->deck, &tags->leaves);
    tags->root = pdf_object_reserve(file);
    tags->elements = arena_array(file->arena, (size_t)count, sizeof *tags->elements);
    for (TagId id = 0; id < count; id++)
        if (branches[id].is_kept)
            tags->elements[id] = pdf_object_reserve(file);
    for (TagId id = 0; id < count; id++)
        if (branches[id].is_kept)
            pdf_object_fill(file, tags->elements[id],
                            element_body(tags, id, &branches[id]));
    PdfId parent_tree = add_parent_tree(tags);
    pdf_object_fill(file, tags->root,
                    str_format(file->arena,
                               "/Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R"
                               "/ParentTreeNextKey %d",
                               tags->elements[TAG_ROOT], parent_tree,
                               tags->deck->pages.count + tags->links.count));
    buffer_format(&file->catalog, "/StructTreeRoot %d 0 R", tags->root);
}
