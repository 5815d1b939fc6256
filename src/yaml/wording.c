#include "yaml/value.h"

#include <assert.h>
#include <string.h>

enum { SHOWN_MAX = 60 };

const char *const wording_languages[] = { "nb", "nn", "en", NULL };

bool wording_is_set(Wording wording)
{
    return wording.count > 0;
}

const Node *wording_in(Wording wording, Str language)
{
    for (int i = 0; i < wording.count; i++) {
        const WordingVariant *variant = &wording.variants[i];
        if (variant->language.len == 0 || str_equal(variant->language, language))
            return variant->node;
    }
    return NULL;
}

Str wording_text(Wording wording, Str language)
{
    const Node *node = wording_in(wording, language);
    if (!node && wording_is_set(wording))
        node = wording.variants[0].node;
    return node ? node->text : (Str){ 0 };
}

const Node *wording_find(Wording wording, Str language, Str fallback, Diags *diags)
{
    const Node *node = wording_in(wording, language);
    if (!node && fallback.len)
        node = wording_in(wording, fallback);
    if (node)
        return node;
    assert(wording_is_set(wording) && wording.variants[0].node);
    diag_error(diags, wording.variants[0].node->place,
               "the text does not stand in the deck's language, \"%.*s\"",
               STR_ARG(language));
    diag_hint(diags, "add a line \"%.*s: …\", or write the text once for all languages",
              STR_ARG(language));
    return NULL;
}

bool wording_settle(Arena *arena, Wording *wording, Str language, Str fallback,
                    Diags *diags)
{
    if (!wording_is_set(*wording) || wording_in(*wording, language))
        return true;
    const Node *node = wording_find(*wording, language, fallback, diags);
    if (!node)
        return false;
    size_t count = (size_t)wording->count;
    WordingVariant *variants = arena_array(arena, count + 1, sizeof *variants);
    memcpy(variants, wording->variants, count * sizeof *variants);
    variants[count] = (WordingVariant){ language, node };
    *wording = (Wording){ wording->count + 1, variants };
    return true;
}

static bool is_language(Str s)
{
    for (int i = 0; wording_languages[i]; i++)
        if (str_equal_c(s, wording_languages[i]))
            return true;
    return false;
}

/* Whether the pair is a text in a language that we know; else reported. */
static bool check_variant(const Field *field, NodePair pair, Diags *diags)
{
    Str language = str_shown(diags->arena, pair.key->text, SHOWN_MAX);
    if (!is_language(pair.key->text)) {
        diag_error(diags, pair.key->place, "unknown language \"%.*s\" in \"%s\"",
                   STR_ARG(language), field->key);
        diag_hint(diags, "known languages: nb, nn, en; put a text that begins with { "
                         "in quotes");
        return false;
    }
    if (pair.value->kind == NODE_SCALAR && !node_is_null(pair.value))
        return true;
    diag_error(diags, pair.value->place, "\"%s\" has no text for \"%.*s\"", field->key,
               STR_ARG(language));
    diag_hint(diags, "write a text after the \":\", or remove the language");
    return false;
}

void wording_read(Arena *arena, const Field *field, const Node *value, Wording *out,
                  Diags *diags)
{
    if (value->kind == NODE_SEQUENCE ||
        (value->kind == NODE_MAPPING && !value->count)) {
        value_report_type(field, value, diags);
        return;
    }
    bool stands_once = value->kind == NODE_SCALAR;
    int count = stands_once ? 1 : value->count;
    WordingVariant *variants = arena_array(arena, (size_t)count, sizeof *variants);
    *out = (Wording){ .variants = variants };
    if (stands_once) {
        variants[out->count++].node = value;
        return;
    }
    for (int i = 0; i < count; i++)
        if (check_variant(field, value->pairs[i], diags))
            variants[out->count++] =
                (WordingVariant){ value->pairs[i].key->text, value->pairs[i].value };
}
