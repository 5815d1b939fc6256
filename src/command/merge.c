#include "command/merge.h"

#include "base/file.h"
#include "base/messages.h"
#include "command/deck_folder.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Part {
    Str path;   /* of the manifest */
    Str folder; /* without links and steps */
    Manifest manifest;
} Part;

typedef struct Merge {
    Arena *arena;
    Diags *diags;
    Str folder; /* that is written to, without links and steps */
    VEC(Part) shares;
    Manifest joined;
    int counts[UNIT_RESULT_COUNT];
} Merge;

static int is_share(const struct dirent *entry)
{
    return fnmatch("manifest-*-of-*.json", entry->d_name, 0) == 0;
}

static void read_share(Merge *merge, Str folder, Str real, const char *name)
{
    Part share = { .folder = real };
    share.path = str_format(merge->arena, "%.*s/%s", STR_ARG(folder), name);
    manifest_read(merge->arena, share.path, &share.manifest, merge->diags);
    if (share.manifest.units.count > 0)
        vec_push(merge->arena, &merge->shares, share);
}

/* The empty Str with an error when it is not there. */
static Str find_folder(Merge *merge, Str folder)
{
    char *real = realpath(str_c(merge->arena, folder), NULL);
    if (!real) {
        diag_error(merge->diags, (Place){ .file = folder },
                   "cannot read the folder: %s", strerror(errno));
        diag_hint(merge->diags, "name the folders that `lysark batch` wrote into");
        return (Str){ 0 };
    }
    Str path = str_copy(merge->arena, str_from_c(real));
    free(real);
    return path;
}

