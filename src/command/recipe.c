#include "command/recipe.h"

#include "base/buffer.h"
#include "command/file_name.h"
#include "survey/slice_file.h"

Slice recipe_cut(const Recipe *recipe, Arena *arena, int unit)
{
    const DeckRun *run = recipe->run;
    Slice slice;
    slice_cut(arena, recipe->plan, &run->survey,
              run->has_previous ? &run->previous : NULL, unit,
              run->layout.shows_other_units, &slice);
    return slice;
}

Str recipe_bytes(Arena *arena, const Slice *slice)
{
    Buffer bytes = buffer_in(arena);
    slice_write(&bytes, slice);
    return buffer_text(&bytes);
}

Str recipe_source(const Recipe *recipe, Str slice, const Texts *inputs)
{
    Arena *scratch = arena_new();
    Manifest *manifest = recipe->manifest;
    Buffer text = buffer_in(scratch);
    buffer_format(&text, "%.*s\n", STR_ARG(manifest->program));
    for (int i = 0; i < manifest->options.count; i++)
        buffer_format(&text, "%.*s\n", STR_ARG(manifest->options.at[i]));
    buffer_str(&text, slice);
    for (int i = 0; i < inputs->count; i++) {
        Str digest = manifest_add_input(recipe->arena, manifest, inputs->at[i]);
        buffer_format(&text, "\n%.*s %.*s", STR_ARG(inputs->at[i]), STR_ARG(digest));
    }
    Str source = manifest_digest(recipe->arena, buffer_text(&text));
    arena_free(scratch);
    return source;
}

static void count_hidden(const RoundSlice *round, HiddenCounts *counts)
{
    const Description *description = round->description;
    for (int i = 0; i < description->statement_count; i++)
        for (int group = 0; group <= description->group_count; group++) {
            Hiding hiding = round->unit.cells[i][group].hiding;
            counts->few += hiding == HIDING_FEW;
            counts->other += hiding == HIDING_OTHER;
        }
}

void recipe_describe(Arena *arena, const Slice *slice, ManifestUnit *entry)
{
    const Description *description = slice->round.description;
    for (int i = 0; i <= description->group_count; i++) {
        int n = slice->round.unit.n[i];
        bool is_hidden = slice->round.unit.hides_n[i] != HIDING_NONE;
        Str group = i < description->group_count ? description->groups[i].id : S("all");
        if (n >= 0 || is_hidden)
            vec_push(arena, &entry->n, (GroupCount){ group, n });
    }
    count_hidden(&slice->round, &entry->hidden);
    if (slice->has_previous)
        count_hidden(&slice->previous, &entry->hidden);
}

bool recipe_is_whole(const Recipe *recipe, Str file, Str digest)
{
    Arena *scratch = arena_new();
    Str path = str_format(scratch, "%.*s/%.*s", STR_ARG(recipe->folder), STR_ARG(file));
    bool is_same = str_equal(manifest_digest_file(scratch, path), digest);
    arena_free(scratch);
    return is_same;
}

ManifestHandout recipe_handout(const Recipe *recipe, Str file)
{
    const Options *options = recipe->options;
    if (!options->has_handout)
        return (ManifestHandout){ 0 };
    Str form = options->form->name;
    if (options->is_grey)
        form = str_concat(recipe->arena, form, S(" grey"));
    return (ManifestHandout){ .file = file_handout_name(recipe->arena, file),
                              .form = form };
}

/* A handout that the options do not ask for makes no deck outdated. */
static bool is_handout_current(const Recipe *recipe, const ManifestHandout *old,
                               Str file)
{
    ManifestHandout wanted = recipe_handout(recipe, file);
    return !recipe->options->has_handout ||
           (str_equal(old->file, wanted.file) && str_equal(old->form, wanted.form) &&
            recipe_is_whole(recipe, old->file, old->digest));
}

/* Whether the unit's deck would be made of the same as that one was. */
static bool has_same_source(const Recipe *recipe, const ManifestUnit *old, int unit)
{
    Arena *scratch = arena_new();
    Slice slice = recipe_cut(recipe, scratch, unit);
    Str digest = manifest_digest(scratch, recipe_bytes(scratch, &slice));
    bool is_same = str_equal(old->source, recipe_source(recipe, digest, &old->inputs));
    arena_free(scratch);
    return is_same;
}

static bool is_whole(const Recipe *recipe, const ManifestUnit *old)
{
    return manifest_has_deck(old) && recipe_is_whole(recipe, old->file, old->digest);
}

bool recipe_is_current(const Recipe *recipe, const ManifestUnit *old, int unit,
                       Str file)
{
    return old && str_equal(old->file, file) && is_whole(recipe, old) &&
           is_handout_current(recipe, &old->handout, file) &&
           has_same_source(recipe, old, unit);
}

UnitResult recipe_age(const Recipe *recipe, const ManifestUnit *old, int unit, Str file)
{
    if (!is_whole(recipe, old))
        return UNIT_MISSING;
    bool is_same = str_equal(old->file, file) && has_same_source(recipe, old, unit);
    return is_same ? UNIT_MADE : UNIT_OUTDATED;
}
