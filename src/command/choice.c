#include "command/choice.h"

#include "base/file.h"
#include "base/unicode.h"
#include "render/pdf_object.h"

#include <string.h>
#include <sys/stat.h>

/* One unit's name or number is no file, whatever lies in the current folder. */
static bool names_file(const DeckRun *run, Str list)
{
    struct stat about;
    return register_find(&run->reg, unicode_nfc(run->arena, list)) < 0 &&
           stat(str_c(run->arena, list), &about) == 0 && !S_ISDIR(about.st_mode);
}

/* The text of --units, or of the file that it names. */
static bool read_list(DeckRun *run, Place *place, bool *is_file, Str *list)
{
    *is_file = names_file(run, *list);
    if (*is_file) {
        place->file = *list;
        if (!file_read(run->arena, *list, *place, list, run->diags))
            return false;
    }
    size_t valid = utf8_check(*list);
    if (valid < list->len) {
        diag_error(run->diags, *place,
                   "the list of units is not UTF-8: byte %02X is no character",
                   (unsigned char)list->at[valid]);
        diag_hint(run->diags, "save it as UTF-8");
        return false;
    }
    if (str_starts(*list, S("\uFEFF")))
        *list = str_slice(*list, S("\uFEFF").len, list->len);
    return true;
}

/* Marks the unit that a line names; an empty one names none. */
static bool choose(DeckRun *run, Str line, Place place, bool *is_chosen)
{
    Str name = str_trim(line);
    if (name.len == 0)
        return true;
    if (place.line)
        place.column = 1 + utf8_count(str_slice(line, 0, (size_t)(name.at - line.at)));
    int unit = deck_find_unit(run, unicode_nfc(run->arena, name), place);
    if (unit >= 0)
        is_chosen[unit] = true;
    return unit >= 0;
}

bool *choice_read(DeckRun *run, const Options *options)
{
    size_t count = (size_t)run->reg.unit_count;
    bool *is_chosen = arena_array(run->arena, count, sizeof *is_chosen);
    memset(is_chosen, !options->has_units, count);
    if (!options->has_units)
        return is_chosen;
    Place place = { .file = S("--units") };
    Str list = options->units;
    bool is_file, is_good = true;
    if (!read_list(run, &place, &is_file, &list))
        return NULL;
    for (size_t start = 0; start < list.len;) {
        Str rest = str_slice(list, start, list.len);
        long end = str_find(rest, is_file ? S("\n") : S(","));
        size_t len = end < 0 ? rest.len : (size_t)end;
        place.line += is_file;
        is_good &= choose(run, str_slice(rest, 0, len), place, is_chosen);
        start += len + 1;
    }
    if (is_good && !memchr(is_chosen, true, count)) {
        diag_error(run->diags, (Place){ .file = place.file }, "no unit is named here");
        diag_hint(run->diags, "name units, or leave --units out to have them all");
        return NULL;
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
