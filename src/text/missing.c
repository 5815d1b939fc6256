#include "text/missing.h"

#include "base/buffer.h"

enum { SLOTS_FIRST = 64, LISTED_MAX = 12 };

static const uint64_t prime = 1099511628211U;

/* FNV-1a. */
static uint64_t hash_text(uint64_t hash, Str text)
{
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * prime;
    return hash;
}

static uint64_t key_of(Place place, Str text)
{
    uint64_t hash = hash_text(14695981039346656037U, place.file);
    hash = (hash ^ (unsigned)place.line) * prime;
    hash = (hash ^ (unsigned)place.column) * prime;
    hash = (hash ^ (unsigned)place.row) * prime;
    hash = hash_text(hash, place.heading);
    hash = hash_text(hash, text);
    return hash ? hash : 1;
}

static uint64_t *find_slot(const MissingTold *told, uint64_t key)
{
    size_t i = (size_t)(key ^ key >> 32) % told->slot_count;
    while (told->slots[i] && told->slots[i] != key)
        i = (i + 1) % told->slot_count;
    return &told->slots[i];
}

/* Whether it is new. */
static bool tell(Arena *arena, MissingTold *told, uint64_t key)
{
    if (told->count * 2 >= told->slot_count) {
        MissingTold old = *told;
        told->slot_count = old.slot_count ? old.slot_count * 2 : SLOTS_FIRST;
        told->slots = arena_array(arena, told->slot_count, sizeof *told->slots);
        for (size_t i = 0; i < old.slot_count; i++)
            if (old.slots[i])
                *find_slot(told, old.slots[i]) = old.slots[i];
    }
    uint64_t *slot = find_slot(told, key);
    if (*slot)
        return false;
    *slot = key;
    told->count++;
    return true;
}

typedef VEC(Missing) Missings;

/* «"漢" (U+6F22), "字" (U+5B57)» */
static Str list_text(Arena *arena, const Missings *list)
{
    Buffer text = buffer_in(arena);
    for (int i = 0; i < list->count && i < LISTED_MAX; i++) {
        size_t at = 0;
        uint32_t code = utf8_next(list->at[i].text, &at);
        buffer_format(&text, "%s\"%.*s\" (U+%04X)", i ? ", " : "",
                      STR_ARG(list->at[i].text), (unsigned)code);
    }
    buffer_c(&text, list->count > LISTED_MAX ? ", …" : "");
    return buffer_text(&text);
}

static void report(Arena *scratch, const Missings *list, Place place, Diags *diags)
{
    Str shown = list->at[0].shown, names = list_text(scratch, list);
    if (list->count == 1 && shown.len)
        diag_warning(diags, place,
                     "no font has the character %.*s; it is printed as \"%.*s\"",
                     STR_ARG(names), STR_ARG(shown));
    else if (list->count == 1)
        diag_warning(diags, place, "no font has the character %.*s; it is left out",
                     STR_ARG(names));
    else if (shown.len)
        diag_warning(diags, place,
                     "no font has the characters %.*s; each is printed as \"%.*s\"",
                     STR_ARG(names), STR_ARG(shown));
    else
        diag_warning(diags, place, "no font has the characters %.*s; they are left out",
                     STR_ARG(names));
    diag_hint(diags, "write it otherwise, or name a font that has it as a fallback");
}

static void report_picture(const Missing *missing, Place place, Diags *diags)
{
    diag_warning(diags, place,
                 "no font has the picture \"%.*s\"; it is printed as \"%.*s\"",
                 STR_ARG(missing->text), STR_ARG(missing->shown));
    diag_hint(diags, "write it otherwise, or name a font that has it as a fallback");
}

static bool is_same_place(Place a, Place b)
{
    return a.line == b.line && a.column == b.column && a.row == b.row &&
           str_equal(a.file, b.file) && str_equal(a.heading, b.heading);
}

void missing_report(Arena *arena, const Setting *setting, MissingTold *told,
                    Diags *diags)
{
    Missings list = { 0 };
    Place at = { 0 };
    for (int i = 0; i < setting->units.count; i++) {
        const Word *word = setting->units.at[i].word;
        Place place = setting->spans[setting->units.at[i].span].place;
        for (int m = 0; m < word->missing_count; m++) {
            const Missing *missing = &word->missing[m];
            if (!tell(arena, told, key_of(place, missing->text)))
                continue;
            if (missing->is_begun) {
                report_picture(missing, place, diags);
                continue;
            }
            if (list.count && !is_same_place(place, at)) {
                report(setting->scratch, &list, at, diags);
                list.count = 0;
            }
            at = place;
            vec_push(setting->scratch, &list, *missing);
        }
    }
    if (list.count)
        report(setting->scratch, &list, at, diags);
}
