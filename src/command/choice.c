#include "command/choice.h"

#include "base/file.h"
#include "render/pdf_object.h"

#include <string.h>

bool *choice_read(DeckRun *run, Str list)
{
    bool is_file = list.len && file_exists(list), is_good = true;
    size_t count = (size_t)run->reg.unit_count;
    Place place = { .file = is_file ? list : S("--units") };
    bool *is_chosen = arena_array(run->arena, count, sizeof *is_chosen);
    if (is_file && !file_read(run->arena, list, place, &list, run->diags))
        return NULL;
    memset(is_chosen, list.len == 0, count);
    while (list.len > 0) {
        long end = str_find(list, is_file ? S("\n") : S(","));
        size_t len = end < 0 ? list.len : (size_t)end;
        Str name = str_trim(str_slice(list, 0, len));
        list = str_slice(list, end < 0 ? len : len + 1, list.len);
        place.line += is_file;
        int unit = name.len ? deck_find_unit(run, name, place) : 0;
        is_good &= unit >= 0;
        if (name.len && unit >= 0)
            is_chosen[unit] = true;
    }
    return is_good ? is_chosen : NULL;
}

bool choice_is_mine(const Unit *unit, int shard, int shard_count)
{
    PdfDigest digest = pdf_digest(unit->number.len ? unit->number : unit->name);
    unsigned hash = 0;
    for (int byte = 0; byte < 4; byte++)
        hash = hash << 8 | digest.bytes[byte];
    return hash % (unsigned)shard_count == (unsigned)shard - 1;
}
