#include "command/remarks.h"

#include "base/messages.h"

#include <stdlib.h>

typedef struct Remark {
    Str text;
    int unit; /* of the manifest */
} Remark;

typedef VEC(Remark) Remarks;

static int compare(const void *a, const void *b)
{
    const Remark *first = a, *second = b;
    int order = str_compare(first->text, second->text);
    return order ? order : (first->unit > second->unit) - (first->unit < second->unit);
}

static void add(Arena *scratch, Remarks *remarks, const Texts *texts, int unit)
{
    for (int i = 0; i < texts->count; i++)
        vec_push(scratch, remarks, (Remark){ texts->at[i], unit });
}

static void say(Diags *diags, bool is_warning, Str text, int count, Str first)
{
    static const char one[] = "%.*s (%.*s)";
    static const char many[] = MESSAGE("%.*s (decks: %d, the first of %.*s)");
    const Place nowhere = { 0 };
    void (*const report)(Diags *, Place, const char *, ...) PRINTF_LIKE(3, 4) =
        is_warning ? diag_warning : diag_note;
    if (count == 1)
        report(diags, nowhere, one, STR_ARG(text), STR_ARG(first));
    else
        report(diags, nowhere, many, STR_ARG(text), count, STR_ARG(first));
}

/* Equal ones stand together once they are sorted. */
static void report(const Manifest *manifest, Remarks *remarks, bool is_warning,
                   Diags *diags)
{
    if (remarks->count == 0)
        return;
    qsort(remarks->at, (size_t)remarks->count, sizeof *remarks->at, compare);
    for (int i = 0, end; i < remarks->count; i = end) {
        Remark first = remarks->at[i];
        for (end = i + 1; end < remarks->count; end++)
            if (!str_equal(remarks->at[end].text, first.text))
                break;
        say(diags, is_warning, first.text, end - i,
            manifest->units.at[first.unit].name);
    }
}

void remarks_report(const Manifest *manifest, const bool *is_chosen, Diags *diags)
{
    Arena *scratch = arena_new();
    Remarks notes = { 0 }, warnings = { 0 };
    for (int i = 0; i < manifest->units.count; i++) {
        const ManifestUnit *unit = &manifest->units.at[i];
        if (!is_chosen[i] || unit->result != UNIT_MADE)
            continue;
        add(scratch, &notes, &unit->notes, i);
        add(scratch, &warnings, &unit->warnings, i);
    }
    report(manifest, &warnings, true, diags);
    report(manifest, &notes, false, diags);
    arena_free(scratch);
}
