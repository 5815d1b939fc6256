#include "base/icc.h"

#include "base/messages.h"

#include <math.h>

/* Clauses 7.2 and 7.3: a header, then a table of tags. */
enum {
    HEADER_SIZE = 128,
    ENTRY_SIZE = 12,
    AT_VERSION = 8,
    AT_CLASS = 12,
    AT_SPACE = 16,
    AT_SIGNATURE = 36,
    VERSION_MAX = 4,
    TAGS_MAX = 200,
};

static size_t long_at(Str profile, size_t at)
{
    size_t number = 0;
    for (size_t i = at; i < at + 4; i++)
        number = number << 8 | (i < profile.len ? (unsigned char)profile.at[i] : 0);
    return number;
}

static bool has_name(Str profile, size_t at, const char *name)
{
    return str_equal_c(str_slice(profile, at, at + 4), name);
}

static bool is_whole(Str profile)
{
    size_t count = long_at(profile, HEADER_SIZE);
    if (profile.len < HEADER_SIZE + 4 || long_at(profile, 0) != profile.len ||
        !has_name(profile, AT_SIGNATURE, "acsp") || count > TAGS_MAX ||
        HEADER_SIZE + 4 + count * ENTRY_SIZE > profile.len)
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t entry = HEADER_SIZE + 4 + i * ENTRY_SIZE,
               offset = long_at(profile, entry + 4), size = long_at(profile, entry + 8);
        if (offset > profile.len || size > profile.len - offset)
            return false;
    }
    return true;
}

/* Where monitors, scanners, printers and abstract spaces have their colours. */
static bool is_of_device(Str profile)
{
    static const char *const classes[] = { "mntr", "scnr", "prtr", "spac" };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (has_name(profile, AT_CLASS, classes[i]))
            return true;
    return false;
}

const char *icc_fault(Str profile, int component_count)
{
    if (!is_whole(profile))
        return MESSAGE("its colour profile is damaged");
    if (!has_name(profile, AT_SPACE, component_count == 1 ? "GRAY" : "RGB "))
        return MESSAGE("its colour profile is for other colours than it has");
    return profile.at[AT_VERSION] <= VERSION_MAX && is_of_device(profile)
               ? NULL
               : MESSAGE(
                     "its colour profile is of a kind that a PDF/A file cannot hold");
}

int icc_component_count(Str profile)
{
    return has_name(profile, AT_SPACE, "GRAY") ? 1 : 3;
}

/* The data of a tag, or nothing. */
static Str find_tag(Str profile, const char *name)
{
    size_t count = long_at(profile, HEADER_SIZE);
    for (size_t i = 0; i < count; i++) {
        size_t entry = HEADER_SIZE + 4 + i * ENTRY_SIZE;
        size_t offset = long_at(profile, entry + 4);
        if (has_name(profile, entry, name))
            return str_slice(profile, offset, offset + long_at(profile, entry + 8));
    }
    return (Str){ 0 };
}

/* Texts are in one byte a character, or in two. */
static bool names_srgb(Str text)
{
    const Str wide = { "s\0R\0G\0B", 7 };
    return str_find(text, S("sRGB")) >= 0 || str_find(text, wide) >= 0;
}

bool icc_is_srgb(Str profile)
{
    /* Adapted to D50, as profiles have them: x and y tell primaries apart. */
    static const struct {
        const char *name;
        double x, y;
    } primaries[] = {
        {"rXYZ",  0.4361, 0.2225},
        { "gXYZ", 0.3851, 0.7169},
        { "bXYZ", 0.1431, 0.0606},
    };
    const double unit = 65536, tolerance = 0.003;
    if (!is_whole(profile) || !names_srgb(find_tag(profile, "desc")))
        return false;
    for (size_t i = 0; i < sizeof primaries / sizeof *primaries; i++) {
        Str tag = find_tag(profile, primaries[i].name);
        double x = (double)long_at(tag, 8) / unit, y = (double)long_at(tag, 12) / unit;
        if (fabs(x - primaries[i].x) > tolerance ||
            fabs(y - primaries[i].y) > tolerance)
            return false;
    }
    return true;
}