/* The manifests of shares; one that was joined before is not read beside them. */
static bool read_folder(Merge *merge, Str folder)
{
    Str real = find_folder(merge, folder);
    if (real.len == 0)
        return false;
    int before = merge->shares.count;
    struct dirent **entries = NULL;
    int count = scandir(str_c(merge->arena, folder), &entries, is_share, alphasort);
    for (int i = 0; i < count; i++) {
        read_share(merge, folder, real, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    if (count <= 0)
        read_share(merge, folder, real, "manifest.json");
    if (merge->shares.count > before)
        return true;
    diag_error(merge->diags, (Place){ .file = folder },
               "there is no manifest of a batch in the folder");
    diag_hint(merge->diags, "name the folders that `lysark batch` wrote into");
    return false;
}

static Str last_part(Str path)
{
    for (long slash; (slash = str_find(path, S("/"))) >= 0;)
        path = str_slice(path, (size_t)slash + 1, path.len);
    return path;
}

/* An input that both have, by its file's name: folders differ between machines. */
static const ManifestInput *find_other_input(const Manifest *a, const Manifest *b)
{
    for (int i = 0; i < a->inputs.count; i++) {
        Str name = last_part(a->inputs.at[i].path);
        bool is_there = false, is_same = false;
        for (int k = 0; k < b->inputs.count; k++)
            if (str_equal(last_part(b->inputs.at[k].path), name)) {
                is_there = true;
                is_same |= str_equal(a->inputs.at[i].digest, b->inputs.at[k].digest);
            }
        if (is_there && !is_same)
            return &a->inputs.at[i];
    }
    return NULL;
}

static Str join(Arena *arena, const Texts *texts)
{
    Str text = { 0 };
    for (int i = 0; i < texts->count; i++)
        text = str_format(arena, "%.*s%.*s\n", STR_ARG(text), STR_ARG(texts->at[i]));
    return text;
}

/* Whether a share is of the same batch as the first. */
static bool check_share(Merge *merge, const Part *share)
{
    const Part *first = &merge->shares.at[0];
    const Manifest *a = &first->manifest, *b = &share->manifest;
    const ManifestInput *input = find_other_input(a, b);
    Str a_options = join(merge->arena, &a->options);
    Str b_options = join(merge->arena, &b->options);
    const char *what = !str_equal(a->version, b->version) ? MESSAGE("version of lysark")
                       : !str_equal(a->program, b->program)
                           ? MESSAGE("build of the program")
                       : !str_equal(a->round, b->round)   ? MESSAGE("round")
                       : a->units.count != b->units.count ? MESSAGE("number of units")
                       : !str_equal(a_options, b_options) ? MESSAGE("command line")
                                                          : NULL;
    if (!what && !input)
        return true;
    Place place = { .file = share->path };
    if (what)
        diag_error(merge->diags, place, "the %s is another than in %.*s",
                   message_text(what), STR_ARG(first->path));
    else
        diag_error(merge->diags, place, "\"%.*s\" is another than in %.*s",
                   STR_ARG(last_part(input->path)), STR_ARG(first->path));
    diag_hint(merge->diags, "make all shares by the same command, from the same files");
    return false;
}

/* A path below `target` as seen from `folder`; both are without links and steps. */
static Str path_from(Arena *arena, Str folder, Str target, Str file)
{
    size_t common = 0; /* bytes, up to the end of a part */
    for (size_t i = 0; i <= folder.len && i <= target.len; i++) {
        bool ends = i == folder.len || folder.at[i] == '/';
        if (ends && (i == target.len || target.at[i] == '/'))
            common = i;
        if (i < folder.len && i < target.len && folder.at[i] != target.at[i])
            break;
    }
    Str path = file;
    Str down = str_slice(target, common, target.len);
    if (down.len > 0)
        path = str_format(arena, "%.*s/%.*s",
                          STR_ARG(str_slice(down, down.at[0] == '/', down.len)),
                          STR_ARG(file));
    for (size_t i = common; i < folder.len; i++)
        if (folder.at[i] == '/' && i + 1 < folder.len)
            path = str_concat(arena, S("../"), path);
    return path;
}

/* A file of the unit lies where the share's manifest says, as it says. */
static bool check_file(Merge *merge, const Part *share, const ManifestUnit *unit,
                       Str file, Str digest)
{
    Str path =
        str_format(merge->arena, "%.*s/%.*s", STR_ARG(share->folder), STR_ARG(file));
    bool is_there = file_exists(path);
    if (is_there && str_equal(manifest_digest_file(merge->arena, path), digest))
        return true;
    diag_error(merge->diags, (Place){ .file = share->path },
               is_there ? "the deck of %.*s is another than the manifest says"
                        : MESSAGE("the deck of %.*s is not there"),
               STR_ARG(unit->name));
    diag_hint(merge->diags, "bring \"%.*s\" here, or make the share again",
              STR_ARG(file));
    return false;
}

static bool check_files(Merge *merge, const Part *share, const ManifestUnit *unit)
{
    const ManifestHandout *handout = &unit->handout;
    return check_file(merge, share, unit, unit->file, unit->digest) &&
           (handout->file.len == 0 ||
            check_file(merge, share, unit, handout->file, handout->digest));
}

/* Which of two results tells more. */
static int weight(UnitResult result)
{
    static const UnitResult order[UNIT_RESULT_COUNT] = { UNIT_ELSEWHERE, UNIT_UNASKED,
                                                         UNIT_MISSING,   UNIT_SKIPPED,
                                                         UNIT_OUTDATED,  UNIT_FAILED,
                                                         UNIT_MADE };
    int weight = 0;
    while (order[weight] != result)
        weight++;
    return weight;
}

/* Made twice: told, and told off when they are not the same. */
static void report_twice(Merge *merge, const ManifestUnit *taken,
                         const ManifestUnit *other, const Part *share)
{
    Place place = { .file = share->path };
    if (!str_equal(taken->digest, other->digest) ||
        !str_equal(taken->handout.digest, other->handout.digest)) {
        diag_error(merge->diags, place, "the deck of %.*s was made twice, differently",
                   STR_ARG(other->name));
        diag_hint(merge->diags, "take one of them away, with the manifest that has it");
    } else if (!str_equal(taken->file, other->file)) {
        diag_warning(merge->diags, place, "the deck of %.*s was made twice",
                     STR_ARG(other->name));
        diag_hint(merge->diags, "\"%.*s\" is taken", STR_ARG(taken->file));
    }
}

/* What the shares say of a unit, which the first one names. */
static ManifestUnit join_unit(Merge *merge, const ManifestUnit *named)
{
    ManifestUnit best = { .number = named->number,
                          .name = named->name,
                          .file = named->file,
                          .result = UNIT_ELSEWHERE };
    for (int i = 0; i < merge->shares.count; i++) {
        const Part *share = &merge->shares.at[i];
        const ManifestUnit *found =
            manifest_find(&share->manifest, named->number, named->name);
        if (!found)
            continue;
        ManifestUnit unit = *found;
        if (manifest_has_deck(&unit) && !check_files(merge, share, &unit))
            unit.result = UNIT_MISSING;
        unit.file = path_from(merge->arena, merge->folder, share->folder, unit.file);
        if (unit.handout.file.len > 0)
            unit.handout.file = path_from(merge->arena, merge->folder, share->folder,
                                          unit.handout.file);
        if (unit.result == UNIT_MADE && best.result == UNIT_MADE)
            report_twice(merge, &best, &unit, share);
        if (weight(unit.result) > weight(best.result))
            best = unit;
    }
    if (best.result == UNIT_ELSEWHERE || best.result == UNIT_UNASKED)
        best.result = UNIT_MISSING;
    return best;
}

static void join_units(Merge *merge)
{
    const Manifest *first = &merge->shares.at[0].manifest;
    for (int i = 0; i < first->units.count; i++) {
        ManifestUnit unit = join_unit(merge, &first->units.at[i]);
        Str why = unit.errors.count ? unit.errors.at[0] : (Str){ 0 };
        Place place = { .file = unit.file };
        merge->counts[unit.result]++;
        vec_push(merge->arena, &merge->joined.units, unit);
        if (unit.result == UNIT_MISSING) {
            diag_error(merge->diags, place, "there is no deck of %.*s",
                       STR_ARG(unit.name));
            diag_hint(merge->diags,
                      "run the share that it belongs to, or name its folder");
        } else if (unit.result == UNIT_OUTDATED) {
            diag_error(merge->diags, place,
                       "the deck of %.*s was made of older files or by another command",
                       STR_ARG(unit.name));
            diag_hint(merge->diags, "run the share that it belongs to without --units");
        } else if (unit.result == UNIT_FAILED) {
            diag_error(merge->diags, place, "the deck of %.*s was not made: %.*s",
                       STR_ARG(unit.name), STR_ARG(why));
        }
    }
}

static void join_inputs(Merge *merge)
{
    for (int i = 0; i < merge->shares.count; i++) {
        const Manifest *manifest = &merge->shares.at[i].manifest;
        for (int k = 0; k < manifest->inputs.count; k++) {
            bool is_there = false;
            for (int j = 0; j < merge->joined.inputs.count; j++)
                is_there |= str_equal(merge->joined.inputs.at[j].path,
                                      manifest->inputs.at[k].path);
            if (!is_there)
                vec_push(merge->arena, &merge->joined.inputs, manifest->inputs.at[k]);
        }
    }
}

static bool read_shares(Merge *merge, const Options *options)
{
    bool is_good = true;
    for (int i = 0; i < options->folders.count; i++)
        is_good &= read_folder(merge, options->folders.at[i]);
    for (int i = 1; i < merge->shares.count; i++)
        is_good &= check_share(merge, &merge->shares.at[i]);
    return is_good;
}

/* Into the folder, in which no batch is at work then. */
static BatchResult write(Merge *merge, Str folder, Str path)
{
    FolderLock lock;
    if (!deck_folder_lock(merge->arena, folder, (Share){ 0, 0 }, &lock, merge->diags))
        return BATCH_BROKEN;
    BatchResult result = BATCH_FAILED;
    merge->folder = find_folder(merge, folder);
    if (merge->folder.len > 0) {
        join_inputs(merge);
        join_units(merge);
        merge->joined.strangers =
            deck_folder_strangers(merge->arena, folder, &merge->joined);
        deck_folder_report(&merge->joined.strangers, true, merge->diags);
        result = manifest_write(&merge->joined, path, merge->diags)
                     ? diag_has_errors(merge->diags) ? BATCH_FAILED : BATCH_GOOD
                     : BATCH_BROKEN;
    }
    deck_folder_unlock(&lock);
    return result;
}

BatchResult merge_run(Arena *arena, const Options *options, Diags *diags)
{
    Merge merge = { .arena = arena, .diags = diags };
    Str folder = options->output.len ? options->output : options->folders.at[0];
    if (!deck_folder_check(folder, diags))
        return BATCH_BROKEN;
    if (!read_shares(&merge, options))
        return BATCH_FAILED;
    assert(merge.shares.count > 0); /* a folder without one is an error */
    const Manifest *first = &merge.shares.at[0].manifest;
    merge.joined = (Manifest){ .version = first->version,
                               .program = first->program,
                               .round = first->round,
                               .layout = first->layout,
                               .survey = first->survey,
                               .options = first->options };
    Str path = str_concat(arena, folder, S("/manifest.json"));
    BatchResult result = write(&merge, folder, path);
    if (result != BATCH_BROKEN && !options->is_quiet)
        fprintf(stderr,
                message_text("%.*s: %d made, %d missing, %d skipped, %d failed\n"),
                STR_ARG(path), merge.counts[UNIT_MADE], merge.counts[UNIT_MISSING],
                merge.counts[UNIT_SKIPPED], merge.counts[UNIT_FAILED]);
    return result;
}
