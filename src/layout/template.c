#include "layout/template.h"

typedef VEC(Piece) Pieces;

static bool stands_at(Str text, size_t at, Str what)
{
    return str_starts(str_slice(text, at, text.len), what);
}

/* The closing brace of the expression that begins at `at`, or text.len. A brace between
 * quotes closes nothing. */
static size_t find_close(Str text, size_t at)
{
    for (size_t i = at; i < text.len; i++) {
        if (text.at[i] == '}')
            return i;
        if (stands_at(text, i, S("${")))
            return text.len;
        if (text.at[i] == '"') {
            long quote = str_find(str_slice(text, i + 1, text.len), S("\""));
            if (quote >= 0)
                i += (size_t)quote + 1;
        }
    }
    return text.len;
}

static void add_text(Arena *arena, Pieces *pieces, Str text, size_t from, size_t to)
{
    if (to > from)
        vec_push(arena, pieces,
                 (Piece){ .text = str_slice(text, from, to), .offset = from });
}

bool template_read(Arena *arena, const Node *scalar, Template *out, Diags *diags)
{
    Str text = scalar->text;
    Pieces pieces = { 0 };
    bool is_good = true;
    size_t from = 0; /* of the text not yet added */
    for (size_t i = 0; i < text.len;) {
        if (stands_at(text, i, S("$${"))) {
            add_text(arena, &pieces, text, from, i);
            from = i + 1;
            i += 3;
        } else if (stands_at(text, i, S("${"))) {
            add_text(arena, &pieces, text, from, i);
            size_t close = find_close(text, i + 2);
            if (close == text.len) {
                diag_error(diags, node_place(scalar, i), "\"${\" is not closed");
                diag_hint(diags, "write a \"}\" after the expression, or \"$${\" for "
                                 "the signs themselves");
                return false;
            }
            Piece piece = { .offset = i };
            piece.expression = expression_read(arena, scalar, i + 2, close, diags);
            is_good &= piece.expression != NULL;
            vec_push(arena, &pieces, piece);
            from = i = close + 1;
        } else {
            i++;
        }
    }
    add_text(arena, &pieces, text, from, text.len);
    *out = (Template){ scalar, pieces.at, pieces.count };
    return is_good;
}
